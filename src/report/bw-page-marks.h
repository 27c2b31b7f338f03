/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a figure's change and course are drawn wherever it stands. */
#pragma once

#include "bw-block.h"
#include "bw-paper.h"

/* Of a change: good, bad, or neither. Never the only sign. */
BwColour bw_page_choose_colour (const BwPaper *paper, const BwFigure *figure);
/* A triangle up or down for a change that is real, a bar for one that is not. */
void bw_page_draw_mark (
    const BwPaper *paper, cairo_t *cr, const BwFigure *figure, double x, double y, double side);
/* Nothing when there is no course to draw. */
void bw_page_draw_sparkline (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box);
/* "−12 min, better"; NULL when nothing is compared. */
char *bw_page_tell_change (const BwFigure *figure);
