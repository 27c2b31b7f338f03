/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to several questions in one column. */
#pragma once

#include "bw-source.h"
#include "bw-table.h"

/* A table of responses with one column of scores and one that says what was asked ("NPS", "How easy
 * was it?") gets a column for each of csat, nps and ces that it asks about, each on its own scale;
 * answers to other questions are in none, and noted.
 * Takes over the table, which nobody else may have seen; others come back as they are. */
BwTable *bw_scores_spread (BwTable *table, BwSource *source);
