/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a figure, as a chart and as a table. */
#pragma once

#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_TREND_CARD (bw_trend_card_get_type ())
G_DECLARE_FINAL_TYPE (BwTrendCard, bw_trend_card, BW, TREND_CARD, GtkWidget)

/* The workspace tells what the figure is compared with. */
void bw_trend_card_show (BwTrendCard *self, BwFigure *figure, BwWorkspace *workspace);
