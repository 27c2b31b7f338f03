/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out periods and members once for all KPIs of a question, and folds one measure over them. */
#include "config.h"

#include "bw-answer.h"
#include "bw-counts.h"
#include "bw-joint.h"
#include "bw-parallel.h"
#include "bw-told.h"
#include "bw-within.h"

/* Periods before the question's that its past is made of, where the axis does not show it. */
#define PAST 24
#define MAX_PLAIN 5 /* layouts without members */

const BwColumn *
bw_answer_find_dimension (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = bw_table_find (table, field);

  return column != NULL && column->dictionary != NULL ? column : NULL;
}

static void
prepare_table (BwAnswer *answer, BwKind kind)
{
  const BwQuestion *question = answer->question;
  const BwLedger *ledger = bw_engine_get_ledger (answer->engine, kind);

  if (ledger == NULL)
    return;
  if (question->filter != NULL && !bw_filter_is_empty (question->filter))
    answer->rows[kind] = bw_filter_select (question->filter, ledger->table);
  answer->groupings[kind] = g_new0 (BwGrouping, answer->n_splits + 1);
  for (guint s = 0; s < answer->n_splits; s++)
    bw_grouping_init (&answer->groupings[kind][s], question->splits[s],
                      bw_answer_find_dimension (ledger->table, question->splits[s]),
                      answer->pseudonyms);
  answer->joints[kind] = bw_joints_new (answer->groupings[kind], answer->n_splits, ledger->n_rows);
}

/* The axis itself shows the period and those before it. */
static gboolean
is_past (const BwAxis *axis, const BwPeriod *period, BwGrain grain)
{
  guint last = bw_axis_get_length (axis) - 1;
  BwGrain own;

  return bw_axis_get_grain (axis, &own) && own == grain &&
         bw_axis_get_from (axis, last) == period->from && bw_axis_get_to (axis, last) == period->to;
}

static BwAxis *
make_past (const BwPeriod *period, BwGrain grain, gint64 data_from)
{
  gint64 first, last;
  g_autoptr (BwPeriod) span = NULL;

  bw_period_get_days (period, &first, &last);
  first = bw_day_start (bw_day_add (first, grain, -PAST), period->zone);
  span = bw_period_new (MIN (MAX (first, data_from), period->from), period->to, period->zone);
  return bw_axis_new (span, grain);
}

/* Layouts stand as bw-answer.h says. */
static void
prepare_past (BwAnswer *answer)
{
  BwPeriod *period = answer->question->period;
  g_autoptr (BwPeriod) year = bw_period_year_before (period);
  int at = answer->compared != NULL ? BW_FOLDED_PREVIOUS + 1 : BW_FOLDED_PREVIOUS;
  gint64 from, to;
  BwGrain grain;

  answer->year_at = answer->past_at = -1;
  if (!bw_engine_get_extent (answer->engine, &from, &to))
    return;
  if (from < year->to && !answer->question->brief) {
    answer->year_ago = bw_axis_new_single (year);
    bw_placer_init (&answer->year, answer->year_ago);
    answer->year_at = at++;
  }
  if (!bw_period_get_grain (period, &grain))
    return;
  if (is_past (answer->question->axis, period, grain)) {
    answer->past = bw_axis_ref (answer->question->axis);
    answer->past_at = BW_FOLDED_AXIS;
  } else {
    answer->past = make_past (period, grain, from);
    bw_placer_init (&answer->history, answer->past);
    answer->past_at = at;
  }
}

static void
prepare_compared (BwAnswer *answer)
{
  const BwQuestion *question = answer->question;

  if (question->compare == BW_COMPARE_NONE)
    return;
  answer->compared = question->compare == BW_COMPARE_YEAR ? bw_period_year_before (question->period)
                                                          : bw_period_previous (question->period);
  answer->before = bw_axis_new_single (answer->compared);
  bw_placer_init (&answer->previous, answer->before);
}

static void
prepare_periods (BwAnswer *answer)
{
  answer->single = bw_axis_new_single (answer->question->period);
  bw_placer_init (&answer->period, answer->single);
  bw_placer_init (&answer->axis, answer->question->axis);
  prepare_compared (answer);
  prepare_past (answer);
}

void
bw_answer_init (BwAnswer *answer, BwEngine *engine, const BwQuestion *question)
{
  *answer = (BwAnswer) { .engine = engine, .question = question };
  answer->in_business_time = bw_settings_is_business (bw_engine_get_settings (engine));
  if (question->anonymise)
    answer->pseudonyms = bw_engine_get_pseudonyms (engine);
  while (question->splits != NULL && !question->brief &&
         question->splits[answer->n_splits] != BW_FIELD_NONE)
    answer->n_splits++;
  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    prepare_table (answer, (BwKind) kind);
  prepare_periods (answer);
}

/* The rows that the period has to do with, by moments of a ledger. */
typedef struct {
  const BwLedger *ledger;
  const gint32 *when;
  const gint32 *until;
  const BwBits *wanted;
  BwBits *rows;
} Within;

void
bw_answer_clear (BwAnswer *answer)
{
  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    g_clear_pointer (&answer->rows[kind], bw_bits_free);
    for (guint s = 0; answer->groupings[kind] != NULL && s < answer->n_splits; s++)
      bw_grouping_clear (&answer->groupings[kind][s]);
    g_free (answer->groupings[kind]);
    g_clear_pointer (&answer->counts[kind], bw_counts_free);
    g_clear_pointer (&answer->joints[kind], g_ptr_array_unref);
  }
  for (guint w = 0; answer->withins != NULL && w < answer->withins->len; w++)
    bw_bits_free (g_array_index (answer->withins, Within, w).rows);
  g_clear_pointer (&answer->withins, g_array_unref);
  bw_placer_clear (&answer->period);
  bw_placer_clear (&answer->axis);
  bw_placer_clear (&answer->previous);
  bw_placer_clear (&answer->year);
  bw_placer_clear (&answer->history);
  g_clear_pointer (&answer->single, bw_axis_unref);
  g_clear_pointer (&answer->before, bw_axis_unref);
  g_clear_pointer (&answer->year_ago, bw_axis_unref);
  g_clear_pointer (&answer->past, bw_axis_unref);
  g_clear_pointer (&answer->compared, bw_period_unref);
}

static const gint32 *
choose_when (const BwAnswer *answer, const BwFound *found)
{
  gboolean created = answer->question->basis == BW_BASIS_CREATED &&
                     bw_metric_may_be_by_creation (found->metric, found->kind);

  return found->ledger->whens[created ? BW_WHEN_CREATED : found->metric->when];
}

BwFolding
bw_answer_get_folding (const BwAnswer *answer, const BwFound *found)
{
  return (BwFolding) { .ledger = found->ledger,
                       .measure = found->measure,
                       .when = choose_when (answer, found),
                       .rows = answer->rows[found->kind],
                       .statistic = answer->question->statistic,
                       .joints = answer->joints[found->kind],
                       .brief = answer->question->brief };
}

static gboolean
is_edge (gint64 time, BwZone *zone, BwGrain grain)
{
  gint64 day = bw_day_around (time, zone);

  return bw_day_floor (day, grain) == day && bw_day_start (day, zone) == time;
}

void
bw_answer_mask (const BwFound *found, const BwAxis *axis, BwCell *cells, guint n_members)
{
  const BwLedger *ledger = found->ledger;
  BwZone *zone = bw_axis_get_zone (axis);

  for (guint p = 0; ledger->by_span && p < bw_axis_get_length (axis); p++)
    if (!is_edge (bw_axis_get_from (axis, p), zone, ledger->grain) ||
        !is_edge (bw_axis_get_to (axis, p), zone, ledger->grain) ||
        !bw_told_all (ledger, found->measure, bw_axis_get_from (axis, p), bw_axis_get_to (axis, p),
                      zone))
      for (guint m = 0; m < n_members; m++)
        cells[(gsize) p * n_members + m] = BW_CELL_NONE;
}

/* --- A measure --------------------------------------------------------------------------------
 */

static BwAxis *
choose_axis (const BwAnswer *answer, const BwLayout *layout)
{
  return layout->placer == &answer->axis       ? answer->question->axis
         : layout->placer == &answer->previous ? answer->before
         : layout->placer == &answer->year     ? answer->year_ago
         : layout->placer == &answer->history  ? answer->past
                                               : answer->single;
}

/* Up to MAX_PLAIN + n_splits layouts; returns how many. splits: as in BwFolded. */
static guint
lay_out (const BwAnswer *answer, BwKind kind, BwLayout *layouts, int *splits)
{
  const BwGrouping *groupings = answer->groupings[kind];
  guint n = 0;

  layouts[n++].placer = &answer->axis;
  layouts[n++].placer = &answer->period;
  if (answer->compared != NULL)
    layouts[n++].placer = &answer->previous;
  if (answer->year_at >= 0)
    layouts[n++].placer = &answer->year;
  if (answer->past_at > BW_FOLDED_AXIS)
    layouts[n++].placer = &answer->history;
  for (guint s = 0; s < answer->n_splits; s++) {
    splits[s] = -1;
    if (groupings[s].column == NULL)
      continue;
    splits[s] = (int) n;
    layouts[n++] = (BwLayout) { &answer->period, &groupings[s] };
  }
  return n;
}

/* A period that the axis or the past shows is there already. */
static void
find_shown (BwLayout *layouts, guint n, guint index)
{
  const BwPlacer *one = layouts[index].placer;

  if (one->n > 1 || layouts[index].grouping != NULL)
    return;
  for (guint l = 0; l < n; l++) {
    const BwPlacer *many = layouts[l].placer;
    int at = many->n > 1 && layouts[l].grouping == NULL ? bw_placer_find_bounds (many, one) : -1;
    if (at < 0)
      continue;
    layouts[index].shown_by = (int) l + 1;
    layouts[index].shown_at = (guint) at;
    return;
  }
}

/* Those that are to be folded; returns how many. */
static guint
choose_open (BwLayout *layouts, guint n, BwLayout *open)
{
  guint n_open = 0;

  for (guint l = 0; l < n; l++)
    find_shown (layouts, n, l);
  for (guint l = 0; l < n; l++)
    if (layouts[l].shown_by == 0)
      open[n_open++] = layouts[l];
  return n_open;
}

static void
fold_layouts (const BwFolding *folding, BwLayout *layouts, guint n)
{
  g_autofree BwLayout *open = g_new (BwLayout, n);
  guint n_open = choose_open (layouts, n, open);
  guint next = 0;

  bw_fold_measure (folding, open, n_open);
  for (guint l = 0; l < n; l++)
    if (layouts[l].shown_by == 0)
      layouts[l] = open[next++];
  for (guint l = 0; l < n; l++) {
    const BwLayout *shown = layouts[l].shown_by > 0 ? &layouts[layouts[l].shown_by - 1] : NULL;
    if (shown == NULL)
      continue;
    layouts[l].cells = g_memdup2 (&shown->cells[layouts[l].shown_at], sizeof (BwCell));
    layouts[l].squares = g_memdup2 (&shown->squares[layouts[l].shown_at], sizeof (double));
  }
}

static Within *
find_within (const BwAnswer *answer,
             const BwLedger *ledger,
             const gint32 *when,
             const gint32 *until)
{
  for (guint w = 0; w < answer->withins->len; w++) {
    Within *within = &g_array_index (answer->withins, Within, w);
    if (within->ledger == ledger && within->when == when && within->until == until)
      return within;
  }
  return NULL;
}

static void
want_within (BwAnswer *answer, const BwFolding *fold, const gint32 *when, const gint32 *until)
{
  Within within = { fold->ledger, when, until, fold->rows, NULL };

  if (find_within (answer, fold->ledger, when, until) == NULL)
    g_array_append_val (answer->withins, within);
}

static void
place_one (guint i, int worker, gpointer user_data)
{
  const BwAnswer *answer = user_data;
  Within *within = &g_array_index (answer->withins, Within, i);

  within->rows =
      bw_within_new (within->ledger, within->when, within->until, within->wanted, &answer->period);
}

void
bw_answer_place (BwAnswer *answer, const guint *measures, guint n)
{
  answer->withins = g_array_new (FALSE, FALSE, sizeof (Within));
  for (guint i = 0; i < n; i++) {
    const BwMetric *metric = bw_measures_get (measures[i]);
    BwFound found = bw_engine_find (answer->engine, metric);
    if (found.measure == NULL)
      continue;
    BwFolding fold = bw_answer_get_folding (answer, &found);
    want_within (answer, &fold, fold.ledger->arrived, NULL);
    if (metric->detail != NULL)
      want_within (answer, &fold, fold.when, bw_folding_get_until (&fold));
  }
  bw_parallel_for (answer->withins->len, NULL, place_one, answer);
}

const BwBits *
bw_answer_get_within (const BwAnswer *answer,
                      const BwLedger *ledger,
                      const gint32 *when,
                      const gint32 *until)
{
  return find_within (answer, ledger, when, until)->rows;
}

static void
count_kind (BwAnswer *answer, BwKind kind, const BwFolding *folds, guint n)
{
  g_autofree BwLayout *layouts = g_new0 (BwLayout, MAX_PLAIN + answer->n_splits);
  g_autofree int *splits = g_new (int, answer->n_splits + 1);
  guint n_layouts = lay_out (answer, kind, layouts, splits);
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  guint n_open = choose_open (layouts, n_layouts, open);

  answer->counts[kind] = bw_counts_new (folds, n, open, n_open);
}

void
bw_answer_count (BwAnswer *answer, const guint *measures, guint n)
{
  g_autofree BwFolding *folds = g_new (BwFolding, n + 1);

  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    guint n_folds = 0;
    for (guint i = 0; i < n; i++) {
      BwFound found = bw_engine_find (answer->engine, bw_measures_get (measures[i]));
      if (found.measure != NULL && (int) found.kind == kind)
        folds[n_folds++] = bw_answer_get_folding (answer, &found);
    }
    if (n_folds > 0)
      count_kind (answer, (BwKind) kind, folds, n_folds);
  }
}

/* The period once more, by the other clock. */
static void
fold_beside (BwFolded *folded, const BwAnswer *answer, const BwMeasure *other)
{
  BwFolding folding = folded->folding;
  BwLayout layout = { .placer = &answer->period };

  folding.measure = other;
  bw_fold_measure (&folding, &layout, 1);
  folded->beside = layout.cells[0];
  g_free (layout.cells);
  g_free (layout.squares);
}

void
bw_folded_init (BwFolded *folded, const BwAnswer *answer, const BwMetric *metric)
{
  const BwMeasure *measure;

  *folded = (BwFolded) { .found = bw_engine_find (answer->engine, metric) };
  measure = folded->found.measure;
  if (measure == NULL)
    return;
  folded->folding = bw_answer_get_folding (answer, &folded->found);
  if (measure->business != NULL) {
    folded->by_hours = bw_measure_by_hours (measure);
    folded->has_beside = TRUE;
    folded->beside = BW_CELL_NONE;
    if (!answer->question->brief)
      fold_beside (folded, answer, answer->in_business_time ? measure : &folded->by_hours);
    if (answer->in_business_time)
      folded->folding.measure = folded->found.measure = &folded->by_hours;
  }
  folded->layouts = g_new0 (BwLayout, MAX_PLAIN + answer->n_splits);
  folded->splits = g_new (int, answer->n_splits + 1);
  folded->n_layouts = lay_out (answer, folded->found.kind, folded->layouts, folded->splits);
  folded->folding.counts = answer->counts[folded->found.kind];
  fold_layouts (&folded->folding, folded->layouts, folded->n_layouts);
  for (guint l = 0; l < folded->n_layouts; l++)
    bw_answer_mask (&folded->found, choose_axis (answer, &folded->layouts[l]),
                    folded->layouts[l].cells, bw_layout_get_n_members (&folded->layouts[l]));
}

void
bw_folded_clear (BwFolded *folded)
{
  for (guint l = 0; l < folded->n_layouts; l++) {
    g_free (folded->layouts[l].cells);
    g_free (folded->layouts[l].squares);
  }
  g_free (folded->layouts);
  g_free (folded->splits);
}

BwSeries *
bw_layout_make_series (const BwLayout *layout, BwAxis *axis, BwUnit unit)
{
  BwFieldId field = layout->grouping != NULL ? layout->grouping->field : BW_FIELD_NONE;
  guint n = bw_layout_get_n_members (layout);
  const char *const *names =
      layout->grouping != NULL ? (const char *const *) layout->grouping->names->pdata : NULL;
  BwSeries *series = bw_series_new (axis, unit, field, names, n);

  for (guint p = 0; p < layout->placer->n; p++)
    for (guint m = 0; m < n; m++)
      *bw_series_peek (series, p, m) = layout->cells[(gsize) p * n + m];
  return series;
}

/* A member may have something to divide and nothing to divide it by. */
static gboolean
is_there (const BwCell *cell)
{
  return cell->n > 0 || (isfinite (cell->numerator) && cell->numerator != 0);
}

BwSeries *
bw_layout_make_split (const BwLayout *layout, BwAxis *axis, BwUnit unit)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (BwSeries) series = NULL;
  guint at = 0;

  for (guint m = 0; m < layout->grouping->n; m++)
    if (is_there (&layout->cells[m]))
      g_ptr_array_add (names, g_ptr_array_index (layout->grouping->names, m));
  series = bw_series_new (axis, unit, layout->grouping->field,
                          names->len > 0 ? (const char *const *) names->pdata : nobody, names->len);
  for (guint m = 0; m < layout->grouping->n; m++)
    if (is_there (&layout->cells[m]))
      *bw_series_peek (series, 0, at++) = layout->cells[m];
  return bw_series_sorted (series, 0);
}
