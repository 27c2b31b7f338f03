/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure at a glance; as a button it leads to the figure's page. */
#pragma once

#include "bw-tile-order.h"
#include <gtk/gtk.h>

#define BW_TYPE_TILE (bw_tile_get_type ())
G_DECLARE_FINAL_TYPE (BwTile, bw_tile, BW, TILE, GtkButton)

GtkWidget *bw_tile_new (void);
/* What the user may arrange by dragging, by keys and by the tile's menu; NULL = nothing. */
void bw_tile_set_order (BwTile *self, BwTileOrder *order);
/* An available figure. The button's action is "win.show-kpi" with its id. */
void bw_tile_set_figure (BwTile *self, BwFigure *figure);
BwFigure *bw_tile_get_figure (BwTile *self);
