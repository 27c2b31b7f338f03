/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar of pages that show figures. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_REPORT_HEADER (bw_report_header_get_type ())
G_DECLARE_FINAL_TYPE (BwReportHeader, bw_report_header, BW, REPORT_HEADER, BwReportWidget)
