/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a dimension as a list. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "bw-filter-dimension.h"

/* Nobody chooses all of more values, to leave out a few. */
#define SHORT 200

struct _BwFilterDimension {
  GObject parent_instance;

  const BwFacet *facet; /* borrowed from the facets */

  /* Owned */
  BwWorkspace *workspace;
  GPtrArray *facets;
  gint64 *counts; /* by member, NULL until they are known */
  GArray *shown;  /* guint: members that the search leaves, in order */
};

struct _BwFilterValue {
  GObject parent_instance;

  BwFilterDimension *dimension; /* owned */
  guint member;
};

typedef enum {
  CHANGED,
  LAST_SIGNAL,
} BwFilterDimensionSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwFilterValue, bw_filter_value, G_TYPE_OBJECT)

static GType
bw_filter_dimension_get_item_type (GListModel *model)
{
  return BW_TYPE_FILTER_VALUE;
}

static guint
bw_filter_dimension_get_n_items (GListModel *model)
{
  return BW_FILTER_DIMENSION (model)->shown->len;
}

static gpointer
bw_filter_dimension_get_item (GListModel *model, guint i)
{
  BwFilterDimension *self = BW_FILTER_DIMENSION (model);
  BwFilterValue *value;

  if (i >= self->shown->len)
    return NULL;
  value = g_object_new (BW_TYPE_FILTER_VALUE, NULL);
  value->dimension = g_object_ref (self);
  value->member = g_array_index (self->shown, guint, i);
  return value;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bw_filter_dimension_get_item_type;
  iface->get_n_items = bw_filter_dimension_get_n_items;
  iface->get_item = bw_filter_dimension_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BwFilterDimension,
                               bw_filter_dimension,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bw_filter_value_dispose (GObject *object)
{
  g_clear_object (&BW_FILTER_VALUE (object)->dimension);
  G_OBJECT_CLASS (bw_filter_value_parent_class)->dispose (object);
}

static void
bw_filter_value_class_init (BwFilterValueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_filter_value_dispose;
}

static void
bw_filter_value_init (BwFilterValue *self)
{
}

static void
bw_filter_dimension_finalize (GObject *object)
{
  BwFilterDimension *self = BW_FILTER_DIMENSION (object);

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->facets);
  g_free (self->counts);
  g_array_unref (self->shown);
  G_OBJECT_CLASS (bw_filter_dimension_parent_class)->finalize (object);
}

static void
bw_filter_dimension_class_init (BwFilterDimensionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_filter_dimension_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_filter_dimension_init (BwFilterDimension *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* --- The dimension -----------------------------------------------------------------------------
 */

static gboolean
has_words (const char *label, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (label, -1);

  return strstr (folded, words) != NULL;
}

/* Rows without a value are a choice only where there are some. */
static gboolean
is_listed (BwFilterDimension *self, guint member)
{
  return member > 0 || self->counts == NULL || self->counts[0] > 0 ||
         bw_filter_has_value (bw_workspace_get_filter (self->workspace), self->facet->field, "");
}

static void
list_members (BwFilterDimension *self, const char *words)
{
  gboolean all = words == NULL || has_words (bw_field_get_title (self->facet->field), words);

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->facet->grouping.n; i++) {
    guint member = self->facet->order[i];
    if (is_listed (self, member) &&
        (all || has_words (bw_facet_get_label (self->facet, member), words)))
      g_array_append_val (self->shown, member);
  }
}

BwFilterDimension *
bw_filter_dimension_new (BwWorkspace *workspace, GPtrArray *facets, const BwFacet *facet)
{
  BwFilterDimension *self = g_object_new (BW_TYPE_FILTER_DIMENSION, NULL);

  self->workspace = g_object_ref (workspace);
  self->facets = g_ptr_array_ref (facets);
  self->facet = facet;
  return self;
}

void
bw_filter_dimension_take_counts (BwFilterDimension *self, gint64 *counts)
{
  gboolean first = self->counts == NULL;

  g_free (self->counts);
  self->counts = counts;
  if (first) {
    list_members (self, NULL);
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->shown->len);
  }
  bw_filter_dimension_emit_changed (self);
}

void
bw_filter_dimension_set_search (BwFilterDimension *self, const char *words)
{
  guint n = self->shown->len;

  list_members (self, words);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, self->shown->len);
}

void
bw_filter_dimension_emit_changed (BwFilterDimension *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

BwFieldId
bw_filter_dimension_get_field (BwFilterDimension *self)
{
  g_return_val_if_fail (BW_IS_FILTER_DIMENSION (self), BW_FIELD_NONE);
  return self->facet->field;
}

guint
bw_filter_dimension_count_chosen (BwFilterDimension *self)
{
  const char *const *values;

  g_return_val_if_fail (BW_IS_FILTER_DIMENSION (self), 0);

  values = bw_filter_get_values (bw_workspace_get_filter (self->workspace), self->facet->field);
  return values != NULL ? g_strv_length ((GStrv) values) : 0;
}

gboolean
bw_filter_dimension_is_short (BwFilterDimension *self)
{
  g_return_val_if_fail (BW_IS_FILTER_DIMENSION (self), FALSE);
  return self->facet->grouping.n <= SHORT;
}

/* All listed members whose being chosen is not `unless`. */
static void
choose (BwFilterDimension *self, gboolean invert)
{
  BwFilter *filter = bw_workspace_get_filter (self->workspace);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (BwFilter) changed = NULL;

  for (guint i = 0; i < self->shown->len; i++) {
    const char *value = bw_facet_get_value (self->facet, g_array_index (self->shown, guint, i));
    if (!invert || !bw_filter_has_value (filter, self->facet->field, value))
      g_ptr_array_add (values, (char *) value);
  }
  g_ptr_array_add (values, NULL);
  changed = bw_filter_with (filter, self->facet->field, (const char *const *) values->pdata);
  bw_workspace_set_filter (self->workspace, changed);
}

void
bw_filter_dimension_choose_all (BwFilterDimension *self)
{
  g_return_if_fail (BW_IS_FILTER_DIMENSION (self));
  choose (self, FALSE);
}

void
bw_filter_dimension_choose_none (BwFilterDimension *self)
{
  g_autoptr (BwFilter) changed = NULL;

  g_return_if_fail (BW_IS_FILTER_DIMENSION (self));

  changed = bw_filter_with (bw_workspace_get_filter (self->workspace), self->facet->field, NULL);
  bw_workspace_set_filter (self->workspace, changed);
}

void
bw_filter_dimension_invert (BwFilterDimension *self)
{
  g_return_if_fail (BW_IS_FILTER_DIMENSION (self));
  choose (self, TRUE);
}

/* --- Its values --------------------------------------------------------------------------------
 */

BwFilterDimension *
bw_filter_value_get_dimension (BwFilterValue *self)
{
  g_return_val_if_fail (BW_IS_FILTER_VALUE (self), NULL);
  return self->dimension;
}

const char *
bw_filter_value_get_label (BwFilterValue *self)
{
  g_return_val_if_fail (BW_IS_FILTER_VALUE (self), NULL);
  return bw_facet_get_label (self->dimension->facet, self->member);
}

gint64
bw_filter_value_get_count (BwFilterValue *self)
{
  g_return_val_if_fail (BW_IS_FILTER_VALUE (self), -1);
  return self->dimension->counts != NULL ? self->dimension->counts[self->member] : -1;
}

gboolean
bw_filter_value_get_chosen (BwFilterValue *self)
{
  g_return_val_if_fail (BW_IS_FILTER_VALUE (self), FALSE);
  return bw_filter_has_value (bw_workspace_get_filter (self->dimension->workspace),
                              self->dimension->facet->field,
                              bw_facet_get_value (self->dimension->facet, self->member));
}

void
bw_filter_value_set_chosen (BwFilterValue *self, gboolean chosen)
{
  g_autoptr (BwFilter) changed = NULL;

  g_return_if_fail (BW_IS_FILTER_VALUE (self));

  changed = bw_filter_with_value (
      bw_workspace_get_filter (self->dimension->workspace), self->dimension->facet->field,
      bw_facet_get_value (self->dimension->facet, self->member), chosen);
  bw_workspace_set_filter (self->dimension->workspace, changed);
}
