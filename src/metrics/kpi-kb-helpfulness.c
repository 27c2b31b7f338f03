/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many readers found an article helpful. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static void
combine (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  *denominator = parts[0].value + parts[1].value;
}

const BwMetric bw_kpi_kb_helpfulness = {
  .id = "kb-helpfulness",
  .name = N_ ("Helpfulness of articles"),
  .group = "self-service",
  .definition = N_ ("“Yes” / (“yes” + “no”) to the question whether an article helped."),
  .origin = N_ ("Article votes as Zendesk and Freshdesk export them; none of the source articles "
                "names it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .proportion = TRUE,
  .ratios = { { .parts = { "helpful", "unhelpful" }, .combine = combine } },
};
