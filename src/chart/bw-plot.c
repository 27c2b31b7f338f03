/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale of a plot, and where values and periods are on it. */
#include "config.h"

#include <math.h>

#include "bw-plot.h"

double
bw_plot_value (const BwPlot *plot, guint period, guint member)
{
  double value = bw_series_get (plot->chart->series, period, member)->value;
  return isfinite (value) ? value : NAN;
}

gboolean
bw_plot_has_interval (const BwPlot *plot, guint period, guint member)
{
  const BwCell *cell = bw_series_get (plot->chart->series, period, member);
  return plot->chart->show_interval && isfinite (cell->value) && isfinite (cell->low) &&
         isfinite (cell->high);
}

static void
get_interval_range (const BwPlot *plot, double *low, double *high)
{
  for (guint m = 0; m < plot->n_members; m++) {
    for (guint p = 0; p < plot->n_periods; p++) {
      if (bw_plot_has_interval (plot, p, m)) {
        const BwCell *cell = bw_series_get (plot->chart->series, p, m);
        *low = MIN (*low, cell->low);
        *high = MAX (*high, cell->high);
      }
    }
  }
}

static void
widen (double value, double *low, double *high)
{
  if (!isfinite (value))
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* What others reach may be far away: then it is said in the legend and not drawn. */
static void
add_guides (const BwPlot *plot, double *low, double *high)
{
  double room = 2 * MAX (*high - *low, fabs (*high));
  double least = *low - room, most = *high + room;
  for (guint i = 0; i < plot->chart->guides->len; i++) {
    const BwGuide *guide = &g_array_index (plot->chart->guides, BwGuide, i);
    if (guide->low >= least && guide->low <= most)
      widen (guide->low, low, high);
    if (guide->high >= least && guide->high <= most)
      widen (guide->high, low, high);
  }
}

/* What the values are held against has to be seen with them. */
static void
add_context (const BwPlot *plot, double *low, double *high)
{
  const BwChart *chart = plot->chart;
  for (guint p = 0; p < plot->n_periods; p++) {
    if (chart->limits) {
      widen (chart->limits[p].centre, low, high);
      widen (chart->limits[p].low, low, high);
      widen (chart->limits[p].high, low, high);
    }
    if (chart->comparison)
      widen (bw_series_get (chart->comparison, p, 0)->value, low, high);
  }
  if (*low <= *high)
    add_guides (plot, low, high);
}

void
bw_plot_get_range (const BwPlot *plot, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint m = 0; m < plot->n_members; m++) {
    for (guint p = 0; p < plot->n_periods; p++) {
      double value = bw_plot_value (plot, p, m);
      *low = isnan (value) ? *low : MIN (*low, value);
      *high = isnan (value) ? *high : MAX (*high, value);
    }
  }
  if (!plot->chart->type->is_bare)
    add_context (plot, low, high);
  double widest_low = *low, widest_high = *high;
  double room = MAX (*high - *low, fabs (*high));
  /* Nothing but zero does not say how much is much: doubt does. */
  if (room == 0)
    room = INFINITY;
  get_interval_range (plot, &widest_low, &widest_high);
  /* Where no value is below zero, none can be: what doubt says of that is an approximation. */
  if (*low >= 0)
    widest_low = MAX (widest_low, 0);
  *low = MAX (widest_low, *low - room);
  *high = MIN (widest_high, *high + room);
}

/* A scale of no height shows nothing, and noise of a hundredth of a per cent is not news. */
static double
get_least_span (BwUnit unit, double high)
{
  switch (unit) {
  case BW_UNIT_COUNT:
    return 4;
  case BW_UNIT_SECONDS:
    return MAX (4, fabs (high) / 20);
  case BW_UNIT_FRACTION:
    return 0.04;
  case BW_UNIT_POINTS:
    return 4;
  case BW_UNIT_SCORE:
    return 0.2;
  case BW_UNIT_RATIO:
  case BW_UNIT_MONEY:
    return fabs (high) > 0 ? fabs (high) / 20 : 1;
  }
  g_return_val_if_reached (1);
}

static gboolean
is_zero_near (BwUnit unit, double low, double high)
{
  if (unit == BW_UNIT_COUNT || unit == BW_UNIT_SECONDS || unit == BW_UNIT_MONEY)
    return TRUE;
  return low > 0 ? low < high * 0.6 : high < 0 && high > low * 0.6;
}

static void
limit_to_unit (BwUnit unit, double *low, double *high)
{
  if (unit == BW_UNIT_FRACTION && *low >= 0 && *high <= 1.0001)
    *high = MIN (*high, 1);
  if (unit == BW_UNIT_POINTS && *low >= -100 && *high <= 100.0001)
    *high = MIN (*high, 100);
}

void
bw_plot_set_scale (BwPlot *plot, double low, double high, gboolean from_zero)
{
  if (from_zero || is_zero_near (plot->unit, low, high)) {
    low = MIN (low, 0);
    high = MAX (high, 0);
  }
  double lacking = get_least_span (plot->unit, high) - (high - low);
  if (lacking > 0) {
    double below = low == 0 ? 0 : lacking / 2;
    low -= below;
    high += lacking - below;
    if (plot->unit == BW_UNIT_FRACTION && high > 1 && low < 1)
      low -= high - 1, high = 1;
  }
  int ticks = CLAMP ((int) (plot->area.height / (plot->theme->font_size * 2.6)), 2, 6);
  plot->step = bw_unit_axis_step (plot->unit, low, high, ticks);
  plot->low = floor (low / plot->step + 1e-6) * plot->step;
  plot->high = ceil (high / plot->step - 1e-6) * plot->step;
  if (plot->high <= plot->low)
    plot->high = plot->low + plot->step;
  limit_to_unit (plot->unit, &plot->low, &plot->high);
}

double
bw_plot_column_width (const BwPlot *plot)
{
  return plot->area.width / plot->n_periods;
}

double
bw_plot_x (const BwPlot *plot, guint period)
{
  return plot->area.x + bw_plot_column_width (plot) * (period + 0.5);
}

static double
get_part (const BwPlot *plot, double value)
{
  double inside = CLAMP (value, plot->low, plot->high);
  return plot->is_log ? log (inside / plot->low) / log (plot->high / plot->low)
                      : (inside - plot->low) / (plot->high - plot->low);
}

double
bw_plot_y (const BwPlot *plot, double value)
{
  return isnan (value) ? NAN : plot->area.y + plot->area.height * (1 - get_part (plot, value));
}

double
bw_plot_level_x (const BwPlot *plot, double value)
{
  return isnan (value) ? NAN : plot->area.x + plot->area.width * get_part (plot, value);
}

static gboolean
has_members (const BwPlot *plot)
{
  return plot->chart->series && bw_series_get_n_members (plot->chart->series) > 1;
}

/* Few steps are spread over the whole scale. */
static BwColour
choose_step (const BwPlot *plot, guint member)
{
  guint n = bw_series_get_n_members (plot->chart->series);
  guint last = BW_THEME_STEPS - 1;
  return plot->theme->steps[MIN (n <= BW_THEME_STEPS ? member * last / (n - 1) : member, last)];
}

BwColour
bw_plot_colour (const BwPlot *plot, guint member)
{
  if (plot->chart->is_scale && has_members (plot))
    return choose_step (plot, member);
  return has_members (plot) ? plot->theme->series[member % BW_THEME_SERIES] : plot->theme->accent;
}

void
bw_plot_paint (const BwPlot *plot, BwMark *mark, guint member)
{
  mark->colour = bw_plot_colour (plot, member);
  if (!has_members (plot))
    return;
  gboolean is_sign = mark->kind == BW_MARK_POINT || mark->kind == BW_MARK_SIGN;
  mark->shape = is_sign ? member % BW_THEME_SERIES : BW_SIGN_CIRCLE;
  if (is_sign || !plot->theme->patterns)
    return;
  mark->hatch = member % BW_THEME_SERIES;
  mark->ink = bw_colour_fade (plot->theme->background, 0.6);
}

void
bw_plot_paint_step (const BwPlot *plot, BwMark *mark, BwStepKind kind)
{
  const BwTheme *theme = plot->theme;
  mark->colour = kind == BW_STEP_TOTAL ? theme->dim
                 : kind == BW_STEP_MIX ? theme->series[1]
                                       : theme->series[0];
  if (kind != BW_STEP_MIX)
    return;
  mark->hatch = BW_HATCH_UP;
  mark->ink = bw_colour_fade (theme->background, 0.6);
}
