/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are counted for many measures in one walk, against a plain loop for each. */
#include "bw-counts.h"
#include "bw-joint.h"

#define N_MEASURES 8
#define N_SPLITS 4

/* Dimensions of all widths of codes; the first ones are counted as one, the last is too wide. */
static const guint members[N_SPLITS] = { 5, 7, 300, 70000 };

static const BwMetric metrics[N_MEASURES] = {
  { .id = "count", .fold = BW_FOLD_COUNT },
  { .id = "share", .fold = BW_FOLD_SHARE },
  { .id = "nps", .fold = BW_FOLD_NPS },
  { .id = "stock", .fold = BW_FOLD_STOCK, .until = BW_WHEN_LEFT },
  { .id = "mean", .fold = BW_FOLD_MEAN },
  { .id = "share-2", .fold = BW_FOLD_SHARE },
  { .id = "nps-2", .fold = BW_FOLD_NPS },
  { .id = "share-3", .fold = BW_FOLD_SHARE },
};

typedef struct {
  BwLedger ledger;
  BwMeasure measures[N_MEASURES];
  gint32 *created;
  gint32 *solved;
  BwColumn *columns[N_SPLITS];
  BwGrouping groupings[N_SPLITS];
  BwBits *rows;
  BwPlacer axis;
  BwPlacer period;
} World;

static gint32
random_time (GRand *rand, const World *world, gsize row, gboolean in_order)
{
  gint64 from = world->axis.from - 86400;
  gint64 span = world->axis.span + 2 * 86400;
  if (g_rand_int_range (rand, 0, 20) == 0)
    return BW_MISSING;
  return (gint32) (from + (in_order ? span * (gint64) row / (gint64) world->ledger.n_rows
                                    : (gint64) (g_rand_double (rand) * (double) span)));
}

static BwColumn *
random_column (GRand *rand, gsize n_rows, guint n_members)
{
  BwColumn *column =
      bw_column_new (BW_FIELD_TEAM, "x", 0, bw_store_for_codes (n_members - 1), n_rows);
  for (gsize row = 0; row < n_rows; row++) {
    guint32 code = (guint32) g_rand_int_range (rand, 0, (int) n_members);
    if (column->store == BW_STORE_CODE8)
      ((guint8 *) column->values)[row] = (guint8) code;
    else if (column->store == BW_STORE_CODE16)
      ((guint16 *) column->values)[row] = (guint16) code;
    else
      ((guint32 *) column->values)[row] = code;
  }
  return column;
}

static void
init_places (World *world)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) year = bw_period_parse ("2024", zone, 1, 0, NULL);
  g_autoptr (BwPeriod) month = bw_period_parse ("2024-03", zone, 1, 0, NULL);
  g_autoptr (BwAxis) months = bw_axis_new (year, BW_GRAIN_MONTH);
  g_autoptr (BwAxis) single = bw_axis_new_single (month);
  bw_placer_init (&world->axis, months);
  bw_placer_init (&world->period, single);
}

static void
init_measures (World *world, GRand *rand)
{
  gsize n_rows = world->ledger.n_rows;
  for (guint m = 0; m < N_MEASURES; m++) {
    world->measures[m].metric = &metrics[m];
    world->measures[m].says = g_new (gint8, n_rows + 1);
    for (gsize row = 0; row < n_rows; row++)
      world->measures[m].says[row] =
          (gint8) g_rand_int_range (rand, -4, metrics[m].fold == BW_FOLD_NPS ? 3 : 2);
  }
}

static void
init (World *world, GRand *rand, gsize n_rows, gboolean in_order, gboolean filtered)
{
  *world = (World) { .ledger = { .n_rows = n_rows } };
  init_places (world);
  init_measures (world, rand);
  world->created = g_new (gint32, n_rows + 1);
  world->solved = g_new (gint32, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++) {
    world->created[row] = random_time (rand, world, row, in_order);
    world->solved[row] = in_order && world->created[row] != BW_MISSING && row / 10000 % 2 == 0
                             ? world->created[row] + g_rand_int_range (rand, -86400, 9 * 86400)
                             : random_time (rand, world, row, FALSE);
  }
  world->ledger.whens[BW_WHEN_CREATED] = world->created;
  world->ledger.whens[BW_WHEN_LEFT] = world->solved;
  for (guint s = 0; s < N_SPLITS; s++) {
    world->columns[s] = random_column (rand, n_rows, members[s]);
    world->groupings[s] = (BwGrouping) { .column = world->columns[s], .n = members[s] };
  }
  world->rows = filtered ? bw_bits_new (n_rows, FALSE) : NULL;
  for (gsize row = 0; filtered && row < n_rows; row++)
    bw_bits_set (world->rows, row, g_rand_int_range (rand, 0, 3) == 0 && row / 100 % 3 > 0);
}

static void
clear (World *world)
{
  for (guint m = 0; m < N_MEASURES; m++)
    g_free (world->measures[m].says);
  for (guint s = 0; s < N_SPLITS; s++)
    bw_column_free (world->columns[s]);
  g_free (world->created);
  g_free (world->solved);
  g_clear_pointer (&world->rows, bw_bits_free);
  bw_placer_clear (&world->axis);
  bw_placer_clear (&world->period);
}

static gboolean
is_in (const World *world, const BwFolding *fold, const BwPlacer *placer, guint period, gsize row)
{
  gint32 when = fold->when[row];
  gint64 end = placer->from + placer->bounds[period + 1];
  if (when == BW_MISSING || (world->rows && !bw_bits_has (world->rows, row)))
    return FALSE;
  if (fold->measure->metric->fold != BW_FOLD_STOCK)
    return bw_placer_find (placer, when) == (int) period;
  return when < end && (world->solved[row] == BW_MISSING || world->solved[row] >= end);
}

static void
assert_counted (const World *world,
                const BwCounts *counts,
                const BwFolding *fold,
                const BwLayout *layout)
{
  guint n_members = bw_layout_get_n_members (layout);
  gsize n_groups = (gsize) layout->placer->n * n_members;
  g_autofree BwTallies *got = bw_counts_get (counts, fold->measure, layout);
  g_autofree BwTallies *expected = g_new0 (BwTallies, n_groups);
  gboolean counted = fold->measure->metric->fold != BW_FOLD_MEAN && n_members < 10000;
  g_assert_cmpint (got != NULL, ==, counted);
  if (!got)
    return;
  for (gsize row = 0; row < world->ledger.n_rows; row++) {
    guint member = layout->grouping ? bw_column_code (layout->grouping->column, row) : 0;
    for (guint p = 0; p < layout->placer->n && fold->measure->says[row] >= 0; p++)
      if (is_in (world, fold, layout->placer, p, row))
        expected[(gsize) p * n_members + member][fold->measure->says[row]]++;
  }
  for (gsize g = 0; g < n_groups; g++)
    for (guint say = 0; say < 3; say++)
      g_assert_cmpuint (got[g][say], ==, expected[g][say]);
}

static void
make_stretches (BwLedger *ledger)
{
  for (int w = 0; w < BW_WHEN_LAST; w++)
    if (ledger->whens[w])
      ledger->stretches[w] = bw_stretches_new (ledger->whens[w], ledger->n_rows);
}

/* stretches: the ledger tells between which moments its rows are; joint: dimensions go together. */
static void
check (GRand *rand,
       gsize n_rows,
       gboolean in_order,
       gboolean filtered,
       gboolean stretches,
       gboolean joint)
{
  World world;
  BwFolding folds[N_MEASURES];
  BwLayout layouts[2 + N_SPLITS] = { { 0 } };
  init (&world, rand, n_rows, in_order, filtered);
  if (stretches)
    make_stretches (&world.ledger);
  g_autoptr (GPtrArray) joints = joint ? bw_joints_new (world.groupings, N_SPLITS, n_rows) : NULL;
  for (guint m = 0; m < N_MEASURES; m++)
    folds[m] = (BwFolding) { .ledger = &world.ledger,
                             .measure = &world.measures[m],
                             .when = m == 1 ? world.solved : world.created,
                             .rows = world.rows,
                             .joints = joints };
  layouts[0].placer = &world.axis;
  layouts[1].placer = &world.period;
  for (guint s = 0; s < N_SPLITS; s++)
    layouts[2 + s] = (BwLayout) { .placer = &world.period, .grouping = &world.groupings[s] };
  BwCounts *counts = bw_counts_new (folds, N_MEASURES, layouts, G_N_ELEMENTS (layouts));
  for (guint m = 0; m < N_MEASURES; m++)
    for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
      assert_counted (&world, counts, &folds[m], &layouts[l]);
  bw_counts_free (counts);
  for (int w = 0; w < BW_WHEN_LAST; w++)
    g_free (world.ledger.stretches[w]);
  clear (&world);
}

static void
test_counts (void)
{
  static const gsize sizes[] = { 1, 63, 64, 2047, 2049, 20000, 70001 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int way = 0; way < 16; way++)
      check (rand, sizes[i], way & 1, way & 2, way & 4, way & 8);
}

static void
test_nothing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (37);
  check (rand, 0, FALSE, FALSE, TRUE, TRUE);
}

int
main (int argc, char **argv)
{
  g_setenv ("BELLWETHER_THREADS", "3", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/counts/plain", test_counts);
  g_test_add_func ("/counts/nothing", test_nothing);
  return g_test_run ();
}
