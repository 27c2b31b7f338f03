/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many numbers against the library's own sorting. */
#include <math.h>
#include <stdlib.h>

#include "bw-sort.h"

static int
compare_words (const void *a, const void *b)
{
  guint64 one = *(const guint64 *) a;
  guint64 other = *(const guint64 *) b;
  return (one > other) - (one < other);
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;
  return (one > other) - (one < other);
}

static guint64
random_word (GRand *rand, int kind)
{
  guint64 word = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  switch (kind) {
  case 0: /* of any size */
    return word >> g_rand_int_range (rand, 0, 64);
  case 1: /* a group above, a value below */
    return (word >> 58 << 32) | (word & 0xfffff);
  case 2: /* digits that all share between others */
    return (word & G_GUINT64_CONSTANT (0xff000000000000ff)) | 0x1234567800;
  default:
    return 7;
  }
}

static void
test_words (gconstpointer user_data)
{
  gsize n = GPOINTER_TO_SIZE (user_data);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) n);
  g_autofree guint64 *words = g_new (guint64, n + 1);
  for (int kind = 0; kind < 4; kind++) {
    for (gsize i = 0; i < n; i++)
      words[i] = random_word (rand, kind);
    g_autofree guint64 *expected = g_memdup2 (words, (n + 1) * sizeof (guint64));
    qsort (expected, n, sizeof (guint64), compare_words);
    bw_sort_words (words, n);
    g_assert_cmpmem (words, n * sizeof (guint64), expected, n * sizeof (guint64));
  }
}

static void
test_doubles (gconstpointer user_data)
{
  gsize n = GPOINTER_TO_SIZE (user_data);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) n);
  g_autofree double *numbers = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    numbers[i] = i % 5 == 0   ? g_rand_int_range (rand, -3, 4)
                 : i % 5 == 1 ? g_rand_double_range (rand, -1e300, 1e300)
                 : i % 5 == 2 ? G_MINDOUBLE * (double) i
                              : g_rand_double (rand);
  if (n > 2)
    numbers[n / 2] = -HUGE_VAL;
  g_autofree double *expected = g_memdup2 (numbers, (n + 1) * sizeof (double));
  qsort (expected, n, sizeof (double), compare_doubles);
  bw_sort_doubles (numbers, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat (numbers[i], ==, expected[i]);
}

static void
test_nothing (void)
{
  bw_sort_words (NULL, 0);
  bw_sort_doubles (NULL, 0);
}

int
main (int argc, char **argv)
{
  static const gsize sizes[] = { 0, 1, 2, 255, 256, 1000, 100000 };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *words = g_strdup_printf ("/sort/words/%zu", sizes[i]);
    g_autofree char *doubles = g_strdup_printf ("/sort/doubles/%zu", sizes[i]);
    g_test_add_data_func (words, GSIZE_TO_POINTER (sizes[i]), test_words);
    g_test_add_data_func (doubles, GSIZE_TO_POINTER (sizes[i]), test_doubles);
  }
  g_test_add_func ("/sort/nothing", test_nothing);
  return g_test_run ();
}
