/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a table of figures: a period or a member, and its cell. */
#pragma once

#include "bw-series.h"
#include <gio/gio.h>

#define BW_TYPE_CELL_ITEM (bw_cell_item_get_type ())
G_DECLARE_FINAL_TYPE (BwCellItem, bw_cell_item, BW, CELL_ITEM, GObject)

BwCellItem *bw_cell_item_new (const char *label, guint index, BwUnit unit, const BwCell *cell);
const char *bw_cell_item_get_label (BwCellItem *self);
/* Place in the series: of the period, or of the member. */
guint bw_cell_item_get_index (BwCellItem *self);
const BwCell *bw_cell_item_get_cell (BwCellItem *self);
/* For people; g_free. */
char *bw_cell_item_format_value (BwCellItem *self);
char *bw_cell_item_format_n (BwCellItem *self);
/* "80 % – 91 %", or "" when it cannot be said. */
char *bw_cell_item_format_interval (BwCellItem *self);

/* One item a period of a series with one member, else one item a member of its first period. Of
 * BwCellItem. */
GListStore *bw_cell_items_new (const BwSeries *series);
