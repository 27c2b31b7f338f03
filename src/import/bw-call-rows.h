/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list of calls that are no calls, or only legs of them. */
#pragma once

#include "bw-plan.h"
#include "bw-source.h"
#include "bw-table.h"

/* Faxes, text messages and voicemail, where a column tells them from calls. Makes *aside (one
 * BwAside a row) when it is NULL and needed. */
void bw_call_rows_set_aside (const BwPlan *plan, const BwTable *table, guint8 **aside);

/* Says what was set aside, and which rows are or may be legs. aside may be NULL. */
void
bw_call_rows_note (const BwPlan *plan, const BwTable *table, const guint8 *aside, BwSource *source);
