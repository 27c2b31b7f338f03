/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds tiles for their layout. CSS node: "tilegrid". */
#include "config.h"

#include "bw-children.h"
#include "bw-tile-grid.h"
#include "bw-tile-layout.h"

struct _BwTileGrid {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BwTileGrid, bw_tile_grid, GTK_TYPE_WIDGET)

static void
bw_tile_grid_dispose (GObject *object)
{
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_tile_grid_parent_class)->dispose (object);
}

static void
bw_tile_grid_class_init (BwTileGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_tile_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), BW_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tilegrid");
}

static void
bw_tile_grid_init (BwTileGrid *self)
{
}

GtkWidget *
bw_tile_grid_new (void)
{
  return g_object_new (BW_TYPE_TILE_GRID, NULL);
}

void
bw_tile_grid_append (BwTileGrid *self, GtkWidget *tile)
{
  g_return_if_fail (BW_IS_TILE_GRID (self));

  gtk_widget_set_parent (tile, GTK_WIDGET (self));
}
