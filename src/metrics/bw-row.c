/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several KPIs ask of a row. */
#include "config.h"

#include "bw-ledger.h"
#include <math.h>

gboolean
bw_row_is_agent_created (const BwRow *row)
{
  return row->agent_created == 1 && (row->excludes >> BW_EXCLUDE_AGENT_CREATED & 1) != 0;
}

gboolean
bw_row_is_bot_only (const BwRow *row)
{
  return row->bot_only == 1 && (row->excludes >> BW_EXCLUDE_BOT_ONLY & 1) != 0;
}

double
bw_row_say_span (const BwRow *row, gint64 from, gint64 to, BwReason *reason)
{
  double seconds = bw_row_span (row, from, to);

  if (seconds >= 0)
    return seconds;
  *reason = BW_REASON_NEGATIVE;
  return NAN;
}

double
bw_row_say_of_solved (const BwRow *row, int number, BwReason *reason)
{
  if (!bw_row_is_solved (row))
    return NAN;
  if (row->solved == BW_TIME_NONE) {
    *reason = BW_REASON_NO_SOLVE_DATE;
    return NAN;
  }
  if (number == BW_MISSING) {
    *reason = BW_REASON_NOT_SAID;
    return NAN;
  }
  return number;
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

/* Against a promise of the settings, by the clock of the headline. */
static double
say_as_promised (const BwRow *row, double promise, gint64 done, BwReason *reason)
{
  gint64 end = done != BW_TIME_NONE ? done : row->as_of;

  if (isnan (promise) || row->created == BW_TIME_NONE) {
    *reason = BW_REASON_NO_VERDICT;
    return NAN;
  }
  if (bw_row_span_by (row->promise_calendar, row->created, end) > promise)
    return 0;
  if (done != BW_TIME_NONE)
    return 1;
  *reason = BW_REASON_NOT_DUE;
  return NAN;
}

double
bw_row_say_in_time (const BwRow *row,
                    double verdict,
                    gint64 due,
                    double promise,
                    gint64 done,
                    gboolean to_do,
                    BwReason *reason)
{
  if (verdict == 1 && to_do) {
    *reason = BW_REASON_NOT_DUE;
    return NAN;
  }
  if (!isnan (verdict))
    return verdict;
  if (due == BW_TIME_NONE)
    return say_as_promised (row, promise, done, reason);
  if (done != BW_TIME_NONE)
    return done <= due;
  if (due > row->as_of) {
    *reason = BW_REASON_NOT_DUE;
    return NAN;
  }
  return 0;
}

/* NAN when the file does not tell. */
static double
find_answered (const BwRow *row)
{
  if (!isnan (row->answered))
    return row->answered;
  if (!isnan (row->handled))
    return row->handled;
  if (!isnan (row->abandoned))
    return 1 - row->abandoned;
  if (row->answered_at != BW_TIME_NONE)
    return 1;
  if (row->talk_time != BW_MISSING || row->handle_time != BW_MISSING)
    return (row->talk_time != BW_MISSING && row->talk_time > 0) ||
           (row->handle_time != BW_MISSING && row->handle_time > 0);
  return row->has_answered_at ? 0 : NAN;
}

gboolean
bw_row_is_answered (const BwRow *row)
{
  return find_answered (row) == 1;
}

gboolean
bw_row_says_answered (const BwRow *row)
{
  return !isnan (find_answered (row));
}

gboolean
bw_row_times_talk (const BwTable *table)
{
  return bw_table_get_kind (table) == BW_KIND_CALLS &&
         bw_table_find (table, BW_FIELD_ANSWERED_AT) != NULL &&
         bw_table_find (table, BW_FIELD_ENDED) != NULL;
}

/* By the number of choices: the top two boxes of four and five, the top three of six to eight, the
 * top one of fewer (Zencity's table). */
double
bw_row_satisfied_from (const BwRow *row)
{
  double low = row->csat_low;
  double high = row->csat_high;
  double choices = high - low + 1;

  /* Good and bad, or fractions of five stars: four of them are 0.8. */
  if (low == 0 && high == 1)
    return 0.8 - 1e-9;
  if (choices <= 3)
    return high;
  if (choices <= 5)
    return high - 1;
  if (choices <= 8)
    return high - 2;
  if (choices <= 11)
    return high - 1;
  return low + (high - low) * 0.8;
}

void
bw_combine_per_customer (const BwCell *parts,
                         const double *choices,
                         double *numerator,
                         double *denominator)
{
  double end = parts[2].value;

  *denominator = isnan (end) ? parts[1].value : (parts[1].value + end) / 2;
}
