/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked: filters, their panel and pills, the method, and the way back. */
#include "config.h"

#include <adwaita.h>

#include "bw-facet.h"
#include "bw-filter-panel.h"
#include "bw-filter-pills.h"
#include "bw-filter-row.h"
#include "bw-history.h"
#include "bw-period-control.h"
#include "bw-report-header.h"
#include "ui-fixture.h"

/* --- Looking around ----------------------------------------------------------------------------
 */

static BwFilter *
get_filter (BwWindow *window)
{
  return bw_workspace_get_filter (bw_window_get_workspace (window));
}

static double
get_value (BwWindow *window, const char *kpi)
{
  return bw_workspace_find_figure (bw_window_get_workspace (window), kpi)->current.value;
}

static void
filter_by (BwWindow *window, const char *action, const char *field, const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action,
                                  g_variant_new ("(ss)", field, value));
  ui_wait_for_figures (window);
}

static GPtrArray *
find_pills (BwWindow *window)
{
  BwFilterPills *pills = ui_find (window, BW_TYPE_FILTER_PILLS);

  return pills != NULL ? ui_find_all (pills, GTK_TYPE_BUTTON) : g_ptr_array_new ();
}

static gboolean
is_counted (gpointer panel)
{
  return bw_filter_model_get_ready (bw_filter_panel_get_model (panel));
}

static BwFilterPanel *
open_panel (BwWindow *window)
{
  BwFilterPanel *panel;

  ui_activate (window, "find-filter", NULL);
  ui_settle ();
  panel = ui_find (window, BW_TYPE_FILTER_PANEL);
  g_assert_nonnull (panel);
  ui_wait_for (is_counted, panel);
  ui_settle ();
  return panel;
}

static BwFilterDimension *
find_dimension (BwFilterPanel *panel, BwFieldId field)
{
  GListModel *model = G_LIST_MODEL (bw_filter_panel_get_model (panel));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (BwFilterDimension) dimension = g_list_model_get_item (model, i);
    if (bw_filter_dimension_get_field (dimension) == field)
      return dimension;
  }
  return NULL;
}

static guint
count_rows_in_list (BwFilterPanel *panel)
{
  GtkListView *list = ui_find (panel, GTK_TYPE_LIST_VIEW);

  return list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)))
                      : 0;
}

/* --- Filters -----------------------------------------------------------------------------------
 */

/* A filter changes the figures, shows as a pill, and clicking the pill takes it away. */
static void
test_pills (void)
{
  BwWindow *window = ui_open_sample ();
  double all = get_value (window, "tickets-created");
  double email;
  g_autoptr (GPtrArray) pills = NULL;

  filter_by (window, "filter-by", "channel", "Email");
  email = get_value (window, "tickets-created");
  g_assert_cmpfloat (email, >, 0);
  g_assert_cmpfloat (email, <, all);
  g_assert_true (ui_has_text (window, "Channel: Email"));

  filter_by (window, "filter-by", "channel", "Chat");
  g_assert_cmpfloat (get_value (window, "tickets-created"), >, email);
  pills = find_pills (window);
  g_assert_cmpuint (pills->len, ==, 3);

  gtk_widget_grab_focus (pills->pdata[0]);
  g_signal_emit_by_name (pills->pdata[0], "clicked");
  ui_wait_for_figures (window);
  g_assert_true (ui_has_text (window, "Channel: Email"));
  g_assert_false (ui_has_text (window, "Channel: Chat"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         ui_find (window, BW_TYPE_FILTER_PILLS)));

  ui_activate (window, "clear-filters", NULL);
  ui_wait_for_figures (window);
  g_assert_null (ui_find (window, BW_TYPE_FILTER_PILLS));
  g_assert_cmpfloat (get_value (window, "tickets-created"), ==, all);
  ui_close_window (window);
}

/* Every page of figures shows the pills, those that are made later too. */
static void
test_pills_on_every_page (void)
{
  BwWindow *window = ui_open_sample ();

  filter_by (window, "filter-by", "channel", "Email");
  bw_window_show_page (window, "speed");
  ui_settle ();
  g_assert_true (ui_has_text (window, "Channel: Email"));
  bw_window_show_kpi (window, "first-response-time");
  ui_settle ();
  g_assert_true (ui_has_text (window, "Channel: Email"));
  ui_close_window (window);
}

/* Many values of a dimension are one pill. */
static void
test_many_values (void)
{
  BwWindow *window = ui_open_sample ();
  BwFilterPanel *panel = open_panel (window);
  BwFilterDimension *dimension = find_dimension (panel, BW_FIELD_AGENT);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (dimension));
  g_autoptr (GPtrArray) pills = NULL;

  g_assert_cmpuint (n, >, 3);
  bw_filter_dimension_choose_all (dimension);
  ui_wait_for_figures (window);
  g_assert_cmpuint (bw_filter_dimension_count_chosen (dimension), ==, n);
  pills = find_pills (window);
  g_assert_cmpuint (pills->len, ==, 2);

  bw_filter_dimension_invert (dimension);
  ui_wait_for_figures (window);
  g_assert_true (bw_filter_is_empty (get_filter (window)));
  ui_close_window (window);
}

/* --- The panel ---------------------------------------------------------------------------------
 */

static GtkTreeListRow *
open_dimension (BwFilterPanel *panel, BwFieldId field)
{
  GtkListView *list = ui_find (panel, GTK_TYPE_LIST_VIEW);
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (list));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
    g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
    if (!BW_IS_FILTER_DIMENSION (item) ||
        bw_filter_dimension_get_field (BW_FILTER_DIMENSION (item)) != field)
      continue;
    gtk_tree_list_row_set_expanded (row, TRUE);
    ui_settle ();
    return row;
  }
  g_assert_not_reached ();
}

/* What the check boxes do is what the figures show; the counts are those of the other conditions.
 */
static void
test_panel (void)
{
  BwWindow *window = ui_open_sample ();
  BwFilterPanel *panel = open_panel (window);
  BwFilterDimension *channel = find_dimension (panel, BW_FIELD_CHANNEL);
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (BwFilterValue) first = g_list_model_get_item (G_LIST_MODEL (channel), 0);
  g_autoptr (BwFilterValue) second = g_list_model_get_item (G_LIST_MODEL (channel), 1);
  gint64 n_first = bw_filter_value_get_count (first);
  const char *const *values;

  g_assert_cmpint (n_first, >=, bw_filter_value_get_count (second));
  open_dimension (panel, BW_FIELD_CHANNEL);
  checks = ui_find_all (panel, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (checks->len, ==, g_list_model_get_n_items (G_LIST_MODEL (channel)));

  gtk_check_button_set_active (checks->pdata[0], TRUE);
  ui_wait_for_figures (window);
  values = bw_filter_get_values (get_filter (window), BW_FIELD_CHANNEL);
  g_assert_cmpuint (g_strv_length ((GStrv) values), ==, 1);
  g_assert_cmpstr (values[0], ==, bw_filter_value_get_label (first));
  ui_wait_for (is_counted, panel);
  g_assert_cmpint (bw_filter_value_get_count (first), ==, n_first);

  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_false (gtk_check_button_get_active (checks->pdata[0]));
  ui_close_window (window);
}

static void
test_panel_search (void)
{
  BwWindow *window = ui_open_sample ();
  BwFilterPanel *panel = open_panel (window);
  GtkEditable *search = ui_find (panel, GTK_TYPE_SEARCH_ENTRY);
  guint n = count_rows_in_list (panel);

  gtk_editable_set_text (search, "email");
  g_signal_emit_by_name (search, "search-changed");
  ui_settle ();
  g_assert_true (ui_has_text (panel, "Email"));
  g_assert_cmpuint (count_rows_in_list (panel), <, n);

  gtk_editable_set_text (search, "no such value");
  g_signal_emit_by_name (search, "search-changed");
  ui_settle ();
  g_assert_true (ui_has_text (panel, "No Such Value"));

  g_signal_emit_by_name (search, "stop-search");
  g_signal_emit_by_name (search, "search-changed");
  ui_settle ();
  g_assert_cmpuint (count_rows_in_list (panel), ==, n);
  g_signal_emit_by_name (search, "stop-search");
  ui_settle ();
  g_assert_null (ui_find (window, BW_TYPE_FILTER_PANEL));
  ui_close_window (window);
}

/* --- The way back ------------------------------------------------------------------------------
 */

static void
test_undo (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autoptr (BwPeriod) period = bw_period_ref (bw_workspace_get_period (workspace));
  GActionGroup *actions = G_ACTION_GROUP (window);

  g_assert_false (g_action_group_get_action_enabled (actions, "undo"));
  ui_activate (window, "period-previous", NULL);
  ui_wait_for_figures (window);
  filter_by (window, "filter-by", "channel", "Email");
  ui_activate (window, "statistic", "median");
  ui_wait_for_figures (window);
  ui_activate (window, "basis", "created");
  ui_wait_for_figures (window);

  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpint (bw_workspace_get_basis (workspace), ==, BW_BASIS_EVENT);
  g_assert_cmpint (bw_workspace_get_statistic (workspace), ==, BW_STATISTIC_MEDIAN);
  ui_activate (window, "undo", NULL);
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_true (bw_filter_is_empty (get_filter (window)));
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_true (bw_period_equal (bw_workspace_get_period (workspace), period));
  g_assert_false (g_action_group_get_action_enabled (actions, "undo"));

  ui_activate (window, "redo", NULL);
  ui_activate (window, "redo", NULL);
  ui_wait_for_figures (window);
  g_assert_false (bw_filter_is_empty (get_filter (window)));

  /* Another step, another future. */
  ui_activate (window, "clear-filters", NULL);
  ui_wait_for_figures (window);
  g_assert_false (g_action_group_get_action_enabled (actions, "redo"));
  ui_close_window (window);
}

/* The toast about a step offers to undo it. */
static void
test_toast (void)
{
  BwWindow *window = ui_open_sample ();

  filter_by (window, "filter-by", "channel", "Email");
  ui_settle ();
  g_assert_true (ui_has_text (window, "Filters changed"));
  ui_activate (window, "clear-filters", NULL);
  ui_wait_for_figures (window);
  g_assert_true (ui_has_text (window, "Showing all tickets again"));
  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  g_assert_false (bw_filter_is_empty (get_filter (window)));
  ui_close_window (window);
}

static void
stepped_cb (BwHistory *history, guint step, guint *sum)
{
  *sum = 10 * *sum + step;
}

/* What changes at once is one step; what is set back at once is none; other data are none. */
static void
test_steps (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autoptr (BwHistory) history = bw_history_new (workspace);
  g_autoptr (BwPeriod) period = bw_period_previous (bw_workspace_get_period (workspace));
  guint sum = 0;

  g_signal_connect (history, "stepped", G_CALLBACK (stepped_cb), &sum);
  bw_workspace_set_grain (workspace, BW_GRAIN_DAY);
  bw_workspace_set_period (workspace, period);
  ui_wait_for_figures (window);
  g_assert_cmpuint (sum, ==, BW_STEP_VIEW | BW_STEP_PERIOD);

  bw_workspace_set_grain (workspace, BW_GRAIN_WEEK);
  bw_workspace_set_grain (workspace, BW_GRAIN_DAY);
  ui_wait_for_figures (window);
  g_assert_cmpuint (sum, ==, BW_STEP_VIEW | BW_STEP_PERIOD);
  ui_close_window (window);
}

/* The menu of the period is made when it is wanted; its periods are told by name. */
static void
test_period_menu (void)
{
  BwWindow *window = ui_open_sample ();
  GtkMenuButton *button = ui_find (ui_find (window, BW_TYPE_PERIOD_CONTROL), GTK_TYPE_MENU_BUTTON);

  g_assert_null (gtk_menu_button_get_menu_model (button));
  gtk_menu_button_popup (button);
  ui_settle ();
  g_assert_nonnull (gtk_menu_button_get_menu_model (button));
  g_assert_true (ui_has_text (window, "September 2025"));
  gtk_menu_button_popdown (button);
  ui_activate (window, "period", "2025-09");
  ui_wait_for_figures (window);
  g_assert_true (ui_has_text (window, "September 2025"));
  ui_close_window (window);
}

/* The name of the period in the window of that header, which is there once. */
static GtkLabel *
find_period_label (gpointer window)
{
  g_autoptr (GPtrArray) controls = ui_find_all (window, BW_TYPE_PERIOD_CONTROL);

  g_assert_cmpuint (controls->len, ==, 1);
  return ui_find (controls->pdata[0], GTK_TYPE_LABEL);
}

static gboolean
is_name_whole (gpointer window)
{
  GtkLabel *label = find_period_label (window);

  return !pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static gboolean
has_own_row (gpointer window)
{
  return gtk_label_get_wrap (find_period_label (window));
}

static gboolean
has_no_row (gpointer window)
{
  return !has_own_row (window);
}

/* Where the name of the period does not fit between the buttons it has a row, which stays while one
 * goes from period to period. */
static void
test_period_is_whole (void)
{
  BwWindow *window = ui_open_sample ();
  GtkWidget *header =
      g_object_new (BW_TYPE_REPORT_HEADER, "workspace", bw_window_get_workspace (window), NULL);
  GtkWidget *narrow = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (narrow), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (narrow), 340, 100);
  gtk_window_set_child (GTK_WINDOW (narrow), header);
  gtk_window_present (GTK_WINDOW (narrow));
  ui_wait_for (is_name_whole, narrow);
  g_assert_true (has_no_row (narrow));

  ui_activate (window, "period", "2024-11..2025-02");
  ui_wait_for_figures (window);
  ui_wait_for (has_own_row, narrow);
  ui_wait_for (is_name_whole, narrow);

  ui_activate (window, "period", "2025-05");
  ui_wait_for_figures (window);
  ui_settle ();
  g_assert_true (has_own_row (narrow));

  gtk_widget_set_size_request (header, 500, -1);
  ui_wait_for (has_no_row, narrow);
  gtk_window_destroy (GTK_WINDOW (narrow));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/question/pills", test_pills);
  g_test_add_func ("/question/pills-on-every-page", test_pills_on_every_page);
  g_test_add_func ("/question/many-values", test_many_values);
  g_test_add_func ("/question/panel", test_panel);
  g_test_add_func ("/question/panel-search", test_panel_search);
  g_test_add_func ("/question/undo", test_undo);
  g_test_add_func ("/question/toast", test_toast);
  g_test_add_func ("/question/steps", test_steps);
  g_test_add_func ("/question/period-menu", test_period_menu);
  g_test_add_func ("/question/period-is-whole", test_period_is_whole);
  return g_test_run ();
}
