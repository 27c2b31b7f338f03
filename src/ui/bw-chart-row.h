/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the table of a chart, for list models. */
#pragma once

#include "bw-chart-table.h"
#include <gio/gio.h>

#define BW_TYPE_CHART_ROW (bw_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (BwChartRow, bw_chart_row, BW, CHART_ROW, GObject)

BwChartRow *bw_chart_row_new (BwChartTable *table, guint index);
BwChartTable *bw_chart_row_get_table (BwChartRow *self);
guint bw_chart_row_get_index (BwChartRow *self);

/* A list of all rows. */
GListStore *bw_chart_rows_new (BwChartTable *table);
