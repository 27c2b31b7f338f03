/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places blocks on pages: headings stay with what follows, charts go two in a row, tables and long
 * paragraphs break. */
#include "config.h"

#include "bw-drawing.h"
#include "bw-page-scores.h"
#include "bw-page-table.h"
#include "bw-page-tiles.h"
#include "bw-pages-private.h"

#define COLUMN_GAP 18
#define PARAGRAPH_GAP 4
#define BLOCK_GAP 12
#define FOOT_HEIGHT 16
/* Charts flatter than this take the whole width. */
#define FLAT 2.4
/* A section begins on the page of the one before when so much of that is free, and its opening has
 * room there. */
#define WORTH_FILLING 0.35
#define SECTION_GAP 30
/* Lines, and rows, that are not left alone on a page. */
#define FEW_LINES 2
#define FEW_ROWS 2
/* Rows of a table that is not broken. */
#define SMALL_TABLE 10

typedef struct {
  BwPages *pages;
  GArray *page;
  double y;
  guint next; /* block to be placed */
} Flow;

static double
get_bottom (const Flow *flow)
{
  const BwBox *body = &flow->pages->paper.body;
  return body->y + body->height - FOOT_HEIGHT;
}

static double
get_width (const Flow *flow)
{
  return flow->pages->paper.body.width;
}

static void
clear_item (gpointer mem)
{
  g_clear_pointer (&((BwPageItem *) mem)->scene, bw_scene_unref);
}

static void
start_page (Flow *flow)
{
  flow->page = g_array_new (FALSE, TRUE, sizeof (BwPageItem));
  g_array_set_clear_func (flow->page, clear_item);
  g_ptr_array_add (flow->pages->pages, flow->page);
  flow->y = flow->pages->paper.body.y + BW_PAGE_HEAD;
}

static BwPageItem *
add_item (Flow *flow, const BwBlock *block, double width, double height)
{
  BwPageItem item = { .block = block,
                      .box = { flow->pages->paper.body.x, flow->y, width, height } };
  g_array_append_val (flow->page, item);
  return &g_array_index (flow->page, BwPageItem, flow->page->len - 1);
}

/* A new page unless there is this much room or the page is new anyway. */
static void
make_room (Flow *flow, double height)
{
  if (flow->page->len > 0 && flow->y + height > get_bottom (flow))
    start_page (flow);
}

static const BwBlock *
peek_block (const Flow *flow, guint i)
{
  return i < flow->pages->blocks->len ? flow->pages->blocks->pdata[i] : NULL;
}

/* --- Charts -------------------------------------------------------------------------------- */

static gboolean
is_half (const BwBlock *block)
{
  return block && block->kind == BW_BLOCK_CHART && block->aspect < FLAT;
}

static gboolean
is_pair (const Flow *flow, guint i)
{
  return is_half (peek_block (flow, i)) && is_half (peek_block (flow, i + 1));
}

/* A half chart without a neighbour is as high as if it had one. */
static double
get_chart_height (const Flow *flow, const BwBlock *block)
{
  double width = is_half (block) ? (get_width (flow) - COLUMN_GAP) / 2 : get_width (flow);
  return width / block->aspect;
}

/* Bars of one period have their values beside them. */
static gboolean
needs_caption (const BwBlock *block)
{
  return !block->chart->series || bw_chart_get_n_periods (block->chart) > 1;
}

static double
place_chart (Flow *flow, const BwBlock *block, double x, double width)
{
  const BwPaper *paper = &flow->pages->paper;
  BwPaperStyle caption = bw_pages_style_caption (paper);
  double height = get_chart_height (flow, block);
  BwScene *scene = bw_chart_layout (block->chart, width, height, &paper->theme);
  if (needs_caption (block))
    height +=
        BW_CAPTION_GAP + bw_paper_measure (paper, bw_scene_get_summary (scene), width, &caption);
  BwPageItem *item = add_item (flow, block, width, height);
  item->box.x = x;
  item->scene = scene;
  return height;
}

static double
guess_chart_height (const Flow *flow, guint i)
{
  double height = get_chart_height (flow, peek_block (flow, i));
  if (is_pair (flow, i))
    height = MAX (height, get_chart_height (flow, peek_block (flow, i + 1)));
  return height + BW_CAPTION_GAP + 2 * bw_pages_style_caption (&flow->pages->paper).size * 1.3;
}

static void
place_charts (Flow *flow)
{
  const BwBox *body = &flow->pages->paper.body;
  make_room (flow, guess_chart_height (flow, flow->next));
  if (flow->page->len > 0)
    flow->y += PARAGRAPH_GAP;
  double half = (body->width - COLUMN_GAP) / 2;
  double height;
  if (is_pair (flow, flow->next)) {
    height = place_chart (flow, peek_block (flow, flow->next), body->x, half);
    double other =
        place_chart (flow, peek_block (flow, flow->next + 1), body->x + half + COLUMN_GAP, half);
    height = MAX (height, other);
    flow->next++;
  } else {
    height = place_chart (flow, peek_block (flow, flow->next), body->x, body->width);
  }
  flow->y += height + BLOCK_GAP * 1.5;
}

/* --- What a block needs at least ----------------------------------------------------------- */

static double
measure_text (const Flow *flow, const BwBlock *block, const BwPaperStyle *style)
{
  return bw_paper_measure (&flow->pages->paper, block->text, get_width (flow), style);
}

static double
get_space_above (const BwBlock *heading)
{
  return heading->level == 1 ? 6 : 10;
}

/* Of a table's own heading, with the space around it. */
static double
get_heading_height (const Flow *flow, const BwBlock *block, double width)
{
  BwPaperStyle style = bw_pages_style_heading (block);
  return block->text ? get_space_above (block) + PARAGRAPH_GAP +
                           bw_paper_measure (&flow->pages->paper, block->text, width, &style)
                     : 0;
}

/* Small tables stand whole. */
static double
get_least_rows (const Flow *flow, guint i)
{
  const double *heights = flow->pages->heights->pdata[i];
  const BwBlock *block = peek_block (flow, i);
  double height = get_heading_height (flow, block, get_width (flow));
  guint n = block->table->n_rows;
  for (guint r = 0; r < (n <= 1 + SMALL_TABLE ? n : 1 + FEW_ROWS); r++)
    height += heights[r];
  return height;
}

/* Height of the least part of block i that may stand on a page; a heading takes what follows along.
 */
static double
get_least (const Flow *flow, guint i)
{
  const BwBlock *block = peek_block (flow, i);
  BwPaperStyle style;
  double used;
  if (!block)
    return 0;
  switch (block->kind) {
  case BW_BLOCK_HEADING:
    style = bw_pages_style_heading (block);
    return get_space_above (block) + measure_text (flow, block, &style) + PARAGRAPH_GAP +
           get_least (flow, i + 1);
  case BW_BLOCK_PARAGRAPH:
    style = bw_pages_style_paragraph (&flow->pages->paper, block);
    bw_paper_fit_lines (&flow->pages->paper, block->text,
                        get_width (flow) - bw_pages_get_indent (block), &style, 0,
                        (FEW_LINES + 0.5) * 1.4 * style.size, &used);
    return used;
  case BW_BLOCK_TILES:
    return bw_page_tiles_get_row_height (&flow->pages->paper);
  case BW_BLOCK_SCORES:
    return bw_page_scores_get_head_height (&flow->pages->paper) +
           FEW_ROWS * bw_page_scores_get_row_height (&flow->pages->paper);
  case BW_BLOCK_CHART:
    return guess_chart_height (flow, i);
  case BW_BLOCK_TABLE:
    return get_least_rows (flow, i);
  }
  g_return_val_if_reached (0);
}

/* --- Blocks -------------------------------------------------------------------------------- */

static double
get_tiles_height (const Flow *flow, const BwBlock *block)
{
  guint rows = (block->figures->len + BW_TILE_COLUMNS - 1) / BW_TILE_COLUMNS;
  return PARAGRAPH_GAP + rows * bw_page_tiles_get_row_height (&flow->pages->paper);
}

/* Of a section: its heading and what follows that, all of its tiles and what explains them. */
static double
get_opening (const Flow *flow, guint heading)
{
  const BwBlock *first = peek_block (flow, heading + 1);
  double height = get_least (flow, heading);
  if (first && first->kind == BW_BLOCK_TILES)
    height += get_tiles_height (flow, first) - get_least (flow, heading + 1) +
              get_least (flow, heading + 2);
  return height;
}

static void
begin_section (Flow *flow)
{
  double height = flow->pages->paper.body.height - BW_PAGE_HEAD - FOOT_HEIGHT;
  double room = get_bottom (flow) - flow->y;
  gboolean follows_title = flow->page->len == 1 && flow->pages->pages->len == 1;
  if (flow->page->len == 0 || follows_title)
    return;
  if (room > WORTH_FILLING * height && room > SECTION_GAP + get_opening (flow, flow->next))
    flow->y += SECTION_GAP;
  else
    start_page (flow);
}

static void
place_heading (Flow *flow)
{
  const BwBlock *block = peek_block (flow, flow->next);
  BwPaperStyle style = bw_pages_style_heading (block);
  if (block->level == 1)
    begin_section (flow);
  make_room (flow, get_least (flow, flow->next));
  if (flow->page->len > 0)
    flow->y += get_space_above (block);
  double height = measure_text (flow, block, &style);
  BwPageHeading heading = { block->text, block->level, flow->pages->pages->len - 1, flow->y };
  g_array_append_val (flow->pages->headings, heading);
  add_item (flow, block, get_width (flow), height);
  flow->y += height + PARAGRAPH_GAP;
}

static void
place_paragraph (Flow *flow)
{
  const BwBlock *block = peek_block (flow, flow->next);
  const BwPaper *paper = &flow->pages->paper;
  BwPaperStyle style = bw_pages_style_paragraph (paper, block);
  double width = get_width (flow) - bw_pages_get_indent (block);
  make_room (flow, get_least (flow, flow->next));
  for (guint line = 0;;) {
    double used;
    guint n = bw_paper_fit_lines (paper, block->text, width, &style, line,
                                  get_bottom (flow) - flow->y, &used);
    if (n > 0) {
      BwPageItem *item = add_item (flow, block, get_width (flow), used);
      item->from = line;
      item->to = line += n;
      flow->y += used;
    }
    if (bw_paper_fit_lines (paper, block->text, width, &style, line, 1e6, &used) == 0)
      break;
    start_page (flow);
  }
  flow->y += block->tone == BW_TONE_COMMENT ? BLOCK_GAP : PARAGRAPH_GAP;
}

static void
place_scores (Flow *flow)
{
  const BwBlock *block = peek_block (flow, flow->next);
  double head = bw_page_scores_get_head_height (&flow->pages->paper);
  double pitch = bw_page_scores_get_row_height (&flow->pages->paper);
  for (guint from = 0; from < block->scores->len;) {
    make_room (flow, head + pitch);
    guint rows = MAX ((guint) ((get_bottom (flow) - flow->y - head) / pitch), 1);
    guint to = MIN (from + rows, block->scores->len);
    double height = head + (to - from) * pitch;
    BwPageItem *item = add_item (flow, block, get_width (flow), height);
    item->from = from;
    item->to = from = to;
    flow->y += height;
  }
  flow->y += PARAGRAPH_GAP;
}

static void
place_tiles (Flow *flow)
{
  const BwBlock *block = peek_block (flow, flow->next);
  double pitch = bw_page_tiles_get_row_height (&flow->pages->paper);
  flow->y += PARAGRAPH_GAP;
  for (guint from = 0; from < block->figures->len;) {
    make_room (flow, pitch);
    guint rows = MAX ((guint) ((get_bottom (flow) - flow->y) / pitch), 1);
    guint to = MIN (from + rows * BW_TILE_COLUMNS, block->figures->len);
    double height = (to - from + BW_TILE_COLUMNS - 1) / BW_TILE_COLUMNS * pitch;
    BwPageItem *item = add_item (flow, block, get_width (flow), height);
    item->from = from;
    item->to = from = to;
    flow->y += height;
  }
}

/* Heights of rows at another width; they live as long as the pages. */
static const double *
keep_heights (Flow *flow, const BwBlock *block, double width)
{
  double *heights = bw_page_table_measure (&flow->pages->paper, block->table, width);
  g_ptr_array_add (flow->pages->heights, heights);
  return heights;
}

/* At the end a few rows stand together, too. */
static guint
fit_rows (
    const Flow *flow, const BwTextTable *table, const double *heights, guint from, double *height)
{
  guint row = from;
  *height = heights[0];
  while (row < table->n_rows && flow->y + *height + heights[row] <= get_bottom (flow))
    *height += heights[row++];
  while (row < table->n_rows && table->n_rows - row < FEW_ROWS && row > from + FEW_ROWS)
    *height -= heights[--row];
  return row;
}

/* The heading of a table is not a block of its own, as it may stand in half of the width. */
static void
place_table_heading (Flow *flow, const BwBlock *block, double x, double width)
{
  if (!block->text)
    return;
  BwPaperStyle style = bw_pages_style_heading (block);
  double height = bw_paper_measure (&flow->pages->paper, block->text, width, &style);
  flow->y += get_space_above (block);
  BwPageHeading heading = { block->text, block->level, flow->pages->pages->len - 1, flow->y };
  g_array_append_val (flow->pages->headings, heading);
  BwPageItem *item = add_item (flow, block, width, height);
  item->box.x = x;
  item->is_heading = TRUE;
  flow->y += height + PARAGRAPH_GAP;
}

static void
place_whole_table (Flow *flow, const BwBlock *block, const double *heights, double x, double width)
{
  double height = 0;
  for (guint r = 0; r < block->table->n_rows; r++)
    height += heights[r];
  place_table_heading (flow, block, x, width);
  BwPageItem *item = add_item (flow, block, width, height);
  item->box.x = x;
  item->heights = heights;
  item->from = 1;
  item->to = block->table->n_rows;
  flow->y += height;
}

static double
get_table_height (const Flow *flow, const BwBlock *block, const double *heights, double width)
{
  double height = get_heading_height (flow, block, width);
  for (guint r = 0; r < block->table->n_rows; r++)
    height += heights[r];
  return height;
}

/* Two small tables beside each other, or one in half of the width, if they fit on a page whole. */
static gboolean
place_small_tables (Flow *flow)
{
  const BwBlock *one = peek_block (flow, flow->next), *other = peek_block (flow, flow->next + 1);
  double half = (get_width (flow) - COLUMN_GAP) / 2, x = flow->pages->paper.body.x;
  if (!one->half)
    return FALSE;
  gboolean is_pair = other && other->kind == BW_BLOCK_TABLE && other->half;
  const double *heights = keep_heights (flow, one, half);
  const double *other_heights = is_pair ? keep_heights (flow, other, half) : NULL;
  double height = get_table_height (flow, one, heights, half);
  if (is_pair)
    height = MAX (height, get_table_height (flow, other, other_heights, half));
  if (height > flow->pages->paper.body.height - BW_PAGE_HEAD - FOOT_HEIGHT)
    return FALSE;
  make_room (flow, height);
  double top = flow->y;
  place_whole_table (flow, one, heights, x, half);
  flow->y = top;
  if (is_pair)
    place_whole_table (flow, other, other_heights, x + half + COLUMN_GAP, half);
  flow->y = top + height + BLOCK_GAP;
  flow->next += is_pair;
  return TRUE;
}

/* Where the report ends in tables, the last one does not stand on a page of its own. */
static double
get_room_for_end (const Flow *flow, guint i)
{
  const BwBlock *next = peek_block (flow, i + 1);
  gboolean is_end = next && next->kind == BW_BLOCK_TABLE && !peek_block (flow, i + 2);
  return get_least_rows (flow, i) + (is_end ? BLOCK_GAP + get_least_rows (flow, i + 1) : 0);
}

static void
place_table (Flow *flow)
{
  const BwBlock *block = peek_block (flow, flow->next);
  const double *heights = flow->pages->heights->pdata[flow->next];
  if (place_small_tables (flow))
    return;
  make_room (flow, get_room_for_end (flow, flow->next));
  place_table_heading (flow, block, flow->pages->paper.body.x, get_width (flow));
  for (guint from = 1; from < block->table->n_rows;) {
    double height;
    guint to = fit_rows (flow, block->table, heights, from, &height);
    if (to == from && flow->page->len > 0) {
      start_page (flow);
      continue;
    }
    if (to == from) /* higher than a page */
      height += heights[to++];
    BwPageItem *item = add_item (flow, block, get_width (flow), height);
    item->heights = heights;
    item->from = from;
    item->to = from = to;
    flow->y += height;
    if (from < block->table->n_rows)
      start_page (flow);
  }
  flow->y += BLOCK_GAP;
}

static void
place_block (Flow *flow)
{
  switch (peek_block (flow, flow->next)->kind) {
  case BW_BLOCK_HEADING:
    place_heading (flow);
    break;
  case BW_BLOCK_PARAGRAPH:
    place_paragraph (flow);
    break;
  case BW_BLOCK_TILES:
    place_tiles (flow);
    break;
  case BW_BLOCK_SCORES:
    place_scores (flow);
    break;
  case BW_BLOCK_CHART:
    place_charts (flow);
    break;
  case BW_BLOCK_TABLE:
    place_table (flow);
    break;
  }
}

static void
place_title (Flow *flow)
{
  const BwPaper *paper = &flow->pages->paper;
  BwPaperStyle title = bw_pages_style_title (paper);
  BwPaperStyle subtitle = bw_pages_style_subtitle (paper);
  flow->y = paper->body.y;
  double width = bw_pages_get_title_width (flow->pages);
  double height =
      bw_paper_measure (paper, bw_report_get_title (flow->pages->report), width, &title) +
      bw_paper_measure (paper, bw_report_get_subtitle (flow->pages->report), width, &subtitle);
  double logo_width, logo_height;
  cairo_surface_t *logo = bw_pages_open_logo (flow->pages, &logo_width, &logo_height);
  if (logo)
    height = MAX (height, logo_height + BW_PAGE_HEAD - 4);
  g_clear_pointer (&logo, cairo_surface_destroy);
  add_item (flow, NULL, get_width (flow), height);
  flow->y += height + BLOCK_GAP;
}

/* What only fills a page does not begin one. */
static gboolean
is_left_out (const Flow *flow)
{
  return peek_block (flow, flow->next)->if_room &&
         flow->y + get_least (flow, flow->next) > get_bottom (flow);
}

void
bw_pages_flow (BwPages *pages)
{
  Flow flow = { .pages = pages };
  for (guint i = 0; i < pages->blocks->len; i++) {
    const BwBlock *block = pages->blocks->pdata[i];
    gboolean is_table = block->kind == BW_BLOCK_TABLE;
    g_ptr_array_add (pages->heights, is_table ? bw_page_table_measure (&pages->paper, block->table,
                                                                       pages->paper.body.width)
                                              : NULL);
  }
  start_page (&flow);
  place_title (&flow);
  for (; flow.next < pages->blocks->len; flow.next++)
    if (!is_left_out (&flow))
      place_block (&flow);
}
