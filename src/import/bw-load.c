/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of the text are walked and typed in parallel straight into whole columns; then it is made
 * sure that every block ended where the next one began, gaps are closed and words are numbered in
 * their sorted order. */
#include "config.h"

#include <string.h>

#include "bw-blocks.h"
#include "bw-load.h"
#include "bw-parallel.h"
#include "bw-typing.h"

#define PROGRESS_STEP 20000 /* microseconds */

/* What became of a block. */
typedef struct {
  gsize end;    /* where the first record after it starts */
  gsize n_rows; /* written from its place on */
  int worker;
  gboolean done;
  gboolean overflow; /* more rows than there was room for */
  gboolean widen;    /* more words than 16 bits can number */
  GError *error;
  BwRagged ragged;
  BwEvidence *evidence; /* one a target; first_bad_row counts from row 0 of the place */
} Outcome;

typedef struct {
  BwTokenizer tokenizer;
  BwTypist *typist;
  GArray *rows; /* BwBatchRow */
} Worker;

typedef struct {
  /* Template */
  const BwShape *shape;
  const BwPlan *plan;
  GCancellable *cancellable;
  BwProgress progress;
  gpointer progress_data;
  gboolean keep_offsets;

  /* Owned */
  BwTarget *targets;
  guint n_targets;
  BwDictionary **dictionaries; /* one a target, NULL for those without words */
  gint64 *offsets; /* starts of rows; NULL when not kept */
  GArray *blocks;
  Outcome *outcomes; /* one a block */
  guint n_outcomes;
  Worker *workers;
  gsize room; /* rows that fit */
  gsize n_rows;
  gboolean redone; /* some block was walked twice: there are words that no row has */
  gint64 bytes_done;
  gint64 next_report; /* monotonic time */
} Load;

/* --- One block ---------------------------------------------------------------------------------- */

static gboolean
has_text_beyond (const BwTokenizer *tokenizer, guint first, guint last, guint n_cells)
{
  const char *start = bw_tokenizer_get_start (tokenizer, first + n_cells);
  const char *end = tokenizer->base + tokenizer->scan.ends[last];
  return (gsize) (end - start) > (gsize) (last - first - n_cells) +
                                     bw_tokenizer_ends_in_crlf (tokenizer, last);
}

static void
note_ragged (BwRagged *ragged, gboolean is_short, gsize row)
{
  if (ragged->first_row < 0)
    ragged->first_row = (gint64) row;
  if (is_short)
    ragged->n_short++;
  else
    ragged->n_long++;
}

/* The records of the batch that are rows; FALSE when one has too many cells. */
static gboolean
collect_rows (const Load *load, Worker *worker, Outcome *outcome)
{
  const BwTokenizer *tokenizer = &worker->tokenizer;
  const guint32 *ends = tokenizer->scan.ends;
  guint n_columns = load->plan->columns->len;
  g_array_set_size (worker->rows, tokenizer->n_records);
  BwBatchRow *rows = (BwBatchRow *) (void *) worker->rows->data;
  guint n_rows = 0;
  guint first = 1;
  for (guint i = 0; i < tokenizer->n_records; i++) {
    guint last = tokenizer->scan.rows[i];
    guint n_cells = last - first + 1;
    guint32 length = ends[last] - (ends[first - 1] + 1);
    gboolean is_row = length > n_cells ||
                      length - bw_tokenizer_ends_in_crlf (tokenizer, last) > n_cells - 1;
    if (G_UNLIKELY (n_cells != n_columns) && is_row) {
      if (n_cells > BW_RECORD_MAX_CELLS)
        return FALSE;
      if (n_cells < n_columns || has_text_beyond (tokenizer, first, last, n_columns))
        note_ragged (&outcome->ragged, n_cells < n_columns, outcome->n_rows + n_rows);
    }
    rows[n_rows] = (BwBatchRow) { first, last };
    n_rows += is_row;
    first = last + 1;
  }
  g_array_set_size (worker->rows, n_rows);
  return TRUE;
}

static void
keep_offsets (const Load *load, const Worker *worker, gsize row)
{
  const BwScan *scan = &worker->tokenizer.scan;
  const BwBatchRow *rows = (const BwBatchRow *) (void *) worker->rows->data;
  for (guint i = 0; i < worker->rows->len; i++)
    load->offsets[row + i] = (gint64) scan->base + (guint32) (scan->ends[rows[i].first - 1] + 1);
}

static void
type_batch (Load *load, Worker *worker, const BwBlock *block, Outcome *outcome)
{
  gsize row = block->place + outcome->n_rows;
  BwBatch batch = { &worker->tokenizer, (const BwBatchRow *) (void *) worker->rows->data,
                    worker->rows->len };
  if (load->offsets)
    keep_offsets (load, worker, row);
  for (guint i = 0; i < load->n_targets; i++)
    outcome->widen |= !bw_typist_type (worker->typist, i, &batch, row, &outcome->evidence[i]);
  outcome->n_rows += batch.n_rows;
}

static void
clear_outcome (const Load *load, Outcome *outcome)
{
  for (guint i = 0; outcome->evidence && i < load->n_targets; i++)
    g_free (outcome->evidence[i].first_bad);
  g_free (outcome->evidence);
  g_clear_error (&outcome->error);
  *outcome = (Outcome) { .ragged = { 0, 0, -1 } };
}

static Worker *
get_worker (Load *load, int i)
{
  Worker *worker = &load->workers[i];
  if (!worker->typist) {
    const BwText *text = load->shape->text;
    bw_tokenizer_init (&worker->tokenizer, bw_text_get_start (text), bw_text_get_size (text),
                       load->shape->dialect);
    worker->typist = bw_typist_new (load->targets, load->n_targets);
    worker->rows = g_array_new (FALSE, FALSE, sizeof (BwBatchRow));
  }
  return worker;
}

static void
walk_block (Load *load, guint i, int worker_number)
{
  const BwBlock *block = &g_array_index (load->blocks, BwBlock, i);
  Worker *worker = get_worker (load, worker_number);
  Outcome *outcome = &load->outcomes[i];
  clear_outcome (load, outcome);
  outcome->worker = worker_number;
  outcome->evidence = g_new0 (BwEvidence, load->n_targets + 1);
  bw_tokenizer_begin (&worker->tokenizer, MIN (block->start, block->limit), block->limit);
  while (!outcome->overflow && bw_tokenizer_next (&worker->tokenizer, &outcome->error)) {
    if (!collect_rows (load, worker, outcome)) {
      bw_tokenizer_set_columns_error (&outcome->error);
      break;
    }
    outcome->overflow = outcome->n_rows + worker->rows->len > block->room;
    if (!outcome->overflow)
      type_batch (load, worker, block, outcome);
    if (g_cancellable_is_cancelled (load->cancellable))
      break;
  }
  outcome->end = worker->tokenizer.next;
  outcome->done = TRUE;
}

static void
report_progress (Load *load, gsize n_bytes)
{
  gint64 done = __atomic_add_fetch (&load->bytes_done, (gint64) n_bytes, __ATOMIC_RELAXED);
  if (!load->progress)
    return;
  gint64 now = g_get_monotonic_time ();
  gint64 next = __atomic_load_n (&load->next_report, __ATOMIC_RELAXED);
  if (now >= next && __atomic_compare_exchange_n (&load->next_report, &next, now + PROGRESS_STEP,
                                                  FALSE, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    load->progress (done, (gint64) bw_text_get_size (load->shape->text), load->progress_data);
}

static void
walk_block_cb (guint i, int worker, gpointer user_data)
{
  Load *load = user_data;
  const BwBlock *block = &g_array_index (load->blocks, BwBlock, i);
  walk_block (load, i, worker);
  report_progress (load, block->limit - block->begin);
}

/* --- All blocks --------------------------------------------------------------------------------- */

static void
reset_run (Load *load)
{
  for (guint i = 0; i < load->n_outcomes; i++)
    clear_outcome (load, &load->outcomes[i]);
  g_clear_pointer (&load->outcomes, g_free);
  load->n_outcomes = 0;
  for (int i = 0; load->workers && i < bw_thread_count (); i++) {
    Worker *worker = &load->workers[i];
    if (!worker->typist)
      continue;
    bw_tokenizer_clear (&worker->tokenizer);
    bw_typist_free (worker->typist);
    g_array_unref (worker->rows);
  }
  g_clear_pointer (&load->workers, g_free);
  g_clear_pointer (&load->blocks, g_array_unref);
  g_clear_pointer (&load->offsets, g_free);
  for (guint i = 0; i < load->n_targets; i++)
    g_clear_pointer (&load->targets[i].values, g_free);
  load->redone = FALSE;
}

static void
prepare_run (Load *load, gboolean exact)
{
  reset_run (load);
  load->blocks = bw_blocks_new (load->shape, load->plan->columns->len, exact, &load->room);
  load->n_outcomes = load->blocks->len;
  load->outcomes = g_new0 (Outcome, load->n_outcomes + 1);
  load->workers = g_new0 (Worker, bw_thread_count ());
  if (load->keep_offsets)
    load->offsets = g_new (gint64, load->room);
  for (guint i = 0; i < load->n_targets; i++)
    load->targets[i].values = g_malloc_n (load->room, bw_store_width (load->targets[i].store));
}

/* Walks the blocks again whose predicted start was wrong. FALSE with an error of a block that was
 * begun rightly. */
static gboolean
verify_starts (Load *load, GError **error)
{
  gsize expected = load->shape->data_at;
  for (guint i = 0; i < load->blocks->len; i++) {
    BwBlock *block = &g_array_index (load->blocks, BwBlock, i);
    Outcome *outcome = &load->outcomes[i];
    if (expected >= block->limit && block->start < block->limit) {
      clear_outcome (load, outcome);
      load->redone = TRUE;
    }
    if (expected >= block->limit)
      continue;
    if (block->start != expected || !outcome->done) {
      block->start = expected;
      load->redone = TRUE;
      walk_block (load, i, 0);
    }
    if (g_cancellable_set_error_if_cancelled (load->cancellable, error))
      return FALSE;
    if (outcome->error) {
      g_propagate_error (error, g_steal_pointer (&outcome->error));
      return FALSE;
    }
    expected = outcome->end;
    if (outcome->overflow)
      return TRUE;
  }
  return TRUE;
}

static gboolean
any_outcome (const Load *load, gsize member)
{
  for (guint i = 0; i < load->n_outcomes; i++)
    if (G_STRUCT_MEMBER (gboolean, &load->outcomes[i], member))
      return TRUE;
  return FALSE;
}

static gboolean
widen_words (Load *load)
{
  gboolean any = any_outcome (load, G_STRUCT_OFFSET (Outcome, widen));
  for (guint i = 0; any && i < load->n_targets; i++)
    if (load->targets[i].store == BW_STORE_CODE16)
      load->targets[i].store = BW_STORE_CODE32;
  return any;
}

/* Rows are placed as the survey counted them; where that fails (stray quotes), with room enough for
 * any count. */
static gboolean
run (Load *load, GError **error)
{
  gboolean exact = TRUE;
  for (;;) {
    prepare_run (load, exact);
    bw_parallel_for (load->blocks->len, load->cancellable, walk_block_cb, load);
    if (g_cancellable_set_error_if_cancelled (load->cancellable, error) ||
        !verify_starts (load, error))
      return FALSE;
    gboolean overflow = any_outcome (load, G_STRUCT_OFFSET (Outcome, overflow));
    if (!widen_words (load) && !overflow)
      return TRUE;
    exact = exact && !overflow;
    load->bytes_done = 0;
  }
}

/* --- Closing gaps ------------------------------------------------------------------------------- */

static gsize
sum_rows (const Load *load)
{
  gsize n = 0;
  for (guint i = 0; i < load->n_outcomes; i++)
    n += load->outcomes[i].n_rows;
  return n;
}

static char *
close_gaps (const Load *load, char *values, gsize width)
{
  gsize row = 0;
  for (guint i = 0; i < load->blocks->len; i++) {
    gsize place = g_array_index (load->blocks, BwBlock, i).place;
    gsize n = load->outcomes[i].n_rows;
    if (place != row && n > 0)
      memmove (values + row * width, values + place * width, n * width);
    row += n;
  }
  return row + row / 16 < load->room ? g_realloc_n (values, row + 1, width) : values;
}

static void
close_gaps_cb (guint i, int worker, gpointer user_data)
{
  Load *load = user_data;
  if (i < load->n_targets) {
    BwTarget *target = &load->targets[i];
    target->values = close_gaps (load, target->values, bw_store_width (target->store));
  } else {
    load->offsets = (gint64 *) (void *) close_gaps (load, (char *) load->offsets, sizeof (gint64));
  }
}

/* --- Words -------------------------------------------------------------------------------------- */

/* The words of all threads, each once, and for each thread their place in that list; 0 = nothing. */
typedef struct {
  GPtrArray *texts;
  guint32 **places; /* one a worker, NULL when it has none */
} Union;

static guint32
read_number (const BwTarget *target, gsize row)
{
  if (target->store == BW_STORE_CODE32)
    return ((const guint32 *) (const void *) target->values)[row];
  return ((const guint16 *) (const void *) target->values)[row];
}

/* Which words of each worker some row has; needed only when blocks were walked twice. */
static guint8 **
find_used (const Load *load, guint target)
{
  int n_workers = bw_thread_count ();
  guint8 **used = g_new0 (guint8 *, n_workers + 1);
  for (int i = 0; i < n_workers; i++)
    if (load->workers[i].typist)
      used[i] = g_new0 (guint8, bw_typist_get_words (load->workers[i].typist, target)->n);
  gsize row = 0;
  for (guint i = 0; i < load->n_outcomes; i++)
    for (gsize stop = row + load->outcomes[i].n_rows; row < stop; row++)
      used[load->outcomes[i].worker][read_number (&load->targets[target], row)] = 1;
  return used;
}

static void
free_used (guint8 **used)
{
  for (int i = 0; used && i < bw_thread_count (); i++)
    g_free (used[i]);
  g_free (used);
}

static guint32 *
unite_worker (const BwWords *words, const guint8 *used, GHashTable *known, GPtrArray *texts)
{
  guint32 *places = g_new0 (guint32, words->n);
  for (guint i = 1; i < words->n; i++) {
    char *text = words->texts->pdata[i];
    if (used && !used[i])
      continue;
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known, text));
    if (place == 0) {
      g_ptr_array_add (texts, text);
      place = texts->len;
      g_hash_table_insert (known, text, GUINT_TO_POINTER (place));
    }
    places[i] = place;
  }
  return places;
}

static Union
unite_words (const Load *load, guint target)
{
  int n_workers = bw_thread_count ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint8 **used = load->redone ? find_used (load, target) : NULL;
  Union all = { g_ptr_array_new (), g_new0 (guint32 *, n_workers) };
  for (int i = 0; i < n_workers; i++) {
    if (!load->workers[i].typist)
      continue;
    const BwWords *words = bw_typist_get_words (load->workers[i].typist, target);
    all.places[i] = unite_worker (words, used ? used[i] : NULL, known, all.texts);
  }
  free_used (used);
  return all;
}

static BwDictionary *
make_dictionary (const BwColumnPlan *plan, const Union *all, guint32 *codes)
{
  guint n = all->texts->len;
  g_autofree double *meanings = plan->meaning ? g_new (double, n + 1) : NULL;
  for (guint i = 0; meanings && i < n; i++)
    meanings[i] = plan->meaning (all->texts->pdata[i], plan->meaning_data);
  return bw_dictionary_new ((const char *const *) all->texts->pdata, n, meanings, codes);
}

static inline void
write_code (char *values, BwStore store, gsize row, guint32 code)
{
  if (store == BW_STORE_CODE8)
    ((guint8 *) values)[row] = (guint8) code;
  else if (store == BW_STORE_CODE16)
    ((guint16 *) (void *) values)[row] = (guint16) code;
  else
    ((guint32 *) (void *) values)[row] = code;
}

/* Numbers of threads become codes, in place unless they need more bytes. */
static void
recode (Load *load, BwTarget *target, Union *all, const guint32 *codes)
{
  BwStore store = bw_store_for_codes (all->texts->len);
  gboolean in_place = bw_store_width (store) <= bw_store_width (target->store);
  char *values =
      in_place ? target->values : g_malloc_n (load->n_rows + 1, bw_store_width (store));
  for (int i = 0; i < bw_thread_count (); i++) {
    guint n = all->places[i] ? bw_typist_get_words (load->workers[i].typist,
                                                    (guint) (target - load->targets))->n : 0;
    for (guint j = 0; j < n; j++)
      all->places[i][j] = all->places[i][j] ? codes[all->places[i][j] - 1] + 1 : 0;
  }
  gsize row = 0;
  for (guint i = 0; i < load->n_outcomes; i++) {
    const guint32 *code_of = all->places[load->outcomes[i].worker];
    for (gsize stop = row + load->outcomes[i].n_rows; row < stop; row++)
      write_code (values, store, row, code_of[read_number (target, row)]);
  }
  if (!in_place)
    g_free (target->values);
  target->values = g_realloc_n (values, load->n_rows + 1, bw_store_width (store));
  target->store = store;
}

static BwDictionary *
finish_words (Load *load, guint i)
{
  BwTarget *target = &load->targets[i];
  Union all = unite_words (load, i);
  g_autofree guint32 *codes = g_new (guint32, all.texts->len + 1);
  BwDictionary *dictionary = make_dictionary (target->plan, &all, codes);
  recode (load, target, &all, codes);
  for (int worker = 0; worker < bw_thread_count (); worker++)
    g_free (all.places[worker]);
  g_free (all.places);
  g_ptr_array_unref (all.texts);
  return dictionary;
}

/* --- The table ---------------------------------------------------------------------------------- */

static gboolean
is_typed (const BwColumnPlan *plan)
{
  const BwField *field = bw_field_get (plan->field);
  return field && field->value != BW_VALUE_TEXT;
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
  default:
    return BW_STORE_CODE16;
  }
}

static void
choose_targets (Load *load, const gboolean *which)
{
  const BwPlan *plan = load->plan;
  load->targets = g_new0 (BwTarget, plan->columns->len + 1);
  for (guint i = 0; i < plan->columns->len; i++) {
    const BwColumnPlan *column = plan->columns->pdata[i];
    if (!is_typed (column) || (which && !which[i]))
      continue;
    BwValue value = bw_field_get (column->field)->value;
    load->targets[load->n_targets++] = (BwTarget) { column, i, value, first_store (value) };
  }
}

static void
add_evidence (BwEvidence *sum, const BwEvidence *part, gsize row)
{
  if (part->first_bad && !sum->first_bad) {
    sum->first_bad = g_strdup (part->first_bad);
    sum->first_bad_row = (gint64) row + part->first_bad_row;
  }
  gint64 *const to[] = { &sum->n_blank, &sum->n_read, &sum->n_bad, &sum->n_first_over_12,
                         &sum->n_second_over_12, &sum->n_year_first, &sum->n_with_zone,
                         &sum->n_gap, &sum->n_overlap, &sum->n_negative, &sum->n_zero,
                         &sum->n_shaped, &sum->n_fraction };
  const gint64 from[] = { part->n_blank, part->n_read, part->n_bad, part->n_first_over_12,
                          part->n_second_over_12, part->n_year_first, part->n_with_zone,
                          part->n_gap, part->n_overlap, part->n_negative, part->n_zero,
                          part->n_shaped, part->n_fraction };
  for (guint i = 0; i < G_N_ELEMENTS (to); i++)
    *to[i] += from[i];
}

static void
sum_evidence (const Load *load, BwEvidence *evidence)
{
  for (guint t = 0; t < load->n_targets; t++) {
    BwEvidence *sum = &evidence[load->targets[t].index];
    *sum = (BwEvidence) { 0 };
    gint64 row = 0;
    for (guint i = 0; i < load->n_outcomes; i++) {
      const Outcome *outcome = &load->outcomes[i];
      gint64 place = (gint64) g_array_index (load->blocks, BwBlock, i).place;
      if (outcome->evidence)
        add_evidence (sum, &outcome->evidence[t], (gsize) (row - place));
      row += (gint64) outcome->n_rows;
    }
  }
}

static void
sum_ragged (const Load *load, BwRagged *ragged)
{
  *ragged = (BwRagged) { 0, 0, -1 };
  gint64 row = 0;
  for (guint i = 0; i < load->n_outcomes; i++) {
    const BwRagged *part = &load->outcomes[i].ragged;
    if (ragged->first_row < 0 && part->n_short + part->n_long > 0)
      ragged->first_row = row + part->first_row;
    ragged->n_short += part->n_short;
    ragged->n_long += part->n_long;
    row += (gint64) load->outcomes[i].n_rows;
  }
}

static void
finish_target_cb (guint i, int worker, gpointer user_data)
{
  Load *load = user_data;
  BwTarget *target = &load->targets[i];
  if (bw_store_is_code (target->store))
    load->dictionaries[i] = finish_words (load, i);
}

static gboolean
load_targets (Load *load, BwEvidence *evidence, GError **error)
{
  if (!run (load, error))
    return FALSE;
  load->n_rows = sum_rows (load);
  bw_parallel_for (load->n_targets + (load->offsets != NULL), NULL, close_gaps_cb, load);
  load->dictionaries = g_new0 (BwDictionary *, load->n_targets + 1);
  bw_parallel_for (load->n_targets, NULL, finish_target_cb, load);
  sum_evidence (load, evidence);
  if (load->progress)
    load->progress ((gint64) bw_text_get_size (load->shape->text),
                    (gint64) bw_text_get_size (load->shape->text), load->progress_data);
  return TRUE;
}

static void
clear_load (Load *load)
{
  reset_run (load);
  for (guint i = 0; load->dictionaries && i < load->n_targets; i++)
    g_clear_pointer (&load->dictionaries[i], bw_dictionary_unref);
  g_free (load->dictionaries);
  g_free (load->targets);
}

static void
fill_column (Load *load, guint target, BwColumn *column, const BwEvidence *evidence)
{
  column->store = load->targets[target].store;
  column->values = g_steal_pointer (&load->targets[target].values);
  column->dictionary = g_steal_pointer (&load->dictionaries[target]);
  column->n_present = evidence->n_read;
}

static void
copy_plan (const BwColumnPlan *plan, BwColumn *column)
{
  column->field = plan->field;
  column->scale_low = plan->scale_low;
  column->scale_high = plan->scale_high;
}

static GPtrArray *
make_columns (Load *load, const BwEvidence *evidence)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  guint target = 0;
  for (guint i = 0; i < load->plan->columns->len; i++) {
    const BwColumnPlan *plan = load->plan->columns->pdata[i];
    BwColumn *column = bw_column_new (plan->field, plan->header, (int) i, BW_STORE_NONE, 0);
    copy_plan (plan, column);
    if (target < load->n_targets && load->targets[target].index == i)
      fill_column (load, target++, column, &evidence[i]);
    g_ptr_array_add (columns, column);
  }
  return columns;
}

static BwTable *
make_table (Load *load, const BwEvidence *evidence)
{
  GPtrArray *columns = make_columns (load, evidence);
  int *columns_of = g_new (int, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    columns_of[i] = (int) i;
  BwTablePart part = { bw_text_ref (load->shape->text), load->shape->dialect, 0, load->n_rows,
                       g_steal_pointer (&load->offsets), columns_of };
  return bw_table_new (load->plan->kind, load->n_rows, columns, &part, NULL);
}

BwTable *
bw_load (const BwShape *shape, const BwPlan *plan, BwEvidence *evidence, BwRagged *ragged,
         GCancellable *cancellable, BwProgress progress, gpointer user_data, GError **error)
{
  g_return_val_if_fail (shape && plan && evidence, NULL);
  Load load = { .shape = shape, .plan = plan, .cancellable = cancellable, .progress = progress,
                .progress_data = user_data, .keep_offsets = TRUE };
  memset (evidence, 0, plan->columns->len * sizeof *evidence);
  choose_targets (&load, NULL);
  BwTable *table = NULL;
  if (load_targets (&load, evidence, error)) {
    if (ragged)
      sum_ragged (&load, ragged);
    table = make_table (&load, evidence);
  }
  clear_load (&load);
  return table;
}

static void
replace_column (BwColumn *column, const BwColumnPlan *plan)
{
  copy_plan (plan, column);
  column->store = BW_STORE_NONE;
  column->n_present = 0;
  g_clear_pointer (&column->values, g_free);
  g_clear_pointer (&column->dictionary, bw_dictionary_unref);
}

gboolean
bw_load_again (const BwShape *shape, const BwPlan *plan, const gboolean *which, BwTable *table,
               BwEvidence *evidence, GCancellable *cancellable, BwProgress progress,
               gpointer user_data, GError **error)
{
  g_return_val_if_fail (shape && plan && which && table && evidence, FALSE);
  Load load = { .shape = shape, .plan = plan, .cancellable = cancellable, .progress = progress,
                .progress_data = user_data };
  choose_targets (&load, which);
  for (guint i = 0; i < plan->columns->len; i++)
    if (which[i])
      g_clear_pointer (&evidence[i].first_bad, g_free);
  gboolean ok = load_targets (&load, evidence, error);
  guint target = 0;
  for (guint i = 0; ok && i < plan->columns->len; i++) {
    BwColumn *column = (BwColumn *) bw_table_get_column (table, i);
    if (!which[i])
      continue;
    replace_column (column, plan->columns->pdata[i]);
    if (target < load.n_targets && load.targets[target].index == i)
      fill_column (&load, target++, column, &evidence[i]);
  }
  clear_load (&load);
  return ok;
}
