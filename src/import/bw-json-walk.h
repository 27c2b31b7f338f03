/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON record at a time: learns its keys, or writes it as a row of delimited text. */
#pragma once

#include "bw-json-tree.h"
#include <gio/gio.h>
#include <yyjson.h>

typedef struct {
  gsize at; /* in the scratch, when text is NULL */
  const char *text;
  gsize n;
} BwJsonCell;

typedef struct {
  /* Borrowed */
  BwJsonTree *tree; /* only read when not learning: threads can share it */

  /* Owned */
  BwJsonCell *cells; /* one a column */
  GString *scratch;  /* texts that are put together */
  char *out;         /* the rows */

  gboolean learning;
  gboolean surprised; /* not learning: there was a key that the tree does not have */
  gsize n_out;
  gsize room_out;
  gint64 n_lists; /* lists of objects that are no cell */
} BwJsonWalk;

void bw_json_walk_init (BwJsonWalk *self, BwJsonTree *tree, gboolean learning);
void bw_json_walk_clear (BwJsonWalk *self);
/* FALSE and BW_ERROR_LIMIT when it is nested too deeply. Texts of the record are read, not kept. */
gboolean bw_json_walk_record (BwJsonWalk *self, yyjson_val *record, GError **error);
