/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the scores. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-drawing.h"
#include "bw-page-marks.h"
#include "bw-page-scores.h"
#include "bw-section-words.h"

#define HEAD_HEIGHT 17
#define ROW_HEIGHT 30
#define PAD 5
#define MARK 6.5

typedef enum {
  NAME,
  VALUE,
  COURSE,
  CHANGE,
  BEFORE,
  YEAR,
  TARGET,
  N_COLUMNS,
} Column;

/* Left edges of the columns, the last entry the right edge of all; what has nothing in it is as
 * wide as nothing. */
typedef struct {
  double x[N_COLUMNS + 1];
} Grid;

double
bw_page_scores_get_head_height (const BwPaper *paper)
{
  return HEAD_HEIGHT;
}

double
bw_page_scores_get_row_height (const BwPaper *paper)
{
  return ROW_HEIGHT;
}

static gboolean
has_column (const GPtrArray *scores, Column column)
{
  for (guint i = 0; i < scores->len; i++) {
    const BwScore *score = scores->pdata[i];
    if (column < CHANGE || (column == CHANGE && score->figure->has_previous) ||
        (column == BEFORE && isfinite (score->previous.value)) ||
        (column == YEAR && isfinite (score->year_before.value)) ||
        (column == TARGET && score->target))
      return TRUE;
  }
  return FALSE;
}

static Grid
create_grid (const GPtrArray *scores, BwBox box)
{
  static const double shares[N_COLUMNS] = { 31, 14, 12, 20, 13, 13, 14 };
  double sum = 0, x = box.x;
  Grid grid;
  for (guint c = 0; c < N_COLUMNS; c++)
    sum += has_column (scores, c) ? shares[c] : 0;
  for (guint c = 0; c < N_COLUMNS; c++) {
    grid.x[c] = x;
    x += has_column (scores, c) ? shares[c] / sum * box.width : 0;
  }
  grid.x[N_COLUMNS] = box.x + box.width;
  return grid;
}

static gboolean
is_shown (const Grid *grid, Column column)
{
  return grid->x[column + 1] - grid->x[column] > 2 * PAD;
}

/* The outer columns align with the text around the table. */
static BwBox
get_box (const Grid *grid, Column column, double y, double height)
{
  double left = column == NAME ? 0 : PAD;
  double right = grid->x[column + 1] >= grid->x[N_COLUMNS] - 0.01 ? 0 : PAD;
  return (BwBox) { grid->x[column] + left, y, grid->x[column + 1] - grid->x[column] - left - right,
                   height };
}

static void
draw_head (const BwPaper *paper, cairo_t *cr, const Grid *grid, double y)
{
  const char *titles[N_COLUMNS] = {
    _("Figure"), _("Value"), _("Course"), _("Change"), _("Before"), _("Year before"), _("Target") };
  cairo_tag_begin (cr, "TR", NULL);
  for (guint c = 0; c < N_COLUMNS; c++) {
    BwPaperStyle style = { .size = 7.5,
                           .bold = TRUE,
                           .one_line = TRUE,
                           .at_end = c == VALUE || c >= BEFORE,
                           .colour = paper->theme.dim };
    if (!is_shown (grid, c))
      continue;
    cairo_tag_begin (cr, "TH", NULL);
    bw_paper_write (paper, cr, titles[c], get_box (grid, c, y + 2, 0), &style);
    cairo_tag_end (cr, "TH");
  }
  cairo_tag_end (cr, "TR");
}

static void
draw_name (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box)
{
  BwPaperStyle name = { .size = 9, .bold = TRUE, .one_line = TRUE };
  BwPaperStyle more = { .size = 7, .one_line = TRUE, .colour = paper->theme.dim };
  g_autofree char *method = bw_section_describe_method (figure);
  g_autofree char *n = bw_format_count (figure->current.n);
  /* Translators: how a figure is counted and how many tickets, answers ... are behind it */
  g_autofree char *words = figure->metric->unit == BW_UNIT_COUNT
                               ? g_strdup (method)
                               : g_strdup_printf (_("%s · n %s"), method, n);
  bw_paper_write (paper, cr, _(figure->metric->name), box, &name);
  box.y += 12.5;
  bw_paper_write (paper, cr, words, box, &more);
}

static void
draw_change (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box)
{
  BwPaperStyle change = { .size = 8.5,
                          .one_line = TRUE,
                          .colour = bw_page_choose_colour (paper, figure) };
  BwPaperStyle verdict = change;
  const char *signal = bw_section_name_signal (figure);
  gboolean is_known = isfinite (figure->change);
  g_autofree char *words =
      is_known ? bw_figure_format_change (figure, figure->change, BW_FORMAT_COLUMN) : NULL;
  verdict.size = 7;
  if (is_known && figure->signal != BW_SIGNAL_UNKNOWN)
    bw_page_draw_mark (paper, cr, figure, box.x, box.y + 3, MARK);
  box.x += MARK + 4;
  box.width -= MARK + 4;
  bw_paper_write (paper, cr, is_known ? words : "–", box, &change);
  box.y += 12.5;
  if (is_known && *signal)
    bw_paper_write (paper, cr, signal, box, &verdict);
}

static void
draw_text (const BwPaper *paper, cairo_t *cr, const char *text, BwBox box)
{
  BwPaperStyle style = { .size = 8.5, .one_line = TRUE, .at_end = TRUE };
  bw_paper_write (paper, cr, text, box, &style);
}

static void
draw_past (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, const BwCell *cell, BwBox box)
{
  g_autofree char *text =
      isfinite (cell->value) ? bw_section_format_figure (figure, cell) : g_strdup ("–");
  draw_text (paper, cr, text, box);
}

static void
draw_value (const BwPaper *paper, cairo_t *cr, const BwFigure *figure, BwBox box)
{
  BwPaperStyle style = { .size = 12, .bold = TRUE, .one_line = TRUE, .at_end = TRUE };
  g_autofree char *value = bw_section_format_figure (figure, &figure->current);
  box.y -= 1.5;
  bw_paper_write (paper, cr, value, box, &style);
}

static void
draw_target (const BwPaper *paper, cairo_t *cr, const BwScore *score, BwBox box)
{
  BwPaperStyle style = { .size = 7, .one_line = TRUE, .at_end = TRUE, .colour = paper->theme.dim };
  draw_text (paper, cr, score->target ? score->target : "–", box);
  box.y += 12.5;
  if (score->target && score->reached != 0)
    bw_paper_write (paper, cr, score->reached > 0 ? _("reached") : _("missed"), box, &style);
}

static void
draw_cell (const BwPaper *paper, cairo_t *cr, const BwScore *score, Column column, BwBox box)
{
  switch (column) {
  case NAME:
    draw_name (paper, cr, score->figure, box);
    break;
  case VALUE:
    draw_value (paper, cr, score->figure, box);
    break;
  case COURSE:
    bw_page_draw_sparkline (paper, cr, score->figure,
                            (BwBox) { box.x, box.y - 1, box.width, ROW_HEIGHT - 8 });
    break;
  case CHANGE:
    draw_change (paper, cr, score->figure, box);
    break;
  case BEFORE:
    draw_past (paper, cr, score->figure, &score->previous, box);
    break;
  case YEAR:
    draw_past (paper, cr, score->figure, &score->year_before, box);
    break;
  case TARGET:
    draw_target (paper, cr, score, box);
    break;
  case N_COLUMNS:
    break;
  }
}

static void
draw_score (const BwPaper *paper, cairo_t *cr, const BwScore *score, const Grid *grid, double y)
{
  cairo_tag_begin (cr, "TR", NULL);
  for (guint c = 0; c < N_COLUMNS; c++) {
    if (!is_shown (grid, c))
      continue;
    cairo_tag_begin (cr, "TD", NULL);
    draw_cell (paper, cr, score, c, get_box (grid, c, y + 4, ROW_HEIGHT - 8));
    cairo_tag_end (cr, "TD");
  }
  cairo_tag_end (cr, "TR");
}

void
bw_page_scores_draw (
    const BwPaper *paper, cairo_t *cr, const GPtrArray *scores, guint from, guint to, BwBox box)
{
  Grid grid = create_grid (scores, box);
  double y = box.y + HEAD_HEIGHT;
  bw_paper_draw_rule (paper, cr, box.x, y - 0.4, box.width, 0.8,
                      bw_colour_fade (paper->theme.dim, 0.7));
  for (guint i = from; i < to; i++)
    bw_paper_draw_rule (paper, cr, box.x, y + (i - from + 1) * ROW_HEIGHT - 0.25, box.width, 0.5,
                        paper->theme.grid);
  cairo_tag_begin (cr, "Table", NULL);
  draw_head (paper, cr, &grid, box.y);
  for (guint i = from; i < to; i++, y += ROW_HEIGHT)
    draw_score (paper, cr, scores->pdata[i], &grid, y);
  cairo_tag_end (cr, "Table");
}
