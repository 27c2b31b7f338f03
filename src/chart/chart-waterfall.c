/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one level to another: a row a step, each beginning where the one before ended. Levels are
 * bars where the scale begins at zero, else marks, as a bar that is cut off says nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define BAR_PART 0.62

static const BwStep *
get_step (const BwPlot *plot, guint row)
{
  return &g_array_index (plot->chart->steps, BwStep, row);
}

static char *
format_label (const BwPlot *plot, guint row)
{
  return g_strdup (get_step (plot, row)->label);
}

static char *
format_step (const BwPlot *plot, guint row)
{
  const BwStep *step = get_step (plot, row);
  return step->kind == BW_STEP_TOTAL
             ? bw_plot_format (plot, step->value)
             : bw_unit_format_change_in (plot->chart->unit, plot->chart->currency, step->value,
                                         BW_FORMAT_SHORT);
}

static const char *
name_kind (BwStepKind kind)
{
  switch (kind) {
  case BW_STEP_RATE:
    return _("changed itself");
  case BW_STEP_MIX:
    return _("changed its share");
  case BW_STEP_TOTAL:
  case BW_STEP_CHANGE:
    return NULL;
  }
  g_return_val_if_reached (NULL);
}

static char *
create_words (const BwPlot *plot, guint row)
{
  const BwStep *step = get_step (plot, row);
  const char *kind = name_kind (step->kind);
  g_autofree char *value = format_step (plot, row);
  GString *words = g_string_new (NULL);
  /* Translators: what a mark of a chart stands for: "March 2025: 2 h 10 min" */
  g_string_append_printf (words, C_ ("datum", "%s: %s"), step->label, value);
  if (kind)
    g_string_append_printf (words, ", %s", kind);
  if (step->words && *step->words)
    g_string_append_printf (words, "; %s", step->words);
  return g_string_free_and_steal (words);
}

/* Where the level stands after so many steps. */
static double
get_level (const BwPlot *plot, guint n)
{
  double level = 0;
  for (guint i = 0; i < n; i++) {
    const BwStep *step = get_step (plot, i);
    if (isfinite (step->value))
      level = step->kind == BW_STEP_TOTAL ? step->value : level + step->value;
  }
  return level;
}

static BwMark *
add_total (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  double height = rows->pitch * BAR_PART, middle = bw_plot_rows_middle (rows, row);
  double x = bw_plot_level_x (plot, get_step (plot, row)->value);
  if (plot->low == 0)
    return bw_scene_add (plot->scene, BW_MARK_BAR, plot->area.x, middle - height / 2,
                         x - plot->area.x, height);
  BwMark *mark = bw_scene_add (plot->scene, BW_MARK_POINT, x - height / 2, middle - height / 2,
                               height, height);
  mark->shape = BW_SIGN_DIAMOND;
  mark->size = height * 0.7;
  return mark;
}

static BwMark *
add_change (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  double height = rows->pitch * BAR_PART, middle = bw_plot_rows_middle (rows, row);
  double from = bw_plot_level_x (plot, get_level (plot, row));
  double to = bw_plot_level_x (plot, get_level (plot, row + 1));
  return bw_scene_add (plot->scene, BW_MARK_BAR, MIN (from, to), middle - height / 2,
                       MAX (fabs (to - from), 1), height);
}

static void
add_row (const BwPlotRows *rows, guint row)
{
  const BwPlot *plot = rows->plot;
  const BwStep *step = get_step (plot, row);
  bw_plot_rows_add_texts (rows, row, !isfinite (step->value));
  if (!isfinite (step->value))
    return;
  BwMark *mark = step->kind == BW_STEP_TOTAL ? add_total (rows, row) : add_change (rows, row);
  mark->member = (int) row;
  mark->words = create_words (plot, row);
  bw_plot_paint_step (plot, mark, step->kind);
  if (row + 1 >= rows->n)
    return;
  double x = bw_plot_level_x (plot, get_level (plot, row + 1));
  double y = bw_plot_rows_middle (rows, row);
  BwMark *line = bw_plot_add_stroke (plot, x, y, x, y + rows->pitch);
  line->colour = bw_colour_fade (plot->theme->dim, 0.7);
}

static void
layout_waterfall (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  BwPlot plot;
  BwPlotRows rows;
  double low = INFINITY, high = -INFINITY;
  if (!bw_plot_begin (&plot, chart, theme, scene, BW_LEGEND_STEPS))
    return;
  double axis = bw_plot_text_height (&plot, 1) * 1.5 + 1;
  bw_plot_rows_begin (&rows, &plot, chart->steps->len, format_label, format_step, axis);
  for (guint i = 1; i <= chart->steps->len; i++) {
    low = MIN (low, get_level (&plot, i));
    high = MAX (high, get_level (&plot, i));
  }
  bw_plot_set_scale (&plot, low, high, FALSE);
  /* Half of a mark at either end. */
  plot.area.width = MAX (plot.area.width - rows.pitch * BAR_PART / 2, 1);
  if (rows.n == rows.n_all)
    bw_plot_add_level_axis (&plot);
  for (guint i = 0; i < rows.n; i++)
    add_row (&rows, i);
  bw_plot_rows_add_rest (&rows);
}

const BwChartType bw_chart_waterfall = {
  .id = "waterfall",
  .title = N_ ("Waterfall chart"),
  .source = BW_CHART_OF_STEPS,
  .is_rows = TRUE,
  .layout = layout_waterfall,
};
