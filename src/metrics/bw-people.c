/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers people, and finds when each came back. */
#include "config.h"

#include "bw-people.h"
#include "bw-row-index.h"
#include <stdlib.h>

static int
find_column (const BwTable *table)
{
  static const BwFieldId fields[] = { BW_FIELD_EMAIL, BW_FIELD_REQUESTER };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    for (guint c = 0; c < bw_table_get_n_columns (table); c++)
      if (bw_table_get_column (table, c)->field == fields[f])
        return (int) c;
  return -1;
}

guint32 *
bw_people_number (const BwTable *table, guint32 *n_people)
{
  int column = find_column (table);
  g_autoptr (BwRowIndex) index = NULL;
  guint32 *people;

  if (column < 0)
    return NULL;
  index = bw_row_index_new (table, (guint) column);
  people = g_new0 (guint32, bw_table_get_n_rows (table));
  *n_people = (guint32) bw_row_index_get_n_groups (index);
  for (gsize group = 0; group < *n_people; group++) {
    gsize n;
    const guint32 *rows = bw_row_index_get_rows (index, group, &n);
    for (gsize i = 0; i < n; i++)
      people[rows[i]] = (guint32) group + 1;
  }
  return people;
}

/* A row of a person, in the order of time. */
typedef struct {
  guint64 key;
  guint32 row;
} Visit;

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const Visit *one = a;
  const Visit *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return one->row < other->row ? -1 : one->row > other->row;
}

static gboolean
is_in_order (const Visit *visits, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (compare_visits (&visits[i - 1], &visits[i]) > 0)
      return FALSE;
  return TRUE;
}

/* Counts the rows of each person, so that only those of one need to be put in the order of time. */
static gsize *
find_starts (const guint32 *people, const gint32 *created, gsize n_rows, guint32 *n_people)
{
  gsize *starts;

  *n_people = 0;
  for (gsize row = 0; row < n_rows; row++)
    *n_people = MAX (*n_people, people[row]);
  starts = g_new0 (gsize, (gsize) *n_people + 2);
  for (gsize row = 0; row < n_rows; row++)
    if (people[row] != 0 && created[row] != BW_MISSING)
      starts[people[row] + 1]++;
  for (guint32 person = 1; person <= *n_people + 1; person++)
    starts[person] += starts[person - 1];
  return starts;
}

gint32 *
bw_people_find_next (const guint32 *people, const gint32 *created, gsize n_rows)
{
  guint32 n_people;
  g_autofree gsize *starts = find_starts (people, created, n_rows, &n_people);
  g_autofree gsize *at = g_memdup2 (starts, ((gsize) n_people + 2) * sizeof *starts);
  g_autofree Visit *visits = g_new (Visit, n_rows + 1);
  gint32 *next = g_new (gint32, n_rows + 1);

  for (gsize row = 0; row < n_rows; row++) {
    next[row] = BW_MISSING;
    if (people[row] != 0 && created[row] != BW_MISSING)
      visits[at[people[row]]++] =
          (Visit) { (guint64) ((gint64) created[row] - G_MININT32), (guint32) row };
  }
  for (guint32 person = 1; person <= n_people; person++) {
    Visit *first = visits + starts[person];
    gsize n = starts[person + 1] - starts[person];
    if (!is_in_order (first, n))
      qsort (first, n, sizeof *first, compare_visits);
    for (gsize i = 0; i + 1 < n; i++)
      next[first[i].row] = created[first[i + 1].row];
  }
  return next;
}
