/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets nobody had started on at the end of the period. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_tickets_pending = {
  .id = "tickets-pending",
  .name = N_ ("Pending tickets (not started)"),
  .group = "volume",
  .definition = N_ ("At the end of the period: unsolved tickets that nobody had started on. This "
                    "is the articles’ “pending”; help desks use the same word for tickets that "
                    "wait for the customer, which is another figure."),
  .origin = N_ ("“Pending issues” in “Customer Support KPIs: Which Metrics Should You Track?”"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") },
             { { BW_FIELD_STARTED, BW_FIELD_ASSIGNED, BW_FIELD_FIRST_REPLY,
                 BW_FIELD_FIRST_REPLY_TIME },
               N_ ("when work started, or the first assignment or reply") } },
  .fold = BW_FOLD_STOCK,
  .when = BW_WHEN_CREATED,
  .until = BW_WHEN_STARTED_OR_LEFT,
  .say = bw_row_say_present,
};
