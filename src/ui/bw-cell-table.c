/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A series as a table: what, value, n and interval.
 *
 * CSS node: "celltable" around a column view. Keys: those of a column view; Enter activates a row.
 * Accessibility: a table with column headers; numbers are right-aligned in either direction of
 * text. */
#include "config.h"

#include <math.h>

#include "bw-cell-item.h"
#include "bw-cell-table.h"
#include "bw-children.h"

typedef char *(*Format) (BwCellItem *item);

struct _BwCellTable {
  GtkWidget parent_instance;

  /* Template */
  GtkColumnView *view;
  GtkColumnViewColumn *label_column;
  GtkColumnViewColumn *value_column;
  GtkColumnViewColumn *n_column;
  GtkColumnViewColumn *interval_column;
};

typedef enum {
  ROW_ACTIVATED,
  LAST_SIGNAL,
} BwCellTableSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwCellTable, bw_cell_table, GTK_TYPE_WIDGET)

static char *
format_label (BwCellItem *item)
{
  return g_strdup (bw_cell_item_get_label (item));
}

static void
set_up_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, gpointer is_number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           is_number ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, gpointer format)
{
  g_autofree char *text = ((Format) format) (gtk_column_view_cell_get_item (cell));
  GtkWidget *label = gtk_column_view_cell_get_child (cell);

  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
set_up_column (GtkColumnViewColumn *column, Format format, gboolean is_number, GtkSorter *sorter)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GINT_TO_POINTER (is_number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) format);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
  g_clear_object (&sorter);
}

/* --- Sorting: what has no value comes first, as the least --------------------------------------
 */

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (b) - isnan (a);
  return (a > b) - (a < b);
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_numbers (bw_cell_item_get_cell ((BwCellItem *) a)->value,
                          bw_cell_item_get_cell ((BwCellItem *) b)->value);
}

static int
compare_n (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 first = bw_cell_item_get_cell ((BwCellItem *) a)->n;
  gint64 second = bw_cell_item_get_cell ((BwCellItem *) b)->n;

  return (first > second) - (first < second);
}

static int
compare_intervals (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BwCell *first = bw_cell_item_get_cell ((BwCellItem *) a);
  const BwCell *second = bw_cell_item_get_cell ((BwCellItem *) b);

  return compare_numbers (first->high - first->low, second->high - second->low);
}

/* Periods by time, members by their names. */
static int
compare_labels (gconstpointer a, gconstpointer b, gpointer is_dimension)
{
  guint first = bw_cell_item_get_index ((BwCellItem *) a);
  guint second = bw_cell_item_get_index ((BwCellItem *) b);

  if (is_dimension)
    return g_utf8_collate (bw_cell_item_get_label ((BwCellItem *) a),
                           bw_cell_item_get_label ((BwCellItem *) b));
  return (first > second) - (first < second);
}

static GtkSorter *
sort_by (GCompareDataFunc compare)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
}

static void
activate_cb (BwCellTable *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (BwCellItem) item = g_list_model_get_item (model, position);

  g_signal_emit (self, signals[ROW_ACTIVATED], 0, bw_cell_item_get_index (item));
}

static void
bw_cell_table_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_CELL_TABLE);
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_cell_table_parent_class)->dispose (object);
}

static void
bw_cell_table_class_init (BwCellTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_cell_table_dispose;

  /* A row was chosen: its period or member. */
  signals[ROW_ACTIVATED] =
      g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "celltable");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-cell-table.ui");
  gtk_widget_class_bind_template_child (widget_class, BwCellTable, view);
  gtk_widget_class_bind_template_child (widget_class, BwCellTable, label_column);
  gtk_widget_class_bind_template_child (widget_class, BwCellTable, value_column);
  gtk_widget_class_bind_template_child (widget_class, BwCellTable, n_column);
  gtk_widget_class_bind_template_child (widget_class, BwCellTable, interval_column);
}

static void
bw_cell_table_init (BwCellTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_column (self->label_column, format_label, FALSE, sort_by (compare_labels));
  set_up_column (self->value_column, bw_cell_item_format_value, TRUE, sort_by (compare_values));
  set_up_column (self->n_column, bw_cell_item_format_n, TRUE, sort_by (compare_n));
  set_up_column (self->interval_column, bw_cell_item_format_interval, TRUE,
                 sort_by (compare_intervals));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
has_intervals (const BwSeries *series)
{
  guint n = bw_axis_get_length (bw_series_get_axis (series));

  for (guint p = 0; p < n; p++)
    for (guint m = 0; m < bw_series_get_n_members (series); m++)
      if (isfinite (bw_series_get (series, p, m)->low))
        return TRUE;
  return FALSE;
}

void
bw_cell_table_set_series (BwCellTable *self, const char *title, BwSeries *series)
{
  g_autoptr (GtkSorter) sorter = NULL;
  gboolean is_dimension;
  GtkSortListModel *sorted;
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (BW_IS_CELL_TABLE (self));

  is_dimension = bw_series_get_field (series) != BW_FIELD_NONE;
  sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_labels, GINT_TO_POINTER (is_dimension), NULL));
  gtk_column_view_column_set_sorter (self->label_column, sorter);
  gtk_column_view_column_set_title (self->label_column, title);
  gtk_column_view_column_set_visible (self->n_column, bw_series_get_unit (series) != BW_UNIT_COUNT);
  gtk_column_view_column_set_visible (self->interval_column, has_intervals (series));

  sorted = gtk_sort_list_model_new (G_LIST_MODEL (bw_cell_items_new (series)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  model = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}
