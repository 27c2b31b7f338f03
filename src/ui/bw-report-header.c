/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar of pages that show figures: which period, which rows, and out with it.
 *
 * CSS node: "reportheader" around a header bar and the active filters. Accessibility: the spinner
 * tells that figures are being computed; it shows only when that takes a while. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-exporter.h"
#include "bw-filter-pills.h"
#include "bw-period-control.h"
#include "bw-report-header.h"

/* Computing that is quicker than this is not worth a sign. */
#define PATIENCE_MS 300

struct _BwReportHeader {
  BwReportWidget parent_instance;

  guint patience_id;

  /* Template */
  GtkMenuButton *export_button;
  GtkWidget *busy;
};

G_DEFINE_FINAL_TYPE (BwReportHeader, bw_report_header, BW_TYPE_REPORT_WIDGET)

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
  gboolean busy = bw_workspace_get_busy (bw_report_widget_get_workspace (BW_REPORT_WIDGET (self)));

  if (busy && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
  if (!busy) {
    g_clear_handle_id (&self->patience_id, g_source_remove);
    gtk_widget_set_visible (self->busy, FALSE);
  }
}

static void
bw_report_header_watch (BwReportWidget *self, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, self, (BwWatcher) update_busy, "busy", NULL);
}

static void
bw_report_header_dispose (GObject *object)
{
  BwReportHeader *self = BW_REPORT_HEADER (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  G_OBJECT_CLASS (bw_report_header_parent_class)->dispose (object);
}

static void
bw_report_header_class_init (BwReportHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_report_header_dispose;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_report_header_watch;

  g_type_ensure (BW_TYPE_FILTER_PILLS);
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
