/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums by group. */
#include "config.h"

#include "bw-moments.h"
#include "bw-vector.h"

#define LANES BW_MOMENTS_LANES

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

void
bw_moments_add (BwMoments *lanes, BwMomentsBatch *batch, const BwPairs *pairs)
{
  if (pairs->serial == 0 || pairs->serial != batch->serial)
    find_each (pairs->values, pairs->n, batch->each);
  batch->serial = pairs->serial;
  if (pairs->n == 0)
    return;
  guint32 group = pairs->groups[pairs->uniform ? 0 : pairs->n / 2];
  if (pairs->uniform)
    add_one_group (&lanes[(gsize) group * LANES], batch->each, pairs->n);
  else if (count_others (pairs->groups, pairs->n, group) <= pairs->n / 8)
    add_mostly_one (lanes, batch->each, pairs->groups, pairs->n, group);
  else
    add_groups (lanes, batch->each, pairs->groups, pairs->n);
}

void
bw_moments_join (BwMoments *lanes, gsize n_groups)
{
  for (gsize group = 0; group < n_groups; group++) {
    BwMoments joined = { 0 };
    for (guint lane = 0; lane < LANES; lane++)
      joined += lanes[group * LANES + lane];
    lanes[group] = joined;
  }
}

void
bw_moments_take (BwMoments *to, const BwWay *way, const BwMoments *from, gsize n_from)
{
  for (gsize group = 0; group < n_from; group++)
    to[group / way->step % way->n] += from[group];
}
