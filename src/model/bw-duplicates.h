/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds rows that several files of one table have in common. */
#pragma once

#include "bw-table.h"

/* Rows that one file gave. */
typedef struct {
  gsize first;
  gsize n;
  guint product; /* ids are compared among files of one product: others count for themselves */
} BwFileRows;

/* The reasons of the table with BW_ASIDE_DUPLICATE for each counted row whose id another file has
 * in a newer row (later `updated`; where one lacks it or both are the same: the later file). NULL
 * when there is none, or it is cancelled. Copies within one file stay. */
guint8 *bw_find_duplicates (const BwTable *table,
                            const BwFileRows *files,
                            gsize n_files,
                            GCancellable *cancellable);
