/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures by period and member: one block of cells, the periods of a member side by side. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bw-series.h"

struct _BwSeries {
  /* Template */
  BwUnit unit;
  BwFieldId field;
  const char *currency; /* interned */
  guint n_periods;
  guint n_members;

  /* Owned */
  BwAxis *axis;
  char **members; /* n_members, NULL = rows without a value */
  BwCell *cells;
  GHashTable *places; /* of members by text, once somebody has looked for one */
};

G_DEFINE_BOXED_TYPE (BwSeries, bw_series, bw_series_ref, bw_series_unref)

static void
free_series (gpointer mem)
{
  BwSeries *series = mem;
  for (guint m = 0; m < series->n_members; m++)
    g_free (series->members[m]);
  g_free (series->members);
  g_free (series->cells);
  g_clear_pointer (&series->places, g_hash_table_unref);
  bw_axis_unref (series->axis);
}

BwSeries *
bw_series_new (
    BwAxis *axis, BwUnit unit, BwFieldId field, const char *const *members, guint n_members)
{
  g_return_val_if_fail (axis, NULL);
  g_return_val_if_fail (members || n_members == 1, NULL);
  BwSeries *series = g_atomic_rc_box_new (BwSeries);
  guint n_periods = bw_axis_get_length (axis);
  *series = (BwSeries) {
    .unit = unit,
    .field = field,
    .n_periods = n_periods,
    .n_members = n_members,
    .axis = bw_axis_ref (axis),
    .members = g_new0 (char *, n_members + 1),
    .cells = g_new (BwCell, (gsize) n_periods * n_members + 1),
  };
  for (guint m = 0; members && m < n_members; m++)
    series->members[m] = g_strdup (members[m]);
  for (gsize i = 0; i < (gsize) n_periods * n_members; i++)
    series->cells[i] = BW_CELL_NONE;
  return series;
}

BwSeries *
bw_series_ref (BwSeries *series)
{
  return g_atomic_rc_box_acquire (series);
}

void
bw_series_unref (BwSeries *series)
{
  g_atomic_rc_box_release_full (series, free_series);
}

BwAxis *
bw_series_get_axis (const BwSeries *series)
{
  g_return_val_if_fail (series, NULL);
  return series->axis;
}

BwUnit
bw_series_get_unit (const BwSeries *series)
{
  g_return_val_if_fail (series, BW_UNIT_COUNT);
  return series->unit;
}

void
bw_series_set_currency (BwSeries *series, const char *code)
{
  g_return_if_fail (series);
  series->currency = g_intern_string (code);
}

const char *
bw_series_get_currency (const BwSeries *series)
{
  g_return_val_if_fail (series, NULL);
  return series->currency;
}

BwFieldId
bw_series_get_field (const BwSeries *series)
{
  g_return_val_if_fail (series, BW_FIELD_NONE);
  return series->field;
}

guint
bw_series_get_n_members (const BwSeries *series)
{
  g_return_val_if_fail (series, 0);
  return series->n_members;
}

const char *
bw_series_get_member (const BwSeries *series, guint member)
{
  g_return_val_if_fail (series, NULL);
  g_return_val_if_fail (member < series->n_members, NULL);
  return series->members[member];
}

/* NULL is a key, too. */
static guint
hash_text (gconstpointer text)
{
  return text ? g_str_hash (text) : 0;
}

static gboolean
is_same_text (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Of members with the same text, the first. */
static GHashTable *
index_members (const BwSeries *series)
{
  GHashTable *places = g_hash_table_new (hash_text, is_same_text);
  for (guint m = series->n_members; m-- > 0;)
    g_hash_table_replace (places, series->members[m], GUINT_TO_POINTER (m));
  return places;
}

gboolean
bw_series_find_member (const BwSeries *series, const char *text, guint *member)
{
  g_return_val_if_fail (series, FALSE);
  BwSeries *self = (BwSeries *) series;
  gpointer place;
  if (g_once_init_enter_pointer (&self->places))
    g_once_init_leave_pointer (&self->places, index_members (series));
  if (!g_hash_table_lookup_extended (self->places, text, NULL, &place))
    return FALSE;
  *member = GPOINTER_TO_UINT (place);
  return TRUE;
}

const char *
bw_series_get_member_label (const BwSeries *series, guint member)
{
  g_return_val_if_fail (series, "");
  g_return_val_if_fail (member < series->n_members, "");
  if (series->members[member])
    return series->members[member];
  return series->field == BW_FIELD_NONE ? _ ("All") : bw_field_get_none_label (series->field);
}

const BwCell *
bw_series_get (const BwSeries *series, guint period, guint member)
{
  return bw_series_peek ((BwSeries *) series, period, member);
}

BwCell *
bw_series_peek (BwSeries *series, guint period, guint member)
{
  g_return_val_if_fail (series, NULL);
  g_return_val_if_fail (period < series->n_periods, NULL);
  g_return_val_if_fail (member < series->n_members, NULL);
  return &series->cells[(gsize) member * series->n_periods + period];
}

typedef struct {
  gint64 n;
  guint member;
  const char *text;
} Rank;

static int
compare_ranks (const void *a, const void *b)
{
  const Rank *first = a;
  const Rank *second = b;
  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;
  return g_strcmp0 (first->text, second->text);
}

static Rank *
rank_members (const BwSeries *series)
{
  Rank *ranks = g_new (Rank, series->n_members + 1);
  for (guint m = 0; m < series->n_members; m++) {
    ranks[m] = (Rank) { 0, m, series->members[m] };
    for (guint p = 0; p < series->n_periods; p++)
      ranks[m].n += bw_series_get (series, p, m)->n;
  }
  qsort (ranks, series->n_members, sizeof (Rank), compare_ranks);
  return ranks;
}

BwSeries *
bw_series_sorted (const BwSeries *series, guint max)
{
  g_return_val_if_fail (series, NULL);
  guint n = max > 0 ? MIN (max, series->n_members) : series->n_members;
  g_autofree Rank *ranks = rank_members (series);
  g_autofree const char **members = g_new (const char *, n + 1);
  for (guint m = 0; m < n; m++)
    members[m] = ranks[m].text;

  BwSeries *sorted = bw_series_new (series->axis, series->unit, series->field, members, n);
  sorted->currency = series->currency;
  for (guint m = 0; m < n && series->n_periods > 0; m++)
    memcpy (bw_series_peek (sorted, 0, m), bw_series_get (series, 0, ranks[m].member),
            series->n_periods * sizeof (BwCell));
  return sorted;
}

gboolean
bw_series_get_range (const BwSeries *series, double *low, double *high)
{
  g_return_val_if_fail (series, FALSE);
  double least = INFINITY;
  double greatest = -INFINITY;
  for (gsize i = 0; i < (gsize) series->n_periods * series->n_members; i++) {
    least = fmin (least, series->cells[i].value);
    greatest = fmax (greatest, series->cells[i].value);
  }
  if (least > greatest)
    return FALSE;
  *low = least;
  *high = greatest;
  return TRUE;
}
