/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of lengths of time: sums and bins in one walk over the rows, and all order statistics of
 * all groups at once in a second one. */
#include "config.h"

#include "bw-bins.h"
#include "bw-statistics.h"
#include "bw-vector.h"
#include "bw-walk.h"
#include <math.h>

#define LEVEL 0.95
/* Neighbouring rows are often of one group, and a number that was just written is slow to be read
 * again: rows take turns. */
#define LANES 4

typedef struct {
  gint64 sum;
  BwSquares squares; /* where somebody asks for them */
} Moments;

/* In which bins the values of a batch are, found once for all layouts of the same periods. */
typedef struct {
  guint serial; /* of which pairs; 0 = none */
  guint precision;
  guint16 bins[BW_WALK_PAIRS];
} Places;

/* Of one layout. */
typedef struct {
  Places *places; /* of all layouts */
  gsize n_groups;
  Moments *moments; /* n_groups x LANES */
  gboolean squared;
  BwBins bins;
  int from; /* the layout whose members make up the only group of this one; -1 = none does */
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

/* What the loops need stands in variables of its own, for the compiler to keep at hand: it cannot
 * know that counting changes none of it. */
static void
add_one_group (Durations *self, const BwPairs *pairs)
{
  guint32 *bins = self->bins.bins + (gsize) pairs->groups[0] * self->bins.n_bins;
  Moments *moments = &self->moments[(gsize) pairs->groups[0] * LANES];
  const guint16 *places = find_places (self->places, self->bins.precision, pairs);
  const gint32 *values = pairs->values;
  guint n = pairs->n;
  gint64 sum = 0;
  BwSquares squares = moments->squares;

  for (guint i = 0; i < n; i++) {
    bins[places[i]]++;
    sum += values[i];
  }
  for (guint i = 0; self->squared && i < n; i++)
    bw_squares_add (&squares, values[i]);
  moments->sum += sum;
  moments->squares = squares;
}

#define ADD_GROUPS(more)                                                                           \
  for (guint i = 0; i < n; i++) {                                                                  \
    gsize group = groups[i];                                                                       \
    gint32 value = values[i];                                                                      \
    Moments *at = &moments[group * LANES + i % LANES];                                             \
    bins[group * n_bins + places[i]]++;                                                            \
    at->sum += value;                                                                              \
    more;                                                                                          \
  }

static void
add_groups (Durations *self, const BwPairs *pairs)
{
  guint32 *bins = self->bins.bins;
  guint n_bins = self->bins.n_bins;
  Moments *moments = self->moments;
  const guint16 *places = find_places (self->places, self->bins.precision, pairs);
  const gint32 *values = pairs->values;
  const guint32 *groups = pairs->groups;
  guint n = pairs->n;

  if (self->squared)
    ADD_GROUPS (bw_squares_add (&at->squares, value))
  else
    ADD_GROUPS ((void) 0)
}

static void
count_pairs (gpointer tally, const BwPairs *pairs)
{
  if (pairs->uniform)
    add_one_group (tally, pairs);
  else
    add_groups (tally, pairs);
}

static void
collect_pairs (gpointer tally, const BwPairs *pairs)
{
  Durations *self = tally;
  guint32 *bins = self->bins.bins;
  guint n_bins = self->bins.n_bins;
  gint32 *collected = self->bins.collected;
  const guint16 *places = find_places (self->places, self->bins.precision, pairs);
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

static gsize
count_groups (const BwLayout *layout)
{
  return (gsize) layout->placer->n * bw_layout_get_n_members (layout);
}

/* A period as a whole is what its members add up to. */
static int
find_parts (const BwLayout *layouts, guint n_layouts, guint whole)
{
  if (layouts[whole].placer->n > 1 || layouts[whole].grouping != NULL)
    return -1;
  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].placer == layouts[whole].placer && layouts[l].grouping != NULL &&
        layouts[l].grouping->starts == NULL)
      return (int) l;
  return -1;
}

static void
durations_init (
    Durations *self, const BwFolding *fold, const BwLayout *layouts, guint n_layouts, guint index)
{
  *self = (Durations) { .n_groups = count_groups (&layouts[index]), .from = -1 };
  self->moments = g_new0 (Moments, self->n_groups * LANES);
  self->squared = fold->statistic == BW_STATISTIC_MEAN;
  self->from = find_parts (layouts, n_layouts, index);
  bw_bins_init (&self->bins, self->n_groups);
}

static void
durations_clear (Durations *self)
{
  bw_bins_clear (&self->bins);
  g_free (self->moments);
}

static void
add_moments (Moments *sum, const Moments *moments, guint n)
{
  for (guint i = 0; i < n; i++) {
    sum->sum += moments[i].sum;
    sum->squares.high += moments[i].squares.high;
    sum->squares.low += moments[i].squares.low;
  }
}

static void
add_parts (Durations *self, const Durations *parts)
{
  for (gsize group = 0; group < parts->n_groups; group++) {
    bw_bins_add (&self->bins, 0, &parts->bins, group);
    add_moments (self->moments, &parts->moments[group * LANES], LANES);
  }
}

/* Its bins cannot be as narrow when it has many members. */
static void
check_parts (Durations *durations, guint n_layouts)
{
  for (guint l = 0; l < n_layouts; l++)
    if (durations[l].from >= 0 &&
        durations[durations[l].from].bins.n_bins != durations[l].bins.n_bins)
      durations[l].from = -1;
}

static void
walk_once (const BwFolding *fold, const BwLayout *layouts, guint n_layouts, Durations *durations)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree gpointer *tallies = g_new (gpointer, n_layouts);
  guint n = 0;

  for (guint l = 0; l < n_layouts; l++)
    if (durations[l].from < 0) {
      open[n] = layouts[l];
      tallies[n++] = &durations[l];
    }
  bw_walk (fold, open, n, count_pairs, tallies, NULL);
  for (guint l = 0; l < n_layouts; l++)
    if (durations[l].from >= 0)
      add_parts (&durations[l], &durations[durations[l].from]);
}

static void
walk_again (const BwFolding *fold, const BwLayout *layouts, guint n_layouts, Durations *durations)
{
  g_autofree gpointer *tallies = g_new (gpointer, n_layouts);
  guint8 marks[BW_BINS_MARKS] = { 0 };

  for (guint l = 0; l < n_layouts; l++) {
    bw_bins_choose (&durations[l].bins, LEVEL);
    bw_bins_mark (&durations[l].bins, marks);
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

/* Returns the sample variance, or NAN. */
static double
finish_group (Durations *self, gsize group, BwStatistic statistic, BwCell *cell)
{
  gint64 n = bw_bins_get_n (&self->bins, group);
  Moments moments = { 0 };
  double variance = NAN;
  BwRanks ranks;
  gsize low, high;

  *cell = BW_CELL_NONE;
  cell->n = n;
  if (n == 0)
    return NAN;
  add_moments (&moments, &self->moments[group * LANES], LANES);
  ranks = bw_bins_get (&self->bins, group);
  if (self->squared)
    variance = find_variance (n, (double) moments.sum, bw_squares_get (&moments.squares));
  cell->mean = (double) moments.sum / n;
  cell->median = interpolate (&ranks, BW_RANK_MEDIAN, n, 0.5);
  cell->p90 = interpolate (&ranks, BW_RANK_P90, n, 0.9);
  cell->min = ranks.values[BW_RANK_MIN];
  cell->max = ranks.values[BW_RANK_MAX];
  cell->value = statistic == BW_STATISTIC_MEAN ? cell->mean : cell->median;
  if (statistic == BW_STATISTIC_MEAN) {
    BwInterval interval = bw_student (cell->mean, sqrt (variance), n, LEVEL);
    cell->low = interval.low;
    cell->high = interval.high;
  } else if (bw_quantile_ranks (n, 0.5, LEVEL, &low, &high)) {
    cell->low = ranks.values[BW_RANK_CI_LOW];
    cell->high = ranks.values[BW_RANK_CI_HIGH];
  }
  return variance;
}

void
bw_fold_durations (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree Durations *durations = g_new (Durations, n_layouts);
  g_autofree Places *places = g_new0 (Places, 1);

  for (guint l = 0; l < n_layouts; l++) {
    durations_init (&durations[l], fold, layouts, n_layouts, l);
    durations[l].places = places;
  }
  check_parts (durations, n_layouts);
  walk_once (fold, layouts, n_layouts, durations);
  walk_again (fold, layouts, n_layouts, durations);
  for (guint l = 0; l < n_layouts; l++) {
    gsize n = durations[l].n_groups;
    layouts[l].cells = g_new (BwCell, n);
    layouts[l].squares = g_new (double, n);
    for (gsize group = 0; group < n; group++)
      layouts[l].squares[group] =
          finish_group (&durations[l], group, fold->statistic, &layouts[l].cells[group]);
    durations_clear (&durations[l]);
  }
}
