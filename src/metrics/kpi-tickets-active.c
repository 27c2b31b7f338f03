/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets somebody was working on at the end of the period. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  double present = bw_row_say_present (row, reason);

  return row->started == BW_TIME_NONE ? NAN : present;
}

const BwMetric bw_kpi_tickets_active = {
  .id = "tickets-active",
  .name = N_ ("Active tickets"),
  .group = "volume",
  .definition = N_ ("At the end of the period: unsolved tickets on which work had started. Work "
                    "starts with the first assignment, or with the first reply where the file "
                    "does not say. Tickets reopened since count as never solved."),
  .origin = N_ ("“Active issues” in “Customer Support KPIs: Which Metrics Should You Track?”"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_NEITHER,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") },
             { { BW_FIELD_STARTED, BW_FIELD_ASSIGNED, BW_FIELD_FIRST_REPLY,
                 BW_FIELD_FIRST_REPLY_TIME },
               N_ ("when work started, or the first assignment or reply") } },
  .fold = BW_FOLD_STOCK,
  .when = BW_WHEN_STARTED,
  .until = BW_WHEN_LEFT,
  .say = say,
};
