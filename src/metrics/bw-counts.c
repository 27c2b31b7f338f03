/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of rows are shared out to the threads, each with tables of its own that are added up at
 * the end. Within a block a batch of rows stays in the nearest cache for all measures. */
#include "config.h"

#include "bw-counts-private.h"
#include "bw-parallel.h"

#define BLOCK 16384
#define MAX_GROUPS 4096 /* of a table */

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

static gboolean
is_table (const BwLayout *walked)
{
  const BwGrouping *grouping = walked->grouping;

  if (bw_layout_get_n_groups (walked) > MAX_GROUPS)
    return FALSE;
  return grouping == NULL ||
         (walked->placer->n == 1 && grouping->column != NULL && grouping->starts == NULL);
}

static void
choose_tables (BwCounts *counts, const GPtrArray *joints, const BwLayout *layouts, guint n_layouts)
{
  g_autofree BwLayout *walked = g_new (BwLayout, n_layouts + 1);

  counts->layouts = g_memdup2 (layouts, n_layouts * sizeof *layouts);
  counts->n_layouts = n_layouts;
  counts->ways = g_new (BwWay, n_layouts + 1);
  counts->n_tables = bw_joints_plan (joints, layouts, n_layouts, walked, counts->ways);
  counts->tables = g_new0 (BwCountsTable, counts->n_tables + 1);
  for (guint t = 0; t < counts->n_tables; t++) {
    BwCountsTable *table = &counts->tables[t];
    table->walked = walked[t];
    table->n = is_table (&walked[t]) ? (guint) bw_layout_get_n_groups (&walked[t]) : 0;
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
  counts->packs = g_array_new (FALSE, FALSE, sizeof (BwCountsPack));
  for (guint f = 0; f < n_folds; f++)
    if (is_counted (&folds[f])) {
      counts->folds[counts->n_folds] = folds[f];
      add_to_cohort (counts, counts->n_folds++);
    }
  choose_tables (counts, n_folds > 0 ? folds[0].joints : NULL, layouts, n_layouts);
  bw_counts_pack (counts);
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
  g_array_unref (counts->cohorts);
  g_array_unref (counts->packs);
  g_free (counts->tables);
  g_free (counts->layouts);
  g_free (counts->ways);
  g_free (counts->folds);
  g_free (counts->tallies);
  g_free (counts);
}

static int
find_fold (const BwCounts *counts, const BwMeasure *measure)
{
  for (guint f = 0; f < counts->n_folds; f++)
    if (counts->folds[f].measure == measure)
      return (int) f;
  return -1;
}

/* NULL when it is no layout of these counts. */
static const BwWay *
find_way (const BwCounts *counts, const BwLayout *layout)
{
  for (guint l = 0; l < counts->n_layouts; l++)
    if (counts->layouts[l].placer == layout->placer &&
        counts->layouts[l].grouping == layout->grouping)
      return &counts->ways[l];
  return NULL;
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
  const BwWay *way = find_way (counts, layout);
  const BwCountsTable *table = way != NULL ? &counts->tables[way->walked] : NULL;
  const BwTallies *from;
  BwTallies *to;

  if (fold < 0 || table == NULL || table->n == 0)
    return NULL;
  from = counts->tallies + (gsize) fold * counts->n_groups + table->start;
  to = g_new0 (BwTallies, way->n);
  for (guint g = 0; g < table->n; g++)
    for (guint say = 0; say < BW_COUNTS_SAYS - 1; say++)
      to[g / way->step % way->n][say] += from[g][say];
  if (measure->metric->fold == BW_FOLD_STOCK && layout->placer->n > 1)
    add_steps (to, way->n);
  return to;
}
