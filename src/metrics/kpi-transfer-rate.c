/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many contacts are passed on. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (!bw_row_is_answered (row)) {
    *reason = bw_row_says_answered (row) ? BW_REASON_NOT_ANSWERED : BW_REASON_NOT_SAID;
    return NAN;
  }
  if (row->transfers == BW_MISSING) {
    *reason = BW_REASON_NOT_SAID;
    return NAN;
  }
  return row->transfers >= 1;
}

const BwMetric bw_kpi_transfer_rate = {
  .id = "transfer-rate",
  .name = N_ ("Transfer rate"),
  .group = "contact-centre",
  .definition = N_ ("Handled contacts that were transferred at least once / handled contacts."),
  .origin = N_ ("Transfers as Genesys and Amazon Connect count them; none of the source articles "
                "names it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_CALLS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_TRANSFERS, BW_FIELD_REASSIGNMENTS }, N_ ("the number of transfers") } },
  .uses = { BW_FIELD_OUTCOME, BW_FIELD_HANDLED, BW_FIELD_ABANDONED },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_ENDED,
  .say = say,
};
