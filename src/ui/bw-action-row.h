/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that was decided, to be written: what, who, until when. */
#pragma once

#include "bw-report-plan.h"
#include <adwaita.h>

#define BW_TYPE_ACTION_ROW (bw_action_row_get_type ())
G_DECLARE_FINAL_TYPE (BwActionRow, bw_action_row, BW, ACTION_ROW, AdwExpanderRow)

/* Signals: "edited"; "removed". action NULL = an empty one. */
BwActionRow *bw_action_row_new (const BwReportAction *action);
/* What was typed; bw_report_action_free. */
BwReportAction *bw_action_row_dup_action (BwActionRow *self);
