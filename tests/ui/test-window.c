/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first five minutes: welcome, open, look, change the period, follow a tile, save. */
#include "config.h"

#include <adwaita.h>

#include "bw-changes.h"
#include "bw-drop-area.h"
#include "bw-figure-words.h"
#include "bw-kpi-page.h"
#include "bw-loading-page.h"
#include "bw-messages.h"
#include "bw-overview-page.h"
#include "bw-page-list.h"
#include "bw-sample-data.h"
#include "bw-sidebar.h"
#include "bw-tile.h"
#include "bw-welcome-page.h"
#include "ui-fixture.h"

#define SURVEY "Response ID,Date,Score\n1,2025-10-01,9\n2,2025-10-02,10\n3,2025-10-03,3\n"

static gboolean
is_free (gpointer window)
{
  return bw_window_is_free (window);
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
has_toast_to_open (gpointer window)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.show-file") == 0)
      return TRUE;
  return FALSE;
}

/* Every available figure has a tile that shows its value, its change and what it was before. */
static void
check_tiles (BwWindow *window)
{
  GPtrArray *figures = bw_workspace_get_figures (bw_window_get_workspace (window));
  g_autoptr (GPtrArray) tiles = ui_find_all (window, BW_TYPE_TILE);
  guint t = 0;

  for (guint i = 0; i < figures->len; i++) {
    BwFigure *figure = g_ptr_array_index (figures, i);
    g_autofree char *value = NULL;
    g_autofree char *change = NULL;
    if (!figure->available)
      continue;
    g_assert_cmpuint (t, <, tiles->len);
    g_assert_true (bw_tile_get_figure (tiles->pdata[t])->metric == figure->metric);
    value = bw_figure_words_value (figure, BW_FORMAT_SHORT);
    change = bw_figure_words_change (figure, BW_FORMAT_SHORT);
    g_assert_true (ui_has_text (tiles->pdata[t], value));
    if (change != NULL)
      g_assert_true (ui_has_text (tiles->pdata[t], change));
    t++;
  }
  g_assert_cmpuint (t, ==, tiles->len);
  g_assert_cmpuint (t, >, 5);
}

static void
test_welcome (void)
{
  BwWindow *window = ui_open_window ();

  g_assert_nonnull (ui_find (window, BW_TYPE_WELCOME_PAGE));
  g_assert_true (bw_window_is_free (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export-as"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "period-previous"));
  ui_close_window (window);
}

static void
test_sample (void)
{
  BwWindow *window = ui_open_sample ();

  g_assert_nonnull (ui_find (window, BW_TYPE_OVERVIEW_PAGE));
  g_assert_nonnull (ui_find (window, BW_TYPE_SIDEBAR));
  g_assert_true (ui_has_text (window, "Satisfaction"));
  check_tiles (window);
  ui_close_window (window);
}

static void
test_period (void)
{
  BwWindow *window = ui_open_sample ();
  BwWorkspace *workspace = bw_window_get_workspace (window);
  g_autoptr (BwPeriod) before = bw_period_ref (bw_workspace_get_period (workspace));
  g_autoptr (BwPeriod) expected = bw_period_previous (before);
  g_autofree char *label = bw_period_get_label (expected);

  ui_activate (window, "period-previous", NULL);
  ui_wait_for_figures (window);
  g_assert_true (bw_period_equal (bw_workspace_get_period (workspace), expected));
  g_assert_true (ui_has_text (window, label));
  check_tiles (window);

  ui_activate (window, "period-next", NULL);
  ui_wait_for_figures (window);
  g_assert_true (bw_period_equal (bw_workspace_get_period (workspace), before));

  ui_activate (window, "period", "2025-Q2");
  ui_wait_for_figures (window);
  g_assert_true (ui_has_text (window, "Q2 2025"));
  check_tiles (window);
  ui_close_window (window);
}

/* The tiles are the same widgets with other figures: focus stays where it is. */
static void
test_tiles_stay (void)
{
  BwWindow *window = ui_open_sample ();
  GtkWidget *tile = ui_find (window, BW_TYPE_TILE);

  gtk_widget_grab_focus (tile);
  ui_activate (window, "period-previous", NULL);
  ui_wait_for_figures (window);
  g_assert_true (ui_find (window, BW_TYPE_TILE) == (gpointer) tile);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == tile);
  ui_close_window (window);
}

static void
test_groups (void)
{
  BwWindow *window = ui_open_sample ();
  g_autoptr (GPtrArray) tiles = NULL;

  bw_window_show_page (window, "speed");
  ui_settle ();
  tiles = ui_find_all (window, BW_TYPE_TILE);
  g_assert_cmpuint (tiles->len, >, 0);
  for (guint i = 0; i < tiles->len; i++)
    g_assert_cmpstr (bw_tile_get_figure (tiles->pdata[i])->metric->group, ==, "speed");

  bw_window_show_page (window, "no-such-page");
  bw_window_show_page (window, BW_PAGE_OVERVIEW);
  ui_settle ();
  check_tiles (window);
  ui_close_window (window);
}

static void
test_tile_leads_to_page (void)
{
  BwWindow *window = ui_open_sample ();
  BwTile *tile = ui_find (window, BW_TYPE_TILE);
  const char *kpi = bw_tile_get_figure (tile)->metric->id;
  BwKpiPage *page;

  gtk_widget_activate (GTK_WIDGET (tile));
  ui_settle ();
  page = ui_find (window, BW_TYPE_KPI_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpstr (bw_kpi_page_get_kpi (page), ==, kpi);

  gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
  ui_settle ();
  g_assert_null (ui_find (window, BW_TYPE_KPI_PAGE));
  ui_close_window (window);
}

static void
test_question_is_remembered (void)
{
  BwWindow *window = ui_open_sample ();
  GSettings *settings = bw_application_get_settings (ui_application ());
  AdwToggleGroup *grain = ui_find (window, ADW_TYPE_TOGGLE_GROUP);
  GtkDropDown *compare = ui_find (window, GTK_TYPE_DROP_DOWN);
  g_autofree char *saved_grain = NULL;
  g_autofree char *saved_compare = NULL;

  adw_toggle_group_set_active_name (grain, "week");
  gtk_drop_down_set_selected (compare, BW_COMPARE_YEAR);
  ui_wait_for_figures (window);
  g_assert_cmpint (bw_workspace_get_grain (bw_window_get_workspace (window)), ==, BW_GRAIN_WEEK);
  check_tiles (window);
  ui_close_window (window);

  saved_grain = g_settings_get_string (settings, "grain");
  saved_compare = g_settings_get_string (settings, "compare");
  g_assert_cmpstr (saved_grain, ==, "week");
  g_assert_cmpstr (saved_compare, ==, "year");

  window = ui_open_sample ();
  g_assert_cmpint (bw_workspace_get_compare (bw_window_get_workspace (window)), ==,
                   BW_COMPARE_YEAR);
  ui_close_window (window);
  g_settings_reset (settings, "grain");
  g_settings_reset (settings, "compare");
}

static BwWindow *
open_file (const char *path)
{
  BwWindow *window = ui_open_window ();

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-paths",
                                  g_variant_new_strv ((const char *[]) { path, NULL }, 1));
  ui_wait_for_figures (window);
  return window;
}

static char *
get_period (BwWindow *window)
{
  return bw_period_to_string (bw_workspace_get_period (bw_window_get_workspace (window)));
}

/* The same files come with the same period, as long as they have the same data. */
static void
test_files_remember_their_question (void)
{
  static const char head[] = "Id,Created at,Solved at\n1,2025-01-01 10:00,2025-01-02 10:00\n"
                             "2,2025-02-01 10:00,2025-02-02 10:00\n"
                             "3,2025-03-05 10:00,2025-03-31 10:00\n";
  GSettings *settings = bw_application_get_settings (ui_application ());
  g_autofree char *path = ui_make_file ("months.csv", head);
  g_autofree char *more = g_strconcat (head, "4,2025-04-05 10:00,2025-04-30 23:00\n", NULL);
  BwWindow *window = open_file (path);
  g_autofree char *first = get_period (window);
  g_autofree char *again = NULL;
  g_autofree char *later = NULL;

  ui_activate (window, "period-previous", NULL);
  ui_wait_for_figures (window);
  bw_workspace_set_grain (bw_window_get_workspace (window), BW_GRAIN_WEEK);
  ui_close_window (window);

  g_settings_reset (settings, "grain");
  window = open_file (path);
  again = get_period (window);
  g_assert_cmpstr (again, ==, "2025-02");
  g_assert_cmpstr (again, !=, first);
  g_assert_cmpint (bw_workspace_get_grain (bw_window_get_workspace (window)), ==, BW_GRAIN_WEEK);
  ui_close_window (window);

  g_free (ui_make_file ("months.csv", more));
  window = open_file (path);
  later = get_period (window);
  g_assert_cmpstr (later, ==, "2025-04");
  ui_close_window (window);
  g_settings_reset (settings, "grain");
  g_settings_reset (settings, "file-questions");
}

/* --- Saving ------------------------------------------------------------------------------------
 */

static void
test_export (void)
{
  const char *const ids[] = { "pdf", "xlsx", "csv", "json", "png", "svg" };
  BwWindow *window = ui_open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autofree char *path = ui_make_file (ids[i], NULL);
    bw_window_export (window, ids[i], NULL, path);
    ui_wait_for (is_there, path);
    ui_settle ();
  }
  ui_wait_for (has_toast_to_open, window);
  g_assert_false (has_dialog (window));
  ui_close_window (window);
}

static void
test_export_fails (void)
{
  BwWindow *window = ui_open_sample ();
  g_autofree char *path = ui_make_file ("no-such-folder/report.pdf", NULL);

  bw_window_export (window, "pdf", NULL, path);
  ui_wait_for (has_dialog, window);
  g_assert_false (is_there (path));
  ui_close_window (window);
}

/* --- Opening -----------------------------------------------------------------------------------
 */

static void
open_path (BwWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  bw_window_open_files (window, &file, 1);
}

static void
test_open_fails (void)
{
  BwWindow *window = ui_open_window ();
  g_autofree char *path = ui_make_file ("page.csv", "<!DOCTYPE html><html><body>No</body></html>");
  AdwAlertDialog *dialog;

  open_path (window, path);
  ui_wait_for (has_dialog, window);
  dialog = ADW_ALERT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), "page.csv"));
  g_assert_true (bw_window_is_free (window));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  g_assert_nonnull (ui_find (window, BW_TYPE_WELCOME_PAGE));
  ui_close_window (window);
}

/* What was open stays open when the next file is no good. */
static void
test_failure_keeps_report (void)
{
  BwWindow *window = ui_open_sample ();
  BwDataset *dataset = bw_workspace_get_dataset (bw_window_get_workspace (window));

  open_path (window, "/nowhere/tickets.csv");
  ui_wait_for (has_dialog, window);
  g_assert_true (bw_workspace_get_dataset (bw_window_get_workspace (window)) == dataset);
  g_assert_nonnull (ui_find (window, BW_TYPE_OVERVIEW_PAGE));
  ui_close_window (window);
}

static gboolean
has_two_sources (gpointer window)
{
  BwWorkspace *workspace = bw_window_get_workspace (window);
  BwDataset *dataset = workspace != NULL ? bw_workspace_get_dataset (workspace) : NULL;

  return dataset != NULL && g_list_model_get_n_items (bw_dataset_get_sources (dataset)) == 2;
}

static void
drop (BwWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *list = gdk_file_list_new_from_array (&file, 1);

  g_signal_emit_by_name (ui_find (window, BW_TYPE_DROP_AREA), "dropped", list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
}

static void
test_drop (void)
{
  g_auto (GStrv) samples = bw_sample_data_list ();
  g_autofree char *content = NULL;
  g_autofree char *tickets = NULL;
  g_autofree char *survey = ui_make_file ("survey.csv", SURVEY);
  BwWindow *window = ui_open_window ();

  g_assert_true (g_file_get_contents (samples[0], &content, NULL, NULL));
  tickets = ui_make_file ("tickets.csv", content);
  drop (window, tickets);
  ui_wait_for_figures (window);
  check_tiles (window);

  /* A second file joins the report; dropped again, it is not opened twice. */
  drop (window, survey);
  ui_wait_for (has_two_sources, window);
  ui_wait_for_figures (window);
  drop (window, survey);
  ui_wait_for_figures (window);
  ui_settle ();
  g_assert_true (has_two_sources (window));
  ui_close_window (window);
}

static void
test_cancel (void)
{
  BwWindow *window = ui_open_window ();

  ui_activate (window, "open-sample", NULL);
  g_assert_false (bw_window_is_free (window));
  for (GtkWidget *stack = GTK_WIDGET (ui_find (window, BW_TYPE_WELCOME_PAGE)),
                 *page = gtk_widget_get_first_child (gtk_widget_get_parent (stack));
       page != NULL; page = gtk_widget_get_next_sibling (page))
    if (BW_IS_LOADING_PAGE (page))
      gtk_widget_activate_action (page, "loading.cancel", NULL);
  ui_wait_for (is_free, window);
  ui_settle ();
  g_assert_null (bw_window_get_workspace (window));
  g_assert_nonnull (ui_find (window, BW_TYPE_WELCOME_PAGE));
  ui_close_window (window);
}

/* Closed in the middle of everything. */
static void
test_close_while_opening (void)
{
  BwWindow *window = ui_open_window ();

  ui_activate (window, "open-sample", NULL);
  ui_close_window (window);
}

static void
test_close_while_computing (void)
{
  BwWindow *window = ui_open_sample ();

  bw_window_show_kpi (window, "first-response-time");
  ui_activate (window, "period-previous", NULL);
  ui_close_window (window);
}

static void
test_recent (void)
{
  BwWindow *window = ui_open_window ();
  GSettings *settings = bw_application_get_settings (ui_application ());
  g_autofree char *survey = ui_make_file ("recent-survey.csv", SURVEY);
  g_autoptr (GVariant) sets = NULL;

  open_path (window, survey);
  ui_wait_for_figures (window);
  ui_close_window (window);

  window = ui_open_window ();
  g_assert_true (ui_has_text (window, "recent-survey.csv"));
  ui_close_window (window);

  sets = g_settings_get_value (settings, "recent-files");
  g_assert_cmpuint (g_variant_n_children (sets), >=, 1);
}

/* A report opens on the page that was shown last, where it has that. */
static void
test_page_is_remembered (void)
{
  GSettings *settings = bw_application_get_settings (ui_application ());
  BwWindow *window = ui_open_sample ();
  g_autofree char *last = NULL;

  bw_window_show_page (window, "quality");
  last = g_settings_get_string (settings, "last-page");
  g_assert_cmpstr (last, ==, "quality");
  ui_close_window (window);

  window = ui_open_window ();
  g_settings_set_string (settings, "last-page", "quality");
  ui_activate (window, "open-sample", NULL);
  ui_wait_for_figures (window);
  g_assert_null (ui_find (window, BW_TYPE_CHANGES));
  ui_close_window (window);

  window = ui_open_window ();
  g_settings_set_string (settings, "last-page", "contact-centre");
  ui_activate (window, "open-sample", NULL);
  ui_wait_for_figures (window);
  g_assert_nonnull (ui_find (window, BW_TYPE_CHANGES));
  ui_close_window (window);
}

/* --- Large text --------------------------------------------------------------------------------
 */

/* The deepest one that is too wide, and its parents. */
/* Bins with breakpoints say that they need nothing; what is scrolled may be wide, and header bars
 * have margins below 0. */
static void
name_wide (GtkWidget *widget, int limit, GString *names)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > limit)
    g_string_append_printf (names, " > %s %d", G_OBJECT_TYPE_NAME (widget), minimum);
  else if (GTK_IS_SCROLLED_WINDOW (widget) || ADW_IS_HEADER_BAR (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      name_wide (child, limit, names);
}

/* All that is on the screen fits into 360 pixels. */
static void
check_width (BwWindow *window, const char *page)
{
  g_autoptr (GString) wide = g_string_new (NULL);

  ui_settle ();
  name_wide (ui_find (window, ADW_TYPE_TOAST_OVERLAY), 360, wide);
  if (wide->len > 0)
    g_error ("%s:%s", page, wide->str);
}

static void
check_dialog (BwWindow *window, const char *action)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  ui_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);
  name_wide (GTK_WIDGET (dialog), 360, wide);
  if (wide->len > 0)
    g_error ("%s:%s", action, wide->str);
  adw_dialog_force_close (dialog);
  ui_settle ();
}

/* With text twice as large the pages fit into 360 pixels, and so do figures and dialogs. */
static void
test_large_text (void)
{
  const char *const pages[] = { "overview", "speed", "files", "tickets", "report" };
  const char *const dialogs[] = { "app.preferences", "win.settings", "win.choose-period",
                                  "win.search", "win.show-shortcuts" };
  const char *const kpis[] = { "first-response-time", "csat", "tickets-created" };
  BwWindow *window = ui_open_sample ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));

  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-by",
                                  g_variant_new ("(ss)", "channel", "Email"));
  ui_wait_for_figures (window);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  ui_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    bw_window_show_page (window, pages[i]);
    check_width (window, pages[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (kpis); i++) {
    bw_window_show_kpi (window, kpis[i]);
    check_width (window, kpis[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    check_dialog (window, dialogs[i]);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  ui_close_window (window);
}

/* A wide window becomes narrow at once. */
static void
test_shrink (void)
{
  BwWindow *window = ui_open_sample ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 800);
  ui_settle ();
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  ui_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <, 400);
  ui_close_window (window);
}

/* Long headings and names of files wrap. */
static void
test_long_error (void)
{
  BwWindow *window = ui_open_window ();
  g_autofree char *name = g_strnfill (120, 'x');
  g_autofree char *body = g_strconcat (name, ".csv: no", NULL);

  bw_messages_show_error (GTK_WIDGET (window), "Die Daten wurden nicht neben dem Bild gespeichert",
                          body);
  ui_settle ();
  g_assert_nonnull (ui_find (window, ADW_TYPE_ALERT_DIALOG));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/period", test_period);
  g_test_add_func ("/window/tiles-stay", test_tiles_stay);
  g_test_add_func ("/window/groups", test_groups);
  g_test_add_func ("/window/tile-leads-to-page", test_tile_leads_to_page);
  g_test_add_func ("/window/files-remember-their-question", test_files_remember_their_question);
  g_test_add_func ("/window/question-is-remembered", test_question_is_remembered);
  g_test_add_func ("/window/export", test_export);
  g_test_add_func ("/window/export-fails", test_export_fails);
  g_test_add_func ("/window/open-fails", test_open_fails);
  g_test_add_func ("/window/failure-keeps-report", test_failure_keeps_report);
  g_test_add_func ("/window/drop", test_drop);
  g_test_add_func ("/window/cancel", test_cancel);
  g_test_add_func ("/window/close-while-opening", test_close_while_opening);
  g_test_add_func ("/window/close-while-computing", test_close_while_computing);
  g_test_add_func ("/window/recent", test_recent);
  g_test_add_func ("/window/page-is-remembered", test_page_is_remembered);
  g_test_add_func ("/window/long-error", test_long_error);
  g_test_add_func ("/window/large-text", test_large_text);
  g_test_add_func ("/window/shrink", test_shrink);
  return g_test_run ();
}
