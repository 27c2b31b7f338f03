/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many solved tickets came back. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->first_solved == BW_TIME_NONE)
    return NAN;
  if (row->reopens == BW_MISSING) {
    *reason = BW_REASON_NOT_SAID;
    return NAN;
  }
  if (row->first_solved + bw_row_choice (row, 0) > row->as_of) {
    *reason = BW_REASON_IMMATURE;
    return NAN;
  }
  return row->reopens >= 1;
}

const BwMetric bw_kpi_reopen_rate = {
  .id = "reopen-rate",
  .name = N_ ("Reopen rate"),
  .group = "quality",
  .definition = N_ ("Of tickets first solved in the period: reopened at least once. A ticket is "
                    "judged once the window after its solve has passed."),
  .origin = N_ ("Reported by most help desks; none of the source articles names it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_REOPENS }, N_ ("the number of reopenings") },
             { { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED, BW_FIELD_CLOSED,
                 BW_FIELD_FIRST_RESOLUTION_TIME, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_FIRST_SOLVED,
  .say = say,
  .choices = { { .id = "window",
                 .title = N_ ("Window"),
                 .unit = BW_UNIT_SECONDS,
                 .preset = 7 * 86400,
                 .least = 0,
                 .most = 60 * 86400 } },
};
