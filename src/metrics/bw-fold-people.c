/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many different people there are. */
#include "config.h"

#include "bw-sort.h"
#include "bw-walk.h"
#include <math.h>

/* A person in a group, the group above so that sorting brings a group's people together. */
typedef guint64 Item;

/* A row that comes into question, and its period. */
typedef struct {
  guint32 row;
  guint32 period;
} Visit;

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

static void
find_person (GArray *visits, const BwFolding *fold, const BwPlacer *placer, guint32 row)
{
  int period = bw_placer_find (placer, fold->when[row]);
  Visit visit = { row, (guint32) period };

  if (period >= 0 && fold->ledger->people[row] != 0)
    g_array_append_val (visits, visit);
}

/* Of Visit: the layouts of one placer share them. */
static GArray *
collect_visits (const BwFolding *fold, const BwPlacer *placer)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  BwLayout layout = { .placer = placer };
  BwWalker walker;
  BwBatch batch;

  bw_walker_init (&walker, fold, &layout, 1);
  while (bw_walker_take (&walker, &batch))
    for (guint i = 0; i < batch.n; i++)
      find_person (visits, fold, placer, batch.rows[i]);
  return visits;
}

static GArray *
collect (const BwFolding *fold, const BwLayout *layout, const GArray *visits)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < visits->len; i++) {
    const Visit *visit = &g_array_index (visits, Visit, i);
    add_members (items, layout, visit->row, visit->period, fold->ledger->people[visit->row]);
  }
  bw_sort_words ((Item *) (gpointer) items->data, items->len);
  return items;
}

static void
finish_people (const Item *items, gsize n, BwCell *cell)
{
  for (gsize i = 0; i < n; i++)
    cell->n += i == 0 || items[i] != items[i - 1];
  cell->value = (double) cell->n;
}

static void
fold_layout (const BwFolding *fold, BwLayout *layout, const GArray *visits)
{
  gsize n_groups = (gsize) layout->placer->n * bw_layout_get_n_members (layout);
  g_autoptr (GArray) items = collect (fold, layout, visits);
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
    finish_people (all + first, at - first, &layout->cells[g]);
  }
}

void
bw_fold_people (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  g_autoptr (GArray) visits = NULL;

  for (guint l = 0; l < n_layouts; l++) {
    if (l == 0 || layouts[l].placer != layouts[l - 1].placer) {
      g_clear_pointer (&visits, g_array_unref);
      visits = collect_visits (fold, layouts[l].placer);
    }
    fold_layout (fold, &layouts[l], visits);
  }
}
