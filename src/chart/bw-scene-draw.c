/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws marks with cairo, the same on every surface. */
#include "config.h"

#include <math.h>

#include "bw-drawing.h"
#include "bw-lettering.h"
#include "bw-scene-draw.h"

/* From line to line of a hatch, and how thick they are. */
#define HATCH_GAP 4.5
#define HATCH_WIDTH 1

static void
set_colour (cairo_t *cr, BwColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
add_box (cairo_t *cr, BwBox box, double radius)
{
  double r = MIN (radius, MIN (box.width, box.height) / 2);
  if (r <= 0) {
    cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - r, box.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - r, box.y + box.height - r, r, 0, G_PI_2);
  cairo_arc (cr, box.x + r, box.y + box.height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_points (cairo_t *cr, const BwMark *mark)
{
  gboolean is_down = FALSE;
  for (gsize i = 0; i < mark->n_points; i++) {
    double x = mark->points[2 * i];
    double y = mark->points[2 * i + 1];
    if (isnan (x) || isnan (y))
      is_down = FALSE;
    else if (is_down)
      cairo_line_to (cr, x, y);
    else
      cairo_move_to (cr, x, y), is_down = TRUE;
  }
}

/* In widths of the line: what is drawn and what is left out, in turn. */
static const struct {
  double lengths[4];
  int n;
} dashes[BW_DASH_LAST] = {
  [BW_DASH_LONG] = { { 3, 2 }, 2 },
  [BW_DASH_DOTS] = { { 1, 1.5 }, 2 },
  [BW_DASH_MIXED] = { { 5, 2, 1, 2 }, 4 },
};

static void
draw_line (cairo_t *cr, const BwMark *mark)
{
  double width = mark->line_width;
  double lengths[4];
  for (int i = 0; i < dashes[mark->dash].n; i++)
    lengths[i] = dashes[mark->dash].lengths[i] * width;
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, mark->dash ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, lengths, dashes[mark->dash].n, 0);
  add_points (cr, mark);
  cairo_stroke (cr);
}

static void
draw_grid (cairo_t *cr, const BwMark *mark)
{
  cairo_set_line_width (cr, mark->line_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, mark->box.x, mark->box.y);
  cairo_line_to (cr, mark->box.x + mark->box.width, mark->box.y + mark->box.height);
  cairo_stroke (cr);
}

/* Parallels over the box that rise by `slope` units of y a unit of x; upright for INFINITY. */
static void
add_parallels (cairo_t *cr, BwBox box, double slope, double gap)
{
  if (isinf (slope)) {
    for (double x = box.x + gap / 2; x < box.x + box.width; x += gap) {
      cairo_move_to (cr, x, box.y);
      cairo_line_to (cr, x, box.y + box.height);
    }
    return;
  }
  double rise = slope * box.width;
  double step = gap * sqrt (1 + slope * slope);
  double from = box.y + MIN (rise, 0) + gap / 2;
  for (double y = from; y < box.y + box.height + MAX (rise, 0); y += step) {
    cairo_move_to (cr, box.x, y);
    cairo_line_to (cr, box.x + box.width, y - rise);
  }
}

static void
add_hatch (cairo_t *cr, BwBox box, BwHatch hatch)
{
  if (hatch == BW_HATCH_UP || hatch == BW_HATCH_CROSS)
    add_parallels (cr, box, 1, HATCH_GAP);
  if (hatch == BW_HATCH_DOWN || hatch == BW_HATCH_CROSS)
    add_parallels (cr, box, -1, HATCH_GAP);
  if (hatch == BW_HATCH_LEVEL || hatch == BW_HATCH_GRID)
    add_parallels (cr, box, 0, HATCH_GAP);
  if (hatch == BW_HATCH_UPRIGHT || hatch == BW_HATCH_GRID)
    add_parallels (cr, box, INFINITY, HATCH_GAP);
  if (hatch == BW_HATCH_WIDE)
    add_parallels (cr, box, 1, HATCH_GAP * 2);
}

static void
add_outline (cairo_t *cr, const BwMark *mark)
{
  if (mark->points)
    add_points (cr, mark);
  else
    add_box (cr, mark->box, mark->radius);
}

static void
draw_area (cairo_t *cr, const BwMark *mark)
{
  add_outline (cr, mark);
  if (mark->hatch == BW_HATCH_NONE) {
    cairo_fill (cr);
    return;
  }
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  set_colour (cr, mark->ink);
  cairo_set_line_width (cr, HATCH_WIDTH);
  cairo_set_dash (cr, NULL, 0, 0);
  add_hatch (cr, mark->box, mark->hatch);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
add_polygon (cairo_t *cr, double x, double y, double r, guint n, double turn)
{
  for (guint i = 0; i < n; i++) {
    double angle = turn + 2 * G_PI * i / n;
    cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
  }
  cairo_close_path (cr);
}

static void
stroke_cross (cairo_t *cr, double x, double y, double r, double turn)
{
  for (guint i = 0; i < 4; i++) {
    cairo_move_to (cr, x, y);
    cairo_line_to (cr, x + r * cos (turn + i * G_PI_2), y + r * sin (turn + i * G_PI_2));
  }
  cairo_set_line_width (cr, r * 0.6);
  cairo_stroke (cr);
}

static void
draw_ring (cairo_t *cr, double x, double y, double r)
{
  cairo_set_line_width (cr, MAX (r * 0.25, 1));
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* Of about the same weight to the eye. */
static void
draw_shape (cairo_t *cr, const BwMark *mark)
{
  double x = mark->box.x + mark->box.width / 2;
  double y = mark->box.y + mark->box.height / 2;
  double r = mark->size / 2;
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  switch (mark->shape) {
  case BW_SIGN_SQUARE:
    cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    break;
  case BW_SIGN_TRIANGLE:
    add_polygon (cr, x, y + r * 0.2, r * 1.3, 3, -G_PI_2);
    break;
  case BW_SIGN_TRIANGLE_DOWN:
    add_polygon (cr, x, y - r * 0.2, r * 1.3, 3, G_PI_2);
    break;
  case BW_SIGN_DIAMOND:
    add_polygon (cr, x, y, r * 1.3, 4, 0);
    break;
  case BW_SIGN_BAR:
    cairo_rectangle (cr, x - r * 0.4, y - r * 1.2, r * 0.8, r * 2.4);
    break;
  case BW_SIGN_PLUS:
    stroke_cross (cr, x, y, r * 1.2, 0);
    return;
  case BW_SIGN_CROSS:
    stroke_cross (cr, x, y, r * 1.2, G_PI_4);
    return;
  case BW_SIGN_RING:
    draw_ring (cr, x, y, r);
    return;
  case BW_SIGN_CIRCLE:
  case BW_SIGN_LAST:
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
    break;
  }
  cairo_fill (cr);
}

static void
draw_text (cairo_t *cr, const BwMark *mark, const char *font)
{
  g_autoptr (PangoLayout) layout =
                bw_lettering_new (cr, mark->label, font, mark->size, mark->bold, 0);
  bw_lettering_draw (cr, layout, mark->box.x, mark->box.y, mark->box.width, mark->colour);
}

void
bw_scene_draw_mark (const BwMark *mark, const char *font, cairo_t *cr)
{
  set_colour (cr, mark->colour);
  switch (mark->kind) {
  case BW_MARK_BAR:
  case BW_MARK_BAND:
    draw_area (cr, mark);
    break;
  case BW_MARK_POINT:
  case BW_MARK_SIGN:
    if (mark->size > 0)
      draw_shape (cr, mark);
    break;
  case BW_MARK_LINE:
    draw_line (cr, mark);
    break;
  case BW_MARK_GRID:
    draw_grid (cr, mark);
    break;
  case BW_MARK_TEXT:
    draw_text (cr, mark, font);
    break;
  }
}
