/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a part of a page.
 *
 * CSS nodes: "chartview" around a "chart" and a button. Shortcuts: those of bw-chart-canvas.c;
 * Shift+F10, Menu and a secondary click open the menu. Where there are periods to be zoomed, Ctrl
 * with the wheel and two fingers do it, and what is seen is moved by dragging and by scrolling
 * aside; a button shows all again. Accessibility: the canvas is named by the chart's title; it
 * is made anew when the number of data calls for another role, as a widget never changes it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-copy.h"
#include "bw-chart-view.h"
#include "bw-children.h"
#include "bw-zoom.h"

#define ZOOM_STEP 1.5
/* A drag shorter than this is a click. */
#define DRAG_LEAST 8

struct _BwChartView {
  GtkWidget parent_instance;

  BwZoom zoom;
  BwZoom held;    /* when fingers or a button came down */
  double pointer; /* where the pointer is */

  /* Template */
  GMenuModel *chart_menu;
  GtkWidget *reset;

  /* Borrowed: children */
  BwChartCanvas *canvas;
  GtkPopover *context_menu; /* NULL until it is wanted */

  /* Owned */
  BwChart *chart;
  GActionGroup *actions;
};

typedef enum {
  PROP_CHART = 1,
} BwChartViewProperty;

typedef enum {
  MARK_ACTIVATED,
  LAST_SIGNAL,
} BwChartViewSignal;

static GParamSpec *props[PROP_CHART + 1];
static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwChartView, bw_chart_view, GTK_TYPE_WIDGET)

static GtkAccessibleRole
choose_role (BwChart *chart)
{
  guint n = bw_chart_count_data (chart);

  if (chart->type->is_bare)
    return GTK_ACCESSIBLE_ROLE_PRESENTATION;
  return n > BW_CHART_CANVAS_MANY ? GTK_ACCESSIBLE_ROLE_IMG : GTK_ACCESSIBLE_ROLE_LIST;
}

static void
mark_activated_cb (BwChartView *self, int period, int member)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, period, member);
}

static void
remove_canvas (BwChartView *self)
{
  if (self->canvas != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->canvas));
  self->canvas = NULL;
}

static void
require_canvas (BwChartView *self, GtkAccessibleRole role)
{
  if (self->canvas != NULL &&
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self->canvas)) == role)
    return;
  remove_canvas (self);
  self->canvas = bw_chart_canvas_new (role);
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self->canvas), role != GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_insert_after (GTK_WIDGET (self->canvas), GTK_WIDGET (self), NULL);
  g_signal_connect_object (self->canvas, "mark-activated", G_CALLBACK (mark_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
name_canvas (BwChartView *self)
{
  if (!self->chart->type->is_bare)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->chart->title != NULL ? self->chart->title
                                                               : _ ("Chart"), -1);
}

static BwChart *
cut_chart (BwChartView *self)
{
  g_autoptr (BwChart) cut = NULL;

  if (bw_zoom_is_all (&self->zoom))
    return bw_chart_retitle (self->chart, NULL, NULL);
  cut = bw_chart_cut (self->chart, self->zoom.from, self->zoom.n);
  return bw_chart_retitle (cut, NULL, NULL);
}

static void
update_actions (BwChartView *self)
{
  static const char *const names[] = { "zoom-in", "zoom-out", "zoom-reset", "pan" };
  gboolean is_all = bw_zoom_is_all (&self->zoom);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);
    gboolean enabled = i == 0 ? bw_zoom_can (&self->zoom) && self->zoom.n > BW_ZOOM_LEAST : !is_all;
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
  }
  gtk_widget_set_visible (self->reset, !is_all);
}

static void
show_chart (BwChartView *self)
{
  g_autoptr (BwChart) bare = cut_chart (self);

  require_canvas (self, choose_role (bare));
  bw_chart_canvas_show_part (self->canvas, bare, self->zoom.from);
  name_canvas (self);
  update_actions (self);
}

/* --- Zoom --------------------------------------------------------------------------------------
 */

/* The test backend of GTK 4.18 cannot announce. */
static void
announce_zoom (BwChartView *self)
{
  BwAxis *axis = bw_series_get_axis (self->chart->series);
  guint last = self->zoom.from + self->zoom.n - 1;
  /* Translators: what is seen of a chart: "April 2024 to March 2025" */
  g_autofree char *words =
      g_strdup_printf (C_ ("periods", "%s to %s"), bw_axis_get_label (axis, self->zoom.from),
                       bw_axis_get_label (axis, last));

  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static gboolean
is_mirrored (BwChartView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Which part of what is seen is at x. */
static double
find_part (BwChartView *self, double x)
{
  double part = x / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);

  return is_mirrored (self) ? 1 - part : part;
}

/* Keys zoom around the cursor, or towards now. */
static double
find_cursor_part (BwChartView *self)
{
  BwBox box;
  int cursor = bw_chart_canvas_get_cursor (self->canvas);

  if (cursor < 0 || !bw_chart_canvas_get_mark_box (self->canvas, (guint) cursor, &box))
    return 1;
  return find_part (self, box.x + box.width / 2);
}

static void
zoom_by (BwChartView *self, double factor, double at)
{
  if (!bw_zoom_by (&self->zoom, factor, at))
    return;
  show_chart (self);
  announce_zoom (self);
}

static void
move_by (BwChartView *self, int periods)
{
  if (!bw_zoom_move (&self->zoom, periods))
    return;
  show_chart (self);
  announce_zoom (self);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  zoom_by (user_data, ZOOM_STEP, find_cursor_part (user_data));
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  zoom_by (user_data, 1 / ZOOM_STEP, find_cursor_part (user_data));
}

/* The focus must not go with the button. */
static void
zoom_reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;
  gboolean had_focus = gtk_widget_has_focus (self->reset);

  self->zoom = bw_zoom_all (self->zoom.length);
  show_chart (self);
  announce_zoom (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
pan_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  int step = g_variant_get_int32 (parameter);

  move_by (user_data, is_mirrored (user_data) ? -step : step);
}

static void
motion_cb (BwChartView *self, double x, double y)
{
  self->pointer = x;
}

static gboolean
scroll_cb (BwChartView *self, double dx, double dy, GtkEventController *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (scroll);
  double aside = (state & GDK_SHIFT_MASK) != 0 && dx == 0 ? dy : dx;

  if (!bw_zoom_can (&self->zoom))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0 && dy != 0) {
    zoom_by (self, pow (ZOOM_STEP, -dy), find_part (self, self->pointer));
    return GDK_EVENT_STOP;
  }
  if (bw_zoom_is_all (&self->zoom) || fabs (aside) <= fabs (dy) * (aside != dy))
    return GDK_EVENT_PROPAGATE;
  move_by (self, (int) (aside > 0 ? ceil (aside) : floor (aside)) * (is_mirrored (self) ? -1 : 1));
  return GDK_EVENT_STOP;
}

static void
hold_cb (BwChartView *self)
{
  self->held = self->zoom;
}

static void
pinch_cb (BwChartView *self, double scale, GtkGesture *gesture)
{
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  self->zoom = self->held;
  zoom_by (self, scale, find_part (self, x));
}

static void
drag_cb (BwChartView *self, double dx, double dy, GtkGesture *gesture)
{
  double column = gtk_widget_get_width (GTK_WIDGET (self)) / (double) MAX (self->zoom.n, 1);
  int periods = (int) lround (-dx / column) * (is_mirrored (self) ? -1 : 1);

  if (bw_zoom_is_all (&self->zoom) || fabs (dx) < DRAG_LEAST)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  move_by (self, (int) self->held.from + periods - (int) self->zoom.from);
}

static void
add_controllers (BwChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (hold_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (hold_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* --- Menu --------------------------------------------------------------------------------------
 */

static GtkPopover *
create_context_menu (BwChartView *self)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->chart_menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  return GTK_POPOVER (menu);
}

static void
pop_up (BwChartView *self, double x, double y)
{
  if (self->context_menu == NULL)
    self->context_menu = create_context_menu (self);
  gtk_popover_set_pointing_to (self->context_menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->context_menu);
}

static void
pressed_cb (BwChartView *self, int n_presses, double x, double y, GtkGesture *gesture)
{
  if (self->chart == NULL || self->chart->type->is_bare)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (self, x, y);
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  pop_up (BW_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0,
          gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
copy_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;

  bw_chart_copy_picture (self->chart, GTK_WIDGET (self->canvas));
}

static void
copy_data_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;
  g_autofree char *text = bw_chart_copy_text (self->chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
save_png_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;

  bw_chart_copy_save (self->chart, GTK_WIDGET (self->canvas), ".png", 1);
}

static void
save_large_png_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;

  bw_chart_copy_save (self->chart, GTK_WIDGET (self->canvas), ".png", 2);
}

static void
save_svg_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;

  bw_chart_copy_save (self->chart, GTK_WIDGET (self->canvas), ".svg", 1);
}

static void
save_csv_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;

  bw_chart_copy_save (self->chart, GTK_WIDGET (self->canvas), ".csv", 1);
}

static const GActionEntry actions[] = {
  { .name = "copy-picture", .activate = copy_picture_cb },
  { .name = "copy-data", .activate = copy_data_cb },
  { .name = "save-png", .activate = save_png_cb },
  { .name = "save-large-png", .activate = save_large_png_cb },
  { .name = "save-svg", .activate = save_svg_cb },
  { .name = "save-csv", .activate = save_csv_cb },
  { .name = "zoom-in", .activate = zoom_in_cb },
  { .name = "zoom-out", .activate = zoom_out_cb },
  { .name = "zoom-reset", .activate = zoom_reset_cb },
  { .name = "pan", .activate = pan_cb, .parameter_type = "i" },
};

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwChartView *self = BW_CHART_VIEW (object);

  switch ((BwChartViewProperty) id) {
  case PROP_CHART:
    g_value_set_boxed (value, self->chart);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwChartView *self = BW_CHART_VIEW (object);

  switch ((BwChartViewProperty) id) {
  case PROP_CHART:
    bw_chart_view_set_chart (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_chart_view_dispose (GObject *object)
{
  BwChartView *self = BW_CHART_VIEW (object);

  remove_canvas (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_CHART_VIEW);
  self->context_menu = NULL;
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_pointer (&self->chart, bw_chart_unref);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (bw_chart_view_parent_class)->dispose (object);
}

static void
bw_chart_view_class_init (BwChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_chart_view_get_property;
  object_class->set_property = bw_chart_view_set_property;
  object_class->dispose = bw_chart_view_dispose;

  props[PROP_CHART] =
      g_param_spec_boxed ("chart", NULL, NULL, BW_TYPE_CHART,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /* A datum was chosen: its period and member. */
  signals[MARK_ACTIVATED] =
      g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChartView, chart_menu);
  gtk_widget_class_bind_template_child (widget_class, BwChartView, reset);
}

static void
bw_chart_view_init (BwChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GSimpleActionGroup *group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (group));
  self->actions = G_ACTION_GROUP (group);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_controllers (self);
}

BwChartView *
bw_chart_view_new (void)
{
  return g_object_new (BW_TYPE_CHART_VIEW, NULL);
}

void
bw_chart_view_set_chart (BwChartView *self, BwChart *chart)
{
  guint length;

  g_return_if_fail (BW_IS_CHART_VIEW (self));

  if (self->chart == chart)
    return;
  g_clear_pointer (&self->chart, bw_chart_unref);
  self->chart = chart != NULL ? bw_chart_ref (chart) : NULL;
  /* The same span of other figures stays as it is. */
  length = chart != NULL && !chart->type->is_bare ? bw_chart_get_n_periods (chart) : 0;
  if (length != self->zoom.length)
    self->zoom = bw_zoom_all (length);
  if (chart != NULL)
    show_chart (self);
  else
    remove_canvas (self);
  if (self->canvas != NULL) {
    bw_chart_canvas_set_cursor (self->canvas, -1);
    gtk_widget_queue_resize (GTK_WIDGET (self->canvas));
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

BwChart *
bw_chart_view_get_chart (BwChartView *self)
{
  return self->chart;
}

BwChartCanvas *
bw_chart_view_get_canvas (BwChartView *self)
{
  return self->canvas;
}

GMenuModel *
bw_chart_view_get_menu (BwChartView *self)
{
  return self->chart_menu;
}

const BwZoom *
bw_chart_view_get_zoom (BwChartView *self)
{
  return &self->zoom;
}

GActionGroup *
bw_chart_view_get_actions (BwChartView *self)
{
  return self->actions;
}
