/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of charts as tables, and charts as pictures and as parts of themselves. */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "bw-chart-table.h"
#include "bw-picture.h"
#include "chart-cases.h"

static BwChart *
make (const char *name)
{
  for (guint i = 0; i < n_chart_cases; i++)
    if (g_str_equal (chart_cases[i].name, name))
      return chart_cases[i].make ();
  g_assert_not_reached ();
}

typedef struct {
  const char *name;
  guint n_columns;
  guint n_rows;
  const char *begins; /* its text */
} TableCase;

static void
test_tables (void)
{
  static const TableCase cases[] = {
    { "line", 5, 12, "Period\tValue\tn\t95 % from\t95 % to\n2024-04-01\t8640\t100\t7603.2" },
    { "line-members", 6, 12, "Period\tE-mail\tChat\tWeb form\tPhone\tNo channel\n2024-04-01\t310" },
    { "bar-columns", 2, 12,
      "Period\tValue\n2024-04-01\t120\n2024-05-01\t134\n2024-06-01\t160\n"
      "2024-07-01\t\n" },
    { "bar-rows", 5, 5, "Channel\tValue\tn\t95 % from\t95 % to\nBilling\t0.93" },
    { "control", 8, 12,
      "Period\tValue\tn\tSame period last year\tUsual level\tLower limit\tUpper limit\tSignal\n" },
    { "histogram", 4, 14, "From\tTo\tn\tShare\n0\t60\t2\t0.0039" },
    { "box", 8, 4, "Name\tn\tMedian\t" },
    { "heatmap", 25, 7, "\t00\t01\t" },
    { "waterfall", 3, 6, "Name\tKind\tValue\nFebruary 2025\tLevel\t0.86\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwChart) chart = make (cases[i].name);
    g_autoptr (BwChartTable) table = bw_chart_table_new (chart);
    g_autofree char *text = bw_chart_table_to_text (table);
    g_test_message ("%s: %s", cases[i].name, text);
    g_assert_cmpuint (bw_chart_table_get_n_columns (table), ==, cases[i].n_columns);
    g_assert_cmpuint (bw_chart_table_get_n_rows (table), ==, cases[i].n_rows);
    g_assert_true (g_str_has_prefix (text, cases[i].begins));
  }
}

/* Every row of a table leads to a mark of the scene, and says what people read. */
static void
test_places (void)
{
  g_autoptr (BwChart) chart = make ("bar-rows");
  g_autoptr (BwChartTable) table = bw_chart_table_new (chart);
  g_assert_cmpint (bw_chart_table_get_member (table, 2), ==, 2);
  g_assert_cmpint (bw_chart_table_get_period (table, 2), ==, 0);
  g_assert_cmpstr (bw_chart_table_get_text (table, 3, 1), ==, "no data");
  g_assert_true (isnan (bw_chart_table_get_number (table, 3, 1)));
  g_assert_cmpfloat (bw_chart_table_get_number (table, 0, 1), ==, 0.93);
  g_assert_false (bw_chart_table_is_number (table, 0));
  g_assert_true (bw_chart_table_is_number (table, 1));
}

static void
test_pictures (void)
{
  static const char *const names[] = { "line", "heatmap", "waterfall" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (BwChart) chart = make (names[i]);
    double height = bw_picture_get_height (chart, NULL, 400);
    g_autoptr (GBytes) png = bw_picture_png (chart, NULL, 400, height, 1);
    g_autoptr (GBytes) again = bw_picture_png (chart, NULL, 400, height, 1);
    g_autoptr (GBytes) large = bw_picture_png (chart, NULL, 400, height, 2);
    g_assert_cmpmem (g_bytes_get_data (png, NULL), 8, "\x89PNG\r\n\x1a\n", 8);
    g_assert_true (g_bytes_equal (png, again));
    g_assert_cmpuint (g_bytes_get_size (large), >, g_bytes_get_size (png));
    const guint8 *head = g_bytes_get_data (large, NULL);
    g_assert_cmpuint (head[18] << 8 | head[19], ==, 800);
  }
}

static void
test_svg (void)
{
  g_autoptr (BwChart) chart = make ("stacked-bar");
  g_autoptr (GBytes) svg = bw_picture_svg (chart, NULL, 480, 300);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "<title>Tickets created: Channel</title>"));
  g_assert_nonnull (strstr (text, "<desc>March 2025: E-mail 420"));
  g_assert_nonnull (strstr (text, "width=\"480"));
  g_assert_true (g_str_has_suffix (g_strchomp (text), "</svg>"));
}

static void
test_cut (void)
{
  g_autoptr (BwChart) chart = make ("control");
  g_autoptr (BwChart) cut = bw_chart_cut (chart, 8, 4);
  g_assert_cmpuint (bw_chart_get_n_periods (cut), ==, 4);
  g_assert_cmpfloat (bw_series_get (cut->series, 0, 0)->value, ==, 0.84);
  g_assert_cmpfloat (bw_series_get (cut->comparison, 3, 0)->value, ==, 0.9);
  g_assert_cmpstr (bw_axis_get_key (bw_series_get_axis (cut->series), 3), ==, "2025-03-01");
  g_assert_nonnull (cut->limits[0].signal);
  g_assert_null (cut->limits[1].signal);
  g_assert_cmpuint (cut->annotations->len, ==, 1);
  g_assert_cmpuint (g_array_index (cut->annotations, BwAnnotation, 0).period, ==, 2);
  g_assert_cmpuint (cut->guides->len, ==, 2);
}

static void
test_control (void)
{
  const double values[] = { 5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 25 };
  const guint n = G_N_ELEMENTS (values);
  BwControlPlan plan = bw_control_plan_xmr (-INFINITY, INFINITY);
  g_autoptr (BwControl) control = bw_control_new (&plan, values, NULL, n);
  g_autoptr (BwSeries) series = make_months (BW_UNIT_SCORE, values, n);
  g_autoptr (BwChart) chart = bw_chart_new ("control", "Score", NULL, series);
  bw_chart_set_control (chart, control, &plan);
  g_assert_cmpfloat_with_epsilon (chart->limits[0].centre, 5, 1e-9);
  g_assert_cmpstr (chart->limits[n - 1].signal, ==, "outside the control limits");
  g_assert_null (chart->limits[0].signal);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-table/tables", test_tables);
  g_test_add_func ("/chart-table/places", test_places);
  g_test_add_func ("/chart-table/pictures", test_pictures);
  g_test_add_func ("/chart-table/svg", test_svg);
  g_test_add_func ("/chart-table/cut", test_cut);
  g_test_add_func ("/chart-table/control", test_control);
  return g_test_run ();
}
