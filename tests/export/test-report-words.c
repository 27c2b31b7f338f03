/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report that calls people by other names than the window does: its figures are made when
 * somebody asks for them. */
#include "config.h"

#include <glib/gstdio.h>

#include "bw-exporter.h"
#include "bw-importer.h"
#include "bw-report.h"

static const char tickets[] = "Ticket ID,Status,Created at,Solved at,Assignee\n"
                              "1,Solved,2025-03-01 10:00,2025-03-02 10:00,Ada Lovelace\n"
                              "2,Solved,2025-03-03 10:00,2025-03-04 10:00,Grace Hopper\n"
                              "3,Open,2025-03-30 10:00,,Grace Hopper\n";

static BwDataset *
load_tickets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autofree char *folder = g_dir_make_tmp ("bellwether-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "tickets.csv", NULL);
  BwDataset *dataset;
  g_assert_true (g_file_set_contents (path, tickets, -1, &error));
  bw_importer_set_zone (importer, utc);
  dataset = bw_importer_load (importer, (const char *[]) { path, NULL }, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return dataset;
}

static BwWorkspace *
create_workspace (gboolean anonymise)
{
  static const BwFieldId splits[] = { BW_FIELD_AGENT, BW_FIELD_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (BwDataset) dataset = load_tickets ();
  BwWorkspace *workspace = bw_workspace_new (utc);
  bw_workspace_set_dataset (workspace, dataset);
  bw_workspace_set_splits (workspace, splits);
  bw_report_plan_set_anonymise (bw_workspace_get_plan (workspace), anonymise);
  g_assert_true (bw_workspace_compute (workspace, NULL, &error));
  g_assert_no_error (error);
  return workspace;
}

/* The agents by whom the tickets are split. */
static char *
name_agents (GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (!g_str_equal (figure->metric->id, "tickets-created"))
      continue;
    g_autoptr (GString) names = g_string_new (NULL);
    BwSeries *split = bw_figure_find_split (figure, BW_FIELD_AGENT);
    for (guint m = 0; m < bw_series_get_n_members (split); m++)
      g_string_append_printf (names, "%s%s", m > 0 ? ", " : "", bw_series_get_member (split, m));
    return g_string_free (g_steal_pointer (&names), FALSE);
  }
  return NULL;
}

/* What is computed for the report alone is no longer waited for. */
static void
test_cancelled (void)
{
  const BwExporter *csv = bw_exporter_for_path ("x.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BwWorkspace) workspace = create_workspace (TRUE);
  g_autoptr (BwReport) report = bw_report_new (workspace);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_assert_false (bw_export_to_stream (csv, report, NULL, stream, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_own (void)
{
  g_autoptr (BwWorkspace) workspace = create_workspace (FALSE);
  g_autoptr (BwReport) report = bw_report_new (workspace);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_assert_true (bw_report_compute (report, cancelled, NULL));
  g_assert_true (bw_report_get_figures (report) == bw_workspace_get_figures (workspace));
}

static void
test_anonymised (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwWorkspace) workspace = create_workspace (TRUE);
  g_autoptr (BwReport) report = bw_report_new (workspace);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_assert_false (bw_report_compute (report, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_autofree char *names = name_agents (bw_report_get_figures (report));
  g_autofree char *own = name_agents (bw_workspace_get_figures (workspace));
  g_assert_cmpstr (names, ==, "Agent 2, Agent 1");
  g_assert_cmpstr (own, ==, "Grace Hopper, Ada Lovelace");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-words/own", test_own);
  g_test_add_func ("/report-words/anonymised", test_anonymised);
  g_test_add_func ("/export/report-words/cancelled", test_cancelled);
  return g_test_run ();
}
