/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: pictures with their figures beside them. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bw-chart-file.h"
#include "bw-error.h"

static BwChart *
create_chart (void)
{
  static const char *const members[] = { "E-mail", "=SUM(A1)", "Chat, web" };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) period = bw_period_parse ("2025-03", zone, 0, 1, NULL);
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_FRACTION, BW_FIELD_CHANNEL, members, 3);

  bw_series_peek (series, 0, 0)->value = 0.1;
  bw_series_peek (series, 0, 0)->n = 10;
  bw_series_peek (series, 0, 2)->value = 1 / 3.0;
  bw_series_peek (series, 0, 2)->n = 3;
  return bw_chart_new ("bar", "Satisfaction", NULL, series);
}

static char *
read_file (const char *path)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
test_csv (void)
{
  g_autoptr (BwChart) chart = create_chart ();
  g_autofree char *csv = bw_chart_file_to_csv (chart);

  g_assert_cmpstr (csv, ==,
                   "Channel,Value,n\r\nE-mail,0.1,10\r\n'=SUM(A1),,0\r\n"
                   "\"Chat, web\",0.3333333333333333,3\r\n");
}

static void
test_files (void)
{
  g_autoptr (BwChart) chart = create_chart ();
  g_autofree char *folder = g_dir_make_tmp ("bellwether-chart-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "a.png", NULL);
  g_autofree char *svg = g_build_filename (folder, "b.svg", NULL);
  g_autofree char *csv = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *none = g_build_filename (folder, "b.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bw_chart_file_write (chart, png, NULL, 0, 0, 2, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (bw_chart_file_write (chart, svg, NULL, 300, 200, 1, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *picture = read_file (png);
  g_autofree char *drawing = read_file (svg);
  g_autofree char *figures = read_file (csv);
  g_assert_true (g_str_has_prefix (picture + 1, "PNG"));
  g_assert_nonnull (strstr (drawing, "<title>Satisfaction</title>"));
  g_assert_true (g_str_has_prefix (figures, "Channel,Value,n\r\n"));
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  g_unlink (png);
  g_unlink (svg);
  g_unlink (csv);
  g_rmdir (folder);
}

static void
test_errors (void)
{
  g_autoptr (BwChart) chart = create_chart ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bw_chart_file_write (chart, "/tmp/chart.gif", NULL, 0, 0, 1, TRUE, NULL, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_false (
      bw_chart_file_write (chart, "/nowhere/at/all.png", NULL, 0, 0, 1, TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/at/all.png: "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-file/csv", test_csv);
  g_test_add_func ("/chart-file/files", test_files);
  g_test_add_func ("/chart-file/errors", test_errors);
  return g_test_run ();
}
