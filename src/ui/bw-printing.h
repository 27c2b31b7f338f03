/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on a printer: the same pages as the PDF, on the paper that is chosen there. */
#pragma once

#include "bw-report.h"
#include <gtk/gtk.h>

/* With the settings and paper that were used last, else the paper of the report's plan. */
GtkPrintOperation *bw_printing_new (BwReport *report);
/* Asks, previews or exports, as the action says; what was chosen is remembered when it was printed.
 * The outcome of asking may come later: an error is then shown as a dialog of the window. */
GtkPrintOperationResult bw_printing_run (GtkPrintOperation *operation,
                                         GtkPrintOperationAction action,
                                         GtkWindow *parent,
                                         GError **error);
