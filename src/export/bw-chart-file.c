/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes pictures of charts and the figures beside them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-atomic.h"
#include "bw-chart-file.h"
#include "bw-chart-table.h"
#include "bw-csv.h"
#include "bw-error.h"
#include "bw-picture.h"

/* Of a picture whose size nobody chose. */
#define WIDTH 800

static void
append_end (GString *csv, guint column, const BwChartTable *table)
{
  g_string_append (csv, column + 1 < bw_chart_table_get_n_columns (table) ? "," : "\r\n");
}

static void
append_row (GString *csv, const BwChartTable *table, guint row)
{
  for (guint c = 0; c < bw_chart_table_get_n_columns (table); c++) {
    if (bw_chart_table_is_number (table, c))
      bw_csv_append_number (csv, bw_chart_table_get_number (table, row, c));
    else
      bw_csv_append_text (csv, bw_chart_table_get_key (table, row, c), BW_CSV_GUARDED);
    append_end (csv, c, table);
  }
}

char *
bw_chart_file_to_csv (const BwChart *chart)
{
  g_return_val_if_fail (chart, NULL);
  g_autoptr (BwChartTable) table = bw_chart_table_new (chart);
  GString *csv = g_string_new (NULL);
  for (guint c = 0; c < bw_chart_table_get_n_columns (table); c++) {
    bw_csv_append_text (csv, bw_chart_table_get_title (table, c), BW_CSV_GUARDED);
    append_end (csv, c, table);
  }
  for (guint r = 0; r < bw_chart_table_get_n_rows (table); r++)
    append_row (csv, table, r);
  return g_string_free_and_steal (csv);
}

static gboolean
write_bytes (GOutputStream *stream, gpointer bytes, GCancellable *cancellable, GError **error)
{
  gsize size;
  const void *start = g_bytes_get_data (bytes, &size);
  return g_output_stream_write_all (stream, start, size, NULL, cancellable, error);
}

static gboolean
write_data (const BwChart *chart, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *csv = bw_chart_file_to_csv (chart);
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  return bw_write_atomically (path, write_bytes, bytes, cancellable, error);
}

static char *
name_data (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".png"));
  return g_strconcat (stem, ".csv", NULL);
}

gboolean
bw_chart_file_write (const BwChart *chart,
                     const char *path,
                     const BwTheme *theme,
                     double width,
                     double height,
                     double scale,
                     gboolean with_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (chart && path, FALSE);
  g_autoptr (GBytes) picture = NULL;
  if (g_str_has_suffix (path, ".csv"))
    return write_data (chart, path, cancellable, error);
  width = width > 0 ? width : WIDTH;
  height = height > 0 ? height : bw_picture_get_height (chart, theme, width);
  if (g_str_has_suffix (path, ".svg"))
    picture = bw_picture_svg (chart, theme, width, height);
  else if (g_str_has_suffix (path, ".png"))
    picture = bw_picture_png (chart, theme, width, height, scale > 0 ? scale : 1);
  if (!picture) {
    g_set_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED,
                 _("%s: charts are saved as .png, .svg or .csv"), path);
    return FALSE;
  }
  if (!bw_write_atomically (path, write_bytes, picture, cancellable, error))
    return FALSE;
  if (!with_data)
    return TRUE;
  g_autofree char *beside = name_data (path);
  return write_data (chart, beside, cancellable, error);
}
