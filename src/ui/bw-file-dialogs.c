/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-file-dialogs.h"
#include "bw-folder-watch.h"

void
bw_file_dialog_start_in (GtkFileDialog *dialog, GSettings *settings, const char *key)
{
  g_autofree char *path = g_settings_get_string (settings, key);
  g_autoptr (GFile) folder = *path != '\0' ? g_file_new_for_path (path) : NULL;

  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_dialog_set_initial_folder (dialog, folder);
}

void
bw_file_dialog_remember (GSettings *settings, const char *key, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_settings_set_string (settings, key, g_file_peek_path (folder));
}

static void
set_filters (GtkFileDialog *dialog)
{
  const char *const *suffix = bw_export_suffixes ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Exports and Reports"));
  gtk_file_filter_add_suffix (tables, "bellwether");
  for (; *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (tables, *suffix);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}

GtkFileDialog *
bw_file_dialog_new_for_exports (const char *title, GSettings *settings)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  set_filters (dialog);
  bw_file_dialog_start_in (dialog, settings, "last-folder");
  return dialog;
}
