/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files and shows how far that is.
 *
 * Shortcuts: Escape cancels. Accessibility: a progress bar named by what is opened. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-loading-page.h"

struct _BwLoadingPage {
  AdwBin parent_instance;

  /* Template */
  AdwStatusPage *status;
  GtkProgressBar *progress;
  GtkWidget *cancel;

  /* Owned */
  GCancellable *cancellable; /* while something is being opened */
};

typedef enum {
  LOADED,
  FAILED,
  CANCELLED,
  LAST_SIGNAL,
} BwLoadingPageSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwLoadingPage, bw_loading_page, ADW_TYPE_BIN)

/* Progress and end of one opening; later ones have another cancellable. */
typedef struct {
  BwLoadingPage *page;
  GCancellable *cancellable;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->page);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Opening *opening = user_data;
  BwLoadingPage *self = opening->page;
  g_autofree char *done_size = g_format_size ((guint64) done);
  g_autofree char *total_size = g_format_size ((guint64) total);
  g_autofree char *text = NULL;

  if (self->cancellable != opening->cancellable)
    return;
  if (total <= 0) {
    gtk_progress_bar_pulse (self->progress);
    return;
  }
  /* Translators: bytes read so far, and in all */
  text = g_strdup_printf (_ ("%s of %s"), done_size, total_size);
  gtk_progress_bar_set_fraction (self->progress, CLAMP ((double) done / (double) total, 0, 1));
  gtk_progress_bar_set_text (self->progress, text);
  gtk_progress_bar_set_show_text (self->progress, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  BwLoadingPage *self = opening->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (BwDataset) dataset = bw_importer_load_finish (BW_IMPORTER (source), result, &error);

  if (self->cancellable != opening->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (dataset != NULL)
    g_signal_emit (self, signals[LOADED], 0, dataset);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[CANCELLED], 0);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwLoadingPage *self = BW_LOADING_PAGE (widget);

  if (self->cancellable == NULL)
    return;
  bw_loading_page_cancel (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
show_names (BwLoadingPage *self, const char *const *paths)
{
  g_autofree char *first = g_filename_display_basename (paths[0]);
  g_autofree char *escaped = g_markup_escape_text (first, -1);
  g_autofree char *text = NULL;
  guint n = g_strv_length ((char **) paths);

  if (n > 1)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n - 1), escaped, n - 1);
  adw_status_page_set_description (self->status, text != NULL ? text : escaped);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_show_text (self->progress, FALSE);
}

static gboolean
bw_loading_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BW_LOADING_PAGE (widget)->cancel);
}

static void
bw_loading_page_dispose (GObject *object)
{
  BwLoadingPage *self = BW_LOADING_PAGE (object);

  bw_loading_page_cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_LOADING_PAGE);
  G_OBJECT_CLASS (bw_loading_page_parent_class)->dispose (object);
}

static void
bw_loading_page_class_init (BwLoadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_loading_page_dispose;
  widget_class->grab_focus = bw_loading_page_grab_focus;

  signals[LOADED] = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, BW_TYPE_DATASET);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[CANCELLED] =
      g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "loading.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "loading.cancel", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-loading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwLoadingPage, status);
  gtk_widget_class_bind_template_child (widget_class, BwLoadingPage, progress);
  gtk_widget_class_bind_template_child (widget_class, BwLoadingPage, cancel);
}

static void
bw_loading_page_init (BwLoadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_loading_page_load (BwLoadingPage *self, BwImporter *importer, const char *const *paths)
{
  Opening *opening;

  g_return_if_fail (BW_IS_LOADING_PAGE (self));
  g_return_if_fail (paths != NULL && paths[0] != NULL);

  bw_loading_page_cancel (self);
  self->cancellable = g_cancellable_new ();
  opening = g_new0 (Opening, 1);
  opening->page = g_object_ref (self);
  opening->cancellable = g_object_ref (self->cancellable);
  show_names (self, paths);
  bw_importer_load_async (importer, paths, self->cancellable, progress_cb, opening, loaded_cb,
                          opening);
}

void
bw_loading_page_cancel (BwLoadingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

gboolean
bw_loading_page_is_loading (BwLoadingPage *self)
{
  return self->cancellable != NULL;
}
