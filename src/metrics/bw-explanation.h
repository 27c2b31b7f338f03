/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to look: a KPI's change between two periods, taken apart by every dimension and by days. */
#pragma once

#include "bw-engine.h"

/* A member's part in the change. Rates: what its own rate and its share of the whole did; counts
 * and stocks: its difference. */
typedef struct {
  char *name; /* NULL = rows without a value of the dimension */
  BwCell before;
  BwCell after;
  double share_before; /* of all rows (of a rate: of its denominator); 0 where it is missing */
  double share_after;
  double rate; /* NAN of counts and stocks */
  double mix;
  double contribution; /* rate + mix, or the difference; in the unit of the KPI */
} BwPart;

/* The change by the members of one dimension. The contributions of all parts, and of the others
 * that are not listed, add up to the change unless `overlapping` (a row may have several tags) or a
 * part of the KPI is not known by member: then `rest` is what is left. */
typedef struct {
  BwFieldId field;
  gboolean overlapping;
  GArray *parts;  /* BwPart, the largest contributions first */
  guint n_others; /* members beyond these */
  double others;  /* and their contributions */
  double rate;    /* of all members; NAN of counts and stocks */
  double mix;
  double rest;
  /* Most of it moved one way and the whole the other: its shares did that (Simpson's paradox). */
  gboolean opposite;
  guint n_top;      /* so many members hold top_share of what went the way of the change */
  double top_share; /* 0 .. 1; NAN when nothing changed */
} BwBreakdown;

/* A day of the later period: what the change would lack without it. Adds up over days: counts
 * against an even share of the earlier period, rates by their share of the period, stocks by what
 * each day added. */
typedef struct {
  BwPeriod *period;
  BwCell cell;
  double contribution;
} BwDayPart;

/* Immutable, counted. The rows behind a part: bw_engine_select (engine, question, kpi, after or
 * before, field, name ...); behind a day: the same with its period and without a field. */
typedef struct {
  const BwMetric *metric;
  const char *currency; /* of money, interned; NULL = not known */
  char *reason;         /* a sentence: why there is no change to take apart; else NULL */
  BwKind kind;
  BwPeriod *before;
  BwPeriod *after;
  BwCell whole_before;
  BwCell whole_after;
  gboolean of_means;   /* of spans of time the means are taken apart, whatever the headline is */
  double value_before; /* what is taken apart: the means, or the values */
  double value_after;
  double change;         /* value_after - value_before; NAN when one of them is not known */
  BwSignal signal;       /* is it more than noise? */
  GPtrArray *breakdowns; /* BwBreakdown; first where a member moved most for its size */
  GArray *days;     /* BwDayPart, the largest contributions first; empty for spans of a day, and for
                       stocks that are not compared with their own beginning */
  guint n_top_days; /* so many days hold top_days_share of what went the way of the change */
  double top_days_share;
} BwExplanation;

#define BW_TYPE_EXPLANATION (bw_explanation_get_type ())
GType bw_explanation_get_type (void);
BwExplanation *bw_explanation_ref (BwExplanation *explanation);
void bw_explanation_unref (BwExplanation *explanation);

/* Members and days beyond these are summed up. */
#define BW_EXPLANATION_MAX_PARTS 100
/* How many the shares of the top are of. */
#define BW_EXPLANATION_TOP 3

/* Why the KPI of the question's period differs from that of the compared period (the period before
 * when the question compares with none). With a reason, and nothing in it, when the KPI is not
 * available or one of the periods has no figure. NULL and BW_ERROR_FIELD (no such KPI) or
 * G_IO_ERROR_CANCELLED. */
BwExplanation *bw_engine_explain (BwEngine *engine,
                                  const BwQuestion *question,
                                  const char *kpi,
                                  GCancellable *cancellable,
                                  GError **error);

/* NULL when it has none. */
const BwBreakdown *bw_explanation_find (const BwExplanation *explanation, BwFieldId field);

/* "CSAT fell from 87.0 % to 85.0 %" and so on: sentences for people, the most important first, the
 * change itself, what moved most, warnings, days. At least one. */
GStrv bw_explanation_describe (const BwExplanation *explanation);

/* Where one member alone holds most of what went the way of the change: its part, and *breakdown
 * (may be NULL) by which it was found. NULL when there is none. */
const BwPart *bw_explanation_find_main (const BwExplanation *explanation,
                                        const BwBreakdown **breakdown);
/* The change and its main part in one sentence without a stop: "CSAT fell from 91 % to 84 %: mostly
 * Chat, which fell from 90 % to 71 %". For g_free. */
char *bw_explanation_tell (const BwExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwExplanation, bw_explanation_unref)
