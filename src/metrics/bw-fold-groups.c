/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds that need all values of a group together: ages of what is there at the end of a period, and
 * how many different people there are. */
#include "config.h"

#include "bw-fold.h"
#include "bw-statistics.h"
#include <math.h>
#include <stdlib.h>

#define LEVEL 0.95

/* A value of a group, the group above so that sorting brings a group's values together. */
typedef guint64 Item;

static inline Item
make_item (gsize group, guint32 value)
{
  return (guint64) group << 32 | value;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  Item one = *(const Item *) a;
  Item other = *(const Item *) b;

  return one < other ? -1 : one > other;
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

/* At the end of each period at which it is there, with its age. */
static void
add_ages (GArray *items, const BwFolding *fold, const BwLayout *layout, gsize row)
{
  const BwPlacer *placer = layout->placer;
  gint32 when = fold->when[row];
  gint32 until = fold->ledger->whens[fold->measure->metric->until][row];
  guint enter = bw_placer_find_clamped (placer, when);
  guint leave = until == BW_MISSING ? placer->n : bw_placer_find_clamped (placer, until);

  for (guint p = enter; p < leave; p++)
    add_members (items, layout, row, p,
                 (guint32) (placer->from + placer->bounds[p + 1] - (gint64) when));
}

static void
add_person (GArray *items, const BwFolding *fold, const BwLayout *layout, gsize row)
{
  int period = bw_placer_find (layout->placer, fold->when[row]);

  if (period >= 0 && fold->ledger->people[row] != 0)
    add_members (items, layout, row, (guint) period, fold->ledger->people[row]);
}

static GArray *
collect (const BwFolding *fold, const BwLayout *layout)
{
  gboolean ages = fold->measure->metric->fold == BW_FOLD_AGES;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (gsize row = 0; row < fold->ledger->n_rows; row++) {
    if (bw_measure_get (fold->measure, row) < 0 || fold->when[row] == BW_MISSING ||
        (fold->rows != NULL && !bw_bits_has (fold->rows, row)))
      continue;
    if (ages)
      add_ages (items, fold, layout, row);
    else
      add_person (items, fold, layout, row);
  }
  if (items->len > 1)
    qsort (items->data, items->len, sizeof (Item), compare_items);
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
fold_layout (const BwFolding *fold, BwLayout *layout)
{
  gsize n_groups = (gsize) layout->placer->n * bw_layout_get_n_members (layout);
  gboolean ages = fold->measure->metric->fold == BW_FOLD_AGES;
  g_autoptr (GArray) items = collect (fold, layout);
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
  for (guint l = 0; l < n_layouts; l++)
    fold_layout (fold, &layouts[l]);
}
