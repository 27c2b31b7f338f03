/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws tables: quiet rules between rows, no boxes. */
#include "config.h"

#include <string.h>

#include "bw-page-table.h"

#define SIZE 8
#define PAD_X 4
#define PAD_Y 2.5

static BwPaperStyle
style_cell (const BwPaper *paper, const BwTextTable *table, guint row, guint column)
{
  return (BwPaperStyle) {
    .size = SIZE,
    .bold = row == 0,
    .at_end = table->numeric[column],
    .colour = row == 0 ? paper->theme.dim : paper->theme.foreground,
  };
}

/* The room for text in a column; the outer ones align with the text around the table. */
static BwBox
get_cell_box (const BwTextTable *table, guint column, BwBox row)
{
  double x = row.x;
  for (guint i = 0; i < column; i++)
    x += table->shares[i] * row.width;
  double before = column == 0 ? 0 : PAD_X;
  double after = column + 1 == table->n_columns ? 0 : PAD_X;
  return (BwBox) { x + before, row.y + PAD_Y, table->shares[column] * row.width - before - after,
                   row.height - 2 * PAD_Y };
}

/* What follows a line break in a cell is beside the point: it is dim. */
static double
measure_cell (const BwPaper *paper, const char *text, double width, const BwPaperStyle *style)
{
  const char *rest = strchr (text, '\n');
  if (!rest)
    return bw_paper_measure (paper, text, width, style);
  g_autofree char *first = g_strndup (text, rest - text);
  return bw_paper_measure (paper, first, width, style) +
         bw_paper_measure (paper, rest + 1, width, style);
}

static void
write_cell (const BwPaper *paper, cairo_t *cr, const char *text, BwBox box, BwPaperStyle style)
{
  const char *rest = strchr (text, '\n');
  g_autofree char *first = rest ? g_strndup (text, rest - text) : g_strdup (text);
  bw_paper_write (paper, cr, first, box, &style);
  if (!rest)
    return;
  box.y += bw_paper_measure (paper, first, box.width, &style);
  style.colour = paper->theme.dim;
  bw_paper_write (paper, cr, rest + 1, box, &style);
}

double *
bw_page_table_measure (const BwPaper *paper, const BwTextTable *table, double width)
{
  double *heights = g_new0 (double, table->n_rows);
  for (guint r = 0; r < table->n_rows; r++) {
    for (guint c = 0; c < table->n_columns; c++) {
      BwPaperStyle style = style_cell (paper, table, r, c);
      BwBox box = get_cell_box (table, c, (BwBox) { 0, 0, width, 0 });
      double height = measure_cell (paper, bw_text_table_get (table, r, c), box.width, &style);
      heights[r] = MAX (heights[r], height + 2 * PAD_Y);
    }
  }
  return heights;
}

static void
draw_row (const BwPaper *paper, cairo_t *cr, const BwTextTable *table, guint row, BwBox box)
{
  cairo_tag_begin (cr, "TR", NULL);
  for (guint c = 0; c < table->n_columns; c++) {
    const char *tag = row == 0 ? "TH" : "TD";
    BwPaperStyle style = style_cell (paper, table, row, c);
    cairo_tag_begin (cr, tag, NULL);
    write_cell (paper, cr, bw_text_table_get (table, row, c), get_cell_box (table, c, box), style);
    cairo_tag_end (cr, tag);
  }
  cairo_tag_end (cr, "TR");
}

static void
draw_rules (
    const BwPaper *paper, cairo_t *cr, const double *heights, guint from, guint to, BwBox box)
{
  double y = box.y + heights[0];
  bw_paper_draw_rule (paper, cr, box.x, y - 0.4, box.width, 0.8,
                      bw_colour_fade (paper->theme.dim, 0.7));
  for (guint r = from; r < to; r++) {
    y += heights[r];
    bw_paper_draw_rule (paper, cr, box.x, y - 0.25, box.width, 0.5, paper->theme.grid);
  }
}

void
bw_page_table_draw (const BwPaper *paper,
                    cairo_t *cr,
                    const BwTextTable *table,
                    const double *heights,
                    guint from,
                    guint to,
                    BwBox box)
{
  draw_rules (paper, cr, heights, from, to, box);
  cairo_tag_begin (cr, "Table", NULL);
  BwBox row = { box.x, box.y, box.width, heights[0] };
  draw_row (paper, cr, table, 0, row);
  for (guint r = from; r < to; r++) {
    row.y += row.height;
    row.height = heights[r];
    draw_row (paper, cr, table, r, row);
  }
  cairo_tag_end (cr, "Table");
}
