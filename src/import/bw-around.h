/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines above and below a table say of it: in which zone its times are ("Timezone:
 * Europe/Berlin"), and of which period it tells ("# 20250301-20250331"). */
#pragma once

#include "bw-shape.h"

/* The zone's name, or NULL when no line names one that is known. */
char *bw_around_find_zone (const BwShape *shape);
/* The first day of the period, at its midnight without a zone; FALSE when no line above names one.
 */
gboolean bw_around_find_period (const BwShape *shape, gint64 *day);
/* The same of a file's name: "Export _ Pages _ March 2025.csv", "views-2025-03.csv". */
gboolean bw_around_find_period_in_name (const char *name, gint64 *day);
/* What amounts are to be multiplied by, as a line above says ("in TEUR"); or 1. */
double bw_around_find_factor (const BwShape *shape);
