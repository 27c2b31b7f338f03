/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table of rows: which are shown, in which order and how wide. */
#pragma once

#include "bw-table.h"
#include <gtk/gtk.h>

/* The column of the table that is shown by a column of the view. */
guint bw_row_columns_get_index (GtkColumnViewColumn *column);

/* One column of the view for each of the table's, without factories. settings: what was remembered
 * for tables of that kind, else the most telling ones are visible; NULL = nothing is remembered. */
void bw_row_columns_fill (GtkColumnView *view, const BwTable *table, GSettings *settings);
/* Remembers what is visible now. */
void bw_row_columns_remember (GtkColumnView *view, const BwTable *table, GSettings *settings);
