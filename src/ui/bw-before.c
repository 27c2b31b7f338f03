/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a figure of an earlier axis. */
#include "config.h"

#include "bw-asking.h"
#include "bw-before.h"

static gint64
find_first (BwAxis *axis, BwGrain grain, BwCompare compare, const BwPeriod *period)
{
  /* Units in a year. */
  static const struct {
    BwGrain grain;
    int n;
  } years[] = {
    [BW_GRAIN_DAY] = { BW_GRAIN_DAY, 364 },    [BW_GRAIN_WEEK] = { BW_GRAIN_WEEK, 52 },
    [BW_GRAIN_MONTH] = { BW_GRAIN_MONTH, 12 }, [BW_GRAIN_QUARTER] = { BW_GRAIN_QUARTER, 4 },
    [BW_GRAIN_YEAR] = { BW_GRAIN_YEAR, 1 },
  };
  gint64 first = bw_day_around (bw_axis_get_from (axis, 0), bw_axis_get_zone (axis));
  gint64 last;

  if (compare == BW_COMPARE_YEAR)
    return bw_day_add (first, years[grain].grain, -years[grain].n);
  g_autoptr (BwPeriod) before = bw_period_previous (period);
  bw_period_get_days (before, &first, &last);
  return bw_day_floor (first, grain);
}

/* Weeks may begin a little before the period that they are of. */
static gboolean
is_within (BwAxis *axis, const BwPeriod *period)
{
  guint n = bw_axis_get_length (axis);

  return n > 1 && bw_axis_get_to (axis, 0) > period->from &&
         bw_axis_get_from (axis, n - 1) < period->to;
}

BwAxis *
bw_before_shift (BwAxis *axis, BwCompare compare, const BwPeriod *period)
{
  guint n = bw_axis_get_length (axis);
  BwGrain grain;
  gint64 first;

  if (compare == BW_COMPARE_NONE || !bw_axis_get_grain (axis, &grain) ||
      (compare == BW_COMPARE_PREVIOUS && !is_within (axis, period)))
    return NULL;
  first = find_first (axis, grain, compare, period);
  g_autoptr (BwPeriod) span = bw_period_new_days (first, bw_day_add (first, grain, (int) n) - 1,
                                                 bw_axis_get_zone (axis));
  g_autoptr (BwAxis) shifted = bw_axis_new (span, grain);
  return bw_axis_get_length (shifted) == n ? g_steal_pointer (&shifted) : NULL;
}

static BwSeries *
take_series (GPtrArray *figures)
{
  BwFigure *figure = figures != NULL && figures->len > 0 ? figures->pdata[0] : NULL;
  double low, high;

  if (figure == NULL || !figure->available || !bw_series_get_range (figure->series, &low, &high))
    return NULL;
  return bw_series_ref (figure->series);
}

static gpointer
look_back (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwFieldId field)
{
  const char *kpis[] = { figure->metric->id, NULL };
  BwQuestion before = *question;
  g_autoptr (BwAxis) axis = bw_before_shift (question->axis, question->compare, question->period);
  g_autoptr (GPtrArray) figures = NULL;

  if (axis == NULL)
    return NULL;
  before.axis = axis;
  before.kpis = kpis;
  figures = bw_engine_answer (engine, &before, NULL, NULL);
  return take_series (figures);
}

void
bw_before_start (BwWorkspace *workspace,
                 const BwFigure *figure,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  bw_asking_start (workspace, look_back, (GDestroyNotify) bw_series_unref, figure, BW_FIELD_NONE,
                   cancellable, callback, user_data);
}

BwSeries *
bw_before_finish (GAsyncResult *result, GError **error)
{
  return bw_asking_finish (result, error);
}
