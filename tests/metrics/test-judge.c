/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about a figure: signal or noise, its own past, a year ago, targets and published
 * figures. */
#include "bw-benchmark.h"
#include "bw-civil.h"
#include "bw-engine.h"
#include "bw-importer.h"
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define MAX_MONTHS 20

typedef struct {
  BwDataset *dataset;
  BwEngine *engine;
  BwZone *zone;
} Fixture;

static void
assert_near (double got, double expected)
{
  if (isnan (expected) ? !isnan (got) : !(fabs (got - expected) <= 1e-9 * MAX (1, fabs (expected))))
    g_error ("got %.17g, expected %.17g", got, expected);
}

static Fixture *
load_text (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("judge-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "in.csv", NULL);
  const char *paths[] = { path, NULL };
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  fixture->zone = bw_zone_new_utc ();
  bw_importer_set_zone (importer, fixture->zone);
  fixture->dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->engine = bw_engine_new (fixture->dataset, NULL, fixture->zone);
  g_unlink (path);
  g_rmdir (folder);
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  bw_engine_unref (fixture->engine);
  g_object_unref (fixture->dataset);
  bw_zone_unref (fixture->zone);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* Tickets by month from January 2024 on, evenly over its days, answered after as many minutes as
 * the month's second number; the last one stands on the month's last day. */
static Fixture *
load_months (const int *counts, const int *minutes)
{
  g_autoptr (GString) csv =
                g_string_new ("Ticket ID,Created at,First reply at,Solved at,Status,Channel\n");

  for (int m = 0, id = 1; counts[m] > 0; m++)
    for (int i = 0; i < counts[m]; i++, id++) {
      int day = i + 1 == counts[m] ? 28 : i % 27 + 1;
      if (i + 1 == counts[m] && counts[m + 1] == 0)
        day = bw_civil_month_length (2024 + m / 12, m % 12 + 1);
      g_string_append_printf (csv, "%d,%d-%02d-%02d 09:00:00,%d-%02d-%02d 09:%02d:00,,Open,%s\n",
                              id, 2024 + m / 12, m % 12 + 1, day, 2024 + m / 12, m % 12 + 1, day,
                              minutes != NULL ? minutes[m] : 10, i % 2 ? "Email" : "chat");
    }
  return load_text (csv->str);
}

static BwFigure *
ask (Fixture *fixture, const char *kpi, const char *period_text, BwGrain grain, BwQuestion question)
{
  const char *const kpis[] = { kpi, NULL };
  g_autoptr (BwPeriod) period = bw_period_parse (period_text, fixture->zone, 1, 0, NULL);
  g_autoptr (BwPeriod) span = NULL;
  g_autoptr (BwAxis) axis = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GError) error = NULL;
  gint64 from, to;

  bw_dataset_get_extent (fixture->dataset, &from, &to);
  span = bw_period_new (grain == BW_GRAIN_DAY ? period->from : MIN (from, period->from), period->to,
                        fixture->zone);
  axis = bw_axis_new (span, grain);
  question.period = period;
  question.axis = axis;
  question.kpis = kpis;
  figures = bw_engine_answer (fixture->engine, &question, NULL, &error);
  g_assert_no_error (error);
  return bw_figure_ref (g_ptr_array_index (figures, 0));
}

/* The control chart decides where the past is long enough, else the interval of the change. */
static void
test_signals (void)
{
  static const struct {
    const char *name;
    const char *kpi;
    const char *period;
    int counts[MAX_MONTHS];
    int minutes[MAX_MONTHS];
    BwSignal signal;
    gboolean by_control;
    guint rules;
  } rows[] = {
    { "steady",
      "tickets-created",
      "2025-02",
      { 30, 28, 31, 30, 32, 30, 31, 29, 30, 31, 30, 30, 31, 33 },
      { 10 },
      BW_SIGNAL_NONE,
      TRUE,
      0 },
    { "a jump",
      "tickets-created",
      "2025-02",
      { 30, 28, 31, 30, 32, 30, 31, 29, 30, 31, 30, 30, 31, 80 },
      { 10 },
      BW_SIGNAL_UP,
      TRUE,
      BW_CONTROL_OUTSIDE },
    { "a wiggle that an interval would call news",
      "first-response-time",
      "2025-02",
      { 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      { 10, 30, 12, 28, 10, 32, 11, 29, 10, 31, 12, 30, 10, 30 },
      BW_SIGNAL_NONE,
      TRUE,
      0 },
    { "slow month by month, on one side for seven",
      "first-response-time",
      "2025-07",
      { 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 },
      { 10, 30, 12, 28, 10, 32, 11, 29, 10, 31, 12, 30, 25, 24, 25, 24, 25, 24, 25 },
      BW_SIGNAL_UP,
      TRUE,
      BW_CONTROL_ONE_SIDE },
    { "too short a past, a change",
      "first-response-time",
      "2024-03",
      { 9, 9, 9 },
      { 10, 10, 30 },
      BW_SIGNAL_UP,
      FALSE,
      0 },
    { "too short a past, no change",
      "tickets-created",
      "2024-03",
      { 30, 30, 34 },
      { 10, 10, 10 },
      BW_SIGNAL_NONE,
      FALSE,
      0 },
    { "nothing before", "tickets-created", "2024-01", { 30 }, { 10 }, BW_SIGNAL_UNKNOWN, FALSE, 0 },
  };
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    g_autoptr (Fixture) fixture = load_months (rows[r].counts, rows[r].minutes);
    BwQuestion question = { .compare = BW_COMPARE_PREVIOUS };
    g_autoptr (BwFigure) figure =
                  ask (fixture, rows[r].kpi, rows[r].period, BW_GRAIN_MONTH, question);
    g_test_message ("%s: signal %d, rules %u", rows[r].name, figure->signal, figure->signal_rules);
    g_assert_cmpint (figure->signal, ==, rows[r].signal);
    g_assert_cmpint (figure->by_control, ==, rows[r].by_control);
    g_assert_cmpuint (figure->signal_rules, ==, rows[r].rules);
    g_assert_cmpint (figure->control != NULL, ==, rows[r].counts[5] > 0);
  }
}

static const int steady[] = { 30, 28, 31, 30, 32, 30, 31, 29, 30, 31, 30, 30, 31, 80, 0 };

/* The tile's signal does not hang on the periods that the chart shows. */
static void
test_other_axis (void)
{
  static const struct {
    const char *period;
    BwGrain grain;
    BwSignal signal;
    gboolean by_control;
    guint n_past;
  } rows[] = {
    { "2025-02", BW_GRAIN_MONTH, BW_SIGNAL_UP, TRUE, 12 },
    { "2025-02", BW_GRAIN_DAY, BW_SIGNAL_UP, TRUE, 12 },
    { "2025-02", BW_GRAIN_WEEK, BW_SIGNAL_UP, TRUE, 12 },
    { "2025-01", BW_GRAIN_MONTH, BW_SIGNAL_NONE, TRUE, 12 },
    { "2024-06", BW_GRAIN_MONTH, BW_SIGNAL_NONE, FALSE, 5 },
    { "2025-02-01..2025-02-20", BW_GRAIN_MONTH, BW_SIGNAL_UP, FALSE, 0 },
  };
  g_autoptr (Fixture) fixture = load_months (steady, NULL);
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    BwQuestion question = { .compare = BW_COMPARE_PREVIOUS };
    g_autoptr (BwFigure) figure =
                  ask (fixture, "tickets-created", rows[r].period, rows[r].grain, question);
    g_test_message ("%s by %s", rows[r].period, bw_grain_to_string (rows[r].grain));
    g_assert_cmpint (figure->signal, ==, rows[r].signal);
    g_assert_cmpint (figure->by_control, ==, rows[r].by_control);
    g_assert_cmpuint (figure->n_past, ==, rows[r].n_past);
  }
}

/* A month of which the data lack a part is neither a signal nor the past of another. */
static void
test_partial (void)
{
  static const char half[] = "999,2025-03-05 09:00:00,2025-03-05 10:00:00,,Open,chat\n";
  g_autoptr (GString) csv =
                g_string_new ("Ticket ID,Created at,First reply at,Solved at,Status,Channel\n"
                              "998,2023-12-20 09:00:00,2023-12-20 10:00:00,,Open,chat\n");
  BwQuestion question = { .compare = BW_COMPARE_PREVIOUS };
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (BwFigure) figure = NULL;

  for (int m = 0; m < 14; m++)
    for (int i = 0; i < 28; i++)
      g_string_append_printf (csv, "%d,%d-%02d-%02d 09:00:00,,,Open,chat\n", m * 28 + i,
                              2024 + m / 12, m % 12 + 1, i + 1);
  g_string_append (csv, half);
  fixture = load_text (csv->str);
  figure = ask (fixture, "tickets-created", "2025-03", BW_GRAIN_MONTH, question);
  g_assert_false (figure->by_control);
  assert_near (figure->control->points[0].value, NAN);
  assert_near (figure->control->points[1].value, 28);
  assert_near (figure->control->points[figure->control->length - 1].value, NAN);
  assert_near (figure->past_low, 28);
}

static void
test_past_and_year (void)
{
  static const int counts[] = { 30, 20, 31, 30, 32, 30, 31, 29, 30, 31, 30, 30, 31, 33, 0 };
  g_autoptr (Fixture) fixture = load_months (counts, NULL);
  BwQuestion question = { .compare = BW_COMPARE_PREVIOUS };
  g_autoptr (BwFigure) figure =
                ask (fixture, "tickets-created", "2025-02", BW_GRAIN_MONTH, question);
  g_autoptr (BwFigure) first = ask (fixture, "tickets-created", "2024-01", BW_GRAIN_MONTH, question);

  g_assert_cmpuint (figure->n_past, ==, 12);
  assert_near (figure->past_median, 30);
  assert_near (figure->past_low, 20);
  assert_near (figure->past_high, 32);
  g_assert_true (figure->has_year);
  assert_near (figure->year.value, 20);
  assert_near (figure->year_change, 13);
  assert_near (figure->previous.value, 31);
  assert_near (figure->change, 2);
  g_assert_cmpint (figure->year_signal, ==, BW_SIGNAL_NONE);
  g_assert_cmpuint (first->n_past, ==, 0);
  g_assert_false (first->has_year);
  assert_near (first->past_median, NAN);
}

/* Each kind of figure has its chart. */
static void
test_charts (void)
{
  static const struct {
    const char *kpi;
    BwControlKind kind;
  } rows[] = {
    { "tickets-created", BW_CONTROL_U },
    { "first-response-time", BW_CONTROL_XMR },
    { "backlog", BW_CONTROL_XMR },
    { "escalation-rate", BW_CONTROL_P },
  };
  g_autoptr (GString) csv =
                g_string_new ("Ticket ID,Created at,First reply at,Solved at,Status,Escalated\n");
  g_autoptr (Fixture) fixture = NULL;

  for (int m = 0; m < 12; m++)
    for (int i = 0; i < 28; i++)
      g_string_append_printf (csv, "%d,2024-%02d-%02d 09:00:00,2024-%02d-%02d 09:30:00,%s,%s,%s\n",
                              m * 28 + i, m + 1, i + 1, m + 1, i + 1,
                              i % 3 ? "2024-12-31 10:00:00" : "", i % 3 ? "Solved" : "Open",
                              i % 5 ? "no" : "yes");
  fixture = load_text (csv->str);
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    BwQuestion question = { .compare = BW_COMPARE_PREVIOUS };
    g_autoptr (BwFigure) figure = ask (fixture, rows[r].kpi, "2024-12", BW_GRAIN_MONTH, question);
    g_test_message ("%s: %s", rows[r].kpi, figure->reason);
    g_assert_nonnull (figure->control);
    g_assert_cmpint (figure->control->plan.kind, ==, rows[r].kind);
  }
}

static void
test_targets (void)
{
  static const struct {
    const char *target;
    const char *channel;
    const char *period;
    BwTargetVerdict verdict;
    BwControlVerdict outlook;
  } rows[] = {
    { "tickets-created=..200", NULL, "2025-02", BW_TARGET_MET, BW_CONTROL_WILL_PASS },
    { "tickets-created=..35", NULL, "2025-02", BW_TARGET_ABOVE, BW_CONTROL_HIT_AND_MISS },
    { "tickets-created=500..", NULL, "2025-02", BW_TARGET_BELOW, BW_CONTROL_WILL_FAIL },
    { "tickets-created=..35", NULL, "2024-03", BW_TARGET_MET, BW_CONTROL_UNSURE },
    { "tickets-created@2025-02=..100", NULL, "2025-02", BW_TARGET_MET, BW_CONTROL_WILL_PASS },
    { "tickets-created@2025-02=..100", NULL, "2025-01", BW_TARGET_NONE, BW_CONTROL_UNSURE },
    { "tickets-created@email=..20", "Email", "2025-02", BW_TARGET_ABOVE, BW_CONTROL_HIT_AND_MISS },
    { "tickets-created@email=..20", NULL, "2025-02", BW_TARGET_NONE, BW_CONTROL_UNSURE },
  };
  g_autoptr (Fixture) fixture = load_months (steady, NULL);
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    const char *const channels[] = { rows[r].channel, NULL };
    g_autoptr (BwTargets) none = bw_targets_new ();
    g_autoptr (BwTargets) targets = bw_targets_parse (none, rows[r].target, NULL);
    g_autoptr (BwFilter) all = bw_filter_new ();
    g_autoptr (BwFilter) filter = bw_filter_with (all, BW_FIELD_CHANNEL, channels);
    BwQuestion question = { .filter = filter, .targets = targets };
    g_autoptr (BwFigure) figure =
                  ask (fixture, "tickets-created", rows[r].period, BW_GRAIN_MONTH, question);
    g_test_message ("%s in %s", rows[r].target, rows[r].period);
    g_assert_cmpint (figure->target_verdict, ==, rows[r].verdict);
    g_assert_cmpint (figure->outlook, ==, rows[r].outlook);
    g_assert_cmpint (figure->target == NULL, ==, rows[r].verdict == BW_TARGET_NONE);
  }
}

/* Published figures: drawn where the question's method is theirs, else refused in words. */
static void
test_benchmarks (void)
{
  static const struct {
    BwStatistic statistic;
    const char *channel;
    const char *best;
  } rows[] = {
    { BW_STATISTIC_MEAN, NULL, NULL },
    { BW_STATISTIC_MEDIAN, NULL, "frt-gorgias" },
    { BW_STATISTIC_MEAN, "Email", "frt-zendesk-email" },
    { BW_STATISTIC_MEDIAN, "Email", "frt-gorgias" },
  };
  g_autoptr (Fixture) fixture = load_months (steady, NULL);
  for (gsize r = 0; r < G_N_ELEMENTS (rows); r++) {
    const char *const channels[] = { rows[r].channel, NULL };
    g_autoptr (BwFilter) all = bw_filter_new ();
    g_autoptr (BwFilter) filter = bw_filter_with (all, BW_FIELD_CHANNEL, channels);
    BwQuestion question = { .filter = filter, .statistic = rows[r].statistic };
    g_autoptr (BwFigure) figure =
                  ask (fixture, "first-response-time", "2025-02", BW_GRAIN_MONTH, question);
    const BwComparison *best = bw_figure_get_benchmark (figure);
    g_assert_cmpstr (best != NULL ? best->benchmark->id : NULL, ==, rows[r].best);
    g_assert_cmpuint (figure->comparisons->len, >=, 5);
    for (guint i = 0; i < figure->comparisons->len; i++) {
      const BwComparison *comparison = g_ptr_array_index (figure->comparisons, i);
      g_assert_true (comparison->refusal == NULL || strlen (comparison->refusal->text) > 20);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judge/signals", test_signals);
  g_test_add_func ("/judge/other-axis", test_other_axis);
  g_test_add_func ("/judge/partial", test_partial);
  g_test_add_func ("/judge/past-and-year", test_past_and_year);
  g_test_add_func ("/judge/charts", test_charts);
  g_test_add_func ("/judge/targets", test_targets);
  g_test_add_func ("/judge/benchmarks", test_benchmarks);
  return g_test_run ();
}
