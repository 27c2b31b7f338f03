/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of one agent beside their own past and the team. */
#pragma once

#include "bw-report-page.h"

#define BW_TYPE_AGENT_PAGE (bw_agent_page_get_type ())
G_DECLARE_FINAL_TYPE (BwAgentPage, bw_agent_page, BW, AGENT_PAGE, BwReportPage)

/* name: as the files have it; label: what the agent is called here. */
AdwNavigationPage *bw_agent_page_new (BwWorkspace *workspace, const char *name, const char *label);
