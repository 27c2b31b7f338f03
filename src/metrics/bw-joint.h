/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dimensions of a table that are counted as one: what each of them has is added up from what all
 * combinations of their members have, so that rows are counted less often. */
#pragma once

#include "bw-fold.h"

/* Of a grouping like any other, but for names. */
typedef struct {
  BwGrouping grouping; /* members: the combinations, the first part the most significant */
  GPtrArray *parts;    /* const BwGrouping *, borrowed */
  BwColumn codes;      /* own ones where there are several parts */
} BwJoint;

/* Of BwJoint: each grouping of a column whose codes are its members is in one of them. */
GPtrArray *bw_joints_new (const BwGrouping *groupings, guint n_groupings, gsize n_rows);

/* How a layout comes from one that is walked over: group g of that counts in g / step % n. */
typedef struct {
  guint walked; /* which */
  guint step;
  guint n;
} BwWay;

/* What is to be walked over for all of these layouts, and how they come from it; room for as many
 * layouts as there are. Returns how many are walked over. joints NULL: none are known. */
guint bw_joints_plan (const GPtrArray *joints,
                      const BwLayout *layouts,
                      guint n_layouts,
                      BwLayout *walked,
                      BwWay *ways);

/* Groups of a layout. */
static inline gsize
bw_layout_get_n_groups (const BwLayout *layout)
{
  return (gsize) layout->placer->n * bw_layout_get_n_members (layout);
}
