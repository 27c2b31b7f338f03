/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of one file with the same id. */
#pragma once

#include "bw-table.h"

/* Calls found (row, user_data) for every counted row of which a newer copy is there: later
 * `updated`, else the later row. Ids that stand in order are only looked through once. Not
 * all are found once it is cancelled. */
typedef void (*BwDuplicateFunc) (gsize row, gpointer user_data);
void bw_ids_find_duplicates (const BwTable *table,
                             const guint8 *aside,
                             GCancellable *cancellable,
                             BwDuplicateFunc found,
                             gpointer user_data);
