/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are found by their texts, and what one table knows is lent to another. */
#include "bw-join.h"
#include "bw-row-index.h"
#include "sketch.h"

static char *
list_groups (const BwRowIndex *index)
{
  GString *text = g_string_new (NULL);
  for (gsize group = 0; group < bw_row_index_get_n_groups (index); group++) {
    gsize n;
    const guint32 *rows = bw_row_index_get_rows (index, group, &n);
    for (gsize i = 0; i < n; i++)
      g_string_append_printf (text, "%s%u", i > 0 ? "," : group > 0 ? " " : "", rows[i]);
  }
  return g_string_free_and_steal (text);
}

/* Without case, '#' and blanks; no group of what says nothing or is not counted. */
static void
test_groups (void)
{
  g_autoptr (BwTable) table = sketch_table (
      BW_KIND_TICKETS, "id,channel,aside\nA-1,x,\n#a-1,x,\nB,x,\nN/A,x,\n,x,\nb ,x,\n"
                       "C,x,spam\nB,x,spam\n");
  g_autoptr (BwRowIndex) index = bw_row_index_new (table, 0);
  g_autofree char *groups = list_groups (index);
  g_assert_cmpstr (groups, ==, "0,1 2,5");

  gsize group = 99;
  g_autoptr (GString) key = g_string_new ("b");
  g_assert_true (bw_row_index_find (index, key, &group));
  g_assert_cmpuint (group, ==, 1);
  g_string_assign (key, "c");
  g_assert_false (bw_row_index_find (index, key, &group));
  g_string_assign (key, "");
  g_assert_false (bw_row_index_find (index, key, &group));
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("id,channel\n");
  for (int i = 0; i < 50000; i++)
    g_string_append_printf (text, "T%d,x\n", i * 7919 % 10000);
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, text->str);
  g_autoptr (BwRowIndex) index = bw_row_index_new (table, 0);
  g_assert_cmpuint (bw_row_index_get_n_groups (index), ==, 10000);
  for (gsize group = 0; group < 10000; group++) {
    gsize n;
    const guint32 *rows = bw_row_index_get_rows (index, group, &n);
    g_assert_cmpuint (n, ==, 5);
    for (gsize i = 0; i < n; i++)
      g_assert_cmpuint (rows[i], ==, group + 10000 * i);
  }
}

static void
test_dimensions (void)
{
  g_autoptr (BwTable) tickets =
                sketch_table (BW_KIND_TICKETS, "id,channel,team\n1,email,A\n2,chat,B\n");
  g_autoptr (BwTable) responses = sketch_table (BW_KIND_RESPONSES,
                                               "ticket-id,team,rated\n2,Own,100\n3,,200\n1,,300\n");
  g_autofree guint32 *matches =
      bw_join_find (responses, BW_FIELD_TICKET_ID, tickets, BW_FIELD_ID, NULL);
  g_assert_cmpuint (matches[0], ==, 1);
  g_assert_cmpuint (matches[1], ==, BW_JOIN_NONE);
  g_assert_null (bw_join_find (tickets, BW_FIELD_TICKET_ID, responses, BW_FIELD_ID, NULL));

  g_autoptr (BwTable) joined = bw_join_dimensions (responses, tickets, matches);
  g_autofree char *channels = sketch_column (joined, BW_FIELD_CHANNEL);
  g_autofree char *teams = sketch_column (joined, BW_FIELD_TEAM);
  g_assert_cmpstr (channels, ==, "chat - email");
  g_assert_cmpstr (teams, ==, "Own - -");
  g_autofree char *text = bw_table_dup_text (joined, 0, 3);
  g_assert_cmpstr (text, ==, "chat");
  g_auto (GStrv) row = bw_table_dup_row (joined, 2);
  g_assert_cmpstr (row[0], ==, "1");
  g_assert_cmpstr (row[3], ==, "email");
}

/* Each ticket once, whatever belongs to it. */
static void
test_select (void)
{
  g_autoptr (BwTable) tickets =
                sketch_table (BW_KIND_TICKETS, "id,channel\n1,email\n2,chat\n3,chat\n");
  g_autoptr (BwTable) responses =
                sketch_table (BW_KIND_RESPONSES, "ticket-id,rated\n2,100\n9,200\n#2,300\n1,400\n");
  g_autoptr (BwBits) rows = bw_bits_new (4, TRUE);
  bw_bits_set (rows, 3, FALSE);
  g_autoptr (BwBits) found =
                bw_join_select (responses, rows, BW_FIELD_TICKET_ID, tickets, BW_FIELD_ID);
  g_assert_cmpuint (bw_bits_count (found), ==, 1);
  g_assert_true (bw_bits_has (found, 1));
  g_assert_null (bw_join_select (tickets, found, BW_FIELD_TICKET_ID, responses, BW_FIELD_ID));
}

/* The first to know counts; later ones only fill what it lacks. */
static void
test_merge (void)
{
  g_autoptr (BwTable) listed = sketch_table (
      BW_KIND_TICKETS, "id,created,solved,channel\n1,10,20,email\n2,30,,chat\n");
  g_autoptr (BwTable) logged = sketch_table (
      BW_KIND_TICKETS, "id,created,solved,reopens\n2,31,40,1\n1,11,21,0\n3,50,60,2\n");
  BwTable *tables[] = { listed, logged };
  g_autoptr (BwTable) all = bw_join_merge (tables, 2);
  g_autofree char *asides = sketch_asides (all);
  g_autofree char *created = sketch_column (all, BW_FIELD_CREATED);
  g_autofree char *solved = sketch_column (all, BW_FIELD_SOLVED);
  g_autofree char *reopens = sketch_column (all, BW_FIELD_REOPENS);
  g_assert_cmpstr (asides, ==, "none none duplicate duplicate none");
  g_assert_cmpstr (created, ==, "10 30 31 11 50");
  g_assert_cmpstr (solved, ==, "20 40 40 21 60");
  g_assert_cmpstr (reopens, ==, "0 1 1 0 2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/join/groups", test_groups);
  g_test_add_func ("/join/many", test_many);
  g_test_add_func ("/join/dimensions", test_dimensions);
  g_test_add_func ("/join/select", test_select);
  g_test_add_func ("/join/merge", test_merge);
  return g_test_run ();
}
