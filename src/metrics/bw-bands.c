/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts answers by period and band. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-bands.h"

#define GROUPS 3
#define NARROWEST 4
#define PROMOTER 9
#define PASSIVE 7

gboolean
bw_bands_are_in (const BwColumn *column)
{
  return column != NULL && bw_store_is_code (column->store) &&
         column->scale_high - column->scale_low >= NARROWEST;
}

int
bw_band_find (const BwColumn *column, double score)
{
  double width = column->scale_high - column->scale_low;
  double place = width > 0 ? (score - column->scale_low) / width : NAN;

  if (!isfinite (place) || place < 0 || place > 1)
    return -1;
  return BW_BANDS - 1 - (int) MIN (floor (place * BW_BANDS), BW_BANDS - 1);
}

const char *
bw_band_get_title (guint band)
{
  static const char *const titles[BW_BANDS] = { N_ ("Very positive"), N_ ("Positive"),
                                                N_ ("Neutral"), N_ ("Negative"),
                                                N_ ("Very negative") };

  g_return_val_if_fail (band < BW_BANDS, "");
  return _ (titles[band]);
}

static int
find_group (double score)
{
  if (isnan (score))
    return -1;
  return score >= PROMOTER ? 0 : score >= PASSIVE ? 1 : 2;
}

static void
count_row (BwSeries *series, gint64 time, int band)
{
  int period = bw_axis_find (bw_series_get_axis (series), time);
  BwCell *cell;

  if (band < 0 || period < 0 || (guint) period >= bw_axis_get_length (bw_series_get_axis (series)))
    return;
  cell = bw_series_peek (series, (guint) period, (guint) band);
  cell->n++;
  cell->value = (double) cell->n;
}

/* Where a period has answers, a band without any is 0. */
static gboolean
fill_gaps (BwSeries *series)
{
  gboolean any = FALSE;

  for (guint p = 0; p < bw_axis_get_length (bw_series_get_axis (series)); p++) {
    gint64 n = 0;
    for (guint m = 0; m < bw_series_get_n_members (series); m++)
      n += bw_series_get (series, p, m)->n;
    for (guint m = 0; n > 0 && m < bw_series_get_n_members (series); m++)
      bw_series_peek (series, p, m)->value = (double) bw_series_get (series, p, m)->n;
    any |= n > 0;
  }
  return any;
}

static BwSeries *
make_series (BwAxis *axis, gboolean is_nps)
{
  const char *names[BW_BANDS] = { _ ("Promoters"), _ ("Passives"), _ ("Detractors") };

  for (guint i = 0; !is_nps && i < BW_BANDS; i++)
    names[i] = bw_band_get_title (i);
  return bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_NONE, names, is_nps ? GROUPS : BW_BANDS);
}

static gboolean
is_nps (const BwFigure *figure)
{
  return figure->metric->fold == BW_FOLD_NPS;
}

/* The one that counts every answer: CSAT may leave out those that are neither good nor bad. */
static const char *
get_answers_kpi (const BwFigure *figure)
{
  return is_nps (figure) ? figure->metric->id : "dissatisfaction";
}

/* NULL when there are none, or no bands. */
static const BwColumn *
find_answers (const BwFigure *figure, const BwTable *table)
{
  const BwColumn *column = bw_table_find (table, is_nps (figure) ? BW_FIELD_NPS : BW_FIELD_CSAT);

  return column != NULL && bw_bands_are_in (column) ? column : NULL;
}

static int
find_place (const BwFigure *figure, const BwColumn *column, gsize row)
{
  double score = bw_column_meaning (column, row);

  return is_nps (figure) ? find_group (score) : isnan (score) ? -1 : bw_band_find (column, score);
}

BwBits *
bw_bands_select (BwEngine *engine,
                 const BwQuestion *question,
                 const BwFigure *figure,
                 const BwPeriod *span,
                 guint band,
                 BwTable **table)
{
  g_autoptr (BwBits) rows = bw_engine_select (engine, question, get_answers_kpi (figure), span,
                                             BW_FIELD_NONE, NULL, table);
  const BwColumn *column = rows != NULL ? find_answers (figure, *table) : NULL;

  if (column == NULL)
    return NULL;
  for (gsize row = 0; row < rows->n; row++)
    if (bw_bits_has (rows, row) && find_place (figure, column, row) != (int) band)
      bw_bits_set (rows, row, FALSE);
  return g_steal_pointer (&rows);
}

BwSeries *
bw_bands_new (BwEngine *engine, const BwQuestion *question, const BwFigure *figure)
{
  BwAxis *axis = question->axis;
  g_autoptr (BwPeriod) span = bw_period_new (bw_axis_get_from (axis, 0),
                                            bw_axis_get_to (axis, bw_axis_get_length (axis) - 1),
                                            bw_axis_get_zone (axis));
  BwTable *table = NULL;
  g_autoptr (BwBits) rows = bw_engine_select (engine, question, get_answers_kpi (figure), span,
                                             BW_FIELD_NONE, NULL, &table);
  const BwColumn *column = rows != NULL ? find_answers (figure, table) : NULL;
  g_autoptr (BwSeries) series = NULL;
  BwRowTimes times = { NULL };

  if (column == NULL || bw_engine_get_measure (engine, figure, &times) == NULL)
    return NULL;
  series = make_series (axis, is_nps (figure));
  for (gsize row = 0; row < rows->n; row++)
    if (bw_bits_has (rows, row) && times.when[row] != BW_MISSING)
      count_row (series, times.when[row] + BW_TIME_ORIGIN, find_place (figure, column, row));
  return fill_gaps (series) ? g_steal_pointer (&series) : NULL;
}
