/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the rows of a table by the text of one column: the events of a ticket, the ticket of a
 * response. Texts are compared without case, blanks around them and a leading '#'. */
#pragma once

#include "bw-table.h"

typedef struct _BwRowIndex BwRowIndex;

/* Only rows that are counted and have a text there. The table has to stay. */
BwRowIndex *bw_row_index_new (const BwTable *table, guint column);
void bw_row_index_free (BwRowIndex *self);

/* Rows of the same text are a group; groups are numbered in the order of their first rows. */
gsize bw_row_index_get_n_groups (const BwRowIndex *self);
/* Ascending. */
const guint32 *bw_row_index_get_rows (const BwRowIndex *self, gsize group, gsize *n);
/* key: as bw_row_index_make_key leaves it. FALSE when there is no such row. */
gboolean bw_row_index_find (const BwRowIndex *self, const GString *key, gsize *group);
/* The text of a cell in the form in which texts are compared. */
void bw_row_index_make_key (const BwTable *table, gsize row, guint column, GString *key);

/* The key (bw_row_key) of each row, 0 for those that do not count; bw_large_free. */
guint64 *bw_row_index_read_keys (const BwTable *table, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRowIndex, bw_row_index_free)
