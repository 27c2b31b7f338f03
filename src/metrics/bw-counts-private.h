/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bw-counts.c lays out and bw-counts-batch.c counts. */
#pragma once

#include "bw-counts.h"
#include "bw-joint.h"

/* Neighbouring rows are often of one group, and a number that was just written is slow to be read
 * again: rows take turns. */
#define BW_COUNTS_LANES 2

/* Measures whose rows belong to the same periods. */
typedef struct {
  const gint32 *when;
  const gint32 *until; /* STOCK: those between both at the end of the period; else NULL */
  GArray *members;     /* of guint: which folds */
  const BwStretch *when_stretches; /* NULL = not known */
  const BwStretch *until_stretches;
} BwCohort;

/* What is counted for every measure: by the periods of a placer, or by codes of the rows that lie
 * in its only period. */
typedef struct {
  BwLayout walked;
  guint n;     /* groups; 0 = it is not counted */
  gsize start; /* its first group among those of a measure */
} BwCountsTable;

#define BW_COUNTS_PACKED 4

/* Measures that are counted as one by the members of dimensions. */
typedef struct {
  guint n;
  guint folds[BW_COUNTS_PACKED];
  guint radixes[BW_COUNTS_PACKED]; /* what each can say, and nothing */
  guint n_codes;                   /* the last one: none says anything; at most 256 */
} BwCountsPack;

struct _BwCounts {
  /* Borrowed */
  const BwBits *rows;

  /* Owned */
  BwFolding *folds;
  guint n_folds;
  GArray *cohorts; /* BwCohort */
  GArray *packs;   /* BwCountsPack: all folds, as bw_counts_pack orders them */
  BwCountsTable *tables;
  guint n_tables;
  BwLayout *layouts; /* those that are asked for, and how they come from the tables */
  BwWay *ways;
  guint n_layouts;
  gsize n_groups;     /* of a measure */
  BwTallies *tallies; /* n_folds x n_groups */
};

/* Shares the folds out to packs: cohort by cohort, those of stocks last. */
void bw_counts_pack (BwCounts *counts);

/* Of one thread. */
typedef struct _BwPacking BwPacking;

BwPacking *bw_packing_new (const BwCounts *counts);
/* A batch of at most BW_STRETCH_ROWS rows, then what each measure says of them, in the order of the
 * packs; those count whose place is 0. places NULL: all count; says NULL: none does. */
void bw_packing_begin (BwPacking *self, guint n_rows);
void bw_packing_add (BwPacking *self, const gint8 *says, const guint8 *places);
/* Counts the batch by groups of a table. */
void bw_packing_count (BwPacking *self, guint table, const guint32 *groups);
/* Adds what it has counted to the tallies of its counts, and frees it. */
void bw_packing_finish (BwPacking *self, BwTallies *tallies);

/* Of one thread. */
typedef struct _BwCountsWorker BwCountsWorker;

BwCountsWorker *bw_counts_worker_new (const BwCounts *counts);
/* Counts n_rows rows, at most BW_STRETCH_ROWS; first: a multiple of them. */
void bw_counts_worker_count (BwCountsWorker *worker, gsize first, guint n_rows);
/* Adds what it has counted to the tallies of its counts, and frees it. */
void bw_counts_worker_finish (BwCountsWorker *worker, BwTallies *tallies);
