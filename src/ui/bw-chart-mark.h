/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One datum of a chart as assistive technologies see it: a list item without a widget. */
#pragma once

#include <gtk/gtk.h>

#define BW_TYPE_CHART_MARK (bw_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (BwChartMark, bw_chart_mark, BW, CHART_MARK, GObject)

typedef struct _BwChartCanvas BwChartCanvas;

/* The canvas must outlive its use by anybody else, or call bw_chart_mark_detach. */
BwChartMark *bw_chart_mark_new (BwChartCanvas *canvas, guint index);
void bw_chart_mark_set_words (BwChartMark *self, const char *words);
/* From here on it has no parent and no neighbours. */
void bw_chart_mark_detach (BwChartMark *self);
