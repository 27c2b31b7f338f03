/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws tiles. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-drawing.h"
#include "bw-page-marks.h"
#include "bw-page-tiles.h"
#include "bw-section-words.h"

#define GAP 9
#define PAD 9
#define HEIGHT 74
#define SPARK_WIDTH 58
#define SPARK_HEIGHT 22

double
bw_page_tiles_get_row_height (const BwPaper *paper)
{
  return HEIGHT + GAP;
}

static void
draw_card (const BwPaper *paper, cairo_t *cr, BwBox box)
{
  const double radius = 6;
  BwColour line = paper->theme.grid;
  box = bw_paper_place (paper, box);
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - radius, box.y + box.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, box.y + box.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, line.red, line.green, line.blue);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
}

static char *
tell_count (const BwFigure *figure)
{
  if (!figure->has_previous || !isfinite (figure->previous.value))
    return g_strdup ("");
  g_autofree char *before = bw_section_format_cell (BW_UNIT_COUNT, &figure->previous);
  /* Translators: below a count: what it was before */
  return g_strdup_printf (_("before %s"), before);
}

static char *
tell_rest (const BwFigure *figure)
{
  gboolean is_count = figure->metric->unit == BW_UNIT_COUNT;
  g_autofree char *n = bw_format_count (figure->current.n);
  if (is_count)
    return tell_count (figure);
  if (!figure->has_previous || !isfinite (figure->previous.value))
    return g_strdup_printf (_("n %s"), n);
  g_autofree char *before = bw_section_format_figure (figure, &figure->previous);
  /* Translators: below a figure: how many tickets, answers ... it comes from, and its value before
   */
  return g_strdup_printf (_("n %s · before %s"), n, before);
}

static void
draw_change (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box)
{
  g_autofree char *change = bw_page_tell_change (figure);
  g_autofree char *rest = tell_rest (figure);
  gboolean has_gap = figure->gap && !isfinite (figure->change);
  BwPaperStyle style = { .size = 8,
                         .one_line = !has_gap,
                         .colour = bw_page_choose_colour (paper, figure) };
  if (change) {
    double indent = figure->signal != BW_SIGNAL_UNKNOWN ? 10 : 0;
    if (indent > 0)
      bw_page_draw_mark (paper, cr, figure, box.x, box.y + 2.5, 6);
    bw_paper_write (paper, cr, change, (BwBox) { box.x + indent, box.y, box.width - indent, 0 },
                    &style);
  }
  if (has_gap) /* takes two lines */
    return;
  style = (BwPaperStyle) { .size = 7.5, .one_line = TRUE, .colour = paper->theme.dim };
  bw_paper_write (paper, cr, rest, (BwBox) { box.x, box.y + 12, box.width, 0 }, &style);
}

/* As large as there is room for: no part of a value is left out. */
static BwPaperStyle
style_value (const BwPaper *paper, const char *words, double width)
{
  BwPaperStyle style = { .size = 17, .bold = TRUE };
  double line = bw_paper_measure (paper, "0", width, &style);
  while (style.size > 8 && bw_paper_measure (paper, words, width, &style) > line * 1.5)
    style.size -= 0.5;
  return style;
}

static void
draw_tile (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box)
{
  BwPaperStyle name = { .size = 8.5, .one_line = TRUE, .colour = paper->theme.dim };
  g_autofree char *words = bw_section_format_figure (figure, &figure->current);
  BwPaperStyle value = style_value (paper, words, box.width - 2 * PAD - SPARK_WIDTH - 2);
  BwBox inner = { box.x + PAD, box.y + PAD - 1, box.width - 2 * PAD, box.height - 2 * PAD };
  draw_card (paper, cr, box);
  bw_page_draw_sparkline (
      paper, cr, figure,
      (BwBox) { inner.x + inner.width - SPARK_WIDTH, inner.y + 15, SPARK_WIDTH, SPARK_HEIGHT });
  cairo_tag_begin (cr, "LI", NULL);
  cairo_tag_begin (cr, "LBody", NULL);
  bw_paper_write (paper, cr, _(figure->metric->name), inner, &name);
  bw_paper_write (paper, cr, words,
                  (BwBox) { inner.x, inner.y + 14, inner.width - SPARK_WIDTH - 2, 0 }, &value);
  draw_change (paper, cr, figure, (BwBox) { inner.x, inner.y + 41, inner.width, 0 });
  cairo_tag_end (cr, "LBody");
  cairo_tag_end (cr, "LI");
}

void
bw_page_tiles_draw (
    const BwPaper *paper, cairo_t *cr, GPtrArray *figures, guint from, guint to, BwBox box)
{
  double width = (box.width - (BW_TILE_COLUMNS - 1) * GAP) / BW_TILE_COLUMNS;
  cairo_tag_begin (cr, "L", NULL);
  for (guint i = from; i < to; i++) {
    guint column = (i - from) % BW_TILE_COLUMNS, row = (i - from) / BW_TILE_COLUMNS;
    BwBox tile = { box.x + column * (width + GAP), box.y + row * (HEIGHT + GAP), width, HEIGHT };
    draw_tile (paper, cr, figures->pdata[i], tile);
  }
  cairo_tag_end (cr, "L");
}
