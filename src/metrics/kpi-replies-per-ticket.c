/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many replies it takes to solve a ticket. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  return bw_row_say_of_solved (row, row->replies, reason);
}

static void
detail (const BwDetailContext *context, GArray *details)
{
  bw_detail_add (details, "over-one", N_ ("Tickets with more than one"), BW_UNIT_FRACTION,
                 bw_detail_share_above (context, 1));
}

const BwMetric bw_kpi_replies_per_ticket = {
  .id = "replies-per-ticket",
  .name = N_ ("Replies for each ticket"),
  .group = "quality",
  .definition = N_ ("Public replies of agents to tickets solved in the period / these tickets."),
  .origin = N_ ("Replies per resolution as Help Scout and Redo report it; none of the source "
                "articles names it"),
  .unit = BW_UNIT_RATIO,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_REPLIES }, N_ ("the number of agent replies") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_MEAN,
  .when = BW_WHEN_LEFT,
  .say = say,
  .detail = detail,
};
