/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Begins a plot: title, subtitle and legend, or the words that there is nothing to show. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* The part of the height that a legend may take. */
#define LEGEND_PART 0.3

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
