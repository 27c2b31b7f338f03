/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of rows around the borders of words. */
#include "bw-bits.h"

static void
test_new (void)
{
  static const gsize sizes[] = { 0, 1, 63, 64, 65, 127, 128, 1000 };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (BwBits) all = bw_bits_new (sizes[i], TRUE);
    g_autoptr (BwBits) none = bw_bits_new (sizes[i], FALSE);
    g_assert_cmpuint (all->n, ==, sizes[i]);
    g_assert_cmpuint (bw_bits_count (all), ==, sizes[i]);
    g_assert_cmpuint (bw_bits_count (none), ==, 0);
    for (gsize row = 0; row < sizes[i]; row++) {
      g_assert_true (bw_bits_has (all, row));
      g_assert_false (bw_bits_has (none, row));
    }
  }
}

static void
test_set (void)
{
  static const gsize rows[] = { 0, 1, 63, 64, 99 };
  g_autoptr (BwBits) bits = bw_bits_new (100, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    bw_bits_set (bits, rows[i], TRUE);
    bw_bits_set (bits, rows[i], TRUE);
    g_assert_true (bw_bits_has (bits, rows[i]));
    g_assert_cmpuint (bw_bits_count (bits), ==, i + 1);
  }
  g_autoptr (BwBits) copy = bw_bits_copy (bits);
  bw_bits_set (bits, 63, FALSE);
  g_assert_cmpuint (bw_bits_count (bits), ==, 4);
  g_assert_false (bw_bits_has (bits, 63));
  g_assert_cmpuint (bw_bits_count (copy), ==, 5);
}

static void
test_and (void)
{
  g_autoptr (BwBits) a = bw_bits_new (200, FALSE);
  g_autoptr (BwBits) b = bw_bits_new (200, FALSE);
  for (gsize row = 0; row < 200; row++) {
    bw_bits_set (a, row, row % 2 == 0);
    bw_bits_set (b, row, row % 3 == 0);
  }
  bw_bits_and (a, b);
  for (gsize row = 0; row < 200; row++)
    g_assert_cmpint (bw_bits_has (a, row), ==, row % 6 == 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bits/new", test_new);
  g_test_add_func ("/bits/set", test_set);
  g_test_add_func ("/bits/and", test_and);
  return g_test_run ();
}
