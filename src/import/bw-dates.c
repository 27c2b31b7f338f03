/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proofs, in the order of their strength: a part over 12, the order of the rows. */
#include "config.h"

#include "bw-civil.h"
#include "bw-dates.h"

#include <stdlib.h>

#define NEAR_DAYS 7
#define STEPS_LEAST 5
#define CONTRADICTIONS 0.05 /* of the cells: more of them leave no order */

gint64
bw_dates_swap (gint64 day)
{
  int y, m, d;

  bw_civil_from_days (day, &y, &m, &d);
  return d <= 12 ? bw_civil_to_days (y, d, m) : day;
}

void
bw_dates_add_step (BwDateTally *tally, gint64 day, BwDateStep *last)
{
  gint64 swapped = bw_dates_swap (day);

  if (last->any && day != last->day_first) {
    tally->n_steps++;
    tally->n_near_day_first += llabs (day - last->day_first) <= NEAR_DAYS;
    tally->n_near_month_first += llabs (swapped - last->month_first) <= NEAR_DAYS;
  }
  *last = (BwDateStep) { day, swapped, TRUE };
}

static void
add_shape (BwDateTally *tally, const BwTimeShape *shape, gboolean compact)
{
  switch (shape->order) {
  case BW_DATE_YMD:
    tally->n_year_first++;
    tally->n_compact += compact;
    break;
  case BW_DATE_DMY:
    tally->n_day_first++;
    break;
  case BW_DATE_MDY:
    tally->n_month_first++;
    break;
  case BW_DATE_EPOCH:
    tally->n_epoch++;
    break;
  case BW_DATE_SERIAL:
    tally->n_serial++;
    break;
  default:
    tally->n_undecided++;
    break;
  }
}

static gboolean
has_half (const char *text, gsize length)
{
  for (gsize i = length; i > 1; i--)
    if (g_ascii_tolower (text[i - 1]) == 'm' &&
        (text[i - 2] == '.' || g_ascii_tolower (text[i - 2]) == 'a' ||
         g_ascii_tolower (text[i - 2]) == 'p'))
      return TRUE;
  return FALSE;
}

void
bw_dates_add (BwDateTally *tally, const char *text, gsize length, BwDateStep *last)
{
  BwTimeShape shape;
  gint64 seconds;
  BwParse parse = bw_parse_time (text, length, BW_DATE_UNDECIDED, &seconds, &shape);

  if (parse == BW_PARSE_BLANK)
    return;
  if (parse == BW_PARSE_BAD) {
    tally->n_bad++;
    tally->n_bad_over_12 += shape.first > 12 || shape.second > 12;
    return;
  }
  tally->n_read++;
  tally->n_midnight += seconds % 86400 == 0;
  tally->n_first_over_12 += shape.first > 12;
  tally->n_second_over_12 += shape.second > 12;
  add_shape (tally, &shape, length == 8 || length == 12 || length == 14);
  if (shape.order == BW_DATE_UNDECIDED && shape.first > 0) {
    tally->n_halves += has_half (text, length);
    bw_dates_add_step (tally, bw_civil_floor_days (seconds), last);
  }
}

static BwDateVerdict
judge_proofs (const BwDateTally *tally)
{
  gint64 first = tally->n_first_over_12, second = tally->n_second_over_12;
  gint64 contradictions = MIN (first, second);

  if (contradictions > CONTRADICTIONS * (double) (tally->n_read + tally->n_bad))
    return BW_DATES_NONE;
  return first > second ? BW_DATES_DMY : BW_DATES_MDY;
}

/* Rows of an export mostly stand in the order of their dates: read the right way, a row is days
 * from the one before, read the wrong way, a day is a month. */
static BwDateVerdict
judge_steps (const BwDateTally *tally)
{
  double n = (double) tally->n_steps;
  double day_first = (double) tally->n_near_day_first,
         month_first = (double) tally->n_near_month_first;

  if (tally->n_steps < STEPS_LEAST)
    return BW_DATES_AMBIGUOUS;
  if (day_first >= 0.9 * n && month_first <= 0.3 * n)
    return BW_DATES_DMY;
  if (month_first >= 0.9 * n && day_first <= 0.3 * n)
    return BW_DATES_MDY;
  return BW_DATES_AMBIGUOUS;
}

BwDateVerdict
bw_dates_judge (const BwDateTally *tally)
{
  gint64 told = MAX (tally->n_day_first, tally->n_month_first);

  if (tally->n_first_over_12 > 0 || tally->n_second_over_12 > 0)
    return judge_proofs (tally);
  if (tally->n_bad_over_12 > CONTRADICTIONS * (double) (tally->n_read + tally->n_bad))
    return BW_DATES_NONE;
  if (tally->n_undecided > 0)
    return judge_steps (tally);
  if (tally->n_epoch > MAX (tally->n_year_first, told))
    return BW_DATES_EPOCH;
  if (tally->n_serial > MAX (tally->n_year_first, told))
    return BW_DATES_SERIAL;
  if (tally->n_year_first >= told)
    return tally->n_read > 0 ? BW_DATES_YMD : BW_DATES_AMBIGUOUS;
  return tally->n_day_first >= tally->n_month_first ? BW_DATES_DMY : BW_DATES_MDY;
}

BwDateOrder
bw_dates_get_order (BwDateVerdict verdict)
{
  static const BwDateOrder orders[] = {
    [BW_DATES_NONE] = BW_DATE_UNDECIDED, [BW_DATES_AMBIGUOUS] = BW_DATE_UNDECIDED,
    [BW_DATES_YMD] = BW_DATE_YMD,        [BW_DATES_DMY] = BW_DATE_DMY,
    [BW_DATES_MDY] = BW_DATE_MDY,        [BW_DATES_EPOCH] = BW_DATE_EPOCH,
    [BW_DATES_SERIAL] = BW_DATE_SERIAL,
  };

  return orders[verdict];
}
