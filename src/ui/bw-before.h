/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a figure at another time, computed in a thread: what a chart dashes beside it. */
#pragma once

#include "bw-workspace.h"

/* As many periods as the axis, earlier: a year (weeks and days as 52 weeks, so that weekdays stand
 * side by side); or, when the axis lies within the period, from the beginning of the period before.
 * NULL when that is no time of its own. */
BwAxis *bw_before_shift (BwAxis *axis, BwCompare compare, const BwPeriod *period);

void bw_before_start (BwWorkspace *workspace,
                      const BwFigure *figure,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
/* NULL and an error when it was cancelled or there are no figures of that time. */
BwSeries *bw_before_finish (GAsyncResult *result, GError **error);
