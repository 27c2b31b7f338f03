/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are of the same person. */
#pragma once

#include "bw-table.h"

/* For each row a number of its requester, by the e-mail address where the table has one, else by
 * the name; 0 = not known, or the row does not count. NULL when no column tells. bw_large_free. */
guint32 *bw_people_number (const BwTable *table, guint32 *n_people);
/* For each row when the same person's next row was created, as seconds since BW_TIME_ORIGIN;
 * BW_MISSING = never. Of rows created at once the later in the file comes next. bw_large_free. */
gint32 *
bw_people_find_next (const guint32 *people, guint32 n_people, const gint32 *created, gsize n_rows);
