/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-export-dialog.h"
#include "bw-exporting.h"
#include "bw-file-dialogs.h"
#include "bw-messages.h"
#include "bw-report-saver.h"

#define FOLDER_KEY "last-export-folder"
/* Files that are written sooner are not worth a word before. */
#define PATIENCE_MS 400

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

/* One file that is being written. */
typedef struct {
  GtkWidget *widget;
  GApplication *application; /* is held until it is done, whatever windows close */
  GCancellable *cancellable;
  char *name; /* of the file, for people */
  AdwToast *progress;
  guint patience_id;
} Saving;

static gboolean
show_progress_cb (gpointer user_data)
{
  Saving *saving = user_data;
  /* Translators: %s is the name of a file */
  g_autofree char *words = g_strdup_printf (_ ("Writing “%s”"), saving->name);
  AdwToast *progress = bw_messages_show_progress (saving->widget, words, saving->cancellable);

  saving->patience_id = 0;
  g_set_object (&saving->progress, progress);
  return G_SOURCE_REMOVE;
}

static Saving *
saving_new (GtkWidget *widget, const char *path)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->application = g_object_ref (g_application_get_default ());
  g_application_hold (saving->application);
  saving->cancellable = g_cancellable_new ();
  saving->name = g_filename_display_basename (path);
  saving->patience_id = g_timeout_add (PATIENCE_MS, show_progress_cb, saving);
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_clear_handle_id (&saving->patience_id, g_source_remove);
  if (saving->progress != NULL)
    adw_toast_dismiss (saving->progress);
  g_clear_object (&saving->progress);
  g_application_release (saving->application);
  g_object_unref (saving->application);
  g_object_unref (saving->cancellable);
  g_object_unref (saving->widget);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (bw_report_saver_get_path (result));
  gboolean saved = bw_report_saver_save_finish (result, &error);

  if (!gtk_widget_get_mapped (saving->widget))
    return;
  if (saved)
    bw_messages_show_saved (saving->widget, file);
  else if (g_cancellable_is_cancelled (saving->cancellable))
    bw_messages_show_toast (saving->widget, _ ("The report was not saved"));
  else
    bw_messages_show_error (get_window (saving->widget), _ ("The Report Was Not Saved"),
                                                           error->message);
}

static void
save (GtkWidget *widget,
      BwWorkspace *workspace,
      const BwExporter *exporter,
      const BwExportOptions *options,
      const char *path)
{
  Saving *saving = saving_new (widget, path);

  if (g_str_equal (exporter->id, "pdf"))
    bw_messages_warn_of_logo (widget, bw_workspace_get_plan (workspace));
  bw_report_saver_save (workspace, exporter, options, path, saving->cancellable, saved_cb, saving);
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
  if (g_file_peek_path (file) == NULL) {
    bw_messages_show_error (get_window (errand->widget),
                            _ ("The Report Was Not Saved"),
                              _ ("Bellwether saves reports on this computer only."));
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
