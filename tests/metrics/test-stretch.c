/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between which moments stretches of rows are, and periods of many moments at once. */
#include "bw-group.h"
#include "bw-stretch.h"

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

/* Rows are 10 seconds apart; the second stretch has no time at all. */
static void
test_bounds (void)
{
  static const struct {
    gint64 from, to;
    gsize first, end; /* stretches */
  } rows[] = {
    { G_MININT64, G_MAXINT64, 0, 4 },
    { 0, 1, 0, 1 },
    { 10 * BW_STRETCH_ROWS, 10 * BW_STRETCH_ROWS + 10, 4, 4 },
    { 10 * 2 * BW_STRETCH_ROWS, 10 * 2 * BW_STRETCH_ROWS + 1, 2, 3 },
    { 5, 10 * (N - 1), 0, 4 },
    { -100, 0, 4, 4 },
    { 10 * N, G_MAXINT64, 4, 4 },
  };
  g_autofree gint32 *times = g_new (gint32, N);
  for (gsize row = 0; row < N; row++)
    times[row] = row / BW_STRETCH_ROWS == 1 ? BW_MISSING : (gint32) (10 * row);
  g_autofree BwStretch *stretches = bw_stretches_new (times, N);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize first, end;
    bw_stretches_bound (stretches, N, rows[i].from, rows[i].to, &first, &end);
    g_assert_cmpuint (first, ==, MIN (N, rows[i].first * BW_STRETCH_ROWS));
    g_assert_cmpuint (end, ==, MIN (N, rows[i].end * BW_STRETCH_ROWS));
    bw_stretches_bound (NULL, N, rows[i].from, rows[i].to, &first, &end);
    g_assert_cmpuint (first, ==, 0);
    g_assert_cmpuint (end, ==, N);
  }
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
    guint period = MIN (start + (guint) g_rand_int_range (rand, 0, (int) n_neighbours), placer->n);
    gint64 edge = placer->from + placer->bounds[period] + g_rand_int_range (rand, -2, 3);
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
  g_test_add_func ("/stretch/bounds", test_bounds);
  g_test_add_func ("/stretch/periods", test_periods);
  return g_test_run ();
}
