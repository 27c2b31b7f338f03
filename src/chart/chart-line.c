/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods on x, a line for each member; or, as a sparkline, the bare course with its last point. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* Columns narrower than this have no dots but where a line would not show. */
#define ROOM_FOR_DOTS 10
#define HIT_SIZE 8

static gboolean
is_missing (const BwPlot *plot, int period, guint member)
{
  return period < 0 || period >= (int) plot->n_periods ||
         isnan (bw_plot_value (plot, (guint) period, member));
}

static void
add_line (const BwPlot *plot, guint member)
{
  double *points = g_new (double, 2 * plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++) {
    points[2 * p] = bw_plot_x (plot, p);
    points[2 * p + 1] = bw_plot_y (plot, bw_plot_value (plot, p, member));
  }
  BwMark *line = bw_scene_add (plot->scene, BW_MARK_LINE, plot->area.x, plot->area.y,
                               plot->area.width, plot->area.height);
  line->n_points = bw_plot_thin (points, plot->n_periods);
  line->points = points;
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

static gboolean
is_last (const BwPlot *plot, guint period, guint member)
{
  for (guint p = period + 1; p < plot->n_periods; p++)
    if (!is_missing (plot, (int) p, member))
      return FALSE;
  return TRUE;
}

static double
choose_dot (const BwPlot *plot, guint period, guint member)
{
  double dot = plot->theme->line_width * 2.75;
  if (is_last (plot, period, member))
    return dot * (plot->n_members == 1 ? 1.4 : 1);
  gboolean is_alone =
      is_missing (plot, (int) period - 1, member) && is_missing (plot, (int) period + 1, member);
  gboolean has_room = bw_plot_column_width (plot) >= ROOM_FOR_DOTS && !plot->chart->sparkline;
  return is_alone || has_room ? dot : 0;
}

static void
add_points (const BwPlot *plot, guint member)
{
  for (guint p = 0; p < plot->n_periods; p++) {
    if (is_missing (plot, (int) p, member))
      continue;
    double x = bw_plot_x (plot, p);
    double y = bw_plot_y (plot, bw_plot_value (plot, p, member));
    BwMark *point = bw_scene_add (plot->scene, BW_MARK_POINT, x - HIT_SIZE / 2.0,
                                  y - HIT_SIZE / 2.0, HIT_SIZE, HIT_SIZE);
    point->period = (int) p;
    point->member = (int) member;
    point->words = bw_plot_words (plot, p, member);
    point->colour = bw_plot_colour (plot, member);
    point->size = choose_dot (plot, p, member);
  }
}

/* Room for the dot at the end; the course fills the rest, whatever its level. */
static void
set_bare_scale (BwPlot *plot, double low, double high)
{
  double room = plot->theme->line_width * 2.5;
  plot->area.x += room;
  plot->area.width = MAX (plot->area.width - 2 * room, 1);
  plot->area.y += room;
  plot->area.height = MAX (plot->area.height - 2 * room, 1);
  gboolean is_flat = high - low <= 0;
  plot->low = is_flat ? low - 1 : low;
  plot->high = is_flat ? high + 1 : high;
}

static void
layout_line (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  double low, high;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_FIRST))
    return;
  bw_plot_get_range (&plot, &low, &high);
  if (chart->sparkline) {
    set_bare_scale (&plot, low, high);
  } else {
    bw_plot_set_scale (&plot, low, high, FALSE);
    bw_plot_add_axes (&plot);
    if (bw_series_get_n_members (chart->series) == 1)
      add_band (&plot);
  }
  for (guint m = 0; m < plot.n_members; m++)
    add_line (&plot, m);
  if (!chart->sparkline)
    bw_plot_add_reference (&plot);
  for (guint m = 0; m < plot.n_members; m++)
    add_points (&plot, m);
}

const BwChartType bw_chart_line = {
  .id = "line",
  .title = N_ ("Line chart"),
  .layout = layout_line,
};
