/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month of which the files hold ten days has fewer tickets than the one before, and that is no
 * news. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-judge.h"
#include "bw-ratio.h"

typedef enum {
  LACKS_NOTHING,
  LACKS_BEGIN,
  LACKS_END,
  LACKS_ALL
} Lack;

gboolean
bw_judge_is_flow (const BwMetric *metric)
{
  return metric->fold == BW_FOLD_COUNT || metric->fold == BW_FOLD_SUM;
}

static BwReach
find_reach_of_rows (const BwJudge *judge, const BwMetric *metric)
{
  BwFound found = bw_engine_find (judge->engine, metric);

  if (found.measure == NULL || (found.ledger->by_span && found.ledger->grain != BW_GRAIN_DAY))
    return BW_REACH_ALL;
  return judge->reaches[found.kind];
}

BwReach
bw_judge_find_reach (const BwJudge *judge, const BwMetric *metric)
{
  BwReach reach = find_reach_of_rows (judge, metric);
  BwCombination combination;
  gboolean optional;

  if (metric->fold != BW_FOLD_RATIO || !bw_combination_init (&combination, judge->engine, metric))
    return reach;
  for (guint i = 0; i < combination.n_parts; i++) {
    if (!bw_combination_uses (&combination, i))
      continue;
    BwReach part = find_reach_of_rows (judge, bw_ratio_get_part (combination.ratio, i, &optional));
    reach.from = MAX (reach.from, part.from);
    reach.to = MIN (reach.to, part.to);
    reach.first_day = MAX (reach.first_day, part.first_day);
    reach.last_day = MIN (reach.last_day, part.last_day);
  }
  return reach;
}

static Lack
find_lack_of_rows (const BwJudge *judge, const BwMetric *metric, gint64 from, gint64 to)
{
  BwReach reach = find_reach_of_rows (judge, metric);

  if (!bw_judge_is_flow (metric) && !bw_metric_is_at_end (metric))
    return LACKS_NOTHING;
  if (reach.from >= to)
    return LACKS_ALL;
  if (!bw_judge_is_flow (metric))
    return LACKS_NOTHING;
  if (reach.to <= from)
    return LACKS_ALL;
  if (bw_reach_lacks_end (&reach, to))
    return LACKS_END;
  return bw_reach_lacks_begin (&reach, from, to) ? LACKS_BEGIN : LACKS_NOTHING;
}

/* Parts that lack the same days are a ratio of those that are there. */
static Lack
find_lack (const BwJudge *judge, const BwMetric *metric, gint64 from, gint64 to)
{
  BwCombination combination;
  gboolean optional;
  gboolean differs = FALSE;
  gboolean first = TRUE;
  Lack lack = LACKS_NOTHING;

  if (metric->fold != BW_FOLD_RATIO)
    return find_lack_of_rows (judge, metric, from, to);
  if (!bw_combination_init (&combination, judge->engine, metric))
    return LACKS_NOTHING;
  for (guint i = 0; i < combination.n_parts; i++) {
    const BwMetric *part = bw_ratio_get_part (combination.ratio, i, &optional);
    Lack of_part = find_lack_of_rows (judge, part, from, to);
    if (!bw_combination_uses (&combination, i))
      continue;
    differs |= !first && of_part != lack;
    lack = MAX (lack, of_part);
    first = FALSE;
  }
  return differs || lack == LACKS_ALL ? lack : LACKS_NOTHING;
}

/* axis: one period, or NULL. */
static Lack
find_lack_of_axis (const BwJudge *judge, const BwMetric *metric, const BwAxis *axis)
{
  return axis != NULL
             ? find_lack (judge, metric, bw_axis_get_from (axis, 0), bw_axis_get_to (axis, 0))
             : LACKS_NOTHING;
}

static char *
describe (const BwJudge *judge, const BwFigure *figure, Lack lack)
{
  BwReach reach = bw_judge_find_reach (judge, figure->metric);
  const BwZone *zone = judge->question->period->zone;
  gint64 day = bw_day_around (lack == LACKS_END ? reach.last_day : reach.first_day, zone);
  /* Translators: a date in few words, for strftime */
  g_autofree char *date = bw_day_format (day, _ ("%-d %b %Y"));

  return g_strdup_printf (lack == LACKS_END ? _ ("Not compared: the data end on %s")
                                            : _ ("Not compared: the data begin on %s"), date);
}

static gboolean
is_some (Lack lack)
{
  return lack == LACKS_BEGIN || lack == LACKS_END;
}

/* then: what the other period lacks. 0 is no figure of one that is not there. */
static void
compare_with (const BwFigure *figure, Lack then, BwCell *cell, double *change, BwInterval *interval)
{
  if (then == LACKS_ALL)
    *cell = BW_CELL_NONE;
  if (!figure->is_part && then == LACKS_NOTHING && !isnan (figure->current.value))
    return;
  *change = NAN;
  *interval = BW_INTERVAL_NONE;
}

static void
append_note (BwFigure *figure)
{
  g_autofree char *note = figure->note;

  figure->note =
      note != NULL ? g_strconcat (note, "; ", figure->gap, NULL) : g_strdup (figure->gap);
}

void
bw_judge_gap (const BwJudge *judge, BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  const BwPeriod *period = judge->question->period;
  Lack now = find_lack (judge, metric, period->from, period->to);
  Lack then = find_lack_of_axis (judge, metric, judge->before);
  Lack year = find_lack_of_axis (judge, metric, judge->year_ago);

  figure->told = bw_judge_find_reach (judge, metric);
  figure->is_part = is_some (now);
  if (now == LACKS_ALL)
    figure->current = BW_CELL_NONE; /* nobody knows, and 0 would be a figure */
  compare_with (figure, then, &figure->previous, &figure->change, &figure->change_interval);
  compare_with (figure, year, &figure->year, &figure->year_change, &figure->year_interval);
  if (figure->is_part)
    figure->gap = describe (judge, figure, now);
  else if (is_some (then))
    figure->gap = g_strdup (_ ("Not compared: the data hold only a part of the period before"));
  if (figure->gap != NULL)
    append_note (figure);
}
