/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a dimension beside each other: each KPI of each agent, channel, team ... with how
 * it stands to all. Members are never put in order by a figure. Immutable, counted. */
#pragma once

#include "bw-engine.h"

/* How a member stands to the others. */
typedef enum {
  BW_STANDING_UNKNOWN, /* cannot be said */
  BW_STANDING_FEW,     /* too few to be said */
  BW_STANDING_WITHIN,  /* no further away than chance may bring it */
  BW_STANDING_ABOVE,
  BW_STANDING_BELOW,
} BwStanding;

typedef struct {
  const BwMetric *metric;
  BwCell whole;
  BwCell *cells; /* one a member; BW_CELL_NONE where it has none */
  double median; /* of the members' own values; NAN when there are fewer than three */
} BwScoreColumn;

typedef struct {
  BwFieldId field;
  BwPeriod *period;
  GPtrArray *names;   /* as the files have them; NULL = rows without one */
  GPtrArray *labels;  /* for people: by pseudonym where that was asked for */
  GPtrArray *columns; /* BwScoreColumn, in the order of the shelf */
} BwScorecard;

#define BW_TYPE_SCORECARD (bw_scorecard_get_type ())
GType bw_scorecard_get_type (void);

/* Of all KPIs that can be split by the field and have a value somewhere; members with the most
 * tickets, answers ... first. NULL when no file has the field. */
BwScorecard *bw_scorecard_new (BwEngine *engine, const BwQuestion *question, BwFieldId field);
BwScorecard *bw_scorecard_ref (BwScorecard *self);
void bw_scorecard_unref (BwScorecard *self);

/* NULL when it is not there. */
const BwScoreColumn *bw_scorecard_find (const BwScorecard *self, const char *kpi);
/* Shares by the limits of a funnel plot, of three standard errors; anything else by its own 95 %
 * interval and the median. Fewer than five are too few. */
BwStanding bw_score_column_judge (const BwScoreColumn *column, guint member);
gboolean bw_score_column_is_share (const BwScoreColumn *column);
/* One period x named members, for charts. */
BwSeries *bw_scorecard_make_series (const BwScorecard *self, const BwScoreColumn *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwScorecard, bw_scorecard_unref)
