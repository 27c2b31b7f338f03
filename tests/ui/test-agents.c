/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members side by side: agents with their own pages and without their names, channels and teams. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "bw-agent-page.h"
#include "bw-agents-part.h"
#include "bw-chart-card.h"
#include "bw-compare-page.h"
#include "bw-rows-dialog.h"
#include "bw-score-table.h"
#include "bw-section.h"
#include "bw-sidebar.h"
#include "ui-fixture.h"

#define AGENT "Alice Ashdown"

static gboolean
has_table (gpointer window)
{
  BwScoreTable *table = ui_find (window, BW_TYPE_SCORE_TABLE);
  g_autoptr (GPtrArray) buttons =
                table != NULL ? ui_find_all (table, GTK_TYPE_BUTTON) : g_ptr_array_new ();

  return buttons->len > 0;
}

static BwScoreTable *
show_table (BwWindow *window, const char *page)
{
  bw_window_show_page (window, page);
  ui_wait_for (has_table, window);
  ui_settle ();
  return ui_find (window, BW_TYPE_SCORE_TABLE);
}

/* Of a KPI; NULL kpi = the name of a member. */
static GtkButton *
find_button (gpointer root, const char *kpi, const char *text)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++) {
    GtkButton *button = g_ptr_array_index (buttons, i);
    const char *own = g_object_get_data (G_OBJECT (button), "kpi");
    const char *tip = gtk_widget_get_tooltip_text (GTK_WIDGET (button));
    if (g_strcmp0 (own, kpi) == 0 &&
        (kpi != NULL ? strstr (tip, text) != NULL : ui_has_text (button, text)))
      return button;
  }
  return NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return ui_find (window, BW_TYPE_ROWS_DIALOG) != NULL;
}

static gboolean
has_rows (gpointer window)
{
  GtkColumnView *view = has_dialog (window)
                            ? ui_find (ui_find (window, BW_TYPE_ROWS_DIALOG), GTK_TYPE_COLUMN_VIEW)
                            : NULL;

  return view != NULL && gtk_column_view_get_model (view) != NULL;
}

static guint
count_rows (BwWindow *window)
{
  GtkColumnView *view;

  ui_wait_for (has_rows, window);
  ui_settle (); /* rows come by and by */
  view = ui_find (ui_find (window, BW_TYPE_ROWS_DIALOG), GTK_TYPE_COLUMN_VIEW);
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static const BwCell *
get_cell (BwWindow *window, const char *kpi, BwFieldId field, const char *member)
{
  BwSeries *split = bw_figure_find_split (
      bw_workspace_find_figure (bw_window_get_workspace (window), kpi), field);

  for (guint m = 0; m < bw_series_get_n_members (split); m++)
    if (g_strcmp0 (bw_series_get_member (split, m), member) == 0)
      return bw_series_get (split, 0, m);
  g_assert_not_reached ();
}

/* The same figure as everywhere else, and the tickets behind it. */
static void
test_cells (void)
{
  BwWindow *window = ui_open_sample ();
  BwScoreTable *table = show_table (window, "agents");
  GtkButton *cell = find_button (table, "tickets-closed", AGENT);
  const BwCell *expected = get_cell (window, "tickets-closed", BW_FIELD_AGENT, AGENT);
  g_autofree char *value = bw_section_format_cell (BW_UNIT_COUNT, expected);

  g_assert_nonnull (cell);
  g_assert_true (ui_has_text (cell, value));
  g_signal_emit_by_name (cell, "clicked");
  g_assert_cmpuint (count_rows (window), ==, (guint) expected->n);
  ui_close_window (window);
}

static gboolean
has_rows_of_agent (gpointer window)
{
  BwAgentPage *page = ui_find (window, BW_TYPE_AGENT_PAGE);
  g_autoptr (GPtrArray) rows =
                page != NULL ? ui_find_all (page, ADW_TYPE_ACTION_ROW) : g_ptr_array_new ();

  return rows->len > 0;
}

static void
test_agent (void)
{
  BwWindow *window = ui_open_sample ();
  BwScoreTable *table = show_table (window, "agents");
  BwAgentPage *page;
  const BwCell *expected = get_cell (window, "first-response-time", BW_FIELD_AGENT, AGENT);
  g_autofree char *value = bw_section_format_cell (BW_UNIT_SECONDS, expected);

  g_signal_emit_by_name (find_button (table, NULL, AGENT), "clicked");
  ui_wait_for (has_rows_of_agent, window);
  page = ui_find (window, BW_TYPE_AGENT_PAGE);
  g_assert_true (ui_has_text (page, AGENT));
  g_assert_true (ui_has_text (page, "First response time"));
  g_assert_true (ui_has_text (page, value));
  ui_close_window (window);
}

/* No name is left, and the other names find the same tickets. */
static void
test_anonymise (void)
{
  BwWindow *window = ui_open_sample ();
  gint64 n;
  GtkButton *cell;

  show_table (window, "agents");
  n = get_cell (window, "tickets-closed", BW_FIELD_AGENT, AGENT)->n;
  adw_switch_row_set_active (ui_find (window, ADW_TYPE_SWITCH_ROW), TRUE);
  g_assert_true (bw_workspace_get_anonymise (bw_window_get_workspace (window)));
  ui_wait_for_figures (window);
  ui_settle ();
  g_assert_false (ui_has_text (ui_find (window, BW_TYPE_AGENTS_PART), AGENT));
  cell = find_button (ui_find (window, BW_TYPE_SCORE_TABLE), "tickets-closed", "Agent 1,");
  g_assert_nonnull (cell);
  g_assert_cmpint (n, >, 0);
  g_signal_emit_by_name (cell, "clicked");
  g_assert_cmpuint (count_rows (window), ==,
                    (guint) get_cell (window, "tickets-closed", BW_FIELD_AGENT, "Agent 1")->n);
  ui_close_window (window);
}

static void
test_funnel (void)
{
  BwWindow *window = ui_open_sample ();
  BwChartCard *card;
  BwChart *chart;

  show_table (window, "agents");
  card = ui_find (window, BW_TYPE_CHART_CARD);
  g_assert_nonnull (card);
  chart = bw_chart_view_get_chart (bw_chart_card_get_view (card));
  g_assert_cmpstr (chart->type->id, ==, "funnel");
  g_signal_emit_by_name (card, "mark-activated", 0, 0);
  ui_wait_for (has_dialog, window);
  ui_close_window (window);
}

static void
test_channels (void)
{
  BwWindow *window = ui_open_sample ();
  BwScoreTable *table = show_table (window, "channels");
  BwComparePage *page = ui_find (window, BW_TYPE_COMPARE_PAGE);
  const BwCell *expected = get_cell (window, "tickets-closed", BW_FIELD_CHANNEL, "Chat");
  GtkButton *cell = find_button (table, "tickets-closed", "Chat,");

  g_assert_cmpint (bw_compare_page_get_field (page), ==, BW_FIELD_CHANNEL);
  g_assert_nonnull (cell);
  g_signal_emit_by_name (cell, "clicked");
  g_assert_cmpuint (count_rows (window), ==, (guint) expected->n);
  adw_dialog_force_close (ui_find (window, BW_TYPE_ROWS_DIALOG));
  ui_settle ();

  bw_compare_page_set_field (page, BW_FIELD_TEAM);
  ui_settle ();
  g_assert_nonnull (find_button (table, "tickets-closed", "Billing,"));
  g_assert_null (find_button (table, "tickets-closed", "Chat,"));
  ui_close_window (window);
}

static GtkCheckButton *
find_check (gpointer page, const char *kpi)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (page, GTK_TYPE_MENU_BUTTON);
  g_autoptr (GPtrArray) checks = NULL;

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_menu_button_get_label (buttons->pdata[i]), "_Figures") == 0)
      gtk_menu_button_popup (buttons->pdata[i]);
  ui_settle ();
  checks = ui_find_all (page, GTK_TYPE_CHECK_BUTTON);
  for (guint i = 0; i < checks->len; i++)
    if (g_strcmp0 (g_object_get_data (checks->pdata[i], "kpi"), kpi) == 0)
      return checks->pdata[i];
  return NULL;
}

/* What stood side by side does so again in the next window. */
static void
test_remembers_comparison (void)
{
  BwWindow *window = ui_open_sample ();
  GSettings *settings = bw_application_find_settings ();
  BwScoreTable *table = show_table (window, "channels");
  BwComparePage *page = ui_find (window, BW_TYPE_COMPARE_PAGE);

  bw_compare_page_set_field (page, BW_FIELD_TEAM);
  ui_settle ();
  gtk_check_button_set_active (find_check (page, "reopen-rate"), FALSE);
  g_assert_null (find_button (table, "reopen-rate", "Billing,"));
  ui_close_window (window);

  window = ui_open_sample ();
  table = show_table (window, "channels");
  page = ui_find (window, BW_TYPE_COMPARE_PAGE);
  g_assert_cmpint (bw_compare_page_get_field (page), ==, BW_FIELD_TEAM);
  g_assert_nonnull (find_button (table, "tickets-closed", "Billing,"));
  g_assert_null (find_button (table, "reopen-rate", "Billing,"));
  ui_close_window (window);
  g_settings_reset (settings, "compared-dimension");
  g_settings_reset (settings, "compared-figures");
}

/* Without a dimension there is nothing to compare. */
static void
test_nothing_to_compare (void)
{
  g_autofree char *path = ui_make_file ("plain.csv", "Id,Created at,Solved at\n"
                                                     "1,2025-03-01 10:00,2025-03-02 10:00\n"
                                                     "2,2025-03-05 10:00,2025-03-06 10:00\n");
  BwWindow *window = ui_open_window ();
  BwSidebar *sidebar;

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-paths",
                                  g_variant_new_strv ((const char *[]) { path, NULL }, 1));
  ui_wait_for_figures (window);
  sidebar = ui_find (window, BW_TYPE_SIDEBAR);
  g_assert_false (ui_has_text (sidebar, "Channels and Teams"));
  g_assert_false (ui_has_text (sidebar, "Agents"));
  g_assert_true (ui_has_text (sidebar, "Costs"));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/agents/cells", test_cells);
  g_test_add_func ("/agents/agent", test_agent);
  g_test_add_func ("/agents/anonymise", test_anonymise);
  g_test_add_func ("/agents/funnel", test_funnel);
  g_test_add_func ("/agents/channels", test_channels);
  g_test_add_func ("/agents/remembers-comparison", test_remembers_comparison);
  g_test_add_func ("/agents/nothing-to-compare", test_nothing_to_compare);
  return g_test_run ();
}
