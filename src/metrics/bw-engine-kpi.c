/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked about one KPI: its periods by the members of a dimension, and its rows. */
#include "config.h"

#include "bw-answer.h"
#include "bw-ratio.h"

/* --- Period x member --------------------------------------------------------------------------
 */

/* A measure over the axis and the members of one dimension. FALSE when it cannot be. */
static gboolean
fold_cross (const BwAnswer *answer, const BwMetric *metric, BwGrouping *grouping, BwLayout *layout)
{
  BwFound found = bw_engine_find (answer->engine, metric);
  BwMeasure by_hours;
  BwFolding folding;
  const BwColumn *column;

  if (found.measure == NULL)
    return FALSE;
  column = bw_answer_find_dimension (found.ledger->table, grouping->field);
  if (column == NULL)
    return FALSE;
  folding = bw_answer_get_folding (answer, &found);
  if (answer->in_business_time && found.measure->business != NULL) {
    by_hours = bw_measure_by_hours (found.measure);
    folding.measure = &by_hours;
  }
  bw_grouping_init (grouping, grouping->field, column, answer->pseudonyms);
  *layout = (BwLayout) { &answer->axis, grouping };
  bw_fold_measure (&folding, layout, 1);
  bw_answer_mask (&found, answer->question->axis, layout->cells, grouping->n);
  return TRUE;
}

static BwSeries *
cross_ratio (const BwAnswer *answer, const BwCombination *combination, BwFieldId field)
{
  BwGrouping groupings[BW_METRIC_MAX_PARTS];
  BwLayout layouts[BW_METRIC_MAX_PARTS];
  const BwLayout *parts[BW_METRIC_MAX_PARTS] = { NULL };
  gboolean complete = TRUE;
  gboolean optional;
  BwSeries *series = NULL;
  BwLayout out;

  for (guint i = 0; i < combination->n_parts; i++) {
    groupings[i].field = field;
    if (fold_cross (answer, bw_ratio_get_part (combination->ratio, i, &optional), &groupings[i],
                    &layouts[i]))
      parts[i] = &layouts[i];
    else
      complete &= optional && i > 0;
  }
  if (complete) {
    bw_combination_combine_layouts (combination, parts, &out);
    series = bw_layout_make_series (&out, answer->question->axis, combination->metric->unit);
    g_free (out.cells);
  }
  for (guint i = 0; i < combination->n_parts; i++)
    if (parts[i] != NULL) {
      g_free (layouts[i].cells);
      g_free (layouts[i].squares);
      bw_grouping_clear (&groupings[i]);
    }
  return series;
}

static BwSeries *
cross_rows (const BwAnswer *answer, const BwMetric *metric, BwFieldId field)
{
  BwGrouping grouping = { .field = field };
  BwLayout layout;
  BwSeries *series;

  if (!fold_cross (answer, metric, &grouping, &layout))
    return NULL;
  series = bw_layout_make_series (&layout, answer->question->axis, metric->unit);
  g_free (layout.cells);
  g_free (layout.squares);
  bw_grouping_clear (&grouping);
  return series;
}

/* Members that have a row in any period. */
static guint
count_known (const BwSeries *series)
{
  guint n = 0;

  for (guint m = 0; m < bw_series_get_n_members (series); m++) {
    gboolean known = FALSE;
    for (guint p = 0; p < bw_axis_get_length (bw_series_get_axis (series)); p++)
      known |= bw_series_get (series, p, m)->n > 0;
    n += known;
  }
  return n;
}

BwSeries *
bw_engine_cross (
    BwEngine *engine, const BwQuestion *question, const char *kpi, BwFieldId field, guint max)
{
  const BwMetric *metric = bw_metric_find (kpi);
  BwCombination combination;
  BwAnswer answer;
  g_autoptr (BwSeries) series = NULL;
  guint known;

  if (metric == NULL)
    return NULL;
  bw_answer_init (&answer, engine, question);
  if (bw_engine_find (engine, metric).measure != NULL)
    series = cross_rows (&answer, metric, field);
  else if (bw_combination_init (&combination, engine, metric))
    series = cross_ratio (&answer, &combination, field);
  bw_answer_clear (&answer);
  if (series == NULL)
    return NULL;
  known = count_known (series);
  return bw_series_sorted (series, max == 0 || known < max ? known : max);
}

/* --- Rows -------------------------------------------------------------------------------------
 */

static gboolean
is_within (const BwFolding *fold, const BwPlacer *placer, gsize row)
{
  const BwMetric *metric = fold->measure->metric;
  gint32 time = fold->when[row];

  if (bw_measure_get (fold->measure, row) < 0 || time == BW_MISSING ||
      (fold->rows != NULL && !bw_bits_has (fold->rows, row)))
    return FALSE;
  if (metric->fold != BW_FOLD_STOCK && metric->fold != BW_FOLD_AGES &&
      metric->fold != BW_FOLD_CLOSING)
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

/* The measure whose rows are meant: of a ratio that of its numerator. */
static BwFound
find_rows (BwEngine *engine, const BwMetric *metric)
{
  BwCombination combination;
  gboolean optional;

  BwFound found = bw_engine_find (engine, metric);

  if (found.measure != NULL || !bw_combination_init (&combination, engine, metric))
    return found;
  return bw_engine_find (engine, bw_ratio_get_part (combination.ratio, 0, &optional));
}

static BwBits *
select_rows (const BwAnswer *answer,
             const BwFound *found,
             const BwPeriod *span,
             BwFieldId field,
             const BwColumn *column,
             const char *member)
{
  g_autoptr (BwAxis) axis = bw_axis_new_single (span);
  BwFolding fold = bw_answer_get_folding (answer, found);
  BwBits *bits = bw_bits_new (found->ledger->n_rows, FALSE);
  BwGrouping grouping;
  BwPlacer placer;

  bw_placer_init (&placer, axis);
  bw_grouping_init (&grouping, field, column, answer->pseudonyms);
  for (gsize row = 0; row < found->ledger->n_rows; row++)
    if (is_within (&fold, &placer, row) && (column == NULL || is_member (&grouping, row, member)))
      bw_bits_set (bits, row, TRUE);
  bw_grouping_clear (&grouping);
  bw_placer_clear (&placer);
  return bits;
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
  BwFound found = { NULL };
  const BwColumn *column = NULL;
  BwAnswer answer;
  BwBits *bits;

  if (metric != NULL)
    found = find_rows (engine, metric);
  if (found.measure != NULL && field != BW_FIELD_NONE)
    column = bw_answer_find_dimension (found.ledger->table, field);
  if (found.measure == NULL || (field != BW_FIELD_NONE && column == NULL))
    return NULL;
  bw_answer_init (&answer, engine, question);
  bits = select_rows (&answer, &found, span, field, column, member);
  bw_answer_clear (&answer);
  *table = found.ledger->table;
  return bits;
}

const BwMeasure *
bw_engine_get_measure (BwEngine *engine, const BwFigure *figure, BwRowTimes *times)
{
  BwFound found = bw_engine_find (engine, figure->metric);
  gboolean created = figure->basis == BW_BASIS_CREATED;

  if (found.measure == NULL)
    return NULL;
  *times =
      (BwRowTimes) { .when =
                         found.ledger->whens[created ? BW_WHEN_CREATED : figure->metric->when] };
  if (figure->metric->fold == BW_FOLD_STOCK)
    times->until = found.ledger->whens[figure->metric->until];
  return found.measure;
}
