/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When in the week a figure happens: weekdays by hours. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_RHYTHM_CARD (bw_rhythm_card_get_type ())
G_DECLARE_FINAL_TYPE (BwRhythmCard, bw_rhythm_card, BW, RHYTHM_CARD, GtkWidget)

/* Asks anew; hides itself when there is nothing to show. */
void bw_rhythm_card_show (BwRhythmCard *self, BwFigure *figure, BwWorkspace *workspace);
