/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure by period and member, computed in a thread. */
#pragma once

#include "bw-workspace.h"

/* The question as it stands now; the members with the most n, as many as a chart tells apart. */
void bw_crossing_start (BwWorkspace *workspace,
                        const BwFigure *figure,
                        BwFieldId field,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
/* NULL and an error when it was cancelled or the figure is not available. */
BwSeries *bw_crossing_finish (GAsyncResult *result, GError **error);
