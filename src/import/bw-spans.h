/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on what lies between two dates of the same row. */
#pragma once

#include "bw-plan.h"
#include "bw-source.h"

/* Rows that end before they began ("negative-span"), and ends that are days only
 * ("no-time-of-day"). aside: one BwAside a row, or NULL. */
void
bw_spans_note (const BwPlan *plan, const BwTable *table, const guint8 *aside, BwSource *source);
