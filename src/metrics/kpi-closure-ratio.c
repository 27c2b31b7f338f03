/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the backlog shrinks or grows. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_closure_ratio = {
  .id = "closure-ratio",
  .name = N_ ("Closure ratio"),
  .group = "volume",
  .definition = N_ ("Tickets closed in the period / tickets created in the period, each by its own "
                    "date. Above 1 the backlog shrinks; it is no share and may exceed 100 %."),
  .origin =
      N_ ("The “clear rate” that most help desks report; none of the source articles names it"),
  .unit = BW_UNIT_RATIO,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "tickets-closed", "tickets-created" } } },
};
