/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles on paper: a figure each, with its value, change in shape and words, n and course. */
#pragma once

#include "bw-block.h"
#include "bw-paper.h"

#define BW_TILE_COLUMNS 3

double bw_page_tiles_get_row_height (const BwPaper *paper);
/* The tiles from .. to - 1 of the figures, a row of three after the other, from the box's top. */
void bw_page_tiles_draw (
    const BwPaper *paper, cairo_t *cr, GPtrArray *figures, guint from, guint to, BwBox box);
