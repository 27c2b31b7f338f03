/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the ids straight from the text: in most exports they rise or fall row by row, which proves
 * in one quick look that there is no copy. */
#include "config.h"

#include "bw-ids.h"
#include "bw-parallel.h"

#include <string.h>

#define ROWS_A_PIECE 65536
#define ROWS_A_LOOK 4096 /* between two looks at the cancellable */
#define ROWS_AHEAD 16    /* rows lie far apart in the text: have them on their way */

typedef struct {
  const char *text;
  gsize length;
} Id;

typedef struct {
  const BwTable *table;
  const BwTablePart *part;
  const char *start;
  const char *end;
  int column; /* in the file */
  gsize n_rows;
} Ids;

/* --- One id ----------------------------------------------------------------------------------- */

/* Behind the cell that begins at p; its delimiter or line end. */
static const char *
skip_cell (const char *p, const char *end, BwDialect dialect)
{
  if (p < end && dialect.quote && *p == dialect.quote) {
    for (p++; p < end; p++)
      if (*p == dialect.quote && (p + 1 == end || *++p != dialect.quote))
        break;
  }
  while (p < end && *p != dialect.delimiter && *p != '\n' && *p != '\r')
    p++;
  return p;
}

static Id
get_id (const Ids *ids, gsize row)
{
  BwDialect dialect = ids->part->dialect;
  const char *p = ids->start + ids->part->offsets[row], *stop;

  for (int i = 0; i < ids->column; i++) {
    p = skip_cell (p, ids->end, dialect);
    if (p == ids->end || *p != dialect.delimiter)
      return (Id) { p, 0 };
    p++;
  }
  stop = skip_cell (p, ids->end, dialect);
  if (stop - p >= 2 && *p == dialect.quote && stop[-1] == dialect.quote)
    return (Id) { p + 1, (gsize) (stop - p) - 2 };
  return (Id) { p, (gsize) (stop - p) };
}

/* Shorter numbers come first: numbers without leading zeros stand in their order. */
static int
compare (Id a, Id b)
{
  if (a.length != b.length)
    return a.length < b.length ? -1 : 1;
  return memcmp (a.text, b.text, a.length);
}

/* --- In order? -------------------------------------------------------------------------------- */

typedef struct {
  const Ids *ids;
  gboolean *rises; /* of each piece, the step to the next piece included */
  gboolean *falls;
} Look;

static void
look_at_piece_cb (guint piece, int worker, gpointer user_data)
{
  Look *look = user_data;
  gsize first = (gsize) piece * ROWS_A_PIECE;
  gsize last = MIN (first + ROWS_A_PIECE, look->ids->n_rows - 1);
  gboolean rises = TRUE, falls = TRUE;
  Id before = get_id (look->ids, first);

  for (gsize row = first + 1; row <= last && (rises || falls); row++) {
    gsize ahead = MIN (row + ROWS_AHEAD, last);
    Id id;
    int order;

    __builtin_prefetch (look->ids->start + look->ids->part->offsets[ahead]);
    id = get_id (look->ids, row);
    order = compare (before, id);

    rises &= order < 0;
    falls &= order > 0;
    before = id;
  }
  look->rises[piece] = rises;
  look->falls[piece] = falls;
}

static gboolean
is_in_order (const Ids *ids)
{
  guint n = (guint) ((ids->n_rows + ROWS_A_PIECE - 1) / ROWS_A_PIECE);
  g_autofree gboolean *rises = g_new0 (gboolean, n), *falls = g_new0 (gboolean, n);
  Look look = { ids, rises, falls };
  gboolean all_rise = TRUE, all_fall = TRUE;

  bw_parallel_for (n, NULL, look_at_piece_cb, &look);
  for (guint i = 0; i < n; i++) {
    all_rise &= rises[i];
    all_fall &= falls[i];
  }
  return all_rise || all_fall;
}

/* --- Copies ----------------------------------------------------------------------------------- */

static guint
hash_id (Id id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < id.length; i++)
    hash = (hash ^ (guchar) id.text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return (guint) (hash ^ hash >> 32);
}

/* The slot of the row's id: 1 + the row that holds it, 0 when it is new. */
static guint32 *
find_slot (const Ids *ids, guint32 *slots, guint mask, Id id)
{
  for (guint at = hash_id (id) & mask;; at = (at + 1) & mask)
    if (slots[at] == 0 || compare (get_id (ids, slots[at] - 1), id) == 0)
      return &slots[at];
}

static gint64
get_updated (const BwColumn *updated, gsize row)
{
  return updated ? bw_column_time (updated, row) : BW_TIME_NONE;
}

static void
find_copies (const Ids *ids,
             const guint8 *aside,
             GCancellable *cancellable,
             BwDuplicateFunc found,
             gpointer user_data)
{
  const BwColumn *updated = bw_table_find (ids->table, BW_FIELD_UPDATED);
  guint size = 1024;
  g_autofree guint32 *slots = NULL;

  while (size < 2 * ids->n_rows)
    size *= 2;
  slots = g_new0 (guint32, size);
  for (gsize row = 0; row < ids->n_rows; row++) {
    Id id = get_id (ids, row);
    guint32 *slot;

    if (row % ROWS_A_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
      return;
    if (id.length == 0 || (aside && aside[row] != BW_ASIDE_NONE))
      continue;
    slot = find_slot (ids, slots, size - 1, id);
    if (*slot != 0 && get_updated (updated, *slot - 1) > get_updated (updated, row)) {
      found (row, user_data);
      continue;
    }
    if (*slot != 0)
      found (*slot - 1, user_data);
    *slot = (guint32) row + 1;
  }
}

void
bw_ids_find_duplicates (const BwTable *table,
                        const guint8 *aside,
                        GCancellable *cancellable,
                        BwDuplicateFunc found,
                        gpointer user_data)
{
  const BwColumn *column = bw_table_find (table, BW_FIELD_ID);
  const BwTablePart *part = bw_table_find_part (table, 0);
  Ids ids = { table, part, .n_rows = bw_table_get_n_rows (table) };

  if (!column || column->index < 0 || !part || !part->offsets || part->n_rows != ids.n_rows ||
      ids.n_rows < 2 || ids.n_rows > G_MAXUINT32 / 4)
    return;
  ids.column = column->index;
  ids.start = bw_text_get_start (part->text);
  ids.end = ids.start + bw_text_get_size (part->text);
  if (!is_in_order (&ids))
    find_copies (&ids, aside, cancellable, found, user_data);
}
