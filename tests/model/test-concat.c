/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of several files as one. */
#include "sketch.h"

static BwTable *
concat (const char *const *texts, gsize n)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_table_unref);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (tables, sketch_table (BW_KIND_TICKETS, texts[i]));
  return bw_table_concat ((BwTable *const *) tables->pdata, n);
}

static const char *const files[] = {
  "id,channel,created,reopens,note,extra\n"
  "1,email,10,2,n1,x1\n"
  "2,chat,20,,n2,x2\n",
  "note,created,channel,id,team,aside\n"
  "n3,30,web,3,red,\n"
  "n4,,,4,,spam\n",
  "channel,id\n",
  "channel,id,note\n"
  "chat,5,n5\n",
};

static void
test_columns (void)
{
  g_autoptr (BwTable) table = concat (files, 4);
  static const struct {
    BwFieldId field;
    const char *cells;
  } cases[] = {
    { BW_FIELD_CHANNEL, "email chat web - chat" },
    { BW_FIELD_CREATED, "10 20 30 - -" },
    { BW_FIELD_REOPENS, "2 - - - -" },
    { BW_FIELD_TEAM, "- - red - -" },
  };
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *cells = sketch_column (table, cases[i].field);
    g_assert_cmpstr (cells, ==, cases[i].cells);
  }
  g_assert_cmpint (bw_table_find (table, BW_FIELD_CHANNEL)->n_present, ==, 4);
  g_assert_cmpuint (bw_dictionary_get_size (bw_table_find (table, BW_FIELD_CHANNEL)->dictionary),
                    ==, 3);
  g_autofree char *asides = sketch_asides (table);
  g_assert_cmpstr (asides, ==, "none none none spam none");
}

static void
test_texts (void)
{
  g_autoptr (BwTable) table = concat (files, 4);
  static const char *const rows[] = {
    "1|email|10|2|n1|x1|", "2|chat|20||n2|x2|", "3|web|30||n3||red", "4||||n4||", "5|chat|||n5||",
  };
  static const gint64 lines[] = { 2, 3, 2, 3, 2 };
  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++) {
    g_auto (GStrv) texts = bw_table_dup_row (table, row);
    g_autofree char *joined = g_strjoinv ("|", texts);
    g_assert_cmpstr (joined, ==, rows[row]);
    g_assert_cmpint (bw_table_get_line (table, row), ==, lines[row]);
    const BwTablePart *part = bw_table_find_part (table, row);
    g_assert_cmpuint (part->first_row, ==, row < 2 ? 0 : row < 4 ? 2 : 4);
  }
}

/* A concatenation can itself be appended to. */
static void
test_nested (void)
{
  g_autoptr (BwTable) first = concat (files, 2);
  g_autoptr (BwTable) second = concat (files + 2, 2);
  BwTable *const both[] = { first, second };
  g_autoptr (BwTable) nested = bw_table_concat (both, 2);
  g_autoptr (BwTable) flat = concat (files, 4);
  for (gsize row = 0; row < 5; row++) {
    g_auto (GStrv) a = bw_table_dup_row (nested, row);
    g_auto (GStrv) b = bw_table_dup_row (flat, row);
    g_assert_cmpstrv (a, b);
  }
  g_autofree char *a = sketch_column (nested, BW_FIELD_CHANNEL);
  g_autofree char *b = sketch_column (flat, BW_FIELD_CHANNEL);
  g_assert_cmpstr (a, ==, b);
}

static void
test_one (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, files[0]);
  g_autoptr (BwTable) same = bw_table_concat (&table, 1);
  g_assert_true (same == table);
}

/* Columns that mean nothing: repeated and nameless headers pair up in order. */
static void
test_headers (void)
{
  static const char *const texts[] = {
    "Other,Other,\na1,a2,a3\n",
    ",Other,Else,Other\nb3,b1,b4,b2\n",
  };
  g_autoptr (BwTable) table = concat (texts, 2);
  g_assert_cmpuint (bw_table_get_n_columns (table), ==, 4);
  static const char *const rows[] = { "a1|a2|a3|", "b1|b2|b3|b4" };
  for (gsize row = 0; row < 2; row++) {
    g_auto (GStrv) cells = bw_table_dup_row (table, row);
    g_autofree char *joined = g_strjoinv ("|", cells);
    g_assert_cmpstr (joined, ==, rows[row]);
  }
}

/* Two dictionaries of 200 texts need wider codes together. */
static void
test_widths (void)
{
  g_auto (GStrv) texts = g_new0 (char *, 3);
  for (int t = 0; t < 2; t++) {
    g_autoptr (GString) text = g_string_new ("agent\n");
    for (int i = 0; i < 200; i++)
      g_string_append_printf (text, "agent %d\n", 150 * t + i);
    texts[t] = g_strdup (text->str);
  }
  g_autoptr (BwTable) table = concat ((const char *const *) texts, 2);
  const BwColumn *column = bw_table_find (table, BW_FIELD_AGENT);
  g_assert_cmpint (column->store, ==, BW_STORE_CODE16);
  g_assert_cmpuint (bw_dictionary_get_size (column->dictionary), ==, 350);
  for (gsize row = 0; row < 400; row++) {
    g_autofree char *expected = g_strdup_printf ("agent %zu", row < 200 ? row : row - 50);
    g_assert_cmpstr (bw_dictionary_get_text (column->dictionary, bw_column_code (column, row) - 1),
                     ==, expected);
  }
}

/* --- Scales ----------------------------------------------------------------------------------- */

static const struct {
  BwFieldId field;
  double scales[2][2];
  const char *cells[2];
  double low;
  double high;
  double scores[2];
} scale_cases[] = {
  { BW_FIELD_CSAT, { { 1, 5 }, { 1, 5 } }, { "4", "4" }, 1, 5, { 4, 4 } },
  { BW_FIELD_CSAT, { { 1, 5 }, { 0, 10 } }, { "5", "5" }, 1, 5, { 5, 3 } },
  { BW_FIELD_CSAT, { { 0, 10 }, { 1, 5 } }, { "5", "2" }, 0, 10, { 5, 2.5 } },
  { BW_FIELD_CES, { { 1, 7 }, { 1, 5 } }, { "7", "5" }, 1, 7, { 7, 7 } },
  { BW_FIELD_CSAT, { { NAN, NAN }, { 1, 5 } }, { "2", "3" }, 1, 5, { 2, 3 } },
  { BW_FIELD_CSAT, { { 1, 5 }, { NAN, NAN } }, { "2", "3" }, 1, 5, { 2, 3 } },
  { BW_FIELD_NPS, { { 1, 10 }, { 0, 10 } }, { "9", "9" }, 0, 10, { 9, 9 } },
};

static void
test_scales (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale_cases); i++) {
    BwTable *tables[2];
    for (int t = 0; t < 2; t++) {
      g_autofree char *text = g_strdup_printf (
          "%s\n%s\n", bw_field_get (scale_cases[i].field)->name, scale_cases[i].cells[t]);
      tables[t] = sketch_table (BW_KIND_RESPONSES, text);
      sketch_scale (tables[t], scale_cases[i].field, scale_cases[i].scales[t][0],
                    scale_cases[i].scales[t][1]);
    }
    g_autoptr (BwTable) table = bw_table_concat (tables, 2);
    const BwColumn *column = bw_table_find (table, scale_cases[i].field);
    g_assert_cmpfloat (column->scale_low, ==, scale_cases[i].low);
    g_assert_cmpfloat (column->scale_high, ==, scale_cases[i].high);
    for (gsize row = 0; row < 2; row++)
      g_assert_cmpfloat (bw_column_meaning (column, row), ==, scale_cases[i].scores[row]);
    bw_table_unref (tables[0]);
    bw_table_unref (tables[1]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/concat/columns", test_columns);
  g_test_add_func ("/concat/texts", test_texts);
  g_test_add_func ("/concat/nested", test_nested);
  g_test_add_func ("/concat/one", test_one);
  g_test_add_func ("/concat/headers", test_headers);
  g_test_add_func ("/concat/widths", test_widths);
  g_test_add_func ("/concat/scales", test_scales);
  return g_test_run ();
}
