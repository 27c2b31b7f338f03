/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixed-size set of row numbers. Row i is bit i % 64 of word i / 64; bits past the last row are
 * 0, and stay so as long as only the functions below write. */
#pragma once

#include <glib.h>

typedef struct {
  gsize n;
  guint64 words[];
} BwBits;

BwBits *bw_bits_new (gsize n, gboolean all);
BwBits *bw_bits_copy (const BwBits *bits);
void bw_bits_free (BwBits *bits);
gsize bw_bits_count (const BwBits *bits);
/* a &= b; of one size */
void bw_bits_and (BwBits *a, const BwBits *b);

/* Words that hold n rows. */
static inline gsize
bw_bits_n_words (gsize n)
{
  return n / 64 + (n % 64 != 0);
}

static inline gboolean
bw_bits_has (const BwBits *bits, gsize i)
{
  return (bits->words[i >> 6] >> (i & 63)) & 1;
}

static inline void
bw_bits_set (BwBits *bits, gsize i, gboolean value)
{
  guint64 mask = G_GUINT64_CONSTANT (1) << (i & 63);
  bits->words[i >> 6] = value ? bits->words[i >> 6] | mask : bits->words[i >> 6] & ~mask;
}

/* Eight bits as eight bytes in memory, 0 or 1 each: the first bit is the first byte. */
static inline guint64
bw_bits_spread (guint8 bits)
{
  guint64 each =
      bits * G_GUINT64_CONSTANT (0x0101010101010101) & G_GUINT64_CONSTANT (0x8040201008040201);
  guint64 set = (each + G_GUINT64_CONSTANT (0x7f7f7f7f7f7f7f7f)) >> 7 &
                G_GUINT64_CONSTANT (0x0101010101010101);

  return GUINT64_TO_LE (set);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBits, bw_bits_free)
