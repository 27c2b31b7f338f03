/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say about a figure once it is counted: whether it is a signal, how it compares
 * with its own past, with its target and with published figures. Private to the engine. */
#pragma once

#include "bw-engine.h"

/* What the judgement of one figure needs beside it. */
typedef struct {
  BwEngine *engine;
  const BwQuestion *question;
  const BwSettings *settings;
  gint64 data_from; /* of all data; from > to when there are none */
  gint64 data_to;
  gint64 compared_to; /* where the compared period ends; of no meaning without one */
} BwJudge;

/* Fills what bw-figure.h says is judged; value, series, history and change are there. */
void bw_judge_figure (const BwJudge *judge, BwFigure *figure);

/* The control chart of a series of the metric (one member): shares p or Laney's p', counts u or
 * Laney's u', all else XmR. Counts of periods of which the data lack a part have no say, and so do
 * those before the first that is not zero. NULL when there are too few points for limits. */
BwControl *bw_judge_make_control (const BwJudge *judge, const BwMetric *metric, BwSeries *series);
