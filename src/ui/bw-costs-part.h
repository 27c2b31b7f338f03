/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of costs has below its figures: what a ticket costs in parts, and the numbers that
 * are typed. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_COSTS_PART (bw_costs_part_get_type ())
G_DECLARE_FINAL_TYPE (BwCostsPart, bw_costs_part, BW, COSTS_PART, BwReportWidget)

GtkWidget *bw_costs_part_new (void);
