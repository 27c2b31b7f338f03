/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums by group. */
#include "config.h"

#include "bw-moments.h"
#include "bw-vector.h"

/* Neighbouring rows are often of one group, and a number that was just written is slow to be read
 * again: rows take turns. */
#define LANES 4

/* What each value of some pairs adds, found once for all layouts of the same periods. */
typedef struct {
  guint serial; /* of which pairs; 0 = none */
  BwMoments each[BW_WALK_PAIRS];
} Batch;

/* Of one layout that is walked over. */
typedef struct {
  Batch *batch;     /* of all layouts */
  BwMoments *lanes; /* LANES for each group; afterwards one */
  gsize n_groups;
} Walked;

/* values: >= 0. */
BW_VECTOR static void
find_each (const gint32 *values, guint n, BwMoments *each)
{
  const gint64 low = (G_GINT64_CONSTANT (1) << BW_SQUARES_BITS) - 1;

  for (guint i = 0; i < n; i++) {
    gint64 value = values[i];
    gint64 square = value * value;
    each[i] = (BwMoments) { 1, value, square >> BW_SQUARES_BITS, square & low };
  }
}

BW_VECTOR static void
add_one_group (BwMoments *to, const BwMoments *each, guint n)
{
  BwMoments sum = { 0 };

  for (guint i = 0; i < n; i++)
    sum += each[i];
  *to += sum;
}

BW_VECTOR static void
add_groups (BwMoments *lanes, const BwMoments *each, const guint32 *groups, guint n)
{
  for (guint i = 0; i < n; i++)
    lanes[(gsize) groups[i] * LANES + i % LANES] += each[i];
}

BW_VECTOR static guint
count_others (const guint32 *groups, guint n, guint32 group)
{
  guint others = 0;

  for (guint i = 0; i < n; i++)
    others += groups[i] != group;
  return others;
}

/* Nearly all are of one group: they are added up as if all were. */
static void
add_mostly_one (
    BwMoments *lanes, const BwMoments *each, const guint32 *groups, guint n, guint32 group)
{
  BwMoments *one = &lanes[(gsize) group * LANES];

  add_one_group (one, each, n);
  for (guint i = 0; i < n; i++)
    if (groups[i] != group) {
      *one -= each[i];
      lanes[(gsize) groups[i] * LANES] += each[i];
    }
}

static void
add_pairs (gpointer tally, const BwPairs *pairs)
{
  Walked *self = tally;
  Batch *batch = self->batch;

  if (pairs->serial == 0 || pairs->serial != batch->serial)
    find_each (pairs->values, pairs->n, batch->each);
  batch->serial = pairs->serial;
  if (pairs->n == 0)
    return;
  guint32 group = pairs->groups[pairs->uniform ? 0 : pairs->n / 2];
  if (pairs->uniform)
    add_one_group (&self->lanes[(gsize) group * LANES], batch->each, pairs->n);
  else if (count_others (pairs->groups, pairs->n, group) <= pairs->n / 8)
    add_mostly_one (self->lanes, batch->each, pairs->groups, pairs->n, group);
  else
    add_groups (self->lanes, batch->each, pairs->groups, pairs->n);
}

static void
join_lanes (Walked *self)
{
  for (gsize group = 0; group < self->n_groups; group++) {
    BwMoments joined = { 0 };
    for (guint lane = 0; lane < LANES; lane++)
      joined += self->lanes[group * LANES + lane];
    self->lanes[group] = joined;
  }
}

static BwMoments *
take_part (const Walked *walked, const BwWay *way)
{
  BwMoments *own = g_new0 (BwMoments, way->n);

  for (gsize group = 0; group < walked->n_groups; group++)
    own[group / way->step % way->n] += walked->lanes[group];
  return own;
}

BwMoments **
bw_moments_walk (const BwFolding *fold, const BwLayout *layouts, guint n_layouts)
{
  g_autofree BwLayout *open = g_new (BwLayout, n_layouts);
  g_autofree BwWay *ways = g_new (BwWay, n_layouts);
  g_autofree Walked *walked = g_new (Walked, n_layouts);
  g_autofree gpointer *tallies = g_new (gpointer, n_layouts);
  g_autofree Batch *batch = g_new (Batch, 1);
  BwMoments **moments = g_new (BwMoments *, n_layouts);
  guint n = bw_joints_plan (fold->joints, layouts, n_layouts, open, ways);

  batch->serial = 0;
  for (guint i = 0; i < n; i++) {
    gsize n_groups = bw_layout_get_n_groups (&open[i]);
    walked[i] = (Walked) { batch, g_new0 (BwMoments, n_groups * LANES), n_groups };
    tallies[i] = &walked[i];
  }
  bw_walk (fold, open, n, add_pairs, tallies, FALSE);
  for (guint i = 0; i < n; i++)
    join_lanes (&walked[i]);
  for (guint l = 0; l < n_layouts; l++)
    moments[l] = take_part (&walked[ways[l].walked], &ways[l]);
  for (guint i = 0; i < n; i++)
    g_free (walked[i].lanes);
  return moments;
}
