/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed: the strongest signals of the figures, in sentences that say what made them change,
 * each leading to where to look. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_CHANGES (bw_changes_get_type ())
G_DECLARE_FINAL_TYPE (BwChanges, bw_changes, BW, CHANGES, BwReportWidget)

/* The figures (of BwFigure, borrowed) whose change is more than chance, the strongest first: those
 * whose change is the most widths of its interval away from none. Leading figures come before those
 * that only tell how much there was. */
GPtrArray *bw_changes_choose (GPtrArray *figures, guint most);
/* "CSAT fell from 91 % to 84 %". For g_free. */
char *bw_changes_describe (const BwFigure *figure);
