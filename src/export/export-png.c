/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of the report as PNG. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-exporter.h"
#include "bw-picture.h"
#include "bw-report-chart.h"

/* Sharp on paper and on the screens of today. */
#define SCALE 2

static gboolean
bw_export_png_write (BwReport *report,
                     const BwExportOptions *options,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BwChart) chart = bw_report_chart_new (report, options, error);
  if (!chart || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_autoptr (GBytes) bytes =
                bw_picture_png (chart, NULL, BW_REPORT_CHART_WIDTH,
                                bw_picture_get_height (chart, NULL, BW_REPORT_CHART_WIDTH),
                                options && options->scale > 0 ? options->scale : SCALE);
  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, cancellable, error);
}

extern const BwExporter bw_export_png;
const BwExporter bw_export_png = {
  .id = "png",
  .title = N_ ("Picture of a chart (PNG)"),
  .suffix = ".png",
  .mime = "image/png",
  .write = bw_export_png_write,
};
