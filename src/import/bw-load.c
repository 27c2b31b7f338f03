/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a plan to what is to be typed, and from typed columns to a table. */
#include "config.h"

#include <string.h>

#include "bw-large.h"
#include "bw-load-private.h"
#include "bw-parallel.h"
#include "bw-row-key.h"

/* The column that says who the customer is. */
static BwFieldId
find_person (const BwPlan *plan)
{
  for (guint f = 0; bw_person_fields[f] != BW_FIELD_NONE; f++)
    for (guint i = 0; i < plan->columns->len; i++)
      if (((const BwColumnPlan *) plan->columns->pdata[i])->field == bw_person_fields[f])
        return bw_person_fields[f];
  return BW_FIELD_NONE;
}

static gboolean
is_typed (const BwColumnPlan *plan, BwFieldId person)
{
  const BwField *field = bw_field_get (plan->field);
  return field && (field->value != BW_VALUE_TEXT || field->id == person);
}

static BwStore
first_store (BwValue value)
{
  switch (value) {
  case BW_VALUE_TIME:
    return BW_STORE_TIME;
  case BW_VALUE_DURATION:
  case BW_VALUE_COUNT:
    return BW_STORE_INT;
  case BW_VALUE_NUMBER:
    return BW_STORE_DOUBLE;
  case BW_VALUE_TEXT:
    return BW_STORE_NONE;
  default:
    return BW_STORE_CODE16;
  }
}

static void
choose_targets (BwLoadJob *job, const gboolean *which)
{
  const BwPlan *plan = job->plan;
  BwFieldId person = find_person (plan);
  job->targets = g_new0 (BwTarget, plan->columns->len + 1);
  for (guint i = 0; i < plan->columns->len; i++) {
    const BwColumnPlan *column = plan->columns->pdata[i];
    if (!is_typed (column, person) || (which && !which[i]))
      continue;
    BwValue value = bw_field_get (column->field)->value;
    job->targets[job->n_targets++] = (BwTarget) { column, i, value, first_store (value) };
  }
}

/* The column of ids that stay in the text. */
static int
find_ids (const BwPlan *plan)
{
  for (guint i = 0; i < plan->columns->len; i++)
    if (((const BwColumnPlan *) plan->columns->pdata[i])->field == BW_FIELD_ID)
      return (int) i;
  return -1;
}

static void
add_evidence (BwEvidence *sum, const BwEvidence *part, gsize row)
{
  if (part->first_bad && !sum->first_bad) {
    sum->first_bad = g_strdup (part->first_bad);
    sum->first_bad_row = (gint64) row + part->first_bad_row;
  }
  gint64 *const to[] = {
    &sum->n_blank,          &sum->n_read,       &sum->n_bad,       &sum->n_first_over_12,
    &sum->n_second_over_12, &sum->n_year_first, &sum->n_with_zone, &sum->n_gap,
    &sum->n_overlap,        &sum->n_negative,   &sum->n_zero,      &sum->n_shaped,
    &sum->n_fraction
  };
  const gint64 from[] = {
    part->n_blank,          part->n_read,       part->n_bad,       part->n_first_over_12,
    part->n_second_over_12, part->n_year_first, part->n_with_zone, part->n_gap,
    part->n_overlap,        part->n_negative,   part->n_zero,      part->n_shaped,
    part->n_fraction
  };
  for (guint i = 0; i < G_N_ELEMENTS (to); i++)
    *to[i] += from[i];
}

static void
sum_evidence (const BwLoadJob *job, BwEvidence *evidence)
{
  for (guint t = 0; t < job->n_targets; t++) {
    BwEvidence *sum = &evidence[job->targets[t].index];
    *sum = (BwEvidence) { 0 };
    gint64 row = 0;
    for (guint i = 0; i < job->n_outcomes; i++) {
      const BwLoadOutcome *outcome = &job->outcomes[i];
      gint64 place = (gint64) g_array_index (job->blocks, BwBlock, i).place;
      if (outcome->evidence)
        add_evidence (sum, &outcome->evidence[t], (gsize) (row - place));
      row += (gint64) outcome->n_rows;
    }
  }
}

static void
sum_ragged (const BwLoadJob *job, BwRagged *ragged)
{
  *ragged = (BwRagged) { 0, 0, -1 };
  gint64 row = 0;
  for (guint i = 0; i < job->n_outcomes; i++) {
    const BwRagged *part = &job->outcomes[i].ragged;
    if (ragged->first_row < 0 && part->n_short + part->n_long > 0)
      ragged->first_row = row + part->first_row;
    ragged->n_short += part->n_short;
    ragged->n_long += part->n_long;
    row += (gint64) job->outcomes[i].n_rows;
  }
}

static void
finish_target_cb (guint i, int worker, gpointer user_data)
{
  BwLoadJob *job = user_data;
  BwTarget *target = &job->targets[i];
  if (bw_store_is_code (target->store))
    job->dictionaries[i] = bw_load_job_finish_words (job, i);
}

static gboolean
load_targets (BwLoadJob *job, BwEvidence *evidence, GError **error)
{
  if (!bw_load_job_run (job, error))
    return FALSE;
  job->dictionaries = g_new0 (BwDictionary *, job->n_targets + 1);
  bw_parallel_for (job->n_targets, NULL, finish_target_cb, job);
  sum_evidence (job, evidence);
  if (job->progress)
    job->progress ((gint64) bw_text_get_size (job->shape->text),
                   (gint64) bw_text_get_size (job->shape->text), job->progress_data);
  return TRUE;
}

static void
clear_load (BwLoadJob *job)
{
  bw_load_job_reset (job);
  for (guint i = 0; job->dictionaries && i < job->n_targets; i++)
    g_clear_pointer (&job->dictionaries[i], bw_dictionary_unref);
  g_free (job->dictionaries);
  g_free (job->targets);
}

static void
number_column (const BwLoadJob *job, guint target, BwColumn *column)
{
  guint32 n;
  column->numbers = bw_row_keys_number ((const guint64 *) (void *) job->targets[target].values,
                                        job->n_rows, NULL, NULL, &n);
}

static void
fill_column (BwLoadJob *job, guint target, BwColumn *column, const BwEvidence *evidence)
{
  if (job->targets[target].store == BW_STORE_NONE) {
    number_column (job, target, column);
    return;
  }
  column->store = job->targets[target].store;
  column->values = g_steal_pointer (&job->targets[target].values);
  column->dictionary = g_steal_pointer (&job->dictionaries[target]);
  column->n_present = evidence->n_read;
}

static void
copy_plan (const BwColumnPlan *plan, BwColumn *column)
{
  column->field = plan->field;
  column->scale_low = plan->scale_low;
  column->scale_high = plan->scale_high;
  column->effort = plan->effort;
}

static GPtrArray *
make_columns (BwLoadJob *job, const BwEvidence *evidence)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  guint target = 0;
  for (guint i = 0; i < job->plan->columns->len; i++) {
    const BwColumnPlan *plan = job->plan->columns->pdata[i];
    BwColumn *column = bw_column_new (plan->field, plan->header, (int) i, BW_STORE_NONE, 0);
    copy_plan (plan, column);
    if (target < job->n_targets && job->targets[target].index == i)
      fill_column (job, target++, column, &evidence[i]);
    g_ptr_array_add (columns, column);
  }
  return columns;
}

static BwTable *
make_table (BwLoadJob *job, const BwEvidence *evidence)
{
  GPtrArray *columns = make_columns (job, evidence);
  int *columns_of = g_new (int, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    columns_of[i] = (int) i;
  BwTablePart part = { bw_text_ref (job->shape->text),
                       job->shape->dialect,
                       0,
                       job->n_rows,
                       g_steal_pointer (&job->offsets),
                       columns_of,
                       job->plan->entities };
  return bw_table_new (job->plan->kind, job->n_rows, columns, &part, NULL);
}

BwTable *
bw_load (const BwShape *shape,
         const BwPlan *plan,
         BwEvidence *evidence,
         BwRagged *ragged,
         GCancellable *cancellable,
         BwProgress progress,
         gpointer user_data,
         GError **error)
{
  g_return_val_if_fail (shape && plan && evidence, NULL);
  BwLoadJob job = { .shape = shape,
                    .plan = plan,
                    .cancellable = cancellable,
                    .progress = progress,
                    .progress_data = user_data,
                    .digest = shape->digest,
                    .keep_offsets = TRUE,
                    .id_column = find_ids (plan) };
  memset (evidence, 0, plan->columns->len * sizeof *evidence);
  choose_targets (&job, NULL);
  BwTable *table = NULL;
  if (load_targets (&job, evidence, error)) {
    if (ragged)
      sum_ragged (&job, ragged);
    if (job.id_column >= 0)
      evidence[job.id_column].in_order = bw_load_job_ids_in_order (&job);
    table = make_table (&job, evidence);
  }
  clear_load (&job);
  return table;
}

static void
replace_column (BwColumn *column, const BwColumnPlan *plan)
{
  copy_plan (plan, column);
  column->store = BW_STORE_NONE;
  column->n_present = 0;
  g_clear_pointer (&column->values, bw_large_free);
  g_clear_pointer (&column->numbers, bw_large_free);
  g_clear_pointer (&column->dictionary, bw_dictionary_unref);
}

gboolean
bw_load_again (const BwShape *shape,
               const BwPlan *plan,
               const gboolean *which,
               BwTable *table,
               BwEvidence *evidence,
               GCancellable *cancellable,
               BwProgress progress,
               gpointer user_data,
               GError **error)
{
  g_return_val_if_fail (shape && plan && which && table && evidence, FALSE);
  BwLoadJob job = { .shape = shape,
                    .plan = plan,
                    .cancellable = cancellable,
                    .progress = progress,
                    .progress_data = user_data,
                    .id_column = -1 };
  choose_targets (&job, which);
  for (guint i = 0; i < plan->columns->len; i++)
    if (which[i])
      g_clear_pointer (&evidence[i].first_bad, g_free);
  gboolean ok = load_targets (&job, evidence, error);
  guint target = 0;
  for (guint i = 0; ok && i < plan->columns->len; i++) {
    BwColumn *column = (BwColumn *) bw_table_get_column (table, i);
    if (!which[i])
      continue;
    replace_column (column, plan->columns->pdata[i]);
    if (target < job.n_targets && job.targets[target].index == i)
      fill_column (&job, target++, column, &evidence[i]);
  }
  clear_load (&job);
  return ok;
}
