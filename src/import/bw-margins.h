/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts that are told by the time left against a target. */
#pragma once

#include "bw-plan.h"
#include "bw-source.h"
#include "bw-table.h"

/* Time that is left for a first reply says nothing while nobody knows whether there was one: where
 * the file does not tell of replies, the verdict of a ticket that is still open goes, with a note.
 * For a table that is still being made. */
void bw_margins_settle (const BwPlan *plan, BwTable *table, BwSource *source);
/* The same for any column of verdicts on replies, whose file says so as long as none is late. */
void bw_margins_clear_undecided (const BwTable *table, BwColumn *column, BwSource *source);
