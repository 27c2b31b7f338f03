/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions that change the question: "period" (s), "period-previous", "period-next",
 * "choose-period", "grain" (s), "compare" (s), "basis" (s), "statistic" (s), "filter-by" (ss:
 * "channel", "email"), "drop-filter" (ss), "clear-filters", "undo", "redo". They are enabled
 * where they would change something. Steps of the user's are told by a toast that offers undo. */
#pragma once

#include "bw-workspace.h"
#include <adwaita.h>

#define BW_TYPE_QUESTION_ACTIONS (bw_question_actions_get_type ())
G_DECLARE_FINAL_TYPE (BwQuestionActions, bw_question_actions, BW, QUESTION_ACTIONS, GObject)

/* Adds the actions to the window, disabled. The window and the overlay have to stay until it is
 * disposed of. */
BwQuestionActions *bw_question_actions_new (AdwApplicationWindow *window, AdwToastOverlay *toasts);
/* The workspace that they change from now on, without a past. */
void bw_question_actions_set_workspace (BwQuestionActions *self, BwWorkspace *workspace);
