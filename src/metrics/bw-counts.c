/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of rows are shared out to the threads, each with tables of its own that are added up at
 * the end. Within a block a batch of rows stays in the nearest cache for all measures. */
#include "config.h"

#include "bw-counts-private.h"
#include "bw-parallel.h"

#define BLOCK 16384
#define MAX_GROUPS 4096 /* of a table */
#define MAX_JOINT 512   /* of dimensions that are counted as one */

typedef struct {
  BwCounts *counts;
  BwCountsWorker **workers;
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
    BwCohort *cohort = &g_array_index (counts->cohorts, BwCohort, c);
    if (cohort->when == fold->when && cohort->until == until) {
      g_array_append_val (cohort->members, index);
      return;
    }
  }
  BwCohort cohort = { fold->when, until, g_array_new (FALSE, FALSE, sizeof (guint)),
                      bw_ledger_get_stretches (fold->ledger, fold->when),
                      bw_ledger_get_stretches (fold->ledger, until) };
  g_array_append_val (cohort.members, index);
  g_array_append_val (counts->cohorts, cohort);
}

static BwCountsTable *
add_table (BwCounts *counts, const BwPlacer *placer, guint n)
{
  BwCountsTable table = { placer, g_array_new (FALSE, FALSE, sizeof (const BwGrouping *)), n, 0 };

  g_array_append_val (counts->tables, table);
  return &g_array_index (counts->tables, BwCountsTable, counts->tables->len - 1);
}

static gboolean
is_joinable (const BwCountsTable *table, const BwPlacer *placer, guint n)
{
  return table->groupings->len > 0 && table->placer == placer &&
         (guint64) table->n * n <= MAX_JOINT;
}

/* A dimension of one period, in a table of its own or with others. */
static void
add_grouping (BwCounts *counts, const BwLayout *layout)
{
  const BwGrouping *grouping = layout->grouping;
  BwCountsTable *found = NULL;

  if (layout->placer->n != 1 || grouping->starts != NULL || grouping->n > MAX_GROUPS)
    return;
  for (guint t = 0; t < counts->tables->len && found == NULL; t++) {
    BwCountsTable *table = &g_array_index (counts->tables, BwCountsTable, t);
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
    if (g_array_index (counts->tables, BwCountsTable, t).placer == placer)
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
    BwCountsTable *table = &g_array_index (counts->tables, BwCountsTable, t);
    table->start = counts->n_groups;
    counts->n_groups += table->n + 1; /* and rows in no period */
  }
}

/* --- The walk -----------------------------------------------------------------------------------
 */

static void
count_block_cb (guint block, int worker, gpointer user_data)
{
  Work *work = user_data;
  gsize end = MIN (work->n_rows, ((gsize) block + 1) * BLOCK);

  if (work->workers[worker] == NULL)
    work->workers[worker] = bw_counts_worker_new (work->counts);
  for (gsize first = (gsize) block * BLOCK; first < end; first += BW_STRETCH_ROWS)
    bw_counts_worker_count (work->workers[worker], first,
                            (guint) MIN (BW_STRETCH_ROWS, end - first));
}

static void
count (BwCounts *counts, gsize n_rows)
{
  g_autofree BwCountsWorker **workers = g_new0 (BwCountsWorker *, bw_thread_count ());
  Work work = { counts, workers, n_rows };

  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), NULL, count_block_cb, &work);
  for (int w = 0; w < bw_thread_count (); w++)
    if (workers[w] != NULL)
      bw_counts_worker_finish (workers[w], counts->tallies);
}

/* --- Public -----------------------------------------------------------------------------------
 */

BwCounts *
bw_counts_new (const BwFolding *folds, guint n_folds, const BwLayout *layouts, guint n_layouts)
{
  BwCounts *counts = g_new0 (BwCounts, 1);

  counts->folds = g_new (BwFolding, n_folds + 1);
  counts->cohorts = g_array_new (FALSE, FALSE, sizeof (BwCohort));
  counts->tables = g_array_new (FALSE, FALSE, sizeof (BwCountsTable));
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
    g_array_unref (g_array_index (counts->cohorts, BwCohort, c).members);
  for (guint t = 0; t < counts->tables->len; t++)
    g_array_unref (g_array_index (counts->tables, BwCountsTable, t).groupings);
  g_array_unref (counts->cohorts);
  g_array_unref (counts->tables);
  g_free (counts->folds);
  g_free (counts->tallies);
  g_free (counts);
}

/* Groups of the table to groups of the layout: member = group / step % n. */
typedef struct {
  const BwCountsTable *table;
  guint step;
  guint n;
} Way;

/* The first grouping of a table is the most significant. */
static gboolean
find_member (const BwCountsTable *table, const BwGrouping *grouping, Way *way)
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
    const BwCountsTable *table = &g_array_index (counts->tables, BwCountsTable, t);
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

/* What comes and goes in each period, summed up. */
static void
add_steps (BwTallies *tallies, guint n)
{
  for (guint p = 1; p < n; p++)
    for (guint say = 0; say < BW_COUNTS_SAYS; say++)
      tallies[p][say] += tallies[p - 1][say];
}

BwTallies *
bw_counts_get (const BwCounts *counts, const BwMeasure *measure, const BwLayout *layout)
{
  int fold = find_fold (counts, measure);
  const BwTallies *from;
  BwTallies *to;
  Way way;

  if (fold < 0 || !find_way (counts, layout, &way))
    return NULL;
  from = counts->tallies + (gsize) fold * counts->n_groups + way.table->start;
  to = g_new0 (BwTallies, way.n);
  for (guint g = 0; g < way.table->n; g++)
    for (guint say = 0; say < BW_COUNTS_SAYS - 1; say++)
      to[g / way.step % way.n][say] += from[g][say];
  if (measure->metric->fold == BW_FOLD_STOCK && layout->placer->n > 1)
    add_steps (to, way.n);
  return to;
}
