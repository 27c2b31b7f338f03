/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spread of a figure's values, a row for all and each member: Tukey's box from quartile to
 * quartile with the median, whiskers, and single values as a strip of dots. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define BOX_PART 0.56
#define DOT_PART 0.12

static const BwQuartiles *
get_box (const BwPlot *plot, guint row)
{
  return &g_array_index (plot->chart->distribution->boxes, BwQuartiles, row);
}

static char *
format_label (const BwPlot *plot, guint row)
{
  const char *label = get_box (plot, row)->label;
  return g_strdup (label ? label : _("All"));
}

static char *
format_median (const BwPlot *plot, guint row)
{
  g_autofree char *median = bw_plot_format (plot, get_box (plot, row)->median);
  g_autofree char *n = bw_format_count (get_box (plot, row)->n);
  /* Translators: beside a bar: the value and how many tickets, answers ... are behind it */
  return g_strdup_printf (_("%s   n %s"), median, n);
}

static char *
create_words (const BwPlot *plot, guint row)
{
  const BwQuartiles *box = get_box (plot, row);
  g_autofree char *label = format_label (plot, row);
  g_autofree char *median = bw_plot_format (plot, box->median);
  g_autofree char *half = bw_plot_format_span (plot, box->q1, box->q3);
  g_autofree char *most = bw_plot_format_span (plot, box->low, box->high);
  g_autofree char *n = bw_format_count (box->n);
  /* Translators: a box plot in words: member, median, quartiles, ends of the whiskers, n */
  return g_strdup_printf (_("%s: median %s; the middle half %s; nearly all %s; n %s"), label,
                            median, half, most, n);
}

static void
add_strip (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  const BwQuartiles *box = get_box (plot, row);
  double size = MAX (rows->pitch * DOT_PART, 2), middle = bw_plot_rows_middle (rows, row);
  for (guint i = 0; i < box->n_strip; i++) {
    double x = bw_plot_level_x (plot, box->strip[i]);
    BwMark *dot =
        bw_scene_add (plot->scene, BW_MARK_SIGN, x - size / 2, middle - size / 2, size, size);
    dot->size = size;
    dot->colour = bw_colour_fade (plot->theme->foreground, 0.6);
  }
}

/* The box is the datum; what belongs to it is not picked. */
static void
add_row (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  const BwQuartiles *box = get_box (plot, row);
  double middle = bw_plot_rows_middle (rows, row), height = rows->pitch * BOX_PART;
  double q1 = bw_plot_level_x (plot, box->q1), q3 = bw_plot_level_x (plot, box->q3);
  double low = bw_plot_level_x (plot, box->low), high = bw_plot_level_x (plot, box->high);
  bw_plot_rows_add_texts (rows, row, box->n == 0);
  if (box->n == 0)
    return;
  bw_plot_add_whisker (plot, low, middle, q1, middle);
  bw_plot_add_whisker (plot, q3, middle, high, middle);
  BwMark *bar =
      bw_scene_add (plot->scene, BW_MARK_BAR, q1, middle - height / 2, MAX (q3 - q1, 1), height);
  bar->member = (int) row;
  bar->colour = row == 0 ? plot->theme->accent : bw_colour_fade (plot->theme->accent, 0.6);
  bar->words = create_words (plot, row);
  double median = bw_plot_level_x (plot, box->median);
  BwMark *line =
      bw_plot_add_stroke (plot, median, middle - height / 2, median, middle + height / 2);
  line->colour = plot->theme->foreground;
  line->line_width = plot->theme->line_width * 1.25;
  add_strip (rows, row);
}

static void
widen (double value, double *low, double *high)
{
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

static void
set_levels (BwPlot *plot, guint n)
{
  double low = INFINITY, high = -INFINITY;
  for (guint i = 0; i < n; i++) {
    const BwQuartiles *box = get_box (plot, i);
    if (box->n == 0)
      continue;
    widen (box->low, &low, &high);
    widen (box->high, &low, &high);
    for (guint s = 0; s < box->n_strip; s++)
      widen (box->strip[s], &low, &high);
  }
  plot->is_log = plot->chart->distribution->is_log;
  if (plot->is_log) {
    plot->low = MAX (low, 1);
    plot->high = MAX (high, plot->low * 2) * 1.05;
  } else {
    bw_plot_set_scale (plot, low, high, FALSE);
  }
}

static void
layout_box (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  BwPlotRows rows;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_BOXES))
    return;
  double axis = bw_plot_text_height (&plot, 1) * 1.5 + 1;
  bw_plot_rows_begin (&rows, &plot, chart->distribution->boxes->len, format_label, format_median,
                      axis);
  set_levels (&plot, rows.n);
  if (rows.n == rows.n_all)
    bw_plot_add_level_axis (&plot);
  bw_plot_add_spans (&plot, TRUE);
  for (guint i = 0; i < rows.n; i++)
    add_row (&rows, i);
  bw_plot_add_guides (&plot, TRUE);
  bw_plot_rows_add_rest (&rows);
}

const BwChartType bw_chart_box = {
  .id = "box",
  .title = N_ ("Box plot"),
  .source = BW_CHART_OF_DISTRIBUTION,
  .is_rows = TRUE,
  .layout = layout_box,
};
