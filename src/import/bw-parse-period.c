/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that name a month, a week or a span of days: "2025-03", "3/2025", "März 2025", "Mar-25",
 * "2025-W12", "KW 12/2025". */
#include "config.h"

#include <string.h>

#include "bw-civil.h"
#include "bw-parse-private.h"
#include "bw-parse.h"

#define TEXT_MAX 24
#define SPAN_MIN 19 /* "1/3/2025 - 7/3/2025" */
#define SPAN_MAX 64
#define LONGEST_SPAN (31 * 86400)

typedef struct {
  int year; /* 0 = not seen */
  int month;
  int small; /* a number of one or two digits */
  guint n_parts;
  gboolean is_week; /* small is the number of a week, as ISO 8601 counts them */
} Parts;

static gboolean
take_number (Parts *parts, const char *text, gsize length)
{
  int value = 0;
  if (length > 4)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    value = 10 * value + (text[i] - '0');
  if (length == 4 && parts->year == 0)
    parts->year = value;
  else if (length <= 2 && parts->small == 0)
    parts->small = value;
  else
    return FALSE;
  return value > 0;
}

static gboolean
is_digit_at (const char *text, gsize i)
{
  return g_ascii_isdigit (text[i]);
}

static gboolean
is_mark (char c)
{
  return strchr (" -/.,'", c) != NULL;
}

static gboolean
take_part (Parts *parts, const char *text, gsize length)
{
  parts->n_parts++;
  if (is_digit_at (text, 0))
    return take_number (parts, text, length);
  if (parts->month != 0)
    return FALSE;
  parts->month = bw_parse_month (text, length);
  return parts->month != 0;
}

/* "março de 2025", "March of 2025" */
static gboolean
is_link (const char *text, gsize length)
{
  static const char *const links[] = { "de", "del", "do", "of" };
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (strlen (links[i]) == length && g_ascii_strncasecmp (links[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_week (const char *text, gsize length)
{
  static const char *const names[] = {
    "w", "kw", "cw", "wk", "week", "woche", "semaine", "semana"
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* The Monday of the first week; the fourth of January is always in it. */
static gint64
find_first_monday (int year)
{
  gint64 fourth = bw_civil_to_days (year, 1, 4);
  return fourth - (fourth + 3) % 7;
}

/* Few years have a week 53. */
static BwParse
read_week (const Parts *parts, gint64 *seconds)
{
  if (parts->year < 1970 || parts->year > 2100 || parts->month != 0 || parts->small < 1)
    return BW_PARSE_BAD;
  gint64 monday = find_first_monday (parts->year) + 7 * (parts->small - 1);
  if (monday >= find_first_monday (parts->year + 1))
    return BW_PARSE_BAD;
  *seconds = monday * 86400;
  return BW_PARSE_OK;
}

static gboolean
read_parts (Parts *parts, const char *text, gsize length)
{
  for (gsize i = 0; i < length;) {
    gsize first = i;
    if (is_mark (text[i])) {
      i++;
      continue;
    }
    gboolean digit = is_digit_at (text, i);
    while (i < length && !is_mark (text[i]) && is_digit_at (text, i) == digit)
      i++;
    if (parts->n_parts == 1 && is_link (text + first, i - first))
      continue;
    if (!parts->is_week && is_week (text + first, i - first)) {
      parts->is_week = TRUE;
      continue;
    }
    if (parts->n_parts == 2 || !take_part (parts, text + first, i - first))
      return FALSE;
  }
  return parts->n_parts == 2;
}

/* Both ends in the order of day and month that makes it a week or a month at most. */
static gboolean
read_ends (const char *first, gsize n_first, const char *last, gint64 *seconds)
{
  static const BwDateOrder orders[] = { BW_DATE_DMY, BW_DATE_MDY };
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    BwTimeShape from_shape = { 0 }, to_shape = { 0 };
    gint64 from, to;
    if (bw_parse_time (first, n_first, orders[i], &from, &from_shape) == BW_PARSE_OK &&
        bw_parse_time (last, strlen (last), orders[i], &to, &to_shape) == BW_PARSE_OK &&
        !from_shape.has_zone && to >= from && to - from <= LONGEST_SPAN) {
      *seconds = from - from % 86400;
      return TRUE;
    }
  }
  return FALSE;
}

/* "03/03/2025 - 09/03/2025", "Mar 3, 2025 to Mar 9, 2025": begins on the first day. */
static gboolean
read_span (const char *text, gsize length, gint64 *seconds)
{
  static const char *const bars[] = { " - ", " – ", " — ", " to ", " bis ", " au ", " al ", "..." };
  char span[SPAN_MAX + 1];
  if (length > SPAN_MAX)
    return FALSE;
  memcpy (span, text, length);
  span[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++) {
    const char *bar = strstr (span, bars[i]);
    if (bar && read_ends (span, (gsize) (bar - span), bar + strlen (bars[i]), seconds))
      return TRUE;
  }
  return FALSE;
}

BwParse
bw_parse_period (const char *text, gsize length, gint64 *seconds)
{
  Parts parts = { 0 };
  bw_parse_trim (&text, &length);
  if (length >= SPAN_MIN && read_span (text, length, seconds))
    return BW_PARSE_OK;
  if (length > TEXT_MAX || !read_parts (&parts, text, length))
    return BW_PARSE_BAD;
  if (parts.is_week)
    return read_week (&parts, seconds);
  if (parts.month != 0 && parts.year == 0)
    parts.year = 2000 + parts.small;
  else if (parts.month == 0)
    parts.month = parts.small;
  if (parts.year < 1900 || parts.year > 2100 || parts.month < 1 || parts.month > 12)
    return BW_PARSE_BAD;
  *seconds = bw_civil_to_days (parts.year, parts.month, 1) * 86400;
  return BW_PARSE_OK;
}
