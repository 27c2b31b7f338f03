/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil dates as whole days since 1970-01-01, proleptic Gregorian, without GDateTime.
 * Formulas: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
#pragma once

#include <glib.h>

static inline gint64
bw_civil_to_days (int year, int month, int day)
{
  gint64 y = year - (month <= 2);
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  unsigned yoe = (unsigned) (y - era * 400);
  unsigned doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  unsigned doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + (gint64) doe - 719468;
}

static inline void
bw_civil_from_days (gint64 days, int *year, int *month, int *day)
{
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  unsigned doe = (unsigned) (z - era * 146097);
  unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  unsigned mp = (5 * doy + 2) / 153;
  *day = (int) (doy - (153 * mp + 2) / 5 + 1);
  *month = (int) (mp < 10 ? mp + 3 : mp - 9);
  *year = (int) ((gint64) yoe + era * 400 + (*month <= 2));
}

static inline int
bw_civil_month_length (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : lengths[month - 1];
}

/* 0 = Monday ... 6 = Sunday */
static inline int
bw_civil_weekday (gint64 days)
{
  gint64 w = (days + 3) % 7;
  return (int) (w < 0 ? w + 7 : w);
}

/* The day that holds this second, seconds counted from the same midnight. */
static inline gint64
bw_civil_floor_days (gint64 seconds)
{
  return seconds / 86400 - (seconds % 86400 < 0);
}
