/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks a figure and draws its course. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-drawing.h"
#include "bw-error.h"
#include "bw-report-chart.h"

static gboolean
has_course (const BwFigure *figure, const char *kpi)
{
  double low, high;
  return figure->available && (!kpi || g_str_equal (figure->metric->id, kpi)) &&
         bw_series_get_range (figure->series, &low, &high);
}

static const BwFigure *
find_figure (BwReport *report, const char *kpi)
{
  GPtrArray *figures = bw_report_get_figures (report);
  for (guint i = 0; i < figures->len; i++)
    if (has_course (figures->pdata[i], kpi))
      return figures->pdata[i];
  return NULL;
}

BwChart *
bw_report_chart_new (BwReport *report, const BwExportOptions *options, GError **error)
{
  g_return_val_if_fail (BW_IS_REPORT (report), NULL);
  const char *kpi = options ? options->kpi : NULL;
  const BwFigure *figure = find_figure (report, kpi);
  if (!bw_drawing_check (error))
    return NULL;
  if (!figure) {
    g_set_error_literal (error, BW_ERROR, BW_ERROR_EMPTY,
                         _ ("there is no figure in the report that a chart could show"));
    return NULL;
  }
  gboolean is_count = figure->metric->unit == BW_UNIT_COUNT;
  BwChart *chart =
      bw_chart_new (is_count ? "bar" : "line", _ (figure->metric->name),
                                                 bw_report_get_subtitle (report), figure->series);
  chart->show_interval = !is_count;
  return chart;
}
