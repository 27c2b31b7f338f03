/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BwPeriod and BwAxis: calendar arithmetic by table, over month ends, leap days and changes of
 * the clock. */
#include <stdio.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-period.h"

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

/* "2025-03-01" or "2025-03-01T12:30:00" on the zone's clock */
static gint64
at (const char *text, const BwZone *zone)
{
  int y, m, d, hour = 0, minute = 0, second = 0;
  int n = sscanf (text, "%d-%d-%dT%d:%d:%d", &y, &m, &d, &hour, &minute, &second);
  g_assert_true (n == 3 || n == 6);
  return bw_zone_to_unix (
      zone, bw_civil_to_days (y, m, d) * DAY + hour * HOUR + minute * 60 + second, NULL);
}

static BwPeriod *
parse (const char *text, BwZone *zone)
{
  g_autoptr (GError) error = NULL;
  BwPeriod *period = bw_period_parse (text, zone, 0, 0, &error);
  g_assert_no_error (error);
  return period;
}

static char *
format_bounds (const BwPeriod *period)
{
  g_autofree char *from = bw_zone_format_iso (period->zone, period->from);
  g_autofree char *to = bw_zone_format_iso (period->zone, period->to);
  return g_strdup_printf ("%s %s", from, to);
}

static void
assert_bounds (const BwPeriod *period, const char *expected)
{
  g_autofree char *bounds = format_bounds (period);
  g_assert_cmpstr (bounds, ==, expected);
}

static void
assert_text (const BwPeriod *period, const char *expected)
{
  g_autofree char *text = bw_period_to_string (period);
  g_assert_cmpstr (text, ==, expected);
}

typedef struct {
  const char *zone;
  const char *text;
  const char *bounds;
  const char *written; /* NULL: as it was read */
} Parsed;

static const Parsed parsed[] = {
  { "UTC", "2025", "2025-01-01T00:00:00+00:00 2026-01-01T00:00:00+00:00" },
  { "UTC", "2025-Q1", "2025-01-01T00:00:00+00:00 2025-04-01T00:00:00+00:00" },
  { "UTC", "2025-Q4", "2025-10-01T00:00:00+00:00 2026-01-01T00:00:00+00:00" },
  { "UTC", "2025-03", "2025-03-01T00:00:00+00:00 2025-04-01T00:00:00+00:00" },
  { "UTC", "2024-02", "2024-02-01T00:00:00+00:00 2024-03-01T00:00:00+00:00" },
  { "UTC", "2025-12", "2025-12-01T00:00:00+00:00 2026-01-01T00:00:00+00:00" },
  { "UTC", "2025-03-01", "2025-03-01T00:00:00+00:00 2025-03-02T00:00:00+00:00" },
  { "UTC", "2024-02-29", "2024-02-29T00:00:00+00:00 2024-03-01T00:00:00+00:00" },
  { "UTC", "2025-03-01..2025-03-31", "2025-03-01T00:00:00+00:00 2025-04-01T00:00:00+00:00",
    "2025-03" },
  { "UTC", "2025-03-02..2025-03-31", "2025-03-02T00:00:00+00:00 2025-04-01T00:00:00+00:00" },
  { "UTC", "2025-03-05..2025-03-05", "2025-03-05T00:00:00+00:00 2025-03-06T00:00:00+00:00",
    "2025-03-05" },
  { "UTC", "2025-03-03..2025-03-09", "2025-03-03T00:00:00+00:00 2025-03-10T00:00:00+00:00" },
  { "UTC", "2025-01..2025-03", "2025-01-01T00:00:00+00:00 2025-04-01T00:00:00+00:00", "2025-Q1" },
  { "UTC", "2024-11..2025-02", "2024-11-01T00:00:00+00:00 2025-03-01T00:00:00+00:00",
    "2024-11-01..2025-02-28" },
  { "UTC", "2024..2025", "2024-01-01T00:00:00+00:00 2026-01-01T00:00:00+00:00",
    "2024-01-01..2025-12-31" },

  { "Europe/Berlin", "2025-03", "2025-03-01T00:00:00+01:00 2025-04-01T00:00:00+02:00" },
  { "Europe/Berlin", "2025-10", "2025-10-01T00:00:00+02:00 2025-11-01T00:00:00+01:00" },
  { "Europe/Berlin", "2025-03-30", "2025-03-30T00:00:00+01:00 2025-03-31T00:00:00+02:00" },
  { "America/New_York", "2024-11-03", "2024-11-03T00:00:00-04:00 2024-11-04T00:00:00-05:00" },
  { "Asia/Kathmandu", "2025", "2025-01-01T00:00:00+05:45 2026-01-01T00:00:00+05:45" },
  /* midnight is left out; the clock is turned back over midnight; a day that never was */
  { "America/Santiago", "2024-09-08", "2024-09-08T01:00:00-03:00 2024-09-09T00:00:00-03:00" },
  { "America/St_Johns", "2006-10-29", "2006-10-29T00:00:00-02:30 2006-10-30T00:00:00-03:30" },
  { "Pacific/Apia", "2011-12-29", "2011-12-29T00:00:00-10:00 2011-12-31T00:00:00+14:00",
    "2011-12-29" },
  { "Pacific/Apia", "2011-12", "2011-12-01T00:00:00-10:00 2012-01-01T00:00:00+14:00" },
};

static void
test_parsed (gconstpointer user_data)
{
  const Parsed *c = user_data;
  g_autoptr (BwZone) zone = get_zone (c->zone);
  g_autoptr (BwPeriod) period = parse (c->text, zone);
  assert_bounds (period, c->bounds);
  assert_text (period, c->written ? c->written : c->text);
  g_autofree char *text = bw_period_to_string (period);
  g_autoptr (BwPeriod) again = parse (text, zone);
  g_assert_true (bw_period_equal (period, again));
}

static const char *const refused[] = {
  "",
  "20",
  "20255",
  "2025-",
  "2025-0",
  "2025-00",
  "2025-13",
  "2025-Q",
  "2025-Q0",
  "2025-Q5",
  "2025-Q12",
  "2025-q1",
  "2025-02-29",
  "2025-04-31",
  "2025-03-00",
  "2025-3-1",
  "2025-03-1",
  "2025/03",
  "2025-03-01..",
  "..2025-03-01",
  "2025-03-01.2025-03-02",
  "2025-03-02..2025-03-01",
  "2025-03-01..2025-03-02..2025-03-03",
  "2025-03 ",
  " 2025-03",
  "March 2025",
  "last month",
  "Last-Month",
  "ALL",
  "0000",
  "2025-03-01T00:00:00",
  "2025-03x",
  "+2025",
  "٢٠٢٥",
};

static void
test_refused (void)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (bw_period_parse (refused[i], zone, 0, 0, &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  }
}

typedef struct {
  const char *zone;
  const char *data_from;
  const char *data_to;
  const char *last_month;
  const char *all;
} FromData;

static const FromData from_data[] = {
  /* ends in the middle of a month */
  { "UTC", "2025-01-01", "2025-04-15T12:00:00", "2025-03", "2025-01-01..2025-04-15" },
  { "UTC", "2025-01-01", "2025-04-01T00:00:00", "2025-03", "2025-01-01..2025-04-01" },
  { "UTC", "2025-01-01", "2025-03-30T23:59:59", "2025-02", "2025-01-01..2025-03-30" },
  /* ends on the last day of a month, at any time of it */
  { "UTC", "2025-01-01", "2025-03-31T23:59:59", "2025-03", "2025-Q1" },
  { "UTC", "2025-01-01", "2025-03-31T00:00:00", "2025-03", "2025-Q1" },
  { "UTC", "2025-01-01", "2025-03-31T17:42:00", "2025-03", "2025-Q1" },
  { "UTC", "2024-01-15T08:00:00", "2024-02-29T17:00:00", "2024-02", "2024-01-15..2024-02-29" },
  { "UTC", "2024-11-01", "2025-01-10T12:00:00", "2024-12", "2024-11-01..2025-01-10" },
  /* exactly one month; begins a little late, as after a holiday and a weekend */
  { "UTC", "2025-03-01T00:00:00", "2025-03-31T23:00:00", "2025-03", "2025-03" },
  { "UTC", "2025-03-03T09:00:00", "2025-03-31T17:00:00", "2025-03", "2025-03-03..2025-03-31" },
  { "UTC", "2025-03-07T23:59:59", "2025-04-15T17:00:00", "2025-03", "2025-03-07..2025-04-15" },
  /* no full month: that of the last datum */
  { "UTC", "2025-03-08T00:00:00", "2025-04-15T17:00:00", "2025-04", "2025-03-08..2025-04-15" },
  { "UTC", "2025-03-08T00:00:00", "2025-03-31T17:00:00", "2025-03", "2025-03-08..2025-03-31" },
  { "UTC", "2025-03-10T08:00:00", "2025-03-20T17:00:00", "2025-03", "2025-03-10..2025-03-20" },
  { "UTC", "2025-03-10T08:00:00", "2025-03-10T08:00:00", "2025-03", "2025-03-10" },
  /* the zone's own midnight counts */
  { "Europe/Berlin", "2025-01-01", "2025-03-31T23:30:00", "2025-03", "2025-Q1" },
  { "Europe/Berlin", "2025-01-01", "2025-04-01T00:30:00", "2025-03", "2025-01-01..2025-04-01" },
  { "America/New_York", "2025-01-01", "2025-03-30T23:30:00", "2025-02", "2025-01-01..2025-03-30" },
};

static void
test_from_data (gconstpointer user_data)
{
  const FromData *c = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BwZone) zone = get_zone (c->zone);
  gint64 from = at (c->data_from, zone);
  gint64 to = at (c->data_to, zone);
  g_autoptr (BwPeriod) month = bw_period_parse ("last-month", zone, from, to, &error);
  g_assert_no_error (error);
  g_autoptr (BwPeriod) all = bw_period_parse ("all", zone, from, to, &error);
  g_assert_no_error (error);
  assert_text (month, c->last_month);
  assert_text (all, c->all);
}

static void
test_no_data (void)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  static const char *const texts[] = { "last-month", "all" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (bw_period_parse (texts[i], zone, G_MAXINT64, G_MININT64, &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_EMPTY);
  }
  g_autoptr (BwPeriod) named = bw_period_parse ("2025-03", zone, 1, 0, NULL);
  g_assert_nonnull (named);
}

typedef struct {
  const char *text;
  const char *previous;
  const char *next;
  const char *year_before;
  const char *grain; /* NULL: no whole unit */
} Moved;

static const Moved moved[] = {
  /* units go by the calendar, whatever their lengths */
  { "2025-03", "2025-02", "2025-04", "2024-03", "month" },
  { "2025-01", "2024-12", "2025-02", "2024-01", "month" },
  { "2024-03", "2024-02", "2024-04", "2023-03", "month" },
  { "2025-12", "2025-11", "2026-01", "2024-12", "month" },
  { "2025-Q1", "2024-Q4", "2025-Q2", "2024-Q1", "quarter" },
  { "2025-Q4", "2025-Q3", "2026-Q1", "2024-Q4", "quarter" },
  { "2025", "2024", "2026", "2024", "year" },
  { "2024", "2023", "2025", "2023", "year" },
  { "2025-03-01", "2025-02-28", "2025-03-02", "2024-03-01", "day" },
  { "2024-03-01", "2024-02-29", "2024-03-02", "2023-03-01", "day" },
  { "2025-01-01", "2024-12-31", "2025-01-02", "2024-01-01", "day" },
  { "2025-03-03..2025-03-09", "2025-02-24..2025-03-02", "2025-03-10..2025-03-16",
    "2024-03-03..2024-03-09", "week" },
  { "2024-12-30..2025-01-05", "2024-12-23..2024-12-29", "2025-01-06..2025-01-12",
    "2023-12-30..2024-01-05", "week" },
  /* months of 29 days stay whole months */
  { "2024-02", "2024-01", "2024-03", "2023-02", "month" },
  { "2025-02", "2025-01", "2025-03", "2024-02", "month" },
  { "2025-01..2025-02", "2024-11-03..2024-12-31", "2025-03-01..2025-04-28",
    "2024-01-01..2024-02-29", NULL },
  { "2024-02-29", "2024-02-28", "2024-03-01", "2023-02-28", "day" },
  { "2024-02-29..2024-03-10", "2024-02-18..2024-02-28", "2024-03-11..2024-03-21",
    "2023-02-28..2023-03-10", NULL },
  { "2024-02-10..2024-02-29", "2024-01-21..2024-02-09", "2024-03-01..2024-03-20",
    "2023-02-10..2023-02-28", NULL },
  /* other spans: as many days, ending the day before; not one day short */
  { "2025-03-01..2025-03-14", "2025-02-15..2025-02-28", "2025-03-15..2025-03-28",
    "2024-03-01..2024-03-14", NULL },
  { "2025-06-01..2025-06-29", "2025-05-03..2025-05-31", "2025-06-30..2025-07-28",
    "2024-06-01..2024-06-29", NULL },
  { "2025-06-02..2025-07-01", "2025-05-03..2025-06-01", "2025-07-02..2025-07-31",
    "2024-06-02..2024-07-01", NULL },
  { "2025-03-20..2025-04-05", "2025-03-03..2025-03-19", "2025-04-06..2025-04-22",
    "2024-03-20..2024-04-05", NULL },
  { "2025-03-04..2025-03-10", "2025-02-25..2025-03-03", "2025-03-11..2025-03-17",
    "2024-03-04..2024-03-10", NULL },
  { "2025-03-03..2025-03-16", "2025-02-17..2025-03-02", "2025-03-17..2025-03-30",
    "2024-03-03..2024-03-16", NULL },
};

static void
assert_same_span (const BwPeriod *got, const char *expected)
{
  g_autoptr (BwPeriod) wanted = parse (expected, got->zone);
  g_autofree char *bounds = format_bounds (wanted);
  assert_bounds (got, bounds);
}

static void
check_moved (const Moved *c, const char *identifier)
{
  BwGrain grain;
  g_autoptr (BwZone) zone = get_zone (identifier);
  g_autoptr (BwPeriod) period = parse (c->text, zone);
  g_autoptr (BwPeriod) previous = bw_period_previous (period);
  g_autoptr (BwPeriod) next = bw_period_next (period);
  g_autoptr (BwPeriod) year_before = bw_period_year_before (period);
  assert_same_span (previous, c->previous);
  assert_same_span (next, c->next);
  assert_same_span (year_before, c->year_before);
  g_assert_cmpint (previous->to, ==, period->from);
  g_assert_cmpint (next->from, ==, period->to);
  gboolean whole = bw_period_get_grain (period, &grain);
  g_assert_cmpstr (whole ? bw_grain_to_string (grain) : NULL, ==, c->grain);
}

/* In zones that change their clocks near these dates, at night and at midnight. */
static void
test_moved (gconstpointer user_data)
{
  check_moved (user_data, "UTC");
  check_moved (user_data, "Europe/Berlin");
  check_moved (user_data, "America/New_York");
  check_moved (user_data, "America/Santiago");
  check_moved (user_data, "Australia/Lord_Howe");
}

/* 1 to 30 June against 2 to 31 May, as when lengths are taken as to - from of included days. */
static void
test_never_one_day_short (void)
{
  g_autoptr (BwZone) zone = get_zone ("Europe/Berlin");
  for (int first = 0; first < 400; first++) {
    for (int length = 1; length < 70; length += 3) {
      gint64 begin = bw_civil_to_days (2024, 1, 1) + first;
      g_autoptr (BwPeriod) period = bw_period_new_days (begin, begin + length - 1, zone);
      if (bw_period_get_grain (period, NULL))
        continue;
      gint64 from, to;
      g_autoptr (BwPeriod) previous = bw_period_previous (period);
      g_autoptr (BwPeriod) back = bw_period_next (previous);
      bw_period_get_days (previous, &from, &to);
      g_assert_cmpint (to, ==, begin - 1);
      g_assert_cmpint (from, ==, begin - length);
      if (!bw_period_get_grain (previous, NULL))
        g_assert_true (bw_period_equal (back, period));
    }
  }
}

/* Spans with times of the day keep them. */
static void
test_parts_of_days (void)
{
  g_autoptr (BwZone) zone = get_zone ("Europe/Berlin");
  g_autoptr (BwPeriod) period = bw_period_new (at ("2025-03-30T10:00:00", zone),
                                              at ("2025-03-31T16:00:00", zone), zone);
  g_autoptr (BwPeriod) previous = bw_period_previous (period);
  g_autoptr (BwPeriod) year_before = bw_period_year_before (period);
  g_assert_false (bw_period_get_grain (period, NULL));
  assert_bounds (previous, "2025-03-28T10:00:00+01:00 2025-03-29T16:00:00+01:00");
  assert_bounds (year_before, "2024-03-30T10:00:00+01:00 2024-03-31T16:00:00+02:00");
  assert_text (period, "2025-03-30..2025-03-31");
}

typedef struct {
  const char *zone;
  const char *instant;
  const char *units[5]; /* day, week, month, quarter, year */
} Around;

static const Around around[] = {
  { "UTC",
    "2025-03-05T12:00:00",
    { "2025-03-05", "2025-03-03..2025-03-09", "2025-03", "2025-Q1", "2025" } },
  { "UTC",
    "2024-12-31T23:59:59",
    { "2024-12-31", "2024-12-30..2025-01-05", "2024-12", "2024-Q4", "2024" } },
  { "UTC",
    "2025-01-01T00:00:00",
    { "2025-01-01", "2024-12-30..2025-01-05", "2025-01", "2025-Q1", "2025" } },
  { "UTC",
    "1969-12-31T23:00:00",
    { "1969-12-31", "1969-12-29..1970-01-04", "1969-12", "1969-Q4", "1969" } },
  { "Europe/Berlin",
    "2025-03-30T03:30:00",
    { "2025-03-30", "2025-03-24..2025-03-30", "2025-03", "2025-Q1", "2025" } },
  { "America/Santiago",
    "2024-09-08T01:00:00",
    { "2024-09-08", "2024-09-02..2024-09-08", "2024-09", "2024-Q3", "2024" } },
  { "Pacific/Apia",
    "2011-12-31T00:00:00",
    { "2011-12-31", "2011-12-26..2012-01-01", "2011-12", "2011-Q4", "2011" } },
};

static void
test_around (gconstpointer user_data)
{
  const Around *c = user_data;
  g_autoptr (BwZone) zone = get_zone (c->zone);
  gint64 instant = at (c->instant, zone);
  for (int grain = BW_GRAIN_DAY; grain <= BW_GRAIN_YEAR; grain++) {
    g_autoptr (BwPeriod) period = bw_period_new_around (instant, grain, zone);
    assert_text (period, c->units[grain]);
    g_assert_cmpint (period->from, <=, instant);
    g_assert_cmpint (period->to, >, instant);
  }
}

/* Days follow one another without gaps, and each instant is in the day that is said to hold it. */
static void
test_days_are_seamless (gconstpointer user_data)
{
  g_autoptr (BwZone) zone = get_zone (user_data);
  gint64 first = at ("2004-01-01", zone);
  gint64 last = at ("2013-01-01", zone);
  for (gint64 t = first; t < last; t += 1787) {
    gint64 day = bw_day_around (t, zone);
    g_assert_cmpint (bw_day_start (day, zone), <=, t);
    g_assert_cmpint (bw_day_start (day + 1, zone), >, t);
  }
}

static void
test_day_arithmetic (void)
{
  static const struct {
    int from[3];
    BwGrain grain;
    int n;
    int to[3];
  } rows[] = {
    { { 2025, 1, 31 }, BW_GRAIN_MONTH, 1, { 2025, 2, 28 } },
    { { 2024, 1, 31 }, BW_GRAIN_MONTH, 1, { 2024, 2, 29 } },
    { { 2025, 3, 31 }, BW_GRAIN_MONTH, -1, { 2025, 2, 28 } },
    { { 2025, 1, 15 }, BW_GRAIN_MONTH, -1, { 2024, 12, 15 } },
    { { 2025, 1, 15 }, BW_GRAIN_MONTH, -13, { 2023, 12, 15 } },
    { { 2025, 1, 15 }, BW_GRAIN_MONTH, 24, { 2027, 1, 15 } },
    { { 2025, 5, 31 }, BW_GRAIN_QUARTER, 1, { 2025, 8, 31 } },
    { { 2025, 8, 31 }, BW_GRAIN_QUARTER, 1, { 2025, 11, 30 } },
    { { 2024, 2, 29 }, BW_GRAIN_YEAR, 1, { 2025, 2, 28 } },
    { { 2024, 2, 29 }, BW_GRAIN_YEAR, -4, { 2020, 2, 29 } },
    { { 2024, 2, 28 }, BW_GRAIN_DAY, 2, { 2024, 3, 1 } },
    { { 2024, 12, 30 }, BW_GRAIN_WEEK, 1, { 2025, 1, 6 } },
    { { 2024, 12, 30 }, BW_GRAIN_WEEK, -53, { 2023, 12, 25 } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const int *f = rows[i].from;
    const int *t = rows[i].to;
    g_assert_cmpint (bw_day_add (bw_civil_to_days (f[0], f[1], f[2]), rows[i].grain, rows[i].n), ==,
                     bw_civil_to_days (t[0], t[1], t[2]));
  }
}

static void
test_labels (void)
{
  static const char *const rows[][2] = {
    { "2025", "2025" },
    { "2025-Q1", "Q1 2025" },
    { "2025-03", "March 2025" },
    { "2025-03-01", "1 March 2025" },
    { "2025-03-01..2025-03-14", "1 – 14 March 2025" },
    { "2025-03-03..2025-03-09", "3 – 9 March 2025" },
    { "2025-02-28..2025-03-14", "28 February – 14 March 2025" },
    { "2024-12-30..2025-01-05", "30 December 2024 – 5 January 2025" },
    { "2024-11..2025-02", "1 November 2024 – 28 February 2025" },
  };
  g_autoptr (BwZone) zone = get_zone ("Europe/Berlin");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BwPeriod) period = parse (rows[i][0], zone);
    g_autofree char *label = bw_period_get_label (period);
    g_assert_cmpstr (label, ==, rows[i][1]);
  }
}

/* Beyond what GDateTime can say. */
static void
test_far_labels (void)
{
  static const int years[] = { 10000, 12345, 99996, 0, -5 };
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autofree char *label = bw_day_format (bw_civil_to_days (years[i], 2, 28), "%Y");
    g_autofree char *expected = g_strdup_printf ("%04d-02-28", years[i]);
    g_assert_cmpstr (label, ==, expected);
  }
}

static void
test_grain_names (void)
{
  BwGrain grain;
  for (int i = BW_GRAIN_DAY; i <= BW_GRAIN_YEAR; i++) {
    g_assert_true (bw_grain_parse (bw_grain_to_string (i), &grain));
    g_assert_cmpint (grain, ==, i);
  }
  g_assert_false (bw_grain_parse ("", &grain));
  g_assert_false (bw_grain_parse ("Month", &grain));
  g_assert_false (bw_grain_parse ("months", &grain));
}

static void
test_equal (void)
{
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (BwZone) also_utc = bw_zone_new_utc ();
  g_autoptr (BwZone) reykjavik = get_zone ("Atlantic/Reykjavik");
  g_autoptr (BwPeriod) a = parse ("2025-03", utc);
  g_autoptr (BwPeriod) b = parse ("2025-03-01..2025-03-31", also_utc);
  g_autoptr (BwPeriod) c = parse ("2025-04", utc);
  g_autoptr (BwPeriod) d = parse ("2025-03", reykjavik);
  g_assert_true (bw_period_equal (a, b));
  g_assert_false (bw_period_equal (a, c));
  g_assert_false (bw_period_equal (a, d));
}

typedef struct {
  const char *span;
  BwGrain grain;
  guint length;
  const char *keys[2]; /* first, last */
  const char *shorts[2];
  const char *labels[2];
} AxisCase;

static const AxisCase axes[] = {
  { "2025",
    BW_GRAIN_MONTH,
    12,
    { "2025-01-01", "2025-12-01" },
    { "Jan", "Dec" },
    { "January 2025", "December 2025" } },
  { "2025-03",
    BW_GRAIN_MONTH,
    1,
    { "2025-03-01", "2025-03-01" },
    { "Mar", "Mar" },
    { "March 2025", "March 2025" } },
  { "2024-11..2025-10",
    BW_GRAIN_MONTH,
    12,
    { "2024-11-01", "2025-10-01" },
    { "Nov", "Oct" },
    { "November 2024", "October 2025" } },
  { "2024-11..2025-11",
    BW_GRAIN_MONTH,
    13,
    { "2024-11-01", "2025-11-01" },
    { "Nov 2024", "Nov 2025" },
    { "November 2024", "November 2025" } },
  { "2025-03-10..2025-05-02",
    BW_GRAIN_MONTH,
    3,
    { "2025-03-01", "2025-05-01" },
    { "Mar", "May" },
    { "March 2025", "May 2025" } },
  { "2025",
    BW_GRAIN_QUARTER,
    4,
    { "2025-01-01", "2025-10-01" },
    { "Q1", "Q4" },
    { "Q1 2025", "Q4 2025" } },
  { "2024..2025",
    BW_GRAIN_QUARTER,
    8,
    { "2024-01-01", "2025-10-01" },
    { "Q1 2024", "Q4 2025" },
    { "Q1 2024", "Q4 2025" } },
  { "2020..2025",
    BW_GRAIN_YEAR,
    6,
    { "2020-01-01", "2025-01-01" },
    { "2020", "2025" },
    { "2020", "2025" } },
  { "2025-03",
    BW_GRAIN_WEEK,
    6,
    { "2025-02-24", "2025-03-31" },
    { "24 Feb", "31 Mar" },
    { "24 February – 2 March 2025", "31 March – 6 April 2025" } },
  { "2024-02",
    BW_GRAIN_DAY,
    29,
    { "2024-02-01", "2024-02-29" },
    { "1 Feb", "29 Feb" },
    { "1 February 2024", "29 February 2024" } },
  { "1990..2025",
    BW_GRAIN_DAY,
    BW_AXIS_MAX,
    { "2015-01-19", "2025-12-31" },
    { "19 Jan 2015", "31 Dec 2025" },
    { "19 January 2015", "31 December 2025" } },
};

static void
assert_axis_is_seamless (const BwAxis *axis)
{
  guint n = bw_axis_get_length (axis);
  g_assert_cmpint (bw_axis_find (axis, bw_axis_get_from (axis, 0) - 1), ==, -1);
  g_assert_cmpint (bw_axis_find (axis, G_MININT64), ==, -1);
  g_assert_cmpint (bw_axis_find (axis, bw_axis_get_to (axis, n - 1)), ==, (int) n);
  g_assert_cmpint (bw_axis_find (axis, G_MAXINT64), ==, (int) n);
  for (guint i = 0; i < n; i++) {
    gint64 from = bw_axis_get_from (axis, i);
    gint64 to = bw_axis_get_to (axis, i);
    if (i > 0)
      g_assert_cmpint (from, ==, bw_axis_get_to (axis, i - 1));
    if (from == to)
      continue;
    g_assert_cmpint (bw_axis_find (axis, from), ==, (int) i);
    g_assert_cmpint (bw_axis_find (axis, from + (to - from) / 2), ==, (int) i);
    g_assert_cmpint (bw_axis_find (axis, to - 1), ==, (int) i);
  }
}

static void
test_axis (gconstpointer user_data)
{
  BwGrain grain;
  const AxisCase *c = user_data;
  g_autoptr (BwZone) zone = get_zone ("Europe/Berlin");
  g_autoptr (BwPeriod) span = parse (c->span, zone);
  g_autoptr (BwAxis) axis = bw_axis_new (span, c->grain);
  g_assert_cmpuint (bw_axis_get_length (axis), ==, c->length);
  g_assert_true (bw_axis_get_grain (axis, &grain));
  g_assert_cmpint (grain, ==, c->grain);
  g_assert_true (bw_axis_get_zone (axis) == zone);
  for (guint end = 0; end < 2; end++) {
    guint i = end ? c->length - 1 : 0;
    g_assert_cmpstr (bw_axis_get_key (axis, i), ==, c->keys[end]);
    g_assert_cmpstr (bw_axis_get_short_label (axis, i), ==, c->shorts[end]);
    g_assert_cmpstr (bw_axis_get_label (axis, i), ==, c->labels[end]);
  }
  assert_axis_is_seamless (axis);
}

static void
test_axis_over_clock_changes (void)
{
  static const char *const zones[] = { "America/Santiago", "America/St_Johns", "Pacific/Apia",
                                       "Australia/Lord_Howe" };
  for (gsize z = 0; z < G_N_ELEMENTS (zones); z++) {
    g_autoptr (BwZone) zone = get_zone (zones[z]);
    g_autoptr (BwPeriod) span = parse ("2005..2012", zone);
    for (int grain = BW_GRAIN_DAY; grain <= BW_GRAIN_YEAR; grain++) {
      g_autoptr (BwAxis) axis = bw_axis_new (span, grain);
      assert_axis_is_seamless (axis);
    }
  }
}

static void
test_axis_of_one (void)
{
  BwGrain grain;
  g_autoptr (BwZone) zone = get_zone ("Europe/Berlin");
  g_autoptr (BwPeriod) span = parse ("2025-03-05..2025-03-19", zone);
  g_autoptr (BwAxis) axis = bw_axis_new_single (span);
  g_assert_cmpuint (bw_axis_get_length (axis), ==, 1);
  g_assert_false (bw_axis_get_grain (axis, &grain));
  g_assert_cmpint (bw_axis_get_from (axis, 0), ==, span->from);
  g_assert_cmpint (bw_axis_get_to (axis, 0), ==, span->to);
  g_assert_cmpstr (bw_axis_get_key (axis, 0), ==, "2025-03-05");
  g_assert_cmpstr (bw_axis_get_label (axis, 0), ==, "5 – 19 March 2025");
  g_assert_cmpstr (bw_axis_get_short_label (axis, 0), ==, "5 – 19 March 2025");
  assert_axis_is_seamless (axis);
}

static void
test_axis_of_nothing (void)
{
  g_autoptr (BwZone) zone = get_zone ("UTC");
  gint64 t = at ("2025-03-05T12:00:00", zone);
  g_autoptr (BwPeriod) span = bw_period_new (t, t, zone);
  g_autoptr (BwAxis) axis = bw_axis_new (span, BW_GRAIN_MONTH);
  g_autoptr (BwAxis) single = bw_axis_new_single (span);
  g_assert_cmpuint (bw_axis_get_length (axis), ==, 1);
  g_assert_cmpint (bw_axis_find (axis, t), ==, 0);
  g_assert_cmpint (bw_axis_find (single, t), ==, 1);
  g_assert_cmpint (bw_axis_find (single, t - 1), ==, -1);
}

int
main (int argc, char *argv[])
{
  static const char *const seamless[] = { "Europe/Berlin", "America/St_Johns", "America/Santiago",
                                          "America/Sao_Paulo", "Pacific/Apia" };
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parsed); i++) {
    g_autofree char *path = g_strdup_printf ("/period/parse/%s/%s", parsed[i].zone, parsed[i].text);
    g_test_add_data_func (path, &parsed[i], test_parsed);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (from_data); i++) {
    g_autofree char *path = g_strdup_printf ("/period/from-data/%s/%s..%s", from_data[i].zone,
                                             from_data[i].data_from, from_data[i].data_to);
    g_test_add_data_func (path, &from_data[i], test_from_data);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (moved); i++) {
    g_autofree char *path = g_strconcat ("/period/move/", moved[i].text, NULL);
    g_test_add_data_func (path, &moved[i], test_moved);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (around); i++) {
    g_autofree char *path =
        g_strdup_printf ("/period/around/%s/%s", around[i].zone, around[i].instant);
    g_test_add_data_func (path, &around[i], test_around);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (seamless); i++) {
    g_autofree char *path = g_strconcat ("/period/days/", seamless[i], NULL);
    g_test_add_data_func (path, seamless[i], test_days_are_seamless);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++) {
    g_autofree char *path =
        g_strdup_printf ("/axis/%s/%s", axes[i].span, bw_grain_to_string (axes[i].grain));
    g_test_add_data_func (path, &axes[i], test_axis);
  }
  g_test_add_func ("/period/refused", test_refused);
  g_test_add_func ("/period/no-data", test_no_data);
  g_test_add_func ("/period/never-one-day-short", test_never_one_day_short);
  g_test_add_func ("/period/parts-of-days", test_parts_of_days);
  g_test_add_func ("/period/day-arithmetic", test_day_arithmetic);
  g_test_add_func ("/period/labels", test_labels);
  g_test_add_func ("/period/far-labels", test_far_labels);
  g_test_add_func ("/period/grain-names", test_grain_names);
  g_test_add_func ("/period/equal", test_equal);
  g_test_add_func ("/axis/clock-changes", test_axis_over_clock_changes);
  g_test_add_func ("/axis/of-one", test_axis_of_one);
  g_test_add_func ("/axis/of-nothing", test_axis_of_nothing);
  return g_test_run ();
}
