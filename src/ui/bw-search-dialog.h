/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One types a word and goes where it leads. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_SEARCH_DIALOG (bw_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwSearchDialog, bw_search_dialog, BW, SEARCH_DIALOG, AdwDialog)

/* workspace NULL: actions only. Closes itself, then emits "chosen" (BwFinding). */
BwSearchDialog *bw_search_dialog_new (BwWorkspace *workspace);
/* Nothing is being looked for any more. */
gboolean bw_search_dialog_is_ready (BwSearchDialog *self);
