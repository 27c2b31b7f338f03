/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are chosen once for all layouts of a measure, and their periods found once for all layouts
 * of the same periods. */
#include "config.h"

#include "bw-vector.h"
#include "bw-walk.h"

/* --- Rows -------------------------------------------------------------------------------------
 */

void
bw_walker_init (BwWalker *walker, const BwFolding *fold, const BwLayout *layouts, guint n_layouts)
{
  gint64 from = G_MAXINT64;
  gint64 to = G_MININT64;

  for (guint l = 0; l < n_layouts; l++) {
    from = MIN (from, layouts[l].placer->from);
    to = MAX (to, layouts[l].placer->from + layouts[l].placer->span);
  }
  if (fold->measure->metric->fold == BW_FOLD_STOCK || fold->measure->metric->fold == BW_FOLD_AGES)
    from = G_MININT64;
  /* What lies outside has no packed time; BW_MISSING is before all. */
  from = MAX (from, (gint64) BW_MISSING + 1);
  to = MIN (to, (gint64) G_MAXINT32 + 1);
  *walker = (BwWalker) { .fold = fold,
                         .from = from,
                         .to = to,
                         .span = to > from ? (guint32) (to - from) : 0,
                         .stretches = bw_ledger_get_stretches (fold->ledger, fold->when) };
}

/* Those of up to 64 rows from `first` on that have a say and a time; some are there already. */
#define TAKE(value_of)                                                                             \
  for (gsize row = first; row < end; row++) {                                                      \
    gint32 value = (value_of);                                                                     \
    batch->rows[n] = (guint32) row;                                                                \
    batch->values[n] = value;                                                                      \
    batch->when[n] = when[row];                                                                    \
    n += (value >= 0) & ((guint32) when[row] - from < walker->span) &                              \
         (guint) (wanted >> (row - first));                                                        \
  }

static void
take_some (const BwWalker *walker, gsize first, gsize end, guint64 wanted, BwBatch *batch)
{
  const BwMeasure *measure = walker->fold->measure;
  const gint32 *when = walker->fold->when;
  guint32 from = (guint32) walker->from;
  guint n = batch->n;

  if (measure->says != NULL)
    TAKE (measure->says[row])
  else
    TAKE (measure->sizes[row])
  batch->n = n;
}

#ifdef __x86_64__
#include <immintrin.h>

BW_WIDE static inline void
put (gpointer to, __mmask16 take, __m512i numbers)
{
  _mm512_storeu_si512 (to, _mm512_maskz_compress_epi32 (take, numbers));
}

/* The same of a whole word, sixteen rows at a time; may write up to 16 beyond. */
BW_WIDE static void
take_wide (const BwWalker *walker, gsize first, guint64 wanted, BwBatch *batch)
{
  const gint8 *says = walker->fold->measure->says;
  const gint32 *sizes = walker->fold->measure->sizes;
  const __m512i steps = _mm512_setr_epi32 (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m512i from = _mm512_set1_epi32 ((gint32) walker->from);
  const __m512i span = _mm512_set1_epi32 ((gint32) walker->span);
  guint n = batch->n;

  for (gsize row = first; row < first + 64; row += 16, wanted >>= 16) {
    __m512i value =
        says != NULL
            ? _mm512_cvtepi8_epi32 (_mm_loadu_si128 ((const __m128i *) (const void *) (says + row)))
            : _mm512_loadu_si512 ((const void *) (sizes + row));
    __m512i time = _mm512_loadu_si512 ((const void *) (walker->fold->when + row));
    __mmask16 take =
        _mm512_mask_cmpge_epi32_mask ((__mmask16) wanted, value, _mm512_setzero_si512 ());
    take = _mm512_mask_cmplt_epu32_mask (take, _mm512_sub_epi32 (time, from), span);
    put (batch->rows + n, take, _mm512_add_epi32 (steps, _mm512_set1_epi32 ((gint32) row)));
    put (batch->values + n, take, value);
    put (batch->when + n, take, time);
    n += (guint) __builtin_popcount (take);
  }
  batch->n = n;
}
#else
#define take_wide(walker, first, wanted, batch)                                                    \
  take_some (walker, first, (first) + 64, wanted, batch)
#endif

/* Whether the next batch can have rows that come into question. */
static gboolean
may_have (BwWalker *walker)
{
  const BwStretch *stretch = walker->stretches;

  if (stretch == NULL)
    return TRUE;
  stretch += walker->row / BW_STRETCH_ROWS;
  return bw_stretch_meets (stretch, walker->from, walker->to);
}

/* That of the stretch, as far as it comes into question. */
static BwStretch
find_range (const BwWalker *walker, const BwBatch *batch)
{
  const BwStretch *stretch;

  if (walker->stretches == NULL)
    return bw_stretch_find (batch->when, batch->n);
  stretch = &walker->stretches[walker->row / BW_STRETCH_ROWS];
  return (BwStretch) { (gint32) MAX (stretch->earliest, walker->from),
                       (gint32) MIN (stretch->latest, walker->to - 1), FALSE };
}

static void
take_stretch (const BwWalker *walker, gsize end, BwBatch *batch)
{
  const BwBits *bits = walker->fold->rows;

  for (gsize first = walker->row; first < end; first += 64) {
    guint64 wanted = bits != NULL ? bits->words[first / 64] : ~G_GUINT64_CONSTANT (0);
    if (wanted != 0 && end - first >= 64 && bw_vector_is_wide ())
      take_wide (walker, first, wanted, batch);
    else if (wanted != 0)
      take_some (walker, first, MIN (first + 64, end), wanted, batch);
  }
  batch->range = find_range (walker, batch);
}

gboolean
bw_walker_take (BwWalker *walker, BwBatch *batch)
{
  gsize n_rows = walker->fold->ledger->n_rows;

  batch->n = 0;
  while (batch->n == 0 && walker->row < n_rows) {
    gsize end = MIN (n_rows, walker->row + BW_WALK_BATCH);
    if (may_have (walker))
      take_stretch (walker, end, batch);
    walker->row = end;
  }
  return batch->n > 0;
}

/* --- Periods ----------------------------------------------------------------------------------
 */

/* Those within a period; the layouts of one placer share them. */
typedef struct {
  const BwPlacer *placer;
  const guint32 *rows;
  const gint32 *values;
  guint n;
  gboolean uniform; /* all in periods[0] */
  guint32 periods[BW_WALK_ROOM];
  guint32 own_rows[BW_WALK_ROOM];
  gint32 own_values[BW_WALK_ROOM];
} Placed;

/* Of one walk: scratch space that stays in the cache. */
typedef struct {
  const BwFolding *fold;
  BwPairFunc func;
  gboolean by_codes;
  BwBatch batch;
  Placed placed;
  guint32 groups[BW_WALK_PAIRS];
  guint32 rows[BW_WALK_PAIRS]; /* where tags make more of them */
  gint32 values[BW_WALK_PAIRS];
} Walk;

/* In the only period (0) when the row has come and not gone at its end, else 1. Returns how many.
 */
static guint
find_stocks (const BwPlacer *placer, const gint32 *until, const BwBatch *batch, guint32 *periods)
{
  gint64 end = placer->from + placer->span;
  guint n = 0;

  for (guint i = 0; i < batch->n; i++) {
    gint32 gone = until[batch->rows[i]];
    gboolean stays = batch->when[i] < end && (gone == BW_MISSING || gone >= end);
    periods[i] = !stays;
    n += stays;
  }
  return n;
}

/* Items of the batch that are in a period, out of all of whom the periods are known. */
static void
keep_placed (Placed *placed, guint n_periods, const BwBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < batch->n; i++) {
    guint32 period = placed->periods[i];
    placed->own_rows[n] = batch->rows[i];
    placed->own_values[n] = batch->values[i];
    placed->periods[n] = period;
    n += period < n_periods;
  }
  placed->rows = placed->own_rows;
  placed->values = placed->own_values;
  placed->n = n;
}

static void
place_one_by_one (Placed *placed,
                  const BwPlacer *placer,
                  const BwFolding *fold,
                  const BwBatch *batch)
{
  const BwMetric *metric = fold->measure->metric;
  guint n =
      metric->fold == BW_FOLD_STOCK
          ? find_stocks (placer, fold->ledger->whens[metric->until], batch, placed->periods)
          : bw_placer_find_all (placer, batch->when, batch->n, &batch->range, placed->periods);

  placed->rows = batch->rows;
  placed->values = batch->values;
  placed->n = n;
  placed->uniform = placer->n == 1;
  if (n > 0 && n < batch->n)
    keep_placed (placed, placer->n, batch);
}

/* Files mostly stand in the order of time: often a batch lies in one period, or in none. */
static void
place (Placed *placed, const BwPlacer *placer, const BwFolding *fold, const BwBatch *batch)
{
  gboolean stock = fold->measure->metric->fold == BW_FOLD_STOCK;
  int first = stock ? -1 : bw_placer_find (placer, batch->range.earliest);

  placed->placer = placer;
  if (!stock && !bw_stretch_meets (&batch->range, placer->from, placer->from + placer->span)) {
    placed->n = 0;
  } else if (first >= 0 && first == bw_placer_find (placer, batch->range.latest)) {
    placed->rows = batch->rows;
    placed->values = batch->values;
    placed->n = batch->n;
    placed->periods[0] = (guint32) first;
    placed->uniform = TRUE;
  } else {
    place_one_by_one (placed, placer, fold, batch);
  }
}

/* --- Members ----------------------------------------------------------------------------------
 */

#define PAIR_CODES(type)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const type *codes = column->values;                                                            \
    if (placed->uniform)                                                                           \
      for (guint i = 0; i < n; i++)                                                                \
        groups[i] = first + codes[rows[i]];                                                        \
    else                                                                                           \
      for (guint i = 0; i < n; i++)                                                                \
        groups[i] = periods[i] * members + codes[rows[i]];                                         \
  }                                                                                                \
  G_STMT_END

static void
pair_codes (const Placed *placed, const BwGrouping *grouping, guint32 *groups)
{
  const BwColumn *column = grouping->column;
  const guint32 *rows = placed->rows;
  const guint32 *periods = placed->periods;
  guint32 members = grouping->n;
  guint32 first = periods[0] * members;
  guint n = placed->n;

  if (column->store == BW_STORE_CODE8)
    PAIR_CODES (guint8);
  else if (column->store == BW_STORE_CODE16)
    PAIR_CODES (guint16);
  else
    PAIR_CODES (guint32);
}

static void
pair_tags (Walk *walk, const Placed *placed, const BwGrouping *grouping, gpointer tally)
{
  BwPairs pairs = { walk->rows, walk->values, walk->groups, 0, FALSE, NULL };

  for (guint i = 0; i < placed->n; i++) {
    guint32 code = bw_column_code (grouping->column, placed->rows[i]);
    guint32 period = placed->periods[placed->uniform ? 0 : i];
    for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++) {
      if (pairs.n == BW_WALK_PAIRS) {
        walk->func (tally, &pairs);
        pairs.n = 0;
      }
      walk->rows[pairs.n] = placed->rows[i];
      walk->values[pairs.n] = placed->values[i];
      walk->groups[pairs.n++] = period * grouping->n + grouping->tags[t];
    }
  }
  walk->func (tally, &pairs);
}

static void
walk_layout (Walk *walk, const BwGrouping *grouping, gpointer tally)
{
  const Placed *placed = &walk->placed;
  BwPairs pairs = {
    placed->rows, placed->values, placed->periods, placed->n, placed->uniform, NULL
  };

  if (grouping == NULL || grouping->column == NULL) {
    walk->func (tally, &pairs);
  } else if (grouping->starts != NULL) {
    pair_tags (walk, placed, grouping, tally);
  } else if (walk->by_codes && placed->uniform) {
    walk->groups[0] = placed->periods[0] * grouping->n;
    pairs.groups = walk->groups;
    pairs.codes = grouping->column;
    pairs.uniform = FALSE;
    walk->func (tally, &pairs);
  } else {
    pair_codes (placed, grouping, walk->groups);
    pairs.groups = walk->groups;
    pairs.uniform = FALSE;
    walk->func (tally, &pairs);
  }
}

/* --- Walks ------------------------------------------------------------------------------------
 */

void
bw_walk (const BwFolding *fold,
         const BwLayout *layouts,
         guint n_layouts,
         BwPairFunc func,
         gpointer *tallies,
         gboolean by_codes)
{
  g_autofree Walk *walk = g_new (Walk, 1);
  BwWalker walker;

  walk->fold = fold;
  walk->func = func;
  walk->by_codes = by_codes;
  bw_walker_init (&walker, fold, layouts, n_layouts);
  while (bw_walker_take (&walker, &walk->batch)) {
    walk->placed.placer = NULL;
    for (guint l = 0; l < n_layouts; l++) {
      if (walk->placed.placer != layouts[l].placer)
        place (&walk->placed, layouts[l].placer, fold, &walk->batch);
      if (walk->placed.n > 0)
        walk_layout (walk, layouts[l].grouping, tallies[l]);
    }
  }
}
