/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is as large on every paper: unhinted, at unrounded places, in absolute sizes. All that
 * scenes and pages write is measured and drawn through here. */
#pragma once

#include "bw-theme.h"
#include <pango/pangocairo.h>

/* cr NULL = to measure only; else the layout may be drawn on that cr, as its matrix stands now.
 * width: lines break at words there; 0 = one line, however long. */
PangoLayout *bw_lettering_new (
    cairo_t *cr, const char *text, const char *font, double size, gboolean bold, double width);
/* The logical size. */
void bw_lettering_measure (PangoLayout *layout, double *width, double *height);
/* Draws at the top left corner; longer than max_width (0 = no limit) ends in an ellipsis. */
void bw_lettering_draw (
    cairo_t *cr, PangoLayout *layout, double x, double y, double max_width, BwColour colour);
