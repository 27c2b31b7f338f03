/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what of the report goes into a file. */
#pragma once

#include "bw-exporter.h"
#include <adwaita.h>

#define BW_TYPE_EXPORT_DIALOG (bw_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwExportDialog, bw_export_dialog, BW, EXPORT_DIALOG, AdwDialog)

/* Is there anything to ask for that format? */
gboolean bw_export_dialog_has_questions (const BwExporter *exporter);

/* The workspace has figures. Signal "chosen" when the user goes on. */
BwExportDialog *bw_export_dialog_new (BwWorkspace *workspace, const BwExporter *exporter);
const BwExporter *bw_export_dialog_get_exporter (BwExportDialog *self);
/* As it stands; free with bw_export_options_free. */
BwExportOptions *bw_export_dialog_dup_options (BwExportDialog *self);
