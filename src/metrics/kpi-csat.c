/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of those who answered were satisfied. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

enum {
  METHOD_TOP_BOXES,
  METHOD_TOP_BOX,
  METHOD_WITHOUT_NEUTRAL,
  METHOD_NOT_NEGATIVE,
};

static double
say (const BwRow *row, BwReason *reason)
{
  double satisfied = bw_row_satisfied_from (row);
  double dissatisfied = row->csat_low + row->csat_high - satisfied;

  if (isnan (row->csat)) {
    *reason = BW_REASON_NOT_RATED;
    return NAN;
  }
  switch ((int) bw_row_choice (row, 0)) {
  case METHOD_TOP_BOX:
    return row->csat >= row->csat_high;
  case METHOD_NOT_NEGATIVE:
    return row->csat > dissatisfied;
  case METHOD_WITHOUT_NEUTRAL:
    if (row->csat < satisfied && row->csat > dissatisfied) {
      *reason = BW_REASON_NEUTRAL;
      return NAN;
    }
    return row->csat >= satisfied;
  case METHOD_TOP_BOXES:
  default:
    return row->csat >= satisfied;
  }
}

const BwMetric bw_kpi_csat = {
  .id = "csat",
  .name = N_ ("Customer satisfaction (CSAT)"),
  .group = "satisfaction",
  .definition =
      N_ ("Satisfied answers / all answers. Surveys offered and not answered are not counted."),
  .origin = N_ ("“CSAT” in Userpilot, 10 Key Customer Service KPIs; top two boxes as Zencity and "
                "SmartSurvey count, Good of Good and Bad as Zendesk does"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_CALLS },
  .needs = { { { BW_FIELD_CSAT }, N_ ("satisfaction ratings") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_RATED,
  .say = say,
  .choices = { { .id = "method",
                 .title = N_ ("Satisfied is"),
                 .options = { { "top-boxes", N_ ("The top boxes"),
                                N_ ("Satisfied are the top boxes: two of four or five, one of up "
                                    "to three (Good of Good and Bad), three of six to eight, two "
                                    "of nine to eleven, the top fifth of more.") },
                              { "top-box", N_ ("The top box only"),
                                N_ ("Satisfied is the best answer alone, as SQM and QuestionPro "
                                    "count.") },
                              { "without-neutral", N_ ("Good of good and bad"),
                                N_ ("Neutral answers are left out: good / (good + bad).") },
                              { "not-negative", N_ ("All but the negative"),
                                N_ ("Neutral answers count as satisfied.") } } } },
};
