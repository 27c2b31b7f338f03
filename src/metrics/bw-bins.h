/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact order statistics of many groups at once, without sorting: a first walk over the rows counts
 * their grades, a second one, the same as the first, collects the values of those few grades in
 * which a wanted rank lies. */
#pragma once

#include "bw-grades.h"

/* Ranks that a group of durations needs. */
typedef enum {
  BW_RANK_MIN,
  BW_RANK_CI_LOW,
  BW_RANK_MEDIAN,
  BW_RANK_MEDIAN_NEXT,
  BW_RANK_CI_HIGH,
  BW_RANK_P90,
  BW_RANK_P90_NEXT,
  BW_RANK_MAX,
  BW_RANK_LAST,
} BwRank;

typedef struct {
  gint32 values[BW_RANK_LAST];
} BwRanks;

/* Where a rank's value will be found. */
typedef struct {
  guint32 start; /* in collected; BW_BINS_NOWHERE = offset is the value itself */
  guint32 n;
  guint32 offset;
} BwWanted;

/* Public for the inline functions below, which run once a row. */
typedef struct {
  gsize n_groups;
  guint shift; /* with very many groups a bin is 2^shift grades */
  guint n_bins;
  gint64 bounds[BW_GRADES + 2]; /* bin b has the values from bounds[b] to bounds[b + 1] - 1 */
  /* n_groups x n_bins: first how many values, then where the next value goes. */
  guint32 *bins;
  guint32 *counts;                   /* values of each group, once they are chosen */
  guint32 (*asked)[BW_GRADES_WORDS]; /* of each group: bit g: values of grade g will be collected */
  BwWanted (*wanted)[BW_RANK_LAST];
  gint32 *collected;
} BwBins;

#define BW_BINS_NOWHERE G_MAXUINT32

void bw_bins_init (BwBins *self, gsize n_groups, const BwGrades *grades);
/* With as many bins for each group as the other. */
void bw_bins_init_like (BwBins *self, gsize n_groups, const BwBins *other);
void bw_bins_clear (BwBins *self);
/* Counts in this group what was counted in that one, with as many bins. */
void bw_bins_add (BwBins *self, gsize group, const BwBins *other, gsize other_group);
/* Between the two walks. level: of the interval around the median; 0 = nobody asks for it. */
void bw_bins_choose (BwBins *self, double level);
/* The grades whose values any group will collect. */
BwGradeSet bw_bins_mark (const BwBins *self);
/* After the second one. */
BwRanks bw_bins_get (BwBins *self, gsize group);

/* How many values the group has; after bw_bins_choose. */
static inline gint64
bw_bins_get_n (const BwBins *self, gsize group)
{
  return self->counts[group];
}

/* Whether the group will collect values of the grade. */
static inline gboolean
bw_bins_asks (const BwBins *self, gsize group, guint8 grade)
{
  return self->asked[group][grade / 32] >> grade % 32 & 1u;
}

static inline void
bw_bins_count (BwBins *self, gsize group, guint8 grade)
{
  self->bins[group * self->n_bins + (grade >> self->shift)]++;
}

/* Of a grade that it asks for. */
static inline void
bw_bins_collect (BwBins *self, gsize group, guint8 grade, gint32 value)
{
  self->collected[self->bins[group * self->n_bins + (grade >> self->shift)]++] = value;
}
