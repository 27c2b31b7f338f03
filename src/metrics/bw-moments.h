/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many, their sum and the sum of their squares, exactly, of 32-bit numbers by group: four
 * numbers that are added at once. */
#pragma once

#include "bw-joint.h"
#include "bw-vector.h"
#include "bw-walk.h"
#ifdef __x86_64__
#include <immintrin.h>
#endif

typedef gint64 BwMoments __attribute__ ((vector_size (32), aligned (8)));

enum {
  BW_MOMENTS_N,
  BW_MOMENTS_SUM,
  BW_MOMENTS_HIGH, /* as in BwSquares */
  BW_MOMENTS_LOW
};

/* One more value, >= 0. */
static inline void
bw_moments_add (BwMoments *moments, gint32 value)
{
  gint64 square = (gint64) value * value;

  *moments += (BwMoments) { 1, value, square >> BW_SQUARES_BITS,
                            square & ((G_GINT64_CONSTANT (1) << BW_SQUARES_BITS) - 1) };
}

#ifdef __x86_64__
/* The same without leaving wide registers. */
BW_WIDE static inline void
bw_moments_add_wide (BwMoments *moments, gint32 value)
{
  const __m256i shifts = _mm256_setr_epi64x (0, 0, BW_SQUARES_BITS, 0);
  const __m256i kept =
      _mm256_setr_epi64x (0, -1, -1, (G_GINT64_CONSTANT (1) << BW_SQUARES_BITS) - 1);
  const __m256i one = _mm256_setr_epi64x (1, 0, 0, 0);
  __m256i each = _mm256_maskz_set1_epi32 (0x55, value);
  __m256i powers = _mm256_mask_mul_epu32 (each, 0xc, each, each);

  /* shifted & kept | one */
  *moments +=
      (BwMoments) _mm256_ternarylogic_epi64 (_mm256_srlv_epi64 (powers, shifts), kept, one, 0xea);
}
#endif

/* Those of each group of each layout; free each with g_free, and all. */
BwMoments **bw_moments_walk (const BwFolding *fold, const BwLayout *layouts, guint n_layouts);

static inline double
bw_moments_get_squares (const BwMoments *moments)
{
  BwSquares squares = { (*moments)[BW_MOMENTS_HIGH], (*moments)[BW_MOMENTS_LOW] };

  return bw_squares_get (&squares);
}
