/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a solved ticket costs. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_cost_per_resolution = {
  .id = "cost-per-resolution",
  .name = N_ ("Cost per resolution"),
  .group = "cost",
  .definition = N_ ("Costs of support in the period / tickets closed in the period."),
  .origin = N_ ("“Cost per resolution” of kpi.zone; none of the source articles names it"),
  .unit = BW_UNIT_MONEY,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "cost", "tickets-closed" } } },
};
