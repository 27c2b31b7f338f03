/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads packed measures. */
#include "config.h"

#include <math.h>

#include "bw-row-values.h"

gboolean
bw_row_values_init (BwRowValues *values, BwEngine *engine, const BwFigure *figure)
{
  *values = (BwRowValues) { .in_business_time = figure->in_business_time };
  if (!figure->available)
    return FALSE;
  values->measure = bw_engine_get_measure (engine, figure, &values->times);
  return values->measure != NULL && values->times.when != NULL;
}

gboolean
bw_row_values_have_size (const BwRowValues *values)
{
  BwFold fold = values->measure->metric->fold;

  return values->measure->sizes != NULL && (fold == BW_FOLD_DURATION || fold == BW_FOLD_MEAN);
}

static double
get_size (const BwRowValues *values, gsize row)
{
  const BwMeasure *measure = values->measure;

  if (measure->metric->fold != BW_FOLD_DURATION)
    return measure->sizes[row] / (double) BW_LEDGER_MILLION;
  if (values->in_business_time && measure->business != NULL)
    return measure->business[row] < 0 ? NAN : (double) measure->business[row];
  return measure->sizes[row];
}

double
bw_row_values_get (const BwRowValues *values, gsize row)
{
  const BwMeasure *measure = values->measure;
  int says = bw_measure_get (measure, row);

  if (says < 0)
    return NAN;
  if (measure->amounts != NULL)
    return measure->amounts[row];
  if (measure->sizes != NULL)
    return get_size (values, row);
  return measure->metric->fold == BW_FOLD_NPS ? 100.0 * (says - 1) : says;
}
