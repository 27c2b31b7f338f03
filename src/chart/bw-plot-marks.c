/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks that several chart types use: strokes, whiskers, thinned lines, value labels. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-plot.h"

/* Of the font's size. */
#define LABEL_PART 0.9
/* Value labels over more columns than this are noise. */
#define MOST_LABELS 31

BwMark *
bw_plot_add_stroke (const BwPlot *plot, double x1, double y1, double x2, double y2)
{
  BwMark *mark = bw_scene_add (plot->scene, BW_MARK_LINE, MIN (x1, x2), MIN (y1, y2),
                               fabs (x2 - x1), fabs (y2 - y1));
  double ends[] = { x1, y1, x2, y2 };
  mark->points = g_memdup2 (ends, sizeof ends);
  mark->n_points = 2;
  mark->line_width = plot->theme->line_width * 0.6;
  return mark;
}

BwMark *
bw_plot_add_polyline (const BwPlot *plot, double *points, gsize n)
{
  const BwBox *area = &plot->area;
  BwMark *line =
      bw_scene_add (plot->scene, BW_MARK_LINE, area->x, area->y, area->width, area->height);
  line->n_points = bw_plot_thin (points, n);
  line->points = points;
  line->line_width = plot->theme->line_width;
  return line;
}

void
bw_plot_add_whisker (const BwPlot *plot, double x1, double y1, double x2, double y2)
{
  double cap = plot->theme->font_size * 0.22;
  double dx = x1 == x2 ? cap : 0;
  double dy = x1 == x2 ? 0 : cap;
  BwColour colour = bw_colour_fade (plot->theme->foreground, 0.75);
  bw_plot_add_stroke (plot, x1, y1, x2, y2)->colour = colour;
  bw_plot_add_stroke (plot, x1 - dx, y1 - dy, x1 + dx, y1 + dy)->colour = colour;
  bw_plot_add_stroke (plot, x2 - dx, y2 - dy, x2 + dx, y2 + dy)->colour = colour;
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

BwMark *
bw_plot_add_value_label (const BwPlot *plot, const char *text, double x, double y, BwColour colour)
{
  return bw_scene_add_text (plot->scene, text, x, y, 0, 0.5, plot->theme->font_size * LABEL_PART,
                            FALSE, colour);
}

void
bw_plot_add_grounded_label (const BwPlot *plot, const char *text, double x, double y)
{
  double width, height;
  bw_scene_measure (plot->scene, text, plot->theme->font_size * LABEL_PART, FALSE, &width, &height);
  BwMark *ground =
      bw_scene_add (plot->scene, BW_MARK_BAND, x - width / 2 - 1, y, width + 2, height);
  ground->colour = plot->theme->background;
  bw_plot_add_value_label (plot, text, x, y, plot->theme->foreground);
}

/* Lines of guides, limits and other times run over bars, and would over their labels. */
static gboolean
has_lines (const BwChart *chart)
{
  return chart->guides->len > 0 || chart->limits || chart->comparison;
}

void
bw_plot_add_column_label (const BwPlot *plot, guint period, double value, double top)
{
  double y = top - bw_plot_text_height (plot, LABEL_PART) - 1, x = bw_plot_x (plot, period);
  g_autofree char *label = bw_plot_format (plot, value);
  if (has_lines (plot->chart))
    bw_plot_add_grounded_label (plot, label, x, y);
  else
    bw_plot_add_value_label (plot, label, x, y, plot->theme->foreground);
}

gboolean
bw_plot_do_labels_fit (const BwPlot *plot, const double *values)
{
  double room = bw_plot_column_width (plot) - plot->gap / 3;
  if (plot->n_periods > MOST_LABELS)
    return FALSE;
  for (guint p = 0; p < plot->n_periods; p++) {
    double width;
    g_autofree char *label =
        bw_unit_format_in (plot->unit, plot->chart->currency, values[p], BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, plot->theme->font_size * LABEL_PART, FALSE, &width, NULL);
    if (!isnan (values[p]) && width > room)
      return FALSE;
  }
  return TRUE;
}
