/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers were promised, by priority and channel: the targets of the SLA where files have no
 * due dates. */
#pragma once

#include "bw-edit-group.h"

#define BW_TYPE_PROMISE_GROUP (bw_promise_group_get_type ())
G_DECLARE_FINAL_TYPE (BwPromiseGroup, bw_promise_group, BW, PROMISE_GROUP, BwEditGroup)

GtkWidget *bw_promise_group_new (BwWorkspace *workspace);
