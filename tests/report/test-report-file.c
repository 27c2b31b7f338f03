/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved reports: all that is set comes back, and what is not known stays. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-report-file.h"

#define PLACE "/home/ada/reports/March.bellwether"
#define HEAD "{\"format\":\"bellwether\",\"version\":1,"

static BwReportFile *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return bw_report_file_read (PLACE, bytes, error);
}

static BwWorkspace *
create_workspace (void)
{
  g_autoptr (BwZone) utc = bw_zone_new_utc ();

  return bw_workspace_new (utc);
}

static void
fill_settings (BwWorkspace *workspace)
{
  g_autoptr (BwSettings) settings = bw_settings_new ();

  g_assert_true (
      bw_settings_parse_choice (settings, "first-contact-resolution.method=one-contact", NULL));
  bw_settings_set_excludes (settings, BW_EXCLUDE_TEST, FALSE);
  bw_settings_set_clock (settings, BW_CLOCK_CALENDAR);
  g_assert_true (bw_settings_set_schedule (settings, BW_FIELD_NONE, NULL, "mon-fri 9-17", NULL));
  g_assert_true (bw_settings_set_schedule (settings, BW_FIELD_TEAM, "Süd", "mon-sat 8-20", NULL));
  bw_settings_add_holiday (settings, bw_civil_to_days (2025, 5, 1), "May Day");
  bw_settings_set_sla_target (settings, "urgent", NULL, 3600, NAN);
  bw_settings_set_topic (settings, "Delivery", "late;waiting");
  bw_settings_set_input (settings, bw_civil_to_days (2025, 3, 1), BW_FIELD_REVENUE, 1234.1);
  bw_settings_set_currency (settings, "EUR");
  bw_workspace_set_settings (workspace, settings);
}

static void
fill_question (BwWorkspace *workspace)
{
  static const char *const values[] = { "chat", "e,mail", NULL };
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPeriod) period = bw_period_parse ("2025-03", zone, 1, 0, NULL);
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (BwFilter) filter = bw_filter_with (none, BW_FIELD_CHANNEL, values);
  g_autoptr (BwTargets) no_targets = bw_targets_new ();
  g_autoptr (BwTargets) targets = bw_targets_parse (no_targets, "csat=90%", NULL);

  bw_workspace_set_zone (workspace, zone);
  bw_workspace_set_period (workspace, period);
  bw_workspace_set_grain (workspace, BW_GRAIN_WEEK);
  bw_workspace_set_compare (workspace, BW_COMPARE_YEAR);
  bw_workspace_set_basis (workspace, BW_BASIS_CREATED);
  bw_workspace_set_statistic (workspace, BW_STATISTIC_MEDIAN);
  bw_workspace_set_anonymise (workspace, TRUE);
  bw_workspace_set_filter (workspace, filter);
  bw_workspace_set_targets (workspace, targets);
}

static void
fill_plan (BwReportPlan *plan)
{
  static const char *const sections[] = { "summary", "team", NULL };
  static const char *const pinned[] = { "csat", NULL };
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);

  bw_report_plan_set_template (plan, "team");
  bw_report_plan_set_sections (plan, sections);
  bw_report_plan_set_title (plan, "“Board”\n");
  bw_report_plan_set_logo (plan, "/home/ada/reports/logo.png");
  bw_report_plan_set_sheet (plan, BW_SHEET_LETTER);
  bw_report_plan_set_quotes (plan, TRUE);
  bw_report_plan_set_comment (plan, "team", "One is new.");
  bw_report_plan_set_tiles (plan, BW_TILES_PINNED, pinned);
  g_ptr_array_add (actions, bw_report_action_new ("Hire", "Ada", "2025-04-30"));
  bw_report_plan_set_actions (plan, actions);
}

static char *
write_text (BwReportFile *file, const char *path, BwWorkspace *workspace)
{
  g_autoptr (GBytes) bytes = bw_report_file_write (file, path, workspace, "2025-03");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_round_trip (void)
{
  g_autoptr (BwWorkspace) workspace = create_workspace ();
  g_autoptr (BwWorkspace) other = create_workspace ();
  g_autoptr (BwReportFile) file = bw_report_file_new ();
  g_autoptr (BwReportFile) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  fill_settings (workspace);
  fill_question (workspace);
  fill_plan (bw_workspace_get_plan (workspace));
  text = write_text (file, PLACE, workspace);
  again = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_true (bw_report_file_apply (again, other, &error));
  g_assert_no_error (error);
  g_assert_true (
      bw_settings_equal (bw_workspace_get_settings (workspace), bw_workspace_get_settings (other)));
  g_assert_true (
      bw_filter_equal (bw_workspace_get_filter (workspace), bw_workspace_get_filter (other)));
  g_assert_true (
      bw_period_equal (bw_workspace_get_period (workspace), bw_workspace_get_period (other)));
  g_assert_cmpstr (bw_report_plan_get_logo (bw_workspace_get_plan (other)), ==,
                   "/home/ada/reports/logo.png");
  text_again = write_text (again, PLACE, other);
  g_assert_cmpstr (text, ==, text_again);
}

/* Also in the items of lists, and when it is saved elsewhere. */
static void
test_unknown_keys (void)
{
  g_autoptr (BwWorkspace) workspace = create_workspace ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BwReportFile) file = read_text (
      HEAD "\"mood\":[1,{\"a\":null}],\"settings\":{\"weather\":\"rain\","
           "\"holidays\":[{\"day\":\"2025-05-01\",\"name\":\"May\",\"half\":7.5}]},"
           "\"sources\":[{\"path\":\"a.csv\",\"colour\":\"red\"}]}",
      &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (bw_report_file_apply (file, workspace, NULL));
  text = write_text (file, "/home/ada/other/March.bellwether", workspace);
  g_assert_nonnull (strstr (text, "\"mood\": ["));
  g_assert_nonnull (strstr (text, "\"weather\": \"rain\""));
  g_assert_nonnull (strstr (text, "\"half\": 7.5"));
  g_assert_nonnull (strstr (text, "\"colour\": \"red\""));
  g_assert_nonnull (strstr (text, "\"path\": \"/home/ada/reports/a.csv\""));
}

static void
test_paths (void)
{
  static const struct {
    const char *spelt;
    const char *path;
  } cases[] = {
    { "a.csv", "/home/ada/reports/a.csv" },
    { "in/a.csv", "/home/ada/reports/in/a.csv" },
    { "/srv/a.csv", "/srv/a.csv" },
    { "/home/ada/reports2/a.csv", "/home/ada/reports2/a.csv" },
    { "file:///srv/%FF.csv", "/srv/\xff.csv" },
  };
  g_autoptr (BwWorkspace) workspace = create_workspace ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *item = g_strdup_printf ("\"path\": \"%s\"", cases[i].spelt);
    g_autofree char *text = g_strconcat (HEAD "\"sources\":[{", item, "}]}", NULL);
    g_autoptr (BwReportFile) file = read_text (text, NULL);
    g_auto (GStrv) paths = bw_report_file_list_paths (file);
    g_autofree char *written = write_text (file, PLACE, workspace);

    g_assert_cmpstr (paths[0], ==, cases[i].path);
    g_assert_nonnull (strstr (written, item));
  }
}

static void
test_errors (void)
{
  static const struct {
    const char *text;
    int code;
    const char *words;
  } cases[] = {
    { "", BW_ERROR_FORMAT, "empty" },
    { "{\"format\":", BW_ERROR_FORMAT, "byte" },
    { "[]", BW_ERROR_FORMAT, "format" },
    { "{\"format\":\"other\",\"version\":1}", BW_ERROR_FORMAT, "format" },
    { "{\"format\":\"bellwether\"}", BW_ERROR_FORMAT, "version" },
    { "{\"format\":\"bellwether\",\"version\":2}", BW_ERROR_UNSUPPORTED, "newer" },
    { HEAD "\"sources\":[3]}", BW_ERROR_FORMAT, "sources.path" },
    { HEAD "\"settings\":[]}", BW_ERROR_FORMAT, "settings" },
    { HEAD "\"settings\":{\"clock\":\"sun\"}}", BW_ERROR_FORMAT, "settings.clock" },
    { HEAD "\"settings\":{\"choices\":{\"x.y\":\"z\"}}}", BW_ERROR_FORMAT, "settings.choices" },
    { HEAD "\"settings\":{\"holidays\":[{\"day\":\"2025-02-30\"}]}}", BW_ERROR_FORMAT,
      "settings.holidays.day" },
    { HEAD "\"question\":{\"time-zone\":\"Moon\"}}", BW_ERROR_FORMAT, "question.time-zone" },
    { HEAD "\"question\":{\"filter\":{\"x\":[]}}}", BW_ERROR_FORMAT, "question.filter.x" },
    { HEAD "\"report\":{\"quotes\":1}}", BW_ERROR_FORMAT, "report.quotes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwWorkspace) workspace = create_workspace ();
    g_autoptr (GError) error = NULL;
    g_autoptr (BwReportFile) file = read_text (cases[i].text, &error);

    if (file != NULL)
      g_assert_false (bw_report_file_apply (file, workspace, &error));
    g_assert_error (error, BW_ERROR, cases[i].code);
    g_assert_nonnull (strstr (error->message, "March.bellwether"));
    g_assert_nonnull (strstr (error->message, cases[i].words));
  }
}

/* They are there without the sources, and stay when it is saved without data. */
static void
test_figures (void)
{
  g_autoptr (BwWorkspace) workspace = create_workspace ();
  g_autoptr (BwReportFile) file = read_text (
      HEAD "\"figures\":{\"period\":\"2025-03\",\"values\":["
           "{\"id\":\"csat\",\"value\":0.5,\"n\":8},{\"id\":\"nps\",\"value\":null},"
           "{\"id\":\"cost-per-ticket\",\"value\":4,\"n\":8,\"currency\":\"EUR\"}]}}",
      NULL);
  g_autofree char *text = write_text (file, PLACE, workspace);
  g_autoptr (BwReportFile) again = read_text (text, NULL);
  const GPtrArray *figures = bw_report_file_get_figures (again);
  const BwSavedFigure *first;

  g_assert_cmpuint (figures->len, ==, 3);
  first = figures->pdata[0];
  g_assert_cmpstr (first->id, ==, "csat");
  g_assert_cmpfloat (first->value, ==, 0.5);
  g_assert_cmpint (first->n, ==, 8);
  g_assert_null (first->currency);
  g_assert_cmpstr (((BwSavedFigure *) figures->pdata[2])->currency, ==, "EUR");
  g_assert_true (isnan (((BwSavedFigure *) figures->pdata[1])->value));
  g_assert_cmpstr (bw_report_file_get_figures_period (again), ==, "2025-03");
}

static void
test_compare (void)
{
  static const struct {
    const char *one;
    const char *other;
    BwReportParts parts;
  } cases[] = {
    { "\"x\":1", "\"figures\":{}", 0 },
    { "\"sources\":[{\"path\":\"a.csv\"}]", "\"x\":1", BW_PART_SOURCES },
    { "\"sources\":[{\"path\":\"a.csv\"}]", "\"sources\":[{\"path\":\"b.csv\"}]", BW_PART_SOURCES },
    { "\"sources\":[{\"path\":\"a.csv\"}]",
      "\"sources\":[{\"path\":\"a.csv\",\"reading\":[\"kind=calls\"]}]", BW_PART_READING },
    { "\"question\":{\"grain\":\"week\"}", "\"question\":{\"grain\":\"day\"}", BW_PART_QUESTION },
    { "\"settings\":{\"currency\":\"EUR\"}", "\"settings\":{\"currency\":\"SEK\"}",
      BW_PART_SETTINGS },
    { "\"report\":{\"title\":\"March\"}", "\"report\":{\"title\":\"April\"}", BW_PART_PLAN },
    { "\"overview\":{\"pinned\":[]}", "\"overview\":{\"pinned\":[\"csat\"]}", BW_PART_OVERVIEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *one_text = g_strconcat (HEAD, cases[i].one, "}", NULL);
    g_autofree char *other_text = g_strconcat (HEAD, cases[i].other, "}", NULL);
    g_autoptr (BwReportFile) one = read_text (one_text, NULL);
    g_autoptr (BwReportFile) other = read_text (other_text, NULL);

    g_assert_cmpuint (bw_report_file_compare (one, other), ==, cases[i].parts);
    g_assert_cmpuint (bw_report_file_compare (one, one), ==, 0);
  }
}

/* Sources that are missing are found beside the report, or where somebody says; or left out. */
static void
test_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bellwether-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "March.bellwether", NULL);
  g_autofree char *beside = g_build_filename (folder, "a.csv", NULL);
  static const char text[] = HEAD "\"sources\":[{\"path\":\"/gone/a.csv\",\"colour\":\"red\"},"
                                  "{\"path\":\"/gone/b.csv\"},{\"path\":\"/gone/c.csv\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BwReportFile) file = bw_report_file_read (path, bytes, NULL);
  g_autoptr (BwWorkspace) workspace = create_workspace ();
  g_autofree char *written = NULL;
  GStrv missing;

  g_assert_true (g_file_set_contents (beside, "", 0, NULL));
  bw_report_file_look_in (file, NULL);
  missing = bw_report_file_list_missing (file);
  g_assert_cmpstrv (missing, ((const char *[]) { "/gone/b.csv", "/gone/c.csv", NULL }));
  g_strfreev (missing);
  bw_report_file_move_source (file, "/gone/b.csv", NULL);
  bw_report_file_move_source (file, "/gone/c.csv", beside);
  missing = bw_report_file_list_missing (file);
  g_assert_null (missing[0]);
  g_strfreev (missing);
  written = write_text (file, path, workspace);
  g_assert_nonnull (strstr (written, "\"path\": \"a.csv\""));
  g_assert_nonnull (strstr (written, "\"colour\": \"red\""));
  g_assert_null (strstr (written, "gone"));
  g_unlink (beside);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-file/round-trip", test_round_trip);
  g_test_add_func ("/report-file/unknown-keys", test_unknown_keys);
  g_test_add_func ("/report-file/paths", test_paths);
  g_test_add_func ("/report-file/errors", test_errors);
  g_test_add_func ("/report-file/figures", test_figures);
  g_test_add_func ("/report-file/compare", test_compare);
  g_test_add_func ("/report-file/missing", test_missing);
  return g_test_run ();
}
