/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds rows by their reasons, many at a time: most rows have none. */
#include "config.h"

#include "bw-excluded.h"
#include <glib/gi18n-lib.h>

/* Bit i: whether row first + i says why it has no say. */
#define REASONS(values)                                                                            \
  for (gsize i = 0; i < n; i++)                                                                    \
  reasons |= (guint64) ((values)[first + i] < -(int) BW_REASON_NOT_CONCERNED) << i

static guint64
find_reasons_among (const BwMeasure *measure, gsize first, gsize n)
{
  guint64 reasons = 0;

  if (measure->says != NULL)
    REASONS (measure->says);
  else
    REASONS (measure->sizes);
  return reasons;
}

#ifdef __SSE2__
#include <emmintrin.h>

static inline __m128i
load (gconstpointer at)
{
  return _mm_loadu_si128 ((const __m128i *) at);
}

/* Sixteen numbers as bytes, what is too large or small as the largest or smallest. */
static inline __m128i
load_narrow (const gint32 *sizes)
{
  return _mm_packs_epi16 (_mm_packs_epi32 (load (sizes), load (sizes + 4)),
                          _mm_packs_epi32 (load (sizes + 8), load (sizes + 12)));
}

static guint64
find_reasons (const BwMeasure *measure, gsize first, gsize n)
{
  const __m128i least = _mm_set1_epi8 ((char) -(int) BW_REASON_NOT_CONCERNED);
  guint64 reasons = 0;

  if (n < 64)
    return find_reasons_among (measure, first, n);
  for (guint i = 0; i < 64; i += 16) {
    __m128i values = measure->says != NULL ? load (measure->says + first + i)
                                           : load_narrow (measure->sizes + first + i);
    reasons |= (guint64) (guint32) _mm_movemask_epi8 (_mm_cmplt_epi8 (values, least)) << i;
  }
  return reasons;
}
#else
#define find_reasons find_reasons_among
#endif

/* Rows without a say belong to the period in which they arrived. */
void
bw_excluded_count (const BwFolding *fold, const BwBits *arrived, BwFigure *figure)
{
  const BwLedger *ledger = fold->ledger;
  gint32 oldest = G_MAXINT32;

  for (gsize first = 0; first < ledger->n_rows; first += 64) {
    guint64 word = arrived->words[first / 64];
    if (word != 0)
      word &= find_reasons (fold->measure, first, MIN (ledger->n_rows - first, 64));
    for (; word != 0; word &= word - 1) {
      gsize row = first + (gsize) __builtin_ctzll (word);
      int value = bw_measure_get (fold->measure, row);
      figure->excluded[-value]++;
      if (-value == BW_REASON_UNANSWERED || -value == BW_REASON_UNSOLVED ||
          -value == BW_REASON_AUTOMATIC)
        oldest = MIN (oldest, ledger->arrived[row]);
    }
  }
  if (oldest != G_MAXINT32 && ledger->as_of != BW_TIME_NONE)
    bw_detail_add (figure->details, "oldest-unfinished", N_ ("Oldest still unfinished"),
                   BW_UNIT_SECONDS, (double) (ledger->as_of - BW_TIME_ORIGIN - oldest));
}
