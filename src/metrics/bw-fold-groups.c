/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds that need all values of a group together: ages of what is there at the end of a period, and
 * how many different people there are. */
#include "config.h"

#include "bw-sort.h"
#include "bw-statistics.h"
#include "bw-walk.h"
#include <math.h>

#define LEVEL 0.95

/* A row that comes into question, and the periods of a placer at whose ends it is there: enter ..
 * leave - 1; of people the only period. */
typedef struct {
  guint32 row;
  guint16 enter;
  guint16 leave;
} Stay;

/* A value of a group, the group above so that sorting brings a group's values together. */
typedef guint64 Item;

static inline Item
make_item (gsize group, guint32 value)
{
  return (guint64) group << 32 | value;
}

static void
add_members (GArray *items, const BwLayout *layout, gsize row, guint period, guint32 value)
{
  const BwGrouping *grouping = layout->grouping;
  gsize first = (gsize) period * bw_layout_get_n_members (layout);
  guint32 code;
  Item item;

  if (grouping == NULL || grouping->column == NULL) {
    item = make_item (first, value);
    g_array_append_val (items, item);
    return;
  }
  code = bw_column_code (grouping->column, row);
  if (grouping->starts == NULL) {
    item = make_item (first + code, value);
    g_array_append_val (items, item);
    return;
  }
  for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++) {
    item = make_item (first + grouping->tags[t], value);
    g_array_append_val (items, item);
  }
}

/* --- Which rows -------------------------------------------------------------------------------
 */

static void
find_person (GArray *stays, const BwFolding *fold, const BwPlacer *placer, guint32 row)
{
  int period = bw_placer_find (placer, fold->when[row]);
  Stay stay = { row, (guint16) period, (guint16) (period + 1) };

  if (period >= 0 && fold->ledger->people[row] != 0)
    g_array_append_val (stays, stay);
}

static void
collect_people (GArray *stays, const BwFolding *fold, const BwPlacer *placer)
{
  BwLayout layout = { .placer = placer };
  BwWalker walker;
  BwBatch batch;

  bw_walker_init (&walker, fold, &layout, 1);
  while (bw_walker_take (&walker, &batch))
    for (guint i = 0; i < batch.n; i++)
      find_person (stays, fold, placer, batch.rows[i]);
}

/* Most are gone before the period ends. */
static void
collect_ages (GArray *stays, const BwFolding *fold, const BwPlacer *placer)
{
  const BwLedger *ledger = fold->ledger;
  const gint32 *until = bw_folding_get_until (fold);
  const BwStretch *comes = bw_ledger_get_stretches (ledger, fold->when);
  const BwStretch *goes = bw_ledger_get_stretches (ledger, until);
  guint32 enters[BW_STRETCH_ROWS];
  guint32 leaves[BW_STRETCH_ROWS];

  for (gsize first = 0; first < ledger->n_rows; first += BW_STRETCH_ROWS) {
    guint n = (guint) MIN (BW_STRETCH_ROWS, ledger->n_rows - first);
    BwStays batch = { fold->when + first, until + first,
                      bw_stretches_get (comes, fold->when, first, n),
                      bw_stretches_get (goes, until, first, n) };
    if (!bw_placer_find_stays (placer, &batch, n, enters, leaves))
      continue;
    for (guint i = 0; i < n; i++)
      if (enters[i] < leaves[i] && fold->measure->says[first + i] >= 0 &&
          (fold->rows == NULL || bw_bits_has (fold->rows, first + i))) {
        Stay stay = { (guint32) (first + i), (guint16) enters[i], (guint16) leaves[i] };
        g_array_append_val (stays, stay);
      }
  }
}

/* Of Stay: the layouts of one placer share them. */
static GArray *
collect_stays (const BwFolding *fold, const BwPlacer *placer)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (Stay));

  if (fold->measure->metric->fold == BW_FOLD_AGES)
    collect_ages (stays, fold, placer);
  else
    collect_people (stays, fold, placer);
  return stays;
}

/* --- Their values -----------------------------------------------------------------------------
 */

/* At the end of each period at which it is there, with its age. */
static void
add_ages (GArray *items, const BwFolding *fold, const BwLayout *layout, const Stay *stay)
{
  const BwPlacer *placer = layout->placer;
  gint64 when = fold->when[stay->row];

  for (guint p = stay->enter; p < stay->leave; p++)
    add_members (items, layout, stay->row, p,
                 (guint32) (placer->from + placer->bounds[p + 1] - when));
}

static GArray *
collect (const BwFolding *fold, const BwLayout *layout, const GArray *stays)
{
  gboolean ages = fold->measure->metric->fold == BW_FOLD_AGES;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < stays->len; i++) {
    const Stay *stay = &g_array_index (stays, Stay, i);
    if (ages)
      add_ages (items, fold, layout, stay);
    else
      add_members (items, layout, stay->row, stay->enter, fold->ledger->people[stay->row]);
  }
  bw_sort_words ((Item *) (gpointer) items->data, items->len);
  return items;
}

static void
finish_ages (const BwFolding *fold, const Item *items, gsize n, BwCell *cell, double *variance)
{
  g_autofree double *ages = g_new (double, n);
  double deviation;
  gsize low, high;

  for (gsize i = 0; i < n; i++)
    ages[i] = (guint32) items[i];
  cell->n = (gint64) n;
  cell->mean = bw_mean (ages, n);
  cell->median = bw_quantile_sorted (ages, n, 0.5);
  cell->p90 = bw_quantile_sorted (ages, n, 0.9);
  cell->min = ages[0];
  cell->max = ages[n - 1];
  deviation = bw_standard_deviation (ages, n);
  *variance = deviation * deviation;
  cell->value = fold->statistic == BW_STATISTIC_MEAN ? cell->mean : cell->median;
  if (fold->statistic == BW_STATISTIC_MEAN) {
    BwInterval interval = bw_student (cell->mean, deviation, n, LEVEL);
    cell->low = interval.low;
    cell->high = interval.high;
  } else if (bw_quantile_ranks (n, 0.5, LEVEL, &low, &high)) {
    cell->low = ages[low];
    cell->high = ages[high];
  }
}

static void
finish_people (const Item *items, gsize n, BwCell *cell)
{
  for (gsize i = 0; i < n; i++)
    cell->n += i == 0 || items[i] != items[i - 1];
  cell->value = (double) cell->n;
}

static void
fold_layout (const BwFolding *fold, BwLayout *layout, const GArray *stays)
{
  gsize n_groups = (gsize) layout->placer->n * bw_layout_get_n_members (layout);
  gboolean ages = fold->measure->metric->fold == BW_FOLD_AGES;
  g_autoptr (GArray) items = collect (fold, layout, stays);
  const Item *all = (const Item *) (gpointer) items->data;
  gsize at = 0;

  layout->cells = g_new (BwCell, n_groups);
  layout->squares = g_new (double, n_groups);
  for (gsize g = 0; g < n_groups; g++) {
    gsize first = at;
    layout->cells[g] = BW_CELL_NONE;
    layout->squares[g] = NAN;
    while (at < items->len && all[at] >> 32 == g)
      at++;
    if (!ages)
      finish_people (all + first, at - first, &layout->cells[g]);
    else if (at > first)
      finish_ages (fold, all + first, at - first, &layout->cells[g], &layout->squares[g]);
  }
}

void
bw_fold_groups (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autoptr (GArray) stays = NULL;

  for (guint l = 0; l < n_layouts; l++) {
    if (l == 0 || layouts[l].placer != layouts[l - 1].placer) {
      g_clear_pointer (&stays, g_array_unref);
      stays = collect_stays (fold, layouts[l].placer);
    }
    fold_layout (fold, &layouts[l], stays);
  }
}
