/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods on x, filled down to zero; several members lie on each other, so that the top is their
 * sum. What is missing in a period is a gap for a single member, and nothing in a sum. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define HIT_SIZE 8

/* What lies under the member: sums of those before it, or, past the last one with a colour, of the
 * others too. */
static double
get_floor (const BwPlot *plot, guint period, guint layer)
{
  double sum = 0;
  for (guint m = 0; m < layer && m < plot->n_members; m++) {
    double value = bw_plot_value (plot, period, m);
    sum += value > 0 ? value : 0;
  }
  return sum;
}

static double
get_layer (const BwPlot *plot, guint period, guint layer)
{
  return layer < plot->n_members ? bw_plot_value (plot, period, layer)
                                 : bw_plot_sum (plot, period, plot->n_members);
}

static gboolean
is_gap (const BwPlot *plot, guint period, guint layer)
{
  return isnan (get_layer (plot, period, layer)) &&
         bw_series_get_n_members (plot->chart->series) == 1;
}

static double
get_top (const BwPlot *plot, guint period, guint layer)
{
  double value = get_layer (plot, period, layer);
  return get_floor (plot, period, layer) + (value > 0 ? value : 0);
}

static void
append_point (const BwPlot *plot, guint period, double value, GArray *points)
{
  double point[] = { bw_plot_x (plot, period), bw_plot_y (plot, value) };
  g_array_append_vals (points, point, 2);
}

static void
add_run (const BwPlot *plot, guint layer, guint from, guint to)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  const BwBox *area = &plot->area;
  gboolean is_alone = bw_series_get_n_members (plot->chart->series) == 1;
  for (guint p = from; p < to; p++)
    append_point (plot, p, get_top (plot, p, layer), points);
  for (guint p = to; p-- > from;)
    append_point (plot, p, get_floor (plot, p, layer), points);
  BwMark *band =
      bw_scene_add (plot->scene, BW_MARK_BAND, area->x, area->y, area->width, area->height);
  band->n_points = points->len / 2;
  band->points = (double *) (gpointer) g_array_steal (points, NULL);
  band->member = (int) layer;
  bw_plot_paint (plot, band, layer);
  band->colour = bw_colour_fade (band->colour, is_alone ? 0.3 : 0.85);
}

static void
add_edge (const BwPlot *plot, guint layer)
{
  double *points = g_new (double, 2 * plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++) {
    points[2 * p] = bw_plot_x (plot, p);
    points[2 * p + 1] = is_gap (plot, p, layer) ? NAN : bw_plot_y (plot, get_top (plot, p, layer));
  }
  BwMark *line = bw_plot_add_polyline (plot, points, plot->n_periods);
  line->colour = bw_plot_colour (plot, layer);
}

static void
add_layer (const BwPlot *plot, guint layer)
{
  for (guint p = 0; p < plot->n_periods; p++) {
    guint from = p;
    while (p < plot->n_periods && !is_gap (plot, p, layer))
      p++;
    if (p > from)
      add_run (plot, layer, from, p);
  }
  add_edge (plot, layer);
}

static void
add_points (const BwPlot *plot, guint layer)
{
  for (guint p = 0; p < plot->n_periods; p++) {
    if (isnan (get_layer (plot, p, layer)))
      continue;
    double x = bw_plot_x (plot, p), y = bw_plot_y (plot, get_top (plot, p, layer));
    BwMark *point = bw_scene_add (plot->scene, BW_MARK_POINT, x - HIT_SIZE / 2.0,
                                  y - HIT_SIZE / 2.0, HIT_SIZE, HIT_SIZE);
    gboolean is_member = layer < plot->n_members;
    point->period = (int) p;
    point->member = is_member ? (int) layer : -1;
    point->words = is_member ? bw_plot_words (plot, p, layer) : bw_plot_words_others (plot, p);
    point->size = plot->n_periods == 1 ? HIT_SIZE : 0;
    bw_plot_paint (plot, point, layer);
  }
}

static double
get_highest (const BwPlot *plot, guint n_layers)
{
  double low, highest = 0;
  bw_plot_get_range (plot, &low, &highest);
  for (guint p = 0; p < plot->n_periods; p++)
    highest = MAX (highest, get_top (plot, p, n_layers - 1));
  return highest;
}

static void
layout_area (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_PARTS))
    return;
  guint n_layers = plot.n_members + (bw_plot_count_others (&plot) > 0);
  bw_plot_set_scale (&plot, 0, get_highest (&plot, n_layers), TRUE);
  bw_plot_take_annotations (&plot);
  bw_plot_add_axes (&plot);
  bw_plot_add_spans (&plot, FALSE);
  for (guint i = 0; i < n_layers; i++)
    add_layer (&plot, i);
  bw_plot_add_comparison (&plot);
  bw_plot_add_guides (&plot, FALSE);
  for (guint i = 0; i < n_layers; i++)
    add_points (&plot, i);
  bw_plot_add_annotations (&plot);
}

const BwChartType bw_chart_area = {
  .id = "area",
  .title = N_ ("Area chart"),
  .layout = layout_area,
};
