/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A datum of a chart that has a name, a place and neighbours, but is no widget.
 *
 * Accessibility: role list-item; its label is the mark's words, its bounds are the mark's box
 * within the canvas, and it is focused while the keyboard cursor of the focused canvas is on it. */
#include "config.h"

#include "bw-chart-canvas.h"
#include "bw-chart-mark.h"

struct _BwChartMark {
  GObject parent_instance;

  guint index;

  /* Borrowed */
  BwChartCanvas *canvas;

  /* Owned */
  GtkATContext *context;
};

typedef enum {
  PROP_ACCESSIBLE_ROLE = 1,
} BwChartMarkProperty;

static void accessible_iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BwChartMark,
                               bw_chart_mark,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, accessible_iface_init))

static GtkATContext *
bw_chart_mark_get_at_context (GtkAccessible *accessible)
{
  BwChartMark *self = BW_CHART_MARK (accessible);

  if (self->context == NULL && self->canvas != NULL)
    self->context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST_ITEM, accessible,
                                           gtk_widget_get_display (GTK_WIDGET (self->canvas)));
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static GtkAccessible *
bw_chart_mark_get_accessible_parent (GtkAccessible *accessible)
{
  BwChartMark *self = BW_CHART_MARK (accessible);

  return self->canvas != NULL ? GTK_ACCESSIBLE (g_object_ref (self->canvas)) : NULL;
}

static GtkAccessible *
bw_chart_mark_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
bw_chart_mark_get_next_accessible_sibling (GtkAccessible *accessible)
{
  BwChartMark *self = BW_CHART_MARK (accessible);
  BwChartMark *next =
      self->canvas != NULL ? bw_chart_canvas_get_mark (self->canvas, self->index + 1) : NULL;

  return next != NULL ? GTK_ACCESSIBLE (g_object_ref (next)) : NULL;
}

static gboolean
bw_chart_mark_get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  BwChartMark *self = BW_CHART_MARK (accessible);
  BwBox box;

  if (self->canvas == NULL || !bw_chart_canvas_get_mark_box (self->canvas, self->index, &box))
    return FALSE;
  *x = (int) floor (box.x);
  *y = (int) floor (box.y);
  *width = (int) ceil (box.width);
  *height = (int) ceil (box.height);
  return TRUE;
}

static gboolean
bw_chart_mark_get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  BwChartMark *self = BW_CHART_MARK (accessible);

  if (self->canvas == NULL)
    return FALSE;
  if (state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED)
    return gtk_widget_has_focus (GTK_WIDGET (self->canvas)) &&
           bw_chart_canvas_get_cursor (self->canvas) == (int) self->index;
  return state == GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE;
}

static void
accessible_iface_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = bw_chart_mark_get_at_context;
  iface->get_accessible_parent = bw_chart_mark_get_accessible_parent;
  iface->get_first_accessible_child = bw_chart_mark_get_first_accessible_child;
  iface->get_next_accessible_sibling = bw_chart_mark_get_next_accessible_sibling;
  iface->get_bounds = bw_chart_mark_get_bounds;
  iface->get_platform_state = bw_chart_mark_get_platform_state;
}

static void
bw_chart_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((BwChartMarkProperty) id) {
  case PROP_ACCESSIBLE_ROLE:
    g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_chart_mark_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  /* The interface wants it writable; a mark is never anything else. */
}

static void
bw_chart_mark_dispose (GObject *object)
{
  BwChartMark *self = BW_CHART_MARK (object);

  self->canvas = NULL;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (bw_chart_mark_parent_class)->dispose (object);
}

static void
bw_chart_mark_class_init (BwChartMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_chart_mark_get_property;
  object_class->set_property = bw_chart_mark_set_property;
  object_class->dispose = bw_chart_mark_dispose;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
bw_chart_mark_init (BwChartMark *self)
{
}

BwChartMark *
bw_chart_mark_new (BwChartCanvas *canvas, guint index)
{
  BwChartMark *self = g_object_new (BW_TYPE_CHART_MARK, NULL);

  self->canvas = canvas;
  self->index = index;
  return self;
}

void
bw_chart_mark_set_words (BwChartMark *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
bw_chart_mark_detach (BwChartMark *self)
{
  self->canvas = NULL;
}
