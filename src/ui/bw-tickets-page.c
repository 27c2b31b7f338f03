/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the files.
 *
 * Follows the filter of the report, and its period unless all rows are wanted.
 * Shortcuts: those of BwRowTable; typing in the table finds rows, Enter opens the details of a row,
 * Escape closes them where they cover the table.
 * Accessibility: the number of rows is a label below the table. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-application.h"
#include "bw-fitting.h"
#include "bw-report-header.h"
#include "bw-row-detail.h"
#include "bw-tickets-page.h"
#include "bw-unit.h"

/* Details follow once the arrow keys have come to rest. */
#define DETAIL_MS 60

struct _BwTicketsPage {
  BwReportPage parent_instance;

  gboolean introduced; /* the details have shown themselves once */
  gboolean stale;      /* what is asked for has changed while the page was not seen */
  gboolean filling;    /* the kinds are being listed, or go */
  guint detail_id;

  /* Template */
  GtkDropDown *kind;
  GtkSearchEntry *search;
  AdwToggleGroup *scope;
  AdwToggle *period_toggle;
  GtkStringList *scopes; /* the same in less room */
  AdwOverlaySplitView *split;
  BwRowTable *table;
  BwRowDetail *detail;
  GtkLabel *count;

  /* Owned */
  GArray *kinds;  /* BwKind, as the drop-down lists them */
  BwTable *shown; /* in the table */
};

G_DEFINE_FINAL_TYPE (BwTicketsPage, bw_tickets_page, BW_TYPE_REPORT_PAGE)

static BwWorkspace *
get_workspace (BwTicketsPage *self)
{
  return bw_report_page_get_workspace (BW_REPORT_PAGE (self));
}

/* --- What is asked for -------------------------------------------------------------------------
 */

static gboolean
wants_period (BwTicketsPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->scope), "period") == 0;
}

static void
ask (BwTicketsPage *self)
{
  BwPeriod *period = bw_workspace_get_period (get_workspace (self));
  BwRowChoice choice = {
    .filter = bw_workspace_get_filter (get_workspace (self)),
    .from = BW_TIME_NONE,
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
  };

  self->stale = FALSE;
  if (self->shown == NULL)
    return;
  if (wants_period (self) && period != NULL) {
    choice.from = period->from;
    choice.to = period->to;
  }
  bw_row_table_choose (self->table, &choice);
}

static void
queue_ask (BwTicketsPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
}

static void
update_period (BwTicketsPage *self)
{
  BwPeriod *period = bw_workspace_get_period (get_workspace (self));
  g_autofree char *label = period != NULL ? bw_period_get_label (period) : NULL;
  const char *words[] = { label != NULL ? label : _ ("Period"), NULL };

  adw_toggle_set_label (self->period_toggle, words[0]);
  gtk_string_list_splice (self->scopes, 0, 1, words);
  if (wants_period (self))
    queue_ask (self);
}

/* --- Kinds -------------------------------------------------------------------------------------
 */

static void
show_kind (BwTicketsPage *self, BwKind kind)
{
  BwTable *table = bw_dataset_get_table (bw_workspace_get_dataset (get_workspace (self)), kind);

  g_return_if_fail (table != NULL);
  bw_table_ref (table);
  g_clear_pointer (&self->shown, bw_table_unref);
  self->shown = table;
  bw_row_table_set_table (self->table, table, bw_workspace_get_zone (get_workspace (self)),
                          bw_application_find_settings ());
  queue_ask (self);
}

static void
kind_chosen_cb (BwTicketsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (!self->filling && selected < self->kinds->len)
    show_kind (self, g_array_index (self->kinds, BwKind, selected));
}

/* The kind that was shown stays, if there still is one. */
static void
update_kinds (BwTicketsPage *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (get_workspace (self));
  BwKind last = self->shown != NULL ? bw_table_get_kind (self->shown) : BW_KIND_TICKETS;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  if (dataset == NULL)
    return;
  self->filling = TRUE;
  g_array_set_size (self->kinds, 0);
  for (BwKind k = 0; k < BW_KIND_LAST; k++) {
    if (bw_dataset_get_table (dataset, k) == NULL)
      continue;
    if (k == last)
      selected = self->kinds->len;
    g_array_append_val (self->kinds, k);
    gtk_string_list_append (titles, bw_kind_get_title (k));
  }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->kind, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), self->kinds->len > 1);
  self->filling = FALSE;
  if (self->kinds->len > 0)
    show_kind (self, g_array_index (self->kinds, BwKind, selected));
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void
update_count (BwTicketsPage *self)
{
  gint64 n = bw_row_table_get_n_rows (self->table);
  gint64 total = self->shown != NULL ? (gint64) bw_table_get_n_rows (self->shown) : 0;
  g_autofree char *shown = bw_format_count (n);
  g_autofree char *all = bw_format_count (total);
  g_autofree char *text = NULL;

  if (bw_row_table_get_busy (self->table) && n == 0)
    text = g_strdup (_ ("Looking for rows…"));
  else
    /* Translators: how many of the rows of the files are shown */
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %s row", "%s of %s rows", (gulong) total), shown, all);
  gtk_label_set_label (self->count, text);
}

static gboolean
show_detail_cb (gpointer user_data)
{
  BwTicketsPage *self = user_data;

  self->detail_id = 0;
  bw_row_detail_show (self->detail, get_workspace (self), bw_row_table_get_current (self->table));
  return G_SOURCE_REMOVE;
}

static void
current_changed_cb (BwTicketsPage *self)
{
  g_clear_handle_id (&self->detail_id, g_source_remove);
  self->detail_id = g_timeout_add (DETAIL_MS, show_detail_cb, self);
  if (self->introduced || bw_row_table_get_current (self->table) == NULL ||
      adw_overlay_split_view_get_collapsed (self->split))
    return;
  self->introduced = TRUE;
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
detail_closed_cb (BwTicketsPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (bw_row_table_get_view (self->table)));
}

static void
row_activated_cb (BwTicketsPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
search_changed_cb (BwTicketsPage *self)
{
  queue_ask (self);
}

static void
scope_chosen_cb (BwTicketsPage *self)
{
  queue_ask (self);
}

static void
choose_columns_cb (BwTicketsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "rows.choose-columns", NULL);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_tickets_page_map (GtkWidget *widget)
{
  BwTicketsPage *self = BW_TICKETS_PAGE (widget);

  GTK_WIDGET_CLASS (bw_tickets_page_parent_class)->map (widget);
  if (self->stale)
    ask (self);
}

static void
bw_tickets_page_watch (BwReportPage *page, BwWorkspace *workspace)
{
  BwTicketsPage *self = BW_TICKETS_PAGE (page);

  bw_workspace_watch (workspace, self, (BwWatcher) update_period, "period", NULL);
  bw_workspace_watch (workspace, self, (BwWatcher) update_kinds, "dataset", "zone", NULL);
  bw_workspace_watch (workspace, self, (BwWatcher) queue_ask, "filter", NULL);
}

static void
bw_tickets_page_dispose (GObject *object)
{
  BwTicketsPage *self = BW_TICKETS_PAGE (object);

  self->filling = TRUE; /* the kinds go */
  g_clear_handle_id (&self->detail_id, g_source_remove);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->shown, bw_table_unref);
  G_OBJECT_CLASS (bw_tickets_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-tickets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, search);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, period_toggle);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, scopes);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, split);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, table);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, BwTicketsPage, count);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_count);
}

static void
bw_tickets_page_class_init (BwTicketsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_tickets_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = bw_tickets_page_map;
  BW_REPORT_PAGE_CLASS (klass)->watch = bw_tickets_page_watch;

  g_type_ensure (BW_TYPE_FITTING);
  g_type_ensure (BW_TYPE_REPORT_HEADER);
  g_type_ensure (BW_TYPE_ROW_TABLE);
  g_type_ensure (BW_TYPE_ROW_DETAIL);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bw_tickets_page_init (BwTicketsPage *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (BwKind));
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->scope, "period");
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->table));
}

void
bw_tickets_page_search (BwTicketsPage *self, const char *text)
{
  g_return_if_fail (BW_IS_TICKETS_PAGE (self));

  adw_toggle_group_set_active_name (self->scope, "all");
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}

gboolean
bw_tickets_page_set_kind (BwTicketsPage *self, BwKind kind)
{
  g_return_val_if_fail (BW_IS_TICKETS_PAGE (self), FALSE);

  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, BwKind, i) == kind) {
      gtk_drop_down_set_selected (self->kind, i);
      return TRUE;
    }
  return FALSE;
}

BwRowTable *
bw_tickets_page_get_table (BwTicketsPage *self)
{
  return self->table;
}
