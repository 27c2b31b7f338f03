/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a workbook: numbers as numbers, shares and changes as formulas with their results.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-currency.h"
#include "bw-exporter.h"
#include "bw-sheets.h"

gboolean
bw_export_wants_sheet (const BwExportOptions *options, const char *sheet)
{
  return !options || !options->sheets || g_strv_contains (options->sheets, sheet);
}

static void
write_sheet (BwBook *book, BwReport *report, BwParts *parts, BwTrace *trace, const char *sheet)
{
  if (g_str_equal (sheet, "summary"))
    bw_sheet_summary (book, report, parts, trace);
  else if (g_str_equal (sheet, "agents"))
    bw_sheet_agents (book, report);
  else if (g_str_equal (sheet, "definitions"))
    bw_sheet_definitions (book, report);
  else if (g_str_equal (sheet, "notes"))
    bw_sheet_notes (book, report);
  else
    bw_sheet_group (book, report, parts, sheet);
}

/* The rows stand before what explains them. */
static void
write_sheets (BwBook *book,
              BwReport *report,
              const BwExportOptions *options,
              BwTrace *trace,
              GCancellable *cancellable)
{
  g_auto (GStrv) sheets = bw_export_list_sheets ();
  g_autoptr (BwParts) parts = bw_parts_new (report, options);
  for (char **sheet = sheets; *sheet && !g_cancellable_is_cancelled (cancellable); sheet++) {
    if (trace && g_str_equal (*sheet, "definitions"))
      bw_sheet_data (book, trace, cancellable);
    if (bw_export_wants_sheet (options, *sheet))
      write_sheet (book, report, parts, trace, *sheet);
  }
  /* Those that were chosen may have nothing to say. */
  if (book->workbook && book->workbook->num_worksheets == 0)
    bw_sheet_definitions (book, report);
}

/* NULL when it holds what would be another part of a number's format. */
static const char *
find_currency (BwReport *report)
{
  const char *code = bw_currency_find (report);
  return code && !strpbrk (code, "[]$;\"\\-") ? code : NULL;
}

static gboolean
bw_export_xlsx_write (BwReport *report,
                      const BwExportOptions *options,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  gboolean with_rows = options && options->data && bw_report_get_engine (report);
  g_autoptr (BwTrace) trace =
                with_rows ? bw_trace_new (report, options->personal, BW_TRACE_MAX_ROWS) : NULL;
  const char *folder = options && options->folder ? options->folder : g_get_tmp_dir ();
  BwBook book;
  if (!bw_book_open (&book, bw_report_get_title (report), bw_report_get_subtitle (report),
                     bw_report_get_date (report), find_currency (report), with_rows ? folder : NULL,
                     error))
    return FALSE;
  write_sheets (&book, report, options, trace, cancellable);
  return bw_book_close (&book, stream, cancellable, error) &&
         (!with_rows || bw_dataset_check (bw_report_get_dataset (report), error));
}

extern const BwExporter bw_export_xlsx;
const BwExporter bw_export_xlsx = {
  .id = "xlsx",
  .title = N_ ("Workbook (XLSX)"),
  .suffix = ".xlsx",
  .mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .write = bw_export_xlsx_write,
};
