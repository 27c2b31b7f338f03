/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are looked for once in each text of a dictionary, and once in each row in the texts that
 * stay in the file. */
#include "config.h"

#include <string.h>

#include "bw-letters.h"
#include "bw-parallel.h"
#include "bw-row-query.h"

#define BLOCK_WORDS 64 /* 4,096 rows */
#define MOST_WORDS 8

static const BwFieldId searched[] = {
  BW_FIELD_ID,   BW_FIELD_TICKET_ID, BW_FIELD_SUBJECT,      BW_FIELD_REQUESTER, BW_FIELD_EMAIL,
  BW_FIELD_TAG,  BW_FIELD_AGENT,     BW_FIELD_ORGANISATION, BW_FIELD_COMMENT,   BW_FIELD_AUTHOR,
  BW_FIELD_BODY, BW_FIELD_ARTICLE,   BW_FIELD_QUESTION,
};

/* Which words are in the texts of a column. */
typedef struct {
  const BwColumn *column;
  guint8 *found; /* by code, a bit a word */
} Coded;

typedef struct {
  /* Borrowed */
  const BwTable *table;
  BwRowProgress progress;
  gpointer user_data;

  /* Owned */
  GStrv words;
  guint8 all; /* a bit a word */
  GArray *coded;
  GArray *read; /* guint: columns that are read in the file */
  BwBits *rows;
  guint n_blocks;
  int n_done; /* atomic */
} Search;

/* --- Words ------------------------------------------------------------------------------------ */

/* More words than there are bits are not looked for. */
static void
split_words (Search *search, const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  bw_letters_append (plain, text, strlen (text));
  g_auto (GStrv) parts = g_strsplit_set (plain->str, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;
  for (char **part = parts; *part && n < MOST_WORDS; part++) {
    if (**part == '\0')
      continue;
    g_strv_builder_add (words, *part);
    search->all |= (guint8) (1u << n++);
  }
  search->words = g_strv_builder_end (words);
}

static guint8
find_words (const Search *search, const char *plain)
{
  guint8 found = 0;
  for (guint w = 0; search->words[w]; w++)
    if (strstr (plain, search->words[w]))
      found |= (guint8) (1u << w);
  return found;
}

/* --- Columns ---------------------------------------------------------------------------------- */

static guint8 *
look_up_words (const Search *search, const BwDictionary *dictionary)
{
  gsize n = bw_dictionary_get_size (dictionary);
  guint8 *found = g_malloc0 (n + 1);
  g_autoptr (GString) plain = g_string_new (NULL);
  for (gsize i = 0; i < n; i++) {
    const char *text = bw_dictionary_get_text (dictionary, (guint32) i);
    g_string_truncate (plain, 0);
    bw_letters_append (plain, text, strlen (text));
    found[i + 1] = find_words (search, plain->str);
  }
  return found;
}

static void
add_column (Search *search, guint index)
{
  const BwColumn *column = bw_table_get_column (search->table, index);
  if (bw_store_is_code (column->store)) {
    Coded coded = { column, look_up_words (search, column->dictionary) };
    g_array_append_val (search->coded, coded);
  } else {
    g_array_append_val (search->read, index);
  }
}

static gboolean
is_searched (BwFieldId field)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (searched[i] == field)
      return TRUE;
  return FALSE;
}

static void
choose_columns (Search *search)
{
  guint n = bw_table_get_n_columns (search->table);
  gboolean any = FALSE;
  for (guint c = 0; c < n; c++)
    any |= is_searched (bw_table_get_column (search->table, c)->field);
  for (guint c = 0; c < n; c++)
    if (!any || is_searched (bw_table_get_column (search->table, c)->field))
      add_column (search, c);
}

/* --- Rows ------------------------------------------------------------------------------------- */

static gboolean
matches (const Search *search, gsize row, GString *text, GString *plain)
{
  guint8 found = 0;
  for (guint i = 0; i < search->coded->len && found != search->all; i++) {
    const Coded *coded = &g_array_index (search->coded, Coded, i);
    found |= coded->found[bw_column_code (coded->column, row)];
  }
  if (found == search->all || search->read->len == 0)
    return found == search->all;
  g_string_truncate (text, 0);
  g_string_truncate (plain, 0);
  bw_table_read_texts (search->table, row, (const guint *) search->read->data, search->read->len,
                       text);
  bw_letters_append (plain, text->str, text->len);
  return (found | find_words (search, plain->str)) == search->all;
}

static void
search_block_cb (guint block, int worker, gpointer user_data)
{
  Search *search = user_data;
  BwBits *rows = search->rows;
  gsize first = (gsize) block * BLOCK_WORDS;
  gsize last = MIN (first + BLOCK_WORDS, bw_bits_n_words (rows->n));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);
  for (gsize w = first; w < last; w++)
    for (guint64 left = rows->words[w]; left; left &= left - 1) {
      guint64 bit = left & -left;
      if (!matches (search, w * 64 + (gsize) __builtin_ctzll (left), text, plain))
        rows->words[w] &= ~bit;
    }
  int done = g_atomic_int_add (&search->n_done, 1) + 1;
  if (search->progress)
    search->progress ((double) done / search->n_blocks, search->user_data);
}

static void
clear_search (Search *search)
{
  for (guint i = 0; i < search->coded->len; i++)
    g_free (g_array_index (search->coded, Coded, i).found);
  g_array_unref (search->coded);
  g_array_unref (search->read);
  g_strfreev (search->words);
}

BwBits *
bw_row_search (const BwTable *table,
               const BwBits *rows,
               const char *text,
               GCancellable *cancellable,
               BwRowProgress progress,
               gpointer user_data)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (rows && rows->n == bw_table_get_n_rows (table), NULL);
  g_return_val_if_fail (text, NULL);
  Search search = { .table = table,
                    .progress = progress,
                    .user_data = user_data,
                    .coded = g_array_new (FALSE, FALSE, sizeof (Coded)),
                    .read = g_array_new (FALSE, FALSE, sizeof (guint)),
                    .rows = bw_bits_copy (rows) };
  split_words (&search, text);
  choose_columns (&search);
  search.n_blocks = (guint) ((bw_bits_n_words (rows->n) + BLOCK_WORDS - 1) / BLOCK_WORDS);
  if (search.all != 0)
    bw_parallel_for (search.n_blocks, cancellable, search_block_cb, &search);
  clear_search (&search);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&search.rows, bw_bits_free);
  return search.rows;
}
