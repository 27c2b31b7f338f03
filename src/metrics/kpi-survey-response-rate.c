/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of those who were asked answered. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->sent == BW_TIME_NONE) {
    *reason = BW_REASON_NOT_SENT;
    return NAN;
  }
  return !isnan (row->csat) || !isnan (row->nps) || !isnan (row->ces);
}

static void
detail (const BwDetailContext *context, GArray *details)
{
  BwDetailRows rows = bw_detail_rows (context);
  gint64 n = 0;
  gsize row;

  while (bw_detail_next (&rows, &row))
    n++;
  bw_detail_add (details, "sent", N_ ("Surveys sent"), BW_UNIT_COUNT, (double) n);
}

const BwMetric bw_kpi_survey_response_rate = {
  .id = "survey-response-rate",
  .name = N_ ("Survey response rate"),
  .group = "satisfaction",
  .definition =
      N_ ("Surveys answered / surveys sent in the period. Below 10 % those who answer may "
          "be unlike those who do not."),
  .origin =
      N_ ("Responses / surveys sent, as survey tools count it; none of the source articles names "
          "it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_SENT }, N_ ("when each survey was sent") },
             { { BW_FIELD_CSAT, BW_FIELD_NPS, BW_FIELD_CES }, N_ ("the answers of a survey") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_SENT,
  .say = say,
  .detail = detail,
};
