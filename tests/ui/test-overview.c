/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: tiles as the user arranged them, and what changed. */
#include "config.h"

#include <adwaita.h>

#include "bw-changes.h"
#include "bw-explanation-card.h"
#include "bw-overview-page.h"
#include "bw-row-detail.h"
#include "bw-row-table.h"
#include "bw-rows-dialog.h"
#include "bw-tile-order.h"
#include "bw-tile.h"
#include "ui-fixture.h"

/* --- The order ---------------------------------------------------------------------------------
 */

typedef struct {
  GSettings *settings;
  BwTileOrder *order;
  GPtrArray *figures;
} Fixture;

static BwFigure *
create_figure (const char *kpi)
{
  static BwFigure figures[4];
  static guint n;
  BwFigure *figure = &figures[n++ % G_N_ELEMENTS (figures)];

  figure->metric = bw_metric_find (kpi);
  g_assert_nonnull (figure->metric);
  return figure;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->settings = g_settings_new (APP_ID);
  fixture->order = bw_tile_order_new (fixture->settings);
  fixture->figures = g_ptr_array_new ();
  g_ptr_array_add (fixture->figures, create_figure ("tickets-created"));
  g_ptr_array_add (fixture->figures, create_figure ("tickets-closed"));
  g_ptr_array_add (fixture->figures, create_figure ("backlog"));
  g_ptr_array_add (fixture->figures, create_figure ("first-response-time"));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  bw_tile_order_reset (fixture->order);
  g_assert_false (bw_tile_order_is_own (fixture->order));
  g_ptr_array_unref (fixture->figures);
  g_assert_finalize_object (fixture->order);
  g_object_unref (fixture->settings);
}

/* "volume: tickets-created tickets-closed; speed: ..." */
static char *
describe (Fixture *fixture)
{
  g_autoptr (GPtrArray) sections = bw_tile_order_arrange (fixture->order, fixture->figures);
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < sections->len; s++) {
    const BwTileSection *section = sections->pdata[s];
    g_string_append_printf (text, "%s%s:", s > 0 ? "; " : "",
                            section->group != NULL ? section->group : "pinned");
    for (guint i = 0; i < section->figures->len; i++)
      g_string_append_printf (text, " %s", ((BwFigure *) section->figures->pdata[i])->metric->id);
  }
  return g_string_free_and_steal (text);
}

static void
check (Fixture *fixture, const char *expected)
{
  g_autofree char *text = describe (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_order (Fixture *fixture, gconstpointer unused)
{
  check (fixture, "volume: tickets-created tickets-closed backlog; speed: first-response-time");
  g_assert_true (bw_tile_order_step (fixture->order, "backlog", -1));
  check (fixture, "volume: tickets-created backlog tickets-closed; speed: first-response-time");
  g_assert_true (bw_tile_order_move (fixture->order, "tickets-created", "tickets-closed"));
  check (fixture, "volume: backlog tickets-closed tickets-created; speed: first-response-time");
  g_assert_false (bw_tile_order_step (fixture->order, "backlog", -1));
  g_assert_false (bw_tile_order_step (fixture->order, "tickets-created", 1));
  g_assert_false (bw_tile_order_move (fixture->order, "backlog", "first-response-time"));
  g_assert_false (bw_tile_order_move (fixture->order, "text from elsewhere", "backlog"));
}

static void
test_pins (Fixture *fixture, gconstpointer unused)
{
  bw_tile_order_pin (fixture->order, "first-response-time", TRUE);
  check (fixture, "pinned: first-response-time; volume: tickets-created tickets-closed backlog");
  bw_tile_order_pin (fixture->order, "backlog", TRUE);
  check (fixture, "pinned: backlog first-response-time; volume: tickets-created tickets-closed");
  g_assert_true (bw_tile_order_step (fixture->order, "backlog", 1));
  check (fixture, "pinned: first-response-time backlog; volume: tickets-created tickets-closed");
  bw_tile_order_pin (fixture->order, "first-response-time", FALSE);
  check (fixture, "pinned: backlog; volume: tickets-created tickets-closed; "
                  "speed: first-response-time");
}

static void
test_hidden (Fixture *fixture, gconstpointer unused)
{
  bw_tile_order_hide (fixture->order, "tickets-closed", TRUE);
  check (fixture, "volume: tickets-created backlog; speed: first-response-time");
  /* What is hidden keeps its place for later. */
  bw_tile_order_hide (fixture->order, "tickets-closed", FALSE);
  check (fixture, "volume: tickets-created tickets-closed backlog; speed: first-response-time");
}

/* --- The page ----------------------------------------------------------------------------------
 */

static const char *
get_kpi (BwTile *tile)
{
  return bw_tile_get_figure (tile)->metric->id;
}

static void
test_keys (void)
{
  BwWindow *window = ui_open_sample ();
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GPtrArray) tiles = ui_find_all (window, BW_TYPE_TILE);
  g_autofree char *first = g_strdup (get_kpi (tiles->pdata[0]));
  g_autofree char *second = g_strdup (get_kpi (tiles->pdata[1]));
  BwTile *focus;

  gtk_widget_grab_focus (tiles->pdata[0]);
  g_assert_true (gtk_widget_activate_action (tiles->pdata[0], "tile.move-aside", "i", 1));
  ui_settle ();
  g_clear_pointer (&tiles, g_ptr_array_unref);
  tiles = ui_find_all (window, BW_TYPE_TILE);
  g_assert_cmpstr (get_kpi (tiles->pdata[0]), ==, second);
  g_assert_cmpstr (get_kpi (tiles->pdata[1]), ==, first);
  focus = BW_TILE (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_cmpstr (get_kpi (focus), ==, first);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (focus), "tile.hide", NULL));
  ui_settle ();
  g_clear_pointer (&tiles, g_ptr_array_unref);
  tiles = ui_find_all (window, BW_TYPE_TILE);
  for (guint i = 0; i < tiles->len; i++)
    g_assert_cmpstr (get_kpi (tiles->pdata[i]), !=, first);
  g_assert_true (ui_has_text (window, "Hidden"));
  ui_close_window (window);

  /* Another window shows the same arrangement. */
  window = ui_open_sample ();
  g_assert_cmpstr (get_kpi (ui_find (window, BW_TYPE_TILE)), ==, second);
  bw_window_show_page (window, "volume");
  ui_settle ();
  g_assert_false (ui_has_text (window, "Hidden"));
  ui_close_window (window);
  g_settings_reset (settings, "tile-order");
  g_settings_reset (settings, "hidden-tiles");
}

/* --- What changed ------------------------------------------------------------------------------
 */

/* The strongest first, no noise, and what is good or bad before what is neither. */
static void
test_choose (void)
{
  BwFigure figures[] = {
    { .metric = bw_metric_find ("tickets-created"),
      .change = 500,
      .change_interval = { 499, 501 },
      .signal = BW_SIGNAL_UP },
    { .metric = bw_metric_find ("csat"),
      .change = -0.04,
      .change_interval = { -0.06, -0.02 },
      .signal = BW_SIGNAL_DOWN },
    { .metric = bw_metric_find ("reopen-rate"),
      .change = 0.04,
      .change_interval = { 0.03, 0.05 },
      .signal = BW_SIGNAL_UP },
    { .metric = bw_metric_find ("backlog"),
      .change = 9,
      .change_interval = { -5, 23 },
      .signal = BW_SIGNAL_NONE },
    { .metric = bw_metric_find ("nps"), .change = NAN, .signal = BW_SIGNAL_UNKNOWN },
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    figures[i].available = TRUE;
    figures[i].has_previous = TRUE;
    figures[i].current = (BwCell) { .value = 0.81, .n = 1000 };
    g_ptr_array_add (all, &figures[i]);
  }
  chosen = bw_changes_choose (all, 5);
  g_assert_cmpuint (chosen->len, ==, 3);
  g_assert_true (chosen->pdata[0] == &figures[2]);
  g_assert_true (chosen->pdata[1] == &figures[1]);
  g_assert_true (chosen->pdata[2] == &figures[0]);
  sentence = bw_changes_describe (&figures[1]);
  g_assert_nonnull (strstr (sentence, "fell from"));
}

/* A label on the screen that says that, or NULL. */
static GtkWidget *
find_words (gpointer root, const char *words)
{
  g_autoptr (GPtrArray) labels = ui_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (labels->pdata[i]), words) != NULL)
      return labels->pdata[i];
  return NULL;
}

static gboolean
is_explained (gpointer window)
{
  return find_words (ui_find (window, BW_TYPE_CHANGES), ": mostly Chat, which fell from") != NULL;
}

static gboolean
has_explanation (gpointer window)
{
  return ui_find (window, BW_TYPE_EXPLANATION_CARD) != NULL;
}

static gboolean
knows_tickets (gpointer dialog)
{
  return ui_find (dialog, ADW_TYPE_TOGGLE_GROUP) != NULL;
}

static gpointer
find_button (gpointer root, const char *words)
{
  GtkWidget *label = find_words (root, words);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
is_ticket_in_view (gpointer dialog)
{
  BwRowTable *table = ui_find (dialog, BW_TYPE_ROW_TABLE);

  return table != NULL && !bw_row_table_get_busy (table) && find_words (table, "Subject") != NULL;
}

/* The tickets that the answers are about are a click away, on what says so. */
static void
check_tickets (gpointer dialog)
{
  BwRowTable *table;
  GListModel *rows;

  ui_wait_for (knows_tickets, dialog);
  ui_wait_for (is_ticket_in_view, dialog);
  table = ui_find (dialog, BW_TYPE_ROW_TABLE);
  rows = G_LIST_MODEL (gtk_column_view_get_model (bw_row_table_get_view (table)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 14);
  for (guint i = 0; i < 14; i++) {
    g_autoptr (BwRowItem) item = g_list_model_get_item (rows, i);
    BwTable *tickets = bw_row_item_get_table (item);
    guint column = 0;
    g_assert_cmpint (bw_table_get_kind (tickets), ==, BW_KIND_TICKETS);
    while (bw_table_get_column (tickets, column)->field != BW_FIELD_CHANNEL)
      column++;
    g_assert_cmpstr (bw_row_item_get_text (item, column), ==, "Chat");
  }
}

/* Which channel made satisfaction fall last month, and the answers and tickets behind it: a
 * sentence, a click on it, and clicks on buttons that say so. */
static void
test_finds_what_changed (void)
{
  BwWindow *window = ui_open_sample ();
  GtkWidget *row, *card;
  BwRowsDialog *rows;

  ui_wait_for (is_explained, window);
  row = gtk_widget_get_ancestor (find_words (ui_find (window, BW_TYPE_CHANGES), "mostly Chat"),
                                 ADW_TYPE_ACTION_ROW);
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                   bw_metric_find ("csat")->name));
  g_assert_true (gtk_widget_activate (row));
  ui_wait_for (has_explanation, window);
  ui_settle ();

  /* In view, and the focus is in it. */
  card = ui_find (window, BW_TYPE_EXPLANATION_CARD);
  g_assert_nonnull (gtk_widget_get_focus_child (card));
  g_assert_nonnull (find_button (card, "Show Tickets: Chat"));
  g_signal_emit_by_name (find_button (card, "Show Tickets: Chat"), "clicked");
  ui_settle ();
  rows = ui_find (window, BW_TYPE_ROWS_DIALOG);
  g_assert_nonnull (rows);
  g_assert_nonnull (find_words (rows, "14 Rows"));
  check_tickets (rows);
  /* What is chosen first tells its details. */
  g_assert_null (ui_find (rows, BW_TYPE_ROW_DETAIL));
  gtk_selection_model_select_item (
      gtk_column_view_get_model (bw_row_table_get_view (ui_find (rows, BW_TYPE_ROW_TABLE))), 0,
      TRUE);
  ui_settle ();
  g_assert_nonnull (ui_find (rows, BW_TYPE_ROW_DETAIL));
  ui_close_window (window);
}

/* In a narrow window, too, one sees what the button says that was looked for. */
static void
test_seeks_in_narrow_window (void)
{
  BwWindow *window = ui_open_window ();
  graphene_rect_t place;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  ui_settle ();
  ui_activate (window, "open-sample", NULL);
  ui_wait_for_figures (window);
  ui_activate (window, "show-explanation", "csat");
  ui_wait_for (has_explanation, window);
  ui_settle ();
  g_assert_true (gtk_widget_compute_bounds (
      find_button (ui_find (window, BW_TYPE_EXPLANATION_CARD), "Show Tickets: Chat"),
      GTK_WIDGET (window), &place));
  g_assert_cmpfloat (place.origin.y, >, 0);
  g_assert_cmpfloat (place.origin.y + place.size.height, <,
                     gtk_widget_get_height (GTK_WIDGET (window)));
  ui_close_window (window);
}

/* Without a period to compare with, nothing changed. */
static void
test_changes_need_comparison (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);

  g_assert_nonnull (ui_find (window, BW_TYPE_CHANGES));
  bw_workspace_set_compare (workspace, BW_COMPARE_NONE);
  ui_wait_for_figures (window);
  g_assert_null (ui_find (window, BW_TYPE_CHANGES));
  bw_workspace_set_compare (workspace, BW_COMPARE_PREVIOUS);
  ui_wait_for_figures (window);
  ui_close_window (window);
}

/* What a changed question does not change stays as it is, opened rows too. */
static void
test_rows_stay (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  BwOverviewPage *page = ui_find (window, BW_TYPE_OVERVIEW_PAGE);
  AdwExpanderRow *row = ui_find (page, ADW_TYPE_EXPANDER_ROW);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (row, TRUE);
  bw_workspace_set_compare (workspace, BW_COMPARE_YEAR);
  ui_wait_for_figures (window);
  g_assert_true (ui_find (page, ADW_TYPE_EXPANDER_ROW) == row);
  g_assert_true (adw_expander_row_get_expanded (row));
  bw_workspace_set_compare (workspace, BW_COMPARE_PREVIOUS);
  ui_wait_for_figures (window);
  ui_close_window (window);
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

/* A period without any data is no steady one, and there is a way back. */
static void
test_no_data (void)
{
  BwWindow *window = ui_open_sample ();

  ui_activate (window, "period", "2019-03");
  ui_wait_for_figures (window);
  g_assert_true (ui_has_text (window, "No data of March 2019"));
  g_assert_false (ui_has_text (window, "Nothing changed more than by chance"));
  g_assert_true (ui_has_text (window, "Show October 2025"));
  ui_activate (window, "period", "last-month");
  ui_wait_for_figures (window);
  g_assert_false (ui_has_text (window, "No data of March 2019"));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("/overview/order", test_order);
  ADD ("/overview/pins", test_pins);
  ADD ("/overview/hidden", test_hidden);
  g_test_add_func ("/overview/keys", test_keys);
  g_test_add_func ("/overview/choose", test_choose);
  g_test_add_func ("/overview/finds-what-changed", test_finds_what_changed);
  g_test_add_func ("/overview/seeks-in-narrow-window", test_seeks_in_narrow_window);
  g_test_add_func ("/overview/changes-need-comparison", test_changes_need_comparison);
  g_test_add_func ("/overview/rows-stay", test_rows_stay);
  g_test_add_func ("/overview/no-data", test_no_data);
  return g_test_run ();
}
