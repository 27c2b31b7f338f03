/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods on x, a line for each member; held against guides, limits and another time. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plot.h"

static void
layout_line (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_LINES))
    return;
  bw_plot_lay_out_course (&plot);
}

const BwChartType bw_chart_line = {
  .id = "line",
  .title = N_ ("Line chart"),
  .layout = layout_line,
};
