/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of one row: its fields, and what is made of them. */
#pragma once

#include "bw-row-item.h"
#include "bw-workspace.h"
#include <gtk/gtk.h>

#define BW_TYPE_ROW_DETAIL (bw_row_detail_get_type ())
G_DECLARE_FINAL_TYPE (BwRowDetail, bw_row_detail, BW, ROW_DETAIL, GtkWidget)

/* Signal "close": the user has seen enough. */

/* item: NULL shows that none is chosen. */
void bw_row_detail_show (BwRowDetail *self, BwWorkspace *workspace, BwRowItem *item);
