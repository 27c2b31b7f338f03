/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the figures of a report are counted: definitions, exclusions, business hours, promises. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_SETTINGS_DIALOG (bw_settings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    BwSettingsDialog, bw_settings_dialog, BW, SETTINGS_DIALOG, AdwPreferencesDialog)

/* Changes the settings of the workspace at once. */
BwSettingsDialog *bw_settings_dialog_new (BwWorkspace *workspace);
