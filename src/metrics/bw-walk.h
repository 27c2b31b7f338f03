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
  const guint32 *rows;
  const gint32 *values;
  const guint32 *groups; /* period-major, as in BwLayout; of one alone when uniform */
  guint n;
  gboolean uniform;      /* all are of groups[0] */
  const BwColumn *codes; /* instead of groups: the group is groups[0] + the code of the row */
} BwPairs;

#define BW_PAIRS_EACH_CODE(type, pairs, body)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const type *pair_codes = (pairs)->codes->values;                                               \
    guint32 pair_first = (pairs)->groups[0];                                                       \
    for (guint i = 0; i < pair_n; i++) {                                                           \
      gsize group = pair_first + pair_codes[(pairs)->rows[i]];                                     \
      body;                                                                                        \
    }                                                                                              \
  }                                                                                                \
  G_STMT_END

/* The body once for each of the pairs, i being its number and group its group, unless they are
 * uniform: then it is all the same and best kept out of memory. */
#define BW_PAIRS_EACH(pairs, body)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint pair_n = (pairs)->n;                                                                     \
    if ((pairs)->codes == NULL)                                                                    \
      for (guint i = 0; i < pair_n; i++) {                                                         \
        gsize group = (pairs)->groups[i];                                                          \
        body;                                                                                      \
      }                                                                                            \
    else if ((pairs)->codes->store == BW_STORE_CODE8)                                              \
      BW_PAIRS_EACH_CODE (guint8, pairs, body);                                                    \
    else if ((pairs)->codes->store == BW_STORE_CODE16)                                             \
      BW_PAIRS_EACH_CODE (guint16, pairs, body);                                                   \
    else                                                                                           \
      BW_PAIRS_EACH_CODE (guint32, pairs, body);                                                   \
  }                                                                                                \
  G_STMT_END

typedef void (*BwPairFunc) (gpointer tally, const BwPairs *pairs);

/* Hands the rows to func in their order, layout by layout, with the tally of that layout. graded:
 * the measure has grades, and the pairs too. */
void bw_walk (const BwFolding *fold,
              const BwLayout *layouts,
              guint n_layouts,
              BwPairFunc func,
              gpointer *tallies,
              gboolean by_codes);

/* Which rows of a measure come into question. */
typedef struct {
  const BwFolding *fold;
  gint64 from; /* packed times */
  gint64 to;
  guint32 span;
  gsize row;                  /* the next one to look at */
  const BwStretch *stretches; /* of fold->when, or NULL */
} BwWalker;

/* Rows, what they say, and when. */
typedef struct {
  guint n;
  BwStretch range; /* holds all times */
  guint32 rows[BW_WALK_ROOM];
  gint32 values[BW_WALK_ROOM];
  gint32 when[BW_WALK_ROOM];
} BwBatch;

/* Rows with a say and a time within any layout; of a stock and its ages those from
 * before, too. */
void
bw_walker_init (BwWalker *walker, const BwFolding *fold, const BwLayout *layouts, guint n_layouts);
/* Some of the rows that come next; FALSE at the end. */
gboolean bw_walker_take (BwWalker *walker, BwBatch *batch);
