/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows and columns stand where, and formulas over them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-trace.h"

#define NARROW 12
#define MIDDLE 18
#define WIDE 30

/* Clocks that are changed so near to a limit make local times that stand in another order. */
#define CLOCK_CHANGE (3 * 3600)
/* Sums in another order differ in their last digits. */
#define TOLERANCE 1e-9

/* What the formulas would come to. */
typedef struct {
  const BwFigure *figure;
  const BwPeriod *period;
  gint64 n;
  double sum;
} Tally;

struct _BwTrace {
  BwZone *zone;
  BwPseudonyms *pseudonyms; /* borrowed; NULL = people have their own names */
  gboolean personal;
  gsize rows_a_sheet;
  GPtrArray *tables; /* BwTraceTable */
  Tally last;        /* the parts of a figure are written one after the other */
};

static void
clear_column (gpointer item)
{
  BwTraceColumn *column = item;
  g_free (column->name);
  g_free (column->head);
}

static void
free_table (BwTraceTable *table)
{
  bw_bits_free (table->rows);
  g_array_unref (table->columns);
  g_free (table);
}

/* --- Columns of the file --------------------------------------------------------------------- */

/* Subjects, comments and addresses can name anybody. */
static gboolean
may_leave (const BwTrace *self, const BwTable *table, const BwField *field)
{
  if (!field->personal)
    return TRUE;
  if (!self->pseudonyms)
    return self->personal;
  return field->id == BW_FIELD_AGENT || field->id == BW_FIELD_REQUESTER ||
         (field->id == BW_FIELD_EMAIL && !bw_table_find (table, BW_FIELD_REQUESTER));
}

static BwLook
look_of_field (const BwField *field)
{
  switch (field->value) {
  case BW_VALUE_TIME:
    return BW_LOOK_TIME;
  case BW_VALUE_DURATION:
    return BW_LOOK_DURATION;
  case BW_VALUE_COUNT:
    return BW_LOOK_COUNT;
  case BW_VALUE_NUMBER:
  case BW_VALUE_RATING:
    return BW_LOOK_PLAIN;
  case BW_VALUE_TEXT:
  case BW_VALUE_DIMENSION:
  case BW_VALUE_TAGS:
  case BW_VALUE_STATUS:
  case BW_VALUE_PRIORITY:
  case BW_VALUE_FLAG:
  case BW_VALUE_VERDICT:
  case BW_VALUE_OUTCOME:
  case BW_VALUE_EVENT:
  case BW_VALUE_ROLE:
    return BW_LOOK_TEXT;
  }
  g_return_val_if_reached (BW_LOOK_TEXT);
}

static double
width_of_look (BwLook look)
{
  return look == BW_LOOK_TIME || look == BW_LOOK_TEXT ? MIDDLE : NARROW;
}

static void
add_column (BwTraceTable *table, BwTraceColumn column, const char *name, char *head)
{
  column.name = g_strdelimit (g_strdup (name), "-", '_');
  column.head = head;
  column.width = width_of_look (column.look);
  g_array_append_val (table->columns, column);
}

static void
add_field (const BwTrace *self, BwTraceTable *table, const BwField *field)
{
  for (guint i = 0; i < bw_table_get_n_columns (table->table); i++) {
    const BwColumn *column = bw_table_get_column (table->table, i);
    gboolean is_empty = column->n_present == 0 && column->store != BW_STORE_NONE;
    if (column->field != field->id || is_empty || !may_leave (self, table->table, field))
      continue;
    BwTraceColumn place = {
      .role = BW_TRACE_FIELD, .look = look_of_field (field), .column = column, .index = i
    };
    add_column (table, place, field->name, g_strdup (bw_field_get_title (field->id)));
  }
}

/* --- Columns of the KPIs --------------------------------------------------------------------- */

/* The column that shows these moments. */
static const BwTraceColumn *
find_times (const BwTraceTable *table, const gint32 *times)
{
  for (guint i = 0; i < table->columns->len; i++) {
    const BwTraceColumn *column = &g_array_index (table->columns, BwTraceColumn, i);
    if (column->times == times || (column->column && column->column->values == times))
      return column;
  }
  return NULL;
}

static gboolean
has_head (const BwTraceTable *table, const char *head)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (g_array_index (table->columns, BwTraceColumn, i).head, head))
      return TRUE;
  return FALSE;
}

static void
add_times (BwTraceTable *table, const gint32 *times, const char *id, const char *label)
{
  if (!times || find_times (table, times))
    return;
  g_autofree char *name = g_strconcat ("when_", id, NULL);
  BwTraceColumn place = { .role = BW_TRACE_TIME, .look = BW_LOOK_TIME, .times = times };
  add_column (table, place, name, g_strdup (label));
}

static BwLook
look_of_measure (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_DURATION ? BW_LOOK_DURATION : BW_LOOK_PLAIN;
}

static void
add_measure (BwTraceTable *table, BwEngine *engine, const BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  BwTraceColumn place = { .role = BW_TRACE_MEASURE,
                          .look = look_of_measure (metric),
                          .figure = figure };
  place.measure = bw_engine_get_measure (engine, figure, &place.placed);
  if (!place.measure)
    return;
  const char *basis =
      bw_metric_basis_label (metric, figure->kind, figure->basis == BW_BASIS_CREATED);
  g_autofree char *start = g_strdup_printf (_ ("Placed in time: %s"), basis);
  g_autofree char *own_start = g_strdup_printf (_ ("Placed in time: %s"), _ (metric->name));
  g_autofree char *end = g_strdup_printf (_ ("Until: %s"), _ (metric->name));
  g_autofree char *until = g_strconcat (metric->id, "_until", NULL);
  g_autofree char *name = g_strconcat ("kpi_", metric->id, NULL);
  if (has_head (table, start)) /* other moments by the same name */
    g_set_str (&start, own_start);
  add_times (table, place.placed.when, metric->id, place.placed.until ? _ (metric->name) : start);
  add_times (table, place.placed.until, until, end);
  add_column (table, place, name,
              /* Translators: head of a column: what a KPI (%s) says of each row */
              g_strdup_printf (_ ("%s (KPI)"), _ (metric->name)));
}

/* --- Tables ---------------------------------------------------------------------------------- */

static gboolean
counts_kind (const GPtrArray *figures, BwKind kind)
{
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available && figure->kind == kind)
      return TRUE;
  }
  return FALSE;
}

static void
add_table (BwTrace *self, BwReport *report, BwKind kind)
{
  const GPtrArray *figures = bw_report_get_figures (report);
  const BwTable *rows = bw_engine_get_table (bw_report_get_engine (report), kind);
  if (!rows || !counts_kind (figures, kind))
    return;
  BwTraceTable *table = g_new0 (BwTraceTable, 1);
  g_ptr_array_add (self->tables, table);
  table->kind = kind;
  table->table = rows;
  table->rows = bw_filter_select (bw_report_get_filter (report), rows);
  table->n_rows = bw_bits_count (table->rows);
  table->columns = g_array_new (FALSE, FALSE, sizeof (BwTraceColumn));
  g_array_set_clear_func (table->columns, clear_column);
  for (BwFieldId field = BW_FIELD_NONE + 1; field < BW_FIELD_LAST; field++)
    add_field (self, table, bw_field_get (field));
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available && figure->kind == kind)
      add_measure (table, bw_report_get_engine (report), figure);
  }
}

BwTrace *
bw_trace_new (BwReport *report, gboolean personal, gsize rows_a_sheet)
{
  g_return_val_if_fail (bw_report_get_engine (report), NULL);
  g_return_val_if_fail (rows_a_sheet > 0 && rows_a_sheet <= BW_TRACE_MAX_ROWS, NULL);
  BwTrace *self = g_new0 (BwTrace, 1);
  self->zone = bw_zone_ref (bw_report_get_period (report)->zone);
  self->pseudonyms = bw_report_get_pseudonyms (report);
  self->personal = personal;
  self->rows_a_sheet = rows_a_sheet;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) free_table);
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++)
    add_table (self, report, kind);
  return self;
}

void
bw_trace_free (BwTrace *self)
{
  bw_zone_unref (self->zone);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

guint
bw_trace_get_n_tables (const BwTrace *self)
{
  return self->tables->len;
}

const BwTraceTable *
bw_trace_get_table (const BwTrace *self, guint i)
{
  return self->tables->pdata[i];
}

BwZone *
bw_trace_get_zone (const BwTrace *self)
{
  return self->zone;
}

BwPseudonyms *
bw_trace_get_pseudonyms (const BwTrace *self)
{
  return self->pseudonyms;
}

gsize
bw_trace_get_rows_a_sheet (const BwTrace *self)
{
  return self->rows_a_sheet;
}

guint
bw_trace_get_n_sheets (const BwTrace *self, const BwTraceTable *table)
{
  return (guint) MAX (1, (table->n_rows + self->rows_a_sheet - 1) / self->rows_a_sheet);
}

char *
bw_trace_make_sheet_name (const BwTraceTable *table, guint sheet)
{
  g_autofree char *name = NULL;
  if (table->kind == BW_KIND_TICKETS)
    name = g_strdup (_ ("Data"));
  else
    /* Translators: name of a sheet: the rows of one kind, such as "Calls" */
    name = g_strdup_printf (_ ("Data, %s"), bw_kind_get_title (table->kind));
  return sheet == 0 ? g_steal_pointer (&name) : g_strdup_printf ("%s %u", name, sheet + 1);
}

char *
bw_trace_make_range_name (const BwTraceTable *table, guint sheet, const char *column)
{
  const char *prefix = table->kind == BW_KIND_TICKETS ? "data" : bw_kind_to_string (table->kind);
  char *name = sheet == 0 ? g_strdup_printf ("%s_%s", prefix, column)
                          : g_strdup_printf ("%s_%u_%s", prefix, sheet + 1, column);
  return g_strdelimit (name, "-", '_');
}

/* --- What formulas come to ------------------------------------------------------------------- */

static gboolean
is_before_clock_change (const BwZone *zone, gint64 limit)
{
  int offset = bw_zone_offset (zone, limit);
  return bw_zone_offset (zone, limit - CLOCK_CHANGE) != offset ||
         bw_zone_offset (zone, limit + CLOCK_CHANGE) != offset;
}

double
bw_trace_get_say (const BwTraceColumn *column, gsize row)
{
  int say = bw_measure_get (column->measure, row);
  if (say < 0)
    return NAN;
  if (column->measure->amounts)
    return column->measure->amounts[row];
  if (column->figure->in_business_time && column->measure->business)
    say = column->measure->business[row];
  switch (column->figure->metric->fold) {
  case BW_FOLD_NPS:
    return say - 1;
  case BW_FOLD_DURATION:
    return bw_book_scale (BW_UNIT_SECONDS, say);
  case BW_FOLD_MEAN:
    return (double) say / BW_LEDGER_MILLION;
  case BW_FOLD_COUNT:
  case BW_FOLD_STOCK:
    return 1;
  case BW_FOLD_SHARE:
  default:
    return say;
  }
}

static gboolean
is_within (const BwTraceColumn *column, gsize row, gint64 from, gint64 to)
{
  gint32 when = column->placed.when[row];
  if (when == BW_MISSING || when >= to)
    return FALSE;
  if (column->figure->metric->fold != BW_FOLD_STOCK)
    return when >= from;
  return column->placed.until[row] == BW_MISSING || column->placed.until[row] >= to;
}

static void
tally (BwTrace *self,
       const BwTraceTable *table,
       const BwTraceColumn *column,
       const BwPeriod *period)
{
  gint64 from = period->from - BW_TIME_ORIGIN;
  gint64 to = period->to - BW_TIME_ORIGIN;
  self->last = (Tally) { column->figure, period, 0, 0 };
  for (gsize row = 0; row < bw_table_get_n_rows (table->table); row++) {
    if (!is_within (column, row, from, to) || !bw_bits_has (table->rows, row))
      continue;
    double say = bw_trace_get_say (column, row);
    if (isnan (say))
      continue;
    self->last.n++;
    self->last.sum += say;
  }
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) <= TOLERANCE * MAX (1e-3, fabs (b));
}

/* Whether the rows as they stand in the sheets make this part of the cell. */
static gboolean
comes_to (const Tally *tally, const BwFigure *figure, const BwCell *cell, BwTracePart part)
{
  double scale = bw_book_scale (figure->metric->unit, 1);
  switch (part) {
  case BW_TRACE_N:
    return tally->n == cell->n;
  case BW_TRACE_COUNT:
    return (double) tally->n == cell->value;
  case BW_TRACE_NUMERATOR:
    return tally->sum == cell->numerator;
  case BW_TRACE_DENOMINATOR:
    return (double) tally->n == cell->denominator;
  case BW_TRACE_MEAN:
  case BW_TRACE_MEDIAN:
  case BW_TRACE_P90:
    return tally->n == cell->n && tally->n > 0 &&
           is_near (tally->sum / tally->n, cell->mean * scale);
  }
  g_return_val_if_reached (FALSE);
}

/* --- Formulas -------------------------------------------------------------------------------- */

/* The names of the ranges of one sheet. */
typedef struct {
  char *say;
  char *when;
  char *until;
} Ranges;

static void
clear_ranges (Ranges *ranges)
{
  g_free (ranges->say);
  g_free (ranges->when);
  g_free (ranges->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranges, clear_ranges)

static char *
name_times (const BwTraceTable *table, guint sheet, const gint32 *times)
{
  const BwTraceColumn *column = times ? find_times (table, times) : NULL;
  return column ? bw_trace_make_range_name (table, sheet, column->name) : NULL;
}

static Ranges
find_ranges (const BwTraceTable *table, guint sheet, const BwTraceColumn *column)
{
  return (Ranges) { bw_trace_make_range_name (table, sheet, column->name),
                    name_times (table, sheet, column->placed.when),
                    name_times (table, sheet, column->placed.until) };
}

static void
append_count (GString *out, const Ranges *ranges, const BwTraceSpan *span)
{
  /* A say is never less; rows without one are empty cells, which are no numbers. */
  g_string_append_printf (out, "COUNTIFS(%s,\">=-1\",%s,\">=\"&%s,%s,\"<\"&%s)", ranges->say,
                          ranges->when, span->from, ranges->when, span->to);
}

static void
append_sum (GString *out, const Ranges *ranges, const BwTraceSpan *span)
{
  g_string_append_printf (out, "SUMIFS(%s,%s,\">=\"&%s,%s,\"<\"&%s)", ranges->say, ranges->when,
                          span->from, ranges->when, span->to);
}

static void
append_mean (GString *out, const Ranges *ranges, const BwTraceSpan *span)
{
  g_string_append_printf (out, "AVERAGEIFS(%s,%s,\">=\"&%s,%s,\"<\"&%s)", ranges->say, ranges->when,
                          span->from, ranges->when, span->to);
}

/* Those that came before the end, without those that left before it. */
static void
append_stock (GString *out, const Ranges *ranges, const BwTraceSpan *span)
{
  g_string_append_printf (out, "COUNTIFS(%s,1,%s,\"<\"&%s)", ranges->say, ranges->when, span->to);
  if (ranges->until)
    g_string_append_printf (out, "-COUNTIFS(%s,1,%s,\"<\"&%s,%s,\"<\"&%s)", ranges->say,
                            ranges->when, span->to, ranges->until, span->to);
}

/* The same of every sheet, added up. */
static void
append_all (GString *out,
            const BwTrace *self,
            const BwTraceTable *table,
            const BwTraceColumn *column,
            const BwTraceSpan *span,
            void (*append) (GString *, const Ranges *, const BwTraceSpan *))
{
  for (guint sheet = 0; sheet < bw_trace_get_n_sheets (self, table); sheet++) {
    g_auto (Ranges) ranges = find_ranges (table, sheet, column);
    if (sheet > 0)
      g_string_append_c (out, '+');
    append (out, &ranges, span);
  }
}

static char *
make_formula (const BwTrace *self,
              const BwTraceTable *table,
              const BwTraceColumn *column,
              const BwTraceSpan *span,
              BwTracePart part)
{
  g_autoptr (GString) out = g_string_new ("=");
  gboolean is_stock = column->figure->metric->fold == BW_FOLD_STOCK;
  switch (part) {
  case BW_TRACE_N:
  case BW_TRACE_COUNT:
  case BW_TRACE_DENOMINATOR:
    append_all (out, self, table, column, span, is_stock ? append_stock : append_count);
    break;
  case BW_TRACE_NUMERATOR:
    append_all (out, self, table, column, span, append_sum);
    break;
  case BW_TRACE_MEAN:
    if (bw_trace_get_n_sheets (self, table) == 1) {
      append_all (out, self, table, column, span, append_mean);
      break;
    }
    g_string_append_c (out, '(');
    append_all (out, self, table, column, span, append_sum);
    g_string_append (out, ")/(");
    append_all (out, self, table, column, span, append_count);
    g_string_append_c (out, ')');
    break;
  case BW_TRACE_MEDIAN:
  case BW_TRACE_P90:
  default:
    return NULL;
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Quantiles need all values at once: of one sheet. */
static char *
make_quantile (const BwTrace *self,
               const BwTraceTable *table,
               const BwTraceColumn *column,
               const BwTraceSpan *span,
               BwTracePart part)
{
  if (bw_trace_get_n_sheets (self, table) > 1)
    return NULL;
  g_auto (Ranges) ranges = find_ranges (table, 0, column);
  return g_strdup_printf ("{=PERCENTILE(IF(ISNUMBER(%s)*(%s>=%s)*(%s<%s),%s),%s)}", ranges.say,
                          ranges.when, span->from, ranges.when, span->to, ranges.say,
                          part == BW_TRACE_MEDIAN ? "0.5" : "0.9");
}

static const BwTraceColumn *
find_measure (const BwTrace *self, const BwFigure *figure, const BwTraceTable **table)
{
  for (guint t = 0; t < self->tables->len; t++) {
    *table = self->tables->pdata[t];
    for (guint i = 0; i < (*table)->columns->len; i++) {
      const BwTraceColumn *column = &g_array_index ((*table)->columns, BwTraceColumn, i);
      if (column->figure == figure)
        return column;
    }
  }
  return NULL;
}

/* NULL when the rows cannot say it. */
static char *
find_formula (BwTrace *self,
              const BwFigure *figure,
              const BwCell *cell,
              BwTracePart part,
              const BwTraceSpan *span)
{
  const BwTraceTable *table;
  const BwTraceColumn *column = find_measure (self, figure, &table);
  if (!column || is_before_clock_change (self->zone, span->period->from) ||
      is_before_clock_change (self->zone, span->period->to))
    return NULL;
  if (self->last.figure != figure || self->last.period != span->period)
    tally (self, table, column, span->period);
  if (!comes_to (&self->last, figure, cell, part))
    return NULL;
  return part == BW_TRACE_MEDIAN || part == BW_TRACE_P90
             ? make_quantile (self, table, column, span, part)
             : make_formula (self, table, column, span, part);
}

static double
get_number (const BwCell *cell, BwTracePart part)
{
  switch (part) {
  case BW_TRACE_N:
    return (double) cell->n;
  case BW_TRACE_COUNT:
    return cell->value;
  case BW_TRACE_NUMERATOR:
    return cell->numerator;
  case BW_TRACE_DENOMINATOR:
    return cell->denominator;
  case BW_TRACE_MEAN:
    return cell->mean;
  case BW_TRACE_MEDIAN:
    return cell->median;
  case BW_TRACE_P90:
    return cell->p90;
  }
  g_return_val_if_reached (NAN);
}

void
bw_trace_write (BwTrace *self,
                BwBook *book,
                guint row,
                guint column,
                const BwFigure *figure,
                const BwCell *cell,
                BwTracePart part,
                const BwTraceSpan *span)
{
  BwUnit unit = figure->metric->unit;
  gboolean is_count =
      part == BW_TRACE_N || part == BW_TRACE_NUMERATOR || part == BW_TRACE_DENOMINATOR;
  BwLook look = is_count ? BW_LOOK_COUNT : bw_look_of_unit (unit);
  double number =
      is_count ? get_number (cell, part) : bw_book_scale (unit, get_number (cell, part));
  g_autofree char *formula =
      self && span && isfinite (number) ? find_formula (self, figure, cell, part, span) : NULL;
  if (!formula)
    bw_book_number (book, row, column, look, number);
  else if (*formula == '{')
    bw_book_array_formula (book, row, column, look, number, formula);
  else
    bw_book_formula (book, row, column, look, number, "%s", formula);
}
