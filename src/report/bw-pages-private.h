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
  guint from; /* lines, rows or figures */
  guint to;
  BwScene *scene;        /* owned */
  const double *heights; /* of all rows of a table */
} BwPageItem;

struct _BwPages {
  BwPaper paper;

  /* Owned */
  BwReport *report;
  GPtrArray *blocks;  /* BwBlock */
  GPtrArray *heights; /* of each block that is a table: double[], else NULL */
  GPtrArray *pages;   /* GArray of BwPageItem */
  GArray *headings;   /* BwPageHeading */
};

/* Fills pages and headings. */
void bw_pages_flow (BwPages *pages);

BwPaperStyle bw_pages_style_title (const BwPaper *paper);
BwPaperStyle bw_pages_style_subtitle (const BwPaper *paper);
BwPaperStyle bw_pages_style_heading (const BwBlock *block);
BwPaperStyle bw_pages_style_paragraph (const BwPaper *paper);
BwPaperStyle bw_pages_style_caption (const BwPaper *paper);
