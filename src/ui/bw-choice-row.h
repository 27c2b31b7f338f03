/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that change how figures are counted, at once, and follow the settings of the workspace. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

/* One of the KPI's choices: of options, or a number. */
GtkWidget *
bw_choice_row_new (BwWorkspace *workspace, const BwMetric *metric, const BwChoice *choice);
/* Whether such rows are left out. */
GtkWidget *bw_choice_row_new_exclusion (BwWorkspace *workspace, BwExclusion exclusion);
/* Which time counts. */
GtkWidget *bw_choice_row_new_clock (BwWorkspace *workspace);
