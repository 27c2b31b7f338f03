/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bw-flow.c places and bw-pages.c draws. */
#pragma once

#include "bw-block.h"
#include "bw-pages.h"
#include "bw-paper.h"

/* Between the top of the body and what is set on the page. */
#define BW_PAGE_HEAD 22
#define BW_CAPTION_GAP 3

/* A part of a block on a page. */
typedef struct {
  const BwBlock *block; /* NULL = the report's title */
  BwBox box;
  gboolean is_heading; /* of the table, not the table */
  guint from;          /* lines, rows or figures */
  guint to;
  BwScene *scene;        /* owned */
  const double *heights; /* of all rows of a table */
} BwPageItem;

struct _BwPages {
  BwPaper paper;

  /* Owned */
  BwReport *report;
  GPtrArray *blocks;  /* BwBlock */
  GPtrArray *heights; /* of each block that is a table: double[], else NULL; then those of halves */
  GPtrArray *pages;   /* GArray of BwPageItem */
  GArray *headings;   /* BwPageHeading */
};

/* Fills pages and headings. */
void bw_pages_flow (BwPages *pages);

BwPaperStyle bw_pages_style_title (const BwPaper *paper);
BwPaperStyle bw_pages_style_subtitle (const BwPaper *paper);
BwPaperStyle bw_pages_style_heading (const BwBlock *block);
/* Of a block's paragraph, by its tone. */
BwPaperStyle bw_pages_style_paragraph (const BwPaper *paper, const BwBlock *block);
/* How far a paragraph is indented, for the bar beside what the manager wrote. */
double bw_pages_get_indent (const BwBlock *block);
/* The logo as it may be drawn, or NULL; and the size that it gets. Free with
 * cairo_surface_destroy. */
cairo_surface_t *bw_pages_open_logo (const BwPages *pages, double *width, double *height);
/* Beside the logo and the page's number. */
double bw_pages_get_title_width (const BwPages *pages);
BwPaperStyle bw_pages_style_caption (const BwPaper *paper);
