/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook's first sheet. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-section-words.h"
#include "bw-sheets.h"

enum {
  COLUMN_KPI,
  COLUMN_GROUP,
  COLUMN_VALUE,
  COLUMN_PREVIOUS,
  COLUMN_CHANGE,
  COLUMN_SIGNAL,
  COLUMN_TARGET_LOW,
  COLUMN_TARGET_HIGH,
  COLUMN_TARGET_MET,
  COLUMN_N,
  COLUMN_PREVIOUS_N,
  COLUMN_NUMERATOR,
  COLUMN_DENOMINATOR,
  COLUMN_PREVIOUS_NUMERATOR,
  COLUMN_PREVIOUS_DENOMINATOR,
  COLUMN_MEAN,
  COLUMN_MEDIAN,
  COLUMN_P90,
  COLUMN_LOW,
  COLUMN_HIGH,
  COLUMN_DEFINITION,
  N_COLUMNS,
};

/* Rows */
#define PERIOD 2
#define COMPARED 3
#define HEAD 5

static const struct {
  const char *title;
  double width;
} columns[N_COLUMNS] = {
  [COLUMN_KPI] = { N_ ("KPI"), 28 },
  [COLUMN_GROUP] = { N_ ("Group"), 14 },
  [COLUMN_VALUE] = { N_ ("Value"), 12 },
  [COLUMN_PREVIOUS] = { N_ ("Compared with"), 12 },
  [COLUMN_CHANGE] = { N_ ("Change"), 12 },
  [COLUMN_SIGNAL] = { N_ ("Signal"), 14 },
  [COLUMN_TARGET_LOW] = { N_ ("Target: at least"), 12 },
  [COLUMN_TARGET_HIGH] = { N_ ("Target: at most"), 12 },
  [COLUMN_TARGET_MET] = { N_ ("Target is"), 10 },
  [COLUMN_N] = { N_ ("n"), 10 },
  [COLUMN_PREVIOUS_N] = { N_ ("Compared n"), 10 },
  [COLUMN_NUMERATOR] = { N_ ("Numerator"), 12 },
  [COLUMN_DENOMINATOR] = { N_ ("Denominator"), 12 },
  [COLUMN_PREVIOUS_NUMERATOR] = { N_ ("Compared numerator"), 12 },
  [COLUMN_PREVIOUS_DENOMINATOR] = { N_ ("Compared denominator"), 13 },
  [COLUMN_MEAN] = { N_ ("Mean"), 12 },
  [COLUMN_MEDIAN] = { N_ ("Median"), 12 },
  [COLUMN_P90] = { N_ ("90th percentile"), 12 },
  /* xgettext:no-c-format */
  [COLUMN_LOW] = { N_ ("95 % interval from"), 12 },
  /* xgettext:no-c-format */
  [COLUMN_HIGH] = { N_ ("95 % interval to"), 12 },
  [COLUMN_DEFINITION] = { N_ ("Definition"), 80 },
};

gboolean
bw_sheet_is_ratio (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_SHARE || metric->fold == BW_FOLD_NPS ||
         metric->fold == BW_FOLD_RATIO;
}

void
bw_sheet_write_ratio (BwBook *book,
                      guint row,
                      guint column,
                      const BwMetric *metric,
                      double value,
                      BwAddress numerator,
                      BwAddress denominator)
{
  double factor = metric->fold == BW_FOLD_NPS ? 100 : metric->factor != 0 ? metric->factor : 1;
  BwLook look = bw_look_of_unit (metric->unit);
  if (factor == 1)
    bw_book_formula (book, row, column, look, bw_book_scale (metric->unit, value), "=%s/%s",
                     numerator.text, denominator.text);
  else
    bw_book_formula (book, row, column, look, bw_book_scale (metric->unit, value), "=%g*%s/%s",
                     factor, numerator.text, denominator.text);
}

/* What a row of figures needs. */
typedef struct {
  BwBook *book;
  BwParts *parts;
  BwTrace *trace;
  BwTraceSpan period;
  BwTraceSpan compared; /* period NULL = none */
} Writer;

/* The value, as a formula over what it is made of where the row holds that. */
static void
write_value (Writer *self,
             guint row,
             guint column,
             const BwFigure *figure,
             const BwCell *cell,
             guint numerator)
{
  BwBook *book = self->book;
  BwUnit unit = figure->metric->unit;
  BwLook look = bw_look_of_unit (unit);
  double value = bw_book_scale (unit, cell->value);

  if (bw_sheet_is_ratio (figure->metric) && cell->denominator > 0) {
    bw_sheet_write_ratio (book, row, column, figure->metric, cell->value,
                          bw_book_address (row, numerator), bw_book_address (row, numerator + 1));
  } else if (bw_metric_has_spread (figure->metric) && column == COLUMN_VALUE) {
    guint from = figure->statistic == BW_STATISTIC_MEDIAN ? COLUMN_MEDIAN : COLUMN_MEAN;
    bw_book_formula (book, row, column, look, value, "=%s", bw_book_address (row, from).text);
  } else if (bw_metric_has_spread (figure->metric) || figure->metric->fold == BW_FOLD_MEAN) {
    BwTracePart part =
        figure->statistic == BW_STATISTIC_MEDIAN && bw_metric_has_spread (figure->metric)
            ? BW_TRACE_MEDIAN
            : BW_TRACE_MEAN;
    bw_trace_write (self->trace, book, row, column, figure, cell, part,
                    column == COLUMN_VALUE ? &self->period : &self->compared);
  } else if (figure->metric->fold == BW_FOLD_COUNT || figure->metric->fold == BW_FOLD_STOCK) {
    bw_trace_write (self->trace, book, row, column, figure, cell, BW_TRACE_COUNT,
                    column == COLUMN_VALUE ? &self->period : &self->compared);
  } else {
    bw_book_number (book, row, column, look, value);
  }
}

static void
write_change (BwBook *book, guint row, const BwFigure *figure)
{
  BwUnit unit = figure->metric->unit;
  if (!figure->has_previous || isnan (figure->change))
    return;
  BwAddress value = bw_book_address (row, COLUMN_VALUE);
  BwAddress previous = bw_book_address (row, COLUMN_PREVIOUS);
  if (unit == BW_UNIT_SECONDS) /* hours */
    bw_book_formula (book, row, COLUMN_CHANGE, bw_look_of_change (unit), figure->change / 3600,
                     "=(%s-%s)*24", value.text, previous.text);
  else if (unit == BW_UNIT_FRACTION) /* points of percentage: a difference is no percentage */
    bw_book_formula (book, row, COLUMN_CHANGE, bw_look_of_change (unit), figure->change * 100,
                     "=(%s-%s)*100", value.text, previous.text);
  else
    bw_book_formula (book, row, COLUMN_CHANGE, bw_look_of_change (unit), figure->change, "=%s-%s",
                     value.text, previous.text);
}

/* "AND(ISNUMBER($G7),$C7<$G7)" or beyond the other limit. */
static char *
make_miss (guint row)
{
  BwAddress value = bw_book_address (row, COLUMN_VALUE);
  BwAddress low = bw_book_address (row, COLUMN_TARGET_LOW);
  BwAddress high = bw_book_address (row, COLUMN_TARGET_HIGH);
  return g_strdup_printf ("OR(AND(ISNUMBER($%s),$%s<$%s),AND(ISNUMBER($%s),$%s>$%s))", low.text,
                          value.text, low.text, high.text, value.text, high.text);
}

static void
write_target (BwBook *book, guint row, const BwFigure *figure)
{
  const BwTarget *target = figure->target;
  BwUnit unit = figure->metric->unit;
  if (!target)
    return;
  bw_book_number (book, row, COLUMN_TARGET_LOW, bw_look_of_unit (unit),
                  bw_book_scale (unit, target->low));
  bw_book_number (book, row, COLUMN_TARGET_HIGH, bw_look_of_unit (unit),
                  bw_book_scale (unit, target->high));
  if (figure->target_verdict == BW_TARGET_NONE)
    return;
  /* Translators: the target is met, or missed */
  const char *met = C_ ("target", "met"), *missed = C_ ("target", "missed");
  gboolean is_met = figure->target_verdict == BW_TARGET_MET;
  g_autofree char *miss = make_miss (row);
  bw_book_word_formula (book, row, COLUMN_TARGET_MET, BW_LOOK_WORD, is_met ? met : missed,
                        "=IF(%s,\"%s\",\"%s\")", miss, missed, met);
}

/* The words beside them say the same. */
static void
colour_targets (BwBook *book, guint last_row)
{
  guint first = HEAD + 1;
  g_autofree char *miss = make_miss (first);
  BwAddress value = bw_book_address (first, COLUMN_VALUE);
  g_autofree char *missed = g_strdup_printf ("=AND(ISNUMBER($%s),%s)", value.text, miss);
  g_autofree char *met = g_strdup_printf ("=AND(ISNUMBER($%s),COUNT($%s,$%s)>0)", value.text,
                                          bw_book_address (first, COLUMN_TARGET_LOW).text,
                                          bw_book_address (first, COLUMN_TARGET_HIGH).text);
  bw_book_colour (book, first, COLUMN_VALUE, last_row, COLUMN_VALUE, missed, FALSE);
  bw_book_colour (book, first, COLUMN_VALUE, last_row, COLUMN_VALUE, met, TRUE);
}

/* Wilson, Student ... of the current cell; and its distribution when it has one. */
static void
write_statistics (Writer *self, guint row, const BwFigure *figure)
{
  static const struct {
    guint column;
    BwTracePart part;
  } parts[] = {
    { COLUMN_MEAN, BW_TRACE_MEAN },
    { COLUMN_MEDIAN, BW_TRACE_MEDIAN },
    { COLUMN_P90, BW_TRACE_P90 },
  };
  const BwCell *cell = &figure->current;
  BwUnit unit = figure->metric->unit;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    bw_trace_write (self->trace, self->book, row, parts[i].column, figure, cell, parts[i].part,
                    &self->period);
  bw_book_number (self->book, row, COLUMN_LOW, bw_look_of_limit (unit),
                  bw_book_scale_limit (unit, cell->low));
  bw_book_number (self->book, row, COLUMN_HIGH, bw_look_of_limit (unit),
                  bw_book_scale_limit (unit, cell->high));
}

/* n, numerator and denominator, from that column on. */
static void
write_counts (Writer *self,
              guint row,
              const guint columns[3],
              const BwFigure *figure,
              const BwCell *cell,
              const BwTraceSpan *span)
{
  static const BwTracePart parts[] = { BW_TRACE_N, BW_TRACE_NUMERATOR, BW_TRACE_DENOMINATOR };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    bw_trace_write (self->trace, self->book, row, columns[i], figure, cell, parts[i], span);
}

/* Of a ratio: what it is made of stands elsewhere. */
static void
write_roles (Writer *self, guint row, const BwFigure *figure)
{
  const BwCell *previous = &figure->previous;
  const BwCell *current = &figure->current;
  BwBook *book = self->book;
  bw_book_number (book, row, COLUMN_N, BW_LOOK_COUNT, current->n);
  bw_parts_write_cell (self->parts, book, row, COLUMN_NUMERATOR, figure, BW_PARTS_NUMERATOR);
  bw_parts_write_cell (self->parts, book, row, COLUMN_DENOMINATOR, figure, BW_PARTS_DENOMINATOR);
  if (!figure->has_previous)
    return;
  bw_book_number (book, row, COLUMN_PREVIOUS_N, BW_LOOK_COUNT, previous->n);
  bw_book_number (book, row, COLUMN_PREVIOUS_NUMERATOR,
                  bw_parts_get_look (figure, BW_PARTS_NUMERATOR), previous->numerator);
  bw_book_number (book, row, COLUMN_PREVIOUS_DENOMINATOR,
                  bw_parts_get_look (figure, BW_PARTS_DENOMINATOR), previous->denominator);
}

static void
write_all_counts (Writer *self, guint row, const BwFigure *figure)
{
  static const guint now[] = { COLUMN_N, COLUMN_NUMERATOR, COLUMN_DENOMINATOR };
  static const guint then[] = { COLUMN_PREVIOUS_N, COLUMN_PREVIOUS_NUMERATOR,
                                COLUMN_PREVIOUS_DENOMINATOR };
  if (figure->metric->fold == BW_FOLD_RATIO) {
    write_roles (self, row, figure);
    return;
  }
  write_counts (self, row, now, figure, &figure->current, &self->period);
  if (figure->has_previous)
    write_counts (self, row, then, figure, &figure->previous, &self->compared);
}

static void
write_figure (Writer *self, guint row, const BwFigure *figure)
{
  BwBook *book = self->book;
  const BwCell *current = &figure->current, *previous = &figure->previous;
  bw_book_text (book, row, COLUMN_KPI, BW_LOOK_TEXT, _ (figure->metric->name));
  bw_book_text (book, row, COLUMN_GROUP, BW_LOOK_TEXT,
                bw_metric_group_title (figure->metric->group));
  write_all_counts (self, row, figure);
  write_statistics (self, row, figure);
  write_value (self, row, COLUMN_VALUE, figure, current, COLUMN_NUMERATOR);
  if (figure->has_previous) {
    write_value (self, row, COLUMN_PREVIOUS, figure, previous, COLUMN_PREVIOUS_NUMERATOR);
    write_change (book, row, figure);
    bw_book_text (book, row, COLUMN_SIGNAL, BW_LOOK_WORD, bw_section_name_signal (figure));
  }
  write_target (book, row, figure);
  /* On one line, however long, so that rows are of the same height: a sheet of its own wraps it. */
  bw_book_text (book, row, COLUMN_DEFINITION, BW_LOOK_TEXT, figure->definition);
}

/* So that other workbooks and formulas can say kpi_first_response_time. */
static void
define_name (BwBook *book, guint row, const BwFigure *figure)
{
  g_autofree char *name = g_strdelimit (g_strconcat ("kpi_", figure->metric->id, NULL), "-", '_');
  bw_book_define_range (book, name, row, COLUMN_VALUE, row, COLUMN_VALUE);
}

/* Limits that formulas over the rows read: change one, and the figures are those of another span.
 */
static void
write_span (BwBook *book, guint row, const char *label, const BwTraceSpan *span)
{
  const BwPeriod *period = span->period;
  const gint64 limits[] = { period->from, period->to };
  const char *names[] = { span->from, span->to };
  bw_book_text (book, row, 0, BW_LOOK_TEXT, label);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    gint64 local = bw_zone_to_local (period->zone, limits[i]);
    bw_book_number (book, row, 1 + i, local % 86400 == 0 ? BW_LOOK_DAY : BW_LOOK_TIME,
                    BW_BOOK_DAY_OF_EPOCH + (double) local / 86400);
    bw_book_define_range (book, names[i], row, 1 + i, row, 1 + i);
  }
}

static void
write_spans (Writer *self)
{
  write_span (self->book, PERIOD, _ ("From, and up to before"), &self->period);
  if (self->compared.period)
    write_span (self->book, COMPARED, _ ("Compared with"), &self->compared);
}

static void
set_widths (BwBook *book)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    bw_book_set_width (book, i, columns[i].width);
}

void
bw_sheet_summary (BwBook *book, BwReport *report, BwParts *parts, BwTrace *trace)
{
  Writer writer = { book,
                    parts,
                    trace,
                    { bw_report_get_period (report), "period_from", "period_to" },
                    { bw_report_get_compared (report), "compared_from", "compared_to" } };
  GPtrArray *figures = bw_report_get_figures (report);
  const char *heads[N_COLUMNS];
  for (guint i = 0; i < N_COLUMNS; i++)
    heads[i] = _ (columns[i].title);

  bw_book_add_sheet (book, _ ("Summary"), bw_report_get_title (report),
                             bw_report_get_subtitle (report), HEAD, 1);
  set_widths (book);
  write_spans (&writer);
  guint row = HEAD;
  for (guint i = 0; i < figures->len && book->sheet; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (!figure->available)
      continue;
    write_figure (&writer, ++row, figure);
    if (isfinite (figure->current.value))
      define_name (book, row, figure);
  }
  bw_book_table (book, "summary", HEAD, row - HEAD, heads, N_COLUMNS);
  if (row > HEAD)
    colour_targets (book, row);
  /* What is beyond is for tracing, and on paper on other sheets. */
  bw_book_end_sheet (book, row, COLUMN_DENOMINATOR);
}
