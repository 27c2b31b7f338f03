/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report can be filtered by: every dimension of the data and its values. */
#pragma once

#include "bw-filter-model.h"
#include "bw-report-widget.h"

#define BW_TYPE_FILTER_PANEL (bw_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (BwFilterPanel, bw_filter_panel, BW, FILTER_PANEL, BwReportWidget)

/* To where one types what one looks for. */
void bw_filter_panel_focus_search (BwFilterPanel *self);
BwFilterModel *bw_filter_panel_get_model (BwFilterPanel *self);
