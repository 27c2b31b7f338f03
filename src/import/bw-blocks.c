/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Predicts record starts from quote parity, checked against the number of cells of a row. */
#include "config.h"

#include "bw-blocks.h"

#define LOOK_RECORDS 3
#define LOOK_BYTES (256 << 10)
#define GLANCE_BYTES (8 << 10) /* mostly enough */
#define NOT_SEEN G_MAXSIZE

/* What is looked at: the bytes begin .. end - 1 of the text. */
typedef struct {
  const char *bytes;
  gsize begin;
  gsize end;
} View;

/* The first record start at or after `at` if quotes just toggle; limit when there is none, NOT_SEEN
 * when it is out of view. */
static gsize
next_start (const View *view, gsize size, gsize at, gsize limit, char quote, gboolean quoted)
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
looks_right (const View *view, const BwShape *shape, gsize start, guint n_cells, gboolean *seen)
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
    const View *view, const BwShape *shape, gsize at, gsize limit, gboolean quoted, guint n_cells)
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
  View view = { bytes, begin, begin + n };
  return find_in_view (&view, shape, at, limit, quoted, n_cells);
}

gsize
bw_blocks_find_record (const BwShape *shape, gsize at, gsize limit, gboolean quoted, guint n_cells)
{
  View all = { bw_text_get_start (shape->text), 0, bw_text_get_size (shape->text) };
  gsize start = bw_text_is_mapped (shape->text)
                    ? find_at_a_glance (shape, at, limit, quoted, n_cells)
                    : NOT_SEEN;
  return start != NOT_SEEN ? start : find_in_view (&all, shape, at, limit, quoted, n_cells);
}

/* Line ends before each chunk of the survey: all of them, or those outside quotes. */
static gsize
count_chunk (const BwScanCount *count, gboolean exact, gboolean quoted)
{
  if (!exact)
    return (gsize) count->n_lines + 1;
  return (gsize) (quoted ? count->n_lines - count->n_ends_outside : count->n_ends_outside);
}

static gsize
count_header (const BwShape *shape, gboolean exact)
{
  BwScanCount count;
  bw_scan_count (bw_text_get_start (shape->text), bw_text_get_size (shape->text), 0, shape->data_at,
                 shape->dialect.quote, &count);
  return exact ? (gsize) count.n_ends_outside : 0;
}

static void
set_room (GArray *blocks, gsize n_rows)
{
  for (guint i = 0; i < blocks->len; i++) {
    BwBlock *block = &g_array_index (blocks, BwBlock, i);
    gsize end = i + 1 < blocks->len ? g_array_index (blocks, BwBlock, i + 1).place : n_rows;
    block->room = end > block->place ? end - block->place : 0;
  }
}

GArray *
bw_blocks_new (const BwShape *shape, guint n_cells, gboolean exact, gsize *n_rows)
{
  const BwSurvey *survey = shape->survey;
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (BwBlock));
  gsize skipped = count_header (shape, exact);
  gsize lines = 0;
  gboolean quoted = FALSE;
  for (guint i = 0; i < survey->n_chunks; i++) {
    const BwScanCount *count = &survey->counts[i];
    gsize begin = i * survey->chunk;
    gsize limit = MIN (begin + survey->chunk, survey->size);
    if (limit > shape->data_at) {
      BwBlock block = { MAX (begin, shape->data_at), limit, shape->data_at };
      if (begin > shape->data_at) {
        block.start = bw_blocks_find_record (shape, begin, limit, quoted, n_cells);
        block.place = lines - MIN (lines, skipped) + (exact && block.start > begin);
      }
      g_array_append_val (blocks, block);
    }
    lines += count_chunk (count, exact, quoted);
    quoted ^= count->n_quotes & 1;
  }
  *n_rows = lines - MIN (lines, skipped) + 1;
  set_room (blocks, *n_rows);
  return blocks;
}
