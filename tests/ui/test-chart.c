/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as widgets: marks, keys, roles, copies. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bw-chart-canvas.h"
#include "bw-chart-card.h"
#include "bw-chart-copy.h"
#include "bw-chart-view.h"
#include "bw-screen-theme.h"
#include "ui-fixture.h"

typedef struct {
  GtkWidget *window;
  BwChartView *view;
} Fixture;

static BwChart *
create_chart (guint n_days)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) span = bw_period_new_days (20000, 20000 + n_days - 1, zone);
  g_autoptr (BwAxis) axis = bw_axis_new (span, BW_GRAIN_DAY);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_NONE, NULL, 1);

  for (guint i = 0; i < n_days; i++) {
    bw_series_peek (series, i, 0)->value = i + 1;
    bw_series_peek (series, i, 0)->n = i + 1;
  }
  return bw_chart_new ("bar", "Tickets", "by day", series);
}

static void
set_up (Fixture *fixture, gconstpointer n_days)
{
  g_autoptr (BwChart) chart = create_chart (GPOINTER_TO_UINT (n_days));

  fixture->window = gtk_window_new ();
  fixture->view = bw_chart_view_new ();
  bw_chart_view_set_chart (fixture->view, chart);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer n_days)
{
  BwChartView *view = g_object_ref (fixture->view);
  BwChartCanvas *canvas = g_object_ref (bw_chart_view_get_canvas (view));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_finalize_object (G_OBJECT (view));
  g_assert_finalize_object (G_OBJECT (canvas));
}

static void
press (Fixture *fixture, const char *action, int argument)
{
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), action, "i", argument));
}

/* --- Assistive technologies --------------------------------------------------------------------
 */

static void
test_marks (Fixture *fixture, gconstpointer n_days)
{
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);
  g_autoptr (GtkAccessible) mark = NULL;
  guint n = 0;

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Tickets");
  gtk_test_accessible_assert_property (
      canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      bw_scene_get_description (bw_chart_canvas_get_scene (canvas)));

  mark = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (canvas));
  while (mark != NULL) {
    const BwMark *datum = bw_scene_get_data (bw_chart_canvas_get_scene (canvas), n);
    g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (mark);
    GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (mark);
    int x, y, width, height;
    g_assert_true (parent == GTK_ACCESSIBLE (canvas));
    gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, datum->words);
    g_assert_true (gtk_accessible_get_bounds (mark, &x, &y, &width, &height));
    g_assert_cmpint (x, ==, (int) floor (datum->box.x));
    g_assert_cmpint (height, ==, (int) ceil (datum->box.height));
    g_set_object (&mark, next);
    g_clear_object (&next);
    n++;
  }
  g_assert_cmpuint (n, ==, GPOINTER_TO_UINT (n_days));
}

static void
test_many_marks (Fixture *fixture, gconstpointer n_days)
{
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_null (gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (canvas)));
}

/* The role follows the number of data; a mark that is left over knows nothing any more. */
static void
test_role_changes (Fixture *fixture, gconstpointer n_days)
{
  g_autoptr (BwChart) many = create_chart (BW_CHART_CANVAS_MANY + 1);
  g_autoptr (BwChart) few = create_chart (3);
  g_autoptr (GtkAccessible) mark = gtk_accessible_get_first_accessible_child (
      GTK_ACCESSIBLE (bw_chart_view_get_canvas (fixture->view)));

  bw_chart_view_set_chart (fixture->view, many);
  ui_settle ();
  gtk_test_accessible_assert_role (bw_chart_view_get_canvas (fixture->view),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_null (gtk_accessible_get_accessible_parent (mark));
  g_assert_null (gtk_accessible_get_next_accessible_sibling (mark));
  g_assert_false (
      gtk_accessible_get_bounds (mark, &(int) { 0 }, &(int) { 0 }, &(int) { 0 }, &(int) { 0 }));

  bw_chart_view_set_chart (fixture->view, few);
  ui_settle ();
  gtk_test_accessible_assert_role (bw_chart_view_get_canvas (fixture->view),
                                   GTK_ACCESSIBLE_ROLE_LIST);
}

/* --- Keys --------------------------------------------------------------------------------------
 */

static void
test_keys (Fixture *fixture, gconstpointer n_days)
{
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);
  int last = GPOINTER_TO_INT (n_days) - 1;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, -1);
  press (fixture, "canvas.step-aside", 1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, 0);
  press (fixture, "canvas.step-aside", -1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, 0);
  press (fixture, "canvas.go-to-end", 1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, last);
  press (fixture, "canvas.step", 1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, last);
  press (fixture, "canvas.step", -1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, last - 1);
  press (fixture, "canvas.go-to-end", -1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, 0);
  ui_settle ();
}

static void
check_place (BwChartCanvas *canvas, int period, int member)
{
  int cursor = bw_chart_canvas_get_cursor (canvas);
  const BwMark *mark;

  g_assert_cmpint (cursor, >=, 0);
  mark = bw_scene_get_data (bw_chart_canvas_get_scene (canvas), (guint) cursor);
  g_assert_cmpint (mark->period, ==, period);
  g_assert_cmpint (mark->member, ==, member);
}

static void
test_mirrored_keys (Fixture *fixture, gconstpointer n_days)
{
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);
  const BwMark *first;

  gtk_widget_set_direction (GTK_WIDGET (canvas), GTK_TEXT_DIR_RTL);
  ui_settle ();
  first = bw_scene_get_data (bw_chart_canvas_get_scene (canvas), 0);
  g_assert_cmpfloat (first->box.x, >, gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0);
  bw_chart_canvas_set_cursor (canvas, 1);
  press (fixture, "canvas.step-aside", -1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, 2);
  press (fixture, "canvas.step", -1);
  g_assert_cmpint (bw_chart_canvas_get_cursor (canvas), ==, 1);
}

static void
activated_cb (BwChartView *view, int period, int member, int *place)
{
  *place = period;
}

static void
test_activate (Fixture *fixture, gconstpointer n_days)
{
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);
  int place = -1;

  g_signal_connect (fixture->view, "mark-activated", G_CALLBACK (activated_cb), &place);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.activate", NULL);
  g_assert_cmpint (place, ==, -1);
  bw_chart_canvas_set_cursor (canvas, 2);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.activate", NULL);
  g_assert_cmpint (place, ==, 2);
}

/* Left and Right stay with a member, Up and Down with a period. */
static void
test_plane (Fixture *fixture, gconstpointer n_days)
{
  static const char *const members[] = { "Chat", "E-mail", "Phone" };
  BwAxis *axis = bw_series_get_axis (bw_chart_view_get_chart (fixture->view)->series);
  g_autoptr (BwSeries) series = bw_series_new (axis, BW_UNIT_COUNT, BW_FIELD_CHANNEL, members, 3);
  g_autoptr (BwChart) chart = bw_chart_new ("line", "Tickets", NULL, series);
  BwChartCanvas *canvas;

  for (guint p = 0; p < GPOINTER_TO_UINT (n_days); p++)
    for (guint m = 0; m < 3; m++)
      if (p != 2 || m != 0)
        bw_series_peek (series, p, m)->value = 10 * m + p;
  bw_chart_view_set_chart (fixture->view, chart);
  ui_settle ();
  canvas = bw_chart_view_get_canvas (fixture->view);
  bw_chart_canvas_set_cursor (canvas, 1); /* Chat on the second day; its third is missing */
  press (fixture, "canvas.step-aside", 1);
  check_place (canvas, 3, 0);
  press (fixture, "canvas.step", 1);
  check_place (canvas, 3, 1);
  press (fixture, "canvas.step", 1);
  check_place (canvas, 3, 2);
  press (fixture, "canvas.step-aside", -1);
  check_place (canvas, 2, 2);
}

/* --- Zoom --------------------------------------------------------------------------------------
 */

static void
test_zoom (Fixture *fixture, gconstpointer n_days)
{
  GActionGroup *actions = bw_chart_view_get_actions (fixture->view);
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);
  const BwZoom *zoom = bw_chart_view_get_zoom (fixture->view);
  int place = -1;

  g_signal_connect (fixture->view, "mark-activated", G_CALLBACK (activated_cb), &place);
  g_assert_null (ui_find (fixture->view, GTK_TYPE_BUTTON));
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-out"));
  bw_chart_canvas_set_cursor (canvas, 20);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "chart.zoom-in", NULL));
  ui_settle ();
  canvas = bw_chart_view_get_canvas (fixture->view);
  g_assert_cmpuint (zoom->n, ==, 20);
  g_assert_nonnull (ui_find (fixture->view, GTK_TYPE_BUTTON));
  check_place (canvas, 20 - (int) zoom->from, 0);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.activate", NULL);
  g_assert_cmpint (place, ==, 20);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "chart.pan", "i", -1));
  ui_settle ();
  check_place (canvas, 20 - (int) zoom->from, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (canvas), "chart.zoom-reset", NULL));
  ui_settle ();
  g_assert_true (bw_zoom_is_all (zoom));
  g_assert_null (ui_find (fixture->view, GTK_TYPE_BUTTON));
  g_assert_cmpuint (bw_scene_get_n_data (bw_chart_canvas_get_scene (canvas)), ==, 30);
}

/* --- Cards -------------------------------------------------------------------------------------
 */

static void
test_card (void)
{
  g_autoptr (BwChart) chart = create_chart (5);
  GtkWidget *window = gtk_window_new ();
  BwChartCard *card = bw_chart_card_new ();
  AdwViewStack *stack;
  GtkColumnView *grid;
  int place = -1;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (card));
  gtk_window_present (GTK_WINDOW (window));
  bw_chart_card_set_chart (card, "By day", NULL, chart);
  ui_settle ();
  stack = ui_find (card, ADW_TYPE_VIEW_STACK);
  adw_view_stack_set_visible_child_name (stack, "table");
  ui_settle ();
  grid = ui_find (card, GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (grid))), ==,
                    5);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (grid)), ==, 2);
  g_signal_connect (card, "mark-activated", G_CALLBACK (activated_cb), &place);
  g_signal_emit_by_name (grid, "activate", 3);
  g_assert_cmpint (place, ==, 3);
  bw_chart_card_set_chart (card, NULL, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
  g_object_ref (card);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (G_OBJECT (card));
}

static void
check_inside (BwChartCard *card, GType type)
{
  g_autoptr (GPtrArray) parts = ui_find_all (card, type);

  g_assert_cmpuint (parts->len, >=, 1);
  for (guint i = 0; i < parts->len; i++) {
    graphene_rect_t bounds;

    g_assert_true (gtk_widget_compute_bounds (parts->pdata[i], GTK_WIDGET (card), &bounds));
    g_assert_cmpfloat (bounds.origin.x, >=, 0);
    g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                       gtk_widget_get_width (GTK_WIDGET (card)));
  }
}

/* Nothing of a narrow card leaves it, in either direction of text. */
static void
test_narrow_card (gconstpointer direction)
{
  g_autoptr (BwChart) chart = create_chart (5);
  GtkWidget *window = gtk_window_new ();
  BwChartCard *card = bw_chart_card_new ();
  GtkWidget *chooser = gtk_button_new_with_label ("A choice of many members");

  gtk_widget_set_default_direction ((GtkTextDirection) GPOINTER_TO_INT (direction));
  bw_chart_card_set_chooser (card, chooser);
  bw_chart_card_set_chart (card, "More than Chance?",
                           "Shares by how many are behind them, with the limits of chance", chart);
  gtk_window_set_default_size (GTK_WINDOW (window), 340, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (card));
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  check_inside (card, GTK_TYPE_BUTTON);
  check_inside (card, GTK_TYPE_LABEL);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  ui_settle ();
}

/* --- Style -------------------------------------------------------------------------------------
 */

static void
test_dark (Fixture *fixture, gconstpointer n_days)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  BwChartCanvas *canvas = bw_chart_view_get_canvas (fixture->view);
  BwColour light, dark;

  light = bw_scene_get_data (bw_chart_canvas_get_scene (canvas), 0)->colour;
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_settle ();
  dark = bw_scene_get_data (bw_chart_canvas_get_scene (canvas), 0)->colour;
  g_assert_cmpfloat (dark.red + dark.green + dark.blue, >, light.red + light.green + light.blue);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  ui_settle ();
}

/* --- Copies ------------------------------------------------------------------------------------
 */

static void
test_copies (Fixture *fixture, gconstpointer n_days)
{
  BwChart *chart = bw_chart_view_get_chart (fixture->view);
  GtkWidget *canvas = GTK_WIDGET (bw_chart_view_get_canvas (fixture->view));
  g_autofree char *png = ui_make_file ("chart.png", NULL);
  g_autofree char *svg = ui_make_file ("chart.svg", NULL);
  g_autofree char *nowhere = ui_make_file ("nowhere/chart.png", NULL);
  g_autofree char *text = bw_chart_copy_text (chart);
  g_autofree char *image = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (text, "Period\tValue\n2024-10-04\t1\n2024-10-05\t2\n"));
  g_assert_true (bw_chart_copy_write (chart, canvas, png, 2, &error));
  g_assert_no_error (error);
  texture = gdk_texture_new_from_filename (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 2 * gtk_widget_get_width (canvas));
  g_assert_true (bw_chart_copy_write (chart, canvas, svg, 1, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (svg, &image, NULL, NULL));
  g_assert_nonnull (strstr (image, "<svg"));
  g_assert_false (bw_chart_copy_write (chart, canvas, nowhere, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_sparkline (void)
{
  g_autoptr (BwChart) bars = create_chart (5);
  g_autoptr (BwChart) chart = bw_chart_new ("sparkline", NULL, NULL, bars->series);
  BwChartView *view = g_object_ref_sink (bw_chart_view_new ());

  bw_chart_view_set_chart (view, chart);
  gtk_test_accessible_assert_role (bw_chart_view_get_canvas (view),
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (bw_chart_view_get_canvas (view))));
  bw_chart_view_set_chart (view, NULL);
  g_assert_null (bw_chart_view_get_canvas (view));
  g_assert_finalize_object (G_OBJECT (view));
}

#define ADD(name, n_days, test)                                                                    \
  g_test_add (name, Fixture, GUINT_TO_POINTER (n_days), set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("/chart/marks", 5, test_marks);
  ADD ("/chart/many-marks", BW_CHART_CANVAS_MANY + 1, test_many_marks);
  ADD ("/chart/role-changes", 5, test_role_changes);
  ADD ("/chart/keys", 5, test_keys);
  ADD ("/chart/mirrored-keys", 5, test_mirrored_keys);
  ADD ("/chart/activate", 5, test_activate);
  ADD ("/chart/plane", 5, test_plane);
  ADD ("/chart/zoom", 30, test_zoom);
  g_test_add_func ("/chart/card", test_card);
  g_test_add_data_func ("/chart/narrow-card/ltr", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_narrow_card);
  g_test_add_data_func ("/chart/narrow-card/rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_narrow_card);
  ADD ("/chart/dark", 5, test_dark);
  ADD ("/chart/copies", 5, test_copies);
  g_test_add_func ("/chart/sparkline", test_sparkline);
  return g_test_run ();
}
