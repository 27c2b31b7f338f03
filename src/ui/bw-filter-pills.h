/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The active filters, each to be removed with a click. Hidden when there is none. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_FILTER_PILLS (bw_filter_pills_get_type ())
G_DECLARE_FINAL_TYPE (BwFilterPills, bw_filter_pills, BW, FILTER_PILLS, BwReportWidget)
