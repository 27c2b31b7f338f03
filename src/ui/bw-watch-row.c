/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which folder is watched, a button that chooses one, and one that ends it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-folder-watch.h"
#include "bw-messages.h"
#include "bw-watch-row.h"

struct _BwWatchRow {
  AdwActionRow parent_instance;

  /* Borrowed */
  GtkWidget *stop;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (BwWatchRow, bw_watch_row, ADW_TYPE_ACTION_ROW)

static void
update (BwWatchRow *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "watch-folder");
  g_autofree char *name = g_filename_display_name (folder);
  gboolean watching = *folder != '\0';

  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self),
      watching ? name
               : _ ("None is watched. New exports in the folder that you choose are offered."));
  gtk_widget_set_visible (self->stop, watching);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwWatchRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder =
                gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder == NULL)
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
  else if (g_file_peek_path (folder) != NULL)
    bw_folder_watch_choose (self->settings, g_file_peek_path (folder));
}

static void
choose_cb (BwWatchRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Folder for Exports"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (root), NULL, chosen_cb, g_object_ref (self));
}

static void
stop_cb (BwWatchRow *self)
{
  bw_folder_watch_choose (self->settings, NULL);
}

static GtkWidget *
add_button (BwWatchRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
bw_watch_row_dispose (GObject *object)
{
  g_clear_object (&BW_WATCH_ROW (object)->settings);
  G_OBJECT_CLASS (bw_watch_row_parent_class)->dispose (object);
}

static void
bw_watch_row_class_init (BwWatchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_watch_row_dispose;
}

static void
bw_watch_row_init (BwWatchRow *self)
{
  self->settings = g_settings_new (APP_ID);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Folder for Exports"));
  self->stop = add_button (self, _ ("_Stop"), G_CALLBACK (stop_cb));
  add_button (self, _ ("_Choose…"), G_CALLBACK (choose_cb));
  g_signal_connect_object (self->settings, "changed::watch-folder", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
