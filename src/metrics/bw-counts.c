/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of rows are shared out to the threads, each with tables of its own that are added up at
 * the end. Within a block a batch of rows stays in the nearest cache for all measures. */
#include "config.h"

#include "bw-counts.h"
#include "bw-large.h"
#include "bw-parallel.h"
#include "bw-vector.h"
#include <string.h>

#define BLOCK 16384
#define BATCH BW_STRETCH_ROWS
#define MAX_GROUPS 4096 /* of a table */
#define MAX_JOINT 512   /* of dimensions that are counted as one */
/* Neighbouring rows are often of one group, and a number that was just written is slow to be read
 * again: rows take turns. */
#define LANES 2

/* Measures whose rows belong to the same periods. */
typedef struct {
  const gint32 *when;
  const gint32 *until; /* STOCK: those between both at the end of the period; else NULL */
  GArray *members;     /* of guint: which folds */
  const BwStretch *when_stretches; /* NULL = not known */
  const BwStretch *until_stretches;
} Cohort;

/* What is counted for every measure: by the periods of a placer, or by codes of the rows that lie
 * in its only period. */
typedef struct {
  const BwPlacer *placer;
  GArray *groupings; /* of const BwGrouping *; empty = by periods */
  guint n;           /* groups */
  gsize start;       /* its first group among those of a measure */
} Table;

struct _BwCounts {
  /* Borrowed */
  const BwBits *rows;

  /* Owned */
  BwFolding *folds;
  guint n_folds;
  GArray *cohorts;
  GArray *tables;
  gsize n_groups;     /* of a measure */
  BwTallies *tallies; /* n_folds x n_groups */
};

typedef struct {
  BwTallies *lanes; /* n_folds x n_groups x LANES */
  guint32 *codes;   /* one batch for each table */
  guint32 rows[BATCH];
  guint32 groups[BATCH];
  guint32 placed[BATCH]; /* codes of a table, its n for rows in no period */
  gboolean uniform;      /* all groups are one */
  gboolean apart; /* all rows of the batch count, those in no period in a group of their own */
  BwStretch when; /* of the cohort's moments in the batch */
  BwStretch until;
} Worker;

typedef struct {
  BwCounts *counts;
  Worker *workers;
  gsize n_rows;
} Work;

/* --- What is counted --------------------------------------------------------------------------
 */

static gboolean
is_counted (const BwFolding *fold)
{
  BwFold kind = fold->measure->metric->fold;

  return kind == BW_FOLD_COUNT || kind == BW_FOLD_SHARE || kind == BW_FOLD_NPS ||
         kind == BW_FOLD_STOCK;
}

static void
add_to_cohort (BwCounts *counts, guint index)
{
  const BwFolding *fold = &counts->folds[index];
  const BwMetric *metric = fold->measure->metric;
  const gint32 *until = metric->fold == BW_FOLD_STOCK ? fold->ledger->whens[metric->until] : NULL;

  for (guint c = 0; c < counts->cohorts->len; c++) {
    Cohort *cohort = &g_array_index (counts->cohorts, Cohort, c);
    if (cohort->when == fold->when && cohort->until == until) {
      g_array_append_val (cohort->members, index);
      return;
    }
  }
  Cohort cohort = { fold->when, until, g_array_new (FALSE, FALSE, sizeof (guint)),
                    bw_ledger_get_stretches (fold->ledger, fold->when),
                    bw_ledger_get_stretches (fold->ledger, until) };
  g_array_append_val (cohort.members, index);
  g_array_append_val (counts->cohorts, cohort);
}

static Table *
add_table (BwCounts *counts, const BwPlacer *placer, guint n)
{
  Table table = { placer, g_array_new (FALSE, FALSE, sizeof (const BwGrouping *)), n, 0 };

  g_array_append_val (counts->tables, table);
  return &g_array_index (counts->tables, Table, counts->tables->len - 1);
}

static gboolean
is_joinable (const Table *table, const BwPlacer *placer, guint n)
{
  return table->groupings->len > 0 && table->placer == placer &&
         (guint64) table->n * n <= MAX_JOINT;
}

/* A dimension of one period, in a table of its own or with others. */
static void
add_grouping (BwCounts *counts, const BwLayout *layout)
{
  const BwGrouping *grouping = layout->grouping;
  Table *found = NULL;

  if (layout->placer->n != 1 || grouping->starts != NULL || grouping->n > MAX_GROUPS)
    return;
  for (guint t = 0; t < counts->tables->len && found == NULL; t++) {
    Table *table = &g_array_index (counts->tables, Table, t);
    if (is_joinable (table, layout->placer, grouping->n))
      found = table;
  }
  if (found == NULL)
    found = add_table (counts, layout->placer, 1);
  found->n *= grouping->n;
  g_array_append_val (found->groupings, grouping);
}

static gboolean
has_table (const BwCounts *counts, const BwPlacer *placer)
{
  for (guint t = 0; t < counts->tables->len; t++)
    if (g_array_index (counts->tables, Table, t).placer == placer)
      return TRUE;
  return FALSE;
}

/* First the dimensions: what they have in one period adds up to all of it. */
static void
choose_tables (BwCounts *counts, const BwLayout *layouts, guint n_layouts)
{
  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].grouping != NULL && layouts[l].grouping->column != NULL)
      add_grouping (counts, &layouts[l]);
  for (guint l = 0; l < n_layouts; l++)
    if (layouts[l].grouping == NULL && layouts[l].placer->n <= MAX_GROUPS &&
        !has_table (counts, layouts[l].placer))
      add_table (counts, layouts[l].placer, layouts[l].placer->n);
  for (guint t = 0; t < counts->tables->len; t++) {
    Table *table = &g_array_index (counts->tables, Table, t);
    table->start = counts->n_groups;
    counts->n_groups += table->n + 1; /* and rows in no period */
  }
}

/* --- A batch ----------------------------------------------------------------------------------
 */

#define ADD_CODES(type)                                                                            \
  for (guint i = 0; i < n; i++)                                                                    \
  codes[i] = codes[i] * members + ((const type *) column->values)[first + i]

static void
add_codes (const BwGrouping *grouping, gsize first, guint n, guint32 *codes)
{
  const BwColumn *column = grouping->column;
  guint32 members = grouping->n;

  if (column->store == BW_STORE_CODE8)
    ADD_CODES (guint8);
  else if (column->store == BW_STORE_CODE16)
    ADD_CODES (guint16);
  else
    ADD_CODES (guint32);
}

/* The codes of all rows of the batch, for each table of dimensions. */
static void
read_codes (const BwCounts *counts, Worker *worker, gsize first, guint n)
{
  for (guint t = 0; t < counts->tables->len; t++) {
    const Table *table = &g_array_index (counts->tables, Table, t);
    guint32 *codes = worker->codes + (gsize) t * BATCH;
    if (table->groupings->len > 0)
      memset (codes, 0, n * sizeof *codes);
    for (guint g = 0; g < table->groupings->len; g++)
      add_codes (g_array_index (table->groupings, const BwGrouping *, g), first, n, codes);
  }
}

/* Those that have come and not gone at the end of the only period: 0, the others 1. Returns how
 * many stay. */
BW_VECTOR static guint
find_stays (const gint32 *when, const gint32 *until, guint n_rows, gint64 end, guint32 *groups)
{
  gint32 last = (gint32) CLAMP (end - 1, G_MININT32, G_MAXINT32);
  guint n = 0;

  for (guint i = 0; i < n_rows; i++) {
    gboolean stays = (when[i] != BW_MISSING) & (when[i] <= last) &
                     ((until[i] > last) | (until[i] == BW_MISSING));
    groups[i] = !stays;
    n += stays;
  }
  return n;
}

/* The period of each row of the batch, placer->n of those in none. Returns how many are in one. */
static guint
find_periods (
    Worker *worker, const Cohort *cohort, const BwPlacer *placer, gsize first, guint n_rows)
{
  if (cohort->until != NULL)
    return find_stays (cohort->when + first, cohort->until + first, n_rows,
                       placer->from + placer->span, worker->groups);
  return bw_placer_find_all (placer, cohort->when + first, n_rows, worker->groups);
}

/* Writes down those that are in a period and wanted. */
static guint
list_rows (Worker *worker, const BwPlacer *placer, const BwBits *rows, gsize first, guint n_rows)
{
  guint n = 0;

  for (guint at = 0; at < n_rows; at += 64) {
    guint64 wanted = rows != NULL ? rows->words[(first + at) / 64] : ~G_GUINT64_CONSTANT (0);
    guint end = wanted != 0 ? MIN (at + 64, n_rows) : at;
    for (guint i = at; i < end; i++) {
      guint32 period = worker->groups[i];
      worker->rows[n] = i;
      worker->groups[n] = period;
      n += (period < placer->n) & (wanted >> (i - at) & 1);
    }
  }
  return n;
}

BW_VECTOR static gboolean
is_uniform (const guint32 *groups, guint n)
{
  guint32 differences = 0;

  for (guint i = 1; i < n; i++)
    differences |= groups[i] ^ groups[0];
  return differences == 0;
}

static BwStretch
find_stretch (const BwStretch *stretches, const gint32 *times, gsize first, guint n_rows)
{
  return stretches != NULL ? stretches[first / BW_STRETCH_ROWS]
                           : bw_stretch_find (times + first, n_rows);
}

/* Whether the batch can have rows of the cohort in the placer's periods. */
static gboolean
can_meet (const Worker *worker, const Cohort *cohort, const BwPlacer *placer)
{
  gint64 end = placer->from + placer->span;

  if (cohort->until == NULL)
    return bw_stretch_meets (&worker->when, placer->from, end);
  return bw_stretch_meets (&worker->when, G_MININT64, end) &&
         (worker->until.any_missing || worker->until.latest >= end);
}

/* The period in which all rows of the batch are, or -1. */
static int
find_only_period (const Worker *worker, const BwPlacer *placer)
{
  int period = bw_placer_find (placer, worker->when.earliest);

  return period >= 0 && period == bw_placer_find (placer, worker->when.latest) ? period : -1;
}

/* The rows of the batch, counted from its first, that are in any period, and the periods. Where
 * most rows are, they are not written down: then all are counted, and those in no period apart. */
static guint
place_rows (Worker *worker,
            const Cohort *cohort,
            const BwPlacer *placer,
            const BwBits *rows,
            gsize first,
            guint n_rows)
{
  gboolean whole = cohort->until == NULL && rows == NULL && !worker->when.any_missing;
  int only = whole ? find_only_period (worker, placer) : -1;
  guint n;

  worker->apart = FALSE;
  if (!can_meet (worker, cohort, placer))
    return 0;
  if (only >= 0) {
    worker->groups[0] = (guint32) only;
    worker->uniform = TRUE;
    return n_rows;
  }
  n = find_periods (worker, cohort, placer, first, n_rows);
  if (n == 0)
    return 0;
  worker->apart = rows == NULL && n > n_rows / 4;
  if (!worker->apart)
    n = list_rows (worker, placer, rows, first, n_rows);
  worker->uniform = !worker->apart && is_uniform (worker->groups, n);
  return worker->apart ? n_rows : n;
}

static inline guint
slot_of (gint8 say)
{
  return MIN ((guint8) say, BW_COUNTS_SAYS - 1);
}

/* Rows of one group. */
BW_VECTOR static void
count_says (const gint8 *says, guint n, BwTallies *lane)
{
  for (guint at = 0; at < n; at += 128) {
    guint8 counts[BW_COUNTS_SAYS - 1] = { 0 };
    guint end = MIN (at + 128, n);
    for (guint i = at; i < end; i++) {
      counts[0] += says[i] == 0;
      counts[1] += says[i] == 1;
      counts[2] += says[i] == 2;
    }
    for (guint say = 0; say < G_N_ELEMENTS (counts); say++)
      (*lane)[say] += counts[say];
  }
}

static void
count_periods (const gint8 *says, const Worker *worker, guint n, BwTallies *lanes)
{
  for (guint i = 0; i < n; i++)
    lanes[worker->groups[i] * LANES + i % LANES][slot_of (says[worker->rows[i]])]++;
}

static void
count_codes (
    const gint8 *says, const Worker *worker, const guint32 *codes, guint n, BwTallies *lanes)
{
  for (guint i = 0; i < n; i++) {
    guint32 row = worker->rows[i];
    lanes[codes[row] * LANES + i % LANES][slot_of (says[row])]++;
  }
}

static void
count_all_codes (const gint8 *says, const guint32 *codes, guint n, BwTallies *lanes)
{
  for (guint i = 0; i < n; i++)
    lanes[codes[i] * LANES + i % LANES][slot_of (says[i])]++;
}

/* Codes of rows in the only period; n for the others. */
BW_VECTOR static void
place_codes (const guint32 *codes, const guint32 *periods, guint n_rows, guint32 n, guint32 *placed)
{
  for (guint i = 0; i < n_rows; i++)
    placed[i] = periods[i] == 0 ? codes[i] : n;
}

static void
count_table (const BwCounts *counts,
             Worker *worker,
             const Cohort *cohort,
             guint t,
             gsize first,
             guint n_rows,
             guint n)
{
  const Table *table = &g_array_index (counts->tables, Table, t);
  const guint32 *codes = worker->codes + (gsize) t * BATCH;

  if (worker->apart && table->groupings->len == 0)
    codes = worker->groups;
  if (worker->apart && table->groupings->len > 0) {
    place_codes (codes, worker->groups, n_rows, table->n, worker->placed);
    codes = worker->placed;
  }
  for (guint m = 0; m < cohort->members->len; m++) {
    guint index = g_array_index (cohort->members, guint, m);
    const gint8 *says = counts->folds[index].measure->says + first;
    BwTallies *lanes = worker->lanes + (index * counts->n_groups + table->start) * LANES;
    if (worker->apart)
      count_all_codes (says, codes, n, lanes);
    else if (table->groupings->len == 0 && worker->uniform && n == n_rows)
      count_says (says, n, lanes + worker->groups[0] * LANES);
    else if (table->groupings->len == 0)
      count_periods (says, worker, n, lanes);
    else if (n == n_rows)
      count_all_codes (says, codes, n, lanes);
    else
      count_codes (says, worker, codes, n, lanes);
  }
}

static void
count_batch (const BwCounts *counts, Worker *worker, gsize first, guint n_rows)
{
  read_codes (counts, worker, first, n_rows);
  for (guint c = 0; c < counts->cohorts->len; c++) {
    const Cohort *cohort = &g_array_index (counts->cohorts, Cohort, c);
    const BwPlacer *placed = NULL;
    guint n = 0;
    worker->when = find_stretch (cohort->when_stretches, cohort->when, first, n_rows);
    if (cohort->until != NULL)
      worker->until = find_stretch (cohort->until_stretches, cohort->until, first, n_rows);
    for (guint t = 0; t < counts->tables->len; t++) {
      const BwPlacer *placer = g_array_index (counts->tables, Table, t).placer;
      if (cohort->until != NULL && placer->n > 1)
        continue;
      if (placer != placed)
        n = place_rows (worker, cohort, placer, counts->rows, first, n_rows);
      placed = placer;
      if (n > 0)
        count_table (counts, worker, cohort, t, first, n_rows, n);
    }
  }
}

static void
count_block_cb (guint block, int worker, gpointer user_data)
{
  Work *work = user_data;
  BwCounts *counts = work->counts;
  Worker *own = &work->workers[worker];
  gsize end = MIN (work->n_rows, ((gsize) block + 1) * BLOCK);

  if (own->lanes == NULL) {
    own->lanes = bw_large_new0 (counts->n_folds * counts->n_groups * LANES, sizeof (BwTallies));
    own->codes = g_new (guint32, (gsize) counts->tables->len * BATCH);
  }
  for (gsize first = (gsize) block * BLOCK; first < end; first += BATCH)
    count_batch (counts, own, first, (guint) MIN (BATCH, end - first));
}

static void
add_up (BwCounts *counts, Worker *worker)
{
  gsize n = counts->n_folds * counts->n_groups;

  for (gsize g = 0; worker->lanes != NULL && g < n; g++)
    for (guint lane = 0; lane < LANES; lane++)
      for (guint say = 0; say < BW_COUNTS_SAYS; say++)
        counts->tallies[g][say] += worker->lanes[g * LANES + lane][say];
  bw_large_free (worker->lanes);
  g_free (worker->codes);
}

static void
count (BwCounts *counts, gsize n_rows)
{
  g_autofree Worker *workers = g_new0 (Worker, bw_thread_count ());
  Work work = { counts, workers, n_rows };

  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), NULL, count_block_cb, &work);
  for (int w = 0; w < bw_thread_count (); w++)
    add_up (counts, &workers[w]);
}

/* --- Public -----------------------------------------------------------------------------------
 */

BwCounts *
bw_counts_new (const BwFolding *folds, guint n_folds, const BwLayout *layouts, guint n_layouts)
{
  BwCounts *counts = g_new0 (BwCounts, 1);

  counts->folds = g_new (BwFolding, n_folds + 1);
  counts->cohorts = g_array_new (FALSE, FALSE, sizeof (Cohort));
  counts->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  for (guint f = 0; f < n_folds; f++)
    if (is_counted (&folds[f])) {
      counts->folds[counts->n_folds] = folds[f];
      add_to_cohort (counts, counts->n_folds++);
    }
  choose_tables (counts, layouts, n_layouts);
  counts->tallies = g_new0 (BwTallies, counts->n_folds * counts->n_groups + 1);
  if (counts->n_folds > 0) {
    counts->rows = folds[0].rows;
    count (counts, folds[0].ledger->n_rows);
  }
  return counts;
}

void
bw_counts_free (BwCounts *counts)
{
  for (guint c = 0; c < counts->cohorts->len; c++)
    g_array_unref (g_array_index (counts->cohorts, Cohort, c).members);
  for (guint t = 0; t < counts->tables->len; t++)
    g_array_unref (g_array_index (counts->tables, Table, t).groupings);
  g_array_unref (counts->cohorts);
  g_array_unref (counts->tables);
  g_free (counts->folds);
  g_free (counts->tallies);
  g_free (counts);
}

/* Groups of the table to groups of the layout: member = group / step % n. */
typedef struct {
  const Table *table;
  guint step;
  guint n;
} Way;

/* The first grouping of a table is the most significant. */
static gboolean
find_member (const Table *table, const BwGrouping *grouping, Way *way)
{
  guint step = 1;

  for (guint g = table->groupings->len; g-- > 0;) {
    const BwGrouping *other = g_array_index (table->groupings, const BwGrouping *, g);
    if (other == grouping) {
      *way = (Way) { table, step, grouping->n };
      return TRUE;
    }
    step *= other->n;
  }
  return FALSE;
}

static gboolean
find_way (const BwCounts *counts, const BwLayout *layout, Way *way)
{
  for (guint t = 0; t < counts->tables->len; t++) {
    const Table *table = &g_array_index (counts->tables, Table, t);
    if (table->placer != layout->placer)
      continue;
    if (layout->grouping != NULL && find_member (table, layout->grouping, way))
      return TRUE;
    if (layout->grouping == NULL) {
      *way = (Way) { table, 1, layout->placer->n };
      return TRUE;
    }
  }
  return FALSE;
}

static int
find_fold (const BwCounts *counts, const BwMeasure *measure)
{
  for (guint f = 0; f < counts->n_folds; f++)
    if (counts->folds[f].measure == measure)
      return (int) f;
  return -1;
}

BwTallies *
bw_counts_get (const BwCounts *counts, const BwMeasure *measure, const BwLayout *layout)
{
  int fold = find_fold (counts, measure);
  const BwTallies *from;
  BwTallies *to;
  Way way;

  if (fold < 0 || !find_way (counts, layout, &way) ||
      (measure->metric->fold == BW_FOLD_STOCK && layout->placer->n > 1))
    return NULL;
  from = counts->tallies + (gsize) fold * counts->n_groups + way.table->start;
  to = g_new0 (BwTallies, way.n);
  for (guint g = 0; g < way.table->n; g++)
    for (guint say = 0; say < BW_COUNTS_SAYS - 1; say++)
      to[g / way.step % way.n][say] += from[g][say];
  return to;
}
