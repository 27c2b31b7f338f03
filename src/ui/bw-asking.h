/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the engine something about one figure in a thread. */
#pragma once

#include "bw-scorecard.h"
#include "bw-workspace.h"

/* Runs in a thread; NULL = there is no answer. The question has neither splits nor KPIs; figure is
 * what it was started with. */
typedef gpointer (*BwAsk) (BwEngine *engine,
                           const BwQuestion *question,
                           const BwFigure *figure,
                           BwFieldId field);

/* figure: may be NULL; unref: of the answer. The workspace is asked as it stands now; what follows
 * does not change it.
 */
void bw_asking_start (BwWorkspace *workspace,
                      BwAsk ask,
                      GDestroyNotify unref,
                      const BwFigure *figure,
                      BwFieldId field,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
/* The same of the rows that have that value of the field only, "" = none. */
void bw_asking_start_of (BwWorkspace *workspace,
                         BwAsk ask,
                         GDestroyNotify unref,
                         BwFieldId field,
                         const char *member,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
/* The scorecard of the members of that field. */
void bw_asking_start_scores (BwWorkspace *workspace,
                             BwFieldId field,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* NULL and an error when there is no answer, or it was cancelled. */
gpointer bw_asking_finish (GAsyncResult *result, GError **error);
