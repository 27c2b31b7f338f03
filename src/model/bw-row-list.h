/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table's rows (all, those of a bit set, or a list in any order) as a lazy GListModel of
 * BwRowItem. */
#pragma once

#include "bw-bits.h"
#include "bw-row-item.h"
#include <gio/gio.h>

#define BW_TYPE_ROW_LIST (bw_row_list_get_type ())
G_DECLARE_FINAL_TYPE (BwRowList, bw_row_list, BW, ROW_LIST, GObject)

/* bits: which rows, or NULL for all; copied. */
BwRowList *bw_row_list_new (BwTable *table, const BwBits *bits);
/* rows: n of them, taken over. */
BwRowList *bw_row_list_new_ordered (BwTable *table, guint32 *rows, gsize n);
/* The row of the table at that position. */
gsize bw_row_list_get_row (BwRowList *self, guint position);
BwTable *bw_row_list_get_table (BwRowList *self);
