/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say about a figure once it is counted: whether it is a signal, how it compares
 * with its own past, with its target and with published figures. Private to the engine. */
#pragma once

#include "bw-engine.h"
#include "bw-reach.h"

/* What the judgement of one figure needs beside it. */
typedef struct {
  BwEngine *engine;
  const BwQuestion *question;
  const BwSettings *settings;
  const BwAxis *before; /* of one period, as is the next: what is compared with, or NULL */
  const BwAxis *year_ago;
  BwReach reaches[BW_KIND_LAST];
} BwJudge;

/* What the files tell of the metric's rows; of a ratio what they tell of all its parts. */
BwReach bw_judge_find_reach (const BwJudge *judge, const BwMetric *metric);
/* Rows add up to the figure, and a part of the period holds a part of it. */
gboolean bw_judge_is_flow (const BwMetric *metric);
/* Sets what the figure has to say of periods that the files do not hold as a whole. */
void bw_judge_gap (const BwJudge *judge, BwFigure *figure);

/* Fills what bw-figure.h says is judged; value, series, history and change are there. */
void bw_judge_figure (const BwJudge *judge, BwFigure *figure);

/* The control chart of a series of the metric (one member): shares p or Laney's p', counts u or
 * Laney's u', all else XmR. Counts of periods of which the data lack a part have no say, and so do
 * those before the first that is not zero. NULL when there are too few points for limits. */
BwControl *bw_judge_make_control (const BwJudge *judge, const BwMetric *metric, BwSeries *series);
