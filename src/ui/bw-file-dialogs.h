/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialogs that choose files begin where the last one of their kind ended. */
#pragma once

#include <gtk/gtk.h>

/* key: of the settings, "last-folder"; a folder that is gone is none. */
void bw_file_dialog_start_in (GtkFileDialog *dialog, GSettings *settings, const char *key);
/* The folder of a file that was chosen; one that is not on this computer changes nothing. */
void bw_file_dialog_remember (GSettings *settings, const char *key, GFile *file);
/* For exports and saved reports, in the folder of the last ones. */
GtkFileDialog *bw_file_dialog_new_for_exports (const char *title, GSettings *settings);
