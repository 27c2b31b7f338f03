/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drop-down of pages beside the tabs of AdwPreferencesDialog, of which the one that fits is
 * shown. What comes of the dialog's own is found by type; without it the tabs stay as they are.
 * Accessibility: the drop-down is named. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-page-picker.h"

/* In sp; for five short words. */
#define TABS_WIDTH 330

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

static AdwViewStackPage *
get_page (GtkDropDown *list, guint position)
{
  g_autoptr (AdwViewStackPage) page =
                g_list_model_get_item (gtk_drop_down_get_model (list), position);

  return page;
}

static void
page_selected_cb (GtkDropDown *list, GParamSpec *pspec, AdwPreferencesDialog *dialog)
{
  guint selected = gtk_drop_down_get_selected (list);

  if (selected != GTK_INVALID_LIST_POSITION)
    adw_preferences_dialog_set_visible_page_name (
        dialog, adw_view_stack_page_get_name (get_page (list, selected)));
}

static void
page_changed_cb (AdwPreferencesDialog *dialog, GParamSpec *pspec, GtkDropDown *list)
{
  const char *name = adw_preferences_dialog_get_visible_page_name (dialog);
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (list));

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (adw_view_stack_page_get_name (get_page (list, i)), name) == 0)
      gtk_drop_down_set_selected (list, i);
}

static GtkWidget *
create_list (AdwPreferencesDialog *dialog, AdwViewStack *pages)
{
  GtkExpression *title = gtk_property_expression_new (ADW_TYPE_VIEW_STACK_PAGE, NULL, "title");
  GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (adw_view_stack_get_pages (pages)), title);

  gtk_widget_set_hexpand (list, TRUE);
  gtk_widget_add_css_class (list, "page-picker");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Page of settings"), -1);
  page_changed_cb (dialog, NULL, GTK_DROP_DOWN (list));
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (page_selected_cb), dialog,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "notify::visible-page-name", G_CALLBACK (page_changed_cb), list,
                           G_CONNECT_DEFAULT);
  return list;
}

static void
set_visible (AdwBreakpoint *narrow, GtkWidget *widget, gboolean visible)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, visible);
  adw_breakpoint_add_setter (narrow, G_OBJECT (widget), "visible", &value);
  g_value_unset (&value);
}

void
bw_page_picker_add (AdwPreferencesDialog *dialog)
{
  GtkWidget *child = adw_dialog_get_child (ADW_DIALOG (dialog));
  GtkWidget *tabs = find_descendant (child, ADW_TYPE_VIEW_SWITCHER_BAR);
  GtkWidget *stack = find_descendant (child, ADW_TYPE_VIEW_STACK);
  GtkWidget *view = tabs != NULL ? gtk_widget_get_ancestor (tabs, ADW_TYPE_TOOLBAR_VIEW) : NULL;
  AdwBreakpoint *narrow;
  GtkWidget *list;

  if (view == NULL || stack == NULL)
    return;
  list = create_list (dialog, ADW_VIEW_STACK (stack));
  gtk_widget_set_visible (list, FALSE);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), list);
  narrow = adw_breakpoint_new (adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, TABS_WIDTH, ADW_LENGTH_UNIT_SP));
  set_visible (narrow, tabs, FALSE);
  set_visible (narrow, list, TRUE);
  adw_dialog_add_breakpoint (ADW_DIALOG (dialog), narrow);
}
