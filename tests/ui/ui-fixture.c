/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program without its main(). */
#include "config.h"

#include <glib/gstdio.h>

#include "bw-application.h"
#include "ui-fixture.h"

#define PATIENCE_SECONDS 20

static BwApplication *application;
static char *folder;

void
ui_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  application = bw_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* What moves by itself never settles. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  folder = g_dir_make_tmp ("bellwether-ui-XXXXXX", &error);
  g_assert_no_error (error);
}

BwApplication *
ui_application (void)
{
  return application;
}

static gboolean
ran_out_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_wait_for (UiCondition condition, gpointer user_data)
{
  gboolean ran_out = FALSE;
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, ran_out_cb, &ran_out);

  while (!condition (user_data) && !ran_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ran_out);
  g_source_remove (id);
}

/* Frames come a few milliseconds apart. */
void
ui_settle (void)
{
  for (int quiet = 0; quiet < 5;) {
    gboolean busy = FALSE;
    while (g_main_context_iteration (NULL, FALSE))
      busy = TRUE;
    quiet = busy ? 0 : quiet + 1;
    g_usleep (10000);
  }
}

BwWindow *
ui_open_window (void)
{
  BwWindow *window = bw_window_new (application);

  /* Each begins where a first one does. */
  g_settings_reset (bw_application_get_settings (application), "last-page");

  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  return window;
}

static gboolean
has_figures (gpointer window)
{
  BwWorkspace *workspace = bw_window_get_workspace (window);

  return workspace != NULL && bw_workspace_get_figures (workspace) != NULL &&
         !bw_workspace_get_busy (workspace);
}

void
ui_wait_for_figures (BwWindow *window)
{
  ui_wait_for (has_figures, window);
  ui_settle ();
}

BwWindow *
ui_open_sample (void)
{
  BwWindow *window = ui_open_window ();

  ui_activate (window, "open-sample", NULL);
  ui_wait_for_figures (window);
  return window;
}

void
ui_close_window (BwWindow *window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (G_OBJECT (window));
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
ui_find_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

gpointer
ui_find (gpointer root, GType type)
{
  g_autoptr (GPtrArray) found = ui_find_all (root, type);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

gboolean
ui_has_text (gpointer root, const char *text)
{
  g_autoptr (GPtrArray) labels = ui_find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

void
ui_activate (BwWindow *window, const char *action, const char *argument)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action,
                                  argument != NULL ? g_variant_new_string (argument) : NULL);
}

char *
ui_make_file (const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  if (content != NULL)
    g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}
