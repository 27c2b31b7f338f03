/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes and frees packed columns. */
#include "config.h"

#include "bw-column.h"
#include "bw-large.h"

gsize
bw_store_width (BwStore store)
{
  switch (store) {
  case BW_STORE_NONE:
    return 0;
  case BW_STORE_CODE8:
    return 1;
  case BW_STORE_CODE16:
    return 2;
  case BW_STORE_TIME:
  case BW_STORE_INT:
  case BW_STORE_CODE32:
    return 4;
  case BW_STORE_DOUBLE:
    return 8;
  }
  g_return_val_if_reached (0);
}

BwStore
bw_store_for_codes (gsize n_texts)
{
  if (n_texts <= G_MAXUINT8)
    return BW_STORE_CODE8;
  return n_texts <= G_MAXUINT16 ? BW_STORE_CODE16 : BW_STORE_CODE32;
}

BwColumn *
bw_column_new (BwFieldId field, const char *header, int index, BwStore store, gsize n_rows)
{
  gsize width = bw_store_width (store);
  BwColumn *column = g_new (BwColumn, 1);
  *column = (BwColumn) {
    .field = field,
    .header = g_strdup (header ? header : ""),
    .index = index,
    .store = store,
    .values = width > 0 ? bw_large_new (n_rows + 1, width) : NULL,
    .scale_low = NAN,
    .scale_high = NAN,
  };
  return column;
}

void
bw_column_free (BwColumn *column)
{
  if (!column)
    return;
  g_clear_pointer (&column->dictionary, bw_dictionary_unref);
  bw_large_free (column->values);
  bw_large_free (column->numbers);
  g_free (column->header);
  g_free (column);
}
