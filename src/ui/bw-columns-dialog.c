/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns a table of rows shows, and in which order.
 *
 * Shortcuts: Alt+Up and Alt+Down move the column of the focused row. Escape closes.
 * Accessibility: each row is a check box named by its column. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-columns-dialog.h"
#include "bw-plain-row.h"

struct _BwColumnsDialog {
  AdwDialog parent_instance;

  /* Template */
  GtkSearchEntry *search;
  GtkListBox *list;

  /* Owned */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (BwColumnsDialog, bw_columns_dialog, ADW_TYPE_DIALOG)

static GtkColumnViewColumn *
get_column (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "column");
}

static guint
find_position (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint position = 0;

  while (position < g_list_model_get_n_items (columns)) {
    g_autoptr (GtkColumnViewColumn) at = g_list_model_get_item (columns, position);
    if (at == column)
      break;
    position++;
  }
  return position;
}

/* Rows are made anew when columns move: the focus goes with the column. */
static void
focus_row (BwColumnsDialog *self, GtkColumnViewColumn *column)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_column (GTK_WIDGET (row)) == column)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
move_row (GtkWidget *row, int by)
{
  BwColumnsDialog *self = BW_COLUMNS_DIALOG (gtk_widget_get_ancestor (row, BW_TYPE_COLUMNS_DIALOG));
  g_autoptr (GtkColumnViewColumn) column = g_object_ref (get_column (row));
  guint position = find_position (self->view, column);
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->view));

  if ((by < 0 && position == 0) || (by > 0 && position + 1 >= n))
    return;
  gtk_column_view_insert_column (self->view, (guint) ((int) position + by), column);
  focus_row (self, column);
}

static void
move_up_cb (GtkWidget *row)
{
  move_row (row, -1);
}

static void
move_down_cb (GtkWidget *row)
{
  move_row (row, 1);
}

static gboolean
move_shortcut_cb (GtkWidget *row, GVariant *args, gpointer user_data)
{
  move_row (row, g_variant_get_int32 (args));
  return TRUE;
}

static void
add_shortcuts (GtkWidget *row)
{
  static const struct {
    guint key;
    int by;
  } moves[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (moves[i].key, GDK_ALT_MASK),
                          gtk_callback_action_new (move_shortcut_cb, NULL, NULL));
    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (moves[i].by));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  }
  gtk_widget_add_controller (row, controller);
}

static void
add_button (GtkWidget *row, const char *icon, const char *label, void (*callback) (GtkWidget *row))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (callback), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  GtkColumnViewColumn *column = item;
  const char *title = gtk_column_view_column_get_title (column);
  GtkWidget *row = bw_plain_row_new (*title != '\0' ? title : _ ("No name"), NULL);
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (row), "column", g_object_ref (column), g_object_unref);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_bind_property (column, "visible", check, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  add_button (row, "go-up-symbolic", _ ("Move Towards Start"), move_up_cb);
  add_button (row, "go-down-symbolic", _ ("Move Towards End"), move_down_cb);
  add_shortcuts (row);
  return row;
}

static void
bw_columns_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_COLUMNS_DIALOG);
  g_clear_object (&BW_COLUMNS_DIALOG (object)->view);
  G_OBJECT_CLASS (bw_columns_dialog_parent_class)->dispose (object);
}

static void
bw_columns_dialog_class_init (BwColumnsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_columns_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwColumnsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, BwColumnsDialog, list);
}

static void
bw_columns_dialog_init (BwColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwColumnsDialog *
bw_columns_dialog_new (GtkColumnView *view)
{
  BwColumnsDialog *self = g_object_new (BW_TYPE_COLUMNS_DIALOG, NULL);
  GtkExpression *title = gtk_property_expression_new (GTK_TYPE_COLUMN_VIEW_COLUMN, NULL, "title");
  GtkStringFilter *filter = gtk_string_filter_new (title);
  g_autoptr (GtkFilterListModel) found = gtk_filter_list_model_new (
      g_object_ref (gtk_column_view_get_columns (view)), GTK_FILTER (filter));

  self->view = g_object_ref (view);
  g_object_bind_property (self->search, "text", filter, "search", G_BINDING_DEFAULT);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (found), create_row_cb, NULL, NULL);
  return self;
}

void
bw_columns_dialog_move (GtkColumnView *view, GtkColumnViewColumn *column, int by)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  int n = (int) g_list_model_get_n_items (columns);
  int at = (int) find_position (view, column) + by;

  for (; at >= 0 && at < n; at += by) {
    g_autoptr (GtkColumnViewColumn) passed = g_list_model_get_item (columns, (guint) at);
    if (gtk_column_view_column_get_visible (passed)) {
      gtk_column_view_insert_column (view, (guint) at, column);
      return;
    }
  }
}
