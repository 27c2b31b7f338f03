/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of the report as SVG. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-exporter.h"
#include "bw-picture.h"
#include "bw-report-chart.h"

static gboolean
bw_export_svg_write (BwReport *report,
                     const BwExportOptions *options,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BwChart) chart = bw_report_chart_new (report, options, error);
  if (!chart || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_autoptr (GBytes) bytes =
                bw_picture_svg (chart, NULL, BW_REPORT_CHART_WIDTH,
                                bw_picture_get_height (chart, NULL, BW_REPORT_CHART_WIDTH));
  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, cancellable, error);
}

extern const BwExporter bw_export_svg;
const BwExporter bw_export_svg = {
  .id = "svg",
  .title = N_ ("Drawing of a chart (SVG)"),
  .suffix = ".svg",
  .mime = "image/svg+xml",
  .write = bw_export_svg_write,
};
