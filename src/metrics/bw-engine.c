/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a question to figures: chooses the table of each KPI, lays out periods and members, folds.
 */
#include "config.h"

#include "bw-engine.h"
#include "bw-error.h"
#include "bw-figure-private.h"
#include "bw-fold.h"
#include "bw-parallel.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define FEW 5

struct _BwEngine {
  BwDataset *dataset;
  GMutex lock; /* of ledgers */
  BwLedger *ledgers[BW_KIND_LAST];
  BwPseudonyms *pseudonyms; /* NULL until somebody asks */
};

G_DEFINE_BOXED_TYPE (BwEngine, bw_engine, bw_engine_ref, bw_engine_unref)

/* One question at work: what all KPIs share. */
typedef struct {
  BwEngine *engine;
  const BwQuestion *question;
  BwPeriod *compared;
  BwPlacer period;
  BwPlacer previous;
  BwPlacer axis;
  guint n_splits;
  BwBits *rows[BW_KIND_LAST];          /* NULL = all */
  guint64 *keys[BW_KIND_LAST];         /* of groupings; NULL = not packed */
  BwGrouping *groupings[BW_KIND_LAST]; /* n_splits each; column NULL = the table lacks it */
  GPtrArray *figures;                  /* in the order of the shelf, NULL = not asked */
  guint *order;                        /* of work: the slow ones first */
} Answer;

static BwLedger *
get_ledger (BwEngine *engine, BwKind kind)
{
  BwTable *table = bw_dataset_get_table (engine->dataset, kind);
  g_autoptr (GMutexLocker) locker = NULL;

  if (table == NULL)
    return NULL;
  locker = g_mutex_locker_new (&engine->lock);
  if (engine->ledgers[kind] == NULL)
    engine->ledgers[kind] = bw_ledger_new (table);
  return engine->ledgers[kind];
}

static const BwPseudonyms *
get_names (BwEngine *engine, const BwQuestion *question)
{
  return question->anonymise ? bw_engine_get_pseudonyms (engine) : NULL;
}

static guint
metric_index (const BwMetric *metric)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  guint i = 0;

  while (metrics[i] != metric)
    i++;
  return i;
}

/* The measure of the first kind of table that has what the KPI needs, or NULL. */
static const BwMeasure *
find_measure (BwEngine *engine, const BwMetric *metric, BwKind *kind, BwLedger **ledger)
{
  guint index = metric_index (metric);

  for (guint i = 0; i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST; i++) {
    *kind = metric->kinds[i];
    *ledger = get_ledger (engine, *kind);
    if (*ledger != NULL && (*ledger)->measures[index].missing == NULL)
      return &(*ledger)->measures[index];
  }
  return NULL;
}

/* Why no table answers it: of a table that is there what it lacks, else which table is needed. */
static char *
explain_missing (BwEngine *engine, const BwMetric *metric)
{
  g_autofree char *needs = bw_metric_missing (metric, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST; i++) {
    BwLedger *ledger = get_ledger (engine, metric->kinds[i]);
    if (ledger != NULL)
      return g_strdup (ledger->measures[metric_index (metric)].missing);
  }
  /* Translators: first a kind of file ("Survey responses"), then "needs a 0-10 score" */
  return g_strdup_printf (_ ("needs a file of this kind: %s; %s"),
                            bw_kind_get_title (metric->kinds[0]),
                            needs != NULL ? needs : _ ("nothing else"));
}

static const gint32 *
choose_when (const Answer *answer, const BwMetric *metric, const BwLedger *ledger)
{
  gboolean created = answer->question->basis == BW_BASIS_CREATED && metric->fold != BW_FOLD_STOCK &&
                     bw_table_get_kind (ledger->table) == BW_KIND_TICKETS;

  return ledger->whens[created ? BW_WHEN_CREATED : metric->when];
}

/* Rows without a say belong to the period in which they were created. */
static void
count_excluded (const Answer *answer, const BwFolding *fold, BwFigure *figure)
{
  const BwLedger *ledger = fold->ledger;
  const gint32 *created = ledger->whens[BW_WHEN_CREATED];
  gint32 oldest = G_MAXINT32;

  for (gsize row = 0; row < ledger->n_rows; row++) {
    int value = bw_measure_get (fold->measure, row);
    if (G_LIKELY (value >= -(int) BW_REASON_NOT_CONCERNED))
      continue;
    if (created[row] == BW_MISSING || bw_placer_find (&answer->period, created[row]) < 0 ||
        (fold->rows != NULL && !bw_bits_has (fold->rows, row)))
      continue;
    figure->excluded[-value]++;
    if (-value == BW_REASON_UNANSWERED || -value == BW_REASON_UNSOLVED)
      oldest = MIN (oldest, created[row]);
  }
  if (oldest != G_MAXINT32 && ledger->as_of != BW_TIME_NONE) {
    BwDetail detail = { "oldest-unfinished", N_ ("Oldest still unfinished"), BW_UNIT_SECONDS,
                        (double) (ledger->as_of - BW_TIME_ORIGIN - oldest) };
    g_array_append_val (figure->details, detail);
  }
}

static BwSeries *
make_series (BwAxis *axis, const BwLayout *layout, BwUnit unit)
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

/* The members that have rows, most of them first. */
static BwSeries *
make_split (BwAxis *axis, BwLayout *layout, BwUnit unit)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (BwSeries) series = NULL;
  guint at = 0;

  for (guint m = 0; m < layout->grouping->n; m++)
    if (layout->cells[m].n > 0)
      g_ptr_array_add (names, g_ptr_array_index (layout->grouping->names, m));
  series = bw_series_new (axis, unit, layout->grouping->field,
                          names->len > 0 ? (const char *const *) names->pdata : nobody, names->len);
  for (guint m = 0; m < layout->grouping->n; m++)
    if (layout->cells[m].n > 0)
      *bw_series_peek (series, 0, at++) = layout->cells[m];
  return bw_series_sorted (series, 0);
}

static void
compare (const Answer *answer, const BwLayout *current, const BwLayout *previous, BwFigure *figure)
{
  BwInterval interval;

  figure->has_previous = TRUE;
  figure->previous = previous->cells[0];
  figure->change = figure->current.value - figure->previous.value;
  interval = bw_fold_difference (figure->metric->fold, figure->statistic, &current->cells[0],
                                 current->squares[0], &previous->cells[0], previous->squares[0]);
  figure->change_interval = interval;
  if (isnan (interval.low) || isnan (figure->change))
    return;
  figure->signal = interval.low > 0    ? BW_SIGNAL_UP
                   : interval.high < 0 ? BW_SIGNAL_DOWN
                                       : BW_SIGNAL_NONE;
}

static void
describe (const Answer *answer, const BwLedger *ledger, BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  const char *remark = metric->remark != NULL ? metric->remark (ledger->table) : NULL;

  figure->definition = g_strdup (_ (metric->definition));
  if (figure->current.n > 0 && figure->current.n < FEW && metric->fold != BW_FOLD_COUNT &&
      metric->fold != BW_FOLD_STOCK)
    figure->note = g_strdup_printf (_ ("Only %d in this period: look at the items themselves"),
                                      (int) figure->current.n);
  else if (remark != NULL)
    figure->note = g_strdup (_ (remark));
}

static void
add_details (const Answer *answer, const BwFolding *fold, BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  BwDetailContext context = {
    .table = fold->ledger->table,
    .says = fold->measure->says,
    .sizes = fold->measure->sizes,
    .when = fold->when,
    .until = metric->fold == BW_FOLD_STOCK ? fold->ledger->whens[metric->until] : NULL,
    .rows = fold->rows,
    .period = answer->question->period,
  };

  if (metric->detail != NULL)
    metric->detail (&context, figure->details);
}

static void
answer_figure (const Answer *answer,
               const BwMeasure *measure,
               const BwLedger *ledger,
               BwFigure *figure)
{
  const BwQuestion *question = answer->question;
  guint n = 0;
  g_autofree BwLayout *layouts = g_new0 (BwLayout, 3 + answer->n_splits);
  BwFolding fold = { ledger,
                     measure,
                     choose_when (answer, measure->metric, ledger),
                     answer->rows[figure->kind],
                     answer->keys[figure->kind],
                     question->statistic };
  g_autoptr (BwAxis) single = bw_axis_new_single (question->period);
  guint first_split;
  guint total;

  layouts[n++].placer = &answer->axis;
  if (answer->compared != NULL)
    layouts[n++].placer = &answer->previous;
  total = n;
  layouts[n++].placer = &answer->period;
  first_split = n;
  for (guint s = 0; s < answer->n_splits; s++)
    if (answer->groupings[figure->kind][s].column != NULL)
      layouts[n++] = (BwLayout) { &answer->period, &answer->groupings[figure->kind][s] };
  bw_fold_measure (&fold, layouts, n);

  figure->current = layouts[total].cells[0];
  figure->series = make_series (question->axis, &layouts[0], measure->metric->unit);
  if (answer->compared != NULL)
    compare (answer, &layouts[total], &layouts[1], figure);
  for (guint l = first_split; l < n; l++)
    g_ptr_array_add (figure->splits, make_split (single, &layouts[l], measure->metric->unit));
  count_excluded (answer, &fold, figure);
  add_details (answer, &fold, figure);
  describe (answer, ledger, figure);
  for (guint l = 0; l < n; l++) {
    g_free (layouts[l].cells);
    g_free (layouts[l].squares);
  }
}

static void
answer_one (guint i, int worker, gpointer user_data)
{
  Answer *answer = user_data;
  BwFigure *figure = g_ptr_array_index (answer->figures, answer->order[i]);
  BwLedger *ledger;
  const BwMeasure *measure;

  figure->statistic = answer->question->statistic;
  figure->basis = answer->question->basis;
  measure = find_measure (answer->engine, figure->metric, &figure->kind, &ledger);
  if (measure == NULL) {
    figure->reason = explain_missing (answer->engine, figure->metric);
    figure->definition = g_strdup (_ (figure->metric->definition));
    return;
  }
  figure->available = TRUE;
  answer_figure (answer, measure, ledger, figure);
}

static gboolean
check_kpis (const BwQuestion *question, GError **error)
{
  for (guint i = 0; question->kpis != NULL && question->kpis[i] != NULL; i++)
    if (bw_metric_find (question->kpis[i]) == NULL) {
      g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                   _ ("There is no KPI “%s”: see `bellwether-cli kpis`"), question->kpis[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_splits (BwEngine *engine, const BwQuestion *question, GError **error)
{
  for (guint s = 0; question->splits != NULL && question->splits[s] != BW_FIELD_NONE; s++) {
    gboolean found = FALSE;
    for (int kind = 0; kind < BW_KIND_LAST; kind++) {
      BwTable *table = bw_dataset_get_table (engine->dataset, kind);
      found |= table != NULL && bw_table_find (table, question->splits[s]) != NULL;
    }
    if (!found) {
      g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                   _ ("No file has the dimension “%s”"), bw_field_get (question->splits[s])->name);
      return FALSE;
    }
  }
  return TRUE;
}

/* Splits by fields whose column holds codes; others cannot be split by. */
static const BwColumn *
find_dimension (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = bw_table_find (table, field);

  return column != NULL && column->dictionary != NULL ? column : NULL;
}

static void
prepare_tables (Answer *answer)
{
  const BwQuestion *question = answer->question;

  while (question->splits != NULL && question->splits[answer->n_splits] != BW_FIELD_NONE)
    answer->n_splits++;
  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_dataset_get_table (answer->engine->dataset, kind);
    if (table == NULL)
      continue;
    if (question->filter != NULL && !bw_filter_is_empty (question->filter))
      answer->rows[kind] = bw_filter_select (question->filter, table);
    answer->groupings[kind] = g_new0 (BwGrouping, answer->n_splits + 1);
    for (guint s = 0; s < answer->n_splits; s++)
      bw_grouping_init (&answer->groupings[kind][s], question->splits[s],
                        find_dimension (table, question->splits[s]),
                        get_names (answer->engine, question));
    answer->keys[kind] =
        bw_groupings_pack (answer->groupings[kind], answer->n_splits, bw_table_get_n_rows (table));
  }
}

static void
prepare_periods (Answer *answer)
{
  const BwQuestion *question = answer->question;
  g_autoptr (BwAxis) single = bw_axis_new_single (question->period);
  g_autoptr (BwAxis) previous = NULL;

  bw_placer_init (&answer->period, single);
  bw_placer_init (&answer->axis, question->axis);
  if (question->compare == BW_COMPARE_NONE)
    return;
  answer->compared = question->compare == BW_COMPARE_YEAR ? bw_period_year_before (question->period)
                                                          : bw_period_previous (question->period);
  previous = bw_axis_new_single (answer->compared);
  bw_placer_init (&answer->previous, previous);
}

static gboolean
is_asked (const BwQuestion *question, const BwMetric *metric)
{
  return question->kpis == NULL || g_strv_contains (question->kpis, metric->id);
}

/* Durations are sorted, stocks walk twice: begin with them so that the cores end together. */
static int
slowness (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_DURATION ? 2 : metric->fold == BW_FOLD_STOCK ? 1 : 0;
}

static void
prepare_figures (Answer *answer)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);
  guint at = 0;

  answer->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  for (guint i = 0; i < n; i++)
    if (is_asked (answer->question, metrics[i]))
      g_ptr_array_add (answer->figures, bw_figure_new (metrics[i]));
  answer->order = g_new (guint, answer->figures->len);
  for (int slow = 2; slow >= 0; slow--)
    for (guint i = 0; i < answer->figures->len; i++)
      if (slowness (((BwFigure *) g_ptr_array_index (answer->figures, i))->metric) == slow)
        answer->order[at++] = i;
}

static void
answer_clear (Answer *answer)
{
  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    g_clear_pointer (&answer->rows[kind], bw_bits_free);
    for (guint s = 0; answer->groupings[kind] != NULL && s < answer->n_splits; s++)
      bw_grouping_clear (&answer->groupings[kind][s]);
    g_free (answer->groupings[kind]);
    g_free (answer->keys[kind]);
  }
  bw_placer_clear (&answer->period);
  bw_placer_clear (&answer->axis);
  bw_placer_clear (&answer->previous);
  g_clear_pointer (&answer->compared, bw_period_unref);
  g_free (answer->order);
}

/* Makes the ledgers before the KPIs are spread over the threads: each is itself parallel. */
static void
prepare_ledgers (BwEngine *engine)
{
  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    get_ledger (engine, kind);
}

GPtrArray *
bw_engine_answer (BwEngine *engine,
                  const BwQuestion *question,
                  GCancellable *cancellable,
                  GError **error)
{
  Answer answer = { .engine = engine, .question = question };

  if (!check_kpis (question, error) || !check_splits (engine, question, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  prepare_ledgers (engine);
  prepare_tables (&answer);
  prepare_periods (&answer);
  prepare_figures (&answer);
  bw_parallel_for (answer.figures->len, cancellable, answer_one, &answer);
  answer_clear (&answer);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&answer.figures, g_ptr_array_unref);
  return answer.figures;
}

BwSeries *
bw_engine_cross (
    BwEngine *engine, const BwQuestion *question, const char *kpi, BwFieldId field, guint max)
{
  const BwMetric *metric = bw_metric_find (kpi);
  BwKind kind;
  BwLedger *ledger;
  const BwMeasure *measure = metric != NULL ? find_measure (engine, metric, &kind, &ledger) : NULL;
  const BwColumn *column = measure != NULL ? find_dimension (ledger->table, field) : NULL;
  Answer answer = { .engine = engine, .question = question };
  BwGrouping grouping;
  BwLayout layout = { &answer.axis, &grouping };
  BwFolding fold;
  g_autoptr (BwSeries) series = NULL;

  if (column == NULL)
    return NULL;
  prepare_tables (&answer);
  prepare_periods (&answer);
  bw_grouping_init (&grouping, field, column, get_names (engine, question));
  fold = (BwFolding) { ledger,
                       measure,
                       choose_when (&answer, metric, ledger),
                       answer.rows[kind],
                       NULL,
                       question->statistic };
  bw_fold_measure (&fold, &layout, 1);
  series = make_series (question->axis, &layout, metric->unit);
  g_free (layout.cells);
  g_free (layout.squares);
  bw_grouping_clear (&grouping);
  answer_clear (&answer);
  return bw_series_sorted (series, max);
}

static gboolean
is_within (const BwFolding *fold, const BwPlacer *placer, gsize row)
{
  const BwMetric *metric = fold->measure->metric;
  gint32 time = fold->when[row];

  if (bw_measure_get (fold->measure, row) < 0 || time == BW_MISSING ||
      (fold->rows != NULL && !bw_bits_has (fold->rows, row)))
    return FALSE;
  if (metric->fold != BW_FOLD_STOCK)
    return bw_placer_find (placer, time) >= 0;
  return time < placer->from + placer->span &&
         (fold->ledger->whens[metric->until][row] == BW_MISSING ||
          fold->ledger->whens[metric->until][row] >= placer->from + placer->span);
}

static gboolean
is_member (const BwGrouping *grouping, gsize row, const char *member)
{
  guint32 code = bw_column_code (grouping->column, row);

  if (grouping->starts == NULL)
    return g_strcmp0 (g_ptr_array_index (grouping->names, code), member) == 0;
  for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++)
    if (g_strcmp0 (g_ptr_array_index (grouping->names, grouping->tags[t]), member) == 0)
      return TRUE;
  return FALSE;
}

BwBits *
bw_engine_select (BwEngine *engine,
                  const BwQuestion *question,
                  const char *kpi,
                  const BwPeriod *span,
                  BwFieldId field,
                  const char *member,
                  BwTable **table)
{
  const BwMetric *metric = bw_metric_find (kpi);
  BwKind kind;
  BwLedger *ledger;
  const BwMeasure *measure = metric != NULL ? find_measure (engine, metric, &kind, &ledger) : NULL;
  const BwColumn *column =
      measure != NULL && field != BW_FIELD_NONE ? find_dimension (ledger->table, field) : NULL;
  Answer answer = { .engine = engine, .question = question };
  g_autoptr (BwAxis) axis = bw_axis_new_single (span);
  BwGrouping grouping;
  BwPlacer placer;
  BwFolding fold;
  BwBits *bits;

  if (measure == NULL || (field != BW_FIELD_NONE && column == NULL))
    return NULL;
  prepare_tables (&answer);
  prepare_periods (&answer);
  bw_placer_init (&placer, axis);
  bw_grouping_init (&grouping, field, column, get_names (engine, question));
  fold = (BwFolding) { ledger,
                       measure,
                       choose_when (&answer, metric, ledger),
                       answer.rows[kind],
                       NULL,
                       question->statistic };
  bits = bw_bits_new (ledger->n_rows, FALSE);
  for (gsize row = 0; row < ledger->n_rows; row++)
    if (is_within (&fold, &placer, row) && (column == NULL || is_member (&grouping, row, member)))
      bw_bits_set (bits, row, TRUE);
  bw_grouping_clear (&grouping);
  bw_placer_clear (&placer);
  answer_clear (&answer);
  *table = ledger->table;
  return bits;
}

const BwMeasure *
bw_engine_get_measure (BwEngine *engine, const BwFigure *figure, BwRowTimes *times)
{
  BwQuestion question = { .basis = figure->basis };
  Answer answer = { .engine = engine, .question = &question };
  BwLedger *ledger;
  BwKind kind;
  const BwMeasure *measure = find_measure (engine, figure->metric, &kind, &ledger);

  if (measure == NULL)
    return NULL;
  *times = (BwRowTimes) { .when = choose_when (&answer, figure->metric, ledger) };
  if (figure->metric->fold == BW_FOLD_STOCK)
    times->until = ledger->whens[figure->metric->until];
  return measure;
}

BwPseudonyms *
bw_engine_get_pseudonyms (BwEngine *engine)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&engine->lock);

  if (engine->pseudonyms == NULL)
    engine->pseudonyms = bw_pseudonyms_new (engine->dataset);
  return engine->pseudonyms;
}

BwEngine *
bw_engine_new (BwDataset *dataset)
{
  BwEngine *engine = g_atomic_rc_box_new0 (BwEngine);

  engine->dataset = g_object_ref (dataset);
  g_mutex_init (&engine->lock);
  return engine;
}

BwEngine *
bw_engine_ref (BwEngine *engine)
{
  return g_atomic_rc_box_acquire (engine);
}

static void
clear (gpointer boxed)
{
  BwEngine *engine = boxed;

  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    g_clear_pointer (&engine->ledgers[kind], bw_ledger_free);
  g_clear_pointer (&engine->pseudonyms, bw_pseudonyms_unref);
  g_mutex_clear (&engine->lock);
  g_clear_object (&engine->dataset);
}

void
bw_engine_unref (BwEngine *engine)
{
  g_atomic_rc_box_release_full (engine, clear);
}
