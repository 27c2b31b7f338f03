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

/* Survey tools that export answers only: who did not answer is not in the file. */
static const char *
lacks (const BwTable *table, const double *choices)
{
  static const BwFieldId answers[] = { BW_FIELD_CSAT, BW_FIELD_NPS, BW_FIELD_CES };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    const BwColumn *column = bw_table_find (table, answers[i]);
    if (column != NULL && column->n_present == (gint64) bw_table_get_n_rows (table))
      return N_ ("the surveys that nobody answered: all in the file have an answer");
  }
  return NULL;
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
  .lacks = lacks,
  .detail = detail,
};
