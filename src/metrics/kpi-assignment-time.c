/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long tickets wait for somebody to take them. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->assigned == BW_TIME_NONE || row->created == BW_TIME_NONE) {
    *reason = BW_REASON_UNASSIGNED;
    return NAN;
  }
  return bw_row_say_span (row, row->created, row->assigned, reason);
}

const BwMetric bw_kpi_assignment_time = {
  .id = "assignment-time",
  .name = N_ ("Time to assignment"),
  .group = "speed",
  .definition = N_ ("From creation to the first assignment. Tickets that nobody was given are "
                    "counted apart."),
  .origin = N_ ("“Time to assignment” as Intercom and Odoo report it; none of the source articles "
                "names it"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_ASSIGNED }, N_ ("the date of the first assignment") },
             { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") } },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_ASSIGNED,
  .say = say,
  .clocked = TRUE,
};
