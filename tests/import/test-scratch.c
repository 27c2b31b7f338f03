/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes come back as they were added, be they in memory or in a file. */
#include "bw-scratch.h"

static const struct {
  gsize most;
  gsize block;
  guint n;
  gboolean is_file;
} cases[] = {
  { 1000, 100, 0, FALSE },
  { 1000, 100, 10, FALSE },
  { 1000, 100, 11, TRUE },
  { 1000, 5000, 1, TRUE },
  { 0, 1, 3, TRUE },
  { 1 << 20, 65536, 16, FALSE },
  { 1 << 20, 65536, 40, TRUE },
  { 8 << 20, 65536, 130, FALSE },
  { 8 << 20, 65536, 200, TRUE },
  { 8 << 20, 1000, 9000, TRUE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwScratch) scratch = bw_scratch_new (cases[i].most);
    g_autoptr (GByteArray) all = g_byte_array_new ();
    g_autofree guint8 *block = g_malloc (cases[i].block);
    g_autoptr (GError) error = NULL;
    for (guint b = 0; b < cases[i].n; b++) {
      for (gsize k = 0; k < cases[i].block; k++)
        block[k] = (guint8) (7 * b + k);
      g_assert_true (bw_scratch_add (scratch, (char *) block, cases[i].block, &error));
      g_byte_array_append (all, block, (guint) cases[i].block);
    }
    gboolean is_file = bw_scratch_is_file (scratch);
    g_autoptr (BwText) text = bw_scratch_finish (scratch, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (bw_text_get_start (text), bw_text_get_size (text), all->data, all->len);
    g_assert_cmpint (bw_text_is_mapped (text), ==, is_file);
    if (is_file != cases[i].is_file)
      g_test_skip ("no file without a name can be made here");
  }
}

/* The bytes stay when what gathered them is gone. */
static void
test_outlives (void)
{
  BwScratch *scratch = bw_scratch_new (2);
  g_assert_true (bw_scratch_add (scratch, "bytes", 5, NULL));
  g_autoptr (BwText) text = bw_scratch_finish (scratch, NULL);
  bw_scratch_free (scratch);
  g_assert_cmpmem (bw_text_get_start (text), bw_text_get_size (text), "bytes", 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scratch/cases", test_cases);
  g_test_add_func ("/scratch/outlives", test_outlives);
  return g_test_run ();
}
