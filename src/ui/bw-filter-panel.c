/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dimensions that open to their values, each with a check box and its number of rows.
 *
 * Rows are made for what is on the screen only. Keys: arrows go through the list, Enter and space
 * open a dimension or choose a value; Escape in the search empties it, then closes the panel.
 * Accessibility: a list whose rows are expanders and check boxes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-filter-panel.h"
#include "bw-filter-row.h"

struct _BwFilterPanel {
  BwReportWidget parent_instance;

  gboolean searching;

  /* Template */
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list;

  /* Owned */
  BwFilterModel *model;
  GtkFilterListModel *found;
  GtkTreeListModel *tree;
  GHashTable *open; /* set of BwFieldId: dimensions that were opened by hand */
};

G_DEFINE_FINAL_TYPE (BwFilterPanel, bw_filter_panel, BW_TYPE_REPORT_WIDGET)

static gboolean
is_searching (BwFilterPanel *self)
{
  return *gtk_editable_get_text (self->search) != '\0';
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, bw_filter_row_new ());
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  bw_filter_row_set_tree_row (BW_FILTER_ROW (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  bw_filter_row_set_tree_row (BW_FILTER_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (BwFilterPanel *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

  bw_filter_row_toggle (row);
}

/* --- The list ----------------------------------------------------------------------------------
 */

static GListModel *
open_item (gpointer item, gpointer user_data)
{
  return BW_IS_FILTER_DIMENSION (item) ? G_LIST_MODEL (g_object_ref (item)) : NULL;
}

static gboolean
has_values (gpointer item, gpointer user_data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (item)) > 0;
}

static void
remember_open (BwFilterPanel *self)
{
  g_hash_table_remove_all (self->open);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++) {
    g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
    g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
    if (gtk_tree_list_row_get_expanded (row))
      g_hash_table_add (
          self->open, GINT_TO_POINTER (bw_filter_dimension_get_field (BW_FILTER_DIMENSION (item))));
  }
}

/* All while searching, else as they were. */
static void
restore_open (BwFilterPanel *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++) {
    g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
    g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
    gpointer field = GINT_TO_POINTER (bw_filter_dimension_get_field (BW_FILTER_DIMENSION (item)));
    gtk_tree_list_row_set_expanded (row,
                                    self->searching || g_hash_table_contains (self->open, field));
  }
}

static void
search_changed_cb (BwFilterPanel *self)
{
  GtkFilter *filter;

  if (self->model == NULL)
    return;
  if (is_searching (self) && !self->searching)
    remember_open (self);
  self->searching = is_searching (self);
  filter = gtk_filter_list_model_get_filter (self->found);
  bw_filter_model_set_search (self->model, gtk_editable_get_text (self->search));
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  restore_open (self);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "values" : "empty");
}

static void
stop_search_cb (BwFilterPanel *self)
{
  if (is_searching (self))
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.filters", NULL);
}

/* Dimensions get their values when these are counted. */
static void
values_counted_cb (BwFilterPanel *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
drop_model (BwFilterPanel *self)
{
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->tree);
  g_clear_object (&self->found);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
}

static void
bw_filter_panel_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  BwFilterPanel *self = BW_FILTER_PANEL (widget);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (has_values, NULL, NULL));

  drop_model (self);
  self->model = bw_filter_model_new (workspace);
  bw_filter_model_set_active (self->model, gtk_widget_get_mapped (GTK_WIDGET (self)));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), filter);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), FALSE, FALSE,
                                        open_item, NULL, NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           g_object_ref (G_LIST_MODEL (self->tree)))));
  g_signal_connect_object (self->model, "counted", G_CALLBACK (values_counted_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bw_filter_panel_map (GtkWidget *widget)
{
  BwFilterPanel *self = BW_FILTER_PANEL (widget);

  GTK_WIDGET_CLASS (bw_filter_panel_parent_class)->map (widget);
  if (self->model != NULL)
    bw_filter_model_set_active (self->model, TRUE);
}

static void
bw_filter_panel_unmap (GtkWidget *widget)
{
  BwFilterPanel *self = BW_FILTER_PANEL (widget);

  GTK_WIDGET_CLASS (bw_filter_panel_parent_class)->unmap (widget);
  if (self->model != NULL)
    bw_filter_model_set_active (self->model, FALSE);
}

/* Split views give a panel that is hidden whatever is left beside the content, at times nothing: it
 * is as wide as it has to be then. */
static int
get_width (GtkWidget *child, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return width < 0 ? width : MAX (width, minimum);
}

static void
bw_filter_panel_measure (GtkWidget *self,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = get_width (child, for_size);
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
bw_filter_panel_size_allocate (GtkWidget *self, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (self);

  gtk_widget_allocate (child, get_width (child, width), height, -1, NULL);
}

static GtkSizeRequestMode
bw_filter_panel_get_request_mode (GtkWidget *self)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bw_filter_panel_dispose (GObject *object)
{
  BwFilterPanel *self = BW_FILTER_PANEL (object);

  drop_model (self);
  g_clear_pointer (&self->open, g_hash_table_unref);
  G_OBJECT_CLASS (bw_filter_panel_parent_class)->dispose (object);
}

static void
bw_filter_panel_class_init (BwFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_filter_panel_dispose;
  widget_class->map = bw_filter_panel_map;
  widget_class->unmap = bw_filter_panel_unmap;
  widget_class->measure = bw_filter_panel_measure;
  widget_class->size_allocate = bw_filter_panel_size_allocate;
  widget_class->get_request_mode = bw_filter_panel_get_request_mode;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_filter_panel_watch;

  gtk_widget_class_set_css_name (widget_class, "filterpanel");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-filter-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, BwFilterPanel, search);
  gtk_widget_class_bind_template_child (widget_class, BwFilterPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, BwFilterPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
bw_filter_panel_init (BwFilterPanel *self)
{
  self->open = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_filter_panel_focus_search (BwFilterPanel *self)
{
  g_return_if_fail (BW_IS_FILTER_PANEL (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

BwFilterModel *
bw_filter_panel_get_model (BwFilterPanel *self)
{
  g_return_val_if_fail (BW_IS_FILTER_PANEL (self), NULL);
  return self->model;
}
