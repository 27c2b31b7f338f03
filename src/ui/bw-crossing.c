/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure by period and member, computed in a thread. */
#include "config.h"

#include "bw-asking.h"
#include "bw-crossing.h"
#include "bw-theme.h"

static gpointer
cross (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  BwSeries *series = bw_engine_cross (engine, question, figure->metric->id, field, BW_THEME_SERIES);

  if (series != NULL && figure->metric->unit == BW_UNIT_MONEY)
    bw_series_set_currency (series, figure->currency);
  return series;
}

void
bw_crossing_start (BwWorkspace *workspace,
                   const BwFigure *figure,
                   BwFieldId field,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  bw_asking_start (workspace, cross, (GDestroyNotify) bw_series_unref, figure, field, cancellable,
                   callback, user_data);
}

BwSeries *
bw_crossing_finish (GAsyncResult *result, GError **error)
{
  return bw_asking_finish (result, error);
}
