/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How files come into a window: chosen, dropped or reopened; loaded, read anew, or refused. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-error.h"
#include "bw-file-dialogs.h"
#include "bw-file-watch.h"
#include "bw-import-words.h"
#include "bw-mapping-page.h"
#include "bw-messages.h"
#include "bw-missing-dialog.h"
#include "bw-opened-words.h"
#include "bw-page-list.h"
#include "bw-recent-files.h"
#include "bw-sample-data.h"
#include "bw-saving.h"
#include "bw-window-private.h"

/* Opening that is quicker than this shows no page of its own. */
#define PATIENCE_MS 200
/* It tells two things. */
#define TOAST_SECONDS 7

/* --- Opening -----------------------------------------------------------------------------------
 */

static gboolean
patience_ended_cb (gpointer user_data)
{
  BwWindow *self = user_data;

  self->patience_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_widget_grab_focus (GTK_WIDGET (self->loading));
  return G_SOURCE_REMOVE;
}

/* What was said by hand of the files that are open holds for others with the same columns. */
static void
use_readings (BwImporter *importer, BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    if (source->reading != NULL)
      bw_importer_use_reading (importer, source->path, source->member,
                               (const char *const *) source->reading);
  }
}

/* importer: what the user knows of them; NULL = nothing yet. */
void
bw_window_load (BwWindow *self, const char *const *paths, gboolean adding, BwImporter *importer)
{
  g_auto (GStrv) copy = g_strdupv ((char **) paths);
  g_autoptr (BwImporter) used = importer != NULL ? g_object_ref (importer) : bw_importer_new ();

  g_clear_pointer (&self->reopening, bw_reopening_free);
  g_clear_pointer (&self->opening, g_strfreev);
  self->opening = g_steal_pointer (&copy);
  g_set_object (&self->opening_importer, used);
  self->adding = adding;
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
  bw_loading_page_load (self->loading, used, (const char *const *) self->opening);
}

void
bw_window_open_paths (BwWindow *self, const char *const *paths, gboolean adding)
{
  if (adding)
    use_readings (self->importer, bw_workspace_get_dataset (self->workspace));
  bw_window_load (self, paths, adding, adding ? self->importer : NULL);
}

/* Takes what is being opened. */
static void
load_report (BwWindow *self, BwReopening *reopening)
{
  g_auto (GStrv) paths = bw_reopening_list_paths (reopening);
  g_autoptr (BwImporter) importer = bw_reopening_create_importer (reopening);

  if (paths[0] == NULL) {
    bw_messages_show_error (GTK_WIDGET (self),
                            _ ("This Report Has No Files"),
                              _ ("Open it together with the files that it is to be made from."));
    bw_reopening_free (reopening);
    return;
  }
  bw_window_load (self, (const char *const *) paths, FALSE, importer);
  self->reopening = reopening;
}

static void
found_missing_cb (BwWindow *self, BwMissingDialog *dialog)
{
  BwReopening *reopening = g_object_steal_data (G_OBJECT (dialog), "reopening");

  reopening->file = bw_missing_dialog_steal_file (dialog);
  load_report (self, reopening);
}

/* Takes what is being opened. */
void
bw_window_reopen (BwWindow *self, BwReopening *reopening)
{
  g_auto (GStrv) missing = bw_report_file_list_missing (reopening->file);
  BwMissingDialog *dialog;

  if (missing[0] == NULL) {
    load_report (self, reopening);
    return;
  }
  dialog = bw_missing_dialog_new (g_steal_pointer (&reopening->file));
  g_object_set_data_full (G_OBJECT (dialog), "reopening", reopening,
                          (GDestroyNotify) bw_reopening_free);
  g_signal_connect_object (dialog, "ready", G_CALLBACK (found_missing_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
open_report (BwWindow *self, const char *path, const char *const *more)
{
  g_autoptr (GError) error = NULL;
  BwReopening *reopening = bw_reopening_new (path, more, &error);

  if (reopening != NULL)
    bw_window_reopen (self, reopening);
  else
    bw_messages_show_error (GTK_WIDGET (self), _ ("This Cannot Be Opened"), error->message);
}

static gboolean
is_report (const char *path)
{
  return g_str_has_suffix (path, ".bellwether");
}

/* Each report but the first has a window of its own. */
static void
open_elsewhere (BwWindow *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  g_application_open (application, &file, 1, "");
}

static void
open_fresh_cb (GtkWindow *window, gpointer user_data)
{
  BwWindow *self = BW_WINDOW (window);
  char **paths = user_data;
  const char *report = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!is_report (paths[i]))
      g_ptr_array_add (others, paths[i]);
    else if (report == NULL)
      report = paths[i];
    else
      open_elsewhere (self, paths[i]);
  g_ptr_array_add (others, NULL);
  if (report != NULL)
    open_report (self, report, (const char *const *) others->pdata);
  else
    bw_window_open_paths (self, (const char *const *) others->pdata, FALSE);
}

/* Instead of the report that is open. */
void
bw_window_open_fresh (BwWindow *self, const char *const *paths)
{
  bw_saving_leave (GTK_WINDOW (self), self->document, self->settings, open_fresh_cb,
                   g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
}

static void
end_opening (BwWindow *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
}

static void
return_to_last_page (BwWindow *self)
{
  end_opening (self);
  g_clear_pointer (&self->reopening, bw_reopening_free);
  gtk_stack_set_visible_child_name (self->stack, self->workspace != NULL ? "report" : "welcome");
}

static void
show_opened (BwWindow *self, BwDataset *dataset)
{
  g_autofree char *words = bw_opened_words (dataset);
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Details"));
  adw_toast_set_action_name (toast, "win.show-page");
  adw_toast_set_action_target (toast, "s", BW_PAGE_FILES);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- How files are read ------------------------------------------------------------------------
 */

static void
mapping_applied_cb (BwWindow *self, BwMappingPage *mapping)
{
  BwImporter *importer = g_object_get_data (G_OBJECT (mapping), "importer");
  g_auto (GStrv) paths = g_strdupv (importer == self->importer ? self->paths : self->opening);

  bw_importer_set_overrides (importer, bw_mapping_page_get_path (mapping),
                             bw_mapping_page_get_member (mapping),
                             bw_mapping_page_get_overrides (mapping));
  bw_window_load (self, (const char *const *) paths, importer == self->importer || self->adding,
                  importer);
}

/* importer: of the files that are open, or of those that could not be. */
void
bw_window_show_mapping (BwWindow *self, BwImporter *importer, const char *path, const char *member)
{
  BwMappingPage *mapping = bw_mapping_page_new (importer, path, member);

  g_object_set_data_full (G_OBJECT (mapping), "importer", g_object_ref (importer), g_object_unref);
  g_signal_connect_object (mapping, "apply", G_CALLBACK (mapping_applied_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (mapping), GTK_WIDGET (self));
}

/* Unknown files of which little is sure are shown to the user, once. */
static void
ask_about_unknown (BwWindow *self, BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    if (!bw_mapping_page_is_needed (source) ||
        bw_importer_get_overrides (self->importer, source->path, source->member) != NULL)
      continue;
    bw_window_show_mapping (self, self->importer, source->path, source->member);
    return;
  }
}

static void
file_changed_cb (BwWindow *self, BwFileWatch *watch)
{
  g_autofree char *words = bw_file_watch_describe (watch);
  AdwToast *toast;

  if (words == NULL)
    return;
  toast = adw_toast_new (words);
  adw_toast_set_use_markup (toast, FALSE);
  if (bw_file_watch_can_reload (watch)) {
    adw_toast_set_button_label (toast, _ ("_Reload"));
    adw_toast_set_action_name (toast, "win.reload");
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The name of a file comes before what is wrong with it. */
static const char *
find_failed (BwWindow *self, const GError *error)
{
  for (guint i = 0; self->opening[i] != NULL; i++) {
    g_autofree char *name = g_filename_display_basename (self->opening[i]);
    if (g_str_has_prefix (error->message, name))
      return self->opening[i];
  }
  return self->opening[0];
}

void
bw_window_update_recent (BwWindow *self)
{
  bw_welcome_page_update (self->welcome, self->settings);
  bw_recent_files_fill_menu (self->settings, self->recent_menu);
}

/* The report when it has a file, else the files that it was made from. */
void
bw_window_remember_recent (BwWindow *self)
{
  const char *path = bw_document_get_path (self->document);

  if (path != NULL)
    bw_recent_files_add (self->settings, (const char *[]) { path, NULL });
  else if (!bw_sample_data_is (self->paths[0]))
    bw_recent_files_add (self->settings, (const char *const *) self->paths);
}

static void
loaded_cb (BwWindow *self, BwDataset *dataset)
{
  end_opening (self);
  g_clear_pointer (&self->paths, g_strfreev);
  self->paths = g_steal_pointer (&self->opening);
  g_set_object (&self->importer, self->opening_importer);
  g_clear_object (&self->opening_importer);
  g_signal_connect_object (bw_file_watch_of (dataset), "changed", G_CALLBACK (file_changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (self->adding && self->workspace != NULL)
    bw_window_extend_report (self, dataset);
  else
    bw_window_start_report (self, dataset);
  bw_window_remember_recent (self);
  show_opened (self, dataset);
  if (!bw_sample_data_is (self->paths[0]))
    ask_about_unknown (self, dataset);
}

static void
failure_answered_cb (AdwAlertDialog *alert, const char *response, BwWindow *self)
{
  const char *path = g_object_get_data (G_OBJECT (alert), "path");

  if (g_str_equal (response, "open"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
  else if (g_str_equal (response, "map"))
    bw_window_show_mapping (self, self->opening_importer, path, NULL);
}

static void
failed_cb (BwWindow *self, const GError *error)
{
  g_autofree char *words = bw_import_words (error->message, NULL);
  AdwDialog *dialog = bw_messages_create_alert (_ ("This Cannot Be Opened"), words);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  return_to_last_page (self);
  adw_alert_dialog_add_responses (alert, "close",
                                  _ ("_Close"), "open", _ ("_Open Other Files…"), NULL);
  adw_alert_dialog_set_default_response (alert, "open");
  adw_alert_dialog_set_close_response (alert, "close");
  if (g_error_matches (error, BW_ERROR, BW_ERROR_PROFILE) ||
      g_error_matches (error, BW_ERROR, BW_ERROR_FIELD)) {
    g_object_set_data_full (G_OBJECT (alert), "path", g_strdup (find_failed (self, error)), g_free);
    adw_alert_dialog_add_response (alert, "map", _ ("_Choose Columns…"));
    adw_alert_dialog_set_default_response (alert, "map");
  }
  g_signal_connect_object (alert, "response", G_CALLBACK (failure_answered_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
cancelled_cb (BwWindow *self)
{
  return_to_last_page (self);
  bw_window_show_toast (self, _ ("Opening was cancelled"));
}

/* --- Choosing files ----------------------------------------------------------------------------
 */

/* NULL when one of them is not on this computer. */
static GStrv
get_paths (GFile *const *files, guint n_files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n_files; i++) {
    if (g_file_peek_path (files[i]) == NULL)
      return NULL;
    g_strv_builder_add (builder, g_file_peek_path (files[i]));
  }
  return g_strv_builder_end (builder);
}

GStrv
bw_window_join_paths (BwWindow *self, const char *const *paths)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) self->paths);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) self->paths, paths[i]))
      g_strv_builder_add (builder, paths[i]);
  return g_strv_builder_end (builder);
}

static gboolean
has_report (char **paths)
{
  for (; paths != NULL && *paths != NULL; paths++)
    if (is_report (*paths))
      return TRUE;
  return FALSE;
}

void
bw_window_open_or_add (BwWindow *self, GFile *const *files, guint n_files, gboolean add)
{
  g_auto (GStrv) paths = get_paths (files, n_files);
  gboolean joins =
      add && self->paths != NULL && !bw_sample_data_is (self->paths[0]) && !has_report (paths);
  g_auto (GStrv) all = NULL;

  if (n_files == 0)
    return;
  if (paths == NULL) {
    bw_messages_show_error (GTK_WIDGET (self),
                            _ ("This Cannot Be Opened"),
                              _ ("Bellwether opens files on this computer only: copy the file here "
                               "first."));
    return;
  }
  if (!joins) {
    bw_window_open_fresh (self, (const char *const *) paths);
    return;
  }
  all = bw_window_join_paths (self, (const char *const *) paths);
  bw_window_open_paths (self, (const char *const *) all, TRUE);
}

static GFile **
get_files (GListModel *model)
{
  guint n = g_list_model_get_n_items (model);
  GFile **files = g_new0 (GFile *, n + 1);

  for (guint i = 0; i < n; i++)
    files[i] = g_list_model_get_item (model, i);
  return files;
}

static void
free_files (GFile **files)
{
  for (guint i = 0; files[i] != NULL; i++)
    g_object_unref (files[i]);
  g_free (files);
}

static void
files_chosen (BwWindow *self, GtkFileDialog *dialog, GAsyncResult *result, gboolean add)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (dialog, result, &error);
  GFile **files;

  if (chosen == NULL) {
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
    return;
  }
  files = get_files (chosen);
  if (files[0] != NULL)
    bw_file_dialog_remember (self->settings, "last-folder", files[0]);
  bw_window_open_or_add (self, files, g_list_model_get_n_items (chosen), add);
  free_files (files);
}

static void
files_to_open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWindow) self = user_data;

  files_chosen (self, GTK_FILE_DIALOG (source), result, FALSE);
}

static void
files_to_add_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWindow) self = user_data;

  files_chosen (self, GTK_FILE_DIALOG (source), result, TRUE);
}

void
bw_window_choose_files (BwWindow *self, gboolean add)
{
  const char *title = add ? _ ("Add Files") : _ ("Open Files");
  g_autoptr (GtkFileDialog) dialog = bw_file_dialog_new_for_exports (title, self->settings);

  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL,
                                 add ? files_to_add_cb : files_to_open_cb, g_object_ref (self));
}

static void
dropped_cb (BwWindow *self, GdkFileList *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GSList) dropped = gdk_file_list_get_files (list);

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  bw_window_add_files (self, (GFile *const *) files->pdata, files->len);
}

void
bw_window_bind_file_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
}
