/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact order statistics of many groups at once, without sorting: a first walk over the values
 * counts them in bins, a second one, the same as the first, collects those of the few bins in which
 * a wanted rank lies. */
#pragma once

#include <glib.h>

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
  guint32 start; /* in collected; G_MAXUINT32 = offset is the value itself */
  guint32 n;
  guint32 offset;
} BwWanted;

/* Public for the inline functions below, which run once a row. */
typedef struct {
  gsize n_groups;
  guint precision; /* bits after the first one that tell bins apart */
  guint n_bins;
  /* n_groups x n_bins: first how many values, then where the next value goes. */
  guint32 *bins;
  guint32 *counts; /* values of each group, once they are chosen */
  BwWanted (*wanted)[BW_RANK_LAST];
  gint32 *collected;
} BwBins;

#define BW_BINS_NOWHERE G_MAXUINT32
#define BW_BINS_PRECISION 5 /* the greatest */
#define BW_BINS_MAX ((31 - BW_BINS_PRECISION + 1) << BW_BINS_PRECISION)
#define BW_BINS_MARKS (BW_BINS_MAX + 3) /* marks are read four at a time */

void bw_bins_init (BwBins *self, gsize n_groups);
/* With as many bins for each group as the other. */
void bw_bins_init_like (BwBins *self, gsize n_groups, const BwBins *other);
void bw_bins_clear (BwBins *self);
/* Counts in this group what was counted in that one, with as many bins. */
void bw_bins_add (BwBins *self, gsize group, const BwBins *other, gsize other_group);
/* Between the two walks. level: of the interval around the median; 0 = nobody asks for it. */
void bw_bins_choose (BwBins *self, double level);
/* Sets these bits of the bins of the greatest precision whose values any group will collect. */
void bw_bins_mark (const BwBins *self, guint8 bits, guint8 marks[BW_BINS_MARKS]);
/* After the second one. */
BwRanks bw_bins_get (BwBins *self, gsize group);

/* value: >= 0. Bins are ranges of values, ascending, narrower than 1 / 2^precision of them. */
static inline guint
bw_bins_place (guint precision, gint32 value)
{
  guint32 v = (guint32) value;
  guint shift = (guint) (31 - __builtin_clz (v | 1u << precision)) - precision;

  return (shift << precision) + (v >> shift);
}

static inline guint
bw_bins_find (const BwBins *self, gint32 value)
{
  return bw_bins_place (self->precision, value);
}

/* How many values the group has; after bw_bins_choose. */
static inline gint64
bw_bins_get_n (const BwBins *self, gsize group)
{
  return self->counts[group];
}

static inline void
bw_bins_count (BwBins *self, gsize group, gint32 value)
{
  self->bins[group * self->n_bins + bw_bins_find (self, value)]++;
}

static inline void
bw_bins_collect (BwBins *self, gsize group, gint32 value)
{
  guint32 *place = &self->bins[group * self->n_bins + bw_bins_find (self, value)];

  if (*place != BW_BINS_NOWHERE)
    self->collected[(*place)++] = value;
}
