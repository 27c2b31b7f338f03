/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows take as many sheets as they need, and the book is whole or an error. */
#include "config.h"

#include <string.h>

#include "bw-civil.h"
#include "bw-package.h"
#include "bw-sheets.h"
#include "sketch.h"

/* 2025-03-23, so that a day later is in the same month */
#define ROWS                                                                                       \
  "id,channel,created,agent\n"                                                                     \
  "1,email,796000000,Ada\n"                                                                        \
  "2,chat,796000100,Max\n"                                                                         \
  "3,chat,796000200,Ada\n"                                                                         \
  "4,email,796000300,\n"                                                                           \
  "5,email,796000400,Ada\n"

static BwReport *
make_report (gboolean anonymise)
{
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPeriod) period = bw_period_new_days (bw_civil_to_days (2025, 3, 1),
                                                   bw_civil_to_days (2025, 3, 31), zone);
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  g_autoptr (BwFilter) filter = bw_filter_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (sources, sketch_source ("a", BW_KIND_TICKETS, ROWS));
  g_autoptr (BwDataset) dataset = bw_dataset_new (sources);
  g_autoptr (BwEngine) engine = bw_engine_new (dataset, NULL, zone);
  BwQuestion question = { .period = period, .axis = axis, .filter = filter };
  g_autoptr (GPtrArray) figures = bw_engine_answer (engine, &question, NULL, NULL);
  BwReportContent content = {
    .dataset = dataset,
    .figures = figures,
    .period = period,
    .axis = axis,
    .filter = filter,
    .engine = engine,
    .anonymise = anonymise,
  };
  return bw_report_new_from_content (&content);
}

static GBytes *
write_rows (BwTrace *trace, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  BwBook book;
  if (!bw_book_open (&book, "title", NULL, 1, NULL, g_get_tmp_dir (), error))
    return NULL;
  bw_sheet_data (&book, trace, cancellable);
  if (!bw_book_close (&book, stream, cancellable, error))
    return NULL;
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
test_sheets (void)
{
  static const struct {
    gsize rows_a_sheet;
    guint sheets;
    const char *last;
    const char *range;
  } cases[] = {
    { 5, 1, "Data", "data_created" },
    { 4, 2, "Data 2", "data_2_created" },
    { 2, 3, "Data 3", "data_3_created" },
    { 1, 5, "Data 5", "data_5_created" },
  };
  g_autoptr (BwReport) report = make_report (FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BwTrace) trace = bw_trace_new (report, FALSE, cases[i].rows_a_sheet);
    const BwTraceTable *table = bw_trace_get_table (trace, 0);
    guint n = bw_trace_get_n_sheets (trace, table);
    g_assert_cmpuint (n, ==, cases[i].sheets);
    g_autofree char *name = bw_trace_make_sheet_name (table, n - 1);
    g_autofree char *range = bw_trace_make_range_name (table, n - 1, "created");
    g_assert_cmpstr (name, ==, cases[i].last);
    g_assert_cmpstr (range, ==, cases[i].range);

    g_autofree char *last = g_strdup_printf ("xl/worksheets/sheet%u.xml", n);
    g_autofree char *beyond = g_strdup_printf ("xl/worksheets/sheet%u.xml", n + 1);
    g_autoptr (GBytes) bytes = write_rows (trace, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (holds (bytes, last) && !holds (bytes, beyond));
  }
}

static gboolean
has_column (const BwTraceTable *table, const char *name)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (strcmp (g_array_index (table->columns, BwTraceColumn, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_personal (void)
{
  static const struct {
    gboolean anonymise;
    gboolean personal;
    gboolean agent;
  } cases[] = { { FALSE, FALSE, FALSE }, { FALSE, TRUE, TRUE }, { TRUE, FALSE, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwReport) report = make_report (cases[i].anonymise);
    g_autoptr (BwTrace) trace = bw_trace_new (report, cases[i].personal, 100);
    g_assert_true (has_column (bw_trace_get_table (trace, 0), "agent") == cases[i].agent);
    g_assert_true (has_column (bw_trace_get_table (trace, 0), "kpi_tickets_created"));
  }
}

static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwReport) report = make_report (FALSE);
  g_autoptr (BwTrace) trace = bw_trace_new (report, FALSE, 100);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_null (write_rows (trace, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- What is not whole ----------------------------------------------------------------------- */

static gboolean
check_package (GBytes *bytes, GHashTable *least, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  return bw_package_check (stream, least, NULL, error);
}

static void
test_package (void)
{
  g_autoptr (BwReport) report = make_report (FALSE);
  g_autoptr (BwTrace) trace = bw_trace_new (report, FALSE, 100);
  g_autoptr (GBytes) bytes = write_rows (trace, NULL, NULL);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_autoptr (GHashTable) least = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_assert_true (check_package (bytes, least, &error));
  g_assert_no_error (error);
  g_assert_false (check_package (cut, least, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  /* A part that has fewer bytes than were written. */
  gint64 more = 1000000;
  g_clear_error (&error);
  g_hash_table_insert (least, (gpointer) "xl/worksheets/sheet1.xml", &more);
  g_assert_false (check_package (bytes, least, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/sheets", test_sheets);
  g_test_add_func ("/trace/personal", test_personal);
  g_test_add_func ("/trace/cancel", test_cancel);
  g_test_add_func ("/trace/package", test_package);
  return g_test_run ();
}
