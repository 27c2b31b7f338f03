/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files: found, sorted, copied, and looked into. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "bw-columns-dialog.h"
#include "bw-row-columns.h"
#include "bw-row-detail.h"
#include "bw-tickets-page.h"
#include "bw-unit.h"
#include "ui-fixture.h"

static const char tickets[] =
    "Ticket ID,Subject,Requester,Status,Priority,Channel,Created at,First reply at,Solved at,Tags\n"
    "1,Printer on fire,Ana Müller,Solved,Urgent,Phone,2025-03-01 11:52,2025-03-01 14:02,"
    "2025-03-02 09:00,hardware\n"
    "2,Invoice wrong,Bob,Open,Low,Email,2025-03-10 08:00,2025-03-10 09:00,,billing\n"
    "10,=1+1,Chloé,Solved,Normal,Email,2025-03-05 10:00,2025-03-05 10:30,2025-03-06 10:00,vip\n"
    "9,Old matter,Ana Müller,Solved,High,Chat,2025-02-10 10:00,2025-02-10 10:30,"
    "2025-02-11 10:00,hardware\n";

static gboolean
is_done (gpointer table)
{
  return !bw_row_table_get_busy (table);
}

static void
wait_for_rows (BwRowTable *table)
{
  ui_settle ();
  /* The search entry waits a moment for more letters. */
  g_usleep (150000);
  ui_settle ();
  ui_wait_for (is_done, table);
  ui_settle ();
}

static BwWindow *
open_path (const char *path, BwRowTable **table)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BwWindow *window = ui_open_window ();

  bw_window_open_files (window, &file, 1);
  ui_wait_for_figures (window);
  bw_window_show_page (window, "tickets");
  ui_settle ();
  *table = ui_find (window, BW_TYPE_ROW_TABLE);
  g_assert_nonnull (*table);
  wait_for_rows (*table);
  return window;
}

static BwWindow *
open_tickets (BwRowTable **table)
{
  g_autofree char *path = ui_make_file ("march.csv", tickets);

  return open_path (path, table);
}

static GListModel *
get_rows (BwRowTable *table)
{
  return G_LIST_MODEL (gtk_column_view_get_model (bw_row_table_get_view (table)));
}

/* Ids in the order of the rows. */
static char *
list_ids (BwRowTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < bw_row_table_get_n_rows (table); i++) {
    g_autoptr (BwRowItem) item = g_list_model_get_item (get_rows (table), i);
    g_string_append_printf (out, i > 0 ? " %s" : "%s", bw_row_item_get_text (item, 0));
  }
  return g_string_free_and_steal (out);
}

static void
expect (BwRowTable *table, const char *expected)
{
  g_autofree char *ids = list_ids (table);

  g_assert_cmpstr (ids, ==, expected);
}

static GtkColumnViewColumn *
find_column (BwRowTable *table, guint index)
{
  GListModel *columns = gtk_column_view_get_columns (bw_row_table_get_view (table));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    if (bw_row_columns_get_index (column) == index)
      return column;
  }
  return NULL;
}

static void
choose_scope (BwWindow *window, BwRowTable *table, const char *name)
{
  g_autoptr (GPtrArray) groups = ui_find_all (window, ADW_TYPE_TOGGLE_GROUP);

  for (guint i = 0; i < groups->len; i++)
    if (adw_toggle_group_get_toggle_by_name (groups->pdata[i], name) != NULL)
      adw_toggle_group_set_active_name (groups->pdata[i], name);
  wait_for_rows (table);
}

/* The newest first; the period's, or all. */
static void
test_scope (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autoptr (BwPeriod) march =
                bw_period_parse ("2025-03", bw_workspace_get_zone (workspace), 0, 0, NULL);

  bw_workspace_set_period (workspace, march);
  wait_for_rows (table);
  expect (table, "2 10 1");
  g_assert_true (ui_has_text (window, "3 of 4 rows"));
  choose_scope (window, table, "all");
  expect (table, "2 10 1 9");
  ui_close_window (window);
}

static void
test_filter (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autoptr (BwFilter) filter =
                bw_filter_parse (bw_workspace_get_filter (workspace), "channel=email", NULL);

  choose_scope (window, table, "all");
  bw_workspace_set_filter (workspace, filter);
  wait_for_rows (table);
  expect (table, "2 10");
  ui_close_window (window);
}

static void
test_sort (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  GtkColumnView *view = bw_row_table_get_view (table);

  choose_scope (window, table, "all");
  gtk_column_view_sort_by_column (view, find_column (table, 0), GTK_SORT_ASCENDING);
  wait_for_rows (table);
  expect (table, "1 2 9 10");
  gtk_column_view_sort_by_column (view, find_column (table, 4), GTK_SORT_DESCENDING);
  wait_for_rows (table);
  expect (table, "1 9 10 2");
  ui_close_window (window);
}

static void
test_search (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  BwTicketsPage *page = ui_find (window, BW_TYPE_TICKETS_PAGE);

  bw_tickets_page_search (page, "MULLER");
  wait_for_rows (table);
  expect (table, "1 9");
  bw_tickets_page_search (page, "fire");
  wait_for_rows (table);
  expect (table, "1");
  bw_tickets_page_search (page, "nobody has this");
  wait_for_rows (table);
  expect (table, "");
  g_assert_true (ui_has_text (window, "No Rows"));
  bw_tickets_page_search (page, "");
  wait_for_rows (table);
  expect (table, "2 10 1 9");
  ui_close_window (window);
}

/* Only what was asked last is shown. */
static void
test_latest_wins (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  BwRowChoice choice = { .from = BW_TIME_NONE, .text = "printer" };

  bw_row_table_choose (table, &choice);
  choice.text = "invoice";
  bw_row_table_choose (table, &choice);
  ui_wait_for (is_done, table);
  ui_settle ();
  expect (table, "2");
  ui_close_window (window);
}

/* Making the widgets of rows anew would take many frames: they show other rows instead. */
static void
test_keeps_widgets (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  choose_scope (window, table, "all");
  before = ui_find_all (table, GTK_TYPE_INSCRIPTION);
  gtk_column_view_sort_by_column (bw_row_table_get_view (table), find_column (table, 0),
                                  GTK_SORT_ASCENDING);
  wait_for_rows (table);
  after = ui_find_all (table, GTK_TYPE_INSCRIPTION);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (after->pdata[i] == before->pdata[i]);
  g_assert_cmpstr (gtk_inscription_get_text (after->pdata[0]), ==, "1");
  ui_close_window (window);
}

static char *
write_many (guint n)
{
  GString *out = g_string_new ("Ticket ID,Subject,Status,Created at\n");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (out, "%u,Ticket %u,Open,2025-03-%02u 10:00\n", i, i, 1 + i % 28);
  return g_string_free_and_steal (out);
}

/* Every cell that can be seen has words; returns how many those are. */
static guint
check_seen (BwRowTable *table)
{
  GtkWidget *view = GTK_WIDGET (bw_row_table_get_view (table));
  g_autoptr (GPtrArray) cells = ui_find_all (table, GTK_TYPE_INSCRIPTION);
  guint n = 0;

  for (guint i = 0; i < cells->len; i++) {
    graphene_rect_t bounds;
    g_assert_true (gtk_widget_compute_bounds (cells->pdata[i], view, &bounds));
    if (bounds.origin.y + bounds.size.height < 0 || bounds.origin.y > gtk_widget_get_height (view))
      continue;
    n++;
    g_assert_nonnull (gtk_inscription_get_text (cells->pdata[i]));
  }
  return n;
}

/* Wherever it jumps or grows to, and whatever it is sorted by. */
static void
test_jump (void)
{
  const double places[] = { 0.5, 1, 0.01, 0.02, 0 };
  g_autofree char *text = write_many (800);
  g_autofree char *path = ui_make_file ("many.csv", text);
  BwRowTable *table;
  BwWindow *window = open_path (path, &table);
  GtkColumnView *view = bw_row_table_get_view (table);
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  choose_scope (window, table, "all");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    gtk_adjustment_set_value (scroll, places[i] * gtk_adjustment_get_upper (scroll));
    ui_settle ();
    g_assert_cmpuint (check_seen (table), >, 40);
    gtk_column_view_sort_by_column (view, find_column (table, i % 4), (GtkSortType) (i % 2));
    wait_for_rows (table);
    g_assert_cmpuint (check_seen (table), >, 40);
  }
  gtk_column_view_scroll_to (view, 700, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  ui_settle ();
  g_assert_cmpuint (check_seen (table), >, 40);
  ui_close_window (window);
}

/* Places are selected, and no longer when they go. */
static void
test_select (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GtkBitset) left = NULL;

  choose_scope (window, table, "all");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_rows (table)));
  gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (get_rows (table)), 2);
  all = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (get_rows (table)));
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 3);
  g_assert_false (gtk_bitset_contains (all, 2));
  g_assert_nonnull (bw_row_table_get_current (table));
  bw_tickets_page_search (ui_find (window, BW_TYPE_TICKETS_PAGE), "fire");
  wait_for_rows (table);
  left = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (get_rows (table)));
  g_assert_cmpuint (gtk_bitset_get_size (left), <=, 1);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 3);
  ui_close_window (window);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

static char *
copy (BwWindow *window, BwRowTable *table, const char *action)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (table));
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), action, NULL));
  ui_settle ();
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  ui_wait_for (is_read, &text);
  return text;
}

/* The selected rows in the visible columns, formulas guarded. */
static void
test_copy (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  GListModel *columns = gtk_column_view_get_columns (bw_row_table_get_view (table));

  choose_scope (window, table, "all");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    gtk_column_view_column_set_visible (column, bw_row_columns_get_index (column) < 2);
  }
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (table)), 1, TRUE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (table)), 2, FALSE);
  g_autofree char *tabs = copy (window, table, "rows.copy");
  g_assert_cmpstr (tabs, ==, "Ticket ID\tSubject\n10\t'=1+1\n1\tPrinter on fire\n");
  g_autofree char *csv = copy (window, table, "rows.copy-csv");
  g_assert_cmpstr (csv, ==, "Ticket ID,Subject\r\n10,'=1+1\r\n1,Printer on fire\r\n");
  ui_close_window (window);
}

/* Every field of the row, times in words, and where it comes from. */
static void
test_detail (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  BwRowDetail *detail;
  g_autofree char *value = NULL;
  g_autofree char *working = NULL;

  choose_scope (window, table, "all");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (table)), 2, TRUE);
  g_usleep (100000);
  ui_settle ();
  detail = ui_find (window, BW_TYPE_ROW_DETAIL);
  g_assert_nonnull (detail);
  g_assert_true (ui_has_text (detail, "1 · Printer on fire"));
  g_assert_true (ui_has_text (detail, "march.csv, line 2"));
  g_assert_true (ui_has_text (detail, "2025-03-01 11:52"));
  g_assert_true (ui_has_text (detail, "Ana Müller"));
  value = bw_unit_format (BW_UNIT_SECONDS, 7800, BW_FORMAT_SHORT);
  working = g_strconcat (value, " = 14:02 − 11:52 (First reply − Created)\n",
                         "by reply date: 2025-03-01 14:02", NULL);
  g_assert_true (ui_has_text (detail, working));
  ui_close_window (window);
}

/* Which columns, in which order, is remembered for the next table of that kind. */
static void
test_columns (void)
{
  BwRowTable *table;
  BwWindow *window = open_tickets (&table);
  GtkColumnView *view = bw_row_table_get_view (table);
  GListModel *columns = gtk_column_view_get_columns (view);
  BwColumnsDialog *dialog;

  gtk_column_view_column_set_visible (find_column (table, 5), FALSE);
  gtk_column_view_column_set_fixed_width (find_column (table, 1), 333);
  bw_columns_dialog_move (view, find_column (table, 1), -1);
  ui_close_window (window);

  window = open_tickets (&table);
  view = bw_row_table_get_view (table);
  columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  g_assert_cmpuint (bw_row_columns_get_index (first), ==, 1);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (first), ==, 333);
  g_assert_false (gtk_column_view_column_get_visible (find_column (table, 5)));

  gtk_widget_activate_action (GTK_WIDGET (table), "rows.choose-columns", NULL);
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_COLUMNS_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (ui_has_text (dialog, "Channel"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/tickets/scope", test_scope);
  g_test_add_func ("/tickets/filter", test_filter);
  g_test_add_func ("/tickets/sort", test_sort);
  g_test_add_func ("/tickets/search", test_search);
  g_test_add_func ("/tickets/latest-wins", test_latest_wins);
  g_test_add_func ("/tickets/keeps-widgets", test_keeps_widgets);
  g_test_add_func ("/tickets/jump", test_jump);
  g_test_add_func ("/tickets/select", test_select);
  g_test_add_func ("/tickets/copy", test_copy);
  g_test_add_func ("/tickets/detail", test_detail);
  g_test_add_func ("/tickets/columns", test_columns);
  return g_test_run ();
}
