/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief answer says of every figure what the whole one says, but for what it leaves out; and so
 * does a whole one without splits. */
#include "config.h"

#include "bw-engine.h"
#include "bw-importer.h"
#include <math.h>

typedef struct {
  const char *name;
  const char *period;
  BwGrain grain;
  BwCompare compare;
  BwBasis basis;
  BwStatistic statistic;
  const char *filter; /* NULL = all rows */
  const char *hours;  /* NULL = around the clock */
} Case;

static const Case cases[] = {
  { "months", "2025-09", BW_GRAIN_MONTH, BW_COMPARE_PREVIOUS },
  { "days of a month", "2025-09", BW_GRAIN_DAY, BW_COMPARE_PREVIOUS },
  { "medians", "2025-09", BW_GRAIN_MONTH, BW_COMPARE_YEAR, .statistic = BW_STATISTIC_MEDIAN },
  { "by creation", "2025-09", BW_GRAIN_WEEK, BW_COMPARE_PREVIOUS, .basis = BW_BASIS_CREATED },
  { "filtered", "2025-09", BW_GRAIN_MONTH, BW_COMPARE_PREVIOUS, .filter = "channel=Email" },
  { "no rows", "2025-09", BW_GRAIN_MONTH, BW_COMPARE_PREVIOUS, .filter = "channel=Pigeon" },
  { "business time", "2025-09", BW_GRAIN_MONTH, BW_COMPARE_NONE, .hours = "Mon-Fri 09:00-17:00" },
  { "no calendar unit", "2025-08-20..2025-09-10", BW_GRAIN_DAY, BW_COMPARE_PREVIOUS },
};

static BwDataset *
load_sample (BwZone *zone)
{
  const char *folder = g_getenv ("BELLWETHER_DATA");
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autofree char *tickets = g_build_filename (folder, "sample", "tickets.csv", NULL);
  g_autofree char *costs = g_build_filename (folder, "sample", "costs.csv", NULL);
  const char *const paths[] = { tickets, costs, NULL };
  g_autoptr (GError) error = NULL;
  BwDataset *dataset;

  bw_importer_set_zone (importer, zone);
  dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static GPtrArray *
ask (const Case *test, BwDataset *dataset, BwZone *zone, gboolean split, gboolean brief)
{
  static const BwFieldId splits[] = { BW_FIELD_CHANNEL, BW_FIELD_AGENT, BW_FIELD_NONE };
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (BwEngine) engine = NULL;
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (BwFilter) filter = bw_filter_parse (none, test->filter ? test->filter : "", NULL);
  gint64 from, to;
  g_autoptr (BwPeriod) period = NULL;
  g_autoptr (BwPeriod) span = NULL;
  g_autoptr (BwAxis) axis = NULL;
  GPtrArray *figures;

  if (test->hours != NULL)
    g_assert_true (bw_settings_set_schedule (settings, BW_FIELD_NONE, NULL, test->hours, NULL));
  engine = bw_engine_new (dataset, settings, zone);
  g_assert_true (bw_dataset_get_extent (dataset, &from, &to));
  period = bw_period_parse (test->period, zone, from, to, NULL);
  span = bw_period_new (test->grain == BW_GRAIN_DAY ? period->from : from, period->to, zone);
  axis = bw_axis_new (span, test->grain);
  const BwQuestion question = { .period = period,
                                .axis = axis,
                                .compare = test->compare,
                                .basis = test->basis,
                                .statistic = test->statistic,
                                .filter = filter,
                                .splits = split ? splits : NULL,
                                .brief = brief };
  figures = bw_engine_answer (engine, &question, NULL, NULL);
  g_assert_nonnull (figures);
  return figures;
}

static void
assert_same (double a, double b)
{
  if (!isnan (a) || !isnan (b))
    g_assert_cmpfloat (a, ==, b);
}

static void
assert_same_cell (const BwCell *a, const BwCell *b)
{
  g_assert_cmpint (a->n, ==, b->n);
  assert_same (a->value, b->value);
  assert_same (a->numerator, b->numerator);
  assert_same (a->denominator, b->denominator);
  assert_same (a->mean, b->mean);
  assert_same (a->low, b->low);
  assert_same (a->high, b->high);
}

static void
assert_same_series (BwSeries *a, BwSeries *b)
{
  guint n = bw_axis_get_length (bw_series_get_axis (a));

  g_assert_cmpuint (bw_axis_get_length (bw_series_get_axis (b)), ==, n);
  for (guint i = 0; i < n; i++)
    assert_same_cell (bw_series_get (a, i, 0), bw_series_get (b, i, 0));
}

static void
assert_same_judgement (const BwFigure *a, const BwFigure *b)
{
  assert_same (a->change, b->change);
  assert_same (a->change_interval.low, b->change_interval.low);
  assert_same (a->change_interval.high, b->change_interval.high);
  g_assert_cmpint (a->signal, ==, b->signal);
  g_assert_cmpint (a->by_control, ==, b->by_control);
  g_assert_cmpint (a->control != NULL, ==, b->control != NULL);
  g_assert_cmpint (a->target_verdict, ==, b->target_verdict);
  g_assert_cmpuint (a->n_past, ==, b->n_past);
  assert_same (a->past_median, b->past_median);
  g_assert_cmpuint (a->comparisons->len, ==, b->comparisons->len);
}

static void
assert_same_figure (const BwFigure *a, const BwFigure *b)
{
  g_test_message ("%s", a->metric->id);
  g_assert_true (a->metric == b->metric);
  g_assert_cmpint (a->available, ==, b->available);
  g_assert_cmpstr (a->reason, ==, b->reason);
  if (!a->available)
    return;
  assert_same_cell (&a->current, &b->current);
  assert_same_cell (&a->previous, &b->previous);
  assert_same_series (a->series, b->series);
  assert_same_judgement (a, b);
  g_assert_cmpint (a->in_business_time, ==, b->in_business_time);
  g_assert_cmpint (a->has_beside, ==, b->has_beside);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpstr (a->definition, ==, b->definition);
  g_assert_cmpstr (a->gap, ==, b->gap);
}

static void
test_same (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwDataset) dataset = load_sample (zone);
  g_autoptr (GPtrArray) whole = ask (test, dataset, zone, TRUE, FALSE);
  g_autoptr (GPtrArray) brief = ask (test, dataset, zone, TRUE, TRUE);

  g_assert_cmpuint (whole->len, ==, brief->len);
  for (guint i = 0; i < whole->len; i++) {
    const BwFigure *figure = brief->pdata[i];
    assert_same_figure (whole->pdata[i], figure);
    g_assert_true (figure->brief);
    g_assert_false (((const BwFigure *) whole->pdata[i])->brief);
    g_assert_cmpuint (figure->splits->len, ==, 0);
    g_assert_false (figure->has_year);
  }
}

static void
assert_same_ranks (const BwCell *a, const BwCell *b)
{
  assert_same (a->median, b->median);
  assert_same (a->p90, b->p90);
  assert_same (a->min, b->min);
  assert_same (a->max, b->max);
}

static void
test_without_splits (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwDataset) dataset = load_sample (zone);
  g_autoptr (GPtrArray) whole = ask (test, dataset, zone, TRUE, FALSE);
  g_autoptr (GPtrArray) plain = ask (test, dataset, zone, FALSE, FALSE);

  for (guint i = 0; i < whole->len; i++) {
    const BwFigure *a = whole->pdata[i];
    const BwFigure *b = plain->pdata[i];
    assert_same_figure (a, b);
    assert_same_ranks (&a->current, &b->current);
    assert_same_ranks (&a->previous, &b->previous);
    assert_same_ranks (&a->beside, &b->beside);
    g_assert_cmpmem (a->excluded, sizeof a->excluded, b->excluded, sizeof b->excluded);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/brief/%s", cases[i].name);
    g_autofree char *plain = g_strdup_printf ("/without-splits/%s", cases[i].name);
    g_test_add_data_func (path, &cases[i], test_same);
    g_test_add_data_func (plain, &cases[i], test_without_splits);
  }
  return g_test_run ();
}
