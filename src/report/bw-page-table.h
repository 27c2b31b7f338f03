/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on paper: rows as high as their longest cell, the head repeated on each page. */
#pragma once

#include "bw-block.h"
#include "bw-paper.h"

/* Heights of all rows, the head's first; free with g_free. */
double *bw_page_table_measure (const BwPaper *paper, const BwTextTable *table, double width);
/* The head and the rows from .. to - 1 (the head is row 0, so from >= 1), from the box's top. */
void bw_page_table_draw (const BwPaper *paper,
                         cairo_t *cr,
                         const BwTextTable *table,
                         const double *heights,
                         guint from,
                         guint to,
                         BwBox box);
