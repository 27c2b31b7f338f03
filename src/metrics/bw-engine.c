/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a question to figures: folds each measure that is asked for or part of a ratio, then makes
 * figures of them. */
#include "config.h"

#include "bw-engine.h"
#include "bw-error.h"
#include "bw-excluded.h"
#include "bw-figure-private.h"
#include "bw-judge.h"
#include "bw-missing.h"
#include "bw-parallel.h"
#include "bw-ratio.h"
#include "bw-told.h"
#include "bw-typed.h"
#include "bw-used-columns.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define FEW 5

struct _BwEngine {
  BwDataset *dataset;
  BwSettings *settings;
  BwZone *zone;
  GMutex lock; /* of ledgers */
  BwLedger *ledgers[BW_KIND_LAST];
  BwPseudonyms *pseudonyms; /* NULL until somebody asks */
};

G_DEFINE_BOXED_TYPE (BwEngine, bw_engine, bw_engine_ref, bw_engine_unref)

/* A question and what is made of it. */
typedef struct {
  BwAnswer answer;
  BwFolded *folded; /* by index of the measure; those that are not wanted stay empty */
  guint *order;     /* of folding: the slow ones first */
  guint n_wanted;
  GPtrArray *figures; /* in the order of the shelf */
  BwJudge judge;
} Job;

BwSettings *
bw_engine_get_settings (BwEngine *engine)
{
  return engine->settings;
}

const char *
bw_engine_get_currency (BwEngine *engine)
{
  const char *chosen = bw_settings_get_currency (engine->settings);

  return chosen != NULL ? chosen : bw_dataset_get_currency (engine->dataset);
}

gboolean
bw_engine_get_extent (BwEngine *engine, gint64 *from, gint64 *to)
{
  return bw_dataset_get_extent (engine->dataset, from, to);
}

static BwLedger *
make_ledger (BwEngine *engine, BwTable *table)
{
  BwLedger *ledger = bw_ledger_new (table, engine->settings, engine->zone);
  BwReach work;

  if (ledger->by_span && bw_reach_init_main (&work, engine->dataset, engine->zone)) {
    ledger->work_from = work.from;
    ledger->work_to = work.to;
  }
  return ledger;
}

const BwLedger *
bw_engine_get_ledger (BwEngine *engine, BwKind kind)
{
  g_autoptr (BwTable) table = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&engine->lock);

  if (engine->ledgers[kind] != NULL)
    return engine->ledgers[kind];
  table = bw_typed_join (bw_dataset_get_table (engine->dataset, kind), kind, engine->settings,
                         engine->zone);
  if (table != NULL)
    engine->ledgers[kind] = make_ledger (engine, table);
  return engine->ledgers[kind];
}

BwTable *
bw_engine_get_table (BwEngine *engine, BwKind kind)
{
  const BwLedger *ledger = bw_engine_get_ledger (engine, kind);

  return ledger != NULL ? ledger->table : NULL;
}

BwFound
bw_engine_find (BwEngine *engine, const BwMetric *metric)
{
  int index = bw_measures_find (metric->id);

  for (guint i = 0; i < G_N_ELEMENTS (metric->kinds) && metric->kinds[i] != BW_KIND_LAST; i++) {
    const BwLedger *ledger = bw_engine_get_ledger (engine, metric->kinds[i]);
    if (ledger != NULL && ledger->measures[index].missing == NULL)
      return (BwFound) { metric, metric->kinds[i], ledger, &ledger->measures[index] };
  }
  return (BwFound) { .metric = metric };
}

/* --- Figures ----------------------------------------------------------------------------------
 */

/* Between the figure and that of another period. */
static BwInterval
get_difference (const BwFolded *folded, const BwFigure *figure, guint other)
{
  const BwLayout *now = &folded->layouts[BW_FOLDED_PERIOD];
  const BwLayout *then = &folded->layouts[other];

  if (isnan (now->cells[0].value) || isnan (then->cells[0].value))
    return BW_INTERVAL_NONE;
  return bw_fold_difference (figure->metric->fold, figure->statistic, &now->cells[0],
                             now->squares[0], &then->cells[0], then->squares[0]);
}

static void
compare (const BwAnswer *answer, const BwFolded *folded, BwFigure *figure)
{
  if (answer->compared != NULL) {
    figure->has_previous = TRUE;
    figure->previous = folded->layouts[BW_FOLDED_PREVIOUS].cells[0];
    figure->change_interval = get_difference (folded, figure, BW_FOLDED_PREVIOUS);
  }
  if (answer->year_at >= 0) {
    figure->has_year = TRUE;
    figure->year = folded->layouts[answer->year_at].cells[0];
    figure->year_interval = get_difference (folded, figure, (guint) answer->year_at);
  }
  if (answer->past_at > BW_FOLDED_AXIS)
    figure->history = bw_layout_make_series (&folded->layouts[answer->past_at], answer->past,
                                             figure->metric->unit);
}

static gboolean
is_rate (const BwMetric *metric)
{
  return metric->fold != BW_FOLD_COUNT && metric->fold != BW_FOLD_STOCK &&
         metric->fold != BW_FOLD_PEOPLE && metric->fold < BW_FOLD_RATIO;
}

static void
add_columns (GPtrArray *names, const BwFound *found)
{
  bw_used_columns_add (names, found->metric, found->ledger->table, found->measure->choices);
}

static void
set_columns (BwFigure *figure, GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  figure->columns = (GStrv) g_ptr_array_free (names, FALSE);
}

/* What to ask for of a table about spans; NULL of days. */
static const char *
name_spans (const BwLedger *ledger)
{
  static const char *const spans[] = {
    [BW_GRAIN_MONTH] = N_ ("The files tell it by month: choose whole months that they have"),
    [BW_GRAIN_QUARTER] = N_ ("The files tell it by quarter: choose whole quarters that they have"),
    [BW_GRAIN_YEAR] = N_ ("The files tell it by year: choose whole years that they have"),
  };

  return spans[ledger->grain];
}

static void
describe (const BwFolded *folded, BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  const char *remark = metric->remark != NULL ? metric->remark (folded->found.ledger->table) : NULL;
  GPtrArray *columns = g_ptr_array_new ();

  add_columns (columns, &folded->found);
  set_columns (figure, columns);
  if (figure->current.n > 0 && figure->current.n < FEW && is_rate (metric))
    figure->note = g_strdup_printf (_ ("Only %d in this period: look at the items themselves"),
                                      (int) figure->current.n);
  else if (remark != NULL)
    figure->note = g_strdup (_ (remark));
  else if (folded->found.ledger->by_span && isnan (figure->current.value) &&
           name_spans (folded->found.ledger) != NULL)
    figure->note = g_strdup (_ (name_spans (folded->found.ledger)));
}

static void
add_details (const Job *job, const BwFolded *folded, BwFigure *figure)
{
  const BwPeriod *period = job->answer.question->period;
  const BwReach *reach = &job->judge.reaches[figure->kind];
  const BwMetric *metric = figure->metric;
  const BwFolding *fold = &folded->folding;
  const gint32 *until = bw_folding_get_until (fold);
  BwDetailContext context = {
    .table = fold->ledger->table,
    .says = fold->measure->says,
    .sizes = figure->in_business_time && fold->measure->business != NULL ? fold->measure->business
                                                                         : fold->measure->sizes,
    .when = fold->when,
    .until = until,
    .within = bw_answer_get_within (&job->answer, fold->ledger, fold->when, until),
    .period = period,
    .told_from = CLAMP (reach->from, period->from, period->to),
    .told_to = CLAMP (reach->to, period->from, period->to),
    .people = fold->ledger->people,
    .choices = fold->measure->choices,
  };

  metric->detail (&context, figure->details);
}

/* What is told of the rows of the period. */
static void
add_rows (const Job *job, const BwFolded *folded, BwFigure *figure)
{
  const BwLedger *ledger = folded->found.ledger;

  bw_excluded_count (&folded->folding,
                     bw_answer_get_within (&job->answer, ledger, ledger->arrived, NULL), figure);
  if (figure->metric->detail != NULL)
    add_details (job, folded, figure);
}

static BwBasis
find_basis (const Job *job, const BwFound *found)
{
  return found->measure != NULL && bw_metric_may_be_by_creation (found->metric, found->kind)
             ? job->answer.question->basis
             : BW_BASIS_EVENT;
}

static void
make_from_rows (const Job *job, const BwFolded *folded, BwFigure *figure)
{
  const BwAnswer *answer = &job->answer;
  const BwMetric *metric = figure->metric;

  figure->kind = folded->found.kind;
  figure->basis = find_basis (job, &folded->found);
  figure->current = folded->layouts[BW_FOLDED_PERIOD].cells[0];
  figure->in_business_time = answer->in_business_time && folded->has_beside;
  figure->has_beside = folded->has_beside;
  figure->beside = folded->beside;
  figure->series = bw_layout_make_series (&folded->layouts[BW_FOLDED_AXIS], answer->question->axis,
                                          metric->unit);
  compare (answer, folded, figure);
  for (guint s = 0; s < answer->n_splits; s++)
    if (folded->splits[s] >= 0)
      g_ptr_array_add (figure->splits, bw_layout_make_split (&folded->layouts[folded->splits[s]],
                                                             answer->single, metric->unit));
  if (!figure->brief)
    add_rows (job, folded, figure);
  describe (folded, figure);
}

/* --- Figures of ratios ------------------------------------------------------------------------
 */

/* The parts' layouts of one place; FALSE when a part that is needed lacks it. split -1: none. */
static gboolean
find_layouts (const Job *job,
              const BwCombination *combination,
              guint index,
              int split,
              const BwLayout **layouts)
{
  gboolean optional;

  for (guint i = 0; i < combination->n_parts; i++) {
    const BwMetric *part = bw_ratio_get_part (combination->ratio, i, &optional);
    const BwFolded *folded = &job->folded[bw_measures_find (part->id)];
    int at = folded->found.measure == NULL ? -1 : split >= 0 ? folded->splits[split] : (int) index;
    layouts[i] = at >= 0 ? &folded->layouts[at] : NULL;
    if (layouts[i] == NULL && (!optional || i == 0))
      return FALSE;
  }
  return TRUE;
}

static void
add_ratio_split (const Job *job, const BwCombination *combination, int split, BwFigure *figure)
{
  const BwLayout *parts[BW_METRIC_MAX_PARTS];
  BwLayout out;

  if (!find_layouts (job, combination, 0, split, parts))
    return;
  bw_combination_combine_layouts (combination, parts, &out);
  g_ptr_array_add (figure->splits,
                   bw_layout_make_split (&out, job->answer.single, figure->metric->unit));
  g_free (out.cells);
}

static BwCell
combine_single (const Job *job, const BwCombination *combination, guint index)
{
  const BwLayout *parts[BW_METRIC_MAX_PARTS];
  BwLayout out;
  BwCell cell;

  find_layouts (job, combination, index, -1, parts);
  bw_combination_combine_layouts (combination, parts, &out);
  cell = out.cells[0];
  g_free (out.cells);
  return cell;
}

static BwSeries *
combine_series (const Job *job, const BwCombination *combination, guint index, BwAxis *axis)
{
  const BwLayout *parts[BW_METRIC_MAX_PARTS];
  BwSeries *series;
  BwLayout out;

  find_layouts (job, combination, index, -1, parts);
  bw_combination_combine_layouts (combination, parts, &out);
  series = bw_layout_make_series (&out, axis, combination->metric->unit);
  g_free (out.cells);
  return series;
}

static BwInterval
get_ratio_difference (const BwMetric *metric, const BwCell *now, const BwCell *then)
{
  if (!metric->proportion || isnan (now->low) || isnan (then->low))
    return BW_INTERVAL_NONE;
  return bw_newcombe (now->numerator, now->denominator, then->numerator, then->denominator, 0.95);
}

static void
compare_ratio (const Job *job, const BwCombination *combination, BwFigure *figure)
{
  const BwAnswer *answer = &job->answer;

  if (answer->compared != NULL) {
    figure->has_previous = TRUE;
    figure->previous = combine_single (job, combination, BW_FOLDED_PREVIOUS);
    figure->change_interval =
        get_ratio_difference (figure->metric, &figure->current, &figure->previous);
  }
  if (answer->year_at >= 0) {
    figure->has_year = TRUE;
    figure->year = combine_single (job, combination, (guint) answer->year_at);
    figure->year_interval = get_ratio_difference (figure->metric, &figure->current, &figure->year);
  }
  if (answer->past_at > BW_FOLDED_AXIS)
    figure->history = combine_series (job, combination, (guint) answer->past_at, answer->past);
}

/* untold: of a part that is not known, and needed. */
static const char *
choose_note (const BwFigure *figure, const BwRatio *ratio, const BwLedger *untold)
{
  const char *spans = untold != NULL ? name_spans (untold) : NULL;

  if (!isnan (figure->current.value))
    return ratio->remark;
  if (spans != NULL)
    return spans;
  return untold == NULL && ratio->none != NULL ? ratio->none : ratio->remark;
}

/* A part of the costs without a number is not told as nothing without a word. */
static void
add_blanks (const Job *job, const BwCombination *combination, BwFigure *figure)
{
  const BwPeriod *period = job->answer.question->period;
  gboolean optional;

  for (guint i = 0; i < combination->n_parts; i++) {
    const BwMetric *part = bw_ratio_get_part (combination->ratio, i, &optional);
    const BwFound *found = &job->folded[bw_measures_find (part->id)].found;
    g_autofree char *before = figure->note;
    g_autofree char *names = NULL;
    g_autofree char *blanks = NULL;
    if (found->measure != NULL && found->ledger->by_span)
      names = bw_told_list_blanks (found->ledger, found->measure, period->from, period->to,
                                   period->zone);
    if (names != NULL) /* Translators: parts of the costs ("Salaries") */
      blanks = g_strdup_printf (_ ("Counted as nothing where a month has no number: %s"), names);
    figure->note = before == NULL || blanks == NULL ? g_strdup (before != NULL ? before : blanks)
                                                    : g_strconcat (before, "; ", blanks, NULL);
  }
}

static void
describe_parts (const Job *job, const BwCombination *combination, BwFigure *figure)
{
  GPtrArray *columns = g_ptr_array_new ();
  BwCell cells[BW_METRIC_MAX_PARTS];
  const BwLedger *untold = NULL;
  const char *note;
  gboolean optional;

  for (guint i = 0; i < combination->n_parts; i++) {
    const BwMetric *part = bw_ratio_get_part (combination->ratio, i, &optional);
    const BwFolded *folded = &job->folded[bw_measures_find (part->id)];
    cells[i] = BW_CELL_NONE;
    if (folded->found.measure == NULL)
      continue;
    cells[i] = folded->layouts[BW_FOLDED_PERIOD].cells[0];
    figure->basis = MAX (figure->basis, find_basis (job, &folded->found));
    add_columns (columns, &folded->found);
    if (folded->found.ledger->by_span && isnan (cells[i].value) && !optional)
      untold = folded->found.ledger;
    bw_detail_add (figure->details, part->id, part->name, part->unit, cells[i].value);
  }
  if (combination->ratio->detail != NULL)
    combination->ratio->detail (cells, combination->choices, figure->details);
  set_columns (figure, columns);
  note = choose_note (figure, combination->ratio, untold);
  figure->note = note != NULL ? g_strdup (_ (note)) : NULL;
  if (!isnan (figure->current.value))
    add_blanks (job, combination, figure);
}

static void
make_from_parts (const Job *job, const BwCombination *combination, BwFigure *figure)
{
  const BwAnswer *answer = &job->answer;
  gboolean optional;
  const BwMetric *first = bw_ratio_get_part (combination->ratio, 0, &optional);

  figure->kind = job->folded[bw_measures_find (first->id)].found.kind;
  figure->series = combine_series (job, combination, BW_FOLDED_AXIS, answer->question->axis);
  figure->current = combine_single (job, combination, BW_FOLDED_PERIOD);
  compare_ratio (job, combination, figure);
  for (guint s = 0; s < answer->n_splits; s++)
    add_ratio_split (job, combination, (int) s, figure);
  describe_parts (job, combination, figure);
}

static void
make_figure (guint i, int worker, gpointer user_data)
{
  Job *job = user_data;
  BwEngine *engine = job->answer.engine;
  BwFigure *figure = g_ptr_array_index (job->figures, i);
  BwFolded *folded = &job->folded[bw_measures_find (figure->metric->id)];
  gboolean is_ratio = folded->found.measure == NULL;
  BwCombination combination;

  figure->statistic = job->answer.question->statistic;
  figure->brief = job->answer.question->brief;
  figure->definition = bw_metric_define (figure->metric, engine->settings);
  figure->available = !is_ratio || bw_combination_init (&combination, engine, figure->metric);
  if (!figure->available) {
    figure->reason = bw_missing_explain (engine, figure->metric);
    return;
  }
  if (is_ratio)
    make_from_parts (job, &combination, figure);
  else
    make_from_rows (job, folded, figure);
  if (job->answer.past_at == BW_FOLDED_AXIS)
    figure->history = bw_series_ref (figure->series);
  bw_judge_figure (&job->judge, figure);
}

/* --- The question -----------------------------------------------------------------------------
 */

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

static gboolean
is_asked (const BwQuestion *question, const BwMetric *metric)
{
  return question->kpis == NULL || g_strv_contains (question->kpis, metric->id);
}

/* Ages gather what is there at the end of every period, durations walk twice: begin with them so
 * that the cores end together. */
#define SLOWEST 3

static int
slowness (const BwMetric *metric)
{
  switch (metric->fold) {
  case BW_FOLD_AGES:
  case BW_FOLD_PEOPLE:
    return SLOWEST;
  case BW_FOLD_DURATION:
    return 2;
  case BW_FOLD_MEAN:
    return 1;
  default:
    return 0;
  }
}

static void
want_parts (BwEngine *engine, const BwMetric *metric, gboolean *wanted)
{
  BwCombination combination;
  gboolean optional;

  if (!bw_combination_init (&combination, engine, metric))
    return;
  for (guint i = 0; i < combination.n_parts; i++)
    wanted[bw_measures_find (bw_ratio_get_part (combination.ratio, i, &optional)->id)] = TRUE;
}

static void
order_work (Job *job)
{
  guint n = bw_measures_get_n ();
  g_autofree gboolean *wanted = g_new0 (gboolean, n);

  for (guint i = 0; i < job->figures->len; i++) {
    const BwMetric *metric = ((BwFigure *) g_ptr_array_index (job->figures, i))->metric;
    if (bw_engine_find (job->answer.engine, metric).measure != NULL)
      wanted[bw_measures_find (metric->id)] = TRUE;
    else
      want_parts (job->answer.engine, metric, wanted);
  }
  job->order = g_new (guint, n);
  for (int slow = SLOWEST; slow >= 0; slow--)
    for (guint m = 0; m < n; m++)
      if (wanted[m] && slowness (bw_measures_get (m)) == slow)
        job->order[job->n_wanted++] = m;
}

static void
fold_one (guint i, int worker, gpointer user_data)
{
  Job *job = user_data;
  guint index = job->order[i];

  bw_folded_init (&job->folded[index], &job->answer, bw_measures_get (index));
}

static void
job_init (Job *job, BwEngine *engine, const BwQuestion *question)
{
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  *job = (Job) { .n_wanted = 0 };
  bw_answer_init (&job->answer, engine, question);
  job->judge = (BwJudge) {
    .engine = engine,
    .question = question,
    .settings = engine->settings,
    .before = job->answer.before,
    .year_ago = job->answer.year_ago,
  };
  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    bw_reach_init (&job->judge.reaches[kind], engine->dataset, (BwKind) kind, engine->zone);
  job->folded = g_new0 (BwFolded, bw_measures_get_n ());
  job->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  for (guint i = 0; i < n; i++)
    if (is_asked (question, metrics[i]))
      g_ptr_array_add (job->figures, bw_figure_new (metrics[i]));
  order_work (job);
}

static void
job_clear (Job *job)
{
  for (guint m = 0; m < bw_measures_get_n (); m++)
    bw_folded_clear (&job->folded[m]);
  g_free (job->folded);
  g_free (job->order);
  bw_answer_clear (&job->answer);
}

GPtrArray *
bw_engine_answer (BwEngine *engine,
                  const BwQuestion *question,
                  GCancellable *cancellable,
                  GError **error)
{
  Job job;

  if (!check_kpis (question, error) || !check_splits (engine, question, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  job_init (&job, engine, question);
  if (!question->brief)
    bw_answer_place (&job.answer, job.order, job.n_wanted);
  bw_answer_count (&job.answer, job.order, job.n_wanted);
  bw_parallel_for (job.n_wanted, cancellable, fold_one, &job);
  if (!g_cancellable_is_cancelled (cancellable))
    bw_parallel_for (job.figures->len, cancellable, make_figure, &job);
  job_clear (&job);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&job.figures, g_ptr_array_unref);
  return job.figures;
}

/* --- The engine ---------------------------------------------------------------------------------
 */

BwPseudonyms *
bw_engine_get_pseudonyms (BwEngine *engine)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&engine->lock);

  if (engine->pseudonyms == NULL)
    engine->pseudonyms = bw_pseudonyms_new (engine->dataset);
  return engine->pseudonyms;
}

BwEngine *
bw_engine_new (BwDataset *dataset, BwSettings *settings, BwZone *zone)
{
  BwEngine *engine = g_atomic_rc_box_new0 (BwEngine);

  engine->dataset = g_object_ref (dataset);
  engine->settings = settings != NULL ? bw_settings_ref (settings) : bw_settings_new ();
  engine->zone = zone != NULL ? bw_zone_ref (zone) : bw_zone_new_utc ();
  g_mutex_init (&engine->lock);
  return engine;
}

BwEngine *
bw_engine_ref (BwEngine *engine)
{
  return g_atomic_rc_box_acquire (engine);
}

static gboolean
unref_cb (gpointer dataset)
{
  g_object_unref (dataset);
  return G_SOURCE_REMOVE;
}

/* What a window has hung on a dataset must not go in the thread of the last answer. */
static void
clear (gpointer boxed)
{
  BwEngine *engine = boxed;

  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    g_clear_pointer (&engine->ledgers[kind], bw_ledger_free);
  g_clear_pointer (&engine->pseudonyms, bw_pseudonyms_unref);
  g_mutex_clear (&engine->lock);
  bw_zone_unref (engine->zone);
  bw_settings_unref (engine->settings);
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, unref_cb,
                              g_steal_pointer (&engine->dataset), NULL);
}

void
bw_engine_unref (BwEngine *engine)
{
  g_atomic_rc_box_release_full (engine, clear);
}
