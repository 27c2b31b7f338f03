/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes weekly hours apart by days and puts them together again. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-calendar.h"
#include "bw-error.h"
#include "bw-week.h"

#define DAYS 7

static const char *const names[DAYS] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static void
append_shift (GString *times, const BwShift *shift)
{
  g_string_append_printf (times, "%s%02d:%02d-%02d:%02d", times->len > 0 ? " " : "",
                          shift->from / 3600, shift->from / 60 % 60, shift->to / 3600,
                          shift->to / 60 % 60);
}

char *
bw_week_get_day (const char *hours, int weekday)
{
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (BwShift));
  GString *times = g_string_new (NULL);

  if (*hours != '\0' && bw_hours_parse (hours, shifts, NULL))
    for (guint i = 0; i < shifts->len; i++)
      if (g_array_index (shifts, BwShift, i).day == weekday)
        append_shift (times, &g_array_index (shifts, BwShift, i));
  return g_string_free_and_steal (times);
}

/* The same times in one spelling; NULL when these are not the times of one day. */
static char *
read_times (const char *times, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (times));
  g_autofree char *hours = g_strconcat (names[0], " ", stripped, NULL);
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (BwShift));
  gboolean has_days = FALSE;

  if (*stripped == '\0')
    return g_strdup ("");
  for (const char *c = stripped; *c != '\0'; c++)
    has_days |= g_ascii_isalpha (*c);
  if (!has_days && bw_hours_parse (hours, shifts, NULL))
    return bw_week_get_day (hours, 0);
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _ ("“%s” are not times of a day: write for example 09:00-12:00 13:00-17:00"), times);
  return NULL;
}

static char *
join_days (char *const days[DAYS])
{
  GString *hours = g_string_new (NULL);

  for (int first = 0, next; first < DAYS; first = next) {
    for (next = first + 1; next < DAYS && g_str_equal (days[next], days[first]); next++)
      ;
    if (*days[first] == '\0')
      continue;
    g_string_append_printf (hours, "%s%s", hours->len > 0 ? ", " : "", names[first]);
    if (next - first > 1)
      g_string_append_printf (hours, "-%s", names[next - 1]);
    g_string_append_printf (hours, " %s", days[first]);
  }
  return g_string_free_and_steal (hours);
}

char *
bw_week_set_day (const char *hours, int weekday, const char *times, GError **error)
{
  char *days[DAYS] = { NULL };
  char *joined = NULL;

  g_return_val_if_fail (weekday >= 0 && weekday < DAYS, NULL);

  for (int day = 0; day < DAYS; day++)
    days[day] = day == weekday ? read_times (times, error) : bw_week_get_day (hours, day);
  if (days[weekday] != NULL)
    joined = join_days (days);
  for (int day = 0; day < DAYS; day++)
    g_free (days[day]);
  return joined;
}
