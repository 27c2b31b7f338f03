/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows before any file is open: how to open some.
 *
 * Accessibility: buttons and rows; recent sets are named by their files. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plain-row.h"
#include "bw-recent-files.h"
#include "bw-welcome-page.h"

struct _BwWelcomePage {
  AdwBin parent_instance;

  /* Template */
  AdwPreferencesGroup *recent;

  /* Owned */
  GPtrArray *rows; /* in the group */
};

G_DEFINE_FINAL_TYPE (BwWelcomePage, bw_welcome_page, ADW_TYPE_BIN)

static char *
name_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (folder, home) &&
      (folder[strlen (home)] == '\0' || folder[strlen (home)] == '/')) {
    g_autofree char *short_name = g_strconcat ("~", folder + strlen (home), NULL);
    return g_filename_display_name (short_name);
  }
  return g_filename_display_name (folder);
}

static GtkWidget *
create_row (char **paths)
{
  g_autofree char *title = bw_recent_files_name (paths);
  g_autofree char *subtitle = name_folder (paths[0]);
  GtkWidget *row = bw_plain_row_new (title, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-paths");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          g_variant_new_strv ((const char *const *) paths, -1));
  return row;
}

static void
bw_welcome_page_dispose (GObject *object)
{
  BwWelcomePage *self = BW_WELCOME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_WELCOME_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_welcome_page_parent_class)->dispose (object);
}

static void
bw_welcome_page_class_init (BwWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWelcomePage, recent);
}

static void
bw_welcome_page_init (BwWelcomePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_welcome_page_update (BwWelcomePage *self, GSettings *settings)
{
  g_autoptr (GPtrArray) sets = bw_recent_files_list (settings);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < sets->len; i++) {
    GtkWidget *row = create_row (g_ptr_array_index (sets, i));
    adw_preferences_group_add (self->recent, row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), sets->len > 0);
}
