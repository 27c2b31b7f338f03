/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bellwether-cli cells: the raw table, before any meaning. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bw-cells.h"
#include "cli-files.h"

/* NULL = not given. */
static gboolean
parse_sign (const char *given,
            const char *option,
            gboolean (*parse) (const char *value, char *sign, GError **error),
            char *sign,
            GError **error)
{
  g_autoptr (GError) problem = NULL;
  if (!given || parse (given, sign, &problem))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, problem->message);
  return FALSE;
}

static gboolean
check (char **paths, GError **error)
{
  if (!paths || g_strv_length (paths) != 1) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("say which one file to read"));
    return FALSE;
  }
  return TRUE;
}

static CliStatus
run (const char *path, const BwReadOptions *options)
{
  GError *error = NULL;
  g_autoptr (GOutputStream) output = cli_open_output ();
  if (bw_cells_write (path, options, output, cli_get_cancellable (), &error) &&
      g_output_stream_close (output, cli_get_cancellable (), &error))
    return CLI_DONE;
  /* Errors of the input name the file, those of the output do not. */
  if (g_str_has_prefix (error->message, path))
    return cli_fail (CLI_INPUT, error);
  g_prefix_error_literal (&error, _ ("standard output: "));
  return cli_fail (CLI_OUTPUT, error);
}

CliStatus
cli_cells (int argc, char **argv)
{
  g_autofree char *delimiter = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *escape = NULL;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "delimiter", 0, 0, G_OPTION_ARG_FILENAME, &delimiter,
      N_ ("character between the cells, or “tab”"), N_ ("C") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &encoding, N_ ("encoding of the file"),
      N_ ("NAME") },
    { "quote", 0, 0, G_OPTION_ARG_FILENAME, &quote, N_ ("character around cells (default: \")"),
      N_ ("C") },
    { "escape", 0, 0, G_OPTION_ARG_FILENAME, &escape,
      N_ ("character before a quote within a cell (default: the quote)"), N_ ("C") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_summary (
      context, _ ("Prints the raw table of a file as a JSON array of arrays of strings."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  GError *error = NULL;
  BwReadOptions options = { 0 };
  if (!cli_parse (context, argc, argv, &error) || !check (paths, &error) ||
      !parse_sign (delimiter, "--delimiter", bw_importer_parse_delimiter, &options.delimiter,
                   &error) ||
      !parse_sign (quote, "--quote", bw_importer_parse_sign, &options.quote, &error) ||
      !parse_sign (escape, "--escape", bw_importer_parse_sign, &options.escape, &error))
    return cli_fail_usage ("cells", error);
  options.encoding = encoding;
  return run (paths[0], &options);
}
