/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles in columns of equal width. */
#pragma once

#include <gtk/gtk.h>

#define BW_TYPE_TILE_GRID (bw_tile_grid_get_type ())
G_DECLARE_FINAL_TYPE (BwTileGrid, bw_tile_grid, BW, TILE_GRID, GtkWidget)

GtkWidget *bw_tile_grid_new (void);
void bw_tile_grid_append (BwTileGrid *self, GtkWidget *tile);
