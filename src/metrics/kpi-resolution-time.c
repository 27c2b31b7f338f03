/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to solve a ticket. */
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
  if (row->solved == BW_TIME_NONE || row->created == BW_TIME_NONE) {
    *reason = BW_REASON_NO_SOLVE_DATE;
    return NAN;
  }
  return bw_row_say_span (row, row->created, row->solved, reason);
}

#define DAY 86400

static const BwDetailLimit limits[] = {
  { "within-1-day", N_ ("Solved within 1 day"), 1 * DAY },
  { "within-3-days", N_ ("Solved within 3 days"), 3 * DAY },
  { "within-7-days", N_ ("Solved within 7 days"), 7 * DAY },
};

static void
detail (const BwDetailContext *context, GArray *details)
{
  bw_detail_add_within (context, limits, G_N_ELEMENTS (limits), details);
}

static const char *
remark (const BwTable *table)
{
  return bw_table_find (table, BW_FIELD_SOLVED) == NULL &&
                 bw_table_find (table, BW_FIELD_CLOSED) == NULL
             ? N_ ("As exported: the file has the duration, not the date of the solution")
             : NULL;
}

const BwMetric bw_kpi_resolution_time = {
  .id = "resolution-time",
  .name = N_ ("Resolution time"),
  .group = "speed",
  .definition = N_ ("From creation to the last solve, of tickets that are solved. Unsolved "
                    "tickets are not in it: they are counted apart."),
  .origin = N_ ("“Average resolution time” in The Go-to-Market Dictionary; from creation, as "
                "Zendesk and Gorgias count it"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .uses = { BW_FIELD_CREATED, BW_FIELD_STATUS },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_LEFT,
  .say = say,
  .remark = remark,
  .detail = detail,
  .clocked = TRUE,
};
