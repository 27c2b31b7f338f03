/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column for each period, made of its members: for what can be added up. Members that have no
 * colour of their own any more are one part. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define BAR_PART 0.72
#define WIDEST_BAR 4.0

static BwMark *
add_part (const BwPlot *plot, guint period, guint member, double from, double to)
{
  double width = MIN (bw_plot_column_width (plot) * BAR_PART, plot->theme->font_size * WIDEST_BAR);
  double top = bw_plot_y (plot, to), bottom = bw_plot_y (plot, from);
  double seam = from > 0 ? MIN (0.75, (bottom - top) / 4) : 0;
  BwMark *bar = bw_scene_add (plot->scene, BW_MARK_BAR, bw_plot_x (plot, period) - width / 2, top,
                              width, bottom - top - seam);
  bar->period = (int) period;
  bw_plot_paint (plot, bar, member);
  return bar;
}

static void
add_column (const BwPlot *plot, guint period)
{
  double from = 0, rest = NAN;
  for (guint m = 0; m < plot->n_members; m++) {
    double value = bw_plot_value (plot, period, m);
    if (!(value > 0))
      continue;
    BwMark *bar = add_part (plot, period, m, from, from + value);
    bar->member = (int) m;
    bar->words = bw_plot_words (plot, period, m);
    from += value;
  }
  if (bw_plot_count_others (plot) > 0)
    rest = bw_plot_sum (plot, period, plot->n_members);
  if (rest > 0)
    add_part (plot, period, plot->n_members, from, from + rest)->words =
        bw_plot_words_others (plot, period);
}

static void
add_sums (const BwPlot *plot)
{
  g_autofree double *sums = g_new (double, plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++)
    sums[p] = bw_plot_sum (plot, p, 0);
  if (!bw_plot_do_labels_fit (plot, sums))
    return;
  for (guint p = 0; p < plot->n_periods; p++)
    if (!isnan (sums[p]))
      bw_plot_add_column_label (plot, p, sums[p], bw_plot_y (plot, sums[p]));
}

static double
get_highest (const BwPlot *plot)
{
  double low, high, highest = 0;
  bw_plot_get_range (plot, &low, &high);
  for (guint p = 0; p < plot->n_periods; p++) {
    double sum = bw_plot_sum (plot, p, 0);
    highest = sum > highest ? sum : highest;
  }
  return plot->chart->guides->len > 0 || plot->chart->comparison ? MAX (high, highest) : highest;
}

static void
layout_stacked_bar (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_PARTS))
    return;
  bw_plot_set_scale (&plot, 0, get_highest (&plot), TRUE);
  bw_plot_take_annotations (&plot);
  plot.area.y += theme->font_size * 1.2;
  plot.area.height = MAX (plot.area.height - theme->font_size * 1.2, 1);
  bw_plot_add_axes (&plot);
  bw_plot_add_spans (&plot, FALSE);
  for (guint p = 0; p < plot.n_periods; p++)
    add_column (&plot, p);
  bw_plot_add_comparison (&plot);
  bw_plot_add_guides (&plot, FALSE);
  add_sums (&plot);
  bw_plot_add_annotations (&plot);
}

const BwChartType bw_chart_stacked_bar = {
  .id = "stacked-bar",
  .title = N_ ("Stacked bar chart"),
  .layout = layout_stacked_bar,
};
