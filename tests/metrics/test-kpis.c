/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every KPI of the shelf has a case small enough to check by hand: tests/data/kpi/ID/in.csv and
 * expected.json, whose "why" says how the figures come about. */
#include "bw-engine.h"
#include "bw-importer.h"
#include <math.h>
#include <yyjson.h>

typedef struct {
  const BwMetric *metric;
  yyjson_doc *expected;
  BwDataset *dataset;
  GPtrArray *figures;
  const BwFigure *figure;
} Case;

static char *
case_path (const BwMetric *metric, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "kpi", metric->id, name, NULL);
}

static void
assert_close (const char *what, double got, yyjson_val *expected)
{
  double want = yyjson_is_null (expected) ? NAN : yyjson_get_num (expected);

  if (isnan (want) ? isnan (got) : fabs (got - want) <= 1e-9 * MAX (1, fabs (want)))
    return;
  g_test_message ("%s is %.12g, expected %.12g", what, got, want);
  g_test_fail ();
}

static const BwFieldId *
wanted_splits (yyjson_val *splits, BwFieldId *fields)
{
  size_t i, n;
  yyjson_val *key, *value;

  fields[0] = BW_FIELD_NONE;
  if (splits == NULL)
    return fields;
  yyjson_obj_foreach (splits, i, n, key, value)
  {
    const BwField *field = bw_field_find (yyjson_get_str (key));
    g_assert_nonnull (field);
    fields[i] = field->id;
    fields[i + 1] = BW_FIELD_NONE;
  }
  return fields;
}

static void
load (Case *test)
{
  g_autofree char *json = case_path (test->metric, "expected.json");
  g_autofree char *csv = case_path (test->metric, "in.csv");
  const char *paths[] = { csv, NULL };
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  test->expected = yyjson_read_file (json, 0, NULL, NULL);
  if (test->expected == NULL)
    g_error ("%s: every KPI needs a case", json);
  bw_importer_set_zone (importer, zone);
  test->dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
ask (Case *test)
{
  yyjson_val *root = yyjson_doc_get_root (test->expected);
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) span = NULL;
  g_autoptr (BwPeriod) period = NULL;
  g_autoptr (BwAxis) axis = NULL;
  g_autoptr (BwEngine) engine = bw_engine_new (test->dataset, NULL, NULL);
  g_autoptr (GError) error = NULL;
  const char *kpis[] = { test->metric->id, NULL };
  BwFieldId fields[8];
  BwQuestion question = { .compare = BW_COMPARE_PREVIOUS, .kpis = kpis };
  gint64 from, to;

  g_assert_true (bw_dataset_get_extent (test->dataset, &from, &to));
  period =
      bw_period_parse (yyjson_get_str (yyjson_obj_get (root, "period")), zone, from, to, &error);
  g_assert_no_error (error);
  span = bw_period_new (MIN (from, period->from), period->to, zone);
  axis = bw_axis_new (span, BW_GRAIN_MONTH);
  question.period = period;
  question.axis = axis;
  question.splits = wanted_splits (yyjson_obj_get (root, "splits"), fields);
  test->figures = bw_engine_answer (engine, &question, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test->figures->len, ==, 1);
  test->figure = g_ptr_array_index (test->figures, 0);
}

static void
check_cell (const Case *test)
{
  yyjson_val *root = yyjson_doc_get_root (test->expected);
  const BwCell *cell = &test->figure->current;
  const struct {
    const char *name;
    double got;
  } numbers[] = {
    { "value", cell->value },
    { "n", cell->n },
    { "mean", cell->mean },
    { "median", cell->median },
    { "p90", cell->p90 },
    { "min", cell->min },
    { "max", cell->max },
    { "numerator", cell->numerator },
    { "denominator", cell->denominator },
    { "previous", test->figure->previous.value },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (yyjson_obj_get (root, numbers[i].name) != NULL)
      assert_close (numbers[i].name, numbers[i].got, yyjson_obj_get (root, numbers[i].name));
}

/* All reasons that are not named in the case must be 0. */
static void
check_excluded (const Case *test)
{
  yyjson_val *excluded = yyjson_obj_get (yyjson_doc_get_root (test->expected), "excluded");

  for (int reason = BW_REASON_UNANSWERED; excluded != NULL && reason < BW_REASON_LAST; reason++) {
    const char *name = bw_reason_to_string (reason);
    g_test_message ("excluded %s: %" G_GINT64_FORMAT, name, test->figure->excluded[reason]);
    g_assert_cmpint (test->figure->excluded[reason], ==,
                     yyjson_get_int (yyjson_obj_get (excluded, name)));
  }
}

static void
check_series (const Case *test)
{
  yyjson_val *series = yyjson_obj_get (yyjson_doc_get_root (test->expected), "series");
  BwAxis *axis = bw_series_get_axis (test->figure->series);

  g_assert_cmpuint (bw_axis_get_length (axis), ==, yyjson_obj_size (series));
  for (guint i = 0; i < bw_axis_get_length (axis); i++)
    assert_close (bw_axis_get_key (axis, i), bw_series_get (test->figure->series, i, 0)->value,
                  yyjson_obj_get (series, bw_axis_get_key (axis, i)));
}

/* "" in the case stands for rows without a value. */
static void
check_split (const BwSeries *split, yyjson_val *members)
{
  g_assert_cmpuint (bw_series_get_n_members (split), ==, yyjson_obj_size (members));
  for (guint m = 0; m < bw_series_get_n_members (split); m++) {
    const char *name = bw_series_get_member (split, m);
    yyjson_val *expected = yyjson_obj_get (members, name != NULL ? name : "");
    g_assert_nonnull (expected);
    assert_close (name != NULL ? name : "(none)", bw_series_get (split, 0, m)->value, expected);
  }
}

static void
check_splits (const Case *test)
{
  yyjson_val *splits = yyjson_obj_get (yyjson_doc_get_root (test->expected), "splits");
  size_t i, n;
  yyjson_val *key, *value;

  if (splits == NULL)
    return;
  yyjson_obj_foreach (splits, i, n, key, value)
  {
    const BwField *field = bw_field_find (yyjson_get_str (key));
    const BwSeries *split = bw_figure_find_split (test->figure, field->id);
    g_assert_nonnull (split);
    check_split (split, value);
  }
}

static void
check_details (const Case *test)
{
  yyjson_val *details = yyjson_obj_get (yyjson_doc_get_root (test->expected), "details");
  size_t i, n;
  yyjson_val *key, *value;

  if (details == NULL)
    return;
  yyjson_obj_foreach (details, i, n, key, value)
  {
    gboolean found = FALSE;
    for (guint d = 0; d < test->figure->details->len; d++) {
      const BwDetail *detail = &g_array_index (test->figure->details, BwDetail, d);
      if (!g_str_equal (detail->id, yyjson_get_str (key)))
        continue;
      assert_close (detail->id, detail->value, value);
      found = TRUE;
    }
    g_assert_true (found);
  }
}

static void
test_kpi (gconstpointer metric)
{
  Case test = { .metric = metric };

  load (&test);
  ask (&test);
  if (!test.figure->available)
    g_error ("not available: %s", test.figure->reason);
  check_cell (&test);
  check_excluded (&test);
  check_series (&test);
  check_splits (&test);
  check_details (&test);
  g_ptr_array_unref (test.figures);
  g_object_unref (test.dataset);
  yyjson_doc_free (test.expected);
}

/* Ids are stable and unique; every KPI says what it needs, in words. */
static void
test_shelf (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  g_assert_cmpuint (n, >=, 16);
  for (guint i = 0; i < n; i++) {
    g_autofree char *needs = bw_metric_missing (metrics[i], NULL, NULL);
    g_assert_true (bw_metric_find (metrics[i]->id) == metrics[i]);
    g_assert_nonnull (needs);
    g_assert_cmpint (strlen (metrics[i]->definition), >, 20);
    g_assert_nonnull (metrics[i]->origin);
    g_assert_cmpstr (bw_metric_group_title (metrics[i]->group), !=, metrics[i]->group);
  }
}

int
main (int argc, char **argv)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metrics/shelf", test_shelf);
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strdup_printf ("/metrics/kpi/%s", metrics[i]->id);
    g_test_add_data_func (path, metrics[i], test_kpi);
  }
  return g_test_run ();
}
