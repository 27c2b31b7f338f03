/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of page one: a row for each figure, with what it was and should be. */
#pragma once

#include "bw-block.h"
#include "bw-paper.h"

/* Of the head. */
double bw_page_scores_get_head_height (const BwPaper *paper);
double bw_page_scores_get_row_height (const BwPaper *paper);
/* The head and the scores from .. to - 1, from the box's top. */
void bw_page_scores_draw (
    const BwPaper *paper, cairo_t *cr, const GPtrArray *scores, guint from, guint to, BwBox box);
