/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key of 64 bits a row, sorted byte by byte; long texts are compared as a whole only where their
 * keys are the same. */
#include "config.h"

#include <string.h>

#include "bw-letters.h"
#include "bw-parallel.h"
#include "bw-row-order.h"

#define BLOCK 16384
#define NO_VALUE G_MAXUINT64

typedef struct {
  guint64 key;
  guint32 row;
  guint32 place; /* in the order that was given */
} Entry;

/* The keys of the texts of one block, one after the other. */
typedef struct {
  GString *keys;
  guint32 *starts; /* one more than rows */
} Texts;

typedef struct {
  /* Borrowed */
  const BwTable *table;
  const BwColumn *column;
  guint index;
  const guint32 *rows;
  gsize n;
  gboolean descending;

  /* Owned */
  Entry *entries;
  guint32 *ranks; /* of codes */
  Texts *texts;   /* one a block, of columns that stay in the file; else NULL */
  gsize shared;   /* bytes with which all texts begin */
} Sort;

/* --- Keys of values --------------------------------------------------------------------------- */

static guint64
key_of_int (gint32 value)
{
  return value == BW_MISSING ? NO_VALUE : (guint32) value ^ 0x80000000u;
}

static guint64
key_of_double (double value)
{
  guint64 bits;
  if (isnan (value))
    return NO_VALUE;
  memcpy (&bits, &value, sizeof (bits));
  return bits >> 63 ? ~bits : bits | G_GUINT64_CONSTANT (1) << 63;
}

typedef struct {
  guint32 code;
  double meaning; /* 0 when words do not stand for numbers */
  char *key;
} Word;

static int
compare_words (const void *a, const void *b)
{
  const Word *first = a;
  const Word *second = b;
  if (first->meaning != second->meaning)
    return first->meaning < second->meaning ? -1 : 1;
  int order = strcmp (first->key, second->key);
  return order ? order : (first->code > second->code) - (first->code < second->code);
}

static gboolean
is_sorted_by_meaning (BwFieldId id)
{
  const BwField *field = bw_field_get (id);
  return field && (field->value == BW_VALUE_PRIORITY || field->value == BW_VALUE_RATING);
}

/* Words without a meaning come after those that have one. */
static guint32 *
rank_codes (const BwColumn *column)
{
  gsize n = bw_dictionary_get_size (column->dictionary);
  gboolean by_meaning = is_sorted_by_meaning (column->field);
  g_autofree Word *words = g_new (Word, n + 1);
  g_autoptr (GString) key = g_string_new (NULL);
  for (gsize i = 0; i < n; i++) {
    guint32 code = (guint32) i;
    const char *text = bw_dictionary_get_text (column->dictionary, code);
    double meaning = bw_dictionary_get_meaning (column->dictionary, code);
    g_string_truncate (key, 0);
    bw_letters_append_key (key, text, strlen (text));
    words[i] = (Word) { code,
                        !by_meaning       ? 0
                        : isnan (meaning) ? HUGE_VAL
                                          : meaning,
                        g_strndup (key->str, key->len) };
  }
  qsort (words, n, sizeof (Word), compare_words);
  guint32 *ranks = g_new (guint32, n + 1);
  for (gsize i = 0; i < n; i++) {
    ranks[1 + words[i].code] = (guint32) i;
    g_free (words[i].key);
  }
  return ranks;
}

static guint64
key_of_value (const Sort *sort, gsize row)
{
  const BwColumn *column = sort->column;
  switch (column->store) {
  case BW_STORE_TIME:
  case BW_STORE_INT:
    return key_of_int (bw_column_int (column, row));
  case BW_STORE_DOUBLE:
    return key_of_double (((const double *) column->values)[row]);
  default: {
    guint32 code = bw_column_code (column, row);
    return code ? sort->ranks[code] : NO_VALUE;
  }
  }
}

static void
fill_values_cb (guint block, int worker, gpointer user_data)
{
  Sort *sort = user_data;
  gsize last = MIN (sort->n, ((gsize) block + 1) * BLOCK);
  for (gsize i = (gsize) block * BLOCK; i < last; i++) {
    guint64 key = key_of_value (sort, sort->rows[i]);
    sort->entries[i] = (Entry) { sort->descending && key != NO_VALUE ? ~key - 1 : key,
                                 sort->rows[i], (guint32) i };
  }
}

/* --- Keys of texts ---------------------------------------------------------------------------- */

static void
read_texts_cb (guint block, int worker, gpointer user_data)
{
  Sort *sort = user_data;
  Texts *texts = &sort->texts[block];
  gsize first = (gsize) block * BLOCK;
  gsize n = MIN (sort->n - first, BLOCK);
  g_autoptr (GString) text = g_string_new (NULL);
  texts->keys = g_string_sized_new (n * 16);
  texts->starts = g_new (guint32, n + 1);
  for (gsize i = 0; i < n; i++) {
    g_string_truncate (text, 0);
    bw_table_read_text (sort->table, sort->rows[first + i], sort->index, text);
    texts->starts[i] = (guint32) texts->keys->len;
    bw_letters_append_key (texts->keys, text->str, text->len);
  }
  texts->starts[n] = (guint32) texts->keys->len;
}

static const char *
get_key (const Sort *sort, gsize place, gsize *length)
{
  const Texts *texts = &sort->texts[place / BLOCK];
  const guint32 *start = &texts->starts[place % BLOCK];
  *length = start[1] - start[0];
  return texts->keys->str + start[0];
}

/* With how many bytes do all texts begin? Rows without a text do not count. */
static gsize
find_shared (const Sort *sort)
{
  const char *model = NULL;
  gsize shared = 0;
  for (gsize i = 0; i < sort->n && (!model || shared > 0); i++) {
    gsize length;
    const char *key = get_key (sort, i, &length);
    if (length == 0)
      continue;
    if (!model) {
      model = key;
      shared = length;
    }
    gsize same = 0;
    while (same < MIN (shared, length) && key[same] == model[same])
      same++;
    shared = same;
  }
  return shared;
}

/* The eight bytes after those that all texts share. */
static guint64
key_of_text (const Sort *sort, gsize place)
{
  gsize length;
  const char *key = get_key (sort, place, &length);
  guint64 bits = 0;
  if (length == 0)
    return NO_VALUE;
  for (gsize i = 0; i < sizeof (bits); i++)
    bits = bits << 8 | (sort->shared + i < length ? (guchar) key[sort->shared + i] : 0);
  return MIN (bits, NO_VALUE - 1);
}

static void
fill_texts_cb (guint block, int worker, gpointer user_data)
{
  Sort *sort = user_data;
  gsize last = MIN (sort->n, ((gsize) block + 1) * BLOCK);
  for (gsize i = (gsize) block * BLOCK; i < last; i++) {
    guint64 key = key_of_text (sort, i);
    sort->entries[i] = (Entry) { sort->descending && key != NO_VALUE ? ~key - 1 : key,
                                 sort->rows[i], (guint32) i };
  }
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sort *sort = user_data;
  const Entry *first = a;
  const Entry *second = b;
  gsize n_first, n_second;
  const char *x = get_key (sort, first->place, &n_first);
  const char *y = get_key (sort, second->place, &n_second);
  int order = memcmp (x, y, MIN (n_first, n_second));
  if (order == 0)
    order = (n_first > n_second) - (n_first < n_second);
  if (order != 0)
    return sort->descending ? -order : order;
  return (first->place > second->place) - (first->place < second->place);
}

/* Rows whose keys are the same may differ further on. */
static void
sort_ties (Sort *sort, GCancellable *cancellable)
{
  for (gsize i = 0, end; i < sort->n && !g_cancellable_is_cancelled (cancellable); i = end) {
    for (end = i + 1; end < sort->n && sort->entries[end].key == sort->entries[i].key; end++)
      ;
    if (end - i > 1 && sort->entries[i].key != NO_VALUE)
      g_sort_array (sort->entries + i, end - i, sizeof (Entry), compare_texts, sort);
  }
}

/* --- Sorting ---------------------------------------------------------------------------------- */

/* One stable pass; FALSE when all keys have the same byte there, and nothing was moved. */
static gboolean
deal_by_byte (const Entry *from, Entry *to, gsize n, guint shift)
{
  gsize starts[256] = { 0 };
  for (gsize i = 0; i < n; i++)
    starts[from[i].key >> shift & 255]++;
  if (starts[from[0].key >> shift & 255] == n)
    return FALSE;
  gsize before = 0;
  for (guint b = 0; b < 256; b++) {
    gsize count = starts[b];
    starts[b] = before;
    before += count;
  }
  for (gsize i = 0; i < n; i++)
    to[starts[from[i].key >> shift & 255]++] = from[i];
  return TRUE;
}

static void
sort_entries (Sort *sort, GCancellable *cancellable)
{
  Entry *other = g_new (Entry, sort->n);
  for (guint shift = 0; shift < 64 && !g_cancellable_is_cancelled (cancellable); shift += 8)
    if (deal_by_byte (sort->entries, other, sort->n, shift)) {
      Entry *dealt = other;
      other = sort->entries;
      sort->entries = dealt;
    }
  g_free (other);
}

static void
fill_entries (Sort *sort, GCancellable *cancellable)
{
  guint n_blocks = (guint) ((sort->n + BLOCK - 1) / BLOCK);
  if (sort->column->store != BW_STORE_NONE) {
    bw_parallel_for (n_blocks, cancellable, fill_values_cb, sort);
    return;
  }
  sort->texts = g_new0 (Texts, n_blocks);
  bw_parallel_for (n_blocks, cancellable, read_texts_cb, sort);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  sort->shared = find_shared (sort);
  bw_parallel_for (n_blocks, cancellable, fill_texts_cb, sort);
}

static void
clear_sort (Sort *sort)
{
  for (gsize b = 0; sort->texts && b * BLOCK < sort->n; b++) {
    if (sort->texts[b].keys)
      g_string_free (sort->texts[b].keys, TRUE);
    g_free (sort->texts[b].starts);
  }
  g_free (sort->texts);
  g_free (sort->ranks);
  g_free (sort->entries);
}

gboolean
bw_row_order_sort (const BwTable *table,
                   guint column,
                   gboolean descending,
                   guint32 *rows,
                   gsize n,
                   GCancellable *cancellable)
{
  g_return_val_if_fail (table, FALSE);
  g_return_val_if_fail (column < bw_table_get_n_columns (table), FALSE);
  if (n == 0)
    return TRUE;
  Sort sort = { .table = table,
                .column = bw_table_get_column (table, column),
                .index = column,
                .rows = rows,
                .n = n,
                .descending = descending,
                .entries = g_new0 (Entry, n) };
  if (bw_store_is_code (sort.column->store))
    sort.ranks = rank_codes (sort.column);
  fill_entries (&sort, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    sort_entries (&sort, cancellable);
  if (sort.texts && !g_cancellable_is_cancelled (cancellable))
    sort_ties (&sort, cancellable);
  gboolean done = !g_cancellable_is_cancelled (cancellable);
  for (gsize i = 0; done && i < n; i++)
    rows[i] = sort.entries[i].row;
  clear_sort (&sort);
  return done;
}
