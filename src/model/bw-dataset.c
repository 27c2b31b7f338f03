/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are open and their rows, one table a kind. */
#include "config.h"

#include <string.h>

#include "bw-dataset.h"
#include "bw-duplicates.h"
#include "bw-tags.h"

struct _BwDataset {
  GObject parent_instance;

  /* Template */
  BwFieldId dimensions[BW_FIELD_LAST];

  /* Owned */
  GPtrArray *sources; /* BwSource */
  BwTable *tables[BW_KIND_LAST];
  GHashTable *files; /* BwSource -> BwFileRows: its place in the table of its kind */
};

/* The list of its files. Not a GListStore, which threads cannot even read at the same time. */

static GType
bw_dataset_get_item_type (GListModel *model)
{
  return BW_TYPE_SOURCE;
}

static guint
bw_dataset_get_n_items (GListModel *model)
{
  return BW_DATASET (model)->sources->len;
}

static gpointer
bw_dataset_get_item (GListModel *model, guint i)
{
  GPtrArray *sources = BW_DATASET (model)->sources;
  return i < sources->len ? g_object_ref (sources->pdata[i]) : NULL;
}

static void
bw_dataset_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = bw_dataset_get_item_type;
  interface->get_n_items = bw_dataset_get_n_items;
  interface->get_item = bw_dataset_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BwDataset,
                               bw_dataset,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bw_dataset_list_model_init))

static void
bw_dataset_finalize (GObject *object)
{
  BwDataset *self = BW_DATASET (object);
  for (guint k = 0; k < BW_KIND_LAST; k++)
    g_clear_pointer (&self->tables[k], bw_table_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_dataset_parent_class)->finalize (object);
}

static void
bw_dataset_class_init (BwDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_dataset_finalize;
}

static void
bw_dataset_init (BwDataset *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->files = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* --- One table a kind ------------------------------------------------------------------------- */

/* Do ids of two files mean the same? Files of one product do ("zendesk" of "zendesk-csv" and
 * "zendesk-json"); of unknown products those that have the same columns. */
static guint
get_product (const BwSource *source)
{
  const char *profile = source->profile ? source->profile : "generic";
  g_autofree char *product = g_strndup (profile, strcspn (profile, "-"));
  guint hash = g_str_hash (product);
  if (strcmp (product, "generic") == 0)
    for (guint i = 0; source->decisions && i < source->decisions->len; i++) {
      const BwDecision *decision = source->decisions->pdata[i];
      hash = hash * 33 + (decision->header ? g_str_hash (decision->header) : 0);
    }
  return hash;
}

static void
append_tables (BwDataset *self, BwKind kind, GPtrArray *sources)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (BwFileRows));
  gsize first = 0;
  for (guint i = 0; i < sources->len; i++) {
    BwSource *source = g_ptr_array_index (sources, i);
    if (!source->table || bw_table_get_kind (source->table) != kind)
      continue;
    gsize n = bw_table_get_n_rows (source->table);
    BwFileRows rows = { first, n, get_product (source) };
    g_ptr_array_add (tables, source->table);
    g_array_append_val (files, rows);
    g_hash_table_insert (self->files, source, g_memdup2 (&rows, sizeof (rows)));
    first += n;
  }
  if (tables->len == 0)
    return;

  g_autoptr (BwTable) table = bw_table_concat ((BwTable *const *) tables->pdata, tables->len);
  guint8 *aside = bw_find_duplicates (table, (const BwFileRows *) files->data, files->len);
  self->tables[kind] = aside ? bw_table_with_aside (table, aside) : g_steal_pointer (&table);
}

/* --- Dimensions ------------------------------------------------------------------------------- */

static gboolean
has_two_tags (const BwDictionary *dictionary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 c = 0; c < bw_dictionary_get_size (dictionary); c++) {
    BwTagIter iter;
    const char *tag;
    gsize length;
    bw_tag_iter_init (&iter, bw_dictionary_get_text (dictionary, c));
    while (g_hash_table_size (seen) < 2 && bw_tag_iter_next (&iter, &tag, &length))
      g_hash_table_add (seen, g_strndup (tag, length));
    if (g_hash_table_size (seen) >= 2)
      return TRUE;
  }
  return FALSE;
}

static gboolean
splits (const BwTable *table, const BwField *field)
{
  const BwColumn *column = table ? bw_table_find (table, field->id) : NULL;
  if (!column || !bw_store_is_code (column->store))
    return FALSE;
  return field->value == BW_VALUE_TAGS ? has_two_tags (column->dictionary)
                                       : bw_dictionary_get_size (column->dictionary) >= 2;
}

static void
find_dimensions (BwDataset *self)
{
  guint n = 0;
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++) {
    const BwField *field = bw_field_get (id);
    if (!bw_field_is_dimension (field))
      continue;
    gboolean any = FALSE;
    for (guint k = 0; k < BW_KIND_LAST && !any; k++)
      any = splits (self->tables[k], field);
    if (any)
      self->dimensions[n++] = id;
  }
}

/* --- Public ----------------------------------------------------------------------------------- */

BwDataset *
bw_dataset_new (GPtrArray *sources)
{
  g_return_val_if_fail (sources, NULL);
  g_return_val_if_fail (sources->len > 0, NULL);
  BwDataset *self = g_object_new (BW_TYPE_DATASET, NULL);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (self->sources, g_object_ref (sources->pdata[i]));
  for (guint k = 0; k < BW_KIND_LAST; k++)
    append_tables (self, (BwKind) k, sources);
  find_dimensions (self);
  return self;
}

GListModel *
bw_dataset_get_sources (BwDataset *self)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  return G_LIST_MODEL (self);
}

BwTable *
bw_dataset_get_table (BwDataset *self, BwKind kind)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  g_return_val_if_fail ((guint) kind < BW_KIND_LAST, NULL);
  return self->tables[kind];
}

void
bw_dataset_count_aside (BwDataset *self, BwSource *source, gint64 counts[BW_ASIDE_LAST])
{
  g_return_if_fail (BW_IS_DATASET (self));
  g_return_if_fail (BW_IS_SOURCE (source));
  const BwFileRows *rows = g_hash_table_lookup (self->files, source);
  memset (counts, 0, BW_ASIDE_LAST * sizeof (gint64));
  if (rows)
    bw_table_count_aside_of (self->tables[bw_table_get_kind (source->table)], rows->first, rows->n,
                             counts);
}

gboolean
bw_dataset_get_extent (BwDataset *self, gint64 *from, gint64 *to)
{
  g_return_val_if_fail (BW_IS_DATASET (self), FALSE);
  gboolean any = FALSE;
  for (guint k = 0; k < BW_KIND_LAST; k++) {
    gint64 first, last;
    if (!self->tables[k] || !bw_table_get_extent (self->tables[k], &first, &last))
      continue;
    *from = any ? MIN (*from, first) : first;
    *to = any ? MAX (*to, last) : last;
    any = TRUE;
  }
  return any;
}

const BwFieldId *
bw_dataset_get_dimensions (BwDataset *self)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  return self->dimensions;
}
