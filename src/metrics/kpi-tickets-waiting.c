/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets waited for somebody else at the end of the period. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* A file tells how a ticket stands now; since when, at best its last change. */
static double
say (const BwRow *row, BwReason *reason)
{
  if (row->status != BW_STATUS_PENDING && row->status != BW_STATUS_HOLD)
    return NAN;
  return row->created == BW_TIME_NONE ? NAN : 1;
}

static const char *
remark (const BwTable *table)
{
  return N_ ("The file tells how tickets stand at its end: for an earlier one, those are counted "
             "that have waited since then");
}

const BwMetric bw_kpi_tickets_waiting = {
  .id = "tickets-waiting",
  .name = N_ ("Waiting for others"),
  .group = "volume",
  .definition = N_ ("At the end of the period: unsolved tickets whose status says that they wait "
                    "for the customer or a third party, since their last change."),
  .origin = N_ ("What the Zendesk family calls “pending” and “on-hold”; the articles’ “pending” is "
                "another figure"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_NEITHER,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
             { { BW_FIELD_STATUS }, N_ ("the status of tickets") } },
  .fold = BW_FOLD_STOCK,
  .when = BW_WHEN_CHANGED,
  .until = BW_WHEN_LEFT,
  .say = say,
  .remark = remark,
};
