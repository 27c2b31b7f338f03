/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes ticket exports of an invented support desk: the same options, the same bytes, on any
 * machine.
 *
 * The sample that the application ships, data/sample/tickets.csv, is
 *
 *   bw-generate --product zendesk --rows 1200 --seed 2033 --start 2024-09 --months 14
 *               --agents 12 --teams 4 -o data/sample/tickets.csv
 *
 * tests/bench/test-sample.sh holds that command and compares. */
#include "generate-cells.h"
#include "generate-products.h"
#include "generate-tickets.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  DeskOptions desk;
  const Product *product;
  const char *output;
  char delimiter;
  bool bom;
  bool crlf;
  bool messy;
} Options;

static const char usage[] = "Usage: bw-generate [OPTION...] -o FILE\n"
                            "\n"
                            "  --product NAME    zendesk (the default), freshdesk or jira\n"
                            "  --rows N          tickets (1000)\n"
                            "  --seed S          another desk for each number (1)\n"
                            "  --start YYYY-MM   first month (2024-09)\n"
                            "  --months M        number of months (14)\n"
                            "  --agents N        people who answer, 2 to 200 (200)\n"
                            "  --teams N         groups they belong to, 2 to 12 (12)\n"
                            "  --delimiter C     one character, or tab (,)\n"
                            "  --bom             begin with a byte order mark\n"
                            "  --crlf            end rows with carriage return and line feed\n"
                            "  --messy           spoil one row of fifty\n"
                            "  -o, --output FILE where to write; - is standard output\n";

static void
fail (const char *message, const char *about)
{
  fprintf (stderr, "bw-generate: %s: %s\n", about, message);
  exit (1);
}

static int64_t
parse_number (const char *text, const char *option, int64_t min, int64_t max)
{
  char *end;
  long long value;

  errno = 0;
  value = strtoll (text, &end, 10);
  if (errno || end == text || *end || value < min || value > max)
    fail ("not a number in range", option);

  return value;
}

static void
parse_start (DeskOptions *desk, const char *text)
{
  int length = 0;

  if (sscanf (text, "%4d-%2d%n", &desk->first_year, &desk->first_month, &length) != 2 ||
      text[length] || desk->first_year < 1971 || desk->first_month < 1 || desk->first_month > 12)
    fail ("expected YYYY-MM", "--start");
}

static char
parse_delimiter (const char *text)
{
  if (strcmp (text, "tab") == 0 || strcmp (text, "\\t") == 0)
    return '\t';
  if (strlen (text) != 1 || strchr ("\"\r\n", *text))
    fail ("expected one character", "--delimiter");

  return *text;
}

static void
parse_option (Options *options, int option, const char *value)
{
  switch (option) {
  case 'p':
    options->product = product_find (value);
    if (!options->product)
      fail ("no such product", value);
    break;
  case 'r':
    options->desk.rows = parse_number (value, "--rows", 0, 100000000);
    break;
  case 's':
    options->desk.seed = parse_number (value, "--seed", 0, INT64_MAX);
    break;
  case 't':
    parse_start (&options->desk, value);
    break;
  case 'm':
    options->desk.months = parse_number (value, "--months", 1, 120);
    break;
  case 'a':
    options->desk.n_agents = parse_number (value, "--agents", 2, 200);
    break;
  case 'g':
    options->desk.n_teams = parse_number (value, "--teams", 2, N_TEAMS);
    break;
  case 'd':
    options->delimiter = parse_delimiter (value);
    break;
  case 'b':
    options->bom = true;
    break;
  case 'c':
    options->crlf = true;
    break;
  case 'x':
    options->messy = true;
    break;
  case 'o':
    options->output = value;
    break;
  case 'h':
    fputs (usage, stdout);
    exit (0);
  default:
    fputs (usage, stderr);
    exit (1);
  }
}

static void
parse_options (Options *options, int argc, char **argv)
{
  static const struct option names[] = {
    { "product", required_argument, NULL, 'p' }, { "rows", required_argument, NULL, 'r' },
    { "seed", required_argument, NULL, 's' },    { "start", required_argument, NULL, 't' },
    { "months", required_argument, NULL, 'm' },  { "agents", required_argument, NULL, 'a' },
    { "teams", required_argument, NULL, 'g' },   { "delimiter", required_argument, NULL, 'd' },
    { "bom", no_argument, NULL, 'b' },           { "crlf", no_argument, NULL, 'c' },
    { "messy", no_argument, NULL, 'x' },         { "output", required_argument, NULL, 'o' },
    { "help", no_argument, NULL, 'h' },          { 0 },
  };
  int option;

  while ((option = getopt_long (argc, argv, "o:h", names, NULL)) != -1)
    parse_option (options, option, optarg);

  if (optind < argc)
    fail ("unexpected argument", argv[optind]);
  if (!options->output)
    fail ("no file given (try --help)", "-o");
  if (options->desk.n_agents < options->desk.n_teams)
    fail ("fewer than teams", "--agents");
}

static bool
generate (const Options *options, FILE *file)
{
  Cells *cells = calloc (1, sizeof *cells);
  Desk desk;
  Ticket ticket;
  Random words;
  bool written;

  if (!cells)
    abort ();

  cells_init (cells, file, options->product->headers, options->product->n_columns);
  cells->delimiter = options->delimiter;
  cells->crlf = options->crlf;
  cells->messy = options->messy;
  random_init (&cells->random, options->desk.seed ^ UINT64_C (0x6465666563747321));
  random_init (&words, options->desk.seed ^ UINT64_C (0x776f726473217221));
  desk_init (&desk, &options->desk);

  cells_header (cells, options->bom);
  while (!cells->failed && desk_next (&desk, &ticket))
    options->product->write_row (cells, &ticket, desk.until, &words);

  written = cells_finish (cells);
  desk_clear (&desk);
  free (cells);

  return written;
}

int
main (int argc, char **argv)
{
  Options options = {
    .desk = { .rows = 1000,
              .seed = 1,
              .first_year = 2024,
              .first_month = 9,
              .months = 14,
              .n_agents = 200,
              .n_teams = 12 },
    .product = product_find ("zendesk"),
    .delimiter = ',',
  };
  FILE *file = stdout;
  bool written;

  parse_options (&options, argc, argv);

  if (strcmp (options.output, "-") != 0) {
    file = fopen (options.output, "wb");
    if (!file)
      fail (strerror (errno), options.output);
  }

  written = generate (&options, file);
  if (file != stdout && fclose (file) != 0)
    written = false;
  if (!written)
    fail (strerror (errno), options.output);

  return 0;
}
