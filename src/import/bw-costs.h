/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Costs that are told by category, one amount a row, as the parts that costs are made of. */
#pragma once

#include "bw-table.h"

/* A table of finance with categories and amounts gets the columns cost-training, cost-salaries,
 * cost-infrastructure and revenue, as far as its categories are known; the amounts of these rows
 * move there, so that `amount` keeps what is none of them and nothing counts twice. Takes over the
 * table, which nobody else may have seen; others come back as they are. */
BwTable *bw_costs_spread (BwTable *table);
