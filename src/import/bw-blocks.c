/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Predicts record starts from quote parity, checked against the number of cells of a row. */
#include "config.h"

#include "bw-blocks.h"

#define LOOK_RECORDS 3
#define LOOK_BYTES (256 << 10)
#define GLANCE_BYTES (8 << 10) /* mostly enough */
#define NOT_SEEN G_MAXSIZE
#define GLANCES 128
#define GUESS_MARGIN 1.04
#define GUESS_LEAST 1000

/* The first record start at or after `at` if quotes just toggle; limit when there is none, NOT_SEEN
 * when it is out of view. */
static gsize
next_start (const BwView *view, gsize size, gsize at, gsize limit, char quote, gboolean quoted)
{
  const char *text = view->bytes;
  gsize begin = view->begin;
  if (!quoted && at > 0 &&
      (text[at - 1 - begin] == '\n' ||
       (text[at - 1 - begin] == '\r' && (at == size || text[at - begin] != '\n'))))
    return at;
  for (gsize i = at; i < limit; i++) {
    if (i + 1 >= view->end && view->end < size)
      return NOT_SEEN;
    char c = text[i - begin];
    if (quote && c == quote)
      quoted = !quoted;
    else if (!quoted && (c == '\n' || c == '\r'))
      return MIN (limit, i + (c == '\r' && i + 1 < size && text[i + 1 - begin] == '\n' ? 2 : 1));
  }
  return limit;
}

/* Whether the rows from here on have the usual number of cells. *seen becomes FALSE when that takes
 * a wider view. */
static gboolean
looks_right (const BwView *view, const BwShape *shape, gsize start, guint n_cells, gboolean *seen)
{
  gsize size = bw_text_get_size (shape->text);
  gsize wanted = MIN (size, start + LOOK_BYTES);
  const char *at = view->bytes + (start - view->begin);
  const char *end = view->bytes + (MIN (view->end, wanted) - view->begin);
  for (guint i = 0; i < LOOK_RECORDS && at < end; i++) {
    BwCellSpan first;
    gsize n = bw_record_read (at, end, shape->dialect, &first, 1, &at);
    gboolean cut_off = at == end && (view->end < wanted || wanted < size);
    gboolean blank = n == 1 && first.length == 0;
    if (cut_off && view->end < wanted)
      *seen = FALSE;
    if (n != n_cells && !cut_off && !blank)
      return FALSE;
  }
  return TRUE;
}

static gsize
find_in_view (
    const BwView *view, const BwShape *shape, gsize at, gsize limit, gboolean quoted, guint n_cells)
{
  gsize size = bw_text_get_size (shape->text);
  char quote = shape->dialect.quote;
  gboolean seen = TRUE;
  gsize start = next_start (view, size, at, limit, quote, quoted);
  if (start == NOT_SEEN || start >= limit || n_cells < 2 ||
      looks_right (view, shape, start, n_cells, &seen))
    return seen ? start : NOT_SEEN;
  gsize other = next_start (view, size, at, limit, quote, !quoted);
  if (other == NOT_SEEN)
    return NOT_SEEN;
  gboolean is_better = other < limit && looks_right (view, shape, other, n_cells, &seen);
  return !seen ? NOT_SEEN : is_better ? other : start;
}

/* With a few bytes that are read for it, which spares a page of the mapping. */
static gsize
find_at_a_glance (const BwShape *shape, gsize at, gsize limit, gboolean quoted, guint n_cells)
{
  char bytes[GLANCE_BYTES];
  gsize begin = at - MIN (at, 1);
  gsize n = MIN (sizeof bytes, bw_text_get_size (shape->text) - begin);
  bw_text_read (shape->text, begin, n, bytes);
  BwView view = { bytes, begin, begin + n };
  return find_in_view (&view, shape, at, limit, quoted, n_cells);
}

gsize
bw_blocks_find_record (
    const BwShape *shape, const BwView *view, gsize at, gsize limit, gboolean quoted, guint n_cells)
{
  BwView all = { bw_text_get_start (shape->text), 0, bw_text_get_size (shape->text) };
  gsize start = NOT_SEEN;
  if (view)
    start = find_in_view (view, shape, at, limit, quoted, n_cells);
  else if (bw_text_is_mapped (shape->text))
    start = find_at_a_glance (shape, at, limit, quoted, n_cells);
  return start != NOT_SEEN ? start : find_in_view (&all, shape, at, limit, quoted, n_cells);
}

/* --- Blocks -------------------------------------------------------------------------------------
 */

GArray *
bw_blocks_new (const BwShape *shape)
{
  const BwSurvey *survey = shape->survey;
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (BwBlock));
  for (guint i = (guint) (shape->data_at / survey->chunk); i < survey->n_chunks; i++) {
    gsize begin = i * survey->chunk;
    BwBlock block = { i, MAX (begin, shape->data_at), MIN (begin + survey->chunk, survey->size) };
    block.start = block.limit;
    g_array_append_val (blocks, block);
  }
  return blocks;
}

void
bw_blocks_count (const BwShape *shape, const BwBlock *block, const BwView *view, BwScanCount *count)
{
  bw_scan_count (view->bytes, view->end - view->begin, block->begin - view->begin,
                 block->limit - view->begin, shape->survey->quote, count);
}

gboolean
bw_blocks_is_amid (const BwShape *shape, const BwView *view, gsize at)
{
  const char *next = view->bytes + (at - view->begin);
  if (next[-1] == '\r')
    return at < bw_text_get_size (shape->text) && *next == '\n';
  return next[-1] != '\n';
}

/* --- Places -------------------------------------------------------------------------------------
 */

void
bw_block_line_init (BwBlockLine *line, gboolean exact)
{
  *line = (BwBlockLine) { .exact = exact };
  g_mutex_init (&line->lock);
  g_cond_init (&line->moved);
}

void
bw_block_line_clear (BwBlockLine *line)
{
  g_mutex_clear (&line->lock);
  g_cond_clear (&line->moved);
}

/* Rows that begin in a block: all line ends, or those outside quotes; a record that goes on across
 * the block's begin or limit has its line end elsewhere. */
static gsize
count_room (const BwBlockLine *line, const BwScanCount *count, gboolean amid)
{
  if (!line->exact)
    return (gsize) count->n_lines + 1;
  gint64 n_ends = line->quoted ? count->n_lines - count->n_ends_outside : count->n_ends_outside;
  return (gsize) (n_ends + amid - line->amid);
}

static void
move_line (BwBlockLine *line, const BwScanCount *count, gboolean amid)
{
  gboolean quoted = line->quoted ^ (count->n_quotes & 1);
  amid |= quoted;
  line->place += count_room (line, count, amid);
  line->quoted = quoted;
  line->amid = amid;
  line->next++;
}

gboolean
bw_block_line_take_turn (
    BwBlockLine *line, guint i, BwBlock *block, const BwScanCount *count, gboolean amid)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&line->lock);
  while (line->next != i)
    g_cond_wait (&line->moved, &line->lock);
  gboolean quoted = line->quoted;
  block->place = line->place;
  move_line (line, count, amid);
  block->room = line->place - block->place;
  g_cond_broadcast (&line->moved);
  return quoted;
}

gsize
bw_blocks_count_rows (const BwShape *shape, GArray *blocks, gboolean exact)
{
  BwBlockLine line = { .exact = exact };
  for (guint i = 0; i < blocks->len; i++) {
    const BwBlock *block = &g_array_index (blocks, BwBlock, i);
    BwScanCount count = shape->survey->counts[block->chunk];
    if (i == 0)
      bw_survey_count_stretch (shape->text, shape->survey->quote, block->begin, block->limit,
                               &count);
    move_line (&line, &count, TRUE);
  }
  return line.place;
}

/* Records from the first one at or after `at` to the end of a glance, and their bytes. Where their
 * look does not tell whether `at` is inside quotes, they are as many as they can be. */
static void
glance_at_rows (const BwShape *shape, gsize at, guint n_cells, gint64 *n_rows, gsize *n_bytes)
{
  char bytes[GLANCE_BYTES];
  gsize size = bw_text_get_size (shape->text);
  gsize end = MIN (size, at + GLANCE_BYTES);
  bw_text_read (shape->text, at, end - at, bytes);
  BwView view = { bytes, at, end };
  gboolean first = at == shape->data_at;
  gsize start = first ? at : find_in_view (&view, shape, at + 1, end, FALSE, n_cells);
  gboolean sure = start != NOT_SEEN;
  if (!sure)
    start = next_start (&view, size, at + 1, end, shape->dialect.quote, FALSE);
  if (start >= end)
    return;
  BwScanCount count;
  bw_scan_count (bytes, end - at, start - at, end - at, shape->survey->quote, &count);
  gint64 n_inside = count.n_lines - count.n_ends_outside;
  *n_rows += sure ? count.n_ends_outside : MAX (count.n_ends_outside, n_inside);
  *n_bytes += end - start;
}

gsize
bw_blocks_guess_rows (const BwShape *shape, guint n_cells)
{
  gsize size = bw_text_get_size (shape->text);
  gsize n_all = size - shape->data_at;
  gsize step = MAX (n_all / GLANCES, GLANCE_BYTES);
  gint64 n_rows = 0;
  gsize n_bytes = 0;
  for (gsize at = shape->data_at; at < size; at += step)
    glance_at_rows (shape, at, n_cells, &n_rows, &n_bytes);
  if (n_bytes == 0)
    return n_all / 1024 + GUESS_LEAST;
  double per_byte = (double) n_rows / (double) n_bytes;
  return (gsize) (per_byte * (double) n_all * GUESS_MARGIN) + GUESS_LEAST;
}
