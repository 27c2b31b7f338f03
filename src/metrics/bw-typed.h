/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that somebody typed, as a table like that of a file. */
#pragma once

#include "bw-settings.h"

/* The kinds of table that the typed numbers belong to: FINANCE, CUSTOMER_COUNTS, AGENT_TIME. */
gboolean bw_typed_is_of (BwKind kind);
/* Is a part of the costs typed for that month? */
gboolean bw_typed_has_cost_part (const BwSettings *settings, gint64 month);
/* The rows of `table` (may be NULL) and those of the settings, months beginning in that zone. What
 * is typed for a month counts instead of what the table has of the same field in that month; parts
 * of the costs count instead of costs that it has as a whole only. A new reference, or NULL when
 * there is neither. */
BwTable *bw_typed_join (BwTable *table, BwKind kind, const BwSettings *settings, BwZone *zone);
