/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the engine something about one figure in a thread. */
#pragma once

#include "bw-workspace.h"

/* Runs in a thread; NULL = there is no answer. The question has neither splits nor KPIs. */
typedef gpointer (*BwAsk) (BwEngine *engine,
                           const BwQuestion *question,
                           const BwFigure *figure,
                           BwFieldId field);

/* unref: of the answer. The workspace is asked as it stands now; what follows does not change it.
 */
void bw_asking_start (BwWorkspace *workspace,
                      BwAsk ask,
                      GDestroyNotify unref,
                      const BwFigure *figure,
                      BwFieldId field,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
/* NULL and an error when there is no answer, or it was cancelled. */
gpointer bw_asking_finish (GAsyncResult *result, GError **error);
