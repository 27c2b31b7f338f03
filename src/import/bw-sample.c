/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads single records: a sample for recognition, and all of them for `cells`. */
#include "config.h"

#include <string.h>

#include "bw-blocks.h"
#include "bw-entity.h"
#include "bw-load.h"
#include "bw-tokenizer.h"

#define PLACES 64             /* all over the text */
#define CELL_BYTES (64 << 10) /* of a cell: the rest tells nothing of its column */
#define WINDOW_BYTES ((gsize) 16 << 10)

typedef struct {
  /* Template */
  const BwShape *shape;

  /* Owned */
  GPtrArray *rows; /* GStrv */
  BwCellSpan *cells;
  GString *cell;
  char *window;
} Sampler;

static void
sampler_init (Sampler *self, const BwShape *shape)
{
  self->shape = shape;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  self->cell = g_string_new (NULL);
  self->window = g_malloc (WINDOW_BYTES);
}

/* The rows are the caller's. */
static GPtrArray *
sampler_clear (Sampler *self)
{
  g_free (self->cells);
  g_string_free (self->cell, TRUE);
  g_free (self->window);
  return g_steal_pointer (&self->rows);
}

static GStrv
copy_cells (Sampler *self, gsize n)
{
  GStrv copy = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++) {
    BwCellSpan cell = self->cells[i];
    cell.length = MIN (cell.length, CELL_BYTES);
    g_string_truncate (self->cell, 0);
    bw_cell_read (&cell, self->shape->dialect, self->cell);
    copy[i] = g_strdup (self->cell->str);
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

/* Rows of these bytes until there are n; last: nothing follows them. Returns where the first record
 * starts that was not taken, be it that it may go on behind them. */
static const char *
take_rows (Sampler *self, const char *at, const char *end, gboolean last, guint n)
{
  while (self->rows->len < n && at < end) {
    const char *next;
    gsize n_cells =
        bw_record_read (at, end, self->shape->dialect, self->cells, BW_RECORD_MAX_CELLS, &next);
    if (next == end && !last)
      break;
    n_cells = MIN (n_cells, BW_RECORD_MAX_CELLS);
    if (is_row (self->cells, n_cells))
      g_ptr_array_add (self->rows, copy_cells (self, n_cells));
    at = next;
  }
  return at;
}

/* From a few bytes that are read for it, which spares pages of the mapping. */
static gsize
take_from_window (Sampler *self, gsize at, guint n)
{
  const BwText *text = self->shape->text;
  gsize n_bytes = MIN (WINDOW_BYTES, bw_text_get_size (text) - at);
  bw_text_read (text, at, n_bytes, self->window);
  gboolean last = at + n_bytes == bw_text_get_size (text);
  return (gsize) (take_rows (self, self->window, self->window + n_bytes, last, n) - self->window);
}

/* Rows from `at` on until there are n; returns where the next record starts. */
static gsize
sample_records (Sampler *self, gsize at, guint n)
{
  const BwText *text = self->shape->text;
  const char *start = bw_text_get_start (text);
  gsize size = bw_text_get_size (text);
  gboolean is_mapped = bw_text_is_mapped (text);
  while (self->rows->len < n && at < size) {
    gsize n_bytes = is_mapped ? take_from_window (self, at, n) : 0;
    at += n_bytes;
    if (n_bytes > 0)
      continue;
    /* In memory, or wider than the window. */
    guint wanted = is_mapped ? self->rows->len + 1 : n;
    at = (gsize) (take_rows (self, start + at, start + size, TRUE, wanted) - start);
  }
  return at;
}

GPtrArray *
bw_load_sample (const BwShape *shape, guint max)
{
  g_return_val_if_fail (shape, NULL);
  Sampler self;
  sampler_init (&self, shape);
  gsize size = bw_text_get_size (shape->text);
  guint n_cells = g_strv_length (shape->header);
  gsize at = sample_records (&self, shape->data_at, max - max / 2);
  gsize step = (size - at) / PLACES;
  guint n_each = MAX (1, max / 2 / PLACES);
  if (step < 4096) {
    sample_records (&self, at, max);
    return sampler_clear (&self);
  }
  for (guint i = 1; i < PLACES && self.rows->len < max; i++) {
    gsize place = MAX (at, shape->data_at + i * step);
    gsize limit = MIN (size, place + (64 << 10));
    gsize start = bw_blocks_find_record (shape, NULL, place, limit, FALSE, n_cells);
    if (start < limit)
      at = sample_records (&self, start, MIN (self.rows->len + n_each, max));
  }
  return sampler_clear (&self);
}

/* Whether every '&' of the cell begins a name; n: how many do. Addresses have their own use for it.
 */
static gboolean
has_names_only (const char *cell, gsize *n)
{
  if (strstr (cell, "://"))
    return TRUE;
  const char *end = cell + strlen (cell);
  gunichar sign;
  for (const char *at = cell; (at = strchr (at, '&')); (*n)++)
    if (!(at = bw_entity_read (at, end, &sign)))
      return FALSE;
  return TRUE;
}

static gboolean
has_entities (GPtrArray *rows)
{
  gsize n = 0;
  for (guint i = 0; i < rows->len; i++)
    for (GStrv cell = rows->pdata[i]; *cell; cell++)
      if (!has_names_only (*cell, &n))
        return FALSE;
  return n > 0;
}

gboolean
bw_sample_resolve_entities (GPtrArray *rows)
{
  g_return_val_if_fail (rows, FALSE);
  if (!has_entities (rows))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    for (GStrv cell = rows->pdata[i]; *cell; cell++) {
      g_autofree char *text = *cell;
      g_autoptr (GString) signs = g_string_new (NULL);
      bw_entities_append (signs, text, strlen (text));
      *cell = g_string_free_and_steal (g_steal_pointer (&signs));
    }
  return TRUE;
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
