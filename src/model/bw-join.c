/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins by the texts of two columns. */
#include "config.h"

#include <string.h>

#include "bw-join.h"
#include "bw-parallel.h"
#include "bw-row-index.h"

#define BLOCK 16384

typedef struct {
  const BwTable *table;
  guint column;
  const BwRowIndex *index;
  guint32 *matches;
} Search;

/* BW_JOIN_NONE = there is none. */
static guint32
find_match (const Search *search, gsize row, GString *key)
{
  gsize group, n;
  bw_row_index_make_key (search->table, row, search->column, key);
  if (!bw_row_index_find (search->index, key, &group))
    return BW_JOIN_NONE;
  const guint32 *rows = bw_row_index_get_rows (search->index, group, &n);
  return rows[n - 1];
}

static void
search_block_cb (guint block, int worker, gpointer user_data)
{
  Search *search = user_data;
  gsize first = (gsize) block * BLOCK;
  gsize last = MIN (first + BLOCK, bw_table_get_n_rows (search->table));
  g_autoptr (GString) key = g_string_new (NULL);
  for (gsize row = first; row < last; row++)
    search->matches[row] = find_match (search, row, key);
}

guint32 *
bw_join_find (const BwTable *table,
              BwFieldId field,
              const BwTable *other,
              BwFieldId other_field,
              GCancellable *cancellable)
{
  g_return_val_if_fail (table && other, NULL);
  int column = bw_table_find_index (table, field);
  int other_column = bw_table_find_index (other, other_field);
  if (column < 0 || other_column < 0)
    return NULL;
  g_autoptr (BwRowIndex) index = bw_row_index_new (other, (guint) other_column);
  gsize n_rows = bw_table_get_n_rows (table);
  Search search = { table, (guint) column, index, g_new (guint32, n_rows + 1) };
  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), cancellable, search_block_cb, &search);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&search.matches, g_free);
  return search.matches;
}

BwBits *
bw_join_select (const BwTable *table,
                const BwBits *rows,
                BwFieldId field,
                const BwTable *other,
                BwFieldId other_field)
{
  g_return_val_if_fail (table && rows && other, NULL);
  int column = bw_table_find_index (table, field);
  int other_column = bw_table_find_index (other, other_field);
  if (column < 0 || other_column < 0)
    return NULL;
  g_autoptr (BwRowIndex) index = bw_row_index_new (other, (guint) other_column);
  g_autoptr (GString) key = g_string_new (NULL);
  Search search = { table, (guint) column, index, NULL };
  BwBits *selected = bw_bits_new (bw_table_get_n_rows (other), FALSE);
  for (gsize row = 0; row < rows->n; row++) {
    guint32 match = bw_bits_has (rows, row) ? find_match (&search, row, key) : BW_JOIN_NONE;
    if (match != BW_JOIN_NONE)
      bw_bits_set (selected, match, TRUE);
  }
  return selected;
}

/* --- Dimensions ------------------------------------------------------------------------------- */

static gboolean
is_lent (const BwTable *table, const BwColumn *column)
{
  const BwField *field = bw_field_get (column->field);
  return field && bw_store_is_code (column->store) && !bw_table_find (table, column->field) &&
         (field->value == BW_VALUE_DIMENSION || field->value == BW_VALUE_PRIORITY ||
          field->value == BW_VALUE_TAGS);
}

static void
write_code (BwColumn *column, gsize row, guint32 code)
{
  if (column->store == BW_STORE_CODE8)
    ((guint8 *) column->values)[row] = (guint8) code;
  else if (column->store == BW_STORE_CODE16)
    ((guint16 *) column->values)[row] = (guint16) code;
  else
    ((guint32 *) column->values)[row] = code;
}

static BwColumn *
lend (const BwColumn *from, const guint32 *matches, gsize n_rows)
{
  BwColumn *column = bw_column_new (from->field, from->header, -1, from->store, n_rows);
  column->dictionary = bw_dictionary_ref (from->dictionary);
  for (gsize row = 0; row < n_rows; row++) {
    guint32 code = matches[row] == BW_JOIN_NONE ? 0 : bw_column_code (from, matches[row]);
    write_code (column, row, code);
    column->n_present += code != 0;
  }
  return column;
}

BwTable *
bw_join_dimensions (BwTable *table, const BwTable *other, const guint32 *matches)
{
  g_return_val_if_fail (table && other && matches, NULL);
  g_autoptr (GPtrArray) lent = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  for (guint c = 0; c < bw_table_get_n_columns (other); c++) {
    const BwColumn *column = bw_table_get_column (other, c);
    if (is_lent (table, column))
      g_ptr_array_add (lent, lend (column, matches, bw_table_get_n_rows (table)));
  }
  return lent->len > 0 ? bw_table_with_columns (table, g_steal_pointer (&lent))
                       : bw_table_ref (table);
}

/* --- Merging ---------------------------------------------------------------------------------- */

static void
fill_row (BwTable *table, gsize row, gsize from)
{
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    BwColumn *column = (BwColumn *) bw_table_get_column (table, c);
    gsize width = bw_store_width (column->store);
    if (width == 0 || !bw_column_is_missing (column, row) || bw_column_is_missing (column, from))
      continue;
    memcpy ((char *) column->values + row * width, (char *) column->values + from * width, width);
    column->n_present++;
  }
}

static gsize
find_input (const gsize *starts, gsize row)
{
  gsize input = 0;
  while (row >= starts[input + 1])
    input++;
  return input;
}

static guint8 *
copy_asides (const BwTable *table)
{
  const guint8 *old = bw_table_get_asides (table);
  guint8 *aside = g_malloc0 (bw_table_get_n_rows (table) + 1);
  if (old)
    memcpy (aside, old, bw_table_get_n_rows (table));
  return aside;
}

BwTable *
bw_join_merge (BwTable *const *tables, gsize n)
{
  g_return_val_if_fail (n >= 1, NULL);
  g_autofree gsize *starts = g_new0 (gsize, n + 1);
  for (gsize t = 0; t < n; t++)
    starts[t + 1] = starts[t] + bw_table_get_n_rows (tables[t]);
  BwTable *table = bw_table_concat (tables, n);
  int id = bw_table_find_index (table, BW_FIELD_ID);
  if (n == 1 || id < 0)
    return table;

  g_autoptr (BwTable) all = table;
  g_autoptr (BwRowIndex) index = bw_row_index_new (all, (guint) id);
  guint8 *aside = copy_asides (all);
  for (gsize group = 0; group < bw_row_index_get_n_groups (index); group++) {
    gsize n_rows;
    const guint32 *rows = bw_row_index_get_rows (index, group, &n_rows);
    for (gsize i = 1; i < n_rows; i++) {
      if (find_input (starts, rows[i]) == find_input (starts, rows[0]))
        continue;
      fill_row (all, rows[0], rows[i]);
      aside[rows[i]] = BW_ASIDE_DUPLICATE;
    }
  }
  return bw_table_with_aside (all, aside);
}
