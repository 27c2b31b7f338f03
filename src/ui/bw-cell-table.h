/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series as a table that can be sorted: the twin of its chart. */
#pragma once

#include "bw-series.h"
#include <gtk/gtk.h>

#define BW_TYPE_CELL_TABLE (bw_cell_table_get_type ())
G_DECLARE_FINAL_TYPE (BwCellTable, bw_cell_table, BW, CELL_TABLE, GtkWidget)

/* title: of the first column. Rows are members, or periods when there is no dimension. */
void bw_cell_table_set_series (BwCellTable *self, const char *title, BwSeries *series);
