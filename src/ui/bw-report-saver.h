/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves the report of a workspace in a format that leaves the app. */
#pragma once

#include "bw-exporter.h"
#include <gtk/gtk.h>

/* "Support report 2025-10.pdf"; g_free. */
char *bw_report_saver_suggest_name (BwWorkspace *workspace, const BwExporter *exporter);

/* The report as it stands now, written in a thread. The workspace has figures. options: NULL =
 * nothing chosen. cancellable: NULL = until it is done. */
void bw_report_saver_save (BwWorkspace *workspace,
                           const BwExporter *exporter,
                           const BwExportOptions *options,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* FALSE and a G_IO_ERROR that names the file: an older file of that name is still whole. */
gboolean bw_report_saver_save_finish (GAsyncResult *result, GError **error);
/* The path that was given; owned by the result. */
const char *bw_report_saver_get_path (GAsyncResult *result);
