/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Control charts as the definitions of the KPIs print them, and by hand. The cases of
 * tests/data/cases/stats are in test-statistics. */
#include <string.h>

#include "bw-control.h"

#define O BW_CONTROL_OUTSIDE
#define S BW_CONTROL_ONE_SIDE
#define T BW_CONTROL_TREND
#define W BW_CONTROL_TWO_OF_THREE

static void
assert_near (double got, double expected, double tolerance, const char *what)
{
  if (isnan (expected) ? !isnan (got) : !(fabs (got - expected) <= tolerance))
    g_error ("%s: got %.17g, expected %.17g", what, got, expected);
}

static BwControl *
make_xmr (const double *values, gsize n, guint baseline)
{
  BwControlPlan plan = bw_control_plan_xmr (-INFINITY, INFINITY);
  plan.baseline = baseline;
  return bw_control_new (&plan, values, NULL, n);
}

/* Monthly values, to the digits printed. */
static void
test_printed_xmr (void)
{
  static const double values[] = { 412, 398, 431, 405, 420, 388, 415, 402, 437, 409, 395, 468 };
  static const struct {
    guint baseline;
    double mean, low, high, range_limit;
    gboolean trial;
  } rows[] = {
    { 0, 415.0, 340.0, 490.0, 92.1, FALSE },
    { 12, 415.0, 340.0, 490.0, 92.1, FALSE },
    { 11, 410.2, 347.1, 473.2, 77.4, TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BwControl) control = make_xmr (values, 12, rows[i].baseline);
    const BwControlPoint *last = bw_control_get_last (control);
    assert_near (last->centre, rows[i].mean, 0.05, "mean");
    assert_near (last->low, rows[i].low, 0.05, "low");
    assert_near (last->high, rows[i].high, 0.05, "high");
    assert_near (control->range_limit, rows[i].range_limit, 0.05, "limit of moving ranges");
    assert_near (last->moving_range, 73, 0, "moving range");
    g_assert_cmpint (control->trial, ==, rows[i].trial);
    for (guint p = 0; p < control->length; p++)
      g_assert_cmpuint (control->points[p].signals, ==, 0);
  }
}

static void
test_printed_p (void)
{
  double shares[12], sizes[12];
  for (guint i = 0; i < 12; i++) {
    shares[i] = 0.9;
    sizes[i] = 200;
  }
  BwControlPlan plan = bw_control_plan_shares (sizes, 12);
  g_assert_cmpint (plan.kind, ==, BW_CONTROL_P);
  g_autoptr (BwControl) control = bw_control_new (&plan, shares, sizes, 12);
  assert_near (control->points[3].low, 0.8364, 5e-5, "low");
  assert_near (control->points[3].high, 0.9636, 5e-5, "high");
}

static void
test_printed_anhoej (void)
{
  static const struct {
    guint n, longest, least;
  } rows[] = { { 0, 0, 0 }, { 1, 3, 0 }, { 12, 7, 3 }, { 20, 7, 6 }, { 24, 8, 8 } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpuint (bw_anhoej_longest_run (rows[i].n), ==, rows[i].longest);
    g_assert_cmpuint (bw_anhoej_least_crossings (rows[i].n), ==, rows[i].least);
  }
}

/* Which points signal, by rule; limits from the first twelve: 0, 10, 0 ... give a centre of 5 and
 * limits of 5 +- 26.6. */
static void
test_rules (void)
{
  static const struct {
    const char *name;
    double values[10]; /* after the baseline; ends with NAN twice */
    guint signals[10];
    guint marks[10];
  } rows[] = {
    { "quiet", { 4, 6, NAN, NAN }, { 0 }, { 0 } },
    { "outside", { 32, 4, -22, NAN, NAN }, { O, 0, O }, { O, 0, O } },
    { "on the limit is inside", { 31.6, 4, -21.6, NAN, NAN }, { 0 }, { 0 } },
    { "six on one side", { 4, 6, 7, 6, 7, 6, 7, 4, NAN, NAN }, { 0 }, { 0 } },
    { "seven on one side",
      { 4, 6, 7, 6, 7, 6, 7, 6, NAN, NAN },
      { 0, 0, 0, 0, 0, 0, 0, S },
      { 0, S, S, S, S, S, S, S } },
    { "the centre ends a run", { 4, 6, 7, 6, 5, 7, 6, 7, 6, NAN }, { 0 }, { 0 } },
    { "seven that rise",
      { 2, 3, 4, 4.5, 6, 7, 8, NAN, NAN },
      { 0, 0, 0, 0, 0, 0, T },
      { T, T, T, T, T, T, T } },
    { "a tie ends a trend", { 2, 3, 4, 4, 6, 7, 8, NAN, NAN }, { 0 }, { 0 } },
    { "two of three", { 4, 24, 6, 25, 4, NAN, NAN }, { 0, 0, 0, W, 0 }, { 0, W, 0, W, 0 } },
    { "two of three at two sides", { 4, 24, -16, 6, 4, NAN, NAN }, { 0 }, { 0 } },
    { "two of three, the last is none of them", { 24, 25, 6, NAN, NAN }, { 0, W, W }, { W, W, 0 } },
  };
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    double values[22];
    guint n = 12;
    for (guint i = 0; i < 12; i++)
      values[i] = i % 2 * 10;
    for (guint i = 0; i < 10 && !isnan (rows[r].values[i]); i++)
      values[n++] = rows[r].values[i];
    g_autoptr (BwControl) control = make_xmr (values, n, 12);
    for (guint i = 12; i < n; i++) {
      g_test_message ("%s, point %u", rows[r].name, i - 12);
      g_assert_cmpuint (control->points[i].signals, ==, rows[r].signals[i - 12]);
      g_assert_cmpuint (control->points[i].marks, ==, rows[r].marks[i - 12]);
    }
  }
}

static void
test_direction (void)
{
  static const struct {
    BwControlPoint point;
    int expected;
  } rows[] = {
    { { .signals = 0, .marks = S, .side = 1 }, 0 },
    { { .signals = O, .marks = O, .side = 1 }, 1 },
    { { .signals = O | S, .marks = O | S, .side = -1 }, -1 },
    { { .signals = W, .marks = 0, .side = 1 }, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (bw_control_point_get_direction (&rows[i].point), ==, rows[i].expected);

  /* A trend that falls and is still above the centre points down. */
  double values[19];
  for (guint i = 0; i < 19; i++)
    values[i] = i < 12 ? i % 2 * 10 : 4 + (18 - (double) i);
  g_autoptr (BwControl) control = make_xmr (values, 19, 12);
  const BwControlPoint *last = bw_control_get_last (control);
  g_assert_cmpuint (last->signals, ==, T);
  g_assert_cmpint (bw_control_point_get_direction (last), ==, -1);
}

/* Moving ranges beyond 3.267 x their mean do not widen the limits. */
static void
test_screening (void)
{
  static const double values[] = { 10, 11, 10, 11, 10, 60, 10, 11, 10, 11, 10, 11 };
  g_autoptr (BwControl) control = make_xmr (values, 12, 12);
  assert_near (control->mean_range, 1, 1e-9, "mean moving range");
  assert_near (control->range_limit, 3.267, 1e-9, "its limit");
  g_assert_cmpuint (control->points[5].signals & O, ==, O);
}

/* Periods without a value are passed over and have nothing. */
static void
test_gaps (void)
{
  static const double with[] = { NAN, 412, 398, NAN, NAN, 431, 405, 420, 388, NAN, 500, NAN };
  static const double without[] = { 412, 398, 431, 405, 420, 388, 500 };
  static const double sizes[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0 };
  g_autoptr (BwControl) a = make_xmr (with, 12, 12);
  g_autoptr (BwControl) b = make_xmr (without, 7, 12);
  g_assert_cmpuint (a->length, ==, 12);
  g_assert_cmpuint (a->n, ==, 7);
  g_assert_true (a->trial);
  assert_near (bw_control_get_last (a)->high, bw_control_get_last (b)->high, 0, "high");
  assert_near (bw_control_get_last (a)->value, 500, 0, "last");
  assert_near (a->points[0].low, NAN, 0, "a gap has no limits");
  g_assert_cmpuint (a->points[3].signals | a->points[3].marks, ==, 0);
  BwControlPlan plan = bw_control_plan_counts (with, 12);
  g_autoptr (BwControl) counts = bw_control_new (&plan, with, sizes, 12);
  g_assert_cmpuint (counts->n, ==, 7);
}

static void
test_too_few (void)
{
  static const double values[] = { 5, 7, NAN };
  static const guint n[] = { 0, 1, 2, 3 };
  for (gsize i = 0; i < G_N_ELEMENTS (n); i++) {
    g_autoptr (BwControl) control = make_xmr (values, n[i], 12);
    const BwControlPoint *last = bw_control_get_last (control);
    g_assert_cmpint (last != NULL, ==, n[i] > 0);
    if (n[i] == 1)
      assert_near (last->high, NAN, 0, "one point has no limits");
    if (n[i] >= 2)
      assert_near (last->high, 6 + 2.66 * 2, 1e-9, "two points have");
    g_assert_cmpint (bw_control_judge (control, 0, 100), ==,
                     n[i] >= 2 ? BW_CONTROL_WILL_PASS : BW_CONTROL_UNSURE);
  }
  static const double gaps[] = { NAN, NAN };
  g_autoptr (BwControl) control = make_xmr (gaps, 2, 12);
  g_assert_null (bw_control_get_last (control));
}

/* What does not vary has limits of no width, and rounding is no signal. */
static void
test_constant (void)
{
  double values[13];
  for (guint i = 0; i < 13; i++)
    values[i] = 0.1;
  g_autoptr (BwControl) control = make_xmr (values, 13, 12);
  for (guint i = 0; i < 13; i++) {
    g_assert_cmpuint (control->points[i].signals, ==, 0);
    g_assert_cmpint (control->points[i].side, ==, 0);
  }
  values[12] = 0.2;
  g_autoptr (BwControl) moved = make_xmr (values, 13, 12);
  g_assert_cmpuint (bw_control_get_last (moved)->signals, ==, O);
}

/* Limits never lie where no figure can. */
static void
test_possible (void)
{
  static const double durations[] = { 1, 30, 2, 25, 3, 28, 1, 30 };
  BwControlPlan plan = bw_control_plan_xmr (0, INFINITY);
  g_autoptr (BwControl) control = bw_control_new (&plan, durations, NULL, 8);
  assert_near (control->points[0].low, 0, 0, "no duration is negative");
  g_assert_cmpfloat (control->points[0].high, >, 30);

  static const double shares[] = { 1, 0.98, 1, 0.97, 1, 1 };
  static const double sizes[] = { 40, 50, 45, 35, 60, 50 };
  plan = bw_control_plan_shares (sizes, 6);
  g_autoptr (BwControl) share = bw_control_new (&plan, shares, sizes, 6);
  assert_near (share->points[0].high, 1, 0, "no share is above one");
  g_assert_cmpuint (share->points[0].signals, ==, 0);
}

/* Many cases vary more than chance alone: then, and only then, Laney's limits. */
static void
test_plans (void)
{
  static const struct {
    double size;
    BwControlKind shares, counts;
  } rows[] = {
    { 1, BW_CONTROL_P, BW_CONTROL_U },
    { 999, BW_CONTROL_P, BW_CONTROL_U },
    { 1000, BW_CONTROL_LANEY, BW_CONTROL_LANEY_U },
    { 50000, BW_CONTROL_LANEY, BW_CONTROL_LANEY_U },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    double sizes[] = { NAN, rows[i].size, rows[i].size };
    g_assert_cmpint (bw_control_plan_shares (sizes, 3).kind, ==, rows[i].shares);
    g_assert_cmpint (bw_control_plan_counts (sizes, 3).kind, ==, rows[i].counts);
  }
  g_assert_cmpint (bw_control_plan_shares (NULL, 0).kind, ==, BW_CONTROL_P);
}

/* A long month holds more: that alone is no signal and no trend. */
static void
test_counts_by_days (void)
{
  static const double days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  double counts[12];
  for (guint i = 0; i < 12; i++)
    counts[i] = days[i] * 4;
  BwControlPlan plan = bw_control_plan_counts (counts, 12);
  g_autoptr (BwControl) control = bw_control_new (&plan, counts, days, 12);
  for (guint i = 0; i < 12; i++) {
    assert_near (control->points[i].centre, counts[i], 1e-9, "centre");
    assert_near (control->points[i].high, counts[i] + 3 * sqrt (counts[i]), 1e-9, "high");
    g_assert_cmpuint (control->points[i].signals, ==, 0);
  }
}

/* Counts of thousands that differ by what every month differs by. */
static void
test_overdispersed_counts (void)
{
  static const double counts[] = { 5100, 4800, 5400, 4700, 5600, 4900,
                                   5300, 4750, 5500, 5000, 4850, 5450 };
  static const double days[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
  BwControlPlan plain = bw_control_plan_counts (counts, 12);
  g_autoptr (BwControl) laney = bw_control_new (&plain, counts, days, 12);
  plain.kind = BW_CONTROL_U;
  g_autoptr (BwControl) u = bw_control_new (&plain, counts, days, 12);
  g_assert_cmpfloat (laney->sigma_z, >, 3);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpuint (laney->points[i].signals, ==, 0);
  g_assert_cmpuint (u->points[4].signals & O, ==, O);
}

static void
test_verdicts (void)
{
  static const double values[] = { 412, 398, 431, 405, 420, 388, 415, 402, 437, 409, 395, 468 };
  static const struct {
    double low, high;
    BwControlVerdict expected;
  } rows[] = {
    { NAN, NAN, BW_CONTROL_UNSURE },       { NAN, 500, BW_CONTROL_WILL_PASS },
    { NAN, 490.1, BW_CONTROL_WILL_PASS },  { NAN, 489, BW_CONTROL_HIT_AND_MISS },
    { NAN, 340, BW_CONTROL_WILL_FAIL },    { 300, NAN, BW_CONTROL_WILL_PASS },
    { 400, NAN, BW_CONTROL_HIT_AND_MISS }, { 500, NAN, BW_CONTROL_WILL_FAIL },
    { 300, 500, BW_CONTROL_WILL_PASS },    { 400, 420, BW_CONTROL_HIT_AND_MISS },
    { 500, 600, BW_CONTROL_WILL_FAIL },
  };
  g_autoptr (BwControl) control = make_xmr (values, 12, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (bw_control_judge (control, rows[i].low, rows[i].high), ==, rows[i].expected);
}

static void
test_runs (void)
{
  static const double values[] = { 1, 2, 1, 2, 1, 1, 9, 9, 8, 9, 8, 9 };
  g_autoptr (BwControl) control = make_xmr (values, 12, 12);
  g_assert_cmpuint (control->longest_run, ==, 6);
  g_assert_cmpuint (control->crossings, ==, 1);
  g_assert_cmpuint (control->longest_run_limit, ==, 7);
  g_assert_cmpuint (control->least_crossings, ==, 3);
}

static void
test_words (void)
{
  BwControlPlan plan = bw_control_plan_xmr (0, INFINITY);
  static const guint rules[] = { O, S, T, W };
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autofree char *words = bw_control_describe_rule (rules[i], &plan);
    g_assert_cmpuint (strlen (words), >, 10);
    g_assert_cmpint (strstr (words, "7") != NULL, ==, rules[i] == S || rules[i] == T);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control/printed/xmr", test_printed_xmr);
  g_test_add_func ("/control/printed/p", test_printed_p);
  g_test_add_func ("/control/printed/anhoej", test_printed_anhoej);
  g_test_add_func ("/control/rules", test_rules);
  g_test_add_func ("/control/direction", test_direction);
  g_test_add_func ("/control/screening", test_screening);
  g_test_add_func ("/control/gaps", test_gaps);
  g_test_add_func ("/control/too-few", test_too_few);
  g_test_add_func ("/control/constant", test_constant);
  g_test_add_func ("/control/possible", test_possible);
  g_test_add_func ("/control/plans", test_plans);
  g_test_add_func ("/control/counts-by-days", test_counts_by_days);
  g_test_add_func ("/control/overdispersed-counts", test_overdispersed_counts);
  g_test_add_func ("/control/verdicts", test_verdicts);
  g_test_add_func ("/control/runs", test_runs);
  g_test_add_func ("/control/words", test_words);
  return g_test_run ();
}
