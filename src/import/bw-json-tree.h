/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of many JSON records as a tree, and the columns that its leaves become: in the order in
 * which they first appear. A key that is null here and an object there is no column of its own. */
#pragma once

#include <glib.h>

#define BW_JSON_NO_COLUMN G_MAXUINT

typedef enum {
  BW_JSON_NULL = 1 << 0,
  BW_JSON_SCALAR = 1 << 1,
  BW_JSON_OBJECT = 1 << 2,
} BwJsonSeen;

typedef struct _BwJsonNode BwJsonNode;
struct _BwJsonNode {
  /* Borrowed */
  BwJsonNode *parent;

  /* Owned */
  char *key;
  GPtrArray *children;
  GHashTable *index; /* of many children; else NULL */

  gsize n; /* bytes of the key */
  BwJsonSeen seen;
  guint column;
};

typedef struct {
  BwJsonNode *root;
  GPtrArray *leaves; /* in the order in which they were first seen */
  guint n_columns;
} BwJsonTree;

BwJsonTree *bw_json_tree_new (void);
void bw_json_tree_free (BwJsonTree *self);

/* NULL when there is no such child. cursor: place of the child that is likely, moved on; 0 first.
 */
BwJsonNode *bw_json_node_find (const BwJsonNode *self, const char *key, gsize n, guint *cursor);
BwJsonNode *bw_json_node_add (BwJsonNode *self, const char *key, gsize n);
void bw_json_tree_see (BwJsonTree *self, BwJsonNode *node, BwJsonSeen what);
/* What the other has seen comes after what this one has. */
void bw_json_tree_merge (BwJsonTree *self, const BwJsonTree *other);
/* Numbers the columns. */
void bw_json_tree_number (BwJsonTree *self);
/* "via.channel"; without the key that is around everything, if there is one. */
GStrv bw_json_tree_get_names (const BwJsonTree *self);
