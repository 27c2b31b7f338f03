/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Textbook statistics with their textbook names. NAN = cannot be said (too few values).
 * All intervals are two-sided at `level` (0.95). Vectors: tests/data/cases/stats. */
#pragma once

#include <glib.h>
#include <math.h>

typedef struct {
  double low;
  double high;
} BwInterval;

#define BW_INTERVAL_NONE ((BwInterval) { NAN, NAN })

/* Type 7 of Hyndman & Fan 1996 (Excel PERCENTILE.INC): sorted ascending, n >= 1, 0 <= p <= 1. */
double bw_quantile_sorted (const double *sorted, gsize n, double p);
/* Rank (0-based) and weight that type 7 needs: x[lower] + weight * (x[lower + 1] - x[lower]). The
 * weight is 0 where there is no x[lower + 1]. */
void bw_quantile_rank (gsize n, double p, gsize *lower, double *weight);

/* n = 0 gives NAN. */
double bw_mean (const double *values, gsize n);
/* Of a sample (n - 1), in two passes, so that large values that differ little lose no digits;
 * n < 2 gives NAN. */
double bw_standard_deviation (const double *values, gsize n);

/* estimate +- z * standard_error, for estimates that are nearly normal: the NPS of many answers,
 * the difference of two of them (standard errors added in quadrature). */
BwInterval bw_normal (double estimate, double standard_error, double level);
/* Wilson score interval: E. B. Wilson 1927. n = 0 gives NAN. */
BwInterval bw_wilson (double successes, double n, double level);
/* Difference p1 - p2: Newcombe 1998, method 10. */
BwInterval bw_newcombe (double x1, double n1, double x2, double n2, double level);
/* Student: mean +- t * s / sqrt (n); n < 2 gives NAN. sd is the sample standard deviation. */
BwInterval bw_student (double mean, double sd, double n, double level);
/* Welch: difference of two means. */
BwInterval
bw_welch (double mean1, double sd1, double n1, double mean2, double sd2, double n2, double level);
/* Standard error of a share of n by chance when the whole has that share: the limits of a funnel
 * plot are two and three of them around it (Spiegelhalter 2005). */
double bw_share_error (double share, double n);
/* Order-statistic interval of a quantile: 0-based ranks into the sorted values; FALSE when n is
 * too small for the level. Conover 1999: binomial. */
gboolean bw_quantile_ranks (gsize n, double p, double level, gsize *low, gsize *high);
/* NPS in points from counts, standard error in points: var = p + d - (p - d)^2. */
double bw_nps (double promoters, double passives, double detractors);
double bw_nps_standard_error (double promoters, double passives, double detractors);
/* From 30 answers NPS +- z * standard error. Below, adjusted Wald (Rocks 2016: 3/4 of a promoter,
 * 3/2 passives and 3/4 of a detractor added), as equal answers have no variance but leave doubt.
 * Within -100 .. 100; no answers give NAN. */
BwInterval bw_nps_interval (double promoters, double passives, double detractors, double level);
/* The standard error of that interval, for the difference of two of them. */
double bw_nps_adjusted_error (double promoters, double passives, double detractors);
