/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BwZone against GDateTime, and by table where clocks skip or repeat hours. */
#include <string.h>

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-parallel.h"
#include "bw-zone.h"

#define HOUR 3600
#define DAY (24 * HOUR)

static const char *const identifiers[] = {
  "UTC",
  "Europe/Berlin",
  "Europe/London",
  "Europe/Dublin", /* winter is the exception */
  "America/New_York",
  "America/St_Johns", /* half hours, changes at 00:01 */
  "America/Santiago", /* changes at midnight */
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Sydney",
  "Australia/Lord_Howe", /* changes by half an hour */
  "Africa/Casablanca",   /* by the moon */
  "Pacific/Apia",        /* left out a day */
  "Pacific/Kiritimati",  /* +14 */
  "Etc/GMT+12",
};

static BwZone *
get_zone (const char *identifier)
{
  g_autoptr (GError) error = NULL;
  BwZone *zone = bw_zone_new (identifier, &error);
  g_assert_no_error (error);
  return zone;
}

static gint64
at (int year, int month, int day, int hour, int minute, int second)
{
  return bw_civil_to_days (year, month, day) * DAY + hour * HOUR + minute * 60 + second;
}

static int
ask_offset (GTimeZone *source, gint64 unix_time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_time);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, source);
  return (int) (g_date_time_get_utc_offset (there) / G_TIME_SPAN_SECOND);
}

/* Every fifth day and a bit, and where the offset changed on the way both sides of the change. */
static void
test_offsets (gconstpointer user_data)
{
  const char *identifier = user_data;
  g_autoptr (BwZone) zone = get_zone (identifier);
  g_autoptr (GTimeZone) source = g_time_zone_new_identifier (identifier);
  int previous = ask_offset (source, at (1930, 1, 1, 0, 0, 0));
  const gint64 step = 5 * DAY + 3 * HOUR + 17;
  for (gint64 t = at (1930, 1, 1, 0, 0, 0); t < at (2100, 1, 1, 0, 0, 0); t += step) {
    int offset = ask_offset (source, t);
    g_assert_cmpint (bw_zone_offset (zone, t), ==, offset);
    if (offset == previous)
      continue;
    gint64 low = t - step;
    gint64 high = t;
    while (high - low > 1) {
      gint64 middle = low + (high - low) / 2;
      *(ask_offset (source, middle) == previous ? &low : &high) = middle;
    }
    for (gint64 near = high - 3; near < high + 3; near++)
      g_assert_cmpint (bw_zone_offset (zone, near), ==, ask_offset (source, near));
    previous = offset;
  }
}

/* What a clock showed leads back to when it showed it; to the first time if there were two. */
static void
test_round_trip (gconstpointer user_data)
{
  g_autoptr (BwZone) zone = get_zone (user_data);
  for (gint64 t = at (1995, 1, 1, 0, 0, 0); t < at (2035, 1, 1, 0, 0, 0); t += 17 * 60 + 13) {
    BwZoneFit fit;
    gint64 local = bw_zone_to_local (zone, t);
    gint64 back = bw_zone_to_unix (zone, local, &fit);
    g_assert_cmpint (bw_zone_to_local (zone, back), ==, local);
    g_assert_cmpint (fit, !=, BW_ZONE_GAP);
    if (fit == BW_ZONE_EXACT)
      g_assert_cmpint (back, ==, t);
    else
      g_assert_cmpint (back, <=, t);
  }
}

typedef struct {
  const char *identifier;
  int local[6];
  BwZoneFit fit;
  const char *expected; /* the instant, as the clock shows it then */
} Case;

static const Case cases[] = {
  { "UTC", { 2025, 3, 30, 2, 30, 0 }, BW_ZONE_EXACT, "2025-03-30T02:30:00+00:00" },

  { "Europe/Berlin", { 2025, 1, 1, 0, 0, 0 }, BW_ZONE_EXACT, "2025-01-01T00:00:00+01:00" },
  { "Europe/Berlin", { 2025, 7, 1, 0, 0, 0 }, BW_ZONE_EXACT, "2025-07-01T00:00:00+02:00" },
  { "Europe/Berlin", { 2025, 3, 30, 1, 59, 59 }, BW_ZONE_EXACT, "2025-03-30T01:59:59+01:00" },
  { "Europe/Berlin", { 2025, 3, 30, 2, 0, 0 }, BW_ZONE_GAP, "2025-03-30T03:00:00+02:00" },
  { "Europe/Berlin", { 2025, 3, 30, 2, 30, 0 }, BW_ZONE_GAP, "2025-03-30T03:30:00+02:00" },
  { "Europe/Berlin", { 2025, 3, 30, 2, 59, 59 }, BW_ZONE_GAP, "2025-03-30T03:59:59+02:00" },
  { "Europe/Berlin", { 2025, 3, 30, 3, 0, 0 }, BW_ZONE_EXACT, "2025-03-30T03:00:00+02:00" },
  { "Europe/Berlin", { 2025, 10, 26, 1, 59, 59 }, BW_ZONE_EXACT, "2025-10-26T01:59:59+02:00" },
  { "Europe/Berlin", { 2025, 10, 26, 2, 0, 0 }, BW_ZONE_OVERLAP, "2025-10-26T02:00:00+02:00" },
  { "Europe/Berlin", { 2025, 10, 26, 2, 59, 59 }, BW_ZONE_OVERLAP, "2025-10-26T02:59:59+02:00" },
  { "Europe/Berlin", { 2025, 10, 26, 3, 0, 0 }, BW_ZONE_EXACT, "2025-10-26T03:00:00+01:00" },
  { "Europe/Berlin", { 2050, 7, 1, 12, 0, 0 }, BW_ZONE_EXACT, "2050-07-01T12:00:00+02:00" },
  { "Europe/Berlin", { 2099, 12, 31, 12, 0, 0 }, BW_ZONE_EXACT, "2099-12-31T12:00:00+01:00" },
  { "Europe/Berlin", { 2500, 1, 1, 12, 0, 0 }, BW_ZONE_EXACT, "2500-01-01T12:00:00+01:00" },

  { "Europe/London", { 2025, 3, 30, 1, 30, 0 }, BW_ZONE_GAP, "2025-03-30T02:30:00+01:00" },
  { "Europe/London", { 2025, 10, 26, 1, 30, 0 }, BW_ZONE_OVERLAP, "2025-10-26T01:30:00+01:00" },

  { "America/New_York", { 2024, 3, 10, 2, 30, 0 }, BW_ZONE_GAP, "2024-03-10T03:30:00-04:00" },
  { "America/New_York", { 2024, 11, 3, 1, 30, 0 }, BW_ZONE_OVERLAP, "2024-11-03T01:30:00-04:00" },
  { "America/New_York", { 2024, 11, 3, 2, 0, 0 }, BW_ZONE_EXACT, "2024-11-03T02:00:00-05:00" },

  { "America/St_Johns", { 2006, 10, 28, 23, 30, 0 }, BW_ZONE_OVERLAP, "2006-10-28T23:30:00-02:30" },
  { "America/St_Johns", { 2006, 10, 29, 0, 0, 30 }, BW_ZONE_OVERLAP, "2006-10-29T00:00:30-02:30" },
  { "America/St_Johns", { 2006, 10, 29, 0, 1, 0 }, BW_ZONE_EXACT, "2006-10-29T00:01:00-03:30" },

  { "America/Santiago", { 2024, 9, 8, 0, 0, 0 }, BW_ZONE_GAP, "2024-09-08T01:00:00-03:00" },
  { "America/Santiago", { 2024, 9, 7, 23, 59, 59 }, BW_ZONE_EXACT, "2024-09-07T23:59:59-04:00" },
  { "America/Santiago", { 2024, 4, 6, 23, 30, 0 }, BW_ZONE_OVERLAP, "2024-04-06T23:30:00-03:00" },
  { "America/Santiago", { 2024, 4, 7, 0, 0, 0 }, BW_ZONE_EXACT, "2024-04-07T00:00:00-04:00" },

  { "Australia/Lord_Howe", { 2024, 10, 6, 2, 15, 0 }, BW_ZONE_GAP, "2024-10-06T02:45:00+11:00" },
  { "Australia/Lord_Howe", { 2024, 10, 6, 2, 30, 0 }, BW_ZONE_EXACT, "2024-10-06T02:30:00+11:00" },
  { "Australia/Lord_Howe", { 2024, 4, 7, 1, 45, 0 }, BW_ZONE_OVERLAP, "2024-04-07T01:45:00+11:00" },

  { "Australia/Sydney", { 2024, 10, 6, 2, 30, 0 }, BW_ZONE_GAP, "2024-10-06T03:30:00+11:00" },
  { "Asia/Kolkata", { 2024, 6, 1, 9, 30, 0 }, BW_ZONE_EXACT, "2024-06-01T09:30:00+05:30" },
  { "Asia/Kathmandu", { 2024, 6, 1, 9, 30, 0 }, BW_ZONE_EXACT, "2024-06-01T09:30:00+05:45" },
  { "Asia/Tehran", { 2023, 7, 1, 9, 0, 0 }, BW_ZONE_EXACT, "2023-07-01T09:00:00+03:30" },

  { "Pacific/Apia", { 2011, 12, 29, 23, 59, 59 }, BW_ZONE_EXACT, "2011-12-29T23:59:59-10:00" },
  { "Pacific/Apia", { 2011, 12, 30, 0, 0, 0 }, BW_ZONE_GAP, "2011-12-31T00:00:00+14:00" },
  { "Pacific/Apia", { 2011, 12, 30, 12, 0, 0 }, BW_ZONE_GAP, "2011-12-31T12:00:00+14:00" },
  { "Pacific/Apia", { 2011, 12, 31, 0, 0, 0 }, BW_ZONE_EXACT, "2011-12-31T00:00:00+14:00" },
};

static void
test_local (gconstpointer user_data)
{
  const Case *c = user_data;
  const int *l = c->local;
  BwZoneFit fit;
  g_autoptr (BwZone) zone = get_zone (c->identifier);
  gint64 local = at (l[0], l[1], l[2], l[3], l[4], l[5]);
  gint64 t = bw_zone_to_unix (zone, local, &fit);
  g_autofree char *shown = bw_zone_format_iso (zone, t);
  g_assert_cmpstr (shown, ==, c->expected);
  g_assert_cmpint (fit, ==, c->fit);
  g_assert_cmpint (bw_zone_to_unix (zone, local, NULL), ==, t);
}

static void
test_format (void)
{
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  static const struct {
    gint64 unix_time;
    const char *expected;
  } texts[] = {
    { 0, "1970-01-01T00:00:00+00:00" },
    { -1, "1969-12-31T23:59:59+00:00" },
    { 951782400, "2000-02-29T00:00:00+00:00" },
    { 4102444799, "2099-12-31T23:59:59+00:00" },
    { 253402300799, "9999-12-31T23:59:59+00:00" },
    { -62135596800, "0001-01-01T00:00:00+00:00" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *got = bw_zone_format_iso (utc, texts[i].unix_time);
    g_assert_cmpstr (got, ==, texts[i].expected);
  }
}

static void
test_names (void)
{
  g_autoptr (BwZone) berlin = get_zone ("Europe/Berlin");
  g_autoptr (BwZone) utc = get_zone ("UTC");
  g_autoptr (BwZone) also_utc = bw_zone_new_utc ();
  g_autoptr (BwZone) local = get_zone ("local");
  g_autoptr (GTimeZone) source = g_time_zone_new_local ();
  g_assert_cmpstr (bw_zone_get_identifier (berlin), ==, "Europe/Berlin");
  g_assert_cmpstr (bw_zone_get_identifier (utc), ==, "UTC");
  g_assert_cmpstr (bw_zone_get_identifier (also_utc), ==, "UTC");
  g_assert_cmpstr (bw_zone_get_identifier (local), ==, g_time_zone_get_identifier (source));
}

static void
test_unknown (void)
{
  static const char *const names[] = { "", "Europe/Nowhere", "../../etc/passwd", "CEST?" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (bw_zone_new (names[i], &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  }
}

static void
check_cb (guint i, int worker, gpointer user_data)
{
  gpointer *shared = user_data;
  BwZone *zone = bw_zone_ref (shared[0]);
  const int *expected = shared[1];
  for (gint64 day = i; day < 20000; day += 8)
    g_assert_cmpint (bw_zone_offset (zone, day * DAY), ==, expected[day]);
  bw_zone_unref (zone);
}

static void
test_threads (void)
{
  g_autoptr (BwZone) zone = get_zone ("Europe/Berlin");
  g_autofree int *expected = g_new (int, 20000);
  gpointer shared[] = { zone, expected };
  for (gint64 day = 0; day < 20000; day++)
    expected[day] = bw_zone_offset (zone, day * DAY);
  bw_parallel_for (8, NULL, check_cb, shared);
}

static void
test_civil (void)
{
  gint64 expected = bw_civil_to_days (-400, 3, 1);
  for (int year = -400; year <= 2800; year++) {
    for (int month = year == -400 ? 3 : 1; month <= 12; month++) {
      for (int day = 1; day <= bw_civil_month_length (year, month); day++, expected++) {
        int y, m, d;
        g_assert_cmpint (bw_civil_to_days (year, month, day), ==, expected);
        bw_civil_from_days (expected, &y, &m, &d);
        g_assert_true (y == year && m == month && d == day);
      }
    }
  }
  g_assert_cmpint (bw_civil_to_days (1970, 1, 1), ==, 0);
  g_assert_cmpint (bw_civil_weekday (0), ==, 3);
  g_assert_cmpint (bw_civil_weekday (bw_civil_to_days (2025, 3, 3)), ==, 0);
  g_assert_cmpint (bw_civil_weekday (bw_civil_to_days (1930, 1, 5)), ==, 6);
  g_assert_cmpint (bw_civil_floor_days (0), ==, 0);
  g_assert_cmpint (bw_civil_floor_days (-1), ==, -1);
  g_assert_cmpint (bw_civil_floor_days (-DAY), ==, -1);
  g_assert_cmpint (bw_civil_floor_days (DAY - 1), ==, 0);
  g_assert_cmpint (bw_civil_floor_days (DAY), ==, 1);
}

static void
add_zone_tests (const char *what, GTestDataFunc test)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identifiers); i++) {
    g_autofree char *path = g_strdup_printf ("/zone/%s/%s", what, identifiers[i]);
    g_test_add_data_func (path, identifiers[i], test);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_zone_tests ("offsets", test_offsets);
  add_zone_tests ("round-trip", test_round_trip);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const int *l = cases[i].local;
    g_autofree char *path =
        g_strdup_printf ("/zone/local/%s/%d-%02d-%02d %02d:%02d:%02d", cases[i].identifier, l[0],
                         l[1], l[2], l[3], l[4], l[5]);
    g_test_add_data_func (path, &cases[i], test_local);
  }
  g_test_add_func ("/zone/format", test_format);
  g_test_add_func ("/zone/names", test_names);
  g_test_add_func ("/zone/unknown", test_unknown);
  g_test_add_func ("/zone/threads", test_threads);
  g_test_add_func ("/zone/civil", test_civil);
  return g_test_run ();
}
