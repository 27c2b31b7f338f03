/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many solutions were within their target. */
#include "config.h"

#include "bw-settings.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  gboolean is_solved = bw_row_is_solved (row);

  return bw_row_say_in_time (row, row->resolution_sla, row->due, row->solve_target,
                             is_solved ? row->solved : BW_TIME_NONE, !is_solved, reason);
}

/* A promise of the settings does instead of what the file lacks. */
static gboolean
supplied (const BwTable *table, const BwSettings *settings)
{
  GPtrArray *targets = bw_settings_get_sla_targets (settings);

  for (guint i = 0; i < targets->len; i++)
    if (!isnan (((BwSlaTarget *) targets->pdata[i])->solve))
      return bw_table_find (table, BW_FIELD_CREATED) != NULL;
  return FALSE;
}

const BwMetric bw_kpi_sla_resolution = {
  .id = "sla-resolution",
  .name = N_ ("Resolution SLA"),
  .group = "speed",
  .definition = N_ ("Met / (met + breached), as the file’s own column says, else by comparing the "
                    "solution with its due date, else with what the settings promise, in business "
                    "time where that is the headline. Open and "
                    "overdue is breached; open and not yet due is left "
                    "out."),
  .origin = N_ ("“SLA” in The Go-to-Market Dictionary and Userpilot, 10 Key Customer Service KPIs; "
                "met / (met + breached), as Libredesk counts it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_RESOLUTION_SLA, BW_FIELD_DUE },
               N_ ("whether the resolution met its SLA, or its due date") } },
  .uses = { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_STATUS },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_DUE,
  .say = say,
  .supplied = supplied,
};
