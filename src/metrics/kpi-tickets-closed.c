/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets were solved for good. */
#include "config.h"

#include "bw-detail.h"
#include "bw-vector.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (bw_row_is_solved (row)) {
    if (row->solved != BW_TIME_NONE)
      return 1;
    *reason = BW_REASON_NO_SOLVE_DATE;
  } else if (row->solved != BW_TIME_NONE) {
    *reason = BW_REASON_REOPENED;
  }
  return NAN;
}

/* A ticket may be solved several times, and several tickets may be of one customer. */
/* Those of the marked rows; a row that does not say has none. */
BW_VECTOR static gint64
sum_reopens (const BwDetailBatch *batch, const gint32 *values)
{
  const gint32 *reopens = values + batch->first;
  gint64 sum = 0;

  for (guint i = 0; i < batch->n; i++)
    sum += batch->marks[i] && reopens[i] > 0 ? reopens[i] : 0;
  return sum;
}

static void
detail (const BwDetailContext *context, GArray *details)
{
  const BwColumn *reopens = bw_table_find (context->table, BW_FIELD_REOPENS);
  BwDetailBatch batch;
  gint64 n = 0;

  bw_detail_batch_init (&batch, context);
  while (reopens != NULL && bw_detail_batch_next (&batch))
    n += batch.n_marked + sum_reopens (&batch, reopens->values);
  if (reopens != NULL)
    bw_detail_add (details, "solves", N_ ("Solves of these tickets, earlier ones included"),
                   BW_UNIT_COUNT, (double) n);
  if (context->people != NULL)
    bw_detail_add (details, "customers", N_ ("Different customers"), BW_UNIT_COUNT,
                   bw_detail_count_people (context));
}

const BwMetric bw_kpi_tickets_closed = {
  .id = "tickets-closed",
  .name = N_ ("Tickets closed"),
  .group = "volume",
  .definition = N_ ("Distinct tickets whose last solve falls in the period and that are still "
                    "solved. A ticket solved twice counts once, at its last solve."),
  .origin = N_ ("“Closed issues” in “Customer Support KPIs: Which Metrics Should You Track?”; "
                "“number of resolved tickets” in Userpilot, 10 Key Customer Service KPIs"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_COUNT,
  .when = BW_WHEN_LEFT,
  .say = say,
  .detail = detail,
};
