/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What concerns the program, whatever report is open. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_PREFERENCES_DIALOG (bw_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    BwPreferencesDialog, bw_preferences_dialog, BW, PREFERENCES_DIALOG, AdwPreferencesDialog)

/* workspace: of the report that is open, or NULL. */
BwPreferencesDialog *bw_preferences_dialog_new (GSettings *settings, BwWorkspace *workspace);
