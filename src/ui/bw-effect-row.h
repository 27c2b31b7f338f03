/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed settings did to the figures: "First response time: 5 h 12 min → 2 h 3 min". */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_EFFECT_ROW (bw_effect_row_get_type ())
G_DECLARE_FINAL_TYPE (BwEffectRow, bw_effect_row, BW, EFFECT_ROW, AdwExpanderRow)

/* Compares with the figures as they are now. */
GtkWidget *bw_effect_row_new (BwWorkspace *workspace);
