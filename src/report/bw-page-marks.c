/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs of change. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-drawing.h"
#include "bw-page-marks.h"
#include "bw-section-words.h"

void
bw_page_draw_sparkline (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box)
{
  double low, high;
  if (!figure->series || !bw_series_get_range (figure->series, &low, &high) ||
      bw_axis_get_length (bw_series_get_axis (figure->series)) < 2)
    return;
  g_autoptr (BwChart) chart = bw_chart_new ("sparkline", NULL, NULL, figure->series);
  g_autoptr (BwScene) scene = bw_chart_layout (chart, box.width, box.height, &paper->theme);
  bw_paper_draw_scene (paper, cr, scene, box.x, box.y);
}

BwColour
bw_page_choose_colour (const BwPaper *paper, const BwFigure *figure)
{
  int verdict = bw_figure_verdict (figure);
  if (verdict != 0)
    return verdict > 0 ? paper->theme.good : paper->theme.bad;
  return figure->signal == BW_SIGNAL_UP || figure->signal == BW_SIGNAL_DOWN
             ? paper->theme.foreground
             : paper->theme.dim;
}

void
bw_page_draw_mark (
    const BwPaper *paper, cairo_t *cr, const BwFigure *figure, double x, double y, double side)
{
  BwColour colour = bw_page_choose_colour (paper, figure);
  BwBox box = bw_paper_place (paper, (BwBox) { x, y, side, side });
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  if (figure->signal != BW_SIGNAL_UP && figure->signal != BW_SIGNAL_DOWN) {
    cairo_rectangle (cr, box.x, box.y + side / 2 - 0.75, side, 1.5);
  } else {
    gboolean up = figure->signal == BW_SIGNAL_UP;
    cairo_move_to (cr, box.x, up ? box.y + side : box.y);
    cairo_line_to (cr, box.x + side, up ? box.y + side : box.y);
    cairo_line_to (cr, box.x + side / 2, up ? box.y : box.y + side);
    cairo_close_path (cr);
  }
  cairo_fill (cr);
}

char *
bw_page_tell_change (const BwFigure *figure)
{
  if (!figure->has_previous)
    return NULL;
  if (!isfinite (figure->change))
    return g_strdup (figure->gap ? figure->gap : _("no data to compare with"));
  const char *signal = bw_section_name_signal (figure);
  if (figure->change == 0 && figure->signal == BW_SIGNAL_NONE)
    signal = "";
  g_autofree char *change =
      figure->change == 0 ? g_strdup (_("no change"))
                          : bw_figure_format_change (figure, figure->change, BW_FORMAT_COLUMN);
  if (!*signal)
    return g_steal_pointer (&change);
  /* Translators: a change and what to think of it: "−12 min, better" */
  return g_strdup_printf (C_ ("change", "%s, %s"), change, signal);
}
