/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of widgets that show a workspace. */
#include "config.h"

#include "bw-children.h"
#include "bw-report-widget.h"

typedef struct {
  BwWorkspace *workspace; /* owned */
} BwReportWidgetPrivate;

typedef enum {
  PROP_WORKSPACE = 1,
} BwReportWidgetProperty;

static GParamSpec *props[PROP_WORKSPACE + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BwReportWidget, bw_report_widget, GTK_TYPE_WIDGET)

static void
bw_report_widget_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((BwReportWidgetProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, bw_report_widget_get_workspace (BW_REPORT_WIDGET (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_report_widget_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((BwReportWidgetProperty) id) {
  case PROP_WORKSPACE:
    bw_report_widget_set_workspace (BW_REPORT_WIDGET (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_report_widget_dispose (GObject *object)
{
  BwReportWidgetPrivate *priv = bw_report_widget_get_instance_private (BW_REPORT_WIDGET (object));

  if (priv->workspace != NULL)
    bw_workspace_unwatch (priv->workspace, object);
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  bw_children_unparent (GTK_WIDGET (object));
  g_clear_object (&priv->workspace);
  G_OBJECT_CLASS (bw_report_widget_parent_class)->dispose (object);
}

static void
bw_report_widget_class_init (BwReportWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_report_widget_get_property;
  object_class->set_property = bw_report_widget_set_property;
  object_class->dispose = bw_report_widget_dispose;

  props[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
bw_report_widget_init (BwReportWidget *self)
{
}

BwWorkspace *
bw_report_widget_get_workspace (BwReportWidget *self)
{
  BwReportWidgetPrivate *priv = bw_report_widget_get_instance_private (self);

  g_return_val_if_fail (BW_IS_REPORT_WIDGET (self), NULL);
  return priv->workspace;
}

void
bw_report_widget_set_workspace (BwReportWidget *self, BwWorkspace *workspace)
{
  BwReportWidgetPrivate *priv = bw_report_widget_get_instance_private (self);

  g_return_if_fail (BW_IS_REPORT_WIDGET (self));

  if (priv->workspace == workspace)
    return;
  if (priv->workspace != NULL)
    bw_workspace_unwatch (priv->workspace, self);
  g_set_object (&priv->workspace, workspace);
  if (workspace != NULL)
    BW_REPORT_WIDGET_GET_CLASS (self)->watch (self, workspace);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}

void
bw_workspace_watch (
    BwWorkspace *workspace, gpointer self, BwWatcher callback, const char *property, ...)
{
  va_list list;

  va_start (list, property);
  for (const char *name = property; name != NULL; name = va_arg (list, const char *)) {
    g_autofree char *signal = g_strconcat ("notify::", name, NULL);
    g_signal_connect_object (workspace, signal, G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
  }
  va_end (list);
  callback (self);
}

void
bw_workspace_unwatch (BwWorkspace *workspace, gpointer self)
{
  g_signal_handlers_disconnect_by_data (workspace, self);
}
