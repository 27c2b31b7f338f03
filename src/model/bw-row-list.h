/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table's rows (all, or those of a bit set) as a lazy GListModel of BwRowItem. */
#pragma once

#include "bw-bits.h"
#include "bw-row-item.h"
#include <gio/gio.h>

#define BW_TYPE_ROW_LIST (bw_row_list_get_type ())
G_DECLARE_FINAL_TYPE (BwRowList, bw_row_list, BW, ROW_LIST, GObject)

/* bits: which rows, or NULL for all; copied. */
BwRowList *bw_row_list_new (BwTable *table, const BwBits *bits);
BwTable *bw_row_list_get_table (BwRowList *self);
