/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar of pages that show figures: which period, and out with it.
 *
 * CSS node: "reportheader" around a header bar. Accessibility: the spinner tells that figures are
 * being computed; it shows only when that takes a while. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bw-children.h"
#include "bw-exporter.h"
#include "bw-period-control.h"
#include "bw-report-header.h"

/* Computing that is quicker than this is not worth a sign. */
#define PATIENCE_MS 300

struct _BwReportHeader {
  GtkWidget parent_instance;

  guint patience_id;

  /* Template */
  GtkMenuButton *export_button;
  GtkWidget *busy;

  /* Owned */
  BwWorkspace *workspace;
};

typedef enum {
  PROP_WORKSPACE = 1,
} BwReportHeaderProperty;

static GParamSpec *props[PROP_WORKSPACE + 1];

G_DEFINE_FINAL_TYPE (BwReportHeader, bw_report_header, GTK_TYPE_WIDGET)

static void
append_exporter (GMenu *menu, const BwExporter *exporter)
{
  g_autofree char *title = g_strdup_printf (_ ("%s…"), _ (exporter->title));
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "win.export-as", "s", exporter->id);
  g_menu_append_item (menu, item);
}

/* What is read and calculated with comes before what is processed. */
static gboolean
is_usual (const BwExporter *exporter)
{
  return g_str_equal (exporter->id, "pdf") || g_str_equal (exporter->id, "xlsx");
}

static GMenuModel *
create_export_menu (void)
{
  GMenu *menu = g_menu_new ();
  const BwExporter *const *exporters = bw_exporters ();

  for (int usual = 1; usual >= 0; usual--)
    for (guint i = 0; exporters[i] != NULL; i++)
      if (is_usual (exporters[i]) == usual)
        append_exporter (menu, exporters[i]);
  return G_MENU_MODEL (menu);
}

static gboolean
patience_ended_cb (gpointer user_data)
{
  BwReportHeader *self = user_data;

  self->patience_id = 0;
  gtk_widget_set_visible (self->busy, TRUE);
  return G_SOURCE_REMOVE;
}

static void
update_busy (BwReportHeader *self)
{
  gboolean busy = self->workspace != NULL && bw_workspace_get_busy (self->workspace);

  if (busy && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
  if (!busy) {
    g_clear_handle_id (&self->patience_id, g_source_remove);
    gtk_widget_set_visible (self->busy, FALSE);
  }
}

static void
bw_report_header_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwReportHeader *self = BW_REPORT_HEADER (object);

  switch ((BwReportHeaderProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, self->workspace);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_report_header_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwReportHeader *self = BW_REPORT_HEADER (object);

  switch ((BwReportHeaderProperty) id) {
  case PROP_WORKSPACE:
    bw_report_header_set_workspace (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_report_header_dispose (GObject *object)
{
  BwReportHeader *self = BW_REPORT_HEADER (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_REPORT_HEADER);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_report_header_parent_class)->dispose (object);
}

static void
bw_report_header_class_init (BwReportHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_report_header_get_property;
  object_class->set_property = bw_report_header_set_property;
  object_class->dispose = bw_report_header_dispose;

  props[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (BW_TYPE_PERIOD_CONTROL);
  gtk_widget_class_set_css_name (widget_class, "reportheader");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-report-header.ui");
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, export_button);
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, busy);
}

static void
bw_report_header_init (BwReportHeader *self)
{
  g_autoptr (GMenuModel) menu = create_export_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->export_button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->busy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Computing"), -1);
}

void
bw_report_header_set_workspace (BwReportHeader *self, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_REPORT_HEADER (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify::busy", G_CALLBACK (update_busy), self,
                             G_CONNECT_SWAPPED);
  update_busy (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}
