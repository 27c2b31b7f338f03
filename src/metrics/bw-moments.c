/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums by group. */
#include "config.h"

#include "bw-moments.h"
#include "bw-vector.h"

/* Neighbouring rows are often of one group, and a number that was just written is slow to be read
 * again: rows take turns. */
#define LANES 4

/* Of one layout that is walked over. */
typedef struct {
  BwMoments *lanes; /* LANES for each group; afterwards one */
  gsize n_groups;
} Walked;

#define ADD_PAIRS(add)                                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    BwMoments *lanes = self->lanes;                                                                \
    const gint32 *values = pairs->values;                                                          \
    BwMoments sum = { 0 };                                                                         \
    if (pairs->uniform) {                                                                          \
      for (guint i = 0; i < pairs->n; i++)                                                         \
        add (&sum, values[i]);                                                                     \
      lanes[(gsize) pairs->groups[0] * LANES] += sum;                                              \
    } else {                                                                                       \
      BW_PAIRS_EACH (pairs, add (&lanes[group * LANES + i % LANES], values[i]));                   \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

static void
add_some (Walked *self, const BwPairs *pairs)
{
  ADD_PAIRS (bw_moments_add);
}

#ifdef __x86_64__
BW_WIDE static void
add_wide (Walked *self, const BwPairs *pairs)
{
  ADD_PAIRS (bw_moments_add_wide);
}
#else
#define add_wide add_some
#endif

static void
add_pairs (gpointer tally, const BwPairs *pairs)
{
  if (bw_vector_is_wide ())
    add_wide (tally, pairs);
  else
    add_some (tally, pairs);
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
  BwMoments **moments = g_new (BwMoments *, n_layouts);
  guint n = bw_joints_plan (fold->joints, layouts, n_layouts, open, ways);

  for (guint i = 0; i < n; i++) {
    gsize n_groups = bw_layout_get_n_groups (&open[i]);
    walked[i] = (Walked) { g_new0 (BwMoments, n_groups * LANES), n_groups };
    tallies[i] = &walked[i];
  }
  bw_walk (fold, open, n, add_pairs, tallies, TRUE);
  for (guint i = 0; i < n; i++)
    join_lanes (&walked[i]);
  for (guint l = 0; l < n_layouts; l++)
    moments[l] = take_part (&walked[ways[l].walked], &ways[l]);
  for (guint i = 0; i < n; i++)
    g_free (walked[i].lanes);
  return moments;
}
