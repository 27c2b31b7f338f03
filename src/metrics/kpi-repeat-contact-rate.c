/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many customers had to come back with another ticket. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  double window = bw_row_choice (row, 0);

  if (row->first_solved == BW_TIME_NONE)
    return NAN;
  if (row->first_solved + window > row->as_of) {
    *reason = BW_REASON_IMMATURE;
    return NAN;
  }
  return row->next_contact != BW_TIME_NONE && row->next_contact <= row->first_solved + window;
}

const BwMetric bw_kpi_repeat_contact_rate = {
  .id = "repeat-contact-rate",
  .name = N_ ("Repeat contact rate"),
  .group = "quality",
  .definition = N_ ("Of tickets first solved in the period: the same requester has opened another "
                    "ticket by the end of the window after the solve. A ticket is judged once the "
                    "window has passed."),
  .origin = N_ ("Repeat contacts as Call Centre Helper and WFM Labs count them; none of the source "
                "articles names it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_EMAIL, BW_FIELD_REQUESTER }, N_ ("who asked") },
             { { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED, BW_FIELD_CLOSED,
                 BW_FIELD_FIRST_RESOLUTION_TIME, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") },
             { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_FIRST_SOLVED,
  .say = say,
  .by_people = TRUE,
  .choices = { { .id = "window",
                 .title = N_ ("Window"),
                 .unit = BW_UNIT_SECONDS,
                 .preset = 7 * 86400,
                 .least = 86400,
                 .most = 60 * 86400 } },
};
