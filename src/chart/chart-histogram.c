/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many values are how large: a bar a bin, durations on an axis of equal ratios, with median,
 * mean and the ninth decile as lines across. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* Between neighbours. */
#define SEAM 1

static const BwBin *
get_bin (const BwPlot *plot, guint i)
{
  return &g_array_index (plot->chart->distribution->bins, BwBin, i);
}

static guint
count_bins (const BwPlot *plot)
{
  return plot->chart->distribution->bins->len;
}

static char *
create_words (const BwPlot *plot, guint i)
{
  const BwBin *bin = get_bin (plot, i);
  double share = bin->n / (double) plot->chart->distribution->n;
  g_autofree char *span = bw_plot_format_span (plot, bin->low, bin->high);
  g_autofree char *n = bw_format_count (bin->n);
  g_autofree char *part = bw_unit_format (BW_UNIT_FRACTION, share, BW_FORMAT_SHORT);
  /* Translators: a bar of a histogram: from 1 h to 2 h: 34, which are 12 % of all */
  return g_strdup_printf (C_ ("histogram", "%s: %s, %s"), span, n, part);
}

/* Empty bins are there for keys and speech, as high as nothing. */
static void
add_bin (const BwPlot *plot, const BwPlot *counts, guint i)
{
  const BwBin *bin = get_bin (plot, i);
  double from = bw_plot_level_x (plot, bin->low), to = bw_plot_level_x (plot, bin->high);
  double top = bw_plot_y (counts, (double) bin->n), base = bw_plot_y (counts, 0);
  BwMark *bar = bw_scene_add (plot->scene, BW_MARK_BAR, from + SEAM / 2.0, top,
                              MAX (to - from - SEAM, 0.5), base - top);
  bar->member = (int) i;
  bar->colour = plot->theme->accent;
  bar->words = create_words (plot, i);
}

static gboolean
do_labels_fit (const BwPlot *plot)
{
  for (guint i = 0; i < count_bins (plot); i++) {
    const BwBin *bin = get_bin (plot, i);
    double width;
    g_autofree char *label = bw_format_count (bin->n);
    bw_scene_measure (plot->scene, label, plot->theme->font_size * 0.9, FALSE, &width, NULL);
    if (bin->n > 0 && width + plot->gap / 3 >
                          bw_plot_level_x (plot, bin->high) - bw_plot_level_x (plot, bin->low))
      return FALSE;
  }
  return TRUE;
}

static void
add_labels (const BwPlot *plot, const BwPlot *counts)
{
  double height = bw_plot_text_height (plot, 0.9);
  for (guint i = 0; i < count_bins (plot) && do_labels_fit (plot); i++) {
    const BwBin *bin = get_bin (plot, i);
    g_autofree char *label = bw_format_count (bin->n);
    double middle = (bw_plot_level_x (plot, bin->low) + bw_plot_level_x (plot, bin->high)) / 2;
    if (bin->n > 0)
      bw_plot_add_grounded_label (plot, label, middle,
                                  bw_plot_y (counts, (double) bin->n) - height - 1);
  }
}

static void
add_edges (const BwPlot *plot)
{
  guint n = count_bins (plot) + 1;
  g_autofree double *x = g_new (double, n);
  g_auto (GStrv) labels = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++) {
    double edge = i + 1 < n ? get_bin (plot, i)->low : get_bin (plot, i - 1)->high;
    x[i] = bw_plot_level_x (plot, edge);
    labels[i] = edge == 0 ? bw_unit_format (BW_UNIT_COUNT, 0, BW_FORMAT_SHORT)
                          : bw_plot_format (plot, edge);
  }
  bw_plot_add_labels_below (plot, x, (const char *const *) labels, n);
}

static void
add_statistic (const BwPlot *plot, double value, BwDash dash)
{
  const BwBox *area = &plot->area;
  if (!isfinite (value))
    return;
  double x = bw_plot_sharpen (bw_plot_level_x (plot, value));
  BwMark *line = bw_plot_add_stroke (plot, x, area->y, x, area->y + area->height);
  line->colour = plot->theme->foreground;
  line->dash = dash;
}

/* Nothing is at nought on an axis of ratios: the first bin is drawn one ratio wide. */
static void
set_levels (BwPlot *plot)
{
  const BwBin *first = get_bin (plot, 0);
  plot->unit = plot->chart->unit;
  plot->is_log = plot->chart->distribution->is_log;
  plot->low = first->low > 0 || !plot->is_log ? first->low : first->high / 2;
  plot->high = get_bin (plot, count_bins (plot) - 1)->high;
  if (plot->high <= plot->low)
    plot->high = plot->low + 1;
}

static void
layout_histogram (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  double most = 0;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_STATISTICS))
    return;
  for (guint i = 0; i < count_bins (&plot); i++)
    most = MAX (most, (double) get_bin (&plot, i)->n);
  BwPlot counts = plot;
  counts.unit = BW_UNIT_COUNT;
  bw_plot_set_scale (&counts, 0, most, TRUE);
  counts.area.y += theme->font_size * 1.2;
  counts.area.height = MAX (counts.area.height - theme->font_size * 1.2, 1);
  bw_plot_add_value_axis (&counts);
  plot.area = counts.area;
  set_levels (&plot);
  bw_plot_add_spans (&plot, TRUE);
  for (guint i = 0; i < count_bins (&plot); i++)
    add_bin (&plot, &counts, i);
  add_statistic (&plot, chart->distribution->median, BW_DASH_NONE);
  add_statistic (&plot, chart->distribution->mean, BW_DASH_DOTS);
  add_statistic (&plot, chart->distribution->p90, BW_DASH_LONG);
  bw_plot_add_guides (&plot, TRUE);
  add_labels (&plot, &counts);
  add_edges (&plot);
}

const BwChartType bw_chart_histogram = {
  .id = "histogram",
  .title = N_ ("Histogram"),
  .source = BW_CHART_OF_DISTRIBUTION,
  .layout = layout_histogram,
};
