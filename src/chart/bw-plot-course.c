/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a series: lines, bands of intervals, and points that are its data. */
#include "config.h"

#include <math.h>

#include "bw-plot.h"

/* Columns narrower than this have no dots but where a line would not show. */
#define ROOM_FOR_DOTS 10
#define HIT_SIZE 8
/* From shape to shape along a line that has no dots. */
#define ROOM_BETWEEN_SHAPES 60

static void
add_line (const BwPlot *plot, guint member)
{
  double *points = g_new (double, 2 * plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++) {
    points[2 * p] = bw_plot_x (plot, p);
    points[2 * p + 1] = bw_plot_y (plot, bw_plot_value (plot, p, member));
  }
  BwMark *line = bw_plot_add_polyline (plot, points, plot->n_periods);
  line->member = (int) member;
  line->colour = bw_plot_colour (plot, member);
  line->line_width = plot->theme->line_width * (bw_plot_column_width (plot) < 2 ? 0.5 : 1);
}

/* One outline for each unbroken run of intervals: along the tops and back along the bottoms. */
static void
append_run (const BwPlot *plot, guint from, guint to, GArray *points)
{
  const BwSeries *series = plot->chart->series;
  for (guint p = from; p < to; p++) {
    double top[] = { bw_plot_x (plot, p), bw_plot_y (plot, bw_series_get (series, p, 0)->high) };
    g_array_append_vals (points, top, 2);
  }
  for (guint p = to; p-- > from;) {
    double bottom[] = { bw_plot_x (plot, p), bw_plot_y (plot, bw_series_get (series, p, 0)->low) };
    g_array_append_vals (points, bottom, 2);
  }
  double stop[] = { NAN, NAN };
  g_array_append_vals (points, stop, 2);
}

static void
add_band (const BwPlot *plot)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint p = 0; p < plot->n_periods; p++) {
    guint from = p;
    while (p < plot->n_periods && bw_plot_has_interval (plot, p, 0))
      p++;
    if (p > from + 1)
      append_run (plot, from, p, points);
    else if (p == from + 1 && bw_plot_column_width (plot) >= ROOM_FOR_DOTS)
      bw_plot_add_whisker (plot, bw_plot_x (plot, from),
                           bw_plot_y (plot, bw_series_get (plot->chart->series, from, 0)->low),
                           bw_plot_x (plot, from),
                           bw_plot_y (plot, bw_series_get (plot->chart->series, from, 0)->high));
  }
  if (points->len == 0)
    return;
  BwMark *band = bw_scene_add (plot->scene, BW_MARK_BAND, plot->area.x, plot->area.y,
                               plot->area.width, plot->area.height);
  band->n_points = points->len / 2;
  band->points = (double *) g_array_steal (points, NULL);
  band->colour = bw_colour_fade (bw_plot_colour (plot, 0), plot->theme->high_contrast ? 0.3 : 0.15);
}

void
bw_plot_add_course (const BwPlot *plot)
{
  if (plot->chart->show_interval && bw_series_get_n_members (plot->chart->series) == 1)
    add_band (plot);
  for (guint m = 0; m < plot->n_members; m++)
    add_line (plot, m);
}

/* --- Points ----------------------------------------------------------------------------------- */

static gboolean
is_missing (const BwPlot *plot, int period, guint member)
{
  return period < 0 || period >= (int) plot->n_periods ||
         isnan (bw_plot_value (plot, (guint) period, member));
}

static gboolean
is_last (const BwPlot *plot, guint period, guint member)
{
  for (guint p = period + 1; p < plot->n_periods; p++)
    if (!is_missing (plot, (int) p, member))
      return FALSE;
  return TRUE;
}

/* Where there is no room for all dots, a line still shows its member's shape now and then. */
static gboolean
has_room (const BwPlot *plot, guint period)
{
  double column = bw_plot_column_width (plot);
  guint stride = (guint) ceil (ROOM_BETWEEN_SHAPES / column);
  if (plot->chart->type->is_bare)
    return FALSE;
  if (column >= ROOM_FOR_DOTS)
    return TRUE;
  return plot->n_members > 1 && (plot->n_periods - 1 - period) % stride == 0;
}

static double
choose_dot (const BwPlot *plot, guint period, guint member)
{
  double dot = plot->theme->line_width * 2.75;
  if (is_last (plot, period, member))
    return dot * (plot->n_members == 1 ? 1.4 : 1);
  gboolean is_alone =
      is_missing (plot, (int) period - 1, member) && is_missing (plot, (int) period + 1, member);
  return is_alone || has_room (plot, period) ? dot : 0;
}

static void
add_point (const BwPlot *plot, guint period, guint member)
{
  if (is_missing (plot, (int) period, member))
    return;
  double x = bw_plot_x (plot, period);
  double y = bw_plot_y (plot, bw_plot_value (plot, period, member));
  BwMark *point = bw_scene_add (plot->scene, BW_MARK_POINT, x - HIT_SIZE / 2.0, y - HIT_SIZE / 2.0,
                                HIT_SIZE, HIT_SIZE);
  point->period = (int) period;
  point->member = (int) member;
  point->words = bw_plot_words (plot, period, member);
  point->size = choose_dot (plot, period, member);
  bw_plot_paint (plot, point, member);
}

void
bw_plot_add_course_points (const BwPlot *plot)
{
  for (guint m = 0; m < plot->n_members; m++)
    for (guint p = 0; p < plot->n_periods; p++)
      add_point (plot, p, m);
}

void
bw_plot_lay_out_course (BwPlot *plot)
{
  double low, high;
  bw_plot_get_range (plot, &low, &high);
  bw_plot_set_scale (plot, low, high, FALSE);
  bw_plot_take_annotations (plot);
  bw_plot_add_axes (plot);
  bw_plot_add_spans (plot, FALSE);
  bw_plot_add_limits (plot);
  bw_plot_add_comparison (plot);
  bw_plot_add_course (plot);
  bw_plot_add_guides (plot, FALSE);
  bw_plot_add_course_points (plot);
  bw_plot_add_signals (plot);
  bw_plot_add_annotations (plot);
}
