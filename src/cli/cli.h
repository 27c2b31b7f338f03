/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: exit statuses, messages, cancelling, and standard output. */
#pragma once

#include <gio/gio.h>

typedef enum {
  CLI_DONE,
  CLI_USAGE,  /* wrong options */
  CLI_INPUT,  /* an input could not be used; nothing was written */
  CLI_OUTPUT, /* an output could not be written; an older file of that name is still whole */
} CliStatus;

/* Each command reads its own options; argv[0] is its name. */
CliStatus cli_report (int argc, char **argv);
CliStatus cli_inspect (int argc, char **argv);
CliStatus cli_cells (int argc, char **argv);
CliStatus cli_rows (int argc, char **argv);
CliStatus cli_kpis (int argc, char **argv);

/* One line on standard error, with the program's name in front. */
void cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same of an error, which is freed. Returns the status, or does not return at all when the
 * error is that the work was cancelled by a signal: then the program ends by that signal. */
CliStatus cli_fail (CliStatus status, GError *error);
/* For wrong options: says where help is. */
CliStatus cli_fail_usage (const char *command, GError *error);

/* Makes SIGINT, SIGTERM and SIGHUP cancel instead of kill. Before any thread is made. */
void cli_watch_signals (void);
GCancellable *cli_get_cancellable (void);

/* Removes what this reads of the arguments; paths (raw bytes) receives the rest. */
gboolean cli_parse (GOptionContext *context, int argc, char **argv, GError **error);
/* An option's text: UTF-8, or else in the encoding of the locale. NULL stays NULL. */
char *cli_dup_text (const char *raw, const char *option, GError **error);
/* The place of a word in a NULL-terminated list; -1 and an error that lists the words. */
int cli_choose (const char *word, const char *option, const char *const *words, GError **error);

/* Buffered; to be closed, so that errors are seen. */
GOutputStream *cli_open_output (void);
CliStatus cli_print (const char *text, gsize length);
