/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure by the members of a dimension, as bars, over time and as a table. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_SPLIT_CARD (bw_split_card_get_type ())
G_DECLARE_FINAL_TYPE (BwSplitCard, bw_split_card, BW, SPLIT_CARD, GtkWidget)

/* Keeps the chosen dimension when the figure still has it. */
void bw_split_card_show (BwSplitCard *self, BwFigure *figure, BwWorkspace *workspace);
/* NONE when there is nothing to split by. */
BwFieldId bw_split_card_get_field (BwSplitCard *self);
void bw_split_card_set_field (BwSplitCard *self, BwFieldId field);
