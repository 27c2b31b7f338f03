/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts that are told by the time left against a target. */
#pragma once

#include "bw-plan.h"
#include "bw-source.h"

/* Time that is left says nothing yet while its clock runs: the verdict of such a row goes, with a
 * note. For a table that is still being made. */
void bw_margins_settle (const BwPlan *plan, BwTable *table, BwSource *source);
