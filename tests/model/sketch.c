/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds tables from text, slowly and plainly. */
#include <stdlib.h>
#include <string.h>

#include "sketch.h"

#define MAX_COLUMNS 32

static const BwDialect dialect = { ',', '"' };

typedef struct {
  gsize n_columns;
  GPtrArray *rows; /* of GStrv */
  GArray *offsets; /* gint64 */
} Cells;

static GStrv
read_record (const char **at, const char *end)
{
  BwCellSpan spans[MAX_COLUMNS];
  gsize n = bw_record_read (*at, end, dialect, spans, MAX_COLUMNS, at);
  g_assert_cmpuint (n, <=, MAX_COLUMNS);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    bw_cell_decode (&spans[i], dialect, text);
    g_strv_builder_add (cells, text->str);
  }
  return g_strv_builder_end (cells);
}

static const char *
get_cell (const Cells *cells, gsize row, gsize column)
{
  GStrv texts = g_ptr_array_index (cells->rows, row);
  return column < g_strv_length (texts) ? texts[column] : "";
}

static double
get_meaning (const char *text)
{
  if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
    return *text == 'y';
  for (guint s = BW_STATUS_NONE + 1; s < BW_STATUS_LAST; s++)
    if (g_str_equal (text, bw_status_to_string ((BwStatus) s)))
      return s;
  char *end;
  double number = g_ascii_strtod (text, &end);
  return end > text && *end == '\0' ? number : NAN;
}

static BwDictionary *
make_dictionary (const Cells *cells, gsize column, guint32 *codes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  for (gsize row = 0; row < cells->rows->len; row++) {
    const char *text = get_cell (cells, row, column);
    guint found = 0;
    codes[row] = 0;
    if (*text == '\0')
      continue;
    if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &found)) {
      found = texts->len;
      g_ptr_array_add (texts, (char *) text);
    }
    codes[row] = found + 1;
  }
  g_autofree double *meanings = g_new (double, texts->len + 1);
  g_autofree guint32 *remap = g_new (guint32, texts->len + 1);
  for (guint i = 0; i < texts->len; i++)
    meanings[i] = get_meaning (g_ptr_array_index (texts, i));
  BwDictionary *dictionary =
      bw_dictionary_new ((const char *const *) texts->pdata, texts->len, meanings, remap);
  for (gsize row = 0; row < cells->rows->len; row++)
    codes[row] = codes[row] ? remap[codes[row] - 1] + 1 : 0;
  return dictionary;
}

static void
fill_codes (BwColumn *column, const Cells *cells, gsize index)
{
  gsize n = cells->rows->len;
  g_autofree guint32 *codes = g_new (guint32, n + 1);
  column->dictionary = make_dictionary (cells, index, codes);
  for (gsize row = 0; row < n; row++) {
    column->n_present += codes[row] != 0;
    ((guint8 *) column->values)[row] = (guint8) codes[row];
  }
}

static void
fill_numbers (BwColumn *column, const Cells *cells, gsize index)
{
  for (gsize row = 0; row < cells->rows->len; row++) {
    const char *text = get_cell (cells, row, index);
    column->n_present += *text != '\0';
    if (column->store == BW_STORE_DOUBLE)
      ((double *) column->values)[row] = *text ? g_ascii_strtod (text, NULL) : NAN;
    else
      ((gint32 *) column->values)[row] = *text ? atoi (text) : BW_MISSING;
  }
}

static BwStore
get_store (const BwField *field)
{
  switch (field ? field->value : BW_VALUE_TEXT) {
  case BW_VALUE_TEXT:
    return BW_STORE_NONE;
  case BW_VALUE_TIME:
    return BW_STORE_TIME;
  case BW_VALUE_DURATION:
  case BW_VALUE_COUNT:
    return BW_STORE_INT;
  case BW_VALUE_NUMBER:
    return BW_STORE_DOUBLE;
  default:
    return BW_STORE_CODE8;
  }
}

static BwColumn *
make_column (const char *header, const Cells *cells, gsize index)
{
  const BwField *field = bw_field_find (header);
  BwStore store = get_store (field);
  BwColumn *column = bw_column_new (field ? field->id : BW_FIELD_NONE, header, (int) index, store,
                                    cells->rows->len);
  if (bw_store_is_code (store))
    fill_codes (column, cells, index);
  else if (store != BW_STORE_NONE)
    fill_numbers (column, cells, index);
  return column;
}

static guint8 *
make_aside (const Cells *cells, gsize index)
{
  guint8 *aside = g_malloc0 (cells->rows->len + 1);
  for (gsize row = 0; row < cells->rows->len; row++)
    for (guint a = 1; a < BW_ASIDE_LAST; a++)
      if (g_str_equal (get_cell (cells, row, index), bw_aside_to_string ((BwAside) a)))
        aside[row] = (guint8) a;
  return aside;
}

BwTable *
sketch_table (BwKind kind, const char *text)
{
  const char *end = text + strlen (text);
  const char *at = text;
  g_auto (GStrv) headers = read_record (&at, end);
  Cells cells = { g_strv_length (headers) };
  cells.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  cells.offsets = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (at < end) {
    gint64 offset = at - text;
    g_array_append_val (cells.offsets, offset);
    g_ptr_array_add (cells.rows, read_record (&at, end));
  }

  GPtrArray *columns = g_ptr_array_new ();
  guint8 *aside = NULL;
  for (gsize c = 0; c < cells.n_columns; c++) {
    if (g_str_equal (headers[c], "aside"))
      aside = make_aside (&cells, c);
    else
      g_ptr_array_add (columns, make_column (headers[c], &cells, c));
  }
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  gsize n_rows = cells.rows->len;
  BwTablePart part = {
    .text = bw_text_new_from_bytes (bytes),
    .dialect = dialect,
    .n_rows = n_rows,
    .offsets = (gint64 *) (gpointer) g_array_free (cells.offsets, FALSE),
  };
  g_ptr_array_unref (cells.rows);
  return bw_table_new (kind, n_rows, columns, &part, aside);
}

BwSource *
sketch_source (const char *profile, BwKind kind, const char *text)
{
  BwSource *source = bw_source_new ("sketch.csv");
  source->profile = g_strdup (profile);
  source->kind = kind;
  source->table = sketch_table (kind, text);
  source->n_rows = (gint64) bw_table_get_n_rows (source->table);
  return source;
}

void
sketch_scale (BwTable *table, BwFieldId field, double low, double high)
{
  BwColumn *column = (BwColumn *) bw_table_find (table, field);
  g_assert_nonnull (column);
  column->scale_low = low;
  column->scale_high = high;
}

static void
append_cell (GString *out, const BwColumn *column, gsize row)
{
  guint32 code = bw_store_is_code (column->store) ? bw_column_code (column, row) : 0;
  double number = column->store == BW_STORE_DOUBLE ? ((const double *) column->values)[row] : NAN;
  gboolean whole = column->store == BW_STORE_TIME || column->store == BW_STORE_INT;
  if (code > 0)
    g_string_append (out, bw_dictionary_get_text (column->dictionary, code - 1));
  else if (whole && bw_column_int (column, row) != BW_MISSING)
    g_string_append_printf (out, "%d", bw_column_int (column, row));
  else if (!isnan (number))
    g_string_append_printf (out, "%g", number);
  else
    g_string_append_c (out, '-');
}

char *
sketch_column (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = bw_table_find (table, field);
  g_assert_nonnull (column);
  GString *out = g_string_new (NULL);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    g_string_append (out, row > 0 ? " " : "");
    append_cell (out, column, row);
  }
  return g_string_free_and_steal (out);
}

char *
sketch_bits (const BwBits *bits)
{
  GString *out = g_string_new (NULL);
  for (gsize row = 0; row < bits->n; row++)
    if (bw_bits_has (bits, row))
      g_string_append_printf (out, out->len > 0 ? " %zu" : "%zu", row);
  return g_string_free_and_steal (out);
}

char *
sketch_asides (const BwTable *table)
{
  GString *out = g_string_new (NULL);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++)
    g_string_append_printf (out, row > 0 ? " %s" : "%s",
                            bw_aside_to_string (bw_table_get_aside (table, row)));
  return g_string_free_and_steal (out);
}
