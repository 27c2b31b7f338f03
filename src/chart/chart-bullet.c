/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for each member over the span of its benchmark, with the target as a stroke across: Few's
 * bullet graph. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define BAR_PART 0.36
#define SPAN_PART 0.86

static char *
format_label (const BwPlot *plot, guint row)
{
  if (bw_series_get_n_members (plot->chart->series) == 1)
    return g_strdup (bw_axis_get_label (bw_series_get_axis (plot->chart->series), 0));
  return g_strdup (bw_series_get_member_label (plot->chart->series, row));
}

static char *
format_row_value (const BwPlot *plot, guint row)
{
  return bw_plot_format (plot, bw_plot_value (plot, 0, row));
}

static void
add_spans (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  double height = rows->pitch * SPAN_PART, middle = bw_plot_rows_middle (rows, row);
  for (guint i = 0; i < plot->chart->guides->len; i++) {
    const BwGuide *guide = &g_array_index (plot->chart->guides, BwGuide, i);
    if (!bw_guide_is_span (guide))
      continue;
    double from = bw_plot_level_x (plot, guide->low), to = bw_plot_level_x (plot, guide->high);
    BwMark *band =
        bw_scene_add (plot->scene, BW_MARK_BAND, from, middle - height / 2, to - from, height);
    bw_plot_style_guide (plot, guide->kind, band);
    band->colour = bw_colour_fade (band->colour, plot->theme->high_contrast ? 0.4 : 0.25);
    band->dash = BW_DASH_NONE;
  }
}

static void
add_strokes (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  double half = rows->pitch * SPAN_PART / 2, middle = bw_plot_rows_middle (rows, row);
  for (guint i = 0; i < plot->chart->guides->len; i++) {
    const BwGuide *guide = &g_array_index (plot->chart->guides, BwGuide, i);
    double level = bw_guide_get_level (guide);
    if (bw_guide_is_span (guide) || !(level >= plot->low && level <= plot->high))
      continue;
    double x = bw_plot_level_x (plot, level);
    BwMark *line = bw_plot_add_stroke (plot, x, middle - half, x, middle + half);
    bw_plot_style_guide (plot, guide->kind, line);
    line->line_width = plot->theme->line_width * 1.5;
  }
}

static void
add_row (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  double value = bw_plot_value (plot, 0, row), height = rows->pitch * BAR_PART;
  double base = bw_plot_level_x (plot, 0);
  double end = isnan (value) ? base : bw_plot_level_x (plot, value);
  bw_plot_rows_add_texts (rows, row, isnan (value));
  add_spans (rows, row);
  BwMark *bar =
      bw_scene_add (plot->scene, BW_MARK_BAR, MIN (base, end),
                    bw_plot_rows_middle (rows, row) - height / 2, fabs (end - base), height);
  bar->period = 0;
  bar->member = (int) row;
  bar->words = bw_plot_words (plot, 0, row);
  bar->colour = plot->theme->accent;
  add_strokes (rows, row);
}

static void
layout_bullet (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  BwPlotRows rows;
  double low, high;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_NONE))
    return;
  double axis = bw_plot_text_height (&plot, 1) * 1.5 + 1;
  bw_plot_rows_begin (&rows, &plot, bw_series_get_n_members (chart->series), format_label,
                      format_row_value, axis);
  plot.n_periods = 1;
  plot.n_members = rows.n;
  bw_plot_get_range (&plot, &low, &high);
  bw_plot_set_scale (&plot, low, high, TRUE);
  bw_plot_add_level_axis (&plot);
  for (guint i = 0; i < rows.n; i++)
    add_row (&rows, i);
  bw_plot_rows_add_rest (&rows);
}

const BwChartType bw_chart_bullet = {
  .id = "bullet",
  .title = N_ ("Bullet chart"),
  .is_rows = TRUE,
  .layout = layout_bullet,
};
