/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many help themselves for each one who asks. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_self_service_ratio = {
  .id = "self-service-ratio",
  .name = N_ ("Self-service ratio"),
  .group = "self-service",
  .definition = N_ ("Visitors of help articles for each different requester of tickets: 4 reads 4 "
                    "to 1."),
  .origin = N_ ("“Self-service score” of Zendesk, whose 4:1 is an illustration and no benchmark"),
  .unit = BW_UNIT_RATIO,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "visitors", "requesters" } },
              { .parts = { "help-users", "ticket-users" } },
              { .parts = { "help-users", "requesters" } } },
};
