/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where the files of a saved report are now, and shows the figures that it had. */
#pragma once

#include "bw-report-file.h"
#include <adwaita.h>

#define BW_TYPE_MISSING_DIALOG (bw_missing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwMissingDialog, bw_missing_dialog, BW, MISSING_DIALOG, AdwDialog)

/* Takes over the file; emits "ready" once each of its sources is found or left out, and the user
 * wants to open it. */
BwMissingDialog *bw_missing_dialog_new (BwReportFile *file);
/* The file, which is the caller's from now on. */
BwReportFile *bw_missing_dialog_steal_file (BwMissingDialog *self);

/* What the buttons of a row do. to: NULL = leave it out. */
void bw_missing_dialog_answer (BwMissingDialog *self, const char *path, const char *to);
