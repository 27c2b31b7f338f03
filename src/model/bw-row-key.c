/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are dealt out by key into shares, and each share looks by itself for the first row of each
 * key. */
#include "config.h"

#include <string.h>

#include "bw-large.h"
#include "bw-parallel.h"
#include "bw-row-key.h"

#define BLOCK 65536
#define SHARE_BITS 8
#define N_SHARES (1 << SHARE_BITS) /* so many that the table of one stays in the cache */

/* --- Texts --------------------------------------------------------------------------------------
 */

static gboolean
says_nothing (const char *text, gsize length)
{
  static const char *const words[] = { "none", "n/a", "null", "nan", "-", "--", "?" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (text, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

void
bw_row_key_trim (const char **text, gsize *length)
{
  const char *at = *text;
  gsize n = *length;
  while (n > 0 && g_ascii_isspace (at[n - 1]))
    n--;
  while (n > 0 && (*at == '#' || g_ascii_isspace (*at))) {
    at++;
    n--;
  }
  *text = at;
  *length = n <= 4 && says_nothing (at, n) ? 0 : n;
}

#define EACH_BYTE G_GUINT64_CONSTANT (0x0101010101010101)

/* Eight bytes with the letters A to Z made small. */
static inline guint64
to_lower (guint64 x)
{
  guint64 low = x & (EACH_BYTE * 0x7f);
  guint64 from_a = low + EACH_BYTE * (0x80 - 'A');
  guint64 beyond_z = low + EACH_BYTE * (0x7f - 'Z');
  guint64 is_capital = (from_a ^ beyond_z) & ~x & (EACH_BYTE * 0x80);
  return x | is_capital >> 2;
}

static inline guint64
load (const char *at)
{
  guint64 x;
  memcpy (&x, at, sizeof (x));
  return to_lower (x);
}

/* Fewer than eight bytes. */
static inline guint64
load_few (const char *at, gsize n)
{
  guint64 x = 0;
  for (gsize i = 0; i < n; i++)
    x |= (guint64) (guint8) at[i] << (8 * i);
  return to_lower (x);
}

static inline guint64
mix (guint64 hash, guint64 part)
{
  hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

guint64
bw_row_key (const char *text, gsize length)
{
  bw_row_key_trim (&text, &length);
  if (length == 0)
    return 0;
  guint64 hash = length * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  gsize i = 0;
  for (; i + 8 <= length; i += 8)
    hash = mix (hash, load (text + i));
  if (i < length)
    hash = mix (hash, length > 8 ? load (text + length - 8) : load_few (text, length));
  hash *= G_GUINT64_CONSTANT (0x165667b19e3779f9);
  hash ^= hash >> 32;
  return hash > 0 ? hash : 1;
}

/* --- Numbers ------------------------------------------------------------------------------------
 */

typedef struct {
  guint64 key;
  guint32 row;
} Dealt;

typedef struct {
  /* Template */
  const guint64 *keys;
  gsize n_rows;
  BwSameText same;
  gconstpointer user_data;

  /* Owned */
  gsize (*places)[N_SHARES]; /* one a block: how many rows a share gets, then where the next goes */
  Dealt *dealt;              /* share by share, ascending rows in each */
  gsize starts[N_SHARES + 1];

  guint32 *numbers; /* first row of the same key, then the number */
} Numbering;

static inline guint
get_share (guint64 key)
{
  return (guint) (key >> (64 - SHARE_BITS));
}

static void
count_block_cb (guint block, int worker, gpointer user_data)
{
  Numbering *self = user_data;
  gsize end = MIN (self->n_rows, ((gsize) block + 1) * BLOCK);
  for (gsize row = (gsize) block * BLOCK; row < end; row++)
    self->places[block][get_share (self->keys[row])] += self->keys[row] != 0;
}

static void
find_places (Numbering *self, guint n_blocks)
{
  gsize at = 0;
  for (guint share = 0; share < N_SHARES; share++) {
    self->starts[share] = at;
    for (guint block = 0; block < n_blocks; block++) {
      gsize n = self->places[block][share];
      self->places[block][share] = at;
      at += n;
    }
  }
  self->starts[N_SHARES] = at;
}

static void
deal_block_cb (guint block, int worker, gpointer user_data)
{
  Numbering *self = user_data;
  gsize *places = self->places[block];
  gsize end = MIN (self->n_rows, ((gsize) block + 1) * BLOCK);
  for (gsize row = (gsize) block * BLOCK; row < end; row++) {
    guint64 key = self->keys[row];
    if (key != 0)
      self->dealt[places[get_share (key)]++] = (Dealt) { key, (guint32) row };
  }
}

/* Where the key stands in the table, or the free place for it. */
static gsize
find_slot (const Numbering *self, const Dealt *slots, gsize mask, Dealt wanted)
{
  gsize at = wanted.key & mask;
  while (slots[at].key != 0 &&
         (slots[at].key != wanted.key ||
          (self->same && !self->same (slots[at].row, wanted.row, self->user_data))))
    at = (at + 1) & mask;
  return at;
}

static void
find_firsts_cb (guint share, int worker, gpointer user_data)
{
  Numbering *self = user_data;
  gsize n = self->starts[share + 1] - self->starts[share];
  gsize n_slots = 16;
  while (n_slots < 2 * n)
    n_slots *= 2;
  g_autofree Dealt *slots = g_new0 (Dealt, n_slots);
  for (gsize i = self->starts[share]; i < self->starts[share + 1]; i++) {
    Dealt *slot = &slots[find_slot (self, slots, n_slots - 1, self->dealt[i])];
    if (slot->key == 0)
      *slot = self->dealt[i];
    self->numbers[self->dealt[i].row] = slot->row;
  }
}

static guint32
number_firsts (Numbering *self)
{
  guint32 n = 0;
  for (gsize row = 0; row < self->n_rows; row++) {
    guint32 first = self->numbers[row];
    if (self->keys[row] == 0)
      self->numbers[row] = 0;
    else
      self->numbers[row] = first == row ? ++n : self->numbers[first];
  }
  return n;
}

guint32 *
bw_row_keys_number (
    const guint64 *keys, gsize n_rows, BwSameText same, gconstpointer user_data, guint32 *n_numbers)
{
  g_assert (n_rows < G_MAXUINT32);
  Numbering self = { keys, n_rows, same, user_data };
  guint n_blocks = (guint) ((n_rows + BLOCK - 1) / BLOCK);
  self.places = g_malloc0_n (n_blocks + 1, sizeof *self.places);
  bw_parallel_for (n_blocks, NULL, count_block_cb, &self);
  find_places (&self, n_blocks);
  self.dealt = bw_large_new (self.starts[N_SHARES] + 1, sizeof (Dealt));
  bw_parallel_for (n_blocks, NULL, deal_block_cb, &self);
  self.numbers = bw_large_new (n_rows + 1, sizeof (guint32));
  bw_parallel_for (N_SHARES, NULL, find_firsts_cb, &self);
  *n_numbers = number_firsts (&self);
  bw_large_free (self.dealt);
  g_free (self.places);
  return self.numbers;
}
