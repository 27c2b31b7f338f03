/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview as the user arranged it: which tiles are pinned to the top, which are hidden, and in
 * which order they stand. It belongs to the report; what was arranged last is remembered in the
 * settings of the program, and new reports begin with it. */
#pragma once

#include "bw-figure.h"
#include "bw-report-plan.h"
#include <gio/gio.h>

/* Tiles that stand together under one heading. */
typedef struct {
  const char *group; /* of BwMetric; NULL = pinned */
  GPtrArray *figures;
} BwTileSection;

#define BW_TYPE_TILE_ORDER (bw_tile_order_get_type ())
G_DECLARE_FINAL_TYPE (BwTileOrder, bw_tile_order, BW, TILE_ORDER, GObject)

/* Emits "changed" when another arrangement is to be shown. */
BwTileOrder *bw_tile_order_new (GSettings *settings);
/* Of the report that is open; what it does not say is as it was arranged last. */
void bw_tile_order_set_plan (BwTileOrder *self, BwReportPlan *plan);

/* The figures (borrowed, of BwFigure) in sections (of BwTileSection): what is pinned, then the
 * groups in the order in which they come. What is hidden is left out. self NULL: as nobody has
 * arranged them. */
GPtrArray *bw_tile_order_arrange (BwTileOrder *self, GPtrArray *figures);

gboolean bw_tile_order_is_pinned (BwTileOrder *self, const char *kpi);
gboolean bw_tile_order_is_hidden (BwTileOrder *self, const char *kpi);
void bw_tile_order_pin (BwTileOrder *self, const char *kpi, gboolean pinned);
void bw_tile_order_hide (BwTileOrder *self, const char *kpi, gboolean hidden);
/* Puts the tile where the other one stands, which moves on; of the same section, as last arranged.
 * FALSE when it is of another one. */
gboolean bw_tile_order_move (BwTileOrder *self, const char *kpi, const char *onto);
/* One place on or back within its section; FALSE at the end. */
gboolean bw_tile_order_step (BwTileOrder *self, const char *kpi, int by);
/* All as it was at first. */
void bw_tile_order_reset (BwTileOrder *self);
/* Has the user arranged anything? */
gboolean bw_tile_order_is_own (BwTileOrder *self);
