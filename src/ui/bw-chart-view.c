/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a part of a page.
 *
 * CSS nodes: "chartview" around a "chart". Shortcuts: those of bw-chart-canvas.c; Shift+F10, Menu
 * and a secondary click open the menu. Accessibility: the canvas is named by the chart's title; it
 * is made anew when the number of data calls for another role, as a widget never changes it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-chart-copy.h"
#include "bw-chart-view.h"
#include "bw-children.h"

struct _BwChartView {
  GtkWidget parent_instance;

  /* Template */
  GtkPopoverMenu *context_menu;

  /* Borrowed */
  BwChartCanvas *canvas; /* a child */

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
show_chart (BwChartView *self, BwChart *chart)
{
  g_autoptr (BwChart) bare = bw_chart_retitle (chart, NULL, NULL);

  require_canvas (self, choose_role (chart));
  bw_chart_canvas_set_chart (self->canvas, bare);
  if (!chart->type->is_bare)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    chart->title != NULL ? chart->title : _ ("Chart"), -1);
}

/* --- Menu --------------------------------------------------------------------------------------
 */

static void
pop_up (BwChartView *self, double x, double y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
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

  bw_chart_copy_save (self->chart, GTK_WIDGET (self->canvas), ".png");
}

static void
save_svg_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BwChartView *self = user_data;

  bw_chart_copy_save (self->chart, GTK_WIDGET (self->canvas), ".svg");
}

static const GActionEntry actions[] = {
  { .name = "copy-picture", .activate = copy_picture_cb },
  { .name = "copy-data", .activate = copy_data_cb },
  { .name = "save-png", .activate = save_png_cb },
  { .name = "save-svg", .activate = save_svg_cb },
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
  gtk_widget_class_bind_template_child (widget_class, BwChartView, context_menu);
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
}

BwChartView *
bw_chart_view_new (void)
{
  return g_object_new (BW_TYPE_CHART_VIEW, NULL);
}

void
bw_chart_view_set_chart (BwChartView *self, BwChart *chart)
{
  g_return_if_fail (BW_IS_CHART_VIEW (self));

  if (self->chart == chart)
    return;
  g_clear_pointer (&self->chart, bw_chart_unref);
  self->chart = chart != NULL ? bw_chart_ref (chart) : NULL;
  if (chart != NULL)
    show_chart (self, chart);
  else
    remove_canvas (self);
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
  return gtk_popover_menu_get_menu_model (self->context_menu);
}

GActionGroup *
bw_chart_view_get_actions (BwChartView *self)
{
  return self->actions;
}
