/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which end of a priority the bare number 1 is. */
#pragma once

#include "bw-dictionary.h"

typedef enum {
  BW_RANK_HIGHEST = -1, /* 1 is the most urgent */
  BW_RANK_UNKNOWN = 0,
  BW_RANK_LOWEST = 1,
} BwRank;

/* "1-highest", "1-lowest"; NULL when unknown. */
const char *bw_rank_to_string (BwRank rank);
gboolean bw_rank_parse (const char *text, BwRank *rank);

/* "Priority (1 = highest)", "Priorität 1 bis 5 (5 = hoch)"; a severity of 1 is the gravest. */
BwRank bw_rank_of_header (const char *header);
/* What words beside the bare numbers say: "1 - Critical", "P1". */
BwRank bw_rank_of_words (const BwDictionary *words);
