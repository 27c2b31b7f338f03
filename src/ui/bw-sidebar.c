/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report.
 *
 * CSS: a list of the class .navigation-sidebar. Keys: those of a list. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-children.h"
#include "bw-page-list.h"
#include "bw-sidebar.h"

struct _BwSidebar {
  GtkWidget parent_instance;

  /* Template */
  GtkListBox *list;
};

typedef enum {
  PAGE_CHOSEN,
  LAST_SIGNAL,
} BwSidebarSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwSidebar, bw_sidebar, GTK_TYPE_WIDGET)

/* The row's name is its page. */
static void
append_page (BwSidebar *self, const BwPageEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", entry->icon, NULL);
  GtkWidget *label = gtk_label_new (_ (entry->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, entry->id);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_list_box_append (self->list, row);
}

static GtkListBoxRow *
find_row (BwSidebar *self, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), page))
      return row;
  return NULL;
}

/* A line between pages of different places. */
static void
separate_places (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const BwPageEntry *entry = bw_page_list_find (gtk_widget_get_name (GTK_WIDGET (row)));
  const BwPageEntry *last =
      before != NULL ? bw_page_list_find (gtk_widget_get_name (GTK_WIDGET (before))) : entry;

  gtk_list_box_row_set_header (
      row, entry->place != last->place ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
row_activated_cb (BwSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
bw_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_SIDEBAR);
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_sidebar_parent_class)->dispose (object);
}

static void
bw_sidebar_class_init (BwSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_sidebar_dispose;

  /* The user went to a page. */
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bw_sidebar_init (BwSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, separate_places, NULL, NULL);
}

void
bw_sidebar_show (BwSidebar *self, BwWorkspace *workspace)
{
  guint n;
  const BwPageEntry *entries = bw_page_list (&n);

  g_return_if_fail (BW_IS_SIDEBAR (self));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n; i++)
    if (bw_page_entry_is_shown (&entries[i], workspace))
      append_page (self, &entries[i]);
}

gboolean
bw_sidebar_select (BwSidebar *self, const char *page)
{
  GtkListBoxRow *row = find_row (self, page);

  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  return TRUE;
}
