/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what of the report goes into a file: sheets and rows of a workbook, the figure of a picture.
 *
 * Shortcuts: Enter goes on, Escape closes. CSS nodes: those of a dialog with preference rows.
 * Accessibility: every row is named; that of personal data is insensitive without rows. Follows the
 * direction of the text. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-export-dialog.h"

#define USUAL_SCALE 2
/* In sp. */
#define PICTURE_HEIGHT 270

struct _BwExportDialog {
  AdwDialog parent_instance;

  const BwExporter *exporter;
  gboolean personal_allowed;

  /* Template */
  GtkWidget *rows_group;
  AdwSwitchRow *data;
  AdwSwitchRow *personal;
  AdwPreferencesGroup *sheets_group;
  GtkWidget *picture_group;
  AdwComboRow *kpi;
  AdwSpinRow *scale;

  /* Owned */
  GPtrArray *sheet_rows; /* AdwSwitchRow, borrowed, by index of sheet_ids */
  GPtrArray *sheet_ids;
  GPtrArray *kpi_ids;
};

typedef enum {
  CHOSEN,
  LAST_SIGNAL,
} BwExportDialogSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwExportDialog, bw_export_dialog, ADW_TYPE_DIALOG)

static gboolean
is_workbook (const BwExporter *exporter)
{
  return g_str_equal (exporter->id, "xlsx");
}

static gboolean
is_picture (const BwExporter *exporter)
{
  return g_str_has_prefix (exporter->mime, "image/");
}

/* A workbook has no sheet for a group of which nothing is known. */
static gboolean
has_sheet (GPtrArray *figures, const char *sheet)
{
  gboolean is_group = FALSE;

  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (g_str_equal (sheet, "agents") && figure->available &&
        bw_figure_find_split (figure, BW_FIELD_AGENT) != NULL)
      return TRUE;
    if (!g_str_equal (figure->metric->group, sheet))
      continue;
    if (figure->available)
      return TRUE;
    is_group = TRUE;
  }
  return !is_group && !g_str_equal (sheet, "agents");
}

/* A workbook without a sheet would be none. */
static void
update_choose (BwExportDialog *self)
{
  gboolean any = adw_switch_row_get_active (self->data);

  for (guint i = 0; i < self->sheet_rows->len; i++)
    any |= adw_switch_row_get_active (self->sheet_rows->pdata[i]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", any);
}

static void
add_sheet (BwExportDialog *self, const char *sheet)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bw_export_get_sheet_title (sheet));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (update_choose), self);
  adw_preferences_group_add (self->sheets_group, row);
  g_ptr_array_add (self->sheet_rows, row);
  g_ptr_array_add (self->sheet_ids, g_strdup (sheet));
}

static void
list_sheets (BwExportDialog *self, GPtrArray *figures)
{
  g_auto (GStrv) sheets = bw_export_list_sheets ();

  for (char **sheet = sheets; *sheet != NULL; sheet++)
    if (has_sheet (figures, *sheet))
      add_sheet (self, *sheet);
}

static void
list_kpis (BwExportDialog *self, GPtrArray *figures)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  double low, high;

  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (!figure->available || !bw_series_get_range (figure->series, &low, &high))
      continue;
    gtk_string_list_append (names, _ (figure->metric->name));
    g_ptr_array_add (self->kpi_ids, (gpointer) figure->metric->id);
  }
  adw_combo_row_set_model (self->kpi, G_LIST_MODEL (names));
}

static GStrv
dup_sheets (BwExportDialog *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->sheet_rows->len; i++)
    if (adw_switch_row_get_active (self->sheet_rows->pdata[i]))
      g_strv_builder_add (ids, self->sheet_ids->pdata[i]);
  return g_strv_builder_end (ids);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0);
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
bw_export_dialog_dispose (GObject *object)
{
  BwExportDialog *self = BW_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->sheet_rows, g_ptr_array_unref);
  g_clear_pointer (&self->sheet_ids, g_ptr_array_unref);
  g_clear_pointer (&self->kpi_ids, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_export_dialog_parent_class)->dispose (object);
}

static void
bw_export_dialog_class_init (BwExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_export_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, rows_group);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, data);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, personal);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, sheets_group);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, picture_group);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, kpi);
  gtk_widget_class_bind_template_child (widget_class, BwExportDialog, scale);
}

static void
bw_export_dialog_init (BwExportDialog *self)
{
  self->sheet_rows = g_ptr_array_new ();
  self->sheet_ids = g_ptr_array_new_with_free_func (g_free);
  self->kpi_ids = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->data, "notify::active", G_CALLBACK (update_choose), self);
  adw_spin_row_set_adjustment (self->scale,
                               gtk_adjustment_new (USUAL_SCALE, 1, BW_EXPORT_MAX_SCALE, 1, 1, 0));
}

/* For all of few rows, with a title above them where the header bar has no room for it. */
static void
make_high_enough (BwExportDialog *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  adw_dialog_set_content_height (
      ADW_DIALOG (self),
      (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, PICTURE_HEIGHT, settings));
}

gboolean
bw_export_dialog_has_questions (const BwExporter *exporter)
{
  g_return_val_if_fail (exporter != NULL, FALSE);
  return is_workbook (exporter) || is_picture (exporter);
}

BwExportDialog *
bw_export_dialog_new (BwWorkspace *workspace, const BwExporter *exporter)
{
  BwExportDialog *self;
  GPtrArray *figures;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace) && exporter != NULL, NULL);
  self = g_object_new (BW_TYPE_EXPORT_DIALOG, "title", _ (exporter->title), NULL);
  figures = bw_workspace_get_figures (workspace);
  self->exporter = exporter;
  /* Pseudonyms have the place of names then. */
  self->personal_allowed = !bw_workspace_get_anonymise (workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->personal), self->personal_allowed);
  gtk_widget_set_visible (self->rows_group, is_workbook (exporter));
  gtk_widget_set_visible (GTK_WIDGET (self->sheets_group), is_workbook (exporter));
  gtk_widget_set_visible (self->picture_group, is_picture (exporter));
  gtk_widget_set_visible (GTK_WIDGET (self->scale), g_str_equal (exporter->id, "png"));
  if (is_workbook (exporter))
    list_sheets (self, figures);
  else
    list_kpis (self, figures);
  if (is_picture (exporter))
    make_high_enough (self);
  return self;
}

const BwExporter *
bw_export_dialog_get_exporter (BwExportDialog *self)
{
  g_return_val_if_fail (BW_IS_EXPORT_DIALOG (self), NULL);
  return self->exporter;
}

BwExportOptions *
bw_export_dialog_dup_options (BwExportDialog *self)
{
  BwExportOptions options = { 0 };
  g_auto (GStrv) sheets = NULL;
  guint kpi;

  g_return_val_if_fail (BW_IS_EXPORT_DIALOG (self), NULL);
  if (is_workbook (self->exporter)) {
    sheets = dup_sheets (self);
    options.data = adw_switch_row_get_active (self->data);
    options.personal =
        options.data && self->personal_allowed && adw_switch_row_get_active (self->personal);
    options.sheets = (const char *const *) sheets;
    return bw_export_options_copy (&options);
  }
  kpi = adw_combo_row_get_selected (self->kpi);
  options.kpi = kpi < self->kpi_ids->len ? self->kpi_ids->pdata[kpi] : NULL;
  options.scale = (int) lround (adw_spin_row_get_value (self->scale));
  return bw_export_options_copy (&options);
}
