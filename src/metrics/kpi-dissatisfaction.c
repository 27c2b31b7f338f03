/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of those who answered were dissatisfied. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (isnan (row->csat)) {
    *reason = BW_REASON_NOT_RATED;
    return NAN;
  }
  return row->csat <= row->csat_low + row->csat_high - bw_row_satisfied_from (row);
}

const BwMetric bw_kpi_dissatisfaction = {
  .id = "dissatisfaction",
  .name = N_ ("Dissatisfaction"),
  .group = "satisfaction",
  .definition =
      N_ ("Dissatisfied answers / all answers: the bottom two boxes of a scale of five, as "
          "many at the lower end as count as satisfied at the upper."),
  .origin =
      N_ ("“Very poor” and “poor” of the five bands in Atlasmic, Best Customer Service KPI To "
          "Follow, 2021"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_CALLS },
  .needs = { { { BW_FIELD_CSAT }, N_ ("satisfaction ratings") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_RATED,
  .say = say,
};
