/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one file that are not counted: why, in which line, and what stands there.
 *
 * Shortcuts: arrow keys go from row to row, Escape closes.
 * Accessibility: a table with column headers; the whole text of the chosen row is a label below. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-messages.h"
#include "bw-row-list.h"
#include "bw-set-aside-dialog.h"
#include "bw-set-aside.h"
#include "bw-unit.h"

struct _BwSetAsideDialog {
  AdwDialog parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *save;
  GtkDropDown *reasons;
  GtkStack *stack;
  GtkColumnView *view;
  GtkColumnViewColumn *line_column;
  GtkColumnViewColumn *reason_column;
  GtkColumnViewColumn *text_column;
  GtkLabel *text;

  /* Owned */
  BwDataset *dataset;
  BwSource *source;
  GArray *asides; /* BwAside, as the drop-down lists them */
  BwSetAside *rows;
  GCancellable *cancellable; /* while they are listed */
};

G_DEFINE_FINAL_TYPE (BwSetAsideDialog, bw_set_aside_dialog, ADW_TYPE_DIALOG)

/* --- Cells -------------------------------------------------------------------------------------
 */

static char *
describe_line (BwSetAsideDialog *self, guint position)
{
  return self->rows->lines[position] > 0 ? bw_format_count (self->rows->lines[position])
                                         : g_strdup ("");
}

static char *
describe_reason (BwSetAsideDialog *self, guint position)
{
  return g_strdup (
      bw_aside_get_title (bw_table_get_aside (self->rows->table, self->rows->rows[position])));
}

/* As it stands in the file; cells of a workbook are written one after the other. */
static char *
read_text (BwSetAsideDialog *self, guint position)
{
  char *record = bw_table_dup_record (self->rows->table, self->rows->rows[position]);
  char *valid = record != NULL ? g_utf8_make_valid (record, -1) : g_strdup ("");

  g_free (record);
  return valid;
}

static char *
describe_text (BwSetAsideDialog *self, guint position)
{
  return g_strdelimit (read_text (self, position), "\r\n\t", ' ');
}

typedef char *(*Describe) (BwSetAsideDialog *self, guint position);

static void
set_up_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (inscription, "numeric");
  gtk_column_view_cell_set_child (cell, inscription);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, BwSetAsideDialog *self)
{
  Describe describe = g_object_get_data (G_OBJECT (factory), "describe");
  g_autofree char *text = describe (self, gtk_column_view_cell_get_position (cell));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)), text);
}

static void
set_up_column (BwSetAsideDialog *self, GtkColumnViewColumn *column, Describe describe)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "describe", describe);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_column_view_column_set_factory (column, factory);
}

static void
selected_cb (BwSetAsideDialog *self, GParamSpec *pspec, GtkSingleSelection *model)
{
  guint position = gtk_single_selection_get_selected (model);
  g_autofree char *text =
      position != GTK_INVALID_LIST_POSITION ? read_text (self, position) : g_strdup ("");

  gtk_label_set_label (self->text, text);
}

/* --- Listing, in a thread ----------------------------------------------------------------------
 */

typedef struct {
  BwDataset *dataset;
  BwSource *source;
  BwAside aside;
} Listing;

static void
listing_free (Listing *listing)
{
  g_object_unref (listing->dataset);
  g_object_unref (listing->source);
  g_free (listing);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Listing *listing = task_data;

  g_task_return_pointer (task, bw_set_aside_new (listing->dataset, listing->source, listing->aside),
                         (GDestroyNotify) bw_set_aside_free);
}

static void
show_rows (BwSetAsideDialog *self)
{
  BwRowList *rows = bw_row_list_new_ordered (
      self->rows->table, g_memdup2 (self->rows->rows, self->rows->n * sizeof (guint32)),
      self->rows->n);
  g_autoptr (GtkSingleSelection) model = gtk_single_selection_new (G_LIST_MODEL (rows));

  g_signal_connect_object (model, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  selected_cb (self, NULL, model);
  gtk_widget_set_sensitive (self->save, self->rows->n > 0);
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BwSetAsideDialog *self = BW_SET_ASIDE_DIALOG (object);
  BwSetAside *rows = g_task_propagate_pointer (G_TASK (result), NULL);

  if (rows == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result))) {
    g_clear_pointer (&rows, bw_set_aside_free);
    return;
  }
  gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->rows, bw_set_aside_free);
  self->rows = rows;
  show_rows (self);
}

static void
list (BwSetAsideDialog *self, BwAside aside)
{
  Listing *listing = g_new (Listing, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  *listing = (Listing) { g_object_ref (self->dataset), g_object_ref (self->source), aside };
  task = g_task_new (self, self->cancellable, listed_cb, NULL);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  g_task_run_in_thread (task, list_in_thread);
}

/* --- Reasons -----------------------------------------------------------------------------------
 */

static void
append_reason (BwSetAsideDialog *self, GtkStringList *titles, BwAside aside, gint64 count)
{
  g_autofree char *n = bw_format_count (count);
  /* Translators: a reason why rows are not counted, and how many */
  g_autofree char *title =
      g_strdup_printf (C_ ("reason", "%s (%s)"),
                       aside != BW_ASIDE_NONE ? bw_aside_get_title (aside) : _ ("All reasons"), n);

  gtk_string_list_append (titles, title);
  g_array_append_val (self->asides, aside);
}

static void
list_reasons (BwSetAsideDialog *self)
{
  gint64 counts[BW_ASIDE_LAST];
  gint64 total = 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  bw_dataset_count_aside (self->dataset, self->source, counts);
  for (guint a = BW_ASIDE_NONE + 1; a < BW_ASIDE_LAST; a++)
    total += counts[a];
  append_reason (self, titles, BW_ASIDE_NONE, total);
  for (guint a = BW_ASIDE_NONE + 1; a < BW_ASIDE_LAST; a++)
    if (counts[a] > 0)
      append_reason (self, titles, (BwAside) a, counts[a]);
  gtk_drop_down_set_model (self->reasons, G_LIST_MODEL (titles));
}

static void
reason_chosen_cb (BwSetAsideDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->reasons);

  if (self->dataset != NULL && selected < self->asides->len)
    list (self, g_array_index (self->asides, BwAside, selected));
}

/* --- Saving ------------------------------------------------------------------------------------
 */

typedef struct {
  BwSetAside *rows;
  char *path;
} Saving;

static void
saving_free (Saving *saving)
{
  bw_set_aside_free (saving->rows);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;

  if (bw_set_aside_save (saving->rows, saving->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BwSetAsideDialog *self = BW_SET_ASIDE_DIALOG (object);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) file = g_file_new_for_path (saving->path);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    bw_messages_show_saved (GTK_WIDGET (self->stack), file);
  else
    bw_messages_show_error (GTK_WIDGET (self), _ ("The Rows Were Not Saved"), error->message);
}

static BwSetAside *
copy_rows (const BwSetAside *rows)
{
  BwSetAside *copy = g_memdup2 (rows, sizeof (BwSetAside));

  copy->table = bw_table_ref (rows->table);
  copy->source = g_object_ref (rows->source);
  copy->rows = g_memdup2 (rows->rows, rows->n * sizeof (guint32));
  copy->lines = g_memdup2 (rows->lines, rows->n * sizeof (gint64));
  return copy;
}

void
bw_set_aside_dialog_save (BwSetAsideDialog *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (BW_IS_SET_ASIDE_DIALOG (self));
  g_return_if_fail (self->rows != NULL);

  saving = g_new (Saving, 1);
  *saving = (Saving) { copy_rows (self->rows), g_strdup (path) };
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwSetAsideDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && g_file_peek_path (file) != NULL)
    bw_set_aside_dialog_save (self, g_file_peek_path (file));
  else if (error != NULL)
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
}

static void
save_clicked_cb (BwSetAsideDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  /* Translators: the name of a file; %s is the name of another */
  g_autofree char *name = g_strdup_printf (_ ("Set aside of %s.csv"), self->source->name);

  gtk_file_dialog_set_title (dialog, _ ("Save Rows"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        target_chosen_cb, g_object_ref (self));
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_set_aside_dialog_dispose (GObject *object)
{
  BwSetAsideDialog *self = BW_SET_ASIDE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->dataset);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_SET_ASIDE_DIALOG);
  g_clear_object (&self->source);
  g_clear_pointer (&self->asides, g_array_unref);
  g_clear_pointer (&self->rows, bw_set_aside_free);
  G_OBJECT_CLASS (bw_set_aside_dialog_parent_class)->dispose (object);
}

static void
bw_set_aside_dialog_class_init (BwSetAsideDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_set_aside_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-set-aside-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, title);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, save);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, view);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, line_column);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, reason_column);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, text_column);
  gtk_widget_class_bind_template_child (widget_class, BwSetAsideDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, reason_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
bw_set_aside_dialog_init (BwSetAsideDialog *self)
{
  self->asides = g_array_new (FALSE, FALSE, sizeof (BwAside));
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_column (self, self->line_column, describe_line);
  set_up_column (self, self->reason_column, describe_reason);
  set_up_column (self, self->text_column, describe_text);
}

BwSetAsideDialog *
bw_set_aside_dialog_new (BwDataset *dataset, BwSource *source)
{
  BwSetAsideDialog *self = g_object_new (BW_TYPE_SET_ASIDE_DIALOG, NULL);

  self->dataset = g_object_ref (dataset);
  self->source = g_object_ref (source);
  adw_window_title_set_subtitle (self->title, source->name);
  list_reasons (self);
  if (self->cancellable == NULL)
    list (self, BW_ASIDE_NONE);
  return self;
}
