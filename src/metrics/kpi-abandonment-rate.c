/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many callers give up. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  double shortest = bw_row_choice (row, 0);

  if (row->is_outgoing == 1) {
    *reason = BW_REASON_OUTGOING;
    return NAN;
  }
  if (!bw_row_says_answered (row)) {
    *reason = BW_REASON_NOT_SAID;
    return NAN;
  }
  if (bw_row_is_answered (row))
    return 0;
  if (shortest > 0 && row->wait_time >= 0 && row->wait_time <= shortest) {
    *reason = BW_REASON_ABANDONED;
    return NAN;
  }
  return 1;
}

const BwMetric bw_kpi_abandonment_rate = {
  .id = "abandonment-rate",
  .name = N_ ("Abandonment rate"),
  .group = "contact-centre",
  .definition = N_ ("Contacts that were not answered / all that were offered. Those abandoned "
                    "sooner than the limit are left out of both; 0 leaves out none."),
  .origin =
      N_ ("Abandonment as most desks count it (MetricNet); there is no standard for short ones "
          "(TechTarget)"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_CALLS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_OUTCOME, BW_FIELD_HANDLED, BW_FIELD_ABANDONED, BW_FIELD_ANSWERED_AT,
                 BW_FIELD_TALK_TIME },
               N_ ("whether contacts were answered") } },
  .uses = { BW_FIELD_DIRECTION, BW_FIELD_WAIT_TIME },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_CREATED,
  .say = say,
  .ratios = { { .parts = { "totals-abandoned", "totals-offered" },
                .remark = N_ ("Of totals: sums of abandoned / sums of offered contacts") } },
  .proportion = TRUE,
  .choices = { { .id = "short",
                 .title = N_ ("Left out up to"),
                 .unit = BW_UNIT_SECONDS,
                 .preset = 0,
                 .least = 0,
                 .most = 600 } },
};
