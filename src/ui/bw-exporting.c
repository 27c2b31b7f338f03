/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-export-dialog.h"
#include "bw-exporting.h"
#include "bw-file-dialogs.h"
#include "bw-messages.h"
#include "bw-report-saver.h"

#define FOLDER_KEY "last-export-folder"

typedef struct {
  GtkWidget *widget;
  BwWorkspace *workspace;
  GSettings *settings;
  const BwExporter *exporter;
  BwExportOptions *options; /* NULL = nothing chosen */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->widget);
  g_object_unref (errand->workspace);
  g_object_unref (errand->settings);
  g_clear_pointer (&errand->options, bw_export_options_free);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
free_errand_cb (gpointer data, GClosure *closure)
{
  errand_free (data);
}

static const BwExporter *
find_exporter (const char *id)
{
  const BwExporter *const *exporters = bw_exporters ();

  for (guint i = 0; exporters[i] != NULL; i++)
    if (g_str_equal (exporters[i]->id, id))
      return exporters[i];
  return NULL;
}

static GtkWidget *
get_window (GtkWidget *widget)
{
  return GTK_WIDGET (gtk_widget_get_root (widget));
}

/* --- Writing ---------------------------------------------------------------------------------
 */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (bw_report_saver_get_path (result));

  if (!gtk_widget_get_mapped (widget))
    return;
  if (bw_report_saver_save_finish (result, &error))
    bw_messages_show_saved (widget, file);
  else
    bw_messages_show_error (get_window (widget), _ ("The Report Was Not Saved"), error->message);
}

static void
save (GtkWidget *widget,
      BwWorkspace *workspace,
      const BwExporter *exporter,
      const BwExportOptions *options,
      const char *path)
{
  if (g_str_equal (exporter->id, "pdf"))
    bw_messages_warn_of_logo (widget, bw_workspace_get_plan (workspace));
  bw_report_saver_save (workspace, exporter, options, path, saved_cb, g_object_ref (widget));
}

void
bw_exporting_save (GtkWidget *widget,
                   BwWorkspace *workspace,
                   const char *exporter,
                   const BwExportOptions *options,
                   const char *path)
{
  const BwExporter *found = find_exporter (exporter);

  g_return_if_fail (found != NULL);

  save (widget, workspace, found, options, path);
}

/* --- Asking ----------------------------------------------------------------------------------
 */

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL) {
    bw_messages_show_dialog_error (errand->widget, error);
    return;
  }
  bw_file_dialog_remember (errand->settings, FOLDER_KEY, file);
  save (errand->widget, errand->workspace, errand->exporter, errand->options,
        g_file_peek_path (file));
}

/* Takes the errand. */
static void
choose_target (Errand *errand)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = bw_report_saver_suggest_name (errand->workspace, errand->exporter);

  gtk_file_dialog_set_title (dialog, _ ("Export Report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  bw_file_dialog_start_in (dialog, errand->settings, FOLDER_KEY);
  gtk_file_dialog_save (dialog, GTK_WINDOW (get_window (errand->widget)), NULL, target_chosen_cb,
                        errand);
}

static Errand *
errand_new (GtkWidget *widget,
            BwWorkspace *workspace,
            GSettings *settings,
            const BwExporter *exporter,
            BwExportOptions *options)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_object_ref (widget), g_object_ref (workspace), g_object_ref (settings),
                       exporter, options };
  return errand;
}

static void
options_chosen_cb (BwExportDialog *dialog, Errand *errand)
{
  choose_target (errand_new (errand->widget, errand->workspace, errand->settings,
                             bw_export_dialog_get_exporter (dialog),
                             bw_export_dialog_dup_options (dialog)));
}

void
bw_exporting_ask (GtkWidget *widget,
                  BwWorkspace *workspace,
                  GSettings *settings,
                  const char *exporter)
{
  const BwExporter *found = find_exporter (exporter);
  Errand *errand;
  BwExportDialog *dialog;

  if (found == NULL)
    return;
  errand = errand_new (widget, workspace, settings, found, NULL);
  if (!bw_export_dialog_has_questions (found)) {
    choose_target (errand);
    return;
  }
  dialog = bw_export_dialog_new (workspace, found);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (options_chosen_cb), errand, free_errand_cb,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), get_window (widget));
}
