/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table of the files.
 *
 * Rows are objects only while they are on the screen; choosing and sorting work on their numbers,
 * in a thread.
 * Shortcuts: Ctrl+C copies the selected rows as a table, Ctrl+Shift+C as CSV, Ctrl+A selects all,
 * Enter opens a row, the Menu key and Shift+F10 open its menu. Columns are moved by dragging, or in
 * the menus of their headers. CSS: a column view of the class .data-table.
 * Accessibility: a table with column headers. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bw-children.h"
#include "bw-columns-dialog.h"
#include "bw-messages.h"
#include "bw-parallel.h"
#include "bw-row-cells.h"
#include "bw-row-columns.h"
#include "bw-row-copy.h"
#include "bw-row-places.h"
#include "bw-row-query.h"
#include "bw-row-table.h"
#include "bw-row-words.h"
#include "bw-unit.h"

/* Work that is quicker than this shows no progress. */
#define PATIENCE_MS 200
#define PROGRESS_MS 50
/* Widths change with every movement of a pointer. */
#define REMEMBER_MS 400
#define PERMILLE 1000

/* One choice at work. */
typedef struct {
  BwTable *table;
  BwRowQuery query; /* owns what it points to */
  int permille;     /* atomic */

  guint32 *rows;
  gsize n;
} Job;

struct _BwRowTable {
  GtkWidget parent_instance;

  guint progress_id;
  guint remember_id;
  gboolean filling; /* the columns are being made, or go */
  gint64 started;

  /* Template */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
  GtkProgressBar *progress;
  AdwStatusPage *empty;
  GMenuModel *row_menu;

  /* Owned */
  BwTable *table;
  GSettings *settings;
  BwRowList *rows;     /* what is shown */
  BwRowPlaces *places; /* where */
  BwRowCells *cells;
  BwRowItem *current;
  Job *job;                  /* the last choice, NULL before the first */
  GCancellable *cancellable; /* while it is at work */
  GtkWidget *menu;
};

typedef enum {
  PROP_BUSY = 1,
  PROP_N_ROWS,
  PROP_CURRENT,
} BwRowTableProperty;

typedef enum {
  ACTIVATE,
  LAST_SIGNAL,
} BwRowTableSignal;

static GParamSpec *props[PROP_CURRENT + 1];
static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwRowTable, bw_row_table, GTK_TYPE_WIDGET)

/* --- A choice at work --------------------------------------------------------------------------
 */

static void
clear_job (gpointer boxed)
{
  Job *job = boxed;

  bw_table_unref (job->table);
  g_clear_pointer ((BwBits **) &job->query.rows, bw_bits_free);
  g_clear_pointer (&job->query.filter, bw_filter_unref);
  g_free ((char *) job->query.text);
  g_free (job->rows);
}

static void
job_unref (Job *job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->permille, (int) (fraction * PERMILLE));
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  bw_thread_step_back ();
  job->rows = bw_row_query_run (&job->query, job->table, &job->n, cancellable, progress_cb, job);
  g_task_return_boolean (task, job->rows != NULL);
}

static void
stop (BwRowTable *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->progress != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  BwRowTable *self = user_data;
  int permille = g_atomic_int_get (&self->job->permille);

  if (g_get_monotonic_time () - self->started < PATIENCE_MS * 1000)
    return G_SOURCE_CONTINUE;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  if (permille > 0 && permille < PERMILLE)
    gtk_progress_bar_set_fraction (self->progress, permille / (double) PERMILLE);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

/* --- The rows that are shown -------------------------------------------------------------------
 */

static void
update_actions (BwRowTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const BwColumn *address = self->table != NULL ? bw_table_find (self->table, BW_FIELD_URL) : NULL;

  gtk_widget_action_set_enabled (widget, "rows.copy", self->current != NULL);
  gtk_widget_action_set_enabled (widget, "rows.copy-csv", self->current != NULL);
  gtk_widget_action_set_enabled (widget, "rows.open-address",
                                 self->current != NULL && address != NULL);
  gtk_widget_action_set_enabled (widget, "rows.choose-columns", self->table != NULL);
}

static gboolean
is_same_row (BwRowItem *one, BwRowItem *other)
{
  return one != NULL && other != NULL && bw_row_item_get_row (one) == bw_row_item_get_row (other) &&
         bw_row_item_get_table (one) == bw_row_item_get_table (other);
}

static void
set_current (BwRowTable *self, int position)
{
  g_autoptr (BwRowItem) item =
                position >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->rows), (guint) position)
                              : NULL;

  if (item == self->current || is_same_row (item, self->current))
    return;
  g_set_object (&self->current, item);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}

/* Of several rows the one that was chosen last. */
static void
selection_changed_cb (BwRowTable *self, guint position, guint n_items, GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  guint64 n = gtk_bitset_get_size (selected);

  if (n == 0)
    set_current (self, -1);
  else if (n > 1 && gtk_bitset_contains (selected, position))
    set_current (self, (int) position);
  else
    set_current (self, (int) gtk_bitset_get_minimum (selected));
}

static int
find_position (const Job *job, gsize row)
{
  for (gsize i = 0; i < job->n; i++)
    if (job->rows[i] == row)
      return (int) i;
  return -1;
}

static void
set_places (BwRowTable *self, BwRowList *rows)
{
  bw_row_places_set_rows (self->places, rows);
  bw_row_cells_refill (self->cells);
}

/* Without any rows those before them stay behind what says so: their widgets are dear to make. */
static void
show_rows (BwRowTable *self, Job *job)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->places);
  int position =
      self->current != NULL ? find_position (job, bw_row_item_get_row (self->current)) : -1;
  gsize n = job->n;
  BwRowList *rows = bw_row_list_new_ordered (job->table, g_steal_pointer (&job->rows), n);

  g_clear_object (&self->rows);
  self->rows = rows;
  g_signal_handlers_block_by_func (selection, selection_changed_cb, self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  if (n > 0)
    set_places (self, rows);
  if (position >= 0 && bw_row_places_reach (self->places, (guint) position))
    gtk_selection_model_select_item (selection, (guint) position, TRUE);
  else
    gtk_selection_model_unselect_all (selection);
  g_signal_handlers_unblock_by_func (selection, selection_changed_cb, self);
  if (gtk_column_view_get_model (self->view) == NULL)
    gtk_column_view_set_model (self->view, selection);
  set_current (self, position);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BwRowTable *self = BW_ROW_TABLE (source);
  GTask *task = G_TASK (result);
  gboolean done;

  if (self->cancellable == NULL || self->cancellable != g_task_get_cancellable (task))
    return;
  done = g_task_propagate_boolean (task, NULL);
  stop (self);
  if (done)
    show_rows (self, g_task_get_task_data (task));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ROWS]);
}

static Job *
copy_job (BwTable *table, const BwRowQuery *query)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->table = bw_table_ref (table);
  job->query = *query;
  job->query.rows = query->rows != NULL ? bw_bits_copy (query->rows) : NULL;
  job->query.filter = query->filter != NULL ? bw_filter_ref (query->filter) : NULL;
  job->query.text = g_strdup (query->text);
  return job;
}

static void
read_order (BwRowTable *self, BwRowQuery *query)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  query->column = column != NULL ? (int) bw_row_columns_get_index (column) : -1;
  query->descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
}

/* Takes over the job. */
static void
start (BwRowTable *self, Job *job)
{
  g_autoptr (GTask) task = NULL;

  stop (self);
  g_clear_pointer (&self->job, job_unref);
  self->job = job;
  read_order (self, &job->query);
  self->cancellable = g_cancellable_new ();
  self->started = g_get_monotonic_time ();
  self->progress_id = g_timeout_add (PROGRESS_MS, show_progress_cb, self);
  task = g_task_new (self, self->cancellable, chosen_cb, NULL);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), (GDestroyNotify) job_unref);
  g_task_run_in_thread (task, run_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
order_changed_cb (BwRowTable *self)
{
  if (!self->filling && self->job != NULL)
    start (self, copy_job (self->table, &self->job->query));
}

/* --- Columns -----------------------------------------------------------------------------------
 */

static gboolean
remember_cb (gpointer user_data)
{
  BwRowTable *self = user_data;

  self->remember_id = 0;
  bw_row_columns_remember (self->view, self->table, self->settings);
  return G_SOURCE_REMOVE;
}

static void
queue_remember (BwRowTable *self)
{
  if (self->filling || self->settings == NULL || self->table == NULL)
    return;
  g_clear_handle_id (&self->remember_id, g_source_remove);
  self->remember_id = g_timeout_add (REMEMBER_MS, remember_cb, self);
}

/* One gesture for all cells: those are many. */
static void
pressed_cb (BwRowTable *self, int n_press, double x, double y)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  guint position = bw_row_cells_find_place (gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT));
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  graphene_point_t point;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  if (gtk_widget_compute_point (view, GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                                 &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GMenuModel *
create_header_menu (guint index)
{
  static const struct {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("Move Towards _Start"), "rows.move-back" },
    { N_ ("Move Towards _End"), "rows.move-forward" },
    { N_ ("_Hide Column"), "rows.hide-column" },
  };
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);
    g_menu_item_set_action_and_target (item, items[i].action, "u", index);
    g_menu_append_item (menu, item);
  }
  g_menu_append (section, _ ("_Choose Columns…"), "rows.choose-columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
  return G_MENU_MODEL (menu);
}

static void
set_up_column (BwRowTable *self, GtkColumnViewColumn *column)
{
  guint index = bw_row_columns_get_index (column);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  g_autoptr (GMenuModel) menu = create_header_menu (index);

  bw_row_cells_set_up_column (self->cells, column, index);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (queue_remember), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (queue_remember), self,
                           G_CONNECT_SWAPPED);
}

static GtkColumnViewColumn *
find_column (BwRowTable *self, guint index, guint *position)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    if (bw_row_columns_get_index (column) == index) {
      *position = i;
      return g_steal_pointer (&column);
    }
  }
  return NULL;
}

/* The newest first. */
static void
sort_by_date (BwRowTable *self)
{
  const BwColumn *date = bw_row_query_find_date (self->table);

  for (guint i = 0; date != NULL && i < bw_table_get_n_columns (self->table); i++) {
    guint position;
    g_autoptr (GtkColumnViewColumn) column = NULL;
    if (bw_table_get_column (self->table, i) != date)
      continue;
    column = find_column (self, i, &position);
    gtk_column_view_sort_by_column (self->view, column, GTK_SORT_DESCENDING);
  }
}

static void
fill_columns (BwRowTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = bw_table_get_n_columns (self->table);

  bw_row_columns_fill (self->view, self->table, self->settings);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    set_up_column (self, column);
  }
  sort_by_date (self);
}

static void
clear_columns (BwRowTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
    gtk_column_view_remove_column (self->view, column);
  }
}

/* --- Actions -----------------------------------------------------------------------------------
 */

typedef struct {
  BwRowList *rows;
  GtkBitset *positions;
  GArray *columns; /* guint */
  BwRowCopyFormat format;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->rows);
  gtk_bitset_unref (copying->positions);
  g_array_unref (copying->columns);
  g_free (copying);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Copying *copying = task_data;

  g_task_return_pointer (task,
                         bw_row_copy (copying->rows, copying->positions,
                                      (const guint *) copying->columns->data, copying->columns->len,
                                      copying->format),
                         g_free);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Copying *copying = g_task_get_task_data (G_TASK (result));
  gint64 n = (gint64) gtk_bitset_get_size (copying->positions);
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *count = bw_format_count (n);
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s row copied", "%s rows copied", (gulong) n), count);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (source)), text);
  bw_messages_show_toast (GTK_WIDGET (source), words);
}

static GArray *
list_visible_columns (BwRowTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GArray *visible = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    guint index = bw_row_columns_get_index (column);
    if (gtk_column_view_column_get_visible (column))
      g_array_append_val (visible, index);
  }
  return visible;
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwRowTable *self = BW_ROW_TABLE (widget);
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GTask) task = NULL;
  Copying *copying;

  if (gtk_bitset_get_size (selected) > BW_ROW_COPY_MOST) {
    g_autofree char *most = bw_format_count (BW_ROW_COPY_MOST);
    /* Translators: %s is a number of rows */
    g_autofree char *words =
        g_strdup_printf (_ ("More than %s rows cannot be copied at once"), most);
    bw_messages_show_toast (widget, words);
    return;
  }
  copying = g_new (Copying, 1);
  *copying = (Copying) { g_object_ref (self->rows), gtk_bitset_copy (selected),
                         list_visible_columns (self),
                         g_str_equal (name, "rows.copy-csv") ? BW_ROW_COPY_CSV : BW_ROW_COPY_TABS };
  task = g_task_new (self, NULL, copied_cb, NULL);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
address_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwRowTable) self = user_data;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, NULL))
    bw_messages_show_toast (GTK_WIDGET (self), _ ("No program opened this address"));
}

/* Addresses come from files: only those of web pages are opened. */
static gboolean
is_web_address (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 ||
         g_ascii_strncasecmp (text, "http://", 7) == 0;
}

static void
open_address_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwRowTable *self = BW_ROW_TABLE (widget);

  for (guint i = 0; i < bw_table_get_n_columns (self->table); i++) {
    const char *text = bw_row_item_get_text (self->current, i);
    g_autoptr (GtkUriLauncher) launcher = NULL;
    if (bw_table_get_column (self->table, i)->field != BW_FIELD_URL)
      continue;
    if (!is_web_address (text)) {
      bw_messages_show_toast (widget, _ ("This row has no web address"));
      return;
    }
    launcher = gtk_uri_launcher_new (text);
    gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                             address_opened_cb, g_object_ref (self));
  }
}

static void
choose_columns_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (bw_columns_dialog_new (BW_ROW_TABLE (widget)->view)), widget);
}

static void
hide_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint position;
  g_autoptr (GtkColumnViewColumn) column =
                find_column (BW_ROW_TABLE (widget), g_variant_get_uint32 (parameter), &position);

  gtk_column_view_column_set_visible (column, FALSE);
}

static void
move_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwRowTable *self = BW_ROW_TABLE (widget);
  guint position;
  g_autoptr (GtkColumnViewColumn) column =
                find_column (self, g_variant_get_uint32 (parameter), &position);

  bw_columns_dialog_move (self->view, column, g_str_equal (name, "rows.move-back") ? -1 : 1);
}

static void
show_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwRowTable *self = BW_ROW_TABLE (widget);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), NULL);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
activate_cb (BwRowTable *self, guint position)
{
  set_current (self, (int) position);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_row_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwRowTable *self = BW_ROW_TABLE (object);

  switch ((BwRowTableProperty) id) {
  case PROP_BUSY:
    g_value_set_boolean (value, bw_row_table_get_busy (self));
    break;
  case PROP_N_ROWS:
    g_value_set_uint (value, bw_row_table_get_n_rows (self));
    break;
  case PROP_CURRENT:
    g_value_set_object (value, self->current);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_row_table_dispose (GObject *object)
{
  BwRowTable *self = BW_ROW_TABLE (object);

  stop (self);
  if (self->remember_id != 0) {
    g_clear_handle_id (&self->remember_id, g_source_remove);
    bw_row_columns_remember (self->view, self->table, self->settings);
  }
  self->filling = TRUE; /* from now on the columns go */
  g_clear_pointer (&self->job, job_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_ROW_TABLE);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->rows);
  g_clear_object (&self->places);
  g_clear_object (&self->cells);
  g_clear_object (&self->current);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->table, bw_table_unref);
  G_OBJECT_CLASS (bw_row_table_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK, shift = GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "rows.copy-csv", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "rows.open-address", NULL, open_address_cb);
  gtk_widget_class_install_action (widget_class, "rows.choose-columns", NULL, choose_columns_cb);
  gtk_widget_class_install_action (widget_class, "rows.hide-column", "u", hide_column_cb);
  gtk_widget_class_install_action (widget_class, "rows.move-back", "u", move_column_cb);
  gtk_widget_class_install_action (widget_class, "rows.move-forward", "u", move_column_cb);
  gtk_widget_class_install_action (widget_class, "rows.show-menu", NULL, show_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, control, "rows.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, control | shift, "rows.copy-csv",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "rows.show-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, shift, "rows.show-menu", NULL);
}

static void
bw_row_table_class_init (BwRowTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_row_table_get_property;
  object_class->dispose = bw_row_table_dispose;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, ro);
  props[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, ro);
  props[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, BW_TYPE_ROW_ITEM, ro);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rowtable");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-row-table.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRowTable, stack);
  gtk_widget_class_bind_template_child (widget_class, BwRowTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BwRowTable, view);
  gtk_widget_class_bind_template_child (widget_class, BwRowTable, progress);
  gtk_widget_class_bind_template_child (widget_class, BwRowTable, empty);
  gtk_widget_class_bind_template_child (widget_class, BwRowTable, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
watch_pointer (BwRowTable *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

static void
bw_row_table_init (BwRowTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->places = bw_row_places_new ();
  self->cells = bw_row_cells_new (self->view);
  g_signal_connect_object (self->places, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->menu = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (queue_remember), self, G_CONNECT_SWAPPED);
  watch_pointer (self);
  update_actions (self);
}

GtkWidget *
bw_row_table_new (void)
{
  return g_object_new (BW_TYPE_ROW_TABLE, NULL);
}

void
bw_row_table_set_table (BwRowTable *self, BwTable *table, BwZone *zone, GSettings *settings)
{
  g_return_if_fail (BW_IS_ROW_TABLE (self));
  g_return_if_fail (table != NULL);
  g_return_if_fail (zone != NULL);

  stop (self);
  self->filling = TRUE;
  g_clear_pointer (&self->job, job_unref);
  gtk_column_view_set_model (self->view, NULL);
  bw_row_places_set_rows (self->places, NULL);
  set_current (self, -1);
  g_clear_object (&self->rows);
  clear_columns (self);
  bw_table_ref (table);
  g_clear_pointer (&self->table, bw_table_unref);
  self->table = table;
  g_set_object (&self->settings, settings);
  bw_row_cells_set_table (self->cells, table, zone);
  fill_columns (self);
  self->filling = FALSE;
  update_actions (self);
}

void
bw_row_table_choose (BwRowTable *self, const BwRowChoice *choice)
{
  BwRowQuery query = { choice->rows, choice->filter, choice->from, choice->to, choice->text, -1 };

  g_return_if_fail (BW_IS_ROW_TABLE (self));
  g_return_if_fail (self->table != NULL);

  start (self, copy_job (self->table, &query));
}

gboolean
bw_row_table_get_busy (BwRowTable *self)
{
  return self->cancellable != NULL;
}

guint
bw_row_table_get_n_rows (BwRowTable *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

BwRowItem *
bw_row_table_get_current (BwRowTable *self)
{
  return self->current;
}

GtkColumnView *
bw_row_table_get_view (BwRowTable *self)
{
  return self->view;
}
