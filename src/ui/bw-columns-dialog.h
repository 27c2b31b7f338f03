/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns a table of rows shows, and in which order. */
#pragma once

#include <adwaita.h>

#define BW_TYPE_COLUMNS_DIALOG (bw_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwColumnsDialog, bw_columns_dialog, BW, COLUMNS_DIALOG, AdwDialog)

/* Changes the view at once. */
BwColumnsDialog *bw_columns_dialog_new (GtkColumnView *view);
/* One place towards the start (-1) or the end (1), past hidden columns; stays at the edge. */
void bw_columns_dialog_move (GtkColumnView *view, GtkColumnViewColumn *column, int by);
