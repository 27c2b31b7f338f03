/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bw_large: blocks never overlap, keep what was written, and can be shrunk and freed in any order,
 * from any thread. */
#include <stdint.h>
#include <string.h>

#include "bw-large.h"
#include "bw-parallel.h"

#define N_BLOCKS 200

typedef struct {
  guint8 *bytes;
  gsize n;
  guint8 mark;
} Block;

static void
fill (Block *block, gsize n, guint8 mark)
{
  *block = (Block) { bw_large_new (n, 1), n, mark };
  g_assert_cmpuint ((uintptr_t) block->bytes % sizeof (double), ==, 0);
  memset (block->bytes, mark, n);
}

static void
assert_kept (const Block *block)
{
  for (gsize i = 0; i < block->n; i += 509)
    g_assert_cmpuint (block->bytes[i], ==, block->mark);
  g_assert_cmpuint (block->bytes[block->n - 1], ==, block->mark);
}

static void
shuffle (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Block blocks[N_BLOCKS] = { 0 };
  for (int step = 0; step < 3000; step++) {
    int i = g_rand_int_range (rand, 0, N_BLOCKS);
    Block *block = &blocks[i];
    if (!block->bytes) {
      fill (block, 1 + (gsize) g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 4, 20)),
            (guint8) i);
      continue;
    }
    assert_kept (block);
    if (g_rand_int_range (rand, 0, 3) == 0) {
      block->n = 1 + block->n / 2;
      block->bytes = bw_large_shrink (block->bytes, block->n, 1);
    } else {
      bw_large_free (block->bytes);
      block->bytes = NULL;
    }
  }
  for (int i = 0; i < N_BLOCKS; i++)
    bw_large_free (blocks[i].bytes);
}

static void
test_any_order (void)
{
  shuffle (1);
}

static void
shuffle_cb (guint i, int worker, gpointer user_data)
{
  shuffle (i);
}

static void
test_any_thread (void)
{
  bw_parallel_for (4, NULL, shuffle_cb, NULL);
}

static void
test_huge (void)
{
  gsize n = (gsize) 200 << 20; /* several regions' worth; hardly any of it is touched */
  char *block = bw_large_new (n, 1);
  block[0] = 1;
  block[n - 1] = 2;
  block = bw_large_shrink (block, 100, 1);
  g_assert_cmpint (block[0], ==, 1);
  bw_large_free (block);
}

static void
test_cleared (void)
{
  for (int i = 0; i < 3; i++) {
    gsize n = 1 << 18;
    int *block = bw_large_new0 (n, sizeof *block);
    for (gsize k = 0; k < n; k++)
      g_assert_cmpint (block[k], ==, 0);
    memset (block, 0xff, n * sizeof *block);
    bw_large_free (block);
  }
}

static void
test_others (void)
{
  bw_large_free (NULL);
  bw_large_free (g_malloc (100));
  bw_large_free (g_malloc (1 << 20));
  g_assert_null (bw_large_new (0, 8));
}

int
main (int argc, char **argv)
{
  g_setenv ("BELLWETHER_THREADS", "4", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/any-order", test_any_order);
  g_test_add_func ("/large/any-thread", test_any_thread);
  g_test_add_func ("/large/huge", test_huge);
  g_test_add_func ("/large/cleared", test_cleared);
  g_test_add_func ("/large/others", test_others);
  return g_test_run ();
}
