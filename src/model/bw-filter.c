/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on fields, and the rows that meet them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-filter.h"
#include "bw-parallel.h"
#include "bw-tags.h"

#define BLOCK_WORDS 1024 /* 65,536 rows */

struct _BwFilter {
  /* Owned */
  GStrv values[BW_FIELD_LAST]; /* NULL = no condition; sorted, distinct, not empty */
  BwFieldId fields[BW_FIELD_LAST];
};

G_DEFINE_BOXED_TYPE (BwFilter, bw_filter, bw_filter_ref, bw_filter_unref)

static void
free_filter (gpointer mem)
{
  BwFilter *filter = mem;
  for (guint f = 0; f < BW_FIELD_LAST; f++)
    g_strfreev (filter->values[f]);
}

BwFilter *
bw_filter_new (void)
{
  return g_atomic_rc_box_new0 (BwFilter);
}

BwFilter *
bw_filter_ref (BwFilter *filter)
{
  return g_atomic_rc_box_acquire (filter);
}

void
bw_filter_unref (BwFilter *filter)
{
  g_atomic_rc_box_release_full (filter, free_filter);
}

static int
compare_values (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* NULL when there are none. */
static GStrv
sort_values (const char *const *values)
{
  gsize n = values ? g_strv_length ((GStrv) values) : 0;
  if (n == 0)
    return NULL;
  g_autofree const char **sorted = g_memdup2 (values, n * sizeof (char *));
  qsort (sorted, n, sizeof (char *), compare_values);
  g_autoptr (GStrvBuilder) distinct = g_strv_builder_new ();
  for (gsize i = 0; i < n; i++)
    if (i == 0 || !g_str_equal (sorted[i], sorted[i - 1]))
      g_strv_builder_add (distinct, sorted[i]);
  return g_strv_builder_end (distinct);
}

BwFilter *
bw_filter_with (const BwFilter *self, BwFieldId field, const char *const *values)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail (field > BW_FIELD_NONE && field < BW_FIELD_LAST, NULL);
  BwFilter *copy = bw_filter_new ();
  guint n = 0;
  for (BwFieldId f = BW_FIELD_NONE + 1; f < BW_FIELD_LAST; f++) {
    copy->values[f] = f == field ? sort_values (values) : g_strdupv (self->values[f]);
    if (copy->values[f])
      copy->fields[n++] = f;
  }
  return copy;
}

gboolean
bw_filter_is_empty (const BwFilter *self)
{
  g_return_val_if_fail (self, TRUE);
  return self->fields[0] == BW_FIELD_NONE;
}

gboolean
bw_filter_equal (const BwFilter *a, const BwFilter *b)
{
  g_return_val_if_fail (a && b, FALSE);
  if (memcmp (a->fields, b->fields, sizeof (a->fields)) != 0)
    return FALSE;
  for (const BwFieldId *field = a->fields; *field != BW_FIELD_NONE; field++)
    if (!g_strv_equal ((const char *const *) a->values[*field],
                       (const char *const *) b->values[*field]))
      return FALSE;
  return TRUE;
}

const BwFieldId *
bw_filter_get_fields (const BwFilter *self)
{
  g_return_val_if_fail (self, NULL);
  return self->fields;
}

const char *const *
bw_filter_get_values (const BwFilter *self, BwFieldId field)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail ((guint) field < BW_FIELD_LAST, NULL);
  return (const char *const *) self->values[field];
}

/* --- Parsing ---------------------------------------------------------------------------------- */

static void
add_value (GStrvBuilder *values, GString *value)
{
  g_strv_builder_take (values, g_strstrip (g_strdup (value->str)));
  g_string_truncate (value, 0);
}

static void
add_values (GStrvBuilder *values, const char *text)
{
  g_autoptr (GString) value = g_string_new (NULL);
  for (; *text; text++) {
    if (*text == ',') {
      add_value (values, value);
      continue;
    }
    if (*text == '\\' && (text[1] == ',' || text[1] == '\\'))
      text++;
    g_string_append_c (value, *text);
  }
  add_value (values, value);
}

BwFilter *
bw_filter_parse (const BwFilter *self, const char *text, GError **error)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail (text, NULL);
  const char *equals = strchr (text, '=');
  if (!equals) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("“%s” is not a filter: it is written FIELD=VALUE[,VALUE…]"), text);
    return NULL;
  }
  g_autofree char *name = g_strstrip (g_strndup (text, (gsize) (equals - text)));
  const BwField *field = bw_field_find (name);
  if (!field || !(bw_field_is_dimension (field) || field->value == BW_VALUE_RATING)) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _ ("There is no field “%s” to filter by"), name);
    return NULL;
  }
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  if (self->values[field->id])
    g_strv_builder_addv (builder, (const char **) self->values[field->id]);
  add_values (builder, equals + 1);
  g_auto (GStrv) values = g_strv_builder_end (builder);
  return bw_filter_with (self, field->id, (const char *const *) values);
}

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

#define PASS_WORD(type)                                                                            \
  {                                                                                                \
    const type *codes = (const type *) condition->column->values + first;                          \
    for (gsize i = 0; i < n; i++)                                                                  \
      word |= (guint64) condition->passes[codes[i]] << i;                                          \
    return word;                                                                                   \
  }

/* Which of n <= 64 rows pass. */
static inline guint64
pass_rows (const Condition *condition, gsize first, gsize n)
{
  guint64 word = 0;
  switch (condition->column->store) {
  case BW_STORE_CODE8:
    PASS_WORD (guint8)
  case BW_STORE_CODE16:
    PASS_WORD (guint16)
  default:
    PASS_WORD (guint32)
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
  for (char **value = self->values[field]; *value; value++)
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
  for (const BwFieldId *field = self->fields; *field != BW_FIELD_NONE && possible; field++)
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
