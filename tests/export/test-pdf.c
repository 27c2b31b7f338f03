/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF: same report, same bytes; as many pages as were set; what fails says so.
 *
 * With a path as its argument it writes the report there, for other programs to look at. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "bw-exporter.h"
#include "report-fixture.h"

static const BwExporter *
find_pdf (void)
{
  g_autoptr (GError) error = NULL;
  const BwExporter *exporter = bw_exporter_for_path ("Report.PDF", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (exporter->id, ==, "pdf");
  return exporter;
}

static GBytes *
export_pdf (BwReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_assert_true (find_pdf ()->write (report, NULL, stream, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
holds (GBytes *bytes, const char *part)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  return memmem (start, size, part, strlen (part)) != NULL;
}

static void
test_same_bytes (void)
{
  g_autoptr (BwReport) first = fixture_report ();
  g_autoptr (BwReport) second = fixture_report ();
  g_autoptr (GBytes) one = export_pdf (first);
  g_autoptr (GBytes) again = export_pdf (first);
  g_autoptr (GBytes) other = export_pdf (second);
  g_assert_true (g_bytes_equal (one, again));
  g_assert_true (g_bytes_equal (one, other));
}

static void
test_structure (void)
{
  g_autoptr (BwReport) report = fixture_report ();
  g_autoptr (GBytes) bytes = export_pdf (report);
  g_assert_true (holds (bytes, "%PDF-"));
  g_assert_true (holds (bytes, "%%EOF"));
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 400000);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwReport) report = fixture_report ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_false (find_pdf ()->write (report, NULL, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A stream with room for a few bytes only. */
static void
test_full (void)
{
  char room[512];
  g_autoptr (GError) error = NULL;
  g_autoptr (BwReport) report = fixture_report ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_assert_false (find_pdf ()->write (report, NULL, stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static gpointer
export_in_thread (gpointer report)
{
  return export_pdf (report);
}

static void
test_threads (void)
{
  g_autoptr (BwReport) report = fixture_report ();
  GThread *threads[4];
  g_autoptr (GBytes) here = export_pdf (report);
  for (guint round = 0; round < 5; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      threads[i] = g_thread_new ("pdf", export_in_thread, report);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
      g_autoptr (GBytes) there = g_thread_join (threads[i]);
      g_assert_true (g_bytes_equal (here, there));
    }
  }
}

static int
write_report (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwReport) report = fixture_report_with_agents (40);
  if (bw_export_to_file (find_pdf (), report, NULL, path, NULL, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    return write_report (argv[1]);
  g_test_add_func ("/export/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pdf/structure", test_structure);
  g_test_add_func ("/export/pdf/cancelled", test_cancelled);
  g_test_add_func ("/export/pdf/full", test_full);
  g_test_add_func ("/export/pdf/threads", test_threads);
  return g_test_run ();
}
