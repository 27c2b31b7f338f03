/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appendix: what each figure means and what was left out of it, the files that all of it was
 * counted from, what is not in the report, and a line to sign on. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-benchmark.h"
#include "bw-section.h"

/* Of a figure. */
#define MOST_BENCHMARKS 3

static char *
format (const BwFigure *figure, double value)
{
  return bw_figure_format (figure, value, BW_FORMAT_SHORT);
}

static void
append (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, part);
}

static void
append_statistics (const BwFigure *figure, GString *text)
{
  const BwCell *cell = &figure->current;
  if (!bw_metric_has_spread (figure->metric) || !isfinite (cell->median))
    return;
  g_autofree char *mean = format (figure, cell->mean);
  g_autofree char *median = format (figure, cell->median);
  g_autofree char *p90 = format (figure, cell->p90);
  g_autofree char *max = format (figure, cell->max);
  g_autofree char *words = g_strdup_printf (
      _("mean %s, median %s, nine of ten within %s, longest %s"), mean, median, p90, max);
  append (text, words);
}

static void
append_ratio (const BwFigure *figure, GString *text)
{
  g_autofree char *words = bw_section_format_ratio (figure);
  if (words)
    append (text, words);
}

static void
append_interval (const BwFigure *figure, GString *text)
{
  const BwCell *cell = &figure->current;
  if (!isfinite (cell->low) || !isfinite (cell->high))
    return;
  g_autofree char *low = format (figure, cell->low);
  g_autofree char *high = format (figure, cell->high);
  g_autofree char *words = g_strdup_printf (_("95 %% interval %s to %s"), low, high);
  append (text, words);
}

static char *
tell_result (const BwFigure *figure)
{
  g_autofree char *value = bw_section_format_figure (figure, &figure->current);
  g_autofree char *n = bw_format_count (figure->current.n);
  g_autoptr (GString) more = g_string_new (NULL);
  append_ratio (figure, more);
  append_statistics (figure, more);
  append_interval (figure, more);
  if (figure->metric->unit == BW_UNIT_COUNT)
    /* Translators: a count */
    return g_strdup_printf (_("Result: %s."), value);
  if (more->len == 0)
    /* Translators: value of a figure and how many tickets, answers ... are behind it */
    return g_strdup_printf (_("Result: %s, n %s."), value, n);
  return g_strdup_printf (_("Result: %s, n %s; %s."), value, n, more->str);
}

static char *
tell_exclusions (const BwFigure *figure)
{
  g_autofree char *list = bw_section_list_exclusions (figure);
  return list ? g_strdup_printf (_("Left out: %s."), list) : g_strdup (_("Left out: nothing."));
}

static char *
tell_details (const BwFigure *figure)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; figure->details && i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    g_autofree char *value = bw_figure_format_detail (figure, detail, BW_FORMAT_SHORT);
    /* Translators: a named part of a figure: "Oldest: 12 d" */
    g_autofree char *words = g_strdup_printf (C_ ("detail", "%s: %s"), _(detail->title), value);
    append (list, words);
  }
  return list->len > 0 ? g_strdup_printf (_("In parts: %s."), list->str) : NULL;
}

static char *
tell_basis (const BwFigure *figure)
{
  g_autofree char *method = bw_section_describe_method (figure);
  const char *origin = figure->metric->origin;
  if (!origin || !*origin)
    /* Translators: kind of rows ("Tickets"); statistic and dating ("mean, by reply date") */
    return g_strdup_printf (_("Counted from: %s; %s."), bw_kind_get_title (figure->kind), method);
  return g_strdup_printf (_("Counted from: %s; %s. After: %s."), bw_kind_get_title (figure->kind),
                            method, _(origin));
}

static char *
tell_columns (const BwFigure *figure)
{
  g_autofree char *names = bw_section_list_columns (figure);
  /* Translators: what a file calls the columns that a figure is counted from */
  return names ? g_strdup_printf (_("Columns: %s."), names) : NULL;
}

static void
append_sentence (GString *text, char *sentence)
{
  if (sentence && text->len > 0)
    g_string_append_c (text, ' ');
  if (sentence)
    g_string_append (text, sentence);
  g_free (sentence);
}

/* What it means, what came out and what did not count, in one paragraph each. */
static void
add_definition (BwDraft *draft, const BwFigure *figure)
{
  g_autoptr (GString) meaning = g_string_new (NULL);
  g_autoptr (GString) result = g_string_new (NULL);
  bw_draft_add_heading (draft, _(figure->metric->name));
  append_sentence (
      meaning, g_strdup (figure->definition ? figure->definition : _(figure->metric->definition)));
  append_sentence (meaning, tell_basis (figure));
  append_sentence (meaning, tell_columns (figure));
  append_sentence (result, tell_result (figure));
  append_sentence (result, tell_details (figure));
  append_sentence (result, tell_exclusions (figure));
  append_sentence (result, g_strdup (figure->note));
  bw_draft_add_fine (draft, meaning->str);
  bw_draft_add_fine (draft, result->str);
}

static void
add_definitions (BwDraft *draft)
{
  const GPtrArray *figures = bw_draft_get_content (draft)->figures;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available && bw_draft_is_used (draft, figure->metric->id))
      add_definition (draft, figure);
  }
}

static void
add_absent (BwDraft *draft)
{
  static const double shares[] = { 35, 65 };
  static const gboolean numeric[] = { FALSE, FALSE };
  const GPtrArray *figures = bw_draft_get_content (draft)->figures;
  const GPtrArray *sections = bw_draft_get_absent (draft);
  const char *head[] = { _("Page or figure"), _("Why") };
  BwTextTable *table = bw_text_table_new (_("Not in this report"), 2, head, shares, numeric);
  for (guint i = 0; i < sections->len; i++) {
    const BwSection *section = sections->pdata[i];
    char *cells[] = { g_strdup (bw_section_get_title (section)),
                      g_strdup (bw_draft_tell_absence (draft, section)) };
    bw_text_table_add_row (table, cells);
  }
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available)
      continue;
    char *cells[] = { g_strdup (_(figure->metric->name)), g_strdup (figure->reason) };
    bw_text_table_add_row (table, cells);
  }
  bw_draft_add_table (draft, table->title, table);
}

/* --- Sources ------------------------------------------------------------------------------- */

static char *
tell_aside (const gint64 counts[BW_ASIDE_LAST])
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = BW_ASIDE_NONE + 1; i < BW_ASIDE_LAST; i++) {
    if (counts[i] == 0)
      continue;
    g_autofree char *n = bw_format_count (counts[i]);
    g_autofree char *words = g_strdup_printf (_("%s: %s"), bw_aside_get_title (i), n);
    append (list, words);
  }
  return g_strdup (list->str);
}

static void
add_source_row (BwTextTable *table, BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST] = { 0 };
  if (source->table)
    bw_table_count_aside (source->table, counts);
  const char *hash = bw_source_get_sha256 (source, NULL);
  const char *product = bw_source_get_product (source);
  /* Translators: kind of rows and the product that wrote them: "Tickets: Zendesk account export" */
  char *cells[] = {
    g_strdup (source->name),
    product ? g_strdup_printf (C_ ("source", "%s: %s"), bw_kind_get_title (source->kind), product)
            : g_strdup (bw_kind_get_title (source->kind)),
    bw_format_count (source->n_rows),
    bw_format_count (counts[BW_ASIDE_NONE]),
    tell_aside (counts),
    g_strdup (hash ? hash : _("the file has gone")),
    };
  bw_text_table_add_row (table, cells);
}

static void
add_note_rows (BwTextTable *table, BwSource *source)
{
  for (guint i = 0; source->notes && i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];
    char *cells[] = {
      g_strdup (source->name),
      g_strdup (note->column),
      bw_format_count (note->count),
      note->first_line > 0 ? bw_format_count (note->first_line) : NULL,
      bw_note_dup_text (note),
    };
    bw_text_table_add_row (table, cells);
  }
}

static BwTextTable *
create_source_table (void)
{
  static const double shares[] = { 18, 19, 9, 9, 15, 30 };
  static const gboolean numeric[] = { FALSE, FALSE, TRUE, TRUE, FALSE, FALSE };
  const char *head[] = {
    _("File"), _("Read as"), _("Rows"), _("Used"), _("Set aside"), _("SHA-256") };
  return bw_text_table_new (_("Files"), G_N_ELEMENTS (head), head, shares, numeric);
}

static BwTextTable *
create_note_table (void)
{
  static const double shares[] = { 18, 17, 9, 11, 45 };
  static const gboolean numeric[] = { FALSE, FALSE, TRUE, TRUE, FALSE };
  const char *head[] = { _("File"), _("Column"), _("Count"), _("First line"), _("Note") };
  return bw_text_table_new (_("Data quality"), G_N_ELEMENTS (head), head, shares, numeric);
}

static void
add_sources (BwDraft *draft)
{
  const BwReportContent *content = bw_draft_get_content (draft);
  if (!content->dataset)
    return;
  GListModel *sources = bw_dataset_get_sources (content->dataset);
  BwTextTable *files = create_source_table ();
  BwTextTable *notes = create_note_table ();
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    add_source_row (files, source);
    add_note_rows (notes, source);
  }
  bw_draft_add_table (draft, files->title, files);
  bw_draft_add_table (draft, notes->title, notes);
}

/* --- Benchmarks --------------------------------------------------------------------------------
 */

static void
add_benchmark_row (BwTextTable *table,
                   const BwFigure *figure,
                   const BwComparison *comparison,
                   int year)
{
  const BwBenchmark *benchmark = comparison->benchmark;
  char *cells[] = {
    g_strdup (_(figure->metric->name)),
              bw_section_format_bounds (benchmark->unit, benchmark->currency, benchmark->low,
                                        benchmark->high),
              bw_benchmark_dup_scope (benchmark), bw_benchmark_cite (benchmark, year),
              comparison->refusal ? bw_note_dup_text (comparison->refusal)
                                  : g_strdup (_("Counted the same way")),
              };
  bw_text_table_add_row (table, cells);
}

/* What others reach, and why most of it cannot be compared with. */
static void
add_benchmarks (BwDraft *draft)
{
  static const double shares[] = { 17, 13, 26, 20, 24 };
  static const gboolean numeric[] = { FALSE, FALSE, FALSE, FALSE, FALSE };
  const char *head[] = { _("Figure"), _("Benchmark"), _("Whose"), _("Source"), _("Comparable") };
  const BwReportContent *content = bw_draft_get_content (draft);
  g_autoptr (GDateTime) end = g_date_time_new_from_unix_utc (content->period->to - 1);
  int year = end ? g_date_time_get_year (end) : 0;
  BwTextTable *table =
      bw_text_table_new (_("Benchmarks"), G_N_ELEMENTS (head), head, shares, numeric);
  for (guint i = 0; i < content->figures->len; i++) {
    const BwFigure *figure = content->figures->pdata[i];
    if (!figure->available || !figure->comparisons || !bw_draft_is_used (draft, figure->metric->id))
      continue;
    for (guint c = 0; c < MIN (figure->comparisons->len, MOST_BENCHMARKS); c++)
      add_benchmark_row (table, figure, figure->comparisons->pdata[c], year);
  }
  bw_draft_add_table (draft, table->title, table);
}

/* --- Words and signatures ----------------------------------------------------------------------
 */

static void
add_glossary (BwDraft *draft)
{
  static const double shares[] = { 22, 78 };
  static const gboolean numeric[] = { FALSE, FALSE };
  const struct {
    const char *word;
    const char *meaning;
  } words[] = {
    { _("n"), _("How many tickets, answers or contacts are behind a figure.") },
      { _("Mean"),
          _("The sum of all values divided by how many there are; a few very long ones "
                   "raise it.") },
        { _("Median"), _("Half of the values are below it, half above.") },
          { _("Nine of ten within"),
              _("The value that only the slowest tenth exceeds (90th "
                                 "percentile).") },
            /* xgettext:no-c-format */
            { _("95 % interval"),
                _("Where the true value lies if the tickets of this period are a sample "
                            "of many; the fewer there are, the wider it is.") },
              { _("Within noise"), /* xgettext:no-c-format */
                  _("A change that chance alone explains: its 95 % interval includes "
                           "zero.") },
                { _("SLA"),
                    _("Service level agreement: the time within which a reply or a solution was "
                  "promised.") },
              };
  const char *head[] = { _("Word"), _("What it means") };
  BwTextTable *table = bw_text_table_new (_("Words"), G_N_ELEMENTS (head), head, shares, numeric);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    char *cells[] = { g_strdup (words[i].word), g_strdup (words[i].meaning) };
    bw_text_table_add_row (table, cells);
  }
  bw_draft_add_table (draft, table->title, table);
}

/* Room for a name, a date and a hand. */
static void
add_signature (BwDraft *draft)
{
  static const double shares[] = { 40, 20, 40 };
  static const gboolean numeric[] = { FALSE, FALSE, FALSE };
  const char *head[] = { _("Checked by"), _("Date"), _("Signature") };
  BwTextTable *table =
      bw_text_table_new (_("Sign-off"), G_N_ELEMENTS (head), head, shares, numeric);
  char *cells[] = { g_strdup ("\n\n"), NULL, NULL };
  bw_text_table_add_row (table, cells);
  bw_draft_add_table (draft, table->title, table);
}

static void
write_section (BwDraft *draft)
{
  add_definitions (draft);
  add_absent (draft);
  add_sources (draft);
  add_benchmarks (draft);
  add_glossary (draft);
  add_signature (draft);
}

const BwSection bw_section_appendix = {
  .id = "appendix",
  .title = N_ ("Definitions and sources"),
  .absent = N_ ("there is nothing to define"),
  .looks_back = TRUE,
  .write = write_section,
};
