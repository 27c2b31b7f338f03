/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars from zero: with one period, a row for each member with its value and n; with several, a
 * column for each period. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* Parts of a row or column that the bar takes, and the most it gets. */
#define BAR_PART 0.68
#define WIDEST_BAR 4.0

static BwMark *
add_bar (const BwPlot *plot, guint period, guint member, BwBox box)
{
  BwMark *bar = bw_scene_add (plot->scene, BW_MARK_BAR, box.x, box.y, box.width, box.height);
  bar->period = (int) period;
  bar->member = (int) member;
  bar->words = bw_plot_words (plot, period, member);
  bar->colour = bw_plot_colour (plot, 0);
  bar->radius = plot->theme->font_size / 5;
  return bar;
}

/* --- Columns ------------------------------------------------------------------------------- */

static void
add_column (const BwPlot *plot, guint period)
{
  double value = bw_plot_value (plot, period, 0);
  if (isnan (value))
    return;
  double width = MIN (bw_plot_column_width (plot) * BAR_PART, plot->theme->font_size * WIDEST_BAR);
  double base = bw_plot_y (plot, 0), end = bw_plot_y (plot, value);
  double x = bw_plot_x (plot, period);
  add_bar (plot, period, 0, (BwBox) { x - width / 2, MIN (base, end), width, fabs (base - end) });
}

static double
get_top (const BwPlot *plot, guint period)
{
  double value = bw_plot_value (plot, period, 0);
  if (bw_plot_has_interval (plot, period, 0))
    value = MAX (value, bw_series_get (plot->chart->series, period, 0)->high);
  return bw_plot_y (plot, MAX (value, 0));
}

static void
add_column_labels (const BwPlot *plot)
{
  g_autofree double *values = g_new (double, plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++)
    values[p] = bw_plot_value (plot, p, 0);
  if (!bw_plot_do_labels_fit (plot, values))
    return;
  for (guint p = 0; p < plot->n_periods; p++)
    if (!isnan (values[p]))
      bw_plot_add_column_label (plot, p, values[p], get_top (plot, p));
}

static void
add_column_whiskers (const BwPlot *plot)
{
  for (guint p = 0; p < plot->n_periods; p++) {
    const BwCell *cell = bw_series_get (plot->chart->series, p, 0);
    double x = bw_plot_x (plot, p);
    if (bw_plot_has_interval (plot, p, 0))
      bw_plot_add_whisker (plot, x, bw_plot_y (plot, cell->low), x, bw_plot_y (plot, cell->high));
  }
}

static void
layout_columns (BwPlot *plot)
{
  double low, high, room = plot->theme->font_size * 1.2;
  bw_plot_get_range (plot, &low, &high);
  bw_plot_set_scale (plot, low, high, TRUE);
  bw_plot_take_annotations (plot);
  plot->area.y += room;
  plot->area.height = MAX (plot->area.height - room, 1);
  bw_plot_add_axes (plot);
  bw_plot_add_spans (plot, FALSE);
  for (guint p = 0; p < plot->n_periods; p++)
    add_column (plot, p);
  add_column_whiskers (plot);
  bw_plot_add_limits (plot);
  bw_plot_add_comparison (plot);
  bw_plot_add_guides (plot, FALSE);
  bw_plot_add_signals (plot);
  add_column_labels (plot);
  bw_plot_add_annotations (plot);
}

/* --- Rows ---------------------------------------------------------------------------------- */

static char *
format_row_label (const BwPlot *plot, guint row)
{
  return g_strdup (bw_series_get_member_label (plot->chart->series, row));
}

static char *
format_row_value (const BwPlot *plot, guint row)
{
  const BwCell *cell = bw_series_get (plot->chart->series, 0, row);
  g_autofree char *value = bw_plot_format (plot, cell->value);
  if (isnan (cell->value) || plot->unit == BW_UNIT_COUNT)
    return g_steal_pointer (&value);
  g_autofree char *n = bw_format_count (cell->n);
  /* Translators: beside a bar: the value and how many tickets, answers ... are behind it */
  return g_strdup_printf (_("%s   n %s"), value, n);
}

static void
add_row (const BwPlotRows *rows, guint member)
{
  const BwPlot *plot = rows->plot;
  double value = bw_plot_value (plot, 0, member);
  double middle = bw_plot_rows_middle (rows, member);
  double thick = MIN (rows->pitch * BAR_PART, plot->theme->font_size * 1.6);
  double base = bw_plot_level_x (plot, 0);
  double end = isnan (value) ? base : bw_plot_level_x (plot, value);
  bw_plot_rows_add_texts (rows, member, isnan (value));
  add_bar (plot, 0, member,
           (BwBox) { MIN (base, end), middle - thick / 2, fabs (base - end), thick });
  if (bw_plot_has_interval (plot, 0, member)) {
    const BwCell *cell = bw_series_get (plot->chart->series, 0, member);
    bw_plot_add_whisker (plot, bw_plot_level_x (plot, cell->low), middle,
                         bw_plot_level_x (plot, cell->high), middle);
  }
}

static void
layout_rows (BwPlot *plot)
{
  BwPlotRows rows;
  double low, high;
  bw_plot_rows_begin (&rows, plot, bw_series_get_n_members (plot->chart->series), format_row_label,
                      format_row_value, 0);
  plot->n_members = rows.n;
  bw_plot_get_range (plot, &low, &high);
  plot->low = MIN (low, 0);
  plot->high = MAX (high, plot->low < 0 ? 0 : 1e-9);
  bw_plot_add_spans (plot, TRUE);
  bw_plot_rows_add_base (&rows, 0);
  for (guint i = 0; i < rows.n; i++)
    add_row (&rows, i);
  bw_plot_add_guides (plot, TRUE);
  bw_plot_rows_add_rest (&rows);
}

static void
layout_bar (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_NONE))
    return;
  if (plot.n_periods == 1) {
    layout_rows (&plot);
  } else {
    plot.n_members = 1;
    layout_columns (&plot);
  }
}

const BwChartType bw_chart_bar = {
  .id = "bar",
  .title = N_ ("Bar chart"),
  .is_rows = TRUE,
  .layout = layout_bar,
};
