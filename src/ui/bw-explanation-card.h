/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to look: what a change is made of, member by member. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_EXPLANATION_CARD (bw_explanation_card_get_type ())
G_DECLARE_FINAL_TYPE (BwExplanationCard, bw_explanation_card, BW, EXPLANATION_CARD, GtkWidget)

/* Asks anew; hides itself when there is no change to take apart. */
void bw_explanation_card_show (BwExplanationCard *self, BwFigure *figure, BwWorkspace *workspace);
