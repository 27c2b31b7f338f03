/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, step by step: where, writing, and what was to be done afterwards. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bw-file-dialogs.h"
#include "bw-messages.h"
#include "bw-saving.h"

#define SUFFIX ".bellwether"

/* What is left to do. */
typedef struct {
  GtkWindow *window;
  BwDocument *document;
  GSettings *settings;
  BwSavingDone done;
  gpointer user_data;
  GDestroyNotify destroy;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_clear_object (&errand->document);
  g_clear_object (&errand->settings);
  if (errand->destroy != NULL)
    errand->destroy (errand->user_data);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static Errand *
errand_new (GtkWindow *window,
            BwDocument *document,
            GSettings *settings,
            BwSavingDone done,
            gpointer user_data,
            GDestroyNotify destroy)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_object_ref (window), NULL, NULL, done, user_data, destroy };
  g_set_object (&errand->document, document);
  g_set_object (&errand->settings, settings);
  return errand;
}

static void
go_on (Errand *errand)
{
  if (errand->done != NULL)
    errand->done (errand->window, errand->user_data);
}

/* --- Writing ---------------------------------------------------------------------------------
 */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (bw_document_save_finish (BW_DOCUMENT (source), result, &error))
    go_on (errand);
  else if (gtk_widget_get_mapped (GTK_WIDGET (errand->window)))
    bw_messages_show_error (GTK_WIDGET (errand->window), _ ("The Report Was Not Saved"),
                                                           error->message);
}

static void
save_to (Errand *errand, const char *path)
{
  bw_document_save_async (errand->document, path, saved_cb, errand);
}

void
bw_saving_save_to (GtkWindow *window,
                   BwDocument *document,
                   const char *path,
                   BwSavingDone done,
                   gpointer user_data,
                   GDestroyNotify destroy)
{
  save_to (errand_new (window, document, NULL, done, user_data, destroy), path);
}

/* --- Where -----------------------------------------------------------------------------------
 */

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *named = NULL;

  if (file == NULL) {
    bw_messages_show_dialog_error (GTK_WIDGET (errand->window), error);
    return;
  }
  if (path == NULL) {
    bw_messages_show_error (GTK_WIDGET (errand->window),
                            _ ("The Report Was Not Saved"),
                              _ ("Bellwether saves reports on this computer only."));
    return;
  }
  bw_file_dialog_remember (errand->settings, "last-report-folder", file);
  named = g_str_has_suffix (path, SUFFIX) ? g_strdup (path) : g_strconcat (path, SUFFIX, NULL);
  save_to (g_steal_pointer (&errand), named);
}

static void
set_place (GtkFileDialog *dialog, BwDocument *document, GSettings *settings)
{
  const char *path = bw_document_get_path (document);
  g_autofree char *name = g_strconcat (bw_document_get_name (document), SUFFIX, NULL);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL) {
    gtk_file_dialog_set_initial_file (dialog, file);
    return;
  }
  gtk_file_dialog_set_initial_name (dialog, name);
  bw_file_dialog_start_in (dialog, settings, "last-report-folder");
}

static void
ask_where (Errand *errand)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) reports = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_filter_set_name (reports, _ ("Bellwether Reports"));
  gtk_file_filter_add_suffix (reports, SUFFIX + 1);
  g_list_store_append (filters, reports);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  set_place (dialog, errand->document, errand->settings);
  gtk_file_dialog_save (dialog, errand->window, NULL, place_chosen_cb, errand);
}

static void
save (Errand *errand, gboolean ask)
{
  const char *path = bw_document_get_path (errand->document);

  if (ask || path == NULL)
    ask_where (errand);
  else
    save_to (errand, path);
}

void
bw_saving_save (GtkWindow *window,
                BwDocument *document,
                GSettings *settings,
                gboolean ask,
                BwSavingDone done,
                gpointer user_data,
                GDestroyNotify destroy)
{
  save (errand_new (window, document, settings, done, user_data, destroy), ask);
}

/* --- Before it goes --------------------------------------------------------------------------
 */

static void
answered_cb (AdwAlertDialog *alert, const char *response)
{
  g_autoptr (Errand) errand = g_object_steal_data (G_OBJECT (alert), "errand");

  /* One answer counts. */
  if (errand == NULL)
    return;
  if (g_str_equal (response, "save")) {
    save (g_steal_pointer (&errand), FALSE);
  } else if (g_str_equal (response, "discard")) {
    bw_document_discard (errand->document);
    go_on (errand);
  }
}

static void
ask_whether (Errand *errand)
{
  g_autofree char *heading =
      /* Translators: %s is the name of a report */
      g_strdup_printf (_ ("Save Changes to “%s”?"), bw_document_get_name (errand->document));
  AdwDialog *dialog = bw_messages_create_alert (
      heading, _ ("Settings, comments and all else that was changed since it was saved last will "
                  "be lost otherwise."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel",
                                  _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_object_set_data_full (G_OBJECT (alert), "errand", errand, (GDestroyNotify) errand_free);
  g_signal_connect (alert, "response", G_CALLBACK (answered_cb), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (errand->window));
}

void
bw_saving_leave (GtkWindow *window,
                 BwDocument *document,
                 GSettings *settings,
                 BwSavingDone done,
                 gpointer user_data,
                 GDestroyNotify destroy)
{
  Errand *errand = errand_new (window, document, settings, done, user_data, destroy);

  if (document != NULL && bw_document_get_modified (document)) {
    ask_whether (errand);
    return;
  }
  go_on (errand);
  errand_free (errand);
}
