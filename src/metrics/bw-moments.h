/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many, their sum and the sum of their squares, exactly, of 32-bit numbers by group: four
 * numbers that are added at once. */
#pragma once

#include "bw-joint.h"
#include "bw-walk.h"

typedef gint64 BwMoments __attribute__ ((vector_size (32), aligned (8)));

enum {
  BW_MOMENTS_N,
  BW_MOMENTS_SUM,
  BW_MOMENTS_HIGH, /* as in BwSquares */
  BW_MOMENTS_LOW
};

/* Neighbouring rows are often of one group, and a number that was just written is slow to be read
 * again: rows take turns. */
#define BW_MOMENTS_LANES 4

/* Of one walk: what each value of some pairs adds, found once for all layouts of the same
 * periods. */
typedef struct {
  guint serial; /* of which pairs; 0 = none */
  BwMoments each[BW_WALK_PAIRS];
} BwMomentsBatch;

/* lanes: BW_MOMENTS_LANES for each group. */
void bw_moments_add (BwMoments *lanes, BwMomentsBatch *batch, const BwPairs *pairs);
/* Adds up the lanes of each group: what was in several is in the first n_groups of them. */
void bw_moments_join (BwMoments *lanes, gsize n_groups);
/* Group g of `from` counts in group g / step % n. */
void bw_moments_take (BwMoments *to, const BwWay *way, const BwMoments *from, gsize n_from);

static inline double
bw_moments_get_squares (const BwMoments *moments)
{
  BwSquares squares = { (*moments)[BW_MOMENTS_HIGH], (*moments)[BW_MOMENTS_LOW] };

  return bw_squares_get (&squares);
}
