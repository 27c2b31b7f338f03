/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that somebody typed, as a table like that of a file. */
#pragma once

#include "bw-settings.h"

/* The kinds of table that the typed numbers belong to: FINANCE, CUSTOMER_COUNTS, AGENT_TIME. */
gboolean bw_typed_is_of (BwKind kind);
/* The rows of `table` (may be NULL) and those of the settings, months beginning in that zone. What
 * is typed for a month counts instead of what the table has of the same field in that month. A new
 * reference, or NULL when there is neither. */
BwTable *bw_typed_join (BwTable *table, BwKind kind, const BwSettings *settings, BwZone *zone);
