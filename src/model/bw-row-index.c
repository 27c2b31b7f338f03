/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts are hashed in parallel, rows dealt out by hash into shares, and each share is gathered in
 * groups by itself. */
#include "config.h"

#include <string.h>

#include "bw-parallel.h"
#include "bw-row-index.h"

#define BLOCK 16384
#define N_SHARES 64
#define NO_TEXT 0
#define EMPTY G_MAXUINT32

typedef struct {
  guint32 *slots; /* first row of a group */
  gsize mask;
} Share;

struct _BwRowIndex {
  /* Borrowed */
  const BwTable *table;
  guint column;

  /* Owned */
  gsize n_rows;
  guint64 *hashes; /* of each row */
  guint32 *groups; /* of each row: its first row, then its group */
  Share shares[N_SHARES];
  gsize n_groups;
  gsize *starts; /* n_groups + 1, into rows */
  guint32 *rows;
};

typedef struct {
  BwRowIndex *index;
  guint32 *rows; /* by share, ascending in each */
  gsize starts[N_SHARES + 1];
} Dealing;

/* --- Keys ------------------------------------------------------------------------------------- */

static gboolean
says_nothing (const GString *key)
{
  static const char *const words[] = { "none", "n/a", "null", "nan", "-", "--", "?" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (key->str, words[i]) == 0)
      return TRUE;
  return FALSE;
}

void
bw_row_index_make_key (const BwTable *table, gsize row, guint column, GString *key)
{
  g_string_truncate (key, 0);
  bw_table_read_text (table, row, column, key);
  while (key->len > 0 && g_ascii_isspace (key->str[key->len - 1]))
    g_string_truncate (key, key->len - 1);
  gsize first = 0;
  while (first < key->len && (key->str[first] == '#' || g_ascii_isspace (key->str[first])))
    first++;
  if (first > 0)
    g_string_erase (key, 0, (gssize) first);
  for (gsize i = 0; i < key->len; i++)
    key->str[i] = g_ascii_tolower (key->str[i]);
  if (key->len <= 4 && says_nothing (key))
    g_string_truncate (key, 0);
}

static guint64
hash_key (const GString *key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  if (key->len == 0)
    return NO_TEXT;
  for (gsize i = 0; i < key->len; i++)
    hash = (hash ^ (guint8) key->str[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ (hash >> 32)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 29;
  return hash == NO_TEXT ? 1 : hash;
}

static void
hash_block_cb (guint block, int worker, gpointer user_data)
{
  BwRowIndex *self = user_data;
  gsize first = (gsize) block * BLOCK;
  gsize last = MIN (first + BLOCK, self->n_rows);
  g_autoptr (GString) key = g_string_new (NULL);
  for (gsize row = first; row < last; row++) {
    g_string_truncate (key, 0);
    if (bw_table_get_aside (self->table, row) == BW_ASIDE_NONE)
      bw_row_index_make_key (self->table, row, self->column, key);
    self->hashes[row] = hash_key (key);
  }
}

/* --- Groups ----------------------------------------------------------------------------------- */

static inline gsize
get_share (guint64 hash)
{
  return hash >> 58;
}

static void
deal_out (Dealing *dealing)
{
  const BwRowIndex *self = dealing->index;
  gsize next[N_SHARES];
  for (gsize row = 0; row < self->n_rows; row++)
    if (self->hashes[row] != NO_TEXT)
      dealing->starts[get_share (self->hashes[row]) + 1]++;
  for (gsize s = 0; s < N_SHARES; s++) {
    dealing->starts[s + 1] += dealing->starts[s];
    next[s] = dealing->starts[s];
  }
  dealing->rows = g_new (guint32, dealing->starts[N_SHARES] + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    if (self->hashes[row] != NO_TEXT)
      dealing->rows[next[get_share (self->hashes[row])]++] = (guint32) row;
}

static gboolean
has_key (const BwRowIndex *self, gsize row, const GString *key, GString *scratch)
{
  bw_row_index_make_key (self->table, row, self->column, scratch);
  return g_string_equal (key, scratch);
}

/* The slot of the row that has this key, or the empty one for it. */
static gsize
find_slot (const BwRowIndex *self, guint64 hash, const GString *key, GString *scratch)
{
  const Share *share = &self->shares[get_share (hash)];
  gsize slot = hash & share->mask;
  while (share->slots[slot] != EMPTY && (self->hashes[share->slots[slot]] != hash ||
                                         !has_key (self, share->slots[slot], key, scratch)))
    slot = (slot + 1) & share->mask;
  return slot;
}

static void
gather_share_cb (guint i, int worker, gpointer user_data)
{
  Dealing *dealing = user_data;
  BwRowIndex *self = dealing->index;
  Share *share = &self->shares[i];
  gsize n_slots = 16;
  while (n_slots < 2 * (dealing->starts[i + 1] - dealing->starts[i]))
    n_slots *= 2;
  share->mask = n_slots - 1;
  share->slots = g_new (guint32, n_slots);
  memset (share->slots, 0xff, n_slots * sizeof (guint32));

  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) scratch = g_string_new (NULL);
  for (gsize at = dealing->starts[i]; at < dealing->starts[i + 1]; at++) {
    guint32 row = dealing->rows[at];
    bw_row_index_make_key (self->table, row, self->column, key);
    gsize slot = find_slot (self, self->hashes[row], key, scratch);
    if (share->slots[slot] == EMPTY)
      share->slots[slot] = row;
    self->groups[row] = share->slots[slot];
  }
}

/* From first rows to numbers, and the rows of each group. */
static void
number_groups (BwRowIndex *self)
{
  g_autofree gsize *sizes = g_new0 (gsize, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++) {
    if (self->hashes[row] == NO_TEXT)
      continue;
    guint32 first = self->groups[row];
    self->groups[row] = first == row ? (guint32) self->n_groups++ : self->groups[first];
    sizes[self->groups[row]]++;
  }
  self->starts = g_new0 (gsize, self->n_groups + 1);
  for (gsize g = 0; g < self->n_groups; g++)
    self->starts[g + 1] = self->starts[g] + sizes[g];
  self->rows = g_new (guint32, self->starts[self->n_groups] + 1);
  memcpy (sizes, self->starts, self->n_groups * sizeof (gsize));
  for (gsize row = 0; row < self->n_rows; row++)
    if (self->hashes[row] != NO_TEXT)
      self->rows[sizes[self->groups[row]]++] = (guint32) row;
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
  self->n_rows = bw_table_get_n_rows (table);
  self->hashes = g_new (guint64, self->n_rows + 1);
  self->groups = g_new (guint32, self->n_rows + 1);
  bw_parallel_for ((guint) ((self->n_rows + BLOCK - 1) / BLOCK), NULL, hash_block_cb, self);

  Dealing dealing = { .index = self };
  deal_out (&dealing);
  bw_parallel_for (N_SHARES, NULL, gather_share_cb, &dealing);
  g_free (dealing.rows);
  number_groups (self);
  return self;
}

void
bw_row_index_free (BwRowIndex *self)
{
  if (!self)
    return;
  for (gsize s = 0; s < N_SHARES; s++)
    g_free (self->shares[s].slots);
  g_free (self->hashes);
  g_free (self->groups);
  g_free (self->starts);
  g_free (self->rows);
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
  guint64 hash = hash_key (key);
  if (hash == NO_TEXT)
    return FALSE;
  g_autoptr (GString) scratch = g_string_sized_new (32);
  gsize slot = find_slot (self, hash, key, scratch);
  guint32 row = self->shares[get_share (hash)].slots[slot];
  if (row == EMPTY)
    return FALSE;
  *group = self->groups[row];
  return TRUE;
}
