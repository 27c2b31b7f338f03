/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mean answer on the survey's own scale. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (isnan (row->csat))
    *reason = BW_REASON_NOT_RATED;
  return row->csat;
}

/* Of two words a mean says no more than the share does. */
static const char *
lacks (const BwTable *table, const double *choices)
{
  const BwColumn *column = bw_table_find (table, BW_FIELD_CSAT);

  return column->scale_high - column->scale_low <= 1
             ? N_ ("ratings on a scale of three or more steps")
             : NULL;
}

const BwMetric bw_kpi_csat_score = {
  .id = "csat-score",
  .name = N_ ("CSAT score"),
  .group = "satisfaction",
  .definition = N_ ("The mean answer on the survey’s own scale."),
  .origin = N_ ("“CSAT” as an average in “Customer Support KPIs: Which Metrics Should You Track?” "
                "and Atlasmic, Best Customer Service KPI To Follow, 2021"),
  .unit = BW_UNIT_SCORE,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_CALLS },
  .needs = { { { BW_FIELD_CSAT }, N_ ("satisfaction ratings") } },
  .fold = BW_FOLD_MEAN,
  .when = BW_WHEN_RATED,
  .say = say,
  .lacks = lacks,
};
