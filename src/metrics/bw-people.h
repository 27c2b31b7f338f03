/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are of the same person. */
#pragma once

#include "bw-table.h"

/* For each row a number of its requester, by the e-mail address where the table has one, else by
 * the name; 0 = not known. NULL when no column tells. Of the table, or *owned: bw_large_free. */
const guint32 *bw_people_number (const BwTable *table, guint32 **owned);
/* For each row that counts when the same person's next such row was created, as seconds since
 * BW_TIME_ORIGIN; BW_MISSING = never. Of rows created at once the later in the file comes next.
 * asides: BwAside a row, or NULL. bw_large_free. */
gint32 *bw_people_find_next (const guint32 *people,
                             const gint32 *created,
                             const guint8 *asides,
                             gsize n_rows);
