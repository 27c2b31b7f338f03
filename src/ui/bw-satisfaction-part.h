/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of satisfaction has below its figures: answers by band, comments and their topics.
 */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_SATISFACTION_PART (bw_satisfaction_part_get_type ())
G_DECLARE_FINAL_TYPE (
    BwSatisfactionPart, bw_satisfaction_part, BW, SATISFACTION_PART, BwReportWidget)

GtkWidget *bw_satisfaction_part_new (void);
