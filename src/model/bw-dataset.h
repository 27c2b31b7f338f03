/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is open: the files, and one table for each kind of row. */
#pragma once

#include "bw-source.h"

#define BW_TYPE_DATASET (bw_dataset_get_type ())
G_DECLARE_FINAL_TYPE (BwDataset, bw_dataset, BW, DATASET, GObject)

/* sources: of BwSource, at least one, with their tables. Tables of one kind are appended; of the
 * rows with the same id in different files of one product the one from the newest (last updated,
 * else last given) is kept and the others set aside as duplicates. */
BwDataset *bw_dataset_new (GPtrArray *sources);
/* The same; NULL once it is cancelled. */
BwDataset *
bw_dataset_new_cancellable (GPtrArray *sources, GCancellable *cancellable, GError **error);

/* A GListModel of BwSource that never changes; any thread may read it. */
GListModel *bw_dataset_get_sources (BwDataset *self);
/* Makes the digests of all files known, which may take as long as reading them. Thread-safe. */
void bw_dataset_hash (BwDataset *self);
/* The same in a thread. The callback has the dataset as source and nothing to finish. */
void bw_dataset_hash_async (BwDataset *self, GAsyncReadyCallback callback, gpointer user_data);
/* bw_source_check of all files. */
gboolean bw_dataset_check (BwDataset *self, GError **error);
/* NULL when no file has rows of that kind. Messages, events and queue events are gathered: they are
 * there as the files have them, and as tickets or calls; so are legs of calls. Responses and calls
 * have the dimensions of their tickets, tickets those of their customers. */
BwTable *bw_dataset_get_table (BwDataset *self, BwKind kind);
/* What became of the rows of one file, duplicates included. */
void bw_dataset_count_aside (BwDataset *self, BwSource *source, gint64 counts[BW_ASIDE_LAST]);
/* Where the rows of one file are: n rows from first on of a table (borrowed) that has them set
 * aside as duplicates, too. NULL when it has none. */
BwTable *bw_dataset_find_rows (BwDataset *self, BwSource *source, gsize *first, gsize *n);
/* First and last instant of all tables, FALSE without any. `to` is the data's as-of. */
gboolean bw_dataset_get_extent (BwDataset *self, gint64 *from, gint64 *to);
/* Dimensions that at least one table has with 2 or more members: BwFieldId, ends with NONE. */
const BwFieldId *bw_dataset_get_dimensions (BwDataset *self);
/* The code that all amounts of costs have, else of customers; NULL when no file says it, or they
 * differ. */
const char *bw_dataset_get_currency (BwDataset *self);
