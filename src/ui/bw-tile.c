/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure at a glance.
 *
 * CSS node: "button.card.tile" with .tile-name, .tile-value, .success or .error on the change.
 * Where tiles may be arranged: dragged onto another; Ctrl with an arrow moves one place; a menu
 * (Shift+F10, right click, long press) pins and hides.
 * Accessibility: a button whose name says all that the tile shows; the sparkline is presentation.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-view.h"
#include "bw-figure-words.h"
#include "bw-tile.h"

struct _BwTile {
  GtkButton parent_instance;

  /* Template */
  GtkLabel *name;
  GtkWidget *pin;
  GtkLabel *value;
  GtkWidget *change_box;
  GtkImage *change_icon;
  GtkLabel *change;
  GtkWidget *target_box;
  GtkImage *target_icon;
  GtkLabel *target;
  GtkLabel *details;
  BwChartView *sparkline;

  /* Owned */
  BwFigure *figure;
  BwTileOrder *order; /* NULL: nothing is arranged here */
  GtkWidget *menu;    /* a child, made when it is opened */
};

typedef enum {
  PROP_FIGURE = 1,
} BwTileProperty;

static GParamSpec *props[PROP_FIGURE + 1];

G_DEFINE_FINAL_TYPE (BwTile, bw_tile, GTK_TYPE_BUTTON)

static void
show_value (BwTile *self)
{
  g_autofree char *value = bw_figure_words_value (self->figure, BW_FORMAT_SHORT);
  gboolean missing = isnan (self->figure->current.value);

  gtk_label_set_label (self->name, _ (self->figure->metric->name));
  gtk_label_set_label (self->value, value);
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dimmed");
}

static void
show_change (BwTile *self)
{
  g_autofree char *change = bw_figure_words_change (self->figure, BW_FORMAT_SHORT);
  const char *classes[] = { bw_figure_get_change_style (self->figure), "tile-change", NULL };

  gtk_widget_set_visible (self->change_box, change != NULL);
  gtk_label_set_label (self->change, change != NULL ? change : "");
  gtk_image_set_from_icon_name (self->change_icon, bw_figure_get_change_icon (self->figure));
  gtk_widget_set_visible (GTK_WIDGET (self->change_icon),
                          bw_figure_get_change_icon (self->figure) != NULL);
  gtk_widget_set_css_classes (self->change_box, classes);
}

static void
show_target (BwTile *self)
{
  g_autofree char *target = bw_figure_words_target (self->figure);
  gboolean met = self->figure->target_verdict == BW_TARGET_MET;
  const char *classes[] = { met ? "success" : "error", "tile-change", NULL };

  gtk_widget_set_visible (self->target_box, target != NULL);
  gtk_label_set_label (self->target, target != NULL ? target : "");
  gtk_image_set_from_icon_name (self->target_icon,
                                met ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (self->target_box, classes);
}

static void
append_words (GString *text, const char *separator, char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", words);
  g_free (words);
}

static void
show_details (BwTile *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_words (text, " · ", bw_figure_words_n (self->figure));
  append_words (text, " · ", bw_figure_words_previous (self->figure));
  append_words (text, "\n", bw_figure_words_doubt (self->figure));
  append_words (text, "\n", bw_figure_words_benchmark (self->figure));
  gtk_label_set_label (self->details, text->str);
}

static void
show_course (BwTile *self)
{
  g_autoptr (BwChart) chart = NULL;
  BwSeries *series = self->figure->series;
  gboolean has_course = series != NULL && bw_axis_get_length (bw_series_get_axis (series)) > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), has_course);
  if (!has_course)
    return;
  chart = bw_chart_new ("sparkline", NULL, NULL, series);
  bw_chart_view_set_chart (self->sparkline, chart);
}

/* --- Arranging ---------------------------------------------------------------------------------
 */

static const char *
get_kpi (BwTile *self)
{
  return self->figure->metric->id;
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BwTile *self = BW_TILE (widget);

  if (!bw_tile_order_step (self->order, get_kpi (self), g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

/* Towards the side of the screen: -1 left, 1 right. */
static void
move_aside_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int by = g_variant_get_int32 (parameter);

  gtk_widget_activate_action (widget, "tile.move", "i", mirrored ? -by : by);
}

static void
pin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BwTile *self = BW_TILE (widget);

  bw_tile_order_pin (self->order, get_kpi (self),
                     !bw_tile_order_is_pinned (self->order, get_kpi (self)));
}

static void
hide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BwTile *self = BW_TILE (widget);

  bw_tile_order_hide (self->order, get_kpi (self), TRUE);
}

static void
append_move (GMenu *menu, const char *label, int by)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "tile.move", "i", by);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (BwTile *self)
{
  GMenu *menu = g_menu_new ();
  gboolean pinned = bw_tile_order_is_pinned (self->order, get_kpi (self));

  append_move (menu, _ ("Move _Earlier"), -1);
  append_move (menu, _ ("Move _Later"), 1);
  g_menu_append (menu, pinned ? _ ("Un_pin") : _ ("_Pin to Top"), "tile.pin");
  g_menu_append (menu, _ ("_Hide"), "tile.hide");
  return G_MENU_MODEL (menu);
}

static void
open_menu (BwTile *self, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->order == NULL)
    return;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  model = create_menu (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_menu (BW_TILE (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

static void
pressed_cb (BwTile *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (self->order == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
long_pressed_cb (BwTile *self, double x, double y, GtkGesture *gesture)
{
  pressed_cb (self, 1, x, y, gesture);
}

static GdkContentProvider *
prepare_drag_cb (BwTile *self, double x, double y, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = NULL;

  if (self->order == NULL)
    return NULL;
  picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_STRING, get_kpi (self));
}

static gboolean
dropped_cb (BwTile *self, const GValue *value)
{
  return self->order != NULL &&
         bw_tile_order_move (self->order, g_value_get_string (value), get_kpi (self));
}

static void
add_controllers (BwTile *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    const char *action;
    int by;
  } keys[] = {
    { GDK_KEY_Left, "tile.move-aside", -1 },
    { GDK_KEY_Right, "tile.move-aside", 1 },
    { GDK_KEY_KP_Left, "tile.move-aside", -1 },
    { GDK_KEY_KP_Right, "tile.move-aside", 1 },
    { GDK_KEY_Up, "tile.move", -1 },
    { GDK_KEY_Down, "tile.move", 1 },
  };

  gtk_widget_class_install_action (widget_class, "tile.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "tile.move-aside", "i", move_aside_cb);
  gtk_widget_class_install_action (widget_class, "tile.pin", NULL, pin_cb);
  gtk_widget_class_install_action (widget_class, "tile.hide", NULL, hide_cb);
  gtk_widget_class_install_action (widget_class, "tile.menu", NULL, menu_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, "i", keys[i].by);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "tile.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, GDK_NO_MODIFIER_MASK,
                                       "tile.menu", NULL);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwTile *self = BW_TILE (object);

  switch ((BwTileProperty) id) {
  case PROP_FIGURE:
    g_value_set_boxed (value, self->figure);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwTile *self = BW_TILE (object);

  switch ((BwTileProperty) id) {
  case PROP_FIGURE:
    bw_tile_set_figure (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_tile_dispose (GObject *object)
{
  BwTile *self = BW_TILE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_TILE);
  g_clear_object (&self->order);
  g_clear_pointer (&self->figure, bw_figure_unref);
  G_OBJECT_CLASS (bw_tile_parent_class)->dispose (object);
}

static void
bw_tile_class_init (BwTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_tile_get_property;
  object_class->set_property = bw_tile_set_property;
  object_class->dispose = bw_tile_dispose;

  props[PROP_FIGURE] =
      g_param_spec_boxed ("figure", NULL, NULL, BW_TYPE_FIGURE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_actions (widget_class);
  g_type_ensure (BW_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, BwTile, name);
  gtk_widget_class_bind_template_child (widget_class, BwTile, pin);
  gtk_widget_class_bind_template_child (widget_class, BwTile, value);
  gtk_widget_class_bind_template_child (widget_class, BwTile, change_box);
  gtk_widget_class_bind_template_child (widget_class, BwTile, change_icon);
  gtk_widget_class_bind_template_child (widget_class, BwTile, change);
  gtk_widget_class_bind_template_child (widget_class, BwTile, target_box);
  gtk_widget_class_bind_template_child (widget_class, BwTile, target_icon);
  gtk_widget_class_bind_template_child (widget_class, BwTile, target);
  gtk_widget_class_bind_template_child (widget_class, BwTile, details);
  gtk_widget_class_bind_template_child (widget_class, BwTile, sparkline);
}

static void
bw_tile_init (BwTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
  bw_tile_set_order (self, NULL);
}

GtkWidget *
bw_tile_new (void)
{
  return g_object_new (BW_TYPE_TILE, NULL);
}

void
bw_tile_set_order (BwTile *self, BwTileOrder *order)
{
  static const char *const actions[] = { "tile.move", "tile.move-aside", "tile.pin", "tile.hide",
                                         "tile.menu" };

  g_return_if_fail (BW_IS_TILE (self));

  g_set_object (&self->order, order);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], order != NULL);
}

void
bw_tile_set_figure (BwTile *self, BwFigure *figure)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (BW_IS_TILE (self));
  g_return_if_fail (figure != NULL && figure->available);

  if (self->figure == figure)
    return;
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  gtk_widget_set_visible (self->pin, self->order != NULL &&
                                         bw_tile_order_is_pinned (self->order, get_kpi (self)));
  show_value (self);
  show_change (self);
  show_target (self);
  show_details (self);
  show_course (self);
  spoken = bw_figure_words_spoken (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", figure->metric->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-kpi");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURE]);
}

BwFigure *
bw_tile_get_figure (BwTile *self)
{
  return self->figure;
}
