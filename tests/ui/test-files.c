/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a report: what they are, what was set aside, how they are read, and what becomes of
 * them on the disk. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bw-file-watch.h"
#include "bw-files-page.h"
#include "bw-mapping-column.h"
#include "bw-mapping-page.h"
#include "bw-profile.h"
#include "bw-set-aside-dialog.h"
#include "bw-source-group.h"
#include "ui-fixture.h"

/* Nothing shows which comes first, and no header says that Span is a length of time. */
static const char odd[] = "Ref,Raised,Done,State,Stars,Span\n"
                          "A1,03/04/2025 10:00,04/04/2025 10:00,Solved,4,90\n"
                          "A2,05/04/2025 10:00,06/04/2025 10:00,Solved,5,30\n"
                          "A3,07/04/2025 10:00,,Open,2,10\n";

static const char plain[] = "Ticket ID,Subject,Status,Created at,Solved at,Spam\n"
                            "1,Printer,Solved,2025-03-01 10:00,2025-03-02 10:00,no\n"
                            "2,\"Buy, now\",Open,2025-03-03 10:00,,yes\n"
                            "3,Invoice,Open,2025-03-04 10:00,,no\n";

static const char later[] = "Ticket ID,Subject,Status,Created at,Solved at,Spam\n"
                            "3,Invoice,Solved,2025-03-04 10:00,2025-04-01 10:00,no\n"
                            "4,Screen,Open,2025-04-02 10:00,,no\n";

static BwWindow *
open_paths (const char *const *paths, guint n)
{
  BwWindow *window = ui_open_window ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  bw_window_open_files (window, (GFile *const *) files->pdata, n);
  ui_wait_for_figures (window);
  return window;
}

static void
activate_named (gpointer root, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_find_all (root, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title)) {
      adw_action_row_activate (rows->pdata[i]);
      ui_settle ();
      return;
    }
  g_assert_not_reached ();
}

static gboolean
is_mapped_and_idle (gpointer window)
{
  BwMappingPage *page = ui_find (window, BW_TYPE_MAPPING_PAGE);

  return page != NULL && !bw_mapping_page_get_busy (page);
}

static BwMappingPage *
wait_for_mapping (BwWindow *window)
{
  ui_wait_for (is_mapped_and_idle, window);
  ui_settle ();
  return ui_find (window, BW_TYPE_MAPPING_PAGE);
}

static const BwFigure *
get_figure (BwWindow *window, const char *kpi)
{
  return bw_workspace_find_figure (bw_window_get_workspace (window), kpi);
}

static gboolean
has_no_mapping (gpointer window)
{
  return ui_find (window, BW_TYPE_MAPPING_PAGE) == NULL;
}

static void
apply (BwWindow *window, BwMappingPage *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "mapping.apply", NULL));
  ui_wait_for (has_no_mapping, window);
  ui_wait_for_figures (window);
}

static void
turn_off_remembering (BwMappingPage *page)
{
  AdwSwitchRow *row = ui_find (page, ADW_TYPE_SWITCH_ROW);

  adw_switch_row_set_active (row, FALSE);
}

/* An unknown file leads to the page; what is chosen there is what the figures are counted from. */
static void
test_unknown_file (void)
{
  g_autofree char *path = ui_make_file ("odd.csv", odd);
  BwWindow *window = open_paths ((const char *[]) { path }, 1);
  BwMappingPage *page = wait_for_mapping (window);

  g_assert_true (ui_has_text (page, "Raised"));
  g_assert_false (get_figure (window, "handle-time")->available);
  bw_mapping_page_set_field (page, 5, BW_FIELD_HANDLE_TIME);
  page = wait_for_mapping (window);
  turn_off_remembering (page);
  apply (window, page);
  g_assert_true (get_figure (window, "handle-time")->available);
  ui_close_window (window);
}

/* A column opens a page that says why, and on which another field is chosen. */
static void
test_column (void)
{
  g_autofree char *path = ui_make_file ("column.csv", odd);
  BwWindow *window = open_paths ((const char *[]) { path }, 1);
  BwMappingPage *page = wait_for_mapping (window);
  BwMappingColumn *column;

  activate_named (page, "Stars");
  column = ui_find (page, BW_TYPE_MAPPING_COLUMN);
  g_assert_nonnull (column);
  g_assert_true (ui_has_text (column, "4 · 5 · 2"));
  activate_named (column, "Not used");
  page = wait_for_mapping (window);
  g_assert_cmpint (bw_overrides_get_column (bw_mapping_page_get_overrides (page), 4)->field, ==,
                   BW_FIELD_NONE);
  gtk_widget_activate_action (GTK_WIDGET (column), "navigation.pop", NULL);
  ui_settle ();
  turn_off_remembering (page);
  apply (window, page);
  g_assert_false (get_figure (window, "csat")->available);
  ui_close_window (window);
}

/* The next file with these columns needs no question; what was remembered can be forgotten. */
static void
test_remembered (void)
{
  g_autofree char *path = ui_make_file ("remembered 2025-04.csv", odd);
  g_autofree char *next = ui_make_file ("remembered 2025-05.csv", odd);
  BwWindow *window = open_paths ((const char *[]) { path }, 1);
  BwMappingPage *page = wait_for_mapping (window);
  GPtrArray *profiles;
  guint n_own = 0;

  bw_mapping_page_set_field (page, 5, BW_FIELD_HANDLE_TIME);
  page = wait_for_mapping (window);
  apply (window, page);
  ui_close_window (window);

  window = open_paths ((const char *[]) { next }, 1);
  g_assert_true (get_figure (window, "handle-time")->available);
  bw_window_show_page (window, "files");
  ui_settle ();
  if (!has_no_mapping (window))
    adw_dialog_force_close (ADW_DIALOG (wait_for_mapping (window)));
  ui_settle ();
  g_assert_true (ui_has_text (window, "remembered"));
  g_autoptr (GPtrArray) buttons = ui_find_all (window, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "Forget") == 0)
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
  ui_settle ();
  profiles = bw_profiles ();
  for (guint i = 0; i < profiles->len; i++)
    n_own += bw_profile_is_own (profiles->pdata[i]);
  g_assert_cmpuint (n_own, ==, 0);
  ui_close_window (window);
}

/* A file of which nothing can be made offers the page instead of the figures. */
static void
test_hopeless_file (void)
{
  g_autofree char *path =
      ui_make_file ("hopeless.csv", "Alpha,Beta\nx,2025-03-01\ny,2025-03-02\nz,2025-03-03\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BwWindow *window = ui_open_window ();
  AdwAlertDialog *alert;
  BwMappingPage *page;

  bw_window_open_files (window, &file, 1);
  for (guint i = 0; i < 100 && ui_find (window, ADW_TYPE_ALERT_DIALOG) == NULL; i++)
    ui_settle ();
  alert = ui_find (window, ADW_TYPE_ALERT_DIALOG);
  g_assert_nonnull (alert);
  g_assert_true (adw_alert_dialog_has_response (alert, "map"));
  g_signal_emit_by_name (alert, "response", "map");
  adw_dialog_force_close (ADW_DIALOG (alert));
  ui_settle ();
  page = wait_for_mapping (window);
  bw_mapping_page_set_field (page, 1, BW_FIELD_CREATED);
  page = wait_for_mapping (window);
  bw_mapping_page_set_field (page, 0, BW_FIELD_ID);
  page = wait_for_mapping (window);
  turn_off_remembering (page);
  apply (window, page);
  g_assert_cmpfloat (get_figure (window, "tickets-created")->current.value, ==, 3);
  ui_close_window (window);
}

static gboolean
has_rows (gpointer dialog)
{
  GtkColumnView *view = ui_find (dialog, GTK_TYPE_COLUMN_VIEW);

  return view != NULL && gtk_column_view_get_model (view) != NULL;
}

static gboolean
is_saved (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Why, in which line, and what stands there; saved as CSV. */
static void
test_set_aside (void)
{
  g_autofree char *first = ui_make_file ("march-aside.csv", plain);
  g_autofree char *second = ui_make_file ("april-aside.csv", later);
  g_autofree char *saved = ui_make_file ("aside-saved.csv", NULL);
  g_autofree char *content = NULL;
  BwWindow *window = open_paths ((const char *[]) { first, second }, 2);
  BwSetAsideDialog *dialog;

  bw_window_show_page (window, "files");
  ui_settle ();
  g_assert_true (ui_has_text (window, "1 of 3 rows are counted"));
  activate_named (window, "Rows Set Aside");
  dialog = ui_find (window, BW_TYPE_SET_ASIDE_DIALOG);
  g_assert_nonnull (dialog);
  ui_wait_for (has_rows, dialog);
  ui_settle ();
  g_assert_true (ui_has_text (dialog, "2,\"Buy, now\",Open,2025-03-03 10:00,,yes"));
  bw_set_aside_dialog_save (dialog, saved);
  ui_wait_for (is_saved, saved);
  ui_settle ();
  g_assert_true (g_file_get_contents (saved, &content, NULL, NULL));
  g_assert_cmpstr (content, ==,
                   "Line,Set aside because,Ticket ID,Subject,Status,Created at,Solved at,Spam\r\n"
                   "3,Marked as spam,2,\"Buy, now\",Open,2025-03-03 10:00,,yes\r\n"
                   "4,Older copy of the same entry,3,Invoice,Open,2025-03-04 10:00,,no\r\n");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

static void
test_remove_file (void)
{
  g_autofree char *first = ui_make_file ("march-remove.csv", plain);
  g_autofree char *second = ui_make_file ("april-remove.csv", later);
  BwWindow *window = open_paths ((const char *[]) { first, second }, 2);

  bw_window_show_page (window, "files");
  ui_settle ();
  ui_activate (window, "remove-file", second);
  ui_wait_for_figures (window);
  g_assert_nonnull (ui_find (window, BW_TYPE_FILES_PAGE));
  g_assert_true (ui_has_text (window, "march-remove.csv"));
  g_assert_false (ui_has_text (window, "april-remove.csv"));
  ui_close_window (window);
}

static gboolean
has_state (gpointer window)
{
  AdwBanner *banner = ui_find (window, ADW_TYPE_BANNER);

  return banner != NULL && adw_banner_get_revealed (banner);
}

/* The report keeps its figures until the file is read again. */
static void
test_changes_on_disk (void)
{
  g_autofree char *path = ui_make_file ("changing.csv", plain);
  g_autofree char *words = NULL;
  BwWindow *window = open_paths ((const char *[]) { path }, 1);
  BwDataset *dataset = bw_workspace_get_dataset (bw_window_get_workspace (window));

  bw_window_show_page (window, "files");
  ui_settle ();
  g_free (ui_make_file ("changing.csv", later));
  ui_wait_for (has_state, window);
  words = bw_file_watch_describe (bw_file_watch_of (dataset));
  g_assert_cmpstr (words, ==, "Changed on the disk: changing.csv. The report keeps its figures.");
  g_assert_true (bw_workspace_get_dataset (bw_window_get_workspace (window)) == dataset);
  ui_activate (window, "reload", NULL);
  ui_wait_for_figures (window);
  g_assert_true (ui_has_text (window, "2 of 2 rows are counted"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  ui_wait_for (has_state, window);
  g_assert_false (bw_file_watch_can_reload (
      bw_file_watch_of (bw_workspace_get_dataset (bw_window_get_workspace (window)))));
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  /* What is remembered stays out of the home of whoever tests. */
  g_autofree char *home = g_dir_make_tmp ("bellwether-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_init (&argc, &argv);
  g_test_add_func ("/files/unknown-file", test_unknown_file);
  g_test_add_func ("/files/column", test_column);
  g_test_add_func ("/files/remembered", test_remembered);
  g_test_add_func ("/files/hopeless-file", test_hopeless_file);
  g_test_add_func ("/files/set-aside", test_set_aside);
  g_test_add_func ("/files/remove-file", test_remove_file);
  g_test_add_func ("/files/changes-on-disk", test_changes_on_disk);
  return g_test_run ();
}
