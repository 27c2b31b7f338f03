/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the pages of a report, with the tags of a structured document. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-drawing.h"
#include "bw-language.h"
#include "bw-logo.h"
#include "bw-page-scores.h"
#include "bw-page-table.h"
#include "bw-page-tiles.h"
#include "bw-pages-private.h"

#define LOGO_WIDTH 110
#define LOGO_HEIGHT 40
#define NUMBER_WIDTH 80
#define COMMENT_INDENT 10

G_DEFINE_BOXED_TYPE (BwPages, bw_pages, bw_pages_ref, bw_pages_unref)

BwPages *
bw_pages_new (BwReport *report, double width, double height)
{
  g_return_val_if_fail (BW_IS_REPORT (report), NULL);
  BwLanguage language;
  bw_language_begin (&language, bw_report_plan_get_language (bw_report_get_plan (report)));
  BwPages *pages = g_atomic_rc_box_new0 (BwPages);
  bw_paper_init (&pages->paper, width, height);
  pages->report = g_object_ref (report);
  pages->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  pages->heights = g_ptr_array_new_with_free_func (g_free);
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  pages->headings = g_array_new (FALSE, FALSE, sizeof (BwPageHeading));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (report)); i++)
    g_ptr_array_add (pages->blocks, g_list_model_get_item (G_LIST_MODEL (report), i));
  bw_pages_flow (pages);
  bw_language_end (&language);
  return pages;
}

BwPages *
bw_pages_new_on_sheet (BwReport *report)
{
  double width, height;
  g_return_val_if_fail (BW_IS_REPORT (report), NULL);
  bw_sheet_get_size (bw_report_plan_get_sheet (bw_report_get_plan (report)), &width, &height);
  return bw_pages_new (report, width, height);
}

BwPages *
bw_pages_ref (BwPages *pages)
{
  return g_atomic_rc_box_acquire (pages);
}

static void
clear_pages (gpointer mem)
{
  BwPages *pages = mem;
  g_array_unref (pages->headings);
  g_ptr_array_unref (pages->pages);
  g_ptr_array_unref (pages->heights);
  g_ptr_array_unref (pages->blocks);
  g_object_unref (pages->report);
}

void
bw_pages_unref (BwPages *pages)
{
  g_atomic_rc_box_release_full (pages, clear_pages);
}

guint
bw_pages_get_n (const BwPages *pages)
{
  return pages->pages->len;
}

guint
bw_pages_get_n_headings (const BwPages *pages)
{
  return pages->headings->len;
}

const BwPageHeading *
bw_pages_get_heading (const BwPages *pages, guint i)
{
  g_return_val_if_fail (i < pages->headings->len, NULL);
  return &g_array_index (pages->headings, BwPageHeading, i);
}

void
bw_pages_get_size (const BwPages *pages, double *width, double *height)
{
  *width = pages->paper.width;
  *height = pages->paper.height;
}

/* --- Logo ---------------------------------------------------------------------------------- */

cairo_surface_t *
bw_pages_open_logo (const BwPages *pages, double *width, double *height)
{
  const char *path = bw_report_plan_get_logo (bw_report_get_plan (pages->report));
  cairo_surface_t *image = *path ? bw_logo_open (path, LOGO_WIDTH, LOGO_HEIGHT, NULL) : NULL;
  *width = *height = 0;
  if (!image)
    return NULL;
  double own_width = cairo_image_surface_get_width (image);
  double own_height = cairo_image_surface_get_height (image);
  double scale = MIN (LOGO_WIDTH / own_width, LOGO_HEIGHT / own_height);
  *width = own_width * scale;
  *height = own_height * scale;
  return image;
}

double
bw_pages_get_title_width (const BwPages *pages)
{
  double width, height;
  cairo_surface_t *logo = bw_pages_open_logo (pages, &width, &height);
  g_clear_pointer (&logo, cairo_surface_destroy);
  return pages->paper.body.width - MAX (width, NUMBER_WIDTH) - 12;
}

/* Opened for each drawing: an image must not be drawn by two threads at a time. */
static void
draw_logo (const BwPages *pages, cairo_t *cr, BwBox box)
{
  double width, height;
  cairo_surface_t *logo = bw_pages_open_logo (pages, &width, &height);
  if (!logo)
    return;
  box = bw_paper_place (&pages->paper, (BwBox) { box.x + box.width - width, box.y, width, height });
  cairo_tag_begin (cr, "Figure", NULL);
  cairo_save (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, width / cairo_image_surface_get_width (logo),
               height / cairo_image_surface_get_height (logo));
  cairo_set_source_surface (cr, logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_tag_end (cr, "Figure");
  cairo_surface_destroy (logo);
}

/* --- Styles -------------------------------------------------------------------------------- */

BwPaperStyle
bw_pages_style_title (const BwPaper *paper)
{
  return (BwPaperStyle) { .size = 22, .bold = TRUE };
}

BwPaperStyle
bw_pages_style_subtitle (const BwPaper *paper)
{
  return (BwPaperStyle) { .size = 10, .colour = paper->theme.dim };
}

BwPaperStyle
bw_pages_style_heading (const BwBlock *block)
{
  return (BwPaperStyle) { .size = block->level == 1 ? 15 : 10.5, .bold = TRUE };
}

BwPaperStyle
bw_pages_style_paragraph (const BwPaper *paper, const BwBlock *block)
{
  switch (block->tone) {
  case BW_TONE_FINE:
    return (BwPaperStyle) { .size = 7.5, .colour = paper->theme.dim };
  case BW_TONE_COMMENT:
    return (BwPaperStyle) { .size = 9.5 };
  case BW_TONE_PLAIN:
    break;
  }
  return (BwPaperStyle) { .size = 9 };
}

double
bw_pages_get_indent (const BwBlock *block)
{
  return block->tone == BW_TONE_COMMENT ? COMMENT_INDENT : 0;
}

BwPaperStyle
bw_pages_style_caption (const BwPaper *paper)
{
  return (BwPaperStyle) { .size = 7, .colour = paper->theme.dim };
}

/* --- Drawing ------------------------------------------------------------------------------- */

static void
write_tagged (const BwPaper *paper,
              cairo_t *cr,
              const char *tag,
              const char *text,
              BwBox box,
              const BwPaperStyle *style)
{
  cairo_tag_begin (cr, tag, NULL);
  bw_paper_write (paper, cr, text, box, style);
  cairo_tag_end (cr, tag);
}

static void
draw_title (const BwPages *pages, cairo_t *cr, BwBox box)
{
  BwPaperStyle title = bw_pages_style_title (&pages->paper);
  BwPaperStyle subtitle = bw_pages_style_subtitle (&pages->paper);
  const char *text = bw_report_get_title (pages->report);
  draw_logo (pages, cr, (BwBox) { box.x, box.y + BW_PAGE_HEAD - 4, box.width, 0 });
  box.width = bw_pages_get_title_width (pages);
  write_tagged (&pages->paper, cr, "H1", text, box, &title);
  box.y += bw_paper_measure (&pages->paper, text, box.width, &title);
  write_tagged (&pages->paper, cr, "P", bw_report_get_subtitle (pages->report), box, &subtitle);
}

static void
draw_heading (const BwPages *pages, cairo_t *cr, const BwPageItem *item)
{
  BwPaperStyle style = bw_pages_style_heading (item->block);
  write_tagged (&pages->paper, cr, item->block->level == 1 ? "H2" : "H3", item->block->text,
                item->box, &style);
}

/* Beside what the manager wrote. */
static void
draw_bar (const BwPaper *paper, cairo_t *cr, BwBox box)
{
  BwBox bar = bw_paper_place (paper, (BwBox) { box.x, box.y, 2.5, box.height });
  cairo_set_source_rgb (cr, paper->theme.accent.red, paper->theme.accent.green,
                        paper->theme.accent.blue);
  cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
  cairo_fill (cr);
}

static void
draw_paragraph (const BwPages *pages, cairo_t *cr, const BwPageItem *item)
{
  const BwPaper *paper = &pages->paper;
  BwPaperStyle style = bw_pages_style_paragraph (paper, item->block);
  double indent = bw_pages_get_indent (item->block);
  BwBox box = { item->box.x + indent, item->box.y, item->box.width - indent, item->box.height };
  if (indent > 0)
    draw_bar (paper, cr, item->box);
  cairo_tag_begin (cr, "P", NULL);
  bw_paper_write_lines (paper, cr, item->block->text, box, &style, item->from,
                        item->to - item->from);
  cairo_tag_end (cr, "P");
}

/* cairo has no alternative texts for figures: what the chart shows is its caption, unless all that
 * it shows is written in it. */
static void
draw_chart (const BwPages *pages, cairo_t *cr, const BwPageItem *item)
{
  BwPaperStyle style = bw_pages_style_caption (&pages->paper);
  BwBox caption = item->box;
  caption.y += bw_scene_get_height (item->scene) + BW_CAPTION_GAP;
  cairo_tag_begin (cr, "Figure", NULL);
  bw_paper_draw_scene (&pages->paper, cr, item->scene, item->box.x, item->box.y);
  if (item->box.height > bw_scene_get_height (item->scene))
    write_tagged (&pages->paper, cr, "Caption", bw_scene_get_summary (item->scene), caption,
                  &style);
  cairo_tag_end (cr, "Figure");
}

static void
draw_item (const BwPages *pages, cairo_t *cr, const BwPageItem *item)
{
  if (!item->block) {
    draw_title (pages, cr, item->box);
    return;
  }
  if (item->is_heading) {
    draw_heading (pages, cr, item);
    return;
  }
  switch (item->block->kind) {
  case BW_BLOCK_HEADING:
    draw_heading (pages, cr, item);
    break;
  case BW_BLOCK_PARAGRAPH:
    draw_paragraph (pages, cr, item);
    break;
  case BW_BLOCK_TILES:
    bw_page_tiles_draw (&pages->paper, cr, item->block->figures, item->from, item->to, item->box);
    break;
  case BW_BLOCK_SCORES:
    bw_page_scores_draw (&pages->paper, cr, item->block->scores, item->from, item->to, item->box);
    break;
  case BW_BLOCK_CHART:
    draw_chart (pages, cr, item);
    break;
  case BW_BLOCK_TABLE:
    bw_page_table_draw (&pages->paper, cr, item->block->table, item->heights, item->from, item->to,
                        item->box);
    break;
  }
}

/* Above and below the body: what it is, and which page. Not tagged, as nothing is that has no place
 * in the reading order: cairo's own tag for that, "Artifact", leaves a hole in the file (1.18.4).
 */
static void
draw_margins (const BwPages *pages, guint i, cairo_t *cr)
{
  const BwPaper *paper = &pages->paper;
  const BwBox *body = &paper->body;
  BwPaperStyle style = { .size = 7.5, .one_line = TRUE, .colour = paper->theme.dim };
  BwBox foot = { body->x, body->y + body->height - 6, body->width, 0 };
  BwBox head = { body->x, body->y, body->width - NUMBER_WIDTH, 0 };
  if (i > 0) {
    /* Translators: above each page: the report's title; period and scope */
    g_autofree char *words = g_strdup_printf (_("%s · %s"), bw_report_get_title (pages->report),
                                                bw_report_get_subtitle (pages->report));
    bw_paper_write (paper, cr, words, head, &style);
    bw_paper_draw_rule (paper, cr, body->x, body->y + 13, body->width, 0.5, paper->theme.grid);
  }
  bw_paper_write (paper, cr,
                  _("n: how many tickets, answers or contacts are behind a figure"), foot, &style);
  /* Translators: above each page */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), i + 1, bw_pages_get_n (pages));
  style.at_end = TRUE;
  head.x += head.width;
  head.width = NUMBER_WIDTH;
  bw_paper_write (paper, cr, number, head, &style);
}

void
bw_pages_draw (const BwPages *pages, guint i, cairo_t *cr)
{
  g_return_if_fail (i < pages->pages->len);
  const GArray *page = pages->pages->pdata[i];
  BwLanguage language;
  bw_language_begin (&language, bw_report_plan_get_language (bw_report_get_plan (pages->report)));
  cairo_save (cr);
  draw_margins (pages, i, cr);
  for (guint k = 0; k < page->len; k++)
    draw_item (pages, cr, &g_array_index (page, BwPageItem, k));
  cairo_restore (cr);
  bw_language_end (&language);
}
