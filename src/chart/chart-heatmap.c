/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of figures as fields that are the stronger the more there is; with the figures in them
 * where these fit. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-plot.h"

#define SEAM 1
/* The least field still differs from paper. */
#define FAINTEST 0.08
#define LEGEND_FIELDS 5

typedef struct {
  BwPlot plot;
  double most;
  double field_width;
  double field_height;
} Heat;

static double
get_value (const Heat *heat, guint row, guint column)
{
  const BwMatrix *matrix = heat->plot.chart->matrix;
  return matrix->values[row * matrix->n_columns + column];
}

static BwColour
mix (const BwColour *a, const BwColour *b, double part)
{
  return (BwColour) { a->red + (b->red - a->red) * part, a->green + (b->green - a->green) * part,
                      a->blue + (b->blue - a->blue) * part, 1 };
}

static double
get_strength (const Heat *heat, double value)
{
  double part = heat->most > 0 ? CLAMP (value / heat->most, 0, 1) : 0;
  return part > 0 ? FAINTEST + (1 - FAINTEST) * part : 0;
}

static BwColour
choose_colour (const Heat *heat, double value)
{
  const BwTheme *theme = heat->plot.theme;
  BwColour nothing = mix (&theme->background, &theme->foreground, 0.04);
  return mix (&nothing, &theme->accent, get_strength (heat, value));
}

static double
get_lightness (const BwColour *colour)
{
  return 0.3 * colour->red + 0.59 * colour->green + 0.11 * colour->blue;
}

static BwColour
choose_ink (const BwColour *ground)
{
  double grey = get_lightness (ground) > 0.55 ? 0 : 1;
  return (BwColour) { grey, grey, grey, 1 };
}

static char *
create_words (const Heat *heat, guint row, guint column)
{
  const BwMatrix *matrix = heat->plot.chart->matrix;
  g_autofree char *value = bw_plot_format (&heat->plot, get_value (heat, row, column));
  /* Translators: a field of a table: row, column and value: "Monday, 10:00: 23" */
  return g_strdup_printf (C_ ("matrix", "%s, %s: %s"), matrix->rows[row], matrix->columns[column],
                          value);
}

static BwMark *
add_field (const Heat *heat, guint row, guint column)
{
  const BwPlot *plot = &heat->plot;
  double value = get_value (heat, row, column);
  BwMark *field = bw_scene_add (
      plot->scene, BW_MARK_BAR, plot->area.x + column * heat->field_width + SEAM / 2.0,
      plot->area.y + row * heat->field_height + SEAM / 2.0, MAX (heat->field_width - SEAM, 0.5),
      MAX (heat->field_height - SEAM, 0.5));
  field->period = (int) row;
  field->member = (int) column;
  field->words = create_words (heat, row, column);
  field->colour =
      isnan (value) ? bw_colour_fade (plot->theme->grid, 0) : choose_colour (heat, value);
  return field;
}

/* Three digits say enough in a field. */
static char *
format_field (const Heat *heat, double value)
{
  double rounded =
      heat->plot.chart->unit == BW_UNIT_COUNT && heat->most >= 10 ? round (value) : value;
  return bw_plot_format (&heat->plot, rounded);
}

static gboolean
do_figures_fit (const Heat *heat)
{
  const BwPlot *plot = &heat->plot;
  double size = plot->theme->font_size * 0.9, widest = 0, width;
  const BwMatrix *matrix = plot->chart->matrix;
  for (guint i = 0; i < matrix->n_rows * matrix->n_columns; i++) {
    g_autofree char *text = format_field (heat, matrix->values[i]);
    bw_scene_measure (plot->scene, text, size, FALSE, &width, NULL);
    widest = isnan (matrix->values[i]) ? widest : MAX (widest, width);
  }
  return widest + 3 < heat->field_width &&
         bw_plot_text_height (plot, 0.9) < heat->field_height - SEAM;
}

static void
add_figure (const Heat *heat, const BwMark *field, double value)
{
  double height = bw_plot_text_height (&heat->plot, 0.9);
  g_autofree char *text = format_field (heat, value);
  bw_plot_add_value_label (&heat->plot, text, field->box.x + field->box.width / 2,
                           field->box.y + (field->box.height - height) / 2,
                           choose_ink (&field->colour));
}

static void
add_fields (const Heat *heat)
{
  const BwMatrix *matrix = heat->plot.chart->matrix;
  gboolean fit = do_figures_fit (heat);
  for (guint row = 0; row < matrix->n_rows; row++) {
    for (guint column = 0; column < matrix->n_columns; column++) {
      double value = get_value (heat, row, column);
      const BwMark *field = add_field (heat, row, column);
      if (fit && value > 0)
        add_figure (heat, field, value);
    }
  }
}

static void
add_row_labels (const Heat *heat)
{
  const BwPlot *plot = &heat->plot;
  double height = bw_plot_text_height (plot, 1);
  guint stride = (guint) ceil (height / heat->field_height);
  for (guint row = 0; row < plot->chart->matrix->n_rows; row += stride) {
    double y = plot->area.y + (row + 0.5) * heat->field_height - height / 2;
    bw_scene_add_text (plot->scene, plot->chart->matrix->rows[row], plot->area.x - plot->gap, y,
                       plot->area.x - plot->gap, 1, plot->theme->font_size, FALSE,
                       plot->theme->dim);
  }
}

/* Every how many columns there is a label: for hours, parts of the day. */
static guint
choose_stride (const Heat *heat)
{
  static const guint strides[] = { 1, 2, 3, 4, 6, 12 };
  const BwPlot *plot = &heat->plot;
  double widest = 0;
  for (guint i = 0; i < plot->chart->matrix->n_columns; i++) {
    double width;
    bw_scene_measure (plot->scene, plot->chart->matrix->columns[i], plot->theme->font_size, FALSE,
                      &width, NULL);
    widest = MAX (widest, width);
  }
  for (guint i = 0; i < G_N_ELEMENTS (strides); i++)
    if (strides[i] * heat->field_width >= widest + plot->gap / 2)
      return strides[i];
  return plot->chart->matrix->n_columns;
}

static void
add_column_labels (const Heat *heat)
{
  const BwMatrix *matrix = heat->plot.chart->matrix;
  guint stride = choose_stride (heat), n = 0;
  g_autofree double *x = g_new (double, matrix->n_columns);
  g_autofree const char **labels = g_new (const char *, matrix->n_columns);
  for (guint i = 0; i < matrix->n_columns; i += stride, n++) {
    x[n] = heat->plot.area.x + (i + 0.5) * heat->field_width;
    labels[n] = matrix->columns[i];
  }
  bw_plot_add_labels_below (&heat->plot, x, labels, n);
}

static void
take_row_labels (Heat *heat)
{
  BwPlot *plot = &heat->plot;
  double widest = 0;
  for (guint row = 0; row < plot->chart->matrix->n_rows; row++) {
    double width;
    bw_scene_measure (plot->scene, plot->chart->matrix->rows[row], plot->theme->font_size, FALSE,
                      &width, NULL);
    widest = MAX (widest, width);
  }
  widest = MIN (widest, plot->area.width / 3) + plot->gap;
  plot->area.x += widest;
  plot->area.width = MAX (plot->area.width - widest, 1);
}

/* From nothing to the most. */
static void
take_legend (Heat *heat)
{
  BwPlot *plot = &heat->plot;
  double height = bw_plot_text_height (plot, 1), side = plot->theme->font_size;
  double x = plot->area.x, y = plot->area.y;
  g_autofree char *most = bw_plot_format (plot, heat->most);
  BwMark *zero = bw_scene_add_text (plot->scene, "0", x, y, 0, 0, plot->theme->font_size, FALSE,
                                    plot->theme->foreground);
  x += zero->box.width + plot->gap / 2;
  for (guint i = 0; i < LEGEND_FIELDS; i++) {
    BwMark *field =
        bw_scene_add (plot->scene, BW_MARK_BAND, x, y + (height - side) / 2, side * 1.5, side);
    field->colour = choose_colour (heat, heat->most * i / (LEGEND_FIELDS - 1));
    x += side * 1.5;
  }
  bw_scene_add_text (plot->scene, most, x + plot->gap / 2, y, plot->area.width, 0,
                     plot->theme->font_size, FALSE, plot->theme->foreground);
  plot->area.y += height + plot->gap;
  plot->area.height -= height + plot->gap;
}

static void
layout_heatmap (const BwChart *chart, const BwTheme *theme, BwScene *scene)
{
  Heat heat = { 0 };
  const BwMatrix *matrix = chart->matrix;
  if (!bw_plot_begin (&heat.plot, chart, theme, scene, BW_LEGEND_NONE))
    return;
  for (guint i = 0; i < matrix->n_rows * matrix->n_columns; i++)
    heat.most = matrix->values[i] > heat.most ? matrix->values[i] : heat.most;
  take_legend (&heat);
  take_row_labels (&heat);
  heat.plot.area.height =
      MAX (heat.plot.area.height - bw_plot_text_height (&heat.plot, 1) * 1.5 - 1, 1);
  heat.field_width = heat.plot.area.width / matrix->n_columns;
  heat.field_height = heat.plot.area.height / matrix->n_rows;
  add_row_labels (&heat);
  add_fields (&heat);
  add_column_labels (&heat);
}

const BwChartType bw_chart_heatmap = {
  .id = "heatmap",
  .title = N_ ("Heat map"),
  .source = BW_CHART_OF_MATRIX,
  .layout = layout_heatmap,
};
