/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many customers help themselves. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static void
combine_requesters (const BwCell *parts,
                    const double *choices,
                    double *numerator,
                    double *denominator)
{
  *denominator = parts[0].value + parts[1].value;
}

const BwMetric bw_kpi_kb_engagement = {
  .id = "kb-engagement",
  .name = N_ ("Knowledge base engagement"),
  .group = "self-service",
  .definition =
      N_ ("Visitors of help articles / active customers: the mean of those at the start and "
          "at the end of the period, or those at the start where nobody says how many there were "
          "at the end. It may exceed 100 % where visitors are no customers."),
  .origin = N_ ("“Knowledge base engagement” in The Go-to-Market Dictionary"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "visitors", "customers-start", "customers-end" },
                .combine = bw_combine_per_customer },
              { .parts = { "visitors", "counts-start", "?counts-end" },
                .combine = bw_combine_per_customer },
              { .parts = { "visitors", "requesters" },
                .combine = combine_requesters,
                .remark = N_ ("Without a list of customers: visitors / (visitors + different "
                              "requesters of tickets)") } },
};
