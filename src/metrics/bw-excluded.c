/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds rows by their reasons, many at a time: most rows have none. */
#include "config.h"

#include "bw-excluded.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* What rows of a word say, as bytes: reasons are small. What is too large or small is the largest
 * or smallest. */
typedef struct {
  gint8 says[64];
} Word;

static void
read_few (const BwMeasure *measure, gsize first, gsize n, Word *word)
{
  for (gsize i = 0; i < 64; i++)
    word->says[i] = i < n ? (gint8) CLAMP (bw_measure_get (measure, first + i), -128, 127) : 0;
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

static void
read_word (const BwMeasure *measure, gsize first, gsize n, Word *word)
{
  if (n < 64)
    read_few (measure, first, n, word);
  else if (measure->says != NULL)
    memcpy (word->says, measure->says + first, 64);
  else
    for (guint i = 0; i < 64; i += 16)
      _mm_storeu_si128 ((__m128i *) (gpointer) (word->says + i),
                        load_narrow (measure->sizes + first + i));
}

/* Bit i: whether row i of the word says why it has no say. */
static guint64
find_reasons (const Word *word)
{
  const __m128i least = _mm_set1_epi8 ((char) -(int) BW_REASON_NOT_CONCERNED);
  guint64 rows = 0;

  for (guint i = 0; i < 64; i += 16)
    rows |= (guint64) (guint32) _mm_movemask_epi8 (_mm_cmplt_epi8 (load (word->says + i), least))
            << i;
  return rows;
}

/* Bit i: whether row i of the word says that. */
static guint64
find_equal (const Word *word, gint8 say)
{
  const __m128i wanted = _mm_set1_epi8 (say);
  guint64 rows = 0;

  for (guint i = 0; i < 64; i += 16)
    rows |= (guint64) (guint32) _mm_movemask_epi8 (_mm_cmpeq_epi8 (load (word->says + i), wanted))
            << i;
  return rows;
}
#else
#define read_word read_few

static guint64
find_reasons (const Word *word)
{
  guint64 rows = 0;

  for (guint i = 0; i < 64; i++)
    rows |= (guint64) (word->says[i] < -(int) BW_REASON_NOT_CONCERNED) << i;
  return rows;
}

static guint64
find_equal (const Word *word, gint8 say)
{
  guint64 rows = 0;

  for (guint i = 0; i < 64; i++)
    rows |= (guint64) (word->says[i] == say) << i;
  return rows;
}
#endif

static gboolean
is_unfinished (int reason)
{
  return reason == BW_REASON_UNANSWERED || reason == BW_REASON_UNSOLVED ||
         reason == BW_REASON_AUTOMATIC;
}

static gint32
find_oldest (const gint32 *arrived, guint64 rows, gint32 oldest)
{
  for (; rows != 0; rows &= rows - 1)
    oldest = MIN (oldest, arrived[__builtin_ctzll (rows)]);
  return oldest;
}

/* Most rows of a word have the same reason. left: those that have any. */
static void
count_word (const Word *word, guint64 left, const gint32 *arrived, gint64 *excluded, gint32 *oldest)
{
  while (left != 0) {
    gint8 say = word->says[__builtin_ctzll (left)];
    guint64 rows = left & find_equal (word, say);
    excluded[-say] += __builtin_popcountll (rows);
    if (is_unfinished (-say))
      *oldest = find_oldest (arrived, rows, *oldest);
    left &= ~rows;
  }
}

/* Rows without a say belong to the period in which they arrived. */
void
bw_excluded_count (const BwFolding *fold, const BwBits *arrived, BwFigure *figure)
{
  const BwLedger *ledger = fold->ledger;
  gint32 oldest = G_MAXINT32;

  for (gsize first = 0; first < ledger->n_rows; first += 64) {
    guint64 rows = arrived->words[first / 64];
    Word word;
    if (rows == 0)
      continue;
    read_word (fold->measure, first, MIN (ledger->n_rows - first, 64), &word);
    count_word (&word, rows & find_reasons (&word), ledger->arrived + first, figure->excluded,
                &oldest);
  }
  if (oldest != G_MAXINT32 && ledger->as_of != BW_TIME_NONE)
    bw_detail_add (figure->details, "oldest-unfinished", N_ ("Oldest still unfinished"),
                   BW_UNIT_SECONDS, (double) (ledger->as_of - BW_TIME_ORIGIN - oldest));
}
