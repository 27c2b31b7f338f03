/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Predicts record starts from quote parity, checked against the number of cells of a row. */
#include "config.h"

#include "bw-blocks.h"

#define LOOK_RECORDS 3
#define LOOK_BYTES (256 << 10)

/* The first record start at or after `at` if quotes just toggle; limit when there is none. */
static gsize
next_start (const char *text, gsize size, gsize at, gsize limit, char quote, gboolean quoted)
{
  if (!quoted && at > 0 &&
      (text[at - 1] == '\n' || (text[at - 1] == '\r' && (at == size || text[at] != '\n'))))
    return at;
  for (gsize i = at; i < limit; i++) {
    if (quote && text[i] == quote)
      quoted = !quoted;
    else if (!quoted && (text[i] == '\n' || text[i] == '\r'))
      return MIN (limit, i + (text[i] == '\r' && i + 1 < size && text[i + 1] == '\n' ? 2 : 1));
  }
  return limit;
}

/* Whether the rows from here on have the usual number of cells. */
static gboolean
looks_right (const BwShape *shape, gsize start, guint n_cells)
{
  const char *text = bw_text_get_start (shape->text);
  gsize size = bw_text_get_size (shape->text);
  const char *at = text + start;
  const char *end = text + MIN (size, start + LOOK_BYTES);
  for (guint i = 0; i < LOOK_RECORDS && at < end; i++) {
    BwCellSpan first;
    gsize n = bw_record_read (at, end, shape->dialect, &first, 1, &at);
    gboolean cut_off = at == end && end < text + size;
    gboolean blank = n == 1 && first.length == 0;
    if (n != n_cells && !cut_off && !blank)
      return FALSE;
  }
  return TRUE;
}

gsize
bw_blocks_find_record (const BwShape *shape, gsize at, gsize limit, gboolean quoted, guint n_cells)
{
  const char *text = bw_text_get_start (shape->text);
  gsize size = bw_text_get_size (shape->text);
  char quote = shape->dialect.quote;
  gsize start = next_start (text, size, at, limit, quote, quoted);
  if (start >= limit || n_cells < 2 || looks_right (shape, start, n_cells))
    return start;
  gsize other = next_start (text, size, at, limit, quote, !quoted);
  return other < limit && looks_right (shape, other, n_cells) ? other : start;
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
