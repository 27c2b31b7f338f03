/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one chart of a report that is exported as a picture. */
#pragma once

#include "bw-chart.h"
#include "bw-exporter.h"

/* In pixels at scale 1. */
#define BW_REPORT_CHART_WIDTH 800

/* The course over time of the options' KPI, else of the first one of the report that has any.
 * NULL and BW_ERROR_EMPTY when there is none. */
BwChart *bw_report_chart_new (BwReport *report, const BwExportOptions *options, GError **error);
