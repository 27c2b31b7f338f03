/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long callers wait until somebody answers. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->is_outgoing == 1) {
    *reason = BW_REASON_OUTGOING;
    return NAN;
  }
  if (!bw_row_is_answered (row)) {
    *reason = bw_row_says_answered (row) ? BW_REASON_NOT_ANSWERED : BW_REASON_NOT_SAID;
    return NAN;
  }
  if (row->wait_time == BW_MISSING) {
    *reason = BW_REASON_NO_DURATION;
    return NAN;
  }
  if (row->wait_time < 0) {
    *reason = BW_REASON_NEGATIVE;
    return NAN;
  }
  return row->wait_time;
}

const BwMetric bw_kpi_wait_time = {
  .id = "wait-time",
  .name = N_ ("Wait time of callers"),
  .group = "contact-centre",
  .definition =
      N_ ("From entering the queue to the answer, of contacts that were answered (average "
          "speed of answer)."),
  .origin = N_ ("“Customer hold time” in “Customer Support KPIs: Which Metrics Should You Track?”: "
                "waiting to be attended, not the hold within a call"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_CALLS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_WAIT_TIME, BW_FIELD_ANSWERED_AT }, N_ ("how long callers waited") } },
  .uses = { BW_FIELD_OUTCOME, BW_FIELD_HANDLED, BW_FIELD_ABANDONED, BW_FIELD_DIRECTION,
            BW_FIELD_CREATED },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_ANSWERED,
  .say = say,
};
