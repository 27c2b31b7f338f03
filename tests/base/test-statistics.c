/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics against tests/data/cases/stats (R, SciPy, published tables), and by hand. */
#include <stdlib.h>
#include <string.h>

#include "bw-control.h"
#include "bw-mix.h"
#include "bw-statistics.h"
#include "cases.h"

static void
assert_near (double got, double expected, double tolerance, const char *what)
{
  if (isnan (expected) ? !isnan (got) : !(fabs (got - expected) <= tolerance))
    g_error ("%s: got %.17g, expected %.17g", what, got, expected);
}

static void
assert_close (double got, double expected, const char *what)
{
  assert_near (got, expected, 1e-9 * MAX (fabs (expected), 1e-3), what);
}

static void
assert_interval (BwInterval got, yyjson_val *expected, const char *what)
{
  assert_close (got.low, yyjson_get_num (yyjson_arr_get (expected, 0)), what);
  assert_close (got.high, yyjson_get_num (yyjson_arr_get (expected, 1)), what);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;
  return (x > y) - (x < y);
}

static double *
get_sorted (yyjson_val *object, const char *key, gsize *n)
{
  double *numbers = cases_get_numbers (yyjson_obj_get (object, key), n);
  qsort (numbers, *n, sizeof *numbers, compare_numbers);
  return numbers;
}

typedef struct {
  double n;
  double mean;
  double sd;
} Sample;

static Sample
get_sample (yyjson_val *object, const char *key)
{
  gsize n;
  g_autofree double *numbers = cases_get_numbers (yyjson_obj_get (object, key), &n);
  return (Sample) { (double) n, bw_mean (numbers, n), bw_standard_deviation (numbers, n) };
}

static void
check_percentiles (yyjson_val *c)
{
  gsize n, n_p;
  yyjson_val *expected = yyjson_obj_get (yyjson_obj_get (c, "expected"), "type7");
  g_autofree double *sorted = get_sorted (c, "data", &n);
  g_autofree double *p = cases_get_numbers (yyjson_obj_get (c, "p"), &n_p);
  g_assert_cmpuint (yyjson_arr_size (expected), ==, n_p);
  for (gsize i = 0; i < n_p; i++)
    assert_close (bw_quantile_sorted (sorted, n, p[i]),
                  yyjson_get_num (yyjson_arr_get (expected, i)), cases_get_text (c, "name"));
}

/* "sd relative 1e-8: ..." */
static double
get_tolerance (yyjson_val *c)
{
  const char *text = cases_get_text (c, "tolerance");
  const char *number = text ? strstr (text, "relative ") : NULL;
  return number ? g_ascii_strtod (number + strlen ("relative "), NULL) : 1e-9;
}

static void
check_moments (yyjson_val *c)
{
  gsize n;
  const char *name = cases_get_text (c, "name");
  Sample sample = get_sample (c, "data");
  g_autofree double *sorted = get_sorted (c, "data", &n);
  assert_close (sample.mean, cases_get_number (c, "mean"), name);
  assert_near (sample.sd, cases_get_number (c, "sd"), get_tolerance (c) * sample.sd, name);
  if (yyjson_obj_get (c, "published"))
    return;
  assert_close (bw_quantile_sorted (sorted, n, 0.5), cases_get_number (c, "median"), name);
  assert_close (bw_quantile_sorted (sorted, n, 0), cases_get_number (c, "min"), name);
  assert_close (bw_quantile_sorted (sorted, n, 1), cases_get_number (c, "max"), name);
}

static void
check_wilson (yyjson_val *c)
{
  double x = cases_get_number (c, "successes");
  double n = cases_get_number (c, "n");
  g_autofree char *what = g_strdup_printf ("%g of %g", x, n);
  assert_interval (bw_wilson (x, n, cases_get_number (c, "conf")), yyjson_obj_get (c, "wilson"),
                   what);
}

static void
check_nps (yyjson_val *c)
{
  double p = cases_get_number (c, "promoters");
  double s = cases_get_number (c, "passives");
  double d = cases_get_number (c, "detractors");
  double nps = bw_nps (p, s, d);
  double se = bw_nps_standard_error (p, s, d);
  double margin = cases_get_number (c, "margin_95");
  g_autofree char *what = g_strdup_printf ("NPS of %g, %g, %g", p, s, d);
  assert_close (nps, cases_get_number (c, "nps"), what);
  assert_close (se, cases_get_number (c, "se"), what);
  assert_close (bw_normal (nps, se, 0.95).high, nps + margin, what);
  if (p + s + d >= 30) {
    BwInterval interval = bw_nps_interval (p, s, d, 0.95);
    assert_close (interval.low, nps - margin, what);
    assert_close (interval.high, nps + margin, what);
  }
}

static void
check_two_proportions (yyjson_val *c)
{
  double x1 = cases_get_number (c, "x1");
  double n1 = cases_get_number (c, "n1");
  double x2 = cases_get_number (c, "x2");
  double n2 = cases_get_number (c, "n2");
  BwInterval got = bw_newcombe (x1, n1, x2, n2, 0.95);
  g_autofree char *what = g_strdup_printf ("%g/%g - %g/%g", x1, n1, x2, n2);
  assert_interval (got, yyjson_obj_get (c, "newcombe_ci_95"), what);
  BwInterval turned = bw_newcombe (x2, n2, x1, n1, 0.95);
  assert_close (turned.low, -got.high, what);
  assert_close (turned.high, -got.low, what);
}

static void
check_two_samples (yyjson_val *c)
{
  Sample a = get_sample (c, "a");
  Sample b = get_sample (c, "b");
  assert_interval (bw_welch (a.mean, a.sd, a.n, b.mean, b.sd, b.n, 0.95),
                   yyjson_obj_get (c, "welch_ci_95"), cases_get_text (c, "name"));
}

static BwControl *
make_chart (BwControlKind kind, const double *values, const double *sizes, gsize n)
{
  BwControlPlan plan = { kind, 0, BW_CONTROL_RUN, BW_CONTROL_RUN, -INFINITY, INFINITY };
  if (kind != BW_CONTROL_XMR)
    plan.floor = 0;
  if (kind == BW_CONTROL_P || kind == BW_CONTROL_LANEY)
    plan.ceiling = 1;
  return bw_control_new (&plan, values, sizes, n);
}

static BwInterval
get_limits (const BwControl *control, gsize i)
{
  return (BwInterval) { control->points[i].low, control->points[i].high };
}

/* The limits without screening: of cases in which there is nothing to screen. */
static void
check_xmr (yyjson_val *c)
{
  gsize n, n_ranges;
  const char *name = cases_get_text (c, "name");
  g_autofree double *values = cases_get_numbers (yyjson_obj_get (c, "data"), &n);
  g_autofree double *ranges = cases_get_numbers (yyjson_obj_get (c, "moving_ranges"), &n_ranges);
  g_autoptr (BwControl) control = make_chart (BW_CONTROL_XMR, values, NULL, n);
  gboolean screened = FALSE;
  assert_close (control->points[0].centre, cases_get_number (c, "mean"), name);
  for (gsize i = 0; i < n_ranges; i++) {
    assert_close (control->points[i + 1].moving_range, ranges[i], name);
    screened |= ranges[i] > cases_get_number (c, "mr_upper_3267");
  }
  if (screened)
    return;
  assert_close (control->mean_range, cases_get_number (c, "mr_mean"), name);
  assert_close (control->range_limit, cases_get_number (c, "mr_upper_3267"), name);
  assert_interval (get_limits (control, 0), yyjson_obj_get (c, "limits_266"), name);
}

static void
check_outside (const BwControl *control, yyjson_val *expected, const char *name)
{
  for (gsize i = 0, at = 0; i < control->length; i++) {
    gboolean outside = yyjson_get_num (yyjson_arr_get (expected, at)) == (double) i &&
                       at < yyjson_arr_size (expected);
    at += outside;
    g_test_message ("%s: point %" G_GSIZE_FORMAT, name, i);
    g_assert_cmpint ((control->points[i].signals & BW_CONTROL_OUTSIDE) != 0, ==, outside);
  }
}

static void
check_pchart (yyjson_val *c)
{
  gsize n;
  const char *name = cases_get_text (c, "name");
  g_autofree double *values = cases_get_numbers (yyjson_obj_get (c, "defectives"), &n);
  g_autofree double *sizes = cases_get_numbers (yyjson_obj_get (c, "n"), &n);
  yyjson_val *limits = yyjson_obj_get (c, "limits");
  yyjson_val *laney_limits = yyjson_obj_get (c, "laney_limits");
  for (gsize i = 0; i < n; i++)
    values[i] /= sizes[i];
  g_autoptr (BwControl) control = make_chart (BW_CONTROL_P, values, sizes, n);
  g_autoptr (BwControl) laney = make_chart (BW_CONTROL_LANEY, values, sizes, n);
  assert_close (control->points[0].centre, cases_get_number (c, "p_bar"), name);
  assert_close (laney->sigma_z, cases_get_number (c, "laney_sigma_z"), name);
  for (gsize i = 0; i < n; i++) {
    assert_interval (get_limits (control, i), yyjson_arr_get (limits, i), name);
    if (yyjson_is_arr (laney_limits))
      assert_interval (get_limits (laney, i), yyjson_arr_get (laney_limits, i), name);
    else
      g_assert_true (isnan (laney->points[i].low) && isnan (laney->points[i].high));
  }
  check_outside (control, yyjson_obj_get (c, "out_of_control"), name);
}

static void
check_cchart (yyjson_val *c)
{
  gsize n;
  g_autofree double *values = cases_get_numbers (yyjson_obj_get (c, "data"), &n);
  g_autofree double *sizes = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    sizes[i] = 1;
  g_autoptr (BwControl) control = make_chart (BW_CONTROL_U, values, sizes, n);
  for (gsize i = 0; i < n; i++) {
    assert_close (control->points[i].centre, cases_get_number (c, "c_bar"), "c");
    assert_interval (get_limits (control, i), yyjson_obj_get (c, "limits"), "c");
  }
}

static void
check_uchart (yyjson_val *c)
{
  gsize n;
  g_autofree double *values = cases_get_numbers (yyjson_obj_get (c, "data"), &n);
  g_autofree double *sizes = cases_get_numbers (yyjson_obj_get (c, "n"), &n);
  g_autoptr (BwControl) control = make_chart (BW_CONTROL_U, values, sizes, n);
  for (gsize i = 0; i < n; i++) {
    BwInterval limits = get_limits (control, i);
    assert_close (control->points[i].centre / sizes[i], cases_get_number (c, "u_bar"), "u");
    assert_interval ((BwInterval) { limits.low / sizes[i], limits.high / sizes[i] },
                     yyjson_arr_get (yyjson_obj_get (c, "limits"), i), "u");
  }
}

/* A chart with a given centre and standard deviation: a baseline of two points that has them, and
 * the data behind it. Runs may not reach back into the baseline: points that are equal end a trend,
 * points on the centre a run on one side. */
static BwControl *
make_standard_chart (const double *values, gsize n, double mean, double sd, double between)
{
  g_autofree double *all = g_new (double, n + 4);
  double half = sd * 3 / 2.66 / 2;
  BwControlPlan plan = { BW_CONTROL_XMR, 2, 9, 6, -INFINITY, INFINITY };
  all[0] = mean - half;
  all[1] = mean + half;
  all[2] = all[3] = between;
  for (gsize i = 0; i < n; i++)
    all[i + 4] = values[i];
  return bw_control_new (&plan, all, NULL, n + 4);
}

static void
check_rule (const BwControl *control, BwControlRule rule, yyjson_val *c, const char *number)
{
  yyjson_val *expected = yyjson_obj_get (yyjson_obj_get (c, "signals"), number);
  gsize n = yyjson_arr_size (expected);
  gsize at = 0;
  for (guint i = 4; i < control->length; i++) {
    gboolean met = at < n && yyjson_get_num (yyjson_arr_get (expected, at)) == i - 4;
    at += met;
    g_test_message ("rule %s of %s at %u", number, cases_get_text (c, "name"), i - 4);
    g_assert_cmpint ((control->points[i].signals & rule) != 0, ==, met);
  }
  g_assert_cmpuint (at, ==, n);
}

/* The four rules that are ours, with Nelson's lengths. */
static void
check_nelson (yyjson_val *c)
{
  gsize n;
  g_autofree double *values = cases_get_numbers (yyjson_obj_get (c, "data"), &n);
  double mean = cases_get_number (c, "mean");
  double sd = cases_get_number (c, "sd");
  g_autoptr (BwControl) control = make_standard_chart (values, n, mean, sd, mean);
  g_autoptr (BwControl) other = make_standard_chart (values, n, mean, sd, n > 0 ? values[0] : mean);
  check_rule (control, BW_CONTROL_OUTSIDE, c, "1");
  check_rule (control, BW_CONTROL_ONE_SIDE, c, "2");
  check_rule (other, BW_CONTROL_TREND, c, "3");
  check_rule (control, BW_CONTROL_TWO_OF_THREE, c, "5");
}

static void
check_constants (yyjson_val *c)
{
  assert_near (2.66, cases_get_number (c, "three_over_d2_exact"), 2e-3, "3 / d2");
  assert_near (3.267, cases_get_number (c, "D4_exact"), 1e-3, "D4");
}

static void
assert_sums (yyjson_val *c, BwMixEffect sum, const char *name)
{
  yyjson_val *expected = yyjson_obj_get (c, "midpoint");
  assert_near (sum.rate, cases_get_number (expected, "rate"), 1e-12, name);
  assert_near (sum.mix, cases_get_number (expected, "mix"), 1e-12, name);
  assert_near (sum.rate + sum.mix, cases_get_number (c, "change"), 1e-12, name);
}

static void
check_mix (yyjson_val *c)
{
  gsize at, n;
  yyjson_val *key, *segment;
  const char *name = cases_get_text (c, "name");
  BwMixMember whole = { 0, cases_get_number (c, "rate0"), 0, cases_get_number (c, "rate1") };
  BwMixEffect sum = { 0, 0 };
  yyjson_obj_foreach (yyjson_obj_get (c, "segments"), at, n, key, segment)
  {
    whole.weight_before += cases_get_number (segment, "n0");
    whole.weight_after += cases_get_number (segment, "n1");
  }
  yyjson_obj_foreach (yyjson_obj_get (c, "segments"), at, n, key, segment)
  {
    BwMixMember member = {
      cases_get_number (segment, "n0"),
      cases_get_number (segment, "x0") / cases_get_number (segment, "n0"),
      cases_get_number (segment, "n1"),
      cases_get_number (segment, "x1") / cases_get_number (segment, "n1"),
    };
    BwMixEffect effect = bw_mix_effect (&member, &whole);
    yyjson_val *expected = yyjson_obj_get (yyjson_obj_get (c, "per_segment"), yyjson_get_str (key));
    assert_close (effect.rate, cases_get_number (expected, "rate_effect"), name);
    assert_near (effect.mix, cases_get_number (expected, "mix_effect_centred"), 1e-12, name);
    sum.rate += effect.rate;
    sum.mix += effect.mix;
  }
  assert_sums (c, sum, name);
}

/* Every group of the file stands here: a check, or nothing that computes it. */
static const struct {
  const char *group;
  void (*check) (yyjson_val *c);
} groups[] = {
  { "percentiles", check_percentiles },
  { "moments", check_moments },
  { "wilson", check_wilson },
  { "nps", check_nps },
  { "two_proportions", check_two_proportions },
  { "two_samples", check_two_samples },
  { "xmr_constants", check_constants },
  { "xmr", check_xmr },
  { "ewma", NULL },
  { "pchart", check_pchart }, /* with Laney's p' */
  { "cchart", check_cchart },
  { "uchart", check_uchart },
  { "nelson", check_nelson },
  { "erlang", NULL },
  { "chi2_table", NULL },
  { "regression", NULL },
  { "kaplan_meier", NULL },
  { "mix_rate", check_mix },
  { "histogram", NULL },
  { "gini", NULL },
  { "published_note", NULL },
  { "generated_with", NULL },
  { "tolerance", NULL },
};

static void
test_cases (void)
{
  gsize at, max, i, n;
  yyjson_val *key, *group, *c;
  yyjson_val *root = cases_load ("stats", "stats.json");
  g_assert_cmpuint (yyjson_obj_size (root), ==, G_N_ELEMENTS (groups));
  yyjson_obj_foreach (root, at, max, key, group)
  {
    guint g = 0;
    while (strcmp (groups[g].group, yyjson_get_str (key)) != 0)
      g_assert_cmpuint (++g, <, G_N_ELEMENTS (groups));
    if (!groups[g].check) {
      g_test_message ("%s: skipped, nothing computes it", groups[g].group);
      continue;
    }
    yyjson_val *cases = yyjson_is_obj (group) ? yyjson_obj_get (group, "cases") : group;
    if (!cases) {
      groups[g].check (group);
      continue;
    }
    g_test_message ("%s: %" G_GSIZE_FORMAT " cases", groups[g].group, yyjson_arr_size (cases));
    g_assert_cmpuint (yyjson_arr_size (cases), >, 0);
    yyjson_arr_foreach (cases, i, n, c) groups[g].check (c);
  }
}

/* Figures as the definitions of the KPIs print them, to the digits printed there. */
static void
test_printed_wilson (void)
{
  static const struct {
    double x, n, low, high;
  } rows[] = {
    { 10, 12, 0.5520, 0.9530 },
    { 2, 2, 0.3424, 1 },
    { 45, 50, 0.7864, 0.9565 },
    { 0, 8, 0, 0.3244 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    BwInterval got = bw_wilson (rows[i].x, rows[i].n, 0.95);
    assert_near (got.low, rows[i].low, 5e-5, "low");
    assert_near (got.high, rows[i].high, 5e-5, "high");
  }
  for (double n = 1; n < 3000; n++) {
    g_assert_true (bw_wilson (n, n, 0.95).high == 1);
    g_assert_true (bw_wilson (0, n, 0.95).low == 0);
  }
}

static void
test_printed_nps (void)
{
  assert_near (bw_nps (50, 30, 20), 30, 0.05, "NPS");
  assert_near (bw_nps_standard_error (50, 30, 20), 7.81, 0.005, "SE");
  assert_near (bw_nps_interval (50, 30, 20, 0.95).high - 30, 15.31, 0.005, "margin");
  assert_near (bw_nps (300, 200, 100), 33.33, 0.005, "NPS");
  assert_near (bw_nps_standard_error (300, 200, 100), 3.04, 0.005, "SE");
  assert_near (bw_nps_interval (300, 200, 100, 0.95).high - bw_nps (300, 200, 100), 5.96, 0.005,
               "margin");

  double difference = bw_nps (120, 50, 30) - bw_nps (100, 60, 40);
  double se = hypot (bw_nps_standard_error (120, 50, 30), bw_nps_standard_error (100, 60, 40));
  assert_near (difference, 15, 0.05, "difference");
  assert_near (se, 7.61, 0.005, "SE of the difference");
  assert_near (difference / se, 1.97, 0.005, "z");
  g_assert_cmpfloat (bw_normal (difference, se, 0.95).low, >, 0);
}

/* Few answers that agree: no variance, but not certainty either. */
static void
test_nps_of_few (void)
{
  BwInterval all_promoters = bw_nps_interval (5, 0, 0, 0.95);
  g_assert_cmpfloat (all_promoters.low, <, 80);
  g_assert_true (all_promoters.high == 100);
  BwInterval all_detractors = bw_nps_interval (0, 0, 5, 0.95);
  assert_close (all_detractors.low, -100, "low");
  assert_close (all_detractors.high, -all_promoters.low, "high");
  BwInterval balanced = bw_nps_interval (4, 4, 4, 0.95);
  assert_near (balanced.low + balanced.high, 0, 1e-9, "centre");
  assert_close (bw_nps_interval (15, 10, 5, 0.95).high,
                bw_normal (bw_nps (15, 10, 5), bw_nps_standard_error (15, 10, 5), 0.95).high,
                "thirty answers are enough");
  assert_near (bw_nps_interval (0, 3, 0, 0.95).high, 100 * 1.959963984540054 * sqrt (0.25 / 6),
               1e-9, "three passives");
}

static void
test_printed_percentiles (void)
{
  static const double values[] = { 5, 7, 8, 12, 15, 20, 33, 47, 90, 300 };
  assert_close (bw_quantile_sorted (values, 10, 0.5), 17.5, "median");
  assert_close (bw_quantile_sorted (values, 10, 0.9), 111, "P90");
  g_assert_true (bw_quantile_sorted (values, 10, 0) == 5);
  g_assert_true (bw_quantile_sorted (values, 10, 1) == 300);
  g_assert_true (bw_quantile_sorted (values, 1, 0.9) == 5);
}

static void
test_quantile_rank (void)
{
  static const struct {
    gsize n;
    double p;
    gsize lower;
    double weight;
  } rows[] = {
    { 1, 0, 0, 0 },      { 1, 1, 0, 0 },  { 2, 0.5, 0, 0.5 }, { 3, 0.5, 1, 0 },
    { 10, 0.9, 8, 0.1 }, { 10, 1, 9, 0 }, { 5, 0.25, 1, 0 },  { 11, 0.95, 9, 0.5 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize lower;
    double weight;
    bw_quantile_rank (rows[i].n, rows[i].p, &lower, &weight);
    g_assert_cmpuint (lower, ==, rows[i].lower);
    assert_near (weight, rows[i].weight, 1e-9, "weight");
  }
}

/* Ranks counted from 1 as printed in Conover 1999, table A3, and by summing binomial terms. */
static void
test_quantile_ranks (void)
{
  static const struct {
    gsize n;
    double p;
    gsize low, high; /* 0: too few values */
  } rows[] = {
    { 0, 0.5, 0, 0 },   { 1, 0.5, 0, 0 },   { 5, 0.5, 0, 0 },     { 6, 0.5, 1, 6 },
    { 8, 0.5, 1, 8 },   { 9, 0.5, 2, 8 },   { 10, 0.5, 2, 9 },    { 16, 0.5, 4, 13 },
    { 20, 0.5, 6, 15 }, { 25, 0.5, 8, 18 }, { 100, 0.5, 40, 61 }, { 20, 0.9, 0, 0 },
    { 20, 0.1, 0, 0 },  { 36, 0.1, 1, 8 },  { 35, 0.9, 0, 0 },    { 36, 0.9, 29, 36 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gsize low = G_MAXSIZE, high = G_MAXSIZE;
    gboolean enough = bw_quantile_ranks (rows[i].n, rows[i].p, 0.95, &low, &high);
    g_test_message ("%" G_GSIZE_FORMAT " values, quantile %g", rows[i].n, rows[i].p);
    g_assert_cmpuint (enough ? low + 1 : 0, ==, rows[i].low);
    g_assert_cmpuint (enough ? high + 1 : 0, ==, rows[i].high);
  }
}

static double
get_log_binomial (gsize k, gsize n, double p)
{
  double kd = (double) k;
  double nd = (double) n;
  return lgamma (nd + 1) - lgamma (kd + 1) - lgamma (nd - kd + 1) + kd * log (p) +
         (nd - kd) * log1p (-p);
}

/* P (X < k) */
static double
sum_binomial (gsize k, gsize n, double p)
{
  double sum = 0;
  for (gsize i = 0; i < k; i++)
    sum += exp (get_log_binomial (i, n, p));
  return sum;
}

/* The definition: each tail holds at most (1 - level) / 2, and one rank further in holds more. */
static void
test_quantile_ranks_cover (void)
{
  static const double ps[] = { 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99 };
  static const double levels[] = { 0.8, 0.9, 0.95, 0.99 };
  static const gsize ns[] = { 1, 2, 3, 7, 12, 30, 59, 77, 150, 333, 1000, 2500 };
  for (gsize c = 0; c < G_N_ELEMENTS (ps) * G_N_ELEMENTS (levels) * G_N_ELEMENTS (ns); c++) {
    double p = ps[c % 8];
    double tail = (1 - levels[c / 8 % 4]) / 2;
    gsize n = ns[c / 32];
    gsize low, high;
    if (!bw_quantile_ranks (n, p, levels[c / 8 % 4], &low, &high)) {
      g_assert_true (sum_binomial (1, n, p) > tail || 1 - sum_binomial (n, n, p) > tail);
      continue;
    }
    g_assert_cmpuint (low, <=, high);
    g_assert_cmpuint (high, <, n);
    g_assert_cmpfloat (sum_binomial (low + 1, n, p), <=, tail + 1e-9);
    g_assert_cmpfloat (sum_binomial (low + 2, n, p), >=, tail - 1e-9);
    g_assert_cmpfloat (1 - sum_binomial (high + 1, n, p), <=, tail + 1e-9);
    g_assert_cmpfloat (1 - sum_binomial (high, n, p), >=, tail - 1e-9);
  }
}

static void
test_quantile_ranks_of_many (void)
{
  gsize low, high;
  g_assert_true (bw_quantile_ranks (5000000, 0.5, 0.95, &low, &high));
  g_assert_cmpuint (low, >, 2497000);
  g_assert_cmpuint (low, <, 2498000);
  g_assert_cmpuint (low + high, ==, 4999999);
}

/* t (0.975, 9) = 2.262157162740992 */
static void
test_student (void)
{
  BwInterval got = bw_student (10, 2, 10, 0.95);
  assert_close (got.high, 10 + 2.262157162740992 * 2 / sqrt (10), "high");
  assert_close (got.low, 20 - got.high, "low");
  got = bw_student (10, 0, 10, 0.95);
  g_assert_true (got.low == 10 && got.high == 10);
}

static void
test_cannot_be_said (void)
{
  const BwInterval intervals[] = {
    bw_wilson (0, 0, 0.95),
    bw_wilson (NAN, 10, 0.95),
    bw_wilson (11, 10, 0.95),
    bw_wilson (-1, 10, 0.95),
    bw_newcombe (0, 0, 1, 2, 0.95),
    bw_newcombe (1, 2, 0, 0, 0.95),
    bw_student (5, NAN, 1, 0.95),
    bw_student (NAN, NAN, 0, 0.95),
    bw_welch (5, 1, 1, 4, 1, 10, 0.95),
    bw_welch (5, 1, 10, 4, NAN, 1, 0.95),
    bw_nps_interval (0, 0, 0, 0.95),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    g_assert_true (isnan (intervals[i].low) && isnan (intervals[i].high));
  g_assert_true (isnan (bw_nps (0, 0, 0)));
  g_assert_true (isnan (bw_nps_standard_error (0, 0, 0)));
  g_assert_true (isnan (bw_mean (NULL, 0)));
  g_assert_true (isnan (bw_standard_deviation (NULL, 0)));
  g_assert_true (isnan (bw_standard_deviation ((double[]) { 5 }, 1)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/cases", test_cases);
  g_test_add_func ("/statistics/printed/wilson", test_printed_wilson);
  g_test_add_func ("/statistics/printed/nps", test_printed_nps);
  g_test_add_func ("/statistics/printed/percentiles", test_printed_percentiles);
  g_test_add_func ("/statistics/nps-of-few", test_nps_of_few);
  g_test_add_func ("/statistics/quantile-rank", test_quantile_rank);
  g_test_add_func ("/statistics/quantile-ranks", test_quantile_ranks);
  g_test_add_func ("/statistics/quantile-ranks/cover", test_quantile_ranks_cover);
  g_test_add_func ("/statistics/quantile-ranks/of-many", test_quantile_ranks_of_many);
  g_test_add_func ("/statistics/student", test_student);
  g_test_add_func ("/statistics/cannot-be-said", test_cannot_be_said);
  return g_test_run ();
}
