/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks that several chart types use: the reference line, whiskers, thinned lines. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-plot.h"

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
  double y = bw_plot_sharpen (bw_plot_y (plot, plot->chart->reference));
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
