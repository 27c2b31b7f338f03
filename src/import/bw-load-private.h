/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of bw-load.c share: one loading of a text. */
#pragma once

#include "bw-blocks.h"
#include "bw-load.h"
#include "bw-typing.h"

#define BW_LOAD_ID_BYTES 40 /* longer ones are taken to be out of order */

/* Whether the ids of a block rise or fall row by row; its first and its last one, to go on from. A
 * shorter id is less than a longer one, so that numbers stand in their order. */
typedef struct {
  gboolean rise;
  gboolean fall;
  gboolean any;
  guint first_length;
  guint last_length;
  char first[BW_LOAD_ID_BYTES];
  char last[BW_LOAD_ID_BYTES];
} BwLoadOrder;

/* What became of a block. */
typedef struct {
  gsize end;    /* where the first record after it starts */
  gsize n_rows; /* written from its place on */
  int worker;
  gboolean done;
  gboolean overflow; /* more rows than it was placed for */
  gboolean widen;    /* more words than 16 bits can number */
  GError *error;
  BwRagged ragged;
  BwLoadOrder ids;
  BwEvidence *evidence; /* of the job's, one a target, or NULL; first_bad_row counts from row 0 of
                           the place */
} BwLoadOutcome;

typedef struct {
  BwTokenizer tokenizer;
  BwTypist *typist;
  GArray *rows; /* BwBatchRow */
} BwLoadWorker;

typedef struct {
  /* Template */
  const BwShape *shape;
  const BwPlan *plan;
  GCancellable *cancellable;
  BwProgress progress;
  gpointer progress_data;
  BwDigest *digest; /* what is read is for it, too; NULL = not any more */
  gboolean keep_offsets;
  int id_column; /* whose order is looked at; -1 = none */

  /* Owned */
  BwTarget *targets;
  guint n_targets;
  BwDictionary **dictionaries; /* one a target, NULL for those without words */
  gint64 *offsets;             /* starts of rows; NULL when not kept */
  GArray *blocks;
  BwLoadOutcome *outcomes; /* one a block */
  BwEvidence *evidence;    /* one a block and target */
  guint n_outcomes;
  BwLoadWorker *workers;
  BwBlockLine line;
  gsize room;       /* rows that fit */
  gboolean cramped; /* atomic: they were guessed, and there are more */
  gboolean is_bad;  /* atomic: the bytes are not UTF-8, as was assumed */
  gsize n_rows;
  gboolean redone; /* some block was walked twice: there are words that no row has */
  gint64 bytes_done;
  gint64 next_report; /* monotonic time */
} BwLoadJob;

/* Walks and types all blocks into the targets, each block right after the one before it, without
 * gaps; what its survey does not know yet is counted on the way. FALSE when cancelled, or with
 * BW_ERROR_LIMIT or BW_ERROR_ENCODING. */
gboolean bw_load_job_run (BwLoadJob *job, GError **error);
/* Frees all that a run made and nobody has taken. */
void bw_load_job_reset (BwLoadJob *job);
/* Looks on with the ids of a batch. */
void bw_load_order_add (BwLoadOrder *order, const BwBatch *batch, guint column);
/* Once it has run: whether all ids rise or all fall. */
gboolean bw_load_job_ids_in_order (const BwLoadJob *job);
/* Once it has run: numbers the words of a target in their sorted order. */
BwDictionary *bw_load_job_finish_words (BwLoadJob *job, guint target);
