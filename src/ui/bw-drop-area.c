/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes files that are dropped anywhere on its child.
 *
 * CSS: the highlight is a status page of the class .drop-highlight. Everything that is dropped can
 * be opened with the keyboard as well (Ctrl+O). */
#include "config.h"

#include "bw-children.h"
#include "bw-drop-area.h"

struct _BwDropArea {
  GtkWidget parent_instance;

  /* Template */
  GtkOverlay *overlay;
  GtkRevealer *highlight;
};

typedef enum {
  PROP_CHILD = 1,
} BwDropAreaProperty;

typedef enum {
  DROPPED,
  LAST_SIGNAL,
} BwDropAreaSignal;

static GParamSpec *props[PROP_CHILD + 1];
static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwDropArea, bw_drop_area, GTK_TYPE_WIDGET)

static GdkDragAction
enter_cb (BwDropArea *self)
{
  gtk_revealer_set_reveal_child (self->highlight, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (BwDropArea *self)
{
  gtk_revealer_set_reveal_child (self->highlight, FALSE);
}

static gboolean
drop_cb (BwDropArea *self, const GValue *value)
{
  leave_cb (self);
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_boxed (value));
  return TRUE;
}

static void
bw_drop_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwDropArea *self = BW_DROP_AREA (object);

  switch ((BwDropAreaProperty) id) {
  case PROP_CHILD:
    g_value_set_object (value, gtk_overlay_get_child (self->overlay));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_drop_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwDropArea *self = BW_DROP_AREA (object);

  switch ((BwDropAreaProperty) id) {
  case PROP_CHILD:
    gtk_overlay_set_child (self->overlay, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_drop_area_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_DROP_AREA);
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_drop_area_parent_class)->dispose (object);
}

static void
bw_drop_area_class_init (BwDropAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_drop_area_get_property;
  object_class->set_property = bw_drop_area_set_property;
  object_class->dispose = bw_drop_area_dispose;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /* Files were dropped: a GdkFileList. */
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GDK_TYPE_FILE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-drop-area.ui");
  gtk_widget_class_bind_template_child (widget_class, BwDropArea, overlay);
  gtk_widget_class_bind_template_child (widget_class, BwDropArea, highlight);
}

static void
bw_drop_area_init (BwDropArea *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
