/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table as an object, made only when somebody looks at it. */
#pragma once

#include "bw-table.h"

#define BW_TYPE_ROW_ITEM (bw_row_item_get_type ())
G_DECLARE_FINAL_TYPE (BwRowItem, bw_row_item, BW, ROW_ITEM, GObject)

BwRowItem *bw_row_item_new (BwTable *table, gsize row);
/* Makes it another row. */
void bw_row_item_move (BwRowItem *self, BwTable *table, gsize row);
gsize bw_row_item_get_row (BwRowItem *self);
BwTable *bw_row_item_get_table (BwRowItem *self);
/* Text of the table's column for people: as the file has it. "" beyond the last column. */
const char *bw_row_item_get_text (BwRowItem *self, guint column);
