/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of agents has below its figures: all agents side by side, a funnel plot, and
 * whether they are named. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_AGENTS_PART (bw_agents_part_get_type ())
G_DECLARE_FINAL_TYPE (BwAgentsPart, bw_agents_part, BW, AGENTS_PART, BwReportWidget)

GtkWidget *bw_agents_part_new (void);
/* Are there agents? */
gboolean bw_agents_part_is_of_use (BwWorkspace *workspace);
