/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks over the rows of a measure in batches that stay in the nearest cache, and tells for each
 * layout in which group they are. */
#pragma once

#include "bw-fold.h"

#define BW_WALK_BATCH BW_STRETCH_ROWS
#define BW_WALK_ROOM (BW_WALK_BATCH + 16) /* of what a batch is taken into */
#define BW_WALK_PAIRS (2 * BW_WALK_BATCH)

/* The rows of a batch in one layout: tags make more pairs than rows, rows outside of the periods
 * none. */
typedef struct {
  const gint32 *values;
  const guint8 *grades;  /* where they are asked for */
  const guint32 *groups; /* period-major, as in BwLayout; of one alone when uniform */
  guint n;
  gboolean uniform; /* all are of groups[0] */
  guint serial;     /* values with the same number are the same ones; 0 = not told */
} BwPairs;

typedef void (*BwPairFunc) (gpointer tally, const BwPairs *pairs);

/* Hands the rows to func in their order, layout by layout, with the tally of that layout. graded:
 * the measure has grades, and the pairs too. */
void bw_walk (const BwFolding *fold,
              const BwLayout *layouts,
              guint n_layouts,
              BwPairFunc func,
              gpointer *tallies,
              gboolean graded);

/* Which rows of a measure come into question. */
typedef struct {
  const BwFolding *fold;
  gint64 from; /* packed times */
  gint64 to;
  guint32 span;
  gsize row;                  /* the next one to look at */
  const BwStretch *stretches; /* of fold->when, or NULL */
  const guint8 *grades;       /* of rows, where they are asked for; else NULL */
} BwWalker;

/* Rows, what they say, and when. */
typedef struct {
  guint n;
  BwStretch range; /* holds all times */
  guint32 rows[BW_WALK_ROOM];
  gint32 values[BW_WALK_ROOM];
  gint32 when[BW_WALK_ROOM];
  guint8 grades[BW_WALK_ROOM]; /* where they are asked for */
} BwBatch;

/* Rows with a say and a time within any layout; of a stock and its ages those from
 * before, too. */
void
bw_walker_init (BwWalker *walker, const BwFolding *fold, const BwLayout *layouts, guint n_layouts);
/* Some of the rows that come next; FALSE at the end. */
gboolean bw_walker_take (BwWalker *walker, BwBatch *batch);
