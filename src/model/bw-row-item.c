/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row; its texts are read from the file together when the first is asked for. */
#include "config.h"

#include "bw-row-item.h"

struct _BwRowItem {
  GObject parent_instance;

  /* Template */
  gsize row;

  /* Owned */
  BwTable *table;
  GStrv texts; /* NULL = not read yet */
};

G_DEFINE_FINAL_TYPE (BwRowItem, bw_row_item, G_TYPE_OBJECT)

static void
bw_row_item_finalize (GObject *object)
{
  BwRowItem *self = BW_ROW_ITEM (object);
  g_clear_pointer (&self->texts, g_strfreev);
  g_clear_pointer (&self->table, bw_table_unref);
  G_OBJECT_CLASS (bw_row_item_parent_class)->finalize (object);
}

static void
bw_row_item_class_init (BwRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_row_item_finalize;
}

static void
bw_row_item_init (BwRowItem *self)
{
}

BwRowItem *
bw_row_item_new (BwTable *table, gsize row)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (row < bw_table_get_n_rows (table), NULL);
  BwRowItem *self = g_object_new (BW_TYPE_ROW_ITEM, NULL);
  self->table = bw_table_ref (table);
  self->row = row;
  return self;
}

void
bw_row_item_move (BwRowItem *self, BwTable *table, gsize row)
{
  g_return_if_fail (BW_IS_ROW_ITEM (self));
  g_return_if_fail (table);
  g_return_if_fail (row < bw_table_get_n_rows (table));
  if (self->table == table && self->row == row)
    return;
  bw_table_ref (table);
  bw_table_unref (self->table);
  self->table = table;
  self->row = row;
  g_clear_pointer (&self->texts, g_strfreev);
}

gsize
bw_row_item_get_row (BwRowItem *self)
{
  g_return_val_if_fail (BW_IS_ROW_ITEM (self), 0);
  return self->row;
}

BwTable *
bw_row_item_get_table (BwRowItem *self)
{
  g_return_val_if_fail (BW_IS_ROW_ITEM (self), NULL);
  return self->table;
}

const char *
bw_row_item_get_text (BwRowItem *self, guint column)
{
  g_return_val_if_fail (BW_IS_ROW_ITEM (self), "");
  if (column >= bw_table_get_n_columns (self->table))
    return "";
  if (!self->texts)
    self->texts = bw_table_dup_row (self->table, self->row);
  return self->texts[column];
}
