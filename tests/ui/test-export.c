/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into a file is asked for before it is written. */
#include "bw-export-dialog.h"
#include "bw-messages.h"
#include "bw-report-saver.h"
#include "bw-tile.h"
#include "ui-fixture.h"

static const BwExporter *
find_exporter (const char *id)
{
  for (const BwExporter *const *exporter = bw_exporters (); *exporter != NULL; exporter++)
    if (g_str_equal ((*exporter)->id, id))
      return *exporter;
  g_assert_not_reached ();
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static BwExportDialog *
ask (BwWindow *window, const char *exporter)
{
  ui_activate (window, "export-as", exporter);
  ui_wait_for (has_dialog, window);
  ui_settle ();
  return BW_EXPORT_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static AdwSwitchRow *
find_switch (BwExportDialog *dialog, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_find_all (dialog, ADW_TYPE_SWITCH_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  g_assert_not_reached ();
}

static void
test_questions (void)
{
  static const struct {
    const char *exporter;
    gboolean asks;
  } cases[] = {
    { "xlsx", TRUE }, { "png", TRUE },  { "svg", TRUE },
    { "pdf", FALSE }, { "csv", FALSE }, { "json", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (bw_export_dialog_has_questions (find_exporter (cases[i].exporter)) ==
                   cases[i].asks);
}

static void
test_workbook (void)
{
  BwWindow *window = ui_open_sample ();
  BwExportDialog *dialog = ask (window, "xlsx");
  g_autoptr (BwExportOptions) usual = bw_export_dialog_dup_options (dialog);
  g_autoptr (BwExportOptions) chosen = NULL;

  g_assert_false (usual->data || usual->personal);
  g_assert_true (g_strv_contains (usual->sheets, "summary"));
  g_assert_true (g_strv_contains (usual->sheets, "agents"));
  g_assert_false (g_strv_contains (usual->sheets, "contact-centre"));

  adw_switch_row_set_active (find_switch (dialog, "_Include the Rows"), TRUE);
  adw_switch_row_set_active (find_switch (dialog, "Speed"), FALSE);
  chosen = bw_export_dialog_dup_options (dialog);
  g_assert_true (chosen->data && !chosen->personal);
  g_assert_false (g_strv_contains (chosen->sheets, "speed"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

/* Personal data leave with rows only. */
static void
test_personal (void)
{
  BwWindow *window = ui_open_sample ();
  BwExportDialog *dialog = ask (window, "xlsx");
  AdwSwitchRow *personal = find_switch (dialog, "Include _Personal Data");
  g_autoptr (BwExportOptions) without = NULL;
  g_autoptr (BwExportOptions) with = NULL;

  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (personal)));
  adw_switch_row_set_active (personal, TRUE);
  without = bw_export_dialog_dup_options (dialog);
  g_assert_false (without->personal);
  adw_switch_row_set_active (find_switch (dialog, "_Include the Rows"), TRUE);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (personal)));
  with = bw_export_dialog_dup_options (dialog);
  g_assert_true (with->personal);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

static void
test_picture (void)
{
  BwWindow *window = ui_open_sample ();
  BwExportDialog *dialog = ask (window, "png");
  AdwComboRow *kpi = ui_find (dialog, ADW_TYPE_COMBO_ROW);
  g_autoptr (BwExportOptions) options = NULL;

  adw_combo_row_set_selected (kpi, 1);
  options = bw_export_dialog_dup_options (dialog);
  g_assert_cmpstr (options->kpi, ==, "tickets-closed");
  g_assert_cmpint (options->scale, ==, 2);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
  ui_close_window (window);
}

/* --- While it is written -----------------------------------------------------------------------
 */

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (bw_report_saver_save_finish (result, error));
}

static gboolean
has_error (gpointer error)
{
  return *(GError **) error != NULL;
}

static void
test_cancel (void)
{
  BwWindow *window = ui_open_sample ();
  g_autofree char *path = ui_make_file ("cancelled.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  bw_report_saver_save (bw_window_get_workspace (window), find_exporter ("xlsx"), NULL, path,
                        cancellable, finished_cb, &error);
  g_cancellable_cancel (cancellable);
  ui_wait_for (has_error, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  ui_close_window (window);
}

static gboolean
has_progress (gpointer window)
{
  return ui_find (window, ADW_TYPE_SPINNER) != NULL;
}

static gboolean
has_no_progress (gpointer window)
{
  return !has_progress (window);
}

/* Says what is written, and stops it. */
static void
test_progress (void)
{
  BwWindow *window = ui_open_sample ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AdwToast *toast =
      bw_messages_show_progress (ui_find (window, BW_TYPE_TILE), "Writing “a.pdf”", cancellable);

  ui_wait_for (has_progress, window);
  g_assert_true (ui_has_text (window, "Writing “a.pdf”"));
  g_signal_emit_by_name (toast, "button-clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  adw_toast_dismiss (toast);
  ui_wait_for (has_no_progress, window);
  ui_close_window (window);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/export/questions", test_questions);
  g_test_add_func ("/export/workbook", test_workbook);
  g_test_add_func ("/export/personal", test_personal);
  g_test_add_func ("/export/picture", test_picture);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/progress", test_progress);
  return g_test_run ();
}
