/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: the same reports without a display. */
#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bw-language.h"
#include "cli.h"

typedef struct {
  const char *name;
  CliStatus (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "report", cli_report, N_ ("write the report of some files as JSON, workbook, PDF or CSV") },
  { "inspect", cli_inspect, N_ ("show what the files were taken for, and why") },
  { "cells", cli_cells, N_ ("print the raw table of a file as JSON") },
  { "rows", cli_rows, N_ ("print the rows of files as canonical fields") },
  { "kpis", cli_kpis, N_ ("print the catalogue of KPIs") },
};

static void
print_help (FILE *file)
{
  fprintf (file, "%s\n  bellwether-cli %s\n\n%s\n",
           _ ("Usage:"), _ ("COMMAND [OPTION…] [FILE…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (file, "  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (
      file, "\n%s\n  %-10s %s\n  %-10s %s\n\n%s\n",
      _ ("Options:"), "--help",
        _ ("show this, or with a command, its options"), "--version",
          _ ("show the version"),
            _ ("Exit status: 0 done; 1 wrong usage; 2 an input could not be used (nothing is\n"
              "written); 3 an output could not be written (an older file of that name is whole)."));
}

/* A closed standard stream would give its number to the next file that is opened. */
static void
open_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", O_RDONLY) < 0)
      _exit (CLI_USAGE);
}

static void
set_up (void)
{
  open_standard_streams ();
  bw_language_set_up ();
  /* A file that may not grow is an error to report like a full disk, not a reason to die. */
  signal (SIGXFSZ, SIG_IGN);
  cli_watch_signals ();
}

static CliStatus
run (const Command *command, int argc, char **argv)
{
  g_autofree char *name = g_strdup_printf ("bellwether-cli %s", command->name);
  g_set_prgname (name);
  return command->run (argc, argv);
}

int
main (int argc, char **argv)
{
  set_up ();
  const char *word = argc > 1 ? argv[1] : "";
  if (strcmp (word, "--version") == 0) {
    const char text[] = "Bellwether " VERSION "\n";
    return cli_print (text, strlen (text));
  }
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0 || strcmp (word, "help") == 0) {
    print_help (stdout);
    return fflush (stdout) == 0 ? CLI_DONE : CLI_OUTPUT;
  }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (word, commands[i].name) == 0)
      return run (&commands[i], argc - 1, argv + 1);

  if (*word)
    cli_say (_ ("“%s” is no command"), word);
  print_help (stderr);
  return CLI_USAGE;
}
