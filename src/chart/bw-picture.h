/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as pictures in files: on white, with their heading and a margin. The same chart gives the
 * same bytes. */
#pragma once

#include "bw-chart.h"

/* Around the chart, part of the size. */
#define BW_PICTURE_MARGIN 16

/* theme: NULL = that of a light window. width and height in pixels at scale 1; scale: pixels to
 * each of these (2 for sharp screens). */
GBytes *bw_picture_png (
    const BwChart *chart, const BwTheme *theme, double width, double height, double scale);
/* With title and description for those who cannot see it. */
GBytes *bw_picture_svg (const BwChart *chart, const BwTheme *theme, double width, double height);
/* Height of a picture that is so wide, heading included. */
double bw_picture_get_height (const BwChart *chart, const BwTheme *theme, double width);

/* Draws the picture at (0, 0). Returns its scene. */
BwScene *bw_picture_draw (
    const BwChart *chart, const BwTheme *theme, double width, double height, cairo_t *cr);
