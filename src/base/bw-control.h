/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Control charts: how far a series of figures wanders by itself, and which of its points are
 * signals that something has changed. Limits as in Shewhart's and Wheeler's charts; baseline,
 * screening and rules as in the NHS's "Making Data Count". Vectors: tests/data/cases/stats. */
#pragma once

#include <glib-object.h>
#include <math.h>

typedef enum {
  BW_CONTROL_XMR,   /* values: mean +- 2.66 x mean moving range */
  BW_CONTROL_P,     /* shares of sizes: p +- 3 sqrt (p (1 - p) / size) */
  BW_CONTROL_LANEY, /* the same, widened by what varies between periods beyond chance: Laney's p' */
  BW_CONTROL_U,     /* counts in sizes (days): 3 sqrt (u / size), in counts of that size */
  BW_CONTROL_LANEY_U, /* the same, widened likewise: Laney's u' */
} BwControlKind;

typedef enum {
  BW_CONTROL_OUTSIDE = 1 << 0,      /* beyond a limit */
  BW_CONTROL_ONE_SIDE = 1 << 1,     /* a run on one side of the centre */
  BW_CONTROL_TREND = 1 << 2,        /* a run of rises, or of falls */
  BW_CONTROL_TWO_OF_THREE = 1 << 3, /* two of three beyond two thirds of the way to one limit */
} BwControlRule;

/* Judged against its own target: will the process meet it, as it is now? */
typedef enum {
  BW_CONTROL_UNSURE, /* no limits, or no target */
  BW_CONTROL_WILL_PASS,
  BW_CONTROL_WILL_FAIL,
  BW_CONTROL_HIT_AND_MISS,
} BwControlVerdict;

/* Fewer points than these give no limits that are worth drawing; fewer than those of a whole
 * baseline give trial limits, which the next point may move. */
#define BW_CONTROL_LEAST 6
#define BW_CONTROL_BASELINE 12
/* From this mean size on, shares and counts are overdispersed: Laney's limits. */
#define BW_CONTROL_MANY 1000
#define BW_CONTROL_RUN 7

typedef struct {
  BwControlKind kind;
  guint baseline; /* the first so many points set the limits; 0 = all */
  guint run;      /* points on one side that make a signal */
  guint trend;    /* points that rise, or fall, that make one */
  double floor;   /* what a figure can be at least and at most; -INFINITY and INFINITY = anything */
  double ceiling;
} BwControlPlan;

/* One period; all NAN and 0 where it has no value. */
typedef struct {
  double value;
  double centre;
  double low; /* limits, cut to what is possible; NAN = none */
  double high;
  double moving_range; /* XMR: to the point before; NAN for the first */
  /* BwControlRule: met with this point as the last one of the run that meets it */
  guint signals;
  /* BwControlRule: the point is part of a run that meets it */
  guint marks;
  int side; /* of the centre: -1, 0, 1; of a trend alone: the way it goes */
} BwControlPoint;

/* Immutable, counted. */
typedef struct {
  BwControlPlan plan;
  guint length; /* as many as were given */
  BwControlPoint *points;
  guint n;          /* of them with a value */
  guint n_baseline; /* of them that set the limits */
  gboolean trial;   /* limits from fewer points than a whole baseline */
  double
      mean_range; /* XMR: of the moving ranges of the baseline, without those beyond range_limit */
  double range_limit;
  double
      sigma_z; /* LANEY, LANEY_U: how much more varies than chance alone would have it; else NAN */
  /* Anhøj's tests of runs about the median, which need no limits: a longest run above its limit, or
   * fewer crossings than the least, is a shift. 0 where there are too few points. */
  guint longest_run;
  guint longest_run_limit;
  guint crossings;
  guint least_crossings;
} BwControl;

#define BW_TYPE_CONTROL (bw_control_get_type ())
GType bw_control_get_type (void);

/* The chart that suits: XMR without sizes; with sizes shares (P) or counts (U) become Laney's where
 * the mean size of the baseline is BW_CONTROL_MANY or more (for counts: the mean count). */
BwControlPlan bw_control_plan_xmr (double floor, double ceiling);
BwControlPlan bw_control_plan_shares (const double *sizes, gsize n);
BwControlPlan bw_control_plan_counts (const double *counts, gsize n);

/* values: XMR figures, P shares, U counts; NAN = no value: the period is passed over, as though its
 * neighbours stood side by side. sizes: P the denominators, U the exposures (> 0); else NULL.
 * Limits need two points. XMR: moving ranges beyond 3.267 x their mean are left out of it, once.
 * LANEY: as in Laney 2002, d2 = 1.128; where nothing varies there are no limits. */
BwControl *
bw_control_new (const BwControlPlan *plan, const double *values, const double *sizes, gsize n);
BwControl *bw_control_ref (BwControl *control);
void bw_control_unref (BwControl *control);

/* The last point that has a value, or NULL. */
const BwControlPoint *bw_control_get_last (const BwControl *control);
/* 1 up, -1 down: which way the signals point that end with this point and that it is part of (of
 * two in three it may be the third); 0 without any. */
int bw_control_point_get_direction (const BwControlPoint *point);
/* Where the limits lie now, against the target `low` to `high` (NAN = open on that side). */
BwControlVerdict bw_control_judge (const BwControl *control, double low, double high);
/* "outside the limits", "7 in a row on one side" ...: translated, of one rule. */
char *bw_control_describe_rule (BwControlRule rule, const BwControlPlan *plan);

/* Anhøj & Olesen 2014: of n points off the median, a longest run above round (log2 n) + 3, or
 * crossings below the 5 % point of a binomial distribution. */
guint bw_anhoej_longest_run (gsize n);
guint bw_anhoej_least_crossings (gsize n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwControl, bw_control_unref)
