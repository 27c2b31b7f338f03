/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long tickets were in our hands. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* The product's own sum, or that of the statuses of a log. */
static double
say (const BwRow *row, BwReason *reason)
{
  if (!bw_row_is_solved (row)) {
    *reason = BW_REASON_UNSOLVED;
    return NAN;
  }
  if (row->requester_wait_time == BW_MISSING) {
    *reason = BW_REASON_NO_DURATION;
    return NAN;
  }
  if (row->requester_wait_time < 0) {
    *reason = BW_REASON_NEGATIVE;
    return NAN;
  }
  return row->requester_wait_time;
}

const BwMetric bw_kpi_requester_wait_time = {
  .id = "requester-wait-time",
  .name = N_ ("Requester wait time"),
  .group = "speed",
  .definition =
      N_ ("How long solved tickets were new, open or on hold: the time to resolve without "
          "the waiting for the customer. From the export, or from the log of statuses."),
  .origin = N_ ("“Requester wait time” as Zendesk and dbt_zendesk define it; none of the source "
                "articles names it"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_REQUESTER_WAIT_TIME },
               N_ ("the requester wait time, or when tickets changed their status") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_LEFT,
  .say = say,
};
