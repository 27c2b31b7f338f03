/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes until a ticket is solved for the first time. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->first_solved == BW_TIME_NONE || row->created == BW_TIME_NONE) {
    *reason = BW_REASON_UNSOLVED;
    return NAN;
  }
  return bw_row_say_span (row, row->created, row->first_solved, reason);
}

static const char *
remark (const BwTable *table)
{
  return bw_table_find (table, BW_FIELD_FIRST_SOLVED) == NULL &&
                 bw_table_find (table, BW_FIELD_FIRST_RESOLUTION_TIME) == NULL
             ? N_ ("The file has only the last solution: of tickets that came back the first one "
                   "is "
                   "earlier")
             : NULL;
}

const BwMetric bw_kpi_first_resolution_time = {
  .id = "first-resolution-time",
  .name = N_ ("First resolution time"),
  .group = "speed",
  .definition = N_ ("From creation to the first solve, of all tickets that were solved, whether "
                    "they came back or not."),
  .origin = N_ ("“First resolution time” as Zendesk defines it; Geckoboard prefers it where "
                "customers may reopen for weeks"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_FIRST_SOLVED, BW_FIELD_FIRST_RESOLUTION_TIME, BW_FIELD_SOLVED,
                 BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") },
             { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") } },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_FIRST_SOLVED,
  .say = say,
  .remark = remark,
  .clocked = TRUE,
};
