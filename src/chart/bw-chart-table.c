/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the figures of charts. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-table.h"

typedef struct {
  char *title;
  gboolean is_number;
} Column;

typedef struct {
  char *text;
  char *key; /* instead of the text in files; may be NULL */
  double number;
} Cell;

typedef struct {
  int period;
  int member;
} Place;

struct _BwChartTable {
  const char *currency; /* of money */
  GArray *columns;      /* Column */
  GArray *cells;        /* Cell, row by row */
  GArray *places;       /* Place of each row */
};

static void
clear_column (gpointer mem)
{
  g_free (((Column *) mem)->title);
}

static void
clear_cell (gpointer mem)
{
  g_free (((Cell *) mem)->text);
  g_free (((Cell *) mem)->key);
}

static void
add_column (BwChartTable *table, const char *title, gboolean is_number)
{
  Column column = { g_strdup (title), is_number };
  g_array_append_val (table->columns, column);
}

static void
begin_row (BwChartTable *table, int period, int member)
{
  Place place = { period, member };
  g_array_append_val (table->places, place);
}

static void
add_text (BwChartTable *table, const char *text, const char *key)
{
  Cell cell = { g_strdup (text ? text : ""), g_strdup (key), NAN };
  g_array_append_val (table->cells, cell);
}

static void
add_number (BwChartTable *table, BwUnit unit, double number)
{
  Cell cell = { bw_unit_format_in (unit, table->currency, number, BW_FORMAT_COLUMN), NULL, number };
  g_array_append_val (table->cells, cell);
}

/* --- Series --------------------------------------------------------------------------------- */

static gboolean
has_interval (const BwChart *chart)
{
  for (guint p = 0; p < bw_chart_get_n_periods (chart); p++)
    for (guint m = 0; m < bw_series_get_n_members (chart->series); m++)
      if (isfinite (bw_series_get (chart->series, p, m)->low))
        return TRUE;
  return FALSE;
}

static void
add_figure_columns (BwChartTable *table, const BwChart *chart)
{
  add_column (table, _("Value"), TRUE);
  if (chart->unit != BW_UNIT_COUNT)
    add_column (table, _("n"), TRUE);
  if (has_interval (chart)) {
    /* Translators: the ends of a 95 % interval, as column heads */
    /* xgettext:no-c-format */
    add_column (table, _("95 % from"), TRUE);
    /* xgettext:no-c-format */
    add_column (table, _("95 % to"), TRUE);
  }
}

static void
add_figure (BwChartTable *table, const BwChart *chart, const BwCell *cell)
{
  add_number (table, chart->unit, cell->value);
  if (chart->unit != BW_UNIT_COUNT)
    add_number (table, BW_UNIT_COUNT, (double) cell->n);
  if (has_interval (chart)) {
    add_number (table, chart->unit, cell->low);
    add_number (table, chart->unit, cell->high);
  }
}

static void
list_members (BwChartTable *table, const BwChart *chart)
{
  const BwSeries *series = chart->series;
  BwFieldId field = bw_series_get_field (series);
  add_column (table, field == BW_FIELD_NONE ? _("Name") : bw_field_get_title (field), FALSE);
  add_figure_columns (table, chart);
  for (guint m = 0; m < bw_series_get_n_members (series); m++) {
    begin_row (table, 0, (int) m);
    add_text (table, bw_series_get_member_label (series, m), NULL);
    add_figure (table, chart, bw_series_get (series, 0, m));
  }
}

static void
add_period (BwChartTable *table, const BwChart *chart, guint period)
{
  const BwAxis *axis = bw_series_get_axis (chart->series);
  add_text (table, bw_axis_get_label (axis, period), bw_axis_get_key (axis, period));
}

static void
list_members_by_period (BwChartTable *table, const BwChart *chart)
{
  guint n = bw_series_get_n_members (chart->series);
  add_column (table, _("Period"), FALSE);
  for (guint m = 0; m < n; m++)
    add_column (table, bw_series_get_member_label (chart->series, m), TRUE);
  for (guint p = 0; p < bw_chart_get_n_periods (chart); p++) {
    begin_row (table, (int) p, -1);
    add_period (table, chart, p);
    for (guint m = 0; m < n; m++)
      add_number (table, chart->unit, bw_series_get (chart->series, p, m)->value);
  }
}

static void
add_context_columns (BwChartTable *table, const BwChart *chart)
{
  if (chart->comparison)
    add_column (table, chart->comparison_label, TRUE);
  if (chart->limits) {
    add_column (table, _("Usual level"), TRUE);
    add_column (table, _("Lower limit"), TRUE);
    add_column (table, _("Upper limit"), TRUE);
    add_column (table, _("Signal"), FALSE);
  }
}

static void
add_context (BwChartTable *table, const BwChart *chart, guint period)
{
  if (chart->comparison)
    add_number (table, chart->unit, bw_series_get (chart->comparison, period, 0)->value);
  if (chart->limits) {
    add_number (table, chart->unit, chart->limits[period].centre);
    add_number (table, chart->unit, chart->limits[period].low);
    add_number (table, chart->unit, chart->limits[period].high);
    add_text (table, chart->limits[period].signal, NULL);
  }
}

static void
list_periods (BwChartTable *table, const BwChart *chart)
{
  add_column (table, _("Period"), FALSE);
  add_figure_columns (table, chart);
  add_context_columns (table, chart);
  for (guint p = 0; p < bw_chart_get_n_periods (chart); p++) {
    begin_row (table, (int) p, 0);
    add_period (table, chart, p);
    add_figure (table, chart, bw_series_get (chart->series, p, 0));
    add_context (table, chart, p);
  }
}

static void
list_series (BwChartTable *table, const BwChart *chart)
{
  guint n_periods = bw_chart_get_n_periods (chart);
  guint n_members = bw_series_get_n_members (chart->series);
  if (n_members > 1 && n_periods > 1)
    list_members_by_period (table, chart);
  else if (n_members > 1)
    list_members (table, chart);
  else
    list_periods (table, chart);
}

/* --- Distributions, matrices and steps -----------------------------------------------------------
 */

static void
list_bins (BwChartTable *table, const BwDistribution *distribution)
{
  add_column (table, _("From"), TRUE);
  add_column (table, _("To"), TRUE);
  add_column (table, _("n"), TRUE);
  add_column (table, _("Share"), TRUE);
  for (guint i = 0; i < distribution->bins->len; i++) {
    const BwBin *bin = &g_array_index (distribution->bins, BwBin, i);
    begin_row (table, -1, (int) i);
    add_number (table, distribution->unit, bin->low);
    add_number (table, distribution->unit, bin->high);
    add_number (table, BW_UNIT_COUNT, (double) bin->n);
    add_number (table, BW_UNIT_FRACTION, bin->n / (double) distribution->n);
  }
}

static void
list_boxes (BwChartTable *table, const BwDistribution *distribution)
{
  const char *const titles[] = {
    _("Median"),        _("Lower quartile"), _("Upper quartile"),
                                               _("Lower whisker"), _("Upper whisker"),  _("Mean"),
                                               };
  add_column (table, _("Name"), FALSE);
  add_column (table, _("n"), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_column (table, titles[i], TRUE);
  for (guint i = 0; i < distribution->boxes->len; i++) {
    const BwQuartiles *box = &g_array_index (distribution->boxes, BwQuartiles, i);
    const double figures[] = { box->median, box->q1, box->q3, box->low, box->high, box->mean };
    begin_row (table, -1, (int) i);
    add_text (table, box->label ? box->label : _("All"), NULL);
    add_number (table, BW_UNIT_COUNT, (double) box->n);
    for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
      add_number (table, distribution->unit, figures[f]);
  }
}

static void
list_matrix (BwChartTable *table, const BwMatrix *matrix)
{
  add_column (table, "", FALSE);
  for (guint c = 0; c < matrix->n_columns; c++)
    add_column (table, matrix->columns[c], TRUE);
  for (guint r = 0; r < matrix->n_rows; r++) {
    begin_row (table, (int) r, -1);
    add_text (table, matrix->rows[r], NULL);
    for (guint c = 0; c < matrix->n_columns; c++)
      add_number (table, matrix->unit, matrix->values[r * matrix->n_columns + c]);
  }
}

static const char *
name_kind (BwStepKind kind)
{
  switch (kind) {
  case BW_STEP_TOTAL:
    return _("Level");
  case BW_STEP_RATE:
    return _("Changed itself");
  case BW_STEP_MIX:
    return _("Changed its share");
  case BW_STEP_CHANGE:
    return _("Change");
  }
  g_return_val_if_reached ("");
}

static void
list_steps (BwChartTable *table, const BwChart *chart)
{
  add_column (table, _("Name"), FALSE);
  add_column (table, _("Kind"), FALSE);
  add_column (table, _("Value"), TRUE);
  for (guint i = 0; i < chart->steps->len; i++) {
    const BwStep *step = &g_array_index (chart->steps, BwStep, i);
    begin_row (table, -1, (int) i);
    add_text (table, step->label, NULL);
    add_text (table, name_kind (step->kind), NULL);
    if (step->kind == BW_STEP_TOTAL) {
      add_number (table, chart->unit, step->value);
      continue;
    }
    Cell change = { bw_unit_format_change_in (chart->unit, chart->currency, step->value,
                                              BW_FORMAT_COLUMN),
                    NULL, step->value };
    g_array_append_val (table->cells, change);
  }
}

static void
list_distribution (BwChartTable *table, const BwChart *chart)
{
  if (chart->type->is_rows)
    list_boxes (table, chart->distribution);
  else
    list_bins (table, chart->distribution);
}

BwChartTable *
bw_chart_table_new (const BwChart *chart)
{
  g_return_val_if_fail (chart, NULL);
  BwChartTable *table = g_atomic_rc_box_new0 (BwChartTable);
  table->currency = chart->currency;
  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  table->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  table->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (table->columns, clear_column);
  g_array_set_clear_func (table->cells, clear_cell);
  switch (chart->type->source) {
  case BW_CHART_OF_SERIES:
    list_series (table, chart);
    break;
  case BW_CHART_OF_DISTRIBUTION:
    list_distribution (table, chart);
    break;
  case BW_CHART_OF_MATRIX:
    list_matrix (table, chart->matrix);
    break;
  case BW_CHART_OF_STEPS:
    list_steps (table, chart);
    break;
  }
  return table;
}

BwChartTable *
bw_chart_table_ref (BwChartTable *table)
{
  return g_atomic_rc_box_acquire (table);
}

static void
clear_table (gpointer mem)
{
  BwChartTable *table = mem;
  g_array_unref (table->columns);
  g_array_unref (table->cells);
  g_array_unref (table->places);
}

void
bw_chart_table_unref (BwChartTable *table)
{
  g_atomic_rc_box_release_full (table, clear_table);
}

guint
bw_chart_table_get_n_columns (const BwChartTable *table)
{
  return table->columns->len;
}

guint
bw_chart_table_get_n_rows (const BwChartTable *table)
{
  return table->places->len;
}

const char *
bw_chart_table_get_title (const BwChartTable *table, guint column)
{
  g_return_val_if_fail (column < table->columns->len, "");
  return g_array_index (table->columns, Column, column).title;
}

gboolean
bw_chart_table_is_number (const BwChartTable *table, guint column)
{
  g_return_val_if_fail (column < table->columns->len, FALSE);
  return g_array_index (table->columns, Column, column).is_number;
}

static const Cell *
get_cell (const BwChartTable *table, guint row, guint column)
{
  return &g_array_index (table->cells, Cell, row * table->columns->len + column);
}

double
bw_chart_table_get_number (const BwChartTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->places->len && column < table->columns->len, NAN);
  return get_cell (table, row, column)->number;
}

const char *
bw_chart_table_get_text (const BwChartTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->places->len && column < table->columns->len, "");
  return get_cell (table, row, column)->text;
}

int
bw_chart_table_get_period (const BwChartTable *table, guint row)
{
  g_return_val_if_fail (row < table->places->len, -1);
  return g_array_index (table->places, Place, row).period;
}

int
bw_chart_table_get_member (const BwChartTable *table, guint row)
{
  g_return_val_if_fail (row < table->places->len, -1);
  return g_array_index (table->places, Place, row).member;
}

const char *
bw_chart_table_get_key (const BwChartTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->places->len && column < table->columns->len, "");
  const Cell *cell = get_cell (table, row, column);
  return cell->key ? cell->key : cell->text;
}

/* --- For spreadsheets ---------------------------------------------------------------------------
 */

static void
append_text (GString *out, const char *text)
{
  g_autofree char *plain = g_strdup (text);
  g_string_append (out, g_strdelimit (plain, "\t\r\n", ' '));
}

/* Fifteen digits are what spreadsheets keep. */
static void
append_cell (GString *out, const BwChartTable *table, guint row, guint column)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double number = bw_chart_table_get_number (table, row, column);
  if (!bw_chart_table_is_number (table, column))
    append_text (out, bw_chart_table_get_key (table, row, column));
  else if (isfinite (number))
    g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.15g", number));
}

char *
bw_chart_table_to_text (const BwChartTable *table)
{
  GString *out = g_string_new (NULL);
  for (guint c = 0; c < table->columns->len; c++) {
    if (c > 0)
      g_string_append_c (out, '\t');
    append_text (out, bw_chart_table_get_title (table, c));
  }
  g_string_append_c (out, '\n');
  for (guint r = 0; r < table->places->len; r++) {
    for (guint c = 0; c < table->columns->len; c++) {
      if (c > 0)
        g_string_append_c (out, '\t');
      append_cell (out, table, r, c);
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free_and_steal (out);
}
