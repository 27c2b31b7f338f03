/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Begins a plot: title and subtitle, or the words that there is nothing to show. */
#include "config.h"

#include <math.h>

#include "bw-plot.h"

static void
take_top (BwPlot *plot, double height)
{
  plot->area.y += height;
  plot->area.height -= height;
}

static void
add_line_of_text (BwPlot *plot, const char *text, double size, gboolean bold, BwColour colour)
{
  if (!text || !*text)
    return;
  BwMark *mark = bw_scene_add_text (plot->scene, text, plot->area.x, plot->area.y, plot->area.width,
                                    0, size, bold, colour);
  take_top (plot, mark->box.height);
}

static void
add_heading (BwPlot *plot)
{
  const BwTheme *theme = plot->theme;
  double top = plot->area.y;
  add_line_of_text (plot, plot->chart->title, theme->font_size * 1.15, TRUE, theme->foreground);
  add_line_of_text (plot, plot->chart->subtitle, theme->font_size, FALSE, theme->dim);
  if (plot->area.y > top)
    take_top (plot, plot->gap);
}

static gboolean
has_series_value (const BwPlot *plot)
{
  for (guint m = 0; m < plot->n_members; m++)
    for (guint p = 0; p < plot->n_periods; p++)
      if (!isnan (bw_plot_value (plot, p, m)))
        return TRUE;
  return FALSE;
}

static gboolean
has_matrix_value (const BwMatrix *matrix)
{
  for (guint i = 0; i < matrix->n_rows * matrix->n_columns; i++)
    if (!isnan (matrix->values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_step_value (const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (isfinite (g_array_index (steps, BwStep, i).value))
      return TRUE;
  return FALSE;
}

static gboolean
has_value (const BwPlot *plot)
{
  switch (plot->chart->type->source) {
  case BW_CHART_OF_SERIES:
    return has_series_value (plot);
  case BW_CHART_OF_DISTRIBUTION:
    return plot->chart->distribution->n > 0;
  case BW_CHART_OF_MATRIX:
    return has_matrix_value (plot->chart->matrix);
  case BW_CHART_OF_STEPS:
    return has_step_value (plot->chart->steps);
  }
  g_return_val_if_reached (FALSE);
}

static void
add_nothing (BwPlot *plot)
{
  const BwTheme *theme = plot->theme;
  g_autofree char *words = bw_unit_format (plot->unit, NAN, BW_FORMAT_SHORT);
  double y = plot->area.y + (plot->area.height - theme->font_size * 1.3) / 2;
  bw_scene_add_text (plot->scene, words, plot->area.x + plot->area.width / 2, MAX (y, plot->area.y),
                     plot->area.width, 0.5, theme->font_size, FALSE, theme->dim);
}

static guint
count_drawn (const BwChart *chart, BwLegend legend)
{
  guint n = chart->series ? bw_series_get_n_members (chart->series) : 1;
  if (n <= BW_THEME_SERIES)
    return n;
  return legend == BW_LEGEND_PARTS ? BW_THEME_SERIES - 1 : BW_THEME_SERIES;
}

gboolean
bw_plot_begin (
    BwPlot *plot, const BwChart *chart, const BwTheme *theme, BwScene *scene, BwLegend legend)
{
  *plot = (BwPlot) {
    .chart = chart,
    .theme = theme,
    .scene = scene,
    .n_periods = bw_chart_get_n_periods (chart),
    .n_members = count_drawn (chart, legend),
    .unit = chart->unit,
    .gap = theme->font_size * 0.75,
    .area = { 0, 0, bw_scene_get_width (scene), bw_scene_get_height (scene) },
    .high = 1,
    .step = 1,
  };
  bw_plot_describe (plot);
  if (!chart->type->is_bare)
    add_heading (plot);
  if (!has_value (plot)) {
    add_nothing (plot);
    return FALSE;
  }
  if (!chart->type->is_bare)
    bw_plot_add_legend (plot, legend);
  return TRUE;
}
