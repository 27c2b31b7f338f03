/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells are found by their places: the model holds nothing but as many rows. */
#include "config.h"

#include "bw-mapping-column.h"
#include "bw-mapping-rows.h"

#define WIDTH 140 /* of a column, in sp */

/* Whose factory it is. */
typedef struct {
  guint column;

  /* Owned */
  GPtrArray *rows;
} Cells;

static void
free_cells (gpointer user_data, GClosure *closure)
{
  Cells *cells = user_data;

  g_ptr_array_unref (cells->rows);
  g_free (cells);
}

static void
set_up_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_column_view_cell_set_child (cell, inscription);
}

static void
bind_cb (GtkListItemFactory *factory, GtkColumnViewCell *cell, const Cells *cells)
{
  GStrv row = g_ptr_array_index (cells->rows, gtk_column_view_cell_get_position (cell));
  const char *text = cells->column < g_strv_length (row) ? row[cells->column] : "";
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_strdelimit (valid, "\r\n\t", ' ');
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)), valid);
}

static void
append_column (GtkColumnView *view, const BwDecision *decision, GPtrArray *rows, guint i)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  Cells *cells = g_new (Cells, 1);

  *cells = (Cells) { i, g_ptr_array_ref (rows) };
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cells, free_cells,
                         G_CONNECT_DEFAULT);
  column = gtk_column_view_column_new (bw_mapping_column_describe_header (decision),
                                       g_steal_pointer (&factory));
  gtk_column_view_column_set_fixed_width (
      column, (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, WIDTH, settings));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
clear (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
    gtk_column_view_remove_column (view, column);
  }
}

void
bw_mapping_rows_show (GtkColumnView *view, GPtrArray *rows, GPtrArray *decisions)
{
  g_autofree const char **nothing = g_new0 (const char *, rows->len + 1);
  g_autoptr (GtkNoSelection) model = NULL;

  clear (view);
  for (guint i = 0; i < decisions->len; i++)
    append_column (view, g_ptr_array_index (decisions, i), rows, i);
  for (guint i = 0; i < rows->len; i++)
    nothing[i] = "";
  model = gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (nothing)));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
}
