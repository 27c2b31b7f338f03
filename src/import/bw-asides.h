/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a table that has been loaded do not count, and why. */
#pragma once

#include "bw-plan.h"
#include "bw-table.h"

/* BwAside bytes, n_rows, or NULL when all rows count. evidence: one for each column of the plan.
 * Of no worth once it is cancelled. */
guint8 *bw_asides_find (const BwPlan *plan,
                        const BwEvidence *evidence,
                        BwTable *table,
                        GCancellable *cancellable);
