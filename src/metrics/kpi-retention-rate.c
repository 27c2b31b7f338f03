/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many customers stay. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* parts: lost, at the start. */
static void
combine (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  *numerator = parts[1].value - parts[0].value;
  *denominator = parts[1].value;
}

/* parts: new, at the start, at the end. */
static void
combine_from_new (const BwCell *parts,
                  const double *choices,
                  double *numerator,
                  double *denominator)
{
  *numerator = parts[2].value - parts[0].value;
  *denominator = parts[1].value;
}

const BwMetric bw_kpi_retention_rate = {
  .id = "retention-rate",
  .name = N_ ("Retention rate"),
  .group = "customers",
  .definition =
      N_ ("Of the customers at the start of the period: still there at its end. It is 1 − "
          "churn rate of those at the start."),
  .origin = N_ ("The other side of “customer churn rate” in The Go-to-Market Dictionary"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .proportion = TRUE,
  .ratios = { { .parts = { "customers-lost", "customers-start" }, .combine = combine },
              { .parts = { "counts-lost", "counts-start" }, .combine = combine },
              { .parts = { "counts-new", "counts-start", "counts-end" },
                .combine = combine_from_new } },
};
