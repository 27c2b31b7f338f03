/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers people, and finds when each came back. */
#include "config.h"

#include "bw-large.h"
#include "bw-people.h"
#include "bw-row-index.h"
#include "bw-row-key.h"
#include "bw-sort.h"

static int
find_column (const BwTable *table)
{
  for (guint f = 0; bw_person_fields[f] != BW_FIELD_NONE; f++)
    for (guint c = 0; c < bw_table_get_n_columns (table); c++)
      if (bw_table_get_column (table, c)->field == bw_person_fields[f])
        return (int) c;
  return -1;
}

/* As the file was read, without the rows that do not count. */
static guint32 *
copy_numbers (const BwTable *table, const guint32 *numbers, guint32 *n_people)
{
  gsize n_rows = bw_table_get_n_rows (table);
  const guint8 *asides = bw_table_get_asides (table);
  guint32 *people = bw_large_new (n_rows + 1, sizeof (guint32));

  *n_people = 0;
  for (gsize row = 0; row < n_rows; row++) {
    people[row] = asides == NULL || asides[row] == BW_ASIDE_NONE ? numbers[row] : 0;
    *n_people = MAX (*n_people, people[row]);
  }
  return people;
}

guint32 *
bw_people_number (const BwTable *table, guint32 *n_people)
{
  int column = find_column (table);
  guint64 *keys;
  guint32 *people;

  if (column < 0)
    return NULL;
  if (bw_table_get_column (table, (guint) column)->numbers != NULL)
    return copy_numbers (table, bw_table_get_column (table, (guint) column)->numbers, n_people);
  keys = bw_row_index_read_keys (table, (guint) column);
  people = bw_row_keys_number (keys, bw_table_get_n_rows (table), NULL, NULL, n_people);
  bw_large_free (keys);
  return people;
}

/* --- Coming back ------------------------------------------------------------------------------
 */

static gboolean
is_in_order (const gint32 *created, gsize n_rows)
{
  gboolean ok = TRUE;

  for (gsize row = 1; row < n_rows; row++)
    ok &= created[row] >= created[row - 1];
  return ok;
}

/* The rows in the order of time, each below its time; NULL when they stand in it. */
static guint64 *
find_order (const gint32 *created, gsize n_rows)
{
  guint64 *order;

  if (is_in_order (created, n_rows))
    return NULL;
  order = bw_large_new (n_rows, sizeof (guint64));
  for (gsize row = 0; row < n_rows; row++)
    order[row] = (guint64) ((guint32) created[row] ^ 0x80000000u) << 32 | row;
  bw_sort_words (order, n_rows);
  return order;
}

gint32 *
bw_people_find_next (const guint32 *people, guint32 n_people, const gint32 *created, gsize n_rows)
{
  guint64 *order = find_order (created, n_rows);
  gint32 *later = bw_large_new ((gsize) n_people + 1, sizeof (gint32)); /* when each comes again */
  gint32 *next = bw_large_new (n_rows + 1, sizeof (gint32));

  for (guint32 person = 0; person <= n_people; person++)
    later[person] = BW_MISSING;
  for (gsize i = n_rows; i-- > 0;) {
    gsize row = order != NULL ? (guint32) order[i] : i;
    gboolean known = people[row] != 0 && created[row] != BW_MISSING;
    next[row] = known ? later[people[row]] : BW_MISSING;
    if (known)
      later[people[row]] = created[row];
  }
  bw_large_free (later);
  bw_large_free (order);
  return next;
}
