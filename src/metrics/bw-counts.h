/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows say what, by period and by member, for many measures of one table in one walk:
 * where a row belongs is found out once for all KPIs that go by the same moment, and neighbouring
 * dimensions are counted as one. */
#pragma once

#include "bw-fold.h"

/* Rows of a group by what they say: 0, 1, 2 as BwMeasure.says has it. */
#define BW_COUNTS_SAYS 4
typedef guint32 BwTallies[BW_COUNTS_SAYS];

/* Folds of one ledger and the same rows; of any other fold than COUNT, SHARE, NPS and STOCK none is
 * counted. The layouts' placers and groupings are borrowed. */
BwCounts *
bw_counts_new (const BwFolding *folds, guint n_folds, const BwLayout *layouts, guint n_layouts);
void bw_counts_free (BwCounts *counts);

/* By group of a layout like the given one, period-major; NULL when that was not counted. Free with
 * g_free. */
BwTallies *bw_counts_get (const BwCounts *counts, const BwMeasure *measure, const BwLayout *layout);
