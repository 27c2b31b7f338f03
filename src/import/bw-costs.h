/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Costs that are told by category, one amount a row, as the parts that costs are made of. */
#pragma once

#include "bw-source.h"
#include "bw-table.h"

/* What a category of costs or revenue belongs to, by its words: cost-training, cost-salaries,
 * cost-infrastructure or revenue; NONE when they do not say. */
BwFieldId bw_costs_find_part (const char *category);

/* factor: what its amounts are multiplied by where neither header nor category says it. A table of
 * finance with categories and amounts gets the columns cost-training, cost-salaries,
 * cost-infrastructure and revenue, as far as its categories are known; the amounts of these rows
 * move there, so that `amount` keeps what is none of them. A total beside its parts, in a row or in
 * a column, keeps only what the parts do not explain, so that nothing counts twice; the source gets
 * a note of it. Takes over the table, which nobody else may have seen; others come back as they
 * are. */
BwTable *bw_costs_spread (BwTable *table, double factor, BwSource *source);
