/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every KPI of the shelf has a case small enough to check by hand: tests/data/kpi/ID/in*.csv and
 * expected.json, whose "why" says how the figures come about. Its "variants" say what else comes
 * out of the same files with other "settings". */
#include "bw-civil.h"
#include "bw-engine.h"
#include "bw-importer.h"
#include <math.h>
#include <yyjson.h>

typedef struct {
  const BwMetric *metric;
  yyjson_doc *document;
  yyjson_val *expected; /* the case, or one of its variants */
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

/* The files of the case, in the order of their names. */
static GStrv
list_files (const BwMetric *metric)
{
  g_autofree char *folder = case_path (metric, NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    g_error ("%s: every KPI needs a case", folder);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "in"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (paths, names->pdata[i]);
  return g_strv_builder_end (paths);
}

static void
load (Case *test)
{
  g_autofree char *json = case_path (test->metric, "expected.json");
  g_auto (GStrv) paths = list_files (test->metric);
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  test->document = yyjson_read_file (json, 0, NULL, NULL);
  if (test->document == NULL)
    g_error ("%s: no case that can be read", json);
  bw_importer_set_zone (importer, zone);
  test->dataset =
      bw_importer_load (importer, (const char *const *) paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
parse_day (const char *text)
{
  int year, month, day;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  return bw_civil_to_days (year, month, day);
}

static double
get_number (yyjson_val *object, const char *name)
{
  yyjson_val *value = yyjson_obj_get (object, name);

  return value != NULL ? yyjson_get_num (value) : NAN;
}

static BwSettings *
read_settings (yyjson_val *given)
{
  BwSettings *settings = bw_settings_new ();
  g_autoptr (GError) error = NULL;
  size_t i, n;
  yyjson_val *value;
  BwExclusion exclusion;

  yyjson_arr_foreach (yyjson_obj_get (given, "choices"), i, n, value)
  {
    bw_settings_parse_choice (settings, yyjson_get_str (value), &error);
    g_assert_no_error (error);
  }
  yyjson_arr_foreach (yyjson_obj_get (given, "include"), i, n, value)
  {
    g_assert_true (bw_exclusion_parse (yyjson_get_str (value), &exclusion));
    bw_settings_set_excludes (settings, exclusion, FALSE);
  }
  bw_settings_set_schedule (settings, BW_FIELD_NONE, NULL,
                            yyjson_get_str (yyjson_obj_get (given, "hours")), &error);
  g_assert_no_error (error);
  yyjson_arr_foreach (yyjson_obj_get (given, "holidays"), i, n, value)
      bw_settings_add_holiday (settings, parse_day (yyjson_get_str (value)), NULL);
  yyjson_arr_foreach (yyjson_obj_get (given, "sla"), i, n, value)
      bw_settings_set_sla_target (settings, yyjson_get_str (yyjson_obj_get (value, "priority")),
                                  yyjson_get_str (yyjson_obj_get (value, "channel")),
                                  get_number (value, "reply"), get_number (value, "solve"));
  yyjson_arr_foreach (yyjson_obj_get (given, "inputs"), i, n, value)
      bw_settings_set_input (settings, parse_day (yyjson_get_str (yyjson_obj_get (value, "month"))),
                             bw_field_find (yyjson_get_str (yyjson_obj_get (value, "field")))->id,
                             get_number (value, "value"));
  return settings;
}

static void
ask (Case *test)
{
  yyjson_val *root = yyjson_doc_get_root (test->document);
  yyjson_val *own = yyjson_obj_get (test->expected, "period");
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwSettings) settings = read_settings (yyjson_obj_get (test->expected, "settings"));
  g_autoptr (BwPeriod) span = NULL;
  g_autoptr (BwPeriod) period = NULL;
  g_autoptr (BwAxis) axis = NULL;
  g_autoptr (BwEngine) engine = bw_engine_new (test->dataset, settings, zone);
  g_autoptr (GError) error = NULL;
  const char *kpis[] = { test->metric->id, NULL };
  BwFieldId fields[8];
  BwQuestion question = { .compare = BW_COMPARE_PREVIOUS, .kpis = kpis };
  gint64 from, to;

  g_assert_true (bw_dataset_get_extent (test->dataset, &from, &to));
  period = bw_period_parse (yyjson_get_str (own != NULL ? own : yyjson_obj_get (root, "period")),
                            zone, from, to, &error);
  g_assert_no_error (error);
  span = bw_period_new (MIN (from, period->from), period->to, zone);
  axis = bw_axis_new (span, BW_GRAIN_MONTH);
  question.period = period;
  question.axis = axis;
  question.splits = wanted_splits (yyjson_obj_get (test->expected, "splits"), fields);
  test->figures = bw_engine_answer (engine, &question, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test->figures->len, ==, 1);
  test->figure = g_ptr_array_index (test->figures, 0);
  if (!test->figure->available)
    g_error ("%s is not available: %s", test->metric->id, test->figure->reason);
}

static void
check_cell (const Case *test)
{
  yyjson_val *root = test->expected;
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
    { "low", cell->low },
    { "high", cell->high },
    { "previous", test->figure->previous.value },
    { "beside", test->figure->beside.value },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (yyjson_obj_get (root, numbers[i].name) != NULL)
      assert_close (numbers[i].name, numbers[i].got, yyjson_obj_get (root, numbers[i].name));
}

/* All reasons that are not named in the case must be 0. */
static void
check_excluded (const Case *test)
{
  yyjson_val *excluded = yyjson_obj_get (test->expected, "excluded");

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
  yyjson_val *series = yyjson_obj_get (test->expected, "series");
  BwAxis *axis = bw_series_get_axis (test->figure->series);

  if (series == NULL)
    return;
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
  yyjson_val *splits = yyjson_obj_get (test->expected, "splits");
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
  yyjson_val *details = yyjson_obj_get (test->expected, "details");
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
check (Case *test)
{
  ask (test);
  check_cell (test);
  check_excluded (test);
  check_series (test);
  check_splits (test);
  check_details (test);
  g_ptr_array_unref (test->figures);
}

static void
test_kpi (gconstpointer metric)
{
  Case test = { .metric = metric };
  yyjson_val *root;
  size_t i, n;
  yyjson_val *variant;

  load (&test);
  root = test.expected = yyjson_doc_get_root (test.document);
  g_assert_nonnull (yyjson_obj_get (root, "why"));
  g_assert_nonnull (yyjson_obj_get (root, "series"));
  check (&test);
  yyjson_arr_foreach (yyjson_obj_get (root, "variants"), i, n, variant)
  {
    g_test_message ("variant %zu: %s", i, yyjson_get_str (yyjson_obj_get (variant, "why")));
    test.expected = variant;
    check (&test);
  }
  g_object_unref (test.dataset);
  yyjson_doc_free (test.document);
}

/* A default that is out of range, or an option twice, would be found by no case. */
static void
test_choices (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  for (guint i = 0; i < n; i++)
    for (guint c = 0; c < bw_metric_get_n_choices (metrics[i]); c++) {
      const BwChoice *choice = &metrics[i]->choices[c];
      g_autoptr (BwSettings) settings = bw_settings_new ();
      g_autofree char *preset = bw_settings_get_choice (settings, metrics[i]->id, choice->id);
      g_autofree char *definition = bw_metric_define (metrics[i], NULL);
      g_assert_true (bw_settings_set_choice (settings, metrics[i]->id, choice->id, preset, NULL));
      g_assert_false (bw_settings_set_choice (settings, metrics[i]->id, choice->id, "?", NULL));
      g_assert_cmpint (strlen (definition), >, strlen (metrics[i]->definition));
    }
}

static gboolean
is_tried (yyjson_val *root, const char *choice)
{
  size_t i, n, c, n_choices;
  yyjson_val *variant, *chosen;

  yyjson_arr_foreach (yyjson_obj_get (root, "variants"), i, n, variant)
  {
    yyjson_val *settings = yyjson_obj_get (variant, "settings");
    yyjson_arr_foreach (yyjson_obj_get (settings, "choices"), c, n_choices, chosen)
    {
      if (g_str_equal (yyjson_get_str (chosen), choice))
        return TRUE;
    }
  }
  return FALSE;
}

/* Every way to count has a variant in the case of its KPI. */
static void
test_options_are_tried (void)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *json = case_path (metrics[i], "expected.json");
    yyjson_doc *document = yyjson_read_file (json, 0, NULL, NULL);

    for (guint c = 0; c < bw_metric_get_n_choices (metrics[i]); c++)
      for (guint o = 1; o < bw_choice_get_n_options (&metrics[i]->choices[c]); o++) {
        const BwChoice *choice = &metrics[i]->choices[c];
        g_autofree char *text =
            g_strdup_printf ("%s.%s=%s", metrics[i]->id, choice->id, choice->options[o].id);
        if (!is_tried (yyjson_doc_get_root (document), text))
          g_error ("%s: no variant of %s", text, json);
      }
    yyjson_doc_free (document);
  }
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
    if (needs == NULL)
      g_error ("%s says nothing of its needs", metrics[i]->id);
    g_assert_cmpint (strlen (metrics[i]->definition), >, 20);
    g_assert_nonnull (metrics[i]->origin);
    g_assert_cmpstr (bw_metric_group_title (metrics[i]->group), !=, metrics[i]->group);
  }
}

static BwTable *
make_tickets (BwFieldId reply)
{
  const BwFieldId fields[] = { BW_FIELD_CREATED, BW_FIELD_REPLY_DUE, reply };
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);

  for (guint i = 0; i < G_N_ELEMENTS (fields) && fields[i] != BW_FIELD_NONE; i++) {
    BwColumn *column = bw_column_new (fields[i], "Date", (int) i, BW_STORE_TIME, 1);

    *(gint32 *) column->values = 0;
    column->n_present = 1;
    g_ptr_array_add (columns, column);
  }
  return bw_table_new (BW_KIND_TICKETS, 1, columns, NULL, NULL);
}

/* Due dates without replies would call every ticket late. */
static void
test_due_dates_alone (void)
{
  const BwMetric *metric = bw_metric_find ("sla-first-response");
  g_autoptr (BwTable) alone = make_tickets (BW_FIELD_NONE);
  g_autoptr (BwTable) both = make_tickets (BW_FIELD_FIRST_REPLY);
  g_autofree char *missing = bw_metric_missing (metric, alone, NULL);

  g_assert_nonnull (missing);
  g_assert_null (bw_metric_missing (metric, both, NULL));
}

static BwTable *
make_responses (gint64 n_answers)
{
  const BwFieldId fields[] = { BW_FIELD_SENT, BW_FIELD_CSAT };
  const gint64 n_present[] = { 2, n_answers };
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    BwColumn *column = bw_column_new (fields[i], "Column", (int) i, BW_STORE_TIME, 2);

    memset (column->values, 0, 2 * sizeof (gint32));
    column->n_present = n_present[i];
    g_ptr_array_add (columns, column);
  }
  return bw_table_new (BW_KIND_RESPONSES, 2, columns, NULL, NULL);
}

/* A file of answers only would call every survey answered. */
static void
test_answers_alone (void)
{
  const BwMetric *metric = bw_metric_find ("survey-response-rate");
  g_autoptr (BwTable) alone = make_responses (2);
  g_autoptr (BwTable) both = make_responses (1);
  g_autofree char *missing = bw_metric_missing (metric, alone, NULL);

  g_assert_nonnull (missing);
  g_assert_null (bw_metric_missing (metric, both, NULL));
}

int
main (int argc, char **argv)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metrics/shelf", test_shelf);
  g_test_add_func ("/metrics/due-dates-alone", test_due_dates_alone);
  g_test_add_func ("/metrics/answers-alone", test_answers_alone);
  g_test_add_func ("/metrics/choices", test_choices);
  g_test_add_func ("/metrics/options-are-tried", test_options_are_tried);
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strdup_printf ("/metrics/kpi/%s", metrics[i]->id);
    g_test_add_data_func (path, metrics[i], test_kpi);
  }
  return g_test_run ();
}
