/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which benchmarks a figure may be compared with, and why not with the others. */
#include "config.h"

#include "bw-benchmark.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Years after which a published figure is shown as old. */
#define FRESH 5

G_DEFINE_BOXED_TYPE (BwComparison, bw_comparison, bw_comparison_ref, bw_comparison_unref)

static gboolean
has_value (const BwCondition *condition, const char *value)
{
  return value != NULL && g_strv_contains ((const char *const *) condition->values, value);
}

/* --- Conditions ------------------------------------------------------------------------------- */

/* Each returns NULL when the condition is met, else the sentence. */

#define REFUSAL(...) bw_note_new ("not-comparable", NULL, 0, 0, __VA_ARGS__)

static BwNote *
refuse_statistic (const BwCondition *condition, const BwMethod *method)
{
  gboolean median = method->statistic == BW_STATISTIC_MEDIAN;

  if (method->has_statistic && has_value (condition, median ? "median" : "mean"))
    return NULL;
  if (has_value (condition, "median"))
    return REFUSAL (N_ ("It is a median, and the figure here is a mean"));
  if (has_value (condition, "mean"))
    return REFUSAL (N_ ("It is a mean, and the figure here is a median"));
  return REFUSAL (N_ ("It does not say whether it is a mean or a median"));
}

static BwNote *
refuse_clock (const BwCondition *condition, const BwMethod *method)
{
  if (has_value (condition, method->in_business_time ? "business" : "calendar"))
    return NULL;
  return REFUSAL (
      "%-s",
      method->in_business_time
          ? N_ ("It counts time around the clock, and the figure here counts business hours")
          : N_ ("It counts business hours, and the figure here counts time around the clock"));
}

/* Written as anybody might. */
static gboolean
names_channel (const BwCondition *condition, const char *channel)
{
  g_autofree char *folded = g_utf8_casefold (channel, -1);

  return has_value (condition, folded);
}

static BwNote *
refuse_channel (const BwCondition *condition, const BwMethod *method)
{
  const char *const *channels =
      method->filter != NULL ? bw_filter_get_values (method->filter, BW_FIELD_CHANNEL) : NULL;

  if (channels == NULL)
    return REFUSAL (N_ ("It is of one channel (%s), and the figure here is of all channels"),
                    condition->values[0]);
  for (; *channels != NULL; channels++)
    if (!names_channel (condition, *channels))
      return REFUSAL (N_ ("It is of the channel “%s”, and the figure here is of “%s”"),
                      condition->values[0], *channels);
  return NULL;
}

static BwNote *
refuse_period (const BwCondition *condition, const BwMethod *method)
{
  BwGrain grain;

  if (method->period != NULL && bw_period_get_grain (method->period, &grain) &&
      has_value (condition, bw_grain_to_string (grain)))
    return NULL;
  if (has_value (condition, "month"))
    return REFUSAL (N_ ("It is of one month, and the figure here is of another span of time"));
  if (has_value (condition, "year"))
    return REFUSAL (N_ ("It is of one year, and the figure here is of another span of time"));
  return REFUSAL (N_ ("It is of another span of time than the figure here"));
}

static BwNote *
refuse_scale (const BwCondition *condition, const BwMethod *method)
{
  g_autofree char *scale = g_strdup_printf ("%d", method->scale);

  if (has_value (condition, scale))
    return NULL;
  if (method->scale == 0)
    return REFUSAL (N_ ("It is of questions with %s answers to choose from; how many there "
                        "are here is not known"),
                    condition->values[0]);
  return REFUSAL (N_ ("It is of questions with %s answers to choose from, and here there are %d"),
                  condition->values[0], method->scale);
}

static BwNote *
refuse_choice (const BwBenchmark *benchmark, const BwCondition *condition, const BwMethod *method)
{
  const char *counted = benchmark->method != NULL ? benchmark->method : condition->values[0];

  if (has_value (condition, "unstated"))
    return REFUSAL (N_ ("It does not say how it was counted"));
  for (const BwMade *made = method->made; made != NULL && made->name != NULL; made++) {
    if (!g_str_equal (made->name, condition->name))
      continue;
    if (has_value (condition, made->value))
      return NULL;
    return REFUSAL (N_ ("It is counted in another way: %-s; the figure here: %-s"), counted,
                    made->title != NULL ? made->title : made->value);
  }
  return REFUSAL (N_ ("It is counted in another way: %-s"), counted);
}

static BwNote *
refuse (const BwBenchmark *benchmark, const BwCondition *condition, const BwMethod *method)
{
  if (g_str_equal (condition->name, "statistic"))
    return refuse_statistic (condition, method);
  if (g_str_equal (condition->name, "clock"))
    return refuse_clock (condition, method);
  if (g_str_equal (condition->name, "channel"))
    return refuse_channel (condition, method);
  if (g_str_equal (condition->name, "period"))
    return refuse_period (condition, method);
  if (g_str_equal (condition->name, "scale"))
    return refuse_scale (condition, method);
  return refuse_choice (benchmark, condition, method);
}

static BwNote *
refuse_currency (const BwBenchmark *benchmark, const BwMethod *method)
{
  if (benchmark->currency == NULL || g_strcmp0 (benchmark->currency, method->currency) == 0)
    return NULL;
  if (method->currency == NULL)
    return REFUSAL (N_ ("It is in %s, and the currency here is not known"), benchmark->currency);
  return REFUSAL (N_ ("It is in %s, and the figure here is in %s"), benchmark->currency,
                  method->currency);
}

gboolean
bw_benchmark_fits (const BwBenchmark *benchmark, const BwMethod *method, BwNote **reason)
{
  BwNote *why;

  g_return_val_if_fail (benchmark != NULL && method != NULL && reason != NULL, FALSE);

  why = refuse_currency (benchmark, method);
  for (guint i = 0; why == NULL && i < benchmark->conditions->len; i++)
    why = refuse (benchmark, g_ptr_array_index (benchmark->conditions, i), method);
  *reason = why;
  return why == NULL;
}

gboolean
bw_benchmark_is_old (const BwBenchmark *benchmark, int year)
{
  return benchmark->year != 0 && year - benchmark->year > FRESH;
}

char *
bw_benchmark_cite (const BwBenchmark *benchmark, int year)
{
  GString *line = g_string_new (benchmark->source);
  g_autofree char *data_year = g_strdup_printf ("%d", benchmark->year);

  if (benchmark->year != 0 && strstr (benchmark->source, data_year) == NULL)
    g_string_append_printf (line, ", %s", data_year);
  if (benchmark->confidence == BW_CONFIDENCE_SECOND_HAND)
    /* Translators: of a published figure: quoted by somebody else */
    g_string_append_printf (line, ", %s", _ ("second-hand"));
  if (benchmark->weak)
    g_string_append_printf (line, ", %s", _ ("a rule of thumb"));
  if (bw_benchmark_is_old (benchmark, year))
    g_string_append_printf (line, ", %s", _ ("old"));
  return g_string_free (line, FALSE);
}

/* --- Comparisons ------------------------------------------------------------------------------ */

static BwComparison *
comparison_new (BwBenchmark *benchmark, const BwMethod *method, int year)
{
  BwComparison *comparison = g_atomic_rc_box_new0 (BwComparison);

  comparison->benchmark = bw_benchmark_ref (benchmark);
  bw_benchmark_fits (benchmark, method, &comparison->refusal);
  comparison->old = bw_benchmark_is_old (benchmark, year);
  return comparison;
}

BwComparison *
bw_comparison_ref (BwComparison *comparison)
{
  return g_atomic_rc_box_acquire (comparison);
}

static void
clear (gpointer boxed)
{
  BwComparison *comparison = boxed;

  bw_benchmark_unref (comparison->benchmark);
  g_clear_pointer (&comparison->refusal, bw_note_unref);
}

void
bw_comparison_unref (BwComparison *comparison)
{
  g_atomic_rc_box_release_full (comparison, clear);
}

static int
compare_worth (gconstpointer a, gconstpointer b)
{
  const BwComparison *x = *(BwComparison *const *) a;
  const BwComparison *y = *(BwComparison *const *) b;

  if ((x->refusal == NULL) != (y->refusal == NULL))
    return x->refusal == NULL ? -1 : 1;
  if (x->benchmark->own != y->benchmark->own)
    return x->benchmark->own ? -1 : 1;
  if (x->old != y->old)
    return x->old ? 1 : -1;
  if (x->benchmark->weak != y->benchmark->weak)
    return x->benchmark->weak ? 1 : -1;
  if (x->benchmark->confidence != y->benchmark->confidence)
    return x->benchmark->confidence > y->benchmark->confidence ? -1 : 1;
  if (x->benchmark->year != y->benchmark->year)
    return x->benchmark->year > y->benchmark->year ? -1 : 1;
  return strcmp (x->benchmark->id, y->benchmark->id);
}

GPtrArray *
bw_benchmarks_compare (GPtrArray *benchmarks, const BwMethod *method, int year)
{
  GPtrArray *comparisons = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_comparison_unref);

  for (guint i = 0; i < benchmarks->len; i++) {
    BwBenchmark *benchmark = g_ptr_array_index (benchmarks, i);
    if (g_str_equal (benchmark->kpi, method->kpi))
      g_ptr_array_add (comparisons, comparison_new (benchmark, method, year));
  }
  g_ptr_array_sort (comparisons, compare_worth);
  return comparisons;
}
