/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of the revenue goes into support. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_cost_to_revenue = {
  .id = "cost-to-revenue",
  .name = N_ ("Support cost to revenue"),
  .group = "cost",
  .definition = N_ ("Costs of support in the period / revenue of the period."),
  .origin = N_ ("“Support cost against revenue” in Atlasmic, Best Customer Service KPI To Follow, "
                "2021, which prints the formula of cost per ticket and the goal of this one"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "cost", "revenue" } } },
};
