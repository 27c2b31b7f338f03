/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bare course of a figure with its last point: beside a number, without axes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plot.h"

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
layout_sparkline (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  double low, high;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_LINES))
    return;
  bw_plot_get_range (&plot, &low, &high);
  set_bare_scale (&plot, low, high);
  bw_plot_add_course (&plot);
  bw_plot_add_course_points (&plot);
}

const BwChartType bw_chart_sparkline = {
  .id = "sparkline",
  .title = N_ ("Sparkline"),
  .is_bare = TRUE,
  .layout = layout_sparkline,
};
