/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed columns, the reasons why rows are not counted, and the way back to the texts. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-parallel.h"
#include "bw-table-private.h"

#define BLOCK 65536

struct _BwTable {
  /* Template */
  BwKind kind;
  gsize n_rows;

  /* Owned, shared with the same table with other rows set aside */
  GPtrArray *columns;
  GPtrArray *parts; /* BwPart, ascending rows */
  BwTable *base;    /* owns most of the columns, or NULL */
  GPtrArray *more;  /* owns the others */

  /* Owned */
  guint8 *aside;
  BwBits *counted;
  gsize extent_known; /* guards what follows */
  gint64 from;
  gint64 to;
};

G_DEFINE_BOXED_TYPE (BwTable, bw_table, bw_table_ref, bw_table_unref)

static const char *const aside_names[BW_ASIDE_LAST] = {
  [BW_ASIDE_NONE] = "none",       [BW_ASIDE_SPAM] = "spam",   [BW_ASIDE_DELETED] = "deleted",
  [BW_ASIDE_MERGED] = "merged",   [BW_ASIDE_TEST] = "test",   [BW_ASIDE_NO_DATE] = "no-date",
  [BW_ASIDE_RAGGED] = "ragged",   [BW_ASIDE_TOTAL] = "total", [BW_ASIDE_DUPLICATE] = "duplicate",
  [BW_ASIDE_NO_CALL] = "no-call",
};

static const char *const aside_titles[BW_ASIDE_LAST] = {
  [BW_ASIDE_NONE] = N_ ("Counted"),
  [BW_ASIDE_SPAM] = N_ ("Marked as spam"),
  [BW_ASIDE_DELETED] = N_ ("Deleted"),
  [BW_ASIDE_MERGED] = N_ ("Merged into another ticket"),
  [BW_ASIDE_TEST] = N_ ("Test entry"),
  [BW_ASIDE_NO_DATE] = N_ ("Without a readable date"),
  [BW_ASIDE_RAGGED] = N_ ("Too few cells"),
  [BW_ASIDE_TOTAL] = N_ ("Line of totals"),
  [BW_ASIDE_DUPLICATE] = N_ ("Older copy of the same entry"),
  [BW_ASIDE_NO_CALL] = N_ ("Fax or message, no call"),
};

const char *
bw_aside_to_string (BwAside aside)
{
  g_return_val_if_fail ((guint) aside < BW_ASIDE_LAST, NULL);
  return aside_names[aside];
}

const char *
bw_aside_get_title (BwAside aside)
{
  g_return_val_if_fail ((guint) aside < BW_ASIDE_LAST, NULL);
  return _ (aside_titles[aside]);
}

static void
free_table (gpointer mem)
{
  BwTable *table = mem;
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->parts);
  g_clear_pointer (&table->base, bw_table_unref);
  g_clear_pointer (&table->more, g_ptr_array_unref);
  g_free (table->aside);
  bw_bits_free (table->counted);
}

static BwBits *
find_counted (const guint8 *aside, gsize n)
{
  BwBits *counted = bw_bits_new (n, TRUE);
  for (gsize first = 0; aside && first < n; first += 64) {
    guint64 word = counted->words[first / 64];
    gsize stop = MIN (n - first, 64);
    for (gsize i = 0; i < stop; i++)
      word &= ~((guint64) (aside[first + i] != BW_ASIDE_NONE) << i);
    counted->words[first / 64] = word;
  }
  return counted;
}

BwTable *
bw_table_new_from_parts (
    BwKind kind, gsize n_rows, GPtrArray *columns, GPtrArray *parts, guint8 *aside)
{
  BwTable *table = g_atomic_rc_box_new0 (BwTable);
  table->kind = kind;
  table->n_rows = n_rows;
  table->columns = columns;
  table->parts = parts;
  table->aside = aside;
  table->counted = find_counted (aside, n_rows);
  return table;
}

BwTable *
bw_table_new (BwKind kind, gsize n_rows, GPtrArray *columns, BwTablePart *part, guint8 *aside)
{
  g_return_val_if_fail (columns, NULL);
  g_return_val_if_fail (!part || (part->first_row == 0 && part->n_rows == n_rows), NULL);
  g_ptr_array_set_free_func (columns, (GDestroyNotify) bw_column_free);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_part_free);
  if (part)
    g_ptr_array_add (parts, bw_part_new (part, columns));
  return bw_table_new_from_parts (kind, n_rows, columns, parts, aside);
}

BwTable *
bw_table_with_aside (BwTable *table, guint8 *aside)
{
  g_return_val_if_fail (table, NULL);
  BwTable *other =
      bw_table_new_from_parts (table->kind, table->n_rows, g_ptr_array_ref (table->columns),
                               g_ptr_array_ref (table->parts), aside);
  other->base = table->base ? bw_table_ref (table->base) : NULL;
  other->more = table->more ? g_ptr_array_ref (table->more) : NULL;
  return other;
}

static BwPart *
widen_part (const BwPart *part, guint n_old, guint n_new)
{
  int *columns_of = g_new (int, n_old + n_new + 1);
  memcpy (columns_of, part->at.columns_of, n_old * sizeof (int));
  for (guint i = n_old; i < n_old + n_new; i++)
    columns_of[i] = -1;
  return bw_part_new_moved (part, 0, columns_of);
}

BwTable *
bw_table_with_columns (BwTable *table, GPtrArray *columns)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (columns, NULL);
  guint n_old = table->columns->len;
  GPtrArray *all = g_ptr_array_new ();
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_part_free);
  g_ptr_array_extend (all, table->columns, NULL, NULL);
  g_ptr_array_extend (all, columns, NULL, NULL);
  for (guint i = 0; i < table->parts->len; i++)
    g_ptr_array_add (parts, widen_part (g_ptr_array_index (table->parts, i), n_old, columns->len));
  BwTable *other =
      bw_table_new_from_parts (table->kind, table->n_rows, all, parts,
                               table->aside ? g_memdup2 (table->aside, table->n_rows) : NULL);
  other->base = bw_table_ref (table);
  other->more = columns;
  return other;
}

BwTable *
bw_table_ref (BwTable *table)
{
  return g_atomic_rc_box_acquire (table);
}

void
bw_table_unref (BwTable *table)
{
  g_atomic_rc_box_release_full (table, free_table);
}

BwKind
bw_table_get_kind (const BwTable *table)
{
  g_return_val_if_fail (table, BW_KIND_TICKETS);
  return table->kind;
}

gsize
bw_table_get_n_rows (const BwTable *table)
{
  g_return_val_if_fail (table, 0);
  return table->n_rows;
}

guint
bw_table_get_n_columns (const BwTable *table)
{
  g_return_val_if_fail (table, 0);
  return table->columns->len;
}

const BwColumn *
bw_table_get_column (const BwTable *table, guint i)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (i < table->columns->len, NULL);
  return g_ptr_array_index (table->columns, i);
}

int
bw_table_find_index (const BwTable *table, BwFieldId field)
{
  g_return_val_if_fail (table, -1);
  g_return_val_if_fail ((guint) field < BW_FIELD_LAST, -1);
  for (guint i = 0; field != BW_FIELD_NONE && i < table->columns->len; i++) {
    const BwColumn *column = g_ptr_array_index (table->columns, i);
    if (column->field == field)
      return (int) i;
  }
  return -1;
}

const BwColumn *
bw_table_find (const BwTable *table, BwFieldId field)
{
  g_return_val_if_fail (table, NULL);
  int i = bw_table_find_index (table, field);
  return i >= 0 ? g_ptr_array_index (table->columns, i) : NULL;
}

GPtrArray *
bw_table_get_parts (const BwTable *table)
{
  return table->parts;
}

BwAside
bw_table_get_aside (const BwTable *table, gsize row)
{
  g_return_val_if_fail (table, BW_ASIDE_NONE);
  g_return_val_if_fail (row < table->n_rows, BW_ASIDE_NONE);
  return table->aside ? (BwAside) table->aside[row] : BW_ASIDE_NONE;
}

const guint8 *
bw_table_get_asides (const BwTable *table)
{
  g_return_val_if_fail (table, NULL);
  return table->aside;
}

const BwBits *
bw_table_get_counted (const BwTable *table)
{
  g_return_val_if_fail (table, NULL);
  return table->counted;
}

void
bw_table_count_aside (const BwTable *table, gint64 counts[BW_ASIDE_LAST])
{
  bw_table_count_aside_of (table, 0, bw_table_get_n_rows (table), counts);
}

void
bw_table_count_aside_of (const BwTable *table, gsize first, gsize n, gint64 counts[BW_ASIDE_LAST])
{
  g_return_if_fail (table);
  g_return_if_fail (first <= table->n_rows && n <= table->n_rows - first);
  memset (counts, 0, BW_ASIDE_LAST * sizeof (gint64));
  if (!table->aside)
    counts[BW_ASIDE_NONE] = (gint64) n;
  for (gsize row = first; table->aside && row < first + n; row++)
    counts[table->aside[row]]++;
}

/* --- Extent ----------------------------------------------------------------------------------- */

/* Four times at once. BW_MISSING is the least number: it never is the latest, and turned over it
 * is the greatest and never the earliest. */
typedef gint32 Times __attribute__ ((vector_size (16)));
#define N_TIMES (sizeof (Times) / sizeof (gint32))

typedef struct {
  Times earliest;
  Times latest;
} Span;

typedef struct {
  const BwTable *table;
  gint32 *earliest; /* one a block */
  gint32 *latest;
} ExtentJob;

static gboolean
says_when_it_happened (const BwColumn *column)
{
  return column->store == BW_STORE_TIME && column->field != BW_FIELD_NONE &&
         column->field != BW_FIELD_DUE && column->field != BW_FIELD_REPLY_DUE;
}

static inline void
widen (Span *span, const Times *times)
{
  Times early = *times ^ (*times == BW_MISSING);
  Times is_earlier = early < span->earliest;
  Times is_later = *times > span->latest;
  span->earliest = (early & is_earlier) | (span->earliest & ~is_earlier);
  span->latest = (*times & is_later) | (span->latest & ~is_later);
}

static inline void
load_times (Times *times, const gint32 *values, const guint8 *aside, gsize n)
{
  *times = (Times) {} + BW_MISSING;
  for (gsize i = 0; i < n; i++)
    if (!aside || aside[i] == BW_ASIDE_NONE)
      (*times)[i] = values[i];
}

static void
widen_all (Span *span, const gint32 *values, const guint8 *aside, gsize n)
{
  static const guint8 all_counted[N_TIMES] = { BW_ASIDE_NONE };
  Times times;
  gsize i = 0;
  for (; i + N_TIMES <= n; i += N_TIMES) {
    if (!aside || memcmp (aside + i, all_counted, N_TIMES) == 0)
      memcpy (&times, values + i, sizeof (times));
    else
      load_times (&times, values + i, aside + i, N_TIMES);
    widen (span, &times);
  }
  load_times (&times, values + i, aside ? aside + i : NULL, n - i);
  widen (span, &times);
}

static void
widen_block_cb (guint block, int worker, gpointer user_data)
{
  ExtentJob *job = user_data;
  const BwTable *table = job->table;
  gsize first = (gsize) block * BLOCK;
  gsize n = MIN (table->n_rows - first, BLOCK);
  const guint8 *aside = table->aside ? table->aside + first : NULL;
  Span span = { (Times) {} + G_MAXINT32, (Times) {} + BW_MISSING };
  for (guint i = 0; i < table->columns->len; i++) {
    const BwColumn *column = g_ptr_array_index (table->columns, i);
    if (says_when_it_happened (column))
      widen_all (&span, (const gint32 *) column->values + first, aside, n);
  }
  job->earliest[block] = span.earliest[0];
  job->latest[block] = span.latest[0];
  for (gsize i = 1; i < N_TIMES; i++) {
    job->earliest[block] = MIN (job->earliest[block], span.earliest[i]);
    job->latest[block] = MAX (job->latest[block], span.latest[i]);
  }
}

static void
find_extent (BwTable *table)
{
  guint n_blocks = (guint) ((table->n_rows + BLOCK - 1) / BLOCK);
  g_autofree gint32 *found = g_new (gint32, 2 * (gsize) n_blocks + 1);
  ExtentJob job = { table, found, found + n_blocks };
  bw_parallel_for (n_blocks, NULL, widen_block_cb, &job);

  gint32 earliest = G_MAXINT32;
  gint32 latest = BW_MISSING;
  for (guint i = 0; i < n_blocks; i++) {
    earliest = MIN (earliest, job.earliest[i]);
    latest = MAX (latest, job.latest[i]);
  }
  table->from = latest != BW_MISSING ? earliest + BW_TIME_ORIGIN : BW_TIME_NONE;
  table->to = latest != BW_MISSING ? latest + BW_TIME_ORIGIN : BW_TIME_NONE;
}

gboolean
bw_table_get_extent (const BwTable *table, gint64 *from, gint64 *to)
{
  g_return_val_if_fail (table, FALSE);
  BwTable *self = (BwTable *) table;
  if (g_once_init_enter (&self->extent_known)) {
    find_extent (self);
    g_once_init_leave (&self->extent_known, 1);
  }
  if (table->to == BW_TIME_NONE)
    return FALSE;
  *from = table->from;
  *to = table->to;
  return TRUE;
}
