/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds up what files say of months. */
#include "config.h"

#include <math.h>

#include "bw-civil.h"
#include "bw-months.h"
#include "bw-typed.h"

typedef struct {
  gint64 month;
  BwFieldId field;
} Key;

typedef struct {
  Key key;
  double value;
  gint64 time; /* of the row that decides, of stocks */
} Entry;

struct _BwMonths {
  BwZone *zone;
  GHashTable *entries; /* Entry by its Key */
  guint8 fields[BW_FIELD_LAST];
  gboolean has_list;
};

static guint
hash_key (gconstpointer boxed)
{
  const Key *key = boxed;

  return (guint) key->month * 1024u + (guint) key->field;
}

static gboolean
keys_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->month == y->month && x->field == y->field;
}

static Entry *
require_entry (BwMonths *self, gint64 month, BwFieldId field, gboolean *is_new)
{
  const Key key = { month, field };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  *is_new = entry == NULL;
  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  entry->key = key;
  g_hash_table_insert (self->entries, &entry->key, entry);
  self->fields[field] = TRUE;
  return entry;
}

static gint64
find_month (const BwMonths *self, gint64 time)
{
  return bw_day_floor (bw_day_around (time, self->zone), BW_GRAIN_MONTH);
}

/* --- Rows about months -------------------------------------------------------------------------
 */

static double
read_number (const BwColumn *column, gsize row)
{
  return column->store == BW_STORE_DOUBLE ? ((const double *) column->values)[row]
                                          : bw_int_to_double (bw_column_int (column, row));
}

static void
add_cell (BwMonths *self, BwFieldId field, gint64 time, double value)
{
  gboolean is_new;
  Entry *entry = require_entry (self, find_month (self, time), field, &is_new);

  if (field == BW_FIELD_CUSTOMERS_START || field == BW_FIELD_CUSTOMERS_END) {
    gboolean decides =
        is_new || (field == BW_FIELD_CUSTOMERS_START ? time < entry->time : time >= entry->time);
    entry->value = decides ? value : entry->value;
    entry->time = decides ? time : entry->time;
    return;
  }
  entry->value += value;
}

static void
add_column (BwMonths *self, const BwTable *table, const BwColumn *date, const BwColumn *column)
{
  const BwBits *counted = bw_table_get_counted (table);

  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    gint64 time = bw_column_time (date, row);
    double value = read_number (column, row);
    if (bw_bits_has (counted, row) && time != BW_TIME_NONE && !isnan (value))
      add_cell (self, column->field, time, value);
  }
}

static void
add_table (BwMonths *self, const BwTable *table)
{
  const BwColumn *date = table != NULL ? bw_table_find (table, BW_FIELD_DATE) : NULL;

  if (date == NULL)
    return;
  for (guint i = 0; i < bw_table_get_n_columns (table); i++) {
    const BwColumn *column = bw_table_get_column (table, i);
    if (column->field != BW_FIELD_NONE &&
        (column->store == BW_STORE_DOUBLE || column->store == BW_STORE_INT))
      add_column (self, table, date, column);
  }
}

/* --- A list of customers -----------------------------------------------------------------------
 */

static int
get_month_index (gint64 month)
{
  int year, m, day;

  bw_civil_from_days (month, &year, &m, &day);
  return year * 12 + m - 1;
}

static void
set_count (BwMonths *self, int index, BwFieldId field, double value)
{
  gboolean is_new;
  gint64 month = bw_civil_to_days (index / 12, index % 12 + 1, 1);

  require_entry (self, month, field, &is_new)->value = value;
}

/* came and left: by months from the first on. */
static void
set_counts (BwMonths *self, int first, guint n, const int *came, const int *left)
{
  double there = 0;

  for (guint i = 0; i < n; i++) {
    set_count (self, first + (int) i, BW_FIELD_CUSTOMERS_START, there);
    set_count (self, first + (int) i, BW_FIELD_CUSTOMERS_NEW, came[i]);
    set_count (self, first + (int) i, BW_FIELD_CUSTOMERS_LOST, left[i]);
    there += came[i] - left[i];
    set_count (self, first + (int) i, BW_FIELD_CUSTOMERS_END, there);
  }
}

static int
find_index (const BwMonths *self, const BwColumn *column, gsize row)
{
  gint64 time = column != NULL ? bw_column_time (column, row) : BW_TIME_NONE;

  return time == BW_TIME_NONE ? G_MININT : get_month_index (find_month (self, time));
}

static void
add_list (BwMonths *self, const BwTable *table)
{
  const BwColumn *since = table != NULL ? bw_table_find (table, BW_FIELD_SINCE) : NULL;
  const BwColumn *until = table != NULL ? bw_table_find (table, BW_FIELD_UNTIL) : NULL;
  const BwBits *counted = table != NULL ? bw_table_get_counted (table) : NULL;
  gsize n_rows = table != NULL ? bw_table_get_n_rows (table) : 0;
  int first = G_MAXINT, last = G_MININT;
  g_autofree int *came = NULL;
  g_autofree int *left = NULL;

  for (gsize row = 0; since != NULL && row < n_rows; row++) {
    int from = bw_bits_has (counted, row) ? find_index (self, since, row) : G_MININT;
    if (from == G_MININT)
      continue;
    first = MIN (first, from);
    last = MAX (last, MAX (from, find_index (self, until, row)));
  }
  if (first > last)
    return;
  came = g_new0 (int, last - first + 1);
  left = g_new0 (int, last - first + 1);
  for (gsize row = 0; row < n_rows; row++) {
    int from = bw_bits_has (counted, row) ? find_index (self, since, row) : G_MININT;
    int to = find_index (self, until, row);
    if (from == G_MININT)
      continue;
    came[from - first]++;
    if (to >= from)
      left[to - first]++;
  }
  self->has_list = TRUE;
  set_counts (self, first, (guint) (last - first + 1), came, left);
}

/* --- Months ------------------------------------------------------------------------------------
 */

BwMonths *
bw_months_new (BwDataset *dataset, BwZone *zone)
{
  static const BwKind kinds[] = { BW_KIND_FINANCE, BW_KIND_AGENT_TIME };
  BwMonths *self = g_new0 (BwMonths, 1);

  self->zone = bw_zone_ref (zone);
  self->entries = g_hash_table_new_full (hash_key, keys_equal, NULL, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_table (self, bw_dataset_get_table (dataset, kinds[i]));
  add_list (self, bw_dataset_get_table (dataset, BW_KIND_CUSTOMERS));
  if (!self->has_list)
    add_table (self, bw_dataset_get_table (dataset, BW_KIND_CUSTOMER_COUNTS));
  return self;
}

void
bw_months_free (BwMonths *self)
{
  bw_zone_unref (self->zone);
  g_hash_table_unref (self->entries);
  g_free (self);
}

double
bw_months_get (const BwMonths *self, gint64 month, BwFieldId field)
{
  const Key key = { month, field };
  const Entry *entry = g_hash_table_lookup (self->entries, &key);

  return entry != NULL ? entry->value : NAN;
}

double
bw_months_get_counted (const BwMonths *self,
                       const BwSettings *settings,
                       gint64 month,
                       BwFieldId field)
{
  double typed = bw_settings_get_input (settings, month, field);

  if (!isnan (typed))
    return typed;
  if (field == BW_FIELD_AMOUNT && bw_typed_has_cost_part (settings, month) &&
      isnan (bw_months_get (self, month, BW_FIELD_COST_TRAINING)) &&
      isnan (bw_months_get (self, month, BW_FIELD_COST_SALARIES)) &&
      isnan (bw_months_get (self, month, BW_FIELD_COST_INFRASTRUCTURE)))
    return NAN;
  return bw_months_get (self, month, field);
}

gboolean
bw_months_has (const BwMonths *self, BwFieldId field)
{
  return self->fields[field];
}

gboolean
bw_months_has_list (const BwMonths *self)
{
  return self->has_list;
}
