/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin of a chart.
 *
 * Its rows are made when it is seen. CSS node: "chartgrid" around a column view. Keys: those of a
 * column view; Enter activates a row. Accessibility: a table with column headers, named by the
 * chart's title; numbers are right-aligned in either direction of text. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-grid.h"
#include "bw-chart-row.h"
#include "bw-children.h"

struct _BwChartGrid {
  GtkWidget parent_instance;

  gboolean waiting; /* for the grid to be seen */

  /* Template */
  GtkColumnView *view;

  /* Owned */
  BwChart *chart; /* or NULL */
};

typedef enum {
  ROW_ACTIVATED,
  LAST_SIGNAL,
} BwChartGridSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwChartGrid, bw_chart_grid, GTK_TYPE_WIDGET)

/* --- Cells -------------------------------------------------------------------------------------
 */

static gboolean
is_number (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "is-number") != NULL;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (factory) ? 1 : 0);
  if (is_number (factory))
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, gpointer column)
{
  BwChartRow *row = gtk_column_view_cell_get_item (cell);
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  const char *text = bw_chart_table_get_text (
      bw_chart_row_get_table (row), bw_chart_row_get_index (row), GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (label), text);
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
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  BwChartTable *table = bw_chart_row_get_table ((BwChartRow *) a);
  guint first = bw_chart_row_get_index ((BwChartRow *) a);
  guint second = bw_chart_row_get_index ((BwChartRow *) b);

  if (bw_chart_table_is_number (table, column))
    return compare_numbers (bw_chart_table_get_number (table, first, column),
                            bw_chart_table_get_number (table, second, column));
  /* Periods and weekdays have an order of their own. */
  if (bw_chart_table_get_period (table, first) != bw_chart_table_get_period (table, second))
    return (first > second) - (first < second);
  return g_utf8_collate (bw_chart_table_get_text (table, first, column),
                         bw_chart_table_get_text (table, second, column));
}

/* --- Columns -----------------------------------------------------------------------------------
 */

static void
add_column (BwChartGrid *self, const BwChartTable *table, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column =
                gtk_column_view_column_new (bw_chart_table_get_title (table, i), factory);
  g_autoptr (GtkSorter) sorter =
                GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (i), NULL));

  if (bw_chart_table_is_number (table, i))
    g_object_set_data (G_OBJECT (factory), "is-number", GINT_TO_POINTER (TRUE));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, i == 0);
  gtk_column_view_column_set_resizable (column, i == 0);
  gtk_column_view_append_column (self->view, column);
}

static void
clear_columns (BwChartGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
    gtk_column_view_remove_column (self->view, column);
  }
}

static void
show_chart (BwChartGrid *self)
{
  g_autoptr (BwChartTable) table = NULL;
  g_autoptr (GtkNoSelection) model = NULL;
  GtkSortListModel *sorted;

  self->waiting = FALSE;
  clear_columns (self);
  if (self->chart == NULL)
    return;
  table = bw_chart_table_new (self->chart);
  for (guint i = 0; i < bw_chart_table_get_n_columns (table); i++)
    add_column (self, table, i);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (bw_chart_rows_new (table)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  model = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->chart->title != NULL ? self->chart->title : _ ("Chart"), -1);
}

static void
activate_cb (BwChartGrid *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (BwChartRow) row = g_list_model_get_item (model, position);
  BwChartTable *table = bw_chart_row_get_table (row);
  guint index = bw_chart_row_get_index (row);

  g_signal_emit (self, signals[ROW_ACTIVATED], 0, bw_chart_table_get_period (table, index),
                 bw_chart_table_get_member (table, index));
}

static void
bw_chart_grid_map (GtkWidget *widget)
{
  BwChartGrid *self = BW_CHART_GRID (widget);

  if (self->waiting)
    show_chart (self);
  GTK_WIDGET_CLASS (bw_chart_grid_parent_class)->map (widget);
}

static void
bw_chart_grid_dispose (GObject *object)
{
  g_clear_pointer (&BW_CHART_GRID (object)->chart, bw_chart_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_CHART_GRID);
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_chart_grid_parent_class)->dispose (object);
}

static void
bw_chart_grid_class_init (BwChartGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_chart_grid_dispose;
  widget_class->map = bw_chart_grid_map;

  /* A row was chosen: period and member as those of marks. */
  signals[ROW_ACTIVATED] =
      g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "chartgrid");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-chart-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChartGrid, view);
}

static void
bw_chart_grid_init (BwChartGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

BwChartGrid *
bw_chart_grid_new (void)
{
  return g_object_new (BW_TYPE_CHART_GRID, NULL);
}

void
bw_chart_grid_set_chart (BwChartGrid *self, BwChart *chart)
{
  g_return_if_fail (BW_IS_CHART_GRID (self));

  if (chart != NULL)
    bw_chart_ref (chart);
  g_clear_pointer (&self->chart, bw_chart_unref);
  self->chart = chart;
  self->waiting = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_chart (self);
}

GtkColumnView *
bw_chart_grid_get_view (BwChartGrid *self)
{
  return self->view;
}
