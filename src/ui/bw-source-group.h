/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was learnt of one file. */
#pragma once

#include "bw-dataset.h"
#include <adwaita.h>

#define BW_TYPE_SOURCE_GROUP (bw_source_group_get_type ())
G_DECLARE_FINAL_TYPE (BwSourceGroup, bw_source_group, BW, SOURCE_GROUP, AdwPreferencesGroup)

/* Its buttons activate win.change-reading and win.remove-file. removable: the report has others. */
BwSourceGroup *bw_source_group_new (BwDataset *dataset, BwSource *source, gboolean removable);
/* What became of the file on the disk, or NULL. */
void bw_source_group_set_state (BwSourceGroup *self, const char *words);
const char *bw_source_group_get_path (BwSourceGroup *self);
