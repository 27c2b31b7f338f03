/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a tagged PDF with an outline. The same report is the same bytes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-drawing.h"
#include "bw-exporter.h"
#include "bw-pages.h"

typedef struct {
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
write_cb (void *closure, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = closure;
  if (sink->error)
    return CAIRO_STATUS_WRITE_ERROR;
  gboolean done = g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable,
                                             &sink->error);
  return done ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* "2025-04-01T00:00:00+02:00" is what both of us mean by a date. */
static void
set_metadata (cairo_surface_t *surface, BwReport *report)
{
  BwZone *zone = bw_report_get_period (report)->zone;
  g_autofree char *date = bw_zone_format_iso (zone, bw_report_get_date (report));
  g_autofree char *title =
      g_strdup_printf ("%s, %s", bw_report_get_title (report), bw_report_get_subtitle (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Bellwether");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bellwether " VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  bw_report_get_subtitle (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void
add_outline (cairo_surface_t *surface, const BwPages *pages)
{
  int section = CAIRO_PDF_OUTLINE_ROOT;
  for (guint i = 0; i < bw_pages_get_n_headings (pages); i++) {
    const BwPageHeading *heading = bw_pages_get_heading (pages, i);
    char y[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (y, sizeof y, "%.1f", heading->y);
    g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %s]", heading->page + 1, y);
    int parent = heading->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : section;
    int id = cairo_pdf_surface_add_outline (surface, parent, heading->text, place, 0);
    if (heading->level == 1)
      section = id;
  }
}

/* The outermost tag ends before the last page does: else cairo adds an empty one. */
static gboolean
draw_pages (cairo_t *cr, const BwPages *pages, GCancellable *cancellable)
{
  guint n = bw_pages_get_n (pages);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++) {
    bw_pages_draw (pages, i, cr);
    if (i + 1 == n)
      cairo_tag_end (cr, "Document");
    cairo_show_page (cr);
  }
  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
write_pdf (BwReport *report,
           const BwExportOptions *options,
           GOutputStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  double width, height;
  Sink sink = { .stream = stream, .cancellable = cancellable };
  if (!bw_drawing_check (error))
    return FALSE;
  g_autoptr (BwPages) pages = bw_pages_new_on_sheet (report);
  bw_pages_get_size (pages, &width, &height);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, width, height);
  set_metadata (surface, report);
  add_outline (surface, pages);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = draw_pages (cr, pages, cancellable);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!drawn && !sink.error)
    g_cancellable_set_error_if_cancelled (cancellable, &sink.error);
  if (!sink.error && bw_report_get_dataset (report))
    bw_dataset_check (bw_report_get_dataset (report), &sink.error);
  if (!sink.error && status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (&sink.error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         cairo_status_to_string (status));
  if (!sink.error)
    return TRUE;
  g_propagate_error (error, sink.error);
  return FALSE;
}

const BwExporter bw_export_pdf = {
  .id = "pdf",
  .title = N_ ("PDF document"),
  .suffix = ".pdf",
  .mime = "application/pdf",
  .write = write_pdf,
};
