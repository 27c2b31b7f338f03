/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What support costs for each customer. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_cost_per_customer = {
  .id = "cost-per-customer",
  .name = N_ ("Cost per customer"),
  .group = "cost",
  .definition =
      N_ ("Costs of support in the period / customers: the mean of those at its start and "
          "its end, or those at the start where nobody says how many there were at the end."),
  .origin = N_ ("A usual reading of support costs; none of the source articles names it"),
  .unit = BW_UNIT_MONEY,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "cost", "customers-start", "customers-end" },
                .combine = bw_combine_per_customer },
              { .parts = { "cost", "counts-start", "?counts-end" },
                .combine = bw_combine_per_customer } },
};
