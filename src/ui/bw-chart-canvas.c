/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawing of a chart.
 *
 * CSS node: "chart". Direction: scenes are mirrored by their layout; Left and Right follow the eye.
 * Keys: Left and Right walk along, Up and Down to another member (or row) of the same place, Home
 * and End to the first and last datum, Enter activates the one that the cursor is on, Escape leaves
 * it. Plus, minus and 0 zoom, Shift with Left and Right moves what is seen. Accessibility: role
 * list, the chart's title as label, the scene's sentences as description and a list item for each
 * datum; beyond BW_CHART_CANVAS_MANY role img without children.
 *
 * The scene is laid out when size, chart or style change; its drawing is kept as a render node, and
 * what moves (hover, cursor) is drawn over it. */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "bw-chart-canvas.h"
#include "bw-screen-theme.h"

#define RING_GAP 2
#define RING_WIDTH 2
#define LEAST_SIDE 12

struct _BwChartCanvas {
  GtkWidget parent_instance;

  int cursor;
  int hovered;
  guint offset;      /* periods that are cut off before the first one */
  int wanted_period; /* where the cursor was before another part was shown; -1 = nowhere */
  int wanted_member;
  BwTheme theme;

  /* Owned */
  BwChart *chart;
  BwScene *scene;
  GskRenderNode *node;
  GPtrArray *marks; /* BwChartMark */
};

typedef enum {
  PROP_CHART = 1,
} BwChartCanvasProperty;

typedef enum {
  MARK_ACTIVATED,
  LAST_SIGNAL,
} BwChartCanvasSignal;

static GParamSpec *props[PROP_CHART + 1];
static guint signals[LAST_SIGNAL];

static GtkAccessibleInterface *parent_accessible;
static void accessible_iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BwChartCanvas,
                               bw_chart_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, accessible_iface_init))

static guint
count_data (BwChartCanvas *self)
{
  return self->scene != NULL ? bw_scene_get_n_data (self->scene) : 0;
}

static const BwMark *
get_datum (BwChartCanvas *self, int index)
{
  return index >= 0 && (guint) index < count_data (self) ? bw_scene_get_data (self->scene, index)
                                                         : NULL;
}

/* -1 for none. */
static int
find_datum (BwChartCanvas *self, int period, int member)
{
  for (guint i = 0; i < count_data (self); i++) {
    const BwMark *mark = bw_scene_get_data (self->scene, i);
    if (mark->period == period && mark->member == member)
      return (int) i;
  }
  return -1;
}

/* Marks are made anew when there are more or fewer of them; otherwise they get new words. */
static void
update_marks (BwChartCanvas *self)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self));
  guint n = role == GTK_ACCESSIBLE_ROLE_LIST ? count_data (self) : 0;

  while (self->marks->len > n) {
    bw_chart_mark_detach (g_ptr_array_index (self->marks, self->marks->len - 1));
    g_ptr_array_set_size (self->marks, self->marks->len - 1);
  }
  while (self->marks->len < n)
    g_ptr_array_add (self->marks, bw_chart_mark_new (self, self->marks->len));
  for (guint i = 0; i < n; i++)
    bw_chart_mark_set_words (g_ptr_array_index (self->marks, i),
                             bw_scene_get_data (self->scene, i)->words);
}

static void
update_description (BwChartCanvas *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  if (gtk_accessible_get_accessible_role (accessible) == GTK_ACCESSIBLE_ROLE_PRESENTATION)
    return;
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  bw_scene_get_description (self->scene), -1);
}

static void
lay_out (BwChartCanvas *self, int width, int height)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, bw_scene_unref);
  self->scene = bw_chart_layout (self->chart, width, height, &self->theme);
  self->hovered = -1;
  if (self->wanted_period >= 0)
    self->cursor = find_datum (self, self->wanted_period - (int) self->offset, self->wanted_member);
  self->wanted_period = -1;
  if (self->cursor >= (int) count_data (self))
    self->cursor = -1;
  update_marks (self);
  update_description (self);
}

static void
invalidate (BwChartCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, bw_scene_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_theme (BwChartCanvas *self)
{
  BwTheme theme;

  memset (&theme, 0, sizeof theme);
  bw_screen_theme_init (&theme, GTK_WIDGET (self));
  if (memcmp (&theme, &self->theme, sizeof theme) == 0)
    return;
  if (theme.font_size != self->theme.font_size)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->theme = theme;
  invalidate (self);
}

/* Says the words of the datum; the test backend of GTK 4.18 cannot announce. */
static void
announce (BwChartCanvas *self, const char *words)
{
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
activate (BwChartCanvas *self, int index)
{
  const BwMark *mark = get_datum (self, index);

  if (mark != NULL)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0,
                   mark->period < 0 ? -1 : mark->period + (int) self->offset, mark->member);
}

static int
pick (BwChartCanvas *self, double x, double y)
{
  return self->scene != NULL ? bw_scene_pick (self->scene, x, y) : -1;
}

/* --- Drawing -----------------------------------------------------------------------------------
 */

static GskRenderNode *
make_node (BwChartCanvas *self, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  bw_scene_draw (self->scene, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static GdkRGBA
to_rgba (BwColour colour)
{
  return (GdkRGBA) { colour.red, colour.green, colour.blue, colour.alpha };
}

/* The box of the mark, made large enough to be seen around a point. */
static void
init_outline (const BwMark *mark, double gap, GskRoundedRect *outline)
{
  double width = MAX (mark->kind == BW_MARK_POINT ? mark->size : mark->box.width, LEAST_SIDE);
  double height = MAX (mark->kind == BW_MARK_POINT ? mark->size : mark->box.height, 4);
  double x = mark->box.x + (mark->box.width - width) / 2;
  double y = mark->box.y + (mark->box.height - height) / 2;
  double radius = mark->kind == BW_MARK_POINT ? G_MAXFLOAT : mark->radius + gap;

  if (mark->kind == BW_MARK_POINT)
    height = width, y = mark->box.y + (mark->box.height - height) / 2;
  radius = MIN (radius, MIN (width, height) / 2 + gap);
  gsk_rounded_rect_init_from_rect (
      outline, &GRAPHENE_RECT_INIT (x - gap, y - gap, width + 2 * gap, height + 2 * gap), radius);
}

static void
draw_hover (BwChartCanvas *self, const BwMark *mark, GtkSnapshot *snapshot)
{
  GdkRGBA colour = to_rgba (bw_colour_fade (self->theme.foreground, 0.18));
  GskRoundedRect outline;

  init_outline (mark, 0, &outline);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_ring (BwChartCanvas *self, const BwMark *mark, GtkSnapshot *snapshot)
{
  GdkRGBA colour =
      to_rgba (self->theme.high_contrast ? self->theme.foreground : self->theme.accent);
  float widths[] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  GdkRGBA colours[] = { colour, colour, colour, colour };
  GskRoundedRect outline;

  init_outline (mark, RING_GAP + RING_WIDTH, &outline);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
bw_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);
  const BwMark *hovered = get_datum (self, self->hovered);
  const BwMark *focused = get_datum (self, self->cursor);

  if (self->scene == NULL)
    return;
  if (self->node == NULL)
    self->node = make_node (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (hovered != NULL)
    draw_hover (self, hovered, snapshot);
  if (focused != NULL && gtk_widget_has_focus (widget))
    draw_ring (self, focused, snapshot);
}

/* --- Size --------------------------------------------------------------------------------------
 */

/* Rows of horizontal bars want a line and a half each; everything else a calm landscape. */
static int
get_natural_height (BwChartCanvas *self)
{
  double line = self->theme.font_size > 0 ? self->theme.font_size * 1.4 : 16;

  if (self->chart == NULL || self->chart->type->is_bare)
    return (int) (line * 2.2);
  return (int) (line * bw_chart_get_lines (self->chart));
}

static void
bw_chart_canvas_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);
  gboolean small = self->chart == NULL || self->chart->type->is_bare;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = small ? 24 : 160;
    *natural = small ? 96 : 480;
  } else {
    *minimum = *natural = get_natural_height (self);
  }
}

static void
bw_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);

  if (self->chart == NULL || width < LEAST_SIDE || height < LEAST_SIDE)
    g_clear_pointer (&self->scene, bw_scene_unref);
  else if (self->scene == NULL || bw_scene_get_width (self->scene) != width ||
           bw_scene_get_height (self->scene) != height)
    lay_out (self, width, height);
}

/* --- Style -------------------------------------------------------------------------------------
 */

static void
bw_chart_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bw_chart_canvas_parent_class)->css_changed (widget, change);
  update_theme (BW_CHART_CANVAS (widget));
}

static void
bw_chart_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (bw_chart_canvas_parent_class)->system_setting_changed (widget, setting);
  update_theme (BW_CHART_CANVAS (widget));
}

static void
bw_chart_canvas_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (bw_chart_canvas_parent_class)->direction_changed (widget, previous);
  update_theme (BW_CHART_CANVAS (widget));
}

/* --- Keys and pointer --------------------------------------------------------------------------
 */

/* How many marks away a place may be: a period without a value has none. */
static int
find_neighbour (BwChartCanvas *self, int dx, int dy)
{
  const BwMark *mark = get_datum (self, self->cursor);
  gboolean is_across = self->chart->series == NULL;
  guint n = count_data (self);

  for (int i = 1; i <= (int) n; i++) {
    int along = i * dx, aside = i * dy;
    int found = is_across ? find_datum (self, mark->period + aside, mark->member + along)
                          : find_datum (self, mark->period + along, mark->member + aside);
    if (found >= 0)
      return found;
  }
  return -1;
}

static void
step (BwChartCanvas *self, int dx, int dy)
{
  int last = (int) count_data (self) - 1;
  int forward = dx + dy;
  int next;

  if (last < 0)
    return;
  if (self->cursor < 0) {
    bw_chart_canvas_set_cursor (self, forward > 0 ? 0 : last);
    return;
  }
  next = find_neighbour (self, dx, dy);
  bw_chart_canvas_set_cursor (self, next >= 0 ? next : CLAMP (self->cursor + forward, 0, last));
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BW_CHART_CANVAS (widget), 0, g_variant_get_int32 (parameter));
}

static void
step_aside_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int by = g_variant_get_int32 (parameter);

  step (BW_CHART_CANVAS (widget), is_mirrored ? -by : by, 0);
}

static void
go_to_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);

  bw_chart_canvas_set_cursor (
      self, g_variant_get_int32 (parameter) < 0 ? 0 : (int) count_data (self) - 1);
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);

  activate (self, self->cursor);
}

/* Escape is free for others once no datum holds the cursor. */
static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);
  gboolean held = self->cursor >= 0;

  bw_chart_canvas_set_cursor (self, -1);
  return held;
}

static void
set_hovered (BwChartCanvas *self, int hovered)
{
  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (BwChartCanvas *self, double x, double y)
{
  set_hovered (self, pick (self, x, y));
}

static void
pointer_left_cb (BwChartCanvas *self)
{
  set_hovered (self, -1);
}

static void
pressed_cb (BwChartCanvas *self, int n_presses, double x, double y)
{
  int index = pick (self, x, y);

  if (index < 0 || !gtk_widget_get_focusable (GTK_WIDGET (self)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  bw_chart_canvas_set_cursor (self, index);
}

static void
released_cb (BwChartCanvas *self, int n_presses, double x, double y, GtkGesture *gesture)
{
  int index = pick (self, x, y);

  if (index < 0 || index != self->cursor)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  activate (self, index);
}

static gboolean
bw_chart_canvas_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BwChartCanvas *self = BW_CHART_CANVAS (widget);
  const BwMark *mark = get_datum (self, keyboard ? self->cursor : pick (self, x, y));

  if (mark == NULL || mark->words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->words);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle) { (int) floor (mark->box.x), (int) floor (mark->box.y),
                                              (int) ceil (mark->box.width) + 1,
                                              (int) ceil (mark->box.height) + 1 });
  return TRUE;
}

static void
focus_changed_cb (BwChartCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Assistive technologies --------------------------------------------------------------------
 */

static GtkAccessible *
bw_chart_canvas_get_first_accessible_child (GtkAccessible *accessible)
{
  BwChartMark *first = bw_chart_canvas_get_mark (BW_CHART_CANVAS (accessible), 0);

  return first != NULL ? GTK_ACCESSIBLE (g_object_ref (first)) : NULL;
}

static void
accessible_iface_init (GtkAccessibleInterface *iface)
{
  parent_accessible = g_type_interface_peek_parent (iface);
  iface->get_at_context = parent_accessible->get_at_context;
  iface->get_platform_state = parent_accessible->get_platform_state;
  iface->get_accessible_parent = parent_accessible->get_accessible_parent;
  iface->get_next_accessible_sibling = parent_accessible->get_next_accessible_sibling;
  iface->get_bounds = parent_accessible->get_bounds;
  iface->get_first_accessible_child = bw_chart_canvas_get_first_accessible_child;
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_chart_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwChartCanvas *self = BW_CHART_CANVAS (object);

  switch ((BwChartCanvasProperty) id) {
  case PROP_CHART:
    g_value_set_boxed (value, self->chart);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_chart_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwChartCanvas *self = BW_CHART_CANVAS (object);

  switch ((BwChartCanvasProperty) id) {
  case PROP_CHART:
    bw_chart_canvas_set_chart (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_chart_canvas_dispose (GObject *object)
{
  BwChartCanvas *self = BW_CHART_CANVAS (object);

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    bw_chart_mark_detach (g_ptr_array_index (self->marks, i));
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, bw_scene_unref);
  g_clear_pointer (&self->chart, bw_chart_unref);
  G_OBJECT_CLASS (bw_chart_canvas_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint keys[2];
    const char *action;
    int argument;
  } bindings[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, "canvas.step-aside", -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, "canvas.step-aside", 1 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, "canvas.step", -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, "canvas.step", 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, "canvas.go-to-end", -1 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, "canvas.go-to-end", 1 },
  };

  gtk_widget_class_install_action (widget_class, "canvas.step-aside", "i", step_aside_cb);
  gtk_widget_class_install_action (widget_class, "canvas.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "canvas.go-to-end", "i", go_to_end_cb);
  gtk_widget_class_install_action (widget_class, "canvas.activate", NULL, activate_cb);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    for (guint k = 0; k < G_N_ELEMENTS (bindings[i].keys); k++)
      gtk_widget_class_add_binding_action (widget_class, bindings[i].keys[k], 0, bindings[i].action,
                                           "i", bindings[i].argument);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "canvas.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "canvas.activate", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
}

/* What a chart view does for its canvas. */
static void
install_zoom_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    const char *action;
  } bindings[] = {
    { GDK_KEY_plus, "chart.zoom-in" },    { GDK_KEY_equal, "chart.zoom-in" },
    { GDK_KEY_KP_Add, "chart.zoom-in" },  { GDK_KEY_minus, "chart.zoom-out" },
    { GDK_KEY_0, "chart.zoom-reset" },    { GDK_KEY_KP_Subtract, "chart.zoom-out" },
    { GDK_KEY_KP_0, "chart.zoom-reset" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, 0, bindings[i].action,
                                         NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, "chart.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, "chart.pan", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, "chart.pan",
                                       "i", 1);
}

static void
bw_chart_canvas_class_init (BwChartCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_chart_canvas_get_property;
  object_class->set_property = bw_chart_canvas_set_property;
  object_class->dispose = bw_chart_canvas_dispose;
  widget_class->snapshot = bw_chart_canvas_snapshot;
  widget_class->measure = bw_chart_canvas_measure;
  widget_class->size_allocate = bw_chart_canvas_size_allocate;
  widget_class->css_changed = bw_chart_canvas_css_changed;
  widget_class->system_setting_changed = bw_chart_canvas_system_setting_changed;
  widget_class->direction_changed = bw_chart_canvas_direction_changed;
  widget_class->query_tooltip = bw_chart_canvas_query_tooltip;

  props[PROP_CHART] =
      g_param_spec_boxed ("chart", NULL, NULL, BW_TYPE_CHART,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /* A datum was chosen: its period and member. */
  signals[MARK_ACTIVATED] =
      g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  install_keys (widget_class);
  install_zoom_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
bw_chart_canvas_init (BwChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *manager =
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->cursor = -1;
  self->hovered = -1;
  self->wanted_period = -1;
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
}

BwChartCanvas *
bw_chart_canvas_new (GtkAccessibleRole role)
{
  return g_object_new (BW_TYPE_CHART_CANVAS, "accessible-role", role, "focusable",
                       role != GTK_ACCESSIBLE_ROLE_PRESENTATION, "has-tooltip",
                       role != GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
take_chart (BwChartCanvas *self, BwChart *chart, guint offset)
{
  g_clear_pointer (&self->chart, bw_chart_unref);
  self->chart = chart != NULL ? bw_chart_ref (chart) : NULL;
  self->offset = offset;
  self->cursor = -1;
  invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

void
bw_chart_canvas_set_chart (BwChartCanvas *self, BwChart *chart)
{
  g_return_if_fail (BW_IS_CHART_CANVAS (self));

  if (self->chart == chart)
    return;
  self->wanted_period = -1;
  take_chart (self, chart, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bw_chart_canvas_show_part (BwChartCanvas *self, BwChart *part, guint offset)
{
  const BwMark *mark = get_datum (self, self->cursor);

  g_return_if_fail (BW_IS_CHART_CANVAS (self));

  if (mark != NULL && mark->period >= 0) {
    self->wanted_period = mark->period + (int) self->offset;
    self->wanted_member = mark->member;
  }
  take_chart (self, part, offset);
}

BwChart *
bw_chart_canvas_get_chart (BwChartCanvas *self)
{
  return self->chart;
}

BwScene *
bw_chart_canvas_get_scene (BwChartCanvas *self)
{
  return self->scene;
}

int
bw_chart_canvas_get_cursor (BwChartCanvas *self)
{
  return self->cursor;
}

void
bw_chart_canvas_set_cursor (BwChartCanvas *self, int cursor)
{
  const BwMark *mark = get_datum (self, cursor);
  int before = self->cursor;

  self->cursor = mark != NULL ? cursor : -1;
  if (self->cursor == before)
    return;
  for (int i = 0; i < 2; i++) {
    BwChartMark *changed = bw_chart_canvas_get_mark (self, i == 0 ? before : self->cursor);
    if (changed != NULL)
      gtk_accessible_update_platform_state (GTK_ACCESSIBLE (changed),
                                            GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
  }
  if (mark != NULL && mark->words != NULL)
    announce (self, mark->words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

BwChartMark *
bw_chart_canvas_get_mark (BwChartCanvas *self, guint index)
{
  return self->marks != NULL && index < self->marks->len ? g_ptr_array_index (self->marks, index)
                                                         : NULL;
}

gboolean
bw_chart_canvas_get_mark_box (BwChartCanvas *self, guint index, BwBox *box)
{
  const BwMark *mark = get_datum (self, (int) index);

  if (mark == NULL)
    return FALSE;
  *box = mark->box;
  return TRUE;
}
