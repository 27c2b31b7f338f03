/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a column view of rows. Words are made for those that can be seen only: a list has
 * widgets for 200 rows, and all become others when it jumps. */
#pragma once

#include "bw-table.h"
#include "bw-zone.h"
#include <gtk/gtk.h>

#define BW_TYPE_ROW_CELLS (bw_row_cells_get_type ())
G_DECLARE_FINAL_TYPE (BwRowCells, bw_row_cells, BW, ROW_CELLS, GObject)

/* The view lives as long; it is within its scrolled window. */
BwRowCells *bw_row_cells_new (GtkColumnView *view);
void bw_row_cells_set_table (BwRowCells *self, BwTable *table, BwZone *zone);
/* The column shows that one of the table, by its index. */
void bw_row_cells_set_up_column (BwRowCells *self, GtkColumnViewColumn *column, guint index);
/* The objects of the rows have become other rows. */
void bw_row_cells_refill (BwRowCells *self);
/* The place of the row whose cell that widget is in, or GTK_INVALID_LIST_POSITION. */
guint bw_row_cells_find_place (GtkWidget *widget);
