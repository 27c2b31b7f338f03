/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of figures made by hand: March 2025 compared with February, twelve months of series. */
#pragma once

#include "bw-report.h"

/* Every KPI of the shelf but the last, with series and splits by team and channel. */
BwReport *fixture_report (void);
/* The same with so many agents to split by. */
BwReport *fixture_report_with_agents (guint n_agents);
/* The same with a dozen agents, written by that plan. */
BwReport *fixture_report_of_plan (BwReportPlan *plan);
/* Nothing is available. */
BwReport *fixture_report_without_data (void);
/* Every KPI is available and none has a value. */
BwReport *fixture_report_of_nothing (void);
