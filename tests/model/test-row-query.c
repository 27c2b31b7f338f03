/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are shown, in which order. */
#include <string.h>

#include "bw-row-order.h"
#include "bw-row-query.h"
#include "sketch.h"

static const char tickets[] =
    "id,subject,requester,tag,channel,priority,created,reopens,amount,aside\n"
    "T-10,Printer on fire,Ana Müller,vip;hardware,Phone,3,100,2,10.5,none\n"
    "T-9,printer jam,Bob,hardware,email,1,300,,-3,none\n"
    "T-100,Invoice wrong,Chloé,billing,Email,4,200,0,,none\n"
    "T-8,,Ana Muller,,phone,,,1,7,none\n"
    "T-7,Printer,Spammer,,email,2,150,5,1,spam\n";

static int
find_column (const BwTable *table, BwFieldId field)
{
  for (guint c = 0; c < bw_table_get_n_columns (table); c++)
    if (bw_table_get_column (table, c)->field == field)
      return (int) c;
  return -1;
}

static char *
run (const BwTable *table, const BwRowQuery *query)
{
  gsize n = 0;
  g_autofree guint32 *rows = bw_row_query_run (query, table, &n, NULL, NULL, NULL);
  GString *out = g_string_new (NULL);
  g_assert_nonnull (rows);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (out, i > 0 ? " %u" : "%u", rows[i]);
  return g_string_free_and_steal (out);
}

/* Rows that are set aside are not shown; those without a value come last both ways. */
static void
test_sort (void)
{
  static const struct {
    BwFieldId field;
    const char *up;
    const char *down;
  } cases[] = {
    { BW_FIELD_ID, "3 1 0 2", "2 0 1 3" },        { BW_FIELD_SUBJECT, "2 1 0 3", "0 1 2 3" },
    { BW_FIELD_REQUESTER, "0 3 1 2", "2 1 0 3" }, /* the same name */
    { BW_FIELD_PRIORITY, "1 0 2 3", "2 0 1 3" },  { BW_FIELD_CREATED, "0 2 1 3", "1 2 0 3" },
    { BW_FIELD_REOPENS, "2 3 0 1", "0 3 2 1" },   { BW_FIELD_AMOUNT, "1 3 0 2", "0 3 1 2" },
  };
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    BwRowQuery query = { .from = BW_TIME_NONE, .column = find_column (table, cases[i].field) };
    g_autofree char *up = run (table, &query);
    g_assert_cmpint (query.column, >=, 0);
    g_assert_cmpstr (up, ==, cases[i].up);
    query.descending = TRUE;
    g_autofree char *down = run (table, &query);
    g_assert_cmpstr (down, ==, cases[i].down);
  }
}

static void
test_unsorted (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  BwRowQuery query = { .from = BW_TIME_NONE, .column = -1 };
  g_autofree char *rows = run (table, &query);
  g_assert_cmpstr (rows, ==, "0 1 2 3");
}

static void
test_search (void)
{
  static const struct {
    const char *text;
    const char *rows;
  } cases[] = {
    { "", "0 1 2 3" },         { "   ", "0 1 2 3" },
    { "printer", "0 1" },      { "PRINTER JAM", "1" },
    { "jam printer", "1" },    { "muller", "0 3" },
    { "müller printer", "0" }, { "chloe", "2" },
    { "t-10", "0 2" },         { "hardware", "0 1" },
    { "hard fire", "0" },      { "email", "" }, /* a channel is a filter's */
    { "nobody", "" },
  };
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    BwRowQuery query = { .from = BW_TIME_NONE, .column = -1, .text = cases[i].text };
    g_autofree char *rows = run (table, &query);
    g_assert_cmpstr (rows, ==, cases[i].rows);
  }
}

/* A table without any of the searched fields is searched as a whole. */
static void
test_search_other_columns (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS,
                                           "created,Note\n100,hello\n200,Hello again\n300,bye\n");
  BwRowQuery query = { .from = BW_TIME_NONE, .column = -1, .text = "hello" };
  g_autofree char *rows = run (table, &query);
  g_assert_cmpstr (rows, ==, "0 1");
}

static void
test_filter_and_span (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  g_autoptr (BwFilter) all = bw_filter_new ();
  g_autoptr (BwFilter) email = bw_filter_parse (all, "channel=email,Email", NULL);
  BwRowQuery query = { .filter = email, .from = BW_TIME_NONE, .column = -1 };
  g_autofree char *by_filter = run (table, &query);
  g_assert_cmpstr (by_filter, ==, "1 2");

  query = (BwRowQuery) { .from = BW_TIME_ORIGIN + 100, .to = BW_TIME_ORIGIN + 300, .column = -1 };
  g_autofree char *by_span = run (table, &query);
  g_assert_cmpstr (by_span, ==, "0 2");

  query.filter = email;
  g_autofree char *by_both = run (table, &query);
  g_assert_cmpstr (by_both, ==, "2");
}

/* The rows that are given may be some that are set aside. */
static void
test_among (void)
{
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  g_autoptr (BwBits) bits = bw_bits_new (5, FALSE);
  bw_bits_set (bits, 1, TRUE);
  bw_bits_set (bits, 4, TRUE);
  BwRowQuery query = { .rows = bits, .from = BW_TIME_NONE, .column = 0 };
  g_autofree char *all = run (table, &query);
  g_assert_cmpstr (all, ==, "4 1");
  query.text = "spammer";
  g_autofree char *found = run (table, &query);
  g_assert_cmpstr (found, ==, "4");
}

static void
test_dates (void)
{
  static const struct {
    BwKind kind;
    const char *header;
    BwFieldId field;
  } cases[] = {
    { BW_KIND_TICKETS, "id,created,rated", BW_FIELD_CREATED },
    { BW_KIND_TICKETS, "id,solved", BW_FIELD_NONE },
    { BW_KIND_RESPONSES, "id,created,rated", BW_FIELD_RATED },
    { BW_KIND_RESPONSES, "id,created", BW_FIELD_CREATED },
    { BW_KIND_CALLS, "id,ended,started", BW_FIELD_STARTED },
    { BW_KIND_FINANCE, "date,amount", BW_FIELD_DATE },
    { BW_KIND_CUSTOMERS, "id,since", BW_FIELD_SINCE },
    { BW_KIND_EVENTS, "id,at", BW_FIELD_AT },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat (cases[i].header, "\n1,2,3\n", NULL);
    g_autoptr (BwTable) table = sketch_table (cases[i].kind, text);
    const BwColumn *date = bw_row_query_find_date (table);
    g_assert_cmpint (date ? date->field : BW_FIELD_NONE, ==, cases[i].field);
  }
}

/* Many rows in many blocks: against a plain sort, and long texts that differ only at their end. */
static void
test_many (void)
{
  const guint n = 40000;
  g_autoptr (GString) text = g_string_new ("id,subject,reopens\n");
  guint32 random = 1;
  for (guint i = 0; i < n; i++) {
    random = random * 1664525 + 1013904223;
    g_string_append_printf (text, "%u,Re: about the same matter as before number %u,%u\n", i,
                            random >> 12, random >> 28);
  }
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, text->str);
  for (int c = 1; c <= 2; c++) {
    BwRowQuery query = { .from = BW_TIME_NONE, .column = c };
    gsize n_rows = 0;
    g_autofree guint32 *rows = bw_row_query_run (&query, table, &n_rows, NULL, NULL, NULL);
    g_assert_cmpuint (n_rows, ==, n);
    for (guint i = 1; i < n; i++) {
      g_autofree char *a = bw_table_dup_text (table, rows[i - 1], (guint) c);
      g_autofree char *b = bw_table_dup_text (table, rows[i], (guint) c);
      guint64 x = g_ascii_strtoull (strrchr (a, ' ') ? strrchr (a, ' ') + 1 : a, NULL, 10);
      guint64 y = g_ascii_strtoull (strrchr (b, ' ') ? strrchr (b, ' ') + 1 : b, NULL, 10);
      g_assert_cmpuint (x, <=, y);
      g_assert_true (x < y || rows[i - 1] < rows[i]);
    }
  }
}

static void
count_cb (double fraction, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_atomic_int_inc ((int *) user_data);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (GString) text = g_string_new ("id,subject\n");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,subject %u\n", i, i);
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, text->str);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  BwRowQuery query = { .from = BW_TIME_NONE, .column = 1, .text = "199" };
  gsize n = 0;
  int calls = 0;
  g_autofree guint32 *rows = bw_row_query_run (&query, table, &n, cancellable, count_cb, &calls);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (calls, >, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (bw_row_query_run (&query, table, &n, cancellable, NULL, NULL));
  query.text = NULL;
  g_assert_null (bw_row_query_run (&query, table, &n, cancellable, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-query/sort", test_sort);
  g_test_add_func ("/row-query/unsorted", test_unsorted);
  g_test_add_func ("/row-query/search", test_search);
  g_test_add_func ("/row-query/search-other-columns", test_search_other_columns);
  g_test_add_func ("/row-query/filter-and-span", test_filter_and_span);
  g_test_add_func ("/row-query/among", test_among);
  g_test_add_func ("/row-query/dates", test_dates);
  g_test_add_func ("/row-query/many", test_many);
  g_test_add_func ("/row-query/progress-and-cancel", test_progress_and_cancel);
  return g_test_run ();
}
