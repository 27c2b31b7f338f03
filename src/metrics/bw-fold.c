/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to figures: tallies by period x member in one pass, and for durations all order statistics
 * of all groups at once from one radix sort. */
#include "config.h"

#include "bw-fold.h"
#include "bw-statistics.h"
#include <math.h>
#include <string.h>

#define LEVEL 0.95

/* Ranks whose values a group of durations needs, ascending where they differ. */
enum {
  RANK_MIN,
  RANK_CI_LOW,
  RANK_MEDIAN,
  RANK_MEDIAN_NEXT,
  RANK_CI_HIGH,
  RANK_P90,
  RANK_P90_NEXT,
  RANK_MAX,
  N_RANKS
};

typedef struct {
  gint64 n;
  gint64 sum; /* of values; SHARE: of yes */
  double squares;
  gint64 low; /* NPS: detractors */
} Tally;

typedef struct {
  guint32 ranks[N_RANKS];
  gint32 values[N_RANKS];
  guint8 order[N_RANKS]; /* indices of ranks, ascending */
  guint32 seen;
  guint32 next; /* the next rank that is wanted */
  guint8 at;
} Order;

/* A row that has a say: its value above, its number below, so that sorting the words sorts values.
 */
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

/* Least-significant-digit radix sort by value, 11 bits a pass; digits that are all alike are
 * skipped. */
static Item *
sort_items (Item *items, gsize n)
{
  Item *other = g_new (Item, n);
  guint32 (*counts)[2048] = g_malloc0 (3 * sizeof *counts);

  for (gsize i = 0; i < n; i++) {
    guint32 value = (guint32) item_value (items[i]);
    counts[0][value & 2047]++;
    counts[1][value >> 11 & 2047]++;
    counts[2][value >> 22]++;
  }
  for (int pass = 0; pass < 3; pass++) {
    int shift = 32 + 11 * pass;
    guint32 at = 0;
    Item *swap;

    if (n == 0 || counts[pass][items[0] >> shift & 2047] == n)
      continue;
    for (int d = 0; d < 2048; d++) {
      guint32 count = counts[pass][d];
      counts[pass][d] = at;
      at += count;
    }
    for (gsize i = 0; i < n; i++)
      other[counts[pass][items[i] >> shift & 2047]++] = items[i];
    swap = items;
    items = other;
    other = swap;
  }
  g_free (counts);
  g_free (other);
  return items;
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
  const guint64 *keys; /* NULL = not packed */
  guint n;
  Item own_items[BATCH];
  guint32 own_periods[BATCH];
  guint64 own_keys[BATCH];
} Placed;

/* The periods of a batch that lies in the first one as a whole. */
static const guint32 all_first[BATCH];

/* A batch of rows, and when they happened. */
typedef struct {
  const Item *items;
  guint n;
  gint32 when[BATCH];
  guint64 keys[BATCH];
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
    placed->own_keys[at] = batch->keys[i];                                                         \
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
  placed->keys = fold->keys != NULL ? placed->own_keys : NULL;
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
    placed->keys = fold->keys != NULL ? batch->keys : NULL;
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

  if (placed->keys != NULL && grouping->mask != 0) {
    for (guint i = 0; i < placed->n; i++)
      pairs->groups[i] = placed->periods[i] * members +
                         (guint32) (placed->keys[i] >> grouping->shift & grouping->mask);
    return;
  }
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
  for (guint i = 0; fold->keys != NULL && i < n; i++)
    batch->keys[i] = fold->keys[item_row (items[i])];
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

/* Hands the rows to func in the order of their values. */
static void
walk_sorted (const BwFolding *fold,
             const BwLayout *layouts,
             guint n_layouts,
             PairFunc func,
             gpointer *tallies)
{
  g_autofree Walk *walk = walk_new (fold, layouts, n_layouts, func, tallies);
  g_autofree Item *items = g_new (Item, fold->ledger->n_rows);
  Walker walker;
  gsize n;

  walker_init (&walker, fold, layouts, n_layouts);
  n = walker_take (&walker, items, fold->ledger->n_rows);
  items = sort_items (items, n);
  for (gsize first = 0; first < n; first += BATCH)
    walk_batch (walk, items + first, (guint) MIN (BATCH, n - first));
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
  case BW_FOLD_DURATION:
  case BW_FOLD_MEAN:
    return moment_pairs;
  default:
    break;
  }
  return count_pairs;
}

static void
order_prepare (Order *order, gint64 n)
{
  gsize lower, low, high;
  double weight;

  if (n == 0) {
    order->next = G_MAXUINT32;
    return;
  }
  order->ranks[RANK_MIN] = 0;
  order->ranks[RANK_MAX] = n - 1;
  bw_quantile_rank (n, 0.5, &lower, &weight);
  order->ranks[RANK_MEDIAN] = lower;
  order->ranks[RANK_MEDIAN_NEXT] = MIN ((gint64) lower + 1, n - 1);
  bw_quantile_rank (n, 0.9, &lower, &weight);
  order->ranks[RANK_P90] = lower;
  order->ranks[RANK_P90_NEXT] = MIN ((gint64) lower + 1, n - 1);
  if (!bw_quantile_ranks (n, 0.5, LEVEL, &low, &high))
    low = high = 0;
  order->ranks[RANK_CI_LOW] = low;
  order->ranks[RANK_CI_HIGH] = high;
  for (guint8 i = 0; i < N_RANKS; i++) {
    guint8 k = i;
    for (; k > 0 && order->ranks[order->order[k - 1]] > order->ranks[i]; k--)
      order->order[k] = order->order[k - 1];
    order->order[k] = i;
  }
  order->next = 0;
}

static void
order_take (Order *order, gint32 value)
{
  while (order->at < N_RANKS && order->ranks[order->order[order->at]] == order->seen) {
    order->values[order->order[order->at]] = value;
    order->at++;
  }
  order->next = order->at < N_RANKS ? order->ranks[order->order[order->at]] : G_MAXUINT32;
}

static void
order_pairs (gpointer orders, const Item *items, const guint32 *groups, guint n)
{
  for (guint i = 0; i < n; i++) {
    Order *order = &((Order *) orders)[groups[i]];
    if (G_UNLIKELY (order->seen == order->next))
      order_take (order, item_value (items[i]));
    order->seen++;
  }
}

static double
interpolate (const Order *order, int rank, gint64 n, double p)
{
  gsize lower;
  double weight;

  bw_quantile_rank (n, p, &lower, &weight);
  return order->values[rank] + weight * ((double) order->values[rank + 1] - order->values[rank]);
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
    const Tally *tally, const Order *order, BwStatistic statistic, BwCell *cell, double variance)
{
  gsize low, high;

  cell->mean = (double) tally->sum / tally->n;
  cell->median = interpolate (order, RANK_MEDIAN, tally->n, 0.5);
  cell->p90 = interpolate (order, RANK_P90, tally->n, 0.9);
  cell->min = order->values[RANK_MIN];
  cell->max = order->values[RANK_MAX];
  cell->value = statistic == BW_STATISTIC_MEAN ? cell->mean : cell->median;
  if (statistic == BW_STATISTIC_MEAN)
    set_interval (cell, bw_student (cell->mean, sqrt (variance), tally->n, LEVEL));
  else if (bw_quantile_ranks (tally->n, 0.5, LEVEL, &low, &high))
    set_interval (cell, (BwInterval) { order->values[RANK_CI_LOW], order->values[RANK_CI_HIGH] });
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
finish (const BwFolding *fold, const Tally *tally, const Order *order, BwCell *cell)
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
  case BW_FOLD_DURATION:
    variance = sample_variance (tally);
    finish_duration (tally, order, fold->statistic, cell, variance);
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

static gsize
n_groups (const BwLayout *layout)
{
  return (gsize) layout->placer->n * bw_layout_get_n_members (layout);
}

static Order **
order_layouts (const BwFolding *fold,
               const BwLayout *layouts,
               guint n_layouts,
               Tally *const *tallies)
{
  Order **orders = g_new0 (Order *, n_layouts);

  for (guint l = 0; l < n_layouts; l++) {
    orders[l] = g_new0 (Order, n_groups (&layouts[l]));
    for (gsize g = 0; g < n_groups (&layouts[l]); g++)
      order_prepare (&orders[l][g], tallies[l][g].n);
  }
  walk_sorted (fold, layouts, n_layouts, order_pairs, (gpointer *) orders);
  return orders;
}

static void
finish_layout (const BwFolding *fold, BwLayout *layout, const Tally *tallies, const Order *orders)
{
  gsize n = n_groups (layout);

  layout->cells = g_new (BwCell, n);
  layout->squares = g_new (double, n);
  for (gsize g = 0; g < n; g++)
    layout->squares[g] =
        finish (fold, &tallies[g], orders != NULL ? &orders[g] : NULL, &layout->cells[g]);
}

static void
fold_flow (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  BwFold kind = fold->measure->metric->fold;
  g_autofree Tally **tallies = g_new0 (Tally *, n_layouts);
  Order **orders = NULL;

  for (guint l = 0; l < n_layouts; l++)
    tallies[l] = g_new0 (Tally, n_groups (&layouts[l]) * LANES);
  walk_rows (fold, layouts, n_layouts, choose_tally (kind), (gpointer *) tallies);
  for (guint l = 0; l < n_layouts; l++)
    join_lanes (tallies[l], n_groups (&layouts[l]));
  if (kind == BW_FOLD_DURATION)
    orders = order_layouts (fold, layouts, n_layouts, tallies);
  for (guint l = 0; l < n_layouts; l++) {
    finish_layout (fold, &layouts[l], tallies[l], orders != NULL ? orders[l] : NULL);
    g_free (tallies[l]);
    if (orders != NULL)
      g_free (orders[l]);
  }
  g_free (orders);
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
  g_autofree Tally **tallies = g_new (Tally *, n_layouts);
  guint n_snapshots = 0;

  for (guint l = 0; l < n_layouts; l++) {
    if (layouts[l].placer->n > 1) {
      tallies[l] = stock_history (fold, &layouts[l]);
      continue;
    }
    tallies[l] = taken[n_snapshots] = g_new0 (Tally, n_groups (&layouts[l]) * LANES);
    snapshots[n_snapshots++] = layouts[l];
  }
  walk_rows (fold, snapshots, n_snapshots, count_pairs, (gpointer *) taken);
  for (guint l = 0; l < n_layouts; l++) {
    if (layouts[l].placer->n == 1)
      join_lanes (tallies[l], n_groups (&layouts[l]));
    finish_layout (fold, &layouts[l], tallies[l], NULL);
    g_free (tallies[l]);
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
