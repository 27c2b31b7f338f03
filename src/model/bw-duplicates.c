/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds copies of a row: ids are read from the texts, hashed in parallel, and gathered in groups
 * through one open-addressed table of row numbers. */
#include "config.h"

#include <string.h>

#include "bw-duplicates.h"
#include "bw-parallel.h"

#define BLOCK 16384
#define NO_ID 0
#define EMPTY G_MAXUINT32

typedef struct {
  /* Template */
  const BwTable *table;
  const BwFileRows *files;
  gsize n_files;
  guint id; /* the column */

  /* Borrowed */
  const BwColumn *updated;

  /* Owned */
  guint64 *hashes; /* of each row; NO_ID = takes no part */
  guint32 *slots;  /* newest row of a group */
  guint32 *groups; /* of each row: its slot */
  gsize mask;
  GString *ids[2];
} Search;

static void
clear_search (Search *search)
{
  g_string_free (search->ids[0], TRUE);
  g_string_free (search->ids[1], TRUE);
  g_free (search->hashes);
  g_free (search->slots);
  g_free (search->groups);
}

static gboolean
find_id_column (Search *search)
{
  for (guint c = 0; c < bw_table_get_n_columns (search->table); c++) {
    if (bw_table_get_column (search->table, c)->field == BW_FIELD_ID) {
      search->id = c;
      return TRUE;
    }
  }
  return FALSE;
}

static gsize
find_file (const Search *search, gsize row)
{
  gsize f = 0;
  while (row - search->files[f].first >= search->files[f].n)
    f++;
  return f;
}

/* --- Ids -------------------------------------------------------------------------------------- */

static guint64
hash_id (const char *id, gsize length, guint product)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) + product;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) id[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ (hash >> 32)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 29;
  return hash == NO_ID ? 1 : hash;
}

/* A row that is no entry at all has no id; nor may one that cannot be counted replace one that can.
 */
static gboolean
takes_part (BwAside aside)
{
  return aside != BW_ASIDE_RAGGED && aside != BW_ASIDE_TOTAL && aside != BW_ASIDE_NO_DATE;
}

static void
hash_block_cb (guint block, int worker, gpointer user_data)
{
  Search *search = user_data;
  gsize first = (gsize) block * BLOCK;
  gsize last = MIN (first + BLOCK, bw_table_get_n_rows (search->table));
  g_autoptr (GString) id = g_string_new (NULL);
  for (gsize row = first; row < last; row++) {
    g_string_truncate (id, 0);
    if (takes_part (bw_table_get_aside (search->table, row)))
      bw_table_read_text (search->table, row, search->id, id);
    guint product = search->files[find_file (search, row)].product;
    search->hashes[row] = id->len > 0 ? hash_id (id->str, id->len, product) : NO_ID;
  }
}

static gboolean
is_same_id (const Search *search, gsize a, gsize b)
{
  if (search->hashes[a] != search->hashes[b])
    return FALSE;
  g_string_truncate (search->ids[0], 0);
  g_string_truncate (search->ids[1], 0);
  bw_table_read_text (search->table, a, search->id, search->ids[0]);
  bw_table_read_text (search->table, b, search->id, search->ids[1]);
  return g_string_equal (search->ids[0], search->ids[1]) &&
         search->files[find_file (search, a)].product ==
             search->files[find_file (search, b)].product;
}

/* --- Groups ----------------------------------------------------------------------------------- */

/* row comes after other in the table. */
static gboolean
is_newer (const Search *search, gsize row, gsize other)
{
  gint64 time = search->updated ? bw_column_time (search->updated, row) : BW_TIME_NONE;
  gint64 before = search->updated ? bw_column_time (search->updated, other) : BW_TIME_NONE;
  return time == BW_TIME_NONE || before == BW_TIME_NONE || time >= before;
}

static void
add_row (Search *search, guint32 row)
{
  gsize slot = search->hashes[row] & search->mask;
  while (search->slots[slot] != EMPTY && !is_same_id (search, search->slots[slot], row))
    slot = (slot + 1) & search->mask;
  if (search->slots[slot] == EMPTY || is_newer (search, row, search->slots[slot]))
    search->slots[slot] = row;
  search->groups[row] = (guint32) slot;
}

static void
gather_groups (Search *search, gsize n_rows)
{
  gsize n_slots = 1024;
  while (n_slots < 2 * n_rows)
    n_slots *= 2;
  search->mask = n_slots - 1;
  search->slots = g_new (guint32, n_slots);
  search->groups = g_new (guint32, n_rows);
  memset (search->slots, 0xff, n_slots * sizeof (guint32));
  for (gsize row = 0; row < n_rows; row++)
    if (search->hashes[row] != NO_ID)
      add_row (search, (guint32) row);
}

static guint8 *
copy_asides (const BwTable *table)
{
  const guint8 *old = bw_table_get_asides (table);
  gsize n = bw_table_get_n_rows (table);
  guint8 *aside = g_malloc0 (n + 1);
  if (old)
    memcpy (aside, old, n);
  return aside;
}

static guint8 *
set_copies_aside (const Search *search)
{
  guint8 *aside = NULL;
  for (gsize f = 0; f < search->n_files; f++) {
    const BwFileRows *file = &search->files[f];
    for (gsize row = file->first; row < file->first + file->n; row++) {
      if (search->hashes[row] == NO_ID ||
          search->slots[search->groups[row]] - file->first < file->n)
        continue;
      if (!aside)
        aside = copy_asides (search->table);
      if (aside[row] == BW_ASIDE_NONE)
        aside[row] = BW_ASIDE_DUPLICATE;
    }
  }
  return aside;
}

guint8 *
bw_find_duplicates (const BwTable *table, const BwFileRows *files, gsize n_files)
{
  g_return_val_if_fail (table, NULL);
  gsize n_rows = bw_table_get_n_rows (table);
  g_return_val_if_fail (n_rows < EMPTY, NULL);
  Search search = { .table = table, .files = files, .n_files = n_files };
  if (n_files < 2 || n_rows == 0 || !find_id_column (&search))
    return NULL;

  search.updated = bw_table_find (table, BW_FIELD_UPDATED);
  search.ids[0] = g_string_new (NULL);
  search.ids[1] = g_string_new (NULL);
  search.hashes = g_new (guint64, n_rows);
  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), NULL, hash_block_cb, &search);
  gather_groups (&search, n_rows);
  guint8 *aside = set_copies_aside (&search);
  clear_search (&search);
  return aside;
}
