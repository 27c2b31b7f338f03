/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of dimensions, counted. */
#include "config.h"

#include "bw-facet.h"

/* The table whose rows are counted for a dimension, or NULL. */
static BwTable *
find_table (BwEngine *engine, BwFieldId field, const BwColumn **column)
{
  for (guint k = 0; k < BW_KIND_LAST; k++) {
    BwTable *table =
        bw_kind_is_gathered ((BwKind) k) ? NULL : bw_engine_get_table (engine, (BwKind) k);
    *column = table != NULL ? bw_table_find (table, field) : NULL;
    if (*column != NULL && (*column)->dictionary != NULL &&
        bw_dictionary_get_size ((*column)->dictionary) > 0)
      return table;
  }
  return NULL;
}

static void
count_row (const BwGrouping *grouping, gsize row, gint64 *counts)
{
  guint32 code = bw_column_code (grouping->column, row);

  if (grouping->starts == NULL) {
    counts[code]++;
    return;
  }
  for (guint32 i = grouping->starts[code]; i < grouping->starts[code + 1]; i++)
    counts[grouping->tags[i]]++;
}

static gint64 *
count_rows (const BwGrouping *grouping, const BwBits *rows)
{
  gint64 *counts = g_new0 (gint64, grouping->n);

  for (gsize w = 0; w < bw_bits_n_words (rows->n); w++)
    for (guint64 word = rows->words[w]; word != 0; word &= word - 1)
      count_row (grouping, 64 * w + (gsize) __builtin_ctzll (word), counts);
  return counts;
}

static int
compare_counts (const void *a, const void *b, void *counts)
{
  gint64 x = ((const gint64 *) counts)[*(const guint *) a];
  gint64 y = ((const gint64 *) counts)[*(const guint *) b];

  return x != y ? (x < y) - (x > y)
                : (*(const guint *) a > *(const guint *) b) -
                      (*(const guint *) a < *(const guint *) b);
}

static BwFacet *
facet_new (BwTable *table, const BwColumn *column, BwFieldId field, BwPseudonyms *pseudonyms)
{
  BwFacet *facet = g_new0 (BwFacet, 1);
  g_autofree gint64 *counts = NULL;

  facet->field = field;
  facet->table = bw_table_ref (table);
  facet->pseudonyms = pseudonyms != NULL ? bw_pseudonyms_ref (pseudonyms) : NULL;
  bw_grouping_init (&facet->grouping, field, column, NULL);
  counts = count_rows (&facet->grouping, bw_table_get_counted (table));
  facet->order = g_new (guint, facet->grouping.n);
  for (guint m = 0; m < facet->grouping.n; m++)
    facet->order[m] = m;
  g_sort_array (facet->order, facet->grouping.n, sizeof *facet->order, compare_counts, counts);
  return facet;
}

static void
facet_free (BwFacet *facet)
{
  bw_grouping_clear (&facet->grouping);
  g_clear_pointer (&facet->pseudonyms, bw_pseudonyms_unref);
  bw_table_unref (facet->table);
  g_free (facet->order);
  g_free (facet);
}

GPtrArray *
bw_facets_new (BwEngine *engine, const BwFieldId *dimensions, gboolean anonymise)
{
  BwPseudonyms *pseudonyms = anonymise ? bw_engine_get_pseudonyms (engine) : NULL;
  GPtrArray *facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);

  for (guint i = 0; dimensions[i] != BW_FIELD_NONE; i++) {
    const BwColumn *column;
    BwTable *table = find_table (engine, dimensions[i], &column);
    if (table != NULL)
      g_ptr_array_add (facets, facet_new (table, column, dimensions[i], pseudonyms));
  }
  return facets;
}

gint64 *
bw_facet_count (const BwFacet *facet, const BwFilter *filter)
{
  g_autoptr (BwFilter) others = bw_filter_with (filter, facet->field, NULL);
  g_autoptr (BwBits) rows = bw_filter_select (others, facet->table);

  return count_rows (&facet->grouping, rows);
}

const char *
bw_facet_get_value (const BwFacet *facet, guint member)
{
  return member == 0 ? "" : g_ptr_array_index (facet->grouping.names, member);
}

const char *
bw_facet_get_label (const BwFacet *facet, guint member)
{
  return bw_filter_label_value (facet->field, bw_facet_get_value (facet, member),
                                facet->pseudonyms);
}

gboolean
bw_filter_has_value (const BwFilter *filter, BwFieldId field, const char *value)
{
  const char *const *values = bw_filter_get_values (filter, field);

  return values != NULL && g_strv_contains (values, value);
}

BwFilter *
bw_filter_with_value (const BwFilter *filter, BwFieldId field, const char *value, gboolean passes)
{
  const char *const *values = bw_filter_get_values (filter, field);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!g_str_equal (values[i], value))
      g_ptr_array_add (kept, (char *) values[i]);
  if (passes)
    g_ptr_array_add (kept, (char *) value);
  g_ptr_array_add (kept, NULL);
  return bw_filter_with (filter, field, (const char *const *) kept->pdata);
}

const char *
bw_filter_label_value (BwFieldId field, const char *value, BwPseudonyms *pseudonyms)
{
  const char *pseudonym = field == BW_FIELD_AGENT && pseudonyms != NULL
                              ? bw_pseudonyms_get_agent (pseudonyms, value)
                              : NULL;

  if (*value == '\0')
    return bw_field_get_none_label (field);
  return pseudonym != NULL ? pseudonym : value;
}
