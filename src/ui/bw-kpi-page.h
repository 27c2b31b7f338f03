/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure: its course, where it comes from and how it is counted. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_KPI_PAGE (bw_kpi_page_get_type ())
G_DECLARE_FINAL_TYPE (BwKpiPage, bw_kpi_page, BW, KPI_PAGE, AdwNavigationPage)

BwKpiPage *bw_kpi_page_new (BwWorkspace *workspace, const char *kpi);
const char *bw_kpi_page_get_kpi (BwKpiPage *self);
/* Brings what made the figure change into view, once it is known. */
void bw_kpi_page_show_explanation (BwKpiPage *self);
