/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a row belongs: in which period of an axis, and which member of a dimension. */
#pragma once

#include "bw-column.h"
#include "bw-period.h"
#include "bw-pseudonyms.h"
#include "bw-stretch.h"

/* An axis as boundaries in packed seconds, with a table so coarse that a step of it (18 h) holds at
 * most one boundary: finding the period of a time is one look-up and one comparison. */
typedef struct {
  gint64 from;
  gint64 span; /* to - from */
  guint n;
  gint64 *bounds; /* n + 1, from `from` on */
  guint32 *steps;
  guint32 *ends; /* n, as bounds; NULL where 32 bits do not hold them */
} BwPlacer;

void bw_placer_init (BwPlacer *placer, const BwAxis *axis);
void bw_placer_clear (BwPlacer *placer);

/* time: seconds since BW_TIME_ORIGIN, BW_MISSING allowed. -1 when outside. */
static inline int
bw_placer_find (const BwPlacer *placer, gint32 time)
{
  gint64 t = (gint64) time - placer->from;
  guint i;

  if (t < 0 || t >= placer->span)
    return -1;
  i = placer->steps[t >> 16];
  return (int) (i + (t >= placer->bounds[i + 1]));
}

/* The same of many times, all of which lie in that range or are missing: n of the placer when
 * outside. Returns how many are within. */
guint bw_placer_find_all (const BwPlacer *placer,
                          const gint32 *times,
                          guint n_times,
                          const BwStretch *range,
                          guint32 *periods);

/* Rows that come and go, BW_MISSING = never; the ranges are those of the times. */
typedef struct {
  const gint32 *when;
  const gint32 *until;
  BwStretch when_range;
  BwStretch until_range;
} BwStays;

/* At the end of which periods each of n rows is there: enters[i] .. leaves[i] - 1; what was there
 * before the first period enters in it. FALSE, and nothing written, when none is at any. */
gboolean bw_placer_find_stays (
    const BwPlacer *placer, const BwStays *stays, guint n, guint32 *enters, guint32 *leaves);

/* 0 before the first period, n after the last. */
static inline guint
bw_placer_find_clamped (const BwPlacer *placer, gint32 time)
{
  gint64 t = (gint64) time - placer->from;

  if (t < 0)
    return 0;
  return t >= placer->span ? placer->n : (guint) bw_placer_find (placer, time);
}

/* Which of the many periods is the one of the other; -1 = none. */
int bw_placer_find_bounds (const BwPlacer *placer, const BwPlacer *one);

/* The members of a dimension: member 0 = rows without a value, member c = the dictionary's text c -
 * 1; for tags the distinct tags, a row having any number of them. column NULL: all rows are member
 * 0. */
typedef struct {
  BwFieldId field;
  const BwColumn *column;
  guint n;
  GPtrArray *names; /* n texts, [0] NULL */
  /* When a code is not its member (tags): members of code c are tags[starts[c]] .. tags[starts[c +
   * 1] - 1]. */
  guint32 *starts;
  guint32 *tags;
} BwGrouping;

/* pseudonyms: of agents, instead of their names; NULL = their names. */
void bw_grouping_init (BwGrouping *grouping,
                       BwFieldId field,
                       const BwColumn *column,
                       const BwPseudonyms *pseudonyms);
void bw_grouping_clear (BwGrouping *grouping);

/* By code of the column ([0] = no tags): 1 when a tag begins with the word (ASCII lower case), else
 * 0. NULL when no tag of the column does: then the file does not say. Free with g_free. */
double *bw_group_tags_with_word (const BwColumn *column, const char *word);
