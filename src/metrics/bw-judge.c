/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges figures. */
#include "config.h"

#include "bw-answer.h"
#include "bw-benchmark.h"
#include "bw-civil.h"
#include "bw-judge.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define DAY 86400
/* Data that begin later than this in a period lack a part of it. */
/* The periods of a figure's own past. */
#define PAST 12

/* --- Control charts --------------------------------------------------------------------------- */

static gboolean
is_share (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_SHARE || (metric->fold == BW_FOLD_RATIO && metric->proportion);
}

static gboolean
is_part (const BwReach *reach, const BwAxis *axis, guint i)
{
  gint64 from = bw_axis_get_from (axis, i);
  gint64 to = bw_axis_get_to (axis, i);

  return bw_reach_lacks_end (reach, to) || bw_reach_lacks_begin (reach, from, to);
}

/* The values of a series as a chart takes them; NAN for what has no say. Free with g_free. */
static double *
get_values (const BwJudge *judge, const BwMetric *metric, const BwSeries *series)
{
  BwAxis *axis = bw_series_get_axis (series);
  guint n = bw_axis_get_length (axis);
  double *values = g_new (double, n + 1);
  BwReach reach = bw_judge_find_reach (judge, metric);
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++) {
    values[i] = bw_series_get (series, i, 0)->value;
    begun |= values[i] != 0 && !isnan (values[i]);
    if (bw_judge_is_flow (metric) && is_part (&reach, axis, i))
      values[i] = NAN;
    if ((bw_judge_is_flow (metric) || bw_metric_is_at_end (metric)) && !begun)
      values[i] = NAN;
  }
  return values;
}

static double *
get_denominators (const BwSeries *series)
{
  guint n = bw_axis_get_length (bw_series_get_axis (series));
  double *sizes = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    sizes[i] = bw_series_get (series, i, 0)->denominator;
  return sizes;
}

static double *
get_days (const BwAxis *axis)
{
  guint n = bw_axis_get_length (axis);
  double *days = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    days[i] = round ((double) (bw_axis_get_to (axis, i) - bw_axis_get_from (axis, i)) / DAY);
  return days;
}

static BwControlPlan
plan_values (const BwMetric *metric, const double *values, guint n)
{
  double floor = 0;

  if (metric->unit == BW_UNIT_POINTS)
    return bw_control_plan_xmr (-100, 100);
  for (guint i = 0; i < n; i++)
    if (values[i] < 0)
      floor = -INFINITY;
  return bw_control_plan_xmr (floor, INFINITY);
}

/* Days of the week differ by more than chance: their counts are never Poisson's alone. */
static BwControlPlan
plan_counts (const BwAxis *axis, const double *values, guint n)
{
  BwControlPlan plan = bw_control_plan_counts (values, n);
  BwGrain grain;

  if (bw_axis_get_grain (axis, &grain) && grain == BW_GRAIN_DAY)
    plan.kind = BW_CONTROL_LANEY_U;
  return plan;
}

static gboolean
has_limits (const BwControl *control)
{
  const BwControlPoint *last = bw_control_get_last (control);

  return control->n >= BW_CONTROL_LEAST && last != NULL && !isnan (last->low);
}

BwControl *
bw_judge_make_control (const BwJudge *judge, const BwMetric *metric, BwSeries *series)
{
  BwAxis *axis = bw_series_get_axis (series);
  guint n = bw_axis_get_length (axis);
  g_autofree double *values = get_values (judge, metric, series);
  g_autofree double *sizes = is_share (metric)           ? get_denominators (series)
                             : bw_judge_is_flow (metric) ? get_days (axis)
                                                         : NULL;
  BwControlPlan plan = is_share (metric)           ? bw_control_plan_shares (sizes, n)
                       : bw_judge_is_flow (metric) ? plan_counts (axis, values, n)
                                                   : plan_values (metric, values, n);
  g_autoptr (BwControl) control = bw_control_new (&plan, values, sizes, n);

  return has_limits (control) ? g_steal_pointer (&control) : NULL;
}

/* --- Signals ---------------------------------------------------------------------------------- */

static BwSignal
judge_interval (BwInterval interval)
{
  if (isnan (interval.low))
    return BW_SIGNAL_UNKNOWN;
  return interval.low > 0 ? BW_SIGNAL_UP : interval.high < 0 ? BW_SIGNAL_DOWN : BW_SIGNAL_NONE;
}

/* The chart of the figure's own past, where it has enough points; the figure's is the last. */
static const BwControlPoint *
find_own_point (const BwControl *control)
{
  const BwControlPoint *point;

  if (control == NULL || control->trial || control->length == 0)
    return NULL;
  point = &control->points[control->length - 1];
  return isnan (point->value) || isnan (point->low) ? NULL : point;
}

static void
judge_signal (const BwJudge *judge, BwFigure *figure, const BwControl *past)
{
  const BwControlPoint *point = find_own_point (past);
  int way;

  figure->signal = judge_interval (figure->change_interval);
  figure->year_signal = judge_interval (figure->year_interval);
  if (point == NULL)
    return;
  way = bw_control_point_get_direction (point);
  figure->by_control = TRUE;
  figure->signal = way > 0 ? BW_SIGNAL_UP : way < 0 ? BW_SIGNAL_DOWN : BW_SIGNAL_NONE;
  figure->signal_rules = point->signals & point->marks;
}

/* --- Its own past ----------------------------------------------------------------------------- */

static int
compare_numbers (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
judge_past (const BwJudge *judge, BwFigure *figure)
{
  guint length = bw_axis_get_length (bw_series_get_axis (figure->history));
  g_autofree double *values = get_values (judge, figure->metric, figure->history);
  double past[PAST];
  guint n = 0;

  for (guint i = length > PAST ? length - 1 - PAST : 0; i + 1 < length; i++)
    if (!isnan (values[i]))
      past[n++] = values[i];
  figure->n_past = n;
  if (n == 0)
    return;
  qsort (past, n, sizeof *past, compare_numbers);
  figure->past_median = bw_quantile_sorted (past, n, 0.5);
  figure->past_low = past[0];
  figure->past_high = past[n - 1];
}

/* --- Targets ---------------------------------------------------------------------------------- */

/* The only channel that is looked at, or NULL. */
static const char *
get_channel (const BwQuestion *question)
{
  const char *const *channels =
      question->filter != NULL ? bw_filter_get_values (question->filter, BW_FIELD_CHANNEL) : NULL;

  return channels != NULL && channels[1] == NULL ? channels[0] : NULL;
}

static gint64
get_month (const BwPeriod *period)
{
  gint64 first, last;
  BwGrain grain;

  if (!bw_period_get_grain (period, &grain) || grain != BW_GRAIN_MONTH)
    return BW_TARGET_ALWAYS;
  bw_period_get_days (period, &first, &last);
  return first;
}

static void
judge_target (const BwJudge *judge, BwFigure *figure, const BwControl *past)
{
  const BwQuestion *question = judge->question;
  const BwTarget *target =
      question->targets != NULL
          ? bw_targets_find (question->targets, figure->metric->id, get_month (question->period),
                             get_channel (question))
          : NULL;

  if (target == NULL)
    return;
  figure->target = bw_target_copy (target);
  if (!figure->is_part)
    figure->target_verdict = bw_target_judge (target, figure->current.value);
  if (past != NULL)
    figure->outlook = bw_control_judge (past, target->low, target->high);
}

/* --- Benchmarks ------------------------------------------------------------------------------- */

static const char *
get_option_title (const BwChoice *choice, const char *id)
{
  for (guint i = 0; i < bw_choice_get_n_options (choice); i++)
    if (g_str_equal (choice->options[i].id, id))
      return choice->options[i].title;
  return NULL;
}

static int
get_year (const BwPeriod *period)
{
  int year, month, day;

  bw_civil_from_days (bw_day_around (period->to - 1, period->zone), &year, &month, &day);
  return year;
}

/* Answers to choose from, of KPIs about answers; else 0. */
static int
get_scale (const BwJudge *judge, const BwFigure *figure)
{
  BwTable *table = bw_engine_get_table (judge->engine, figure->kind);
  BwFieldId field = figure->metric->needs[0].any[0];
  const BwColumn *column = NULL;

  if (table != NULL && field != BW_FIELD_NONE && bw_field_get (field)->value == BW_VALUE_RATING)
    column = bw_table_find (table, field);
  if (column == NULL || isnan (column->scale_high - column->scale_low))
    return 0;
  return (int) lround (column->scale_high - column->scale_low) + 1;
}

static void
judge_benchmarks (const BwJudge *judge, BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  BwMade made[BW_METRIC_MAX_CHOICES + 1] = { 0 };
  char *values[BW_METRIC_MAX_CHOICES] = { NULL };
  guint n = bw_metric_get_n_choices (metric);
  BwMethod method = {
    .kpi = metric->id,
    .statistic = figure->statistic,
    .has_statistic = bw_metric_has_spread (metric),
    .in_business_time = figure->in_business_time,
    .period = judge->question->period,
    .filter = judge->question->filter,
    .currency = bw_engine_get_currency (judge->engine),
    .scale = get_scale (judge, figure),
    .made = made,
  };

  for (guint i = 0; i < n; i++) {
    values[i] = bw_settings_get_choice (judge->settings, metric->id, metric->choices[i].id);
    made[i] = (BwMade) { metric->choices[i].id, values[i],
                         get_option_title (&metric->choices[i], values[i]) };
  }
  g_ptr_array_unref (figure->comparisons);
  figure->comparisons =
      bw_benchmarks_compare (bw_benchmarks (), &method, get_year (judge->question->period));
  for (guint i = 0; i < n; i++)
    g_free (values[i]);
}

/* Charts are drawn from series, which say the currency of their values. */
static void
tell_currency (const BwJudge *judge, BwFigure *figure)
{
  figure->currency = g_intern_string (bw_engine_get_currency (judge->engine));
  if (figure->metric->unit != BW_UNIT_MONEY)
    return;
  bw_series_set_currency (figure->series, figure->currency);
  if (figure->history != NULL)
    bw_series_set_currency (figure->history, figure->currency);
  for (guint i = 0; i < figure->splits->len; i++)
    bw_series_set_currency (figure->splits->pdata[i], figure->currency);
}

/* --- All of it -------------------------------------------------------------------------------- */

void
bw_judge_figure (const BwJudge *judge, BwFigure *figure)
{
  g_autoptr (BwControl) past = NULL;

  tell_currency (judge, figure);
  figure->change = figure->current.value - figure->previous.value;
  figure->year_change = figure->current.value - figure->year.value;
  bw_judge_gap (judge, figure);
  figure->control = bw_judge_make_control (judge, figure->metric, figure->series);
  if (figure->history == figure->series)
    past = figure->control != NULL ? bw_control_ref (figure->control) : NULL;
  else if (figure->history != NULL)
    past = bw_judge_make_control (judge, figure->metric, figure->history);
  judge_signal (judge, figure, past);
  if (figure->history != NULL)
    judge_past (judge, figure);
  judge_target (judge, figure, past);
  if (!figure->is_part)
    judge_benchmarks (judge, figure);
}
