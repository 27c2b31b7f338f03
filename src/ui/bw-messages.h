/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says about things that went well or wrong. */
#pragma once

#include <adwaita.h>

/* An AdwAlertDialog whose heading wraps; without responses. */
AdwDialog *bw_messages_create_alert (const char *heading, const char *body);
/* A dialog with a heading and what to do. */
void bw_messages_show_error (GtkWidget *widget, const char *heading, const char *body);
/* The same for a file dialog that failed; says nothing when it was only dismissed. */
void bw_messages_show_dialog_error (GtkWidget *widget, const GError *error);
/* A toast with a button that opens the file. */
void bw_messages_show_saved (GtkWidget *widget, GFile *file);
/* A toast with a few words; nothing where no toast can be shown. */
void bw_messages_show_toast (GtkWidget *widget, const char *words);
