/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a table of figures. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-cell-item.h"
#include "bw-figure-words.h"
#include "bw-section.h"

struct _BwCellItem {
  GObject parent_instance;

  guint index;
  BwUnit unit;
  BwCell cell;

  /* Owned */
  char *label;
};

G_DEFINE_FINAL_TYPE (BwCellItem, bw_cell_item, G_TYPE_OBJECT)

static void
bw_cell_item_finalize (GObject *object)
{
  g_free (BW_CELL_ITEM (object)->label);
  G_OBJECT_CLASS (bw_cell_item_parent_class)->finalize (object);
}

static void
bw_cell_item_class_init (BwCellItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_cell_item_finalize;
}

static void
bw_cell_item_init (BwCellItem *self)
{
}

BwCellItem *
bw_cell_item_new (const char *label, guint index, BwUnit unit, const BwCell *cell)
{
  BwCellItem *self = g_object_new (BW_TYPE_CELL_ITEM, NULL);

  self->label = g_strdup (label);
  self->index = index;
  self->unit = unit;
  self->cell = *cell;
  return self;
}

const char *
bw_cell_item_get_label (BwCellItem *self)
{
  return self->label;
}

guint
bw_cell_item_get_index (BwCellItem *self)
{
  return self->index;
}

const BwCell *
bw_cell_item_get_cell (BwCellItem *self)
{
  return &self->cell;
}

char *
bw_cell_item_format_value (BwCellItem *self)
{
  return bw_figure_words_cell (self->unit, &self->cell);
}

char *
bw_cell_item_format_n (BwCellItem *self)
{
  return bw_format_count (self->cell.n);
}

char *
bw_cell_item_format_interval (BwCellItem *self)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!isfinite (self->cell.low) || !isfinite (self->cell.high))
    return g_strdup ("");
  low = bw_unit_format (self->unit, self->cell.low, BW_FORMAT_COLUMN);
  high = bw_unit_format (self->unit, self->cell.high, BW_FORMAT_COLUMN);
  /* Translators: from the lower to the upper end of an interval */
  return g_strdup_printf (C_ ("interval", "%s – %s"), low, high);
}

static void
append (
    GListStore *store, const BwSeries *series, const char *label, guint index, const BwCell *cell)
{
  g_autoptr (BwCellItem) item = bw_cell_item_new (label, index, bw_series_get_unit (series), cell);

  g_list_store_append (store, item);
}

GListStore *
bw_cell_items_new (const BwSeries *series)
{
  GListStore *store = g_list_store_new (BW_TYPE_CELL_ITEM);
  BwAxis *axis = bw_series_get_axis (series);

  if (bw_series_get_n_members (series) == 1 && bw_series_get_field (series) == BW_FIELD_NONE) {
    for (guint p = 0; p < bw_axis_get_length (axis); p++)
      append (store, series, bw_axis_get_label (axis, p), p, bw_series_get (series, p, 0));
  } else {
    for (guint m = 0; m < bw_series_get_n_members (series); m++)
      append (store, series, bw_series_get_member_label (series, m), m,
              bw_series_get (series, 0, m));
  }
  return store;
}
