/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that vanish or change between being opened and being exported from. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bw-exporter.h"
#include "bw-importer.h"
#include "bw-set-aside.h"

typedef struct {
  char *folder;
  char *source;
  char *output;
  BwDataset *dataset;
  BwReport *report;
} Case;

static const char tickets[] = "Ticket ID,Subject,Status,Created at,Solved at,Group\n"
                              "1,Printer,Solved,2025-03-01 10:00,2025-03-02 10:00,North\n"
                              "2,Screen,Spam,2025-03-03 10:00,,South\n"
                              "3,Invoice,Open,2025-03-30 10:00,,South\n";

static void
set_up (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwWorkspace) workspace = bw_workspace_new (utc);
  self->folder = g_dir_make_tmp ("bellwether-XXXXXX", &error);
  self->source = g_build_filename (self->folder, "tickets.csv", NULL);
  self->output = g_build_filename (self->folder, "output", NULL);
  g_assert_true (g_file_set_contents (self->source, tickets, -1, &error));
  g_assert_true (g_file_set_contents (self->output, "older", -1, &error));
  bw_importer_set_zone (importer, utc);
  bw_importer_set_hash (importer, TRUE);
  self->dataset = bw_importer_load (importer, (const char *[]) { self->source, NULL }, NULL, NULL,
                                    NULL, &error);
  g_assert_no_error (error);
  bw_workspace_set_dataset (workspace, self->dataset);
  g_assert_true (bw_workspace_compute (workspace, NULL, &error));
  self->report = bw_report_new (workspace);
}

static void
tear_down (Case *self, gconstpointer user_data)
{
  g_unlink (self->source);
  g_unlink (self->output);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_clear_object (&self->report);
  g_clear_object (&self->dataset);
  g_free (self->folder);
  g_free (self->source);
  g_free (self->output);
}

static gboolean
export_to (Case *self, const char *id, GError **error)
{
  const BwExportOptions options = { .data = TRUE, .scale = 1 };
  g_autofree char *name = g_strconcat ("x.", id, NULL);
  return bw_export_to_file (bw_exporter_for_path (name, NULL), self->report, &options, self->output,
                            NULL, error);
}

static gboolean
save_set_aside (Case *self, GError **error)
{
  GListModel *sources = bw_dataset_get_sources (self->dataset);
  g_autoptr (BwSource) source = g_list_model_get_item (sources, 0);
  g_autoptr (BwSetAside) rows = bw_set_aside_new (self->dataset, source, BW_ASIDE_NONE);
  g_assert_cmpuint (rows->n, ==, 1);
  return bw_set_aside_save (rows, self->output, NULL, error);
}

/* What was opened stays readable, whatever its folder shows meanwhile. */
static void
test_removed (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_unlink (self->source);
  for (const BwExporter *const *exporter = bw_exporters (); *exporter; exporter++) {
    export_to (self, (*exporter)->id, &error);
    g_assert_no_error (error);
  }
  save_set_aside (self, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Case *self, gboolean done, const GError *error)
{
  g_autofree char *contents = NULL;
  g_assert_false (done);
  g_assert_nonnull (strstr (error->message, "tickets.csv"));
  g_assert_true (g_file_get_contents (self->output, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "older");
}

/* What needs its rows says so, and leaves the older file; the figures are what they were. */
static void
test_cut (Case *self, gconstpointer user_data)
{
  static const char *const with_rows[] = { "pdf", "xlsx" };
  static const char *const of_figures[] = { "json", "csv", "svg" };
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (truncate (self->source, 60), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (with_rows); i++) {
    gboolean done = export_to (self, with_rows[i], &error);
    assert_refused (self, done, error);
    g_clear_error (&error);
  }
  gboolean done = save_set_aside (self, &error);
  assert_refused (self, done, error);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (of_figures); i++) {
    export_to (self, of_figures[i], &error);
    g_assert_no_error (error);
  }
}

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/gone/removed", test_removed);
  ADD ("/gone/cut", test_cut);
  return g_test_run ();
}
