/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab-separated or CSV text of rows. */
#include "config.h"

#include <string.h>

#include "bw-csv.h"
#include "bw-row-copy.h"
#include "bw-row-words.h"

/* Signed numbers are none. */
static gboolean
looks_like_formula (const char *text)
{
  if (*text == '+' || *text == '-')
    return text[1 + strspn (text + 1, "0123456789.,: ")] != '\0';
  return *text == '=' || *text == '@';
}

/* Neither tabs nor line ends can be within a cell. */
static void
append_tabbed (GString *out, const char *text)
{
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    g_string_append_c (out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
}

static void
append_cell (GString *out, const char *text, gboolean first, BwRowCopyFormat format)
{
  if (!first)
    g_string_append_c (out, format == BW_ROW_COPY_CSV ? ',' : '\t');
  if (format == BW_ROW_COPY_CSV)
    bw_csv_append_text (out, text, looks_like_formula (text) ? BW_CSV_GUARDED : BW_CSV_PLAIN);
  else
    append_tabbed (out, text);
}

char *
bw_row_copy (BwRowList *rows,
             GtkBitset *positions,
             const guint *columns,
             guint n_columns,
             BwRowCopyFormat format)
{
  BwTable *table = bw_row_list_get_table (rows);
  GString *out = g_string_new (NULL);
  const char *end = format == BW_ROW_COPY_CSV ? "\r\n" : "\n";
  GtkBitsetIter iter;
  guint position;

  for (guint c = 0; c < n_columns; c++)
    append_cell (out, bw_row_words_header (bw_table_get_column (table, columns[c])), c == 0,
                 format);
  g_string_append (out, end);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    g_auto (GStrv) texts = bw_table_dup_row (table, bw_row_list_get_row (rows, position));
    for (guint c = 0; c < n_columns; c++)
      append_cell (out, texts[columns[c]], c == 0, format);
    g_string_append (out, end);
  }
  return g_string_free_and_steal (out);
}
