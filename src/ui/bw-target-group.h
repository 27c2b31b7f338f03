/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The team's own targets for figures: for every month or one, for all channels or one. */
#pragma once

#include "bw-edit-group.h"

#define BW_TYPE_TARGET_GROUP (bw_target_group_get_type ())
G_DECLARE_FINAL_TYPE (BwTargetGroup, bw_target_group, BW, TARGET_GROUP, BwEditGroup)

GtkWidget *bw_target_group_new (BwWorkspace *workspace);
