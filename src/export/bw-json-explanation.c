/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations as JSON. */
#include "config.h"

#include "bw-json-explanation.h"
#include "bw-json-judgement.h"

/* What is taken apart of a cell. */
static double
get_value (const BwExplanation *explanation, const BwCell *cell)
{
  return explanation->metric->fold == BW_FOLD_DURATION ? cell->mean : cell->value;
}

static BwJson *
make_whole (BwJsonDoc *doc, const BwPeriod *period, double value, gint64 n)
{
  g_autofree char *from = bw_zone_format_iso (period->zone, period->from);
  g_autofree char *to = bw_zone_format_iso (period->zone, period->to);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "from", from);
  bw_json_add_text (doc, object, "to", to);
  bw_json_add_number (doc, object, "value", value);
  bw_json_add_count (doc, object, "n", n);
  return object;
}

static BwJson *
make_side (BwJsonDoc *doc, const BwExplanation *explanation, const BwCell *cell, double share)
{
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_number (doc, object, "value", get_value (explanation, cell));
  bw_json_add_count (doc, object, "n", cell->n);
  bw_json_add_number (doc, object, "share", share);
  return object;
}

/* Field and member NONE: all rows of the period. */
static BwJson *
make_rows (BwJsonDoc *doc, const BwPeriod *period, BwFieldId field, const char *member)
{
  g_autofree char *text = bw_period_to_string (period);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "period", text);
  if (field == BW_FIELD_NONE)
    return object;
  BwJson *values = yyjson_mut_arr (doc);
  yyjson_mut_arr_append (values, bw_json_text (doc, member ? member : ""));
  BwJson *filter = yyjson_mut_obj (doc);
  bw_json_add (doc, filter, bw_field_get (field)->name, values);
  bw_json_add (doc, object, "filter", filter);
  return object;
}

static BwJson *
make_part (BwJsonDoc *doc,
           const BwExplanation *explanation,
           const BwPart *part,
           BwFieldId field,
           gboolean hidden)
{
  const BwPeriod *period = part->after.n > 0 ? explanation->after : explanation->before;
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "key", part->name);
  bw_json_add (doc, object, "before",
               make_side (doc, explanation, &part->before, part->share_before));
  bw_json_add (doc, object, "after", make_side (doc, explanation, &part->after, part->share_after));
  bw_json_add_number (doc, object, "rate", part->rate);
  bw_json_add_number (doc, object, "mix", part->mix);
  bw_json_add_number (doc, object, "contribution", part->contribution);
  bw_json_add (doc, object, "rows",
               hidden ? yyjson_mut_null (doc) : make_rows (doc, period, field, part->name));
  return object;
}

static BwJson *
make_share (BwJsonDoc *doc, const char *name, guint n, double share)
{
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_count (doc, object, name, n);
  bw_json_add_number (doc, object, "share", share);
  return object;
}

static BwJson *
make_breakdown (BwJsonDoc *doc,
                const BwExplanation *explanation,
                const BwBreakdown *breakdown,
                gboolean hidden)
{
  BwJson *object = yyjson_mut_obj (doc);
  BwJson *members = yyjson_mut_arr (doc);
  BwJson *others = yyjson_mut_obj (doc);
  for (guint i = 0; i < breakdown->parts->len; i++)
    yyjson_mut_arr_append (members, make_part (doc, explanation,
                                               &g_array_index (breakdown->parts, BwPart, i),
                                               breakdown->field, hidden));
  bw_json_add_count (doc, others, "members", breakdown->n_others);
  bw_json_add_number (doc, others, "contribution", breakdown->others);
  bw_json_add_text (doc, object, "field", bw_field_get (breakdown->field)->name);
  bw_json_add_number (doc, object, "rate", breakdown->rate);
  bw_json_add_number (doc, object, "mix", breakdown->mix);
  bw_json_add (doc, object, "opposite", yyjson_mut_bool (doc, breakdown->opposite));
  bw_json_add (doc, object, "overlapping", yyjson_mut_bool (doc, breakdown->overlapping));
  bw_json_add_number (doc, object, "rest", breakdown->rest);
  bw_json_add (doc, object, "top",
               make_share (doc, "members", breakdown->n_top, breakdown->top_share));
  bw_json_add (doc, object, "members", members);
  bw_json_add (doc, object, "others", others);
  return object;
}

static BwJson *
make_breakdowns (BwJsonDoc *doc, const BwExplanation *explanation, gboolean hide_agents)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < explanation->breakdowns->len; i++) {
    const BwBreakdown *breakdown = explanation->breakdowns->pdata[i];
    yyjson_mut_arr_append (array,
                           make_breakdown (doc, explanation, breakdown,
                                           hide_agents && breakdown->field == BW_FIELD_AGENT));
  }
  return array;
}

static BwJson *
make_day (BwJsonDoc *doc, const BwExplanation *explanation, const BwDayPart *day)
{
  g_autofree char *key = bw_period_to_string (day->period);
  BwJson *object = yyjson_mut_obj (doc);
  bw_json_add_text (doc, object, "key", key);
  bw_json_add_number (doc, object, "value", get_value (explanation, &day->cell));
  bw_json_add_count (doc, object, "n", day->cell.n);
  bw_json_add_number (doc, object, "contribution", day->contribution);
  bw_json_add (doc, object, "rows", make_rows (doc, day->period, BW_FIELD_NONE, NULL));
  return object;
}

static BwJson *
make_days (BwJsonDoc *doc, const BwExplanation *explanation)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < explanation->days->len; i++)
    yyjson_mut_arr_append (
        array, make_day (doc, explanation, &g_array_index (explanation->days, BwDayPart, i)));
  return array;
}

static void
add_change (BwJsonDoc *doc, BwJson *object, const BwExplanation *explanation, gboolean hide_agents)
{
  gboolean of_means = explanation->metric->fold == BW_FOLD_DURATION;
  bw_json_add_text (doc, object, "unit", bw_unit_to_string (explanation->metric->unit));
  bw_json_add_text (doc, object, "statistic", of_means ? "mean" : NULL);
  bw_json_add (doc, object, "before",
               make_whole (doc, explanation->before, explanation->value_before,
                           explanation->whole_before.n));
  bw_json_add (
      doc, object, "after",
      make_whole (doc, explanation->after, explanation->value_after, explanation->whole_after.n));
  bw_json_add_number (doc, object, "change", explanation->change);
  bw_json_add_text (doc, object, "signal", bw_json_name_signal (explanation->signal));
  bw_json_add (doc, object, "dimensions", make_breakdowns (doc, explanation, hide_agents));
  bw_json_add (doc, object, "days", make_days (doc, explanation));
  bw_json_add (doc, object, "top_days",
               make_share (doc, "days", explanation->n_top_days, explanation->top_days_share));
}

static BwJson *
make_explanation (BwJsonDoc *doc, const BwExplanation *explanation, gboolean hide_agents)
{
  g_auto (GStrv) sentences = bw_explanation_describe (explanation);
  BwJson *object = yyjson_mut_obj (doc);
  BwJson *array = yyjson_mut_arr (doc);
  bw_json_add_text (doc, object, "kpi", explanation->metric->id);
  bw_json_add (doc, object, "available", yyjson_mut_bool (doc, explanation->reason == NULL));
  if (explanation->reason)
    bw_json_add_text (doc, object, "reason", explanation->reason);
  else
    add_change (doc, object, explanation, hide_agents);
  for (char **sentence = sentences; *sentence; sentence++)
    yyjson_mut_arr_append (array, bw_json_text (doc, *sentence));
  bw_json_add (doc, object, "sentences", array);
  return object;
}

BwJson *
bw_json_explanations (BwJsonDoc *doc, const GPtrArray *explanations, gboolean hide_agents)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < explanations->len; i++)
    yyjson_mut_arr_append (array, make_explanation (doc, explanations->pdata[i], hide_agents));
  return array;
}
