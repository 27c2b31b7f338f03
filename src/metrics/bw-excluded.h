/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that a figure leaves out, and why. */
#pragma once

#include "bw-fold.h"

/* Adds them to figure->excluded by reason, and to its details since when the oldest of them is
 * unfinished. arrived: rows that arrived in the period. */
void bw_excluded_count (const BwFolding *fold, const BwBits *arrived, BwFigure *figure);
