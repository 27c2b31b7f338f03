/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are numbered by their texts, then laid out group by group. */
#include "config.h"

#include <string.h>

#include "bw-large.h"
#include "bw-parallel.h"
#include "bw-row-index.h"
#include "bw-row-key.h"

#define BLOCK 16384
#define EMPTY G_MAXUINT32

struct _BwRowIndex {
  /* Borrowed */
  const BwTable *table;
  guint column;

  /* Owned */
  guint32 n_groups;
  gsize *starts; /* n_groups + 1, into rows */
  guint32 *rows;
  guint32 *slots; /* groups by key */
  guint64 *keys;  /* of each group */
  gsize mask;
};

typedef struct {
  const BwTable *table;
  guint column;
  guint64 *keys; /* of each row */
} Reading;

/* --- Keys ------------------------------------------------------------------------------------- */

void
bw_row_index_make_key (const BwTable *table, gsize row, guint column, GString *key)
{
  g_string_truncate (key, 0);
  bw_table_read_text (table, row, column, key);
  const char *text = key->str;
  gsize length = key->len;
  bw_row_key_trim (&text, &length);
  g_string_erase (key, 0, text - key->str);
  g_string_truncate (key, length);
  g_string_ascii_down (key);
}

static void
read_block_cb (guint block, int worker, gpointer user_data)
{
  Reading *self = user_data;
  gsize first = (gsize) block * BLOCK;
  gsize end = MIN (first + BLOCK, bw_table_get_n_rows (self->table));
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize row = first; row < end; row++) {
    g_string_truncate (text, 0);
    if (bw_table_get_aside (self->table, row) == BW_ASIDE_NONE)
      bw_table_read_text (self->table, row, self->column, text);
    self->keys[row] = bw_row_key (text->str, text->len);
  }
}

guint64 *
bw_row_index_read_keys (const BwTable *table, guint column)
{
  gsize n_rows = bw_table_get_n_rows (table);
  Reading reading = { table, column, bw_large_new (n_rows + 1, sizeof (guint64)) };
  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), NULL, read_block_cb, &reading);
  return reading.keys;
}

static gboolean
has_same_text (gsize row, gsize other, gconstpointer user_data)
{
  const BwRowIndex *self = user_data;
  g_autoptr (GString) text = g_string_sized_new (32);
  g_autoptr (GString) other_text = g_string_sized_new (32);
  bw_row_index_make_key (self->table, row, self->column, text);
  bw_row_index_make_key (self->table, other, self->column, other_text);
  return g_string_equal (text, other_text);
}

/* --- Groups ----------------------------------------------------------------------------------- */

static void
lay_out_rows (BwRowIndex *self, const guint32 *numbers)
{
  gsize n_rows = bw_table_get_n_rows (self->table);
  self->starts = g_new0 (gsize, (gsize) self->n_groups + 2);
  for (gsize row = 0; row < n_rows; row++)
    self->starts[numbers[row]]++;
  self->starts[0] = 0;
  for (gsize g = 0; g < self->n_groups; g++)
    self->starts[g + 1] += self->starts[g];
  self->rows = g_new (guint32, self->starts[self->n_groups] + 1);
  g_autofree gsize *next = g_memdup2 (self->starts, (self->n_groups + 1) * sizeof (gsize));
  for (gsize row = 0; row < n_rows; row++)
    if (numbers[row] > 0)
      self->rows[next[numbers[row] - 1]++] = (guint32) row;
}

/* The slot of the group that has this key and text, or the empty one for it. */
static gsize
find_slot (const BwRowIndex *self, guint64 key, const GString *text)
{
  g_autoptr (GString) other = g_string_sized_new (32);
  gsize slot = key & self->mask;
  for (; self->slots[slot] != EMPTY; slot = (slot + 1) & self->mask) {
    guint32 group = self->slots[slot];
    if (self->keys[group] != key)
      continue;
    bw_row_index_make_key (self->table, self->rows[self->starts[group]], self->column, other);
    if (g_string_equal (text, other))
      break;
  }
  return slot;
}

static void
fill_slots (BwRowIndex *self, const guint64 *keys)
{
  gsize n_slots = 16;
  while (n_slots < 2 * (gsize) self->n_groups)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new (guint32, n_slots);
  self->keys = g_new (guint64, (gsize) self->n_groups + 1);
  memset (self->slots, 0xff, n_slots * sizeof (guint32));
  for (guint32 group = 0; group < self->n_groups; group++) {
    gsize slot = (self->keys[group] = keys[self->rows[self->starts[group]]]) & self->mask;
    while (self->slots[slot] != EMPTY)
      slot = (slot + 1) & self->mask;
    self->slots[slot] = group;
  }
}

BwRowIndex *
bw_row_index_new (const BwTable *table, guint column)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (column < bw_table_get_n_columns (table), NULL);
  g_return_val_if_fail (bw_table_get_n_rows (table) < EMPTY, NULL);
  BwRowIndex *self = g_new0 (BwRowIndex, 1);
  self->table = table;
  self->column = column;
  guint64 *keys = bw_row_index_read_keys (table, column);
  guint32 *numbers =
      bw_row_keys_number (keys, bw_table_get_n_rows (table), has_same_text, self, &self->n_groups);
  lay_out_rows (self, numbers);
  fill_slots (self, keys);
  bw_large_free (numbers);
  bw_large_free (keys);
  return self;
}

void
bw_row_index_free (BwRowIndex *self)
{
  if (!self)
    return;
  g_free (self->starts);
  g_free (self->rows);
  g_free (self->slots);
  g_free (self->keys);
  g_free (self);
}

gsize
bw_row_index_get_n_groups (const BwRowIndex *self)
{
  g_return_val_if_fail (self, 0);
  return self->n_groups;
}

const guint32 *
bw_row_index_get_rows (const BwRowIndex *self, gsize group, gsize *n)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail (group < self->n_groups, NULL);
  *n = self->starts[group + 1] - self->starts[group];
  return self->rows + self->starts[group];
}

gboolean
bw_row_index_find (const BwRowIndex *self, const GString *key, gsize *group)
{
  g_return_val_if_fail (self, FALSE);
  guint64 hash = bw_row_key (key->str, key->len);
  if (hash == 0)
    return FALSE;
  guint32 found = self->slots[find_slot (self, hash, key)];
  if (found == EMPTY)
    return FALSE;
  *group = found;
  return TRUE;
}
