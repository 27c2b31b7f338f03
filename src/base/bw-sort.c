/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts by the lowest digit first; digits that all numbers share are passed over. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bw-large.h"
#include "bw-sort.h"

#define FEW 256
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)
#define SIGN (G_GUINT64_CONSTANT (1) << 63)

static int
compare_words (const void *a, const void *b)
{
  guint64 one = *(const guint64 *) a;
  guint64 other = *(const guint64 *) b;
  return (one > other) - (one < other);
}

static inline guint
get_digit (guint64 word, guint shift)
{
  return (guint) (word >> shift) & (N_DIGITS - 1);
}

/* Which bits differ between any two of them. */
static guint64
find_differences (const guint64 *words, gsize n)
{
  guint64 differences = 0;
  for (gsize i = 1; i < n; i++)
    differences |= words[i] ^ words[0];
  return differences;
}

static void
sort_by_digit (const guint64 *from, gsize n, guint shift, guint64 *to)
{
  gsize next[N_DIGITS + 1] = { 0 };
  for (gsize i = 0; i < n; i++)
    next[get_digit (from[i], shift) + 1]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    next[digit + 1] += next[digit];
  for (gsize i = 0; i < n; i++)
    to[next[get_digit (from[i], shift)]++] = from[i];
}

void
bw_sort_words (guint64 *words, gsize n)
{
  if (n < 2)
    return;
  if (n < FEW) {
    qsort (words, n, sizeof (guint64), compare_words);
    return;
  }
  guint64 differences = find_differences (words, n);
  guint64 *other = bw_large_new (n, sizeof (guint64));
  guint64 *from = words;
  guint64 *to = other;
  for (guint shift = 0; shift < 64; shift += DIGIT_BITS) {
    if (get_digit (differences, shift) == 0)
      continue;
    sort_by_digit (from, n, shift, to);
    guint64 *sorted = to;
    to = from;
    from = sorted;
  }
  if (from != words)
    memcpy (words, from, n * sizeof (guint64));
  bw_large_free (other);
}

void
bw_sort_doubles (double *numbers, gsize n)
{
  guint64 *words = bw_large_new (n + 1, sizeof (guint64));
  for (gsize i = 0; i < n; i++) {
    guint64 bits;
    memcpy (&bits, &numbers[i], sizeof (bits));
    words[i] = bits & SIGN ? ~bits : bits | SIGN;
  }
  bw_sort_words (words, n);
  for (gsize i = 0; i < n; i++) {
    guint64 bits = words[i] & SIGN ? words[i] & ~SIGN : ~words[i];
    memcpy (&numbers[i], &bits, sizeof (bits));
  }
  bw_large_free (words);
}
