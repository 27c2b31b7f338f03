/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokenises and types a whole text by a plan, in parallel, straight into packed columns. The same
 * table whatever the number of threads.
 *
 * Blank lines and lines of nothing but delimiters are no rows. Cells that a row lacks are missing,
 * those it has too many are left out. */
#pragma once

#include "bw-plan.h"
#include "bw-reader.h"
#include "bw-table.h"

/* Rows whose number of cells is not that of the header. Empty cells too many do not count. */
typedef struct {
  gint64 n_short;
  gint64 n_long;
  gint64 first_row; /* -1 without any */
} BwRagged;

/* evidence: n columns of the plan, filled (free first_bad with g_free). ragged may be NULL.
 * The shape's survey is known afterwards, and its digest has been fed. NULL and
 * G_IO_ERROR_CANCELLED, BW_ERROR_LIMIT, or BW_ERROR_ENCODING for what is not as the shape assumes,
 * otherwise. */
BwTable *bw_load (const BwShape *shape,
                  const BwPlan *plan,
                  BwEvidence *evidence,
                  BwRagged *ragged,
                  GCancellable *cancellable,
                  BwProgress progress,
                  gpointer user_data,
                  GError **error);

/* BW_ERROR_ENCODING. */
void bw_load_fail_as_assumed (GError **error);

/* Loads the columns marked in `which` anew by a changed plan, into a table that nobody else has
 * seen yet; their evidence is replaced. */
gboolean bw_load_again (const BwShape *shape,
                        const BwPlan *plan,
                        const gboolean *which,
                        BwTable *table,
                        BwEvidence *evidence,
                        GCancellable *cancellable,
                        BwProgress progress,
                        gpointer user_data,
                        GError **error);

/* A sample: up to max records, the first ones and some from all over the text. Of GStrv. */
GPtrArray *bw_load_sample (const BwShape *shape, guint max);
/* Whether the cells of a sample name signs as HTML does: some do, and no sign that begins a name
 * stands for itself. They are then the signs. */
gboolean bw_sample_resolve_entities (GPtrArray *rows);

/* Every record from start_at on but blank lines, header and preamble included: for `cells`. */
typedef void (*BwRecordFunc) (const BwCellSpan *cells,
                              gsize n,
                              BwDialect dialect,
                              gpointer user_data);
gboolean bw_load_each (const BwShape *shape, BwRecordFunc func, gpointer user_data, GError **error);
