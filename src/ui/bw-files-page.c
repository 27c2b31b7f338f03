/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are open, a group each.
 *
 * Accessibility: file names are headings, columns are rows of an expander. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-files-page.h"
#include "bw-source-group.h"

struct _BwFilesPage {
  BwReportPage parent_instance;

  /* Template */
  AdwPreferencesPage *page;

  /* Owned */
  GPtrArray *groups; /* in the page */
};

G_DEFINE_FINAL_TYPE (BwFilesPage, bw_files_page, BW_TYPE_REPORT_PAGE)

static void
update (BwFilesPage *self)
{
  BwWorkspace *workspace = bw_report_page_get_workspace (BW_REPORT_PAGE (self));
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
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
bw_files_page_watch (BwReportPage *self, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, self, (BwWatcher) update, "dataset", NULL);
}

static void
bw_files_page_dispose (GObject *object)
{
  BwFilesPage *self = BW_FILES_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_files_page_parent_class)->dispose (object);
}

static void
bw_files_page_class_init (BwFilesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_files_page_dispose;
  BW_REPORT_PAGE_CLASS (klass)->watch = bw_files_page_watch;

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
