/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of those who answered were satisfied. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* The lowest answer that counts as satisfied, by the number of choices: the top two boxes of four
 * and five, the top three of six to eight, the top one of fewer (Zencity's table). */
static double
satisfied_from (double low, double high)
{
  double choices = high - low + 1;

  if (choices <= 3)
    return high;
  if (choices <= 5)
    return high - 1;
  if (choices <= 8)
    return high - 2;
  if (choices <= 11)
    return high - 1;
  return low + (high - low) * 0.8;
}

static double
say (const BwRow *row, BwReason *reason)
{
  if (isnan (row->csat)) {
    *reason = BW_REASON_NOT_RATED;
    return NAN;
  }
  return row->csat >= satisfied_from (row->csat_low, row->csat_high);
}

const BwMetric bw_kpi_csat = {
  .id = "csat",
  .name = N_ ("Customer satisfaction (CSAT)"),
  .group = "satisfaction",
  .definition =
      N_ ("Satisfied answers / all answers: the top two boxes of a scale of five, Good of "
          "Good and Bad. Surveys offered and not answered are not counted."),
  .origin = N_ ("“CSAT” in Userpilot, 10 Key Customer Service KPIs; top two boxes as Zencity and "
                "SmartSurvey count, Good of Good and Bad as Zendesk does"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CSAT }, N_ ("satisfaction ratings") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_RATED,
  .say = say,
};
