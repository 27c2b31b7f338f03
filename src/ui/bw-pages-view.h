/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report below each other, made in a thread from the workspace and its plan: the
 * latest wins. */
#pragma once

#include "bw-pages.h"
#include "bw-report-widget.h"

#define BW_TYPE_PAGES_VIEW (bw_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (BwPagesView, bw_pages_view, BW, PAGES_VIEW, BwReportWidget)

/* NULL until the first are there. */
BwPages *bw_pages_view_get_pages (BwPagesView *self);
/* Larger, smaller; 0 = as wide as there is room. */
void bw_pages_view_zoom (BwPagesView *self, int direction);
