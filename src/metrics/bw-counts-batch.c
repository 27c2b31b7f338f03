/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts one batch of rows for all measures. Files mostly stand in the order of time: the rows of a
 * batch lie in a few neighbouring periods, which bytes tell apart, many rows at a time. */
#include "config.h"

#include "bw-counts-private.h"
#include "bw-large.h"
#include "bw-vector.h"
#include <string.h>

#define BATCH BW_STRETCH_ROWS
#define LANES BW_COUNTS_LANES
#define MAX_PLACES 8  /* periods that bytes tell apart */
#define NO_PLACE 0xff /* in no period, or not wanted */

/* In which periods the rows of a batch are. */
typedef struct {
  gboolean uniform; /* all rows are wanted and in the first one: neither array is filled */
  gboolean narrow;  /* places are filled, else periods */
  guint first;      /* periods first .. first + n - 1 come into question */
  guint n;
  guint n_within;         /* rows, where narrow */
  guint8 places[BATCH];   /* period - first, or NO_PLACE */
  guint32 periods[BATCH]; /* n of the placer: in none, or not wanted */
} Spots;

struct _BwCountsWorker {
  const BwCounts *counts;
  BwTallies *lanes; /* n_folds x n_groups x LANES */
  guint32 *codes;   /* one batch for each table */
  BwPacking *packing;

  /* The batch */
  gsize first;
  guint n_rows;
  gboolean filtered;
  guint8 unwanted[BATCH]; /* NO_PLACE or 0, where filtered */

  /* The cohort */
  BwStretch when; /* of its moments in the batch */
  BwStretch until;
  Spots spots;
  Spots leaves; /* of stocks over many periods */
};

/* --- Rows of the batch --------------------------------------------------------------------------
 */

#define WIDEN_CODES(type)                                                                          \
  for (guint i = 0; i < n; i++)                                                                    \
  codes[i] = ((const type *) column->values)[first + i]

BW_VECTOR static void
widen_codes (const BwColumn *column, gsize first, guint n, guint32 *codes)
{
  if (column->store == BW_STORE_CODE8)
    WIDEN_CODES (guint8);
  else if (column->store == BW_STORE_CODE16)
    WIDEN_CODES (guint16);
  else
    WIDEN_CODES (guint32);
}

/* The codes of all rows of the batch, for each table of dimensions. */
static void
read_codes (BwCountsWorker *worker)
{
  const BwCounts *counts = worker->counts;

  for (guint t = 0; t < counts->n_tables; t++)
    if (counts->tables[t].n > 0 && counts->tables[t].walked.grouping != NULL)
      widen_codes (counts->tables[t].walked.grouping->column, worker->first, worker->n_rows,
                   worker->codes + (gsize) t * BATCH);
}

/* FALSE when no row of the batch is wanted. */
static gboolean
read_wanted (BwCountsWorker *worker)
{
  const BwBits *rows = worker->counts->rows;
  guint64 any = 0;

  worker->filtered = rows != NULL;
  for (guint at = 0; rows != NULL && at < worker->n_rows; at += 64) {
    guint64 wanted = rows->words[(worker->first + at) / 64];
    any |= wanted;
    for (guint byte = 0; byte < 8; byte++) {
      guint64 unwanted = bw_bits_spread ((guint8) (~wanted >> byte * 8)) * NO_PLACE;
      memcpy (worker->unwanted + at + byte * 8, &unwanted, sizeof unwanted);
    }
  }
  return rows == NULL || any != 0;
}

/* --- Periods ------------------------------------------------------------------------------------
 */

/* Whether the batch can have rows of the cohort in the placer's periods. */
static gboolean
can_meet (const BwCountsWorker *worker, const BwCohort *cohort, const BwPlacer *placer)
{
  gint64 end = placer->from + placer->span;

  if (cohort->until == NULL)
    return bw_stretch_meets (&worker->when, placer->from, end);
  return bw_stretch_meets (&worker->when, G_MININT64, end) &&
         (worker->until.any_missing || worker->until.latest >= end);
}

/* Those that have come and not gone at the end of the only period: 0, the others 1. */
BW_VECTOR static void
find_stays (const gint32 *when, const gint32 *until, guint n_rows, gint64 end, guint32 *periods)
{
  gint32 last = (gint32) CLAMP (end - 1, G_MININT32, G_MAXINT32);

  for (guint i = 0; i < n_rows; i++) {
    gboolean stays = (when[i] != BW_MISSING) & (when[i] <= last) &
                     ((until[i] > last) | (until[i] == BW_MISSING));
    periods[i] = !stays;
  }
}

/* Returns how many have a place. */
BW_VECTOR static guint
narrow_periods (const guint32 *periods, guint n_rows, guint32 first, guint32 n, guint8 *places)
{
  guint n_within = 0;

  for (guint i = 0; i < n_rows; i++) {
    gboolean within = periods[i] < n;
    places[i] = within ? (guint8) (periods[i] - first) : NO_PLACE;
    n_within += within;
  }
  return n_within;
}

BW_VECTOR static guint
leave_out (const guint8 *unwanted, guint n_rows, guint8 *places)
{
  guint n_within = 0;

  for (guint i = 0; i < n_rows; i++) {
    places[i] |= unwanted[i];
    n_within += places[i] != NO_PLACE;
  }
  return n_within;
}

BW_VECTOR static void
leave_out_periods (const guint8 *unwanted, guint n_rows, guint32 n, guint32 *periods)
{
  for (guint i = 0; i < n_rows; i++)
    periods[i] = unwanted[i] ? n : periods[i];
}

/* From periods of all rows to what is counted. */
static void
finish_spots (const BwCountsWorker *worker, const BwPlacer *placer, Spots *spots)
{
  spots->uniform = FALSE;
  spots->narrow = spots->n <= MAX_PLACES;
  if (spots->narrow) {
    spots->n_within =
        narrow_periods (spots->periods, worker->n_rows, spots->first, placer->n, spots->places);
    if (worker->filtered)
      spots->n_within = leave_out (worker->unwanted, worker->n_rows, spots->places);
  } else if (worker->filtered) {
    leave_out_periods (worker->unwanted, worker->n_rows, placer->n, spots->periods);
  }
}

/* All rows of the batch are in one period. */
static void
set_only_period (BwCountsWorker *worker, guint period)
{
  Spots *spots = &worker->spots;

  spots->first = period;
  spots->n = 1;
  spots->n_within = worker->n_rows;
  spots->uniform = !worker->filtered;
  spots->narrow = worker->filtered;
  if (!worker->filtered)
    return;
  memset (spots->places, 0, worker->n_rows);
  spots->n_within = leave_out (worker->unwanted, worker->n_rows, spots->places);
}

/* Where the rows of the batch are; a stock is in the only period when it is there at its end. */
static void
find_spots (BwCountsWorker *worker, const BwCohort *cohort, const BwPlacer *placer)
{
  const gint32 *when = cohort->when + worker->first;
  gint64 end = placer->from + placer->span;
  Spots *spots = &worker->spots;

  if (cohort->until != NULL) {
    spots->first = 0;
    spots->n = 1;
    find_stays (when, cohort->until + worker->first, worker->n_rows, end, spots->periods);
    finish_spots (worker, placer, spots);
    return;
  }
  spots->first = bw_placer_find_clamped (placer, worker->when.earliest);
  spots->n =
      MIN (bw_placer_find_clamped (placer, worker->when.latest), placer->n - 1) - spots->first + 1;
  if (spots->n == 1 && !worker->when.any_missing && worker->when.earliest >= placer->from &&
      worker->when.latest < end) {
    set_only_period (worker, spots->first);
    return;
  }
  bw_placer_find_all (placer, when, worker->n_rows, &worker->when, spots->periods);
  finish_spots (worker, placer, spots);
}

/* --- Counting -----------------------------------------------------------------------------------
 */

static inline guint
slot_of (gint8 say)
{
  return MIN ((guint8) say, BW_COUNTS_SAYS - 1);
}

/* Rows by what they say, in variables and in the shape that compilers turn into wide registers. */
#define COUNT_SAYS(say_of)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (guint at = 0; at < n; at += 128) {                                                        \
      guint end = MIN (at + 128, n);                                                               \
      guint8 n_0 = 0;                                                                              \
      guint8 n_1 = 0;                                                                              \
      guint8 n_2 = 0;                                                                              \
      for (guint i = at; i < end; i++) {                                                           \
        guint8 say = (say_of);                                                                     \
        n_0 += say == 0;                                                                           \
        n_1 += say == 1;                                                                           \
        n_2 += say == 2;                                                                           \
      }                                                                                            \
      (*tally)[0] += n_0;                                                                          \
      (*tally)[1] += n_1;                                                                          \
      (*tally)[2] += n_2;                                                                          \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

BW_VECTOR static void
count_says (const gint8 *says, guint n, BwTallies *tally)
{
  COUNT_SAYS ((guint8) says[i]);
}

/* The same of the rows of one place. */
BW_VECTOR static void
count_among (const gint8 *says, const guint8 *places, guint n, guint8 place, BwTallies *tally)
{
  COUNT_SAYS (places[i] == place ? (guint8) says[i] : BW_COUNTS_SAYS - 1);
}

#ifdef __x86_64__
#include <immintrin.h>

/* n: a multiple of 64. */
BW_WIDE static void
count_wide (const gint8 *says, const guint8 *places, guint n, guint8 place, BwTallies *tally)
{
  const __m512i wanted = _mm512_set1_epi8 ((char) place);
  guint32 counts[BW_COUNTS_SAYS - 1] = { 0 };

  for (guint i = 0; i < n; i += 64) {
    __m512i said = _mm512_loadu_si512 ((const void *) (says + i));
    __mmask64 there =
        _mm512_cmpeq_epi8_mask (_mm512_loadu_si512 ((const void *) (places + i)), wanted);
    for (guint say = 0; say < G_N_ELEMENTS (counts); say++)
      counts[say] += (guint32) __builtin_popcountll (
          _mm512_mask_cmpeq_epi8_mask (there, said, _mm512_set1_epi8 ((char) say)));
  }
  for (guint say = 0; say < G_N_ELEMENTS (counts); say++)
    (*tally)[say] += counts[say];
}

#else
#define count_wide count_among
#endif

static void
count_place (const gint8 *says, const guint8 *places, guint n, guint8 place, BwTallies *tally)
{
  if (n % 64 == 0 && bw_vector_is_wide ())
    count_wide (says, places, n, place, tally);
  else
    count_among (says, places, n, place, tally);
}

static void
count_groups (const gint8 *says, const guint32 *groups, guint n, BwTallies *lanes)
{
  for (guint i = 0; i < n; i++)
    lanes[groups[i] * LANES + i % LANES][slot_of (says[i])]++;
}

static void
count_periods (const BwCountsWorker *worker, const gint8 *says, BwTallies *lanes)
{
  const Spots *spots = &worker->spots;

  if (spots->uniform)
    count_says (says, worker->n_rows, &lanes[spots->first * LANES]);
  for (guint p = 0; !spots->uniform && spots->narrow && p < spots->n; p++)
    count_place (says, spots->places, worker->n_rows, (guint8) p,
                 &lanes[(spots->first + p) * LANES]);
  if (!spots->uniform && !spots->narrow)
    count_groups (says, spots->periods, worker->n_rows, lanes);
}

/* --- Stocks over many periods -------------------------------------------------------------------
 */

/* The periods of a range of times, those before the first one in it. */
static void
find_range (const BwPlacer *placer, const BwStretch *range, guint *first, guint *last)
{
  gboolean any = range->earliest <= range->latest;

  *first = any ? bw_placer_find_clamped (placer, range->earliest) : placer->n;
  *last = any ? bw_placer_find_clamped (placer, range->latest) : placer->n;
}

/* At the end of which periods rows come to be there, and no longer are. FALSE when none that comes
 * stays until the end of a period. */
static gboolean
find_steps (BwCountsWorker *worker, const BwCohort *cohort, const BwPlacer *placer)
{
  BwStays stays = { cohort->when + worker->first, cohort->until + worker->first, worker->when,
                    worker->until };
  Spots *enters = &worker->spots;
  Spots *leaves = &worker->leaves;
  guint first_enter, last_enter, first_leave, last_leave;

  if (!bw_placer_find_stays (placer, &stays, worker->n_rows, enters->periods, leaves->periods))
    return FALSE;
  find_range (placer, &worker->when, &first_enter, &last_enter);
  find_range (placer, &worker->until, &first_leave, &last_leave);
  enters->first = first_enter;
  enters->n = MIN (last_enter, placer->n - 1) - first_enter + 1;
  leaves->first = MIN (MAX (first_enter, first_leave), placer->n - 1);
  leaves->n = MIN (MAX (last_enter, last_leave), placer->n - 1) - leaves->first + 1;
  finish_spots (worker, placer, enters);
  finish_spots (worker, placer, leaves);
  return TRUE;
}

/* What stands in a group of the table is how many more there are than a period before. */
static void
take_away (const BwCountsWorker *worker, const gint8 *says, BwTallies *lanes)
{
  const Spots *leaves = &worker->leaves;

  for (guint p = 0; leaves->narrow && p < leaves->n; p++) {
    BwTallies gone = { 0 };
    count_place (says, leaves->places, worker->n_rows, (guint8) p, &gone);
    for (guint say = 0; say < BW_COUNTS_SAYS; say++)
      lanes[(leaves->first + p) * LANES][say] -= gone[say];
  }
  for (guint i = 0; !leaves->narrow && i < worker->n_rows; i++)
    lanes[leaves->periods[i] * LANES + i % LANES][slot_of (says[i])]--;
}

/* --- Tables -------------------------------------------------------------------------------------
 */

static void
count_table (BwCountsWorker *worker, const BwCohort *cohort, const BwCountsTable *table)
{
  const BwCounts *counts = worker->counts;

  for (guint m = 0; m < cohort->members->len; m++) {
    guint index = g_array_index (cohort->members, guint, m);
    const gint8 *says = counts->folds[index].measure->says + worker->first;
    BwTallies *lanes = worker->lanes + (index * counts->n_groups + table->start) * LANES;
    count_periods (worker, says, lanes);
    if (cohort->until != NULL && table->walked.placer->n > 1)
      take_away (worker, says, lanes);
  }
}

/* FALSE when no row of the batch is in any period. */
static gboolean
place_rows (BwCountsWorker *worker, const BwCohort *cohort, const BwPlacer *placer)
{
  if (cohort->until != NULL && placer->n > 1)
    return find_steps (worker, cohort, placer);
  if (!can_meet (worker, cohort, placer))
    return FALSE;
  find_spots (worker, cohort, placer);
  return worker->spots.uniform || !worker->spots.narrow || worker->spots.n_within > 0;
}

static void
begin_cohort (BwCountsWorker *worker, const BwCohort *cohort)
{
  worker->when =
      bw_stretches_get (cohort->when_stretches, cohort->when, worker->first, worker->n_rows);
  if (cohort->until != NULL)
    worker->until =
        bw_stretches_get (cohort->until_stretches, cohort->until, worker->first, worker->n_rows);
}

/* By periods alone. */
static void
count_cohort (BwCountsWorker *worker, const BwCohort *cohort)
{
  const BwCounts *counts = worker->counts;

  begin_cohort (worker, cohort);
  for (guint t = 0; t < counts->n_tables; t++) {
    const BwCountsTable *table = &counts->tables[t];
    if (table->n > 0 && table->walked.grouping == NULL &&
        place_rows (worker, cohort, table->walked.placer))
      count_table (worker, cohort, table);
  }
}

/* --- Dimensions ---------------------------------------------------------------------------------
 */

/* What the measures of a cohort say of the rows in the only period. */
static void
pack_cohort (BwCountsWorker *worker, const BwCohort *cohort, const BwPlacer *placer)
{
  const BwCounts *counts = worker->counts;
  const Spots *spots = &worker->spots;
  gboolean any;

  begin_cohort (worker, cohort);
  any = place_rows (worker, cohort, placer);
  for (guint m = 0; m < cohort->members->len; m++) {
    guint index = g_array_index (cohort->members, guint, m);
    const gint8 *says = counts->folds[index].measure->says + worker->first;
    bw_packing_add (worker->packing, any ? says : NULL, spots->uniform ? NULL : spots->places);
  }
}

static void
pack_rows (BwCountsWorker *worker, const BwPlacer *placer)
{
  const GArray *cohorts = worker->counts->cohorts;

  bw_packing_begin (worker->packing, worker->n_rows);
  for (int stocks = 0; stocks < 2; stocks++)
    for (guint c = 0; c < cohorts->len; c++) {
      const BwCohort *cohort = &g_array_index (cohorts, BwCohort, c);
      if ((cohort->until != NULL) == stocks)
        pack_cohort (worker, cohort, placer);
    }
}

static void
count_members (BwCountsWorker *worker)
{
  const BwCounts *counts = worker->counts;
  const BwPlacer *packed = NULL;

  for (guint t = 0; t < counts->n_tables; t++) {
    const BwCountsTable *table = &counts->tables[t];
    if (table->n == 0 || table->walked.grouping == NULL)
      continue;
    if (packed != table->walked.placer)
      pack_rows (worker, table->walked.placer);
    packed = table->walked.placer;
    bw_packing_count (worker->packing, t, worker->codes + (gsize) t * BATCH);
  }
}

/* --- Workers ------------------------------------------------------------------------------------
 */

BwCountsWorker *
bw_counts_worker_new (const BwCounts *counts)
{
  BwCountsWorker *worker = g_new (BwCountsWorker, 1);

  worker->counts = counts;
  worker->lanes = bw_large_new0 (counts->n_folds * counts->n_groups * LANES, sizeof (BwTallies));
  worker->codes = g_new (guint32, (gsize) counts->n_tables * BATCH);
  worker->packing = bw_packing_new (counts);
  return worker;
}

void
bw_counts_worker_count (BwCountsWorker *worker, gsize first, guint n_rows)
{
  worker->first = first;
  worker->n_rows = n_rows;
  if (!read_wanted (worker))
    return;
  read_codes (worker);
  for (guint c = 0; c < worker->counts->cohorts->len; c++)
    count_cohort (worker, &g_array_index (worker->counts->cohorts, BwCohort, c));
  count_members (worker);
}

void
bw_counts_worker_finish (BwCountsWorker *worker, BwTallies *tallies)
{
  gsize n = worker->counts->n_folds * worker->counts->n_groups;

  for (gsize g = 0; g < n; g++)
    for (guint lane = 0; lane < LANES; lane++)
      for (guint say = 0; say < BW_COUNTS_SAYS; say++)
        tallies[g][say] += worker->lanes[g * LANES + lane][say];
  bw_packing_finish (worker->packing, tallies);
  bw_large_free (worker->lanes);
  g_free (worker->codes);
  g_free (worker);
}
