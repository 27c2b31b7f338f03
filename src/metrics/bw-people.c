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
  int column = -1;

  for (guint f = 0; bw_person_fields[f] != BW_FIELD_NONE && column < 0; f++)
    column = bw_table_find_index (table, bw_person_fields[f]);
  return column;
}

const guint32 *
bw_people_number (const BwTable *table, guint32 **owned)
{
  int index = find_column (table);
  const BwColumn *column = index >= 0 ? bw_table_get_column (table, (guint) index) : NULL;
  guint32 n_people;
  guint64 *keys;

  *owned = NULL;
  if (column == NULL || column->numbers != NULL)
    return column != NULL ? column->numbers : NULL;
  keys = bw_row_index_read_keys (table, (guint) index);
  *owned = bw_row_keys_number (keys, bw_table_get_n_rows (table), NULL, NULL, &n_people);
  bw_large_free (keys);
  return *owned;
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

static guint32
find_greatest (const guint32 *people, gsize n_rows)
{
  guint32 greatest = 0;

  for (gsize row = 0; row < n_rows; row++)
    greatest = MAX (greatest, people[row]);
  return greatest;
}

gint32 *
bw_people_find_next (const guint32 *people,
                     const gint32 *created,
                     const guint8 *asides,
                     gsize n_rows)
{
  guint64 *order = find_order (created, n_rows);
  guint32 n_people = find_greatest (people, n_rows);
  gint32 *later = bw_large_new ((gsize) n_people + 1, sizeof (gint32)); /* when each comes again */
  gint32 *next = bw_large_new (n_rows + 1, sizeof (gint32));

  for (guint32 person = 0; person <= n_people; person++)
    later[person] = BW_MISSING;
  for (gsize i = n_rows; i-- > 0;) {
    gsize row = order != NULL ? (guint32) order[i] : i;
    gboolean known = people[row] != 0 && created[row] != BW_MISSING &&
                     (asides == NULL || asides[row] == BW_ASIDE_NONE);
    next[row] = known ? later[people[row]] : BW_MISSING;
    if (known)
      later[people[row]] = created[row];
  }
  bw_large_free (later);
  bw_large_free (order);
  return next;
}
