/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numerator / denominator: sums by sums, never a mean of ratios. */
#include "config.h"

#include "bw-ratio.h"
#include <math.h>

#define LEVEL 0.95

const BwMetric *
bw_ratio_get_part (const BwRatio *ratio, guint i, gboolean *optional)
{
  const char *id = ratio->parts[i];
  int index;

  *optional = *id == '?';
  index = bw_measures_find (*optional ? id + 1 : id);
  g_return_val_if_fail (index >= 0, NULL);
  return bw_measures_get ((guint) index);
}

static gboolean
is_available (BwEngine *engine, const BwRatio *ratio)
{
  gboolean optional;

  for (guint i = 0; i < BW_METRIC_MAX_PARTS && ratio->parts[i] != NULL; i++) {
    const BwMetric *part = bw_ratio_get_part (ratio, i, &optional);
    if (!optional && bw_engine_find (engine, part).measure == NULL)
      return FALSE;
  }
  return TRUE;
}

gboolean
bw_combination_init (BwCombination *self, BwEngine *engine, const BwMetric *metric)
{
  gboolean optional;

  for (guint r = 0; r < BW_METRIC_MAX_RATIOS && metric->ratios[r].parts[0] != NULL; r++) {
    const BwRatio *ratio = &metric->ratios[r];
    if (!is_available (engine, ratio))
      continue;
    *self = (BwCombination) { .metric = metric, .ratio = ratio };
    while (self->n_parts < BW_METRIC_MAX_PARTS && ratio->parts[self->n_parts] != NULL)
      self->n_parts++;
    self->counts = bw_ratio_get_part (ratio, 1, &optional)->unit == BW_UNIT_COUNT;
    bw_settings_resolve (bw_engine_get_settings (engine), metric, self->choices);
    return TRUE;
  }
  return FALSE;
}

BwCell
bw_combination_combine (const BwCombination *self, const BwCell *cells)
{
  double factor = self->metric->factor != 0 ? self->metric->factor : 1;
  double numerator = cells[0].value;
  double denominator = cells[1].value;
  BwCell cell = BW_CELL_NONE;

  if (self->ratio->combine != NULL)
    self->ratio->combine (cells, self->choices, &numerator, &denominator);
  cell.numerator = numerator;
  cell.denominator = denominator;
  if (isnan (numerator) || isnan (denominator) || denominator == 0)
    return cell;
  cell.value = factor * numerator / denominator;
  cell.n = self->counts ? llround (denominator) : cells[1].n > 0 ? cells[1].n : cells[0].n;
  if (self->metric->proportion && numerator >= 0 && numerator <= denominator) {
    BwInterval interval = bw_wilson (numerator, denominator, LEVEL);
    cell.low = factor * interval.low;
    cell.high = factor * interval.high;
  }
  return cell;
}

gboolean
bw_combination_uses (const BwCombination *self, guint part)
{
  BwCell cells[BW_METRIC_MAX_PARTS];
  BwCell with, without;

  for (guint i = 0; i < BW_METRIC_MAX_PARTS; i++) {
    cells[i] = BW_CELL_NONE;
    cells[i].value = i < self->n_parts ? 2 + i * i : NAN;
  }
  with = bw_combination_combine (self, cells);
  cells[part].value = NAN;
  without = bw_combination_combine (self, cells);
  return isnan (with.value) || without.value != with.value;
}

/* For each member of the first part where another part has it, or -1. */
static int *
match_members (const BwGrouping *first, const BwGrouping *other)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  int *matches = g_new (int, first->n);

  for (guint m = 1; m < other->n; m++)
    g_hash_table_insert (places, g_ptr_array_index (other->names, m), GUINT_TO_POINTER (m));
  matches[0] = 0;
  for (guint m = 1; m < first->n; m++) {
    gpointer place = g_hash_table_lookup (places, g_ptr_array_index (first->names, m));
    matches[m] = place != NULL ? (int) GPOINTER_TO_UINT (place) : -1;
  }
  return matches;
}

static BwCell
get_cell (const BwLayout *layout, const int *matches, guint period, guint member)
{
  int at = matches != NULL ? matches[member] : (int) member;

  if (layout == NULL || at < 0)
    return BW_CELL_NONE;
  return layout->cells[(gsize) period * bw_layout_get_n_members (layout) + (guint) at];
}

void
bw_combination_combine_layouts (const BwCombination *self,
                                const BwLayout *const *parts,
                                BwLayout *out)
{
  int *matches[BW_METRIC_MAX_PARTS] = { NULL };
  guint n_members = bw_layout_get_n_members (parts[0]);
  BwCell cells[BW_METRIC_MAX_PARTS];

  out->placer = parts[0]->placer;
  out->grouping = parts[0]->grouping;
  out->cells = g_new (BwCell, (gsize) out->placer->n * n_members);
  out->squares = NULL;
  for (guint i = 1; i < self->n_parts; i++)
    if (parts[i] != NULL && parts[i]->grouping != parts[0]->grouping)
      matches[i] = match_members (parts[0]->grouping, parts[i]->grouping);
  for (guint p = 0; p < out->placer->n; p++)
    for (guint m = 0; m < n_members; m++) {
      for (guint i = 0; i < BW_METRIC_MAX_PARTS; i++)
        cells[i] = i < self->n_parts ? get_cell (parts[i], matches[i], p, m) : BW_CELL_NONE;
      out->cells[(gsize) p * n_members + m] = bw_combination_combine (self, cells);
    }
  for (guint i = 0; i < self->n_parts; i++)
    g_free (matches[i]);
}
