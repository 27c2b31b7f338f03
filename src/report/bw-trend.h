/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a figure as a chart: columns of counts, a line of anything else, with the limits of
 * its control chart, its target and the benchmark that fits. The same on screen and paper. */
#pragma once

#include "bw-chart.h"
#include "bw-engine.h"

/* What is compared with is left to the caller. */
BwChart *bw_trend_new (const BwFigure *figure, const char *subtitle);
/* Its target and benchmark alone: for bars of one period, bullets, distributions. */
void bw_trend_add_guides (BwChart *chart, const BwFigure *figure);
