/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a chart as a table that can be sorted: its twin. */
#pragma once

#include "bw-chart.h"
#include <gtk/gtk.h>

#define BW_TYPE_CHART_GRID (bw_chart_grid_get_type ())
G_DECLARE_FINAL_TYPE (BwChartGrid, bw_chart_grid, BW, CHART_GRID, GtkWidget)

BwChartGrid *bw_chart_grid_new (void);
/* NULL empties it. */
void bw_chart_grid_set_chart (BwChartGrid *self, BwChart *chart);
GtkColumnView *bw_chart_grid_get_view (BwChartGrid *self);
