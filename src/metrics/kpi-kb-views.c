/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often help articles are read. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  return bw_int_to_double (row->views);
}

const BwMetric bw_kpi_kb_views = {
  .id = "kb-views",
  .name = N_ ("Knowledge base views"),
  .group = "self-service",
  .definition = N_ ("Views of help articles in the period. Many views of one article may tell of a "
                    "problem with the product."),
  .origin = N_ ("“Knowledge base views” in Userpilot, 10 Key Customer Service KPIs"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_NEITHER,
  .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_VIEWS }, N_ ("the views of help articles") } },
  .fold = BW_FOLD_SUM,
  .when = BW_WHEN_DATE,
  .say = say,
};
