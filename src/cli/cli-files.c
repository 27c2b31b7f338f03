/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading files as the options say. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bw-error.h"
#include "cli-files.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

void
cli_files_add_options (CliFiles *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "time-zone", 0, 0, G_OPTION_ARG_FILENAME, &self->time_zone,
      N_ ("zone of the report, and of times that name none (default: this machine's)"),
      N_ ("AREA/CITY") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &self->profile, N_ ("product that wrote the files"),
      N_ ("ID") },
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->maps,
      N_ ("what a column means; can be repeated"), N_ ("HEADER=FIELD") },
    { "date-order", 0, 0, G_OPTION_ARG_FILENAME, &self->date_order, N_ ("order of numeric dates"),
      "dmy|mdy|ymd" },
    { "delimiter", 0, 0, G_OPTION_ARG_FILENAME, &self->delimiter,
      N_ ("character between the cells, or “tab”"), N_ ("C") },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &self->encoding, N_ ("encoding of the files"),
      N_ ("NAME") },
    { "quote", 0, 0, G_OPTION_ARG_FILENAME, &self->quote,
      N_ ("character around cells (default: \")"), N_ ("C") },
    { "escape", 0, 0, G_OPTION_ARG_FILENAME, &self->escape,
      N_ ("character before a quote within a cell (default: the quote)"), N_ ("C") },
    { "scale", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->scales,
      N_ ("scale of a rating, as in 'csat=1-5'; can be repeated"), N_ ("FIELD=LEAST-MOST") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->units,
      N_ ("what a length of time counts, as in 'talk-time=seconds'; can be repeated"),
      N_ ("FIELD=UNIT") },
    { "effort", 0, 0, G_OPTION_ARG_FILENAME, &self->effort,
      N_ ("what a high answer to a question about effort says"), "easy|hard" },
    { "priority", 0, 0, G_OPTION_ARG_FILENAME, &self->priority,
      N_ ("what the bare number 1 of a priority is"), "1-highest|1-lowest" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self->kind, N_ ("what a row of the files is"),
      "tickets|responses|calls|messages|events|…" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("no progress, errors only"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->paths, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* The options that say how columns are read. */
typedef struct {
  const char *name;
  gsize offset;
  gboolean many;
} Kept;

static const Kept kept[] = {
  { "profile", offsetof (CliFiles, profile), FALSE },
  { "map", offsetof (CliFiles, maps), TRUE },
  { "date-order", offsetof (CliFiles, date_order), FALSE },
  { "delimiter", offsetof (CliFiles, delimiter), FALSE },
  { "encoding", offsetof (CliFiles, encoding), FALSE },
  { "quote", offsetof (CliFiles, quote), FALSE },
  { "escape", offsetof (CliFiles, escape), FALSE },
  { "scale", offsetof (CliFiles, scales), TRUE },
  { "unit", offsetof (CliFiles, units), TRUE },
  { "effort", offsetof (CliFiles, effort), FALSE },
  { "priority", offsetof (CliFiles, priority), FALSE },
  { "kind", offsetof (CliFiles, kind), FALSE },
};

/* One that was given; FALSE with an error of usage. */
static gboolean
say (CliFiles *self, const char *name, const char *given, GError **error)
{
  g_autofree char *option = g_strconcat ("--", name, NULL);
  g_autofree char *text = cli_dup_text (given, option, error);
  g_autoptr (GError) problem = NULL;
  if (!text)
    return FALSE;
  if (bw_importer_say (self->importer, name, text, &problem))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", option, problem->message);
  return FALSE;
}

static gboolean
say_all (CliFiles *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    gconstpointer place = G_STRUCT_MEMBER_P (self, kept[i].offset);
    char *single[] = { kept[i].many ? NULL : *(char *const *) place, NULL };
    for (char **text = kept[i].many ? *(char **const *) place : single; text && *text; text++)
      if (!say (self, kept[i].name, *text, error))
        return FALSE;
  }
  return TRUE;
}

gboolean
cli_files_check (CliFiles *self, GError **error)
{
  if (!self->paths) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("say which files to read"));
    return FALSE;
  }
  self->importer = bw_importer_new ();
  self->zone = bw_zone_new (self->time_zone ? self->time_zone : "local", error);
  if (!self->zone)
    return FALSE;
  bw_importer_set_zone (self->importer, self->zone);
  bw_importer_set_zone_known (self->importer, self->time_zone != NULL);
  return say_all (self, error);
}

/* --- Loading --------------------------------------------------------------------------------- */

static void
show_progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  static _Atomic gint64 last;
  gint64 now = g_get_monotonic_time ();
  gint64 before = last;
  if (total <= 0 || now - before < PROGRESS_INTERVAL ||
      !atomic_compare_exchange_strong (&last, &before, now))
    return;
  /* Translators: followed by a percentage */
  fprintf (stderr, "\r%s %3d %%", _ ("Reading"), (int) (100 * (double) done / (double) total));
  fflush (stderr);
}

BwDataset *
cli_files_load (CliFiles *self, gboolean hash, CliStatus *status, GError **error)
{
  gboolean show = !self->quiet && isatty (STDERR_FILENO);
  GError *problem = NULL;
  bw_importer_set_hash (self->importer, hash);
  BwDataset *dataset =
      bw_importer_load (self->importer, (const char *const *) self->paths, cli_get_cancellable (),
                        show ? show_progress_cb : NULL, NULL, &problem);
  if (show)
    fputs ("\r\033[K", stderr);
  /* A profile or field that does not exist is the caller's mistake, not the file's. */
  *status = g_error_matches (problem, BW_ERROR, BW_ERROR_FIELD) ? CLI_USAGE : CLI_INPUT;
  if (problem)
    g_propagate_error (error, problem);
  return dataset;
}

void
cli_files_clear (CliFiles *self)
{
  g_free (self->time_zone);
  g_free (self->profile);
  g_strfreev (self->maps);
  g_free (self->date_order);
  g_free (self->delimiter);
  g_free (self->encoding);
  g_free (self->quote);
  g_free (self->escape);
  g_strfreev (self->scales);
  g_strfreev (self->units);
  g_free (self->effort);
  g_free (self->priority);
  g_free (self->kind);
  g_strfreev (self->paths);
  g_clear_pointer (&self->zone, bw_zone_unref);
  g_clear_object (&self->importer);
}

/* --- Kept with a saved report ----------------------------------------------------------------- */

GStrv
cli_files_list_reading (const CliFiles *self)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    gconstpointer place = G_STRUCT_MEMBER_P (self, kept[i].offset);
    char *single[] = { kept[i].many ? NULL : *(char *const *) place, NULL };
    for (char **text = kept[i].many ? *(char **const *) place : single; text && *text; text++)
      g_strv_builder_take (list, g_strconcat (kept[i].name, "=", *text, NULL));
  }
  return g_strv_builder_end (list);
}

static void
use_reading (CliFiles *self, const Kept *option, const char *const *reading)
{
  g_autofree char *prefix = g_strconcat (option->name, "=", NULL);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  for (; *reading; reading++)
    if (g_str_has_prefix (*reading, prefix))
      g_strv_builder_add (values, *reading + strlen (prefix));
  g_auto (GStrv) list = g_strv_builder_end (values);
  gpointer place = G_STRUCT_MEMBER_P (self, option->offset);
  if (!*list)
    return;
  if (option->many && !*(char ***) place)
    *(char ***) place = g_steal_pointer (&list);
  else if (!option->many && !*(char **) place)
    *(char **) place = g_strdup (*list);
}

void
cli_files_use_reading (CliFiles *self, const char *const *reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    use_reading (self, &kept[i], reading);
}
