/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Channels, teams, sites ... side by side. */
#pragma once

#include "bw-report-page.h"

#define BW_TYPE_COMPARE_PAGE (bw_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (BwComparePage, bw_compare_page, BW, COMPARE_PAGE, BwReportPage)

/* Is there anything to compare? */
gboolean bw_compare_page_is_of_use (BwWorkspace *workspace);
BwFieldId bw_compare_page_get_field (BwComparePage *self);
void bw_compare_page_set_field (BwComparePage *self, BwFieldId field);
