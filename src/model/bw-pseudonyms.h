/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for people whose own are not to leave: "Agent 1", "Customer 1". The same person has the
 * same one in every table, sheet and page. Counted, any thread may ask. */
#pragma once

#include "bw-dataset.h"

typedef struct _BwPseudonyms BwPseudonyms;

#define BW_TYPE_PSEUDONYMS (bw_pseudonyms_get_type ())
GType bw_pseudonyms_get_type (void);

/* Of all who are named in the tables of the dataset (held). */
BwPseudonyms *bw_pseudonyms_new (BwDataset *dataset);
BwPseudonyms *bw_pseudonyms_ref (BwPseudonyms *self);
void bw_pseudonyms_unref (BwPseudonyms *self);

/* Agents are numbered in the order of their names. NULL for a name that no table has. */
const char *bw_pseudonyms_get_agent (const BwPseudonyms *self, const char *agent);
/* Of a requester's name or address, which are one customer where a row has both; numbered in the
 * order in which they appear. NULL for one that no table has. The first call reads the names of all
 * rows. Free with g_free. */
char *bw_pseudonyms_dup_customer (BwPseudonyms *self, const char *requester);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPseudonyms, bw_pseudonyms_unref)
