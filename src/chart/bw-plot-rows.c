/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out things line by line: a label at the left, a figure at the right, marks between. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* The most that labels and values get of the width. */
#define WIDEST_LABEL 0.36

/* Lines of text are a little apart, and rows no further than this from each other. */
#define LEADING 1.1
#define WIDEST_PITCH 2.6

static double
measure_texts (const BwPlotRows *rows, BwRowText text)
{
  const BwPlot *plot = rows->plot;
  double widest = 0;
  for (guint i = 0; text && i < rows->n; i++) {
    double width;
    g_autofree char *words = text (plot, i);
    bw_scene_measure (plot->scene, words, plot->theme->font_size, FALSE, &width, NULL);
    widest = MAX (widest, width);
  }
  return MIN (widest, plot->area.width * WIDEST_LABEL);
}

/* Labels at the left and values at the right get what they need, up to their part of the width. */
static void
take_sides (BwPlotRows *rows)
{
  BwPlot *plot = rows->plot;
  rows->label_width = measure_texts (rows, rows->label);
  double value = measure_texts (rows, rows->value);
  double taken = rows->label_width + (value > 0 ? value + 2 * plot->gap : plot->gap * 1.5);
  plot->area.x += rows->label_width + plot->gap;
  plot->area.width = MAX (plot->area.width - taken, 1);
  rows->value_x = plot->area.x + plot->area.width + plot->gap;
}

void
bw_plot_rows_begin (
    BwPlotRows *rows, BwPlot *plot, guint n, BwRowText label, BwRowText value, double below)
{
  double height = bw_plot_text_height (plot, 1);
  double room = plot->area.height - below;
  if (n * height * LEADING > room)
    room -= height;
  *rows = (BwPlotRows) {
    .plot = plot,
    .n = CLAMP ((guint) MAX (room / (height * LEADING), 1), 1, MAX (n, 1)),
    .n_all = n,
    .text_height = height,
    .label = label,
    .value = value,
  };
  rows->pitch = MIN (room / rows->n, plot->theme->font_size * WIDEST_PITCH);
  take_sides (rows);
  plot->area.height = MAX (rows->pitch * rows->n, 1);
}

double
bw_plot_rows_middle (const BwPlotRows *rows, guint row)
{
  return rows->plot->area.y + (row + 0.5) * rows->pitch;
}

void
bw_plot_rows_add_texts (const BwPlotRows *rows, guint row, gboolean is_dim)
{
  const BwPlot *plot = rows->plot;
  const BwTheme *theme = plot->theme;
  double y = bw_plot_rows_middle (rows, row) - rows->text_height / 2;
  g_autofree char *label = rows->label (plot, row);
  bw_scene_add_text (plot->scene, label, plot->area.x - plot->gap, y, rows->label_width, 1,
                     theme->font_size, FALSE, theme->foreground);
  if (!rows->value)
    return;
  double right = rows->value_x;
  g_autofree char *value = rows->value (plot, row);
  bw_scene_add_text (plot->scene, value, right, y, bw_scene_get_width (plot->scene) - right, 0,
                     theme->font_size, FALSE, is_dim ? theme->dim : theme->foreground);
}

void
bw_plot_rows_add_base (const BwPlotRows *rows, double value)
{
  const BwPlot *plot = rows->plot;
  BwMark *line = bw_scene_add (plot->scene, BW_MARK_GRID, bw_plot_level_x (plot, value),
                               plot->area.y, 0, rows->pitch * rows->n);
  line->colour = bw_colour_fade (plot->theme->dim, 0.7);
  line->line_width = 1;
}

void
bw_plot_rows_add_rest (const BwPlotRows *rows)
{
  const BwPlot *plot = rows->plot;
  guint rest = rows->n_all > rows->n ? rows->n_all - rows->n : 0;
  if (rest == 0)
    return;
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", rest), rest);
  bw_scene_add_text (plot->scene, words, 0, plot->area.y + rows->n * rows->pitch + 1,
                     bw_scene_get_width (plot->scene), 0, plot->theme->font_size, FALSE,
                     plot->theme->dim);
}
