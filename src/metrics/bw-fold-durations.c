/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of lengths of time: sums and bins in one walk over the rows, and all order statistics of
 * all groups at once in a second one. */
#include "config.h"

#include "bw-bins.h"
#include "bw-moments.h"
#include "bw-statistics.h"
#include "bw-vector.h"
#include <math.h>

#define LEVEL 0.95
/* In which bins the values of a batch are, found once for all layouts of the same periods. */
typedef struct {
  guint serial; /* of which pairs; 0 = none */
  guint precision;
  guint16 bins[BW_WALK_PAIRS];
} Places;

/* Of one walk. */
typedef struct {
  Places places;
  BwMomentsBatch moments;
} Scratch;

/* Of one layout. */
typedef struct {
  Scratch *scratch; /* of all layouts */
  gsize n_groups;
  BwMoments *moments; /* n_groups; x BW_MOMENTS_LANES in the first walk */
  BwBins bins;        /* none without ranks */
} Durations;

BW_VECTOR static void
place_values (const gint32 *values, guint n, guint precision, guint16 *bins)
{
  for (guint i = 0; i < n; i++)
    bins[i] = (guint16) bw_bins_place (precision, values[i]);
}

static const guint16 *
find_places (Places *places, guint precision, const BwPairs *pairs)
{
  if (pairs->serial == 0 || pairs->serial != places->serial || precision != places->precision)
    place_values (pairs->values, pairs->n, precision, places->bins);
  places->serial = pairs->serial;
  places->precision = precision;
  return places->bins;
}

/* What the loop needs stands in variables of its own, for the compiler to keep at hand: it cannot
 * know that counting changes none of it. */
static void
count_pairs (gpointer tally, const BwPairs *pairs)
{
  Durations *self = tally;
  guint32 *bins = self->bins.bins;
  guint n_bins = self->bins.n_bins;
  const guint16 *places = find_places (&self->scratch->places, self->bins.precision, pairs);
  const guint32 *groups = pairs->groups;
  guint many = pairs->uniform ? 0 : G_MAXUINT;
  guint n = pairs->n;

  for (guint i = 0; i < n; i++)
    bins[(gsize) groups[i & many] * n_bins + places[i]]++;
  bw_moments_add (self->moments, &self->scratch->moments, pairs);
}

/* Without bins. */
static void
sum_pairs (gpointer tally, const BwPairs *pairs)
{
  Durations *self = tally;

  bw_moments_add (self->moments, &self->scratch->moments, pairs);
}

static void
collect_pairs (gpointer tally, const BwPairs *pairs)
{
  Durations *self = tally;
  guint32 *bins = self->bins.bins;
  guint n_bins = self->bins.n_bins;
  gint32 *collected = self->bins.collected;
  const guint16 *places = find_places (&self->scratch->places, self->bins.precision, pairs);
  const gint32 *values = pairs->values;
  const guint32 *groups = pairs->groups;
  guint many = pairs->uniform ? 0 : G_MAXUINT;
  guint n = pairs->n;

  for (guint i = 0; i < n; i++) {
    guint32 *place = &bins[(gsize) groups[i & many] * n_bins + places[i]];
    if (*place != BW_BINS_NOWHERE)
      collected[(*place)++] = values[i];
  }
}

/* --- Layouts ----------------------------------------------------------------------------------
 */

static gboolean
has_ranks (const BwFolding *fold)
{
  return !fold->brief || fold->statistic != BW_STATISTIC_MEAN;
}

static void
durations_init (Durations *self, const BwFolding *fold, Scratch *scratch, const BwLayout *layout)
{
  *self = (Durations) { .scratch = scratch, .n_groups = bw_layout_get_n_groups (layout) };
  self->moments = g_new0 (BwMoments, self->n_groups * BW_MOMENTS_LANES);
  if (has_ranks (fold))
    bw_bins_init (&self->bins, self->n_groups);
}

static void
durations_clear (Durations *self)
{
  bw_bins_clear (&self->bins);
  g_free (self->moments);
}

/* What was walked over as one, of one of its layouts. */
static void
durations_init_part (Durations *self, const Durations *walked, const BwWay *way)
{
  *self = (Durations) { .scratch = walked->scratch, .n_groups = way->n };
  self->moments = g_new0 (BwMoments, way->n);
  if (walked->bins.bins != NULL)
    bw_bins_init_like (&self->bins, way->n, &walked->bins);
  for (gsize group = 0; self->bins.bins != NULL && group < walked->n_groups; group++)
    if (walked->moments[group][BW_MOMENTS_N] > 0)
      bw_bins_add (&self->bins, group / way->step % way->n, &walked->bins, group);
  bw_moments_take (self->moments, way, walked->moments, walked->n_groups);
}

/* From what was walked over to what is asked for; the last one that is the same takes it over. */
static void
part (Durations *walked, const BwWay *ways, guint n_layouts, Durations *durations)
{
  for (guint l = 0; l < n_layouts; l++) {
    Durations *from = &walked[ways[l].walked];
    gboolean last = TRUE;
    for (guint next = l + 1; next < n_layouts; next++)
      last &= ways[next].walked != ways[l].walked;
    if (last && ways[l].n == from->n_groups) {
      durations[l] = *from;
      *from = (Durations) { NULL };
    } else {
      durations_init_part (&durations[l], from, &ways[l]);
    }
  }
}

static void
walk_once (const BwFolding *fold,
           const BwLayout *layouts,
           guint n_layouts,
           Scratch *scratch,
           Durations *durations)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree BwWay *ways = g_new (BwWay, n_layouts);
  g_autofree gpointer *tallies = g_new (gpointer, n_layouts);
  g_autofree Durations *walked = g_new0 (Durations, n_layouts);
  guint n = bw_joints_plan (fold->joints, layouts, n_layouts, open, ways);

  for (guint i = 0; i < n; i++) {
    durations_init (&walked[i], fold, scratch, &open[i]);
    tallies[i] = &walked[i];
  }
  bw_walk (fold, open, n, has_ranks (fold) ? count_pairs : sum_pairs, tallies, NULL);
  for (guint i = 0; i < n; i++)
    bw_moments_join (walked[i].moments, walked[i].n_groups);
  part (walked, ways, n_layouts, durations);
  for (guint i = 0; i < n; i++)
    durations_clear (&walked[i]);
}

static void
walk_again (const BwFolding *fold, const BwLayout *layouts, guint n_layouts, Durations *durations)
{
  g_autofree gpointer *tallies = g_new (gpointer, n_layouts);
  guint8 marks[BW_BINS_MARKS] = { 0 };

  for (guint l = 0; l < n_layouts; l++) {
    bw_bins_choose (&durations[l].bins, fold->statistic == BW_STATISTIC_MEDIAN ? LEVEL : 0);
    bw_bins_mark (&durations[l].bins, bw_walk_get_bit (l), marks);
    tallies[l] = &durations[l];
  }
  bw_walk (fold, layouts, n_layouts, collect_pairs, tallies, marks);
}

/* --- Figures ----------------------------------------------------------------------------------
 */

static double
interpolate (const BwRanks *ranks, BwRank rank, gint64 n, double p)
{
  gsize lower;
  double weight;

  bw_quantile_rank (n, p, &lower, &weight);
  return ranks->values[rank] + weight * ((double) ranks->values[rank + 1] - ranks->values[rank]);
}

static double
find_variance (gint64 n, double sum, double squares)
{
  return n < 2 ? NAN : MAX (0, (squares - sum / n * sum) / (n - 1));
}

static void
finish_ranks (Durations *self, gsize group, BwStatistic statistic, BwCell *cell)
{
  BwRanks ranks = bw_bins_get (&self->bins, group);
  gsize low, high;

  cell->median = interpolate (&ranks, BW_RANK_MEDIAN, cell->n, 0.5);
  cell->p90 = interpolate (&ranks, BW_RANK_P90, cell->n, 0.9);
  cell->min = ranks.values[BW_RANK_MIN];
  cell->max = ranks.values[BW_RANK_MAX];
  if (statistic != BW_STATISTIC_MEDIAN)
    return;
  cell->value = cell->median;
  if (bw_quantile_ranks ((gsize) cell->n, 0.5, LEVEL, &low, &high)) {
    cell->low = ranks.values[BW_RANK_CI_LOW];
    cell->high = ranks.values[BW_RANK_CI_HIGH];
  }
}

/* Returns the sample variance. */
static double
finish_mean (const BwMoments *moments, BwCell *cell)
{
  double variance = find_variance (cell->n, (double) (*moments)[BW_MOMENTS_SUM],
                                   bw_moments_get_squares (moments));
  BwInterval interval = bw_student (cell->mean, sqrt (variance), cell->n, LEVEL);

  cell->value = cell->mean;
  cell->low = interval.low;
  cell->high = interval.high;
  return variance;
}

/* Returns the sample variance, or NAN. */
static double
finish_group (Durations *self, const BwFolding *fold, gsize group, BwCell *cell)
{
  const BwMoments *moments = &self->moments[group];

  *cell = BW_CELL_NONE;
  cell->n = (*moments)[BW_MOMENTS_N];
  if (cell->n == 0)
    return NAN;
  cell->mean = (double) (*moments)[BW_MOMENTS_SUM] / cell->n;
  if (has_ranks (fold))
    finish_ranks (self, group, fold->statistic, cell);
  return fold->statistic == BW_STATISTIC_MEAN ? finish_mean (moments, cell) : NAN;
}

void
bw_fold_durations (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree Durations *durations = g_new (Durations, n_layouts);
  g_autofree Scratch *scratch = g_new (Scratch, 1);

  scratch->places.serial = scratch->moments.serial = 0;
  walk_once (fold, layouts, n_layouts, scratch, durations);
  if (has_ranks (fold)) {
    /* Walks count their pairs each from the beginning. */
    scratch->places.serial = 0;
    walk_again (fold, layouts, n_layouts, durations);
  }
  for (guint l = 0; l < n_layouts; l++) {
    gsize n = durations[l].n_groups;
    layouts[l].cells = g_new (BwCell, n);
    layouts[l].squares = g_new (double, n);
    for (gsize group = 0; group < n; group++)
      layouts[l].squares[group] =
          finish_group (&durations[l], fold, group, &layouts[l].cells[group]);
    durations_clear (&durations[l]);
  }
}
