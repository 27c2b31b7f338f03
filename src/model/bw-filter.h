/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows are looked at: fields are ANDed, the values of a field ORed. Immutable, counted. */
#pragma once

#include "bw-bits.h"
#include "bw-table.h"

typedef struct _BwFilter BwFilter;

#define BW_TYPE_FILTER (bw_filter_get_type ())
GType bw_filter_get_type (void);

BwFilter *bw_filter_new (void);
BwFilter *bw_filter_ref (BwFilter *filter);
void bw_filter_unref (BwFilter *filter);

/* A copy of self with one field's values replaced (NULL or empty: no condition on it). "" means
 * rows without a value. */
BwFilter *bw_filter_with (const BwFilter *self, BwFieldId field, const char *const *values);
gboolean bw_filter_is_empty (const BwFilter *self);
gboolean bw_filter_equal (const BwFilter *a, const BwFilter *b);
/* Fields with a condition, in the order of BwFieldId; ends with BW_FIELD_NONE. */
const BwFieldId *bw_filter_get_fields (const BwFilter *self);
/* Sorted, distinct; NULL = no condition. */
const char *const *bw_filter_get_values (const BwFilter *self, BwFieldId field);
/* A copy of self with the values of "channel=email,chat" added; "\\," is a comma in a value.
 * BW_ERROR_FIELD when there is no such field to filter by. */
BwFilter *bw_filter_parse (const BwFilter *self, const char *text, GError **error);

/* Rows of the table that are counted and pass; a field that the table lacks lets no row pass.
 * A value means the text as the file has it; where no row has that, the text in other capitals,
 * and else our own word for what texts mean ("solved", "urgent", "yes", "breached"). */
BwBits *bw_filter_select (const BwFilter *self, const BwTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwFilter, bw_filter_unref)
