/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart with its heading, its menu and its table twin. */
#pragma once

#include "bw-chart-view.h"

#define BW_TYPE_CHART_CARD (bw_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (BwChartCard, bw_chart_card, BW, CHART_CARD, GtkWidget)

BwChartCard *bw_chart_card_new (void);
/* title: of the card, which may be shorter than the chart's own. chart NULL hides the card. */
void bw_chart_card_set_chart (BwChartCard *self,
                              const char *title,
                              const char *subtitle,
                              BwChart *chart);
/* Sentences above the chart; NULL = none. */
void bw_chart_card_set_text (BwChartCard *self, const char *text);
BwChartView *bw_chart_card_get_view (BwChartCard *self);
/* Puts a widget beside the title: what chooses the chart. */
void bw_chart_card_set_chooser (BwChartCard *self, GtkWidget *chooser);
