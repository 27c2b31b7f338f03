/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to solve a ticket once somebody works on it. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (!bw_row_is_solved (row)) {
    *reason = row->solved != BW_TIME_NONE ? BW_REASON_REOPENED : BW_REASON_UNSOLVED;
    return NAN;
  }
  if (row->solved == BW_TIME_NONE) {
    *reason = BW_REASON_NO_SOLVE_DATE;
    return NAN;
  }
  if (row->started == BW_TIME_NONE) {
    *reason = BW_REASON_NO_START;
    return NAN;
  }
  return bw_row_say_span (row, row->started, row->solved, reason);
}

/* Which of the instants stands for the begin of the work. */
static const char *
remark (const BwTable *table)
{
  if (bw_table_find (table, BW_FIELD_STARTED) != NULL)
    return NULL;
  return bw_table_find (table, BW_FIELD_ASSIGNED) != NULL
             ? N_ ("Work starts with the first assignment, else with the first reply: the file "
                   "does "
                   "not say when it started")
             : N_ ("Work starts with the first reply: the file does not say when it started");
}

const BwMetric bw_kpi_work_resolution_time = {
  .id = "work-resolution-time",
  .name = N_ ("Work time to resolve (ART)"),
  .group = "speed",
  .definition = N_ ("From the start of work to the last solve, of tickets that are solved. Work "
                    "starts as the file says, else with the first assignment, else with the first "
                    "reply."),
  .origin = N_ ("“Average resolution time” in “Customer Support KPIs: Which Metrics Should You "
                "Track?”, which counts from when agents start working"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_STARTED, BW_FIELD_ASSIGNED, BW_FIELD_FIRST_REPLY,
                 BW_FIELD_FIRST_REPLY_TIME },
               N_ ("when work started, or the first assignment or reply") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_LEFT,
  .say = say,
  .remark = remark,
  .clocked = TRUE,
};
