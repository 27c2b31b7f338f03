/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses grades by a sample, then grades all rows by way of narrow bins. */
#include "config.h"

#include "bw-grades.h"
#include "bw-large.h"
#include "bw-parallel.h"
#include "bw-vector.h"
#include <string.h>

#define BLOCK 16384
#define BATCH 512
#define SAMPLED 65536
#define WORD 64 /* rows that are looked at at once */

/* Bins are ranges of values, ascending, narrower than 1 / 2^PRECISION of them; what is negative
 * comes last. */
#define PRECISION 8
#define N_BINS ((31 - PRECISION + 1) << PRECISION)
#define N_ALL_BINS ((32 - PRECISION + 1) << PRECISION)

BW_VECTOR static void
find_bins (const gint32 *values, guint n, guint16 *bins)
{
  for (guint i = 0; i < n; i++) {
    guint32 value = (guint32) values[i];
    guint shift = (guint) (31 - __builtin_clz (value | 1u << PRECISION)) - PRECISION;
    bins[i] = (guint16) ((shift << PRECISION) + (value >> shift));
  }
}

/* The least value of a bin; of the first negative one that after all values. */
static gint64
get_least (guint bin)
{
  guint shift = bin >> PRECISION;

  shift -= shift > 0;
  return (gint64) (bin - (shift << PRECISION)) << shift;
}

/* --- Grades -------------------------------------------------------------------------------------
 */

typedef struct {
  const gint32 *values;
  gsize n_rows;
  BwGrades *grades;
  guint8 of_bins[N_ALL_BINS];
} Work;

/* Returns how many values are in the bins. */
static guint
sample (const Work *work, guint *counts)
{
  gsize step = MAX (1, work->n_rows / SAMPLED);
  guint n = 0;

  for (gsize row = 0; row < work->n_rows; row += step) {
    guint16 bin;
    find_bins (&work->values[row], 1, &bin);
    counts[bin]++;
    n += work->values[row] >= 0;
  }
  return n;
}

/* What is left is spread evenly over the grades that are left; a bin that holds much is a grade of
 * its own. */
static void
choose (Work *work, const guint *counts, guint n)
{
  BwGrades *grades = work->grades;
  guint left = n;
  guint grade = 0;
  guint held = 0;

  for (guint bin = 0; bin < N_BINS; bin++) {
    if (held > 0 && grade < BW_GRADES - 1 && held + counts[bin] > left / (BW_GRADES - grade)) {
      left -= held;
      held = 0;
      grades->bounds[++grade] = get_least (bin);
    }
    held += counts[bin];
    work->of_bins[bin] = (guint8) grade;
  }
  while (grade < BW_GRADES)
    grades->bounds[++grade] = get_least (N_BINS);
  for (guint bin = N_BINS; bin < N_ALL_BINS; bin++)
    work->of_bins[bin] = BW_GRADE_NONE;
}

static void
grade_block (guint block, int worker, gpointer user_data)
{
  const Work *work = user_data;
  gsize first = (gsize) block * BLOCK;
  gsize end = MIN (work->n_rows, first + BLOCK);
  guint16 bins[BATCH];

  for (; first < end; first += BATCH) {
    guint n = (guint) MIN (BATCH, end - first);
    guint8 *rows = work->grades->rows + first;
    find_bins (work->values + first, n, bins);
    for (guint i = 0; i < n; i++)
      rows[i] = work->of_bins[bins[i]];
  }
}

BwGrades *
bw_grades_new (const gint32 *values, gsize n_rows)
{
  g_autofree guint *counts = g_new0 (guint, N_ALL_BINS);
  g_autofree Work *work = g_new (Work, 1);

  work->values = values;
  work->n_rows = n_rows;
  work->grades = g_new0 (BwGrades, 1);
  work->grades->rows = bw_large_new (n_rows + WORD, sizeof (guint8));
  memset (work->grades->rows + n_rows, BW_GRADE_NONE, WORD);
  choose (work, counts, sample (work, counts));
  bw_parallel_for ((guint) ((n_rows + BLOCK - 1) / BLOCK), NULL, grade_block, work);
  return work->grades;
}

void
bw_grades_free (BwGrades *grades)
{
  if (grades == NULL)
    return;
  bw_large_free (grades->rows);
  g_free (grades);
}

/* --- Sets ---------------------------------------------------------------------------------------
 */

static inline guint64
get_wanted (const BwBits *wanted, gsize first)
{
  return wanted != NULL ? wanted->words[first / WORD] : ~G_GUINT64_CONSTANT (0);
}

static guint
choose_some (const BwGrades *grades,
             const BwGradeSet *set,
             const BwBits *wanted,
             gsize first,
             gsize end,
             guint32 *chosen)
{
  guint n = 0;

  for (; first < end; first += WORD)
    for (guint64 word = get_wanted (wanted, first); word != 0; word &= word - 1) {
      gsize row = first + (guint) __builtin_ctzll (word);
      chosen[n] = (guint32) row;
      n += bw_grade_set_has (set, grades->rows[row]);
    }
  return n;
}

#ifdef __x86_64__
#include <immintrin.h>

/* Bit i: that of row i is among them. */
BW_WIDE static inline guint64
find_wide (const BwGradeSet *set, const guint8 *rows)
{
  const __m512i first =
      _mm512_broadcast_i32x4 (_mm_loadu_si128 ((const __m128i *) (gconstpointer) set->sets[0]));
  const __m512i second =
      _mm512_broadcast_i32x4 (_mm_loadu_si128 ((const __m128i *) (gconstpointer) set->sets[1]));
  const __m512i powers = _mm512_set1_epi64 ((gint64) 0x8040201008040201);
  const __m512i low = _mm512_set1_epi8 (0x0f);
  __m512i grades = _mm512_loadu_si512 (rows);
  __m512i place = _mm512_and_si512 (grades, low);
  __m512i bit = _mm512_and_si512 (_mm512_srli_epi16 (grades, 4), low);
  __m512i found =
      _mm512_mask_blend_epi8 (_mm512_movepi8_mask (grades), _mm512_shuffle_epi8 (first, place),
                              _mm512_shuffle_epi8 (second, place));
  return _mm512_test_epi8_mask (found, _mm512_shuffle_epi8 (powers, bit));
}

BW_WIDE static guint
choose_wide (const BwGrades *grades,
             const BwGradeSet *set,
             const BwBits *wanted,
             gsize first,
             gsize end,
             guint32 *chosen)
{
  const __m512i steps = _mm512_setr_epi32 (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  guint n = 0;

  for (; first < end; first += WORD) {
    guint64 word = get_wanted (wanted, first) & find_wide (set, grades->rows + first);
    gsize row_end = word != 0 ? first + WORD : first; /* always as often: nothing to foresee */
    for (gsize row = first; row < row_end; word >>= 16, row += 16) {
      __m512i rows = _mm512_add_epi32 (steps, _mm512_set1_epi32 ((gint32) row));
      __mmask16 take = (__mmask16) word;
      _mm512_storeu_si512 (chosen + n, _mm512_maskz_compress_epi32 (take, rows));
      n += (guint) __builtin_popcount (take);
    }
  }
  return n;
}
#else
#define choose_wide choose_some
#endif

guint
bw_grades_choose (const BwGrades *grades,
                  const BwGradeSet *set,
                  const BwBits *wanted,
                  gsize first,
                  gsize end,
                  guint32 *chosen)
{
  return bw_vector_is_wide () ? choose_wide (grades, set, wanted, first, end, chosen)
                              : choose_some (grades, set, wanted, first, end, chosen);
}
