/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed numbers as rows: one a month, a column for each field that has a number. */
#include "config.h"

#include "bw-typed.h"
#include <math.h>
#include <string.h>

gboolean
bw_typed_is_of (BwKind kind)
{
  return kind == BW_KIND_FINANCE || kind == BW_KIND_CUSTOMER_COUNTS || kind == BW_KIND_AGENT_TIME;
}

static gboolean
belongs (const BwInput *input, BwKind kind)
{
  const BwField *field = bw_field_get (input->field);

  return field != NULL && (field->kinds >> kind & 1) != 0;
}

/* Of the numbers of that kind: the months, ascending. */
static GArray *
list_months (GArray *inputs, BwKind kind)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < inputs->len; i++) {
    const BwInput *input = &g_array_index (inputs, BwInput, i);
    if (belongs (input, kind) &&
        (months->len == 0 || g_array_index (months, gint64, months->len - 1) != input->month))
      g_array_append_val (months, input->month);
  }
  return months;
}

static BwStore
choose_store (BwFieldId field)
{
  return bw_field_get (field)->value == BW_VALUE_NUMBER ? BW_STORE_DOUBLE : BW_STORE_INT;
}

static void
set_number (BwColumn *column, gsize row, double value)
{
  if (column->store == BW_STORE_DOUBLE)
    ((double *) column->values)[row] = value;
  else
    ((gint32 *) column->values)[row] = isnan (value) ? BW_MISSING : (gint32) lround (value);
  column->n_present += !isnan (value);
}

static BwColumn *
make_column (const BwSettings *settings, BwFieldId field, GArray *months)
{
  BwColumn *column =
      bw_column_new (field, bw_field_get_title (field), -1, choose_store (field), months->len);

  for (guint i = 0; i < months->len; i++)
    set_number (column, i,
                bw_settings_get_input (settings, g_array_index (months, gint64, i), field));
  return column;
}

static BwColumn *
make_dates (GArray *months, BwZone *zone)
{
  BwColumn *column = bw_column_new (BW_FIELD_DATE, bw_field_get_title (BW_FIELD_DATE), -1,
                                    BW_STORE_TIME, months->len);

  for (guint i = 0; i < months->len; i++)
    ((gint32 *) column->values)[i] =
        (gint32) (bw_day_start (g_array_index (months, gint64, i), zone) - BW_TIME_ORIGIN);
  column->n_present = months->len;
  return column;
}

static BwTable *
make_table (const BwSettings *settings, BwKind kind, GArray *months, BwZone *zone)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);

  g_ptr_array_add (columns, make_dates (months, zone));
  for (BwFieldId field = BW_FIELD_NONE + 1; field < BW_FIELD_LAST; field++) {
    BwInput any = { 0, field, 0 };
    g_autoptr (BwColumn) column = NULL;
    if (field == BW_FIELD_DATE || !belongs (&any, kind) ||
        (bw_field_get (field)->value != BW_VALUE_NUMBER &&
         bw_field_get (field)->value != BW_VALUE_COUNT &&
         bw_field_get (field)->value != BW_VALUE_DURATION))
      continue;
    column = make_column (settings, field, months);
    if (column->n_present > 0)
      g_ptr_array_add (columns, g_steal_pointer (&column));
  }
  return bw_table_new (kind, months->len, columns, NULL, NULL);
}

static gint64
find_month (const BwColumn *date, gsize row, BwZone *zone)
{
  gint64 time = bw_column_time (date, row);

  return time == BW_TIME_NONE ? G_MININT64
                              : bw_day_floor (bw_day_around (time, zone), BW_GRAIN_MONTH);
}

static const BwFieldId cost_parts[] = { BW_FIELD_COST_TRAINING, BW_FIELD_COST_SALARIES,
                                        BW_FIELD_COST_INFRASTRUCTURE };

gboolean
bw_typed_has_cost_part (const BwSettings *settings, gint64 month)
{
  for (guint i = 0; i < G_N_ELEMENTS (cost_parts); i++)
    if (!isnan (bw_settings_get_input (settings, month, cost_parts[i])))
      return TRUE;
  return FALSE;
}

/* The months of which the table has parts of the costs. */
static GHashTable *
find_parted_months (const BwTable *table, const BwColumn *date, BwZone *zone)
{
  GHashTable *months = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; date != NULL && i < G_N_ELEMENTS (cost_parts); i++) {
    const BwColumn *column = bw_table_find (table, cost_parts[i]);
    for (gsize row = 0; column != NULL && row < bw_table_get_n_rows (table); row++) {
      gint64 month = find_month (date, row, zone);
      if (!isnan (((const double *) column->values)[row]))
        g_hash_table_add (months, g_memdup2 (&month, sizeof month));
    }
  }
  return months;
}

/* What was typed counts instead of the same number of the file. Parts count instead of costs that
 * the file has as a whole only. */
static gboolean
is_typed (const BwSettings *settings, GHashTable *parted, gint64 month, BwFieldId field)
{
  if (!isnan (bw_settings_get_input (settings, month, field)))
    return TRUE;
  return field == BW_FIELD_AMOUNT && bw_typed_has_cost_part (settings, month) &&
         !g_hash_table_contains (parted, &month);
}

static void
replace_cells (BwColumn *column,
               const BwColumn *date,
               const BwSettings *settings,
               GHashTable *parted,
               BwZone *zone,
               gsize n_rows)
{
  for (gsize row = 0; row < n_rows; row++)
    if (is_typed (settings, parted, find_month (date, row, zone), column->field)) {
      column->n_present -= column->store == BW_STORE_DOUBLE
                               ? !isnan (((double *) column->values)[row])
                               : bw_column_int (column, row) != BW_MISSING;
      if (column->store == BW_STORE_DOUBLE)
        ((double *) column->values)[row] = NAN;
      else
        ((gint32 *) column->values)[row] = BW_MISSING;
    }
}

/* The table without the numbers that were typed instead: a new one, without texts of the file. */
static BwTable *
take_out (BwTable *table, const BwSettings *settings, BwZone *zone)
{
  gsize n_rows = bw_table_get_n_rows (table);
  const BwColumn *date = bw_table_find (table, BW_FIELD_DATE);
  g_autoptr (GHashTable) parted = find_parted_months (table, date, zone);
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++) {
    const BwColumn *from = bw_table_get_column (table, i);
    BwColumn *column;
    if (from->values == NULL)
      continue;
    column = bw_column_new (from->field, from->header, -1, from->store, n_rows);
    memcpy (column->values, from->values, n_rows * bw_store_width (from->store));
    column->dictionary = from->dictionary != NULL ? bw_dictionary_ref (from->dictionary) : NULL;
    column->scale_low = from->scale_low;
    column->scale_high = from->scale_high;
    column->n_present = from->n_present;
    if (date != NULL && (column->store == BW_STORE_DOUBLE || column->store == BW_STORE_INT))
      replace_cells (column, date, settings, parted, zone, n_rows);
    g_ptr_array_add (columns, column);
  }
  return bw_table_new (
      bw_table_get_kind (table), n_rows, columns, NULL,
      g_memdup2 (bw_table_get_asides (table), bw_table_get_asides (table) != NULL ? n_rows : 0));
}

BwTable *
bw_typed_join (BwTable *table, BwKind kind, const BwSettings *settings, BwZone *zone)
{
  g_autoptr (GArray) months = list_months (bw_settings_get_inputs (settings), kind);
  g_autoptr (BwTable) typed = NULL;
  g_autoptr (BwTable) rest = NULL;

  if (!bw_typed_is_of (kind) || months->len == 0)
    return table != NULL ? bw_table_ref (table) : NULL;
  typed = make_table (settings, kind, months, zone);
  if (table == NULL)
    return g_steal_pointer (&typed);
  rest = take_out (table, settings, zone);
  return bw_table_concat ((BwTable *const[]) { rest, typed }, 2);
}
