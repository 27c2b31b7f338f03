/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches of whole records from the words that bw_scan_words looks at. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "bw-large.h"
#include "bw-tokenizer.h"

/* A batch stays in the second-level cache together with the places of its cells. */
#define BATCH_BYTES (64 << 10)
#define SPARE 64
#define LEAST_READ 4096

void
bw_tokenizer_init (BwTokenizer *self, const char *text, gsize size, BwDialect dialect)
{
  *self =
      (BwTokenizer) { .scan = { .text = text, .size = size, .dialect = dialect }, .size = size };
  self->done = TRUE;
  bw_tokenizer_set_batch (self, BATCH_BYTES);
}

void
bw_tokenizer_init_text (BwTokenizer *self, const BwText *text, BwDialect dialect)
{
  bw_tokenizer_init (self, bw_text_get_start (text), bw_text_get_size (text), dialect);
  if (!bw_text_is_mapped (text))
    return;
  self->source = text;
  bw_tokenizer_forget (self);
}

void
bw_tokenizer_forget (BwTokenizer *self)
{
  g_assert (self->source);
  self->scan.text = self->window;
  self->scan.size = 0;
}

void
bw_tokenizer_clear (BwTokenizer *self)
{
  bw_large_free (self->window);
  g_free (self->scan.ends);
  g_free (self->scan.rows);
}

void
bw_tokenizer_set_batch (BwTokenizer *self, gsize bytes)
{
  self->n_words = MAX (1, (bytes > 0 ? bytes : BATCH_BYTES) / 64);
}

void
bw_tokenizer_begin (BwTokenizer *self, gsize start, gsize limit)
{
  BwScan *scan = &self->scan;
  g_assert (start <= self->size && limit <= self->size);
  if (self->source && (start < self->origin || start > self->origin + scan->size)) {
    self->origin = start;
    scan->size = 0;
  }
  scan->at = start - self->origin;
  scan->base = scan->at;
  scan->inside = 0;
  scan->may_open = 1;
  scan->n_ends = 0;
  scan->n_rows = 0;
  self->limit = limit;
  self->next = start;
  self->n_records = 0;
  self->done = start >= limit;
}

static void
make_room (BwTokenizer *self, gsize n_words)
{
  BwScan *scan = &self->scan;
  gsize needed = scan->n_ends / 64 + 1 + n_words;
  if (needed <= self->room && scan->ends)
    return;
  self->room = MAX (needed, 2 * self->room);
  scan->ends = g_renew (guint32, scan->ends, self->room * 64 + SPARE);
  scan->rows = g_renew (guint32, scan->rows, self->room * 64 + SPARE);
}

/* Makes the pending record, whose beginning has been looked at already, the first of the batch. */
static void
keep_pending (BwTokenizer *self)
{
  BwScan *scan = &self->scan;
  guint first = scan->n_ends == 0 ? 1 : bw_tokenizer_get_first (self, self->n_records);
  gsize next = self->next - self->origin;
  guint32 moved = (guint32) (next - scan->base);
  guint n = scan->n_ends > first ? scan->n_ends - first : 0;
  for (guint i = 0; i < n; i++)
    scan->ends[1 + i] = scan->ends[first + i] - moved;
  scan->ends[0] = G_MAXUINT32;
  scan->n_ends = 1 + n;
  scan->n_rows = 0;
  scan->base = next;
  self->base = scan->text ? scan->text + scan->base : NULL; /* nothing is read yet */
  self->n_records = 0;
}

/* The end of the text ends the last record, unless nothing stands after the last line end. */
static void
end_text (BwTokenizer *self)
{
  BwScan *scan = &self->scan;
  guint32 place = (guint32) (scan->size - scan->base);
  guint32 after = scan->n_rows > 0 ? scan->ends[scan->rows[scan->n_rows - 1]] + 1 : 0;
  if (after >= place)
    return;
  scan->ends[scan->n_ends] = place;
  scan->rows[scan->n_rows++] = scan->n_ends++;
}

/* The line, from 1 on, on which a record starts. */
static gint64
find_line (const BwTokenizer *self, gsize record)
{
  const char *at = self->source ? bw_text_get_start (self->source) : self->scan.text;
  const char *end = at + record;
  gint64 line = 1;
  for (; (at = memchr (at, '\n', (gsize) (end - at))) != NULL; at++)
    line++;
  return line;
}

void
bw_tokenizer_set_columns_error (const BwTokenizer *self, gsize record, GError **error)
{
  g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
               _ ("The row in line %" PRId64 " has more than 16,384 columns, which is the most that "
                  "a table can have: export it with fewer columns, or as rows instead of columns."),
                 find_line (self, record));
}

static gboolean
check_limits (BwTokenizer *self, GError **error)
{
  const BwScan *scan = &self->scan;
  if (scan->at - scan->base > BW_RECORD_MAX_BYTES) {
    g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                 _ ("The row in line %" PRId64 " is longer than 64 MiB: probably a quotation mark is "
                    "not closed."),
                   find_line (self, self->next));
    return FALSE;
  }
  if (scan->n_ends > BW_RECORD_MAX_CELLS + 1) {
    bw_tokenizer_set_columns_error (self, self->next, error);
    return FALSE;
  }
  return TRUE;
}

/* Leaves out the records that start at or after the limit, and sets where the next one starts. */
static void
cut_at_limit (BwTokenizer *self)
{
  const BwScan *scan = &self->scan;
  gsize end = scan->size;
  gsize limit = self->limit - self->origin;
  self->n_records = scan->n_rows;
  for (;; self->n_records--) {
    guint n = self->n_records;
    gsize next = n == 0 ? scan->base : scan->base + (guint32) (scan->ends[scan->rows[n - 1]] + 1);
    self->next = self->origin + MIN (next, end);
    gsize start = n < 2 ? scan->base : scan->base + (guint32) (scan->ends[scan->rows[n - 2]] + 1);
    if (n == 0 || start < limit)
      break;
  }
  self->done = self->next >= self->limit;
}

/* Up to the limit at once, beyond it only as far as the last record goes. */
static gsize
words_to_scan (const BwTokenizer *self)
{
  gsize at = self->origin + self->scan.at;
  if (at >= self->limit)
    return 4;
  return MIN (self->n_words, (self->limit - at) / 64 + 1);
}

/* --- The window ---------------------------------------------------------------------------------
 */

static void
make_window (BwTokenizer *self, gsize size)
{
  if (size + BW_TOKENIZER_SPARE <= self->window_room)
    return;
  gsize room = MAX (size + BW_TOKENIZER_SPARE, 2 * self->window_room);
  char *window = bw_large_new (room, 1);
  if (self->window)
    memcpy (window, self->window, self->window_room);
  bw_large_free (self->window);
  self->window = window;
  self->window_room = room;
}

const char *
bw_tokenizer_read (BwTokenizer *self, gsize begin, gsize end)
{
  g_assert (self->source && begin <= end && end <= self->size);
  BwScan *scan = &self->scan;
  make_window (self, end - begin);
  bw_text_read (self->source, begin, end - begin, self->window);
  memset (self->window + (end - begin), 0, BW_TOKENIZER_SPARE);
  self->origin = begin;
  scan->text = self->window;
  scan->size = end - begin;
  scan->at = scan->base = 0;
  return self->window;
}

/* Moves the window so that it begins with the batch, and reads on. */
static void
move_window (BwTokenizer *self, gsize n_bytes)
{
  BwScan *scan = &self->scan;
  gsize kept = scan->size - scan->base;
  if (scan->base > 0)
    memmove (self->window, self->window + scan->base, kept);
  make_window (self, kept + n_bytes);
  bw_text_read (self->source, self->origin + scan->size, n_bytes, self->window + kept);
  memset (self->window + kept + n_bytes, 0, BW_TOKENIZER_SPARE);
  self->origin += scan->base;
  scan->at -= scan->base;
  scan->base = 0;
  scan->size = kept + n_bytes;
  scan->text = self->window;
  self->base = self->window;
}

/* Has so many words in the window, and a byte more to tell CR LF by, unless the text ends before.
 */
static void
look_ahead (BwTokenizer *self, gsize n_words)
{
  gsize wanted = 64 * n_words + 1;
  gsize there = self->scan.size - self->scan.at;
  gsize left = self->size - self->origin - self->scan.size;
  if (self->source && there < wanted && left > 0)
    move_window (self, MIN (left, MAX (wanted - there, LEAST_READ)));
}

gboolean
bw_tokenizer_next (BwTokenizer *self, GError **error)
{
  BwScan *scan = &self->scan;
  if (self->done) {
    self->n_records = 0;
    return FALSE;
  }
  make_room (self, 0);
  keep_pending (self);
  while (scan->n_rows == 0) {
    gsize n_words = words_to_scan (self);
    make_room (self, n_words);
    look_ahead (self, n_words);
    bw_scan_words (scan, n_words);
    if (self->origin + scan->at == self->size)
      end_text (self);
    if (scan->n_rows == 0 && !check_limits (self, error)) {
      self->done = TRUE;
      return FALSE;
    }
  }
  cut_at_limit (self);
  return TRUE;
}

gboolean
bw_tokenizer_check (const BwText *text,
                    BwDialect dialect,
                    gsize start,
                    gsize limit,
                    GCancellable *cancellable,
                    GError **error)
{
  BwTokenizer self;
  GError *problem = NULL;
  bw_tokenizer_init_text (&self, text, dialect);
  bw_tokenizer_begin (&self, start, limit);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &problem) &&
         bw_tokenizer_next (&self, &problem))
    for (guint i = 0; i < self.n_records && !problem; i++) {
      guint first = bw_tokenizer_get_first (&self, i);
      if (bw_tokenizer_get_last (&self, i) - first >= BW_RECORD_MAX_CELLS)
        bw_tokenizer_set_columns_error (&self, bw_tokenizer_get_place (&self, first), &problem);
    }
  bw_tokenizer_clear (&self);
  if (problem)
    g_propagate_error (error, problem);
  return problem == NULL;
}
