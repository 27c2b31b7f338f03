/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was learnt of one file. */
#pragma once

#include "bw-source.h"
#include <adwaita.h>

#define BW_TYPE_SOURCE_GROUP (bw_source_group_get_type ())
G_DECLARE_FINAL_TYPE (BwSourceGroup, bw_source_group, BW, SOURCE_GROUP, AdwPreferencesGroup)

BwSourceGroup *bw_source_group_new (BwSource *source);
