/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times inside one process, printed as lines of a name and seconds: loading, the first answer, what
 * a changed question takes, the PDF, and with --workbook the rows as a workbook and the same number
 * of cells in a bare loop of libxlsxwriter, and the megabytes after it. */
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "bw-exporter.h"
#include "bw-importer.h"
#include "bw-trace.h"
#include "bw-workspace.h"

#define RUNS 9
#define SAMPLED 1000 /* rows of the bare workbook */

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
answer_question (BwWorkspace *workspace, const BwQuestion *question)
{
  double seconds[RUNS];
  for (guint i = 0; i < RUNS; i++) {
    g_autoptr (GError) error = NULL;
    double start = get_seconds ();
    g_autoptr (GPtrArray) figures =
                  bw_engine_answer (bw_workspace_get_engine (workspace), question, NULL, &error);
    seconds[i] = get_seconds () - start;
    check (figures != NULL, error);
  }
  return get_median (seconds, RUNS);
}

static double
answer (BwWorkspace *workspace)
{
  return answer_question (workspace, bw_workspace_get_question (workspace));
}

/* What the window asks first: all KPIs as tiles show them, or on its page one as a whole. */
static double
answer_briefly (BwWorkspace *workspace)
{
  BwQuestion question = *bw_workspace_get_question (workspace);
  question.brief = TRUE;
  return answer_question (workspace, &question);
}

static double
answer_one_kpi (BwWorkspace *workspace)
{
  static const char *const kpis[] = { "resolution-time", NULL };
  BwQuestion question = *bw_workspace_get_question (workspace);
  question.kpis = kpis;
  return answer_question (workspace, &question);
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

/* A filter is changed in the window, by whose splits: what is seen comes first, then the rest. */
static void
time_window (BwWorkspace *workspace, BwDataset *dataset)
{
  g_autoptr (BwFilter) none = bw_filter_new ();
  g_autoptr (BwFilter) filter = filter_by ("channel=Email,Web form");
  bw_workspace_set_splits (workspace, NULL);
  set_period (workspace, dataset, "last-month");
  bw_workspace_set_filter (workspace, filter);
  print ("window-tiles", answer_briefly (workspace));
  print ("window-kpi", answer_one_kpi (workspace));
  print ("window-rest", answer (workspace));
  bw_workspace_set_filter (workspace, none);
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

/* Columns of the rows as the workbook has them. */
static guint
count_columns (BwWorkspace *workspace)
{
  g_autoptr (BwReport) report = bw_report_new (workspace);
  g_autoptr (BwTrace) trace = bw_trace_new (report, FALSE, BW_TRACE_MAX_ROWS);
  return bw_trace_get_table (trace, 0)->columns->len;
}

/* Of the process, without the pages of files. */
static double
read_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;
  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      !(line = strstr (status, "RssAnon:")))
    return 0;
  return (double) g_ascii_strtoll (line + strlen ("RssAnon:"), NULL, 10) / 1024;
}

/* Cells such as the rows have, so that they pack as well as these; NULL text: a number. */
typedef struct {
  char *text;
  double number;
} Cell;

static Cell *
sample_cells (const BwTable *table, gsize n_rows, guint n_columns)
{
  Cell *cells = g_new0 (Cell, n_rows * n_columns + 1);
  for (gsize row = 0; row < n_rows; row++) {
    g_auto (GStrv) texts = bw_table_dup_row (table, row);
    for (guint c = 0; c < n_columns; c++) {
      Cell *cell = &cells[row * n_columns + c];
      const char *text = c < bw_table_get_n_columns (table) ? texts[c] : "1";
      char *end;
      cell->number = g_ascii_strtod (text, &end);
      cell->text = *text == '\0' || *end != '\0' ? g_strdup (text) : NULL;
    }
  }
  return cells;
}

static void
write_bare_workbook (const Cell *cells, gsize n_sampled, gsize n_rows, guint n_columns)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bw-time-bare.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  for (gsize row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++) {
      const Cell *cell = &cells[row % n_sampled * n_columns + column];
      if (!cell->text)
        worksheet_write_number (sheet, (lxw_row_t) row, (lxw_col_t) column, cell->number, NULL);
      else if (*cell->text)
        worksheet_write_string (sheet, (lxw_row_t) row, (lxw_col_t) column, cell->text, NULL);
    }
  workbook_close (book);
  remove (path);
}

static void
time_bare_workbook (const BwTable *table, guint n_columns)
{
  gsize n_rows = MIN (bw_table_get_n_rows (table), BW_TRACE_MAX_ROWS);
  gsize n_sampled = MIN (n_rows, SAMPLED);
  g_autofree Cell *cells = sample_cells (table, n_sampled, n_columns);
  double start = get_seconds ();
  write_bare_workbook (cells, n_sampled, n_rows, n_columns);
  print ("bare-workbook", get_seconds () - start);
  for (gsize i = 0; i < n_sampled * n_columns; i++)
    g_free (cells[i].text);
}

static void
time_workbook (BwWorkspace *workspace, BwDataset *dataset)
{
  const BwExportOptions options = { .data = TRUE };
  double start = get_seconds ();
  write_report (workspace, ".xlsx", &options);
  print ("workbook", get_seconds () - start);
  print ("workbook-megabytes", read_megabytes ());
  print ("workbook-columns", count_columns (workspace));
  time_bare_workbook (bw_dataset_get_table (dataset, BW_KIND_TICKETS), count_columns (workspace));
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
  time_window (workspace, dataset);
  bw_workspace_set_splits (workspace, splits);
  set_period (workspace, dataset, "all");
  check (bw_workspace_compute (workspace, NULL, &error), error);
  start = get_seconds ();
  write_report (workspace, ".pdf", NULL);
  print ("pdf", get_seconds () - start);
  if (argc > 2 && strcmp (argv[1], "--workbook") == 0)
    time_workbook (workspace, dataset);
  return 0;
}
