/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table's rows (all, or those of a bit set) as a lazy GListModel of BwRowItem. */
#pragma once

#include "bw-bits.h"
#include "bw-table.h"
#include <gio/gio.h>

#define BW_TYPE_ROW_ITEM (bw_row_item_get_type ())
G_DECLARE_FINAL_TYPE (BwRowItem, bw_row_item, BW, ROW_ITEM, GObject)

gsize bw_row_item_get_row (BwRowItem *self);
BwTable *bw_row_item_get_table (BwRowItem *self);
/* Text of the table's column for people: as the file has it. */
const char *bw_row_item_get_text (BwRowItem *self, guint column);

#define BW_TYPE_ROW_LIST (bw_row_list_get_type ())
G_DECLARE_FINAL_TYPE (BwRowList, bw_row_list, BW, ROW_LIST, GObject)

/* bits: which rows, or NULL for all. */
BwRowList *bw_row_list_new (BwTable *table, const BwBits *bits);
BwTable *bw_row_list_get_table (BwRowList *self);
