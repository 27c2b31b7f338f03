/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distinct words of one column as one thread meets them: a word to a small number. */
#pragma once

#include <glib.h>
#include <string.h>

#define BW_WORD_KEY_BYTES 32
#define BW_WORD_SHORT_BYTES 16 /* most columns have no longer words */

/* What decides whether two words are the same: of up to 32 bytes the bytes themselves, of longer
 * ones hashes, to be confirmed by the bytes. */
typedef struct {
  guint64 parts[4];
} BwWordKey;

typedef struct {
  BwWordKey key;
  const char *text; /* in the arena */
  guint32 length;
  guint32 number;
} BwWordEntry;

/* Word number 0 stands for "nothing": empty cells and null words. */
typedef struct {
  guint32 *slots; /* 1 + place in entries; 0 = free. Apart from the entries, to stay in the cache */
  guint mask;     /* slots - 1 */
  guint n_entries;
  BwWordEntry *entries;
  guint n;              /* words, number 0 included */
  gboolean mostly_long; /* of late: a hint for how to look them up */
  GPtrArray *texts;     /* by number, NUL-terminated; texts[0] is "" */
  GStringChunk *arena;
} BwWords;

void bw_words_init (BwWords *self);
/* No more words are looked for: of what there are only the texts stay. */
void bw_words_seal (BwWords *self);
void bw_words_clear (BwWords *self);
/* A word that was not found: enters it. */
guint32 bw_words_add (BwWords *self, BwWordKey key, const char *text, gsize length);

static inline guint64
bw_words_load (const char *at)
{
  guint64 x;
  memcpy (&x, at, 8);
  return GUINT64_FROM_LE (x);
}

BwWordKey bw_words_key_long (const char *text, gsize length);
BwWordKey bw_words_key_at_end (const char *text, gsize length);

/* The bytes, and zeros behind them; without a branch on the length, which no machine could foresee.
 */
static inline BwWordKey
bw_words_key_short (const char *text, gsize length)
{
  /* From 32 - length on: as many 0xff as the word has bytes. */
  static const guint8 keep[64] = {
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  };
  const char *mask = (const char *) keep + BW_WORD_KEY_BYTES - length;
  BwWordKey key;
  for (guint i = 0; i < 4; i++)
    key.parts[i] = bw_words_load (text + 8 * i) & bw_words_load (mask + 8 * i);
  return key;
}

/* The same of at most BW_WORD_SHORT_BYTES, of which as many may be read. */
static inline void
bw_words_load_short (const char *text, gsize length, guint64 *first, guint64 *second)
{
  static const guint8 keep[32] = {
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  };
  const char *mask = (const char *) keep + BW_WORD_SHORT_BYTES - length;
  *first = bw_words_load (text) & bw_words_load (mask);
  *second = bw_words_load (text + 8) & bw_words_load (mask + 8);
}

static inline guint
bw_words_hash (const BwWordKey *key, gsize length)
{
  guint64 x = (key->parts[0] + length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x ^= key->parts[1] * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  x ^= key->parts[2] * G_GUINT64_CONSTANT (0x165667b19e3779f9);
  x ^= key->parts[3] * G_GUINT64_CONSTANT (0x27d4eb2f165667c5);
  return (guint) (x >> 32 ^ x >> 15);
}

static inline gboolean
bw_words_same (const BwWordEntry *entry, const BwWordKey *key, gsize length)
{
  return ((entry->key.parts[0] ^ key->parts[0]) | (entry->key.parts[1] ^ key->parts[1]) |
          (entry->key.parts[2] ^ key->parts[2]) | (entry->key.parts[3] ^ key->parts[3]) |
          (entry->length ^ length)) == 0;
}

/* The same of a word whose bytes are all in the first two parts. */
static inline guint
bw_words_hash_short (guint64 first, guint64 second, gsize length)
{
  guint64 x = (first + length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x ^= second * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  return (guint) (x >> 32 ^ x >> 15);
}

/* readable: how many bytes from text on may be read, at least length. */
static inline guint32
bw_words_find (BwWords *self, const char *text, gsize length, gsize readable)
{
  BwWordKey key;
  if (G_UNLIKELY (length > BW_WORD_KEY_BYTES))
    key = bw_words_key_long (text, length);
  else if (G_UNLIKELY (readable < BW_WORD_KEY_BYTES))
    key = bw_words_key_at_end (text, length);
  else
    key = bw_words_key_short (text, length);
  for (guint at = bw_words_hash (&key, length) & self->mask;; at = (at + 1) & self->mask) {
    guint32 slot = self->slots[at];
    if (slot == 0)
      return bw_words_add (self, key, text, length);
    const BwWordEntry *entry = &self->entries[slot - 1];
    if (bw_words_same (entry, &key, length) &&
        (length <= BW_WORD_KEY_BYTES || memcmp (entry->text, text, length) == 0))
      return entry->number;
  }
}

/* The word of at most BW_WORD_SHORT_BYTES as bw_words_load_short has it; G_MAXUINT32 when it is
 * a new one. */
static inline guint32
bw_words_find_short (const BwWords *self, guint64 first, guint64 second, gsize length)
{
  guint at = bw_words_hash_short (first, second, length) & self->mask;
  for (;; at = (at + 1) & self->mask) {
    guint32 slot = self->slots[at];
    if (slot == 0)
      return G_MAXUINT32;
    const BwWordEntry *entry = &self->entries[slot - 1];
    if (((entry->key.parts[0] ^ first) | (entry->key.parts[1] ^ second) |
         (entry->length ^ length)) == 0)
      return entry->number;
  }
}
