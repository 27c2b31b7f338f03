/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that several files have in common: which copy stays. */
#include "bw-duplicates.h"
#include "sketch.h"

/* Two or three files, one below the other: rows says how many each gave. */
static const struct {
  const char *text;
  gsize rows[3];
  guint products[3];
  const char *asides; /* NULL = nothing found */
} cases[] = {
  /* nothing in common */
  { "id\n1\n2\n3\n", { 2, 1 }, { 0 }, NULL },
  { "subject\n1\n1\n", { 1, 1 }, { 0 }, NULL },
  { "id\n\n\n", { 1, 1 }, { 0 }, NULL },
  /* the last given stays */
  { "id\n1\n2\n1\n", { 2, 1 }, { 0 }, "duplicate none none" },
  { "id\n1\n1\n1\n", { 1, 1, 1 }, { 0 }, "duplicate duplicate none" },
  /* the last updated stays, the last given of equals */
  { "id,updated\n1,50\n1,40\n", { 1, 1 }, { 0 }, "none duplicate" },
  { "id,updated\n1,40\n1,50\n", { 1, 1 }, { 0 }, "duplicate none" },
  { "id,updated\n1,40\n1,40\n", { 1, 1 }, { 0 }, "duplicate none" },
  { "id,updated\n1,50\n1,\n", { 1, 1 }, { 0 }, "duplicate none" },
  { "id,updated\n1,40\n1,90\n1,60\n", { 1, 1, 1 }, { 0 }, "duplicate none duplicate" },
  /* copies within a file stay together */
  { "id\n1\n1\n", { 2, 0 }, { 0 }, NULL },
  { "id\n1\n1\n1\n", { 2, 1 }, { 0 }, "duplicate duplicate none" },
  { "id,updated\n1,10\n1,30\n1,20\n", { 2, 1 }, { 0 }, "none none duplicate" },
  /* ids of another product are other tickets */
  { "id\n1\n1\n", { 1, 1 }, { 7, 8 }, NULL },
  { "id\n1\n1\n1\n", { 1, 1, 1 }, { 7, 8, 7 }, "duplicate none none" },
  /* rows that are set aside already keep their reason, and a newer deleted copy counts */
  { "id,aside\n1,spam\n1,\n", { 1, 1 }, { 0 }, NULL },
  { "id,aside\n1,\n1,deleted\n", { 1, 1 }, { 0 }, "duplicate deleted" },
  /* what cannot be counted does not replace what can */
  { "id,aside\n1,\n1,no-date\n", { 1, 1 }, { 0 }, NULL },
  { "id,aside\n1,\n1,ragged\n", { 1, 1 }, { 0 }, NULL },
  { "id,aside\nTotal,total\nTotal,total\n", { 1, 1 }, { 0 }, NULL },
  /* quoting does not matter */
  { "id\n\"a\"\"b\"\na\"b\n", { 1, 1 }, { 0 }, "duplicate none" },
  { "id\n\"1\"\n1\n", { 1, 1 }, { 0 }, "duplicate none" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, cases[i].text);
    BwFileRows files[3];
    gsize first = 0;
    for (gsize f = 0; f < 3; first += cases[i].rows[f], f++)
      files[f] = (BwFileRows) { first, cases[i].rows[f], cases[i].products[f] };
    g_assert_cmpuint (first, ==, bw_table_get_n_rows (table));

    guint8 *aside = bw_find_duplicates (table, files, 3, NULL);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (aside != NULL, ==, cases[i].asides != NULL);
    if (!aside)
      continue;
    g_autoptr (BwTable) found = bw_table_with_aside (table, aside);
    g_autofree char *asides = sketch_asides (found);
    g_assert_cmpstr (asides, ==, cases[i].asides);
  }
}

static void
test_one_file (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, "id\n1\n1\n");
  BwFileRows file = { 0, 2, 0 };
  g_assert_null (bw_find_duplicates (table, &file, 1, NULL));
}

static void
test_many (void)
{
  const gsize n = 50000;
  g_autoptr (GString) text = g_string_new ("id\n");
  for (gsize row = 0; row < n; row++)
    g_string_append_printf (text, "T-%zu\n", row);
  for (gsize row = n / 2; row < n + n / 2; row++)
    g_string_append_printf (text, "T-%zu\n", row);
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, text->str);
  BwFileRows files[] = { { 0, n, 0 }, { n, n, 0 } };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_assert_null (bw_find_duplicates (table, files, 2, cancelled));
  g_autofree guint8 *aside = bw_find_duplicates (table, files, 2, NULL);
  for (gsize row = 0; row < 2 * n; row++)
    g_assert_cmpint (aside[row] == BW_ASIDE_DUPLICATE, ==, row >= n / 2 && row < n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/cases", test_cases);
  g_test_add_func ("/duplicates/one-file", test_one_file);
  g_test_add_func ("/duplicates/many", test_many);
  return g_test_run ();
}
