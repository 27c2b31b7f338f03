/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar of pages that show figures: which period, which rows, and out with it.
 *
 * The period has a row of its own where its name does not fit between the buttons.
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
  guint moving_id; /* the period goes to the other place */
  int row_width;   /* for which it got a row */

  /* Template */
  GtkWidget *box;
  GtkWidget *header_bar;
  GtkWidget *title;
  GtkWidget *row;
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

/* When it is wanted first. */
static void
create_export_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const BwExporter *const *exporters = bw_exporters ();

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  for (int usual = 1; usual >= 0; usual--)
    for (guint i = 0; exporters[i] != NULL; i++)
      if (is_usual (exporters[i]) == usual)
        append_exporter (menu, exporters[i]);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
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

/* --- Where the period is ----------------------------------------------------------------------
 */

/* 0 for what is hidden. */
static int
measure_width (GtkWidget *widget, gboolean minimum)
{
  int least = 0, natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return minimum ? least : natural;
}

/* Does the whole name fit into the header bar, wherever it is and whether it is computed or not?
 * Buttons are never wider than they must be; by its natural width the bar would have its title in
 * the middle. */
static gboolean
fits_title (BwReportHeader *self, int width)
{
  int buttons = measure_width (self->header_bar, TRUE) - measure_width (self->title, TRUE) -
                measure_width (self->busy, TRUE);
  int margins = gtk_widget_get_margin_start (self->row) + gtk_widget_get_margin_end (self->row);
  int name = gtk_widget_get_visible (self->row) ? measure_width (self->row, FALSE) - margins
                                                : measure_width (self->title, FALSE);

  return buttons + name <= width;
}

/* With the focus. */
static void
move_period_cb (gpointer user_data)
{
  BwReportHeader *self = user_data;
  gboolean to_title = gtk_widget_get_visible (self->row);
  GtkWidget *from = to_title ? self->row : self->title, *to = to_title ? self->title : self->row;
  gboolean focused = gtk_widget_get_focus_child (from) != NULL;

  self->moving_id = 0;
  gtk_widget_set_visible (to, TRUE);
  if (focused)
    gtk_widget_child_focus (to, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (from, FALSE);
}

/* What is clicked to go from period to period stays where it is: a row that is there goes when the
 * width has changed. */
static void
place_period (BwReportHeader *self, int width)
{
  gboolean is_title = !gtk_widget_get_visible (self->row);

  if (fits_title (self, width) == is_title || (!is_title && width == self->row_width))
    return;
  self->row_width = is_title ? width : 0;
  if (self->moving_id == 0)
    self->moving_id = g_idle_add_once (move_period_cb, self);
}

static void
bw_report_header_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (BW_REPORT_HEADER (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
bw_report_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BwReportHeader *self = BW_REPORT_HEADER (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  place_period (self, width);
}

static GtkSizeRequestMode
bw_report_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bw_report_header_dispose (GObject *object)
{
  BwReportHeader *self = BW_REPORT_HEADER (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->moving_id, g_source_remove);
  G_OBJECT_CLASS (bw_report_header_parent_class)->dispose (object);
}

static void
bw_report_header_class_init (BwReportHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_report_header_dispose;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_report_header_watch;
  widget_class->measure = bw_report_header_measure;
  widget_class->size_allocate = bw_report_header_size_allocate;
  widget_class->get_request_mode = bw_report_header_get_request_mode;

  g_type_ensure (BW_TYPE_FILTER_PILLS);
  g_type_ensure (BW_TYPE_PERIOD_CONTROL);
  gtk_widget_class_set_css_name (widget_class, "reportheader");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-report-header.ui");
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, box);
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, header_bar);
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, title);
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, row);
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, export_button);
  gtk_widget_class_bind_template_child (widget_class, BwReportHeader, busy);
}

static void
bw_report_header_init (BwReportHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->export_button, create_export_menu_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->busy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Computing"), -1);
}
