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
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self->kind, N_ ("what a row of the files is"),
      "tickets|responses|calls|messages|events|…" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("no progress, errors only"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->paths, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

gboolean
cli_parse_sign (const char *text, const char *option, char *sign, GError **error)
{
  *sign = text ? *text : 0;
  if (!text || (strlen (text) == 1 && (guchar) *text < 0x80 && !strchr ("\r\n", *text)))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s: “%s” is not one character"), option, text);
  return FALSE;
}

char
cli_parse_delimiter (const char *text, GError **error)
{
  if (strcmp (text, "tab") == 0 || strcmp (text, "\\t") == 0)
    return '\t';
  if (strlen (text) == 1 && !strchr ("\"\r\n", *text) && (guchar) *text < 0x80)
    return *text;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("--delimiter: “%s” is not one character"), text);
  return 0;
}

static char *
list_fields (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", bw_field_get (id)->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
set_maps (CliFiles *self, GError **error)
{
  for (char **map = self->maps; map && *map; map++) {
    g_autofree char *text = cli_dup_text (*map, "--map", error);
    const char *field = text ? strrchr (text, '=') : NULL;
    if (!text)
      return FALSE;
    if (!field) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--map: “%s” is not of the form HEADER=FIELD"), text);
      return FALSE;
    }
    if (!bw_field_find (field + 1) && strcmp (field + 1, "none") != 0) {
      g_autofree char *known = list_fields ();
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--map: there is no field “%s”; there are: %s"), field + 1, known);
      return FALSE;
    }
    bw_importer_add_map (self->importer, text);
  }
  return TRUE;
}

/* "FIELD=VALUE" with a field of that kind of value. */
static const BwField *
split_wish (const char *wish, const char *option, BwValue value, const char **rest, GError **error)
{
  const char *equals = strchr (wish, '=');
  g_autofree char *name = g_strndup (wish, equals ? (gsize) (equals - wish) : 0);
  const BwField *field = equals ? bw_field_find (name) : NULL;
  if (field && field->value == value) {
    *rest = equals + 1;
    return field;
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s: “%s” does not begin with a field of that kind and “=”"), option, wish);
  return NULL;
}

static gboolean
set_scale (CliFiles *self, const char *wish, GError **error)
{
  const char *rest;
  const BwField *field = split_wish (wish, "--scale", BW_VALUE_RATING, &rest, error);
  if (!field)
    return FALSE;
  char *dash;
  double low = g_ascii_strtod (rest, &dash);
  double high = *dash == '-' ? g_ascii_strtod (dash + 1, NULL) : low;
  if (dash > rest && high > low) {
    bw_importer_set_scale (self->importer, field->id, low, high);
    return TRUE;
  }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("--scale: “%s” is no scale: write it as 'csat=1-5'"), wish);
  return FALSE;
}

static gboolean
set_unit (CliFiles *self, const char *wish, GError **error)
{
  static const char *const units[] = {
    "seconds", "milliseconds", "minutes", "hours", "days", NULL
  };
  static const BwDurationUnit values[] = { BW_DURATION_SECONDS, BW_DURATION_MILLISECONDS,
                                           BW_DURATION_MINUTES, BW_DURATION_HOURS,
                                           BW_DURATION_DAYS };
  const char *rest;
  const BwField *field = split_wish (wish, "--unit", BW_VALUE_DURATION, &rest, error);
  int unit = field ? cli_choose (rest, "--unit", units, error) : -1;
  if (unit >= 0)
    bw_importer_set_unit (self->importer, field->id, values[unit]);
  return unit >= 0;
}

/* How columns are read, whatever they are called. */
static gboolean
set_readings (CliFiles *self, GError **error)
{
  static const char *const efforts[] = { "easy", "hard", NULL };
  char quote, escape;
  if (!cli_parse_sign (self->quote, "--quote", &quote, error) ||
      !cli_parse_sign (self->escape, "--escape", &escape, error))
    return FALSE;
  bw_importer_set_quotes (self->importer, quote, escape);
  for (char **wish = self->scales; wish && *wish; wish++)
    if (!set_scale (self, *wish, error))
      return FALSE;
  for (char **wish = self->units; wish && *wish; wish++)
    if (!set_unit (self, *wish, error))
      return FALSE;
  int effort = self->effort ? cli_choose (self->effort, "--effort", efforts, error) : 0;
  if (effort < 0)
    return FALSE;
  if (self->effort)
    bw_importer_set_effort (self->importer,
                            effort == 0 ? BW_EFFORT_HIGH_IS_EASY : BW_EFFORT_HIGH_IS_HARD);
  return TRUE;
}

static gboolean
set_words (CliFiles *self, GError **error)
{
  static const char *const orders[] = { "dmy", "mdy", "ymd", NULL };
  static const BwDateOrder values[] = { BW_DATE_DMY, BW_DATE_MDY, BW_DATE_YMD };
  if (self->date_order) {
    int order = cli_choose (self->date_order, "--date-order", orders, error);
    if (order < 0)
      return FALSE;
    bw_importer_set_date_order (self->importer, values[order]);
  }
  if (self->kind) {
    const char *kinds[BW_KIND_LAST + 1] = { NULL };
    for (int i = 0; i < BW_KIND_LAST; i++)
      if (!bw_kind_is_derived ((BwKind) i))
        kinds[i] = bw_kind_to_string ((BwKind) i);
    int kind = cli_choose (self->kind, "--kind", kinds, error);
    if (kind < 0)
      return FALSE;
    bw_importer_set_kind (self->importer, (BwKind) kind);
  }
  if (self->delimiter) {
    char delimiter = cli_parse_delimiter (self->delimiter, error);
    if (!delimiter)
      return FALSE;
    bw_importer_set_delimiter (self->importer, delimiter);
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
  if (self->profile)
    bw_importer_set_profile (self->importer, self->profile);
  if (self->encoding)
    bw_importer_set_encoding (self->importer, self->encoding);
  return set_words (self, error) && set_readings (self, error) && set_maps (self, error);
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
  g_free (self->kind);
  g_strfreev (self->paths);
  g_clear_pointer (&self->zone, bw_zone_unref);
  g_clear_object (&self->importer);
}

/* --- Kept with a saved report ----------------------------------------------------------------- */

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
  { "kind", offsetof (CliFiles, kind), FALSE },
};

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
