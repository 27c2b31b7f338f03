/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The topics of comments in the report's settings, and how many comments they sort. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_TOPIC_GROUP (bw_topic_group_get_type ())
G_DECLARE_FINAL_TYPE (BwTopicGroup, bw_topic_group, BW, TOPIC_GROUP, AdwPreferencesGroup)

GtkWidget *bw_topic_group_new (BwWorkspace *workspace);
/* Whether answers have comments to be sorted. */
gboolean bw_topic_group_is_useful (BwWorkspace *workspace);
