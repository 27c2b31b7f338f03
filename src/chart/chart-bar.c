/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars from zero: with one period, a row for each member with its value and n; with several, a
 * column for each period. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

/* Parts of a row or column that the bar takes, and the most it gets. */
#define BAR_PART 0.68
#define WIDEST_BAR 4.0
#define WIDEST_LABEL 0.36
/* Value labels over more columns than this are noise. */
#define MOST_LABELS 31

static BwMark *
add_bar (const BwPlot *plot, guint period, guint member, BwBox box)
{
  BwMark *bar = bw_scene_add (plot->scene, BW_MARK_BAR, box.x, box.y, box.width, box.height);
  bar->period = (int) period;
  bar->member = (int) member;
  bar->words = bw_plot_words (plot, period, member);
  bar->colour = bw_plot_colour (plot, 0);
  bar->radius = plot->theme->font_size / 5;
  return bar;
}

/* --- Columns ------------------------------------------------------------------------------- */

static void
add_column (const BwPlot *plot, guint period)
{
  double value = bw_plot_value (plot, period, 0);
  if (isnan (value))
    return;
  double width = MIN (bw_plot_column_width (plot) * BAR_PART, plot->theme->font_size * WIDEST_BAR);
  double base = bw_plot_y (plot, 0), end = bw_plot_y (plot, value);
  double x = bw_plot_x (plot, period);
  add_bar (plot, period, 0, (BwBox) { x - width / 2, MIN (base, end), width, fabs (base - end) });
}

static double
get_top (const BwPlot *plot, guint period)
{
  double value = bw_plot_value (plot, period, 0);
  if (bw_plot_has_interval (plot, period, 0))
    value = MAX (value, bw_series_get (plot->chart->series, period, 0)->high);
  return bw_plot_y (plot, MAX (value, 0));
}

static gboolean
do_labels_fit (const BwPlot *plot)
{
  double room = bw_plot_column_width (plot) - plot->gap / 3;
  for (guint p = 0; p < plot->n_periods; p++) {
    double width;
    double value = bw_plot_value (plot, p, 0);
    g_autofree char *label = bw_unit_format (plot->unit, value, BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, plot->theme->font_size * 0.9, FALSE, &width, NULL);
    if (!isnan (value) && width > room)
      return FALSE;
  }
  return plot->n_periods <= MOST_LABELS;
}

static void
add_column_labels (const BwPlot *plot)
{
  double size = plot->theme->font_size * 0.9;
  for (guint p = 0; p < plot->n_periods; p++) {
    double height;
    double value = bw_plot_value (plot, p, 0);
    if (isnan (value))
      continue;
    g_autofree char *label = bw_unit_format (plot->unit, value, BW_FORMAT_SHORT);
    bw_scene_measure (plot->scene, label, size, FALSE, NULL, &height);
    bw_scene_add_text (plot->scene, label, bw_plot_x (plot, p), get_top (plot, p) - height - 1, 0,
                       0.5, size, FALSE, plot->theme->foreground);
  }
}

static void
layout_columns (BwPlot *plot)
{
  double low, high;
  bw_plot_get_range (plot, &low, &high);
  bw_plot_set_scale (plot, low, high, TRUE);
  double room = plot->theme->font_size * 1.2;
  plot->area.y += room;
  plot->area.height = MAX (plot->area.height - room, 1);
  bw_plot_add_axes (plot);
  for (guint p = 0; p < plot->n_periods; p++)
    add_column (plot, p);
  for (guint p = 0; p < plot->n_periods; p++)
    if (bw_plot_has_interval (plot, p, 0))
      bw_plot_add_whisker (plot, bw_plot_x (plot, p),
                           bw_plot_y (plot, bw_series_get (plot->chart->series, p, 0)->low),
                           bw_plot_x (plot, p),
                           bw_plot_y (plot, bw_series_get (plot->chart->series, p, 0)->high));
  bw_plot_add_reference (plot);
  if (do_labels_fit (plot))
    add_column_labels (plot);
}

/* --- Rows ---------------------------------------------------------------------------------- */

typedef struct {
  BwPlot *plot;
  guint n;      /* rows that have room */
  double pitch; /* from row to row */
  double text_height;
  double label_width;
} Rows;

static char *
format_row_value (const BwPlot *plot, guint member)
{
  const BwCell *cell = bw_series_get (plot->chart->series, 0, member);
  g_autofree char *value = bw_unit_format (plot->unit, cell->value, BW_FORMAT_SHORT);
  if (isnan (cell->value) || plot->unit == BW_UNIT_COUNT)
    return g_steal_pointer (&value);
  g_autofree char *n = bw_format_count (cell->n);
  /* Translators: beside a bar: the value and how many tickets, answers ... are behind it */
  return g_strdup_printf (_("%s   n %s"), value, n);
}

static double
row_x (const BwPlot *plot, double value)
{
  double part = (CLAMP (value, plot->low, plot->high) - plot->low) / (plot->high - plot->low);
  return plot->area.x + plot->area.width * part;
}

/* Labels at the left and values at the right get what they need, up to their part of the width. */
static void
take_sides (Rows *rows)
{
  BwPlot *plot = rows->plot;
  double size = plot->theme->font_size;
  double label = 0, value = 0;
  for (guint i = 0; i < rows->n; i++) {
    double width;
    g_autofree char *words = format_row_value (plot, i);
    bw_scene_measure (plot->scene, bw_series_get_member_label (plot->chart->series, i), size, FALSE,
                      &width, NULL);
    label = MAX (label, width);
    bw_scene_measure (plot->scene, words, size, FALSE, &width, NULL);
    value = MAX (value, width);
  }
  rows->label_width = MIN (label, plot->area.width * WIDEST_LABEL);
  value = MIN (value, plot->area.width * WIDEST_LABEL);
  plot->area.x += rows->label_width + plot->gap;
  plot->area.width = MAX (plot->area.width - rows->label_width - value - 2 * plot->gap, 1);
}

static void
add_row (const Rows *rows, guint member)
{
  const BwPlot *plot = rows->plot;
  const BwTheme *theme = plot->theme;
  double value = bw_plot_value (plot, 0, member);
  double middle = plot->area.y + (member + 0.5) * rows->pitch;
  double thick = MIN (rows->pitch * BAR_PART, theme->font_size * 1.6);
  double base = row_x (plot, 0), end = isnan (value) ? base : row_x (plot, value);
  double y = middle - rows->text_height / 2;
  bw_scene_add_text (plot->scene, bw_series_get_member_label (plot->chart->series, member),
                     plot->area.x - plot->gap, y, rows->label_width, 1, theme->font_size, FALSE,
                     theme->foreground);
  add_bar (plot, 0, member,
           (BwBox) { MIN (base, end), middle - thick / 2, fabs (base - end), thick });
  if (bw_plot_has_interval (plot, 0, member)) {
    const BwCell *cell = bw_series_get (plot->chart->series, 0, member);
    bw_plot_add_whisker (plot, row_x (plot, cell->low), middle, row_x (plot, cell->high), middle);
  }
  g_autofree char *words = format_row_value (plot, member);
  double right = plot->area.x + plot->area.width + plot->gap;
  bw_scene_add_text (plot->scene, words, right, y, bw_scene_get_width (plot->scene) - right, 0,
                     theme->font_size, FALSE, isnan (value) ? theme->dim : theme->foreground);
}

static void
add_base_line (const Rows *rows)
{
  const BwPlot *plot = rows->plot;
  BwMark *line = bw_scene_add (plot->scene, BW_MARK_GRID, row_x (plot, 0), plot->area.y, 0,
                               rows->pitch * rows->n);
  line->colour = bw_colour_fade (plot->theme->dim, 0.7);
  line->line_width = 1;
}

static void
add_row_reference (const Rows *rows)
{
  const BwPlot *plot = rows->plot;
  if (!isfinite (plot->chart->reference))
    return;
  double x = row_x (plot, plot->chart->reference);
  double ends[] = { x, plot->area.y, x, plot->area.y + rows->pitch * rows->n };
  BwMark *line = bw_scene_add (plot->scene, BW_MARK_LINE, x, ends[1], 0, ends[3] - ends[1]);
  line->points = g_memdup2 (ends, sizeof ends);
  line->n_points = 2;
  line->dash = 1;
  line->line_width = plot->theme->line_width * 0.75;
  line->colour = plot->theme->dim;
  if (!plot->chart->reference_label)
    return;
  double width, right = bw_scene_get_width (plot->scene);
  bw_scene_measure (plot->scene, plot->chart->reference_label, plot->theme->font_size, FALSE,
                    &width, NULL);
  x = CLAMP (x, width / 2, MAX (right - width / 2, width / 2));
  bw_scene_add_text (plot->scene, plot->chart->reference_label, x, ends[3] + 1, right, 0.5,
                     plot->theme->font_size, FALSE, plot->theme->dim);
}

static void
add_rest (const Rows *rows)
{
  const BwPlot *plot = rows->plot;
  guint rest = bw_series_get_n_members (plot->chart->series) - rows->n;
  if (rest == 0)
    return;
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", rest), rest);
  bw_scene_add_text (plot->scene, words, 0, plot->area.y + rows->n * rows->pitch + 1,
                     bw_scene_get_width (plot->scene), 0, plot->theme->font_size, FALSE,
                     plot->theme->dim);
}

static void
layout_rows (BwPlot *plot)
{
  Rows rows = { .plot = plot };
  double low, high, size = plot->theme->font_size;
  guint n = bw_series_get_n_members (plot->chart->series);
  bw_scene_measure (plot->scene, "0", size, FALSE, NULL, &rows.text_height);
  double room = plot->area.height;
  if (plot->chart->reference_label && isfinite (plot->chart->reference))
    room -= rows.text_height;
  if (n * rows.text_height * 1.1 > room)
    room -= rows.text_height;
  rows.n = CLAMP ((guint) MAX (room / (rows.text_height * 1.1), 1), 1, n);
  rows.pitch = MIN (room / rows.n, size * 2.6);
  plot->n_members = rows.n;
  take_sides (&rows);
  bw_plot_get_range (plot, &low, &high);
  plot->low = MIN (low, 0);
  plot->high = MAX (high, plot->low < 0 ? 0 : 1e-9);
  add_base_line (&rows);
  for (guint i = 0; i < rows.n; i++)
    add_row (&rows, i);
  add_row_reference (&rows);
  add_rest (&rows);
}

static void
layout_bar (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_NONE))
    return;
  if (plot.n_periods == 1) {
    layout_rows (&plot);
  } else {
    plot.n_members = 1;
    layout_columns (&plot);
  }
}

const BwChartType bw_chart_bar = {
  .id = "bar",
  .title = N_ ("Bar chart"),
  .layout = layout_bar,
};
