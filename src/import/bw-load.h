/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokenises and types a whole text by a plan, in parallel, straight into packed columns. */
#pragma once

#include "bw-plan.h"
#include "bw-reader.h"
#include "bw-table.h"

/* evidence: n columns of the plan, filled (free first_bad with g_free).
 * NULL and G_IO_ERROR_CANCELLED, or BW_ERROR_LIMIT, otherwise. */
BwTable *bw_load (const BwShape *shape, const BwPlan *plan, BwEvidence *evidence,
                  GCancellable *cancellable, BwProgress progress, gpointer user_data,
                  GError **error);

/* A sample: up to max records, the first ones and some from all over the text. Of GStrv. */
GPtrArray *bw_load_sample (const BwShape *shape, guint max);

/* Every record from header_at on as array of arrays of strings: for `cells`. */
typedef void (*BwRecordFunc) (const BwCellSpan *cells, gsize n, BwDialect dialect,
                              gpointer user_data);
void bw_load_each (const BwShape *shape, BwRecordFunc func, gpointer user_data);
