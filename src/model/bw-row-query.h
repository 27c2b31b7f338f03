/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a table are shown, and in which order: what the tickets page asks for. */
#pragma once

#include "bw-filter.h"
#include <gio/gio.h>

typedef struct {
  const BwBits *rows; /* among these; NULL = among all that are counted */
  BwFilter *filter;   /* of counted rows; NULL = none */
  gint64 from;        /* of the date that places a row; BW_TIME_NONE = any time */
  gint64 to;
  const char *text; /* every word of it is in one of the texts of a row; NULL or "" = any */
  int column;       /* to sort by; -1 = as they are in the files */
  gboolean descending;
} BwRowQuery;

/* How far it is, 0..1; called from any thread. */
typedef void (*BwRowProgress) (double fraction, gpointer user_data);

/* The column with the date that places the rows of a table: of tickets when they were created.
 * NULL when there is none. */
const BwColumn *bw_row_query_find_date (const BwTable *table);

/* Numbers of the rows, *n of them. NULL when it was cancelled. */
guint32 *bw_row_query_run (const BwRowQuery *query,
                           const BwTable *table,
                           gsize *n,
                           GCancellable *cancellable,
                           BwRowProgress progress,
                           gpointer user_data);

/* The rows among `rows` that have every word of the text in their id, subject, names, tags or
 * comments, without regard to capitals and accents; where the table has none of these in any
 * column. NULL when it was cancelled. */
BwBits *bw_row_search (const BwTable *table,
                       const BwBits *rows,
                       const char *text,
                       GCancellable *cancellable,
                       BwRowProgress progress,
                       gpointer user_data);
