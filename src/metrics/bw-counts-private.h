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

struct _BwCounts {
  /* Borrowed */
  const BwBits *rows;

  /* Owned */
  BwFolding *folds;
  guint n_folds;
  GArray *cohorts; /* BwCohort */
  BwCountsTable *tables;
  guint n_tables;
  BwLayout *layouts; /* those that are asked for, and how they come from the tables */
  BwWay *ways;
  guint n_layouts;
  gsize n_groups;     /* of a measure */
  BwTallies *tallies; /* n_folds x n_groups */
};

/* Of one thread. */
typedef struct _BwCountsWorker BwCountsWorker;

BwCountsWorker *bw_counts_worker_new (const BwCounts *counts);
/* Counts n_rows rows, at most BW_STRETCH_ROWS; first: a multiple of them. */
void bw_counts_worker_count (BwCountsWorker *worker, gsize first, guint n_rows);
/* Adds what it has counted to the tallies of its counts, and frees it. */
void bw_counts_worker_finish (BwCountsWorker *worker, BwTallies *tallies);
