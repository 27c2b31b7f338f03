/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time and their arithmetic in local days. Only days have lengths here: every bound is
 * a local date turned into the instant at which that date begins, so that a change of the clock
 * neither shortens nor lengthens a span. */
#include "config.h"

#include <string.h>

#include "bw-civil.h"
#include "bw-period.h"

#define DAY G_GINT64_CONSTANT (86400)

G_DEFINE_BOXED_TYPE (BwPeriod, bw_period, bw_period_ref, bw_period_unref)

static const char *const grain_names[] = {
  [BW_GRAIN_DAY] = "day",         [BW_GRAIN_WEEK] = "week", [BW_GRAIN_MONTH] = "month",
  [BW_GRAIN_QUARTER] = "quarter", [BW_GRAIN_YEAR] = "year",
};

gboolean
bw_grain_parse (const char *text, BwGrain *grain)
{
  g_return_val_if_fail (text && grain, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (grain_names); i++) {
    if (strcmp (text, grain_names[i]) == 0) {
      *grain = i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
bw_grain_to_string (BwGrain grain)
{
  g_return_val_if_fail (grain < G_N_ELEMENTS (grain_names), NULL);
  return grain_names[grain];
}

gint64
bw_day_start (gint64 day, const BwZone *zone)
{
  return bw_zone_to_unix (zone, day * DAY, NULL);
}

gint64
bw_day_around (gint64 unix_time, const BwZone *zone)
{
  gint64 day = bw_civil_floor_days (bw_zone_to_local (zone, unix_time));
  while (unix_time >= bw_day_start (day + 1, zone))
    day++; /* turned back over midnight: the old date is shown again */
  return day;
}

gint64
bw_day_floor (gint64 day, BwGrain grain)
{
  int year, month, mday;
  bw_civil_from_days (day, &year, &month, &mday);
  switch (grain) {
  case BW_GRAIN_DAY:
    return day;
  case BW_GRAIN_WEEK:
    return day - bw_civil_weekday (day);
  case BW_GRAIN_MONTH:
    return day - (mday - 1);
  case BW_GRAIN_QUARTER:
    return bw_civil_to_days (year, month - (month - 1) % 3, 1);
  case BW_GRAIN_YEAR:
    return bw_civil_to_days (year, 1, 1);
  }
  g_return_val_if_reached (day);
}

gint64
bw_day_add (gint64 day, BwGrain grain, int n)
{
  static const int months_of[] = {
    [BW_GRAIN_MONTH] = 1, [BW_GRAIN_QUARTER] = 3, [BW_GRAIN_YEAR] = 12
  };
  int year, month, mday;
  if (grain == BW_GRAIN_DAY || grain == BW_GRAIN_WEEK)
    return day + (gint64) n * (grain == BW_GRAIN_WEEK ? 7 : 1);

  g_return_val_if_fail (grain <= BW_GRAIN_YEAR, day);
  bw_civil_from_days (day, &year, &month, &mday);
  int months = year * 12 + month - 1 + n * months_of[grain];
  year = months / 12;
  month = months % 12 + 1;
  return bw_civil_to_days (year, month, MIN (mday, bw_civil_month_length (year, month)));
}

BwPeriod *
bw_period_new (gint64 from, gint64 to, BwZone *zone)
{
  g_return_val_if_fail (zone, NULL);
  g_return_val_if_fail (from <= to, NULL);
  BwPeriod *period = g_atomic_rc_box_new (BwPeriod);
  *period = (BwPeriod) { from, to, bw_zone_ref (zone) };
  return period;
}

BwPeriod *
bw_period_new_days (gint64 first_day, gint64 last_day, BwZone *zone)
{
  g_return_val_if_fail (zone, NULL);
  g_return_val_if_fail (first_day <= last_day, NULL);
  return bw_period_new (bw_day_start (first_day, zone), bw_day_start (last_day + 1, zone), zone);
}

BwPeriod *
bw_period_new_around (gint64 unix_time, BwGrain grain, BwZone *zone)
{
  g_return_val_if_fail (zone, NULL);
  gint64 first = bw_day_floor (bw_day_around (unix_time, zone), grain);
  return bw_period_new_days (first, bw_day_add (first, grain, 1) - 1, zone);
}

BwPeriod *
bw_period_ref (BwPeriod *period)
{
  g_return_val_if_fail (period, NULL);
  return g_atomic_rc_box_acquire (period);
}

static void
free_period (BwPeriod *period)
{
  bw_zone_unref (period->zone);
}

void
bw_period_unref (BwPeriod *period)
{
  g_return_if_fail (period);
  g_atomic_rc_box_release_full (period, (GDestroyNotify) free_period);
}

gboolean
bw_period_equal (const BwPeriod *a, const BwPeriod *b)
{
  g_return_val_if_fail (a && b, FALSE);
  return a->from == b->from && a->to == b->to &&
         strcmp (bw_zone_get_identifier (a->zone), bw_zone_get_identifier (b->zone)) == 0;
}

void
bw_period_get_days (const BwPeriod *period, gint64 *first_day, gint64 *last_day)
{
  g_return_if_fail (period);
  gint64 first = bw_day_around (period->from, period->zone);
  gint64 last = bw_day_around (MAX (period->from, period->to - 1), period->zone);
  if (first_day)
    *first_day = first;
  if (last_day)
    *last_day = last;
}

static gboolean
is_whole_days (const BwPeriod *period, gint64 first, gint64 last)
{
  return period->from == bw_day_start (first, period->zone) &&
         period->to == bw_day_start (last + 1, period->zone);
}

gboolean
bw_period_get_grain (const BwPeriod *period, BwGrain *grain)
{
  g_return_val_if_fail (period, FALSE);
  gint64 first, last;
  bw_period_get_days (period, &first, &last);
  if (!is_whole_days (period, first, last))
    return FALSE;
  for (int i = BW_GRAIN_YEAR; i >= BW_GRAIN_DAY; i--) {
    if (bw_day_floor (first, i) == first && bw_day_add (first, i, 1) == last + 1) {
      if (grain)
        *grain = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* The span a number of local days later, at the same times of the day. */
static BwPeriod *
shift_days (const BwPeriod *period, gint64 days)
{
  BwZone *zone = period->zone;
  gint64 first, last;
  bw_period_get_days (period, &first, &last);
  if (is_whole_days (period, first, last))
    return bw_period_new_days (first + days, last + days, zone);
  gint64 from = bw_zone_to_local (zone, period->from) + days * DAY;
  gint64 to = bw_zone_to_local (zone, period->to) + days * DAY;
  gint64 start = bw_zone_to_unix (zone, from, NULL);
  return bw_period_new (start, MAX (start, bw_zone_to_unix (zone, to, NULL)), zone);
}

static BwPeriod *
step (const BwPeriod *period, int direction)
{
  BwGrain grain;
  gint64 first, last;
  bw_period_get_days (period, &first, &last);
  if (!bw_period_get_grain (period, &grain))
    return shift_days (period, direction * (last - first + 1));
  first = bw_day_add (first, grain, direction);
  return bw_period_new_days (first, bw_day_add (first, grain, 1) - 1, period->zone);
}

BwPeriod *
bw_period_previous (const BwPeriod *period)
{
  g_return_val_if_fail (period, NULL);
  return step (period, -1);
}

BwPeriod *
bw_period_next (const BwPeriod *period)
{
  g_return_val_if_fail (period, NULL);
  return step (period, 1);
}

BwPeriod *
bw_period_year_before (const BwPeriod *period)
{
  g_return_val_if_fail (period, NULL);
  gint64 first, last;
  bw_period_get_days (period, &first, &last);
  gint64 from = bw_day_add (first, BW_GRAIN_YEAR, -1);
  if (!is_whole_days (period, first, last))
    return shift_days (period, from - first);
  gboolean month_end = bw_day_floor (last + 1, BW_GRAIN_MONTH) == last + 1;
  gboolean whole_months = month_end && bw_day_floor (first, BW_GRAIN_MONTH) == first;
  gint64 to = whole_months ? bw_day_add (last + 1, BW_GRAIN_YEAR, -1) - 1
                           : bw_day_add (last, BW_GRAIN_YEAR, -1);
  return bw_period_new_days (from, to, period->zone);
}
