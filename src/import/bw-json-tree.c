/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys come in the same order in most records, so the likely child is looked at first. */
#include "config.h"

#include <string.h>

#include "bw-json-tree.h"

#define FEW 8 /* children that are searched one by one */

static guint
hash_node (gconstpointer item)
{
  const BwJsonNode *node = item;
  guint hash = 5381;
  for (gsize i = 0; i < node->n; i++)
    hash = hash * 33 + (guint8) node->key[i];
  return hash;
}

static inline gboolean
has_key (const BwJsonNode *node, const char *key, gsize n)
{
  return node->n == n && memcmp (node->key, key, n) == 0;
}

static gboolean
equal_nodes (gconstpointer a, gconstpointer b)
{
  const BwJsonNode *other = b;
  return has_key (a, other->key, other->n);
}

static void
free_node (gpointer item)
{
  BwJsonNode *node = item;
  g_clear_pointer (&node->index, g_hash_table_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node->key);
  g_free (node);
}

static BwJsonNode *
new_node (BwJsonNode *parent, const char *key, gsize n)
{
  BwJsonNode *node = g_new0 (BwJsonNode, 1);
  node->parent = parent;
  node->key = g_malloc0 (n + 1); /* may hold NUL */
  memcpy (node->key, key, n);
  node->n = n;
  node->column = BW_JSON_NO_COLUMN;
  node->children = g_ptr_array_new_with_free_func (free_node);
  return node;
}

BwJsonTree *
bw_json_tree_new (void)
{
  BwJsonTree *self = g_new0 (BwJsonTree, 1);
  self->root = new_node (NULL, "", 0);
  self->leaves = g_ptr_array_new ();
  return self;
}

void
bw_json_tree_free (BwJsonTree *self)
{
  free_node (self->root);
  g_ptr_array_unref (self->leaves);
  g_free (self);
}

BwJsonNode *
bw_json_node_find (const BwJsonNode *self, const char *key, gsize n, guint *cursor)
{
  guint n_children = self->children->len;
  for (guint i = *cursor; i < MIN (n_children, *cursor + FEW); i++) {
    BwJsonNode *child = self->children->pdata[i];
    if (has_key (child, key, n)) {
      *cursor = i + 1;
      return child;
    }
  }
  if (self->index) {
    BwJsonNode wanted = { .key = (char *) key, .n = n };
    return g_hash_table_lookup (self->index, &wanted);
  }
  for (guint i = 0; i < MIN (n_children, *cursor); i++)
    if (has_key (self->children->pdata[i], key, n))
      return self->children->pdata[i];
  return NULL;
}

BwJsonNode *
bw_json_node_add (BwJsonNode *self, const char *key, gsize n)
{
  BwJsonNode *child = new_node (self, key, n);
  g_ptr_array_add (self->children, child);
  if (self->index) {
    g_hash_table_add (self->index, child);
  } else if (self->children->len > FEW) {
    self->index = g_hash_table_new (hash_node, equal_nodes);
    for (guint i = 0; i < self->children->len; i++)
      g_hash_table_add (self->index, self->children->pdata[i]);
  }
  return child;
}

void
bw_json_tree_see (BwJsonTree *self, BwJsonNode *node, BwJsonSeen what)
{
  const guint leaf = BW_JSON_NULL | BW_JSON_SCALAR;
  if ((what & leaf) && !(node->seen & leaf))
    g_ptr_array_add (self->leaves, node);
  node->seen |= what;
}

/* The node of the same path, made when it is not there. */
static BwJsonNode *
find_twin (BwJsonTree *self, const BwJsonNode *node)
{
  if (!node->parent)
    return self->root;
  BwJsonNode *parent = find_twin (self, node->parent);
  guint cursor = 0;
  BwJsonNode *twin = bw_json_node_find (parent, node->key, node->n, &cursor);
  return twin ? twin : bw_json_node_add (parent, node->key, node->n);
}

static void
merge_objects (BwJsonTree *self, const BwJsonNode *node)
{
  if (node->seen & BW_JSON_OBJECT)
    bw_json_tree_see (self, find_twin (self, node), BW_JSON_OBJECT);
  for (guint i = 0; i < node->children->len; i++)
    merge_objects (self, node->children->pdata[i]);
}

void
bw_json_tree_merge (BwJsonTree *self, const BwJsonTree *other)
{
  for (guint i = 0; i < other->leaves->len; i++) {
    const BwJsonNode *leaf = other->leaves->pdata[i];
    bw_json_tree_see (self, find_twin (self, leaf), leaf->seen);
  }
  merge_objects (self, other->root);
}

void
bw_json_tree_number (BwJsonTree *self)
{
  self->n_columns = 0;
  for (guint i = 0; i < self->leaves->len; i++) {
    BwJsonNode *leaf = self->leaves->pdata[i];
    gboolean is_column = (leaf->seen & BW_JSON_SCALAR) || !(leaf->seen & BW_JSON_OBJECT);
    leaf->column = is_column ? self->n_columns++ : BW_JSON_NO_COLUMN;
  }
}

static void
append_path (const BwJsonNode *node, const BwJsonNode *top, GString *path)
{
  if (node->parent != top) {
    append_path (node->parent, top, path);
    g_string_append_c (path, '.');
  }
  g_string_append_len (path, node->key, (gssize) node->n);
}

GStrv
bw_json_tree_get_names (const BwJsonTree *self)
{
  const BwJsonNode *top = self->root;
  const BwJsonNode *only = top->children->len == 1 ? top->children->pdata[0] : NULL;
  if (only && only->children->len > 0 && only->column == BW_JSON_NO_COLUMN)
    top = only;
  GStrv names = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->leaves->len; i++) {
    const BwJsonNode *leaf = self->leaves->pdata[i];
    if (leaf->column == BW_JSON_NO_COLUMN)
      continue;
    g_autoptr (GString) path = g_string_new (NULL);
    append_path (leaf, top, path);
    names[leaf->column] = g_strdup (path->str);
  }
  return names;
}
