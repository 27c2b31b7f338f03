/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are open, a group each.
 *
 * Accessibility: file names are headings, columns are rows of an expander. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-files-page.h"
#include "bw-source-group.h"

struct _BwFilesPage {
  AdwNavigationPage parent_instance;

  /* Template */
  AdwPreferencesPage *page;

  /* Owned */
  BwWorkspace *workspace;
  GPtrArray *groups; /* in the page */
};

typedef enum {
  PROP_WORKSPACE = 1,
} BwFilesPageProperty;

static GParamSpec *props[PROP_WORKSPACE + 1];

G_DEFINE_FINAL_TYPE (BwFilesPage, bw_files_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (BwFilesPage *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (self->workspace);
  GListModel *sources = dataset != NULL ? bw_dataset_get_sources (dataset) : NULL;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; sources != NULL && i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    BwSourceGroup *group = bw_source_group_new (source);
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
}

static void
set_workspace (BwFilesPage *self, BwWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "notify::dataset", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
bw_files_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwFilesPage *self = BW_FILES_PAGE (object);

  switch ((BwFilesPageProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, self->workspace);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_files_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwFilesPage *self = BW_FILES_PAGE (object);

  switch ((BwFilesPageProperty) id) {
  case PROP_WORKSPACE:
    set_workspace (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_files_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (bw_files_page_parent_class)->constructed (object);
  update (BW_FILES_PAGE (object));
}

static void
bw_files_page_dispose (GObject *object)
{
  BwFilesPage *self = BW_FILES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_FILES_PAGE);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_files_page_parent_class)->dispose (object);
}

static void
bw_files_page_class_init (BwFilesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_files_page_get_property;
  object_class->set_property = bw_files_page_set_property;
  object_class->constructed = bw_files_page_constructed;
  object_class->dispose = bw_files_page_dispose;

  props[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_EXPLICIT_NOTIFY |
                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwFilesPage, page);
}

static void
bw_files_page_init (BwFilesPage *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwFilesPage *
bw_files_page_new (BwWorkspace *workspace)
{
  return g_object_new (BW_TYPE_FILES_PAGE, "workspace", workspace, NULL);
}
