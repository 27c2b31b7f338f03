/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several KPIs ask of a row. */
#include "config.h"

#include "bw-settings.h"
#include <math.h>

gboolean
bw_row_is_agent_created (const BwRow *row)
{
  return row->agent_created == 1 && (row->excludes >> BW_EXCLUDE_AGENT_CREATED & 1) != 0;
}

double
bw_row_say_present (const BwRow *row, BwReason *reason)
{
  if (row->created == BW_TIME_NONE)
    return NAN;
  if (bw_row_is_solved (row) && row->solved == BW_TIME_NONE) {
    *reason = BW_REASON_NO_SOLVE_DATE;
    return NAN;
  }
  return 1;
}

double
bw_row_say_in_time (const BwRow *row, double verdict, gint64 due, gint64 done, BwReason *reason)
{
  if (!isnan (verdict))
    return verdict;
  if (due == BW_TIME_NONE) {
    *reason = BW_REASON_NO_VERDICT;
    return NAN;
  }
  if (done != BW_TIME_NONE)
    return done <= due;
  if (due > row->as_of) {
    *reason = BW_REASON_NOT_DUE;
    return NAN;
  }
  return 0;
}
