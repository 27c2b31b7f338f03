/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BwCalendar against tests/data/cases/bizhours (counted minute by minute), and against a count of
 * its own, second by second. */
#include <stdio.h>

#include "bw-calendar.h"
#include "bw-civil.h"
#include "bw-error.h"
#include "cases.h"

#define HOUR 3600
#define DAY (24 * HOUR)

static BwZone *
get_zone (const char *identifier)
{
  g_autoptr (GError) error = NULL;
  BwZone *zone = bw_zone_new (identifier, &error);
  g_assert_no_error (error);
  return zone;
}

static gint64
read_date (const char *text)
{
  int year, month, day;
  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  return bw_civil_to_days (year, month, day);
}

static int
read_clock (yyjson_val *text)
{
  int hour, minute;
  g_assert_cmpint (sscanf (yyjson_get_str (text), "%d:%d", &hour, &minute), ==, 2);
  return hour * HOUR + minute * 60;
}

/* ["09:00", "17:00"], ... */
static void
read_shifts (yyjson_val *hours, gint64 day, GArray *shifts)
{
  gsize i, n;
  yyjson_val *pair;
  if (!hours)
    return;
  yyjson_arr_foreach (hours, i, n, pair)
  {
    BwShift shift = { day, read_clock (yyjson_arr_get (pair, 0)),
                      read_clock (yyjson_arr_get (pair, 1)) };
    g_array_append_val (shifts, shift);
  }
}

static void
read_special (yyjson_val *object, GArray *special)
{
  gsize i, n;
  yyjson_val *key, *hours;
  if (!object)
    return;
  yyjson_obj_foreach (object, i, n, key, hours)
  {
    BwShift closed = { read_date (yyjson_get_str (key)), 0, 0 };
    g_array_append_val (special, closed);
    read_shifts (hours, closed.day, special);
  }
}

static void
read_dates (yyjson_val *array, GArray *dates)
{
  gsize i, n;
  yyjson_val *date;
  if (!array)
    return;
  yyjson_arr_foreach (array, i, n, date)
  {
    gint64 day = read_date (yyjson_get_str (date));
    g_array_append_val (dates, day);
  }
}

static BwCalendar *
read_calendar (yyjson_val *object)
{
  static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_autoptr (GArray) weekly = g_array_new (FALSE, FALSE, sizeof (BwShift));
  g_autoptr (GArray) special = g_array_new (FALSE, FALSE, sizeof (BwShift));
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BwZone) zone = get_zone (cases_get_text (object, "timezone"));
  for (guint day = 0; day < 7; day++)
    read_shifts (yyjson_obj_get (yyjson_obj_get (object, "weekly"), weekdays[day]), day, weekly);
  read_special (yyjson_obj_get (object, "special"), special);
  read_dates (yyjson_obj_get (object, "holidays"), holidays);
  return bw_calendar_new (&(BwHours) {
      .zone = zone,
      .weekly = (const BwShift *) (gpointer) weekly->data,
      .n_weekly = weekly->len,
      .holidays = (const gint64 *) (gpointer) holidays->data,
      .n_holidays = holidays->len,
      .special = (const BwShift *) (gpointer) special->data,
      .n_special = special->len,
  });
}

static GHashTable *
read_calendars (yyjson_val *root)
{
  gsize i, n;
  yyjson_val *key, *object;
  GHashTable *calendars =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) bw_calendar_unref);
  yyjson_obj_foreach (yyjson_obj_get (root, "calendars"), i, n, key, object)
      g_hash_table_insert (calendars, (gpointer) yyjson_get_str (key), read_calendar (object));
  return calendars;
}

static gint64
get_seconds (yyjson_val *c, const char *key)
{
  yyjson_val *value = yyjson_obj_get (c, key);
  return yyjson_is_int (value) ? yyjson_get_sint (value) : G_MAXINT64;
}

static void
test_between (void)
{
  gsize i, n;
  yyjson_val *c;
  yyjson_val *root = cases_load ("bizhours", "bizhours.json");
  g_autoptr (GHashTable) calendars = read_calendars (root);
  yyjson_arr_foreach (yyjson_obj_get (root, "cases"), i, n, c)
  {
    BwCalendar *calendar = g_hash_table_lookup (calendars, cases_get_text (c, "calendar"));
    gint64 got = bw_calendar_between (calendar, get_seconds (c, "start_epoch"),
                                      get_seconds (c, "end_epoch"));
    if (got != get_seconds (c, "seconds"))
      g_error ("%s %s..%s, %s: got %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT,
               cases_get_text (c, "calendar"), cases_get_text (c, "start"),
               cases_get_text (c, "end"), cases_get_text (c, "why"), got,
               get_seconds (c, "seconds"));
  }
  g_assert_cmpuint (n, >, 100);
}

/* The search of the reference ends after three years: there the due date is null. */
static void
test_due (void)
{
  gsize i, n;
  yyjson_val *c;
  yyjson_val *root = cases_load ("bizhours", "bizhours.json");
  g_autoptr (GHashTable) calendars = read_calendars (root);
  yyjson_arr_foreach (yyjson_obj_get (root, "due"), i, n, c)
  {
    BwCalendar *calendar = g_hash_table_lookup (calendars, cases_get_text (c, "calendar"));
    gint64 start = get_seconds (c, "start_epoch");
    gint64 seconds = get_seconds (c, "business_seconds");
    gint64 expected = get_seconds (c, "due_epoch");
    gint64 got = bw_calendar_due (calendar, start, seconds);
    if (expected == G_MAXINT64 ? got < start + 3 * 365 * (gint64) DAY : got != expected)
      g_error ("%s %s + %" G_GINT64_FORMAT ", %s: got %" G_GINT64_FORMAT
               ", expected %" G_GINT64_FORMAT,
               cases_get_text (c, "calendar"), cases_get_text (c, "start"), seconds,
               cases_get_text (c, "why"), got, expected);
    g_assert_cmpint (bw_calendar_between (calendar, start, got), ==, seconds);
  }
  g_assert_cmpuint (n, >, 20);
}

/* Sums of pieces, over all calendars and changes of the clock. */
static void
test_adds_up (void)
{
  gpointer key, calendar;
  GHashTableIter at;
  yyjson_val *root = cases_load ("bizhours", "bizhours.json");
  g_autoptr (GHashTable) calendars = read_calendars (root);
  gint64 begin = read_date ("2023-12-30") * DAY;
  gint64 end = read_date ("2025-01-03") * DAY;
  g_hash_table_iter_init (&at, calendars);
  while (g_hash_table_iter_next (&at, &key, &calendar)) {
    gint64 sum = 0;
    for (gint64 t = begin; t < end; t += 3571) {
      gint64 part = bw_calendar_between (calendar, t, MIN (t + 3571, end));
      g_assert_cmpint (part, >=, 0);
      g_assert_cmpint (part, <=, 3571);
      sum += part;
    }
    g_assert_cmpint (sum, ==, bw_calendar_between (calendar, begin, end));
  }
}

static const BwShift odd_week[] = {
  { 0, 22 * HOUR, 6 * HOUR }, /* Monday's night */
  { 1, 8 * HOUR, 12 * HOUR }, /* overlaps the next, and comes before it */
  { 1, 11 * HOUR, 13 * HOUR },
  { 1, 12 * HOUR + 61, 12 * HOUR + 62 },
  { 2, 0, DAY },                    /* all day */
  { 3, 9 * HOUR, 9 * HOUR },        /* closed */
  { 4, 23 * HOUR, 24 * HOUR },      /* to midnight */
  { 5, 0, HOUR / 2 },               /* from midnight */
  { 6, 1 * HOUR + 1800, 3 * HOUR }, /* where clocks are changed */
  { 6, 20 * HOUR, 2 * HOUR + 900 }, /* into Monday */
};

static gboolean
is_open (gint64 local, const gint64 *holidays, gsize n_holidays)
{
  gint64 day = bw_civil_floor_days (local);
  int second = (int) (local - day * DAY);
  int weekday = bw_civil_weekday (day);
  for (gsize i = 0; i < n_holidays; i++)
    if (holidays[i] == day)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (odd_week); i++) {
    const BwShift *s = &odd_week[i];
    gboolean overnight = s->from > s->to;
    if (s->day == weekday && second >= s->from && (overnight || second < s->to))
      return TRUE;
    if (overnight && (s->day + 1) % 7 == weekday && second < s->to)
      return TRUE;
  }
  return FALSE;
}

/* Ten days around changes of clocks, each second asked for by itself. */
static void
test_second_by_second (void)
{
  static const struct {
    const char *zone;
    const char *begin;
  } rows[] = {
    { "UTC", "2024-02-25" },
    { "Europe/Berlin", "2024-03-26" },
    { "Europe/Berlin", "2024-10-22" },
    { "America/St_Johns", "2006-10-24" }, /* midnight shown twice */
    { "America/Santiago", "2024-09-04" }, /* midnight left out */
    { "Australia/Lord_Howe", "2024-04-02" },
    { "Pacific/Apia", "2011-12-26" },     /* a Friday left out */
    { "Europe/Amsterdam", "1937-06-27" }, /* by 28 s */
  };
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    gint64 begin = read_date (rows[r].begin) * DAY;
    gint64 holidays[] = { begin / DAY + 2, begin / DAY + 7 };
    g_autoptr (BwZone) zone = get_zone (rows[r].zone);
    g_autoptr (BwCalendar) calendar =
                  bw_calendar_new (&(BwHours) { .zone = zone,
                                                .weekly = odd_week,
                                                .n_weekly = G_N_ELEMENTS (odd_week),
                                                .holidays = holidays,
                                                .n_holidays = G_N_ELEMENTS (holidays) });
    gint64 sum = 0;
    for (gint64 t = begin; t < begin + 10 * DAY; t++) {
      sum += is_open (bw_zone_to_local (zone, t), holidays, G_N_ELEMENTS (holidays));
      if (t % 59 == 0)
        g_assert_cmpint (bw_calendar_between (calendar, begin, t + 1), ==, sum);
    }
    g_assert_cmpint (bw_calendar_between (calendar, begin, begin + 10 * DAY), ==, sum);
  }
}

static void
test_special_days (void)
{
  gint64 monday = read_date ("2025-03-03");
  const gint64 holidays[] = { monday, monday + 1 };
  const BwShift week[] = { { 0, 9 * HOUR, 17 * HOUR },
                           { 1, 9 * HOUR, 17 * HOUR },
                           { 2, 22 * HOUR, 6 * HOUR } };
  const BwShift special[] = {
    { monday + 1, 10 * HOUR, 12 * HOUR }, /* opens a holiday */
    { monday + 3, 12 * HOUR, 13 * HOUR }, /* and the end of Wednesday's night is not open */
    { monday + 3, 11 * HOUR, 12 * HOUR + 1 }, { monday + 7, 0, 0 }, /* closes a Monday */
    { monday + 12, 20 * HOUR, 4 * HOUR },                           /* ends at midnight */
  };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwCalendar) calendar = bw_calendar_new (
      &(BwHours) { zone, week, G_N_ELEMENTS (week), holidays, 2, special, G_N_ELEMENTS (special) });
  static const int hours[] = { 0, 2 * HOUR, 2 * HOUR, 2 * HOUR, 0, 0,        0,
                               0, 8 * HOUR, 2 * HOUR, 6 * HOUR, 0, 4 * HOUR, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    g_assert_cmpint (bw_calendar_between (calendar, (monday + (gint64) i) * DAY,
                                          (monday + (gint64) i + 1) * DAY),
                     ==, hours[i]);
}

static void
test_far_away (void)
{
  const BwShift always[] = { { 0, 0, DAY }, { 1, 0, DAY }, { 2, 0, DAY }, { 3, 0, DAY },
                             { 4, 0, DAY }, { 5, 0, DAY }, { 6, 0, DAY } };
  const gint64 holidays[] = { G_MININT64, -1000000, 1000000, G_MAXINT64 };
  g_autoptr (BwZone) zone = get_zone ("Pacific/Kiritimati");
  g_autoptr (BwCalendar) calendar = bw_calendar_new (&(BwHours) {
      .zone = zone, .weekly = always, .n_weekly = 7, .holidays = holidays, .n_holidays = 4 });
  gint64 all = (read_date ("2100-01-01") - read_date ("1930-01-01")) * (gint64) DAY;
  gint64 counted = bw_calendar_between (calendar, G_MININT64, G_MAXINT64);
  g_assert_cmpint (ABS (counted - all), <=, 2 * DAY); /* Kiritimati left out a date */
  g_assert_cmpint (bw_calendar_between (calendar, G_MAXINT64, G_MININT64), ==, 0);
  g_assert_cmpint (bw_calendar_due (calendar, 0, G_MAXINT64), ==, G_MAXINT64);
  g_assert_cmpint (bw_calendar_due (calendar, G_MAXINT64, 1), ==, G_MAXINT64);
  g_assert_cmpint (bw_calendar_due (calendar, G_MININT64, counted), <=,
                   read_date ("2100-01-01") * (gint64) DAY);
  g_assert_cmpint (bw_calendar_due (calendar, 5, 0), ==, 5);
  g_assert_cmpint (bw_calendar_due (calendar, 5, 1), ==, 6);
}

typedef struct {
  const char *text;
  const char *expected; /* weekday from-to in minutes; NULL: refused */
} Hours;

static const Hours texts[] = {
  { "Mon-Fri 09:00-17:00", "0 540-1020;1 540-1020;2 540-1020;3 540-1020;4 540-1020;" },
  { "Mon 9-17", "0 540-1020;" },
  { "monday 9:30-17", "0 570-1020;" },
  { "MON 09:00–17:00", "0 540-1020;" },
  { "Sat 10:00-14:00", "5 600-840;" },
  { "Tue-Wed 08:30-12:00 13:00-17:30", "1 510-720;2 510-720;1 780-1050;2 780-1050;" },
  { "Mon 9-12,13-17; Sat 10-12", "0 540-720;0 780-1020;5 600-720;" },
  { "Mon, Wed 09:00-10:00, Fri 10:00-11:00", "0 540-600;2 540-600;4 600-660;" },
  { "Fri 22:00-06:00", "4 1320-360;" },
  { "Sat-Mon 00:00-24:00", "0 0-1440;5 0-1440;6 0-1440;" },
  { "Sun-Sun 1-2", "6 60-120;" },
  { "  Thu\t0-1\n", "3 0-60;" },
  { "", NULL },
  { " ", NULL },
  { "Mon", NULL },
  { "Mon-Fri", NULL },
  { "09:00-17:00", NULL },
  { "Mon 09:00", NULL },
  { "Mon 09:00-", NULL },
  { "Mon 9:0-17", NULL },
  { "Mon 9:60-17", NULL },
  { "Mon 9-25", NULL },
  { "Mon 9-24:01", NULL },
  { "Mon 24-3", NULL },
  { "Mon 9-9", NULL },
  { "Mon 123-456", NULL },
  { "Mon 9-17h", NULL },
  { "Mon- 9-17", NULL },
  { "Mo 9-17", NULL },
  { "Mondays 9-17", NULL },
  { "Mon 9-17 Tue", NULL },
  { "Mon 9-17 x", NULL },
};

static void
test_hours (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) got = g_string_new (NULL);
    g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (BwShift));
    gboolean read = bw_hours_parse (texts[i].text, shifts, &error);
    for (guint s = 0; s < shifts->len; s++) {
      BwShift shift = g_array_index (shifts, BwShift, s);
      g_string_append_printf (got, "%d %d-%d;", (int) shift.day, shift.from / 60, shift.to / 60);
    }
    g_test_message ("%s", texts[i].text);
    g_assert_cmpstr (got->str, ==, texts[i].expected ? texts[i].expected : "");
    g_assert_true (read == (texts[i].expected != NULL));
    if (!read)
      g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/between", test_between);
  g_test_add_func ("/calendar/due", test_due);
  g_test_add_func ("/calendar/adds-up", test_adds_up);
  g_test_add_func ("/calendar/second-by-second", test_second_by_second);
  g_test_add_func ("/calendar/special-days", test_special_days);
  g_test_add_func ("/calendar/far-away", test_far_away);
  g_test_add_func ("/calendar/hours", test_hours);
  return g_test_run ();
}
