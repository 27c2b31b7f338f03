/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files of their own: a picture, and its figures beside it. */
#pragma once

#include "bw-chart.h"
#include <gio/gio.h>

/* The figures as CSV with a head, CRLF at the ends of lines; no text begins a formula. */
char *bw_chart_file_to_csv (const BwChart *chart);

/* Writes atomically; the suffix of the path, .png, .svg or .csv, picks the format. A picture
 * with_data has its CSV beside it, of the same name with .csv. theme NULL and sizes 0 = as in
 * bw-picture.h, scale for PNG only. FALSE and BW_ERROR_UNSUPPORTED for another suffix, or a
 * G_IO_ERROR that begins with the path. */
gboolean bw_chart_file_write (const BwChart *chart,
                              const char *path,
                              const BwTheme *theme,
                              double width,
                              double height,
                              double scale,
                              gboolean with_data,
                              GCancellable *cancellable,
                              GError **error);
