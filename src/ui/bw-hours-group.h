/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Business hours: of everyone, and of teams and channels that have their own. */
#pragma once

#include "bw-edit-group.h"

#define BW_TYPE_HOURS_GROUP (bw_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (BwHoursGroup, bw_hours_group, BW, HOURS_GROUP, BwEditGroup)

GtkWidget *bw_hours_group_new (BwWorkspace *workspace);
