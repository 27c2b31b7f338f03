/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked last of files that are opened again: their period, its parts, and what it is
 * compared with. */
#pragma once

#include "bw-workspace.h"

/* As the workspace stands; forgets the oldest files. paths: as they were opened together. */
void
bw_file_question_remember (GSettings *settings, const char *const *paths, BwWorkspace *workspace);
/* FALSE, and nothing done, when nothing was asked of them, or they have later or earlier data now:
 * then people want to see these. dataset: what the workspace will have. */
gboolean bw_file_question_recall (GSettings *settings,
                                  const char *const *paths,
                                  BwDataset *dataset,
                                  BwWorkspace *workspace);

/* "none", "previous", "year" */
const char *bw_compare_to_string (BwCompare compare);
/* PREVIOUS for what is none of these. */
BwCompare bw_compare_from_string (const char *text);
