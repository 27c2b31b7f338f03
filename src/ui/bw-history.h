/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user asked before, to go back to: undo and redo of the question of a workspace (period,
 * granularity, comparison, basis, statistic, filter) and of what it is answered by: settings,
 * targets, the zone. */
#pragma once

#include "bw-workspace.h"

/* What a step changed. */
typedef enum {
  BW_STEP_VIEW = 1 << 0, /* granularity, comparison, basis, statistic */
  BW_STEP_PERIOD = 1 << 1,
  BW_STEP_FILTER = 1 << 2,
  BW_STEP_SETTINGS = 1 << 3, /* or targets, or the zone */
} BwHistoryStep;

#define BW_TYPE_HISTORY (bw_history_get_type ())
G_DECLARE_FINAL_TYPE (BwHistory, bw_history, BW, HISTORY, GObject)

/* Begins with the question as it stands. Changes that come together, before the main loop is idle,
 * are one step; other files begin a new present without a step. Emits "stepped" (guint
 * BwHistoryStep) after each step of the user's, and notifies of "can-undo" and "can-redo". */
BwHistory *bw_history_new (BwWorkspace *workspace);
gboolean bw_history_get_can_undo (BwHistory *self);
gboolean bw_history_get_can_redo (BwHistory *self);
void bw_history_undo (BwHistory *self);
void bw_history_redo (BwHistory *self);
