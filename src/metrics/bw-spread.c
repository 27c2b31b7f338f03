/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the values of the rows behind a figure, and sums them up as bins and boxes. */
#include "config.h"

#include <math.h>

#include "bw-row-values.h"
#include "bw-sort.h"
#include "bw-spread.h"

#define MINUTE 60.0
#define HOUR 3600.0
#define DAY 86400.0

/* So many different whole numbers have a bin each. */
#define MOST_WHOLE 20
#define WANTED_BINS 14

/* Each about twice the one before, and a number that people say. */
static const double duration_edges[] = {
  0,         1,          2,          4,          8,           15,          30,
  MINUTE,    2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR,
  2 * HOUR,  4 * HOUR,   8 * HOUR,   12 * HOUR,  DAY,         2 * DAY,     4 * DAY,
  7 * DAY,   14 * DAY,   30 * DAY,   60 * DAY,   120 * DAY,   240 * DAY,   480 * DAY,
  960 * DAY, 1920 * DAY, 3840 * DAY, 7680 * DAY, 15360 * DAY, 30720 * DAY,
};

/* Sorted. */
static GArray *
gather (const BwRowValues *values, const BwBits *rows)
{
  GArray *gathered = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize row = 0; row < rows->n; row++) {
    double value = bw_bits_has (rows, row) ? bw_row_values_get (values, row) : NAN;
    if (isfinite (value))
      g_array_append_val (gathered, value);
  }
  bw_sort_doubles ((double *) (gpointer) gathered->data, gathered->len);
  return gathered;
}

static const double *
get_sorted (const GArray *gathered)
{
  return (const double *) (gconstpointer) gathered->data;
}

/* --- Boxes -------------------------------------------------------------------------------------
 */

/* All values when there are few; else some of those beyond the whiskers, evenly by rank. */
static void
take_strip (BwQuartiles *box, const double *sorted, guint n)
{
  guint below = 0, above = 0;

  while (below < n && sorted[below] < box->low)
    below++;
  while (above < n && sorted[n - 1 - above] > box->high)
    above++;
  guint beyond = n <= BW_SPREAD_FEW ? n : below + above;
  box->n_strip = MIN (beyond, BW_SPREAD_STRIP);
  box->strip = g_new (double, box->n_strip + 1);
  for (guint i = 0; i < box->n_strip; i++) {
    guint rank = (guint) ((guint64) i * (beyond - 1) / MAX (box->n_strip - 1, 1));
    box->strip[i] =
        n <= BW_SPREAD_FEW || rank < below ? sorted[rank] : sorted[n - above + rank - below];
  }
}

static BwQuartiles
sum_up (const GArray *gathered)
{
  const double *sorted = get_sorted (gathered);
  guint n = gathered->len;
  BwQuartiles box = { .n = n, .low = NAN, .q1 = NAN, .median = NAN, .q3 = NAN, .high = NAN };

  box.mean = bw_mean (sorted, n);
  if (n == 0)
    return box;
  box.q1 = bw_quantile_sorted (sorted, n, 0.25);
  box.median = bw_quantile_sorted (sorted, n, 0.5);
  box.q3 = bw_quantile_sorted (sorted, n, 0.75);
  double reach = 1.5 * (box.q3 - box.q1);
  guint first = 0, last = n - 1;
  while (sorted[first] < box.q1 - reach)
    first++;
  while (sorted[last] > box.q3 + reach)
    last--;
  box.low = sorted[first];
  box.high = sorted[last];
  take_strip (&box, sorted, n);
  return box;
}

static void
add_members (BwDistribution *distribution,
             BwEngine *engine,
             const BwQuestion *question,
             const BwFigure *figure,
             const BwRowValues *values,
             const BwSeries *split,
             guint max)
{
  for (guint m = 0; m < MIN (bw_series_get_n_members (split), max); m++) {
    BwTable *table;
    g_autoptr (BwBits) rows = bw_engine_select (engine, question, figure->metric->id,
                                               question->period, bw_series_get_field (split),
                                               bw_series_get_member (split, m), &table);
    if (rows == NULL)
      continue;
    g_autoptr (GArray) gathered = gather (values, rows);
    bw_distribution_add_box (distribution, bw_series_get_member_label (split, m),
                             sum_up (gathered));
  }
}

/* --- Bins --------------------------------------------------------------------------------------
 */

static gboolean
are_few_whole (const double *sorted, guint n)
{
  if (sorted[n - 1] - sorted[0] > MOST_WHOLE)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (sorted[i] != round (sorted[i]))
      return FALSE;
  return TRUE;
}

static void
append_edges (GArray *edges, double from, double to, double step)
{
  guint n = (guint) MAX (lround ((to - from) / step), 1);

  for (guint i = 0; i <= n; i++) {
    double edge = from + i * step;
    g_array_append_val (edges, edge);
  }
}

/* Of the durations that there are, and one to either side of nothing is none. */
static void
append_duration_edges (GArray *edges, double low, double high)
{
  guint first = 0, last = 1;

  while (first + 1 < G_N_ELEMENTS (duration_edges) - 1 && duration_edges[first + 1] <= low)
    first++;
  while (last < G_N_ELEMENTS (duration_edges) - 1 && duration_edges[last] <= high)
    last++;
  g_array_append_vals (edges, duration_edges + first, last - first + 1);
}

static GArray *
choose_edges (BwUnit unit, const double *sorted, guint n)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));
  double low = sorted[0], high = sorted[n - 1];

  if (unit == BW_UNIT_SECONDS) {
    append_duration_edges (edges, low, high);
  } else if (are_few_whole (sorted, n)) {
    append_edges (edges, low - 0.5, high + 0.5, 1);
  } else {
    double step = bw_unit_axis_step (unit, low, high, WANTED_BINS);
    append_edges (edges, floor (low / step) * step, (floor (high / step) + 1) * step, step);
  }
  return edges;
}

static void
fill_bins (BwDistribution *distribution, const GArray *gathered)
{
  const double *sorted = get_sorted (gathered);
  g_autoptr (GArray) edges = choose_edges (distribution->unit, sorted, gathered->len);
  guint at = 0;

  for (guint i = 0; i + 1 < edges->len; i++) {
    BwBin bin = { g_array_index (edges, double, i), g_array_index (edges, double, i + 1), 0 };
    gboolean is_last = i + 2 == edges->len;
    for (; at < gathered->len && (sorted[at] < bin.high || is_last); at++)
      bin.n++;
    g_array_append_val (distribution->bins, bin);
  }
}

BwDistribution *
bw_spread_new (BwEngine *engine,
               const BwQuestion *question,
               const BwFigure *figure,
               BwFieldId field,
               guint max)
{
  BwRowValues values;
  BwTable *table;

  g_return_val_if_fail (engine != NULL && question != NULL && figure != NULL, NULL);

  if (!bw_row_values_init (&values, engine, figure) || !bw_row_values_have_size (&values))
    return NULL;
  g_autoptr (BwBits) rows = bw_engine_select (engine, question, figure->metric->id, question->period,
                                             BW_FIELD_NONE, NULL, &table);
  g_autoptr (GArray) gathered = rows != NULL ? gather (&values, rows) : NULL;
  if (gathered == NULL || gathered->len == 0)
    return NULL;
  BwUnit unit = figure->metric->unit;
  BwDistribution *distribution = bw_distribution_new (unit, unit == BW_UNIT_SECONDS);
  BwQuartiles all = sum_up (gathered);
  distribution->n = gathered->len;
  distribution->mean = all.mean;
  distribution->median = all.median;
  distribution->p90 = bw_quantile_sorted (get_sorted (gathered), gathered->len, 0.9);
  fill_bins (distribution, gathered);
  bw_distribution_add_box (distribution, NULL, all);
  BwSeries *split = field != BW_FIELD_NONE ? bw_figure_find_split (figure, field) : NULL;
  if (split != NULL)
    add_members (distribution, engine, question, figure, &values, split, max);
  return distribution;
}

BwBits *
bw_spread_select (BwEngine *engine,
                  const BwQuestion *question,
                  const BwFigure *figure,
                  const BwBin *bin,
                  gboolean is_last,
                  BwTable **table)
{
  BwRowValues values;

  if (!bw_row_values_init (&values, engine, figure) || !bw_row_values_have_size (&values))
    return NULL;
  BwBits *rows = bw_engine_select (engine, question, figure->metric->id, question->period,
                                   BW_FIELD_NONE, NULL, table);
  for (gsize row = 0; rows != NULL && row < rows->n; row++) {
    if (!bw_bits_has (rows, row))
      continue;
    double value = bw_row_values_get (&values, row);
    gboolean is_in = value >= bin->low && (value < bin->high || is_last);
    bw_bits_set (rows, row, is_in);
  }
  return rows;
}
