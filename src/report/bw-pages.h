/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report set on pages of one size: what the PDF, the printer and the preview show. Immutable,
 * counted; may be drawn from any thread. */
#pragma once

#include "bw-report.h"

typedef struct _BwPages BwPages;

#define BW_TYPE_PAGES (bw_pages_get_type ())
GType bw_pages_get_type (void);

/* Where a heading begins, for an outline. */
typedef struct {
  const char *text;
  int level; /* 1 or 2 */
  guint page;
  double y; /* from the top, in points */
} BwPageHeading;

/* In points (1/72 inch), margins included. */
BwPages *bw_pages_new (BwReport *report, double width, double height);
/* On the sheet that the report's plan says. */
BwPages *bw_pages_new_on_sheet (BwReport *report);
BwPages *bw_pages_ref (BwPages *pages);
void bw_pages_unref (BwPages *pages);

void bw_pages_get_size (const BwPages *pages, double *width, double *height);
guint bw_pages_get_n (const BwPages *pages);
guint bw_pages_get_n_headings (const BwPages *pages);
const BwPageHeading *bw_pages_get_heading (const BwPages *pages, guint i);
/* Page i (0-based) with its origin at the cr's, in points, with tags of the page's structure. */
void bw_pages_draw (const BwPages *pages, guint i, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPages, bw_pages_unref)
