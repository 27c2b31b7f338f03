/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer of one KPI. */
#include "config.h"

#include "bw-benchmark.h"
#include "bw-figure-private.h"

G_DEFINE_BOXED_TYPE (BwFigure, bw_figure, bw_figure_ref, bw_figure_unref)

BwFigure *
bw_figure_new (const BwMetric *metric)
{
  BwFigure *figure = g_atomic_rc_box_new0 (BwFigure);

  figure->metric = metric;
  figure->current = BW_CELL_NONE;
  figure->previous = BW_CELL_NONE;
  figure->beside = BW_CELL_NONE;
  figure->change = NAN;
  figure->told = BW_REACH_ALL;
  figure->change_interval = BW_INTERVAL_NONE;
  figure->year = BW_CELL_NONE;
  figure->year_change = NAN;
  figure->year_interval = BW_INTERVAL_NONE;
  figure->past_median = figure->past_low = figure->past_high = NAN;
  figure->comparisons = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_comparison_unref);
  figure->splits = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_series_unref);
  figure->details = g_array_new (FALSE, FALSE, sizeof (BwDetail));
  return figure;
}

BwFigure *
bw_figure_ref (BwFigure *figure)
{
  return g_atomic_rc_box_acquire (figure);
}

static void
clear (gpointer boxed)
{
  BwFigure *figure = boxed;

  g_free (figure->reason);
  g_free (figure->definition);
  g_strfreev (figure->columns);
  g_free (figure->note);
  g_free (figure->gap);
  g_clear_pointer (&figure->control, bw_control_unref);
  g_clear_pointer (&figure->history, bw_series_unref);
  g_clear_pointer (&figure->target, bw_target_free);
  g_ptr_array_unref (figure->comparisons);
  g_clear_pointer (&figure->series, bw_series_unref);
  g_ptr_array_unref (figure->splits);
  g_array_unref (figure->details);
}

void
bw_figure_unref (BwFigure *figure)
{
  g_atomic_rc_box_release_full (figure, clear);
}

char *
bw_figure_format (const BwFigure *figure, double value, BwFormat format)
{
  return bw_unit_format_in (figure->metric->unit, figure->currency, value, format);
}

char *
bw_figure_format_change (const BwFigure *figure, double change, BwFormat format)
{
  return bw_unit_format_change_in (figure->metric->unit, figure->currency, change, format);
}

char *
bw_figure_format_detail (const BwFigure *figure, const BwDetail *detail, BwFormat format)
{
  return bw_unit_format_in (detail->unit, figure->currency, detail->value, format);
}

int
bw_figure_verdict (const BwFigure *figure)
{
  int direction = figure->signal == BW_SIGNAL_UP ? 1 : figure->signal == BW_SIGNAL_DOWN ? -1 : 0;

  if (figure->metric->better == BW_BETTER_UP)
    return direction;
  if (figure->metric->better == BW_BETTER_DOWN)
    return -direction;
  return 0;
}

const BwComparison *
bw_figure_get_benchmark (const BwFigure *figure)
{
  const BwComparison *best =
      figure->comparisons->len > 0 ? g_ptr_array_index (figure->comparisons, 0) : NULL;

  return best != NULL && best->refusal == NULL ? best : NULL;
}

BwSeries *
bw_figure_find_split (const BwFigure *figure, BwFieldId field)
{
  for (guint i = 0; i < figure->splits->len; i++)
    if (bw_series_get_field (g_ptr_array_index (figure->splits, i)) == field)
      return g_ptr_array_index (figure->splits, i);
  return NULL;
}

const BwCell *
bw_figure_find_member (const BwFigure *figure, const BwSeries *split, const char *member)
{
  static const BwCell none = BW_CELL_BARE (NAN);
  static const BwCell zero = BW_CELL_BARE (0);
  BwFold fold = figure->metric->fold;
  guint m;

  if (bw_series_find_member (split, member, &m))
    return bw_series_get (split, 0, m);
  return (fold == BW_FOLD_COUNT || fold == BW_FOLD_STOCK) && !isnan (figure->current.value) ? &zero
                                                                                            : &none;
}
