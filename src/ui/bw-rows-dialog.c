/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files that are behind a mark.
 *
 * Shortcuts: those of BwRowTable; Enter opens the details of a row, Escape closes.
 * Accessibility: a table with column headers. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-application.h"
#include "bw-join.h"
#include "bw-row-detail.h"
#include "bw-row-table.h"
#include "bw-rows-dialog.h"

/* Rows of a table. */
typedef struct {
  BwTable *table;
  BwBits *rows;
} Selection;

struct _BwRowsDialog {
  AdwDialog parent_instance;

  gboolean prefers_tickets;
  gboolean introduced; /* the details have shown themselves once */

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *detail_button;
  AdwToggleGroup *kinds;
  AdwToggle *own_toggle;
  AdwToggle *tickets_toggle;
  GtkStack *stack;
  AdwOverlaySplitView *split;
  BwRowTable *table;
  BwRowDetail *detail;

  /* Owned */
  BwWorkspace *workspace;
  Selection *own;
  Selection *tickets; /* that these belong to; NULL = none, or not known yet */
  GCancellable *joining;
};

G_DEFINE_FINAL_TYPE (BwRowsDialog, bw_rows_dialog, ADW_TYPE_DIALOG)

static Selection *
selection_new (BwTable *table, const BwBits *rows)
{
  Selection *self = g_new (Selection, 1);

  self->table = bw_table_ref (table);
  self->rows = bw_bits_copy (rows);
  return self;
}

static void
selection_free (Selection *self)
{
  bw_table_unref (self->table);
  bw_bits_free (self->rows);
  g_free (self);
}

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
  if (self->workspace == NULL)
    return;
  bw_row_detail_show (self->detail, self->workspace, bw_row_table_get_current (self->table));
  if (self->introduced || bw_row_table_get_current (self->table) == NULL ||
      adw_overlay_split_view_get_collapsed (self->split))
    return;
  self->introduced = TRUE;
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
show_title (BwRowsDialog *self, gsize n)
{
  g_autofree char *count = bw_format_count ((gint64) n);
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Row", "%s Rows", (gulong) n), count);

  adw_window_title_set_title (self->title, title);
}

static void
show_rows (BwRowsDialog *self, const Selection *shown)
{
  GSettings *settings = bw_application_find_settings ();
  BwRowChoice choice = { .rows = shown->rows, .from = BW_TIME_NONE };
  gsize n = bw_bits_count (shown->rows);

  show_title (self, n);
  gtk_widget_set_visible (self->detail_button, n > 0);
  if (n == 0) {
    gtk_stack_set_visible_child_name (self->stack, "empty");
    return;
  }
  bw_row_table_set_table (self->table, shown->table, bw_workspace_get_zone (self->workspace),
                          settings);
  bw_row_table_choose (self->table, &choice);
}

/* --- Tickets -----------------------------------------------------------------------------------
 */

static void
kind_chosen_cb (BwRowsDialog *self)
{
  const char *chosen = adw_toggle_group_get_active_name (self->kinds);

  if (chosen != NULL && self->tickets != NULL)
    show_rows (self, g_str_equal (chosen, "tickets") ? self->tickets : self->own);
}

typedef struct {
  Selection *own;
  BwTable *tickets;
} Join;

static void
join_free (Join *join)
{
  selection_free (join->own);
  bw_table_unref (join->tickets);
  g_free (join);
}

static void
join_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Join *join = task_data;
  g_autoptr (BwBits) rows = bw_join_select (join->own->table, join->own->rows, BW_FIELD_TICKET_ID,
                                           join->tickets, BW_FIELD_ID);

  if (rows != NULL && bw_bits_count (rows) > 0)
    g_task_return_pointer (task, selection_new (join->tickets, rows),
                           (GDestroyNotify) selection_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
label_toggle (AdwToggle *toggle, const Selection *selection)
{
  g_autofree char *n = bw_format_count ((gint64) bw_bits_count (selection->rows));
  /* Translators: a kind of rows and how many there are: "Tickets (12)" */
  g_autofree char *label =
      g_strdup_printf (_ ("%s (%s)"), bw_kind_get_title (bw_table_get_kind (selection->table)), n);

  adw_toggle_set_label (toggle, label);
}

static void
joined_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BwRowsDialog *self = BW_ROWS_DIALOG (object);
  Selection *tickets = g_task_propagate_pointer (G_TASK (result), NULL);

  if (tickets == NULL)
    return;
  self->tickets = tickets;
  label_toggle (self->own_toggle, self->own);
  label_toggle (self->tickets_toggle, self->tickets);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), TRUE);
  if (self->prefers_tickets)
    adw_toggle_group_set_active_name (self->kinds, "tickets");
}

static void
find_tickets (BwRowsDialog *self)
{
  BwTable *tickets =
      bw_dataset_get_table (bw_workspace_get_dataset (self->workspace), BW_KIND_TICKETS);
  g_autoptr (GTask) task = NULL;
  Join *join;

  if (tickets == NULL || bw_table_find (self->own->table, BW_FIELD_TICKET_ID) == NULL)
    return;
  join = g_new (Join, 1);
  join->own = selection_new (self->own->table, self->own->rows);
  join->tickets = bw_table_ref (tickets);
  self->joining = g_cancellable_new ();
  task = g_task_new (self, self->joining, joined_cb, NULL);
  g_task_set_task_data (task, join, (GDestroyNotify) join_free);
  g_task_run_in_thread (task, join_in_thread);
}

/* --- Titles ------------------------------------------------------------------------------------
 */

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
show_subtitle (BwRowsDialog *self, const BwMetric *metric, const char *place)
{
  /* Translators: name of a figure and what part of it */
  g_autofree char *subtitle = g_strdup_printf (C_ ("rows", "%s: %s"), _ (metric->name), place);

  adw_window_title_set_subtitle (self->title, subtitle);
  adw_dialog_set_title (ADW_DIALOG (self), subtitle);
}

static void
bw_rows_dialog_dispose (GObject *object)
{
  BwRowsDialog *self = BW_ROWS_DIALOG (object);

  g_cancellable_cancel (self->joining);
  g_clear_object (&self->joining);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->own, selection_free);
  g_clear_pointer (&self->tickets, selection_free);
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
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, own_toggle);
  gtk_widget_class_bind_template_child (widget_class, BwRowsDialog, tickets_toggle);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
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
  self->own = selection_new (table, rows);
  show_subtitle (self, metric, place);
  show_rows (self, self->own);
  find_tickets (self);
  return self;
}

void
bw_rows_dialog_prefer_tickets (BwRowsDialog *self)
{
  g_return_if_fail (BW_IS_ROWS_DIALOG (self));

  self->prefers_tickets = TRUE;
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
