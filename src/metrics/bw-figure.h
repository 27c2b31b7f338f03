/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One KPI's answer to one question: what tiles, pages, JSON and workbook show. Immutable, counted.
 */
#pragma once

#include "bw-control.h"
#include "bw-metric.h"
#include "bw-reach.h"
#include "bw-series.h"
#include "bw-statistics.h"
#include "bw-target.h"

typedef enum {
  BW_STATISTIC_MEAN,
  BW_STATISTIC_MEDIAN
} BwStatistic;
typedef enum {
  BW_BASIS_EVENT,
  BW_BASIS_CREATED
} BwBasis;
typedef enum {
  BW_COMPARE_NONE,
  BW_COMPARE_PREVIOUS,
  BW_COMPARE_YEAR
} BwCompare;

typedef enum {
  BW_SIGNAL_UNKNOWN, /* cannot be said: nothing to compare with, or too few */
  BW_SIGNAL_NONE,    /* within noise */
  BW_SIGNAL_UP,
  BW_SIGNAL_DOWN,
} BwSignal;

typedef struct {
  const BwMetric *metric;
  gboolean available;
  char *reason; /* when not available: a sentence */
  /* Not said: the year before, splits, exclusions, details of rows, the other clock, and where the
   * headline is a mean, order statistics. All else is as it is in full. */
  gboolean brief;

  BwStatistic statistic;
  BwBasis basis;   /* how its own rows are placed; of a ratio those of any part */
  BwKind kind;     /* counted from */
  BwCell current;  /* over the period */
  BwCell previous; /* over the compared period; BW_CELL_NONE without */
  gboolean has_previous;
  double change;              /* current - previous; NAN, and so where there is a gap */
  BwInterval change_interval; /* NAN when it cannot be said */
  BwCell year;                /* over the same period a year before */
  gboolean has_year;          /* the data reach back so far */
  double year_change;         /* current - year; NAN */
  BwInterval year_interval;
  BwSignal year_signal; /* by that interval */

  /* Judged by the control chart of the figure's own past where that has a whole baseline, else by
   * the interval of the change. */
  BwSignal signal;
  gboolean by_control;
  guint signal_rules; /* BwControlRule that make it a signal, by_control */
  BwControl *control; /* of the series, point by point; NULL when there are too few */
  BwSeries
      *history; /* periods like the figure's, its own the last; NULL when it is no calendar unit */
  guint n_past; /* of the 12 periods before it, those that have a figure */
  double past_median; /* of these; NAN without */
  double past_low;
  double past_high;
  BwTarget *target; /* the team's own, the closest; or NULL */
  BwTargetVerdict target_verdict;
  BwControlVerdict outlook; /* whether the process as it is meets the target */
  GPtrArray *comparisons;   /* BwComparison, those that fit first; see bw_figure_get_benchmark */

  BwSeries *series;                /* the axis x 1 */
  GPtrArray *splits;               /* BwSeries, 1 period x members, most n first */
  gint64 excluded[BW_REASON_LAST]; /* rows of the period that have no say, by reason */
  GArray *details;                 /* BwDetail */
  const char *currency;            /* of money, interned; NULL = not known */
  gboolean in_business_time;       /* the headline's clock, of spans of time */
  gboolean has_beside;             /* there are business hours */
  BwCell beside;                   /* the period by the other clock */
  char *definition;                /* the sentences with what was chosen */
  GStrv columns;                   /* the files' own names of the columns it comes from */
  char *note;                      /* "as exported by Zendesk", "n < 5: ..." or NULL */
  char *gap;        /* the files lack a part of a period, so it is not compared: a sentence */
  gboolean is_part; /* and the period itself is that one */
  BwReach told;     /* of which days the files tell it */
} BwFigure;

#define BW_TYPE_FIGURE (bw_figure_get_type ())
GType bw_figure_get_type (void);
BwFigure *bw_figure_ref (BwFigure *figure);
void bw_figure_unref (BwFigure *figure);
/* Is a change in this direction good news? 1 good, -1 bad, 0 neither (noise, neutral KPI). */
int bw_figure_verdict (const BwFigure *figure);
/* A value, or a difference, in the unit of the figure: money with its currency. */
char *bw_figure_format (const BwFigure *figure, double value, BwFormat format);
char *bw_figure_format_change (const BwFigure *figure, double change, BwFormat format);
/* The same of one of its details. */
char *bw_figure_format_detail (const BwFigure *figure, const BwDetail *detail, BwFormat format);
/* NULL when it has no such split. */
BwSeries *bw_figure_find_split (const BwFigure *figure, BwFieldId field);

/* The cell of the member of that name, NULL = rows without one, in a split of the figure; never
 * NULL. A member without rows is none of the split: of what counts rows it has 0, else no figure.
 */
const BwCell *
bw_figure_find_member (const BwFigure *figure, const BwSeries *split, const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwFigure, bw_figure_unref)
