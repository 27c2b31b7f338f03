/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change taken apart by members and days: the parts add up to it, and the sentences say it. */
#include "bw-error.h"
#include "bw-explanation.h"
#include "bw-importer.h"
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct {
  BwDataset *dataset;
  BwEngine *engine;
  BwZone *zone;
} Fixture;

static void
assert_near (const char *what, double got, double expected)
{
  if (isnan (expected) ? !isnan (got) : !(fabs (got - expected) <= 1e-9 * MAX (1, fabs (expected))))
    g_error ("%s: got %.17g, expected %.17g", what, got, expected);
}

static Fixture *
load (const char *path)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  const char *paths[] = { path, NULL };
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (GError) error = NULL;

  fixture->zone = bw_zone_new_utc ();
  bw_importer_set_zone (importer, fixture->zone);
  fixture->dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->engine = bw_engine_new (fixture->dataset, NULL, fixture->zone);
  return fixture;
}

static Fixture *
load_text (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("explanation-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "in.csv", NULL);
  Fixture *fixture;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  fixture = load (path);
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

static BwExplanation *
explain_by (Fixture *fixture,
            const char *kpi,
            const char *period_text,
            BwCompare compare,
            BwStatistic statistic,
            GError **error)
{
  g_autoptr (BwPeriod) period = bw_period_parse (period_text, fixture->zone, 1, 0, NULL);
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  BwQuestion question = {
    .period = period, .axis = axis, .compare = compare, .statistic = statistic
  };

  return bw_engine_explain (fixture->engine, &question, kpi, NULL, error);
}

static BwExplanation *
explain (Fixture *fixture, const char *kpi, const char *period)
{
  g_autoptr (GError) error = NULL;
  BwExplanation *explanation =
      explain_by (fixture, kpi, period, BW_COMPARE_PREVIOUS, BW_STATISTIC_MEAN, &error);

  g_assert_no_error (error);
  return explanation;
}

static const BwPart *
find_part (const BwBreakdown *breakdown, const char *name)
{
  for (guint i = 0; i < breakdown->parts->len; i++) {
    const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
    if (g_strcmp0 (part->name, name) == 0)
      return part;
  }
  g_error ("no part %s", name);
}

static void
add_ratings (GString *csv, int *id, const char *month, const char *channel, int answers, int good)
{
  for (int i = 0; i < answers; i++, (*id)++)
    g_string_append_printf (csv, "%d,%s-03 09:00:00,%s-04 09:00:00,%s-04 09:00:00,Solved,%s,%s\n",
                            *id, month, month, month, i < good ? "Good" : "Bad", channel);
}

/* E-mail 90 % of 70 % and chat 80 % of 30 % become 91 % of 40 % and 81 % of 60 %: both channels
 * rise, and the whole falls from 87 % to 85 %. */
static Fixture *
load_simpson (void)
{
  g_autoptr (GString) csv = g_string_new (
      "Ticket ID,Created at,Solved at,Updated at,Status,Satisfaction Score,Channel\n");
  int id = 1;

  add_ratings (csv, &id, "2025-02", "email", 700, 630);
  add_ratings (csv, &id, "2025-02", "chat", 300, 240);
  add_ratings (csv, &id, "2025-03", "email", 400, 364);
  add_ratings (csv, &id, "2025-03", "chat", 600, 486);
  return load_text (csv->str);
}

static void
test_simpson (void)
{
  g_autoptr (Fixture) fixture = load_simpson ();
  g_autoptr (BwExplanation) explanation = explain (fixture, "csat", "2025-03");
  const BwBreakdown *channels = bw_explanation_find (explanation, BW_FIELD_CHANNEL);

  assert_near ("before", explanation->value_before, 0.87);
  assert_near ("after", explanation->value_after, 0.85);
  assert_near ("rate", channels->rate, 0.010);
  assert_near ("mix", channels->mix, -0.030);
  assert_near ("rest", channels->rest, 0);
  assert_near ("e-mail's rate", find_part (channels, "email")->rate, 0.0055);
  assert_near ("chat's rate", find_part (channels, "chat")->rate, 0.0045);
  assert_near ("e-mail's share", find_part (channels, "email")->share_after, 0.4);
  assert_near ("chat's mix", find_part (channels, "chat")->mix, 0.3 * (0.805 - 0.86));
  g_assert_true (channels->opposite);
  g_assert_cmpuint (explanation->breakdowns->len, ==, 1);
}

static void
test_words (void)
{
  g_autoptr (Fixture) fixture = load_simpson ();
  g_autoptr (BwExplanation) explanation = explain (fixture, "csat", "2025-03");
  g_auto (GStrv) sentences = bw_explanation_describe (explanation);
  g_autofree char *text = g_strjoinv ("\n", sentences);
  static const char *const words[] = { "fell from 87", "to 85",          "within noise",
                                       "most of them", "shares changed", "chat" };

  g_test_message ("%s", text);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], text);
}

/* Members that come and go: their effect is all mix. */
static void
test_missing_members (void)
{
  g_autoptr (GString) csv = g_string_new (
      "Ticket ID,Created at,Solved at,Updated at,Status,Satisfaction Score,Channel\n");
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (BwExplanation) explanation = NULL;
  const BwBreakdown *channels;
  int id = 1;

  add_ratings (csv, &id, "2025-02", "email", 100, 80);
  add_ratings (csv, &id, "2025-02", "fax", 50, 10);
  add_ratings (csv, &id, "2025-03", "email", 100, 80);
  add_ratings (csv, &id, "2025-03", "chat", 100, 30);
  add_ratings (csv, &id, "2025-03", "", 10, 10);
  fixture = load_text (csv->str);
  explanation = explain (fixture, "csat", "2025-03");
  channels = bw_explanation_find (explanation, BW_FIELD_CHANNEL);
  g_assert_cmpuint (channels->parts->len, ==, 4);
  assert_near ("rate of what did not change", channels->rate, 0);
  assert_near ("all mix", channels->mix, explanation->change);
  assert_near ("gone", find_part (channels, "fax")->share_after, 0);
  assert_near ("gone", find_part (channels, "fax")->after.value, NAN);
  assert_near ("new", find_part (channels, "chat")->share_before, 0);
  g_assert_cmpfloat (find_part (channels, NULL)->contribution, >, 0);
  g_assert_false (channels->opposite);
}

/* Counts and stocks: plain differences, by members and by days. */
static void
test_counts (void)
{
  static const char csv[] = "Ticket ID,Created at,Solved at,Status,Channel\n"
                            "1,2025-02-03 09:00:00,2025-02-04 09:00:00,Solved,email\n"
                            "2,2025-02-05 09:00:00,,Open,email\n"
                            "3,2025-03-03 09:00:00,2025-03-04 09:00:00,Solved,chat\n"
                            "4,2025-03-03 10:00:00,,Open,chat\n"
                            "5,2025-03-03 11:00:00,,Open,email\n"
                            "6,2025-03-20 11:00:00,,Open,chat\n"
                            "7,2025-04-01 11:00:00,,Open,chat\n";
  static const struct {
    const char *kpi;
    double before, after, email, chat, third; /* of March */
  } rows[] = {
    { "tickets-created", 2, 4, -1, 3, 3 - 2.0 / 31 },
    { "backlog", 1, 4, 1, 2, 3 },
  };
  g_autoptr (Fixture) fixture = load_text (csv);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BwExplanation) explanation = explain (fixture, rows[i].kpi, "2025-03");
    const BwBreakdown *channels = bw_explanation_find (explanation, BW_FIELD_CHANNEL);
    const BwDayPart *day = &g_array_index (explanation->days, BwDayPart, 0);
    assert_near ("before", explanation->value_before, rows[i].before);
    assert_near ("after", explanation->value_after, rows[i].after);
    assert_near ("e-mail", find_part (channels, "email")->contribution, rows[i].email);
    assert_near ("chat", find_part (channels, "chat")->contribution, rows[i].chat);
    assert_near ("rate", find_part (channels, "chat")->rate, NAN);
    assert_near ("rates", channels->rate, NAN);
    assert_near ("rest", channels->rest, 0);
    g_assert_false (channels->opposite);
    assert_near ("third of March", day->contribution, rows[i].third);
  }
}

/* Of a year ago there is no way from day to day. */
static void
test_stock_of_last_year (void)
{
  static const char csv[] = "Ticket ID,Created at,Solved at,Status,Channel\n"
                            "1,2024-02-03 09:00:00,,Open,email\n"
                            "3,2024-02-03 09:00:00,2024-02-04 09:00:00,Solved,email\n"
                            "2,2025-03-03 09:00:00,,Open,chat\n";
  g_autoptr (Fixture) fixture = load_text (csv);
  g_autoptr (GError) error = NULL;
  g_autoptr (BwExplanation) explanation = explain_by (fixture, "backlog", "2025-03", BW_COMPARE_YEAR,
                                                     BW_STATISTIC_MEAN, &error);

  g_assert_no_error (error);
  assert_near ("change", explanation->change, 1);
  g_assert_cmpuint (explanation->days->len, ==, 0);
}

/* Every KPI of the sample, by every dimension and day: all adds up. */
static void
check_sums (const BwExplanation *explanation)
{
  double days = 0;

  for (guint i = 0; i < explanation->breakdowns->len; i++) {
    const BwBreakdown *breakdown = g_ptr_array_index (explanation->breakdowns, i);
    double sum = breakdown->others + breakdown->rest;
    double last = INFINITY;
    for (guint p = 0; p < breakdown->parts->len; p++) {
      const BwPart *part = &g_array_index (breakdown->parts, BwPart, p);
      sum += part->contribution;
      g_assert_cmpfloat (fabs (part->contribution), <=, last);
      last = fabs (part->contribution);
      if (!isnan (part->rate))
        assert_near ("a part", part->rate + part->mix, part->contribution);
    }
    assert_near (bw_field_get (breakdown->field)->name, sum, explanation->change);
    if (!breakdown->overlapping && explanation->metric->fold < BW_FOLD_RATIO)
      assert_near ("rest", breakdown->rest, 0);
    if (breakdown->opposite) /* shares are the reason only of what went their way */
      g_assert_cmpfloat (breakdown->mix * explanation->change, >, 0);
    g_assert_true (isnan (breakdown->top_share) ||
                   (breakdown->top_share > 0 && breakdown->top_share <= 1));
  }
  for (guint d = 0; d < explanation->days->len; d++)
    days += g_array_index (explanation->days, BwDayPart, d).contribution;
  if (explanation->days->len > 0 && explanation->metric->fold < BW_FOLD_RATIO)
    assert_near ("days", days, explanation->change);
}

static void
test_sums (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "tickets.csv", NULL);
  g_autoptr (Fixture) fixture = load (path);
  guint n, explained = 0;
  const BwMetric *const *metrics = bw_metrics (&n);
  gint64 from, to;
  g_autoptr (BwPeriod) period = NULL;
  g_autofree char *text = NULL;

  bw_dataset_get_extent (fixture->dataset, &from, &to);
  period = bw_period_parse ("last-month", fixture->zone, from, to, NULL);
  text = bw_period_to_string (period);
  for (guint i = 0; i < n; i++) {
    g_autoptr (BwExplanation) explanation = explain_by (
        fixture, metrics[i]->id, text, BW_COMPARE_PREVIOUS, BW_STATISTIC_MEDIAN, NULL);
    if (explanation->reason != NULL)
      continue;
    g_test_message ("%s: %u dimensions, %u days", metrics[i]->id, explanation->breakdowns->len,
                    explanation->days->len);
    if (explanation->whole_after.n > 20)
      g_assert_cmpuint (explanation->breakdowns->len, >, 3);
    check_sums (explanation);
    explained++;
  }
  g_assert_cmpuint (explained, >=, 10);
}

/* Of medians the means are taken apart, and that is said. */
static void
test_medians (void)
{
  static const char csv[] = "Ticket ID,Created at,First reply at,Solved at,Status,Channel\n"
                            "1,2025-02-03 09:00:00,2025-02-03 10:00:00,,Open,email\n"
                            "2,2025-03-03 09:00:00,2025-03-03 11:00:00,,Open,email\n"
                            "3,2025-03-04 09:00:00,2025-03-04 15:00:00,,Open,chat\n"
                            "4,2025-03-05 09:00:00,2025-03-05 10:00:00,,Open,email\n";
  static const struct {
    BwStatistic statistic;
    gboolean of_means;
  } rows[] = { { BW_STATISTIC_MEAN, FALSE }, { BW_STATISTIC_MEDIAN, TRUE } };
  g_autoptr (Fixture) fixture = load_text (csv);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BwExplanation) explanation = explain_by (fixture, "first-response-time", "2025-03",
                                                       BW_COMPARE_NONE, rows[i].statistic, NULL);
    g_auto (GStrv) sentences = bw_explanation_describe (explanation);
    g_autofree char *text = g_strjoinv ("\n", sentences);
    assert_near ("before", explanation->value_before, 3600);
    assert_near ("after", explanation->value_after, 3 * 3600);
    g_assert_cmpint (explanation->of_means, ==, rows[i].of_means);
    g_assert_cmpint (strstr (text, "medians") != NULL, ==, rows[i].of_means);
  }
}

/* The change and the member that made most of it, in one sentence. */
static void
test_tell (void)
{
  static const struct {
    const char *kpi;
    const char
        *rows; /* of March; in February two tickets by email and two by chat waited an hour */
    const char *sentence;
  } rows[] = {
    { "first-response-time",
      "5,email,2025-03-03 09:00:00,2025-03-03 10:00:00\n"
      "6,email,2025-03-03 09:00:00,2025-03-03 10:00:00\n"
      "7,chat,2025-03-03 09:00:00,2025-03-03 12:00:00\n"
      "8,chat,2025-03-03 09:00:00,2025-03-03 12:00:00\n",
      "rose from 1 h to 2 h: mostly chat, which rose from 1 h to 3 h" },
    { "first-response-time",
      "5,email,2025-03-03 09:00:00,2025-03-03 10:00:00\n"
      "6,chat,2025-03-03 09:00:00,2025-03-03 10:00:00\n",
      "stayed at 1 h" },
    { "tickets-created",
      "5,email,2025-03-03 09:00:00,\n6,email,2025-03-03 09:00:00,\n"
      "7,chat,2025-03-03 09:00:00,\n8,chat,2025-03-03 09:00:00,\n9,chat,2025-03-31 09:00:00,\n",
      "rose from 4 to 5: mostly chat, which rose from 2 to 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *csv = g_strconcat ("Ticket ID,Channel,Created at,First reply at\n"
                                        "1,email,2025-02-03 09:00:00,2025-02-03 10:00:00\n"
                                        "2,email,2025-02-03 09:00:00,2025-02-03 10:00:00\n"
                                        "3,chat,2025-02-03 09:00:00,2025-02-03 10:00:00\n"
                                        "4,chat,2025-02-03 09:00:00,2025-02-03 10:00:00\n",
                                        rows[i].rows, NULL);
    g_autoptr (Fixture) fixture = load_text (csv);
    g_autoptr (BwExplanation) explanation = explain (fixture, rows[i].kpi, "2025-03");
    g_autofree char *sentence = bw_explanation_tell (explanation);
    g_auto (GStrv) pieces = g_strsplit (sentence, "\u202f", -1);
    g_autofree char *spaced = g_strjoinv (" ", pieces);
    if (!g_str_has_suffix (spaced, rows[i].sentence))
      g_error ("%s, not %s", spaced, rows[i].sentence);
  }
}

/* One bad day is where to look. */
static void
test_days (void)
{
  g_autoptr (GString) csv = g_string_new ("Ticket ID,Created at,Solved at,Status,Channel\n");
  g_autoptr (Fixture) fixture = NULL;
  g_autoptr (BwExplanation) explanation = NULL;
  g_auto (GStrv) sentences = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 28; i++)
    g_string_append_printf (csv, "a%d,2025-02-%02d 09:00:00,,Open,email\n", i, i + 1);
  for (int i = 0; i < 31 + 40; i++)
    g_string_append_printf (csv, "b%d,2025-03-%02d 09:00:00,,Open,email\n", i, i < 31 ? i + 1 : 17);
  g_string_append (csv, "c,2025-04-02 09:00:00,,Open,chat\n");
  fixture = load_text (csv->str);
  explanation = explain (fixture, "tickets-created", "2025-03");
  sentences = bw_explanation_describe (explanation);
  text = g_strjoinv ("\n", sentences);
  g_test_message ("%s", text);
  g_assert_cmpfloat (explanation->top_days_share, >, 0.9);
  g_assert_nonnull (strstr (text, "1 day of 31: 17 March 2025."));
}

/* The rows behind a part are those that it counts. */
static void
test_rows_behind (void)
{
  g_autoptr (Fixture) fixture = load_simpson ();
  g_autoptr (BwExplanation) explanation = explain (fixture, "csat", "2025-03");
  const BwBreakdown *channels = bw_explanation_find (explanation, BW_FIELD_CHANNEL);
  BwQuestion question = { .period = explanation->after };
  g_autoptr (BwAxis) axis = bw_axis_new_single (explanation->after);
  BwTable *table;

  question.axis = axis;
  for (guint i = 0; i < channels->parts->len; i++) {
    const BwPart *part = &g_array_index (channels->parts, BwPart, i);
    BwBits *rows = bw_engine_select (fixture->engine, &question, "csat", explanation->after,
                                     channels->field, part->name, &table);
    g_assert_cmpint (bw_bits_count (rows), ==, part->after.n);
    bw_bits_free (rows);
  }
}

static void
test_cannot (void)
{
  static const struct {
    const char *kpi, *period;
  } rows[] = {
    { "handle-time", "2025-03" }, /* no calls */
    { "csat", "2025-02" },        /* nothing before it */
    { "csat", "2025-04" },        /* nothing in it */
  };
  g_autoptr (Fixture) fixture = load_simpson ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (BwExplanation) explanation = explain (fixture, rows[i].kpi, rows[i].period);
    g_auto (GStrv) sentences = bw_explanation_describe (explanation);
    g_assert_nonnull (explanation->reason);
    g_assert_cmpuint (explanation->breakdowns->len + explanation->days->len, ==, 0);
    g_assert_cmpuint (g_strv_length (sentences), ==, 1);
    g_assert_nonnull (strstr (sentences[0], explanation->reason));
  }
  g_assert_null (
      explain_by (fixture, "nothing", "2025-03", BW_COMPARE_NONE, BW_STATISTIC_MEAN, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/simpson", test_simpson);
  g_test_add_func ("/explanation/words", test_words);
  g_test_add_func ("/explanation/missing-members", test_missing_members);
  g_test_add_func ("/explanation/counts", test_counts);
  g_test_add_func ("/explanation/stock-of-last-year", test_stock_of_last_year);
  g_test_add_func ("/explanation/sums", test_sums);
  g_test_add_func ("/explanation/medians", test_medians);
  g_test_add_func ("/explanation/tell", test_tell);
  g_test_add_func ("/explanation/days", test_days);
  g_test_add_func ("/explanation/rows-behind", test_rows_behind);
  g_test_add_func ("/explanation/cannot", test_cannot);
  return g_test_run ();
}
