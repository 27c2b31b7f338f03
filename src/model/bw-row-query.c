/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filter, period and words choose rows as a bit set; what is left is sorted. */
#include "config.h"

#include "bw-row-order.h"
#include "bw-row-query.h"

const BwColumn *
bw_row_query_find_date (const BwTable *table)
{
  static const BwFieldId dates[] = { BW_FIELD_CREATED, BW_FIELD_AT,    BW_FIELD_DATE,
                                     BW_FIELD_STARTED, BW_FIELD_ENDED, BW_FIELD_SINCE,
                                     BW_FIELD_RATED };
  g_return_val_if_fail (table, NULL);
  const BwColumn *rated = bw_table_find (table, BW_FIELD_RATED);
  if (bw_table_get_kind (table) == BW_KIND_RESPONSES && rated)
    return rated;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    const BwColumn *column = bw_table_find (table, dates[i]);
    if (column && column->store == BW_STORE_TIME)
      return column;
  }
  return NULL;
}

static void
keep_span (const BwTable *table, gint64 from, gint64 to, BwBits *rows)
{
  const BwColumn *date = bw_row_query_find_date (table);
  for (gsize w = 0; date && w < bw_bits_n_words (rows->n); w++)
    for (guint64 left = rows->words[w]; left; left &= left - 1) {
      gint64 time = bw_column_time (date, w * 64 + (gsize) __builtin_ctzll (left));
      if (time == BW_TIME_NONE || time < from || time >= to)
        rows->words[w] &= ~(left & -left);
    }
}

static guint32 *
list_rows (const BwBits *bits, gsize *n)
{
  *n = bw_bits_count (bits);
  guint32 *rows = g_new (guint32, *n + 1);
  gsize i = 0;
  for (gsize w = 0; w < bw_bits_n_words (bits->n); w++)
    for (guint64 left = bits->words[w]; left; left &= left - 1)
      rows[i++] = (guint32) (w * 64 + (gsize) __builtin_ctzll (left));
  return rows;
}

guint32 *
bw_row_query_run (const BwRowQuery *query,
                  const BwTable *table,
                  gsize *n,
                  GCancellable *cancellable,
                  BwRowProgress progress,
                  gpointer user_data)
{
  g_return_val_if_fail (query, NULL);
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (query->column < (int) bw_table_get_n_columns (table), NULL);
  g_return_val_if_fail (!query->rows || query->rows->n == bw_table_get_n_rows (table), NULL);
  g_autoptr (BwBits) bits = bw_bits_copy (query->rows ? query->rows : bw_table_get_counted (table));
  if (query->filter && !bw_filter_is_empty (query->filter)) {
    g_autoptr (BwBits) passed = bw_filter_select (query->filter, table);
    bw_bits_and (bits, passed);
  }
  if (query->from != BW_TIME_NONE)
    keep_span (table, query->from, query->to, bits);
  if (query->text && *query->text) {
    BwBits *found = bw_row_search (table, bits, query->text, cancellable, progress, user_data);
    if (!found)
      return NULL;
    bw_bits_free (bits);
    bits = found;
  }
  g_autofree guint32 *rows = list_rows (bits, n);
  if (query->column >= 0 &&
      !bw_row_order_sort (table, (guint) query->column, query->descending, rows, *n, cancellable))
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&rows);
}
