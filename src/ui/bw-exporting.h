/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the report out of a window: what is to be asked, where to, writing, and how it went. */
#pragma once

#include "bw-exporter.h"
#include <gtk/gtk.h>

/* widget: below the toasts of the window. The workspace has figures. Nothing happens when there is
 * no exporter of that id. settings: remember the folder. */
void bw_exporting_ask (GtkWidget *widget,
                       BwWorkspace *workspace,
                       GSettings *settings,
                       const char *exporter);
/* Without asking. options: NULL = nothing chosen. */
void bw_exporting_save (GtkWidget *widget,
                        BwWorkspace *workspace,
                        const char *exporter,
                        const BwExportOptions *options,
                        const char *path);
