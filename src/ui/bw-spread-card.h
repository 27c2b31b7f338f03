/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of a figure are spread: all together, or member by member. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_SPREAD_CARD (bw_spread_card_get_type ())
G_DECLARE_FINAL_TYPE (BwSpreadCard, bw_spread_card, BW, SPREAD_CARD, GtkWidget)

/* Asks anew; hides itself when there is nothing to show. */
void bw_spread_card_show (BwSpreadCard *self, BwFigure *figure, BwWorkspace *workspace);
