/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry above what it found, in groups.
 *
 * Keys: Up and Down choose while the entry keeps the focus, Enter goes there, Escape closes.
 * Accessibility: the chosen row is announced; group names are headers of the list. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-search-dialog.h"
#include "bw-search.h"

#define N_KINDS (BW_FINDING_ACTION + 1)

struct _BwSearchDialog {
  AdwDialog parent_instance;

  gboolean hurried; /* Enter was pressed before anything was found */
  guint top_id;
  guint n_frames; /* since the list began to scroll to its top */

  /* Template */
  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;

  /* Owned */
  BwWorkspace *workspace;
  GListStore *found[N_KINDS];
  GtkSingleSelection *selection;
  GCancellable *running;
  char *text; /* that is or was looked for */
};

typedef enum {
  CHOSEN,
  LAST_SIGNAL,
} BwSearchDialogSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwSearchDialog, bw_search_dialog, ADW_TYPE_DIALOG)

/* --- Rows --------------------------------------------------------------------------------------
 */

static GtkWidget *
create_label (const char *style, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = create_label (NULL, PANGO_ELLIPSIZE_END);

  gtk_label_set_single_line_mode (GTK_LABEL (title), FALSE);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), create_label ("caption", PANGO_ELLIPSIZE_END));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  BwFinding *finding = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *details = gtk_widget_get_last_child (box);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       bw_finding_get_title (finding));
  gtk_label_set_label (GTK_LABEL (details), bw_finding_get_details (finding) != NULL
                                                ? bw_finding_get_details (finding)
                                                : "");
  gtk_widget_set_visible (details, bw_finding_get_details (finding) != NULL);
  gtk_list_item_set_accessible_label (item, bw_finding_get_title (finding));
}

static void
set_up_header_cb (GtkListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = create_label ("heading", PANGO_ELLIPSIZE_END);

  gtk_widget_set_margin_start (label, 12);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkListItemFactory *factory, GtkListHeader *header)
{
  BwFinding *finding = gtk_list_header_get_item (header);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       bw_finding_kind_get_title (bw_finding_get_kind (finding)));
}

/* Where the chosen row leads, if there is one. */
static void
go (BwSearchDialog *self)
{
  BwFinding *finding = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (BwFinding) kept = finding != NULL ? g_object_ref (finding) : NULL;

  if (kept == NULL)
    return;
  self->hurried = FALSE;
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, kept);
}

/* --- Looking -----------------------------------------------------------------------------------
 */

static void
stop (BwSearchDialog *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
show_stack (BwSearchDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gboolean looking = self->running != NULL;

  gtk_stack_set_visible_child_name (self->stack, any || looking ? "found" : "nothing");
}

static void
show_findings (BwSearchDialog *self, GPtrArray *findings, BwFindingKind from, BwFindingKind to)
{
  for (guint kind = from; kind <= (guint) to; kind++) {
    g_autoptr (GPtrArray) ours = g_ptr_array_new ();
    for (guint i = 0; i < findings->len; i++)
      if (bw_finding_get_kind (g_ptr_array_index (findings, i)) == kind)
        g_ptr_array_add (ours, g_ptr_array_index (findings, i));
    g_list_store_splice (self->found[kind], 0,
                         g_list_model_get_n_items (G_LIST_MODEL (self->found[kind])), ours->pdata,
                         ours->len);
  }
}

/* Once the rows that were found have their places, which takes a frame. */
static gboolean
show_top_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  BwSearchDialog *self = user_data;

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  self->top_id = 0;
  return G_SOURCE_REMOVE;
}

/* The first one with the heading above it, which the list does not scroll to by itself. */
static void
scroll_to (BwSearchDialog *self, guint at)
{
  gtk_list_view_scroll_to (self->list, at, GTK_LIST_SCROLL_SELECT, NULL);
  self->n_frames = 0;
  if (at == 0 && self->top_id == 0)
    self->top_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), show_top_cb, self, NULL);
}

/* The best stays chosen and in sight while more is found. */
static void
show_selected (BwSearchDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    scroll_to (self, 0);
}

static void
rows_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSearchDialog) self = user_data;
  g_autoptr (GPtrArray) findings = bw_search_rows_finish (result, NULL);

  /* Other words are being looked for. */
  if (g_task_get_cancellable (G_TASK (result)) != self->running || findings == NULL)
    return;
  g_clear_object (&self->running);
  show_findings (self, findings, BW_FINDING_MEMBER, BW_FINDING_TICKET);
  show_stack (self);
  show_selected (self);
  if (self->hurried)
    go (self);
}

static void
search_changed_cb (BwSearchDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) names = bw_search_names (self->workspace, text);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_set_str (&self->text, text);
  self->hurried = FALSE;
  stop (self);
  show_findings (self, names, BW_FINDING_KPI, BW_FINDING_KPI);
  show_findings (self, none, BW_FINDING_MEMBER, BW_FINDING_TICKET);
  show_findings (self, names, BW_FINDING_PAGE, BW_FINDING_ACTION);
  show_selected (self);
  if (*text != '\0' && self->workspace != NULL && bw_workspace_get_dataset (self->workspace)) {
    self->running = g_cancellable_new ();
    bw_search_rows_async (self->workspace, text, self->running, rows_found_cb, g_object_ref (self));
  }
  show_stack (self);
}

/* --- Choosing ----------------------------------------------------------------------------------
 */

static void
announce (BwSearchDialog *self, BwFinding *finding)
{
  g_autofree char *words =
      bw_finding_get_details (finding) != NULL
          /* Translators: what was found, and what it is */
          ? g_strdup_printf (C_ ("finding", "%s, %s"), bw_finding_get_title (finding),
                             bw_finding_get_details (finding))
          : g_strdup (bw_finding_get_title (finding));

  /* The test backend of GTK 4.18 cannot announce. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
step (BwSearchDialog *self, int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  at = at == GTK_INVALID_LIST_POSITION ? 0 : (guint) CLAMP ((int) at + by, 0, (int) n - 1);
  scroll_to (self, at);
  announce (self, gtk_single_selection_get_selected_item (self->selection));
}

static gboolean
key_pressed_cb (BwSearchDialog *self, guint key)
{
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  step (self, key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static void
activate_cb (BwSearchDialog *self)
{
  /* Enter may come before the words have been looked for. */
  search_changed_cb (self);
  self->hurried = self->running != NULL;
  go (self);
}

static void
row_activated_cb (BwSearchDialog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  go (self);
}

static void
stop_search_cb (BwSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_search_dialog_dispose (GObject *object)
{
  BwSearchDialog *self = BW_SEARCH_DIALOG (object);

  stop (self);
  if (self->top_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->top_id);
  self->top_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_SEARCH_DIALOG);
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_clear_object (&self->found[kind]);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (bw_search_dialog_parent_class)->dispose (object);
}

static void
bw_search_dialog_class_init (BwSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_search_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, BW_TYPE_FINDING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, BwSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BwSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
bw_search_dialog_init (BwSearchDialog *self)
{
  g_autoptr (GListStore) groups = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFlattenListModel *all;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = 0; kind < N_KINDS; kind++) {
    self->found[kind] = g_list_store_new (BW_TYPE_FINDING);
    g_list_store_append (groups, self->found[kind]);
  }
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&groups)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (all));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

BwSearchDialog *
bw_search_dialog_new (BwWorkspace *workspace)
{
  BwSearchDialog *self = g_object_new (BW_TYPE_SEARCH_DIALOG, NULL);

  g_set_object (&self->workspace, workspace);
  search_changed_cb (self);
  return self;
}

gboolean
bw_search_dialog_is_ready (BwSearchDialog *self)
{
  g_return_val_if_fail (BW_IS_SEARCH_DIALOG (self), FALSE);
  return self->running == NULL;
}
