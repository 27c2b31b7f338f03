/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much recurring revenue is lost. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_revenue_churn = {
  .id = "revenue-churn",
  .name = N_ ("Revenue churn"),
  .group = "customers",
  .definition = N_ ("Recurring revenue of customers lost in the period / recurring revenue at its "
                    "start. Gross: what other customers pay more does not make up for it."),
  .origin =
      N_ ("Gross revenue churn as Recurly and ProfitWell report it; none of the source articles "
          "names it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "recurring-lost", "recurring-start" } } },
};
