/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program.
 *
 * Shortcuts: Ctrl+N, Ctrl+Q, Ctrl+comma, F1 and those of the window. Files given as arguments open
 * in a window that has none yet, else in a new one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-application.h"
#include "bw-folder-watch.h"
#include "bw-parallel.h"
#include "bw-preferences-dialog.h"
#include "bw-recovered.h"
#include "bw-ui-resources.h"
#include "bw-window.h"

struct _BwApplication {
  AdwApplication parent_instance;

  gboolean offered; /* what was left unsaved */

  /* Owned */
  GSettings *settings;
  BwFolderWatch *exports; /* those that arrive */
};

G_DEFINE_FINAL_TYPE (BwApplication, bw_application, ADW_TYPE_APPLICATION)

static const struct {
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.add-files", { "<Control><Shift>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export-as::pdf", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.find-filter", { "<Control>f" } },
  { "win.search", { "<Control>k" } },
  { "win.settings", { "<Alt>Return" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.show-shortcuts", { "<Control>question" } },
};

/* --- Actions -----------------------------------------------------------------------------------
 */

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (bw_window_new (user_data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (self));

  /* The last one ends the program; one with changes asks, and may stay. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (BW_IS_WINDOW (window))
    adw_dialog_present (ADW_DIALOG (bw_preferences_dialog_new (
                            self->settings, bw_window_get_workspace (BW_WINDOW (window)))),
                        GTK_WIDGET (window));
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      BW_IS_WINDOW (window))
    bw_window_show_toast (BW_WINDOW (window), _ ("No program is installed that shows the help"));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwApplication *self = user_data;
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:bellwether");

  gtk_uri_launcher_launch (launcher, gtk_application_get_active_window (GTK_APPLICATION (self)),
                           NULL, help_shown_cb, g_object_ref (self));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _ ("Bellwether"));
  adw_about_dialog_set_application_icon (about, APP_ID);
  adw_about_dialog_set_version (about, VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Bellwether developers"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
      about, _ ("Reports how a support team did, from its ticket exports. Works offline: nothing "
                "leaves your computer."));
  /* Translators: your names, one a line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (self)));
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
};

/* --- Life --------------------------------------------------------------------------------------
 */

static BwWindow *
find_free_window (GtkApplication *self)
{
  for (GList *l = gtk_application_get_windows (self); l != NULL; l = l->next)
    if (BW_IS_WINDOW (l->data) && bw_window_is_free (l->data))
      return l->data;
  return bw_window_new (BW_APPLICATION (self));
}

static void
update_colours (BwApplication *self)
{
  /* In the order of the setting. */
  const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                     ADW_COLOR_SCHEME_FORCE_DARK };
  int colours = g_settings_get_enum (self->settings, "colours");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[colours]);
}

static void
arrived_cb (BwApplication *self, const char *path)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (BW_IS_WINDOW (window))
    bw_window_offer_file (BW_WINDOW (window), path);
}

static void
bw_application_startup (GApplication *application)
{
  BwApplication *self = BW_APPLICATION (application);
  gboolean mirrored;

  G_APPLICATION_CLASS (bw_application_parent_class)->startup (application);
  bw_threads_give_way ();
  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::colours", G_CALLBACK (update_colours), self,
                           G_CONNECT_SWAPPED);
  update_colours (self);
  self->exports = bw_folder_watch_new (self->settings);
  g_signal_connect_object (self->exports, "arrived", G_CALLBACK (arrived_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           shortcuts[i].keys);
  /* The key that points to where the past is. */
  mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                         mirrored ? "win.period-next" : "win.period-previous",
                                         (const char *[]) { "<Alt>Left", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                         mirrored ? "win.period-previous" : "win.period-next",
                                         (const char *[]) { "<Alt>Right", NULL });
}

/* Once: copies that are made from now on belong to somebody. */
static void
offer_recovery (BwApplication *self, BwWindow *window)
{
  if (self->offered)
    return;
  self->offered = TRUE;
  bw_recovered_offer (window);
}

static void
bw_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (bw_window_new (BW_APPLICATION (application)));
  gtk_window_present (window);
  if (BW_IS_WINDOW (window))
    offer_recovery (BW_APPLICATION (application), BW_WINDOW (window));
}

/* The window that has this saved report, or NULL. */
static GtkWindow *
find_window_of (GtkApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (self); l != NULL; l = l->next) {
    BwDocument *document = BW_IS_WINDOW (l->data) ? bw_window_get_document (l->data) : NULL;
    if (document != NULL &&
        g_strcmp0 (bw_document_get_path (document), g_file_peek_path (file)) == 0)
      return l->data;
  }
  return NULL;
}

static void
bw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *present =
      n_files == 1 ? find_window_of (GTK_APPLICATION (application), files[0]) : NULL;
  BwWindow *window;

  if (present != NULL) {
    gtk_window_present (present);
    return;
  }
  window = find_free_window (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  bw_window_open_files (window, files, (guint) n_files);
  offer_recovery (BW_APPLICATION (application), window);
}

static void
bw_application_dispose (GObject *object)
{
  g_clear_object (&BW_APPLICATION (object)->exports);
  g_clear_object (&BW_APPLICATION (object)->settings);
  G_OBJECT_CLASS (bw_application_parent_class)->dispose (object);
}

static void
bw_application_class_init (BwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_application_dispose;
  application_class->startup = bw_application_startup;
  application_class->activate = bw_application_activate;
  application_class->open = bw_application_open;
}

static void
bw_application_init (BwApplication *self)
{
  /* A static library leaves out what nobody mentions; mentioned, it registers itself. */
  (void) bw_ui_get_resource ();
}

BwApplication *
bw_application_new (void)
{
  return g_object_new (BW_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

GSettings *
bw_application_get_settings (BwApplication *self)
{
  return self->settings;
}

GSettings *
bw_application_find_settings (void)
{
  GApplication *application = g_application_get_default ();

  return BW_IS_APPLICATION (application) ? BW_APPLICATION (application)->settings : NULL;
}
