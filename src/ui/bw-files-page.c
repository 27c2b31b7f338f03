/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are open, a group each; and what was remembered of files that were set up by
 * hand.
 *
 * Accessibility: file names are headings, columns are rows of an expander. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-file-watch.h"
#include "bw-files-page.h"
#include "bw-messages.h"
#include "bw-own-profile.h"
#include "bw-plain-row.h"
#include "bw-profile.h"
#include "bw-source-group.h"
#include "bw-watch-row.h"

struct _BwFilesPage {
  BwReportPage parent_instance;

  /* Template */
  AdwPreferencesPage *page;
  AdwBanner *banner;

  /* Owned */
  GPtrArray *groups;            /* in the page */
  AdwPreferencesGroup *exports; /* in the page, once there are files */
  BwFileWatch *watch;

  /* Borrowed */
  AdwPreferencesGroup *remembered; /* in the page, or NULL */
};

G_DEFINE_FINAL_TYPE (BwFilesPage, bw_files_page, BW_TYPE_REPORT_PAGE)

/* --- What was remembered -----------------------------------------------------------------------
 */

static void update_remembered (BwFilesPage *self);

static void
forget_clicked_cb (BwFilesPage *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (!bw_own_profile_forget (g_object_get_data (G_OBJECT (button), "id"), &error))
    bw_messages_show_error (GTK_WIDGET (self), _ ("This Cannot Be Forgotten"), error->message);
  update_remembered (self);
}

static void
append_remembered (BwFilesPage *self, BwProfile *profile)
{
  GtkWidget *row = bw_plain_row_new (bw_profile_get_title (profile),
                                     bw_kind_get_title (bw_profile_get_kind (profile)));
  GtkWidget *button = gtk_button_new_with_label (_ ("Forget"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (bw_profile_get_id (profile)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->remembered, row);
}

static void
update_remembered (BwFilesPage *self)
{
  GPtrArray *profiles = bw_profiles ();

  if (self->remembered != NULL)
    adw_preferences_page_remove (self->page, self->remembered);
  self->remembered = NULL;
  for (guint i = 0; i < profiles->len; i++) {
    BwProfile *profile = g_ptr_array_index (profiles, i);
    if (!bw_profile_is_own (profile))
      continue;
    if (self->remembered == NULL) {
      self->remembered = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->remembered, _ ("Remembered"));
      adw_preferences_group_set_description (
          self->remembered, _ ("Files with these columns are read as they were set up by hand."));
      adw_preferences_page_add (self->page, self->remembered);
    }
    append_remembered (self, profile);
  }
}

/* --- Files -------------------------------------------------------------------------------------
 */

static const char *
describe_state (BwFileState state)
{
  switch (state) {
  case BW_FILE_CHANGED:
    return _ ("The file has changed since it was read. The report keeps its figures.");
  case BW_FILE_VANISHED:
    return _ ("The file is no longer there. The report keeps its figures.");
  case BW_FILE_SAME:
    break;
  }
  return NULL;
}

static void
update_states (BwFilesPage *self)
{
  g_autofree char *words = bw_file_watch_describe (self->watch);
  gboolean reload = bw_file_watch_can_reload (self->watch);

  for (guint i = 0; i < self->groups->len; i++) {
    BwSourceGroup *group = g_ptr_array_index (self->groups, i);
    bw_source_group_set_state (group, describe_state (bw_file_watch_get_state (
                                          self->watch, bw_source_group_get_path (group))));
  }
  if (words != NULL)
    adw_banner_set_title (self->banner, words);
  adw_banner_set_button_label (self->banner, reload ? _ ("_Reload") : NULL);
  adw_banner_set_revealed (self->banner, words != NULL);
}

static gboolean
has_several_paths (GListModel *sources)
{
  g_autoptr (BwSource) first = g_list_model_get_item (sources, 0);

  for (guint i = 1; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    if (!g_str_equal (source->path, first->path))
      return TRUE;
  }
  return FALSE;
}

static void
add_groups (BwFilesPage *self, BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  gboolean removable = has_several_paths (sources);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    BwSourceGroup *group = bw_source_group_new (dataset, source, removable);
    adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
}

static void
watch_files (BwFilesPage *self, BwWorkspace *workspace)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_set_object (&self->watch, bw_file_watch_of (bw_workspace_get_dataset (workspace)));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update_states), self,
                           G_CONNECT_SWAPPED);
  update_states (self);
}

/* Below the files, however many there are. */
static void
show_exports (BwFilesPage *self)
{
  if (gtk_widget_get_parent (GTK_WIDGET (self->exports)) != NULL)
    adw_preferences_page_remove (self->page, self->exports);
  adw_preferences_page_add (self->page, self->exports);
}

static AdwPreferencesGroup *
create_exports (void)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("New Exports"));
  adw_preferences_group_add (group, g_object_new (BW_TYPE_WATCH_ROW, NULL));
  return g_object_ref_sink (group);
}

static void
update (BwFilesPage *self)
{
  BwWorkspace *workspace = bw_report_page_get_workspace (BW_REPORT_PAGE (self));
  BwDataset *dataset = bw_workspace_get_dataset (workspace);

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  if (dataset == NULL)
    return;
  add_groups (self, dataset);
  watch_files (self, workspace);
  update_remembered (self);
  show_exports (self);
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
  g_clear_object (&self->exports);
  g_clear_object (&self->watch);
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
  gtk_widget_class_bind_template_child (widget_class, BwFilesPage, banner);
}

static void
bw_files_page_init (BwFilesPage *self)
{
  self->groups = g_ptr_array_new ();
  self->exports = create_exports ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
