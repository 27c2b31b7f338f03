/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promoters less detractors. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (isnan (row->nps)) {
    *reason = BW_REASON_NOT_RATED;
    return NAN;
  }
  return row->nps >= 9 ? 1 : row->nps <= 6 ? -1 : 0;
}

static const char *
remark (const BwTable *table)
{
  const BwColumn *column = bw_table_find (table, BW_FIELD_NPS);

  return column->scale_low >= 1 ? N_ ("Asked on a scale of 1 to 10: detractors are 1 to 6, and the "
                                      "figure is not comparable with others")
                                : NULL;
}

const BwMetric bw_kpi_nps = {
  .id = "nps",
  .name = N_ ("Net Promoter Score (NPS)"),
  .group = "satisfaction",
  .definition = N_ ("100 × (promoters 9–10 − detractors 0–6) / all answers, with the passives "
                    "7–8 in the denominator: −100 to 100 points."),
  .origin = N_ ("“NPS” in “Customer Support KPIs: Which Metrics Should You Track?” and Userpilot, "
                "10 Key Customer Service KPIs"),
  .unit = BW_UNIT_POINTS,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_NPS }, N_ ("answers from 0 to 10 on recommending you") } },
  .fold = BW_FOLD_NPS,
  .when = BW_WHEN_RATED,
  .say = say,
  .remark = remark,
};
