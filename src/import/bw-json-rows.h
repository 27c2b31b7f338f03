/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON records as delimited text: a header of all their keys, and a row for each. Blocks are parsed
 * in parallel; the result is the same for any number of threads. */
#pragma once

#include "bw-json-split.h"
#include "bw-reader.h"

typedef struct {
  BwText *text; /* the header, then the rows */
  GStrv header;
  gsize data_at;  /* where the rows begin */
  gint64 n_lists; /* lists inside of records that were left out */
} BwJsonRows;

/* room: bytes that may be written. *broken: some block is not what it should be, and the error says
 * where. NULL and BW_ERROR_FORMAT, BW_ERROR_LIMIT, BW_ERROR_EMPTY or G_IO_ERROR_CANCELLED
 * otherwise. */
BwJsonRows *bw_json_rows_new (const char *text,
                              gsize size,
                              GArray *blocks,
                              gint64 room,
                              gboolean *broken,
                              GCancellable *cancellable,
                              BwProgress progress,
                              gpointer user_data,
                              GError **error);
void bw_json_rows_free (BwJsonRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwJsonRows, bw_json_rows_free)
