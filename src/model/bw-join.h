/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one table knows of the rows of another: tickets of responses, customers of tickets. */
#pragma once

#include "bw-bits.h"
#include "bw-table.h"

#define BW_JOIN_NONE G_MAXUINT32

/* For each row of the table the row of `other` with the same text in its column (of several the
 * last), or BW_JOIN_NONE; NULL when one of them lacks its column, or it is cancelled. Free with
 * g_free. */
guint32 *bw_join_find (const BwTable *table,
                       BwFieldId field,
                       const BwTable *other,
                       BwFieldId other_field,
                       GCancellable *cancellable);
/* The rows of `other` that some of these rows match; NULL when one of them lacks its column. */
BwBits *bw_join_select (const BwTable *table,
                        const BwBits *rows,
                        BwFieldId field,
                        const BwTable *other,
                        BwFieldId other_field);
/* The table with the dimensions that it lacks and `other` has; the table itself when there is
 * none. */
BwTable *bw_join_dimensions (BwTable *table, const BwTable *other, const guint32 *matches);

/* One table of tickets that several sources know: rows of the first ones count, what they lack is
 * filled from rows of the same id in later ones, which are set aside. n >= 1 */
BwTable *bw_join_merge (BwTable *const *tables, gsize n);
