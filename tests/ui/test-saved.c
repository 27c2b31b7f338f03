/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved reports: saved, opened again, asked about, recovered, found when their files have moved,
 * and carried on with next month's export. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "bw-exporter.h"
#include "bw-folder-watch.h"
#include "bw-missing-dialog.h"
#include "bw-recovered.h"
#include "bw-saving.h"
#include "ui-fixture.h"

static const char march[] = "Ticket ID,Subject,Status,Created at,Solved at,Group\n"
                            "1,Printer,Solved,2025-03-01 10:00,2025-03-02 10:00,North\n"
                            "2,Screen,Open,2025-03-03 10:00,,South\n"
                            "3,Invoice,Open,2025-03-31 10:00,,South\n";

static const char april[] = "Ticket ID,Subject,Status,Created at,Solved at,Group\n"
                            "4,Mouse,Solved,2025-04-01 10:00,2025-04-02 10:00,North\n"
                            "5,Screen,Open,2025-04-30 10:00,,South\n";

static BwWindow *
open_file (const char *path)
{
  BwWindow *window = ui_open_window ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  bw_window_open_files (window, &file, 1);
  return window;
}

static BwWindow *
open_and_wait (const char *path)
{
  BwWindow *window = open_file (path);

  ui_wait_for_figures (window);
  return window;
}

static BwReportPlan *
get_plan (BwWindow *window)
{
  return bw_workspace_get_plan (bw_window_get_workspace (window));
}

static gboolean
is_modified (gpointer window)
{
  return bw_document_get_modified (bw_window_get_document (window));
}

static gboolean
is_unmodified (gpointer window)
{
  return !is_modified (window);
}

static void
save (BwWindow *window, const char *path)
{
  bw_saving_save_to (GTK_WINDOW (window), bw_window_get_document (window), path, NULL, NULL, NULL);
  ui_wait_for (is_unmodified, window);
  ui_settle ();
  g_assert_cmpstr (bw_document_get_path (bw_window_get_document (window)), ==, path);
}

/* A report of March, saved with a title. */
static void
make_report (const char *csv, const char *path)
{
  BwWindow *window = open_and_wait (csv);

  bw_report_plan_set_title (get_plan (window), "Support in March");
  ui_wait_for (is_modified, window);
  save (window, path);
  ui_close_window (window);
}

static double
count_created (BwWindow *window)
{
  return bw_workspace_find_figure (bw_window_get_workspace (window), "tickets-created")
      ->current.value;
}

static AdwAlertDialog *
find_alert (BwWindow *window)
{
  for (guint i = 0; i < 100 && ui_find (window, ADW_TYPE_ALERT_DIALOG) == NULL; i++)
    ui_settle ();
  return ui_find (window, ADW_TYPE_ALERT_DIALOG);
}

/* The window may go by that. */
static void
answer (AdwAlertDialog *alert, const char *response)
{
  g_autoptr (AdwAlertDialog) held = g_object_ref (alert);

  g_signal_emit_by_name (alert, "response", response);
  if (gtk_widget_get_root (GTK_WIDGET (alert)) != NULL)
    adw_dialog_force_close (ADW_DIALOG (alert));
  ui_settle ();
}

/* The title tells the name, and whether something is not saved; undoing it by hand is no change. */
static void
test_saved (void)
{
  g_autofree char *csv = ui_make_file ("march.csv", march);
  g_autofree char *path = ui_make_file ("Support.bellwether", NULL);
  BwWindow *window;

  make_report (csv, path);
  window = open_and_wait (path);
  ui_settle ();
  g_assert_cmpstr (bw_report_plan_get_title (get_plan (window)), ==, "Support in March");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Support");
  g_assert_false (is_modified (window));
  bw_workspace_set_grain (bw_window_get_workspace (window), BW_GRAIN_WEEK);
  ui_wait_for (is_modified, window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• Support");
  bw_workspace_set_grain (bw_window_get_workspace (window), BW_GRAIN_MONTH);
  ui_wait_for (is_unmodified, window);
  bw_report_plan_set_comment (get_plan (window), "summary", "One is new.");
  ui_wait_for (is_modified, window);
  ui_activate (window, "save", NULL);
  ui_wait_for (is_unmodified, window);
  ui_close_window (window);
  window = open_and_wait (path);
  g_assert_cmpstr (bw_report_plan_get_comment (get_plan (window), "summary"), ==, "One is new.");
  ui_close_window (window);
}

/* Looking around in files asks nothing; what was typed is asked about, and cancelling stays. */
static void
test_closing (void)
{
  g_autofree char *csv = ui_make_file ("closing.csv", march);
  BwWindow *window = open_and_wait (csv);
  AdwAlertDialog *alert;

  bw_workspace_set_grain (bw_window_get_workspace (window), BW_GRAIN_WEEK);
  ui_wait_for_figures (window);
  g_assert_false (is_modified (window));
  bw_report_plan_set_title (get_plan (window), "Not saved");
  ui_wait_for (is_modified, window);
  gtk_window_close (GTK_WINDOW (window));
  alert = find_alert (window);
  g_assert_nonnull (alert);
  answer (alert, "cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  answer (find_alert (window), "discard");
  ui_settle ();
  g_assert_finalize_object (G_OBJECT (window));
}

/* Where nothing can be written, that is said, the changes stay, and the older file is whole. */
static void
test_not_saved (void)
{
  g_autofree char *csv = ui_make_file ("not-saved.csv", march);
  g_autofree char *path = ui_make_file ("nowhere/x.bellwether", NULL);
  BwWindow *window = open_and_wait (csv);
  AdwAlertDialog *alert;

  bw_report_plan_set_title (get_plan (window), "Not saved");
  bw_saving_save_to (GTK_WINDOW (window), bw_window_get_document (window), path, NULL, NULL, NULL);
  alert = find_alert (window);
  g_assert_nonnull (alert);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), path));
  answer (alert, "close");
  g_assert_true (is_modified (window));
  g_assert_null (bw_document_get_path (bw_window_get_document (window)));
  ui_close_window (window);
}

/* The copy that a kill would leave, under another name. */
static char *
copy_unsaved (const char *origin)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_state_dir (), "bellwether", "unsaved", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *copy = g_build_filename (folder, "left.bellwether", NULL);
  g_autofree char *lock = g_build_filename (folder, "left.lock", NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;

    if (!g_str_has_suffix (name, ".bellwether") || !g_file_get_contents (path, &text, NULL, NULL))
      continue;
    g_assert_true (g_file_set_contents (copy, text, -1, NULL));
    g_assert_true (g_file_set_contents (lock, origin != NULL ? origin : "", -1, NULL));
    return g_steal_pointer (&copy);
  }
  return NULL;
}

static gboolean
has_copy (gpointer copy)
{
  *(char **) copy = copy_unsaved (NULL);
  return *(char **) copy != NULL;
}

/* Of a report that was never saved: what was arranged is work, what was looked through is none. */
static void
test_work (void)
{
  g_autofree char *csv = ui_make_file ("work.csv", march);
  BwWindow *window = open_and_wait (csv);

  bw_report_plan_set_comment (get_plan (window), "summary", "Typed for an hour.");
  ui_wait_for (is_modified, window);
  bw_report_plan_set_comment (get_plan (window), "summary", "");
  ui_wait_for (is_unmodified, window);
  bw_workspace_set_grain (bw_window_get_workspace (window), BW_GRAIN_WEEK);
  ui_wait_for_figures (window);
  g_assert_false (is_modified (window));
  ui_close_window (window);
}

/* How the command line was told to read all files holds in the window, and is saved again. */
static void
test_reading (void)
{
  g_auto (GStrv) parts = g_strsplit (march, "Group", 2);
  g_autofree char *text = g_strjoinv ("Zzz", parts);
  g_autofree char *csv = ui_make_file ("zzz.csv", text);
  g_autofree char *json = g_strdup_printf ("{\"format\":\"bellwether\",\"version\":1,"
                                           "\"sources\":[{\"path\":\"%s\"}],"
                                           "\"reading\":[\"map=Zzz=team\"]}",
                                           csv);
  g_autofree char *path = ui_make_file ("Zzz.bellwether", json);
  g_autofree char *saved = NULL;
  BwWindow *window = open_and_wait (path);
  BwDataset *dataset = bw_workspace_get_dataset (bw_window_get_workspace (window));

  g_assert_nonnull (bw_table_find (bw_dataset_get_table (dataset, BW_KIND_TICKETS), BW_FIELD_TEAM));
  bw_report_plan_set_title (get_plan (window), "Zzz");
  ui_wait_for (is_modified, window);
  save (window, path);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "map=Zzz=team"));
  ui_close_window (window);
}

/* What was not saved is offered at the next start, and is there again. */
static void
test_recovered (void)
{
  g_autofree char *csv = ui_make_file ("recovered.csv", march);
  g_autofree char *copy = NULL;
  BwWindow *window = open_and_wait (csv);

  bw_report_plan_set_comment (get_plan (window), "summary", "Typed for an hour.");
  ui_wait_for (has_copy, &copy);
  ui_close_window (window);
  window = ui_open_window ();
  bw_recovered_offer (window);
  answer (find_alert (window), "recover");
  ui_wait_for_figures (window);
  g_assert_cmpstr (bw_report_plan_get_comment (get_plan (window), "summary"), ==,
                   "Typed for an hour.");
  g_assert_true (is_modified (window));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  ui_close_window (window);
}

/* Discarded it is gone, and not offered again. */
static void
test_discarded (void)
{
  g_autofree char *csv = ui_make_file ("discarded.csv", march);
  g_autofree char *copy = NULL;
  BwWindow *window = open_and_wait (csv);

  bw_report_plan_set_title (get_plan (window), "No more");
  ui_wait_for (has_copy, &copy);
  ui_close_window (window);
  window = ui_open_window ();
  bw_recovered_offer (window);
  answer (find_alert (window), "discard");
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  bw_recovered_offer (window);
  ui_settle ();
  g_assert_null (ui_find (window, ADW_TYPE_ALERT_DIALOG));
  ui_close_window (window);
}

static gboolean
has_missing (gpointer window)
{
  return ui_find (window, BW_TYPE_MISSING_DIALOG) != NULL;
}

/* The report asks for files that have moved, showing its last figures meanwhile. */
static void
test_moved (void)
{
  g_autofree char *csv = ui_make_file ("moved.csv", march);
  g_autofree char *there = ui_make_file ("moved elsewhere.csv", NULL);
  g_autofree char *path = ui_make_file ("Moved.bellwether", NULL);
  BwMissingDialog *dialog;
  BwWindow *window;

  make_report (csv, path);
  g_assert_cmpint (g_rename (csv, there), ==, 0);
  window = open_file (path);
  ui_wait_for (has_missing, window);
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_MISSING_DIALOG);
  g_assert_true (ui_has_text (dialog, "moved.csv"));
  g_assert_true (ui_has_text (dialog, "March 2025"));
  bw_missing_dialog_answer (dialog, csv, there);
  g_signal_emit_by_name (dialog, "ready");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_wait_for_figures (window);
  g_assert_cmpfloat (count_created (window), ==, 3);
  g_assert_true (is_modified (window));
  ui_close_window (window);
}

/* Next month: open the report, drop the export; the settings stay and the period moves on. */
static void
test_next_month (void)
{
  g_autofree char *csv = ui_make_file ("2025-03.csv", march);
  g_autofree char *next = ui_make_file ("2025-04.csv", april);
  g_autofree char *path = ui_make_file ("Monthly.bellwether", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (next);
  g_autofree char *period = NULL;
  BwWindow *window;

  make_report (csv, path);
  window = open_and_wait (path);
  bw_window_add_files (window, &file, 1);
  ui_wait_for (is_modified, window);
  ui_wait_for_figures (window);
  period = bw_period_to_string (bw_workspace_get_period (bw_window_get_workspace (window)));
  g_assert_cmpstr (period, ==, "2025-04");
  g_assert_cmpfloat (count_created (window), ==, 2);
  g_assert_cmpstr (bw_report_plan_get_title (get_plan (window)), ==, "Support in March");
  g_assert_cmpstr (bw_document_get_path (bw_window_get_document (window)), ==, path);
  bw_window_replace_file (window, csv, next);
  ui_wait_for_figures (window);
  ui_close_window (window);
}

static void
arrived_cb (GPtrArray *arrived, const char *path)
{
  g_ptr_array_add (arrived, g_strdup (path));
}

static gboolean
has_arrival (gpointer arrived)
{
  return ((GPtrArray *) arrived)->len > 0;
}

static void
append (const char *path, const char *text)
{
  FILE *stream = fopen (path, "a");

  g_assert_nonnull (stream);
  fputs (text, stream);
  fclose (stream);
}

/* A folder that was chosen tells of what comes, once it is complete; not of what lay there, of what
 * is no export, or once it is not watched any more. */
static void
test_watched (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *folder = g_dir_make_tmp ("bellwether-watched-XXXXXX", NULL);
  g_autofree char *old = g_build_filename (folder, "old.csv", NULL);
  g_autofree char *fresh = g_build_filename (folder, "april.csv", NULL);
  g_autofree char *part = g_build_filename (folder, "may.csv.part", NULL);
  g_autoptr (BwFolderWatch) watch = bw_folder_watch_new (settings);
  g_autoptr (GPtrArray) arrived = g_ptr_array_new_with_free_func (g_free);
  BwWindow *window = ui_open_window ();

  append (old, march);
  bw_folder_watch_choose (settings, folder);
  g_signal_connect_swapped (watch, "arrived", G_CALLBACK (arrived_cb), arrived);
  append (part, april);
  append (fresh, "");
  ui_settle ();
  append (fresh, april);
  ui_wait_for (has_arrival, arrived);
  ui_settle ();
  g_assert_cmpuint (arrived->len, ==, 1);
  g_assert_cmpstr (arrived->pdata[0], ==, fresh);
  bw_window_offer_file (window, fresh);
  ui_settle ();
  g_assert_true (ui_has_text (window, "New export: “april.csv”"));
  ui_close_window (window);
  bw_folder_watch_choose (settings, NULL);
  g_unlink (old);
  g_unlink (fresh);
  g_unlink (part);
  g_rmdir (folder);
}

/* What came while nobody watched is told when watching begins. */
static void
test_watched_later (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *folder = g_dir_make_tmp ("bellwether-watched-XXXXXX", NULL);
  g_autofree char *fresh = g_build_filename (folder, "may.csv", NULL);
  g_autoptr (GPtrArray) arrived = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BwFolderWatch) watch = NULL;

  bw_folder_watch_choose (settings, folder);
  g_usleep (50000); /* times of files are coarse */
  append (fresh, april);
  watch = bw_folder_watch_new (settings);
  g_signal_connect_swapped (watch, "arrived", G_CALLBACK (arrived_cb), arrived);
  ui_wait_for (has_arrival, arrived);
  g_assert_cmpstr (arrived->pdata[0], ==, fresh);
  bw_folder_watch_choose (settings, NULL);
  g_unlink (fresh);
  g_rmdir (folder);
}

/* What is no saved report says why, and the window stays as it was. */
static void
test_broken (void)
{
  g_autofree char *path = ui_make_file ("broken.bellwether", "{");
  BwWindow *window = open_file (path);
  AdwAlertDialog *alert = find_alert (window);

  g_assert_nonnull (alert);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "broken.bellwether"));
  answer (alert, "close");
  g_assert_null (bw_window_get_workspace (window));
  ui_close_window (window);
}

/* Of the format with that suffix, by the command line from the saved report. */
static GBytes *
write_by_command (const char *saved, const char *suffix)
{
  g_autofree char *name = g_strconcat ("command", suffix, NULL);
  g_autofree char *path = ui_make_file (name, NULL);
  g_autofree char *messages = NULL;
  g_autoptr (GError) error = NULL;
  const char *arguments[] = {
    g_getenv ("BELLWETHER_CLI"), "report", "--workspace", saved, "-o", path, NULL,
  };
  char *contents;
  gsize length;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                &messages, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (messages, ==, "");
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static GBytes *
write_by_window (BwWindow *window, const BwExporter *exporter)
{
  const BwExportOptions options = { .scale = 2 };
  g_autoptr (BwReport) report = bw_report_new (bw_window_get_workspace (window));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  bw_export_to_stream (exporter, report, &options, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What a hand can do the command line can do, to the byte: of a report that the window saved, with
 * what the manager wrote and chose. */
static void
test_same_bytes (void)
{
  static const char *const sections[] = { "summary", "appendix", "backlog", NULL };
  g_autofree char *csv = ui_make_file ("same.csv", march);
  g_autofree char *saved = ui_make_file ("same.bellwether", NULL);
  BwWindow *window = open_and_wait (csv);
  BwReportPlan *plan = get_plan (window);

  bw_report_plan_set_title (plan, "The same");
  bw_report_plan_set_sheet (plan, BW_SHEET_LETTER);
  bw_report_plan_set_sections (plan, sections);
  bw_report_plan_set_comment (plan, "backlog", "It grew.");
  ui_wait_for (is_modified, window);
  save (window, saved);
  ui_close_window (window);
  window = open_and_wait (saved);
  for (const BwExporter *const *exporter = bw_exporters (); *exporter != NULL; exporter++) {
    g_autoptr (GBytes) here = write_by_window (window, *exporter);
    g_autoptr (GBytes) there = write_by_command (saved, (*exporter)->suffix);

    g_test_message ("%s", (*exporter)->id);
    g_assert_cmpmem (g_bytes_get_data (here, NULL), g_bytes_get_size (here),
                     g_bytes_get_data (there, NULL), g_bytes_get_size (there));
  }
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("bellwether-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  ui_init (&argc, &argv);
  g_test_add_func ("/saved/saved", test_saved);
  g_test_add_func ("/saved/closing", test_closing);
  g_test_add_func ("/saved/work", test_work);
  g_test_add_func ("/saved/reading", test_reading);
  g_test_add_func ("/saved/not-saved", test_not_saved);
  g_test_add_func ("/saved/recovered", test_recovered);
  g_test_add_func ("/saved/discarded", test_discarded);
  g_test_add_func ("/saved/moved", test_moved);
  g_test_add_func ("/saved/next-month", test_next_month);
  g_test_add_func ("/saved/broken", test_broken);
  g_test_add_func ("/saved/watched", test_watched);
  g_test_add_func ("/saved/watched-later", test_watched_later);
  g_test_add_func ("/saved/same-bytes", test_same_bytes);
  return g_test_run ();
}
