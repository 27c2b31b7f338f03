/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook's first sheet. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-sheets.h"

enum {
  COLUMN_KPI,
  COLUMN_GROUP,
  COLUMN_VALUE,
  COLUMN_PREVIOUS,
  COLUMN_CHANGE,
  COLUMN_SIGNAL,
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

#define HEAD 3

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
  [COLUMN_N] = { N_ ("n"), 10 },
  [COLUMN_PREVIOUS_N] = { N_ ("Compared n"), 10 },
  [COLUMN_NUMERATOR] = { N_ ("Numerator"), 12 },
  [COLUMN_DENOMINATOR] = { N_ ("Denominator"), 12 },
  [COLUMN_PREVIOUS_NUMERATOR] = { N_ ("Compared numerator"), 12 },
  [COLUMN_PREVIOUS_DENOMINATOR] = { N_ ("Compared denominator"), 13 },
  [COLUMN_MEAN] = { N_ ("Mean"), 12 },
  [COLUMN_MEDIAN] = { N_ ("Median"), 12 },
  [COLUMN_P90] = { N_ ("90th percentile"), 12 },
  [COLUMN_LOW] = { N_ ("95 % interval from"), 12 },
  [COLUMN_HIGH] = { N_ ("95 % interval to"), 12 },
  [COLUMN_DEFINITION] = { N_ ("Definition"), 80 },
};

gboolean
bw_sheet_is_ratio (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_SHARE || metric->fold == BW_FOLD_NPS;
}

static const char *
say_signal (const BwFigure *figure)
{
  switch (figure->signal) {
  case BW_SIGNAL_NONE:
    return _ ("within noise");
  case BW_SIGNAL_UP:
  case BW_SIGNAL_DOWN:
    if (bw_figure_verdict (figure) != 0)
      return bw_figure_verdict (figure) > 0 ? _ ("better") : _ ("worse");
    return figure->signal == BW_SIGNAL_UP ? _ ("up") : _ ("down");
  case BW_SIGNAL_UNKNOWN:
  default:
    return NULL;
  }
}

/* The value, as a formula over what it is made of where the row holds that. */
static void
write_value (BwBook *book,
             guint row,
             guint column,
             const BwFigure *figure,
             const BwCell *cell,
             guint numerator)
{
  BwUnit unit = figure->metric->unit;
  BwLook look = bw_look_of_unit (unit);
  double value = bw_book_scale (unit, cell->value);

  if (bw_sheet_is_ratio (figure->metric) && cell->denominator > 0) {
    bw_book_formula (book, row, column, look, value, "=%s%s/%s",
                     figure->metric->fold == BW_FOLD_NPS ? "100*" : "",
                     bw_book_address (row, numerator).text,
                     bw_book_address (row, numerator + 1).text);
  } else if (figure->metric->fold == BW_FOLD_DURATION && column == COLUMN_VALUE) {
    guint from = figure->statistic == BW_STATISTIC_MEDIAN ? COLUMN_MEDIAN : COLUMN_MEAN;
    bw_book_formula (book, row, column, look, value, "=%s", bw_book_address (row, from).text);
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
  if (unit == BW_UNIT_SECONDS)
    bw_book_formula (book, row, COLUMN_CHANGE, bw_look_of_change (unit), figure->change / 3600,
                     "=(%s-%s)*24", value.text, previous.text);
  else
    bw_book_formula (book, row, COLUMN_CHANGE, bw_look_of_change (unit), figure->change, "=%s-%s",
                     value.text, previous.text);
}

/* Wilson, Student ... of the current cell; and its distribution when it has one. */
static void
write_statistics (BwBook *book, guint row, const BwFigure *figure)
{
  const BwCell *cell = &figure->current;
  const struct {
    guint column;
    double value;
  } numbers[] = {
    { COLUMN_MEAN, cell->mean }, { COLUMN_MEDIAN, cell->median }, { COLUMN_P90, cell->p90 },
    { COLUMN_LOW, cell->low },   { COLUMN_HIGH, cell->high },
  };
  BwUnit unit = figure->metric->unit;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    bw_book_number (book, row, numbers[i].column, bw_look_of_unit (unit),
                    bw_book_scale (unit, numbers[i].value));
}

static void
write_figure (BwBook *book, guint row, const BwFigure *figure)
{
  const BwCell *current = &figure->current, *previous = &figure->previous;
  bw_book_text (book, row, COLUMN_KPI, BW_LOOK_TEXT, _ (figure->metric->name));
  bw_book_text (book, row, COLUMN_GROUP, BW_LOOK_TEXT,
                bw_metric_group_title (figure->metric->group));
  bw_book_number (book, row, COLUMN_N, BW_LOOK_COUNT, current->n);
  bw_book_number (book, row, COLUMN_NUMERATOR, BW_LOOK_COUNT, current->numerator);
  bw_book_number (book, row, COLUMN_DENOMINATOR, BW_LOOK_COUNT, current->denominator);
  write_statistics (book, row, figure);
  write_value (book, row, COLUMN_VALUE, figure, current, COLUMN_NUMERATOR);
  if (figure->has_previous) {
    bw_book_number (book, row, COLUMN_PREVIOUS_N, BW_LOOK_COUNT, previous->n);
    bw_book_number (book, row, COLUMN_PREVIOUS_NUMERATOR, BW_LOOK_COUNT, previous->numerator);
    bw_book_number (book, row, COLUMN_PREVIOUS_DENOMINATOR, BW_LOOK_COUNT, previous->denominator);
    write_value (book, row, COLUMN_PREVIOUS, figure, previous, COLUMN_PREVIOUS_NUMERATOR);
    write_change (book, row, figure);
    bw_book_text (book, row, COLUMN_SIGNAL, BW_LOOK_WORD, say_signal (figure));
  }
  bw_book_text (book, row, COLUMN_DEFINITION, BW_LOOK_WRAPPED, figure->definition);
}

/* So that other workbooks and formulas can say kpi_first_response_time. */
static void
define_name (BwBook *book, guint row, const char *sheet, const BwFigure *figure)
{
  g_autofree char *name = g_strdelimit (g_strconcat ("kpi_", figure->metric->id, NULL), "-", '_');
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell_abs (cell, row, COLUMN_VALUE, 1, 1);
  g_autofree char *place = g_strdup_printf ("='%s'!%s", sheet, cell);
  bw_book_check (book, workbook_define_name (book->workbook, name, place));
}

static void
set_widths (BwBook *book)
{
  for (guint i = 0; i < N_COLUMNS && book->sheet; i++)
    bw_book_check (book, worksheet_set_column (book->sheet, i, i, columns[i].width, NULL));
}

void
bw_sheet_summary (BwBook *book, BwReport *report)
{
  GPtrArray *figures = bw_report_get_figures (report);
  const char *heads[N_COLUMNS];
  for (guint i = 0; i < N_COLUMNS; i++)
    heads[i] = _ (columns[i].title);

  bw_book_add_sheet (book, _ ("Summary"), bw_report_get_title (report),
                             bw_report_get_subtitle (report), HEAD, 1);
  set_widths (book);
  guint row = HEAD;
  for (guint i = 0; i < figures->len && book->sheet; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (!figure->available)
      continue;
    write_figure (book, ++row, figure);
    if (isfinite (figure->current.value))
      define_name (book, row, book->sheet->name, figure);
  }
  bw_book_table (book, "summary", HEAD, row - HEAD, heads, N_COLUMNS);
  /* What is beyond is for tracing, and on paper on other sheets. */
  bw_book_end_sheet (book, row, COLUMN_DENOMINATOR);
}
