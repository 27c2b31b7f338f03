/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what a chart is made of, and has its type lay it out. */
#include "config.h"

#include <math.h>

#include "bw-chart.h"

#define BW_ITEM(type) extern const BwChartType type;
BW_SHELF
#undef BW_ITEM

static const BwChartType *const types[] = {
#define BW_ITEM(type) &type,
  BW_SHELF
#undef BW_ITEM
      NULL
};

G_DEFINE_BOXED_TYPE (BwChart, bw_chart, bw_chart_ref, bw_chart_unref)

const BwChartType *const *
bw_chart_types (void)
{
  return types;
}

static const BwChartType *
find_type (const char *id)
{
  for (guint i = 0; types[i]; i++)
    if (g_str_equal (types[i]->id, id))
      return types[i];
  return NULL;
}

static void
clear_guide (gpointer mem)
{
  g_free (((BwGuide *) mem)->label);
}

static void
clear_annotation (gpointer mem)
{
  g_free (((BwAnnotation *) mem)->text);
}

static void
clear_step (gpointer mem)
{
  BwStep *step = mem;
  g_free (step->label);
  g_free (step->words);
}

static GArray *
create_list (gsize size, GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, FALSE, (guint) size);
  g_array_set_clear_func (list, clear);
  return list;
}

static BwChart *
create (const BwChartType *type, const char *title, const char *subtitle)
{
  BwChart *chart = g_atomic_rc_box_new0 (BwChart);
  chart->type = type;
  chart->title = g_strdup (title);
  chart->subtitle = g_strdup (subtitle);
  chart->guides = create_list (sizeof (BwGuide), clear_guide);
  chart->annotations = create_list (sizeof (BwAnnotation), clear_annotation);
  return chart;
}

BwChart *
bw_chart_new (const char *type, const char *title, const char *subtitle, BwSeries *series)
{
  g_return_val_if_fail (type && series, NULL);
  const BwChartType *found = find_type (type);
  g_return_val_if_fail (found && found->source == BW_CHART_OF_SERIES, NULL);
  BwChart *chart = create (found, title, subtitle);
  chart->series = bw_series_ref (series);
  chart->unit = bw_series_get_unit (series);
  chart->currency = bw_series_get_currency (series);
  return chart;
}

BwChart *
bw_chart_new_distribution (const char *type,
                           const char *title,
                           const char *subtitle,
                           BwDistribution *distribution)
{
  g_return_val_if_fail (type && distribution, NULL);
  const BwChartType *found = find_type (type);
  g_return_val_if_fail (found && found->source == BW_CHART_OF_DISTRIBUTION, NULL);
  BwChart *chart = create (found, title, subtitle);
  chart->distribution = bw_distribution_ref (distribution);
  chart->unit = distribution->unit;
  return chart;
}

BwChart *
bw_chart_new_matrix (const char *type, const char *title, const char *subtitle, BwMatrix *matrix)
{
  g_return_val_if_fail (type && matrix, NULL);
  const BwChartType *found = find_type (type);
  g_return_val_if_fail (found && found->source == BW_CHART_OF_MATRIX, NULL);
  BwChart *chart = create (found, title, subtitle);
  chart->matrix = bw_matrix_ref (matrix);
  chart->unit = matrix->unit;
  return chart;
}

BwChart *
bw_chart_new_steps (const char *type, const char *title, const char *subtitle, BwUnit unit)
{
  g_return_val_if_fail (type, NULL);
  const BwChartType *found = find_type (type);
  g_return_val_if_fail (found && found->source == BW_CHART_OF_STEPS, NULL);
  BwChart *chart = create (found, title, subtitle);
  chart->steps = create_list (sizeof (BwStep), clear_step);
  chart->unit = unit;
  return chart;
}

BwChart *
bw_chart_ref (BwChart *chart)
{
  return g_atomic_rc_box_acquire (chart);
}

static void
clear_chart (gpointer mem)
{
  BwChart *chart = mem;
  g_free (chart->title);
  g_free (chart->subtitle);
  g_clear_pointer (&chart->series, bw_series_unref);
  g_clear_pointer (&chart->distribution, bw_distribution_unref);
  g_clear_pointer (&chart->matrix, bw_matrix_unref);
  g_clear_pointer (&chart->steps, g_array_unref);
  g_array_unref (chart->guides);
  g_array_unref (chart->annotations);
  g_free (chart->limits);
  g_clear_pointer (&chart->comparison, bw_series_unref);
  g_free (chart->comparison_label);
}

void
bw_chart_unref (BwChart *chart)
{
  g_atomic_rc_box_release_full (chart, clear_chart);
}

/* --- While it is being built ---------------------------------------------------------------- */

void
bw_chart_add_guide (BwChart *chart, BwGuideKind kind, double low, double high, const char *label)
{
  g_return_if_fail (chart && label);
  if (isnan (low) || isnan (high))
    return;
  BwGuide guide = { kind, low, high, g_strdup (label) };
  g_array_append_val (chart->guides, guide);
}

void
bw_chart_add_annotation (BwChart *chart, guint period, const char *text)
{
  g_return_if_fail (chart && text && period < bw_chart_get_n_periods (chart));
  BwAnnotation annotation = { period, g_strdup (text) };
  g_array_append_val (chart->annotations, annotation);
}

void
bw_chart_set_limits (BwChart *chart, const BwLimits *limits)
{
  g_return_if_fail (chart && chart->series && limits);
  g_free (chart->limits);
  chart->limits = g_memdup2 (limits, bw_chart_get_n_periods (chart) * sizeof *limits);
}

/* The first rule that the point is part of, the strongest. */
static const char *
describe_signal (const BwControlPoint *point, const BwControlPlan *plan)
{
  for (guint rule = BW_CONTROL_OUTSIDE; rule <= BW_CONTROL_TWO_OF_THREE; rule <<= 1) {
    g_autofree char *text = NULL;
    if (!(point->marks & rule))
      continue;
    text = bw_control_describe_rule ((BwControlRule) rule, plan);
    return g_intern_string (text);
  }
  return NULL;
}

void
bw_chart_set_control (BwChart *chart, const BwControl *control, const BwControlPlan *plan)
{
  g_return_if_fail (chart && control && plan);
  g_return_if_fail (control->length == bw_chart_get_n_periods (chart));
  g_autofree BwLimits *limits = g_new (BwLimits, control->length);
  for (guint p = 0; p < control->length; p++) {
    const BwControlPoint *point = &control->points[p];
    limits[p] =
        (BwLimits) { point->centre, point->low, point->high, describe_signal (point, plan) };
  }
  bw_chart_set_limits (chart, limits);
}

void
bw_chart_set_comparison (BwChart *chart, BwSeries *series, const char *label)
{
  g_return_if_fail (chart && chart->series && series && label);
  g_return_if_fail (bw_axis_get_length (bw_series_get_axis (series)) ==
                    bw_chart_get_n_periods (chart));
  g_clear_pointer (&chart->comparison, bw_series_unref);
  chart->comparison = bw_series_ref (series);
  g_set_str (&chart->comparison_label, label);
}

void
bw_chart_add_step (
    BwChart *chart, BwStepKind kind, const char *label, double value, const char *words)
{
  g_return_if_fail (chart && chart->steps && label);
  BwStep step = { kind, g_strdup (label), value, g_strdup (words) };
  g_array_append_val (chart->steps, step);
}

/* --- Others like it -------------------------------------------------------------------------- */

guint
bw_chart_get_n_periods (const BwChart *chart)
{
  g_return_val_if_fail (chart, 0);
  return chart->series ? bw_axis_get_length (bw_series_get_axis (chart->series)) : 1;
}

static void
copy_guides (const BwChart *from, BwChart *to)
{
  for (guint i = 0; i < from->guides->len; i++) {
    const BwGuide *guide = &g_array_index (from->guides, BwGuide, i);
    bw_chart_add_guide (to, guide->kind, guide->low, guide->high, guide->label);
  }
}

static void
copy_annotations (const BwChart *from, BwChart *to, guint first)
{
  guint n = bw_chart_get_n_periods (to);
  for (guint i = 0; i < from->annotations->len; i++) {
    const BwAnnotation *at = &g_array_index (from->annotations, BwAnnotation, i);
    if (at->period >= first && at->period < first + n)
      bw_chart_add_annotation (to, at->period - first, at->text);
  }
}

BwChart *
bw_chart_retitle (const BwChart *chart, const char *title, const char *subtitle)
{
  g_return_val_if_fail (chart, NULL);
  BwChart *copy = create (chart->type, title, subtitle);
  copy->series = chart->series ? bw_series_ref (chart->series) : NULL;
  copy->distribution = chart->distribution ? bw_distribution_ref (chart->distribution) : NULL;
  copy->matrix = chart->matrix ? bw_matrix_ref (chart->matrix) : NULL;
  copy->steps = chart->steps ? g_array_ref (chart->steps) : NULL;
  copy->unit = chart->unit;
  copy->currency = chart->currency;
  copy->is_scale = chart->is_scale;
  copy->show_interval = chart->show_interval;
  copy_guides (chart, copy);
  copy_annotations (chart, copy, 0);
  if (chart->limits)
    bw_chart_set_limits (copy, chart->limits);
  if (chart->comparison)
    bw_chart_set_comparison (copy, chart->comparison, chart->comparison_label);
  return copy;
}

static BwSeries *
cut_series (const BwSeries *series, guint from, guint n)
{
  BwAxis *axis = bw_series_get_axis (series);
  guint n_members = bw_series_get_n_members (series);
  BwGrain grain = BW_GRAIN_DAY;
  gboolean has_grain = bw_axis_get_grain (axis, &grain);
  g_autoptr (BwPeriod) span = bw_period_new (
      bw_axis_get_from (axis, from), bw_axis_get_to (axis, from + n - 1), bw_axis_get_zone (axis));
  g_autoptr (BwAxis) part = has_grain ? bw_axis_new (span, grain) : bw_axis_new_single (span);
  g_autofree const char **members = g_new0 (const char *, n_members + 1);
  for (guint m = 0; m < n_members; m++)
    members[m] = bw_series_get_member (series, m);
  BwSeries *cut = bw_series_new (part, bw_series_get_unit (series), bw_series_get_field (series),
                                 members, n_members);
  bw_series_set_currency (cut, bw_series_get_currency (series));
  for (guint m = 0; m < n_members; m++)
    for (guint p = 0; p < n; p++)
      *bw_series_peek (cut, p, m) = *bw_series_get (series, from + p, m);
  return cut;
}

BwChart *
bw_chart_cut (const BwChart *chart, guint from, guint n)
{
  g_return_val_if_fail (chart && chart->series && n > 0, NULL);
  g_return_val_if_fail (from + n <= bw_chart_get_n_periods (chart), NULL);
  g_autoptr (BwSeries) series = cut_series (chart->series, from, n);
  BwChart *cut = bw_chart_new (chart->type->id, chart->title, chart->subtitle, series);
  cut->is_scale = chart->is_scale;
  cut->show_interval = chart->show_interval;
  copy_guides (chart, cut);
  copy_annotations (chart, cut, from);
  if (chart->limits)
    bw_chart_set_limits (cut, chart->limits + from);
  if (chart->comparison) {
    g_autoptr (BwSeries) comparison = cut_series (chart->comparison, from, n);
    bw_chart_set_comparison (cut, comparison, chart->comparison_label);
  }
  return cut;
}

guint
bw_chart_count_data (const BwChart *chart)
{
  g_return_val_if_fail (chart, 0);
  switch (chart->type->source) {
  case BW_CHART_OF_SERIES:
    return bw_chart_get_n_periods (chart) * bw_series_get_n_members (chart->series);
  case BW_CHART_OF_DISTRIBUTION:
    return MAX (chart->distribution->bins->len, chart->distribution->boxes->len);
  case BW_CHART_OF_MATRIX:
    return chart->matrix->n_rows * chart->matrix->n_columns;
  case BW_CHART_OF_STEPS:
    return chart->steps->len;
  }
  g_return_val_if_reached (0);
}

/* Rows want a line and a half each, and what has an axis or a legend a few more; everything else a
 * calm landscape. */
double
bw_chart_get_lines (const BwChart *chart)
{
  g_return_val_if_fail (chart, 0);
  double more = chart->guides->len > 0 || chart->type->source != BW_CHART_OF_SERIES ? 2.5 : 0.5;
  if (!chart->type->is_rows || bw_chart_get_n_periods (chart) > 1)
    return chart->matrix ? 2 + 1.75 * chart->matrix->n_rows : 16;
  if (chart->series)
    return 1.75 * MAX (bw_series_get_n_members (chart->series), 2) + more;
  return 1.75 * MAX (bw_chart_count_data (chart), 2) + 2 + more;
}

BwScene *
bw_chart_layout (const BwChart *chart, double width, double height, const BwTheme *theme)
{
  g_return_val_if_fail (chart && theme, NULL);
  BwScene *scene = bw_scene_new (MAX (width, 1), MAX (height, 1), theme->font);
  chart->type->layout (chart, theme, scene);
  if (theme->right_to_left)
    bw_scene_mirror (scene);
  return scene;
}
