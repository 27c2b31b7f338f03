/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value that each row adds to a figure. */
#pragma once

#include "bw-engine.h"

typedef struct {
  const BwMeasure *measure;
  BwRowTimes times;
  gboolean in_business_time;
} BwRowValues;

/* FALSE when the figure has no rows (unavailable, a ratio). */
gboolean bw_row_values_init (BwRowValues *values, BwEngine *engine, const BwFigure *figure);
/* In the unit of the figure, seconds, score, amount; 1 for a row of a count; of shares 1 or 0, of
 * NPS 100, 0 or -100: their means are the figure. NAN for a row that has no say. */
double bw_row_values_get (const BwRowValues *values, gsize row);
/* Do rows have values of their own, that can be spread? */
gboolean bw_row_values_have_size (const BwRowValues *values);
