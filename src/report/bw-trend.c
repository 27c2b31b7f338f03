/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what is known of a figure into a chart of its course. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-benchmark.h"
#include "bw-trend.h"

/* "at least 80 %", "at most 4 h", "80 % to 88 %" */
static char *
describe_span (BwUnit unit, const char *currency, double low, double high)
{
  g_autofree char *from = bw_unit_format_in (unit, currency, low, BW_FORMAT_SHORT);
  g_autofree char *to = bw_unit_format_in (unit, currency, high, BW_FORMAT_SHORT);
  if (isnan (high))
    return g_strdup_printf (_("at least %s"), from);
  if (isnan (low))
    return g_strdup_printf (_("at most %s"), to);
  if (low == high)
    return g_steal_pointer (&from);
  /* Translators: from a value to another one: "1 h to 2 h" */
  return g_strdup_printf (_("%s to %s"), from, to);
}

static void
add_guide (BwChart *chart, BwGuideKind kind, double low, double high, const char *label)
{
  bw_chart_add_guide (chart, kind, isnan (low) ? -INFINITY : low, isnan (high) ? INFINITY : high,
                      label);
}

static void
add_target (BwChart *chart, const BwFigure *figure)
{
  const BwTarget *target = figure->target;
  if (!target || (isnan (target->low) && isnan (target->high)))
    return;
  g_autofree char *span =
      describe_span (figure->metric->unit, figure->currency, target->low, target->high);
  /* Translators: in a legend: "Target: at least 80 %" */
  g_autofree char *label = g_strdup_printf (_("Target: %s"), span);
  add_guide (chart, BW_GUIDE_TARGET, target->low, target->high, label);
}

static void
add_benchmark (BwChart *chart, const BwFigure *figure)
{
  const BwComparison *comparison = bw_figure_get_benchmark (figure);
  const BwBenchmark *benchmark = comparison ? comparison->benchmark : NULL;
  if (!benchmark || (isnan (benchmark->low) && isnan (benchmark->high)))
    return;
  g_autofree char *span =
      describe_span (figure->metric->unit, benchmark->currency, benchmark->low, benchmark->high);
  /* Translators: in a legend: whose published figure, and what it is: "Zendesk: 70 % to 79 %" */
  g_autofree char *label = g_strdup_printf (C_ ("benchmark", "%s: %s"), benchmark->source, span);
  add_guide (chart, BW_GUIDE_BENCHMARK, benchmark->low, benchmark->high, label);
}

void
bw_trend_add_guides (BwChart *chart, const BwFigure *figure)
{
  g_return_if_fail (chart && figure);
  add_target (chart, figure);
  add_benchmark (chart, figure);
}

static gboolean
has_control (const BwFigure *figure)
{
  return figure->control &&
         figure->control->length == bw_axis_get_length (bw_series_get_axis (figure->series));
}

BwChart *
bw_trend_new (const BwFigure *figure, const char *subtitle)
{
  g_return_val_if_fail (figure && figure->series, NULL);
  gboolean is_count = figure->metric->unit == BW_UNIT_COUNT;
  const char *type = is_count ? "bar" : has_control (figure) ? "control" : "line";
  BwChart *chart = bw_chart_new (type, _(figure->metric->name), subtitle, figure->series);
  BwControlPlan plan = bw_control_plan_xmr (-INFINITY, INFINITY);
  /* Limits say what intervals say, and more: both would be a tangle. */
  chart->show_interval = !is_count && !has_control (figure);
  if (has_control (figure))
    bw_chart_set_control (chart, figure->control, &plan);
  bw_trend_add_guides (chart, figure);
  return chart;
}
