/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows a period has to do with, found once for all KPIs that go by the same moments. */
#pragma once

#include "bw-group.h"
#include "bw-ledger.h"

/* The rows among `wanted` (NULL = all) whose time is in the placer's periods. With until the
 * stocks: those that are there at any time of it, or gone before they came in it. when and until:
 * of the ledger. */
BwBits *bw_within_new (const BwLedger *ledger,
                       const gint32 *when,
                       const gint32 *until,
                       const BwBits *wanted,
                       const BwPlacer *placer);
