/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays children out in as many columns of equal width as there is room for, rows of equal height.
 */
#pragma once

#include <gtk/gtk.h>

#define BW_TYPE_TILE_LAYOUT (bw_tile_layout_get_type ())
G_DECLARE_FINAL_TYPE (BwTileLayout, bw_tile_layout, BW, TILE_LAYOUT, GtkLayoutManager)
