/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line with the centre and limits within which it usually moves; what is more than noise is
 * ringed. Shewhart's chart; the caller brings the limits. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plot.h"

static void
layout_control (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_NONE))
    return;
  plot.n_members = 1;
  bw_plot_lay_out_course (&plot);
}

const BwChartType bw_chart_control = {
  .id = "control",
  .title = N_ ("Control chart"),
  .layout = layout_control,
};
