/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between which moments stretches of rows are, and periods of many moments at once. */
#include "bw-stretch.h"
#include "bw-within.h"

#define N (3 * BW_STRETCH_ROWS + 5)

static void
test_times (void)
{
  static const struct {
    gint32 times[4];
    BwStretch stretch;
  } rows[] = {
    { { 5, 3, 9, 4 }, { 3, 9, FALSE } },
    { { 5, BW_MISSING, 9, 4 }, { 4, 9, TRUE } },
    { { -7, -7, -7, -7 }, { -7, -7, FALSE } },
    { { BW_MISSING, BW_MISSING, BW_MISSING, BW_MISSING }, { G_MAXINT32, G_MININT32, TRUE } },
    { { G_MAXINT32, BW_MISSING, G_MININT32 + 1, 0 }, { G_MININT32 + 1, G_MAXINT32, TRUE } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    BwStretch found = bw_stretch_find (rows[i].times, 4);
    g_assert_cmpint (found.earliest, ==, rows[i].stretch.earliest);
    g_assert_cmpint (found.latest, ==, rows[i].stretch.latest);
    g_assert_cmpint (found.any_missing, ==, rows[i].stretch.any_missing);
  }
}

static gboolean
is_within (gint32 when, const gint32 *until, gint64 from, gint64 to)
{
  if (when == BW_MISSING || when >= to)
    return FALSE;
  return when >= from || (until && (*until == BW_MISSING || *until >= from));
}

/* Rows are 10 seconds apart and gone after as many as 9 of them; the second stretch has no time at
 * all. stretches: the ledger tells between which moments its rows are. */
static void
check_within (gint64 from, gint64 to, gboolean stocks, gboolean filtered, gboolean stretches)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);
  BwLedger ledger = { .n_rows = N };
  gint64 bounds[2] = { 0, to - from };
  BwPlacer placer = { .from = from, .span = to - from, .n = 1, .bounds = bounds };
  g_autofree gint32 *when = g_new (gint32, N);
  g_autofree gint32 *until = g_new (gint32, N);
  g_autoptr (BwBits) wanted = bw_bits_new (N, FALSE);
  for (gsize row = 0; row < N; row++) {
    when[row] = row / BW_STRETCH_ROWS == 1 ? BW_MISSING : (gint32) (10 * row);
    until[row] =
        row % 50 == 0 ? BW_MISSING : (gint32) (10 * row) + g_rand_int_range (rand, -30, 90);
    bw_bits_set (wanted, row, g_rand_boolean (rand));
  }
  ledger.whens[BW_WHEN_CREATED] = when;
  ledger.whens[BW_WHEN_LEFT] = until;
  if (stretches) {
    ledger.stretches[BW_WHEN_CREATED] = bw_stretches_new (when, N);
    ledger.stretches[BW_WHEN_LEFT] = bw_stretches_new (until, N);
  }
  g_autoptr (BwBits) rows = bw_within_new (&ledger, when, stocks ? until : NULL,
                                          filtered ? wanted : NULL, &placer);
  for (gsize row = 0; row < N; row++)
    g_assert_cmpint (bw_bits_has (rows, row), ==,
                     is_within (when[row], stocks ? &until[row] : NULL, from, to) &&
                         (!filtered || bw_bits_has (wanted, row)));
  for (int w = 0; w < BW_WHEN_LAST; w++)
    g_free (ledger.stretches[w]);
}

static void
test_within (void)
{
  static const struct {
    gint64 from, to;
  } rows[] = {
    { -100, 0 },
    { -100, 1 },
    { 5, 10 * (N - 1) },
    { 10 * BW_STRETCH_ROWS, 10 * BW_STRETCH_ROWS + 10 },
    { 10 * 2 * BW_STRETCH_ROWS + 70, 10 * 2 * BW_STRETCH_ROWS + 500 },
    { 10 * N, (gint64) G_MAXINT32 + 10 },
    { (gint64) G_MININT32 - 10, (gint64) G_MAXINT32 + 10 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int way = 0; way < 8; way++)
      check_within (rows[i].from, rows[i].to, way & 1, way & 2, way & 4);
}

/* Times around the edges of some neighbouring periods, and of all. */
static void
assert_places (const BwPlacer *placer, guint n_neighbours)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  gint32 times[1000];
  guint32 periods[G_N_ELEMENTS (times)];
  guint n_within = 0;
  guint start = (guint) g_rand_int_range (rand, 0, (int) placer->n + 1);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    guint period = start + (guint) g_rand_int_range (rand, 0, (int) n_neighbours);
    gint64 edge =
        placer->from + placer->bounds[MIN (period, placer->n)] + g_rand_int_range (rand, -2, 3);
    times[i] = i % 7 == 0 ? BW_MISSING
               : i % 7 == 1 && n_neighbours > placer->n
                   ? (gint32) g_rand_int (rand)
                   : (gint32) CLAMP (edge, G_MININT32, G_MAXINT32);
    n_within += bw_placer_find (placer, times[i]) >= 0;
  }
  BwStretch range = bw_stretch_find (times, G_N_ELEMENTS (times));
  g_assert_cmpuint (bw_placer_find_all (placer, times, G_N_ELEMENTS (times), &range, periods), ==,
                    n_within);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    int period = bw_placer_find (placer, times[i]);
    g_assert_cmpuint (periods[i], ==, period < 0 ? placer->n : (guint) period);
  }
}

/* The last ones are longer than 32 bits of seconds can tell. */
static void
test_periods (void)
{
  static const struct {
    const char *period;
    BwGrain grain;
  } rows[] = {
    { "2025-03", BW_GRAIN_DAY },     { "2024-01..2025-12", BW_GRAIN_MONTH },
    { "2025", BW_GRAIN_YEAR },       { "1940..2060", BW_GRAIN_YEAR },
    { "1930..2068", BW_GRAIN_YEAR },
  };
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BwPeriod) period = bw_period_parse (rows[i].period, zone, 0, 0, &error);
    g_assert_no_error (error);
    g_autoptr (BwAxis) axis = bw_axis_new (period, rows[i].grain);
    BwPlacer placer;
    bw_placer_init (&placer, axis);
    for (guint n_neighbours = 1; n_neighbours <= placer.n + 2; n_neighbours += n_neighbours)
      assert_places (&placer, n_neighbours);
    assert_places (&placer, placer.n + 1);
    bw_placer_clear (&placer);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stretch/times", test_times);
  g_test_add_func ("/stretch/within", test_within);
  g_test_add_func ("/stretch/periods", test_periods);
  return g_test_run ();
}
