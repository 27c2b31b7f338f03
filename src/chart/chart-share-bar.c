/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column for each period, its members as parts of 100 %: how a whole is made up, whatever its
 * size. A period without any has no column. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define BAR_PART 0.82
#define WIDEST_BAR 6.0

/* "March 2025, E-mail: 120, 30 %" */
static char *
add_share (char *words, double share)
{
  g_autofree char *plain = words;
  g_autofree char *part = bw_unit_format (BW_UNIT_FRACTION, share, BW_FORMAT_SHORT);
  /* Translators: what a part of a bar stands for, and how much of the whole it is */
  return g_strdup_printf (C_ ("share", "%s, %s"), plain, part);
}

/* Dark letters on light parts, light ones on dark parts. */
static BwColour
choose_ink (const BwColour *ground)
{
  double lightness = 0.3 * ground->red + 0.59 * ground->green + 0.11 * ground->blue;
  double grey = lightness > 0.55 ? 0 : 1;
  return (BwColour) { grey, grey, grey, 1 };
}

static void
add_label (const BwPlot *plot, const BwMark *bar, double share)
{
  double width, height = bw_plot_text_height (plot, 0.9);
  g_autofree char *label =
      bw_unit_format (BW_UNIT_FRACTION, round (share * 100) / 100, BW_FORMAT_SHORT);
  bw_scene_measure (plot->scene, label, plot->theme->font_size * 0.9, FALSE, &width, NULL);
  if (width + plot->gap / 2 > bar->box.width || height + 2 > bar->box.height)
    return;
  double x = bar->box.x + bar->box.width / 2, y = bar->box.y + (bar->box.height - height) / 2;
  if (bar->hatch != BW_HATCH_NONE) {
    BwMark *ground =
        bw_scene_add (plot->scene, BW_MARK_BAND, x - width / 2 - 1, y, width + 2, height);
    ground->colour = bar->colour;
  }
  bw_plot_add_value_label (plot, label, x, y, choose_ink (&bar->colour));
}

static void
add_part (const BwPlot *plot, guint period, guint member, double from, double share)
{
  double width = MIN (bw_plot_column_width (plot) * BAR_PART, plot->theme->font_size * WIDEST_BAR);
  double top = bw_plot_y (plot, from + share), bottom = bw_plot_y (plot, from);
  gboolean is_member = member < plot->n_members;
  double seam = from > 0 ? MIN (0.75, (bottom - top) / 4) : 0;
  BwMark *bar = bw_scene_add (plot->scene, BW_MARK_BAR, bw_plot_x (plot, period) - width / 2, top,
                              width, bottom - top - seam);
  bar->period = (int) period;
  bar->member = is_member ? (int) member : -1;
  bw_plot_paint (plot, bar, member);
  bar->words = add_share (is_member ? bw_plot_words (plot, period, member)
                                    : bw_plot_words_others (plot, period),
                          share);
  add_label (plot, bar, share);
}

static void
add_column (const BwPlot *plot, guint period)
{
  double from = 0, sum = bw_plot_sum (plot, period, 0), rest = NAN;
  if (!(sum > 0))
    return;
  for (guint m = 0; m < plot->n_members; m++) {
    double value = bw_plot_value (plot, period, m);
    if (!(value > 0))
      continue;
    add_part (plot, period, m, from, value / sum);
    from += value / sum;
  }
  if (bw_plot_count_others (plot) > 0)
    rest = bw_plot_sum (plot, period, plot->n_members);
  if (rest > 0)
    add_part (plot, period, plot->n_members, from, rest / sum);
}

static void
layout_share_bar (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_PARTS))
    return;
  plot.unit = BW_UNIT_FRACTION;
  bw_plot_set_scale (&plot, 0, 1, TRUE);
  bw_plot_take_annotations (&plot);
  bw_plot_add_axes (&plot);
  for (guint p = 0; p < plot.n_periods; p++)
    add_column (&plot, p);
  bw_plot_add_annotations (&plot);
}

const BwChartType bw_chart_share_bar = {
  .id = "share-bar",
  /* xgettext:no-c-format */
  .title = N_ ("100 % bar chart"),
  .layout = layout_share_bar,
};
