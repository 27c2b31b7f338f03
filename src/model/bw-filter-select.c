/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that meet the conditions of a filter: first which texts of a dictionary pass, then one
 * pass over the codes of the rows. */
#include "config.h"

#include <string.h>

#include "bw-filter.h"
#include "bw-parallel.h"
#include "bw-tags.h"

#define BLOCK_WORDS 1024 /* 65,536 rows */

/* --- Which texts are wanted ------------------------------------------------------------------- */

/* Does entry `code` of the dictionary have this value? */
typedef gboolean (*Matches) (const BwDictionary *dictionary,
                             guint32 code,
                             const BwField *field,
                             const char *value);

static gboolean
has_text (const BwDictionary *dictionary, guint32 code, const BwField *field, const char *value)
{
  return g_str_equal (bw_dictionary_get_text (dictionary, code), value);
}

static gboolean
has_folded_text (const BwDictionary *dictionary,
                 guint32 code,
                 const BwField *field,
                 const char *value)
{
  g_autofree char *wanted = g_utf8_casefold (value, -1);
  g_autofree char *text = g_utf8_casefold (bw_dictionary_get_text (dictionary, code), -1);
  return g_str_equal (wanted, text);
}

/* Our own words for the meaning of a text, "" for those that have none. */
static const char *
get_word (const BwField *field, double meaning)
{
  static const char *const priorities[] = { "", "low", "normal", "high", "urgent" };
  if (field->value == BW_VALUE_STATUS && meaning >= 0 && meaning < BW_STATUS_LAST)
    return bw_status_to_string ((BwStatus) meaning);
  if (field->value == BW_VALUE_PRIORITY && meaning >= 1 && meaning <= 4)
    return priorities[(int) meaning];
  if (field->value == BW_VALUE_FLAG && !isnan (meaning))
    return meaning > 0 ? "yes" : "no";
  if (field->value == BW_VALUE_VERDICT && !isnan (meaning))
    return meaning > 0 ? "met" : "breached";
  if (field->value == BW_VALUE_OUTCOME && !isnan (meaning))
    return meaning > 0 ? "answered" : "not-answered";
  return "";
}

static gboolean
has_meaning (const BwDictionary *dictionary, guint32 code, const BwField *field, const char *value)
{
  const char *word = get_word (field, bw_dictionary_get_meaning (dictionary, code));
  return g_ascii_strcasecmp (word, value) == 0;
}

static gboolean
has_tag (const BwDictionary *dictionary, guint32 code, const BwField *field, const char *value)
{
  BwTagIter iter;
  const char *tag;
  gsize length;
  bw_tag_iter_init (&iter, bw_dictionary_get_text (dictionary, code));
  while (bw_tag_iter_next (&iter, &tag, &length))
    if (strlen (value) == length && memcmp (tag, value, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_folded_tag (const BwDictionary *dictionary,
                guint32 code,
                const BwField *field,
                const char *value)
{
  g_auto (GStrv) tags = bw_tags_split (bw_dictionary_get_text (dictionary, code));
  g_autofree char *wanted = g_utf8_casefold (value, -1);
  for (char **tag = tags; *tag; tag++) {
    g_autofree char *folded = g_utf8_casefold (*tag, -1);
    if (g_str_equal (folded, wanted))
      return TRUE;
  }
  return FALSE;
}

/* passes[0] is for rows without a text, passes[1 + code] for the others. */
static gboolean
admit_where (Matches matches,
             const BwColumn *column,
             const BwField *field,
             const char *value,
             guint8 *passes)
{
  gboolean any = FALSE;
  for (guint32 c = 0; c < bw_dictionary_get_size (column->dictionary); c++) {
    if (matches (column->dictionary, c, field, value)) {
      passes[1 + (gsize) c] = TRUE;
      any = TRUE;
    }
  }
  return any;
}

/* A cell of tags that holds none is a row without a tag. */
static void
admit_empty (const BwColumn *column, const BwField *field, guint8 *passes)
{
  passes[0] = TRUE;
  if (field->value != BW_VALUE_TAGS)
    return;
  for (guint32 c = 0; c < bw_dictionary_get_size (column->dictionary); c++) {
    BwTagIter iter;
    const char *tag;
    gsize length;
    bw_tag_iter_init (&iter, bw_dictionary_get_text (column->dictionary, c));
    passes[1 + (gsize) c] |= !bw_tag_iter_next (&iter, &tag, &length);
  }
}

static void
admit (const BwColumn *column, const BwField *field, const char *value, guint8 *passes)
{
  if (*value == '\0')
    admit_empty (column, field, passes);
  else if (field->value == BW_VALUE_TAGS)
    (void) (admit_where (has_tag, column, field, value, passes) ||
            admit_where (has_folded_tag, column, field, value, passes));
  else
    (void) (admit_where (has_text, column, field, value, passes) ||
            admit_where (has_folded_text, column, field, value, passes) ||
            admit_where (has_meaning, column, field, value, passes));
}

/* --- Selecting rows --------------------------------------------------------------------------- */

typedef struct {
  const BwColumn *column;
  guint8 *passes;
} Condition;

typedef struct {
  gsize n_conditions;
  Condition conditions[BW_FIELD_LAST];
  BwBits *rows; /* in: the counted ones */
} Selection;

#define DEFINE_PASS(width)                                                                         \
  static inline guint64 pass_##width (const guint##width *codes, const guint8 *passes, gsize n)    \
  {                                                                                                \
    guint64 word = 0;                                                                              \
    for (gsize i = 0; i < n; i++)                                                                  \
      word |= (guint64) passes[codes[i]] << i;                                                     \
    return word;                                                                                   \
  }

DEFINE_PASS (8)
DEFINE_PASS (16)
DEFINE_PASS (32)

/* Which of n <= 64 rows pass. */
static guint64
pass_rows (const Condition *condition, gsize first, gsize n)
{
  const void *codes = condition->column->values;
  switch (condition->column->store) {
  case BW_STORE_CODE8:
    return pass_8 ((const guint8 *) codes + first, condition->passes, n);
  case BW_STORE_CODE16:
    return pass_16 ((const guint16 *) codes + first, condition->passes, n);
  default:
    return pass_32 ((const guint32 *) codes + first, condition->passes, n);
  }
}

static void
select_block_cb (guint block, int worker, gpointer user_data)
{
  Selection *selection = user_data;
  BwBits *rows = selection->rows;
  gsize first = (gsize) block * BLOCK_WORDS;
  gsize last = MIN (first + BLOCK_WORDS, bw_bits_n_words (rows->n));
  for (gsize c = 0; c < selection->n_conditions; c++)
    for (gsize w = first; w < last; w++)
      if (rows->words[w] != 0)
        rows->words[w] &= pass_rows (&selection->conditions[c], w * 64, MIN (rows->n - w * 64, 64));
}

/* FALSE when no row can pass. */
static gboolean
add_condition (const BwFilter *self, const BwTable *table, BwFieldId field, Selection *selection)
{
  const BwColumn *column = bw_table_find (table, field);
  if (!column || !bw_store_is_code (column->store))
    return FALSE;
  guint8 *passes = g_malloc0 (bw_dictionary_get_size (column->dictionary) + 1);
  for (const char *const *value = bw_filter_get_values (self, field); *value; value++)
    admit (column, bw_field_get (field), *value, passes);
  selection->conditions[selection->n_conditions++] = (Condition) { column, passes };
  return TRUE;
}

BwBits *
bw_filter_select (const BwFilter *self, const BwTable *table)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail (table, NULL);
  Selection selection = { .n_conditions = 0 };
  gboolean possible = TRUE;
  const BwFieldId *field = bw_filter_get_fields (self);
  for (; *field != BW_FIELD_NONE && possible; field++)
    possible = add_condition (self, table, *field, &selection);

  if (possible) {
    selection.rows = bw_bits_copy (bw_table_get_counted (table));
    gsize n_words = selection.n_conditions ? bw_bits_n_words (selection.rows->n) : 0;
    bw_parallel_for ((guint) ((n_words + BLOCK_WORDS - 1) / BLOCK_WORDS), NULL, select_block_cb,
                     &selection);
  } else {
    selection.rows = bw_bits_new (bw_table_get_n_rows (table), FALSE);
  }
  for (gsize c = 0; c < selection.n_conditions; c++)
    g_free (selection.conditions[c].passes);
  return selection.rows;
}
