/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of the paid time goes into support. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_utilisation = {
  .id = "utilisation",
  .name = N_ ("Agent utilisation"),
  .group = "agents",
  .definition = N_ ("Time spent on support work / scheduled or paid time."),
  .origin = N_ ("“Agent utilization” in The Go-to-Market Dictionary"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_BAND,
  .kinds = { BW_KIND_AGENT_TIME, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "handling", "scheduled" } },
              { .parts = { "contact-handling", "scheduled" },
                .remark =
                    N_ ("Estimated: the time spent is that of the contacts’ own handle times") } },
};
