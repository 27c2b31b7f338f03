/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files that are behind a mark.
 *
 * Rows are objects only while they are on the screen; their texts are read from the files then.
 * Accessibility: a table with column headers. Escape closes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-row-list.h"
#include "bw-rows-dialog.h"

struct _BwRowsDialog {
  AdwDialog parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (BwRowsDialog, bw_rows_dialog, ADW_TYPE_DIALOG)

static void
set_up_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_column_view_cell_set_child (cell, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, gpointer column)
{
  BwRowItem *item = gtk_column_view_cell_get_item (cell);
  GtkLabel *label = GTK_LABEL (gtk_column_view_cell_get_child (cell));
  const char *text = bw_row_item_get_text (item, GPOINTER_TO_UINT (column));

  gtk_label_set_label (label, text);
}

/* Columns do not look into rows that are not on the screen: their widths are a matter of kind. */
static int
choose_width (BwFieldId field)
{
  const BwField *found = bw_field_get (field);

  if (field == BW_FIELD_SUBJECT || field == BW_FIELD_COMMENT)
    return 280;
  if (field == BW_FIELD_ID || field == BW_FIELD_TICKET_ID)
    return 90;
  if (found != NULL && (found->value == BW_VALUE_TIME || found->value == BW_VALUE_TEXT))
    return 170;
  return 130;
}

static void
append_column (BwRowsDialog *self, const BwTable *table, guint i)
{
  const BwColumn *column = bw_table_get_column (table, i);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  const char *header = column->header != NULL && *column->header != '\0'
                           ? column->header
                           : bw_field_get_title (column->field);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
  shown = gtk_column_view_column_new (header, g_steal_pointer (&factory));
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_fixed_width (shown, choose_width (column->field));
  gtk_column_view_append_column (self->view, shown);
}

/* Which ticket, what about, then the columns that mean something to us, then the others. */
static int
rank (BwFieldId field)
{
  switch (field) {
  case BW_FIELD_ID:
    return 0;
  case BW_FIELD_SUBJECT:
    return 1;
  case BW_FIELD_NONE:
    return 3;
  default:
    return 2;
  }
}

static void
append_columns (BwRowsDialog *self, const BwTable *table)
{
  for (int wanted = 0; wanted <= 3; wanted++)
    for (guint i = 0; i < bw_table_get_n_columns (table); i++)
      if (rank (bw_table_get_column (table, i)->field) == wanted)
        append_column (self, table, i);
}

static void
show_rows (BwRowsDialog *self, BwTable *table, const BwBits *bits)
{
  g_autoptr (BwRowList) rows = bw_row_list_new (table, bits);
  g_autoptr (GtkNoSelection) model = NULL;
  gsize n = bw_bits_count (bits);

  if (n == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  append_columns (self, table);
  model = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
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
  gtk_widget_dispose_template (GTK_WIDGET (object), BW_TYPE_ROWS_DIALOG);
  G_OBJECT_CLASS (bw_rows_dialog_parent_class)->dispose (object);
}

static void
bw_rows_dialog_class_init (BwRowsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_rows_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-rows-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, view);
}

static void
bw_rows_dialog_init (BwRowsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwRowsDialog *
bw_rows_dialog_new_selected (const BwMetric *metric,
                             const char *place,
                             BwTable *table,
                             const BwBits *rows)
{
  BwRowsDialog *self = g_object_new (BW_TYPE_ROWS_DIALOG, NULL);

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
  return bw_rows_dialog_new_selected (bw_metric_find (kpi), place, table, bits);
}
