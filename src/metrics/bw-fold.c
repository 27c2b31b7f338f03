/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to figures: tallies by period x member in one pass, and for durations all order statistics
 * of all groups at once in a second one. */
#include "config.h"

#include "bw-bins.h"
#include "bw-counts.h"
#include "bw-statistics.h"
#include <math.h>
#include <string.h>

#define LEVEL 0.95

typedef struct {
  gint64 n;
  gint64 sum; /* of values; SHARE: of yes */
  double squares;
  gint64 low; /* NPS: detractors */
} Tally;

/* A row that has a say: its value above, its number below. */
typedef guint64 Item;

static inline gint32
item_value (Item item)
{
  return (gint32) (item >> 32);
}

static inline guint32
item_row (Item item)
{
  return (guint32) item;
}

/* Which rows of a measure come into question. */
typedef struct {
  const BwFolding *fold;
  gint64 from; /* packed times */
  gint64 to;
  gsize row; /* the next one to look at */
} Walker;

/* Rows with a say and a time within any layout; of a stock those from before, too. */
static void
walker_init (Walker *walker, const BwFolding *fold, const BwLayout *layouts, guint n_layouts)
{
  walker->fold = fold;
  walker->from = G_MAXINT64;
  walker->to = G_MININT64;
  walker->row = 0;
  for (guint l = 0; l < n_layouts; l++) {
    walker->from = MIN (walker->from, layouts[l].placer->from);
    walker->to = MAX (walker->to, layouts[l].placer->from + layouts[l].placer->span);
  }
  if (fold->measure->metric->fold == BW_FOLD_STOCK)
    walker->from = (gint64) BW_MISSING + 1;
}

/* Up to max items of the rows that come next; 0 at the end. */
static gsize
walker_take (Walker *walker, Item *items, gsize max)
{
  const BwFolding *fold = walker->fold;
  gsize n_rows = fold->ledger->n_rows;
  guint64 span = walker->to > walker->from ? (guint64) (walker->to - walker->from) : 0;
  gsize n = 0;

  while (n == 0 && walker->row < n_rows) {
    gsize end = MIN (n_rows, walker->row + max);
    for (gsize row = walker->row; row < end; row++) {
      gint32 time = fold->when[row];
      int value = bw_measure_get (fold->measure, row);

      items[n] = (guint64) (guint32) value << 32 | (guint32) row;
      n += (value >= 0) & ((guint64) (time - walker->from) < span) & (time != BW_MISSING) &
           (fold->rows == NULL || bw_bits_has (fold->rows, row));
    }
    walker->row = end;
  }
  return n;
}

/* The rows of a batch in one layout: pair i is item items[i] in group groups[i]. Tags make more
 * pairs than rows, rows outside the periods none. */
#define BATCH 2048
#define MAX_PAIRS (2 * BATCH)

typedef void (*PairFunc) (gpointer tallies, const Item *items, const guint32 *groups, guint n);

typedef struct {
  Item items[MAX_PAIRS];
  guint32 groups[MAX_PAIRS];
  guint n;
} Pairs;

/* Periods of a batch of items; the layouts of one placer share them. */
typedef struct {
  const BwPlacer *placer;
  const Item *items; /* those within a period */
  const guint32 *periods;
  guint n;
  Item own_items[BATCH];
  guint32 own_periods[BATCH];
} Placed;

/* The periods of a batch that lies in the first one as a whole. */
static const guint32 all_first[BATCH];

/* A batch of rows, and when they happened. */
typedef struct {
  const Item *items;
  guint n;
  gint32 when[BATCH];
  gint32 earliest;
  gint32 latest;
} Batch;

/* In the only period when the row has come and not gone at its end. */
static int
find_stock (const BwPlacer *placer, gint32 when, gint32 until)
{
  gint64 end = placer->from + placer->span;

  return when < end && (until == BW_MISSING || until >= end) ? 0 : -1;
}

/* Keeps the items whose period is not negative; `find` sees when[i] of item i. */
#define PLACE(find)                                                                                \
  for (guint i = 0; i < batch->n; i++) {                                                           \
    int period = (find);                                                                           \
    placed->own_items[at] = items[i];                                                              \
    placed->own_periods[at] = (guint32) period;                                                    \
    at += period >= 0;                                                                             \
  }

static void
place_one_by_one (Placed *placed, const BwPlacer *placer, const BwFolding *fold, const Batch *batch)
{
  const BwMetric *metric = fold->measure->metric;
  const gint32 *until = metric->fold == BW_FOLD_STOCK ? fold->ledger->whens[metric->until] : NULL;
  const Item *items = batch->items;
  const gint32 *when = batch->when;
  gint64 from = placer->from;
  gint64 span = placer->span;
  guint at = 0;

  if (until != NULL)
    PLACE (find_stock (placer, when[i], until[item_row (items[i])]))
  else if (placer->n == 1)
    PLACE ((guint64) (when[i] - from) < (guint64) span ? 0 : -1)
  else
    PLACE (bw_placer_find (placer, when[i]))
  placed->items = placed->own_items;
  placed->periods = placed->own_periods;
  placed->n = at;
}

/* Files mostly stand in the order of time: often a batch lies in one period, or in none. */
static void
place (Placed *placed, const BwPlacer *placer, const BwFolding *fold, const Batch *batch)
{
  gboolean stock = fold->measure->metric->fold == BW_FOLD_STOCK;
  gint64 to = placer->from + placer->span;

  placed->placer = placer;
  if (!stock && (batch->latest < placer->from || batch->earliest >= to)) {
    placed->n = 0;
  } else if (!stock && placer->n == 1 && batch->earliest >= placer->from && batch->latest < to) {
    placed->items = batch->items;
    placed->periods = all_first;
    placed->n = batch->n;
  } else {
    place_one_by_one (placed, placer, fold, batch);
  }
}

#define PAIR_CODES(type)                                                                           \
  for (guint i = 0; i < placed->n; i++)                                                            \
  pairs->groups[i] =                                                                               \
      placed->periods[i] * members + ((const type *) column->values)[item_row (placed->items[i])]

static void
pair_codes (Pairs *pairs, const Placed *placed, const BwGrouping *grouping)
{
  const BwColumn *column = grouping->column;
  guint32 members = grouping->n;

  switch (column->store) {
  case BW_STORE_CODE8:
    PAIR_CODES (guint8);
    break;
  case BW_STORE_CODE16:
    PAIR_CODES (guint16);
    break;
  default:
    PAIR_CODES (guint32);
    break;
  }
}

static void
pair_tags (
    Pairs *pairs, const Placed *placed, const BwGrouping *grouping, PairFunc func, gpointer tallies)
{
  pairs->n = 0;
  for (guint i = 0; i < placed->n; i++) {
    guint32 code = bw_column_code (grouping->column, item_row (placed->items[i]));
    for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++) {
      if (pairs->n == MAX_PAIRS) {
        func (tallies, pairs->items, pairs->groups, pairs->n);
        pairs->n = 0;
      }
      pairs->items[pairs->n] = placed->items[i];
      pairs->groups[pairs->n++] = placed->periods[i] * grouping->n + grouping->tags[t];
    }
  }
  func (tallies, pairs->items, pairs->groups, pairs->n);
}

static void
walk_layout (
    Pairs *pairs, const Placed *placed, const BwGrouping *grouping, PairFunc func, gpointer tallies)
{
  if (grouping == NULL || grouping->column == NULL) {
    func (tallies, placed->items, placed->periods, placed->n);
  } else if (grouping->starts != NULL) {
    pair_tags (pairs, placed, grouping, func, tallies);
  } else {
    pair_codes (pairs, placed, grouping);
    func (tallies, placed->items, pairs->groups, placed->n);
  }
}

/* The layouts of one walk and what they tally into; scratch space that stays in the cache. */
typedef struct {
  const BwFolding *fold;
  const BwLayout *layouts;
  guint n_layouts;
  PairFunc func;
  gpointer *tallies;
  Pairs pairs;
  Placed placed;
  Batch batch;
  Item items[BATCH];
} Walk;

static Walk *
walk_new (const BwFolding *fold,
          const BwLayout *layouts,
          guint n_layouts,
          PairFunc func,
          gpointer *tallies)
{
  Walk *walk = g_new (Walk, 1);

  walk->fold = fold;
  walk->layouts = layouts;
  walk->n_layouts = n_layouts;
  walk->func = func;
  walk->tallies = tallies;
  return walk;
}

static void
batch_init (Batch *batch, const BwFolding *fold, const Item *items, guint n)
{
  batch->items = items;
  batch->n = n;
  batch->earliest = G_MAXINT32;
  batch->latest = G_MININT32;
  for (guint i = 0; i < n; i++) {
    batch->when[i] = fold->when[item_row (items[i])];
    batch->earliest = MIN (batch->earliest, batch->when[i]);
    batch->latest = MAX (batch->latest, batch->when[i]);
  }
}

static void
walk_batch (Walk *walk, const Item *items, guint n)
{
  batch_init (&walk->batch, walk->fold, items, n);
  walk->placed.placer = NULL;
  for (guint l = 0; l < walk->n_layouts; l++) {
    const BwLayout *layout = &walk->layouts[l];
    if (walk->placed.placer != layout->placer)
      place (&walk->placed, layout->placer, walk->fold, &walk->batch);
    if (walk->placed.n > 0)
      walk_layout (&walk->pairs, &walk->placed, layout->grouping, walk->func, walk->tallies[l]);
  }
}

/* Hands the rows to func in their order, layout by layout. */
static void
walk_rows (const BwFolding *fold,
           const BwLayout *layouts,
           guint n_layouts,
           PairFunc func,
           gpointer *tallies)
{
  g_autofree Walk *walk = walk_new (fold, layouts, n_layouts, func, tallies);
  Walker walker;
  gsize n;

  walker_init (&walker, fold, layouts, n_layouts);
  while ((n = walker_take (&walker, walk->items, BATCH)) > 0)
    walk_batch (walk, walk->items, (guint) n);
}

/* Neighbouring rows are often of one group, and a tally that was just written is slow to be read
 * again: four rows in turn write to four lanes, which are added up at the end. */
#define LANES 4

#define EACH_PAIR(body)                                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Tally *lanes = tallies;                                                                        \
    for (guint i = 0; i < n; i++) {                                                                \
      Tally *tally = &lanes[groups[i] * LANES + i % LANES];                                        \
      gint64 value = item_value (items[i]);                                                        \
      tally->n++;                                                                                  \
      body;                                                                                        \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

static void
count_pairs (gpointer tallies, const Item *items, const guint32 *groups, guint n)
{
  if (groups == all_first)
    ((Tally *) tallies)->n += n;
  else
    EACH_PAIR ((void) value);
}

static void
share_pairs (gpointer tallies, const Item *items, const guint32 *groups, guint n)
{
  EACH_PAIR (tally->sum += value);
}

static void
nps_pairs (gpointer tallies, const Item *items, const guint32 *groups, guint n)
{
  EACH_PAIR (tally->sum += value == 2; tally->low += value == 0);
}

static void
moment_pairs (gpointer tallies, const Item *items, const guint32 *groups, guint n)
{
  EACH_PAIR (tally->sum += value; tally->squares += (double) value * (double) value);
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
      joined.squares += tally->squares;
      joined.low += tally->low;
    }
    tallies[g] = joined;
  }
}

static PairFunc
choose_tally (BwFold fold)
{
  switch (fold) {
  case BW_FOLD_SHARE:
    return share_pairs;
  case BW_FOLD_NPS:
    return nps_pairs;
  case BW_FOLD_MEAN:
    return moment_pairs;
  default:
    break;
  }
  return count_pairs;
}

/* Durations of one layout. */
typedef struct {
  Tally *tallies;
  BwBins bins;
} Durations;

static void
duration_pairs (gpointer durations, const Item *items, const guint32 *groups, guint n)
{
  Durations *self = durations;

  moment_pairs (self->tallies, items, groups, n);
  for (guint i = 0; i < n; i++)
    bw_bins_count (&self->bins, groups[i], item_value (items[i]));
}

static void
collect_pairs (gpointer durations, const Item *items, const guint32 *groups, guint n)
{
  Durations *self = durations;

  for (guint i = 0; i < n; i++)
    bw_bins_collect (&self->bins, groups[i], item_value (items[i]));
}

static double
interpolate (const BwRanks *ranks, BwRank rank, gint64 n, double p)
{
  gsize lower;
  double weight;

  bw_quantile_rank (n, p, &lower, &weight);
  return ranks->values[rank] + weight * ((double) ranks->values[rank + 1] - ranks->values[rank]);
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
finish_duration (
    const Tally *tally, const BwRanks *ranks, BwStatistic statistic, BwCell *cell, double variance)
{
  const gint32 *values = ranks->values;
  gsize low, high;

  cell->mean = (double) tally->sum / tally->n;
  cell->median = interpolate (ranks, BW_RANK_MEDIAN, tally->n, 0.5);
  cell->p90 = interpolate (ranks, BW_RANK_P90, tally->n, 0.9);
  cell->min = values[BW_RANK_MIN];
  cell->max = values[BW_RANK_MAX];
  cell->value = statistic == BW_STATISTIC_MEAN ? cell->mean : cell->median;
  if (statistic == BW_STATISTIC_MEAN)
    set_interval (cell, bw_student (cell->mean, sqrt (variance), tally->n, LEVEL));
  else if (bw_quantile_ranks (tally->n, 0.5, LEVEL, &low, &high))
    set_interval (cell, (BwInterval) { values[BW_RANK_CI_LOW], values[BW_RANK_CI_HIGH] });
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
  double se = bw_nps_standard_error (tally->sum, passives, tally->low);

  cell->numerator = tally->sum - tally->low;
  cell->denominator = tally->n;
  cell->value = bw_nps (tally->sum, passives, tally->low);
  if (tally->n >= 2)
    set_interval (cell, (BwInterval) { MAX (-100, cell->value - 1.959963984540054 * se),
                                       MIN (100, cell->value + 1.959963984540054 * se) });
}

/* The sample variance in the square of the figure's unit, or NAN. */
static double
finish (const BwFolding *fold, const Tally *tally, BwBins *bins, gsize group, BwCell *cell)
{
  double variance = NAN;
  BwRanks ranks;

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
  case BW_FOLD_DURATION:
    variance = sample_variance (tally);
    ranks = bw_bins_get (bins, group);
    finish_duration (tally, &ranks, fold->statistic, cell, variance);
    break;
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
        pow (bw_nps_standard_error (tally->sum, tally->n - tally->sum - tally->low, tally->low),
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

static gsize
n_groups (const BwLayout *layout)
{
  return (gsize) layout->placer->n * bw_layout_get_n_members (layout);
}

/* What has been counted already, or NULL. */
static Tally *
take_counts (const BwFolding *fold, const BwLayout *layout)
{
  g_autofree BwTallies *says =
      fold->counts != NULL ? bw_counts_get (fold->counts, fold->measure, layout) : NULL;
  Tally *tallies = says != NULL ? g_new (Tally, n_groups (layout)) : NULL;

  for (gsize g = 0; says != NULL && g < n_groups (layout); g++)
    tallies[g] = make_tally (fold->measure->metric->fold, says[g]);
  return tallies;
}

/* Tallies of each layout; those that have not been counted already are walked over. */
static void
tally_layouts (
    const BwFolding *fold, const BwLayout *layouts, guint n_layouts, PairFunc func, Tally **tallies)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree Tally **taken = g_new (Tally *, n_layouts);
  guint n = 0;

  for (guint l = 0; l < n_layouts; l++) {
    tallies[l] = take_counts (fold, &layouts[l]);
    if (tallies[l] != NULL)
      continue;
    tallies[l] = taken[n] = g_new0 (Tally, n_groups (&layouts[l]) * LANES);
    open[n++] = layouts[l];
  }
  if (n > 0)
    walk_rows (fold, open, n, func, (gpointer *) taken);
  for (guint l = 0; l < n; l++)
    join_lanes (taken[l], n_groups (&open[l]));
}

/* bins: of durations. */
static void
finish_layout (const BwFolding *fold, BwLayout *layout, const Tally *tallies, BwBins *bins)
{
  gsize n = n_groups (layout);

  layout->cells = g_new (BwCell, n);
  layout->squares = g_new (double, n);
  for (gsize g = 0; g < n; g++)
    layout->squares[g] = finish (fold, &tallies[g], bins, g, &layout->cells[g]);
}

static void
fold_durations (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree Durations *durations = g_new (Durations, n_layouts);
  g_autofree gpointer *all = g_new (gpointer, n_layouts);

  for (guint l = 0; l < n_layouts; l++) {
    durations[l].tallies = g_new0 (Tally, n_groups (&layouts[l]) * LANES);
    bw_bins_init (&durations[l].bins, n_groups (&layouts[l]));
    all[l] = &durations[l];
  }
  walk_rows (fold, layouts, n_layouts, duration_pairs, all);
  for (guint l = 0; l < n_layouts; l++)
    bw_bins_choose (&durations[l].bins, LEVEL);
  walk_rows (fold, layouts, n_layouts, collect_pairs, all);
  for (guint l = 0; l < n_layouts; l++) {
    join_lanes (durations[l].tallies, n_groups (&layouts[l]));
    finish_layout (fold, &layouts[l], durations[l].tallies, &durations[l].bins);
    bw_bins_clear (&durations[l].bins);
    g_free (durations[l].tallies);
  }
}

static void
fold_flow (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree Tally **tallies = g_new0 (Tally *, n_layouts);

  tally_layouts (fold, layouts, n_layouts, choose_tally (fold->measure->metric->fold), tallies);
  for (guint l = 0; l < n_layouts; l++) {
    finish_layout (fold, &layouts[l], tallies[l], NULL);
    g_free (tallies[l]);
  }
}

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
  guint leave = until[row] == BW_MISSING ? n : bw_placer_find_clamped (layout->placer, until[row]);
  guint32 code;

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
  gsize groups = n_groups (layout);
  guint members = bw_layout_get_n_members (layout);
  g_autofree gint64 *steps = g_new0 (gint64, groups);
  Tally *tallies = g_new0 (Tally, groups);
  g_autofree Item *items = g_new (Item, BATCH);
  Walker walker;
  gsize n;

  walker_init (&walker, fold, layout, 1);
  while ((n = walker_take (&walker, items, BATCH)) > 0)
    for (gsize i = 0; i < n; i++)
      stock_item (fold, layout, item_row (items[i]), steps);
  for (gsize g = 0; g < groups; g++) {
    if (g >= members)
      steps[g] += steps[g - members];
    tallies[g].n = steps[g];
  }
  return tallies;
}

static void
fold_stock (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autofree BwLayout *snapshots = g_new (BwLayout, n_layouts);
  g_autofree Tally **taken = g_new (Tally *, n_layouts);
  guint n_snapshots = 0;
  guint at = 0;

  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].placer->n == 1)
      snapshots[n_snapshots++] = layouts[l];
  tally_layouts (fold, snapshots, n_snapshots, count_pairs, taken);
  for (guint l = 0; l < n_layouts; l++) {
    g_autofree Tally *tallies =
        layouts[l].placer->n == 1 ? taken[at++] : stock_history (fold, &layouts[l]);
    finish_layout (fold, &layouts[l], tallies, NULL);
  }
}

void
bw_fold_measure (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  if (fold->measure->metric->fold == BW_FOLD_STOCK)
    fold_stock (fold, layouts, n_layouts);
  else if (fold->measure->metric->fold == BW_FOLD_AGES ||
           fold->measure->metric->fold == BW_FOLD_PEOPLE)
    bw_fold_groups (fold, layouts, n_layouts);
  else if (fold->measure->amounts != NULL)
    bw_fold_amounts (fold, layouts, n_layouts);
  else if (fold->measure->metric->fold == BW_FOLD_DURATION)
    fold_durations (fold, layouts, n_layouts);
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
