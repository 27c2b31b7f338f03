/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out all of a chart but its data. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-plot.h"

/* The part of the height that a legend may take. */
#define LEGEND_PART 0.3

/* --- Heading and legend -------------------------------------------------------------------- */

static void
take_top (BwPlot *plot, double height)
{
  plot->area.y += height;
  plot->area.height -= height;
}

static void
add_line_of_text (BwPlot *plot, const char *text, double size, gboolean bold, BwColour colour)
{
  if (!text || !*text)
    return;
  BwMark *mark = bw_scene_add_text (plot->scene, text, plot->area.x, plot->area.y, plot->area.width,
                                    0, size, bold, colour);
  take_top (plot, mark->box.height);
}

static void
add_heading (BwPlot *plot)
{
  const BwTheme *theme = plot->theme;
  double top = plot->area.y;
  add_line_of_text (plot, plot->chart->title, theme->font_size * 1.15, TRUE, theme->foreground);
  add_line_of_text (plot, plot->chart->subtitle, theme->font_size, FALSE, theme->dim);
  if (plot->area.y > top)
    take_top (plot, plot->gap);
}

static char *
name_entry (const BwPlot *plot, guint entry)
{
  guint n = bw_series_get_n_members (plot->chart->series);
  if (entry < plot->n_members)
    return g_strdup (bw_series_get_member_label (plot->chart->series, entry));
  /* Translators: in a legend: so many members that have no colour of their own */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n - plot->n_members),
      n - plot->n_members);
}

static void
add_legend_entry (BwPlot *plot, guint entry, BwBox box)
{
  double side = plot->theme->font_size * 0.7;
  double indent = side + plot->gap / 2;
  g_autofree char *name = name_entry (plot, entry);
  BwMark *swatch =
      bw_scene_add (plot->scene, BW_MARK_BAND, box.x, box.y + (box.height - side) / 2, side, side);
  swatch->colour = bw_plot_colour (plot, entry);
  swatch->radius = side / 4;
  bw_scene_add_text (plot->scene, name, box.x + indent, box.y, box.width - indent, 0,
                     plot->theme->font_size, FALSE, plot->theme->foreground);
}

/* Entries flow like words, as far as there is room; the rest is left to the tooltips. */
static void
add_legend (BwPlot *plot, gboolean with_others)
{
  guint n = bw_series_get_n_members (plot->chart->series);
  double indent = plot->theme->font_size * 0.7 + plot->gap / 2;
  double x = 0, height = 0, room = plot->area.height * LEGEND_PART;
  for (guint i = 0; i < plot->n_members + (with_others && n > plot->n_members); i++) {
    double width;
    g_autofree char *name = name_entry (plot, i);
    bw_scene_measure (plot->scene, name, plot->theme->font_size, FALSE, &width, &height);
    width = MIN (width + indent + 0.5, plot->area.width);
    if (x > 0 && x + width > plot->area.width) {
      room -= height;
      if (room < height)
        break;
      take_top (plot, height);
      x = 0;
    }
    add_legend_entry (plot, i, (BwBox) { plot->area.x + x, plot->area.y, width, height });
    x += width + plot->gap * 1.5;
  }
  take_top (plot, height + plot->gap);
}

static gboolean
has_value (const BwPlot *plot)
{
  for (guint m = 0; m < plot->n_members; m++)
    for (guint p = 0; p < plot->n_periods; p++)
      if (!isnan (bw_plot_value (plot, p, m)))
        return TRUE;
  return FALSE;
}

gboolean
bw_plot_begin (
    BwPlot *plot, const BwChart *chart, const BwTheme *theme, BwScene *scene, BwLegend legend)
{
  guint n_members = bw_series_get_n_members (chart->series);
  *plot = (BwPlot) {
    .chart = chart,
    .theme = theme,
    .scene = scene,
    .n_periods = bw_axis_get_length (bw_series_get_axis (chart->series)),
    .n_members = n_members <= BW_THEME_SERIES ? n_members
                 : legend == BW_LEGEND_OTHERS ? BW_THEME_SERIES - 1
                                              : BW_THEME_SERIES,
    .unit = bw_series_get_unit (chart->series),
    .gap = theme->font_size * 0.75,
    .area = { 0, 0, bw_scene_get_width (scene), bw_scene_get_height (scene) },
    .high = 1,
    .step = 1,
  };
  bw_plot_describe (plot);
  if (!chart->sparkline)
    add_heading (plot);
  if (!has_value (plot)) {
    g_autofree char *words = bw_unit_format (plot->unit, NAN, BW_FORMAT_SHORT);
    double y = plot->area.y + (plot->area.height - theme->font_size * 1.3) / 2;
    bw_scene_add_text (scene, words, plot->area.x + plot->area.width / 2, MAX (y, plot->area.y),
                       plot->area.width, 0.5, theme->font_size, FALSE, theme->dim);
    return FALSE;
  }
  if (legend != BW_LEGEND_NONE && n_members > 1 && !chart->sparkline)
    add_legend (plot, legend == BW_LEGEND_OTHERS);
  return TRUE;
}

/* --- Scale --------------------------------------------------------------------------------- */

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
  if (isfinite (plot->chart->reference) && !plot->chart->sparkline) {
    *low = MIN (*low, plot->chart->reference);
    *high = MAX (*high, plot->chart->reference);
  }
  double widest_low = *low, widest_high = *high;
  double room = MAX (*high - *low, fabs (*high) / 2);
  get_interval_range (plot, &widest_low, &widest_high);
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
  int ticks = CLAMP ((int) (plot->area.height / (plot->theme->font_size * 3.6)), 2, 6);
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

double
bw_plot_y (const BwPlot *plot, double value)
{
  double part = (CLAMP (value, plot->low, plot->high) - plot->low) / (plot->high - plot->low);
  return isnan (value) ? NAN : plot->area.y + plot->area.height * (1 - part);
}

BwColour
bw_plot_colour (const BwPlot *plot, guint member)
{
  return bw_series_get_n_members (plot->chart->series) == 1
             ? plot->theme->accent
             : plot->theme->series[member % BW_THEME_SERIES];
}

/* --- Axes ---------------------------------------------------------------------------------- */

/* Where a line one unit wide is sharp on a screen. */
static double
sharpen (double y)
{
  return floor (y) + 0.5;
}

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
  return bw_unit_format (is_zero && plot->unit == BW_UNIT_SECONDS ? BW_UNIT_COUNT : plot->unit,
                         is_zero ? 0 : value, BW_FORMAT_SHORT);
}

static void
add_value_axis (BwPlot *plot)
{
  const BwTheme *theme = plot->theme;
  double widest = 0, height = 0;
  guint n = count_ticks (plot);
  for (guint i = 0; i < n; i++) {
    double width;
    g_autofree char *label =
        bw_unit_format (plot->unit, plot->low + i * plot->step, BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, theme->font_size, FALSE, &width, &height);
    widest = MAX (widest, width);
  }
  widest = MIN (widest, plot->area.width / 3);
  plot->area.x += widest + plot->gap;
  plot->area.width -= widest + plot->gap;
  for (guint i = 0; i < n; i++) {
    double value = plot->low + i * plot->step;
    double y = sharpen (bw_plot_y (plot, value));
    g_autofree char *label = format_tick (plot, i);
    BwMark *line = bw_scene_add (plot->scene, BW_MARK_GRID, plot->area.x, y, plot->area.width, 0);
    gboolean is_base = fabs (value) < plot->step / 1000;
    line->colour = is_base ? bw_colour_fade (theme->dim, 0.7) : theme->grid;
    line->line_width = theme->high_contrast ? 1.5 : is_base ? 1 : 0.75;
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
  double height;
  bw_scene_measure (plot->scene, "0", plot->theme->font_size, FALSE, NULL, &height);
  plot->area.y += height / 2;
  plot->area.height = MAX (plot->area.height - height * 2 - 1, 1);
  add_value_axis (plot);
  add_period_axis (plot, plot->area.y + plot->area.height + height / 2 + 1);
}

/* --- Marks that several types use ---------------------------------------------------------- */

/* Does a line of the data run through the box? */
static gboolean
is_crossed (const BwPlot *plot, const BwBox *box)
{
  double column = bw_plot_column_width (plot);
  for (guint m = 0; m < plot->n_members; m++) {
    for (guint p = 0; p < plot->n_periods; p++) {
      double x = bw_plot_x (plot, p);
      double here = bw_plot_y (plot, bw_plot_value (plot, p, m));
      double there =
          p + 1 < plot->n_periods ? bw_plot_y (plot, bw_plot_value (plot, p + 1, m)) : here;
      if (x + column > box->x && x - 2 < box->x + box->width &&
          fmin (here, there) < box->y + box->height + 2 && fmax (here, there) > box->y - 2)
        return TRUE;
    }
  }
  return FALSE;
}

/* Above or below, at the end or the beginning: where no data are, else on a ground of its own. */
static void
add_reference_label (BwPlot *plot, double y)
{
  const BwTheme *theme = plot->theme;
  const char *label = plot->chart->reference_label;
  BwBox box = { 0 };
  bw_scene_measure (plot->scene, label, theme->font_size, FALSE, &box.width, &box.height);
  box.width = MIN (box.width, plot->area.width);
  double right = plot->area.x + plot->area.width - box.width;
  const BwBox places[] = {
    { right, y - box.height - 1, box.width, box.height },
    { right, y + 1, box.width, box.height },
    { plot->area.x, y - box.height - 1, box.width, box.height },
    { plot->area.x, y + 1, box.width, box.height },
  };
  guint i = 0;
  while (i < G_N_ELEMENTS (places) &&
         (is_crossed (plot, &places[i]) || places[i].y < plot->area.y - box.height / 2 ||
          places[i].y + box.height > plot->area.y + plot->area.height))
    i++;
  gboolean is_free = i < G_N_ELEMENTS (places);
  box = places[is_free ? i : 0];
  if (!is_free)
    bw_scene_add (plot->scene, BW_MARK_BAND, box.x, box.y, box.width, box.height)->colour =
        bw_colour_fade (theme->background, 0.8);
  gboolean at_end = box.x == right;
  bw_scene_add_text (plot->scene, label, at_end ? box.x + box.width : box.x, box.y, box.width,
                     at_end ? 1 : 0, theme->font_size, FALSE, theme->dim);
}

static BwMark *
add_stroke (const BwPlot *plot, double x1, double y1, double x2, double y2)
{
  BwMark *mark = bw_scene_add (plot->scene, BW_MARK_LINE, MIN (x1, x2), MIN (y1, y2),
                               fabs (x2 - x1), fabs (y2 - y1));
  double ends[] = { x1, y1, x2, y2 };
  mark->points = g_memdup2 (ends, sizeof ends);
  mark->n_points = 2;
  mark->line_width = plot->theme->line_width * 0.6;
  return mark;
}

void
bw_plot_add_reference (BwPlot *plot)
{
  if (!isfinite (plot->chart->reference))
    return;
  double y = sharpen (bw_plot_y (plot, plot->chart->reference));
  BwMark *line = add_stroke (plot, plot->area.x, y, plot->area.x + plot->area.width, y);
  line->line_width = plot->theme->line_width * 0.75;
  line->dash = 1;
  line->colour = plot->theme->dim;
  if (plot->chart->reference_label)
    add_reference_label (plot, y);
}

void
bw_plot_add_whisker (const BwPlot *plot, double x1, double y1, double x2, double y2)
{
  double cap = plot->theme->font_size * 0.22;
  double dx = x1 == x2 ? cap : 0;
  double dy = x1 == x2 ? 0 : cap;
  BwColour colour = bw_colour_fade (plot->theme->foreground, 0.75);
  add_stroke (plot, x1, y1, x2, y2)->colour = colour;
  add_stroke (plot, x1 - dx, y1 - dy, x1 + dx, y1 + dy)->colour = colour;
  add_stroke (plot, x2 - dx, y2 - dy, x2 + dx, y2 + dy)->colour = colour;
}

static gsize
put_extremes (double *points, gsize to, const double *least, const double *most)
{
  double pair[] = { least[0], least[1], most[0], most[1] };
  double swapped[] = { most[0], most[1], least[0], least[1] };
  gsize n = least == most ? 1 : 2;
  memcpy (points + 2 * to, least < most ? pair : swapped, n * 2 * sizeof (double));
  return to + n;
}

gsize
bw_plot_thin (double *points, gsize n)
{
  gsize to = 0;
  for (gsize from = 0; from < n;) {
    if (isnan (points[2 * from + 1])) {
      points[2 * to] = points[2 * to + 1] = NAN;
      to++;
      from++;
      continue;
    }
    const double *least = points + 2 * from, *most = least;
    double column = floor (points[2 * from]);
    for (; from < n && floor (points[2 * from]) == column && !isnan (points[2 * from + 1]);
         from++) {
      const double *at = points + 2 * from;
      least = at[1] < least[1] ? at : least;
      most = at[1] > most[1] ? at : most;
    }
    to = put_extremes (points, to, least, most);
  }
  return to;
}
