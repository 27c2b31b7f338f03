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
  const guint32 *groups; /* period-major, as in BwLayout; of one alone when uniform */
  guint n;
  gboolean uniform; /* all are of groups[0] */
  guint serial;     /* values with the same number are the same ones; 0 = not told */
} BwPairs;

typedef void (*BwPairFunc) (gpointer tally, const BwPairs *pairs);

/* That of a layout among the marks of values; the last one is shared. */
static inline guint8
bw_walk_get_bit (guint layout)
{
  return (guint8) (1u << MIN (layout, 7));
}

/* Hands the rows to func in their order, layout by layout, with the tally of that layout. marks: of
 * bw_bins_mark, rows whose values do not have the bit of the layout are left out; NULL: all rows.
 */
void bw_walk (const BwFolding *fold,
              const BwLayout *layouts,
              guint n_layouts,
              BwPairFunc func,
              gpointer *tallies,
              const guint8 *marks);

/* Which rows of a measure come into question. */
typedef struct {
  const BwFolding *fold;
  gint64 from; /* packed times */
  gint64 to;
  guint32 span;
  gsize row;                  /* the next one to look at */
  const BwStretch *stretches; /* of fold->when, or NULL */
  const BwLayout *layouts;
  guint n_layouts;
  const guint8 *marks; /* as in bw_walk; NULL unless it is set */
  guint8 bits;         /* those of the layouts that the next rows can be in */
} BwWalker;

/* Rows, what they say, and when. */
typedef struct {
  guint n;
  BwStretch range; /* holds all times */
  guint32 rows[BW_WALK_ROOM];
  gint32 values[BW_WALK_ROOM];
  gint32 when[BW_WALK_ROOM];
  guint8 marks[BW_WALK_ROOM]; /* where the walker has such */
} BwBatch;

/* Rows with a say and a time within any layout; of a stock and its ages those from
 * before, too. */
void
bw_walker_init (BwWalker *walker, const BwFolding *fold, const BwLayout *layouts, guint n_layouts);
/* Some of the rows that come next; FALSE at the end. */
gboolean bw_walker_take (BwWalker *walker, BwBatch *batch);
