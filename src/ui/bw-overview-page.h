/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report as tiles: all of them, or those of one group. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_OVERVIEW_PAGE (bw_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BwOverviewPage, bw_overview_page, BW, OVERVIEW_PAGE, AdwNavigationPage)

/* group: of BwMetric, or NULL = all groups. Below the tiles are the figures that need more data. */
BwOverviewPage *bw_overview_page_new (BwWorkspace *workspace, const char *group);
