/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether there are more customers than before. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static void
combine (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  *numerator = parts[0].value - parts[1].value;
}

const BwMetric bw_kpi_net_customer_change = {
  .id = "net-customer-change",
  .name = N_ ("Net customer change"),
  .group = "customers",
  .definition =
      N_ ("(Customers at the end − customers at the start) / customers at the start. It is "
          "below 0 when more leave than come."),
  .origin =
      N_ ("The formula that Atlasmic, Best Customer Service KPI To Follow, 2021 prints as churn, "
          "with its sign turned"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "customers-end", "customers-start", "?customers-new",
                           "?customers-lost" },
                .combine = combine },
              { .parts = { "counts-end", "counts-start", "?counts-new", "?counts-lost" },
                .combine = combine } },
};
