/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the cells of one column in a batch of rows to packed values: usual shapes at once, all
 * others through bw-parse.h. */
#pragma once

#include "bw-column.h"
#include "bw-plan.h"
#include "bw-tokenizer.h"
#include "bw-words.h"

/* One row of a batch: its first and last cell as bw_tokenizer_get_start takes them. */
typedef struct {
  guint32 first;
  guint32 last;
} BwBatchRow;

typedef struct {
  const BwTokenizer *tokenizer;
  const BwBatchRow *rows;
  guint n_rows;
} BwBatch;

/* What a column is typed into. Words are numbered for each thread apart: see bw-words.h. */
typedef struct {
  const BwColumnPlan *plan;
  guint index; /* column of the file */
  BwValue value;
  BwStore store; /* words: CODE16, or CODE32 once 65,535 were too few; NONE: keys (bw_row_key) */
  char *values;
} BwTarget;

/* Bytes of a value. */
gsize bw_target_width (const BwTarget *target);

typedef struct _BwTypist BwTypist;

/* One for each thread. */
BwTypist *bw_typist_new (const BwTarget *targets, guint n_targets);
void bw_typist_free (BwTypist *self);
/* The words met so far in the column of target i; NULL when it has none. */
BwWords *bw_typist_get_words (BwTypist *self, guint i);

/* Types the cells of target i into its values from row on, and adds to evidence; its first_bad_row
 * (relative to row 0 of the values, as row is) is kept once first_bad is set. FALSE when there are
 * more words than the store can number. */
gboolean
bw_typist_type (BwTypist *self, guint i, const BwBatch *batch, gsize row, BwEvidence *evidence);
