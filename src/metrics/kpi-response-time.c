/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long customers wait for each answer. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* A turn begins with the first message that nobody has answered. */
static double
say (const BwRow *row, BwReason *reason)
{
  if (row->first_reply == BW_TIME_NONE || row->created == BW_TIME_NONE) {
    *reason = BW_REASON_UNANSWERED;
    return NAN;
  }
  return bw_row_say_span (row, row->created, row->first_reply, reason);
}

const BwMetric bw_kpi_response_time = {
  .id = "response-time",
  .name = N_ ("Response time (every reply)"),
  .group = "speed",
  .definition =
      N_ ("From what a customer writes to the next public reply of a person, for every turn "
          "of a conversation. Several messages in a row are one turn, from the first on; "
          "turns without an answer are counted apart."),
  .origin =
      N_ ("Turns as Zammad and dbt_zendesk count them; the articles say “average response time” "
          "of the first response, too"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TURNS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_FIRST_REPLY }, N_ ("when each message of a ticket was written") } },
  .uses = { BW_FIELD_CREATED },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_FIRST_REPLY,
  .say = say,
  .clocked = TRUE,
};
