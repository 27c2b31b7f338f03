/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds copies of a row: ids are read from the texts and hashed in parallel, rows are dealt out by
 * hash into shares that fit a cache, and each share is gathered in groups by itself. */
#include "config.h"

#include <string.h>

#include "bw-duplicates.h"
#include "bw-parallel.h"

#define BLOCK 16384
#define N_SHARES 256
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
  guint32 *rows;   /* ascending in each share */
  gsize starts[N_SHARES + 1];
  guint8 *aside;
  int found;
} Search;

/* The rows of one share. */
typedef struct {
  const Search *search;
  const guint32 *rows;
  gsize n;
  gsize mask;
  guint32 *slots;  /* newest row of a group */
  guint32 *groups; /* of each row: its slot */
  GString *ids[2];
} Share;

static gboolean
find_id_column (Search *search)
{
  int column = bw_table_find_index (search->table, BW_FIELD_ID);
  search->id = (guint) MAX (column, 0);
  return column >= 0;
}

/* Index of the file that gave the row. */
static gsize
find_file (const Search *search, gsize row)
{
  gsize low = 0;
  gsize high = search->n_files;
  while (high - low > 1) {
    gsize middle = low + (high - low) / 2;
    if (row < search->files[middle].first)
      high = middle;
    else
      low = middle;
  }
  return low;
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

/* --- Shares ----------------------------------------------------------------------------------- */

static inline gsize
get_share (guint64 hash)
{
  return hash >> 56;
}

static void
deal_out (Search *search, gsize n_rows)
{
  gsize next[N_SHARES];
  for (gsize row = 0; row < n_rows; row++)
    if (search->hashes[row] != NO_ID)
      search->starts[get_share (search->hashes[row]) + 1]++;
  for (gsize s = 0; s < N_SHARES; s++) {
    search->starts[s + 1] += search->starts[s];
    next[s] = search->starts[s];
  }
  search->rows = g_new (guint32, search->starts[N_SHARES] + 1);
  for (gsize row = 0; row < n_rows; row++)
    if (search->hashes[row] != NO_ID)
      search->rows[next[get_share (search->hashes[row])]++] = (guint32) row;
}

static gboolean
is_same_id (const Share *share, gsize a, gsize b)
{
  const Search *search = share->search;
  if (search->hashes[a] != search->hashes[b])
    return FALSE;
  g_string_truncate (share->ids[0], 0);
  g_string_truncate (share->ids[1], 0);
  bw_table_read_text (search->table, a, search->id, share->ids[0]);
  bw_table_read_text (search->table, b, search->id, share->ids[1]);
  return g_string_equal (share->ids[0], share->ids[1]) &&
         search->files[find_file (search, a)].product ==
             search->files[find_file (search, b)].product;
}

/* row comes after other in the table. */
static gboolean
is_newer (const Search *search, gsize row, gsize other)
{
  gint64 time = search->updated ? bw_column_time (search->updated, row) : BW_TIME_NONE;
  gint64 before = search->updated ? bw_column_time (search->updated, other) : BW_TIME_NONE;
  return time == BW_TIME_NONE || before == BW_TIME_NONE || time >= before;
}

static void
gather_groups (Share *share)
{
  const Search *search = share->search;
  for (gsize i = 0; i < share->n; i++) {
    guint32 row = share->rows[i];
    gsize slot = search->hashes[row] & share->mask;
    while (share->slots[slot] != EMPTY && !is_same_id (share, share->slots[slot], row))
      slot = (slot + 1) & share->mask;
    if (share->slots[slot] == EMPTY || is_newer (search, row, share->slots[slot]))
      share->slots[slot] = row;
    share->groups[i] = (guint32) slot;
  }
}

/* A row that is not in the file of the newest of its group. */
static void
set_copies_aside (const Share *share, Search *search)
{
  gboolean found = FALSE;
  for (gsize i = 0; i < share->n; i++) {
    guint32 row = share->rows[i];
    guint32 newest = share->slots[share->groups[i]];
    if (newest == row || search->aside[row] != BW_ASIDE_NONE ||
        find_file (search, newest) == find_file (search, row))
      continue;
    search->aside[row] = BW_ASIDE_DUPLICATE;
    found = TRUE;
  }
  if (found)
    g_atomic_int_set (&search->found, TRUE);
}

static void
search_share_cb (guint i, int worker, gpointer user_data)
{
  Search *search = user_data;
  Share share = { .search = search };
  share.rows = search->rows + search->starts[i];
  share.n = search->starts[i + 1] - search->starts[i];
  gsize n_slots = 16;
  while (n_slots < 2 * share.n)
    n_slots *= 2;
  share.mask = n_slots - 1;
  g_autofree guint32 *slots = share.slots = g_new (guint32, n_slots);
  g_autofree guint32 *groups = share.groups = g_new (guint32, share.n + 1);
  g_autoptr (GString) first = share.ids[0] = g_string_new (NULL);
  g_autoptr (GString) second = share.ids[1] = g_string_new (NULL);
  memset (slots, 0xff, n_slots * sizeof (guint32));
  gather_groups (&share);
  set_copies_aside (&share, search);
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

guint8 *
bw_find_duplicates (const BwTable *table,
                    const BwFileRows *files,
                    gsize n_files,
                    GCancellable *cancellable)
{
  g_return_val_if_fail (table, NULL);
  gsize n_rows = bw_table_get_n_rows (table);
  g_return_val_if_fail (n_rows < EMPTY, NULL);
  Search search = { .table = table, .files = files, .n_files = n_files };
  if (n_files < 2 || n_rows == 0 || !find_id_column (&search))
    return NULL;

  search.updated = bw_table_find (table, BW_FIELD_UPDATED);
  search.aside = copy_asides (table);
  search.hashes = g_new (guint64, n_rows);
  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), cancellable, hash_block_cb, &search);
  if (!g_cancellable_is_cancelled (cancellable)) {
    deal_out (&search, n_rows);
    bw_parallel_for (N_SHARES, cancellable, search_share_cb, &search);
  }
  g_free (search.hashes);
  g_free (search.rows);
  if (!search.found || g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&search.aside, g_free);
  return search.aside;
}
