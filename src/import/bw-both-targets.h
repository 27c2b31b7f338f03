/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column may tell of both targets: "Response Violation" is a reply too late, and no word on the
 * resolution. Loading gives it to the resolution; here it speaks of the reply as well. */
#pragma once

#include "bw-plan.h"
#include "bw-source.h"
#include "bw-table.h"

/* The table, or one with the verdicts on replies, when the profile has words for these and the file
 * has no column of its own. Takes the table. */
BwTable *bw_both_targets_spread (const BwPlan *plan, BwTable *table, BwSource *source);
