/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of rows and what becomes of their columns. */
#include "config.h"

#include <string.h>

#include "bw-gathering.h"
#include "bw-parallel.h"
#include "bw-table-private.h"

#define BLOCK 2048 /* groups */

typedef struct {
  const BwGathering *gathering;
  BwGatherWork work;
  gpointer user_data;
} Walk;

static void
walk_block_cb (guint block, int worker, gpointer user_data)
{
  const Walk *walk = user_data;
  gsize first = (gsize) block * BLOCK;
  walk->work (first, MIN (first + BLOCK, walk->gathering->n), walk->user_data);
}

void
bw_gathering_walk (const BwGathering *self, BwGatherWork work, gpointer user_data)
{
  Walk walk = { self, work, user_data };
  bw_parallel_for ((guint) ((self->n + BLOCK - 1) / BLOCK), NULL, walk_block_cb, &walk);
}

/* --- Order ------------------------------------------------------------------------------------ */

typedef struct {
  BwGathering *gathering;
  gboolean newest_first;
} Ordering;

typedef struct {
  const gint32 *times;
  gboolean newest_first;
} Order;

static int
compare_rows (const void *a, const void *b, gpointer user_data)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  const Order *order = user_data;
  if (order->times[first] != order->times[second])
    return order->times[first] < order->times[second] ? -1 : 1;
  int by_row = first < second ? -1 : 1;
  return order->newest_first ? -by_row : by_row;
}

/* Of rows at the same second, those of a file that begins with the newest stand the wrong way. */
static gboolean
begins_with_newest (const BwColumn *at, gsize n)
{
  const gint32 *times = at->values;
  gint64 balance = 0;
  for (gsize row = 1; row < n; row++)
    balance += (times[row] > times[row - 1]) - (times[row] < times[row - 1]);
  return balance < 0;
}

static void
order_groups (gsize first, gsize last, gpointer user_data)
{
  const Ordering *ordering = user_data;
  const BwGathering *self = ordering->gathering;
  Order order = { self->at->values, ordering->newest_first };
  for (gsize group = first; group < last; group++) {
    guint32 *rows = self->rows + self->starts[group];
    gsize n = self->starts[group + 1] - self->starts[group];
    gboolean ordered = TRUE;
    for (gsize i = 1; i < n && ordered; i++)
      ordered = compare_rows (&rows[i - 1], &rows[i], &order) < 0;
    if (!ordered)
      g_sort_array (rows, n, sizeof *rows, compare_rows, &order);
  }
}

gboolean
bw_gathering_init (BwGathering *self, const BwTable *log, BwFieldId key, BwFieldId at)
{
  *self = (BwGathering) { .log = log, .at = bw_table_find (log, at) };
  int column = bw_table_find_index (log, key);
  if (column < 0 || !self->at)
    return FALSE;
  self->index = bw_row_index_new (log, (guint) column);
  self->n = bw_row_index_get_n_groups (self->index);
  self->starts = g_new0 (gsize, self->n + 1);
  gsize n, total = 0;
  for (gsize group = 0; group < self->n; group++) {
    bw_row_index_get_rows (self->index, group, &n);
    self->starts[group + 1] = total += n;
  }
  self->rows = g_new (guint32, total + 1);
  for (gsize group = 0; group < self->n; group++) {
    const guint32 *rows = bw_row_index_get_rows (self->index, group, &n);
    memcpy (self->rows + self->starts[group], rows, n * sizeof *rows);
  }
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  self->sources = g_array_new (FALSE, FALSE, sizeof (int));
  Ordering ordering = { self, begins_with_newest (self->at, bw_table_get_n_rows (log)) };
  bw_gathering_walk (self, order_groups, &ordering);
  return TRUE;
}

/* The first row in the file, not in time. */
static guint32
get_first_row (const BwGathering *self, gsize group)
{
  gsize n;
  return self->firsts ? self->firsts[group] : bw_row_index_get_rows (self->index, group, &n)[0];
}

void
bw_gathering_init_empty (BwGathering *self, const BwTable *log, BwFieldId at)
{
  *self = (BwGathering) { .log = log, .at = bw_table_find (log, at) };
  self->starts = g_new0 (gsize, 1);
  self->rows = g_new (guint32, 1);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  self->sources = g_array_new (FALSE, FALSE, sizeof (int));
}

/* Takes the place of the groups so far. */
typedef struct {
  gsize *starts;
  guint32 *rows;
  guint32 *firsts;
  guint8 *rest;
  gsize n;
  gsize n_rows;
} Groups;

static void
open_group (Groups *groups, gsize first, gboolean rest)
{
  groups->firsts[groups->n] = (guint32) first;
  groups->rest[groups->n] = (guint8) rest;
  groups->starts[groups->n++] = groups->n_rows;
}

static void
copy_group (Groups *groups, const BwGathering *self, gsize group)
{
  gsize n = self->starts[group + 1] - self->starts[group];
  open_group (groups, get_first_row (self, group), FALSE);
  memcpy (groups->rows + groups->n_rows, self->rows + self->starts[group],
          n * sizeof *groups->rows);
  groups->n_rows += n;
}

guint8 *
bw_gathering_add_rest (BwGathering *self, const guint8 *same, guint8 value)
{
  gsize n_rows = bw_table_get_n_rows (self->log), group = 0;
  g_autofree guint8 *taken = g_new0 (guint8, n_rows + 1);
  Groups groups = { g_new0 (gsize, n_rows + 1),
                    g_new (guint32, n_rows + 1),
                    g_new (guint32, n_rows + 1),
                    g_new0 (guint8, n_rows + 1),
                    0,
                    0 };
  gboolean follows = FALSE; /* the last group is of the counted row before */
  for (gsize i = 0; i < self->starts[self->n]; i++)
    taken[self->rows[i]] = TRUE;
  for (gsize row = 0; row < n_rows; row++) {
    if (group < self->n && get_first_row (self, group) == row)
      copy_group (&groups, self, group++);
    if (bw_table_get_aside (self->log, row) != BW_ASIDE_NONE)
      continue;
    if (!taken[row]) {
      if (!follows || !same || same[row] != value)
        open_group (&groups, row, TRUE);
      groups.rows[groups.n_rows++] = (guint32) row;
    }
    follows = !taken[row];
  }
  groups.starts[groups.n] = groups.n_rows;
  g_free (self->starts);
  g_free (self->rows);
  g_free (self->firsts);
  self->starts = groups.starts;
  self->rows = groups.rows;
  self->firsts = groups.firsts;
  self->n = groups.n;
  return groups.rest;
}

void
bw_gathering_clear (BwGathering *self)
{
  g_clear_pointer (&self->index, bw_row_index_free);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->firsts, g_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
}

/* --- Columns ---------------------------------------------------------------------------------- */

static BwColumn *
add_column (BwGathering *self, BwColumn *column, int source)
{
  g_ptr_array_add (self->columns, column);
  g_array_append_val (self->sources, source);
  return column;
}

BwColumn *
bw_gathering_add (BwGathering *self, BwFieldId field, BwStore store)
{
  const BwColumn *old = bw_table_find (self->log, field);
  const char *header = old ? old->header : bw_field_get (field)->name;
  return add_column (self, bw_column_new (field, header, -1, store, self->n), -1);
}

static void
write_code (BwColumn *column, gsize row, guint32 code)
{
  if (column->store == BW_STORE_CODE8)
    ((guint8 *) column->values)[row] = (guint8) code;
  else if (column->store == BW_STORE_CODE16)
    ((guint16 *) column->values)[row] = (guint16) code;
  else
    ((guint32 *) column->values)[row] = code;
}

BwColumn *
bw_gathering_add_words (BwGathering *self, BwFieldId field, BwDictionary *words, guint32 *codes)
{
  gsize n_words = bw_dictionary_get_size (words);
  g_autofree guint32 *numbers = g_new0 (guint32, n_words + 1); /* 1 + place among the used */
  g_autofree const char **texts = g_new (const char *, n_words + 1);
  g_autofree double *meanings = g_new (double, n_words + 1);
  gsize n = 0;
  for (gsize row = 0; row < self->n; row++) {
    guint32 code = codes[row];
    if (code == 0 || numbers[code - 1] != 0)
      continue;
    texts[n] = bw_dictionary_get_text (words, code - 1);
    meanings[n] = bw_dictionary_get_meaning (words, code - 1);
    numbers[code - 1] = (guint32) ++n;
  }

  g_autofree guint32 *remap = g_new (guint32, n + 1);
  BwDictionary *used = bw_dictionary_new (texts, n, meanings, remap);
  BwColumn *column = bw_gathering_add (self, field, bw_store_for_codes (n));
  column->dictionary = used;
  for (gsize row = 0; row < self->n; row++) {
    guint32 number = codes[row] > 0 ? numbers[codes[row] - 1] : 0;
    write_code (column, row, number > 0 ? remap[number - 1] + 1 : 0);
    column->n_present += number > 0;
  }
  return column;
}

/* --- Carrying --------------------------------------------------------------------------------- */

typedef struct {
  const BwGathering *gathering;
  const BwColumn *from;
  void *to; /* 32-bit values, doubles for DOUBLE */
} Carry;

static gint32
read_int (const BwColumn *column, gsize row)
{
  return bw_store_is_code (column->store) ? (gint32) bw_column_code (column, row)
                                          : bw_column_int (column, row);
}

static void
carry_block (gsize first, gsize last, gpointer user_data)
{
  const Carry *carry = user_data;
  const BwGathering *self = carry->gathering;
  gint32 none = bw_store_is_code (carry->from->store) ? 0 : BW_MISSING;
  for (gsize group = first; group < last; group++) {
    gint32 value = none;
    for (gsize i = self->starts[group + 1]; i > self->starts[group] && value == none; i--)
      value = read_int (carry->from, self->rows[i - 1]);
    ((gint32 *) carry->to)[group] = value;
  }
}

static void
carry_doubles (gsize first, gsize last, gpointer user_data)
{
  const Carry *carry = user_data;
  const BwGathering *self = carry->gathering;
  const double *values = carry->from->values;
  for (gsize group = first; group < last; group++) {
    double value = NAN;
    for (gsize i = self->starts[group + 1]; i > self->starts[group] && isnan (value); i--)
      value = values[self->rows[i - 1]];
    ((double *) carry->to)[group] = value;
  }
}

static gint64
count_present (const BwColumn *column, gsize n)
{
  gint64 present = 0;
  for (gsize row = 0; row < n; row++)
    present += !bw_column_is_missing (column, row);
  return present;
}

static void
carry_column (BwGathering *self, guint c)
{
  const BwColumn *from = bw_table_get_column (self->log, c);
  Carry carry = { self, from, NULL };
  BwColumn *column;
  if (from->store == BW_STORE_NONE) {
    add_column (self, bw_column_new (from->field, from->header, from->index, BW_STORE_NONE, 0),
                (int) c);
    return;
  }
  if (bw_store_is_code (from->store)) {
    g_autofree guint32 *codes = g_new (guint32, self->n + 1);
    carry.to = codes;
    bw_gathering_walk (self, carry_block, &carry);
    column = bw_gathering_add_words (self, from->field, from->dictionary, codes);
  } else {
    column = bw_gathering_add (self, from->field, from->store);
    carry.to = column->values;
    bw_gathering_walk (self, from->store == BW_STORE_DOUBLE ? carry_doubles : carry_block, &carry);
    column->n_present = count_present (column, self->n);
  }
  column->scale_low = from->scale_low;
  column->scale_high = from->scale_high;
  column->effort = from->effort;
}

static gboolean
is_among (BwFieldId field, const BwFieldId *fields)
{
  for (; *fields != BW_FIELD_NONE; fields++)
    if (*fields == field)
      return TRUE;
  return FALSE;
}

void
bw_gathering_carry (BwGathering *self, const BwFieldId *without)
{
  for (guint c = 0; c < bw_table_get_n_columns (self->log); c++)
    if (!is_among (bw_table_get_column (self->log, c)->field, without))
      carry_column (self, c);
}

BwColumn *
bw_gathering_find (const BwGathering *self, BwFieldId field)
{
  for (guint i = 0; i < self->columns->len; i++) {
    BwColumn *column = g_ptr_array_index (self->columns, i);
    if (column->field == field)
      return column;
  }
  return NULL;
}

/* --- The table -------------------------------------------------------------------------------- */

static BwPart *
gather_part (const BwGathering *self, const BwPart *old, gsize first, gsize last)
{
  BwTablePart part = { old->at.text ? bw_text_ref (old->at.text) : NULL,
                       old->at.dialect,
                       first,
                       last - first,
                       NULL,
                       g_new (int, self->columns->len + 1) };
  if (old->at.offsets) {
    part.offsets = g_new (gint64, last - first + 1);
    for (gsize group = first; group < last; group++)
      part.offsets[group - first] =
          old->at.offsets[get_first_row (self, group) - old->at.first_row];
  }
  for (guint i = 0; i < self->columns->len; i++) {
    int source = g_array_index (self->sources, int, i);
    part.columns_of[i] = source < 0 ? -1 : old->at.columns_of[source];
  }
  return bw_part_new (&part, self->columns);
}

BwTable *
bw_gathering_finish (BwGathering *self, BwKind kind, guint8 *aside)
{
  GPtrArray *old = bw_table_get_parts (self->log);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_part_free);
  gsize first = 0;
  for (guint p = 0; p < old->len; p++) {
    const BwPart *part = g_ptr_array_index (old, p);
    gsize last = first;
    while (last < self->n && get_first_row (self, last) < part->at.first_row + part->at.n_rows)
      last++;
    if (last > first)
      g_ptr_array_add (parts, gather_part (self, part, first, last));
    first = last;
  }
  return bw_table_new_from_parts (kind, self->n, g_steal_pointer (&self->columns), parts, aside);
}
