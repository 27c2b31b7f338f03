/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the filter model does to its dimensions. */
#pragma once

#include "bw-facet.h"
#include "bw-filter-model.h"

/* facet: of facets, which is held. */
BwFilterDimension *
bw_filter_dimension_new (BwWorkspace *workspace, GPtrArray *facets, const BwFacet *facet);
/* Takes over the counts, one for each member. */
void bw_filter_dimension_take_counts (BwFilterDimension *self, gint64 *counts);
/* words: casefolded, or NULL = all. */
void bw_filter_dimension_set_search (BwFilterDimension *self, const char *words);
void bw_filter_dimension_emit_changed (BwFilterDimension *self);
