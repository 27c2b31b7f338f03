/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The business hours of everyone, or of the tickets of one team or channel, day by day. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_HOURS_ROW (bw_hours_row_get_type ())
G_DECLARE_FINAL_TYPE (BwHoursRow, bw_hours_row, BW, HOURS_ROW, AdwExpanderRow)

/* field and value: of a schedule of the workspace's settings, which it changes and follows. */
BwHoursRow *bw_hours_row_new (BwWorkspace *workspace, BwFieldId field, const char *value);
/* "Channel: Chat", "Everyone"; g_free. */
char *bw_hours_name_schedule (BwFieldId field, const char *value);
