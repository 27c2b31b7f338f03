/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds one measure over periods x members. */
#pragma once

#include "bw-figure.h"
#include "bw-group.h"
#include "bw-ledger.h"

/* One layout of the same rows: every period of the axis x every member of the grouping. */
typedef struct {
  const BwPlacer *placer;
  const BwGrouping *grouping; /* NULL = no members */
  BwCell *cells;              /* result: n periods x n members, period-major; free with g_free */
  double *squares;            /* result: sample variance of each cell, NAN; free with g_free */
  int shown_by;               /* 1 + the layout of the same question that has the only period, */
  guint shown_at;             /* and where; 0 = none: see bw-answer.c */
} BwLayout;

/* A sum of squares of 32-bit numbers, exact: in whatever order they are added, it is the same. */
typedef struct {
  gint64 high;
  gint64 low;
} BwSquares;

#define BW_SQUARES_BITS 31

static inline void
bw_squares_add (BwSquares *squares, gint32 value)
{
  gint64 square = (gint64) value * value;

  squares->high += square >> BW_SQUARES_BITS;
  squares->low += square & ((G_GINT64_CONSTANT (1) << BW_SQUARES_BITS) - 1);
}

static inline double
bw_squares_get (const BwSquares *squares)
{
  return (double) squares->high * (double) (G_GINT64_CONSTANT (1) << BW_SQUARES_BITS) +
         (double) squares->low;
}

/* See bw-counts.h. */
typedef struct _BwCounts BwCounts;

typedef struct {
  const BwLedger *ledger;
  const BwMeasure *measure;
  const gint32 *when; /* what places a row */
  const BwBits *rows; /* NULL = all */
  BwStatistic statistic;
  const BwCounts *counts;  /* what has been counted already of the same rows, or NULL */
  const GPtrArray *joints; /* see bw-joint.h; NULL = none */
  gboolean brief;          /* order statistics are left out where the headline is a mean */
} BwFolding;

/* Of stocks and their ages; else NULL. */
static inline const gint32 *
bw_folding_get_until (const BwFolding *fold)
{
  const BwMetric *metric = fold->measure->metric;

  return bw_metric_is_at_end (metric) ? fold->ledger->whens[metric->until] : NULL;
}

static inline guint
bw_layout_get_n_members (const BwLayout *layout)
{
  return layout->grouping != NULL ? layout->grouping->n : 1;
}

/* Fills the cells of all layouts. Same rows, same cells, whatever the thread. */
void bw_fold_measure (const BwFolding *fold, BwLayout *layouts, guint n_layouts);
/* The same of folds of lengths of time, of amounts, and of ages and people: bw_fold_measure calls
 * them. */
void bw_fold_durations (const BwFolding *fold, BwLayout *layouts, guint n_layouts);
void bw_fold_amounts (const BwFolding *fold, BwLayout *layouts, guint n_layouts);
void bw_fold_ages (const BwFolding *fold, BwLayout *layouts, guint n_layouts);
void bw_fold_people (const BwFolding *fold, BwLayout *layouts, guint n_layouts);

/* Difference of two cells of one KPI: its 95 % interval, NAN when it cannot be said. */
BwInterval bw_fold_difference (BwFold kind,
                               BwStatistic statistic,
                               const BwCell *a,
                               double variance_a,
                               const BwCell *b,
                               double variance_b);
