/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: columns by field, reasons, extents, and the way back to the texts. */
#include "sketch.h"

static const char tickets[] = "id,created,solved,due,channel,x,aside\n"
                              "1,500,900,99999,email,\"a \"\"b\"\", c\",\n"
                              "2,100,,,chat,\"two\nlines\",\n"
                              "3,700,5,1,,,spam\n"
                              "4,,,,email,short\r\n"
                              "5\r"
                              "6,300,400,,email,\"open end";

static void
test_columns (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  g_assert_cmpint (bw_table_get_kind (table), ==, BW_KIND_TICKETS);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, 6);
  g_assert_cmpuint (bw_table_get_n_columns (table), ==, 6);
  g_assert_true (bw_table_find (table, BW_FIELD_CHANNEL) == bw_table_get_column (table, 4));
  g_assert_null (bw_table_find (table, BW_FIELD_TEAM));
  g_assert_null (bw_table_find (table, BW_FIELD_NONE));
  g_autofree char *channels = sketch_column (table, BW_FIELD_CHANNEL);
  g_assert_cmpstr (channels, ==, "email chat - email - email");
  g_autofree char *created = sketch_column (table, BW_FIELD_CREATED);
  g_assert_cmpstr (created, ==, "500 100 700 - - 300");
}

/* --- Rows that are not counted ---------------------------------------------------------------- */

static void
test_aside (void)
{
  gint64 counts[BW_ASIDE_LAST];
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  g_autofree char *asides = sketch_asides (table);
  g_assert_cmpstr (asides, ==, "none none spam none none none");
  g_autofree char *counted = sketch_bits (bw_table_get_counted (table));
  g_assert_cmpstr (counted, ==, "0 1 3 4 5");
  bw_table_count_aside (table, counts);
  g_assert_cmpint (counts[BW_ASIDE_NONE], ==, 5);
  g_assert_cmpint (counts[BW_ASIDE_SPAM], ==, 1);
  bw_table_count_aside_of (table, 2, 2, counts);
  g_assert_cmpint (counts[BW_ASIDE_NONE], ==, 1);
  g_assert_cmpint (counts[BW_ASIDE_SPAM], ==, 1);

  guint8 *other = g_malloc0 (6);
  other[0] = BW_ASIDE_DUPLICATE;
  g_autoptr (BwTable) twin = bw_table_with_aside (table, other);
  g_autofree char *twin_asides = sketch_asides (twin);
  g_assert_cmpstr (twin_asides, ==, "duplicate none none none none none");
  g_assert_true (bw_table_get_column (twin, 0) == bw_table_get_column (table, 0));
  g_assert_cmpint (bw_table_get_aside (table, 0), ==, BW_ASIDE_NONE);

  g_clear_pointer (&table, bw_table_unref);
  g_autofree char *text = bw_table_dup_text (twin, 1, 4);
  g_assert_cmpstr (text, ==, "chat");
}

static void
test_all_counted (void)
{
  gint64 counts[BW_ASIDE_LAST];
  for (gsize n = 0; n < 200; n += 21) {
    g_autoptr (BwTable) table = bw_table_new (BW_KIND_CALLS, n, g_ptr_array_new (), NULL, NULL);
    g_assert_null (bw_table_get_asides (table));
    g_assert_cmpuint (bw_bits_count (bw_table_get_counted (table)), ==, n);
    bw_table_count_aside (table, counts);
    g_assert_cmpint (counts[BW_ASIDE_NONE], ==, n);
  }
}

static void
test_aside_names (void)
{
  for (guint a = 0; a < BW_ASIDE_LAST; a++) {
    g_assert_nonnull (bw_aside_to_string ((BwAside) a));
    g_assert_nonnull (bw_aside_get_title ((BwAside) a));
  }
  g_assert_cmpstr (bw_aside_to_string (BW_ASIDE_NO_DATE), ==, "no-date");
}

/* --- Extent ----------------------------------------------------------------------------------- */

static void
test_extent (void)
{
  static const struct {
    const char *text;
    gboolean any;
    int from;
    int to;
  } cases[] = {
    { tickets, TRUE, 100, 900 }, /* spam and due dates do not count */
    { "id\n1\n", FALSE, 0, 0 },
    { "created\n", FALSE, 0, 0 },
    { "created\n\n", FALSE, 0, 0 },
    { "created,aside\n5,spam\n", FALSE, 0, 0 },
    { "created,aside\n5,\n", TRUE, 5, 5 },
    { "due,reply-due\n5,7\n", FALSE, 0, 0 },
    { "created,updated\n-5,7\n,12\n", TRUE, -5, 12 },
    { "rated\n2147483647\n-2147483647\n", TRUE, -2147483647, 2147483647 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, cases[i].text);
    for (int times = 0; times < 2; times++) {
      gint64 from, to;
      g_assert_cmpint (bw_table_get_extent (table, &from, &to), ==, cases[i].any);
      if (cases[i].any) {
        g_assert_cmpint (from, ==, cases[i].from + BW_TIME_ORIGIN);
        g_assert_cmpint (to, ==, cases[i].to + BW_TIME_ORIGIN);
      }
    }
  }
}

static gpointer
ask_extent (gpointer table)
{
  gint64 from, to;
  g_assert_true (bw_table_get_extent (table, &from, &to));
  g_assert_cmpint (from, ==, 1 + BW_TIME_ORIGIN);
  g_assert_cmpint (to, ==, 300000 + BW_TIME_ORIGIN);
  return NULL;
}

static void
test_extent_large (void)
{
  const gsize n = 300000;
  BwColumn *column = bw_column_new (BW_FIELD_CREATED, "", 0, BW_STORE_TIME, n);
  for (gsize row = 0; row < n; row++)
    ((gint32 *) column->values)[row] = (gint32) ((row * 7919) % n) + 1;
  GPtrArray *columns = g_ptr_array_new ();
  g_ptr_array_add (columns, column);
  g_autoptr (BwTable) table = bw_table_new (BW_KIND_TICKETS, n, columns, NULL, NULL);
  GThread *threads[4];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("extent", ask_extent, table);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* --- Texts ------------------------------------------------------------------------------------ */

static void
test_text (void)
{
  static const char *const expected[][6] = {
    { "1", "500", "900", "99999", "email", "a \"b\", c" },
    { "2", "100", "", "", "chat", "two\nlines" },
    { "3", "700", "5", "1", "", "" },
    { "4", "", "", "", "email", "short" },
    { "5", "", "", "", "", "" },
    { "6", "300", "400", "", "email", "open end" },
  };
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  for (gsize row = 0; row < 6; row++) {
    g_auto (GStrv) texts = bw_table_dup_row (table, row);
    g_assert_cmpuint (g_strv_length (texts), ==, 6);
    for (guint c = 0; c < 6; c++) {
      g_autofree char *text = bw_table_dup_text (table, row, c);
      g_assert_cmpstr (text, ==, expected[row][c]);
      g_assert_cmpstr (texts[c], ==, expected[row][c]);
    }
  }
}

static void
test_line (void)
{
  static const gint64 lines[] = { 2, 3, 5, 6, 7, 8 };
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  for (gsize row = 0; row < 6; row++)
    g_assert_cmpint (bw_table_get_line (table, row), ==, lines[row]);

  static const guint32 rows[] = { 0, 2, 3, 5 };
  g_autofree gint64 *some = bw_table_get_lines (table, rows, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (some[i], ==, lines[rows[i]]);
}

/* Several columns at once, and the record as it stands. */
static void
test_record (void)
{
  g_autoptr (BwTable) table = sketch_table (
      BW_KIND_TICKETS, "id,subject,channel\r\n7,\"a \"\"b\"\"\nc\",chat\r\n8\n");
  static const guint columns[] = { 2, 1, 0 };
  g_autoptr (GString) texts = g_string_new (NULL);
  bw_table_read_texts (table, 0, columns, 3, texts);
  g_assert_cmpstr (texts->str, ==, "chat\na \"b\"\nc\n7\n");
  g_string_truncate (texts, 0);
  bw_table_read_texts (table, 1, columns, 3, texts);
  g_assert_cmpstr (texts->str, ==, "\n\n8\n");
  g_autofree char *first = bw_table_dup_record (table, 0);
  g_autofree char *second = bw_table_dup_record (table, 1);
  g_assert_cmpstr (first, ==, "7,\"a \"\"b\"\"\nc\",chat");
  g_assert_cmpstr (second, ==, "8");
}

/* One cell of a long record is found whatever the others hold. */
static void
test_long_cells (void)
{
  static const gsize lengths[] = { 0, 1, 30, 31, 32, 33, 64, 127, 128, 129, 5000 };
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *filler = g_strnfill (lengths[i], 'f');
    g_autofree char *text = g_strdup_printf ("a,b,c,d,e\n"
                                             "\"%s,\n\",x%s,\"%s\"\"\",y,z%s\n"
                                             "%s,2,,4,\n",
                                             filler, filler, filler, filler, filler);
    g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, text);
    for (gsize row = 0; row < 2; row++) {
      g_auto (GStrv) texts = bw_table_dup_row (table, row);
      for (guint c = 0; c < 5; c++) {
        g_autofree char *cell = bw_table_dup_text (table, row, c);
        g_assert_cmpstr (cell, ==, texts[c]);
      }
      g_assert_cmpstr (texts[3], ==, row == 0 ? "y" : "4");
      g_assert_cmpuint (strlen (texts[0]), ==, lengths[i] + (row == 0 ? 2 : 0));
    }
  }
}

/* Without the file, coded columns still say what they hold. */
static void
test_no_text (void)
{
  static const char *const texts[] = { "email" };
  BwColumn *channel = bw_column_new (BW_FIELD_CHANNEL, "", -1, BW_STORE_CODE8, 2);
  channel->dictionary = bw_dictionary_new (texts, 1, NULL, NULL);
  ((guint8 *) channel->values)[0] = 1;
  ((guint8 *) channel->values)[1] = 0;
  GPtrArray *columns = g_ptr_array_new ();
  g_ptr_array_add (columns, channel);
  g_ptr_array_add (columns, bw_column_new (BW_FIELD_ID, "", -1, BW_STORE_NONE, 2));
  g_autoptr (BwTable) table = bw_table_new (BW_KIND_TICKETS, 2, columns, NULL, NULL);
  for (gsize row = 0; row < 2; row++) {
    g_auto (GStrv) cells = bw_table_dup_row (table, row);
    g_assert_cmpstr (cells[0], ==, row == 0 ? "email" : "");
    g_assert_cmpstr (cells[1], ==, "");
    g_assert_null (cells[2]);
    g_assert_null (bw_table_find_part (table, row));
    g_assert_cmpint (bw_table_get_line (table, row), ==, 0);
    g_assert_null (bw_table_dup_record (table, row));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/aside", test_aside);
  g_test_add_func ("/table/aside/all-counted", test_all_counted);
  g_test_add_func ("/table/aside/names", test_aside_names);
  g_test_add_func ("/table/extent", test_extent);
  g_test_add_func ("/table/extent/large", test_extent_large);
  g_test_add_func ("/table/text", test_text);
  g_test_add_func ("/table/text/line", test_line);
  g_test_add_func ("/table/text/record", test_record);
  g_test_add_func ("/table/text/long-cells", test_long_cells);
  g_test_add_func ("/table/text/not-kept", test_no_text);
  return g_test_run ();
}
