/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Previous, which, next: the period that is reported. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_PERIOD_CONTROL (bw_period_control_get_type ())
G_DECLARE_FINAL_TYPE (BwPeriodControl, bw_period_control, BW, PERIOD_CONTROL, BwReportWidget)
