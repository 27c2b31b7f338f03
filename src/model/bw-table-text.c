/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a row of a table back to the text of its file. */
#include "config.h"

#include <string.h>

#include "bw-civil.h"
#include "bw-entity.h"
#include "bw-large.h"
#include "bw-table-private.h"

BwPart *
bw_part_new (const BwTablePart *part, GPtrArray *columns)
{
  BwPart *self = g_new (BwPart, 1);
  *self = (BwPart) { .at = *part };
  if (part->offsets)
    self->offsets = g_bytes_new_with_free_func (part->offsets, part->n_rows * sizeof (gint64),
                                                bw_large_free, part->offsets);
  if (!part->columns_of) {
    self->at.columns_of = g_new (int, columns->len + 1);
    for (guint c = 0; c < columns->len; c++)
      self->at.columns_of[c] = ((const BwColumn *) g_ptr_array_index (columns, c))->index;
  }
  for (guint c = 0; c < columns->len; c++)
    self->width = MAX (self->width, self->at.columns_of[c] + 1);
  return self;
}

BwPart *
bw_part_new_moved (const BwPart *part, gsize rows_before, int *columns_of)
{
  BwPart *self = g_memdup2 (part, sizeof (BwPart));
  self->at.text = part->at.text ? bw_text_ref (part->at.text) : NULL;
  self->offsets = part->offsets ? g_bytes_ref (part->offsets) : NULL;
  self->at.first_row += rows_before;
  self->at.columns_of = columns_of;
  return self;
}

void
bw_part_free (BwPart *part)
{
  g_clear_pointer (&part->at.text, bw_text_unref);
  g_clear_pointer (&part->offsets, g_bytes_unref);
  g_free (part->at.columns_of);
  g_free (part);
}

gboolean
bw_table_is_damaged (const BwTable *table)
{
  g_return_val_if_fail (table, FALSE);
  GPtrArray *parts = bw_table_get_parts (table);
  for (guint i = 0; i < parts->len; i++) {
    const BwPart *part = g_ptr_array_index (parts, i);
    if (part->at.text && bw_text_is_damaged (part->at.text))
      return TRUE;
  }
  return FALSE;
}

static const BwPart *
find_part (const BwTable *table, gsize row)
{
  GPtrArray *parts = bw_table_get_parts (table);
  guint low = 0;
  guint high = parts->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const BwPart *part = g_ptr_array_index (parts, middle);
    if (row < part->at.first_row)
      high = middle;
    else if (row - part->at.first_row >= part->at.n_rows)
      low = middle + 1;
    else
      return part;
  }
  return NULL;
}

const BwTablePart *
bw_table_find_part (const BwTable *table, gsize row)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (row < bw_table_get_n_rows (table), NULL);
  const BwPart *part = find_part (table, row);
  return part ? &part->at : NULL;
}

/* Where the record of the row begins; NULL when its text is not kept. */
static const char *
find_record (const BwPart *part, gsize row, const char **end)
{
  if (!part || !part->at.text || !part->offsets)
    return NULL;
  const char *start = bw_text_get_start (part->at.text);
  gsize size = bw_text_get_size (part->at.text);
  gint64 offset = part->at.offsets[row - part->at.first_row];
  *end = start + size;
  return offset >= 0 && (gsize) offset < size ? start + offset : NULL;
}

/* One cell of a record. Reads little more than it needs: a cell that another cell or record
 * follows is whole, wherever the window that was looked at ends. */
static gboolean
find_cell (const BwPart *part, const char *at, const char *end, int index, BwCellSpan *cell)
{
  BwCellSpan few[8];
  gsize wanted = (gsize) index + 1;
  g_autofree BwCellSpan *many = wanted > G_N_ELEMENTS (few) ? g_new (BwCellSpan, wanted) : NULL;
  BwCellSpan *cells = many ? many : few;
  gsize size = (gsize) (end - at);
  for (gsize window = 32 * wanted;; window *= 4) {
    const char *edge = at + MIN (window, size);
    const char *next;
    gsize n = bw_record_read (at, edge, part->at.dialect, cells, wanted, &next);
    if (n <= wanted && next == edge && edge < end)
      continue;
    if (n >= wanted)
      *cell = cells[index];
    return n >= wanted;
  }
}

static void
read_cell (const BwPart *part, const BwCellSpan *cell, GString *out)
{
  gsize before = out->len;
  bw_cell_read (cell, part->at.dialect, out);
  if (!part->at.entities || !memchr (out->str + before, '&', out->len - before))
    return;
  g_autofree char *text = g_strndup (out->str + before, out->len - before);
  gsize n = out->len - before;
  g_string_truncate (out, before);
  bw_entities_append (out, text, n);
}

static void
append_time (GString *out, gint64 unix_time)
{
  gint64 days = bw_civil_floor_days (unix_time);
  int second = (int) (unix_time - days * 86400);
  int year, month, day;
  bw_civil_from_days (days, &year, &month, &day);
  g_string_append_printf (out, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, second / 3600,
                          second / 60 % 60, second % 60);
}

/* Of a column that no text tells. */
static void
read_value (const BwTable *table, gsize row, guint c, GString *out)
{
  const BwColumn *column = bw_table_get_column (table, c);
  if (bw_store_is_code (column->store)) {
    guint32 code = bw_column_code (column, row);
    if (code > 0)
      g_string_append (out, bw_dictionary_get_text (column->dictionary, code - 1));
  } else if (column->store == BW_STORE_TIME) {
    if (bw_column_time (column, row) != BW_TIME_NONE)
      append_time (out, bw_column_time (column, row));
  } else if (column->store == BW_STORE_INT) {
    if (bw_column_int (column, row) != BW_MISSING)
      g_string_append_printf (out, "%d", bw_column_int (column, row));
  }
}

void
bw_table_read_text (const BwTable *table, gsize row, guint column, GString *out)
{
  g_return_if_fail (table);
  g_return_if_fail (row < bw_table_get_n_rows (table));
  g_return_if_fail (column < bw_table_get_n_columns (table));
  const BwPart *part = find_part (table, row);
  const char *end;
  const char *at = find_record (part, row, &end);
  int index = at ? part->at.columns_of[column] : -1;
  if (index < 0) {
    read_value (table, row, column, out);
    return;
  }
  BwCellSpan cell;
  if (find_cell (part, at, end, index, &cell))
    read_cell (part, &cell, out);
}

char *
bw_table_dup_text (const BwTable *table, gsize row, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  bw_table_read_text (table, row, column, text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
bw_table_read_texts (const BwTable *table, gsize row, const guint *columns, guint n, GString *out)
{
  g_return_if_fail (table);
  g_return_if_fail (row < bw_table_get_n_rows (table));
  const BwPart *part = find_part (table, row);
  const char *end, *next;
  const char *at = find_record (part, row, &end);
  int width = 0;
  for (guint i = 0; at && i < n; i++)
    width = MAX (width, part->at.columns_of[columns[i]] + 1);
  BwCellSpan few[64];
  g_autofree BwCellSpan *many =
      width > (int) G_N_ELEMENTS (few) ? g_new (BwCellSpan, (gsize) width) : NULL;
  BwCellSpan *cells = many ? many : few;
  gsize n_cells =
      width > 0 ? bw_record_read (at, end, part->at.dialect, cells, (gsize) width, &next) : 0;
  n_cells = MIN (n_cells, (gsize) width);
  for (guint i = 0; i < n; i++) {
    int index = at ? part->at.columns_of[columns[i]] : -1;
    if (index < 0)
      read_value (table, row, columns[i], out);
    else if ((gsize) index < n_cells)
      read_cell (part, &cells[index], out);
    g_string_append_c (out, '\n');
  }
}

void
bw_table_let_go (const BwTable *table)
{
  g_return_if_fail (table);
  GPtrArray *parts = bw_table_get_parts (table);
  for (guint i = 0; i < parts->len; i++) {
    const BwPart *part = g_ptr_array_index (parts, i);
    if (part->at.text)
      bw_text_let_go (part->at.text);
  }
}

GStrv
bw_table_dup_row (const BwTable *table, gsize row)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (row < bw_table_get_n_rows (table), NULL);
  const BwPart *part = find_part (table, row);
  const char *end, *next;
  const char *at = find_record (part, row, &end);
  gsize width = at ? (gsize) part->width : 0;
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, width + 1);
  gsize n = at ? bw_record_read (at, end, part->at.dialect, cells, width, &next) : 0;
  n = MIN (n, width);

  guint n_columns = bw_table_get_n_columns (table);
  GStrv texts = g_new (char *, n_columns + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint c = 0; c < n_columns; c++) {
    g_string_truncate (text, 0);
    if (!at || part->at.columns_of[c] < 0)
      read_value (table, row, c, text);
    else if ((gsize) part->at.columns_of[c] < n)
      read_cell (part, &cells[part->at.columns_of[c]], text);
    texts[c] = g_strndup (text->str, text->len);
  }
  texts[n_columns] = NULL;
  return texts;
}

static gint64
count_byte (const char *at, const char *end, char byte)
{
  gint64 n = 0;
  while ((at = memchr (at, byte, (gsize) (end - at)))) {
    n++;
    at++;
  }
  return n;
}

/* CRs that end a line by themselves. */
static gint64
count_bare_returns (const char *at, const char *end)
{
  gint64 n = 0;
  while ((at = memchr (at, '\r', (gsize) (end - at)))) {
    at++;
    n += at == end || *at != '\n';
  }
  return n;
}

gint64
bw_table_get_line (const BwTable *table, gsize row)
{
  g_return_val_if_fail (table, 0);
  g_return_val_if_fail (row < bw_table_get_n_rows (table), 0);
  const BwPart *part = find_part (table, row);
  const char *end;
  const char *at = find_record (part, row, &end);
  if (!at)
    return 0;
  const char *start = bw_text_get_start (part->at.text);
  return 1 + count_byte (start, at, '\n') + count_bare_returns (start, at);
}

gint64 *
bw_table_get_lines (const BwTable *table, const guint32 *rows, gsize n)
{
  g_return_val_if_fail (table, NULL);
  gint64 *lines = g_new0 (gint64, n + 1);
  const BwPart *before = NULL;
  const char *from = NULL;
  gint64 line = 1;
  for (gsize i = 0; i < n; i++) {
    const BwPart *part = find_part (table, rows[i]);
    const char *end;
    const char *at = find_record (part, rows[i], &end);
    if (!at)
      continue;
    if (part != before || at < from) {
      before = part;
      from = bw_text_get_start (part->at.text);
      line = 1;
    }
    line += count_byte (from, at, '\n') + count_bare_returns (from, at);
    from = at;
    lines[i] = line;
  }
  return lines;
}

char *
bw_table_dup_record (const BwTable *table, gsize row)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (row < bw_table_get_n_rows (table), NULL);
  const BwPart *part = find_part (table, row);
  const char *end, *next;
  const char *at = find_record (part, row, &end);
  if (!at)
    return NULL;
  bw_record_read (at, end, part->at.dialect, NULL, 0, &next);
  while (next > at && (next[-1] == '\n' || next[-1] == '\r'))
    next--;
  return g_strndup (at, (gsize) (next - at));
}
