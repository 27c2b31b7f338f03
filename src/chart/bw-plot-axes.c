/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the axes: values upwards, periods along. */
#include "config.h"

#include <math.h>

#include "bw-plot.h"

static guint
count_ticks (const BwPlot *plot)
{
  return (guint) ((plot->high - plot->low) / plot->step + 1.0001);
}

/* No time at all has no unit. */
static char *
format_tick (const BwPlot *plot, guint i)
{
  double value = plot->low + i * plot->step;
  gboolean is_zero = fabs (value) < plot->step / 1000;
  return bw_unit_format_in (is_zero && plot->unit == BW_UNIT_SECONDS ? BW_UNIT_COUNT : plot->unit,
                            plot->chart->currency, is_zero ? 0 : value, BW_FORMAT_SHORT);
}

double
bw_plot_text_height (const BwPlot *plot, double part)
{
  double height;
  bw_scene_measure (plot->scene, "0", plot->theme->font_size * part, FALSE, NULL, &height);
  return height;
}

static void
style_grid (const BwPlot *plot, BwMark *line, double value)
{
  gboolean is_base = !plot->is_log && fabs (value) < plot->step / 1000;
  line->colour = is_base ? bw_colour_fade (plot->theme->dim, 0.7) : plot->theme->grid;
  line->line_width = plot->theme->high_contrast ? 1.5 : is_base ? 1 : 0.75;
}

static double
measure_ticks (const BwPlot *plot, guint n)
{
  double widest = 0;
  for (guint i = 0; i < n; i++) {
    double width;
    g_autofree char *label = bw_unit_format_in (plot->unit, plot->chart->currency,
                                                plot->low + i * plot->step, BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, plot->theme->font_size, FALSE, &width, NULL);
    widest = MAX (widest, width);
  }
  return MIN (widest, plot->area.width / 3);
}

void
bw_plot_add_value_axis (BwPlot *plot)
{
  const BwTheme *theme = plot->theme;
  double height = bw_plot_text_height (plot, 1);
  guint n = count_ticks (plot);
  plot->area.y += height / 2;
  plot->area.height = MAX (plot->area.height - height * 2 - 1, 1);
  double widest = measure_ticks (plot, n);
  plot->area.x += widest + plot->gap;
  plot->area.width -= widest + plot->gap;
  for (guint i = 0; i < n; i++) {
    double value = plot->low + i * plot->step;
    double y = bw_plot_sharpen (bw_plot_y (plot, value));
    g_autofree char *label = format_tick (plot, i);
    style_grid (plot,
                bw_scene_add (plot->scene, BW_MARK_GRID, plot->area.x, y, plot->area.width, 0),
                value);
    bw_scene_add_text (plot->scene, label, plot->area.x - plot->gap * 0.75, y - height / 2, widest,
                       1, theme->font_size, FALSE, theme->dim);
  }
}

/* Every how many periods there is a label: a number that the calendar knows. */
static guint
choose_stride (const BwPlot *plot, double widest)
{
  static const guint by_grain[][8] = {
    [BW_GRAIN_DAY] = { 1, 2, 7, 14, 28, 56, 91, 182 },
    [BW_GRAIN_WEEK] = { 1, 2, 4, 13, 26, 52, 104, 260 },
    [BW_GRAIN_MONTH] = { 1, 2, 3, 6, 12, 24, 60, 120 },
    [BW_GRAIN_QUARTER] = { 1, 2, 4, 8, 20, 40, 80, 160 },
    [BW_GRAIN_YEAR] = { 1, 2, 5, 10, 20, 50, 100, 200 },
  };
  BwGrain grain;
  if (!bw_axis_get_grain (bw_series_get_axis (plot->chart->series), &grain))
    return 1;
  double column = bw_plot_column_width (plot);
  /* The last label may be shifted by half its width to stay on the paper. */
  double needed = (widest * (column < widest ? 1.5 : 1) + plot->gap) / column;
  for (guint i = 0; i < G_N_ELEMENTS (by_grain[0]); i++)
    if (by_grain[grain][i] >= needed)
      return by_grain[grain][i];
  return (guint) ceil (needed);
}

/* Counted from the last period, the one that people look for. */
static void
add_period_axis (BwPlot *plot, double y)
{
  const BwAxis *axis = bw_series_get_axis (plot->chart->series);
  const BwTheme *theme = plot->theme;
  double widest = 0;
  for (guint i = 0; i < plot->n_periods; i += 1 + plot->n_periods / 64) {
    double width;
    bw_scene_measure (plot->scene, bw_axis_get_short_label (axis, i), theme->font_size, FALSE,
                      &width, NULL);
    widest = MAX (widest, width);
  }
  guint stride = choose_stride (plot, widest);
  double right = plot->area.x + plot->area.width;
  double limit = right;
  for (int i = (int) plot->n_periods - 1; i >= 0; i -= (int) stride) {
    const char *label = bw_axis_get_short_label (axis, (guint) i);
    double width;
    bw_scene_measure (plot->scene, label, theme->font_size, FALSE, &width, NULL);
    double x = CLAMP (bw_plot_x (plot, (guint) i), width / 2, MAX (right - width / 2, width / 2));
    if (i + 1 < (int) plot->n_periods && x + width / 2 > limit)
      continue;
    bw_scene_add_text (plot->scene, label, x, y, right, 0.5, theme->font_size, FALSE, theme->dim);
    limit = x - width / 2 - plot->gap / 2;
  }
}

void
bw_plot_add_axes (BwPlot *plot)
{
  bw_plot_add_value_axis (plot);
  add_period_axis (plot, plot->area.y + plot->area.height + bw_plot_text_height (plot, 1) / 2 + 1);
}

void
bw_plot_add_labels_below (const BwPlot *plot, const double *x, const char *const *labels, guint n)
{
  double height = bw_plot_text_height (plot, 1);
  double y = plot->area.y + plot->area.height + height / 2 + 1;
  double right = bw_scene_get_width (plot->scene), free_from = -INFINITY;
  for (guint i = 0; i < n; i++) {
    double width;
    bw_scene_measure (plot->scene, labels[i], plot->theme->font_size, FALSE, &width, NULL);
    double middle = CLAMP (x[i], width / 2, MAX (right - width / 2, width / 2));
    if (middle - width / 2 < free_from)
      continue;
    bw_scene_add_text (plot->scene, labels[i], middle, y, right, 0.5, plot->theme->font_size, FALSE,
                       plot->theme->dim);
    free_from = middle + width / 2 + plot->gap / 2;
  }
}

/* --- Values along ----------------------------------------------------------------------------- */

/* What clocks and calendars know; for other units the powers of ten. */
static GArray *
list_log_ticks (const BwPlot *plot)
{
  static const double durations[] = {
    1,         10,        60,         600,        3600,        4 * 3600,    86400,
    4 * 86400, 7 * 86400, 14 * 86400, 30 * 86400, 120 * 86400, 365 * 86400,
  };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  if (plot->unit == BW_UNIT_SECONDS) {
    g_array_append_vals (ticks, durations, G_N_ELEMENTS (durations));
    return ticks;
  }
  for (double tick = pow (10, ceil (log10 (plot->low))); tick <= plot->high; tick *= 10)
    g_array_append_val (ticks, tick);
  return ticks;
}

static GArray *
list_ticks (const BwPlot *plot)
{
  if (plot->is_log)
    return list_log_ticks (plot);
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < count_ticks (plot); i++) {
    double tick = plot->low + i * plot->step;
    g_array_append_val (ticks, tick);
  }
  return ticks;
}

void
bw_plot_add_level_axis (const BwPlot *plot)
{
  const BwBox *area = &plot->area;
  g_autoptr (GArray) ticks = list_ticks (plot);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < ticks->len; i++) {
    double tick = g_array_index (ticks, double, i);
    if (tick < plot->low * (plot->is_log ? 0.999 : 1) || tick > plot->high * 1.001)
      continue;
    double at = bw_plot_level_x (plot, tick);
    BwMark *line =
        bw_scene_add (plot->scene, BW_MARK_GRID, bw_plot_sharpen (at), area->y, 0, area->height);
    style_grid (plot, line, tick);
    g_array_append_val (x, at);
    g_ptr_array_add (
        labels, fabs (tick) < plot->step / 1000 && !plot->is_log
                    ? bw_unit_format (BW_UNIT_COUNT, 0, BW_FORMAT_SHORT)
                    : bw_unit_format_in (plot->unit, plot->chart->currency, tick, BW_FORMAT_SHORT));
  }
  bw_plot_add_labels_below (plot, (const double *) (gpointer) x->data,
                            (const char *const *) labels->pdata, x->len);
}
