/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dimension or a value in the list of what can be filtered by. */
#pragma once

#include "bw-filter-model.h"
#include <gtk/gtk.h>

#define BW_TYPE_FILTER_ROW (bw_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (BwFilterRow, bw_filter_row, BW, FILTER_ROW, GtkWidget)

GtkWidget *bw_filter_row_new (void);
/* Whose item is a BwFilterDimension or a BwFilterValue; NULL = none. */
void bw_filter_row_set_tree_row (BwFilterRow *self, GtkTreeListRow *row);
/* What a click beside its controls does. */
void bw_filter_row_toggle (GtkTreeListRow *row);
