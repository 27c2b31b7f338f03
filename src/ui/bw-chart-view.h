/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart that can be copied and saved. Its heading is told by what is around it; the pictures that
 * leave the window have the chart's own. */
#pragma once

#include "bw-chart-canvas.h"
#include "bw-zoom.h"

#define BW_TYPE_CHART_VIEW (bw_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (BwChartView, bw_chart_view, BW, CHART_VIEW, GtkWidget)

BwChartView *bw_chart_view_new (void);
/* NULL = nothing to see. A sparkline is nothing of its own to assistive technologies: whoever holds
 * it says what it shows. */
void bw_chart_view_set_chart (BwChartView *self, BwChart *chart);
BwChart *bw_chart_view_get_chart (BwChartView *self);
BwChartCanvas *bw_chart_view_get_canvas (BwChartView *self);
/* What is seen of its periods. */
const BwZoom *bw_chart_view_get_zoom (BwChartView *self);

/* The context menu, for a menu button beside the chart, and the actions of its prefix "chart". */
GMenuModel *bw_chart_view_get_menu (BwChartView *self);
GActionGroup *bw_chart_view_get_actions (BwChartView *self);
