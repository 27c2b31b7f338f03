/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a change apart. */
#include "config.h"

#include "bw-answer.h"
#include "bw-explanation.h"
#include "bw-mix.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (BwExplanation, bw_explanation, bw_explanation_ref, bw_explanation_unref)

/* --- The types -------------------------------------------------------------------------------- */

static void
part_clear (gpointer data)
{
  g_free (((BwPart *) data)->name);
}

static void
day_clear (gpointer data)
{
  bw_period_unref (((BwDayPart *) data)->period);
}

static void
breakdown_free (gpointer data)
{
  BwBreakdown *breakdown = data;

  g_array_unref (breakdown->parts);
  g_free (breakdown);
}

static BwExplanation *
explanation_new (void)
{
  BwExplanation *self = g_atomic_rc_box_new0 (BwExplanation);

  self->breakdowns = g_ptr_array_new_with_free_func (breakdown_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (BwDayPart));
  g_array_set_clear_func (self->days, day_clear);
  self->whole_before = self->whole_after = BW_CELL_NONE;
  self->value_before = self->value_after = self->change = self->top_days_share = NAN;
  return self;
}

BwExplanation *
bw_explanation_ref (BwExplanation *explanation)
{
  return g_atomic_rc_box_acquire (explanation);
}

static void
clear (gpointer boxed)
{
  BwExplanation *self = boxed;

  g_free (self->reason);
  g_clear_pointer (&self->before, bw_period_unref);
  g_clear_pointer (&self->after, bw_period_unref);
  g_ptr_array_unref (self->breakdowns);
  g_array_unref (self->days);
}

void
bw_explanation_unref (BwExplanation *explanation)
{
  g_atomic_rc_box_release_full (explanation, clear);
}

const BwBreakdown *
bw_explanation_find (const BwExplanation *explanation, BwFieldId field)
{
  for (guint i = 0; i < explanation->breakdowns->len; i++) {
    const BwBreakdown *breakdown = g_ptr_array_index (explanation->breakdowns, i);
    if (breakdown->field == field)
      return breakdown;
  }
  return NULL;
}

/* --- What is taken apart ---------------------------------------------------------------------- */

/* Members' values add up to that of the whole. */
static gboolean
is_additive (const BwMetric *metric)
{
  switch (metric->fold) {
  case BW_FOLD_DURATION:
  case BW_FOLD_SHARE:
  case BW_FOLD_MEAN:
  case BW_FOLD_NPS:
  case BW_FOLD_AGES:
  case BW_FOLD_RATIO:
    return FALSE;
  default:
    return TRUE;
  }
}

static double
get_value (const BwMetric *metric, const BwCell *cell)
{
  return bw_metric_has_spread (metric) ? cell->mean : cell->value;
}

/* What the value of a cell is a mean over. */
static double
get_weight (const BwCell *cell)
{
  double weight = isnan (cell->denominator) ? (double) cell->n : cell->denominator;

  return weight > 0 ? weight : 0;
}

/* --- Parts ------------------------------------------------------------------------------------ */

static const BwCell no_member = BW_CELL_BARE (NAN);

/* no_member itself when there is none of that name. */
static const BwCell *
find_member (const BwSeries *split, const char *name)
{
  guint m;

  return bw_series_find_member (split, name, &m) ? bw_series_get (split, 0, m) : &no_member;
}

static double
known (double value)
{
  return isnan (value) ? 0 : value;
}

/* What the cell adds to the whole: its share of the numerator. Of a ratio it may do so without a
 * denominator of its own, as tickets closed of a channel in which none were created. */
static double
get_product (const BwMetric *metric, const BwCell *cell, const BwCell *whole)
{
  double factor = metric->factor != 0 ? metric->factor : 1;

  if (metric->fold == BW_FOLD_RATIO)
    return factor * known (cell->numerator) / whole->denominator;
  return get_weight (cell) / get_weight (whole) * known (get_value (metric, cell));
}

/* Of one without a denominator; else 0. */
static double
get_stray (const BwMetric *metric, const BwCell *cell, const BwCell *whole)
{
  return get_weight (cell) > 0 ? 0 : get_product (metric, cell, whole);
}

static void
set_effects (const BwExplanation *self, BwPart *part)
{
  BwMixMember whole = { get_weight (&self->whole_before), self->value_before,
                        get_weight (&self->whole_after), self->value_after };
  BwMixMember member = { get_weight (&part->before), get_value (self->metric, &part->before),
                         get_weight (&part->after), get_value (self->metric, &part->after) };
  BwMixEffect effect;

  part->share_before = member.weight_before / whole.weight_before;
  part->share_after = member.weight_after / whole.weight_after;
  part->rate = part->mix = NAN;
  if (is_additive (self->metric)) {
    part->contribution = known (member.rate_after) - known (member.rate_before);
    return;
  }
  effect = bw_mix_effect (&member, &whole);
  part->rate = effect.rate + get_stray (self->metric, &part->after, &self->whole_after) -
               get_stray (self->metric, &part->before, &self->whole_before);
  part->mix = effect.mix;
  part->contribution = part->rate + part->mix;
}

static void
add_part (const BwExplanation *self,
          GArray *parts,
          const char *name,
          const BwCell *before,
          const BwCell *after)
{
  BwPart part = { .name = g_strdup (name), .before = *before, .after = *after };

  set_effects (self, &part);
  g_array_append_val (parts, part);
}

static int
compare_sizes (double a, double b)
{
  return (fabs (a) < fabs (b)) - (fabs (a) > fabs (b));
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const BwPart *x = a, *y = b;
  int order = compare_sizes (x->contribution, y->contribution);

  return order != 0 ? order : g_strcmp0 (x->name, y->name);
}

/* Members of both periods, those of only one too. */
static GArray *
make_parts (const BwExplanation *self, const BwSeries *before, const BwSeries *after)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BwPart));

  g_array_set_clear_func (parts, part_clear);
  for (guint m = 0; m < bw_series_get_n_members (after); m++) {
    const char *name = bw_series_get_member (after, m);
    add_part (self, parts, name, find_member (before, name), bw_series_get (after, 0, m));
  }
  for (guint m = 0; m < bw_series_get_n_members (before); m++) {
    const char *name = bw_series_get_member (before, m);
    const BwCell *now = find_member (after, name);
    if (now == &no_member)
      add_part (self, parts, name, bw_series_get (before, 0, m), now);
  }
  g_array_sort (parts, compare_parts);
  return parts;
}

/* --- Breakdowns ------------------------------------------------------------------------------- */

/* Share of the first n of what went the way of the change; contributions are read `stride` bytes
 * apart, the largest first. */
static double
get_top_share (const double *first, gsize stride, guint n, double change, guint *n_top)
{
  double all = 0, top = 0;

  *n_top = 0;
  for (guint i = 0; i < n; i++) {
    double contribution = *(const double *) ((const char *) first + i * stride);
    if (!(contribution * change > 0))
      continue;
    all += contribution;
    if (*n_top < BW_EXPLANATION_TOP) {
      top += contribution;
      (*n_top)++;
    }
  }
  return all != 0 ? top / all : NAN;
}

/* The members that are there in both periods mostly moved against the whole, and so did their
 * rates together: the whole moved because its shares did. */
static gboolean
is_opposite (const BwExplanation *self, const BwBreakdown *breakdown)
{
  double against = 0, all = 0;

  if (isnan (breakdown->rate) || self->change == 0)
    return FALSE;
  for (guint i = 0; i < breakdown->parts->len; i++) {
    const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
    double weight = (part->share_before + part->share_after) / 2;
    if (part->share_before == 0 || part->share_after == 0)
      continue;
    all += weight;
    if (part->rate * self->change < 0)
      against += weight;
  }
  return against > all / 2 && breakdown->rate * self->change < 0 &&
         breakdown->mix * self->change > 0;
}

static void
sum_up (const BwExplanation *self, BwBreakdown *breakdown)
{
  double sum = 0;

  for (guint i = 0; i < breakdown->parts->len; i++) {
    const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
    sum += part->contribution;
    breakdown->rate += part->rate;
    breakdown->mix += part->mix;
  }
  breakdown->rest = self->change - sum;
  if (fabs (breakdown->rest) <= 1e-9 * MAX (fabs (self->value_before), fabs (self->value_after)))
    breakdown->rest = 0;
  breakdown->opposite = is_opposite (self, breakdown);
  if (breakdown->parts->len > 0)
    breakdown->top_share =
        get_top_share (&g_array_index (breakdown->parts, BwPart, 0).contribution, sizeof (BwPart),
                       breakdown->parts->len, self->change, &breakdown->n_top);
}

/* Beyond the largest only their sum is kept. */
static void
cut (BwBreakdown *breakdown)
{
  guint n = breakdown->parts->len;

  if (n <= BW_EXPLANATION_MAX_PARTS)
    return;
  for (guint i = BW_EXPLANATION_MAX_PARTS; i < n; i++)
    breakdown->others += g_array_index (breakdown->parts, BwPart, i).contribution;
  breakdown->n_others = n - BW_EXPLANATION_MAX_PARTS;
  g_array_set_size (breakdown->parts, BW_EXPLANATION_MAX_PARTS);
}

static BwBreakdown *
make_breakdown (const BwExplanation *self, const BwSeries *before, const BwSeries *after)
{
  BwBreakdown *breakdown = g_new0 (BwBreakdown, 1);

  breakdown->field = bw_series_get_field (after);
  breakdown->overlapping = bw_field_get (breakdown->field)->value == BW_VALUE_TAGS;
  breakdown->parts = make_parts (self, before, after);
  breakdown->top_share = NAN;
  sum_up (self, breakdown);
  cut (breakdown);
  return breakdown;
}

/* How far one member moved beyond what its size alone would make it move. */
static double
get_surprise (const BwExplanation *self, const BwBreakdown *breakdown)
{
  double most = 0;

  for (guint i = 0; i < breakdown->parts->len; i++) {
    const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
    double share = known (part->share_before) / 2 + known (part->share_after) / 2;
    most = MAX (most, fabs (part->contribution - share * self->change));
  }
  return most;
}

typedef struct {
  const BwBreakdown *breakdown;
  double surprise;
} Ranked;

static int
compare_ranked (const void *a, const void *b)
{
  const Ranked *x = a, *y = b;
  int order = (x->surprise < y->surprise) - (x->surprise > y->surprise);

  return order != 0 ? order : (int) x->breakdown->field - (int) y->breakdown->field;
}

static void
rank_breakdowns (BwExplanation *self)
{
  guint n = self->breakdowns->len;
  g_autofree Ranked *ranked = g_new (Ranked, n + 1);

  for (guint i = 0; i < n; i++) {
    ranked[i].breakdown = g_ptr_array_index (self->breakdowns, i);
    ranked[i].surprise = get_surprise (self, ranked[i].breakdown);
  }
  qsort (ranked, n, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < n; i++)
    self->breakdowns->pdata[i] = (gpointer) ranked[i].breakdown;
}

static void
add_breakdowns (BwExplanation *self,
                const BwFieldId *fields,
                const BwFigure *before,
                const BwFigure *after)
{
  for (; *fields != BW_FIELD_NONE; fields++) {
    BwSeries *earlier = bw_figure_find_split (before, *fields);
    BwSeries *later = bw_figure_find_split (after, *fields);
    BwBreakdown *breakdown;
    if (earlier == NULL || later == NULL)
      continue;
    breakdown = make_breakdown (self, earlier, later);
    if (breakdown->parts->len > 1)
      g_ptr_array_add (self->breakdowns, breakdown);
    else
      breakdown_free (breakdown);
  }
  rank_breakdowns (self);
}

/* --- Days ------------------------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const BwDayPart *x = a, *y = b;
  int order = compare_sizes (x->contribution, y->contribution);

  return order != 0 ? order
                    : (x->period->from > y->period->from) - (x->period->from < y->period->from);
}

/* What day i added; `stock` is how many there were at its beginning. */
static double
get_day_contribution (const BwExplanation *self, const BwSeries *days, guint i, double *stock)
{
  const BwCell *cell = bw_series_get (days, i, 0);
  double value = get_value (self->metric, cell);
  double before = *stock;

  if (self->metric->fold == BW_FOLD_STOCK) {
    *stock = value;
    return value - before;
  }
  if (is_additive (self->metric))
    return known (value) - self->value_before / bw_axis_get_length (bw_series_get_axis (days));
  return get_product (self->metric, cell, &self->whole_after) -
         get_weight (cell) / get_weight (&self->whole_after) * self->value_before;
}

/* Customers of a month are not the sum of those of its days: such days tell nothing. */
static gboolean
do_days_add_up (const BwExplanation *self)
{
  double sum = 0;

  for (guint i = 0; i < self->days->len; i++)
    sum += g_array_index (self->days, BwDayPart, i).contribution;
  return fabs (sum - self->change) <=
         1e-9 * MAX (fabs (self->value_before), fabs (self->value_after));
}

static void
add_days (BwExplanation *self, const BwSeries *days)
{
  BwAxis *axis = bw_series_get_axis (days);
  double stock = self->value_before;

  if (bw_axis_get_length (axis) < 2 || self->metric->fold == BW_FOLD_AGES ||
      (self->metric->fold == BW_FOLD_STOCK && self->before->to != self->after->from))
    return;
  for (guint i = 0; i < bw_axis_get_length (axis); i++) {
    BwDayPart day = {
      .period =
          bw_period_new (bw_axis_get_from (axis, i), bw_axis_get_to (axis, i), self->after->zone),
      .cell = *bw_series_get (days, i, 0),
      .contribution = get_day_contribution (self, days, i, &stock),
    };
    g_array_append_val (self->days, day);
  }
  if (!do_days_add_up (self)) {
    g_array_set_size (self->days, 0);
    return;
  }
  g_array_sort (self->days, compare_days);
  self->top_days_share =
      get_top_share (&g_array_index (self->days, BwDayPart, 0).contribution, sizeof (BwDayPart),
                     self->days->len, self->change, &self->n_top_days);
}

/* --- Asking ----------------------------------------------------------------------------------- */

/* How a row turned out, or stands by now, is no place to look at: of older tickets more are closed.
 */
static gboolean
is_outcome (BwFieldId field)
{
  static const BwFieldId outcomes[] = { BW_FIELD_STATUS,       BW_FIELD_REPLY_SLA,
                                        BW_FIELD_OUTCOME,      BW_FIELD_RESOLUTION_SLA,
                                        BW_FIELD_HANDLED,      BW_FIELD_ABANDONED,
                                        BW_FIELD_FIRST_CONTACT };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i] == field)
      return TRUE;
  return FALSE;
}

/* Every other dimension that a table has with at least two members; ends with NONE. */
static BwFieldId *
find_dimensions (BwEngine *engine)
{
  GArray *fields = g_array_new (TRUE, TRUE, sizeof (BwFieldId));
  gboolean seen[BW_FIELD_LAST] = { FALSE };

  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_engine_get_table (engine, (BwKind) kind);
    for (guint c = 0; table != NULL && c < bw_table_get_n_columns (table); c++) {
      const BwColumn *column = bw_table_get_column (table, c);
      if (column->field == BW_FIELD_NONE || seen[column->field] || column->dictionary == NULL ||
          !bw_field_is_dimension (bw_field_get (column->field)) || is_outcome (column->field))
        continue;
      seen[column->field] = TRUE;
      g_array_append_val (fields, column->field);
    }
  }
  return (BwFieldId *) g_array_free (fields, FALSE);
}

static BwPeriod *
get_compared (const BwQuestion *question)
{
  return question->compare == BW_COMPARE_YEAR ? bw_period_year_before (question->period)
                                              : bw_period_previous (question->period);
}

static BwFigure *
ask (BwEngine *engine, const BwQuestion *question, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) figures = bw_engine_answer (engine, question, cancellable, error);

  return figures != NULL ? bw_figure_ref (g_ptr_array_index (figures, 0)) : NULL;
}

static void
set_whole (BwExplanation *self, const BwFigure *before, const BwFigure *after)
{
  self->metric = after->metric;
  self->kind = after->kind;
  self->whole_before = before->current;
  self->whole_after = after->current;
  self->of_means = bw_metric_has_spread (after->metric) && after->statistic == BW_STATISTIC_MEDIAN;
  self->value_before = get_value (after->metric, &before->current);
  self->value_after = get_value (after->metric, &after->current);
  self->change = self->value_after - self->value_before;
  self->signal = after->signal;
  if (!after->available)
    self->reason = g_strdup (after->reason);
  else if (after->gap != NULL)
    self->reason = g_strdup (after->gap);
  else if (isnan (self->change))
    self->reason = g_strdup (_ ("There is no figure of both periods"));
}

/* Two questions: the later period by days and members, the earlier one by members. */
BwExplanation *
bw_engine_explain (BwEngine *engine,
                   const BwQuestion *question,
                   const char *kpi,
                   GCancellable *cancellable,
                   GError **error)
{
  const char *const kpis[] = { kpi, NULL };
  g_autoptr (BwExplanation) self = explanation_new ();
  g_autofree BwFieldId *fields = find_dimensions (engine);
  g_autoptr (BwPeriod) compared = get_compared (question);
  g_autoptr (BwAxis) days = bw_axis_new (question->period, BW_GRAIN_DAY);
  g_autoptr (BwAxis) single = bw_axis_new_single (compared);
  BwQuestion now = *question;
  BwQuestion then = *question;
  g_autoptr (BwFigure) after = NULL;
  g_autoptr (BwFigure) before = NULL;

  self->currency = g_intern_string (bw_engine_get_currency (engine));
  self->before = bw_period_ref (compared);
  self->after = bw_period_ref (question->period);
  now.kpis = then.kpis = kpis;
  now.splits = then.splits = fields;
  now.axis = days;
  if (now.compare == BW_COMPARE_NONE)
    now.compare = BW_COMPARE_PREVIOUS;
  then.period = compared;
  then.axis = single;
  then.compare = BW_COMPARE_NONE;
  after = ask (engine, &now, cancellable, error);
  before = after != NULL ? ask (engine, &then, cancellable, error) : NULL;
  if (before == NULL)
    return NULL;
  set_whole (self, before, after);
  if (self->reason == NULL) {
    add_breakdowns (self, fields, before, after);
    add_days (self, after->series);
  }
  return g_steal_pointer (&self);
}
