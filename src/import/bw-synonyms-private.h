/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of spellings. To teach a word, add it to the row of its field. */
#pragma once

#include "bw-synonyms.h"

/* Kinds of files in which a spelling counts. */
#define T (1u << BW_KIND_TICKETS)
#define R (1u << BW_KIND_RESPONSES)
#define C (1u << BW_KIND_CALLS)
#define ALL (T | R | C)
#define M (1u << BW_KIND_MESSAGES)
#define E (1u << BW_KIND_EVENTS)
#define Q (1u << BW_KIND_QUEUE_EVENTS)
#define V (1u << BW_KIND_VIEWS)
#define K (1u << BW_KIND_CUSTOMERS)
#define N (1u << BW_KIND_CUSTOMER_COUNTS)
#define F (1u << BW_KIND_FINANCE)
#define W (1u << BW_KIND_AGENT_TIME)
#define S (1u << BW_KIND_TOTALS)
#define SUMS (V | N | F | W | S)

typedef struct {
  BwFieldId field;
  guint kinds;
  double weight;
  const char *spellings; /* separated by '|' */
} BwSpellings;

/* Both end with a row without spellings. */
extern const BwSpellings bw_spellings_of_rows[];
extern const BwSpellings bw_spellings_of_sums[];
