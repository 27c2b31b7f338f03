/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each file that is missing, then the last figures.
 *
 * Shortcuts: Escape cancels. Accessibility: each button is named by the file that it is about. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-messages.h"
#include "bw-missing-dialog.h"
#include "bw-plain-row.h"

struct _BwMissingDialog {
  AdwDialog parent_instance;

  /* Template */
  AdwPreferencesGroup *missing;
  AdwPreferencesGroup *figures;
  GtkWidget *open;

  /* Owned */
  BwReportFile *file;
  GPtrArray *rows; /* in the group */
};

typedef enum {
  READY,
  LAST_SIGNAL,
} BwMissingDialogSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwMissingDialog, bw_missing_dialog, ADW_TYPE_DIALOG)

/* --- Missing files ---------------------------------------------------------------------------
 */

static void
located_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwMissingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  const char *path = g_object_get_data (source, "path");

  if (file == NULL)
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
  else if (g_file_peek_path (file) != NULL && self->file != NULL)
    bw_missing_dialog_answer (self, path, g_file_peek_path (file));
}

static void
locate_cb (BwMissingDialog *self, GtkWidget *button)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("Where Is “%s”?"), name);

  gtk_file_dialog_set_title (dialog, title);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        located_cb, g_object_ref (self));
}

static void
leave_out_cb (BwMissingDialog *self, GtkWidget *button)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));

  bw_missing_dialog_answer (self, path, NULL);
}

static void
add_button (BwMissingDialog *self,
            AdwWrapBox *buttons,
            const char *path,
            const char *label,
            const char *spoken,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = g_strdup_printf (spoken, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (buttons, button);
}

static void
add_missing (BwMissingDialog *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  GtkWidget *row = bw_plain_row_new (name, shown);
  AdwWrapBox *buttons = bw_plain_row_add_wrap_box (row);

  add_button (self, buttons, path, _ ("_Locate…"), _ ("Locate “%s”"), G_CALLBACK (locate_cb));
  add_button (self, buttons, path, _ ("Leave _Out"), _ ("Leave out “%s”"), G_CALLBACK (leave_out_cb));
  adw_preferences_group_add (self->missing, row);
  g_ptr_array_add (self->rows, row);
}

static void
update_missing (BwMissingDialog *self)
{
  g_auto (GStrv) missing = bw_report_file_list_missing (self->file);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->missing, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (char **path = missing; *path != NULL; path++)
    add_missing (self, *path);
  if (missing[0] == NULL)
    adw_preferences_group_set_description (
        self->missing, bw_report_file_get_sources (self->file)->len > 0
        ? _ ("All files of the report have been found or left out.")
        : _ ("No file of the report is left to open."));
  gtk_widget_set_sensitive (self->open,
                            missing[0] == NULL && bw_report_file_get_sources (self->file)->len > 0);
}

/* --- Last figures ----------------------------------------------------------------------------
 */

static void
add_figure (BwMissingDialog *self, const BwSavedFigure *figure)
{
  const BwMetric *metric = bw_metric_find (figure->id);
  g_autofree char *value = NULL;
  GtkWidget *row, *label;

  if (metric == NULL || isnan (figure->value))
    return;
  value = bw_unit_format_in (metric->unit, figure->currency, figure->value, BW_FORMAT_SHORT);
  row = bw_plain_row_new (_ (metric->name), NULL);
  label = gtk_label_new (value);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->figures, row);
}

static void
show_figures (BwMissingDialog *self)
{
  const GPtrArray *figures = bw_report_file_get_figures (self->file);
  const char *text = bw_report_file_get_figures_period (self->file);
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) period = text != NULL ? bw_period_parse (text, zone, 1, 0, NULL) : NULL;
  g_autofree char *label = period != NULL ? bw_period_get_label (period) : g_strdup (text);

  adw_preferences_group_set_description (self->figures, label);
  for (guint i = 0; i < figures->len; i++)
    add_figure (self, figures->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), figures->len > 0);
}

/* --- Class -----------------------------------------------------------------------------------
 */

static void
cancel_cb (BwMissingDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
open_cb (BwMissingDialog *self)
{
  g_signal_emit (self, signals[READY], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
bw_missing_dialog_dispose (GObject *object)
{
  BwMissingDialog *self = BW_MISSING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_MISSING_DIALOG);
  g_clear_pointer (&self->file, bw_report_file_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_missing_dialog_parent_class)->dispose (object);
}

static void
bw_missing_dialog_class_init (BwMissingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_missing_dialog_dispose;

  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-missing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMissingDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, BwMissingDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, BwMissingDialog, open);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
bw_missing_dialog_init (BwMissingDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwMissingDialog *
bw_missing_dialog_new (BwReportFile *file)
{
  BwMissingDialog *self = g_object_new (BW_TYPE_MISSING_DIALOG, NULL);

  self->file = file;
  update_missing (self);
  show_figures (self);
  return self;
}

BwReportFile *
bw_missing_dialog_steal_file (BwMissingDialog *self)
{
  return g_steal_pointer (&self->file);
}

void
bw_missing_dialog_answer (BwMissingDialog *self, const char *path, const char *to)
{
  g_autofree char *folder = to != NULL ? g_path_get_dirname (to) : NULL;

  g_return_if_fail (BW_IS_MISSING_DIALOG (self));

  bw_report_file_move_source (self->file, path, to);
  /* Files that were moved together lie together. */
  if (folder != NULL)
    bw_report_file_look_in (self->file, folder);
  update_missing (self);
}
