/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes into a file is asked for before it is written. */
#include "bw-export-dialog.h"
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

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/export/questions", test_questions);
  g_test_add_func ("/export/workbook", test_workbook);
  g_test_add_func ("/export/personal", test_personal);
  g_test_add_func ("/export/picture", test_picture);
  return g_test_run ();
}
