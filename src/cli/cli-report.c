/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bellwether-cli report: from files to a report in one or more formats. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

#include "bw-atomic.h"
#include "bw-error.h"
#include "bw-exporter.h"
#include "bw-holidays.h"
#include "bw-language.h"
#include "bw-logo.h"
#include "bw-reach.h"
#include "bw-report-file.h"
#include "bw-report-template.h"
#include "cli-files.h"

typedef struct {
  CliFiles files;
  /* As given, raw bytes */
  char **outputs;
  char *period;
  char *by;
  char *splits;
  char **filters;
  char *compare;
  char *basis;
  char *statistic;
  char *kpis;
  char **choices;
  char **hours;
  char **holidays;
  char *clock;
  char **include;
  char *explain;
  char **targets;
  gboolean anonymise;
  char *template;
  char *paper;
  char *title;
  char *language;
  char *sheets;
  char *saved_path;
  char *save_path;

  GStrv sheet_ids;
  BwExportOptions options;

  BwReportFile *saved; /* never saved without --workspace */
  BwWorkspace *workspace;
  BwFilter *filter;
} Request;

/* In the order of their enums. */
static const char *const grains[] = { "day", "week", "month", "quarter", "year", NULL };
static const char *const bases[] = { "event", "created", NULL };
static const char *const statistics[] = { "mean", "median", NULL };
static const char *const comparisons[] = { "none", "previous", "year", NULL };

/* Which files, and what is asked of them. */
static void
add_question_options (Request *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "workspace", 0, 0, G_OPTION_ARG_FILENAME, &self->saved_path,
      N_ ("a saved report: its settings, unless options say otherwise, and its files when none are "
          "given"),
      N_ ("FILE.bellwether") },
    { "save", 0, 0, G_OPTION_ARG_FILENAME, &self->save_path,
      N_ ("saves files, settings and question of this report"), N_ ("FILE.bellwether") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->outputs,
      N_ ("where to write: .json, .xlsx, .pdf, .csv, .png or .svg; “-” is JSON on standard output; "
          "can be repeated"),
      N_ ("OUT") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &self->period,
      N_ ("2025-03, 2025-Q1, 2025, 2025-03-01..2025-03-31, last-month or all (default: the last "
          "full month of the data)"),
      N_ ("PERIOD") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &self->by, N_ ("periods of the series (default: month)"),
      "day|week|month|quarter|year" },
    { "split", 0, 0, G_OPTION_ARG_FILENAME, &self->splits,
      N_ ("dimensions to split by, with commas between (default: all that suit)"), N_ ("FIELD") },
    { "filter", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->filters,
      N_ ("rows to look at: FIELD=VALUE,VALUE…; can be repeated, all must hold"),
      N_ ("FIELD=VALUE") },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &self->compare,
      N_ ("with the period before, the same a year before, or none (default: previous)"),
      "previous|year|none" },
    { "basis", 0, 0, G_OPTION_ARG_FILENAME, &self->basis,
      N_ ("a row belongs to the period of its event or of its creation (default: event)"),
      "event|created" },
    { "statistic", 0, 0, G_OPTION_ARG_FILENAME, &self->statistic,
      N_ ("headline of durations (default: mean)"), "mean|median" },
    { "kpi", 0, 0, G_OPTION_ARG_FILENAME, &self->kpis,
      N_ ("KPIs to report, with commas between (default: all)"), N_ ("ID") },
    { NULL },
  };
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* How it is counted. */
static void
add_counting_options (Request *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "target", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->targets,
      N_ ("an own target: KPI[@CHANNEL][@MONTH]=VALUE or =LOW..HIGH, with %, s, min, h or d; can "
          "be "
          "repeated"),
      N_ ("KPI=VALUE") },
    { "explain", 0, 0, G_OPTION_ARG_FILENAME, &self->explain,
      N_ ("KPIs whose change is taken apart by members and days, with commas between (in JSON)"),
      N_ ("ID") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->choices,
      N_ ("how a KPI is counted, such as first-contact-resolution.method=no-repeat: see "
          "`bellwether-cli kpis`; can be repeated"),
      N_ ("KPI.CHOICE=VALUE") },
    { "include", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->include,
      N_ ("what is left out otherwise: spam, deleted, merged, test, agent-created, no-reply, "
          "bot-only or automatic; can be repeated"),
      N_ ("WHAT") },
    { "hours", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->hours,
      N_ ("business hours, such as \"Mon-Fri 09:00-12:00 13:00-17:00\", or of some rows, such as "
          "\"team=Night: Mon-Sun 22:00-06:00\"; can be repeated"),
      N_ ("HOURS") },
    { "holidays", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->holidays,
      N_ ("an iCalendar file whose all-day events close the business hours; can be repeated"),
      N_ ("FILE.ics") },
    { "clock", 0, 0, G_OPTION_ARG_FILENAME, &self->clock,
      N_ ("headline of spans of time (default: business time once there are hours)"),
      "auto|calendar|business" },
    { NULL },
  };
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* How what is written looks. */
static void
add_output_options (Request *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "anonymise", 0, 0, G_OPTION_ARG_NONE, &self->anonymise,
      N_ ("call agents “Agent 1”, “Agent 2”… and requesters “Customer 1”…"), NULL },
    { "data", 0, 0, G_OPTION_ARG_NONE, &self->options.data,
      N_ ("workbook: with the rows, and the KPIs as formulas over them"), NULL },
    { "personal", 0, 0, G_OPTION_ARG_NONE, &self->options.personal,
      N_ ("with the rows: names, addresses, subjects and comments as well"), NULL },
    { "sheets", 0, 0, G_OPTION_ARG_FILENAME, &self->sheets,
      N_ ("sheets of the workbook, with commas between (default: all)"), N_ ("ID") },
    { "resolution", 0, 0, G_OPTION_ARG_INT, &self->options.scale,
      N_ ("pixels a point of a .png (default: 2)"), "1…8" },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &self->template,
      N_ ("which report the .pdf is: monthly, summary, finance, team, or one of your own (default: "
          "monthly)"),
      N_ ("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &self->paper,
      N_ ("sheets of the .pdf (default: what is usual in the locale)"), "a4|letter" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &self->title, N_ ("title of the report"),
      N_ ("TITLE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &self->language,
      N_ ("language of the report, such as en or de_AT (default: that of the environment)"),
      N_ ("LANGUAGE") },
    { NULL },
  };
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GOptionContext *
make_context (Request *self)
{
  GOptionContext *context = g_option_context_new (NULL);
  g_option_context_set_summary (context, _ ("Writes the report of the files."));
  cli_files_add_options (&self->files, context);
  add_question_options (self, context);
  add_counting_options (self, context);
  add_output_options (self, context);
  return context;
}

/* --- Checking what was asked, before any file is read ------------------------------------------
 */

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat first, second;
  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino && S_ISREG (first.st_mode);
}

static gboolean
check_output (const Request *self, const char *output, GError **error)
{
  if (strcmp (output, "-") == 0)
    return TRUE;
  if (!bw_exporter_for_path (output, error))
    return FALSE;
  for (char **path = self->files.paths; *path; path++)
    if (is_same_file (*path, output)) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("%s: this output is one of the files to read"), output);
      return FALSE;
    }
  return TRUE;
}

/* It becomes a saved report: no other file is to lose its contents by that. */
static gboolean
check_save (const Request *self, GError **error)
{
  if (!self->save_path)
    return TRUE;
  if (!g_str_has_suffix (self->save_path, ".bellwether")) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--save: the name “%s” does not end in .bellwether"), self->save_path);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_outputs (const Request *self, GError **error)
{
  if (!check_save (self, error))
    return FALSE;
  if (!self->outputs && self->save_path)
    return TRUE;
  if (!self->outputs) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("say where to write the report: -o OUT"));
    return FALSE;
  }
  for (char **output = self->outputs; *output; output++)
    if (!check_output (self, *output, error))
      return FALSE;
  return TRUE;
}

/* Which of the words the option names; `preset` without the option; -1 on error. */
static int
choose (const char *given, const char *option, const char *const *words, int preset, GError **error)
{
  return given ? cli_choose (given, option, words, error) : preset;
}

static gboolean
set_choices (Request *self, GError **error)
{
  int grain =
      choose (self->by, "--by", grains, (int) bw_workspace_get_grain (self->workspace), error);
  int compare = grain < 0 ? -1
                          : choose (self->compare, "--compare", comparisons,
                                    (int) bw_workspace_get_compare (self->workspace), error);
  int basis = compare < 0 ? -1
                          : choose (self->basis, "--basis", bases,
                                    (int) bw_workspace_get_basis (self->workspace), error);
  int statistic = basis < 0 ? -1
                            : choose (self->statistic, "--statistic", statistics,
                                      (int) bw_workspace_get_statistic (self->workspace), error);
  if (statistic < 0)
    return FALSE;
  bw_workspace_set_grain (self->workspace, (BwGrain) grain);
  bw_workspace_set_compare (self->workspace, (BwCompare) compare);
  bw_workspace_set_basis (self->workspace, (BwBasis) basis);
  bw_workspace_set_statistic (self->workspace, (BwStatistic) statistic);
  if (self->anonymise)
    bw_workspace_set_anonymise (self->workspace, TRUE);
  return TRUE;
}

/* What the report looks like. */
static gboolean
set_plan (Request *self, GError **error)
{
  static const char *const papers[] = { "a4", "letter", NULL };
  BwReportPlan *plan = bw_workspace_get_plan (self->workspace);
  g_autofree char *template = self->template ? cli_dup_text (self->template, "--template", error)
                                             : g_strdup (bw_report_plan_get_template (plan));
  if (!template || !bw_report_template_find (template, error))
    return FALSE;
  g_autofree char *title = self->title ? cli_dup_text (self->title, "--title", error)
                                       : g_strdup (bw_report_plan_get_title (plan));
  if (!title)
    return FALSE;
  int paper = self->paper ? cli_choose (self->paper, "--paper", papers, error) : 0;
  if (paper < 0)
    return FALSE;
  bw_report_plan_set_template (plan, template);
  bw_report_plan_set_title (plan, title);
  if (self->paper)
    bw_report_plan_set_sheet (plan, paper == 0 ? BW_SHEET_A4 : BW_SHEET_LETTER);
  if (self->anonymise)
    bw_report_plan_set_anonymise (plan, TRUE);
  return TRUE;
}

/* One that the system lacks: said of an option, and no reason not to open a saved report. */
static gboolean
set_language (Request *self, GError **error)
{
  BwReportPlan *plan = bw_workspace_get_plan (self->workspace);
  const char *saved = bw_report_plan_get_language (plan);
  if (!self->language) {
    if (*saved && !bw_language_is_known (saved))
      cli_say (_ ("the system has no language “%s”: the report is in that of the environment"),
                 saved);
    return TRUE;
  }
  g_autofree char *locale = bw_language_find_locale (self->language);
  if (locale)
    bw_report_plan_set_language (plan, locale);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--language: the system has no language “%s”"), self->language);
  return locale != NULL;
}

static gboolean
set_include (BwSettings *settings, const char *word, GError **error)
{
  BwExclusion exclusion;
  if (!bw_exclusion_parse (word, &exclusion)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--include: “%s” is none of spam, deleted, merged, test, agent-created, "
                    "no-reply, bot-only, automatic"),
                   word);
    return FALSE;
  }
  bw_settings_set_excludes (settings, exclusion, FALSE);
  return TRUE;
}

static gboolean
set_clock (BwSettings *settings, const char *word, GError **error)
{
  static const char *const clocks[] = { "auto", "calendar", "business", NULL };
  int clock = cli_choose (word, "--clock", clocks, error);
  if (clock >= 0)
    bw_settings_set_clock (settings, (BwClock) clock);
  return clock >= 0;
}

/* "team=Night: Mon-Sun 22:00-06:00" */
static gboolean
set_hours_of (BwSettings *settings, const char *text, const char *equals, GError **error)
{
  const char *colon = g_strrstr (equals, ": ");
  g_autofree char *name = g_strndup (text, equals - text);
  const BwField *field = bw_field_find (g_strstrip (name));
  if (!colon || !field || !bw_field_is_dimension (field)) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("“%s” is not of the form FIELD=VALUE: HOURS, such as team=Night: Mon-Sun "
                    "22:00-06:00"),
                   text);
    return FALSE;
  }
  g_autofree char *value = g_strndup (equals + 1, colon - equals - 1);
  return bw_settings_set_schedule (settings, field->id, g_strstrip (value), colon + 2, error);
}

static gboolean
set_hours (BwSettings *settings, const char *given, GError **error)
{
  g_autofree char *text = cli_dup_text (given, "--hours", error);
  g_autoptr (GError) problem = NULL;
  if (!text)
    return FALSE;
  const char *equals = strchr (text, '=');
  if (equals ? set_hours_of (settings, text, equals, &problem)
             : bw_settings_set_schedule (settings, BW_FIELD_NONE, NULL, text, &problem))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--hours: %s", problem->message);
  return FALSE;
}

/* How figures are counted; the options come on top of what the workspace has. */
static gboolean
set_settings (Request *self, GError **error)
{
  g_autoptr (BwSettings) settings = bw_settings_copy (bw_workspace_get_settings (self->workspace));
  g_autoptr (GError) problem = NULL;
  for (char **choice = self->choices; choice && *choice && !problem; choice++)
    bw_settings_parse_choice (settings, *choice, &problem);
  if (problem) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--set: %s", problem->message);
    return FALSE;
  }
  for (char **hours = self->hours; hours && *hours; hours++)
    if (!set_hours (settings, *hours, error))
      return FALSE;
  for (char **word = self->include; word && *word; word++)
    if (!set_include (settings, *word, error))
      return FALSE;
  if (self->clock && !set_clock (settings, self->clock, error))
    return FALSE;
  bw_workspace_set_settings (self->workspace, settings);
  return TRUE;
}

static char *
list_kpis (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", metrics[i]->id);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* What an option lists, each a KPI; *kpis NULL without the option. */
static gboolean
parse_kpis (const char *given, const char *option, GStrv *kpis, GError **error)
{
  g_auto (GStrv) ids = given ? g_strsplit (given, ",", -1) : NULL;
  for (char **id = ids; id && *id; id++) {
    if (bw_metric_find (g_strstrip (*id)))
      continue;
    g_autofree char *known = list_kpis ();
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%s: there is no “%s”; there are: %s"), option, *id, known);
    return FALSE;
  }
  *kpis = g_steal_pointer (&ids);
  return TRUE;
}

static gboolean
set_kpis (Request *self, GError **error)
{
  g_auto (GStrv) kpis = NULL;
  g_auto (GStrv) explain = NULL;
  if (!parse_kpis (self->kpis, "--kpi", &kpis, error) ||
      !parse_kpis (self->explain, "--explain", &explain, error))
    return FALSE;
  bw_workspace_set_kpis (self->workspace, (const char *const *) kpis);
  bw_workspace_set_explain (self->workspace, (const char *const *) explain);
  return TRUE;
}

/* What the formats take; each ignores what does not concern it. */
static gboolean
set_options (Request *self, GError **error)
{
  g_auto (GStrv) known = bw_export_list_sheets ();
  self->sheet_ids = self->sheets ? g_strsplit (self->sheets, ",", -1) : NULL;
  self->options.sheets = (const char *const *) self->sheet_ids;
  for (char **id = self->sheet_ids; id && *id; id++)
    if (cli_choose (g_strstrip (*id), "--sheets", (const char *const *) known, error) < 0)
      return FALSE;
  if (self->options.scale < 1 || self->options.scale > BW_EXPORT_MAX_SCALE) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--resolution: from 1 to %d, not %d"), BW_EXPORT_MAX_SCALE, self->options.scale);
    return FALSE;
  }
  return TRUE;
}

static gboolean
set_targets (Request *self, GError **error)
{
  g_autoptr (BwTargets) targets = bw_targets_ref (bw_workspace_get_targets (self->workspace));
  for (char **target = self->targets; target && *target; target++) {
    g_autofree char *text = cli_dup_text (*target, "--target", error);
    BwTargets *next = text ? bw_targets_parse (targets, text, error) : NULL;
    if (!next)
      return FALSE;
    bw_targets_unref (targets);
    targets = next;
  }
  bw_workspace_set_targets (self->workspace, targets);
  return TRUE;
}

static gboolean
set_filter (Request *self, GError **error)
{
  self->filter =
      self->filters ? bw_filter_new () : bw_filter_ref (bw_workspace_get_filter (self->workspace));
  for (char **filter = self->filters; filter && *filter; filter++) {
    g_autofree char *text = cli_dup_text (*filter, "--filter", error);
    BwFilter *next = text ? bw_filter_parse (self->filter, text, error) : NULL;
    if (!next)
      return FALSE;
    bw_filter_unref (self->filter);
    self->filter = next;
  }
  /* Every output says which rows it looks at. */
  if (bw_workspace_get_anonymise (self->workspace) &&
      bw_filter_get_values (self->filter, BW_FIELD_AGENT)) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("a report filtered by agent names them: it cannot be anonymised"));
    return FALSE;
  }
  bw_workspace_set_filter (self->workspace, self->filter);
  return TRUE;
}

/* As far as it can be told without the data. */
static gboolean
check_period (const Request *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (BwPeriod) period = bw_period_parse (self->period ? self->period : "last-month",
                                                self->files.zone, 1, 0, &problem);
  if (period || g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY))
    return TRUE;
  g_propagate_prefixed_error (error, g_steal_pointer (&problem), "--period: ");
  return FALSE;
}

/* --- What only the data can tell ----------------------------------------------------------------
 */

static char *
list_dimensions (BwDataset *dataset)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (const BwFieldId *field = bw_dataset_get_dimensions (dataset); *field; field++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", bw_field_get (*field)->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
has_field (BwDataset *dataset, BwFieldId field)
{
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_dataset_get_table (dataset, kind);
    if (table && bw_table_find (table, field))
      return TRUE;
  }
  return FALSE;
}

static gboolean
fail_field (BwDataset *dataset, const char *option, const char *name, GError **error)
{
  g_autofree char *known = list_dimensions (dataset);
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _ ("%s: no file has a field “%s”; they have: %s"), option, name, known);
  return FALSE;
}

static gboolean
set_splits (Request *self, BwDataset *dataset, GError **error)
{
  if (!self->splits)
    return TRUE;
  g_auto (GStrv) names = g_strsplit (self->splits, ",", -1);
  g_autoptr (GArray) fields = g_array_new (TRUE, TRUE, sizeof (BwFieldId));
  for (char **name = names; *name; name++) {
    const BwField *field = bw_field_find (g_strstrip (*name));
    if (!field || !bw_field_is_dimension (field) || !has_field (dataset, field->id))
      return fail_field (dataset, "--split", *name, error);
    g_array_append_val (fields, field->id);
  }
  bw_workspace_set_splits (self->workspace, (const BwFieldId *) fields->data);
  return TRUE;
}

static gboolean
check_filter (const Request *self, BwDataset *dataset, GError **error)
{
  for (const BwFieldId *field = bw_filter_get_fields (self->filter); *field; field++)
    if (!has_field (dataset, *field))
      return fail_field (dataset, "--filter", bw_field_get (*field)->name, error);
  return TRUE;
}

static gboolean
has_value (BwDataset *dataset, BwFieldId field, const char *value)
{
  const char *const values[] = { value, NULL };
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (BwFilter) filter = bw_filter_with (none, field, values);
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_dataset_get_table (dataset, kind);
    g_autoptr (BwBits) rows = table ? bw_filter_select (filter, table) : NULL;
    if (rows && bw_bits_count (rows) > 0)
      return TRUE;
  }
  return FALSE;
}

/* Not an error: next month there may be some. */
static void
warn_of_values (const Request *self, BwDataset *dataset)
{
  for (const BwFieldId *field = bw_filter_get_fields (self->filter); *field; field++) {
    const char *const *value = bw_filter_get_values (self->filter, *field);
    for (; *value; value++)
      if (!has_value (dataset, *field, *value))
        /* Translators: a field and a value: channel “emial” */
        cli_say (_ ("--filter: no row has %s “%s”"), bw_field_get (*field)->name, *value);
  }
}

static gboolean
set_period (Request *self, BwDataset *dataset, GError **error)
{
  const char *text = self->period ? self->period : "last-month";
  gint64 from = 1, to = 0;
  g_autoptr (BwPeriod) period = NULL;
  bw_dataset_get_extent (dataset, &from, &to);
  if (g_str_equal (text, "last-month"))
    period = bw_reach_find_last_month (dataset, self->files.zone);
  if (!period)
    period = bw_period_parse (text, self->files.zone, from, to, error);
  if (period)
    bw_workspace_set_period (self->workspace, period);
  return period != NULL;
}

/* Of the years that the data are of. */
static gboolean
set_holidays (Request *self, BwDataset *dataset, GError **error)
{
  g_autoptr (BwSettings) settings = NULL;
  if (!self->holidays)
    return TRUE;
  settings = bw_settings_copy (bw_workspace_get_settings (self->workspace));
  for (char **path = self->holidays; *path; path++) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (*path);
    if (bw_settings_import_holidays (settings, file, dataset, self->files.zone,
                                     cli_get_cancellable (), error) < 0)
      return FALSE;
  }
  bw_workspace_set_settings (self->workspace, settings);
  return TRUE;
}

/* --- Writing -----------------------------------------------------------------------------------
 */

static gboolean
write_to_standard_output (BwReport *report, GError **error)
{
  g_autoptr (GOutputStream) output = cli_open_output ();
  const BwExporter *json = bw_exporter_for_path (".json", NULL);
  if (bw_export_to_stream (json, report, NULL, output, cli_get_cancellable (), error) &&
      g_output_stream_close (output, cli_get_cancellable (), error))
    return TRUE;
  g_prefix_error_literal (error, _ ("standard output: "));
  return FALSE;
}

static gboolean
write_output (const Request *self, BwReport *report, const char *output, GError **error)
{
  if (strcmp (output, "-") == 0)
    return write_to_standard_output (report, error);
  return bw_export_to_file (bw_exporter_for_path (output, NULL), report, &self->options, output,
                            cli_get_cancellable (), error);
}

static gboolean
save (Request *self, GError **error)
{
  if (!self->save_path)
    return TRUE;
  g_auto (GStrv) reading = cli_files_list_reading (&self->files);
  bw_report_file_set_reading (self->saved, (const char *const *) reading);
  bw_dataset_hash (bw_workspace_get_dataset (self->workspace));
  g_autoptr (GBytes) bytes =
                bw_report_file_write (self->saved, self->save_path, self->workspace, self->period);
  return bw_write_bytes_atomically (self->save_path, bytes, cli_get_cancellable (), error);
}

/* One that was moved away is no reason for no report. */
static void
warn_of_logo (const Request *self)
{
  const char *path = bw_report_plan_get_logo (bw_workspace_get_plan (self->workspace));
  g_autoptr (GError) problem = NULL;
  if (!bw_logo_check (path, &problem))
    cli_say (_ ("the logo is left out: %s"), problem->message);
}

/* One that cannot be written does not keep the others from being written. */
static CliStatus
write_report (Request *self)
{
  CliStatus status = CLI_DONE;
  g_autoptr (BwReport) report = bw_report_new (self->workspace);
  GError *problem = NULL;
  warn_of_logo (self);
  if (!save (self, &problem))
    status = cli_fail (CLI_OUTPUT, problem);
  for (char **output = self->outputs; output && *output; output++) {
    GError *error = NULL;
    if (!write_output (self, report, *output, &error))
      status = cli_fail (CLI_OUTPUT, error);
    if (g_cancellable_is_cancelled (cli_get_cancellable ()))
      break;
  }
  return status;
}

/* --- The command -------------------------------------------------------------------------------
 */

static gboolean
use_saved_files (Request *self, GError **error)
{
  if (self->files.paths)
    return TRUE;
  bw_report_file_look_in (self->saved, NULL);
  g_auto (GStrv) missing = bw_report_file_list_missing (self->saved);
  if (*missing) {
    g_autofree char *name = g_filename_display_name (*missing);
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("%s: its file “%s” is not there any more: say where the files are now"),
                   self->saved_path, name);
    return FALSE;
  }
  g_auto (GStrv) paths = bw_report_file_list_paths (self->saved);
  if (*paths)
    self->files.paths = g_steal_pointer (&paths);
  return TRUE;
}

/* What the saved report says, as if options had said it before those that did. */
static gboolean
open_saved (Request *self, GError **error)
{
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autofree char *contents = NULL;
  gsize length;
  self->workspace = bw_workspace_new (utc);
  if (!self->saved_path) {
    self->saved = bw_report_file_new ();
    return TRUE;
  }
  if (!g_file_get_contents (self->saved_path, &contents, &length, error))
    return FALSE;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  self->saved = bw_report_file_read (self->saved_path, bytes, error);
  if (!self->saved || !bw_report_file_apply (self->saved, self->workspace, error))
    return FALSE;
  if (!self->period)
    self->period = g_strdup (bw_report_file_get_period (self->saved));
  if (!self->files.time_zone)
    self->files.time_zone =
        g_strdup (bw_zone_get_identifier (bw_workspace_get_zone (self->workspace)));
  cli_files_use_reading (&self->files, bw_report_file_get_reading (self->saved));
  return use_saved_files (self, error);
}

/* What was said by hand of the saved files holds for others with the same columns, too. */
static void
use_readings (Request *self)
{
  const GPtrArray *sources = bw_report_file_get_sources (self->saved);
  for (guint i = 0; i < sources->len; i++) {
    const BwSavedSource *source = sources->pdata[i];
    if (source->reading)
      bw_importer_use_reading (self->files.importer, source->path, source->member,
                               (const char *const *) source->reading);
  }
}

static gboolean
check (Request *self, GError **error)
{
  if (!cli_files_check (&self->files, error))
    return FALSE;
  use_readings (self);
  bw_workspace_set_zone (self->workspace, self->files.zone);
  return check_outputs (self, error) && check_period (self, error) && set_choices (self, error) &&
         set_plan (self, error) && set_language (self, error) && set_kpis (self, error) &&
         set_targets (self, error) && set_options (self, error) && set_settings (self, error) &&
         set_filter (self, error);
}

static CliStatus
run (Request *self)
{
  GError *error = NULL;
  CliStatus status;
  g_autoptr (BwDataset) dataset = cli_files_load (&self->files, TRUE, &status, &error);
  if (!dataset)
    return cli_fail (status, error);
  if (!check_filter (self, dataset, &error) || !set_splits (self, dataset, &error))
    return cli_fail_usage ("report", error);
  if (!set_period (self, dataset, &error) || !set_holidays (self, dataset, &error))
    return cli_fail (CLI_INPUT, error);
  warn_of_values (self, dataset);
  bw_workspace_set_dataset (self->workspace, dataset);
  if (!bw_workspace_compute (self->workspace, cli_get_cancellable (), &error))
    return cli_fail (g_error_matches (error, BW_ERROR, BW_ERROR_FIELD) ? CLI_USAGE : CLI_INPUT,
                     error);
  return write_report (self);
}

static void
clear (Request *self)
{
  cli_files_clear (&self->files);
  g_strfreev (self->outputs);
  g_free (self->period);
  g_free (self->by);
  g_free (self->splits);
  g_strfreev (self->filters);
  g_free (self->compare);
  g_free (self->basis);
  g_free (self->statistic);
  g_free (self->kpis);
  g_free (self->explain);
  g_strfreev (self->targets);
  g_free (self->sheets);
  g_strfreev (self->sheet_ids);
  g_free (self->template);
  g_free (self->paper);
  g_free (self->title);
  g_free (self->language);
  g_strfreev (self->choices);
  g_strfreev (self->include);
  g_strfreev (self->hours);
  g_strfreev (self->holidays);
  g_free (self->clock);
  g_free (self->saved_path);
  g_free (self->save_path);
  g_clear_pointer (&self->saved, bw_report_file_free);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->filter, bw_filter_unref);
}

CliStatus
cli_report (int argc, char **argv)
{
  Request request = { .options.scale = 2 };
  GError *error = NULL;
  g_autoptr (GOptionContext) context = make_context (&request);
  CliStatus status;
  if (!cli_parse (context, argc, argv, &error))
    status = cli_fail_usage ("report", error);
  else if (!open_saved (&request, &error))
    status = cli_fail (CLI_INPUT, error);
  else
    status = check (&request, &error) ? run (&request) : cli_fail_usage ("report", error);
  clear (&request);
  return status;
}
