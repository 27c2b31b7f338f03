/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How finely the course is drawn, and what figures are compared with. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_QUESTION_BAR (bw_question_bar_get_type ())
G_DECLARE_FINAL_TYPE (BwQuestionBar, bw_question_bar, BW, QUESTION_BAR, BwReportWidget)
