/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question at work: what all KPIs share, and the folded cells of each measure. Private to the
 * engine. */
#pragma once

#include "bw-engine.h"
#include "bw-fold.h"

/* The measure of the first kind of table that has what it needs; measure NULL = none has. */
typedef struct {
  const BwMetric *metric;
  BwKind kind;
  const BwLedger *ledger;
  const BwMeasure *measure;
} BwFound;

BwFound bw_engine_find (BwEngine *engine, const BwMetric *metric);
/* NULL when there are no rows of that kind. Lives as long as the engine. */
const BwLedger *bw_engine_get_ledger (BwEngine *engine, BwKind kind);
BwSettings *bw_engine_get_settings (BwEngine *engine);
/* The code that was chosen, else that of the files; NULL when nobody says. */
const char *bw_engine_get_currency (BwEngine *engine);
/* Of all data; FALSE when there are none. */
gboolean bw_engine_get_extent (BwEngine *engine, gint64 *from, gint64 *to);

typedef struct {
  BwEngine *engine;
  const BwQuestion *question;
  const BwPseudonyms *pseudonyms; /* NULL = names as they are */
  gboolean in_business_time;
  BwPeriod *compared; /* NULL = none */
  BwAxis *single;     /* the period as an axis */
  BwAxis *before;     /* the compared one */
  BwAxis *year_ago;   /* the period a year before; NULL = the data do not reach back so far */
  BwAxis *past;       /* periods like it, the last of them itself; NULL = it is no calendar unit */
  BwPlacer period;
  BwPlacer previous;
  BwPlacer year;
  BwPlacer history;
  BwPlacer axis;
  int year_at; /* layouts of a folded measure; -1 = none */
  int past_at; /* that of the axis, where it is such */
  guint n_splits;
  BwBits *rows[BW_KIND_LAST];          /* NULL = all */
  BwGrouping *groupings[BW_KIND_LAST]; /* n_splits each; column NULL = the table lacks it */
  GPtrArray *joints[BW_KIND_LAST];     /* of the groupings: see bw-joint.h; NULL = no rows */
  GArray *withins;                     /* what bw_answer_place has found */
  BwCounts *counts[BW_KIND_LAST];      /* NULL = nothing is counted yet */
} BwAnswer;

void bw_answer_init (BwAnswer *answer, BwEngine *engine, const BwQuestion *question);
void bw_answer_clear (BwAnswer *answer);

/* Finds the rows of the period for all of these measures: n indices of bw_measures_get. */
void bw_answer_place (BwAnswer *answer, const guint *measures, guint n);
/* By when and until (as bw_folding_get_until), or by what rows arrived (until NULL). Borrowed. */
const BwBits *bw_answer_get_within (const BwAnswer *answer,
                                    const BwLedger *ledger,
                                    const gint32 *when,
                                    const gint32 *until);
/* Counts rows for all of these measures that only count: n indices of bw_measures_get. */
void bw_answer_count (BwAnswer *answer, const guint *measures, guint n);

/* How the rows of a measure are folded for this question. `beside`: by the other clock, where
 * *measure is used for a copy of the measure that must live as long. */
BwFolding bw_answer_get_folding (const BwAnswer *answer, const BwFound *found);
/* The column of that field, where its cells are codes; else NULL. */
const BwColumn *bw_answer_find_dimension (const BwTable *table, BwFieldId field);
/* Takes what rows about months cannot say out of cells of other spans, and of those of which they
 * tell a part only. */
void bw_answer_mask (const BwFound *found, const BwAxis *axis, BwCell *cells, guint n_members);

/* A measure folded over the question's periods and splits. */
typedef struct {
  BwFound found;
  BwFolding folding;
  BwMeasure by_hours; /* the measure with business time for its sizes */
  BwLayout *layouts; /* axis, period, then previous, a year ago and the past if there are such, then
                        one for each split */
  guint n_layouts;
  int *splits; /* by index of the question's splits: a layout, or -1 = the table lacks it */
  BwCell beside;
  gboolean has_beside;
} BwFolded;

#define BW_FOLDED_AXIS 0
#define BW_FOLDED_PERIOD 1
#define BW_FOLDED_PREVIOUS 2

/* NULL found.measure: left empty. */
void bw_folded_init (BwFolded *folded, const BwAnswer *answer, const BwMetric *metric);
void bw_folded_clear (BwFolded *folded);

/* Periods x members as a series; member names are those of the grouping. */
BwSeries *bw_layout_make_series (const BwLayout *layout, BwAxis *axis, BwUnit unit);
/* One period: the members that have rows, or a part of a ratio, most rows first. */
BwSeries *bw_layout_make_split (const BwLayout *layout, BwAxis *axis, BwUnit unit);
