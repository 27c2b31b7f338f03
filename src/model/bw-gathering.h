/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all ways of gathering share: the rows of each group in the order of time, the columns that
 * are carried over, and the finished table. */
#pragma once

#include "bw-row-index.h"

typedef struct {
  /* Borrowed */
  const BwTable *log;
  const BwColumn *at; /* orders the rows of a group */

  /* Owned */
  BwRowIndex *index;
  gsize n;       /* groups */
  gsize *starts; /* n + 1, into rows */
  guint32 *rows; /* in the order of time */
  guint32
      *firsts; /* of each group the first row in the file, ascending; NULL = as the index says */
  GPtrArray *columns;
  GArray *sources; /* int: for each of the columns, that of the log whose text it reads, or -1 */
} BwGathering;

/* key: the field that tells groups apart. FALSE when the log has no such column. */
gboolean bw_gathering_init (BwGathering *self, const BwTable *log, BwFieldId key, BwFieldId at);
/* Without groups. */
void bw_gathering_init_empty (BwGathering *self, const BwTable *log, BwFieldId at);
/* Groups of the counted rows that are in none: each by itself, or with the counted row before where
 * same[row] is that value (same NULL: never). By group whether it is such a one; g_free. */
guint8 *bw_gathering_add_rest (BwGathering *self, const guint8 *same, guint8 value);
void bw_gathering_clear (BwGathering *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwGathering, bw_gathering_clear)

/* Calls work for blocks of groups, in parallel. */
typedef void (*BwGatherWork) (gsize first, gsize last, gpointer user_data);
void bw_gathering_walk (const BwGathering *self, BwGatherWork work, gpointer user_data);

/* A column of one value a group; the caller fills its values. */
BwColumn *bw_gathering_add (BwGathering *self, BwFieldId field, BwStore store);
/* A column of words: codes as the dictionary has them, of which only the used ones stay. */
BwColumn *
bw_gathering_add_words (BwGathering *self, BwFieldId field, BwDictionary *words, guint32 *codes);
/* All columns of the log but those of the given fields (which end with NONE), each with the last
 * value that its group says. */
void bw_gathering_carry (BwGathering *self, const BwFieldId *without);
/* The column that was carried for the field, or NULL. */
BwColumn *bw_gathering_find (const BwGathering *self, BwFieldId field);
/* Takes over aside (or NULL). */
BwTable *bw_gathering_finish (BwGathering *self, BwKind kind, guint8 *aside);
