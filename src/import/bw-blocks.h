/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text cut into blocks that threads can take in order, each as soon as it is known how many lines
 * those before it have: where its first record starts is predicted, and made certain once the block
 * before it has been walked. */
#pragma once

#include "bw-shape.h"

typedef struct {
  guint chunk; /* of the survey */
  gsize begin;
  gsize limit; /* records that start in begin .. limit - 1 */
  gsize start; /* predicted first record start; >= limit when there is none */
  gsize place; /* row number of the first record, when no line was blank before it */
  gsize room;  /* rows that are kept free for it */
} BwBlock;

/* The bytes begin .. end - 1 of a text. */
typedef struct {
  const char *bytes;
  gsize begin;
  gsize end;
} BwView;

/* Blocks of the text from data_at on, one a chunk of the survey. Their places are not known yet. */
GArray *bw_blocks_new (const BwShape *shape);

/* What the bytes of block i say by themselves. view: the block and BW_SURVEY_AROUND more on either
 * side, as far as there is text. */
void bw_blocks_count (const BwShape *shape,
                      const BwBlock *block,
                      const BwView *view,
                      BwScanCount *count);
/* Whether a record goes on across `at`, which is outside quotes and in view. */
gboolean bw_blocks_is_amid (const BwShape *shape, const BwView *view, gsize at);

/* The order in which blocks learn what comes before them. */
typedef struct {
  gboolean exact; /* rows are placed by line ends outside quotes; else there is room for any number
                     that the lines allow */
  GMutex lock;    /* guards what follows */
  GCond moved;
  guint next;      /* the block whose turn it is */
  gsize place;     /* its first row */
  gboolean quoted; /* it begins inside quotes */
  gboolean amid;   /* it begins inside a record */
} BwBlockLine;

void bw_block_line_init (BwBlockLine *line, gboolean exact);
void bw_block_line_clear (BwBlockLine *line);
/* Waits until all blocks before the i-th have had their turn; each must get it, once. Places the
 * block; returns whether it begins inside quotes. amid: a record goes on across its limit when that
 * is outside quotes. */
gboolean bw_block_line_take_turn (
    BwBlockLine *line, guint i, BwBlock *block, const BwScanCount *count, gboolean amid);

/* Rows that all blocks have room for: of a known survey; else a guess that is seldom too low. */
gsize bw_blocks_count_rows (const BwShape *shape, GArray *blocks, gboolean exact);
gsize bw_blocks_guess_rows (const BwShape *shape, guint n_cells);

/* The first record start at or after `at`, by the look of the rows that follow; limit if there is
 * none before it. quoted: the best guess whether `at` stands inside quotes; view: bytes that are at
 * hand, from before `at` on, or NULL. */
gsize bw_blocks_find_record (const BwShape *shape,
                             const BwView *view,
                             gsize at,
                             gsize limit,
                             gboolean quoted,
                             guint n_cells);
