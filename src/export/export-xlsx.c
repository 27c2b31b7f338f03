/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a workbook: numbers as numbers, shares and changes as formulas with their results.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-exporter.h"
#include "bw-sheets.h"

/* Group ids in the order of the shelf. */
static GPtrArray *
list_groups (GPtrArray *figures)
{
  GPtrArray *groups = g_ptr_array_new ();
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    gpointer group = (gpointer) figure->metric->group;
    if (!g_ptr_array_find_with_equal_func (groups, group, g_str_equal, NULL))
      g_ptr_array_add (groups, group);
  }
  return groups;
}

static gboolean
bw_export_xlsx_write (BwReport *report,
                     const BwExportOptions *options,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) groups = list_groups (bw_report_get_figures (report));
  BwBook book;
  bw_book_open (&book, bw_report_get_title (report), bw_report_get_date (report));
  bw_sheet_summary (&book, report);
  for (guint i = 0; i < groups->len; i++)
    bw_sheet_group (&book, report, groups->pdata[i]);
  bw_sheet_definitions (&book, report);
  if (bw_report_get_dataset (report))
    bw_sheet_sources (&book, report);

  g_autoptr (GBytes) bytes = bw_book_close (&book, error);
  return bytes && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), NULL, cancellable, error);
}

extern const BwExporter bw_export_xlsx;
const BwExporter bw_export_xlsx = {
  .id = "xlsx",
  .title = N_ ("Workbook (XLSX)"),
  .suffix = ".xlsx",
  .mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .write = bw_export_xlsx_write,
};
