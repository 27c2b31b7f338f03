/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the bins that are worth collecting, and selects within what was collected. */
#include "config.h"

#include "bw-bins.h"
#include "bw-large.h"
#include "bw-statistics.h"
#include "bw-vector.h"

#define VALUE_BITS 31
#define MAX_BYTES ((gsize) 4 << 20) /* of bins; with more groups they are wider */

static guint
count_bins (guint precision)
{
  return (VALUE_BITS - precision + 1) << precision;
}

static void
init (BwBins *self, gsize n_groups, guint precision)
{
  *self =
      (BwBins) { .n_groups = n_groups, .precision = precision, .n_bins = count_bins (precision) };
  self->bins = bw_large_new0 (n_groups * self->n_bins + 1, sizeof *self->bins);
}

void
bw_bins_init (BwBins *self, gsize n_groups)
{
  guint precision = BW_BINS_PRECISION;

  while (precision > 0 && n_groups * count_bins (precision) * sizeof *self->bins > MAX_BYTES)
    precision--;
  init (self, n_groups, precision);
}

void
bw_bins_init_like (BwBins *self, gsize n_groups, const BwBins *other)
{
  init (self, n_groups, other->precision);
}

void
bw_bins_clear (BwBins *self)
{
  bw_large_free (self->bins);
  bw_large_free (self->collected);
  g_free (self->wanted);
  g_free (self->counts);
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
  return bin >> self->precision < 2;
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
    if (n == 0) {
      bins[bin] = BW_BINS_NOWHERE;
      continue;
    }
    for (; next < BW_RANK_LAST && order->ranks[order->order[next]] < before + n; next++)
      self->wanted[group][order->order[next]] =
          exact ? (BwWanted) { BW_BINS_NOWHERE, 0, bin }
                : (BwWanted) { start, n, (guint32) (order->ranks[order->order[next]] - before) };
    bins[bin] = next > first && !exact ? start : BW_BINS_NOWHERE;
    start += next > first && !exact ? n : 0;
    before += n;
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

/* The least value of a bin of the greatest precision. */
static gint32
get_least (guint bin)
{
  guint shift = bin >> BW_BINS_PRECISION;

  shift -= shift > 0;
  return (gint32) ((bin - (shift << BW_BINS_PRECISION)) << shift);
}

BW_VECTOR static void
mark_wanted (const guint32 *bins, guint n_bins, guint8 bits, guint8 *own)
{
  for (guint bin = 0; bin < n_bins; bin++)
    own[bin] |= bins[bin] != BW_BINS_NOWHERE ? bits : 0;
}

/* Bins of less precision are made of whole ones of more. */
void
bw_bins_mark (const BwBins *self, guint8 bits, guint8 marks[BW_BINS_MARKS])
{
  g_autofree guint8 *own = g_new0 (guint8, self->n_bins);

  for (gsize group = 0; group < self->n_groups; group++)
    if (self->counts[group] > 0)
      mark_wanted (self->bins + group * self->n_bins, self->n_bins, bits, own);
  for (guint bin = 0; bin < BW_BINS_MAX; bin++)
    marks[bin] |= own[bw_bins_find (self, get_least (bin))];
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

BwRanks
bw_bins_get (BwBins *self, gsize group)
{
  BwRanks ranks;

  for (guint r = 0; r < BW_RANK_LAST; r++) {
    const BwWanted *wanted = &self->wanted[group][r];
    if (wanted->start == BW_BINS_NOWHERE)
      ranks.values[r] = (gint32) wanted->offset;
    else if (wanted->n == 0)
      ranks.values[r] = 0;
    else
      ranks.values[r] = select_value (self->collected + wanted->start, wanted->n, wanted->offset);
  }
  return ranks;
}
