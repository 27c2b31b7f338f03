/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices when an open file changes on the disk, or vanishes. The report keeps its figures. */
#pragma once

#include "bw-dataset.h"

#define BW_TYPE_FILE_WATCH (bw_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (BwFileWatch, bw_file_watch, BW, FILE_WATCH, GObject)

typedef enum {
  BW_FILE_SAME,
  BW_FILE_CHANGED,
  BW_FILE_VANISHED,
} BwFileState;

/* The watch over the files of this dataset, which begins when it is first asked for and ends with
 * the dataset. Signal "changed": a state is another now. */
BwFileWatch *bw_file_watch_of (BwDataset *dataset);
BwFileState bw_file_watch_get_state (BwFileWatch *self, const char *path);
/* A sentence on all of them that are not the same any more, or NULL; g_free. */
char *bw_file_watch_describe (BwFileWatch *self);
/* Whether at least one that has changed is still there. */
gboolean bw_file_watch_can_reload (BwFileWatch *self);
