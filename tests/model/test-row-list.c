/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as a list: positions of any bit set, and the texts of a row. */
#include "bw-row-list.h"
#include "sketch.h"

static BwTable *
make_empty_table (gsize n_rows)
{
  return bw_table_new (BW_KIND_TICKETS, n_rows, g_ptr_array_new (), NULL, NULL);
}

static gsize
get_row (BwRowList *list, guint position)
{
  g_autoptr (BwRowItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_assert_nonnull (item);
  return bw_row_item_get_row (item);
}

static void
test_all (void)
{
  g_autoptr (BwTable) table = make_empty_table (10);
  g_autoptr (BwRowList) list = bw_row_list_new (table, NULL);
  GListModel *model = G_LIST_MODEL (list);
  g_assert_true (bw_row_list_get_table (list) == table);
  g_assert_true (g_list_model_get_item_type (model) == BW_TYPE_ROW_ITEM);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 10);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (get_row (list, i), ==, i);
  g_assert_null (g_list_model_get_item (model, 10));
}

/* Every position of sets that begin, end, skip and fill words and runs. */
static void
test_bits (void)
{
  static const gsize steps[] = { 1, 2, 7, 63, 64, 65, 4095, 4096, 4097, 9000 };
  const gsize n_rows = 20011;
  g_autoptr (BwTable) table = make_empty_table (n_rows);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    for (gsize start = 0; start < 130; start += 43) {
      g_autoptr (BwBits) bits = bw_bits_new (n_rows, FALSE);
      for (gsize row = start; row < n_rows; row += steps[i])
        bw_bits_set (bits, row, TRUE);
      g_autoptr (BwRowList) list = bw_row_list_new (table, bits);
      guint position = 0;
      for (gsize row = start; row < n_rows; row += steps[i])
        g_assert_cmpuint (get_row (list, position++), ==, row);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, position);
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), position));
    }
  }
}

static void
test_clustered (void)
{
  const gsize n_rows = 30000;
  g_autoptr (BwTable) table = make_empty_table (n_rows);
  g_autoptr (BwBits) bits = bw_bits_new (n_rows, FALSE);
  for (gsize row = 17000; row < 17100; row++)
    bw_bits_set (bits, row, TRUE);
  bw_bits_set (bits, n_rows - 1, TRUE);
  g_autoptr (BwRowList) list = bw_row_list_new (table, bits);
  bw_bits_set (bits, 0, TRUE); /* the list has its own */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 101);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (get_row (list, i), ==, 17000 + i);
  g_assert_cmpuint (get_row (list, 100), ==, n_rows - 1);
}

static void
test_ordered (void)
{
  static const guint32 order[] = { 7, 0, 9, 9, 3 };
  g_autoptr (BwTable) table = make_empty_table (10);
  g_autoptr (BwRowList) list = bw_row_list_new_ordered (table, g_memdup2 (order, sizeof (order)),
                                                       G_N_ELEMENTS (order));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_assert_cmpuint (get_row (list, i), ==, order[i]);
    g_assert_cmpuint (bw_row_list_get_row (list, i), ==, order[i]);
  }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), G_N_ELEMENTS (order)));
}

static void
test_none (void)
{
  g_autoptr (BwTable) table = make_empty_table (100);
  g_autoptr (BwBits) bits = bw_bits_new (100, FALSE);
  g_autoptr (BwRowList) list = bw_row_list_new (table, bits);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));

  g_autoptr (BwTable) empty = make_empty_table (0);
  g_autoptr (BwBits) nothing = bw_bits_new (0, TRUE);
  g_autoptr (BwRowList) nobody = bw_row_list_new (empty, nothing);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (nobody)), ==, 0);
}

static void
test_text (void)
{
  BwTable *table = sketch_table (BW_KIND_TICKETS, "id,subject,channel\n"
                                                  "7,\"Hello, you\",chat\n"
                                                  "8,Bye\n");
  g_autoptr (BwRowList) list = bw_row_list_new (table, NULL);
  BwRowItem *item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (BwRowItem) short_item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (bw_row_item_get_table (item) == table);
  g_clear_pointer (&table, bw_table_unref);
  g_assert_cmpstr (bw_row_item_get_text (item, 0), ==, "7");
  g_assert_cmpstr (bw_row_item_get_text (item, 1), ==, "Hello, you");
  g_assert_cmpstr (bw_row_item_get_text (item, 2), ==, "chat");
  g_assert_cmpstr (bw_row_item_get_text (item, 3), ==, "");
  g_assert_cmpstr (bw_row_item_get_text (short_item, 2), ==, "");
  g_assert_finalize_object (item);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-list/all", test_all);
  g_test_add_func ("/row-list/bits", test_bits);
  g_test_add_func ("/row-list/clustered", test_clustered);
  g_test_add_func ("/row-list/ordered", test_ordered);
  g_test_add_func ("/row-list/none", test_none);
  g_test_add_func ("/row-list/text", test_text);
  return g_test_run ();
}
