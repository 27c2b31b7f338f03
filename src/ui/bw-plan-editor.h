/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the manager decides about the report: template, look, sections with their comments, and what
 * is to be done. Writes to the workspace's plan as one types. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_PLAN_EDITOR (bw_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (BwPlanEditor, bw_plan_editor, BW, PLAN_EDITOR, BwReportWidget)
