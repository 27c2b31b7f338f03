/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distinct words of one column as one thread meets them: a word to a small number. */
#pragma once

#include <glib.h>
#include <string.h>

/* What decides whether two words are the same: of up to 16 bytes the bytes themselves, of longer
 * ones two hashes, to be confirmed by the bytes. */
typedef struct {
  guint64 low;
  guint64 high;
} BwWordKey;

typedef struct {
  BwWordKey key;
  const char *text; /* in the arena */
  guint32 length;
  guint32 number; /* + 1; 0 = free slot */
} BwWordSlot;

/* Word number 0 stands for "nothing": empty cells and null words. */
typedef struct {
  BwWordSlot *slots;
  guint mask;     /* slots - 1 */
  guint n;        /* words, number 0 included */
  GPtrArray *texts; /* by number, NUL-terminated; texts[0] is "" */
  GStringChunk *arena;
} BwWords;

void bw_words_init (BwWords *self);
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

static inline guint64
bw_words_mix (guint64 x)
{
  x *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return x ^ x >> 32;
}

BwWordKey bw_words_key_long (const char *text, gsize length);

/* readable: how many bytes from text on may be read, at least length. */
static inline BwWordKey
bw_words_key (const char *text, gsize length, gsize readable)
{
  char copy[16] = { 0 };
  if (length > 16)
    return bw_words_key_long (text, length);
  if (readable < 16) {
    memcpy (copy, text, length);
    text = copy;
  }
  guint64 low = bw_words_load (text);
  guint64 high = 0;
  if (length <= 8)
    low &= length == 8 ? ~G_GUINT64_CONSTANT (0) : (G_GUINT64_CONSTANT (1) << 8 * length) - 1;
  else
    high = bw_words_load (text + 8) & (~G_GUINT64_CONSTANT (0) >> (128 - 8 * length));
  return (BwWordKey) { low, high };
}

static inline guint32
bw_words_find (BwWords *self, const char *text, gsize length, gsize readable)
{
  BwWordKey key = bw_words_key (text, length, readable);
  guint at = (guint) bw_words_mix (key.low ^ bw_words_mix (key.high + length)) & self->mask;
  for (;; at = (at + 1) & self->mask) {
    const BwWordSlot *slot = &self->slots[at];
    if (slot->key.low == key.low && slot->key.high == key.high && slot->length == length &&
        slot->number > 0 && (length <= 16 || memcmp (slot->text, text, length) == 0))
      return slot->number - 1;
    if (slot->number == 0)
      return bw_words_add (self, key, text, length);
  }
}
