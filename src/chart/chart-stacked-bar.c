/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column for each period, made of its members: for what can be added up. Members that have no
 * colour of their own any more are one part, "Other". */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define BAR_PART 0.72
#define WIDEST_BAR 4.0
#define MOST_LABELS 31

static double
sum_period (const BwPlot *plot, guint period, guint first_member)
{
  double sum = NAN;
  guint n = bw_series_get_n_members (plot->chart->series);
  for (guint m = first_member; m < n; m++) {
    double value = bw_plot_value (plot, period, m);
    if (value > 0)
      sum = (isnan (sum) ? 0 : sum) + value;
    else if (!isnan (value) && isnan (sum))
      sum = 0;
  }
  return sum;
}

static BwMark *
add_part (const BwPlot *plot, guint period, double from, double to)
{
  double width = MIN (bw_plot_column_width (plot) * BAR_PART, plot->theme->font_size * WIDEST_BAR);
  double top = bw_plot_y (plot, to), bottom = bw_plot_y (plot, from);
  double seam = from > 0 ? MIN (0.75, (bottom - top) / 4) : 0;
  BwMark *bar = bw_scene_add (plot->scene, BW_MARK_BAR, bw_plot_x (plot, period) - width / 2, top,
                              width, bottom - top - seam);
  bar->period = (int) period;
  return bar;
}

static void
add_rest (const BwPlot *plot, guint period, double from)
{
  guint n = bw_series_get_n_members (plot->chart->series);
  double rest = n > plot->n_members ? sum_period (plot, period, plot->n_members) : NAN;
  if (!(rest > 0))
    return;
  g_autofree char *value = bw_unit_format (plot->unit, rest, BW_FORMAT_SHORT);
  BwMark *bar = add_part (plot, period, from, from + rest);
  bar->colour = bw_plot_colour (plot, BW_THEME_SERIES - 1);
  /* Translators: period, members that are not shown one by one, and their sum */
  bar->words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u other: %s", "%s, %u others: %s", n - plot->n_members),
      bw_axis_get_label (bw_series_get_axis (plot->chart->series), period), n - plot->n_members,
      value);
}

static void
add_column (const BwPlot *plot, guint period)
{
  double from = 0;
  for (guint m = 0; m < plot->n_members; m++) {
    double value = bw_plot_value (plot, period, m);
    if (!(value > 0))
      continue;
    BwMark *bar = add_part (plot, period, from, from + value);
    bar->member = (int) m;
    bar->colour = bw_plot_colour (plot, m);
    bar->words = bw_plot_words (plot, period, m);
    from += value;
  }
  add_rest (plot, period, from);
}

static gboolean
do_labels_fit (const BwPlot *plot)
{
  for (guint p = 0; p < plot->n_periods; p++) {
    double width;
    double sum = sum_period (plot, p, 0);
    g_autofree char *label = bw_unit_format (plot->unit, sum, BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, plot->theme->font_size * 0.9, FALSE, &width, NULL);
    if (!isnan (sum) && width > bw_plot_column_width (plot) - plot->gap / 3)
      return FALSE;
  }
  return plot->n_periods <= MOST_LABELS;
}

static void
add_sums (const BwPlot *plot)
{
  double size = plot->theme->font_size * 0.9;
  for (guint p = 0; p < plot->n_periods; p++) {
    double height;
    double sum = sum_period (plot, p, 0);
    if (isnan (sum))
      continue;
    g_autofree char *label = bw_unit_format (plot->unit, sum, BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, size, FALSE, NULL, &height);
    bw_scene_add_text (plot->scene, label, bw_plot_x (plot, p), bw_plot_y (plot, sum) - height - 1,
                       0, 0.5, size, FALSE, plot->theme->foreground);
  }
}

static void
layout_stacked_bar (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  double high = 0;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_OTHERS))
    return;
  for (guint p = 0; p < plot.n_periods; p++) {
    double sum = sum_period (&plot, p, 0);
    high = sum > high ? sum : high;
  }
  bw_plot_set_scale (&plot, 0, high, TRUE);
  plot.area.y += theme->font_size * 1.2;
  plot.area.height = MAX (plot.area.height - theme->font_size * 1.2, 1);
  bw_plot_add_axes (&plot);
  for (guint p = 0; p < plot.n_periods; p++)
    add_column (&plot, p);
  bw_plot_add_reference (&plot);
  if (do_labels_fit (&plot))
    add_sums (&plot);
}

const BwChartType bw_chart_stacked_bar = {
  .id = "stacked-bar",
  .title = N_ ("Stacked bar chart"),
  .layout = layout_stacked_bar,
};
