/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the filter panel.
 *
 * Keys: those of an expander for dimensions, space for values. Actions: "row.choose-all",
 * "row.choose-none", "row.invert". Accessibility: a value is a check box, described by its count.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-children.h"
#include "bw-filter-row.h"
#include "bw-unit.h"

struct _BwFilterRow {
  GtkWidget parent_instance;

  gboolean updating;

  /* Template */
  GtkTreeExpander *expander;
  GtkLabel *title;
  GtkCheckButton *check;
  GtkLabel *value;
  GtkLabel *count;
  GtkWidget *more;

  /* Owned */
  GObject *item;
  BwFilterDimension *dimension; /* that it is or belongs to */
};

G_DEFINE_FINAL_TYPE (BwFilterRow, bw_filter_row, GTK_TYPE_WIDGET)

static void
show_dimension (BwFilterRow *self)
{
  const char *title = bw_field_get_title (bw_filter_dimension_get_field (self->dimension));
  guint n = bw_filter_dimension_count_chosen (self->dimension);
  g_autofree char *chosen = NULL;

  gtk_label_set_label (self->title, title);
  if (n > 0)
    /* Translators: how many values of a dimension were chosen to filter by */
    chosen = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen", n), n);
  gtk_label_set_label (self->count, chosen != NULL ? chosen : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen != NULL ? chosen : "", -1);
}

static void
show_value (BwFilterRow *self)
{
  BwFilterValue *value = BW_FILTER_VALUE (self->item);
  gint64 n = bw_filter_value_get_count (value);
  g_autofree char *count = n >= 0 ? bw_format_count (n) : g_strdup ("");

  gtk_label_set_label (self->value, bw_filter_value_get_label (value));
  gtk_label_set_label (self->count, count);
  self->updating = TRUE;
  gtk_check_button_set_active (self->check, bw_filter_value_get_chosen (value));
  self->updating = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bw_filter_value_get_label (value),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
}

static void
update (BwFilterRow *self)
{
  if (BW_IS_FILTER_VALUE (self->item))
    show_value (self);
  else
    show_dimension (self);
}

static void
toggled_cb (BwFilterRow *self)
{
  if (!self->updating && BW_IS_FILTER_VALUE (self->item))
    bw_filter_value_set_chosen (BW_FILTER_VALUE (self->item),
                                gtk_check_button_get_active (self->check));
}

static void
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BwFilterRow *self = BW_FILTER_ROW (widget);

  if (g_str_equal (action, "row.choose-all"))
    bw_filter_dimension_choose_all (self->dimension);
  else if (g_str_equal (action, "row.invert"))
    bw_filter_dimension_invert (self->dimension);
  else
    bw_filter_dimension_choose_none (self->dimension);
}

static void
bw_filter_row_dispose (GObject *object)
{
  BwFilterRow *self = BW_FILTER_ROW (object);

  bw_filter_row_set_tree_row (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_FILTER_ROW);
  bw_children_unparent (GTK_WIDGET (self));
  G_OBJECT_CLASS (bw_filter_row_parent_class)->dispose (object);
}

static void
bw_filter_row_class_init (BwFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_filter_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.choose-all", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "row.choose-none", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "row.invert", NULL, choose_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwFilterRow, expander);
  gtk_widget_class_bind_template_child (widget_class, BwFilterRow, title);
  gtk_widget_class_bind_template_child (widget_class, BwFilterRow, check);
  gtk_widget_class_bind_template_child (widget_class, BwFilterRow, value);
  gtk_widget_class_bind_template_child (widget_class, BwFilterRow, count);
  gtk_widget_class_bind_template_child (widget_class, BwFilterRow, more);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
bw_filter_row_init (BwFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_filter_row_new (void)
{
  return g_object_new (BW_TYPE_FILTER_ROW, NULL);
}

static void
use_item (BwFilterRow *self, GObject *item)
{
  gboolean is_value = BW_IS_FILTER_VALUE (item);
  BwFilterDimension *dimension = is_value ? bw_filter_value_get_dimension (BW_FILTER_VALUE (item))
                                          : BW_FILTER_DIMENSION (item);

  self->item = item;
  self->dimension = g_object_ref (dimension);
  g_signal_connect_object (self->dimension, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_tree_expander_set_hide_expander (self->expander, is_value);
  gtk_widget_set_focusable (GTK_WIDGET (self->expander), !is_value);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !is_value);
  gtk_widget_set_visible (GTK_WIDGET (self->check), is_value);
  gtk_widget_set_visible (self->more, !is_value && bw_filter_dimension_is_short (self->dimension));
  update (self);
}

void
bw_filter_row_set_tree_row (BwFilterRow *self, GtkTreeListRow *row)
{
  g_return_if_fail (BW_IS_FILTER_ROW (self));

  if (self->dimension != NULL)
    g_signal_handlers_disconnect_by_data (self->dimension, self);
  g_clear_object (&self->dimension);
  g_clear_object (&self->item);
  if (self->expander != NULL)
    gtk_tree_expander_set_list_row (self->expander, row);
  if (row != NULL)
    use_item (self, gtk_tree_list_row_get_item (row));
}

void
bw_filter_row_toggle (GtkTreeListRow *row)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  if (BW_IS_FILTER_VALUE (item))
    bw_filter_value_set_chosen (BW_FILTER_VALUE (item),
                                !bw_filter_value_get_chosen (BW_FILTER_VALUE (item)));
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}
