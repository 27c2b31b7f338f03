/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws tables: quiet rules between rows, no boxes. */
#include "config.h"

#include <string.h>

#include "bw-drawing.h"
#include "bw-page-table.h"

#define SIZE 8
#define PAD_X 4
#define PAD_Y 2.5
/* Words need a little more than they measure, lest they are broken. */
#define ROUNDING 0.5

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

/* The outer columns align with the text around the table. */
static double
get_pad_before (guint column)
{
  return column == 0 ? 0 : PAD_X;
}

static double
get_pad_after (const BwTextTable *table, guint column)
{
  return column + 1 == table->n_columns ? 0 : PAD_X;
}

/* By the shares; columns whose heads have longer words take from those with room to spare. */
static double *
make_widths (const BwPaper *paper, const BwTextTable *table, double width)
{
  double *widths = g_new (double, table->n_columns);
  g_autofree double *spare = g_new (double, table->n_columns);
  double missing = 0, room = 0;
  for (guint c = 0; c < table->n_columns; c++) {
    BwPaperStyle style = style_cell (paper, table, 0, c);
    widths[c] = table->shares[c] * width;
    spare[c] = widths[c] - get_pad_before (c) - get_pad_after (table, c) - ROUNDING -
               bw_paper_measure_word (paper, bw_text_table_get (table, 0, c), &style);
    missing += MAX (0, -spare[c]);
    room += MAX (0, spare[c]);
  }
  for (guint c = 0; c < table->n_columns && missing > 0 && missing <= room; c++)
    widths[c] -= spare[c] < 0 ? spare[c] : missing * spare[c] / room;
  return widths;
}

/* The room for text in a column. */
static BwBox
get_cell_box (const BwTextTable *table, const double *widths, guint column, BwBox row)
{
  double x = row.x + get_pad_before (column);
  for (guint i = 0; i < column; i++)
    x += widths[i];
  return (BwBox) { x, row.y + PAD_Y,
                   widths[column] - get_pad_before (column) - get_pad_after (table, column),
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
  g_autofree double *widths = make_widths (paper, table, width);
  for (guint r = 0; r < table->n_rows; r++) {
    for (guint c = 0; c < table->n_columns; c++) {
      BwPaperStyle style = style_cell (paper, table, r, c);
      BwBox box = get_cell_box (table, widths, c, (BwBox) { 0, 0, width, 0 });
      double height = measure_cell (paper, bw_text_table_get (table, r, c), box.width, &style);
      heights[r] = MAX (heights[r], height + 2 * PAD_Y);
    }
  }
  return heights;
}

static void
draw_row (const BwPaper *paper,
          cairo_t *cr,
          const BwTextTable *table,
          const double *widths,
          guint row,
          BwBox box)
{
  cairo_tag_begin (cr, "TR", NULL);
  for (guint c = 0; c < table->n_columns; c++) {
    const char *tag = row == 0 ? "TH" : "TD";
    BwPaperStyle style = style_cell (paper, table, row, c);
    cairo_tag_begin (cr, tag, NULL);
    write_cell (paper, cr, bw_text_table_get (table, row, c), get_cell_box (table, widths, c, box),
                style);
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
  g_autofree double *widths = make_widths (paper, table, box.width);
  BwBox row = { box.x, box.y, box.width, heights[0] };
  draw_row (paper, cr, table, widths, 0, row);
  for (guint r = from; r < to; r++) {
    row.y += row.height;
    row.height = heights[r];
    draw_row (paper, cr, table, widths, r, row);
  }
  cairo_tag_end (cr, "Table");
}
