/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of lengths of time: sums and grades in one walk over the rows, and all order statistics of
 * all groups at once in a second one. */
#include "config.h"

#include "bw-bins.h"
#include "bw-moments.h"
#include "bw-statistics.h"
#include <math.h>

#define LEVEL 0.95
/* Neighbouring rows are often of one group, and a sum that was just written is slow to be read
 * again: rows take turns. */
#define LANES 2

/* Of one layout. */
typedef struct {
  const guint8 *grades; /* of rows */
  gsize n_groups;
  BwMoments *moments; /* n_groups; x LANES in the first walk */
  BwBins bins;        /* none without ranks */
} Durations;

/* What the loops need stands in variables of its own, for the compiler to keep at hand: it cannot
 * know that counting changes none of it. */
#define COUNT_PAIRS(add)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint32 *bins = self->bins.bins;                                                               \
    guint n_bins = self->bins.n_bins;                                                              \
    guint shift = self->bins.shift;                                                                \
    BwMoments *moments = self->moments;                                                            \
    const guint8 *grades = self->grades;                                                           \
    const guint32 *rows = pairs->rows;                                                             \
    const gint32 *values = pairs->values;                                                          \
    BwMoments sum = { 0 };                                                                         \
    if (pairs->uniform) {                                                                          \
      bins += (gsize) pairs->groups[0] * n_bins;                                                   \
      for (guint i = 0; i < pairs->n; i++) {                                                       \
        bins[grades[rows[i]] >> shift]++;                                                          \
        add (&sum, values[i]);                                                                     \
      }                                                                                            \
      moments[(gsize) pairs->groups[0] * LANES] += sum;                                            \
    } else {                                                                                       \
      BW_PAIRS_EACH (pairs, bins[group * n_bins + (grades[rows[i]] >> shift)]++;                   \
                     add (&moments[group * LANES + i % LANES], values[i]));                        \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

static void
count_some (Durations *self, const BwPairs *pairs)
{
  COUNT_PAIRS (bw_moments_add);
}

#ifdef __x86_64__
BW_WIDE static void
count_wide (Durations *self, const BwPairs *pairs)
{
  COUNT_PAIRS (bw_moments_add_wide);
}
#else
#define count_wide count_some
#endif

static void
count_pairs (gpointer tally, const BwPairs *pairs)
{
  if (bw_vector_is_wide ())
    count_wide (tally, pairs);
  else
    count_some (tally, pairs);
}

/* --- Layouts ----------------------------------------------------------------------------------
 */

static gboolean
has_ranks (const BwFolding *fold)
{
  return !fold->brief || fold->statistic != BW_STATISTIC_MEAN;
}

static void
durations_init (Durations *self, const BwFolding *fold, const BwLayout *layout)
{
  gsize n = bw_layout_get_n_groups (layout);

  *self = (Durations) { .n_groups = n };
  self->grades = fold->measure->grades->rows;
  self->moments = g_new0 (BwMoments, n * LANES);
  bw_bins_init (&self->bins, n, fold->measure->grades);
}

static void
durations_clear (Durations *self)
{
  bw_bins_clear (&self->bins);
  g_free (self->moments);
}

static void
join_lanes (Durations *self)
{
  for (gsize group = 0; group < self->n_groups; group++) {
    BwMoments sum = { 0 };
    for (guint lane = 0; lane < LANES; lane++)
      sum += self->moments[group * LANES + lane];
    self->moments[group] = sum;
  }
}

/* What was walked over as one, of one of its layouts. */
static void
durations_init_part (Durations *self, const Durations *walked, const BwWay *way)
{
  *self = (Durations) { .n_groups = way->n, .moments = g_new0 (BwMoments, way->n) };
  bw_bins_init_like (&self->bins, way->n, &walked->bins);
  for (gsize group = 0; group < walked->n_groups; group++) {
    gsize to = group / way->step % way->n;
    if (walked->moments[group][BW_MOMENTS_N] > 0)
      bw_bins_add (&self->bins, to, &walked->bins, group);
    self->moments[to] += walked->moments[group];
  }
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
      *from = (Durations) { 0 };
    } else {
      durations_init_part (&durations[l], from, &ways[l]);
    }
  }
}

static void
walk_once (const BwFolding *fold, const BwLayout *layouts, guint n_layouts, Durations *durations)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree BwWay *ways = g_new (BwWay, n_layouts);
  g_autofree gpointer *tallies = g_new (gpointer, n_layouts);
  g_autofree Durations *walked = g_new0 (Durations, n_layouts);
  guint n = bw_joints_plan (fold->joints, layouts, n_layouts, open, ways);

  for (guint i = 0; i < n; i++) {
    durations_init (&walked[i], fold, &open[i]);
    tallies[i] = &walked[i];
  }
  bw_walk (fold, open, n, count_pairs, tallies, TRUE);
  for (guint i = 0; i < n; i++)
    join_lanes (&walked[i]);
  part (walked, ways, n_layouts, durations);
  for (guint i = 0; i < n; i++)
    durations_clear (&walked[i]);
}

/* --- The second walk ---------------------------------------------------------------------------
 */

/* Of one layout. */
typedef struct {
  const BwFolding *fold;
  const BwLayout *layout;
  BwBins *bins;
  BwGradeSet asked; /* by any group */
} Collector;

/* Rows that a stretch may give to a layout. */
typedef struct {
  guint n;
  guint32 rows[BW_STRETCH_ROWS + 16];
  gint32 when[BW_STRETCH_ROWS];
  guint32 periods[BW_STRETCH_ROWS];
} Chosen;

static inline gboolean
is_within (const BwPlacer *placer, gint32 when)
{
  return when != BW_MISSING && when >= placer->from && when - placer->from < placer->span;
}

/* Of one period, by members that are codes: first come those of a grade that their own group asks
 * for, without a branch, since which ones cannot be foreseen. */
#define COLLECT_CODES(type)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const type *codes = self->layout->grouping->column->values;                                    \
    guint n = 0;                                                                                   \
    for (guint i = 0; i < chosen->n; i++) {                                                        \
      guint32 row = rows[i];                                                                       \
      rows[n] = row;                                                                               \
      n += asked[codes[row]][grades[row] / 32] >> grades[row] % 32 & 1u;                           \
    }                                                                                              \
    for (guint i = 0; i < n; i++)                                                                  \
      if (is_within (placer, when[rows[i]]))                                                       \
        bw_bins_collect (self->bins, codes[rows[i]], grades[rows[i]], sizes[rows[i]]);             \
  }                                                                                                \
  G_STMT_END

static void
collect_codes (const Collector *self, Chosen *chosen)
{
  const guint8 *grades = self->fold->measure->grades->rows;
  const gint32 *sizes = self->fold->measure->sizes;
  const gint32 *when = self->fold->when;
  const guint32 (*asked)[BW_GRADES_WORDS] = self->bins->asked;
  const BwPlacer *placer = self->layout->placer;
  BwStore store = self->layout->grouping->column->store;
  guint32 *rows = chosen->rows;

  if (store == BW_STORE_CODE8)
    COLLECT_CODES (guint8);
  else if (store == BW_STORE_CODE16)
    COLLECT_CODES (guint16);
  else
    COLLECT_CODES (guint32);
}

static void
collect_group (const Collector *self, gsize group, gsize row)
{
  const BwMeasure *measure = self->fold->measure;

  if (bw_bins_asks (self->bins, group, measure->grades->rows[row]))
    bw_bins_collect (self->bins, group, measure->grades->rows[row], measure->sizes[row]);
}

/* period: of the row. */
static inline void
collect_row (const Collector *self, guint period, gsize row)
{
  const BwGrouping *grouping = self->layout->grouping;
  gsize first = (gsize) period * bw_layout_get_n_members (self->layout);
  guint32 code;

  if (grouping == NULL || grouping->column == NULL) {
    collect_group (self, first, row);
    return;
  }
  code = bw_column_code (grouping->column, row);
  if (grouping->starts == NULL)
    collect_group (self, first + code, row);
  else
    for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++)
      collect_group (self, first + grouping->tags[t], row);
}

static void
collect_rows (const Collector *self, const BwStretch *range, Chosen *chosen)
{
  const BwPlacer *placer = self->layout->placer;

  for (guint i = 0; i < chosen->n; i++)
    chosen->when[i] = self->fold->when[chosen->rows[i]];
  bw_placer_find_all (placer, chosen->when, chosen->n, range, chosen->periods);
  for (guint i = 0; i < chosen->n; i++)
    if (chosen->periods[i] < placer->n)
      collect_row (self, chosen->periods[i], chosen->rows[i]);
}

static void
collect_stretch (const Collector *self, gsize first, gsize end, Chosen *chosen)
{
  const BwPlacer *placer = self->layout->placer;
  const BwGrouping *grouping = self->layout->grouping;
  BwStretch stretch =
      bw_stretches_get (bw_ledger_get_stretches (self->fold->ledger, self->fold->when),
                        self->fold->when, first, end - first);

  if (!bw_stretch_meets (&stretch, placer->from, placer->from + placer->span))
    return;
  chosen->n = bw_grades_choose (self->fold->measure->grades, &self->asked, self->fold->rows, first,
                                end, chosen->rows);
  if (placer->n == 1 && grouping != NULL && grouping->column != NULL && grouping->starts == NULL)
    collect_codes (self, chosen);
  else
    collect_rows (self, &stretch, chosen);
}

#define LINE 16 /* numbers that come from memory at once */

/* Few are looked at, but here and there: to wait for each would take longer. */
static void
prefetch (const BwFolding *fold, gsize first, gsize end)
{
  for (gsize row = first; row < end; row += LINE) {
    __builtin_prefetch (fold->measure->sizes + row);
    __builtin_prefetch (fold->when + row);
  }
}

static void
walk_again (const BwFolding *fold, const BwLayout *layouts, guint n_layouts, Durations *durations)
{
  g_autofree Collector *collectors = g_new (Collector, n_layouts);
  g_autofree Chosen *chosen = g_new (Chosen, 1);
  gsize n_rows = fold->ledger->n_rows;

  for (guint l = 0; l < n_layouts; l++) {
    BwBins *bins = &durations[l].bins;
    bw_bins_choose (bins, fold->statistic == BW_STATISTIC_MEDIAN ? LEVEL : 0);
    collectors[l] = (Collector) { fold, &layouts[l], bins, bw_bins_mark (bins) };
  }
  for (gsize first = 0; first < n_rows; first += BW_STRETCH_ROWS) {
    prefetch (fold, first, MIN (n_rows, first + BW_STRETCH_ROWS));
    for (guint l = 0; l < n_layouts; l++)
      collect_stretch (&collectors[l], first, MIN (n_rows, first + BW_STRETCH_ROWS), chosen);
  }
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

static void
find_means (const BwFolding *fold, const BwLayout *layouts, guint n_layouts, Durations *durations)
{
  g_autofree BwMoments **moments = bw_moments_walk (fold, layouts, n_layouts);

  for (guint l = 0; l < n_layouts; l++)
    durations[l].moments = moments[l];
}

void
bw_fold_durations (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree Durations *durations = g_new0 (Durations, n_layouts);

  if (has_ranks (fold)) {
    walk_once (fold, layouts, n_layouts, durations);
    walk_again (fold, layouts, n_layouts, durations);
  } else {
    find_means (fold, layouts, n_layouts, durations);
  }
  for (guint l = 0; l < n_layouts; l++) {
    gsize n = bw_layout_get_n_groups (&layouts[l]);
    layouts[l].cells = g_new (BwCell, n);
    layouts[l].squares = g_new (double, n);
    for (gsize group = 0; group < n; group++)
      layouts[l].squares[group] =
          finish_group (&durations[l], fold, group, &layouts[l].cells[group]);
    durations_clear (&durations[l]);
  }
}
