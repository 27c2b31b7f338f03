/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order statistics of random groups against sorting, and bins that are right and narrow. */
#include <stdlib.h>

#include "bw-bins.h"
#include "bw-statistics.h"

#define LEVEL 0.95

static int
compare (const void *a, const void *b)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;
  return (x > y) - (x < y);
}

static void
assert_ranks (const gint32 *sorted, gsize n, const BwRanks *ranks)
{
  gsize lower, low, high;
  double weight;
  g_assert_cmpint (ranks->values[BW_RANK_MIN], ==, sorted[0]);
  g_assert_cmpint (ranks->values[BW_RANK_MAX], ==, sorted[n - 1]);
  bw_quantile_rank (n, 0.5, &lower, &weight);
  g_assert_cmpint (ranks->values[BW_RANK_MEDIAN], ==, sorted[lower]);
  g_assert_cmpint (ranks->values[BW_RANK_MEDIAN_NEXT], ==, sorted[MIN (lower + 1, n - 1)]);
  bw_quantile_rank (n, 0.9, &lower, &weight);
  g_assert_cmpint (ranks->values[BW_RANK_P90], ==, sorted[lower]);
  g_assert_cmpint (ranks->values[BW_RANK_P90_NEXT], ==, sorted[MIN (lower + 1, n - 1)]);
  if (!bw_quantile_ranks (n, 0.5, LEVEL, &low, &high))
    low = high = 0;
  g_assert_cmpint (ranks->values[BW_RANK_CI_LOW], ==, sorted[low]);
  g_assert_cmpint (ranks->values[BW_RANK_CI_HIGH], ==, sorted[high]);
}

static gint32
random_value (GRand *rand, int kind)
{
  switch (kind) {
  case 0: /* few, exact ones */
    return g_rand_int_range (rand, 0, 20);
  case 1: /* whole minutes over a few days */
    return 60 * g_rand_int_range (rand, 0, 5000);
  case 2: /* of any size */
    return g_rand_int_range (rand, 0, G_MAXINT32) >> g_rand_int_range (rand, 0, 31);
  case 3:
    return G_MAXINT32;
  default:
    return 86400;
  }
}

static void
check_groups (GRand *rand, gsize n_groups, gsize n)
{
  g_autofree gint32 *values = g_new (gint32, n + 1);
  g_autofree gint32 *sorted = g_new (gint32, n + 1);
  g_autofree guint *groups = g_new (guint, n + 1);
  BwBins bins;
  bw_bins_init (&bins, n_groups);
  for (gsize i = 0; i < n; i++) {
    groups[i] = (guint) g_rand_int_range (rand, 0, (int) n_groups);
    groups[i] = groups[i] == 1 ? 0 : groups[i]; /* group 1 stays empty */
    values[i] = random_value (rand, (int) groups[i] % 5);
    bw_bins_count (&bins, groups[i], values[i]);
  }
  guint8 marks[BW_BINS_MARKS] = { 0 };
  bw_bins_choose (&bins, LEVEL);
  bw_bins_mark (&bins, 1, marks);
  /* What is not marked, nobody collects. */
  for (gsize i = 0; i < n; i++)
    if (marks[bw_bins_place (BW_BINS_PRECISION, values[i])])
      bw_bins_collect (&bins, groups[i], values[i]);
  for (gsize group = 0; group < n_groups; group++) {
    gsize n_in_group = 0;
    for (gsize i = 0; i < n; i++)
      if (groups[i] == group)
        sorted[n_in_group++] = values[i];
    g_assert_cmpint (bw_bins_get_n (&bins, group), ==, n_in_group);
    if (n_in_group == 0)
      continue;
    qsort (sorted, n_in_group, sizeof *sorted, compare);
    BwRanks ranks = bw_bins_get (&bins, group);
    assert_ranks (sorted, n_in_group, &ranks);
  }
  bw_bins_clear (&bins);
}

static void
test_ranks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  for (int i = 0; i < 200; i++)
    check_groups (rand, (gsize) g_rand_int_range (rand, 1, 12),
                  (gsize) g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 1, 12)));
}

/* With more groups bins are wider, down to one for each power of two. */
static void
test_many_groups (void)
{
  static const gsize counts[] = { 1500, 5000, 20000, 60000, 200000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    BwBins bins;
    bw_bins_init (&bins, counts[i]);
    bw_bins_clear (&bins);
  }
  check_groups (rand, 2000, 3000);
  check_groups (rand, 40000, 200);
}

static void
test_bins (void)
{
  static const gsize counts[] = { 1, 3000, 10000, 40000, 100000 };
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    BwBins bins;
    bw_bins_init (&bins, counts[i]);
    guint last = 0;
    for (gint64 value = 0; value <= G_MAXINT32; value += 1 + value / 97) {
      guint bin = bw_bins_find (&bins, (gint32) value);
      g_assert_cmpuint (bin, >=, last);
      g_assert_cmpuint (bin, <, bins.n_bins);
      last = bin;
    }
    g_assert_cmpuint (bw_bins_find (&bins, G_MAXINT32), ==, bins.n_bins - 1);
    bw_bins_clear (&bins);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bins/bins", test_bins);
  g_test_add_func ("/bins/ranks", test_ranks);
  g_test_add_func ("/bins/many-groups", test_many_groups);
  return g_test_run ();
}
