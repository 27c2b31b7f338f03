/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in time that are told by a number. */
#include "config.h"

#include "bw-parse-time-private.h"

#include <math.h>

#define SERIAL_MAX 2958465.999995 /* 9999-12-31 */
#define SERIAL_EPOCH 25569        /* 1970-01-01 */

gboolean
bw_parse_is_numeric_time (const char *text, gsize length)
{
  gsize dots = 0;

  for (gsize i = 0; i < length; i++) {
    if (text[i] == '.' || (text[i] == ',' && i > 0))
      dots++;
    else if ((text[i] == 'e' || text[i] == 'E') && i > 0)
      return TRUE; /* strtod is the judge of the rest */
    else if (!g_ascii_isdigit (text[i]) && !(i == 0 && text[i] == '-'))
      return FALSE;
  }
  return dots <= 1 && length > 0;
}

/* Unix seconds of a number of seconds or of a thousandth, millionth ... of them. */
static gboolean
read_epoch (double value, gboolean declared, gint64 *seconds)
{
  static const double early = 631152000, late = 4102444800; /* 1990 to 2100 */

  for (double unit = 1; unit <= 1e9; unit *= 1000) {
    double t = value / unit;

    if (declared ? fabs (t) < 1e11 : t >= early && t < late) {
      *seconds = (gint64) floor (t);
      return TRUE;
    }
  }
  return FALSE;
}

/* Days since 1899-12-30; before March 1900 one less, for the 29 February 1900 that the calendar of
 * spreadsheets has and the world had not. */
static gboolean
read_serial (double value, gboolean declared, gint64 *seconds)
{
  if (declared ? value < 1 || value > SERIAL_MAX || (value >= 60 && value < 61)
               : value < 20000 || value >= 80000)
    return FALSE;
  if (value < 60)
    value += 1;
  *seconds = (gint64) floor ((value - SERIAL_EPOCH) * 86400 + 0.5);
  return TRUE;
}

/* "20240305", "202403051407", "20240305140709" */
static gboolean
read_compact (const char *p, gsize n, gint64 *seconds, BwTimeShape *shape)
{
  int year, month, day, hour = 0, minute = 0, second = 0;

  if (n != 8 && n != 12 && n != 14)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  year = two_digits (p) * 100 + two_digits (p + 2);
  month = two_digits (p + 4);
  day = two_digits (p + 6);
  if (n >= 12) {
    hour = two_digits (p + 8);
    minute = two_digits (p + 10);
  }
  if (n == 14)
    second = two_digits (p + 12);
  if (year < 1900 || year > 2100 || !is_date (year, month, day) || hour > 23 || minute > 59 ||
      second > 59)
    return FALSE;
  *seconds = bw_civil_to_days (year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  shape->order = BW_DATE_YMD;
  shape->has_time = n > 8;
  return TRUE;
}

/* Whole numbers as doubles hold them: most of what is no date. */
static gboolean
read_whole (const char *text, gsize length, double *value)
{
  gint64 whole = 0;

  if (length > 15)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    whole = whole * 10 + (text[i] - '0');
  }
  *value = (double) whole;
  return TRUE;
}

BwParse
bw_parse_numeric_time (
    const char *text, gsize length, BwDateOrder order, gint64 *seconds, BwTimeShape *shape)
{
  char buffer[40], *end = buffer;
  double value = 0;

  if (order != BW_DATE_EPOCH && order != BW_DATE_SERIAL &&
      read_compact (text, length, seconds, shape))
    return BW_PARSE_OK;
  if (length >= sizeof buffer)
    return BW_PARSE_BAD;
  if (!read_whole (text, length, &value)) {
    memcpy (buffer, text, length);
    buffer[length] = '\0';
    g_strdelimit (buffer, ",", '.');
    value = g_ascii_strtod (buffer, &end);
    if (*end != '\0' || end == buffer || !isfinite (value))
      return BW_PARSE_BAD;
  }
  if (order != BW_DATE_SERIAL && read_epoch (value, order == BW_DATE_EPOCH, seconds)) {
    shape->order = BW_DATE_EPOCH;
    shape->has_zone = shape->has_time = TRUE;
    return BW_PARSE_OK;
  }
  if (order != BW_DATE_EPOCH && read_serial (value, order == BW_DATE_SERIAL, seconds)) {
    shape->order = BW_DATE_SERIAL;
    shape->has_time = value != floor (value);
    return BW_PARSE_OK;
  }
  return BW_PARSE_BAD;
}
