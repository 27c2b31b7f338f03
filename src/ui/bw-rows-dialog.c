/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files that are behind a mark.
 *
 * Shortcuts: those of BwRowTable; Enter opens the details of a row, Escape closes.
 * Accessibility: a table with column headers. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-application.h"
#include "bw-row-detail.h"
#include "bw-row-table.h"
#include "bw-rows-dialog.h"

struct _BwRowsDialog {
  AdwDialog parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *detail_button;
  GtkStack *stack;
  AdwOverlaySplitView *split;
  BwRowTable *table;
  BwRowDetail *detail;

  /* Owned */
  BwWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (BwRowsDialog, bw_rows_dialog, ADW_TYPE_DIALOG)

static void
detail_closed_cb (BwRowsDialog *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (bw_row_table_get_view (self->table)));
}

static void
row_activated_cb (BwRowsDialog *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
current_changed_cb (BwRowsDialog *self)
{
  if (self->workspace != NULL)
    bw_row_detail_show (self->detail, self->workspace, bw_row_table_get_current (self->table));
}

static void
show_rows (BwRowsDialog *self, BwTable *table, const BwBits *bits)
{
  GApplication *application = g_application_get_default ();
  GSettings *settings = BW_IS_APPLICATION (application)
                            ? bw_application_get_settings (BW_APPLICATION (application))
                            : NULL;
  BwRowChoice choice = { .rows = bits, .from = BW_TIME_NONE };
  gsize n = bw_bits_count (bits);

  gtk_widget_set_visible (self->detail_button, n > 0);
  if (n == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  bw_row_table_set_table (self->table, table, bw_workspace_get_zone (self->workspace), settings);
  bw_row_table_choose (self->table, &choice);
}

static char *
describe_place (const BwPeriod *span, BwFieldId field, const char *member)
{
  g_autofree char *period = bw_period_get_label (span);

  if (field == BW_FIELD_NONE)
    return g_steal_pointer (&period);
  /* Translators: a period and a member of a dimension: "March 2025, E-mail" */
  return g_strdup_printf (C_ ("rows", "%s, %s"), period,
                          member != NULL ? member : bw_field_get_none_label (field));
}

static void
show_title (BwRowsDialog *self, const BwMetric *metric, gsize n, const char *place)
{
  g_autofree char *count = bw_format_count ((gint64) n);
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Row", "%s Rows", (gulong) n), count);
  /* Translators: name of a figure and what part of it */
  g_autofree char *subtitle = g_strdup_printf (C_ ("rows", "%s: %s"), _ (metric->name), place);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  adw_dialog_set_title (ADW_DIALOG (self), subtitle);
}

static void
bw_rows_dialog_dispose (GObject *object)
{
  BwRowsDialog *self = BW_ROWS_DIALOG (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_ROWS_DIALOG);
  G_OBJECT_CLASS (bw_rows_dialog_parent_class)->dispose (object);
}

static void
bw_rows_dialog_class_init (BwRowsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_rows_dialog_dispose;

  g_type_ensure (BW_TYPE_ROW_TABLE);
  g_type_ensure (BW_TYPE_ROW_DETAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-rows-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, detail_button);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, split);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, table);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, detail);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
}

static void
bw_rows_dialog_init (BwRowsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwRowsDialog *
bw_rows_dialog_new_selected (BwWorkspace *workspace,
                             const BwMetric *metric,
                             const char *place,
                             BwTable *table,
                             const BwBits *rows)
{
  BwRowsDialog *self = g_object_new (BW_TYPE_ROWS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  show_title (self, metric, bw_bits_count (rows), place);
  show_rows (self, table, rows);
  return self;
}

BwRowsDialog *
bw_rows_dialog_new (BwWorkspace *workspace,
                    const char *kpi,
                    const BwPeriod *span,
                    BwFieldId field,
                    const char *member)
{
  BwTable *table = NULL;
  g_autoptr (BwBits) bits = bw_engine_select (bw_workspace_get_engine (workspace),
                                             bw_workspace_get_question (workspace), kpi, span,
                                             field, member, &table);
  g_autofree char *place = NULL;

  if (bits == NULL)
    return NULL;
  place = describe_place (span, field, member);
  return bw_rows_dialog_new_selected (workspace, bw_metric_find (kpi), place, table, bits);
}
