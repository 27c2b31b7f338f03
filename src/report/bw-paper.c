/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts text, rules and scenes on a sheet of paper. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-drawing.h"
#include "bw-lettering.h"
#include "bw-paper.h"

#define MARGIN 45
#define RUNNING_SIZE 9

void
bw_paper_init (BwPaper *paper, double width, double height)
{
  paper->width = width;
  paper->height = height;
  paper->body = (BwBox) { MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN };
  bw_theme_init_paper (&paper->theme);
  /* Translators: "rtl" if your language is written from right to left, otherwise "ltr" */
  paper->theme.right_to_left = g_str_equal (C_ ("text direction", "ltr"), "rtl");
}

BwBox
bw_paper_place (const BwPaper *paper, BwBox box)
{
  if (paper->theme.right_to_left)
    box.x = paper->width - box.x - box.width;
  return box;
}

static PangoLayout *
set_text (
    const BwPaper *paper, cairo_t *cr, const char *text, double width, const BwPaperStyle *style)
{
  double size = style->size > 0 ? style->size : RUNNING_SIZE;
  PangoLayout *layout = bw_lettering_new (cr, text, paper->theme.font, size, style->bold, width);
  if (style->one_line) {
    pango_layout_set_height (layout, -1);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  }
  /* A line that itself runs from right to left starts at the right without being told. */
  gboolean runs_left = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  gboolean at_right = style->at_end != paper->theme.right_to_left;
  pango_layout_set_alignment (layout, at_right != runs_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return layout;
}

double
bw_paper_measure (const BwPaper *paper, const char *text, double width, const BwPaperStyle *style)
{
  double height;
  g_autoptr (PangoLayout) layout = set_text (paper, NULL, text, width, style);
  bw_lettering_measure (layout, NULL, &height);
  return height;
}

double
bw_paper_measure_word (const BwPaper *paper, const char *text, const BwPaperStyle *style)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double longest = 0;
  for (char **word = words; *word; word++) {
    double width;
    g_autoptr (PangoLayout) layout = set_text (paper, NULL, *word, paper->width, style);
    bw_lettering_measure (layout, &width, NULL);
    longest = MAX (longest, width);
  }
  return longest;
}

static BwColour
get_colour (const BwPaper *paper, const BwPaperStyle *style)
{
  return style->colour.alpha > 0 ? style->colour : paper->theme.foreground;
}

void
bw_paper_write (
    const BwPaper *paper, cairo_t *cr, const char *text, BwBox box, const BwPaperStyle *style)
{
  g_autoptr (PangoLayout) layout = set_text (paper, cr, text, box.width, style);
  box = bw_paper_place (paper, box);
  bw_lettering_draw (cr, layout, box.x, box.y, 0, get_colour (paper, style));
}

guint
bw_paper_write_lines (const BwPaper *paper,
                      cairo_t *cr,
                      const char *text,
                      BwBox box,
                      const BwPaperStyle *style,
                      guint first,
                      guint n)
{
  g_autoptr (PangoLayout) layout = set_text (paper, cr, text, box.width, style);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  BwColour colour = get_colour (paper, style);
  double top = 0;
  guint line = 0;
  box = bw_paper_place (paper, box);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    if (line == first)
      top = (double) logical.y / PANGO_SCALE;
    if (line >= first && line < first + n) {
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      cairo_move_to (cr, box.x + (double) logical.x / PANGO_SCALE, box.y + baseline - top);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
    line++;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return line;
}

guint
bw_paper_fit_lines (const BwPaper *paper,
                    const char *text,
                    double width,
                    const BwPaperStyle *style,
                    guint first,
                    double height,
                    double *used)
{
  g_autoptr (PangoLayout) layout = set_text (paper, NULL, text, width, style);
  guint n = 0;
  *used = 0;
  for (guint line = first; line < (guint) pango_layout_get_line_count (layout); line++) {
    PangoRectangle logical;
    pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) line), NULL,
                                   &logical);
    double own = (double) logical.height / PANGO_SCALE;
    if (*used + own > height)
      break;
    *used += own;
    n++;
  }
  return n;
}

void
bw_paper_draw_rule (const BwPaper *paper,
                    cairo_t *cr,
                    double x,
                    double y,
                    double width,
                    double thickness,
                    BwColour colour)
{
  BwBox box = bw_paper_place (paper, (BwBox) { x, y, width, thickness });
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_fill (cr);
}

void
bw_paper_draw_scene (const BwPaper *paper, cairo_t *cr, const BwScene *scene, double x, double y)
{
  BwBox box = { x, y, bw_scene_get_width (scene), bw_scene_get_height (scene) };
  box = bw_paper_place (paper, box);
  cairo_save (cr);
  cairo_translate (cr, box.x, box.y);
  bw_scene_draw (scene, cr);
  cairo_restore (cr);
}
