/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be filtered by: a dimension of the data, its members, and how many rows have them. */
#pragma once

#include "bw-engine.h"
#include "bw-group.h"

typedef struct {
  BwFieldId field;
  BwTable *table; /* whose rows are counted */
  BwGrouping grouping;
  guint *order;             /* of the members: those of the most rows first; grouping.n */
  BwPseudonyms *pseudonyms; /* what agents are called, or NULL */
} BwFacet;

/* A BwFacet for each of the dimensions (ends with NONE), of tickets before other kinds of rows.
 * Reads every row: for threads. */
GPtrArray *bw_facets_new (BwEngine *engine, const BwFieldId *dimensions, gboolean anonymise);
/* For each member the rows that the conditions on other dimensions leave. For g_free. For threads.
 */
gint64 *bw_facet_count (const BwFacet *facet, const BwFilter *filter);

/* What a filter calls the member: "" for rows without a value. */
const char *bw_facet_get_value (const BwFacet *facet, guint member);
/* What a person calls it. */
const char *bw_facet_get_label (const BwFacet *facet, guint member);

/* A copy of the filter that lets that value pass, or no longer. */
BwFilter *
bw_filter_with_value (const BwFilter *filter, BwFieldId field, const char *value, gboolean passes);
gboolean bw_filter_has_value (const BwFilter *filter, BwFieldId field, const char *value);
/* The value as a person calls it. pseudonyms: of agents who are anonymous, or NULL. */
const char *bw_filter_label_value (BwFieldId field, const char *value, BwPseudonyms *pseudonyms);
