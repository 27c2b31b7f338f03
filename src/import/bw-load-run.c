/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of the text are walked and typed in parallel straight into whole columns; then it is made
 * sure that every block ended where the next one began, and gaps are closed. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-large.h"
#include "bw-load-private.h"
#include "bw-parallel.h"

#define PROGRESS_STEP 20000 /* microseconds */
#define BEYOND_BYTES 4096   /* read with a block: mostly the rest of its last record */

/* --- One block ----------------------------------------------------------------------------------
 */

static gboolean
has_text_beyond (const BwTokenizer *tokenizer, guint first, guint last, guint n_cells)
{
  const char *start = bw_tokenizer_get_start (tokenizer, first + n_cells);
  const char *end = tokenizer->base + tokenizer->scan.ends[last];
  return (gsize) (end - start) >
         (gsize) (last - first - n_cells) + bw_tokenizer_ends_in_crlf (tokenizer, last);
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
collect_rows (const BwLoadJob *job, BwLoadWorker *worker, BwLoadOutcome *outcome)
{
  const BwTokenizer *tokenizer = &worker->tokenizer;
  const guint32 *ends = tokenizer->scan.ends;
  guint n_columns = job->plan->columns->len;
  g_array_set_size (worker->rows, tokenizer->n_records);
  BwBatchRow *rows = (BwBatchRow *) (void *) worker->rows->data;
  guint n_rows = 0;
  guint first = 1;
  for (guint i = 0; i < tokenizer->n_records; i++) {
    guint last = tokenizer->scan.rows[i];
    guint n_cells = last - first + 1;
    guint32 length = ends[last] - (ends[first - 1] + 1);
    gboolean is_row =
        length > n_cells || length - bw_tokenizer_ends_in_crlf (tokenizer, last) > n_cells - 1;
    if (G_UNLIKELY (n_cells != n_columns) && is_row) {
      if (n_cells > BW_RECORD_MAX_CELLS) {
        bw_tokenizer_set_columns_error (tokenizer, bw_tokenizer_get_place (tokenizer, first),
                                        &outcome->error);
        return FALSE;
      }
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
keep_offsets (const BwLoadJob *job, const BwLoadWorker *worker, gsize row)
{
  const BwBatchRow *rows = (const BwBatchRow *) (void *) worker->rows->data;
  for (guint i = 0; i < worker->rows->len; i++)
    job->offsets[row + i] = (gint64) bw_tokenizer_get_place (&worker->tokenizer, rows[i].first);
}

static void
type_batch (BwLoadJob *job, BwLoadWorker *worker, const BwBlock *block, BwLoadOutcome *outcome)
{
  gsize row = block->place + outcome->n_rows;
  BwBatch batch = { &worker->tokenizer, (const BwBatchRow *) (void *) worker->rows->data,
                    worker->rows->len };
  if (job->offsets)
    keep_offsets (job, worker, row);
  if (job->id_column >= 0)
    bw_load_order_add (&outcome->ids, &batch, (guint) job->id_column);
  for (guint i = 0; i < job->n_targets; i++)
    outcome->widen |= !bw_typist_type (worker->typist, i, &batch, row, &outcome->evidence[i]);
  outcome->n_rows += batch.n_rows;
}

static void
clear_outcome (const BwLoadJob *job, BwLoadOutcome *outcome)
{
  for (guint i = 0; outcome->evidence && i < job->n_targets; i++)
    g_free (outcome->evidence[i].first_bad);
  g_clear_error (&outcome->error);
  *outcome = (BwLoadOutcome) { .ragged = { 0, 0, -1 }, .ids = { TRUE, TRUE } };
}

static BwLoadWorker *
get_worker (BwLoadJob *job, int i)
{
  BwLoadWorker *worker = &job->workers[i];
  if (!worker->typist) {
    bw_tokenizer_init_text (&worker->tokenizer, job->shape->text, job->shape->dialect);
    worker->typist = bw_typist_new (job->targets, job->n_targets);
    worker->rows = g_array_new (FALSE, FALSE, sizeof (BwBatchRow));
  }
  return worker;
}

static void
walk_block (BwLoadJob *job, guint i, int worker_number)
{
  const BwBlock *block = &g_array_index (job->blocks, BwBlock, i);
  BwLoadWorker *worker = get_worker (job, worker_number);
  BwLoadOutcome *outcome = &job->outcomes[i];
  clear_outcome (job, outcome);
  outcome->worker = worker_number;
  outcome->evidence = job->evidence + (gsize) i * job->n_targets;
  memset (outcome->evidence, 0, job->n_targets * sizeof *outcome->evidence);
  bw_tokenizer_begin (&worker->tokenizer, MIN (block->start, block->limit), block->limit);
  while (!outcome->overflow && bw_tokenizer_next (&worker->tokenizer, &outcome->error)) {
    if (!collect_rows (job, worker, outcome))
      break;
    outcome->overflow = outcome->n_rows + worker->rows->len > block->room;
    if (!outcome->overflow)
      type_batch (job, worker, block, outcome);
    if (g_cancellable_is_cancelled (job->cancellable))
      break;
  }
  outcome->end = worker->tokenizer.next;
  outcome->done = TRUE;
}

static void
report_progress (BwLoadJob *job, gsize n_bytes)
{
  gint64 done = __atomic_add_fetch (&job->bytes_done, (gint64) n_bytes, __ATOMIC_RELAXED);
  if (!job->progress)
    return;
  gint64 now = g_get_monotonic_time ();
  gint64 next = __atomic_load_n (&job->next_report, __ATOMIC_RELAXED);
  if (now >= next && __atomic_compare_exchange_n (&job->next_report, &next, now + PROGRESS_STEP,
                                                  FALSE, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    job->progress (done, (gint64) bw_text_get_size (job->shape->text), job->progress_data);
}

/* The bytes of a block, and those around it that are looked at. */
static BwView
view_block (const BwLoadJob *job, BwLoadWorker *worker, const BwBlock *block)
{
  const BwText *text = job->shape->text;
  gsize size = bw_text_get_size (text);
  if (!bw_text_is_mapped (text))
    return (BwView) { bw_text_get_start (text), 0, size };
  gsize begin = block->chunk * job->shape->survey->chunk;
  begin -= MIN (begin, BW_SURVEY_AROUND);
  gsize end = MIN (size, block->limit + BEYOND_BYTES);
  return (BwView) { bw_tokenizer_read (&worker->tokenizer, begin, end), begin, end };
}

/* Counts what is not known yet, and waits for those before. Returns whether the block begins inside
 * quotes. */
static gboolean
place_block (BwLoadJob *job, guint i, const BwView *view)
{
  BwBlock *block = &g_array_index (job->blocks, BwBlock, i);
  BwSurvey *survey = job->shape->survey;
  BwScanCount count = survey->counts[block->chunk];
  if (!survey->known || i == 0)
    bw_blocks_count (job->shape, block, view, &count);
  if (!survey->known)
    bw_survey_add (&survey->counts[block->chunk], &count);
  if (job->shape->assumed && count.n_bad > 0)
    g_atomic_int_set (&job->is_bad, TRUE);
  gboolean amid = bw_blocks_is_amid (job->shape, view, block->limit);
  return bw_block_line_take_turn (&job->line, i, block, &count, amid);
}

/* The digest takes the bytes that were read, unless the window has moved on from them. */
static void
feed_digest (const BwLoadJob *job, BwLoadWorker *worker, const BwBlock *block, const BwView *view)
{
  if (!job->digest)
    return;
  BwTokenizer *tokenizer = &worker->tokenizer;
  char *none = NULL;
  gsize no_room = 0;
  gboolean is_there = tokenizer->source && tokenizer->origin == view->begin;
  gsize skip = block->chunk * job->shape->survey->chunk - view->begin;
  bw_digest_feed (job->digest, block->chunk, is_there ? &tokenizer->window : &none,
                  is_there ? &tokenizer->window_room : &no_room, skip);
  if (is_there)
    bw_tokenizer_forget (tokenizer);
}

static void
load_block_cb (guint i, int worker_number, gpointer user_data)
{
  BwLoadJob *job = user_data;
  BwBlock *block = &g_array_index (job->blocks, BwBlock, i);
  BwLoadWorker *worker = get_worker (job, worker_number);
  BwView view = view_block (job, worker, block);
  gboolean quoted = place_block (job, i, &view);
  block->start = i == 0 ? block->begin
                        : bw_blocks_find_record (job->shape, &view, block->begin, block->limit,
                                                 quoted, job->plan->columns->len);
  if (block->place + block->room > job->room)
    g_atomic_int_set (&job->cramped, TRUE);
  else if (!g_atomic_int_get (&job->is_bad))
    walk_block (job, i, worker_number);
  feed_digest (job, worker, block, &view);
  report_progress (job, block->limit - block->begin);
}

/* --- All blocks ---------------------------------------------------------------------------------
 */

void
bw_load_job_reset (BwLoadJob *job)
{
  for (guint i = 0; i < job->n_outcomes; i++)
    clear_outcome (job, &job->outcomes[i]);
  g_clear_pointer (&job->outcomes, g_free);
  g_clear_pointer (&job->evidence, bw_large_free);
  job->n_outcomes = 0;
  for (int i = 0; job->workers && i < bw_thread_count (); i++) {
    BwLoadWorker *worker = &job->workers[i];
    if (!worker->typist)
      continue;
    bw_tokenizer_clear (&worker->tokenizer);
    bw_typist_free (worker->typist);
    g_array_unref (worker->rows);
  }
  g_clear_pointer (&job->workers, g_free);
  g_clear_pointer (&job->blocks, g_array_unref);
  g_clear_pointer (&job->offsets, bw_large_free);
  for (guint i = 0; i < job->n_targets; i++)
    g_clear_pointer (&job->targets[i].values, bw_large_free);
  job->redone = FALSE;
  job->cramped = FALSE;
}

/* What stands before the blocks. */
static void
count_beginning (const BwLoadJob *job)
{
  const BwShape *shape = job->shape;
  BwSurvey *survey = shape->survey;
  for (guint i = 0; i < survey->n_chunks; i++) {
    gsize begin = i * survey->chunk;
    gsize end = CLAMP (shape->data_at, begin, MIN (begin + survey->chunk, survey->size));
    bw_survey_count_stretch (shape->text, survey->quote, begin, end, &survey->counts[i]);
  }
}

static void
prepare_run (BwLoadJob *job, gboolean exact)
{
  const BwShape *shape = job->shape;
  bw_load_job_reset (job);
  job->blocks = bw_blocks_new (shape);
  if (!shape->survey->known)
    count_beginning (job);
  job->room = shape->survey->known ? bw_blocks_count_rows (shape, job->blocks, exact)
                                   : bw_blocks_guess_rows (shape, job->plan->columns->len);
  job->n_outcomes = job->blocks->len;
  job->outcomes = g_new0 (BwLoadOutcome, job->n_outcomes + 1);
  job->evidence = bw_large_new ((gsize) job->n_outcomes * job->n_targets + 1, sizeof (BwEvidence));
  job->workers = g_new0 (BwLoadWorker, bw_thread_count ());
  if (job->keep_offsets)
    job->offsets = bw_large_new (job->room, sizeof (gint64));
  for (guint i = 0; i < job->n_targets; i++)
    job->targets[i].values = bw_large_new (job->room, bw_target_width (&job->targets[i]));
}

/* Walks the blocks again whose predicted start was wrong. FALSE with an error of a block that was
 * begun rightly. */
static gboolean
verify_starts (BwLoadJob *job, GError **error)
{
  gsize expected = job->shape->data_at;
  for (guint i = 0; i < job->blocks->len; i++) {
    BwBlock *block = &g_array_index (job->blocks, BwBlock, i);
    BwLoadOutcome *outcome = &job->outcomes[i];
    if (expected >= block->limit && block->start < block->limit) {
      clear_outcome (job, outcome);
      job->redone = TRUE;
    }
    if (expected >= block->limit)
      continue;
    if (block->start != expected || !outcome->done) {
      block->start = expected;
      job->redone = TRUE;
      walk_block (job, i, 0);
    }
    if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
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
any_outcome (const BwLoadJob *job, gsize member)
{
  for (guint i = 0; i < job->n_outcomes; i++)
    if (G_STRUCT_MEMBER (gboolean, &job->outcomes[i], member))
      return TRUE;
  return FALSE;
}

static gboolean
widen_words (BwLoadJob *job)
{
  gboolean any = any_outcome (job, G_STRUCT_OFFSET (BwLoadOutcome, widen));
  for (guint i = 0; any && i < job->n_targets; i++)
    if (job->targets[i].store == BW_STORE_CODE16)
      job->targets[i].store = BW_STORE_CODE32;
  return any;
}

void
bw_load_fail_as_assumed (GError **error)
{
  g_set_error_literal (error, BW_ERROR, BW_ERROR_ENCODING,
                       _ ("The beginning of the file is UTF-8, but what follows is not."));
}

/* All blocks, once. Whoever is asked to give up has not had their turn: nothing waits for it. */
static gboolean
load_blocks (BwLoadJob *job, gboolean exact, GError **error)
{
  BwSurvey *survey = job->shape->survey;
  prepare_run (job, exact);
  bw_block_line_init (&job->line, exact);
  if (job->blocks->len < survey->n_chunks)
    job->digest = NULL;
  if (job->digest)
    bw_digest_begin_feed (job->digest, survey->chunk);
  bw_parallel_for (job->blocks->len, job->cancellable, load_block_cb, job);
  bw_block_line_clear (&job->line);
  if (job->digest)
    bw_digest_go_on (g_steal_pointer (&job->digest));
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (!survey->known)
    bw_survey_close (survey);
  gboolean ok = !job->shape->assumed || survey->total.n_bad == 0;
  if (!ok)
    bw_load_fail_as_assumed (error);
  return ok;
}

/* Rows are placed by the line ends outside quotes; where that fails (stray quotes), with room
 * enough for any count. */
static gboolean
run (BwLoadJob *job, GError **error)
{
  gboolean exact = TRUE;
  for (;;) {
    if (!load_blocks (job, exact, error))
      return FALSE;
    if (!job->cramped && !verify_starts (job, error))
      return FALSE;
    gboolean overflow = any_outcome (job, G_STRUCT_OFFSET (BwLoadOutcome, overflow));
    if (!widen_words (job) && !overflow && !job->cramped)
      return TRUE;
    exact = exact && !overflow;
    job->bytes_done = 0;
  }
}

/* --- Closing gaps -------------------------------------------------------------------------------
 */

static gsize
sum_rows (const BwLoadJob *job)
{
  gsize n = 0;
  for (guint i = 0; i < job->n_outcomes; i++)
    n += job->outcomes[i].n_rows;
  return n;
}

static char *
close_gaps (const BwLoadJob *job, char *values, gsize width)
{
  gsize row = 0;
  for (guint i = 0; i < job->blocks->len; i++) {
    gsize place = g_array_index (job->blocks, BwBlock, i).place;
    gsize n = job->outcomes[i].n_rows;
    if (place != row && n > 0)
      memmove (values + row * width, values + place * width, n * width);
    row += n;
  }
  return row + row / 16 < job->room ? bw_large_shrink (values, row + 1, width) : values;
}

static void
close_gaps_cb (guint i, int worker, gpointer user_data)
{
  BwLoadJob *job = user_data;
  if (i < job->n_targets) {
    BwTarget *target = &job->targets[i];
    target->values = close_gaps (job, target->values, bw_target_width (target));
  } else {
    job->offsets = (gint64 *) (void *) close_gaps (job, (char *) job->offsets, sizeof (gint64));
  }
}

gboolean
bw_load_job_run (BwLoadJob *job, GError **error)
{
  if (!run (job, error))
    return FALSE;
  job->n_rows = sum_rows (job);
  bw_parallel_for (job->n_targets + (job->offsets != NULL), NULL, close_gaps_cb, job);
  return TRUE;
}
