/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as one tidy table: a line for every figure, over the period, over time and by
 * member. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-csv.h"
#include "bw-exporter.h"

static const char head[] = "kpi,period,split_field,split_value,value,n,unit\r\n";

/* member is NULL without a field, and for rows without a value of it. */
static void
append_line (GString *out,
             const BwFigure *figure,
             const char *period,
             const char *field,
             const char *member,
             const BwCell *cell)
{
  bw_csv_append_text (out, figure->metric->id, BW_CSV_GUARDED);
  g_string_append_c (out, ',');
  bw_csv_append_text (out, period, BW_CSV_GUARDED);
  g_string_append_c (out, ',');
  bw_csv_append_text (out, field, BW_CSV_GUARDED);
  g_string_append_c (out, ',');
  bw_csv_append_text (out, member, BW_CSV_GUARDED);
  g_string_append_c (out, ',');
  bw_csv_append_number (out, cell->value);
  g_string_append_printf (out, ",%" G_GINT64_FORMAT ",%s\r\n", cell->n,
                          bw_unit_to_string (figure->metric->unit));
}

static void
append_figure (GString *out, const BwFigure *figure, const char *period)
{
  append_line (out, figure, period, NULL, NULL, &figure->current);

  BwAxis *axis = bw_series_get_axis (figure->series);
  for (guint i = 0; i < bw_axis_get_length (axis); i++)
    append_line (out, figure, bw_axis_get_key (axis, i), NULL, NULL,
                 bw_series_get (figure->series, i, 0));

  for (guint s = 0; s < figure->splits->len; s++) {
    const BwSeries *split = figure->splits->pdata[s];
    const char *field = bw_field_get (bw_series_get_field (split))->name;
    for (guint m = 0; m < bw_series_get_n_members (split); m++)
      append_line (out, figure, period, field, bw_series_get_member (split, m),
                   bw_series_get (split, 0, m));
  }
}

static gboolean
bw_export_csv_write (BwReport *report,
                     const BwExportOptions *options,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *period = bw_period_to_string (bw_report_get_period (report));
  GPtrArray *figures = bw_report_get_figures (report);
  g_autoptr (GString) out = g_string_new (head);

  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available)
      append_figure (out, figure, period);
  }
  return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}

extern const BwExporter bw_export_csv;
const BwExporter bw_export_csv = {
  .id = "csv",
  .title = N_ ("Table of figures (CSV)"),
  .suffix = ".csv",
  .mime = "text/csv",
  .write = bw_export_csv_write,
};
