/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every KPI has to say of every row of one table, computed once: the packed measures that a
 * question folds. Immutable once made. */
#pragma once

#include "bw-metric.h"

/* A KPI's say on each row. Negative numbers are -BwReason: no say. */
typedef struct {
  const BwMetric *metric;
  char *missing; /* why the table cannot answer it, or NULL */
  gint8 *says;   /* COUNT, STOCK: 1; SHARE: 0, 1; NPS: 0, 1, 2 (value + 1) */
  gint32 *sizes; /* DURATION: seconds; MEAN: millionths */
} BwMeasure;

typedef struct {
  BwTable *table;
  gsize n_rows;
  gint64 as_of;
  BwMeasure *measures; /* in the order of bw_metrics () */
  const gint32
      *whens[BW_WHEN_LAST]; /* seconds since BW_TIME_ORIGIN, BW_MISSING = never; NULL = unused */
  gint32 *owned[BW_WHEN_LAST];
} BwLedger;

#define BW_LEDGER_MILLION 1000000

BwLedger *bw_ledger_new (BwTable *table);
void bw_ledger_free (BwLedger *ledger);

/* -BwReason of a row that has no say in the measure, else >= 0. */
static inline int
bw_measure_get (const BwMeasure *measure, gsize row)
{
  return measure->says != NULL ? measure->says[row] : measure->sizes[row];
}
