/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers questions about a dataset. Kernels run once per dataset into packed measures; a question
 * only folds these again. */
#pragma once

#include "bw-dataset.h"
#include "bw-figure.h"
#include "bw-filter.h"
#include "bw-ledger.h"
#include "bw-pseudonyms.h"
#include "bw-target.h"

/* What is asked. Owned by the asker; everything may be shared. */
typedef struct {
  BwPeriod *period;
  BwAxis *axis; /* periods of the series */
  BwCompare compare;
  BwBasis basis;
  BwStatistic statistic;
  BwFilter *filter;        /* NULL = all rows */
  const BwFieldId *splits; /* ends with BW_FIELD_NONE; NULL = none */
  const char *const *kpis; /* NULL = all */
  gboolean anonymise;      /* agents are called by their pseudonyms */
  BwTargets *targets;      /* the team's own; NULL = none */
  gboolean brief;          /* only what tiles show: see BwFigure; without splits */
} BwQuestion;

/* One whose parts are its own, for threads and for later: bw_question_clear frees them. */
void bw_question_copy (BwQuestion *to, const BwQuestion *from);
void bw_question_clear (BwQuestion *question);

typedef struct _BwEngine BwEngine;

#define BW_TYPE_ENGINE (bw_engine_get_type ())
GType bw_engine_get_type (void);

/* Counted; holds the dataset and what the figures are counted by. settings NULL: the defaults;
 * zone NULL: UTC; it is that of business hours and of months of costs. Thread-safe: measures are
 * made when first needed. Other settings are another engine. */
BwEngine *bw_engine_new (BwDataset *dataset, BwSettings *settings, BwZone *zone);
BwEngine *bw_engine_ref (BwEngine *engine);
void bw_engine_unref (BwEngine *engine);

/* Of BwFigure, in the order of the shelf, the unavailable ones too.
 * NULL and BW_ERROR_FIELD (unknown KPI, a split that no file has) or G_IO_ERROR_CANCELLED. */
GPtrArray *bw_engine_answer (BwEngine *engine,
                             const BwQuestion *question,
                             GCancellable *cancellable,
                             GError **error);
/* The same in a thread, in the background; the question is copied. The task's cancellable tells
 * which question was answered. */
void bw_engine_answer_async (BwEngine *engine,
                             const BwQuestion *question,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *bw_engine_answer_finish (GAsyncResult *result, GError **error);

/* One KPI by period x member of a dimension, the `max` members with the most n (0 = all).
 * NULL when it is not available. */
BwSeries *bw_engine_cross (
    BwEngine *engine, const BwQuestion *question, const char *kpi, BwFieldId field, guint max);

/* The rows that have a say in a KPI in that span (and have that member, when field is not NONE;
 * member NULL = rows without one); of a ratio those of its numerator. *table lives as long as the
 * engine. NULL when it is not available. */
BwBits *bw_engine_select (BwEngine *engine,
                          const BwQuestion *question,
                          const char *kpi,
                          const BwPeriod *span,
                          BwFieldId field,
                          const char *member,
                          BwTable **table);

/* The rows of that kind as figures are counted from them: with what was typed, and with the rows
 * set aside that the settings leave out. NULL when there are none. */
BwTable *bw_engine_get_table (BwEngine *engine, BwKind kind);

/* What places the rows of a measure in time: seconds since BW_TIME_ORIGIN, BW_MISSING = never. */
typedef struct {
  const gint32 *when;
  const gint32 *until; /* of stocks; else NULL */
} BwRowTimes;

/* What the KPI of that figure says of every row of the table of its kind (in business time, too:
 * see in_business_time of the figure). Borrowed; NULL when it is not available, and of ratios. */
const BwMeasure *
bw_engine_get_measure (BwEngine *engine, const BwFigure *figure, BwRowTimes *times);

/* Of all people in the dataset; borrowed. */
BwPseudonyms *bw_engine_get_pseudonyms (BwEngine *engine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwEngine, bw_engine_unref)
