/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every KPI has to say of every row of one table, computed once: the packed measures that a
 * question folds. Immutable once made. */
#pragma once

#include "bw-grades.h"
#include "bw-settings.h"
#include "bw-stretch.h"

/* A KPI's say on each row. Negative numbers are -BwReason: no say. */
typedef struct {
  const BwMetric *metric;
  char *missing;    /* why the table cannot answer it, or NULL */
  gint8 *says;      /* COUNT, STOCK: 1; SHARE: 0, 1; NPS: 0, 1, 2 (value + 1); of amounts: 1 */
  gint32 *sizes;    /* DURATION: seconds; MEAN: millionths */
  gint32 *business; /* DURATION of KPIs that are clocked, when there are business hours: seconds */
  BwGrades *grades; /* DURATION: of sizes */
  BwGrades *business_grades; /* of business */
  double *amounts;           /* of folds of amounts, where says is 1 */
  GArray *told; /* of a ledger by span: first days (gint64) that it tells of, or NULL */
  double choices[BW_METRIC_MAX_CHOICES];
} BwMeasure;

typedef struct {
  BwTable *table;
  gsize n_rows;
  gint64 as_of;
  BwMeasure *measures; /* by index of bw_measures_get () */
  const gint32
      *whens[BW_WHEN_LAST]; /* seconds since BW_TIME_ORIGIN, BW_MISSING = never; NULL = unused */
  gint32 *owned[BW_WHEN_LAST];
  BwStretch *stretches[BW_WHEN_LAST]; /* of whens, once for those that are the same */
  const gint32 *arrived; /* what places a row that has no say: its creation, else its date */
  const guint32 *people; /* bw_people_number, or NULL when nobody needs it */
  guint32 *own_people;
  gboolean by_span;  /* a row is about a day, a month ..., not about an instant */
  BwGrain grain;     /* of these spans */
  gint64 first_span; /* first days of the first and the last one, of a month at least */
  gint64 last_span;
  gint64 work_from; /* what the files of work tell of; set by the engine, from > to = nothing */
  gint64 work_to;
} BwLedger;

#define BW_LEDGER_MILLION 1000000

/* zone: of business hours and of the spans that rows are about. */
BwLedger *bw_ledger_new (BwTable *table, const BwSettings *settings, BwZone *zone);
void bw_ledger_free (BwLedger *ledger);

/* Of one of its whens; NULL when nobody has made them. */
const BwStretch *bw_ledger_get_stretches (const BwLedger *ledger, const gint32 *when);

/* The same measure by the clock of business hours, which it must have; of the same memory. */
BwMeasure bw_measure_by_hours (const BwMeasure *measure);

/* -BwReason of a row that has no say in the measure, else >= 0. */
static inline int
bw_measure_get (const BwMeasure *measure, gsize row)
{
  return measure->says != NULL ? measure->says[row] : measure->sizes[row];
}
