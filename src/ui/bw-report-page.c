/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of pages that show a workspace. */
#include "config.h"

#include "bw-report-page.h"

typedef struct {
  BwWorkspace *workspace; /* owned */
} BwReportPagePrivate;

typedef enum {
  PROP_WORKSPACE = 1,
} BwReportPageProperty;

static GParamSpec *props[PROP_WORKSPACE + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BwReportPage, bw_report_page, ADW_TYPE_NAVIGATION_PAGE)

static void
bw_report_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((BwReportPageProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, bw_report_page_get_workspace (BW_REPORT_PAGE (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_report_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwReportPagePrivate *priv = bw_report_page_get_instance_private (BW_REPORT_PAGE (object));

  switch ((BwReportPageProperty) id) {
  case PROP_WORKSPACE:
    if (g_set_object (&priv->workspace, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec); /* templates are bound to it */
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_report_page_constructed (GObject *object)
{
  BwReportPage *self = BW_REPORT_PAGE (object);

  G_OBJECT_CLASS (bw_report_page_parent_class)->constructed (object);
  BW_REPORT_PAGE_GET_CLASS (self)->watch (self, bw_report_page_get_workspace (self));
}

static void
bw_report_page_dispose (GObject *object)
{
  BwReportPagePrivate *priv = bw_report_page_get_instance_private (BW_REPORT_PAGE (object));

  if (priv->workspace != NULL)
    bw_workspace_unwatch (priv->workspace, object);
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  g_clear_object (&priv->workspace);
  G_OBJECT_CLASS (bw_report_page_parent_class)->dispose (object);
}

static void
bw_report_page_class_init (BwReportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_report_page_get_property;
  object_class->set_property = bw_report_page_set_property;
  object_class->constructed = bw_report_page_constructed;
  object_class->dispose = bw_report_page_dispose;

  props[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_EXPLICIT_NOTIFY |
                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
bw_report_page_init (BwReportPage *self)
{
}

BwWorkspace *
bw_report_page_get_workspace (BwReportPage *self)
{
  BwReportPagePrivate *priv = bw_report_page_get_instance_private (self);

  g_return_val_if_fail (BW_IS_REPORT_PAGE (self), NULL);
  return priv->workspace;
}
