/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every KPI makes of one row, and how it comes about. */
#pragma once

#include "bw-engine.h"

#define BW_DESCRIBE_MAX_TERMS 3

/* A field of the row and what it holds: an instant, or seconds. */
typedef struct {
  BwFieldId field;
  gint64 value;
} BwTerm;

/* How a length of time comes about from what stands in the row. */
typedef enum {
  BW_WORKING_NONE,       /* not a length of time, or worked out from more than the row holds */
  BW_WORKING_DIFFERENCE, /* terms[0] - terms[1], two instants */
  BW_WORKING_SUM,        /* of the terms, each in seconds; of one: as exported */
} BwWorking;

typedef struct {
  const BwMetric *metric;
  BwReason reason; /* why the row has no say; NONE when it has */
  double value;    /* in the KPI's unit: 1 = it is counted, shares 0 or 1; NAN without a say */
  double business; /* the same in business hours; NAN when there is none */
  gint64 when;     /* the instant that places it, or BW_TIME_NONE */
  gint64 until;    /* of stocks: when it left, or BW_TIME_NONE */
  BwWorking working;
  guint n_terms;
  BwTerm terms[BW_DESCRIBE_MAX_TERMS];
} BwRowSay;

/* Of BwRowSay, one for each KPI that is counted from rows of that kind here, in the order of the
 * shelf; ratios are made of others and are left out. Empty when no such row is counted from. Free
 * with g_array_unref. */
GArray *bw_engine_describe_row (BwEngine *engine, BwKind kind, gsize row);
