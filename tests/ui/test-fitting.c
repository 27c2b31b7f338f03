/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has no room is said in fewer words. */
#include "config.h"

#include "bw-fitting.h"
#include "bw-question-bar.h"
#include "ui-fixture.h"

static GtkWidget *
add_child (GtkWidget *fitting, int minimum, int natural)
{
  GtkWidget *child = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (child), 10 + natural);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (child), natural);
  gtk_widget_set_size_request (child, minimum, -1);
  gtk_widget_set_parent (child, fitting);
  return child;
}

static void
test_choice (void)
{
  static const struct {
    int width;
    int shown;
    int height;
  } cases[] = {
    { 400, 0, 310 }, { 300, 0, 310 }, { 299, 1, 210 }, { 200, 1, 210 }, { 120, 2, 110 }
  };
  GtkWidget *fitting = g_object_ref_sink (g_object_new (BW_TYPE_FITTING, NULL));
  GtkWidget *children[] = { add_child (fitting, 300, 300), add_child (fitting, 200, 200),
                            add_child (fitting, 100, 100) };
  int minimum, natural;

  gtk_widget_measure (fitting, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 300);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int height;
    gtk_widget_measure (fitting, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL,
                        NULL);
    g_assert_cmpint (height, ==, cases[i].height);
    gtk_widget_allocate (fitting, cases[i].width, height, -1, NULL);
    for (guint c = 0; c < G_N_ELEMENTS (children); c++)
      g_assert_cmpint (gtk_widget_get_child_visible (children[c]), ==, (int) c == cases[i].shown);
  }
  g_assert_finalize_object (G_OBJECT (fitting));
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

/* Letters of twice the size in a window of 360: the toggles become a drop-down that says the same.
 */
static void
test_question_bar (void)
{
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (BwWorkspace) workspace = bw_workspace_new (utc);
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *bar = g_object_new (BW_TYPE_QUESTION_BAR, "workspace", workspace, NULL);
  GtkWidget *window =
      g_object_new (GTK_TYPE_WINDOW, "child", bar, "default-width", 360, "decorated", FALSE, NULL);
  GtkWidget *toggles = find_child (bar, ADW_TYPE_TOGGLE_GROUP);
  GtkDropDown *list = GTK_DROP_DOWN (gtk_widget_get_next_sibling (toggles));
  int dpi;

  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (toggles));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  ui_settle ();
  g_assert_cmpint (gtk_widget_get_width (bar), ==, 360);
  g_assert_false (gtk_widget_get_mapped (toggles));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));

  g_assert_cmpint (gtk_drop_down_get_selected (list), ==, BW_GRAIN_MONTH);
  gtk_drop_down_set_selected (list, BW_GRAIN_WEEK);
  g_assert_cmpint (bw_workspace_get_grain (workspace), ==, BW_GRAIN_WEEK);
  g_assert_cmpstr (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (toggles)), ==, "week");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/fitting/choice", test_choice);
  g_test_add_func ("/fitting/question-bar", test_question_bar);
  return g_test_run ();
}
