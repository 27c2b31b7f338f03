/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days the files tell of: a quiet weekend is no gap, a week without tickets is one. */
#include "bw-civil.h"
#include "bw-reach.h"
#include "sketch.h"

#define DAY 86400

/* Rows on the working days from one day of 2026 to another ("05-29"), at noon. */
typedef struct {
  BwKind kind;
  const char *time;
  const char *first;
  const char *last;
  guint per_day;
} Work;

static gint64
read_day (const char *text)
{
  int month = (int) g_ascii_strtoll (text, NULL, 10);
  int day = (int) g_ascii_strtoll (text + 3, NULL, 10);
  return bw_civil_to_days (2026, month, day);
}

static BwSource *
make_source (const Work *work)
{
  g_autoptr (GString) text = g_string_new ("id,");
  gint64 first = read_day (work->first), last = read_day (work->last);
  g_string_append_printf (text, "%s\n", work->time);
  for (gint64 day = first; day <= last; day++)
    for (guint i = 0; bw_civil_weekday (day) < 5 && i < work->per_day; i++)
      g_string_append_printf (text, "%s-%d-%u,%" G_GINT64_FORMAT "\n", work->time, (int) day, i,
                              day * DAY + DAY / 2 - BW_TIME_ORIGIN);
  return sketch_source ("generic", work->kind, text->str);
}

static void
assert_day (const char *what, gint64 instant, const char *expected)
{
  int year, month, day;
  bw_civil_from_days (instant / DAY, &year, &month, &day);
  g_autofree char *got = g_strdup_printf ("%02d-%02d", month, day);
  if (instant % DAY != 0 || !g_str_equal (got, expected))
    g_error ("%s: %s, expected %s", what, got, expected);
}

static void
test_ends (void)
{
  static const struct {
    const char *what;
    Work work[2];
    const char *from[2];
    const char *to[2];
    const char *last[2]; /* day with a datum */
  } rows[] = {
    { "a month that ends with a weekend",
      { { BW_KIND_TICKETS, "created", "03-02", "05-29", 10 } },
      { "02-28" },
      { "06-01" },
      { "05-29" } },
    { "a month without its last two working days",
      { { BW_KIND_TICKETS, "created", "03-02", "05-27", 10 } },
      { "02-28" },
      { "05-28" },
      { "05-27" } },
    { "so few rows that two days without them are no surprise",
      { { BW_KIND_TICKETS, "created", "03-02", "05-27", 1 } },
      { "02-26" },
      { "06-01" },
      { "05-27" } },
    { "a weekend is left out only within the month",
      { { BW_KIND_TICKETS, "created", "03-02", "04-30", 1 } },
      { "02-26" },
      { "05-01" },
      { "04-30" } },
    { "calls that were exported earlier",
      { { BW_KIND_TICKETS, "created", "03-02", "05-29", 10 },
        { BW_KIND_CALLS, "created", "04-13", "05-20", 20 } },
      { "02-28", "04-11" },
      { "06-01", "05-21" },
      { "05-29", "05-20" } },
    { "answers that come now and then",
      { { BW_KIND_TICKETS, "created", "03-02", "05-29", 10 },
        { BW_KIND_RESPONSES, "rated", "03-05", "05-18", 1 } },
      { "02-28", "02-26" },
      { "06-01", "06-01" },
      { "05-29", "05-29" } },
  };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
    for (guint w = 0; w < 2 && rows[i].to[w]; w++)
      g_ptr_array_add (sources, make_source (&rows[i].work[w]));
    g_autoptr (BwDataset) dataset = bw_dataset_new (sources);
    for (guint w = 0; w < sources->len; w++) {
      BwReach reach;
      bw_reach_init (&reach, dataset, rows[i].work[w].kind, zone);
      assert_day (rows[i].what, reach.from, rows[i].from[w]);
      assert_day (rows[i].what, reach.to, rows[i].to[w]);
      assert_day (rows[i].what, reach.last_day, rows[i].last[w]);
    }
  }
}

/* What there is no table of, and what tells of months, lacks nothing. */
static void
test_all_time (void)
{
  static const Work work[] = { { BW_KIND_CALLS, "created", "03-02", "05-20", 20 },
                               { BW_KIND_FINANCE, "date", "01-01", "03-02", 1 } };
  static const BwKind kinds[] = { BW_KIND_TICKETS, BW_KIND_FINANCE };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (work); i++)
    g_ptr_array_add (sources, make_source (&work[i]));
  g_autoptr (BwDataset) dataset = bw_dataset_new (sources);
  BwReach reach;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    bw_reach_init (&reach, dataset, kinds[i], zone);
    g_assert_cmpint (reach.from, ==, G_MININT64);
    g_assert_cmpint (reach.to, ==, G_MAXINT64);
  }
  g_assert_true (bw_reach_init_main (&reach, dataset, zone));
  assert_day ("the calls", reach.to, "05-21");
}

static void
test_lacks (void)
{
  static const BwReach reach = { 10 * DAY, 100 * DAY };
  static const struct {
    int from, to;
    gboolean begin, end;
  } rows[] = { { 10, 40, FALSE, FALSE }, { 4, 34, FALSE, FALSE },   { 2, 32, TRUE, FALSE },
               { 0, 10, TRUE, FALSE },   { 70, 100, FALSE, FALSE }, { 71, 101, FALSE, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 from = (gint64) rows[i].from * DAY, to = (gint64) rows[i].to * DAY;
    g_assert_cmpint (bw_reach_lacks_begin (&reach, from, to), ==, rows[i].begin);
    g_assert_cmpint (bw_reach_lacks_end (&reach, to), ==, rows[i].end);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/ends", test_ends);
  g_test_add_func ("/reach/all-time", test_all_time);
  g_test_add_func ("/reach/lacks", test_lacks);
  return g_test_run ();
}
