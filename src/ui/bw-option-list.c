/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of texts that wrap, with a mark at the chosen one. */
#include "config.h"

#include "bw-option-list.h"

#define WIDTH_CHARS 32

typedef struct {
  GtkLabel *title;
  GtkLabel *says;
  GtkWidget *mark;
} Parts;

static GtkLabel *
append_label (GtkWidget *box)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "max-width-chars", WIDTH_CHARS, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Parts *parts = g_new (Parts, 1);

  gtk_widget_set_hexpand (texts, TRUE);
  parts->title = append_label (texts);
  parts->says = append_label (texts);
  parts->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (parts->mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (GTK_WIDGET (parts->says), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (parts->says), "dimmed");
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), parts->mark);
  g_object_set_data_full (G_OBJECT (item), "parts", parts, g_free);
  gtk_list_item_set_child (item, line);
}

static void
update_mark (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  const Parts *parts = g_object_get_data (G_OBJECT (item), "parts");
  gboolean chosen = gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (parts->mark, chosen ? 1 : 0);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  const Parts *parts = g_object_get_data (G_OBJECT (item), "parts");
  BwOptionSays tell = g_object_get_data (G_OBJECT (row), "option-says");
  const char *says = tell != NULL ? tell (row, gtk_list_item_get_position (item)) : NULL;

  gtk_label_set_label (parts->title, gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_label_set_label (parts->says, says != NULL ? says : "");
  gtk_widget_set_visible (GTK_WIDGET (parts->says), says != NULL);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (update_mark), item, 0);
  update_mark (row, NULL, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_data (row, item);
}

void
bw_option_list_setup (AdwComboRow *row, BwOptionSays says)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (row), "option-says", (gpointer) says);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), row, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), row, 0);
  adw_combo_row_set_list_factory (row, factory);
}

static void
name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_accessible_label (item,
                                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

void
bw_option_list_hide_chosen (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (name_cb), NULL);
  adw_combo_row_set_factory (row, factory);
}
