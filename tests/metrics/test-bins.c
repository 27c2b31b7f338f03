/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order statistics of random groups against sorting. */
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
  for (gsize i = 0; i < n; i++) {
    groups[i] = (guint) g_rand_int_range (rand, 0, (int) n_groups);
    groups[i] = groups[i] == 1 ? 0 : groups[i]; /* group 1 stays empty */
    values[i] = random_value (rand, (int) groups[i] % 5);
  }
  g_autoptr (BwGrades) grades = bw_grades_new (values, n);
  BwBins bins;
  bw_bins_init (&bins, n_groups, grades);
  for (gsize i = 0; i < n; i++)
    bw_bins_count (&bins, groups[i], grades->rows[i]);
  bw_bins_choose (&bins, LEVEL);
  BwGradeSet set = bw_bins_mark (&bins);
  /* What is not marked, nobody collects. */
  for (gsize i = 0; i < n; i++)
    if (bw_grade_set_has (&set, grades->rows[i]) &&
        bw_bins_asks (&bins, groups[i], grades->rows[i]))
      bw_bins_collect (&bins, groups[i], grades->rows[i], values[i]);
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

/* With more groups bins are wider, down to one for all values. */
static void
test_many_groups (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  check_groups (rand, 2000, 3000);
  check_groups (rand, 40000, 200);
  check_groups (rand, 600000, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bins/ranks", test_ranks);
  g_test_add_func ("/bins/many-groups", test_many_groups);
  return g_test_run ();
}
