/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a chart and lets keys, pointer and assistive technologies walk its data. */
#pragma once

#include "bw-chart-mark.h"
#include "bw-chart.h"

/* As many data are still list items; more are told by the description alone. */
#define BW_CHART_CANVAS_MANY 200

#define BW_TYPE_CHART_CANVAS (bw_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BwChartCanvas, bw_chart_canvas, BW, CHART_CANVAS, GtkWidget)

/* role: LIST, IMG or PRESENTATION; a widget never changes it. */
BwChartCanvas *bw_chart_canvas_new (GtkAccessibleRole role);
void bw_chart_canvas_set_chart (BwChartCanvas *self, BwChart *chart);
/* Some of its periods, so many cut off before them: the cursor stays on its datum, and activated
 * marks count from the first period of all. */
void bw_chart_canvas_show_part (BwChartCanvas *self, BwChart *part, guint offset);
BwChart *bw_chart_canvas_get_chart (BwChartCanvas *self);
/* NULL before the first allocation. */
BwScene *bw_chart_canvas_get_scene (BwChartCanvas *self);
/* Index of the datum that the keyboard is on; -1 = none. */
int bw_chart_canvas_get_cursor (BwChartCanvas *self);
void bw_chart_canvas_set_cursor (BwChartCanvas *self, int cursor);
/* NULL beyond the last, and where marks are no list items. */
BwChartMark *bw_chart_canvas_get_mark (BwChartCanvas *self, guint index);
gboolean bw_chart_canvas_get_mark_box (BwChartCanvas *self, guint index, BwBox *box);
