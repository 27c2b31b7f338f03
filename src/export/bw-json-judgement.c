/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judgements as JSON. */
#include "config.h"

#include <math.h>

#include "bw-civil.h"
#include "bw-json-judgement.h"

const char *
bw_json_name_signal (BwSignal signal)
{
  switch (signal) {
  case BW_SIGNAL_NONE:
    return "none";
  case BW_SIGNAL_UP:
    return "up";
  case BW_SIGNAL_DOWN:
    return "down";
  case BW_SIGNAL_UNKNOWN:
  default:
    return NULL;
  }
}

static BwJson *
make_rules (BwJsonDoc *doc, guint rules)
{
  static const struct {
    BwControlRule rule;
    const char *name;
  } names[] = {
    { BW_CONTROL_OUTSIDE, "outside" },
    { BW_CONTROL_ONE_SIDE, "one-side" },
    { BW_CONTROL_TREND, "trend" },
    { BW_CONTROL_TWO_OF_THREE, "two-of-three" },
  };
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (rules & names[i].rule)
      yyjson_mut_arr_append (array, bw_json_text (doc, names[i].name));
  return array;
}

static const char *
name_chart (BwControlKind kind)
{
  switch (kind) {
  case BW_CONTROL_P:
    return "p";
  case BW_CONTROL_LANEY:
    return "laney-p";
  case BW_CONTROL_U:
    return "u";
  case BW_CONTROL_LANEY_U:
    return "laney-u";
  case BW_CONTROL_XMR:
  default:
    return "xmr";
  }
}

static const char *
name_outlook (BwControlVerdict outlook)
{
  switch (outlook) {
  case BW_CONTROL_WILL_PASS:
    return "will-pass";
  case BW_CONTROL_WILL_FAIL:
    return "will-fail";
  case BW_CONTROL_HIT_AND_MISS:
    return "hit-and-miss";
  case BW_CONTROL_UNSURE:
  default:
    return NULL;
  }
}

static BwJson *
make_year (BwJsonDoc *doc, const BwFigure *figure)
{
  if (!figure->has_year)
    return yyjson_mut_null (doc);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_number (doc, object, "value", figure->year.value);
  bw_json_add_count (doc, object, "n", figure->year.n);
  bw_json_add_number (doc, object, "change", figure->year_change);
  bw_json_add_text (doc, object, "signal", bw_json_name_signal (figure->year_signal));
  return object;
}

static BwJson *
make_history (BwJsonDoc *doc, const BwFigure *figure)
{
  if (figure->n_past == 0)
    return yyjson_mut_null (doc);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_count (doc, object, "n", figure->n_past);
  bw_json_add_number (doc, object, "median", figure->past_median);
  bw_json_add_number (doc, object, "low", figure->past_low);
  bw_json_add_number (doc, object, "high", figure->past_high);
  return object;
}

static BwJson *
make_control (BwJsonDoc *doc, const BwControl *control)
{
  if (!control)
    return yyjson_mut_null (doc);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "chart", name_chart (control->plan.kind));
  bw_json_add (doc, object, "trial", yyjson_mut_bool (doc, control->trial));
  bw_json_add_count (doc, object, "baseline", control->n_baseline);
  bw_json_add_number (doc, object, "sigma_z", control->sigma_z);
  bw_json_add_count (doc, object, "longest_run", control->longest_run);
  bw_json_add_count (doc, object, "longest_run_limit", control->longest_run_limit);
  bw_json_add_count (doc, object, "crossings", control->crossings);
  bw_json_add_count (doc, object, "least_crossings", control->least_crossings);
  return object;
}

static BwJson *
make_month (BwJsonDoc *doc, gint64 first_day)
{
  int year, month, day;
  if (first_day == BW_TARGET_ALWAYS)
    return yyjson_mut_null (doc);
  bw_civil_from_days (first_day, &year, &month, &day);
  g_autofree char *text = g_strdup_printf ("%04d-%02d", year, month);
  return bw_json_text (doc, text);
}

static BwJson *
make_target (BwJsonDoc *doc, const BwFigure *figure)
{
  const BwTarget *target = figure->target;
  if (!target)
    return yyjson_mut_null (doc);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_number (doc, object, "low", target->low);
  bw_json_add_number (doc, object, "high", target->high);
  bw_json_add (doc, object, "month", make_month (doc, target->month));
  bw_json_add_text (doc, object, "channel", target->channel);
  bw_json_add (doc, object, "met",
               figure->target_verdict == BW_TARGET_NONE
                   ? yyjson_mut_null (doc)
                   : yyjson_mut_bool (doc, figure->target_verdict == BW_TARGET_MET));
  bw_json_add_text (doc, object, "outlook", name_outlook (figure->outlook));
  return object;
}

static BwJson *
make_benchmark (BwJsonDoc *doc, const BwComparison *comparison)
{
  const BwBenchmark *benchmark = comparison->benchmark;
  g_autofree char *scope = bw_benchmark_dup_scope (benchmark);
  g_autofree char *method = bw_benchmark_dup_method (benchmark);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "id", benchmark->id);
  bw_json_add_number (doc, object, "low", benchmark->low);
  bw_json_add_number (doc, object, "high", benchmark->high);
  bw_json_add_text (doc, object, "currency", benchmark->currency);
  bw_json_add_text (doc, object, "scope", scope);
  bw_json_add_text (doc, object, "method", method);
  bw_json_add_text (doc, object, "source", benchmark->source);
  bw_json_add_text (doc, object, "address", benchmark->address);
  bw_json_add_number (doc, object, "year", benchmark->year != 0 ? benchmark->year : NAN);
  bw_json_add_text (doc, object, "confidence", bw_confidence_to_string (benchmark->confidence));
  bw_json_add (doc, object, "weak", yyjson_mut_bool (doc, benchmark->weak));
  bw_json_add (doc, object, "old", yyjson_mut_bool (doc, comparison->old));
  return object;
}

static BwJson *
make_benchmarks (BwJsonDoc *doc, const GPtrArray *comparisons)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < comparisons->len; i++) {
    const BwComparison *comparison = comparisons->pdata[i];
    BwJson *object = make_benchmark (doc, comparison);
    g_autofree char *refusal = comparison->refusal ? bw_note_dup_text (comparison->refusal) : NULL;
    bw_json_add_text (doc, object, "refusal", refusal);
    yyjson_mut_arr_append (array, object);
  }
  return array;
}

void
bw_json_add_judgement (BwJsonDoc *doc, BwJson *object, const BwFigure *figure)
{
  const BwComparison *best = bw_figure_get_benchmark (figure);
  const char *by = figure->by_control                    ? "control"
                   : figure->signal != BW_SIGNAL_UNKNOWN ? "interval"
                                                         : NULL;
  bw_json_add_text (doc, object, "signal", bw_json_name_signal (figure->signal));
  bw_json_add_text (doc, object, "signal_by", by);
  bw_json_add (doc, object, "signal_rules", make_rules (doc, figure->signal_rules));
  bw_json_add (doc, object, "year", make_year (doc, figure));
  bw_json_add (doc, object, "history", make_history (doc, figure));
  bw_json_add (doc, object, "control", make_control (doc, figure->control));
  bw_json_add (doc, object, "target", make_target (doc, figure));
  bw_json_add (doc, object, "benchmark", best ? make_benchmark (doc, best) : yyjson_mut_null (doc));
  bw_json_add (doc, object, "benchmarks", make_benchmarks (doc, figure->comparisons));
}

void
bw_json_add_control_point (BwJsonDoc *doc, BwJson *cell, const BwFigure *figure, guint i)
{
  const BwControl *control = figure->control;
  if (!control || i >= control->length)
    return;
  const BwControlPoint *point = &control->points[i];
  bw_json_add_number (doc, cell, "centre", point->centre);
  bw_json_add_number (doc, cell, "low", point->low);
  bw_json_add_number (doc, cell, "high", point->high);
  bw_json_add (doc, cell, "signals", make_rules (doc, point->signals));
}
