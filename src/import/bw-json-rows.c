/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first blocks say what the columns are. Where a later one has more, all blocks are written
 * once again with all columns. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-json-rows.h"
#include "bw-json-walk.h"
#include "bw-parallel.h"

#define FIRST_BLOCKS 2
#define PADDING 4           /* bytes that yyjson wants behind a text that it may change */
#define PROGRESS_STEP 20000 /* microseconds */
#define FLAGS                                                                                      \
  (YYJSON_READ_INSITU | YYJSON_READ_STOP_WHEN_DONE | YYJSON_READ_NUMBER_AS_RAW |                   \
   YYJSON_READ_ALLOW_INF_AND_NAN)

/* What became of a block. */
typedef struct {
  char *rows; /* a mapping of its own, so that its pages go when it does */
  gsize n_rows;
  BwJsonTree *learnt; /* keys that the tree does not have */
  GError *error;
  gint64 n_lists;
} Piece;

typedef struct {
  char *copy; /* of the block, changed by the parser */
  gsize room;
  char *pool;
  gsize pool_size;
} Worker;

typedef struct {
  /* Template */
  const char *text;
  gsize size;
  GArray *blocks;
  GCancellable *cancellable;
  BwProgress progress;
  gpointer progress_data;

  /* Owned */
  BwJsonTree *tree;
  Piece *pieces;
  Worker *workers;

  gint64 room;       /* left, by all threads */
  gboolean learning; /* some key was not known: nothing is written any more in this run */
  gint64 bytes_done;
  gint64 next_report; /* monotonic time */
} Job;

/* --- One block ----------------------------------------------------------------------------------
 */

/* The parser refuses \ud83d without its other half, which is what remains of an emoji that some
 * program has cut in two: U+FFFD in its place. */
static gboolean
repair_halves (char *text, gsize n)
{
  gboolean any = FALSE;
  for (gsize i = 0; i + 6 <= n; i++) {
    if (text[i] != '\\')
      continue;
    gboolean half = text[i + 1] == 'u' && g_ascii_tolower (text[i + 2]) == 'd';
    gboolean high = half && strchr ("89aAbB", text[i + 3]);
    gboolean low = half && strchr ("cCdDeEfF", text[i + 3]);
    gboolean paired = high && i + 12 <= n && text[i + 6] == '\\' && text[i + 7] == 'u' &&
                      g_ascii_tolower (text[i + 8]) == 'd' && strchr ("cCdDeEfF", text[i + 9]);
    if (text[i + 3] != '\0' && (low || (high && !paired))) {
      memcpy (text + i + 2, "fffd", 4);
      any = TRUE;
    }
    i += paired ? 11 : 1;
  }
  return any;
}

static void
prepare_copy (const Job *job, Worker *worker, const BwJsonBlock *block)
{
  gsize n = block->end - block->start;
  if (worker->room < n + PADDING) {
    g_free (worker->copy);
    g_free (worker->pool);
    worker->room = n + PADDING;
    worker->copy = g_malloc (worker->room);
    worker->pool_size = yyjson_read_max_memory_usage (n, FLAGS);
    worker->pool = g_malloc (worker->pool_size);
  }
  memcpy (worker->copy, job->text + block->start, n);
  memset (worker->copy + n, 0, PADDING);
}

static gsize
skip_between (const char *text, gsize at, gsize n)
{
  while (at < n && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t' ||
                    text[at] == ',' || text[at] == '\0'))
    at++;
  return at;
}

static void
set_parse_error (const Job *job,
                 const BwJsonBlock *block,
                 gsize at,
                 const yyjson_read_err *problem,
                 GError **error)
{
  gboolean ends_early =
      problem->code == YYJSON_READ_ERROR_UNEXPECTED_END && block->end == job->size;
  gsize place = MIN (block->start + at + problem->pos, job->size);
  if (problem->code == YYJSON_READ_ERROR_MEMORY_ALLOCATION)
    g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT, _ ("A record is too large."));
  else
    bw_json_set_error (error, job->text, place, ends_early);
}

static void
set_room_error (GError **error)
{
  g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT,
                       _ ("The records have so many different fields that the table would be "
                          "several times as large as the file: it is not opened."));
}

/* *bad_text: the parser did not like a text. */
static gboolean
walk_copy (const Job *job,
           const BwJsonBlock *block,
           Worker *worker,
           BwJsonWalk *walk,
           gboolean *bad_text,
           GError **error)
{
  gsize n = block->end - block->start;
  yyjson_alc pool;
  yyjson_alc_pool_init (&pool, worker->pool, worker->pool_size);
  for (gsize at = 0; (at = skip_between (worker->copy, at, n)) < n;) {
    yyjson_read_err problem = { 0 };
    yyjson_doc *doc = yyjson_read_opts (worker->copy + at, n - at, FLAGS, &pool, &problem);
    if (!doc) {
      *bad_text = problem.code == YYJSON_READ_ERROR_INVALID_STRING;
      set_parse_error (job, block, at, &problem, error);
      return FALSE;
    }
    if (!yyjson_is_obj (yyjson_doc_get_root (doc))) {
      bw_json_set_error (error, job->text, block->start + at, FALSE);
      return FALSE;
    }
    if (!bw_json_walk_record (walk, yyjson_doc_get_root (doc), error))
      return FALSE;
    at += yyjson_doc_get_read_size (doc);
    yyjson_doc_free (doc);
    if (walk->surprised)
      return TRUE;
    if ((gint64) walk->n_out > __atomic_load_n (&job->room, __ATOMIC_RELAXED)) {
      set_room_error (error);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
walk_block (const Job *job, guint i, Worker *worker, BwJsonWalk *walk, GError **error)
{
  const BwJsonBlock *block = &g_array_index (job->blocks, BwJsonBlock, i);
  g_autoptr (GError) problem = NULL;
  gboolean bad_text = FALSE;
  prepare_copy (job, worker, block);
  if (walk_copy (job, block, worker, walk, &bad_text, &problem))
    return TRUE;
  if (bad_text) {
    prepare_copy (job, worker, block);
    if (repair_halves (worker->copy, block->end - block->start)) {
      g_clear_error (&problem);
      walk->n_out = 0;
      walk->n_lists = 0;
      return walk_copy (job, block, worker, walk, &bad_text, error);
    }
  }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static BwJsonTree *
learn_block (const Job *job, guint i, Worker *worker, GError **error)
{
  BwJsonTree *tree = bw_json_tree_new ();
  BwJsonWalk walk;
  bw_json_walk_init (&walk, tree, TRUE);
  gboolean ok = walk_block (job, i, worker, &walk, error);
  bw_json_walk_clear (&walk);
  if (!ok)
    g_clear_pointer (&tree, bw_json_tree_free);
  return tree;
}

static void
keep_rows (Job *job, Piece *piece, const BwJsonWalk *walk)
{
  gint64 left = __atomic_sub_fetch (&job->room, (gint64) walk->n_out, __ATOMIC_RELAXED);
  if (left < 0) {
    set_room_error (&piece->error);
    return;
  }
  if (walk->n_out == 0)
    return;
  char *rows = mmap (NULL, walk->n_out, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (rows == MAP_FAILED) {
    g_set_error_literal (&piece->error, BW_ERROR, BW_ERROR_LIMIT, _ ("There is not enough memory."));
    return;
  }
  memcpy (rows, walk->out, walk->n_out);
  piece->rows = rows;
  piece->n_rows = walk->n_out;
}

static void
report_progress (Job *job, gsize n)
{
  gint64 done = __atomic_add_fetch (&job->bytes_done, (gint64) n, __ATOMIC_RELAXED);
  gint64 now = g_get_monotonic_time ();
  gint64 next = __atomic_load_n (&job->next_report, __ATOMIC_RELAXED);
  if (job->progress && now >= next &&
      __atomic_compare_exchange_n (&job->next_report, &next, now + PROGRESS_STEP, FALSE,
                                   __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    job->progress (MIN (done, (gint64) job->size), (gint64) job->size, job->progress_data);
}

static void
write_block_cb (guint i, int worker_number, gpointer user_data)
{
  Job *job = user_data;
  Worker *worker = &job->workers[worker_number];
  Piece *piece = &job->pieces[i];
  const BwJsonBlock *block = &g_array_index (job->blocks, BwJsonBlock, i);
  BwJsonWalk walk;
  bw_json_walk_init (&walk, job->tree, FALSE);
  if (walk_block (job, i, worker, &walk, &piece->error)) {
    piece->n_lists = walk.n_lists;
    if (walk.surprised) {
      __atomic_store_n (&job->learning, TRUE, __ATOMIC_RELAXED);
      piece->learnt = learn_block (job, i, worker, &piece->error);
    } else if (!__atomic_load_n (&job->learning, __ATOMIC_RELAXED)) {
      keep_rows (job, piece, &walk);
    }
  }
  bw_json_walk_clear (&walk);
  report_progress (job, block->end - block->start);
}

/* --- All blocks ---------------------------------------------------------------------------------
 */

static void
clear_piece (Piece *piece)
{
  if (piece->rows)
    munmap (piece->rows, piece->n_rows);
  g_clear_pointer (&piece->learnt, bw_json_tree_free);
  g_clear_error (&piece->error);
  *piece = (Piece) { 0 };
}

static void
clear_job (Job *job)
{
  for (guint i = 0; i < job->blocks->len; i++)
    clear_piece (&job->pieces[i]);
  for (int i = 0; i < bw_thread_count (); i++) {
    g_free (job->workers[i].copy);
    g_free (job->workers[i].pool);
  }
  g_clear_pointer (&job->tree, bw_json_tree_free);
  g_free (job->pieces);
  g_free (job->workers);
}

static gboolean
check_columns (const Job *job, GError **error)
{
  if (job->tree->n_columns > BW_GRID_MAX_COLUMNS)
    g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                 _ ("The records have more than %d different fields: they are not opened."),
                   BW_GRID_MAX_COLUMNS);
  else if (job->tree->n_columns == 0)
    bw_error_set (error, BW_ERROR_EMPTY, N_ ("The records have no fields."));
  return job->tree->n_columns > 0 && job->tree->n_columns <= BW_GRID_MAX_COLUMNS;
}

static gboolean
learn_first_blocks (Job *job, GError **error)
{
  for (guint i = 0; i < MIN (FIRST_BLOCKS, job->blocks->len); i++) {
    BwJsonTree *learnt = learn_block (job, i, &job->workers[0], error);
    if (!learnt)
      return FALSE;
    bw_json_tree_merge (job->tree, learnt);
    bw_json_tree_free (learnt);
  }
  bw_json_tree_number (job->tree);
  return check_columns (job, error);
}

/* The error of the first block that has one. */
static gboolean
check_pieces (Job *job, GError **error)
{
  for (guint i = 0; i < job->blocks->len; i++)
    if (job->pieces[i].error) {
      g_propagate_error (error, g_steal_pointer (&job->pieces[i].error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_blocks (Job *job, GError **error)
{
  gint64 room = job->room;
  for (;;) {
    job->learning = FALSE;
    job->room = room;
    job->bytes_done = 0;
    bw_parallel_for (job->blocks->len, job->cancellable, write_block_cb, job);
    if (g_cancellable_set_error_if_cancelled (job->cancellable, error) ||
        !check_pieces (job, error))
      return FALSE;
    if (!job->learning)
      return TRUE;
    for (guint i = 0; i < job->blocks->len; i++) {
      if (job->pieces[i].learnt)
        bw_json_tree_merge (job->tree, job->pieces[i].learnt);
      clear_piece (&job->pieces[i]);
    }
    bw_json_tree_number (job->tree);
    if (!check_columns (job, error))
      return FALSE;
  }
}

static GString *
write_header (const GStrv names)
{
  GString *line = g_string_new (NULL);
  for (guint i = 0; names[i]; i++) {
    if (i > 0)
      g_string_append_c (line, ',');
    bw_grid_quote (line, names[i], strlen (names[i]));
  }
  g_string_append_c (line, '\n');
  return line;
}

static BwJsonRows *
join_pieces (Job *job, GError **error)
{
  g_autoptr (BwJsonRows) rows = g_new0 (BwJsonRows, 1);
  rows->header = bw_json_tree_get_names (job->tree);
  g_autoptr (GString) line = write_header (rows->header);
  rows->data_at = line->len;
  gsize n = line->len;
  for (guint i = 0; i < job->blocks->len; i++)
    n += job->pieces[i].n_rows;
  g_autofree char *all = g_malloc (n + 1);
  memcpy (all, line->str, line->len);
  char *at = all + line->len;
  for (guint i = 0; i < job->blocks->len; i++) {
    Piece *piece = &job->pieces[i];
    if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
      return NULL;
    if (piece->rows)
      memcpy (at, piece->rows, piece->n_rows);
    at += piece->n_rows;
    rows->n_lists += piece->n_lists;
    clear_piece (piece);
  }
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&all), n);
  rows->text = bw_text_new_from_bytes (bytes);
  return g_steal_pointer (&rows);
}

BwJsonRows *
bw_json_rows_new (const char *text,
                  gsize size,
                  GArray *blocks,
                  gint64 room,
                  gboolean *broken,
                  GCancellable *cancellable,
                  BwProgress progress,
                  gpointer user_data,
                  GError **error)
{
  Job job = { .text = text,
              .size = size,
              .blocks = blocks,
              .cancellable = cancellable,
              .progress = progress,
              .progress_data = user_data,
              .room = room };
  job.tree = bw_json_tree_new ();
  job.pieces = g_new0 (Piece, blocks->len + 1);
  job.workers = g_new0 (Worker, bw_thread_count ());
  GError *problem = NULL;
  BwJsonRows *rows = NULL;
  if (learn_first_blocks (&job, &problem) && write_blocks (&job, &problem))
    rows = join_pieces (&job, &problem);
  *broken = g_error_matches (problem, BW_ERROR, BW_ERROR_FORMAT);
  if (problem)
    g_propagate_error (error, problem);
  clear_job (&job);
  return rows;
}

void
bw_json_rows_free (BwJsonRows *self)
{
  g_clear_pointer (&self->text, bw_text_unref);
  g_strfreev (self->header);
  g_free (self);
}
