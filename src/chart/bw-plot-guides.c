/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure is held against: guides, control limits, another time, and what happened. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

gboolean
bw_guide_is_span (const BwGuide *guide)
{
  return isfinite (guide->low) && isfinite (guide->high) && guide->low < guide->high;
}

double
bw_guide_get_level (const BwGuide *guide)
{
  return isfinite (guide->low) ? guide->low : guide->high;
}

/* Told apart by their strokes too: a target is solid, a benchmark dashed, another time both
 * dashed and dotted; usual limits are dotted. */
void
bw_plot_style_guide (const BwPlot *plot, BwGuideKind kind, BwMark *line)
{
  const BwTheme *theme = plot->theme;
  line->line_width = theme->line_width * 0.75;
  switch (kind) {
  case BW_GUIDE_COMPARED:
    line->colour = theme->dim;
    line->dash = BW_DASH_MIXED;
    break;
  case BW_GUIDE_TARGET:
    line->colour = theme->good;
    break;
  case BW_GUIDE_BENCHMARK:
    line->colour = theme->dim;
    line->dash = BW_DASH_LONG;
    break;
  }
}

/* The area's edge stands for what is beyond the scale. */
static BwBox
get_span_box (const BwPlot *plot, const BwGuide *guide, gboolean upright)
{
  BwBox box = plot->area;
  if (upright) {
    box.x = bw_plot_level_x (plot, guide->low);
    box.width = bw_plot_level_x (plot, guide->high) - box.x;
  } else {
    box.y = bw_plot_y (plot, guide->high);
    box.height = bw_plot_y (plot, guide->low) - box.y;
  }
  return box;
}

void
bw_plot_add_spans (const BwPlot *plot, gboolean upright)
{
  for (guint i = 0; i < plot->chart->guides->len; i++) {
    const BwGuide *guide = &g_array_index (plot->chart->guides, BwGuide, i);
    if (!bw_guide_is_span (guide))
      continue;
    BwBox box = get_span_box (plot, guide, upright);
    BwMark *band = bw_scene_add (plot->scene, BW_MARK_BAND, box.x, box.y, box.width, box.height);
    bw_plot_style_guide (plot, guide->kind, band);
    band->colour = bw_colour_fade (band->colour, plot->theme->high_contrast ? 0.35 : 0.16);
    band->dash = BW_DASH_NONE;
  }
}

void
bw_plot_add_guides (const BwPlot *plot, gboolean upright)
{
  const BwBox *area = &plot->area;
  for (guint i = 0; i < plot->chart->guides->len; i++) {
    const BwGuide *guide = &g_array_index (plot->chart->guides, BwGuide, i);
    double level = bw_guide_get_level (guide);
    if (bw_guide_is_span (guide) || !(level >= plot->low && level <= plot->high))
      continue;
    double at = bw_plot_sharpen (upright ? bw_plot_level_x (plot, level) : bw_plot_y (plot, level));
    BwMark *line = upright ? bw_plot_add_stroke (plot, at, area->y, at, area->y + area->height)
                           : bw_plot_add_stroke (plot, area->x, at, area->x + area->width, at);
    bw_plot_style_guide (plot, guide->kind, line);
  }
}

/* --- Another time ----------------------------------------------------------------------------- */

void
bw_plot_style_comparison (const BwPlot *plot, BwMark *line)
{
  line->colour = plot->theme->dim;
  line->line_width = plot->theme->line_width * 0.75;
  line->dash = BW_DASH_LONG;
}

void
bw_plot_add_comparison (const BwPlot *plot)
{
  const BwSeries *series = plot->chart->comparison;
  if (!series)
    return;
  double *points = g_new (double, 2 * plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++) {
    points[2 * p] = bw_plot_x (plot, p);
    points[2 * p + 1] = bw_plot_y (plot, bw_series_get (series, p, 0)->value);
  }
  bw_plot_style_comparison (plot, bw_plot_add_polyline (plot, points, plot->n_periods));
}

/* --- Control limits --------------------------------------------------------------------------- */

static double
get_limit (const BwLimits *limits, int which)
{
  return which == 0 ? limits->centre : which < 0 ? limits->low : limits->high;
}

/* Each is as wide as its column: where limits change, the line has a step. */
static void
add_limit (const BwPlot *plot, int which)
{
  double half = bw_plot_column_width (plot) / 2;
  double *points = g_new (double, 4 * plot->n_periods);
  for (guint p = 0; p < plot->n_periods; p++) {
    double y = bw_plot_y (plot, get_limit (&plot->chart->limits[p], which));
    points[4 * p] = bw_plot_x (plot, p) - half;
    points[4 * p + 2] = bw_plot_x (plot, p) + half;
    points[4 * p + 1] = points[4 * p + 3] = y;
  }
  BwMark *line = bw_plot_add_polyline (plot, points, 2 * plot->n_periods);
  line->colour = plot->theme->dim;
  line->line_width = plot->theme->line_width * 0.6;
  line->dash = which == 0 ? BW_DASH_NONE : BW_DASH_DOTS;
}

void
bw_plot_add_limits (const BwPlot *plot)
{
  for (int which = -1; plot->chart->limits && which <= 1; which++)
    add_limit (plot, which);
}

void
bw_plot_add_signals (const BwPlot *plot)
{
  double size = plot->theme->line_width * 6;
  for (guint p = 0; plot->chart->limits && p < plot->n_periods; p++) {
    double value = bw_plot_value (plot, p, 0);
    if (!plot->chart->limits[p].signal || isnan (value))
      continue;
    BwMark *ring = bw_scene_add (plot->scene, BW_MARK_SIGN, bw_plot_x (plot, p) - size / 2,
                                 bw_plot_y (plot, value) - size / 2, size, size);
    ring->shape = BW_SIGN_RING;
    ring->size = size;
    ring->colour = plot->theme->bad;
  }
}

/* --- What happened ------------------------------------------------------------------------------
 */

void
bw_plot_take_annotations (BwPlot *plot)
{
  if (plot->chart->annotations->len == 0)
    return;
  double room = bw_plot_text_height (plot, 1);
  plot->area.y += room;
  plot->area.height = MAX (plot->area.height - room, 1);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  guint first = (*(const BwAnnotation *const *) a)->period;
  guint second = (*(const BwAnnotation *const *) b)->period;
  return (first > second) - (first < second);
}

static GPtrArray *
sort_annotations (const BwPlot *plot)
{
  GPtrArray *sorted = g_ptr_array_new ();
  for (guint i = 0; i < plot->chart->annotations->len; i++)
    g_ptr_array_add (sorted, &g_array_index (plot->chart->annotations, BwAnnotation, i));
  g_ptr_array_sort (sorted, compare_periods);
  return sorted;
}

static void
add_annotation_sign (const BwPlot *plot, const BwAnnotation *annotation, double x)
{
  const BwTheme *theme = plot->theme;
  double size = theme->font_size * 0.6, height = bw_plot_text_height (plot, 1);
  const BwAxis *axis = bw_series_get_axis (plot->chart->series);
  BwMark *line = bw_plot_add_stroke (plot, x, plot->area.y, x, plot->area.y + plot->area.height);
  line->colour = bw_colour_fade (theme->dim, 0.6);
  line->dash = BW_DASH_DOTS;
  BwMark *sign = bw_scene_add (plot->scene, BW_MARK_POINT, x - size / 2,
                               plot->area.y - (height + size) / 2, size, size);
  sign->shape = BW_SIGN_TRIANGLE_DOWN;
  sign->size = size;
  sign->colour = theme->foreground;
  sign->period = (int) annotation->period;
  /* Translators: a period and what happened in it: "March 2025: new telephone system" */
  sign->words = g_strdup_printf (C_ ("annotation", "%s: %s"),
                                 bw_axis_get_label (axis, annotation->period), annotation->text);
}

/* After the sign, or before it where that is wider, within these bounds. Returns how far it
 * reaches. */
static double
add_annotation_text (const BwPlot *plot, const char *text, double x, double from, double to)
{
  double indent = plot->theme->font_size * 0.6;
  double after = to - x - indent, before = x - indent - from, width;
  bw_scene_measure (plot->scene, text, plot->theme->font_size, FALSE, &width, NULL);
  gboolean is_after = after >= MIN (width, before);
  double room = is_after ? after : before;
  if (room < plot->theme->font_size * 3)
    return x + indent;
  bw_scene_add_text (plot->scene, text, is_after ? x + indent : x - indent,
                     plot->area.y - bw_plot_text_height (plot, 1), room, is_after ? 0 : 1,
                     plot->theme->font_size, FALSE, plot->theme->foreground);
  return is_after ? x + indent + MIN (width, room) : x + indent;
}

/* Texts stay clear of other signs and of each other; where that leaves too little, the sign alone
 * is there, and its words. */
void
bw_plot_add_annotations (const BwPlot *plot)
{
  g_autoptr (GPtrArray) sorted = sort_annotations (plot);
  double from = plot->area.x, gap = plot->theme->font_size * 0.6;
  for (guint i = 0; i < sorted->len; i++) {
    const BwAnnotation *annotation = sorted->pdata[i];
    double x = bw_plot_x (plot, annotation->period), to = plot->area.x + plot->area.width;
    if (i + 1 < sorted->len)
      to = bw_plot_x (plot, ((const BwAnnotation *) sorted->pdata[i + 1])->period) - gap;
    add_annotation_sign (plot, annotation, x);
    from = gap + add_annotation_text (plot, annotation->text, x, from, to);
  }
}
