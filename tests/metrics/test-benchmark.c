/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Benchmarks: how they are read, which of them may be drawn beside a figure, and why the others may
 * not. */
#include "bw-benchmark.h"
#include "bw-error.h"
#include <math.h>
#include <string.h>

#define GOOD "kpi=csat\nlow=70\nhigh=75\nunit=percent\nsource=Somebody\nconfidence=published\n"

static BwBenchmark *
read_group (const char *text, GError **error)
{
  g_autofree char *file_text = g_strconcat ("[x]\n", text, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_assert_true (
      g_key_file_load_from_data (file, file_text, -1, G_KEY_FILE_KEEP_TRANSLATIONS, NULL));
  return bw_benchmark_new (file, "x", error);
}

static void
assert_same (double got, double expected)
{
  if (isnan (expected) ? !isnan (got) : !(fabs (got - expected) <= 1e-9 * MAX (1, fabs (expected))))
    g_error ("got %.17g, expected %.17g", got, expected);
}

/* Values stand in the unit of the KPI. */
static void
test_units (void)
{
  static const struct {
    const char *text;
    BwUnit unit;
    double low, high;
  } rows[] = {
    { "low=70\nhigh=75\nunit=percent\n", BW_UNIT_FRACTION, 0.70, 0.75 },
    { "value=0.5\nunit=fraction\n", BW_UNIT_FRACTION, 0.5, 0.5 },
    { "high=2\nunit=hours\n", BW_UNIT_SECONDS, NAN, 7200 },
    { "low=90\nunit=seconds\n", BW_UNIT_SECONDS, 90, NAN },
    { "value=1.5\nunit=minutes\n", BW_UNIT_SECONDS, 90, 90 },
    { "value=2\nunit=days\n", BW_UNIT_SECONDS, 172800, 172800 },
    { "low=-6.1\nhigh=30.1\nunit=points\n", BW_UNIT_POINTS, -6.1, 30.1 },
    { "value=4\nunit=score\n", BW_UNIT_SCORE, 4, 4 },
    { "value=8.01\nunit=USD\n", BW_UNIT_MONEY, 8.01, 8.01 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        g_strconcat ("kpi=csat\nsource=Somebody\nconfidence=published\n", rows[i].text, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (BwBenchmark) benchmark = read_group (text, &error);
    g_assert_no_error (error);
    g_assert_cmpint (benchmark->unit, ==, rows[i].unit);
    assert_same (benchmark->low, rows[i].low);
    assert_same (benchmark->high, rows[i].high);
    g_assert_cmpint (benchmark->currency != NULL, ==, rows[i].unit == BW_UNIT_MONEY);
  }
}

/* Each message names the group and what is wrong with it. */
static void
test_bad_groups (void)
{
  static const struct {
    const char *text;
    const char *word;
  } rows[] = {
    { "low=1\nunit=percent\nsource=S\nconfidence=published\n", "kpi" },
    { "kpi=csat\nlow=1\nunit=percent\nconfidence=published\n", "source" },
    { "kpi=csat\nlow=1\nunit=percent\nsource=S\n", "confidence" },
    { "kpi=csat\nlow=1\nunit=percent\nsource=S\nconfidence=high\n", "confidence" },
    { "kpi=csat\nunit=percent\nsource=S\nconfidence=published\n", "value" },
    { "kpi=csat\nlow=2\nhigh=1\nunit=percent\nsource=S\nconfidence=published\n", "high" },
    { "kpi=csat\nlow=seventy\nunit=percent\nsource=S\nconfidence=published\n", "low" },
    { "kpi=csat\nlow=1\nunit=furlongs\nsource=S\nconfidence=published\n", "unit" },
    { "kpi=csat\nlow=1\nsource=S\nconfidence=published\n", "unit" },
    { GOOD "year=last\n", "year" },
    { GOOD "requires=method\n", "requires" },
    { GOOD "requires==survey\n", "requires" },
    { GOOD "colour=red\n", "colour" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BwBenchmark) benchmark = read_group (rows[i].text, &error);
    g_assert_null (benchmark);
    g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
    if (strstr (error->message, rows[i].word) == NULL || strstr (error->message, "[x]") == NULL)
      g_error ("“%s” does not name “%s”", error->message, rows[i].word);
  }
}

static const BwMade made_survey[] = { { "method", "survey", "Asked in a survey" }, { NULL } };
static const BwMade made_touch[] = { { "method", "one-touch", "One touch" }, { NULL } };
static const BwMade made_untitled[] = { { "threshold", "30", NULL }, { NULL } };

typedef enum {
  ALL,
  EMAIL,
  MIXED,
  CHAT
} Channels;

static BwFilter *
make_filter (Channels channels)
{
  static const char *const values[][3] = {
    [EMAIL] = { "E-Mail", NULL }, [MIXED] = { "chat", "email", NULL }, [CHAT] = { "chat", NULL }
  };
  g_autoptr (BwFilter) none = bw_filter_new ();

  return channels == ALL ? g_steal_pointer (&none)
                         : bw_filter_with (none, BW_FIELD_CHANNEL, values[channels]);
}

/* Drawn only where the methods match; else a sentence that says why not. */
static void
test_fits (void)
{
  static const struct {
    const char *requires;
    BwStatistic statistic;
    gboolean business;
    Channels channels;
    const char *period;
    const BwMade *made;
    const char *word; /* of the refusal; NULL = fits */
  } rows[] = {
    { "", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, NULL },
    { "requires=statistic=mean", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, NULL },
    { "requires=statistic=mean", BW_STATISTIC_MEDIAN, FALSE, ALL, "2025-03", NULL, "a median" },
    { "requires=statistic=median", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, "a mean" },
    { "requires=statistic=unstated", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL,
      "does not say" },
    { "requires=clock=calendar", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, NULL },
    { "requires=clock=calendar", BW_STATISTIC_MEAN, TRUE, ALL, "2025-03", NULL, "business hours" },
    { "requires=clock=business", BW_STATISTIC_MEAN, TRUE, ALL, "2025-03", NULL, NULL },
    { "requires=channel=email|e-mail", BW_STATISTIC_MEAN, FALSE, EMAIL, "2025-03", NULL, NULL },
    { "requires=channel=email|e-mail", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL,
      "all channels" },
    { "requires=channel=email|e-mail", BW_STATISTIC_MEAN, FALSE, MIXED, "2025-03", NULL, "“chat”" },
    { "requires=channel=email|chat", BW_STATISTIC_MEAN, FALSE, MIXED, "2025-03", NULL, NULL },
    { "requires=period=month", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, NULL },
    { "requires=period=month", BW_STATISTIC_MEAN, FALSE, ALL, "2025", NULL, "one month" },
    { "requires=period=year", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, "one year" },
    { "requires=period=year", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03-02..2025-03-05", NULL,
      "one year" },
    { "requires=method=survey", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", made_survey, NULL },
    { "requires=method=survey", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", made_touch, "One touch" },
    { "requires=method=survey", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, "by post" },
    { "requires=method=one-touch|survey", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", made_touch,
      NULL },
    { "requires=method=acsi", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", made_survey, "by post" },
    { "requires=method=unstated", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", made_survey,
      "does not say how" },
    { "requires=scale=2", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, NULL },
    { "requires=scale=5", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL, "here there are 2" },
    { "requires=threshold=20", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", made_untitled, "30" },
    { "requires=statistic=mean;channel=chat", BW_STATISTIC_MEAN, FALSE, CHAT, "2025-03", NULL,
      NULL },
    { "requires=statistic=mean;channel=chat", BW_STATISTIC_MEAN, FALSE, ALL, "2025-03", NULL,
      "all channels" },
  };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (GOOD "method=asked by post\n", rows[i].requires, NULL);
    g_autoptr (BwBenchmark) benchmark = read_group (text, NULL);
    g_autoptr (BwFilter) filter = make_filter (rows[i].channels);
    g_autoptr (BwPeriod) period = bw_period_parse (rows[i].period, zone, 1, 0, NULL);
    g_autoptr (BwNote) reason = NULL;
    BwMethod method = { "csat", rows[i].statistic, TRUE, rows[i].business, period, filter, NULL,
                        2,      rows[i].made };
    gboolean fits = bw_benchmark_fits (benchmark, &method, &reason);
    g_test_message ("%" G_GSIZE_FORMAT ": %s: %s", i, rows[i].requires,
                    reason ? reason->text : "fits");
    g_assert_cmpint (fits, ==, rows[i].word == NULL);
    g_assert_cmpint (reason == NULL, ==, fits);
    if (!fits)
      g_assert_nonnull (strstr (reason->text, rows[i].word));
  }
}

static void
test_currency (void)
{
  static const struct {
    const char *currency;
    gboolean fits;
  } rows[] = { { "USD", TRUE }, { "EUR", FALSE }, { NULL, FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BwBenchmark) benchmark = read_group (
        "kpi=cost-per-ticket\nvalue=8\nunit=USD\nsource=S\nconfidence=published\n", NULL);
    BwMethod method = { .kpi = "cost-per-ticket", .currency = rows[i].currency };
    g_autoptr (BwNote) reason = NULL;
    g_assert_cmpint (bw_benchmark_fits (benchmark, &method, &reason), ==, rows[i].fits);
    g_assert_cmpint (reason != NULL, ==, !rows[i].fits);
  }
}

/* Older than five years, as seen from the report. */
static void
test_old (void)
{
  static const struct {
    const char *year;
    int report;
    gboolean old;
  } rows[] = { { "", 2026, FALSE },          { "year=2026", 2026, FALSE },
               { "year=2021", 2026, FALSE }, { "year=2020", 2026, TRUE },
               { "year=2020", 2024, FALSE }, { "year=2012", 2017, FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (GOOD, rows[i].year, NULL);
    g_autoptr (BwBenchmark) benchmark = read_group (text, NULL);
    g_autofree char *line = bw_benchmark_cite (benchmark, rows[i].report);
    g_assert_cmpint (bw_benchmark_is_old (benchmark, rows[i].report), ==, rows[i].old);
    g_assert_cmpint (strstr (line, "old") != NULL, ==, rows[i].old);
    g_assert_true (g_str_has_prefix (line, "Somebody"));
  }
}

/* The year of the data is said once. */
static void
test_cite (void)
{
  static const char text[] = "kpi=csat\nvalue=1\nunit=percent\nconfidence=published\nyear=2022\n";
  g_autofree char *said = g_strconcat (text, "source=Report of 2022\n", NULL);
  g_autofree char *unsaid = g_strconcat (text, "source=Report\n", NULL);
  g_autoptr (BwBenchmark) one = read_group (said, NULL);
  g_autoptr (BwBenchmark) other = read_group (unsaid, NULL);
  g_autofree char *line = bw_benchmark_cite (one, 2025);
  g_autofree char *other_line = bw_benchmark_cite (other, 2025);
  g_assert_cmpstr (line, ==, "Report of 2022");
  g_assert_cmpstr (other_line, ==, "Report, 2022");
}

static void
read_text (GPtrArray *benchmarks, const char *text, gboolean own, GPtrArray *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  bw_benchmarks_read (benchmarks, "some.benchmarks", bytes, own, problems);
}

/* What fits comes first, the user's own before others, old ones last; the rest says why not. */
static void
test_order (void)
{
  static const char built_in[] =
      "[a-old]\n" GOOD "year=2012\n[b-weak]\n" GOOD "weak=true\nyear=2026\n"
      "[c-quoted]\nkpi=csat\nvalue=80\nunit=percent\nsource=S\nconfidence=second-hand\nyear=2025\n"
      "[d-refused]\n" GOOD "requires=method=acsi\nyear=2026\n"
      "[e-2024]\n" GOOD "year=2024\n[f-2025]\n" GOOD "year=2025\n"
      "[other]\nkpi=nps\nvalue=1\nunit=points\nsource=S\nconfidence=published\n";
  static const char *const expected[] = { "mine",   "f-2025", "e-2024",   "c-quoted",
                                          "b-weak", "a-old",  "d-refused" };
  g_autoptr (GPtrArray) benchmarks =
                g_ptr_array_new_with_free_func ((GDestroyNotify) bw_benchmark_unref);
  BwMethod method = { .kpi = "csat", .has_statistic = FALSE };
  g_autoptr (GPtrArray) comparisons = NULL;

  read_text (benchmarks, built_in, FALSE, NULL);
  read_text (benchmarks, "[mine]\n" GOOD, TRUE, NULL);
  comparisons = bw_benchmarks_compare (benchmarks, &method, 2026);
  g_assert_cmpuint (comparisons->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < comparisons->len; i++) {
    const BwComparison *comparison = g_ptr_array_index (comparisons, i);
    g_assert_cmpstr (comparison->benchmark->id, ==, expected[i]);
    g_assert_cmpint (comparison->refusal != NULL, ==, i == 6);
    g_assert_cmpint (comparison->old, ==, i == 5);
  }
}

/* A user's group of the same name replaces ours; a bad one is named and does no harm. */
static void
test_own (void)
{
  g_autoptr (GPtrArray) benchmarks =
                g_ptr_array_new_with_free_func ((GDestroyNotify) bw_benchmark_unref);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  read_text (benchmarks, "[a]\n" GOOD, FALSE, problems);
  read_text (benchmarks,
             "[a]\nkpi=csat\nvalue=90\nunit=percent\nsource=Us\nconfidence=published\n"
             "[bad]\nkpi=csat\n",
             TRUE, problems);
  read_text (benchmarks, "no key file", TRUE, problems);
  g_assert_cmpuint (benchmarks->len, ==, 1);
  g_assert_cmpstr (((BwBenchmark *) g_ptr_array_index (benchmarks, 0))->source, ==, "Us");
  g_assert_true (((BwBenchmark *) g_ptr_array_index (benchmarks, 0))->own);
  g_assert_cmpuint (problems->len, ==, 2);
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, i), "some.benchmarks: "));
}

static const BwBenchmark *
find (const char *id)
{
  GPtrArray *benchmarks = bw_benchmarks ();

  for (guint i = 0; i < benchmarks->len; i++)
    if (g_str_equal (((BwBenchmark *) g_ptr_array_index (benchmarks, i))->id, id))
      return g_ptr_array_index (benchmarks, i);
  g_error ("no benchmark [%s]", id);
}

/* Ours: every one says whose it is, how it was counted, where it comes from. */
static void
test_built_in (void)
{
  GPtrArray *benchmarks = bw_benchmarks ();

  g_assert_cmpuint (benchmarks->len, >=, 40);
  for (guint i = 0; i < benchmarks->len; i++) {
    const BwBenchmark *benchmark = g_ptr_array_index (benchmarks, i);
    g_test_message ("[%s]", benchmark->id);
    g_assert_nonnull (benchmark->scope);
    g_assert_nonnull (benchmark->method);
    g_assert_true (benchmark->year <= 2026);
  }
  assert_same (find ("fcr-userpilot")->low, 0.70);
  assert_same (find ("fcr-userpilot")->high, 0.75);
  assert_same (find ("cost-to-revenue-atlasmic")->high, 0.10);
  assert_same (find ("nps-sign")->low, 0);
  assert_same (find ("frt-superoffice")->low, 43800);
}

/* What nothing here has: such a benchmark is shown, with the reason, and never drawn. */
static gboolean
is_never (const char *value)
{
  static const char *const never[] = { "unstated", "survey", "survey-one-contact", "acsi", NULL };

  return g_strv_contains (never, value);
}

static gboolean
is_option (const BwChoice *choice, const char *value)
{
  guint n = bw_choice_get_n_options (choice);
  char *end;
  double number = g_ascii_strtod (value, &end);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (choice->options[i].id, value))
      return TRUE;
  return n == 0 && *end == '\0' && number >= choice->least && number <= choice->most;
}

static void
check_condition (const BwMetric *metric, const BwCondition *condition)
{
  static const char *const traits[] = { "statistic", "clock", "channel", "period", "scale", NULL };
  /* Of KPIs without such a choice: another way to count than ours. */
  static const char *const others[] = { "parts", "method", "denominator", NULL };
  const BwChoice *choice = bw_metric_find_choice (metric, condition->name);

  if (g_strv_contains (traits, condition->name))
    return;
  if (choice == NULL) {
    g_assert_true (g_strv_contains (others, condition->name));
    return;
  }
  for (char **value = condition->values; *value != NULL; value++)
    g_assert_true (is_never (*value) || is_option (choice, *value));
}

/* They speak of KPIs that there are, in their units, and ask for choices that there are. */
static void
test_built_in_fit_the_shelf (void)
{
  GPtrArray *benchmarks = bw_benchmarks ();

  for (guint i = 0; i < benchmarks->len; i++) {
    const BwBenchmark *benchmark = g_ptr_array_index (benchmarks, i);
    const BwMetric *metric = bw_metric_find (benchmark->kpi);
    g_test_message ("[%s] of %s", benchmark->id, benchmark->kpi);
    g_assert_nonnull (metric);
    g_assert_cmpint (benchmark->unit, ==, metric->unit);
    for (guint c = 0; c < benchmark->conditions->len; c++)
      check_condition (metric, g_ptr_array_index (benchmark->conditions, c));
  }
}

/* The figure that everybody quotes is not drawn against one-touch tickets. */
static void
test_first_contact (void)
{
  static const struct {
    const char *benchmark;
    const char *method;
    gboolean fits;
  } rows[] = {
    { "fcr-userpilot", "survey", TRUE },     { "fcr-userpilot", "no-repeat", TRUE },
    { "fcr-userpilot", "one-reply", FALSE }, { "fcr-userpilot", "one-touch", FALSE },
    { "fcr-sqm", "survey", TRUE },           { "fcr-sqm", "one-reply", FALSE },
    { "fcr-freshdesk", "one-touch", TRUE },  { "fcr-freshdesk", "survey", FALSE },
    { "csat-acsi", "top-two", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    BwMade made[] = { { "method", rows[i].method, rows[i].method }, { NULL } };
    BwMethod method = { .kpi = find (rows[i].benchmark)->kpi, .made = made };
    g_autoptr (BwNote) reason = NULL;
    g_test_message ("%s against %s", rows[i].benchmark, rows[i].method);
    g_assert_cmpint (bw_benchmark_fits (find (rows[i].benchmark), &method, &reason), ==,
                     rows[i].fits);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/benchmark/units", test_units);
  g_test_add_func ("/benchmark/bad-groups", test_bad_groups);
  g_test_add_func ("/benchmark/fits", test_fits);
  g_test_add_func ("/benchmark/cite", test_cite);
  g_test_add_func ("/benchmark/currency", test_currency);
  g_test_add_func ("/benchmark/old", test_old);
  g_test_add_func ("/benchmark/order", test_order);
  g_test_add_func ("/benchmark/own", test_own);
  g_test_add_func ("/benchmark/built-in", test_built_in);
  g_test_add_func ("/benchmark/built-in/fit-the-shelf", test_built_in_fit_the_shelf);
  g_test_add_func ("/benchmark/first-contact", test_first_contact);
  return g_test_run ();
}
