/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads single records: a sample for recognition, and all of them for `cells`. */
#include "config.h"

#include "bw-blocks.h"
#include "bw-load.h"
#include "bw-tokenizer.h"

#define PLACES 64             /* all over the text */
#define CELL_BYTES (64 << 10) /* of a cell: the rest tells nothing of its column */

static GStrv
copy_cells (const BwCellSpan *cells, gsize n, BwDialect dialect)
{
  GStrv copy = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    BwCellSpan cell = cells[i];
    cell.length = MIN (cell.length, CELL_BYTES);
    bw_cell_read (&cell, dialect, text);
    copy[i] = g_strdup (text->str);
  }
  return copy;
}

static gboolean
is_row (const BwCellSpan *cells, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (cells[i].length > 0)
      return TRUE;
  return FALSE;
}

/* Up to max rows from `at` on; returns where the next record starts. */
static gsize
sample_records (const BwShape *shape, gsize at, guint max, BwCellSpan *cells, GPtrArray *rows)
{
  const char *text = bw_text_get_start (shape->text);
  const char *end = text + bw_text_get_size (shape->text);
  const char *next = text + at;
  while (max > 0 && next < end) {
    gsize n = bw_record_read (next, end, shape->dialect, cells, BW_RECORD_MAX_CELLS, &next);
    n = MIN (n, BW_RECORD_MAX_CELLS);
    if (!is_row (cells, n))
      continue;
    g_ptr_array_add (rows, copy_cells (cells, n, shape->dialect));
    max--;
  }
  return (gsize) (next - text);
}

GPtrArray *
bw_load_sample (const BwShape *shape, guint max)
{
  g_return_val_if_fail (shape, NULL);
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gsize size = bw_text_get_size (shape->text);
  guint n_cells = g_strv_length (shape->header);
  gsize at = sample_records (shape, shape->data_at, max - max / 2, cells, rows);
  gsize step = (size - at) / PLACES;
  guint n_each = MAX (1, max / 2 / PLACES);
  if (step < 4096) {
    sample_records (shape, at, max - rows->len, cells, rows);
    return rows;
  }
  for (guint i = 1; i < PLACES && rows->len < max; i++) {
    gsize place = MAX (at, shape->data_at + i * step);
    gsize limit = MIN (size, place + (64 << 10));
    gsize start = bw_blocks_find_record (shape, place, limit, FALSE, n_cells);
    if (start < limit)
      at = sample_records (shape, start, MIN (n_each, max - rows->len), cells, rows);
  }
  return rows;
}

static gsize
list_cells (const BwTokenizer *tokenizer, guint record, char quote, GArray *cells)
{
  guint first = bw_tokenizer_get_first (tokenizer, record);
  guint last = bw_tokenizer_get_last (tokenizer, record);
  g_array_set_size (cells, 0);
  for (guint i = first; i <= last; i++) {
    const char *start = bw_tokenizer_get_start (tokenizer, i);
    const char *end = tokenizer->base + tokenizer->scan.ends[i];
    end -= i == last && bw_tokenizer_ends_in_crlf (tokenizer, i);
    BwCellSpan cell = { start, (gsize) (end - start), quote && end > start && *start == quote };
    g_array_append_val (cells, cell);
  }
  return cells->len;
}

gboolean
bw_load_each (const BwShape *shape, BwRecordFunc func, gpointer user_data, GError **error)
{
  g_return_val_if_fail (shape && func, FALSE);
  BwTokenizer tokenizer;
  gsize size = bw_text_get_size (shape->text);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (BwCellSpan));
  g_autoptr (GError) problem = NULL;
  bw_tokenizer_init_text (&tokenizer, shape->text, shape->dialect);
  bw_tokenizer_begin (&tokenizer, shape->start_at, size);
  while (!problem && bw_tokenizer_next (&tokenizer, &problem)) {
    for (guint i = 0; i < tokenizer.n_records && !problem; i++) {
      gsize n = list_cells (&tokenizer, i, shape->dialect.quote, cells);
      const BwCellSpan *spans = (const BwCellSpan *) (void *) cells->data;
      if (n > BW_RECORD_MAX_CELLS)
        bw_tokenizer_set_columns_error (
            &tokenizer, bw_tokenizer_get_place (&tokenizer, bw_tokenizer_get_first (&tokenizer, i)),
            &problem);
      else if (n > 1 || spans->length > 0)
        func (spans, n, shape->dialect, user_data);
    }
  }
  bw_tokenizer_clear (&tokenizer);
  if (!problem)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
