/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of entries.
 *
 * CSS node: "monthgrid". A cell shows what was typed; where nothing was, what the files say stands
 * in it as a hint. Shortcuts: Enter and Down go to the next month, Shift+Enter and Up to the one
 * before, Tab and the arrows at the end of a text to the next cell, Escape takes back what was
 * typed, Ctrl+V puts in a block of cells, Ctrl+Z undoes. Accessibility: an entry is named by its
 * column and month, and described by what the files say. Direction: columns begin where the
 * language does. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-amount.h"
#include "bw-messages.h"
#include "bw-month-grid.h"
#include "bw-months.h"

#define MONTHS_A_YEAR 12
#define SECONDS_AN_HOUR 3600

typedef struct {
  BwMonthGrid *grid;
  guint row;
  guint column;
  gboolean dirty; /* the user is typing */
  GtkWidget *entry;
} Cell;

struct _BwMonthGrid {
  BwReportWidget parent_instance;

  gboolean filling;
  gint64 first; /* month */
  guint n_months;
  guint n_years; /* that the user asked for */
  guint n_columns;
  guint n_added;
  const char *total;

  /* Template */
  GtkGrid *grid;

  /* Borrowed */
  const BwMonthColumn *columns;
  GPtrArray *names;  /* GtkLabel of months */
  GPtrArray *totals; /* GtkLabel; empty without a total */

  /* Owned */
  GPtrArray *cells; /* Cell, row by row */
  BwDataset *dataset;
  BwMonths *months;
};

G_DEFINE_FINAL_TYPE (BwMonthGrid, bw_month_grid, BW_TYPE_REPORT_WIDGET)

static BwWorkspace *
get_workspace (BwMonthGrid *self)
{
  return bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
}

static BwSettings *
get_settings (BwMonthGrid *self)
{
  return bw_workspace_get_settings (get_workspace (self));
}

static gint64
get_month (const BwMonthGrid *self, guint row)
{
  return bw_day_add (self->first, BW_GRAIN_MONTH, (int) row);
}

static Cell *
get_cell (const BwMonthGrid *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/* --- Numbers -----------------------------------------------------------------------------------
 */

static char *
format_number (const BwMonthColumn *column, double value)
{
  return bw_amount_format (column->unit == BW_UNIT_SECONDS ? value / SECONDS_AN_HOUR : value);
}

/* FALSE when the column cannot hold it. */
static gboolean
parse_number (const BwMonthColumn *column, const char *text, double *value)
{
  if (!bw_amount_parse (text, value))
    return FALSE;
  if (isnan (*value) || column->unit == BW_UNIT_MONEY)
    return TRUE;
  *value = round (*value * (column->unit == BW_UNIT_SECONDS ? SECONDS_AN_HOUR : 1));
  return *value >= 0 && *value <= G_MAXINT32;
}

static gboolean
is_fixed (const BwMonthGrid *self, const BwMonthColumn *column)
{
  return self->months != NULL && bw_months_has_list (self->months) &&
         (column->field == BW_FIELD_CUSTOMERS_START || column->field == BW_FIELD_CUSTOMERS_NEW ||
          column->field == BW_FIELD_CUSTOMERS_LOST || column->field == BW_FIELD_CUSTOMERS_END);
}

/* --- Filling -----------------------------------------------------------------------------------
 */

static void
set_valid (Cell *cell, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (cell->entry, "error");
  else
    gtk_widget_add_css_class (cell->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (!valid)
    gtk_widget_set_tooltip_text (cell->entry, _ ("This is no number that fits here"));
}

static void
show_source (Cell *cell, const char *of_file)
{
  g_autofree char *words =
      *of_file != '\0' ? g_strdup_printf (_ ("The files say %s"), of_file) : NULL;

  gtk_widget_set_tooltip_text (cell->entry, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  of_file, -1);
}

static void
fill_cell (BwMonthGrid *self, Cell *cell)
{
  const BwMonthColumn *column = &self->columns[cell->column];
  gint64 month = get_month (self, cell->row);
  gboolean fixed = is_fixed (self, column);
  double typed = bw_settings_get_input (get_settings (self), month, column->field);
  double counted = isnan (typed) ? bw_months_get_counted (self->months, get_settings (self), month,
                                                          column->field)
                                 : bw_months_get (self->months, month, column->field);
  g_autofree char *of_file = format_number (column, counted);
  g_autofree char *text = format_number (column, typed);

  gtk_editable_set_editable (GTK_EDITABLE (cell->entry), !fixed);
  gtk_entry_set_placeholder_text (GTK_ENTRY (cell->entry), of_file);
  if (cell->dirty)
    return;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), fixed ? "" : text))
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), fixed ? "" : text);
  set_valid (cell, TRUE);
  show_source (cell, of_file);
}

static void
fill_total (BwMonthGrid *self, guint row)
{
  GtkLabel *label = g_ptr_array_index (self->totals, row);
  double sum = 0;
  gboolean any = FALSE;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->n_added; i++) {
    double value = bw_months_get_counted (self->months, get_settings (self), get_month (self, row),
                                          self->columns[i].field);
    any |= !isnan (value);
    sum += isnan (value) ? 0 : value;
  }
  text = any ? format_number (&self->columns[0], sum) : g_strdup ("–");
  gtk_label_set_label (label, text);
}

/* The months of the report's period stand out. */
static void
fill_name (BwMonthGrid *self, guint row)
{
  GtkWidget *name = g_ptr_array_index (self->names, row);
  BwPeriod *period = bw_workspace_get_period (get_workspace (self));
  BwZone *zone = bw_workspace_get_zone (get_workspace (self));
  gint64 from = bw_day_start (get_month (self, row), zone);
  gint64 to = bw_day_start (get_month (self, row + 1), zone);

  if (period != NULL && from < period->to && to > period->from)
    gtk_widget_add_css_class (name, "heading");
  else
    gtk_widget_remove_css_class (name, "heading");
}

static void
fill (BwMonthGrid *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    fill_cell (self, g_ptr_array_index (self->cells, i));
  for (guint row = 0; row < self->totals->len; row++)
    fill_total (self, row);
  for (guint row = 0; row < self->names->len; row++)
    fill_name (self, row);
  self->filling = FALSE;
}

/* --- Typing ------------------------------------------------------------------------------------
 */

static void
commit (Cell *cell)
{
  BwMonthGrid *self = cell->grid;
  const BwMonthColumn *column = &self->columns[cell->column];
  g_autoptr (BwSettings) settings = NULL;
  double value;

  if (!cell->dirty)
    return;
  if (!parse_number (column, gtk_editable_get_text (GTK_EDITABLE (cell->entry)), &value)) {
    set_valid (cell, FALSE);
    return;
  }
  cell->dirty = FALSE;
  settings = bw_settings_copy (get_settings (self));
  bw_settings_set_input (settings, get_month (self, cell->row), column->field, value);
  if (bw_settings_equal (settings, get_settings (self)))
    fill (self);
  else
    bw_workspace_set_settings (get_workspace (self), settings);
}

static void
changed_cb (Cell *cell)
{
  if (cell->grid->filling)
    return;
  cell->dirty = TRUE;
  set_valid (cell, TRUE);
}

static void
take_back (Cell *cell)
{
  cell->dirty = FALSE;
  fill (cell->grid);
}

/* FALSE at the edge. */
static gboolean
go_to (BwMonthGrid *self, int row, int column)
{
  if (row < 0 || column < 0 || (guint) row >= self->n_months || (guint) column >= self->n_columns)
    return FALSE;
  gtk_widget_grab_focus (get_cell (self, (guint) row, (guint) column)->entry);
  return TRUE;
}

static void
activate_cb (Cell *cell)
{
  commit (cell);
  if (!cell->dirty)
    go_to (cell->grid, (int) cell->row + 1, (int) cell->column);
}

static void
leave_cb (Cell *cell)
{
  commit (cell);
}

/* Would the key leave the text? */
static gboolean
is_at_end (Cell *cell, gboolean forward)
{
  GtkEditable *editable = GTK_EDITABLE (cell->entry);
  int length = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);
  int from, to;

  if (gtk_editable_get_selection_bounds (editable, &from, &to))
    return from == 0 && to == length;
  return gtk_editable_get_position (editable) == (forward ? length : 0);
}

static gboolean
key_pressed_cb (Cell *cell, guint keyval, guint keycode, GdkModifierType state)
{
  BwMonthGrid *self = cell->grid;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean forward = (keyval == GDK_KEY_Right) != rtl;
  int row = (int) cell->row, column = (int) cell->column;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval) {
  case GDK_KEY_Up:
    return go_to (self, row - 1, column);
  case GDK_KEY_Down:
    return go_to (self, row + 1, column);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return (state & GDK_SHIFT_MASK) != 0 && go_to (self, row - 1, column);
  case GDK_KEY_Left:
  case GDK_KEY_Right:
    return (state & GDK_SHIFT_MASK) == 0 && is_at_end (cell, forward) &&
           go_to (self, row, column + (forward ? 1 : -1));
  case GDK_KEY_Escape:
    if (!cell->dirty)
      return FALSE;
    take_back (cell);
    return TRUE;
  default:
    return FALSE;
  }
}

/* --- Pasting -----------------------------------------------------------------------------------
 */

/* Of GStrv. */
static GPtrArray *
split_block (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *plain = g_strdup (text);
  g_auto (GStrv) parts = NULL;

  g_strchomp (plain);
  parts = g_strsplit (plain, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    char *line = parts[i];
    gsize n = strlen (line);
    if (n > 0 && line[n - 1] == '\r')
      line[n - 1] = '\0';
    g_ptr_array_add (lines, g_strsplit (line, "\t", -1));
  }
  return lines;
}

static gboolean
is_number (const char *text)
{
  double value;

  return bw_amount_parse (text, &value) && !isnan (value);
}

static gboolean
has_number (GStrv line)
{
  for (; *line != NULL; line++)
    if (is_number (*line))
      return TRUE;
  return FALSE;
}

/* A head without a number. */
static guint
count_head (GPtrArray *lines)
{
  guint n = 0;

  while (n + 1 < lines->len && !has_number (g_ptr_array_index (lines, n)))
    n++;
  return n;
}

/* A first column in which no line has a number, and there are more columns. */
static gboolean
has_names (GPtrArray *lines, guint head)
{
  for (guint i = head; i < lines->len; i++) {
    GStrv line = g_ptr_array_index (lines, i);
    if (line[0] == NULL || line[1] == NULL || *line[0] == '\0' || is_number (line[0]))
      return FALSE;
  }
  return head < lines->len;
}

/* Returns whether the cell could be put in. */
static gboolean
put_in (BwMonthGrid *self, BwSettings *settings, guint row, guint column, const char *text)
{
  double value;

  if (row >= self->n_months || column >= self->n_columns ||
      is_fixed (self, &self->columns[column]) ||
      !parse_number (&self->columns[column], text, &value))
    return FALSE;
  bw_settings_set_input (settings, get_month (self, row), self->columns[column].field, value);
  get_cell (self, row, column)->dirty = FALSE;
  return TRUE;
}

guint
bw_month_grid_paste (BwMonthGrid *self, guint row, guint column, const char *text)
{
  g_autoptr (GPtrArray) lines = split_block (text);
  g_autoptr (BwSettings) settings = bw_settings_copy (get_settings (self));
  guint head = count_head (lines), names = has_names (lines, head), n_left = 0;

  for (guint i = head; i < lines->len; i++) {
    GStrv line = g_ptr_array_index (lines, i);
    for (guint k = names; k < g_strv_length (line); k++)
      if (*g_strstrip (line[k]) != '\0' &&
          !put_in (self, settings, row + i - head, column + k - names, line[k]))
        n_left++;
  }
  bw_workspace_set_settings (get_workspace (self), settings);
  return n_left;
}

static void
paste (Cell *cell, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (cell->entry);
  guint n_left;
  int at;

  if (strpbrk (text, "\t\n") == NULL) {
    gtk_editable_delete_selection (editable);
    at = gtk_editable_get_position (editable);
    gtk_editable_insert_text (editable, text, -1, &at);
    gtk_editable_set_position (editable, at);
    return;
  }
  n_left = bw_month_grid_paste (cell->grid, cell->row, cell->column, text);
  if (n_left > 0) {
    g_autofree char *words = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u cell was no number that fits and was left out",
                     "%u cells were no numbers that fit and were left out", n_left),
        n_left);
    bw_messages_show_toast (GTK_WIDGET (cell->grid), words);
  }
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) entry = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  Cell *cell = g_object_get_data (G_OBJECT (entry), "cell");

  if (text != NULL && cell != NULL && gtk_editable_get_editable (GTK_EDITABLE (entry)))
    paste (cell, text);
}

/* Before the entry would make one line of it. */
static void
paste_cb (Cell *cell, GtkText *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (cell->entry), NULL, clipboard_read_cb,
                                 g_object_ref (cell->entry));
}

/* --- Cells -------------------------------------------------------------------------------------
 */

static void
watch_cell (Cell *cell)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (cell->entry));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), cell);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), cell);
  gtk_widget_add_controller (cell->entry, keys);
  gtk_widget_add_controller (cell->entry, focus);
  g_signal_connect_swapped (cell->entry, "changed", G_CALLBACK (changed_cb), cell);
  g_signal_connect_swapped (cell->entry, "activate", G_CALLBACK (activate_cb), cell);
  g_signal_connect_swapped (text, "paste-clipboard", G_CALLBACK (paste_cb), cell);
}

static void
append_cell (BwMonthGrid *self, guint row, guint column, const char *month)
{
  Cell *cell = g_new0 (Cell, 1);
  g_autofree char *name = NULL;

  cell->grid = self;
  cell->row = row;
  cell->column = column;
  cell->entry = gtk_entry_new ();
  /* Translators: what a number is, and of which month: "Salaries, March 2025" */
  name = g_strdup_printf (C_ ("month", "%s, %s"), _ (self->columns[column].title), month);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell->entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell->entry), 9);
  gtk_editable_set_enable_undo (GTK_EDITABLE (cell->entry), FALSE);
  gtk_entry_set_alignment (GTK_ENTRY (cell->entry), 1);
  gtk_widget_set_hexpand (cell->entry, TRUE);
  gtk_widget_add_css_class (cell->entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data (G_OBJECT (cell->entry), "cell", cell);
  watch_cell (cell);
  gtk_grid_attach (self->grid, cell->entry, (int) column + 1, (int) row + 1, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

static GtkWidget *
create_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  return label;
}

static void
append_heading (BwMonthGrid *self, guint at, const char *title)
{
  GtkWidget *label = create_label (title, 1);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (self->grid, label, (int) at, 0, 1, 1);
}

static void
append_month (BwMonthGrid *self, guint row)
{
  g_autofree char *month = bw_day_format (get_month (self, row), _ ("%OB %Y"));
  g_autofree char *brief = bw_day_format (get_month (self, row), _ ("%Ob %Y"));
  GtkWidget *name = create_label (brief, 0);

  gtk_grid_attach (self->grid, name, 0, (int) row + 1, 1, 1);
  g_ptr_array_add (self->names, name);
  for (guint column = 0; column < self->n_columns; column++)
    append_cell (self, row, column, month);
  if (self->total != NULL) {
    GtkWidget *total = create_label (NULL, 1);
    gtk_widget_add_css_class (total, "numeric");
    gtk_grid_attach (self->grid, total, (int) self->n_columns + 1, (int) row + 1, 1, 1);
    g_ptr_array_add (self->totals, total);
  }
}

/* Entries may still say that they lose the focus. */
static void
forget_cell (gpointer data)
{
  Cell *cell = data;
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (cell->entry));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (cell->entry);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
    g_signal_handlers_disconnect_by_data (controller, cell);
  }
  g_signal_handlers_disconnect_by_data (text, cell);
  g_signal_handlers_disconnect_by_data (cell->entry, cell);
  g_object_set_data (G_OBJECT (cell->entry), "cell", NULL);
  g_free (cell);
}

static void
clear (BwMonthGrid *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->totals, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
build (BwMonthGrid *self)
{
  clear (self);
  for (guint i = 0; i < self->n_columns; i++)
    append_heading (self, i + 1, _ (self->columns[i].title));
  if (self->total != NULL)
    append_heading (self, self->n_columns + 1, _ (self->total));
  for (guint row = 0; row < self->n_months; row++)
    append_month (self, row);
}

/* --- Months ------------------------------------------------------------------------------------
 */

static gint64
find_first_input (BwMonthGrid *self, gint64 month)
{
  const GArray *inputs = bw_settings_get_inputs (get_settings (self));

  for (guint i = 0; i < inputs->len; i++)
    month = MIN (month, g_array_index (inputs, BwInput, i).month);
  return month;
}

/* From the earliest month that is typed, or a year, to the last of the data. What is seen stays. */
static void
find_months (BwMonthGrid *self, gboolean other_data, gint64 *first, guint *n_months)
{
  BwWorkspace *workspace = get_workspace (self);
  BwZone *zone = bw_workspace_get_zone (workspace);
  BwPeriod *period = bw_workspace_get_period (workspace);
  gint64 from, to, last;

  if (!bw_dataset_get_extent (self->dataset, &from, &to))
    to = period != NULL ? period->to - 1 : 0;
  if (period != NULL)
    to = MAX (to, period->to - 1);
  last = bw_day_floor (bw_day_around (to, zone), BW_GRAIN_MONTH);
  *first = bw_day_add (last, BW_GRAIN_MONTH, 1 - MONTHS_A_YEAR * (int) self->n_years);
  *first = find_first_input (self, *first);
  if (!other_data && self->n_months > 0)
    *first = MIN (*first, self->first);
  *n_months = 0;
  while (bw_day_add (*first, BW_GRAIN_MONTH, (int) *n_months) <= last)
    ++*n_months;
}

static void
update (BwMonthGrid *self)
{
  BwWorkspace *workspace = get_workspace (self);
  gint64 first;
  guint n_months;
  gboolean is_new = g_set_object (&self->dataset, bw_workspace_get_dataset (workspace));

  if (self->dataset == NULL || self->n_columns == 0)
    return;
  if (is_new || self->months == NULL) {
    g_clear_pointer (&self->months, bw_months_free);
    self->months = bw_months_new (self->dataset, bw_workspace_get_zone (workspace));
  }
  find_months (self, is_new, &first, &n_months);
  if (first != self->first || n_months != self->n_months || self->cells->len == 0) {
    self->first = first;
    self->n_months = n_months;
    build (self);
  }
  fill (self);
}

static void
zone_changed_cb (BwMonthGrid *self)
{
  g_clear_pointer (&self->months, bw_months_free);
  update (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_month_grid_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, widget, (BwWatcher) update, "dataset", "settings", "period", NULL);
  g_signal_connect_object (workspace, "notify::zone", G_CALLBACK (zone_changed_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
bw_month_grid_dispose (GObject *object)
{
  BwMonthGrid *self = BW_MONTH_GRID (object);

  if (self->cells != NULL)
    g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->months, bw_months_free);
  G_OBJECT_CLASS (bw_month_grid_parent_class)->dispose (object);
}

static void
bw_month_grid_finalize (GObject *object)
{
  BwMonthGrid *self = BW_MONTH_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->totals);
  G_OBJECT_CLASS (bw_month_grid_parent_class)->finalize (object);
}

static void
bw_month_grid_class_init (BwMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_month_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_month_grid_finalize;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_month_grid_watch;

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-month-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMonthGrid, grid);
}

static void
bw_month_grid_init (BwMonthGrid *self)
{
  self->n_years = 1;
  self->cells = g_ptr_array_new_with_free_func (forget_cell);
  self->names = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_month_grid_set_columns (BwMonthGrid *self,
                           const BwMonthColumn *columns,
                           guint n_columns,
                           const char *total,
                           guint n_added)
{
  g_return_if_fail (BW_IS_MONTH_GRID (self) && get_workspace (self) == NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->total = total;
  self->n_added = n_added;
}

gboolean
bw_month_grid_is_fixed (BwMonthGrid *self)
{
  return self->n_columns > 0 && is_fixed (self, &self->columns[0]);
}

gboolean
bw_month_grid_has_numbers_of_files (BwMonthGrid *self)
{
  for (guint i = 0; self->months != NULL && i < self->n_columns; i++)
    if (bw_months_has (self->months, self->columns[i].field))
      return TRUE;
  return FALSE;
}

gboolean
bw_month_grid_has_numbers (BwMonthGrid *self)
{
  const GArray *inputs = bw_settings_get_inputs (get_settings (self));

  for (guint i = 0; i < inputs->len; i++)
    for (guint k = 0; k < self->n_columns; k++)
      if (g_array_index (inputs, BwInput, i).field == self->columns[k].field)
        return TRUE;
  return bw_month_grid_has_numbers_of_files (self);
}

guint
bw_month_grid_get_n_months (BwMonthGrid *self)
{
  return self->n_months;
}

gboolean
bw_month_grid_has_earlier (BwMonthGrid *self)
{
  gint64 from, to;

  return self->dataset != NULL && bw_dataset_get_extent (self->dataset, &from, &to) &&
         bw_day_around (from, bw_workspace_get_zone (get_workspace (self))) < self->first;
}

void
bw_month_grid_show_earlier (BwMonthGrid *self)
{
  self->n_years++;
  update (self);
}

GtkEditable *
bw_month_grid_get_cell (BwMonthGrid *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_months && column < self->n_columns, NULL);

  return GTK_EDITABLE (get_cell (self, row, column)->entry);
}
