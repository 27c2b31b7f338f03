/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios of folded measures, cell by cell. Private to the engine. */
#pragma once

#include "bw-answer.h"

/* A ratio at work. */
typedef struct {
  const BwMetric *metric;
  const BwRatio *ratio;
  guint n_parts;
  gboolean counts; /* the denominator is a number of things, which is n */
  double choices[BW_METRIC_MAX_CHOICES];
} BwCombination;

/* The first ratio of which all parts are available; FALSE when there is none. */
gboolean bw_combination_init (BwCombination *self, BwEngine *engine, const BwMetric *metric);
/* The i-th part's metric; *optional: the ratio does without it. */
const BwMetric *bw_ratio_get_part (const BwRatio *ratio, guint i, gboolean *optional);

/* Whether the figure changes with the i-th part: of a choice of denominators only one counts. */
gboolean bw_combination_uses (const BwCombination *self, guint part);
/* cells: one a part. */
BwCell bw_combination_combine (const BwCombination *self, const BwCell *cells);
/* The same of whole layouts (NULL = a part that is not there), all of one placer; members are those
 * of the first part, the others' are found by name. Cells of `out` are free with g_free. */
void bw_combination_combine_layouts (const BwCombination *self,
                                     const BwLayout *const *parts,
                                     BwLayout *out);
