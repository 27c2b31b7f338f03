/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows of a period at a time, for details that wider registers make faster. */
#pragma once

#include "bw-metric.h"

#define BW_DETAIL_BATCH 2048

/* Rows first .. first + n - 1. */
typedef struct {
  const BwDetailContext *context;
  gsize first;
  guint n;
  guint n_marked;
  guint8 marks[BW_DETAIL_BATCH]; /* 1: of the period, and it has a say; else 0 */
} BwDetailBatch;

void bw_detail_batch_init (BwDetailBatch *batch, const BwDetailContext *context);
/* The next rows of which any is marked; FALSE at the end. */
gboolean bw_detail_batch_next (BwDetailBatch *batch);
