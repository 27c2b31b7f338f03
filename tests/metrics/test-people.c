/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When people come back, against looking at every other row. */
#include "bw-column.h"
#include "bw-large.h"
#include "bw-people.h"

#define N_PEOPLE 40

typedef struct {
  const char *name;
  gsize n_rows;
  gboolean in_order;
} Case;

/* The first of the rows after it, by time and then by place. */
static gint32
find_next (
    const guint32 *people, const gint32 *created, const guint8 *asides, gsize n_rows, gsize row)
{
  gint32 next = BW_MISSING;
  if (people[row] == 0 || created[row] == BW_MISSING || asides[row] != BW_ASIDE_NONE)
    return next;
  for (gsize other = 0; other < n_rows; other++) {
    gboolean later =
        created[other] > created[row] || (created[other] == created[row] && other > row);
    later &= asides[other] == BW_ASIDE_NONE;
    if (people[other] == people[row] && later && (next == BW_MISSING || created[other] < next))
      next = created[other];
  }
  return next;
}

static void
test_next (gconstpointer user_data)
{
  const Case *c = user_data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree guint32 *people = g_new (guint32, c->n_rows + 1);
  g_autofree gint32 *created = g_new (gint32, c->n_rows + 1);
  g_autofree guint8 *asides = g_new (guint8, c->n_rows + 1);
  for (gsize row = 0; row < c->n_rows; row++) {
    asides[row] = row % 11 == 5 ? BW_ASIDE_SPAM : BW_ASIDE_NONE;
    people[row] = (guint32) g_rand_int_range (rand, 0, N_PEOPLE + 1);
    created[row] =
        c->in_order ? (gint32) (row / 3) - 100
        : g_rand_int_range (rand, 0, 20) == 0
            ? BW_MISSING
            : g_rand_int_range (rand, G_MININT32 + 1, G_MAXINT32) / (row % 2 ? 1 : 10000000);
  }
  gint32 *next = bw_people_find_next (people, created, asides, c->n_rows);
  for (gsize row = 0; row < c->n_rows; row++)
    g_assert_cmpint (next[row], ==, find_next (people, created, asides, c->n_rows, row));
  bw_large_free (next);
}

int
main (int argc, char **argv)
{
  static const Case cases[] = {
    { "/people/next/nobody", 0, FALSE },
    { "/people/next/one", 1, FALSE },
    { "/people/next/in-order", 2000, TRUE },
    { "/people/next/in-any-order", 2000, FALSE },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_next);
  return g_test_run ();
}
