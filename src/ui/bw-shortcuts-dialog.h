/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard shortcuts, in a list. */
#pragma once

#include <adwaita.h>

#define BW_TYPE_SHORTCUTS_DIALOG (bw_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwShortcutsDialog, bw_shortcuts_dialog, BW, SHORTCUTS_DIALOG, AdwDialog)

BwShortcutsDialog *bw_shortcuts_dialog_new (void);
