/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often tickets change hands. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  return bw_row_say_of_solved (row, row->reassignments, reason);
}

static void
detail (const BwDetailContext *context, GArray *details)
{
  bw_detail_add (details, "with-any", N_ ("Tickets with at least one"), BW_UNIT_FRACTION,
                 bw_detail_share_above (context, 0));
}

const BwMetric bw_kpi_transfers = {
  .id = "transfers",
  .name = N_ ("Transfers for each ticket"),
  .group = "quality",
  .definition = N_ ("Reassignments of tickets solved in the period / these tickets."),
  .origin = N_ ("Reassignments as Intercom and dbt_zendesk count them; none of the source articles "
                "names it"),
  .unit = BW_UNIT_RATIO,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_REASSIGNMENTS }, N_ ("the number of reassignments") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_MEAN,
  .when = BW_WHEN_LEFT,
  .say = say,
  .detail = detail,
};
