/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages, signals, options and standard output of the commands. */
#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

#define BUFFER_SIZE (256 * 1024)

static GCancellable *cancellable;
static int caught; /* the signal that cancelled; atomic */

void
cli_say (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Not g_printerr, which would mangle names where the locale has no characters for them. */
  fprintf (stderr, "bellwether-cli: %s\n", text);
}

CliStatus
cli_fail (CliStatus status, GError *error)
{
  int number = g_atomic_int_get (&caught);
  if (number != 0 && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    sigset_t set;
    sigemptyset (&set);
    sigaddset (&set, number);
    signal (number, SIG_DFL);
    raise (number);
    pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  }
  cli_say ("%s", error->message);
  g_error_free (error);
  return status;
}

CliStatus
cli_fail_usage (const char *command, GError *error)
{
  cli_fail (CLI_USAGE, error);
  /* Translators: %s is the name of a command */
  cli_say (_ ("“bellwether-cli %s --help” lists the options"), command);
  return CLI_USAGE;
}

static gpointer
wait_for_signal (gpointer user_data)
{
  sigset_t *set = user_data;
  int number;
  if (sigwait (set, &number) == 0) {
    g_atomic_int_set (&caught, number);
    g_cancellable_cancel (cancellable);
    /* Who asks twice does not want to wait. */
    signal (number, SIG_DFL);
    pthread_sigmask (SIG_UNBLOCK, set, NULL);
  }
  while (TRUE)
    pause ();
  return NULL;
}

void
cli_watch_signals (void)
{
  static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
  static sigset_t set;
  cancellable = g_cancellable_new ();
  sigemptyset (&set);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    struct sigaction action;
    /* What is ignored from outside (nohup) stays so. */
    if (sigaction (numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
      sigaddset (&set, numbers[i]);
  }
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, &set));
}

GCancellable *
cli_get_cancellable (void)
{
  return cancellable;
}

gboolean
cli_parse (GOptionContext *context, int argc, char **argv, GError **error)
{
  g_autofree char **arguments = g_memdup2 (argv, ((gsize) argc + 1) * sizeof *argv);
  return g_option_context_parse (context, &argc, &arguments, error);
}

char *
cli_dup_text (const char *raw, const char *option, GError **error)
{
  if (!raw || g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);
  char *text = g_locale_to_utf8 (raw, -1, NULL, NULL, NULL);
  if (!text)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%s: the text is not UTF-8"), option);
  return text;
}

int
cli_choose (const char *word, const char *option, const char *const *words, GError **error)
{
  for (int i = 0; words[i]; i++)
    if (strcmp (word, words[i]) == 0)
      return i;
  g_autofree char *known = g_strjoinv (", ", (GStrv) words);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s: “%s” is not known; there are: %s"), option, word, known);
  return -1;
}

GOutputStream *
cli_open_output (void)
{
  g_autoptr (GOutputStream) plain = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return g_buffered_output_stream_new_sized (plain, BUFFER_SIZE);
}

CliStatus
cli_print (const char *text, gsize length)
{
  g_autoptr (GOutputStream) output = cli_open_output ();
  GError *error = NULL;
  if (g_output_stream_write_all (output, text, length, NULL, cancellable, &error) &&
      g_output_stream_close (output, cancellable, &error))
    return CLI_DONE;
  g_prefix_error_literal (&error, _ ("standard output: "));
  return cli_fail (CLI_OUTPUT, error);
}
