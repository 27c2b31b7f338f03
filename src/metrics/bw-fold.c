/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to figures: tallies by period x member in one pass. */
#include "config.h"

#include "bw-counts.h"
#include "bw-moments.h"
#include "bw-statistics.h"
#include <math.h>

#define LEVEL 0.95

typedef struct {
  gint64 n;
  gint64 sum;     /* of values; SHARE: of yes */
  double squares; /* MEAN */
  gint64 low;     /* NPS: detractors */
} Tally;

/* Neighbouring rows are often of one group, and a tally that was just written is slow to be read
 * again: four rows in turn write to four lanes, which are added up at the end. */
#define LANES 4

#define EACH_PAIR(body)                                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Tally *lanes = tallies;                                                                        \
    guint many = pairs->uniform ? 0 : G_MAXUINT;                                                   \
    for (guint i = 0; i < pairs->n; i++) {                                                         \
      Tally *tally = &lanes[pairs->groups[i & many] * LANES + i % LANES];                          \
      gint64 value = pairs->values[i];                                                             \
      tally->n++;                                                                                  \
      body;                                                                                        \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

static void
count_pairs (gpointer tallies, const BwPairs *pairs)
{
  if (pairs->uniform)
    ((Tally *) tallies)[pairs->groups[0] * LANES].n += pairs->n;
  else
    EACH_PAIR ((void) value);
}

static void
share_pairs (gpointer tallies, const BwPairs *pairs)
{
  EACH_PAIR (tally->sum += value);
}

static void
nps_pairs (gpointer tallies, const BwPairs *pairs)
{
  EACH_PAIR (tally->sum += value == 2; tally->low += value == 0);
}

/* Lane by lane in a fixed order, so that the same rows give the same sums. */
static void
join_lanes (Tally *tallies, gsize n)
{
  for (gsize g = 0; g < n; g++) {
    Tally joined = { 0 };
    for (guint lane = 0; lane < LANES; lane++) {
      const Tally *tally = &tallies[g * LANES + lane];
      joined.n += tally->n;
      joined.sum += tally->sum;
      joined.low += tally->low;
    }
    tallies[g] = joined;
  }
}

static BwPairFunc
choose_tally (BwFold fold)
{
  switch (fold) {
  case BW_FOLD_SHARE:
    return share_pairs;
  case BW_FOLD_NPS:
    return nps_pairs;
  default:
    return count_pairs;
  }
}

static double
sample_variance (const Tally *tally)
{
  double mean = (double) tally->sum / tally->n;

  if (tally->n < 2)
    return NAN;
  return MAX (0, (tally->squares - mean * tally->sum) / (tally->n - 1));
}

static void
set_interval (BwCell *cell, BwInterval interval)
{
  cell->low = interval.low;
  cell->high = interval.high;
}

static void
finish_share (const Tally *tally, BwCell *cell)
{
  cell->numerator = tally->sum;
  cell->denominator = tally->n;
  cell->value = (double) tally->sum / tally->n;
  set_interval (cell, bw_wilson (tally->sum, tally->n, LEVEL));
}

static void
finish_mean (const Tally *tally, BwCell *cell, double variance)
{
  cell->mean = (double) tally->sum / tally->n / BW_LEDGER_MILLION;
  cell->value = cell->mean;
  set_interval (cell, bw_student (cell->mean, sqrt (variance), tally->n, LEVEL));
}

static void
finish_nps (const Tally *tally, BwCell *cell)
{
  gint64 passives = tally->n - tally->sum - tally->low;

  cell->numerator = tally->sum - tally->low;
  cell->denominator = tally->n;
  cell->value = bw_nps (tally->sum, passives, tally->low);
  set_interval (cell, bw_nps_interval (tally->sum, passives, tally->low, LEVEL));
}

/* The sample variance in the square of the figure's unit, or NAN. */
static double
finish (const BwFolding *fold, const Tally *tally, BwCell *cell)
{
  double variance = NAN;

  *cell = BW_CELL_NONE;
  cell->n = tally->n;
  if (fold->measure->metric->fold == BW_FOLD_COUNT ||
      fold->measure->metric->fold == BW_FOLD_STOCK) {
    cell->value = tally->n;
    return NAN;
  }
  if (tally->n == 0)
    return NAN;
  switch (fold->measure->metric->fold) {
  case BW_FOLD_MEAN:
    variance = sample_variance (tally) / BW_LEDGER_MILLION / BW_LEDGER_MILLION;
    finish_mean (tally, cell, variance);
    break;
  case BW_FOLD_SHARE:
    finish_share (tally, cell);
    break;
  case BW_FOLD_NPS:
    finish_nps (tally, cell);
    variance =
        pow (bw_nps_adjusted_error (tally->sum, tally->n - tally->sum - tally->low, tally->low),
             2) *
        tally->n;
    break;
  default:
    break;
  }
  return variance;
}

static Tally
make_tally (BwFold kind, const BwTallies says)
{
  gint64 n = (gint64) says[0] + says[1] + says[2];

  return (Tally) { .n = n,
                   .sum = kind == BW_FOLD_SHARE ? says[1]
                          : kind == BW_FOLD_NPS ? says[2]
                                                : 0,
                   .low = kind == BW_FOLD_NPS ? says[0] : 0 };
}

/* What has been counted already, or NULL. */
static Tally *
take_counts (const BwFolding *fold, const BwLayout *layout)
{
  g_autofree BwTallies *says =
      fold->counts != NULL ? bw_counts_get (fold->counts, fold->measure, layout) : NULL;
  Tally *tallies = says != NULL ? g_new (Tally, bw_layout_get_n_groups (layout)) : NULL;

  for (gsize g = 0; says != NULL && g < bw_layout_get_n_groups (layout); g++)
    tallies[g] = make_tally (fold->measure->metric->fold, says[g]);
  return tallies;
}

/* Tallies of each layout; those that have not been counted already are walked over. */
static void
tally_layouts (const BwFolding *fold,
               const BwLayout *layouts,
               guint n_layouts,
               BwPairFunc func,
               Tally **tallies)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree Tally **taken = g_new (Tally *, n_layouts);
  guint n = 0;

  for (guint l = 0; l < n_layouts; l++) {
    tallies[l] = take_counts (fold, &layouts[l]);
    if (tallies[l] != NULL)
      continue;
    tallies[l] = taken[n] = g_new0 (Tally, bw_layout_get_n_groups (&layouts[l]) * LANES);
    open[n++] = layouts[l];
  }
  if (n > 0)
    bw_walk (fold, open, n, func, (gpointer *) taken, FALSE);
  for (guint l = 0; l < n; l++)
    join_lanes (taken[l], bw_layout_get_n_groups (&open[l]));
}

static void
finish_layout (const BwFolding *fold, BwLayout *layout, const Tally *tallies)
{
  gsize n = bw_layout_get_n_groups (layout);

  layout->cells = g_new (BwCell, n);
  layout->squares = g_new (double, n);
  for (gsize g = 0; g < n; g++)
    layout->squares[g] = finish (fold, &tallies[g], &layout->cells[g]);
}

static void
fold_flow (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree Tally **tallies = g_new0 (Tally *, n_layouts);

  tally_layouts (fold, layouts, n_layouts, choose_tally (fold->measure->metric->fold), tallies);
  for (guint l = 0; l < n_layouts; l++) {
    finish_layout (fold, &layouts[l], tallies[l]);
    g_free (tallies[l]);
  }
}

/* --- Means --------------------------------------------------------------------------------------
 */

static void
fold_means (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree BwMoments **moments = bw_moments_walk (fold, layouts, n_layouts);

  for (guint l = 0; l < n_layouts; l++) {
    g_autofree BwMoments *own = moments[l];
    gsize n = bw_layout_get_n_groups (&layouts[l]);
    g_autofree Tally *tallies = g_new (Tally, n);
    for (gsize g = 0; g < n; g++)
      tallies[g] = (Tally) { .n = own[g][BW_MOMENTS_N],
                             .sum = own[g][BW_MOMENTS_SUM],
                             .squares = bw_moments_get_squares (&own[g]) };
    finish_layout (fold, &layouts[l], tallies);
  }
}

/* --- Stocks -------------------------------------------------------------------------------------
 */

/* How many stay on when they enter in period `enter` and are gone at the end of period `leave`. */
static void
stock_add (gint64 *steps, guint n_periods, guint n_members, guint member, guint enter, guint leave)
{
  if (leave <= enter)
    return;
  if (enter < n_periods)
    steps[(gsize) enter * n_members + member]++;
  if (leave < n_periods)
    steps[(gsize) leave * n_members + member]--;
}

static void
stock_item (const BwFolding *fold, const BwLayout *layout, guint32 row, gint64 *steps)
{
  const BwGrouping *grouping = layout->grouping;
  const gint32 *until = fold->ledger->whens[fold->measure->metric->until];
  guint n = layout->placer->n;
  guint members = bw_layout_get_n_members (layout);
  guint enter = bw_placer_find_clamped (layout->placer, fold->when[row]);
  guint leave = n;
  guint32 code;

  /* Most are gone before the period ends. */
  if (enter == n || (until[row] != BW_MISSING &&
                     until[row] < layout->placer->from + layout->placer->bounds[enter + 1]))
    return;
  if (until[row] != BW_MISSING)
    leave = bw_placer_find_clamped (layout->placer, until[row]);
  if (grouping == NULL || grouping->column == NULL) {
    stock_add (steps, n, members, 0, enter, leave);
    return;
  }
  code = bw_column_code (grouping->column, row);
  if (grouping->starts == NULL) {
    stock_add (steps, n, members, code, enter, leave);
    return;
  }
  for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++)
    stock_add (steps, n, members, grouping->tags[t], enter, leave);
}

/* At the end of each of many periods: who comes and who goes in each, summed up. */
static Tally *
stock_history (const BwFolding *fold, const BwLayout *layout)
{
  gsize groups = bw_layout_get_n_groups (layout);
  guint members = bw_layout_get_n_members (layout);
  g_autofree gint64 *steps = g_new0 (gint64, groups);
  Tally *tallies = g_new0 (Tally, groups);
  BwWalker walker;
  BwBatch batch;

  bw_walker_init (&walker, fold, layout, 1);
  while (bw_walker_take (&walker, &batch))
    for (guint i = 0; i < batch.n; i++)
      stock_item (fold, layout, batch.rows[i], steps);
  for (gsize g = 0; g < groups; g++) {
    if (g >= members)
      steps[g] += steps[g - members];
    tallies[g].n = steps[g];
  }
  return tallies;
}

/* Those over many periods that have not been counted already are walked over apart. */
static void
fold_stock (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree Tally **tallies = g_new0 (Tally *, n_layouts);
  g_autofree Tally **taken = g_new (Tally *, n_layouts);
  guint n = 0;

  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].placer->n > 1 && (tallies[l] = take_counts (fold, &layouts[l])) == NULL)
      tallies[l] = stock_history (fold, &layouts[l]);
  for (guint l = 0; l < n_layouts; l++)
    if (tallies[l] == NULL)
      open[n++] = layouts[l];
  tally_layouts (fold, open, n, count_pairs, taken);
  for (guint l = n_layouts; l-- > 0;) {
    g_autofree Tally *own = tallies[l] != NULL ? tallies[l] : taken[--n];
    finish_layout (fold, &layouts[l], own);
  }
}

void
bw_fold_measure (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  if (fold->measure->metric->fold == BW_FOLD_STOCK)
    fold_stock (fold, layouts, n_layouts);
  else if (fold->measure->metric->fold == BW_FOLD_AGES)
    bw_fold_ages (fold, layouts, n_layouts);
  else if (fold->measure->metric->fold == BW_FOLD_PEOPLE)
    bw_fold_people (fold, layouts, n_layouts);
  else if (fold->measure->amounts != NULL)
    bw_fold_amounts (fold, layouts, n_layouts);
  else if (fold->measure->metric->fold == BW_FOLD_DURATION)
    bw_fold_durations (fold, layouts, n_layouts);
  else if (fold->measure->metric->fold == BW_FOLD_MEAN)
    fold_means (fold, layouts, n_layouts);
  else
    fold_flow (fold, layouts, n_layouts);
}

/* Two independent estimates whose standard errors add in quadrature. */
static BwInterval
quadrature (double difference, double se_a, double se_b)
{
  double half = 1.959963984540054 * sqrt (se_a * se_a + se_b * se_b);

  return (BwInterval) { difference - half, difference + half };
}

BwInterval
bw_fold_difference (BwFold kind,
                    BwStatistic statistic,
                    const BwCell *a,
                    double variance_a,
                    const BwCell *b,
                    double variance_b)
{
  if (kind >= BW_FOLD_AGES)
    return BW_INTERVAL_NONE;
  if (kind == BW_FOLD_COUNT)
    return quadrature (a->value - b->value, sqrt (a->value), sqrt (b->value));
  if (a->n < 2 || b->n < 2)
    return BW_INTERVAL_NONE;
  if (kind == BW_FOLD_SHARE)
    return bw_newcombe (a->numerator, a->n, b->numerator, b->n, LEVEL);
  if (kind == BW_FOLD_NPS)
    return quadrature (a->value - b->value, sqrt (variance_a / a->n), sqrt (variance_b / b->n));
  if (kind == BW_FOLD_STOCK || isnan (a->low) || isnan (b->low))
    return BW_INTERVAL_NONE;
  if (kind == BW_FOLD_DURATION && statistic == BW_STATISTIC_MEDIAN)
    return quadrature (a->value - b->value, (a->high - a->low) / (2 * 1.959963984540054),
                       (b->high - b->low) / (2 * 1.959963984540054));
  return bw_welch (a->mean, sqrt (variance_a), a->n, b->mean, sqrt (variance_b), b->n, LEVEL);
}
