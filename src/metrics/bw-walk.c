/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are chosen once for all layouts of a measure, and their periods found once for all layouts
 * of the same periods. */
#include "config.h"

#include "bw-bins.h"
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
  *walker = (BwWalker) { fold,
                         MAX (from, (gint64) BW_MISSING + 1),
                         MIN (to, (gint64) G_MAXINT32 + 1),
                         0,
                         bw_ledger_get_stretches (fold->ledger, fold->when),
                         NULL };
}

/* Those of up to 64 rows from `row` on that have a say and a time; n of them are there already. */
#define TAKE(value_of)                                                                             \
  for (gsize row = first; row < end; row++) {                                                      \
    gint32 value = (value_of);                                                                     \
    rows[n] = (guint32) row;                                                                       \
    values[n] = value;                                                                             \
    n += (value >= 0) & ((guint32) when[row] - from < span) & (guint) (wanted >> (row - first));   \
  }

/* Moves those whose values are marked to the front; returns how many. */
static guint
keep_marked (const guint8 *marks, guint32 *rows, gint32 *values, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++) {
    guint8 mark = marks[bw_bins_place (BW_BINS_PRECISION, values[i])];
    rows[kept] = rows[i];
    values[kept] = values[i];
    kept += mark;
  }
  return kept;
}

static guint
take_some (const BwFolding *fold,
           const guint8 *marks,
           guint32 from,
           guint32 span,
           gsize first,
           gsize end,
           guint64 wanted,
           guint32 *rows,
           gint32 *values)
{
  const gint32 *when = fold->when;
  const gint8 *says = fold->measure->says;
  const gint32 *sizes = fold->measure->sizes;
  guint n = 0;

  if (says != NULL)
    TAKE (says[row])
  else
    TAKE (sizes[row])
  return marks != NULL ? keep_marked (marks, rows, values, n) : n;
}

#ifdef __x86_64__
#include <immintrin.h>

#define WIDE __attribute__ ((target ("avx512f,avx512cd")))

/* Which of the values that are asked for are marked: see bw_bins_place. */
WIDE static inline __mmask16
find_marked (const guint8 *marks, __m512i value, __mmask16 asked)
{
  const __m512i least = _mm512_set1_epi32 (1 << BW_BINS_PRECISION);
  __m512i shift = _mm512_sub_epi32 (_mm512_set1_epi32 (31 - BW_BINS_PRECISION),
                                    _mm512_lzcnt_epi32 (_mm512_or_si512 (value, least)));
  __m512i bin = _mm512_add_epi32 (_mm512_slli_epi32 (shift, BW_BINS_PRECISION),
                                  _mm512_srlv_epi32 (value, shift));
  __m512i mark = _mm512_mask_i32gather_epi32 (least, asked, bin, marks, 1);
  return _mm512_mask_test_epi32_mask (asked, mark, _mm512_set1_epi32 (1));
}

/* The same of a whole word, sixteen rows at a time; may write up to 16 beyond. */
WIDE static guint
take_wide (const BwFolding *fold,
           const guint8 *marks,
           guint32 from,
           guint32 span,
           gsize first,
           guint64 wanted,
           guint32 *rows,
           gint32 *values)
{
  const gint8 *says = fold->measure->says;
  const gint32 *sizes = fold->measure->sizes;
  const __m512i steps = _mm512_setr_epi32 (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  guint n = 0;

  for (gsize row = first; row < first + 64; row += 16, wanted >>= 16) {
    __m512i value =
        says != NULL
            ? _mm512_cvtepi8_epi32 (_mm_loadu_si128 ((const __m128i *) (const void *) (says + row)))
            : _mm512_loadu_si512 ((const void *) (sizes + row));
    __m512i time = _mm512_sub_epi32 (_mm512_loadu_si512 ((const void *) (fold->when + row)),
                                     _mm512_set1_epi32 ((int) from));
    __mmask16 take =
        _mm512_mask_cmpge_epi32_mask ((__mmask16) wanted, value, _mm512_setzero_si512 ());
    take = _mm512_mask_cmplt_epu32_mask (take, time, _mm512_set1_epi32 ((int) span));
    if (marks != NULL)
      take = find_marked (marks, value, take);
    __m512i places = _mm512_add_epi32 (steps, _mm512_set1_epi32 ((int) row));
    _mm512_storeu_si512 ((void *) (rows + n), _mm512_maskz_compress_epi32 (take, places));
    _mm512_storeu_si512 ((void *) (values + n), _mm512_maskz_compress_epi32 (take, value));
    n += (guint) __builtin_popcount (take);
  }
  return n;
}

static gboolean
is_wide (void)
{
  return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512cd");
}
#else
#define take_wide(fold, marks, from, span, first, wanted, rows, values)                            \
  take_some (fold, marks, from, span, first, (first) + 64, wanted, rows, values)

static gboolean
is_wide (void)
{
  return FALSE;
}
#endif

static guint
take_word (const BwFolding *fold,
           const guint8 *marks,
           guint32 from,
           guint32 span,
           gsize first,
           gsize end,
           guint64 wanted,
           guint32 *rows,
           gint32 *values)
{
  return end - first == 64 && is_wide ()
             ? take_wide (fold, marks, from, span, first, wanted, rows, values)
             : take_some (fold, marks, from, span, first, end, wanted, rows, values);
}

/* Whether the next batch can have rows that come into question. */
static gboolean
may_have (const BwWalker *walker)
{
  return walker->stretches == NULL ||
         bw_stretch_meets (&walker->stretches[walker->row / BW_STRETCH_ROWS], walker->from,
                           walker->to);
}

guint
bw_walker_take (BwWalker *walker, guint32 *rows, gint32 *values)
{
  const BwBits *bits = walker->fold->rows;
  gsize n_rows = walker->fold->ledger->n_rows;
  guint32 from = (guint32) walker->from;
  guint32 span = walker->to > walker->from ? (guint32) (walker->to - walker->from) : 0;
  guint n = 0;

  while (n == 0 && walker->row < n_rows) {
    gsize end = MIN (n_rows, walker->row + BW_WALK_BATCH);
    gsize start = may_have (walker) ? walker->row : end;
    for (gsize first = start; first < end; first += 64) {
      guint64 wanted = bits != NULL ? bits->words[first / 64] : ~G_GUINT64_CONSTANT (0);
      if (wanted != 0)
        n += take_word (walker->fold, walker->marks, from, span, first, MIN (first + 64, end),
                        wanted, rows + n, values + n);
    }
    walker->row = end;
  }
  return n;
}

/* --- Periods ----------------------------------------------------------------------------------
 */

/* A batch of rows, and when they happened. */
typedef struct {
  guint n;
  BwStretch range; /* of when */
  guint32 rows[BW_WALK_ROOM];
  gint32 values[BW_WALK_ROOM];
  gint32 when[BW_WALK_BATCH];
} Batch;

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
  guint serial; /* of what is placed */
  Batch batch;
  Placed placed;
  guint32 groups[BW_WALK_PAIRS];
  gint32 values[BW_WALK_PAIRS]; /* where tags make more of them */
} Walk;

/* In the only period (0) when the row has come and not gone at its end, else 1. Returns how many.
 */
static guint
find_stocks (const BwPlacer *placer, const gint32 *until, const Batch *batch, guint32 *periods)
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
keep_placed (Placed *placed, guint n_periods, const Batch *batch)
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
place_one_by_one (Placed *placed, const BwPlacer *placer, const BwFolding *fold, const Batch *batch)
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
place (Placed *placed, const BwPlacer *placer, const BwFolding *fold, const Batch *batch)
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
pair_tags (Walk *walk, const BwGrouping *grouping, gpointer tally)
{
  const Placed *placed = &walk->placed;
  BwPairs pairs = { walk->values, walk->groups, 0, FALSE, 0 };

  for (guint i = 0; i < placed->n; i++) {
    guint32 code = bw_column_code (grouping->column, placed->rows[i]);
    guint32 period = placed->periods[placed->uniform ? 0 : i];
    for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++) {
      if (pairs.n == BW_WALK_PAIRS) {
        walk->func (tally, &pairs);
        pairs.n = 0;
      }
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
  BwPairs pairs = { placed->values, placed->periods, placed->n, placed->uniform, walk->serial };

  if (grouping == NULL || grouping->column == NULL) {
    walk->func (tally, &pairs);
  } else if (grouping->starts != NULL) {
    pair_tags (walk, grouping, tally);
  } else {
    pair_codes (placed, grouping, walk->groups);
    pairs.groups = walk->groups;
    pairs.uniform = FALSE;
    walk->func (tally, &pairs);
  }
}

/* --- Walks ------------------------------------------------------------------------------------
 */

BW_VECTOR static void
read_times (Batch *batch, const gint32 *when)
{
  gint32 earliest = G_MAXINT32;
  gint32 latest = G_MININT32;

  for (guint i = 0; i < batch->n; i++) {
    gint32 time = when[batch->rows[i]];
    batch->when[i] = time;
    earliest = MIN (earliest, time);
    latest = MAX (latest, time);
  }
  batch->range = (BwStretch) { earliest, latest, FALSE };
}

static void
place_for (Walk *walk, const BwPlacer *placer)
{
  place (&walk->placed, placer, walk->fold, &walk->batch);
  walk->serial = MAX (1, walk->serial + 1);
}

void
bw_walk (const BwFolding *fold,
         const BwLayout *layouts,
         guint n_layouts,
         BwPairFunc func,
         gpointer *tallies,
         const guint8 *marks)
{
  g_autofree Walk *walk = g_new (Walk, 1);
  BwWalker walker;

  walk->fold = fold;
  walk->func = func;
  walk->serial = 0;
  bw_walker_init (&walker, fold, layouts, n_layouts);
  walker.marks = marks;
  while ((walk->batch.n = bw_walker_take (&walker, walk->batch.rows, walk->batch.values)) > 0) {
    read_times (&walk->batch, fold->when);
    walk->placed.placer = NULL;
    for (guint l = 0; l < n_layouts; l++) {
      if (walk->placed.placer != layouts[l].placer)
        place_for (walk, layouts[l].placer);
      if (walk->placed.n > 0)
        walk_layout (walk, layouts[l].grouping, tallies[l]);
    }
  }
}
