/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says about things that went well or wrong. */
#pragma once

#include "bw-report-plan.h"

#include <adwaita.h>

/* An AdwAlertDialog whose heading wraps; without responses. */
AdwDialog *bw_messages_create_alert (const char *heading, const char *body);
/* A dialog with a heading and what to do. */
void bw_messages_show_error (GtkWidget *widget, const char *heading, const char *body);
/* The same for a file dialog that failed; says nothing when it was only dismissed. */
void bw_messages_show_dialog_error (GtkWidget *widget, const GError *error);
/* A toast with a button that opens the file. */
void bw_messages_show_saved (GtkWidget *widget, GFile *file);
/* A toast at once that stays until it is dismissed: with a spinner, and a button that cancels.
 * Borrowed; NULL where no toast can be shown. */
AdwToast *
bw_messages_show_progress (GtkWidget *widget, const char *words, GCancellable *cancellable);
/* Why the report has to do without its logo, in a sentence; NULL = it does not. */
char *bw_messages_dup_logo_problem (BwReportPlan *plan);
/* A toast that says so. */
void bw_messages_warn_of_logo (GtkWidget *widget, BwReportPlan *plan);
/* A toast with a few words; nothing where no toast can be shown. */
void bw_messages_show_toast (GtkWidget *widget, const char *words);
