/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads weekly business hours as people write them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-calendar.h"
#include "bw-error.h"

#define HOUR 3600

/* "Mon" ... "Monday", in any case. */
static gboolean
read_weekday (const char **at, int *weekday)
{
  static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday" };
  gsize length = 0;
  while (g_ascii_isalpha ((*at)[length]))
    length++;
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (names); i++) {
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (*at, names[i], length) == 0) {
      *weekday = (int) i;
      *at += length;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_number (const char **at, int *number)
{
  const char *start = *at;
  for (*number = 0; g_ascii_isdigit (**at) && *at - start < 2; (*at)++)
    *number = *number * 10 + g_ascii_digit_value (**at);
  return *at > start;
}

/* "9", "09:00", "24:00": seconds since midnight. */
static gboolean
read_clock (const char **at, int *seconds)
{
  int hour, minute = 0;
  if (!read_number (at, &hour))
    return FALSE;
  if (**at == ':') {
    (*at)++;
    if (!read_number (at, &minute) || (*at)[-2] == ':')
      return FALSE;
  }
  *seconds = hour * HOUR + minute * 60;
  return minute < 60 && *seconds <= 24 * HOUR;
}

static gboolean
read_dash (const char **at)
{
  static const char *const dashes[] = { "-", "–" };
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++) {
    if (g_str_has_prefix (*at, dashes[i])) {
      *at += strlen (dashes[i]);
      return TRUE;
    }
  }
  return FALSE;
}

/* "Mon" or "Fri-Mon": adds them to the set of days. */
static gboolean
read_days (const char *text, gboolean days[7])
{
  int first, last;
  if (!read_weekday (&text, &first))
    return FALSE;
  last = first;
  if (read_dash (&text) && !read_weekday (&text, &last))
    return FALSE;
  for (int day = first;; day = (day + 1) % 7) {
    days[day] = TRUE;
    if (day == last)
      return *text == '\0';
  }
}

/* "09:00-17:00": a shift on each of the days. */
static gboolean
read_times (const char *text, const gboolean days[7], GArray *shifts)
{
  BwShift shift;
  gboolean any = FALSE;
  if (!read_clock (&text, &shift.from) || !read_dash (&text) || !read_clock (&text, &shift.to))
    return FALSE;
  for (shift.day = 0; shift.day < 7; shift.day++) {
    if (days[shift.day])
      g_array_append_val (shifts, shift);
    any |= days[shift.day];
  }
  return any && *text == '\0' && shift.from != shift.to && shift.from < 24 * HOUR;
}

/* Words in turn: days gather until times use them; days after times begin a new set. */
static gboolean
read_words (char **words, GArray *shifts)
{
  gboolean days[7] = { FALSE };
  gboolean used = FALSE;
  gboolean any = FALSE;
  for (; *words; words++) {
    if (**words == '\0')
      continue;
    gboolean is_days = g_ascii_isalpha (**words);
    if (is_days && used)
      memset (days, 0, sizeof days);
    if (!(is_days ? read_days (*words, days) : read_times (*words, days, shifts)))
      return FALSE;
    used = !is_days;
    any = TRUE;
  }
  return any && used;
}

gboolean
bw_hours_parse (const char *text, GArray *shifts, GError **error)
{
  g_return_val_if_fail (text && shifts, FALSE);
  guint before = shifts->len;
  g_auto (GStrv) words = g_strsplit_set (text, " ,;\t\n", -1);
  if (read_words (words, shifts))
    return TRUE;
  g_array_set_size (shifts, before);
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _("“%s” are not business hours: write for example Mon-Fri 09:00-17:00"), text);
  return FALSE;
}
