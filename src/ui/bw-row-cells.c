/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows can be seen is told by the adjustment: all rows are of the same height.
 *
 * Accessibility: cells are named by their words; numbers stand at the end of their cell, in either
 * direction of text. */
#include "config.h"

#include "bw-row-cells.h"
#include "bw-row-words.h"

/* Rows above and below that have words as well. */
#define MARGIN 6

typedef struct {
  BwRowCells *cells;       /* not owned */
  GtkColumnViewCell *cell; /* not owned */
  GtkInscription *words;   /* not owned */
  guint index;             /* of the column */
  guint slot;              /* in bound */
  gboolean filled;
} Cell;

struct _BwRowCells {
  GObject parent_instance;

  double row_height; /* 0 = all rows can be seen */

  /* Borrowed */
  GtkColumnView *view;
  GtkAdjustment *scroll;

  /* Owned */
  BwTable *table;
  BwZone *zone;
  GPtrArray *bound; /* Cell, not owned */
};

G_DEFINE_FINAL_TYPE (BwRowCells, bw_row_cells, G_TYPE_OBJECT)

static GQuark
cell_quark (void)
{
  return g_quark_from_static_string ("bw-row-cell");
}

/* --- Words -------------------------------------------------------------------------------------
 */

typedef struct {
  double first, last; /* places, within it */
} Range;

static Range
get_seen (BwRowCells *self)
{
  double top = gtk_adjustment_get_value (self->scroll);
  double bottom = top + gtk_adjustment_get_page_size (self->scroll);

  if (self->row_height <= 0)
    return (Range) { 0, G_MAXUINT };
  return (Range) { top / self->row_height - MARGIN, bottom / self->row_height + MARGIN };
}

static gboolean
is_seen (const Cell *cell, Range seen)
{
  guint place = gtk_column_view_cell_get_position (cell->cell);

  return place >= seen.first && place <= seen.last;
}

static void
fill (Cell *cell)
{
  BwRowItem *item = gtk_column_view_cell_get_item (cell->cell);
  g_autofree char *text = bw_row_words_cell (item, cell->index, cell->cells->zone);

  gtk_inscription_set_text (cell->words, text);
  cell->filled = TRUE;
}

static void
update (Cell *cell, Range seen)
{
  if (is_seen (cell, seen)) {
    fill (cell);
  } else if (cell->filled) {
    gtk_inscription_set_text (cell->words, NULL);
    cell->filled = FALSE;
  }
}

static void
scrolled_cb (BwRowCells *self)
{
  Range seen = get_seen (self);

  for (guint i = 0; i < self->bound->len; i++) {
    Cell *cell = self->bound->pdata[i];
    if (!cell->filled && is_seen (cell, seen))
      fill (cell);
  }
}

static void
resized_cb (BwRowCells *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  double upper = gtk_adjustment_get_upper (self->scroll);

  self->row_height = n > 0 && upper > gtk_adjustment_get_page_size (self->scroll) ? upper / n : 0;
  scrolled_cb (self);
}

/* --- Cells -------------------------------------------------------------------------------------
 */

static void
set_up_cb (BwRowCells *self, GtkColumnViewCell *column_cell, GtkListItemFactory *factory)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *widget = gtk_inscription_new (NULL);
  const BwColumn *column;

  cell->cells = self;
  cell->cell = column_cell;
  cell->words = GTK_INSCRIPTION (widget);
  cell->index = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (factory), cell_quark ()));
  column = bw_table_get_column (self->table, cell->index);
  g_object_set_qdata_full (G_OBJECT (widget), cell_quark (), cell, g_free);
  gtk_inscription_set_min_chars (cell->words, 0);
  gtk_inscription_set_nat_chars (cell->words, 0);
  gtk_inscription_set_min_lines (cell->words, 1);
  if (bw_row_words_is_number (column))
    gtk_inscription_set_xalign (cell->words, 1);
  gtk_inscription_set_text_overflow (cell->words, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (!bw_store_is_code (column->store))
    gtk_widget_add_css_class (widget, "numeric");
  gtk_column_view_cell_set_child (column_cell, widget);
}

static Cell *
get_cell (GtkColumnViewCell *cell)
{
  return g_object_get_qdata (G_OBJECT (gtk_column_view_cell_get_child (cell)), cell_quark ());
}

static void
bind_cb (BwRowCells *self, GtkColumnViewCell *column_cell)
{
  Cell *cell = get_cell (column_cell);

  cell->slot = self->bound->len;
  g_ptr_array_add (self->bound, cell);
  update (cell, get_seen (self));
}

static void
unbind_cb (BwRowCells *self, GtkColumnViewCell *column_cell)
{
  Cell *cell = get_cell (column_cell);

  g_ptr_array_remove_index_fast (self->bound, cell->slot);
  if (cell->slot < self->bound->len)
    ((Cell *) self->bound->pdata[cell->slot])->slot = cell->slot;
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_row_cells_finalize (GObject *object)
{
  BwRowCells *self = BW_ROW_CELLS (object);

  g_clear_pointer (&self->table, bw_table_unref);
  g_clear_pointer (&self->zone, bw_zone_unref);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_row_cells_parent_class)->finalize (object);
}

static void
bw_row_cells_class_init (BwRowCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_row_cells_finalize;
}

static void
bw_row_cells_init (BwRowCells *self)
{
  self->bound = g_ptr_array_new ();
}

BwRowCells *
bw_row_cells_new (GtkColumnView *view)
{
  BwRowCells *self = g_object_new (BW_TYPE_ROW_CELLS, NULL);

  self->view = view;
  self->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scroll, "changed", G_CALLBACK (resized_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
bw_row_cells_set_table (BwRowCells *self, BwTable *table, BwZone *zone)
{
  g_return_if_fail (BW_IS_ROW_CELLS (self));

  bw_table_ref (table);
  g_clear_pointer (&self->table, bw_table_unref);
  self->table = table;
  bw_zone_ref (zone);
  g_clear_pointer (&self->zone, bw_zone_unref);
  self->zone = zone;
}

void
bw_row_cells_set_up_column (BwRowCells *self, GtkColumnViewColumn *column, guint index)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (BW_IS_ROW_CELLS (self));

  g_object_set_qdata (G_OBJECT (factory), cell_quark (), GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_factory (column, factory);
}

void
bw_row_cells_refill (BwRowCells *self)
{
  Range seen;

  g_return_if_fail (BW_IS_ROW_CELLS (self));

  seen = get_seen (self);
  for (guint i = 0; i < self->bound->len; i++)
    update (self->bound->pdata[i], seen);
}

guint
bw_row_cells_find_place (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    const Cell *cell = g_object_get_qdata (G_OBJECT (widget), cell_quark ());
    if (cell != NULL)
      return gtk_column_view_cell_get_position (cell->cell);
  }
  return GTK_INVALID_LIST_POSITION;
}
