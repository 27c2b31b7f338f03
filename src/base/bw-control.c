/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Control charts: limits by kind of chart, and the rules that find signals. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "bw-control.h"

/* 3 / d2 and D4 of moving ranges of two, as printed in the tables; d2 itself. */
#define THREE_BY_D2 2.66
#define D4 3.267
#define D2 1.128

G_DEFINE_BOXED_TYPE (BwControl, bw_control, bw_control_ref, bw_control_unref)

/* The points that have a value, side by side. */
typedef struct {
  const BwControlPlan *plan;
  BwControl *control;
  BwControlPoint **points; /* n */
  double *sizes;           /* n; NULL without */
  double *sigmas;          /* n: a third of the way from the centre to a limit, uncut; NAN = none */
  guint n;
} Chart;

/* --- Plans ------------------------------------------------------------------------------------ */

static BwControlPlan
plan (BwControlKind kind, double floor, double ceiling)
{
  return (
      BwControlPlan) { kind, BW_CONTROL_BASELINE, BW_CONTROL_RUN, BW_CONTROL_RUN, floor, ceiling };
}

static gboolean
are_many (const double *sizes, gsize n)
{
  double sum = 0;
  guint known = 0;
  for (gsize i = 0; i < n && known < BW_CONTROL_BASELINE; i++)
    if (!isnan (sizes[i])) {
      sum += sizes[i];
      known++;
    }
  return known > 0 && sum >= (double) known * BW_CONTROL_MANY;
}

BwControlPlan
bw_control_plan_xmr (double floor, double ceiling)
{
  return plan (BW_CONTROL_XMR, floor, ceiling);
}

BwControlPlan
bw_control_plan_shares (const double *sizes, gsize n)
{
  return plan (are_many (sizes, n) ? BW_CONTROL_LANEY : BW_CONTROL_P, 0, 1);
}

BwControlPlan
bw_control_plan_counts (const double *counts, gsize n)
{
  return plan (are_many (counts, n) ? BW_CONTROL_LANEY_U : BW_CONTROL_U, 0, INFINITY);
}

/* --- Limits ----------------------------------------------------------------------------------- */

/* What is compared between periods of unequal size. */
static double
get_level (const Chart *chart, guint i)
{
  double value = chart->points[i]->value;
  return chart->plan->kind == BW_CONTROL_U || chart->plan->kind == BW_CONTROL_LANEY_U
             ? value / chart->sizes[i]
             : value;
}

static double
get_mean (const Chart *chart, guint n)
{
  double sum = 0;
  for (guint i = 0; i < n; i++)
    sum += chart->points[i]->value;
  return n > 0 ? sum / n : NAN;
}

/* Of the moving ranges of the first n points that are not beyond `limit`. */
static double
get_mean_range (const Chart *chart, guint n, double limit)
{
  double sum = 0;
  guint counted = 0;
  for (guint i = 1; i < n; i++)
    if (chart->points[i]->moving_range <= limit) {
      sum += chart->points[i]->moving_range;
      counted++;
    }
  return counted > 0 ? sum / counted : NAN;
}

static void
set_xmr (Chart *chart, guint n_baseline)
{
  BwControl *control = chart->control;
  for (guint i = 1; i < chart->n; i++)
    chart->points[i]->moving_range = fabs (chart->points[i]->value - chart->points[i - 1]->value);
  double all = get_mean_range (chart, n_baseline, INFINITY);
  control->mean_range = get_mean_range (chart, n_baseline, D4 * all);
  control->range_limit = D4 * control->mean_range;
  double mean = get_mean (chart, n_baseline);
  for (guint i = 0; i < chart->n; i++) {
    chart->points[i]->centre = mean;
    chart->sigmas[i] = THREE_BY_D2 / 3 * control->mean_range;
  }
}

/* Total over total. */
static double
get_pooled (const Chart *chart, guint n)
{
  double sum = 0, sizes = 0;
  for (guint i = 0; i < n; i++) {
    sum += get_level (chart, i) * chart->sizes[i];
    sizes += chart->sizes[i];
  }
  return sum / sizes;
}

/* Mean moving range of the z values, by what chance alone would make it. */
static double
get_sigma_z (const Chart *chart, double centre, guint n)
{
  double sum = 0, before = NAN;
  for (guint i = 0; i < n; i++) {
    double z = chart->sigmas[i] > 0 ? (get_level (chart, i) - centre) / chart->sigmas[i] : 0;
    if (i > 0)
      sum += fabs (z - before);
    before = z;
  }
  return n > 1 ? sum / (n - 1) / D2 : NAN;
}

static void
set_attribute (Chart *chart, guint n_baseline)
{
  BwControlKind kind = chart->plan->kind;
  gboolean counts = kind == BW_CONTROL_U || kind == BW_CONTROL_LANEY_U;
  double centre = get_pooled (chart, n_baseline);
  double variance = counts ? centre : MAX (centre * (1 - centre), 0);
  double scale = 1;
  for (guint i = 0; i < chart->n; i++)
    chart->sigmas[i] = sqrt (variance / chart->sizes[i]);
  if (kind == BW_CONTROL_LANEY || kind == BW_CONTROL_LANEY_U) {
    chart->control->sigma_z = get_sigma_z (chart, centre, n_baseline);
    scale = chart->control->sigma_z > 0 ? chart->control->sigma_z : NAN;
  }
  for (guint i = 0; i < chart->n; i++) {
    double unit = counts ? chart->sizes[i] : 1;
    chart->points[i]->centre = centre * unit;
    chart->sigmas[i] *= scale * unit;
  }
}

static void
cut_limits (Chart *chart)
{
  for (guint i = 0; i < chart->n; i++) {
    BwControlPoint *point = chart->points[i];
    if (isnan (chart->sigmas[i]))
      continue;
    point->low =
        CLAMP (point->centre - 3 * chart->sigmas[i], chart->plan->floor, chart->plan->ceiling);
    point->high =
        CLAMP (point->centre + 3 * chart->sigmas[i], chart->plan->floor, chart->plan->ceiling);
  }
}

/* --- Rules ------------------------------------------------------------------------------------ */

/* Is a beyond b, and not by what rounding adds? */
static gboolean
is_above (double a, double b)
{
  return a - b > 1e-12 * MAX (fabs (a), fabs (b));
}

static int
get_side (double value, double centre)
{
  return is_above (value, centre) - is_above (centre, value);
}

/* The way of a point that lies beyond so many thirds of the way to a limit, else 0. */
static int
get_beyond (const Chart *chart, guint i, int thirds)
{
  const BwControlPoint *point = chart->points[i];
  double reach = thirds * chart->sigmas[i];
  double low = thirds == 3 ? point->low : point->centre - reach;
  double high = thirds == 3 ? point->high : point->centre + reach;
  if (isnan (reach))
    return 0;
  return is_above (point->value, high) - is_above (low, point->value);
}

/* The rule is met by the points from first to last. */
static void
mark (Chart *chart, BwControlRule rule, guint first, guint last)
{
  chart->points[last]->signals |= rule;
  for (guint i = first; i <= last; i++)
    chart->points[i]->marks |= rule;
}

static void
find_outside (Chart *chart)
{
  for (guint i = 0; i < chart->n; i++)
    if (get_beyond (chart, i, 3) != 0)
      mark (chart, BW_CONTROL_OUTSIDE, i, i);
}

static void
find_one_side (Chart *chart)
{
  guint length = 0;
  for (guint i = 0; i < chart->n; i++) {
    int side = chart->points[i]->side;
    gboolean goes_on = i > 0 && side == chart->points[i - 1]->side;
    length = side == 0 ? 0 : goes_on ? length + 1 : 1;
    if (length >= chart->plan->run)
      mark (chart, BW_CONTROL_ONE_SIDE, i + 1 - chart->plan->run, i);
  }
}

static void
find_trends (Chart *chart)
{
  guint steps = 0;
  int before = 0;
  for (guint i = 1; i < chart->n; i++) {
    int way = get_side (get_level (chart, i), get_level (chart, i - 1));
    steps = way == 0 ? 0 : way == before ? steps + 1 : 1;
    before = way;
    if (steps + 1 < chart->plan->trend)
      continue;
    mark (chart, BW_CONTROL_TREND, i + 1 - chart->plan->trend, i);
    if (chart->points[i]->signals == BW_CONTROL_TREND)
      chart->points[i]->side = way;
  }
}

/* The way of two of the three points that end at i, when both go it. */
static int
get_two_of_three (const Chart *chart, guint i)
{
  int up = 0, down = 0;
  for (guint k = i - 2; k <= i; k++) {
    int way = get_beyond (chart, k, 2);
    up += way > 0;
    down += way < 0;
  }
  return up >= 2 ? 1 : down >= 2 ? -1 : 0;
}

static void
find_two_of_three (Chart *chart)
{
  for (guint i = 2; i < chart->n; i++) {
    int way = get_two_of_three (chart, i);
    if (way == 0)
      continue;
    chart->points[i]->signals |= BW_CONTROL_TWO_OF_THREE;
    for (guint k = i - 2; k <= i; k++)
      if (get_beyond (chart, k, 2) == way)
        chart->points[k]->marks |= BW_CONTROL_TWO_OF_THREE;
  }
}

static void
find_signals (Chart *chart)
{
  for (guint i = 0; i < chart->n; i++)
    chart->points[i]->side = get_side (chart->points[i]->value, chart->points[i]->centre);
  find_outside (chart);
  find_one_side (chart);
  find_two_of_three (chart);
  find_trends (chart);
}

/* --- Runs about the median -------------------------------------------------------------------- */

guint
bw_anhoej_longest_run (gsize n)
{
  return n > 0 ? (guint) lround (log2 ((double) n)) + 3 : 0;
}

/* The smallest k with P (X <= k) >= 5 % among n - 1 chances of one half. */
guint
bw_anhoej_least_crossings (gsize n)
{
  guint chances = n > 0 ? (guint) n - 1 : 0;
  double below = 0;
  guint k = 0;
  for (; k < chances; k++) {
    below += gsl_ran_binomial_pdf (k, 0.5, chances);
    if (below >= 0.05)
      break;
  }
  return k;
}

static int
compare_numbers (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static double
get_median (const Chart *chart)
{
  g_autofree double *levels = g_new (double, chart->n);
  for (guint i = 0; i < chart->n; i++)
    levels[i] = get_level (chart, i);
  qsort (levels, chart->n, sizeof *levels, compare_numbers);
  return (levels[(chart->n - 1) / 2] + levels[chart->n / 2]) / 2;
}

static void
count_runs (Chart *chart)
{
  BwControl *control = chart->control;
  double median = get_median (chart);
  guint useful = 0, length = 0;
  int before = 0;
  for (guint i = 0; i < chart->n; i++) {
    int side = get_side (get_level (chart, i), median);
    if (side == 0)
      continue;
    control->crossings += before != 0 && side != before;
    length = side == before ? length + 1 : 1;
    control->longest_run = MAX (control->longest_run, length);
    before = side;
    useful++;
  }
  control->longest_run_limit = bw_anhoej_longest_run (useful);
  control->least_crossings = bw_anhoej_least_crossings (useful);
}

/* --- The chart -------------------------------------------------------------------------------- */

static gboolean
is_known (double value, const double *sizes, gsize i)
{
  return isfinite (value) && (!sizes || sizes[i] > 0);
}

static void
fill_points (Chart *chart, const double *values, const double *sizes, guint n)
{
  for (guint i = 0; i < n; i++) {
    BwControlPoint *point = &chart->control->points[i];
    *point = (BwControlPoint) { NAN, NAN, NAN, NAN, NAN, 0, 0, 0 };
    if (!is_known (values[i], sizes, i))
      continue;
    point->value = values[i];
    chart->sizes[chart->n] = sizes ? sizes[i] : 1;
    chart->sigmas[chart->n] = NAN;
    chart->points[chart->n++] = point;
  }
}

static void
make (Chart *chart)
{
  BwControl *control = chart->control;
  guint baseline = chart->plan->baseline;
  control->n = chart->n;
  control->n_baseline = baseline > 0 ? MIN (baseline, chart->n) : chart->n;
  control->trial = control->n_baseline < BW_CONTROL_BASELINE;
  if (chart->n == 0)
    return;
  if (chart->plan->kind == BW_CONTROL_XMR)
    set_xmr (chart, control->n_baseline);
  else
    set_attribute (chart, control->n_baseline);
  cut_limits (chart);
  find_signals (chart);
  count_runs (chart);
}

BwControl *
bw_control_new (const BwControlPlan *plan, const double *values, const double *sizes, gsize n)
{
  g_return_val_if_fail (plan && plan->run > 1 && plan->trend > 1, NULL);
  g_return_val_if_fail ((plan->kind == BW_CONTROL_XMR) == (sizes == NULL), NULL);
  BwControl *control = g_atomic_rc_box_new0 (BwControl);
  g_autofree BwControlPoint **points = g_new (BwControlPoint *, n + 1);
  g_autofree double *known_sizes = g_new (double, n + 1);
  g_autofree double *sigmas = g_new (double, n + 1);
  Chart chart = { plan, control, points, known_sizes, sigmas, 0 };
  control->plan = *plan;
  control->length = (guint) n;
  control->points = g_new (BwControlPoint, n + 1);
  control->mean_range = control->range_limit = control->sigma_z = NAN;
  fill_points (&chart, values, sizes, (guint) n);
  make (&chart);
  return control;
}

BwControl *
bw_control_ref (BwControl *control)
{
  g_return_val_if_fail (control, NULL);
  return g_atomic_rc_box_acquire (control);
}

static void
free_control (gpointer boxed)
{
  BwControl *control = boxed;
  g_free (control->points);
}

void
bw_control_unref (BwControl *control)
{
  g_return_if_fail (control);
  g_atomic_rc_box_release_full (control, free_control);
}

const BwControlPoint *
bw_control_get_last (const BwControl *control)
{
  g_return_val_if_fail (control, NULL);
  for (guint i = control->length; i-- > 0;)
    if (!isnan (control->points[i].value))
      return &control->points[i];
  return NULL;
}

int
bw_control_point_get_direction (const BwControlPoint *point)
{
  g_return_val_if_fail (point, 0);
  return point->signals & point->marks ? point->side : 0;
}

BwControlVerdict
bw_control_judge (const BwControl *control, double low, double high)
{
  const BwControlPoint *last = bw_control_get_last (control);
  if (!last || isnan (last->low) || (isnan (low) && isnan (high)))
    return BW_CONTROL_UNSURE;
  double from = isnan (low) ? -INFINITY : low;
  double to = isnan (high) ? INFINITY : high;
  if (last->low >= from && last->high <= to)
    return BW_CONTROL_WILL_PASS;
  if (last->high < from || last->low > to)
    return BW_CONTROL_WILL_FAIL;
  return BW_CONTROL_HIT_AND_MISS;
}

char *
bw_control_describe_rule (BwControlRule rule, const BwControlPlan *plan)
{
  switch (rule) {
  case BW_CONTROL_OUTSIDE:
    return g_strdup (_ ("outside the control limits"));
  case BW_CONTROL_ONE_SIDE:
    /* Translators: of points in a control chart, one a period */
    return g_strdup_printf (_ ("%u in a row on one side of the centre"), plan->run);
  case BW_CONTROL_TREND:
    return g_strdup_printf (_ ("%u in a row that rise, or fall"), plan->trend);
  case BW_CONTROL_TWO_OF_THREE:
  default:
    return g_strdup (_ ("two of three close to one limit"));
  }
}
