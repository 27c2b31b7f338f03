/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as a list: finds the n-th row of a bit set through a table of how many come before each
 * run of 4,096 rows. */
#include "config.h"

#include "bw-row-list.h"

#define RUN_WORDS 64

struct _BwRowList {
  GObject parent_instance;

  /* Template */
  guint n_rows;

  /* Owned */
  BwTable *table;
  BwBits *bits;  /* NULL = all rows, or as listed */
  guint32 *rows; /* in order; NULL = that of the table */
  guint *before; /* for each run: rows of the set before it */
  gsize n_runs;
};

static void bw_row_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BwRowList,
                               bw_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bw_row_list_init_model))

static void
count_runs (BwRowList *self)
{
  gsize n_words = bw_bits_n_words (self->bits->n);
  self->n_runs = (n_words + RUN_WORDS - 1) / RUN_WORDS;
  self->before = g_new (guint, self->n_runs + 1);
  guint count = 0;
  for (gsize w = 0; w < n_words; w++) {
    if (w % RUN_WORDS == 0)
      self->before[w / RUN_WORDS] = count;
    count += (guint) __builtin_popcountll (self->bits->words[w]);
  }
  self->n_rows = count;
}

/* The last run that has no more than `position` rows before it. */
static gsize
find_run (BwRowList *self, guint position)
{
  gsize low = 0;
  gsize high = self->n_runs;
  while (high - low > 1) {
    gsize middle = low + (high - low) / 2;
    if (self->before[middle] <= position)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static gsize
find_row (BwRowList *self, guint position)
{
  gsize run = find_run (self, position);
  guint left = position - self->before[run];
  gsize w = run * RUN_WORDS;
  guint64 word = self->bits->words[w];
  for (guint n; (n = (guint) __builtin_popcountll (word)) <= left; word = self->bits->words[++w])
    left -= n;
  while (left-- > 0)
    word &= word - 1;
  return w * 64 + (gsize) __builtin_ctzll (word);
}

static GType
bw_row_list_get_item_type (GListModel *model)
{
  return BW_TYPE_ROW_ITEM;
}

static guint
bw_row_list_get_n_items (GListModel *model)
{
  return BW_ROW_LIST (model)->n_rows;
}

static gpointer
bw_row_list_get_item (GListModel *model, guint position)
{
  BwRowList *self = BW_ROW_LIST (model);
  if (position >= self->n_rows)
    return NULL;
  return bw_row_item_new (self->table, bw_row_list_get_row (self, position));
}

static void
bw_row_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = bw_row_list_get_item_type;
  iface->get_n_items = bw_row_list_get_n_items;
  iface->get_item = bw_row_list_get_item;
}

static void
bw_row_list_finalize (GObject *object)
{
  BwRowList *self = BW_ROW_LIST (object);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->bits, bw_bits_free);
  g_clear_pointer (&self->table, bw_table_unref);
  G_OBJECT_CLASS (bw_row_list_parent_class)->finalize (object);
}

static void
bw_row_list_class_init (BwRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_row_list_finalize;
}

static void
bw_row_list_init (BwRowList *self)
{
}

BwRowList *
bw_row_list_new (BwTable *table, const BwBits *bits)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (!bits || bits->n == bw_table_get_n_rows (table), NULL);
  BwRowList *self = g_object_new (BW_TYPE_ROW_LIST, NULL);
  self->table = bw_table_ref (table);
  self->n_rows = (guint) MIN (bw_table_get_n_rows (table), G_MAXUINT);
  if (bits) {
    self->bits = bw_bits_copy (bits);
    count_runs (self);
  }
  return self;
}

BwRowList *
bw_row_list_new_ordered (BwTable *table, guint32 *rows, gsize n)
{
  g_return_val_if_fail (table, NULL);
  g_return_val_if_fail (rows || n == 0, NULL);
  BwRowList *self = g_object_new (BW_TYPE_ROW_LIST, NULL);
  self->table = bw_table_ref (table);
  self->n_rows = (guint) MIN (n, G_MAXUINT);
  self->rows = rows;
  return self;
}

gsize
bw_row_list_get_row (BwRowList *self, guint position)
{
  g_return_val_if_fail (BW_IS_ROW_LIST (self), 0);
  g_return_val_if_fail (position < self->n_rows, 0);
  if (self->rows)
    return self->rows[position];
  return self->bits ? find_row (self, position) : position;
}

BwTable *
bw_row_list_get_table (BwRowList *self)
{
  g_return_val_if_fail (BW_IS_ROW_LIST (self), NULL);
  return self->table;
}
