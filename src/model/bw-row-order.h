/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts rows by their numbers, not as objects: a key a row, and a radix sort of the keys. */
#pragma once

#include "bw-table.h"
#include <gio/gio.h>

/* Sorts n rows by what they have in that column: times, numbers, scores and priorities by their
 * size, texts as bw_letters_append_key. Rows without a value come last either way; rows of the same
 * value stay as they are. FALSE when it was cancelled: then the order is any. */
gboolean bw_row_order_sort (const BwTable *table,
                            guint column,
                            gboolean descending,
                            guint32 *rows,
                            gsize n,
                            GCancellable *cancellable);
