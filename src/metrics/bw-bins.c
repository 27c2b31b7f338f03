/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the bins that are worth collecting, and selects within what was collected. */
#include "config.h"

#include "bw-bins.h"
#include "bw-large.h"
#include "bw-statistics.h"
#include "bw-vector.h"
#include <string.h>

#define MAX_BYTES ((gsize) 4 << 20) /* of bins; with more groups they are wider */

static guint
count_bins (guint shift)
{
  return 256u >> shift;
}

static void
init (BwBins *self, gsize n_groups, guint shift)
{
  *self = (BwBins) { .n_groups = n_groups, .shift = shift, .n_bins = count_bins (shift) };
  self->bins = bw_large_new0 (n_groups * self->n_bins + 1, sizeof *self->bins);
}

void
bw_bins_init (BwBins *self, gsize n_groups, const BwGrades *grades)
{
  guint shift = 0;

  while (shift < 8 && n_groups * count_bins (shift) * sizeof *self->bins > MAX_BYTES)
    shift++;
  init (self, n_groups, shift);
  for (guint bin = 0; bin <= self->n_bins; bin++)
    self->bounds[bin] = grades->bounds[MIN (bin << shift, BW_GRADES)];
}

void
bw_bins_init_like (BwBins *self, gsize n_groups, const BwBins *other)
{
  init (self, n_groups, other->shift);
  memcpy (self->bounds, other->bounds, sizeof self->bounds);
}

void
bw_bins_clear (BwBins *self)
{
  bw_large_free (self->bins);
  bw_large_free (self->collected);
  g_free (self->wanted);
  g_free (self->counts);
  g_free (self->asked);
}

BW_VECTOR static void
add (guint32 *to, const guint32 *from, guint n)
{
  for (guint i = 0; i < n; i++)
    to[i] += from[i];
}

void
bw_bins_add (BwBins *self, gsize group, const BwBins *other, gsize other_group)
{
  g_assert (other->n_bins == self->n_bins);
  add (self->bins + group * self->n_bins, other->bins + other_group * other->n_bins, self->n_bins);
}

/* --- Which ranks ------------------------------------------------------------------------------
 */

typedef struct {
  gsize ranks[BW_RANK_LAST];
  guint8 order[BW_RANK_LAST]; /* of ascending ranks */
} Order;

static void
make_order (Order *order, gint64 n, double level)
{
  gsize *ranks = order->ranks;
  double weight;

  ranks[BW_RANK_MIN] = 0;
  ranks[BW_RANK_MAX] = n - 1;
  bw_quantile_rank (n, 0.5, &ranks[BW_RANK_MEDIAN], &weight);
  ranks[BW_RANK_MEDIAN_NEXT] = MIN (ranks[BW_RANK_MEDIAN] + 1, (gsize) n - 1);
  bw_quantile_rank (n, 0.9, &ranks[BW_RANK_P90], &weight);
  ranks[BW_RANK_P90_NEXT] = MIN (ranks[BW_RANK_P90] + 1, (gsize) n - 1);
  if (level == 0 ||
      !bw_quantile_ranks (n, 0.5, level, &ranks[BW_RANK_CI_LOW], &ranks[BW_RANK_CI_HIGH]))
    ranks[BW_RANK_CI_LOW] = ranks[BW_RANK_CI_HIGH] = 0;
  for (guint8 i = 0; i < BW_RANK_LAST; i++) {
    guint8 k = i;
    for (; k > 0 && ranks[order->order[k - 1]] > ranks[i]; k--)
      order->order[k] = order->order[k - 1];
    order->order[k] = i;
  }
}

/* --- Which bins -------------------------------------------------------------------------------
 */

/* A bin that holds one value only needs no collecting. */
static gboolean
is_exact (const BwBins *self, guint bin)
{
  return self->bounds[bin + 1] - self->bounds[bin] == 1;
}

static void
ask (BwBins *self, gsize group, guint bin)
{
  guint end = MIN ((bin + 1) << self->shift, BW_GRADES);

  for (guint grade = bin << self->shift; grade < end; grade++)
    self->asked[group][grade / 32] |= 1u << grade % 32;
}

/* Returns how many values will have been collected when this group has been. */
static guint32
choose_bins (BwBins *self, gsize group, const Order *order, guint32 start)
{
  guint32 *bins = self->bins + group * self->n_bins;
  guint next = 0;
  gsize before = 0;

  for (guint bin = 0; bin < self->n_bins; bin++) {
    guint32 n = bins[bin];
    gboolean exact = is_exact (self, bin);
    guint first = next;
    if (n == 0)
      continue;
    for (; next < BW_RANK_LAST && order->ranks[order->order[next]] < before + n; next++)
      self->wanted[group][order->order[next]] =
          exact ? (BwWanted) { BW_BINS_NOWHERE, 0, (guint32) self->bounds[bin] }
                : (BwWanted) { start, n, (guint32) (order->ranks[order->order[next]] - before) };
    before += n;
    if (next == first || exact)
      continue;
    ask (self, group, bin);
    bins[bin] = start;
    start += n;
  }
  return start;
}

BW_VECTOR static guint32
count_all (const guint32 *bins, guint n_bins)
{
  guint32 n = 0;

  for (guint bin = 0; bin < n_bins; bin++)
    n += bins[bin];
  return n;
}

void
bw_bins_choose (BwBins *self, double level)
{
  guint32 n_collected = 0;

  self->wanted = g_malloc0_n (self->n_groups + 1, sizeof *self->wanted);
  self->asked = g_malloc0_n (self->n_groups + 1, sizeof *self->asked);
  self->counts = g_new (guint32, self->n_groups + 1);
  for (gsize group = 0; group < self->n_groups; group++) {
    gsize n = count_all (self->bins + group * self->n_bins, self->n_bins);
    Order order;
    self->counts[group] = (guint32) n;
    if (n == 0)
      continue;
    make_order (&order, (gint64) n, level);
    n_collected = choose_bins (self, group, &order, n_collected);
  }
  self->collected = bw_large_new ((gsize) n_collected + 1, sizeof *self->collected);
}

BwGradeSet
bw_bins_mark (const BwBins *self)
{
  guint32 asked[BW_GRADES_WORDS] = { 0 };
  BwGradeSet set = { 0 };

  for (gsize group = 0; group < self->n_groups; group++)
    for (guint word = 0; word < BW_GRADES_WORDS; word++)
      asked[word] |= self->asked[group][word];
  for (guint grade = 0; grade < BW_GRADES; grade++)
    if (asked[grade / 32] >> grade % 32 & 1u)
      bw_grade_set_add (&set, grade);
  return set;
}

/* --- Selection --------------------------------------------------------------------------------
 */

static inline void
swap (gint32 *a, gint32 *b)
{
  gint32 kept = *a;

  *a = *b;
  *b = kept;
}

BW_VECTOR static gint32
find_greatest (const gint32 *values, guint32 n)
{
  gint32 greatest = values[0];

  for (guint32 i = 1; i < n; i++)
    greatest = MAX (greatest, values[i]);
  return greatest;
}

/* The value that would stand at place k if these were sorted; moves them. */
static gint32
select_value (gint32 *values, guint32 n, guint32 k)
{
  gint64 low = 0;
  gint64 high = (gint64) n - 1;

  while (low < high) {
    gint32 pivot = values[low + (high - low) / 2];
    gint64 i = low;
    gint64 j = high;
    while (i <= j) {
      while (values[i] < pivot)
        i++;
      while (values[j] > pivot)
        j--;
      if (i <= j)
        swap (&values[i++], &values[j--]);
    }
    if ((gint64) k <= j)
      high = j;
    else if ((gint64) k >= i)
      low = i;
    else
      break;
  }
  return values[k];
}

/* The value at place k when no greater ones stand before it: k is 0, or the value at the place
 * before has just been selected. */
static gint32
select_next (gint32 *values, guint32 n, guint32 k)
{
  for (guint32 i = k + 1; i < n; i++)
    if (values[i] < values[k])
      swap (&values[i], &values[k]);
  return values[k];
}

static gboolean
follows (const BwWanted *wanted, const BwWanted *before)
{
  return wanted->start == before->start && wanted->offset == before->offset + 1;
}

static gboolean
is_same (const BwWanted *a, const BwWanted *b)
{
  return a->start == b->start && a->offset == b->offset;
}

/* follows_last: the rank before it was the last to be selected. */
static gint32
select_rank (gint32 *values, const BwWanted *wanted, gboolean follows_last)
{
  if (wanted->offset == 0 || follows_last)
    return select_next (values, wanted->n, wanted->offset);
  if (wanted->offset == wanted->n - 1)
    return find_greatest (values, wanted->n);
  return select_value (values, wanted->n, wanted->offset);
}

/* Ranks often are the same as the one before, or follow it. */
BwRanks
bw_bins_get (BwBins *self, gsize group)
{
  const BwWanted *wanted = self->wanted[group];
  BwRanks ranks;

  for (guint r = 0; r < BW_RANK_LAST; r++) {
    if (wanted[r].start == BW_BINS_NOWHERE)
      ranks.values[r] = (gint32) wanted[r].offset;
    else if (r > 0 && is_same (&wanted[r], &wanted[r - 1]))
      ranks.values[r] = ranks.values[r - 1];
    else
      ranks.values[r] = select_rank (self->collected + wanted[r].start, &wanted[r],
                                     r > 0 && follows (&wanted[r], &wanted[r - 1]));
  }
  return ranks;
}
