/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times inside one process, printed as lines of a name and seconds: loading, the first answer, what
 * a changed question takes, the PDF, and with --workbook the rows as a workbook and the same number
 * of cells in a bare loop of libxlsxwriter. */
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "bw-exporter.h"
#include "bw-importer.h"
#include "bw-workspace.h"

#define RUNS 5

static double
get_seconds (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

static void
print (const char *name, double seconds)
{
  printf ("%s %.6f\n", name, seconds);
  fflush (stdout);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;
  return (x > y) - (x < y);
}

static double
get_median (double *seconds, gsize n)
{
  qsort (seconds, n, sizeof (double), compare);
  return seconds[n / 2];
}

static void
check (gboolean ok, const GError *error)
{
  if (!ok)
    g_error ("%s", error->message);
}

static BwDataset *
load (const char *path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (GError) error = NULL;
  BwDataset *dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  check (dataset != NULL, error);
  return dataset;
}

static double
answer (BwWorkspace *workspace)
{
  double seconds[RUNS];
  for (guint i = 0; i < RUNS; i++) {
    g_autoptr (GError) error = NULL;
    double start = get_seconds ();
    g_autoptr (GPtrArray) figures = bw_engine_answer (
        bw_workspace_get_engine (workspace), bw_workspace_get_question (workspace), NULL, &error);
    seconds[i] = get_seconds () - start;
    check (figures != NULL, error);
  }
  return get_median (seconds, RUNS);
}

static BwFilter *
filter_by (const char *text)
{
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (GError) error = NULL;
  BwFilter *filter = bw_filter_parse (none, text, &error);
  check (filter != NULL, error);
  return filter;
}

static void
set_period (BwWorkspace *workspace, BwDataset *dataset, const char *text)
{
  gint64 from, to;
  g_autoptr (GError) error = NULL;
  bw_dataset_get_extent (dataset, &from, &to);
  g_autoptr (BwPeriod) period =
                bw_period_parse (text, bw_workspace_get_zone (workspace), from, to, &error);
  check (period != NULL, error);
  bw_workspace_set_period (workspace, period);
}

static void
write_report (BwWorkspace *workspace, const char *suffix, const BwExportOptions *options)
{
  g_autoptr (BwReport) report = bw_report_new (workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("bw-time-XXXXXX", suffix, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_mkstemp (path);
  check (
      bw_export_to_file (bw_exporter_for_path (suffix, NULL), report, options, path, NULL, &error),
      error);
  remove (path);
}

static void
time_answers (BwWorkspace *workspace, BwDataset *dataset)
{
  set_period (workspace, dataset, "all");
  print ("all-periods", answer (workspace));
  set_period (workspace, dataset, "last-month");
  print ("last-month", answer (workspace));
  g_autoptr (BwFilter) filter = filter_by ("channel=Email,Web form");
  bw_workspace_set_filter (workspace, filter);
  print ("last-month-filtered", answer (workspace));
  set_period (workspace, dataset, "all");
  print ("all-periods-filtered", answer (workspace));
  g_autoptr (BwFilter) none = bw_filter_new ();
  bw_workspace_set_filter (workspace, none);
}

static void
write_bare_workbook (gsize n_rows, int n_columns)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bw-time-bare.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  for (gsize row = 0; row < n_rows; row++)
    for (int column = 0; column < n_columns; column++)
      if (column % 2)
        worksheet_write_number (sheet, (lxw_row_t) row, (lxw_col_t) column, (double) row, NULL);
      else
        worksheet_write_string (sheet, (lxw_row_t) row, (lxw_col_t) column, "Email", NULL);
  workbook_close (book);
  remove (path);
}

static void
time_workbook (BwWorkspace *workspace, BwDataset *dataset)
{
  const BwExportOptions options = { .data = TRUE };
  double start = get_seconds ();
  write_report (workspace, ".xlsx", &options);
  print ("workbook", get_seconds () - start);
  const BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  start = get_seconds ();
  write_bare_workbook (MIN (bw_table_get_n_rows (table), 1048575), 12);
  print ("bare-workbook", get_seconds () - start);
}

int
main (int argc, char **argv)
{
  static const BwFieldId splits[] = { BW_FIELD_CHANNEL, BW_FIELD_TEAM, BW_FIELD_AGENT,
                                      BW_FIELD_PRIORITY, BW_FIELD_NONE };
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwWorkspace) workspace = bw_workspace_new (zone);
  g_autoptr (GError) error = NULL;
  double start = get_seconds ();
  g_autoptr (BwDataset) dataset = load (argv[argc - 1]);
  print ("load", get_seconds () - start);
  bw_workspace_set_splits (workspace, splits);
  bw_workspace_set_dataset (workspace, dataset);
  start = get_seconds ();
  check (bw_workspace_compute (workspace, NULL, &error), error);
  print ("first-answer", get_seconds () - start);
  time_answers (workspace, dataset);
  check (bw_workspace_compute (workspace, NULL, &error), error);
  start = get_seconds ();
  write_report (workspace, ".pdf", NULL);
  print ("pdf", get_seconds () - start);
  if (argc > 2 && strcmp (argv[1], "--workbook") == 0)
    time_workbook (workspace, dataset);
  return 0;
}
