/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of row numbers, 64 to a word. Bits past the last row are always 0. */
#include "config.h"

#include "bw-bits.h"

BwBits *
bw_bits_new (gsize n, gboolean all)
{
  gsize n_words = bw_bits_n_words (n);
  BwBits *bits = g_malloc (sizeof (BwBits) + n_words * sizeof (guint64));
  bits->n = n;
  memset (bits->words, all ? 0xff : 0, n_words * sizeof (guint64));
  if (all && n % 64 != 0)
    bits->words[n_words - 1] = G_MAXUINT64 >> (64 - n % 64);
  return bits;
}

BwBits *
bw_bits_copy (const BwBits *bits)
{
  g_return_val_if_fail (bits, NULL);
  return g_memdup2 (bits, sizeof (BwBits) + bw_bits_n_words (bits->n) * sizeof (guint64));
}

void
bw_bits_free (BwBits *bits)
{
  g_free (bits);
}

gsize
bw_bits_count (const BwBits *bits)
{
  g_return_val_if_fail (bits, 0);
  gsize count = 0;
  for (gsize w = 0; w < bw_bits_n_words (bits->n); w++)
    count += (gsize) __builtin_popcountll (bits->words[w]);
  return count;
}

void
bw_bits_and (BwBits *a, const BwBits *b)
{
  g_return_if_fail (a && b);
  g_return_if_fail (a->n == b->n);
  for (gsize w = 0; w < bw_bits_n_words (a->n); w++)
    a->words[w] &= b->words[w];
}
