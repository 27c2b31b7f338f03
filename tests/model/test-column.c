/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed values and what they say when there is none. */
#include "bw-column.h"

static void
test_stores (void)
{
  static const struct {
    gsize n_texts;
    BwStore store;
    gsize width;
  } cases[] = {
    { 0, BW_STORE_CODE8, 1 },    { 1, BW_STORE_CODE8, 1 },      { 255, BW_STORE_CODE8, 1 },
    { 256, BW_STORE_CODE16, 2 }, { 65535, BW_STORE_CODE16, 2 }, { 65536, BW_STORE_CODE32, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    BwStore store = bw_store_for_codes (cases[i].n_texts);
    g_assert_cmpint (store, ==, cases[i].store);
    g_assert_cmpuint (bw_store_width (store), ==, cases[i].width);
    g_assert_true (bw_store_is_code (store));
  }
  g_assert_cmpuint (bw_store_width (BW_STORE_NONE), ==, 0);
  g_assert_cmpuint (bw_store_width (BW_STORE_TIME), ==, 4);
  g_assert_cmpuint (bw_store_width (BW_STORE_INT), ==, 4);
  g_assert_cmpuint (bw_store_width (BW_STORE_DOUBLE), ==, 8);
  g_assert_false (bw_store_is_code (BW_STORE_DOUBLE));
}

static void
test_time (void)
{
  static const struct {
    gint32 stored;
    gint64 time;
  } cases[] = {
    { 0, 946684800 },
    { -1, 946684799 },
    { BW_MISSING, BW_TIME_NONE },
    { BW_MISSING + 1, -1200798847 }, /* 1931-12-13T20:45:53Z */
    { G_MAXINT32, 3094168447 },      /* 2068-01-19T03:14:07Z */
  };
  g_autoptr (BwColumn) column =
                bw_column_new (BW_FIELD_CREATED, NULL, -1, BW_STORE_TIME, G_N_ELEMENTS (cases));
  g_assert_cmpstr (column->header, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    ((gint32 *) column->values)[i] = cases[i].stored;
    g_assert_cmpint (bw_column_time (column, i), ==, cases[i].time);
  }
}

static void
test_codes (void)
{
  static const BwStore stores[] = { BW_STORE_CODE8, BW_STORE_CODE16, BW_STORE_CODE32 };
  static const char *const texts[] = { "no", "yes" };
  static const double meanings[] = { 0, 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (stores); i++) {
    g_autoptr (BwColumn) column = bw_column_new (BW_FIELD_ESCALATED, "Escalated", 4, stores[i], 3);
    column->dictionary = bw_dictionary_new (texts, 2, meanings, NULL);
    for (guint32 row = 0; row < 3; row++) {
      if (stores[i] == BW_STORE_CODE8)
        ((guint8 *) column->values)[row] = (guint8) row;
      else if (stores[i] == BW_STORE_CODE16)
        ((guint16 *) column->values)[row] = (guint16) row;
      else
        ((guint32 *) column->values)[row] = row;
      g_assert_cmpuint (bw_column_code (column, row), ==, row);
    }
    g_assert_true (isnan (bw_column_meaning (column, 0)));
    g_assert_cmpfloat (bw_column_meaning (column, 1), ==, 0);
    g_assert_cmpfloat (bw_column_meaning (column, 2), ==, 1);
  }
}

static void
test_meaningless (void)
{
  static const char *const texts[] = { "email" };
  g_autoptr (BwColumn) column = bw_column_new (BW_FIELD_CHANNEL, "Via", 0, BW_STORE_CODE8, 1);
  column->dictionary = bw_dictionary_new (texts, 1, NULL, NULL);
  *(guint8 *) column->values = 1;
  g_assert_true (isnan (bw_column_meaning (column, 0)));
  g_assert_true (isnan (column->scale_low));
  g_assert_true (isnan (column->scale_high));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/stores", test_stores);
  g_test_add_func ("/column/time", test_time);
  g_test_add_func ("/column/codes", test_codes);
  g_test_add_func ("/column/meaningless", test_meaningless);
  return g_test_run ();
}
