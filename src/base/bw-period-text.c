/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods as people write and read them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-period.h"

static gboolean
read_number (const char **at, int digits, int *number)
{
  *number = 0;
  for (int i = 0; i < digits; i++, (*at)++) {
    if (!g_ascii_isdigit (**at))
      return FALSE;
    *number = *number * 10 + g_ascii_digit_value (**at);
  }
  return TRUE;
}

static gboolean
read_char (const char **at, char wanted)
{
  if (**at != wanted)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* "2025", "2025-Q1", "2025-03" or "2025-03-01": its first day and its grain. */
static gboolean
read_unit (const char **at, gint64 *first, BwGrain *grain)
{
  int year, month = 1, day = 1;
  *grain = BW_GRAIN_YEAR;
  if (!read_number (at, 4, &year) || year < 1)
    return FALSE;
  if (read_char (at, '-')) {
    gboolean quarter = read_char (at, 'Q');
    *grain = quarter ? BW_GRAIN_QUARTER : BW_GRAIN_MONTH;
    if (!read_number (at, quarter ? 1 : 2, &month) || month < 1 || month > (quarter ? 4 : 12))
      return FALSE;
    if (quarter) {
      month = month * 3 - 2;
    } else if (**at == '-') {
      (*at)++;
      *grain = BW_GRAIN_DAY;
      if (!read_number (at, 2, &day) || day < 1 || day > bw_civil_month_length (year, month))
        return FALSE;
    }
  }
  *first = bw_civil_to_days (year, month, day);
  return TRUE;
}

/* One unit, or two of them with ".." between; each end takes its whole unit. */
static gboolean
read_days (const char *text, gint64 *first, gint64 *last)
{
  BwGrain grain;
  if (!read_unit (&text, first, &grain))
    return FALSE;
  gint64 end = *first;
  if (g_str_has_prefix (text, "..")) {
    text += 2;
    if (!read_unit (&text, &end, &grain))
      return FALSE;
  }
  *last = bw_day_add (end, grain, 1) - 1;
  return *text == '\0' && *first <= *last;
}

static BwPeriod *
find_last_month (gint64 data_from, gint64 data_to, BwZone *zone)
{
  gint64 first_day = bw_day_around (data_from, zone);
  gint64 last_day = bw_day_around (data_to, zone);
  gint64 open_month = bw_day_floor (last_day + 1, BW_GRAIN_MONTH);
  gint64 month = bw_day_add (open_month, BW_GRAIN_MONTH, -1);
  if (first_day >= month + 7)
    month = bw_day_floor (last_day, BW_GRAIN_MONTH);
  return bw_period_new_days (month, bw_day_add (month, BW_GRAIN_MONTH, 1) - 1, zone);
}

BwPeriod *
bw_period_parse (const char *text, BwZone *zone, gint64 data_from, gint64 data_to, GError **error)
{
  g_return_val_if_fail (text && zone, NULL);
  gint64 first, last;
  gboolean last_month = strcmp (text, "last-month") == 0;
  if (last_month || strcmp (text, "all") == 0) {
    if (data_from <= data_to)
      return last_month ? find_last_month (data_from, data_to, zone)
                        : bw_period_new_days (bw_day_around (data_from, zone),
                                              bw_day_around (data_to, zone), zone);
    g_set_error_literal (error, BW_ERROR, BW_ERROR_EMPTY, _("There are no dates in the data"));
    return NULL;
  }
  if (read_days (text, &first, &last))
    return bw_period_new_days (first, last, zone);
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _("“%s” is not a period: write 2025-03, 2025-Q1, 2025, 2025-03-01..2025-03-31, "
                 "last-month or all"),
                 text);
  return NULL;
}

static char *
format_iso_day (gint64 day)
{
  int year, month, mday;
  bw_civil_from_days (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

static char *
format_unit (gint64 first, BwGrain grain)
{
  int year, month, mday;
  bw_civil_from_days (first, &year, &month, &mday);
  switch (grain) {
  case BW_GRAIN_YEAR:
    return g_strdup_printf ("%04d", year);
  case BW_GRAIN_QUARTER:
    return g_strdup_printf ("%04d-Q%d", year, (month + 2) / 3);
  case BW_GRAIN_MONTH:
    return g_strdup_printf ("%04d-%02d", year, month);
  case BW_GRAIN_DAY:
  case BW_GRAIN_WEEK:
    break;
  }
  return format_iso_day (first);
}

char *
bw_period_to_string (const BwPeriod *period)
{
  g_return_val_if_fail (period, NULL);
  BwGrain grain;
  gint64 first, last;
  bw_period_get_days (period, &first, &last);
  if (bw_period_get_grain (period, &grain) && grain != BW_GRAIN_WEEK)
    return format_unit (first, grain);
  g_autofree char *from = format_iso_day (first);
  g_autofree char *to = format_iso_day (last);
  return g_strdup_printf ("%s..%s", from, to);
}

char *
bw_day_format (gint64 day, const char *format)
{
  int year, month, mday;
  bw_civil_from_days (day, &year, &month, &mday);
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  return date ? g_date_time_format (date, format) : format_iso_day (day); /* year 10000 */
}

static char *
format_quarter (gint64 first)
{
  int year, month, mday;
  bw_civil_from_days (first, &year, &month, &mday);
  /* Translators: a quarter and its year, as in "Q1 2025" */
  return g_strdup_printf (_("Q%d %d"), (month + 2) / 3, year);
}

static char *
format_range (gint64 first, gint64 last)
{
  int year1, month1, mday1, year2, month2, mday2;
  bw_civil_from_days (first, &year1, &month1, &mday1);
  bw_civil_from_days (last, &year2, &month2, &mday2);
  /* Translators: dates as of g_date_time_format; the first day of a span of days */
  const char *format = C_ ("first day", "%-d %B %Y");
  if (year1 == year2)
    /* Translators: the first day of a span that ends in the same year */
    format = month1 == month2 ? C_ ("first day, same month", "%-d") : C_ ("first day", "%-d %B");
  g_autofree char *from = bw_day_format (first, format);
  g_autofree char *to = bw_day_format (last, C_ ("last day", "%-d %B %Y"));
  /* Translators: a span of days, as in "1 – 14 March 2025" */
  return g_strdup_printf (C_ ("span of days", "%s – %s"), from, to);
}

char *
bw_period_get_label (const BwPeriod *period)
{
  g_return_val_if_fail (period, NULL);
  BwGrain grain;
  gint64 first, last;
  bw_period_get_days (period, &first, &last);
  if (first == last)
    /* Translators: a day; dates as of g_date_time_format */
    return bw_day_format (first, _("%-d %B %Y"));
  if (bw_period_get_grain (period, &grain)) {
    if (grain == BW_GRAIN_YEAR)
      return bw_day_format (first, "%Y");
    if (grain == BW_GRAIN_MONTH)
      /* Translators: a month and its year, as in "March 2025" */
      return bw_day_format (first, _("%OB %Y"));
    if (grain == BW_GRAIN_QUARTER)
      return format_quarter (first);
  }
  return format_range (first, last);
}
