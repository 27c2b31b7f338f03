/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets: how they are written, which one counts, and whether it is met. */
#include "bw-civil.h"
#include "bw-error.h"
#include "bw-target.h"
#include <math.h>

static void
assert_same (double got, double expected)
{
  if (isnan (expected) ? !isnan (got) : !(fabs (got - expected) <= 1e-12 * fabs (expected)))
    g_error ("got %.17g, expected %.17g", got, expected);
}

static BwTargets *
make (const char *const *texts)
{
  BwTargets *targets = bw_targets_new ();

  for (; *texts != NULL; texts++) {
    g_autoptr (GError) error = NULL;
    BwTargets *next = bw_targets_parse (targets, *texts, &error);
    g_assert_no_error (error);
    bw_targets_unref (targets);
    targets = next;
  }
  return targets;
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    double low, high;
    const char *channel;
    int year, month;     /* 0 = always */
    const char *written; /* and read again */
  } rows[] = {
    { "csat=0.9", 0.9, NAN, NULL, 0, 0, "csat=0.90000000000000002.." },
    { "csat=90%", 0.9, NAN, NULL, 0, 0, NULL },
    { "csat = 85 % .. 95 %", 0.85, 0.95, NULL, 0, 0, NULL },
    { "csat=80%..", 0.8, NAN, NULL, 0, 0, NULL },
    { "nps=-10", -10, NAN, NULL, 0, 0, "nps=-10.." },
    { "first-response-time=4h", NAN, 14400, NULL, 0, 0, "first-response-time=..14400" },
    { "first-response-time=30min", NAN, 1800, NULL, 0, 0, NULL },
    { "first-response-time=90 s", NAN, 90, NULL, 0, 0, NULL },
    { "resolution-time=..2d", NAN, 172800, NULL, 0, 0, NULL },
    { "tickets-created=100", 100, 100, NULL, 0, 0, NULL },
    { "backlog@2025-03=50", NAN, 50, NULL, 2025, 3, "backlog@2025-03=..50" },
    { "backlog@email=50", NAN, 50, "email", 0, 0, "backlog@email=..50" },
    { "backlog@email@2025-12=50", NAN, 50, "email", 2025, 12, "backlog@email@2025-12=..50" },
    { "backlog@support@example.com=50", NAN, 50, "support@example.com", 0, 0, NULL },
    { "backlog@a=b@2025-01=50", NAN, 50, "a=b", 2025, 1, NULL },
    { "backlog@2025-13=50", NAN, 50, "2025-13", 0, 0, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *const texts[] = { rows[i].text, NULL };
    g_autoptr (BwTargets) targets = make (texts);
    const BwTarget *target = bw_targets_get (targets, 0);
    g_test_message ("%s", rows[i].text);
    assert_same (target->low, rows[i].low);
    assert_same (target->high, rows[i].high);
    g_assert_cmpstr (target->channel, ==, rows[i].channel);
    g_assert_cmpint (target->month, ==,
                     rows[i].year == 0 ? BW_TARGET_ALWAYS
                                       : bw_civil_to_days (rows[i].year, rows[i].month, 1));
    g_autofree char *written = bw_target_to_string (target);
    const char *const again[] = { written, NULL };
    g_autoptr (BwTargets) same = make (again);
    if (rows[i].written != NULL)
      g_assert_cmpstr (written, ==, rows[i].written);
    g_assert_true (bw_targets_equal (same, targets));
  }
}

static void
test_bad (void)
{
  static const char *const rows[] = { "csat", "csat=good", "csat=90 km", "csat=5..4",   "nothing=5",
                                      "=5",   "csat=1..x", "csat=inf",   "csat=1..2..3" };
  g_autoptr (BwTargets) none = bw_targets_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", rows[i]);
    g_assert_null (bw_targets_parse (none, rows[i], &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  }
}

/* One for each KPI, channel and month; a later one replaces it, an empty one takes it away. */
static void
test_replace (void)
{
  static const char *const texts[] = { "csat=0.8",  "csat@chat=0.7", "csat=0.9", "csat@2025-03=1",
                                       "backlog=5", "csat@chat=",    NULL };
  static const char *const other[] = { "backlog=5", "csat@2025-03=1", "csat=0.9", NULL };
  g_autoptr (BwTargets) targets = make (texts);
  g_autoptr (BwTargets) same = make (other);
  g_autoptr (BwTargets) none = bw_targets_new ();
  g_assert_cmpuint (bw_targets_get_n (targets), ==, 3);
  g_assert_cmpstr (bw_targets_get (targets, 0)->kpi, ==, "backlog");
  assert_same (bw_targets_get (targets, 1)->low, 0.9);
  g_assert_true (bw_targets_equal (targets, same));
  g_assert_false (bw_targets_equal (targets, none));
}

static void
test_find (void)
{
  static const char *const texts[] = { "csat=0.80",      "csat@2025-03=0.81",
                                       "csat@chat=0.82", "csat@chat@2025-03=0.83",
                                       "backlog@chat=7", NULL };
  static const struct {
    const char *kpi, *channel;
    int month; /* of 2025; 0 = none */
    double low;
  } rows[] = {
    { "csat", NULL, 0, 0.80 },    { "csat", NULL, 2, 0.80 },      { "csat", NULL, 3, 0.81 },
    { "csat", "chat", 0, 0.82 },  { "csat", "chat", 2, 0.82 },    { "csat", "chat", 3, 0.83 },
    { "csat", "email", 3, 0.81 }, { "csat", "email", 0, 0.80 },   { "nps", NULL, 3, NAN },
    { "backlog", NULL, 3, NAN },  { "backlog", "email", 3, NAN },
  };
  g_autoptr (BwTargets) targets = make (texts);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 month =
        rows[i].month == 0 ? BW_TARGET_ALWAYS : bw_civil_to_days (2025, rows[i].month, 1);
    const BwTarget *target = bw_targets_find (targets, rows[i].kpi, month, rows[i].channel);
    g_assert_cmpint (target == NULL, ==, isnan (rows[i].low));
    if (target != NULL)
      assert_same (target->low, rows[i].low);
  }
}

static void
test_judge (void)
{
  static const struct {
    double low, high, value;
    BwTargetVerdict expected;
  } rows[] = {
    { 0.9, NAN, 0.9, BW_TARGET_MET },    { 0.9, NAN, 0.89, BW_TARGET_BELOW },
    { NAN, 100, 100, BW_TARGET_MET },    { NAN, 100, 101, BW_TARGET_ABOVE },
    { 0.8, 0.88, 0.85, BW_TARGET_MET },  { 0.8, 0.88, 0.79, BW_TARGET_BELOW },
    { 0.8, 0.88, 0.9, BW_TARGET_ABOVE }, { 0.8, NAN, NAN, BW_TARGET_NONE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    BwTarget target = { NULL, BW_TARGET_ALWAYS, NULL, rows[i].low, rows[i].high };
    g_assert_cmpint (bw_target_judge (&target, rows[i].value), ==, rows[i].expected);
  }
  g_assert_cmpint (bw_target_judge (NULL, 1), ==, BW_TARGET_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target/parse", test_parse);
  g_test_add_func ("/target/bad", test_bad);
  g_test_add_func ("/target/replace", test_replace);
  g_test_add_func ("/target/find", test_find);
  g_test_add_func ("/target/judge", test_judge);
  return g_test_run ();
}
