/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of amounts: costs, customers, working time. Tables of these are of modest size, so that
 * a plain walk for each layout will do. */
#include "config.h"

#include "bw-fold.h"
#include <math.h>

typedef struct {
  double sum;
  gint64 n;
  gint32 at; /* FIRST, LAST: the time of the rows that are in it */
} Amount;

/* What stays on from period to period, as differences between neighbours. */
typedef struct {
  const BwFolding *fold;
  const BwLayout *layout;
  Amount *amounts; /* n periods x n members */
} Fold;

static void
take (Fold *self, guint period, guint member, double value, gint64 n)
{
  Amount *amount = &self->amounts[(gsize) period * bw_layout_get_n_members (self->layout) + member];

  amount->sum += value;
  amount->n += n;
}

/* Only rows at the edge of the period: earlier (or later) ones take the place of the others. */
static void
take_edge (Fold *self, guint period, guint member, double value, gint32 when)
{
  gboolean last = self->fold->measure->metric->fold == BW_FOLD_LAST;
  Amount *amount = &self->amounts[(gsize) period * bw_layout_get_n_members (self->layout) + member];

  if (amount->n > 0 && when != amount->at) {
    if (last ? when < amount->at : when > amount->at)
      return;
    *amount = (Amount) { 0 };
  }
  amount->at = when;
  amount->sum += value;
  amount->n++;
}

/* In the periods from `enter` on, up to but without `leave`. */
static void
take_range (Fold *self, guint enter, guint leave, guint member, double value)
{
  guint n = self->layout->placer->n;

  if (leave <= enter)
    return;
  if (enter < n)
    take (self, enter, member, value, 1);
  if (leave < n)
    take (self, leave, member, -value, -1);
}

/* The first period that begins after the time: n when there is none. */
static guint
first_after (const BwPlacer *placer, gint32 time)
{
  if ((gint64) time < placer->from)
    return 0;
  return MIN (placer->n, bw_placer_find_clamped (placer, time) + 1);
}

static void
take_member (Fold *self, gsize row, guint member)
{
  const BwFolding *fold = self->fold;
  const BwMetric *metric = fold->measure->metric;
  const BwPlacer *placer = self->layout->placer;
  double value = fold->measure->amounts[row];
  gint32 when = fold->when[row];
  const gint32 *untils = fold->ledger->whens[metric->until];
  gint32 until = metric->fold >= BW_FOLD_OPENING ? untils[row] : BW_MISSING;
  int period;

  switch (metric->fold) {
  case BW_FOLD_FIRST:
  case BW_FOLD_LAST:
    if ((period = bw_placer_find (placer, when)) >= 0)
      take_edge (self, (guint) period, member, value, when);
    break;
  case BW_FOLD_OPENING: /* when < from <= until */
    take_range (self, first_after (placer, when),
                until == BW_MISSING ? placer->n : first_after (placer, until), member, value);
    break;
  case BW_FOLD_CLOSING: /* when < to <= until */
    take_range (self, bw_placer_find_clamped (placer, when),
                until == BW_MISSING ? placer->n : bw_placer_find_clamped (placer, until), member,
                value);
    break;
  case BW_FOLD_LEAVERS:
    if (until != BW_MISSING && (period = bw_placer_find (placer, until)) >= 0 &&
        when < placer->from + placer->bounds[period])
      take (self, (guint) period, member, value, 1);
    break;
  case BW_FOLD_PASSERS:
    if (until != BW_MISSING && (period = bw_placer_find (placer, until)) >= 0 &&
        when >= placer->from + placer->bounds[period])
      take (self, (guint) period, member, value, 1);
    break;
  default:
    if ((period = bw_placer_find (placer, when)) >= 0)
      take (self, (guint) period, member, value, 1);
    break;
  }
}

static void
take_row (Fold *self, gsize row)
{
  const BwGrouping *grouping = self->layout->grouping;
  guint32 code;

  if (grouping == NULL || grouping->column == NULL) {
    take_member (self, row, 0);
    return;
  }
  code = bw_column_code (grouping->column, row);
  if (grouping->starts == NULL) {
    take_member (self, row, code);
    return;
  }
  for (guint32 t = grouping->starts[code]; t < grouping->starts[code + 1]; t++)
    take_member (self, row, grouping->tags[t]);
}

static void
add_up (Amount *amounts, gsize n, guint n_members)
{
  for (gsize g = n_members; g < n; g++) {
    amounts[g].sum += amounts[g - n_members].sum;
    amounts[g].n += amounts[g - n_members].n;
  }
}

static void
finish (const Fold *self, BwLayout *layout, gsize n)
{
  BwFold kind = self->fold->measure->metric->fold;
  gboolean counts = kind >= BW_FOLD_OPENING;

  layout->cells = g_new (BwCell, n);
  layout->squares = g_new (double, n);
  for (gsize g = 0; g < n; g++) {
    layout->cells[g] = BW_CELL_NONE;
    layout->cells[g].n = self->amounts[g].n;
    if (counts || self->amounts[g].n > 0)
      layout->cells[g].value = self->amounts[g].sum;
    layout->squares[g] = NAN;
  }
}

static void
fold_layout (const BwFolding *fold, BwLayout *layout)
{
  guint n_members = bw_layout_get_n_members (layout);
  gsize n = (gsize) layout->placer->n * n_members;
  g_autofree Amount *amounts = g_new0 (Amount, n);
  Fold self = { fold, layout, amounts };
  BwFold kind = fold->measure->metric->fold;

  for (gsize row = 0; row < fold->ledger->n_rows; row++)
    if (fold->measure->says[row] >= 0 && fold->when[row] != BW_MISSING &&
        (fold->rows == NULL || bw_bits_has (fold->rows, row)))
      take_row (&self, row);
  if (kind == BW_FOLD_OPENING || kind == BW_FOLD_CLOSING)
    add_up (amounts, n, n_members);
  finish (&self, layout, n);
}

void
bw_fold_amounts (const BwFolding *fold, BwLayout *layouts, guint n_layouts)
{
  for (guint l = 0; l < n_layouts; l++)
    fold_layout (fold, &layouts[l]);
}
