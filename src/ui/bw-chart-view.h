/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart with its heading, a menu to copy and save it, and the canvas that it is drawn on. */
#pragma once

#include "bw-chart-canvas.h"

#define BW_TYPE_CHART_VIEW (bw_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (BwChartView, bw_chart_view, BW, CHART_VIEW, GtkWidget)

BwChartView *bw_chart_view_new (void);
/* NULL = nothing to see. A sparkline is shown bare, and is nothing of its own to assistive
 * technologies: whoever holds it says what it shows. */
void bw_chart_view_set_chart (BwChartView *self, BwChart *chart);
BwChart *bw_chart_view_get_chart (BwChartView *self);
BwChartCanvas *bw_chart_view_get_canvas (BwChartView *self);
