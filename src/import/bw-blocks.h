/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text cut into blocks that threads can take: where each one's first record starts is predicted,
 * and made certain once the block before it has been walked. */
#pragma once

#include "bw-shape.h"

typedef struct {
  gsize begin;
  gsize limit; /* records that start in begin .. limit - 1 */
  gsize start; /* predicted first record start; >= limit when there is none */
  gsize place; /* row number of the first record, when no line was blank before it */
  gsize room;  /* rows that are kept free for it */
} BwBlock;

/* Blocks of the text from data_at on; cells: how many a row has. exact: rows are placed by
 * the survey's count of line ends outside quotes; else there is room for any number that the lines
 * allow. *n_rows: room that all need. */
GArray *bw_blocks_new (const BwShape *shape, guint n_cells, gboolean exact, gsize *n_rows);

/* The first record start at or after `at`, by the look of the rows that follow; limit if there is
 * none before it. quoted: the best guess whether `at` stands inside quotes. */
gsize
bw_blocks_find_record (const BwShape *shape, gsize at, gsize limit, gboolean quoted, guint n_cells);
