/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved reports: the document is kept as it was read, and what is known is written over it. */
#include "config.h"

#include "bw-report-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <yyjson.h>

#include "bw-civil.h"
#include "bw-error.h"

#define FORMAT "bellwether"
#define VERSION_OF_FORMAT 1

typedef yyjson_mut_val Json;
typedef yyjson_mut_doc JsonDoc;

struct _BwReportFile {
  char *name;   /* for messages */
  char *folder; /* that relative paths begin from */
  JsonDoc *doc;
  GPtrArray *sources; /* BwSavedSource, as many as "sources" of the document has */
  GPtrArray *figures; /* BwSavedFigure */
  char *figures_period;
  char *period;
  GStrv reading;
};

/* By their enums. */
static const char *const comparisons[] = { "none", "previous", "year", NULL };
static const char *const bases[] = { "event", "created", NULL };
static const char *const statistics[] = { "mean", "median", NULL };

/* --- The value --------------------------------------------------------------------------------
 */

static void
saved_source_free (gpointer data)
{
  BwSavedSource *source = data;

  g_free (source->path);
  g_free (source->member);
  g_free (source->sha256);
  g_free (source->kind);
  g_free (source->profile);
  g_free (source);
}

static void
saved_figure_free (gpointer data)
{
  BwSavedFigure *figure = data;

  g_free (figure->id);
  g_free (figure);
}

BwReportFile *
bw_report_file_new (void)
{
  BwReportFile *self = g_new0 (BwReportFile, 1);

  self->sources = g_ptr_array_new_with_free_func (saved_source_free);
  self->figures = g_ptr_array_new_with_free_func (saved_figure_free);
  self->reading = g_new0 (char *, 1);
  return self;
}

void
bw_report_file_free (BwReportFile *self)
{
  g_free (self->name);
  g_free (self->folder);
  g_clear_pointer (&self->doc, yyjson_mut_doc_free);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->figures);
  g_free (self->figures_period);
  g_free (self->period);
  g_strfreev (self->reading);
  g_free (self);
}

const GPtrArray *
bw_report_file_get_sources (const BwReportFile *self)
{
  return self->sources;
}

const GPtrArray *
bw_report_file_get_figures (const BwReportFile *self)
{
  return self->figures;
}

const char *
bw_report_file_get_figures_period (const BwReportFile *self)
{
  return self->figures_period;
}

GStrv
bw_report_file_list_paths (const BwReportFile *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sources->len; i++) {
    const BwSavedSource *source = self->sources->pdata[i];
    if (g_hash_table_add (seen, source->path))
      g_strv_builder_add (paths, source->path);
  }
  return g_strv_builder_end (paths);
}

const char *
bw_report_file_get_period (const BwReportFile *self)
{
  return self->period;
}

const char *const *
bw_report_file_get_reading (const BwReportFile *self)
{
  return (const char *const *) self->reading;
}

void
bw_report_file_set_reading (BwReportFile *self, const char *const *reading)
{
  GStrv copy = reading != NULL ? g_strdupv ((GStrv) reading) : g_new0 (char *, 1);

  g_strfreev (self->reading);
  self->reading = copy;
}

/* --- Paths ------------------------------------------------------------------------------------
 */

/* As it stands in the file: a URI when its bytes are no text. */
static char *
spell_path (const char *path, const char *folder)
{
  gsize length = strlen (folder);
  const char *spelt = path;

  if (!g_utf8_validate (path, -1, NULL))
    return g_filename_to_uri (path, NULL, NULL);
  if (g_str_has_prefix (path, folder) && path[length] == G_DIR_SEPARATOR)
    spelt = path + length + 1;
  return g_strdup (spelt);
}

static char *
resolve_path (const char *spelt, const char *folder)
{
  if (g_str_has_prefix (spelt, "file:")) {
    char *path = g_filename_from_uri (spelt, NULL, NULL);
    if (path != NULL)
      return path;
  }
  return g_canonicalize_filename (spelt, folder);
}

static char *
folder_of (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return g_path_get_dirname (absolute);
}

/* --- Reading values ---------------------------------------------------------------------------
 */

static gboolean
fail (const BwReportFile *self, const char *key, const char *what, GError **error)
{
  /* Translators: a file, a key in it and a kind of value: March.bellwether: “sources” is not a list
   */
  g_set_error (error, BW_ERROR, BW_ERROR_FORMAT, _ ("%s: “%s” is not %s"), self->name, key, what);
  return FALSE;
}

/* An error of what reads the value, with file and key in front. */
static gboolean
pass_on (const BwReportFile *self, const char *key, GError *problem, GError **error)
{
  g_set_error (error, BW_ERROR, BW_ERROR_FORMAT, "%s: “%s”: %s", self->name, key, problem->message);
  g_error_free (problem);
  return FALSE;
}

/* What is not there is null. */
static Json *
get (Json *object, const char *key)
{
  Json *value = yyjson_mut_obj_get (object, strrchr (key, '.') ? strrchr (key, '.') + 1 : key);

  return yyjson_mut_is_null (value) ? NULL : value;
}

/* NULL when it is not there. key: its last part is looked up, all of it is told. */
static gboolean
get_text (
    const BwReportFile *self, Json *object, const char *key, const char **text, GError **error)
{
  Json *value = get (object, key);

  *text = yyjson_mut_get_str (value);
  return value == NULL || *text != NULL || fail (self, key, _ ("a text"), error);
}

static gboolean
need_text (
    const BwReportFile *self, Json *object, const char *key, const char **text, GError **error)
{
  if (!get_text (self, object, key, text, error))
    return FALSE;
  return *text != NULL || fail (self, key, _ ("a text"), error);
}

/* NAN when it is not there. */
static gboolean
get_number (const BwReportFile *self, Json *object, const char *key, double *number, GError **error)
{
  Json *value = get (object, key);

  *number = value != NULL ? yyjson_mut_get_num (value) : NAN;
  return value == NULL || yyjson_mut_is_num (value) || fail (self, key, _ ("a number"), error);
}

/* *flag stays when it is not there. */
static gboolean
get_flag (const BwReportFile *self, Json *object, const char *key, gboolean *flag, GError **error)
{
  Json *value = get (object, key);

  if (yyjson_mut_is_bool (value))
    *flag = yyjson_mut_get_bool (value);
  return value == NULL || yyjson_mut_is_bool (value) || fail (self, key, _ ("true or false"), error);
}

static gboolean
get_object (const BwReportFile *self, Json *object, const char *key, Json **found, GError **error)
{
  *found = get (object, key);
  return *found == NULL || yyjson_mut_is_obj (*found) || fail (self, key, _ ("an object"), error);
}

static gboolean
get_list (const BwReportFile *self, Json *object, const char *key, Json **found, GError **error)
{
  *found = get (object, key);
  return *found == NULL || yyjson_mut_is_arr (*found) || fail (self, key, _ ("a list"), error);
}

/* *texts is NULL when it is not there. */
static gboolean
get_texts (const BwReportFile *self, Json *object, const char *key, GStrv *texts, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Json *list, *item;
  size_t i, n;

  if (!get_list (self, object, key, &list, error))
    return FALSE;
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    if (!yyjson_mut_is_str (item))
      return fail (self, key, _ ("a list of texts"), error);
    g_strv_builder_add (builder, yyjson_mut_get_str (item));
  }
  *texts = list != NULL ? g_strv_builder_end (builder) : NULL;
  return TRUE;
}

/* *place stays when it is not there. */
static gboolean
get_word (const BwReportFile *self,
          Json *object,
          const char *key,
          const char *const *words,
          guint *place,
          GError **error)
{
  const char *text;
  g_autofree char *list = g_strjoinv (", ", (GStrv) words);
  g_autofree char *what = NULL;

  if (!get_text (self, object, key, &text, error))
    return FALSE;
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], text)) {
      *place = i;
      return TRUE;
    }
  /* Translators: “…” is not one of these: mean, median */
  what = g_strdup_printf (_ ("one of these: %s"), list);
  return text == NULL || fail (self, key, what, error);
}

/* "2025-03-01" */
static gboolean
get_day (const BwReportFile *self, Json *object, const char *key, gint64 *day, GError **error)
{
  const char *text;
  int year, month, of_month, end = 0;

  if (!need_text (self, object, key, &text, error))
    return FALSE;
  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &of_month, &end) != 3 || text[end] != '\0' ||
      year < 1 || month < 1 || month > 12 || of_month < 1 ||
      of_month > bw_civil_month_length (year, month))
    return fail (self, key, _ ("a day like 2025-03-01"), error);
  *day = bw_civil_to_days (year, month, of_month);
  return TRUE;
}

/* NONE when it is not there. */
static gboolean
get_field (
    const BwReportFile *self, Json *object, const char *key, BwFieldId *field, GError **error)
{
  const char *text;
  const BwField *found;

  if (!get_text (self, object, key, &text, error))
    return FALSE;
  found = text != NULL ? bw_field_find (text) : NULL;
  *field = found != NULL ? found->id : BW_FIELD_NONE;
  return text == NULL || found != NULL || fail (self, key, _ ("a field"), error);
}

/* --- Reading the document ---------------------------------------------------------------------
 */

static gboolean
read_source (BwReportFile *self, Json *object, GError **error)
{
  const char *path, *member, *sha256, *kind, *profile;
  BwSavedSource *source;

  if (!need_text (self, object, "sources.path", &path, error) ||
      !get_text (self, object, "sources.member", &member, error) ||
      !get_text (self, object, "sources.sha256", &sha256, error) ||
      !get_text (self, object, "sources.kind", &kind, error) ||
      !get_text (self, object, "sources.profile", &profile, error))
    return FALSE;
  source = g_new0 (BwSavedSource, 1);
  source->path = resolve_path (path, self->folder);
  source->member = g_strdup (member);
  source->sha256 = g_strdup (sha256);
  source->kind = g_strdup (kind);
  source->profile = g_strdup (profile);
  g_ptr_array_add (self->sources, source);
  return TRUE;
}

static gboolean
read_sources (BwReportFile *self, Json *root, GError **error)
{
  Json *list, *item;
  size_t i, n;

  if (!get_list (self, root, "sources", &list, error))
    return FALSE;
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    if (!read_source (self, item, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_figures (BwReportFile *self, Json *root, GError **error)
{
  Json *figures, *list, *item;
  const char *period;
  size_t i, n;

  if (!get_object (self, root, "figures", &figures, error) ||
      !get_text (self, figures, "figures.period", &period, error) ||
      !get_list (self, figures, "figures.values", &list, error))
    return FALSE;
  self->figures_period = g_strdup (period);
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    const char *id;
    double value, rows;
    BwSavedFigure *figure;

    if (!need_text (self, item, "figures.values.id", &id, error) ||
        !get_number (self, item, "figures.values.value", &value, error) ||
        !get_number (self, item, "figures.values.n", &rows, error))
      return FALSE;
    figure = g_new0 (BwSavedFigure, 1);
    figure->id = g_strdup (id);
    figure->value = value;
    figure->n = rows >= 0 && rows < 9e15 ? (gint64) rows : 0;
    g_ptr_array_add (self->figures, figure);
  }
  return TRUE;
}

static gboolean
check_version (const BwReportFile *self, Json *root, GError **error)
{
  Json *version = get (root, "version");
  const char *format = yyjson_mut_get_str (get (root, "format"));

  if (g_strcmp0 (format, FORMAT) != 0) {
    g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                 _ ("%s is not a saved report: “format” is not “%s”"), self->name, FORMAT);
    return FALSE;
  }
  if (!yyjson_mut_is_int (version) || yyjson_mut_get_num (version) < 1)
    return fail (self, "version", _ ("a whole number from 1"), error);
  if (yyjson_mut_get_num (version) <= VERSION_OF_FORMAT)
    return TRUE;
  g_set_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED,
               _ ("%s was saved by a newer Bellwether (“version” is %.0f, this one reads %d)"),
                 self->name, yyjson_mut_get_num (version), VERSION_OF_FORMAT);
  return FALSE;
}

static gboolean
read_root (BwReportFile *self, GError **error)
{
  Json *root = yyjson_mut_doc_get_root (self->doc);
  Json *question;
  const char *period;
  g_auto (GStrv) reading = NULL;

  if (!check_version (self, root, error) || !read_sources (self, root, error) ||
      !read_figures (self, root, error) || !get_texts (self, root, "reading", &reading, error) ||
      !get_object (self, root, "question", &question, error) ||
      !get_text (self, question, "question.period", &period, error))
    return FALSE;
  bw_report_file_set_reading (self, (const char *const *) reading);
  self->period = g_strdup (period);
  return TRUE;
}

BwReportFile *
bw_report_file_read (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (BwReportFile) self = bw_report_file_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  yyjson_read_err problem;
  yyjson_doc *doc = yyjson_read_opts ((char *) data, length, YYJSON_READ_NOFLAG, NULL, &problem);

  self->name = g_filename_display_basename (path);
  self->folder = folder_of (path);
  if (doc == NULL) {
    g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                 /* Translators: what is wrong is said by the library that reads JSON */
                 _ ("%s is not a saved report: %s at byte %zu"), self->name,
                   length > 0 ? problem.msg : _ ("it is empty"), problem.pos);
    return NULL;
  }
  self->doc = yyjson_doc_mut_copy (doc, NULL);
  yyjson_doc_free (doc);
  if (!read_root (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- Reading settings -------------------------------------------------------------------------
 */

static gboolean
read_choices (const BwReportFile *self, Json *object, BwSettings *settings, GError **error)
{
  Json *choices, *key, *value;
  size_t i, n;

  if (!get_object (self, object, "settings.choices", &choices, error))
    return FALSE;
  yyjson_mut_obj_foreach (choices, i, n, key, value)
  {
    GError *problem = NULL;
    g_autofree char *text = NULL;

    if (!yyjson_mut_is_str (value))
      return fail (self, yyjson_mut_get_str (key), _ ("a text"), error);
    text = g_strconcat (yyjson_mut_get_str (key), "=", yyjson_mut_get_str (value), NULL);
    if (!bw_settings_parse_choice (settings, text, &problem))
      return pass_on (self, "settings.choices", problem, error);
  }
  return TRUE;
}

static gboolean
read_exclusions (const BwReportFile *self, Json *object, BwSettings *settings, GError **error)
{
  Json *exclusions;

  if (!get_object (self, object, "settings.exclusions", &exclusions, error))
    return FALSE;
  for (BwExclusion i = 0; i < BW_EXCLUDE_LAST; i++) {
    gboolean excludes = bw_settings_excludes (settings, i);
    g_autofree char *key = g_strconcat ("settings.exclusions.", bw_exclusion_to_string (i), NULL);

    if (!get_flag (self, exclusions, key, &excludes, error))
      return FALSE;
    bw_settings_set_excludes (settings, i, excludes);
  }
  return TRUE;
}

static gboolean
read_schedule (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  BwFieldId field;
  const char *value, *hours;
  GError *problem = NULL;

  if (!get_field (self, item, "settings.schedules.field", &field, error) ||
      !get_text (self, item, "settings.schedules.value", &value, error) ||
      !need_text (self, item, "settings.schedules.hours", &hours, error))
    return FALSE;
  return bw_settings_set_schedule (settings, field, value, hours, &problem) ||
         pass_on (self, "settings.schedules.hours", problem, error);
}

static gboolean
read_holiday (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  gint64 day;
  const char *name;

  if (!get_day (self, item, "settings.holidays.day", &day, error) ||
      !get_text (self, item, "settings.holidays.name", &name, error))
    return FALSE;
  bw_settings_add_holiday (settings, day, name);
  return TRUE;
}

static gboolean
read_sla (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  const char *priority, *channel;
  double reply, solve;

  if (!get_text (self, item, "settings.sla.priority", &priority, error) ||
      !get_text (self, item, "settings.sla.channel", &channel, error) ||
      !get_number (self, item, "settings.sla.reply", &reply, error) ||
      !get_number (self, item, "settings.sla.solve", &solve, error))
    return FALSE;
  bw_settings_set_sla_target (settings, priority, channel, reply, solve);
  return TRUE;
}

static gboolean
read_topic (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  const char *name, *words;

  if (!need_text (self, item, "settings.topics.name", &name, error) ||
      !need_text (self, item, "settings.topics.words", &words, error))
    return FALSE;
  bw_settings_set_topic (settings, name, words);
  return TRUE;
}

static gboolean
read_input (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  gint64 month;
  BwFieldId field;
  double value;

  if (!get_day (self, item, "settings.inputs.month", &month, error) ||
      !get_field (self, item, "settings.inputs.field", &field, error) ||
      !get_number (self, item, "settings.inputs.value", &value, error))
    return FALSE;
  if (field == BW_FIELD_NONE)
    return fail (self, "settings.inputs.field", _ ("a field"), error);
  bw_settings_set_input (settings, month, field, value);
  return TRUE;
}

static gboolean
read_lists (const BwReportFile *self, Json *object, BwSettings *settings, GError **error)
{
  static const struct {
    const char *key;
    gboolean (*read) (const BwReportFile *, Json *, BwSettings *, GError **);
  } lists[] = {
    { "settings.schedules", read_schedule },
    { "settings.holidays", read_holiday },
    { "settings.sla", read_sla },
    { "settings.topics", read_topic },
    { "settings.inputs", read_input },
  };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++) {
    Json *list, *item;
    size_t i, n;

    if (!get_list (self, object, lists[l].key, &list, error))
      return FALSE;
    yyjson_mut_arr_foreach (list, i, n, item)
    {
      if (!lists[l].read (self, item, settings, error))
        return FALSE;
    }
  }
  return TRUE;
}

static BwSettings *
read_settings (const BwReportFile *self, Json *root, GError **error)
{
  static const char *const clocks[] = { "auto", "calendar", "business", NULL };
  g_autoptr (BwSettings) settings = bw_settings_new ();
  Json *object;
  guint clock = BW_CLOCK_AUTO;
  const char *currency;

  if (!get_object (self, root, "settings", &object, error) ||
      !get_word (self, object, "settings.clock", clocks, &clock, error) ||
      !get_text (self, object, "settings.currency", &currency, error) ||
      !read_choices (self, object, settings, error) ||
      !read_exclusions (self, object, settings, error) ||
      !read_lists (self, object, settings, error))
    return NULL;
  bw_settings_set_clock (settings, clock);
  bw_settings_set_currency (settings, currency);
  return g_steal_pointer (&settings);
}

/* --- Reading the question ---------------------------------------------------------------------
 */

typedef struct {
  BwZone *zone;
  BwPeriod *period; /* NULL = the data tell */
  guint grain;
  guint compare;
  guint basis;
  guint statistic;
  gboolean anonymise;
  BwFilter *filter;
  BwTargets *targets;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->zone, bw_zone_unref);
  g_clear_pointer (&question->period, bw_period_unref);
  g_clear_pointer (&question->filter, bw_filter_unref);
  g_clear_pointer (&question->targets, bw_targets_unref);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static BwFilter *
read_filter (const BwReportFile *self, Json *object, GError **error)
{
  g_autoptr (BwFilter) filter = bw_filter_new ();
  Json *fields, *key, *value;
  size_t i, n;

  if (!get_object (self, object, "question.filter", &fields, error))
    return NULL;
  yyjson_mut_obj_foreach (fields, i, n, key, value)
  {
    const BwField *field = bw_field_find (yyjson_mut_get_str (key));
    g_autofree char *path = g_strconcat ("question.filter.", yyjson_mut_get_str (key), NULL);
    g_auto (GStrv) values = NULL;
    BwFilter *next;

    if (field == NULL) {
      fail (self, path, _ ("a field"), error);
      return NULL;
    }
    if (!get_texts (self, fields, path, &values, error))
      return NULL;
    next = bw_filter_with (filter, field->id, (const char *const *) values);
    bw_filter_unref (filter);
    filter = next;
  }
  return g_steal_pointer (&filter);
}

static BwTargets *
read_targets (const BwReportFile *self, Json *object, GError **error)
{
  g_autoptr (BwTargets) targets = bw_targets_new ();
  g_auto (GStrv) texts = NULL;

  if (!get_texts (self, object, "question.targets", &texts, error))
    return NULL;
  for (char **text = texts; text != NULL && *text != NULL; text++) {
    GError *problem = NULL;
    BwTargets *next = bw_targets_parse (targets, *text, &problem);

    if (next == NULL) {
      pass_on (self, "question.targets", problem, error);
      return NULL;
    }
    bw_targets_unref (targets);
    targets = next;
  }
  return g_steal_pointer (&targets);
}

static gboolean
read_period (const BwReportFile *self, Question *question, GError **error)
{
  GError *problem = NULL;

  if (self->period == NULL)
    return TRUE;
  question->period = bw_period_parse (self->period, question->zone, 1, 0, &problem);
  if (question->period != NULL)
    return TRUE;
  if (!g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY))
    return pass_on (self, "question.period", problem, error);
  g_error_free (problem);
  return TRUE;
}

static gboolean
read_zone (
    const BwReportFile *self, Json *object, BwZone *preset, Question *question, GError **error)
{
  const char *text;
  GError *problem = NULL;

  if (!get_text (self, object, "question.time-zone", &text, error))
    return FALSE;
  question->zone = text != NULL ? bw_zone_new (text, &problem) : bw_zone_ref (preset);
  return question->zone != NULL || pass_on (self, "question.time-zone", problem, error);
}

static Question *
read_question (const BwReportFile *self, Json *root, BwZone *preset, GError **error)
{
  static const char *const grains[] = { "day", "week", "month", "quarter", "year", NULL };
  g_autoptr (Question) question = g_new0 (Question, 1);
  Json *object;

  question->grain = BW_GRAIN_MONTH;
  question->compare = BW_COMPARE_PREVIOUS;
  if (!get_object (self, root, "question", &object, error) ||
      !read_zone (self, object, preset, question, error) || !read_period (self, question, error) ||
      !get_word (self, object, "question.grain", grains, &question->grain, error) ||
      !get_word (self, object, "question.compare", comparisons, &question->compare, error) ||
      !get_word (self, object, "question.basis", bases, &question->basis, error) ||
      !get_word (self, object, "question.statistic", statistics, &question->statistic, error) ||
      !get_flag (self, object, "question.anonymise", &question->anonymise, error))
    return NULL;
  question->filter = read_filter (self, object, error);
  question->targets = question->filter != NULL ? read_targets (self, object, error) : NULL;
  return question->targets != NULL ? g_steal_pointer (&question) : NULL;
}

static void
ask (BwWorkspace *workspace, const Question *question)
{
  bw_workspace_set_zone (workspace, question->zone);
  if (question->period != NULL)
    bw_workspace_set_period (workspace, question->period);
  bw_workspace_set_grain (workspace, question->grain);
  bw_workspace_set_compare (workspace, question->compare);
  bw_workspace_set_basis (workspace, question->basis);
  bw_workspace_set_statistic (workspace, question->statistic);
  bw_workspace_set_anonymise (workspace, question->anonymise);
  bw_workspace_set_filter (workspace, question->filter);
  bw_workspace_set_targets (workspace, question->targets);
}

/* --- Reading the plan -------------------------------------------------------------------------
 */

static gboolean
read_actions (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) actions =
                g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);
  Json *list, *item;
  size_t i, n;

  if (!get_list (self, object, "report.actions", &list, error))
    return FALSE;
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    const char *text, *owner, *due;

    if (!need_text (self, item, "report.actions.text", &text, error) ||
        !get_text (self, item, "report.actions.owner", &owner, error) ||
        !get_text (self, item, "report.actions.due", &due, error))
      return FALSE;
    g_ptr_array_add (actions, bw_report_action_new (text, owner, due));
  }
  bw_report_plan_set_actions (plan, g_steal_pointer (&actions));
  return TRUE;
}

static gboolean
read_comments (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  Json *comments, *key, *value;
  size_t i, n;

  if (!get_object (self, object, "report.comments", &comments, error))
    return FALSE;
  yyjson_mut_obj_foreach (comments, i, n, key, value)
  {
    if (!yyjson_mut_is_str (value))
      return fail (self, "report.comments", _ ("an object of texts"), error);
    bw_report_plan_set_comment (plan, yyjson_mut_get_str (key), yyjson_mut_get_str (value));
  }
  return TRUE;
}

static gboolean
read_texts_of_plan (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  const char *template, *title, *logo, *language;
  g_auto (GStrv) sections = NULL;
  g_autofree char *path = NULL;

  if (!get_text (self, object, "report.template", &template, error) ||
      !get_text (self, object, "report.title", &title, error) ||
      !get_text (self, object, "report.logo", &logo, error) ||
      !get_text (self, object, "report.language", &language, error) ||
      !get_texts (self, object, "report.sections", &sections, error))
    return FALSE;
  path = logo != NULL && *logo != '\0' ? resolve_path (logo, self->folder) : NULL;
  if (template != NULL)
    bw_report_plan_set_template (plan, template);
  bw_report_plan_set_sections (plan, (const char *const *) sections);
  bw_report_plan_set_title (plan, title != NULL ? title : "");
  bw_report_plan_set_logo (plan, path != NULL ? path : "");
  bw_report_plan_set_language (plan, language != NULL ? language : "");
  return TRUE;
}

static BwReportPlan *
read_plan (const BwReportFile *self, Json *root, GError **error)
{
  static const char *const papers[] = { "locale", "a4", "letter", NULL };
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  Json *object;
  guint sheet = BW_SHEET_LOCALE;
  gboolean anonymise = FALSE;
  gboolean quotes = FALSE;

  if (!get_object (self, root, "report", &object, error) ||
      !read_texts_of_plan (self, object, plan, error) ||
      !get_word (self, object, "report.paper", papers, &sheet, error) ||
      !get_flag (self, object, "report.anonymise", &anonymise, error) ||
      !get_flag (self, object, "report.quotes", &quotes, error) ||
      !read_comments (self, object, plan, error) || !read_actions (self, object, plan, error))
    return NULL;
  bw_report_plan_set_sheet (plan, sheet);
  bw_report_plan_set_anonymise (plan, anonymise);
  bw_report_plan_set_quotes (plan, quotes);
  return g_steal_pointer (&plan);
}

/* All of one plan into another that somebody holds. */
static void
take_plan (BwReportPlan *to, BwReportPlan *from)
{
  const GPtrArray *actions = bw_report_plan_get_actions (from);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);
  g_autofree const char **old = bw_report_plan_get_commented (to);
  g_autofree const char **commented = bw_report_plan_get_commented (from);
  g_auto (GStrv) gone = g_strdupv ((GStrv) old);

  bw_report_plan_set_template (to, bw_report_plan_get_template (from));
  bw_report_plan_set_sections (to, bw_report_plan_get_sections (from));
  bw_report_plan_set_title (to, bw_report_plan_get_title (from));
  bw_report_plan_set_logo (to, bw_report_plan_get_logo (from));
  bw_report_plan_set_language (to, bw_report_plan_get_language (from));
  bw_report_plan_set_sheet (to, bw_report_plan_get_sheet (from));
  bw_report_plan_set_anonymise (to, bw_report_plan_get_anonymise (from));
  bw_report_plan_set_quotes (to, bw_report_plan_get_quotes (from));
  for (char **section = gone; *section != NULL; section++)
    bw_report_plan_set_comment (to, *section, NULL);
  for (const char **section = commented; *section != NULL; section++)
    bw_report_plan_set_comment (to, *section, bw_report_plan_get_comment (from, *section));
  for (guint i = 0; i < actions->len; i++) {
    const BwReportAction *action = actions->pdata[i];
    g_ptr_array_add (copies, bw_report_action_new (action->text, action->owner, action->due));
  }
  bw_report_plan_set_actions (to, copies);
}

gboolean
bw_report_file_apply (const BwReportFile *self, BwWorkspace *workspace, GError **error)
{
  Json *root = yyjson_mut_doc_get_root (self->doc);
  g_autoptr (BwSettings) settings = read_settings (self, root, error);
  g_autoptr (Question) question = NULL;
  g_autoptr (BwReportPlan) plan = NULL;

  if (settings == NULL)
    return FALSE;
  question = read_question (self, root, bw_workspace_get_zone (workspace), error);
  plan = question != NULL ? read_plan (self, root, error) : NULL;
  if (plan == NULL)
    return FALSE;
  bw_workspace_set_settings (workspace, settings);
  ask (workspace, question);
  take_plan (bw_workspace_get_plan (workspace), plan);
  return TRUE;
}

/* --- Writing ----------------------------------------------------------------------------------
 */

static void
put (JsonDoc *doc, Json *object, const char *key, Json *value)
{
  yyjson_mut_obj_add (object, yyjson_mut_strcpy (doc, key), value);
}

/* NULL = null */
static void
put_text (JsonDoc *doc, Json *object, const char *key, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  put (doc, object, key, valid != NULL ? yyjson_mut_strcpy (doc, valid) : yyjson_mut_null (doc));
}

static void
put_number (JsonDoc *doc, Json *object, const char *key, double number)
{
  put (doc, object, key, isfinite (number) ? yyjson_mut_real (doc, number) : yyjson_mut_null (doc));
}

static void
put_flag (JsonDoc *doc, Json *object, const char *key, gboolean flag)
{
  put (doc, object, key, yyjson_mut_bool (doc, flag != FALSE));
}

static void
put_day (JsonDoc *doc, Json *object, const char *key, gint64 days)
{
  int year, month, day;
  g_autofree char *text = NULL;

  bw_civil_from_days (days, &year, &month, &day);
  text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  put_text (doc, object, key, text);
}

static Json *
put_list (JsonDoc *doc, Json *object, const char *key)
{
  Json *list = yyjson_mut_arr (doc);

  put (doc, object, key, list);
  return list;
}

static Json *
put_object (JsonDoc *doc, Json *object, const char *key)
{
  Json *value = yyjson_mut_obj (doc);

  put (doc, object, key, value);
  return value;
}

static void
put_texts (JsonDoc *doc, Json *object, const char *key, const char *const *texts)
{
  Json *list;

  if (texts == NULL) {
    put_text (doc, object, key, NULL);
    return;
  }
  list = put_list (doc, object, key);
  for (; *texts != NULL; texts++) {
    g_autofree char *valid = g_utf8_make_valid (*texts, -1);
    yyjson_mut_arr_add_strcpy (doc, list, valid);
  }
}

static void
write_sources (const GPtrArray *sources, const char *folder, JsonDoc *doc, Json *root)
{
  Json *list = put_list (doc, root, "sources");

  for (guint i = 0; i < sources->len; i++) {
    const BwSavedSource *source = sources->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    g_autofree char *path = spell_path (source->path, folder);

    put_text (doc, item, "path", path);
    put_text (doc, item, "member", source->member);
    put_text (doc, item, "sha256", source->sha256);
    put_text (doc, item, "kind", source->kind);
    put_text (doc, item, "profile", source->profile);
  }
}

static void
write_question (BwWorkspace *workspace, const char *period, JsonDoc *doc, Json *root)
{
  Json *object = put_object (doc, root, "question");
  const BwFilter *filter = bw_workspace_get_filter (workspace);
  const BwTargets *targets = bw_workspace_get_targets (workspace);
  Json *fields, *list;

  put_text (doc, object, "time-zone", bw_zone_get_identifier (bw_workspace_get_zone (workspace)));
  put_text (doc, object, "period", period);
  put_text (doc, object, "grain", bw_grain_to_string (bw_workspace_get_grain (workspace)));
  put_text (doc, object, "compare", comparisons[bw_workspace_get_compare (workspace)]);
  put_text (doc, object, "basis", bases[bw_workspace_get_basis (workspace)]);
  put_text (doc, object, "statistic", statistics[bw_workspace_get_statistic (workspace)]);
  put_flag (doc, object, "anonymise", bw_workspace_get_anonymise (workspace));
  fields = put_object (doc, object, "filter");
  for (const BwFieldId *field = bw_filter_get_fields (filter); *field != BW_FIELD_NONE; field++)
    put_texts (doc, fields, bw_field_get (*field)->name, bw_filter_get_values (filter, *field));
  list = put_list (doc, object, "targets");
  for (guint i = 0; i < bw_targets_get_n (targets); i++) {
    g_autofree char *text = bw_target_to_string (bw_targets_get (targets, i));
    yyjson_mut_arr_add_strcpy (doc, list, text);
  }
}

static const char *
name_field (BwFieldId field)
{
  return field != BW_FIELD_NONE ? bw_field_get (field)->name : NULL;
}

static void
write_choices (const BwSettings *settings, JsonDoc *doc, Json *object)
{
  Json *choices = put_object (doc, object, "choices");
  g_auto (GStrv) keys = bw_settings_list_choices (settings);

  for (char **key = keys; *key != NULL; key++) {
    g_auto (GStrv) parts = g_strsplit (*key, ".", 2);
    g_autofree char *value = bw_settings_get_choice (settings, parts[0], parts[1]);
    put_text (doc, choices, *key, value);
  }
}

static void
write_hours (const BwSettings *settings, JsonDoc *doc, Json *object)
{
  const GPtrArray *schedules = bw_settings_get_schedules (settings);
  const GPtrArray *holidays = bw_settings_get_holidays (settings);
  Json *list = put_list (doc, object, "schedules");

  for (guint i = 0; i < schedules->len; i++) {
    const BwSchedule *schedule = schedules->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_text (doc, item, "field", name_field (schedule->field));
    put_text (doc, item, "value", schedule->value);
    put_text (doc, item, "hours", schedule->hours);
  }
  list = put_list (doc, object, "holidays");
  for (guint i = 0; i < holidays->len; i++) {
    const BwHoliday *holiday = holidays->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_day (doc, item, "day", holiday->day);
    put_text (doc, item, "name", holiday->name);
  }
}

static void
write_typed (const BwSettings *settings, JsonDoc *doc, Json *object)
{
  const GPtrArray *promises = bw_settings_get_sla_targets (settings);
  const GPtrArray *topics = bw_settings_get_topics (settings);
  const GArray *inputs = bw_settings_get_inputs (settings);
  Json *list = put_list (doc, object, "sla");

  for (guint i = 0; i < promises->len; i++) {
    const BwSlaTarget *promise = promises->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_text (doc, item, "priority", promise->priority);
    put_text (doc, item, "channel", promise->channel);
    put_number (doc, item, "reply", promise->reply);
    put_number (doc, item, "solve", promise->solve);
  }
  list = put_list (doc, object, "topics");
  for (guint i = 0; i < topics->len; i++) {
    const BwTopic *topic = topics->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_text (doc, item, "name", topic->name);
    put_text (doc, item, "words", topic->words);
  }
  list = put_list (doc, object, "inputs");
  for (guint i = 0; i < inputs->len; i++) {
    const BwInput *input = &g_array_index (inputs, BwInput, i);
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_day (doc, item, "month", input->month);
    put_text (doc, item, "field", name_field (input->field));
    put_number (doc, item, "value", input->value);
  }
}

static void
write_settings (const BwSettings *settings, JsonDoc *doc, Json *root)
{
  Json *object = put_object (doc, root, "settings");
  Json *exclusions;

  put_text (doc, object, "clock", bw_clock_to_string (bw_settings_get_clock (settings)));
  put_text (doc, object, "currency", bw_settings_get_currency (settings));
  write_choices (settings, doc, object);
  exclusions = put_object (doc, object, "exclusions");
  for (BwExclusion i = 0; i < BW_EXCLUDE_LAST; i++)
    put_flag (doc, exclusions, bw_exclusion_to_string (i), bw_settings_excludes (settings, i));
  write_hours (settings, doc, object);
  write_typed (settings, doc, object);
}

static void
write_plan (BwReportPlan *plan, const char *folder, JsonDoc *doc, Json *root)
{
  Json *object = put_object (doc, root, "report");
  const GPtrArray *actions = bw_report_plan_get_actions (plan);
  g_autofree const char **commented = bw_report_plan_get_commented (plan);
  const char *logo = bw_report_plan_get_logo (plan);
  g_autofree char *path = *logo != '\0' ? spell_path (logo, folder) : NULL;
  Json *comments, *list;

  put_text (doc, object, "template", bw_report_plan_get_template (plan));
  put_texts (doc, object, "sections", bw_report_plan_get_sections (plan));
  put_text (doc, object, "title", bw_report_plan_get_title (plan));
  put_text (doc, object, "logo", path);
  put_text (doc, object, "language", bw_report_plan_get_language (plan));
  put_text (doc, object, "paper", bw_sheet_to_string (bw_report_plan_get_sheet (plan)));
  put_flag (doc, object, "anonymise", bw_report_plan_get_anonymise (plan));
  put_flag (doc, object, "quotes", bw_report_plan_get_quotes (plan));
  comments = put_object (doc, object, "comments");
  for (const char **section = commented; *section != NULL; section++)
    put_text (doc, comments, *section, bw_report_plan_get_comment (plan, *section));
  list = put_list (doc, object, "actions");
  for (guint i = 0; i < actions->len; i++) {
    const BwReportAction *action = actions->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_text (doc, item, "text", action->text);
    put_text (doc, item, "owner", action->owner);
    put_text (doc, item, "due", action->due);
  }
}

static void
write_figures (const BwReportFile *self, JsonDoc *doc, Json *root)
{
  Json *object = put_object (doc, root, "figures");
  Json *list;

  put_text (doc, object, "period", self->figures_period);
  list = put_list (doc, object, "values");
  for (guint i = 0; i < self->figures->len; i++) {
    const BwSavedFigure *figure = self->figures->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    put_text (doc, item, "id", figure->id);
    put_number (doc, item, "value", figure->value);
    put (doc, item, "n", yyjson_mut_sint (doc, figure->n));
  }
}

/* --- Keeping what is not known ----------------------------------------------------------------
 */

/* Objects whose keys the user made. */
static gboolean
is_map (const char *key)
{
  static const char *const maps[] = { "filter", "choices", "comments", NULL };

  return g_strv_contains (maps, key);
}

/* What we know of both is the same. */
static gboolean
is_twin (Json *fresh, Json *old)
{
  Json *key, *value;
  size_t i, n;

  if (!yyjson_mut_is_obj (fresh) || !yyjson_mut_is_obj (old))
    return FALSE;
  yyjson_mut_obj_foreach (fresh, i, n, key, value)
  {
    if (!yyjson_mut_equals (value, yyjson_mut_obj_get (old, yyjson_mut_get_str (key))))
      return FALSE;
  }
  return TRUE;
}

static void merge (JsonDoc *doc, Json *fresh, Json *old);

static void
merge_lists (JsonDoc *doc, Json *fresh, Json *old)
{
  Json *item, *other;
  size_t i, n, j, m;

  yyjson_mut_arr_foreach (fresh, i, n, item)
  {
    yyjson_mut_arr_foreach (old, j, m, other)
    {
      if (is_twin (item, other)) {
        merge (doc, item, other);
        break;
      }
    }
  }
}

static void
merge_objects (JsonDoc *doc, Json *fresh, Json *old)
{
  Json *key, *value;
  size_t i, n;

  yyjson_mut_obj_foreach (old, i, n, key, value)
  {
    Json *known = yyjson_mut_obj_get (fresh, yyjson_mut_get_str (key));

    if (known == NULL)
      yyjson_mut_obj_add (fresh, yyjson_mut_val_mut_copy (doc, key),
                          yyjson_mut_val_mut_copy (doc, value));
    else if (!is_map (yyjson_mut_get_str (key)))
      merge (doc, known, value);
  }
}

/* Adds to fresh what old has and we do not know. */
static void
merge (JsonDoc *doc, Json *fresh, Json *old)
{
  if (yyjson_mut_is_obj (fresh) && yyjson_mut_is_obj (old))
    merge_objects (doc, fresh, old);
  else if (yyjson_mut_is_arr (fresh) && yyjson_mut_is_arr (old))
    merge_lists (doc, fresh, old);
}

/* Sources are the same when they lie in the same place, whatever is in them now. */
static void
merge_sources (
    const BwReportFile *self, const GPtrArray *sources, JsonDoc *doc, Json *fresh, Json *old)
{
  for (guint i = 0; i < sources->len; i++)
    for (guint j = 0; j < self->sources->len; j++) {
      const BwSavedSource *source = sources->pdata[i];
      const BwSavedSource *other = self->sources->pdata[j];

      if (g_str_equal (source->path, other->path) && g_strcmp0 (source->member, other->member) == 0)
        merge (doc, yyjson_mut_arr_get (fresh, i), yyjson_mut_arr_get (old, j));
    }
}

/* --- Saving -----------------------------------------------------------------------------------
 */

static GPtrArray *
list_sources (BwDataset *dataset)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (saved_source_free);
  GListModel *from = bw_dataset_get_sources (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (from); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (from, i);
    BwSavedSource *saved = g_new0 (BwSavedSource, 1);

    saved->path = g_canonicalize_filename (source->path, NULL);
    saved->member = g_strdup (source->member);
    saved->sha256 = g_strdup (bw_source_get_sha256 (source, NULL));
    saved->kind = g_strdup (bw_kind_to_string (source->kind));
    saved->profile = g_strdup (source->profile);
    g_ptr_array_add (sources, saved);
  }
  return sources;
}

static void
take_figures (BwReportFile *self, BwWorkspace *workspace)
{
  const GPtrArray *figures = bw_workspace_get_figures (workspace);

  if (figures == NULL)
    return;
  g_free (self->figures_period);
  self->figures_period = bw_period_to_string (bw_workspace_get_period (workspace));
  g_ptr_array_set_size (self->figures, 0);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    BwSavedFigure *saved;

    if (!figure->available)
      continue;
    saved = g_new0 (BwSavedFigure, 1);
    saved->id = g_strdup (figure->metric->id);
    saved->value = figure->current.value;
    saved->n = figure->current.n;
    g_ptr_array_add (self->figures, saved);
  }
}

static JsonDoc *
make_document (const BwReportFile *self,
               const GPtrArray *sources,
               const char *folder,
               BwWorkspace *workspace)
{
  JsonDoc *doc = yyjson_mut_doc_new (NULL);
  Json *root = yyjson_mut_obj (doc);
  Json *old = yyjson_mut_doc_get_root (self->doc);

  yyjson_mut_doc_set_root (doc, root);
  put_text (doc, root, "format", FORMAT);
  put (doc, root, "version", yyjson_mut_sint (doc, VERSION_OF_FORMAT));
  write_sources (sources, folder, doc, root);
  merge_sources (self, sources, doc, get (root, "sources"), get (old, "sources"));
  put_texts (doc, root, "reading", (const char *const *) self->reading);
  write_question (workspace, self->period, doc, root);
  write_settings (bw_workspace_get_settings (workspace), doc, root);
  write_plan (bw_workspace_get_plan (workspace), folder, doc, root);
  write_figures (self, doc, root);
  merge (doc, root, old);
  return doc;
}

GBytes *
bw_report_file_write (BwReportFile *self,
                      const char *path,
                      BwWorkspace *workspace,
                      const char *period)
{
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
  g_autoptr (GPtrArray) sources =
                dataset != NULL ? list_sources (dataset) : g_ptr_array_ref (self->sources);
  g_autofree char *folder = folder_of (path);
  JsonDoc *doc;
  char *text;
  size_t length;

  g_set_str (&self->period, period);
  take_figures (self, workspace);
  doc = make_document (self, sources, folder, workspace);
  g_clear_pointer (&self->doc, yyjson_mut_doc_free);
  self->doc = doc;
  g_ptr_array_unref (self->sources);
  self->sources = g_steal_pointer (&sources);
  g_free (self->name);
  self->name = g_filename_display_basename (path);
  g_set_str (&self->folder, folder);
  text =
      yyjson_mut_write (doc, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END, &length);
  return g_bytes_new_with_free_func (text, length, free, text);
}
