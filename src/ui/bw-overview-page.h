/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report as tiles: all of them, or those of one group. */
#pragma once

#include "bw-report-page.h"

#define BW_TYPE_OVERVIEW_PAGE (bw_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BwOverviewPage, bw_overview_page, BW, OVERVIEW_PAGE, BwReportPage)

/* What a page of a group has below its tiles: a BwReportWidget. also: KPIs of other groups that it
 * shows where they are available; ends with NULL, not copied; may be NULL. */
void bw_overview_page_set_part (BwOverviewPage *self, GtkWidget *part, const char *const *also);
