/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles and intervals; the distributions are GSL's. */
#include "config.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "bw-statistics.h"

static double
get_z (double level)
{
  return gsl_cdf_ugaussian_Pinv (0.5 + level / 2);
}

static gboolean
is_level (double level)
{
  return level > 0 && level < 1;
}

void
bw_quantile_rank (gsize n, double p, gsize *lower, double *weight)
{
  g_return_if_fail (n >= 1 && p >= 0 && p <= 1);
  double rank = p * (double) (n - 1);
  *lower = MIN ((gsize) rank, n - 1);
  *weight = *lower + 1 < n ? rank - (double) *lower : 0;
}

double
bw_quantile_sorted (const double *sorted, gsize n, double p)
{
  gsize lower;
  double weight;
  g_return_val_if_fail (sorted && n >= 1 && p >= 0 && p <= 1, NAN);
  bw_quantile_rank (n, p, &lower, &weight);
  if (weight == 0)
    return sorted[lower];
  return sorted[lower] + weight * (sorted[lower + 1] - sorted[lower]);
}

double
bw_mean (const double *values, gsize n)
{
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += values[i];
  return n > 0 ? sum / (double) n : NAN;
}

double
bw_standard_deviation (const double *values, gsize n)
{
  if (n < 2)
    return NAN;
  double mean = bw_mean (values, n);
  double squares = 0;
  for (gsize i = 0; i < n; i++) {
    double difference = values[i] - mean;
    squares += difference * difference;
  }
  return sqrt (squares / (double) (n - 1));
}

BwInterval
bw_normal (double estimate, double standard_error, double level)
{
  g_return_val_if_fail (is_level (level), BW_INTERVAL_NONE);
  double half = get_z (level) * standard_error;
  return (BwInterval) { estimate - half, estimate + half };
}

BwInterval
bw_wilson (double successes, double n, double level)
{
  g_return_val_if_fail (is_level (level), BW_INTERVAL_NONE);
  if (!(n > 0) || !(successes >= 0 && successes <= n))
    return BW_INTERVAL_NONE;
  double z = get_z (level);
  double p = successes / n;
  double scale = 1 + z * z / n;
  double centre = (p + z * z / (2 * n)) / scale;
  double half = z / scale * sqrt (p * (1 - p) / n + z * z / (4 * n * n));
  /* At the ends the bound is exact; rounding must not leave a trace of doubt. */
  return (BwInterval) { successes == 0 ? 0 : MAX (centre - half, 0),
                        successes == n ? 1 : MIN (centre + half, 1) };
}

BwInterval
bw_newcombe (double x1, double n1, double x2, double n2, double level)
{
  BwInterval one = bw_wilson (x1, n1, level);
  BwInterval two = bw_wilson (x2, n2, level);
  double p1 = x1 / n1;
  double p2 = x2 / n2;
  if (isnan (one.low) || isnan (two.low))
    return BW_INTERVAL_NONE;
  return (BwInterval) { p1 - p2 - hypot (p1 - one.low, two.high - p2),
                        p1 - p2 + hypot (one.high - p1, p2 - two.low) };
}

BwInterval
bw_student (double mean, double sd, double n, double level)
{
  g_return_val_if_fail (is_level (level), BW_INTERVAL_NONE);
  if (!(n >= 2) || !isfinite (mean) || !(sd >= 0))
    return BW_INTERVAL_NONE;
  double half = gsl_cdf_tdist_Pinv (0.5 + level / 2, n - 1) * sd / sqrt (n);
  return (BwInterval) { mean - half, mean + half };
}

BwInterval
bw_welch (double mean1, double sd1, double n1, double mean2, double sd2, double n2, double level)
{
  g_return_val_if_fail (is_level (level), BW_INTERVAL_NONE);
  if (!(n1 >= 2) || !(n2 >= 2) || !(sd1 >= 0) || !(sd2 >= 0))
    return BW_INTERVAL_NONE;
  double difference = mean1 - mean2;
  double v1 = sd1 * sd1 / n1;
  double v2 = sd2 * sd2 / n2;
  double v = v1 + v2;
  if (v == 0)
    return (BwInterval) { difference, difference };
  double df = v * v / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
  double half = gsl_cdf_tdist_Pinv (0.5 + level / 2, df) * sqrt (v);
  return (BwInterval) { difference - half, difference + half };
}

/* P (X <= k) of the binomial distribution, through the incomplete beta function: its time does
 * not grow with n. */
static double
get_binomial_cdf (double k, double n, double p)
{
  if (k < 0)
    return 0;
  return k >= n ? 1 : gsl_cdf_beta_Q (p, k + 1, n - k);
}

/* The smallest k with P (X <= k) >= target, a step or two from its normal approximation. */
static gsize
get_binomial_quantile (double target, gsize n, double p)
{
  double mean = (double) n * p;
  double guess = mean + gsl_cdf_ugaussian_Pinv (target) * sqrt (mean * (1 - p));
  double k = CLAMP (floor (guess), 0, (double) n);
  while (k > 0 && get_binomial_cdf (k - 1, (double) n, p) >= target)
    k--;
  while (get_binomial_cdf (k, (double) n, p) < target)
    k++;
  return (gsize) k;
}

gboolean
bw_quantile_ranks (gsize n, double p, double level, gsize *low, gsize *high)
{
  g_return_val_if_fail (p > 0 && p < 1 && is_level (level), FALSE);
  double tail = (1 - level) / 2;
  if (n == 0)
    return FALSE;
  gsize below = get_binomial_quantile (tail, n, p);
  gsize above = get_binomial_quantile (1 - tail, n, p) + 1;
  if (below == 0 || above > n)
    return FALSE;
  *low = below - 1;
  *high = above - 1;
  return TRUE;
}

double
bw_nps (double promoters, double passives, double detractors)
{
  double n = promoters + passives + detractors;
  return n > 0 ? 100 * (promoters - detractors) / n : NAN;
}

double
bw_nps_standard_error (double promoters, double passives, double detractors)
{
  double n = promoters + passives + detractors;
  double p = promoters / n;
  double d = detractors / n;
  return n > 0 ? 100 * sqrt (MAX (p + d - (p - d) * (p - d), 0) / n) : NAN;
}

/* Of few answers. */
static void
adjust_nps (double *promoters, double *passives, double *detractors)
{
  if (*promoters + *passives + *detractors >= 30)
    return;
  *promoters += 0.75;
  *passives += 1.5;
  *detractors += 0.75;
}

double
bw_nps_adjusted_error (double promoters, double passives, double detractors)
{
  if (!(promoters + passives + detractors > 0))
    return NAN;
  adjust_nps (&promoters, &passives, &detractors);
  return bw_nps_standard_error (promoters, passives, detractors);
}

BwInterval
bw_nps_interval (double promoters, double passives, double detractors, double level)
{
  if (!(promoters + passives + detractors > 0))
    return BW_INTERVAL_NONE;
  adjust_nps (&promoters, &passives, &detractors);
  BwInterval interval = bw_normal (bw_nps (promoters, passives, detractors),
                                   bw_nps_standard_error (promoters, passives, detractors), level);
  return (BwInterval) { MAX (interval.low, -100), MIN (interval.high, 100) };
}

double
bw_share_error (double share, double n)
{
  return sqrt (share * (1 - share) / n);
}
