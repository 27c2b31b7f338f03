/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected are places, too: GtkMultiSelection makes an object of every row it selects.
 *
 * A list view makes hundreds of widgets anew when the objects it shows are exchanged, which takes
 * many frames; objects that stay keep their widgets. */
#include "config.h"

#include "bw-row-places.h"

/* Rows whose widgets are made at once, and then in a step; as many as a list view has widgets for.
 */
#define FIRST 16
#define STEP 6
#define MANY 220

/* An object that somebody holds. */
typedef struct {
  BwRowPlaces *places; /* not owned */
  BwRowItem *item;     /* not owned */
  guint place;
} Use;

struct _BwRowPlaces {
  GObject parent_instance;

  guint n;
  guint most; /* rows that are there by now */
  guint grow_id;

  /* Owned */
  BwRowList *rows; /* NULL = none */
  GtkBitset *selected;
  GHashTable *in_use; /* place -> Use */
};

static void bw_row_places_init_model (GListModelInterface *iface);
static void bw_row_places_init_selection (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BwRowPlaces,
                               bw_row_places,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bw_row_places_init_model)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          bw_row_places_init_selection))

static guint
count_rows (BwRowPlaces *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

/* --- Objects in use ----------------------------------------------------------------------------
 */

static void
gone_cb (gpointer user_data, GObject *item)
{
  Use *use = user_data;

  use->item = NULL;
  g_hash_table_remove (use->places->in_use, GUINT_TO_POINTER (use->place));
}

static void
use_free (Use *use)
{
  if (use->item != NULL)
    g_object_weak_unref (G_OBJECT (use->item), gone_cb, use);
  g_free (use);
}

static BwRowItem *
use_place (BwRowPlaces *self, guint place)
{
  Use *use = g_new (Use, 1);

  use->places = self;
  use->place = place;
  use->item =
      bw_row_item_new (bw_row_list_get_table (self->rows), bw_row_list_get_row (self->rows, place));
  g_object_weak_ref (G_OBJECT (use->item), gone_cb, use);
  g_hash_table_insert (self->in_use, GUINT_TO_POINTER (place), use);
  return use->item;
}

/* Of a place that is no more, its object stays what it was. */
static gboolean
is_beyond (gpointer key, gpointer value, gpointer places)
{
  return GPOINTER_TO_UINT (key) >= ((BwRowPlaces *) places)->n;
}

static void
move_items (BwRowPlaces *self)
{
  BwTable *table = bw_row_list_get_table (self->rows);
  g_autoptr (GPtrArray) uses = g_hash_table_get_values_as_ptr_array (self->in_use);

  for (guint i = 0; i < uses->len; i++) {
    const Use *use = uses->pdata[i];
    bw_row_item_move (use->item, table, bw_row_list_get_row (self->rows, use->place));
  }
}

/* --- Class -------------------------------------------------------------------------------------
 */

static GType
bw_row_places_get_item_type (GListModel *model)
{
  return BW_TYPE_ROW_ITEM;
}

static guint
bw_row_places_get_n_items (GListModel *model)
{
  return BW_ROW_PLACES (model)->n;
}

static gpointer
bw_row_places_get_item (GListModel *model, guint place)
{
  BwRowPlaces *self = BW_ROW_PLACES (model);
  const Use *use;

  if (place >= self->n)
    return NULL;
  use = g_hash_table_lookup (self->in_use, GUINT_TO_POINTER (place));
  return use != NULL ? g_object_ref (use->item) : use_place (self, place);
}

static void
bw_row_places_init_model (GListModelInterface *iface)
{
  iface->get_item_type = bw_row_places_get_item_type;
  iface->get_n_items = bw_row_places_get_n_items;
  iface->get_item = bw_row_places_get_item;
}

static gboolean
bw_row_places_is_selected (GtkSelectionModel *model, guint place)
{
  return gtk_bitset_contains (BW_ROW_PLACES (model)->selected, place);
}

static GtkBitset *
bw_row_places_get_selection_in_range (GtkSelectionModel *model, guint place, guint n)
{
  return gtk_bitset_ref (BW_ROW_PLACES (model)->selected);
}

static gboolean
bw_row_places_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  BwRowPlaces *self = BW_ROW_PLACES (model);
  g_autoptr (GtkBitset) now = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) chosen = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->selected);
  guint first;

  gtk_bitset_intersect (chosen, mask);
  gtk_bitset_subtract (now, mask);
  gtk_bitset_union (now, chosen);
  gtk_bitset_remove_range_closed (now, self->n, G_MAXUINT);
  gtk_bitset_difference (changed, now);
  if (gtk_bitset_is_empty (changed))
    return TRUE;
  gtk_bitset_unref (self->selected);
  self->selected = g_steal_pointer (&now);
  first = gtk_bitset_get_minimum (changed);
  gtk_selection_model_selection_changed (model, first,
                                         gtk_bitset_get_maximum (changed) - first + 1);
  return TRUE;
}

/* Those, too, that have no place yet. */
static gboolean
bw_row_places_select_all (GtkSelectionModel *model)
{
  BwRowPlaces *self = BW_ROW_PLACES (model);

  if (self->n > 0)
    bw_row_places_reach (self, count_rows (self) - 1);
  return gtk_selection_model_select_range (model, 0, self->n, FALSE);
}

static void
bw_row_places_init_selection (GtkSelectionModelInterface *iface)
{
  iface->is_selected = bw_row_places_is_selected;
  iface->get_selection_in_range = bw_row_places_get_selection_in_range;
  iface->set_selection = bw_row_places_set_selection;
  iface->select_all = bw_row_places_select_all;
}

static void
bw_row_places_finalize (GObject *object)
{
  BwRowPlaces *self = BW_ROW_PLACES (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_pointer (&self->in_use, g_hash_table_unref);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (bw_row_places_parent_class)->finalize (object);
}

static void
bw_row_places_class_init (BwRowPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_row_places_finalize;
}

static void
bw_row_places_init (BwRowPlaces *self)
{
  self->most = FIRST;
  self->selected = gtk_bitset_new_empty ();
  self->in_use = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) use_free);
}

BwRowPlaces *
bw_row_places_new (void)
{
  return g_object_new (BW_TYPE_ROW_PLACES, NULL);
}

/* Others may hold the set. */
static void
keep_selected (BwRowPlaces *self)
{
  GtkBitset *kept = gtk_bitset_copy (self->selected);

  gtk_bitset_remove_range_closed (kept, self->n, G_MAXUINT);
  gtk_bitset_unref (self->selected);
  self->selected = kept;
}

static void
resize (BwRowPlaces *self, guint n)
{
  guint before = self->n;
  guint common = MIN (before, n);

  self->n = n;
  keep_selected (self);
  g_hash_table_foreach_remove (self->in_use, is_beyond, self);
  if (before != n)
    g_list_model_items_changed (G_LIST_MODEL (self), common, before - common, n - common);
}

static gboolean
grow_cb (gpointer user_data)
{
  BwRowPlaces *self = user_data;

  self->most = self->most < MANY ? self->most + STEP : G_MAXUINT;
  resize (self, MIN (count_rows (self), self->most));
  if (self->n < count_rows (self))
    return G_SOURCE_CONTINUE;
  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

void
bw_row_places_set_rows (BwRowPlaces *self, BwRowList *rows)
{
  guint n;

  g_return_if_fail (BW_IS_ROW_PLACES (self));

  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (rows == NULL)
    self->most = FIRST;
  g_set_object (&self->rows, rows);
  n = MIN (count_rows (self), self->most);
  resize (self, n);
  if (rows != NULL)
    move_items (self);
  if (n < count_rows (self))
    self->grow_id = g_idle_add (grow_cb, self);
}

gboolean
bw_row_places_reach (BwRowPlaces *self, guint place)
{
  g_return_val_if_fail (BW_IS_ROW_PLACES (self), FALSE);

  if (place >= count_rows (self))
    return FALSE;
  if (place >= self->n) {
    self->most = G_MAXUINT;
    resize (self, count_rows (self));
  }
  return TRUE;
}
