/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the tickets of the period are solved by now. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->created == BW_TIME_NONE)
    return NAN;
  return bw_row_is_solved (row);
}

const BwMetric bw_kpi_resolution_rate = {
  .id = "resolution-rate",
  .name = N_ ("Resolution rate"),
  .group = "quality",
  .definition = N_ ("Of tickets created in the period: solved when the data end. The Go-to-Market "
                    "Dictionary and Atlasmic call first contact resolution by this name."),
  .origin =
      N_ ("“Number of resolved tickets” in Userpilot, 10 Key Customer Service KPIs, as a share "
          "of those received"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
             { { BW_FIELD_STATUS, BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the status of tickets, or the date on which they were solved") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_CREATED,
  .say = say,
};
