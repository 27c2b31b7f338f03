/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of the time for contacts agents were busy with them. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static void
combine (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  *numerator = parts[0].value;
  *denominator = parts[0].value + parts[1].value;
}

const BwMetric bw_kpi_occupancy = {
  .id = "occupancy",
  .name = N_ ("Occupancy"),
  .group = "contact-centre",
  .definition = N_ ("Handling time / (handling time + time free for contacts). Breaks and meetings "
                    "are in neither. Of a team, not of a person."),
  .origin =
      N_ ("Occupancy as WFM Labs defines it; TechTarget and Fonolo note that it is often called "
          "utilisation"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_BAND,
  .leading = TRUE,
  .kinds = { BW_KIND_AGENT_TIME, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "handling", "available" }, .combine = combine } },
};
