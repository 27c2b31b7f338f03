/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets were solved with exactly one reply. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define WINDOW (7 * 86400)

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->first_solved == BW_TIME_NONE)
    return NAN;
  if (bw_row_is_agent_created (row)) {
    *reason = BW_REASON_AGENT_CREATED;
    return NAN;
  }
  if (row->replies == BW_MISSING || row->replies == 0) {
    *reason = BW_REASON_NO_REPLY;
    return NAN;
  }
  if (row->first_solved + WINDOW > row->as_of) {
    *reason = BW_REASON_IMMATURE;
    return NAN;
  }
  return row->replies == 1 && bw_row_is_solved (row) &&
         (row->reopens == BW_MISSING || row->reopens == 0);
}

static const char *
remark (const BwTable *table)
{
  return bw_table_find (table, BW_FIELD_REOPENS) == NULL
             ? N_ ("The file does not count reopenings: a ticket that came back and was solved "
                   "again is not noticed")
             : NULL;
}

const BwMetric bw_kpi_first_contact_resolution = {
  .id = "first-contact-resolution",
  .name = N_ ("First contact resolution"),
  .group = "quality",
  .definition = N_ ("Of tickets first solved in the period with at least one public reply: exactly "
                    "one reply, solved and not reopened. A ticket is judged once 7 days have "
                    "passed since its solve. Method “exactly one reply”: not comparable with "
                    "survey-based benchmarks."),
  .origin = N_ ("“First contact resolution” in Userpilot, 10 Key Customer Service KPIs; exactly "
                "one reply, as Zoho Desk counts it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_REPLIES }, N_ ("the number of agent replies") },
             { { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED, BW_FIELD_CLOSED,
                 BW_FIELD_FIRST_RESOLUTION_TIME, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_FIRST_SOLVED,
  .say = say,
  .remark = remark,
};
