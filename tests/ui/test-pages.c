/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report: what they show is what was computed. */
#include "config.h"

#include <adwaita.h>

#include "bw-cell-table.h"
#include "bw-chart-canvas.h"
#include "bw-chart-view.h"
#include "bw-fact-group.h"
#include "bw-figure-words.h"
#include "bw-files-page.h"
#include "bw-kpi-page.h"
#include "bw-period-dialog.h"
#include "bw-rows-dialog.h"
#include "bw-section.h"
#include "bw-shortcuts-dialog.h"
#include "bw-source-group.h"
#include "bw-split-card.h"
#include "bw-trend-card.h"
#include "ui-fixture.h"

static BwKpiPage *
show_kpi (BwWindow *window, const char *kpi)
{
  bw_window_show_kpi (window, kpi);
  ui_settle ();
  return ui_find (window, BW_TYPE_KPI_PAGE);
}

static const BwFigure *
get_figure (BwWindow *window, const char *kpi)
{
  return bw_workspace_find_figure (bw_window_get_workspace (window), kpi);
}

static void
check_summary (BwWindow *window, BwKpiPage *page, const BwFigure *figure)
{
  g_autofree char *value = bw_figure_words_value (figure, BW_FORMAT_SHORT);
  g_autofree char *change = bw_figure_words_change (figure, BW_FORMAT_SHORT);

  g_assert_true (ui_has_text (page, figure->metric->name));
  g_assert_true (ui_has_text (page, value));
  if (change != NULL)
    g_assert_true (ui_has_text (page, change));
  g_assert_true (ui_has_text (page, figure->definition));
}

/* Every figure has a page that shows it, in every granularity, with every comparison. */
static void
test_every_figure (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  for (guint i = 0; i < n; i++) {
    BwKpiPage *page = show_kpi (window, metrics[i]->id);
    const BwFigure *figure = get_figure (window, metrics[i]->id);
    if (figure->available)
      check_summary (window, page, figure);
    else
      g_assert_true (ui_has_text (page, figure->reason));
    bw_workspace_set_grain (workspace, i % (BW_GRAIN_QUARTER + 1));
    bw_workspace_set_compare (workspace, i % (BW_COMPARE_YEAR + 1));
    ui_wait_for_figures (window);
    gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
    ui_settle ();
  }
  ui_close_window (window);
}

static void
test_trend (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "tickets-created");
  BwTrendCard *card = ui_find (page, BW_TYPE_TREND_CARD);
  BwChartView *chart = ui_find (card, BW_TYPE_CHART_VIEW);
  BwSeries *series = get_figure (window, "tickets-created")->series;
  guint n = bw_axis_get_length (bw_series_get_axis (series));
  BwScene *scene = bw_chart_canvas_get_scene (bw_chart_view_get_canvas (chart));
  AdwViewStack *stack = ui_find (card, ADW_TYPE_VIEW_STACK);
  GtkColumnView *table;

  g_assert_true (bw_chart_view_get_chart (chart)->series == series);
  g_assert_cmpuint (bw_scene_get_n_data (scene), ==, n);

  adw_view_stack_set_visible_child_name (stack, "table");
  ui_settle ();
  table = ui_find (card, GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==,
                    n);
  g_assert_true (ui_has_text (table, bw_axis_get_label (bw_series_get_axis (series), 0)));
  ui_close_window (window);
}

static gboolean
has_crossing (gpointer card)
{
  BwChartView *view = ui_find (card, BW_TYPE_CHART_VIEW);

  return view != NULL && bw_chart_view_get_chart (view) != NULL;
}

static void
test_split (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "tickets-created");
  BwSplitCard *card = ui_find (page, BW_TYPE_SPLIT_CARD);
  AdwViewStack *stack = ui_find (card, ADW_TYPE_VIEW_STACK);
  const BwFigure *figure = get_figure (window, "tickets-created");
  BwSeries *split;

  bw_split_card_set_field (card, BW_FIELD_PRIORITY);
  ui_settle ();
  g_assert_cmpint (bw_split_card_get_field (card), ==, BW_FIELD_PRIORITY);
  split = bw_figure_find_split (figure, BW_FIELD_PRIORITY);
  g_assert_nonnull (split);

  adw_view_stack_set_visible_child_name (stack, "table");
  ui_settle ();
  for (guint m = 0; m < bw_series_get_n_members (split); m++) {
    g_autofree char *value = bw_section_format_cell (BW_UNIT_COUNT, bw_series_get (split, 0, m));
    g_assert_true (ui_has_text (card, bw_series_get_member_label (split, m)));
    g_assert_true (ui_has_text (card, value));
  }

  adw_view_stack_set_visible_child_name (stack, "time");
  ui_settle ();
  ui_wait_for (has_crossing, card);
  g_assert_cmpstr (bw_chart_view_get_chart (ui_find (card, BW_TYPE_CHART_VIEW))->type->id, ==,
                   "stacked-bar");

  /* The choice outlives a change of the period. */
  ui_activate (window, "period-previous", NULL);
  ui_wait_for_figures (window);
  g_assert_cmpint (bw_split_card_get_field (card), ==, BW_FIELD_PRIORITY);
  ui_close_window (window);
}

static gboolean
has_rows (gpointer view)
{
  return gtk_column_view_get_model (view) != NULL;
}

/* As many rows as the figure counts. */
static void
test_rows_behind_a_mark (void)
{
  BwWindow *window = ui_open_sample ();
  BwKpiPage *page = show_kpi (window, "tickets-created");
  BwSplitCard *card = ui_find (page, BW_TYPE_SPLIT_CARD);
  BwSeries *split = bw_figure_find_split (get_figure (window, "tickets-created"), BW_FIELD_CHANNEL);
  GtkColumnView *view;
  BwRowsDialog *dialog;

  g_signal_emit_by_name (card, "member-activated", -1, BW_FIELD_CHANNEL,
                         bw_series_get_member (split, 0));
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_ROWS_DIALOG);
  g_assert_nonnull (dialog);
  view = ui_find (dialog, GTK_TYPE_COLUMN_VIEW);
  ui_wait_for (has_rows, view);
  ui_settle (); /* rows come by and by */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), ==,
                    (guint) bw_series_get (split, 0, 0)->n);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

static void
test_files (void)
{
  BwWindow *window = ui_open_sample ();
  g_autoptr (GPtrArray) rows = NULL;

  bw_window_show_page (window, "files");
  ui_settle ();
  g_assert_nonnull (ui_find (window, BW_TYPE_FILES_PAGE));
  g_assert_nonnull (ui_find (window, BW_TYPE_SOURCE_GROUP));
  g_assert_true (ui_has_text (window, "tickets.csv"));
  rows = ui_find_all (window, ADW_TYPE_EXPANDER_ROW);
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_set_expanded (rows->pdata[i], TRUE);
  ui_settle ();
  g_assert_true (ui_has_text (window, "Created at"));
  ui_close_window (window);
}

static void
chosen_cb (BwPeriodDialog *dialog, BwPeriod *period, char **text)
{
  *text = bw_period_to_string (period);
}

static void
test_period_dialog (void)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) period = bw_period_parse ("2025-03-03..2025-03-09", zone, 0, 0, NULL);
  g_autofree char *text = NULL;
  BwWindow *window = ui_open_window ();
  BwPeriodDialog *dialog = bw_period_dialog_new (period);
  g_autoptr (GPtrArray) calendars = NULL;
  g_autoptr (GDateTime) late = g_date_time_new_utc (2025, 4, 1, 12, 0, 0);
  g_autoptr (GDateTime) early = g_date_time_new_utc (2025, 3, 5, 12, 0, 0);

  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), &text);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  ui_settle ();
  calendars = ui_find_all (dialog, GTK_TYPE_CALENDAR);
  g_assert_cmpuint (calendars->len, >=, 1);
  gtk_calendar_select_day (calendars->pdata[0], late);
  ui_settle ();
  gtk_widget_activate_action (GTK_WIDGET (dialog), "period.choose", NULL);
  g_assert_null (text);

  gtk_calendar_select_day (calendars->pdata[0], early);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "period.choose", NULL);
  g_assert_cmpstr (text, ==, "2025-03-05..2025-03-09");
  ui_settle ();
  ui_close_window (window);
}

static void
test_shortcuts_dialog (void)
{
  BwWindow *window = ui_open_window ();

  ui_activate (window, "show-shortcuts", NULL);
  ui_settle ();
  g_assert_nonnull (ui_find (window, BW_TYPE_SHORTCUTS_DIALOG));
  g_assert_true (ui_has_text (window, "Ctrl+O"));
  ui_close_window (window);
}

/* Beyond these Tab goes round in circles. */
#define MANY_STEPS 1000

static GHashTable *
walk_with_tab (GtkWidget *window)
{
  GHashTable *reached = g_hash_table_new (NULL, NULL);

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < MANY_STEPS; i++) {
    GtkWidget *focus;
    if (!gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD))
      break;
    focus = gtk_window_get_focus (GTK_WINDOW (window));
    if (!g_hash_table_add (reached, focus))
      break;
  }
  return reached;
}

/* Of a list one row is reached, and the others by arrows; parts of a control by it. */
static gboolean
is_reached (GHashTable *reached, GtkWidget *widget)
{
  for (GtkWidget *up = widget; up != NULL; up = gtk_widget_get_parent (up))
    if (GTK_IS_LIST_BOX (up) || GTK_IS_LIST_BASE (up) || GTK_IS_COLUMN_VIEW (up) ||
        ADW_IS_TOGGLE_GROUP (up) || GTK_IS_SCROLLBAR (up) || g_hash_table_contains (reached, up))
      return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_hash_table_contains (reached, child))
      return TRUE;
  return FALSE;
}

static void
check_reached (BwWindow *window, GHashTable *reached, GType type)
{
  g_autoptr (GPtrArray) all = ui_find_all (window, type);

  for (guint i = 0; i < all->len; i++)
    if (gtk_widget_is_sensitive (all->pdata[i]) && gtk_widget_get_focusable (all->pdata[i]) &&
        gtk_widget_get_ancestor (all->pdata[i], GTK_TYPE_WINDOW_CONTROLS) == NULL &&
        !is_reached (reached, all->pdata[i]))
      g_error ("%s (%s) is not reached", G_OBJECT_TYPE_NAME (all->pdata[i]),
               gtk_widget_get_tooltip_text (all->pdata[i]));
}

/* What can be pressed or typed into is reached by Tab alone, on every page. */
static void
test_tab_reaches_all (void)
{
  static const char *const pages[] = { "overview", "satisfaction", "cost",  "agents",
                                       "channels", "tickets",      "files", "report" };
  const GType types[] = { GTK_TYPE_BUTTON, GTK_TYPE_ENTRY, GTK_TYPE_DROP_DOWN, GTK_TYPE_MENU_BUTTON,
                          BW_TYPE_CHART_CANVAS };
  BwWindow *window = ui_open_sample ();

  for (guint p = 0; p < G_N_ELEMENTS (pages); p++) {
    g_autoptr (GHashTable) reached = NULL;
    g_test_message ("%s", pages[p]);
    bw_window_show_page (window, pages[p]);
    ui_settle ();
    reached = walk_with_tab (GTK_WIDGET (window));
    for (guint t = 0; t < G_N_ELEMENTS (types); t++)
      check_reached (window, reached, types[t]);
  }
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/pages/every-figure", test_every_figure);
  g_test_add_func ("/pages/trend", test_trend);
  g_test_add_func ("/pages/split", test_split);
  g_test_add_func ("/pages/rows-behind-a-mark", test_rows_behind_a_mark);
  g_test_add_func ("/pages/files", test_files);
  g_test_add_func ("/pages/period-dialog", test_period_dialog);
  g_test_add_func ("/pages/shortcuts-dialog", test_shortcuts_dialog);
  g_test_add_func ("/pages/tab-reaches-all", test_tab_reaches_all);
  return g_test_run ();
}
