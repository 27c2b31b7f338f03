/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many first replies were within their target. */
#include "config.h"

#include "bw-settings.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* Without the dates of replies nobody knows which open tickets have none. */
static double
say (const BwRow *row, BwReason *reason)
{
  gboolean to_do =
      row->has_first_reply && row->first_reply == BW_TIME_NONE && !bw_row_is_solved (row);

  return bw_row_say_in_time (row, row->reply_sla, row->reply_due, row->reply_target,
                             row->first_reply, to_do, reason);
}

static gboolean
tells_replies (const BwTable *table)
{
  return bw_table_find (table, BW_FIELD_FIRST_REPLY) != NULL ||
         bw_table_find (table, BW_FIELD_FIRST_REPLY_TIME) != NULL;
}

/* Due dates alone: nobody knows whether a reply came in time. */
static const char *
lacks (const BwTable *table, const double *choices)
{
  if (bw_table_find (table, BW_FIELD_REPLY_SLA) != NULL || tells_replies (table))
    return NULL;
  return N_ ("the date of the first reply, or how long it took");
}

/* A promise of the settings does instead of what the file lacks. */
static gboolean
supplied (const BwTable *table, const BwSettings *settings)
{
  GPtrArray *targets = bw_settings_get_sla_targets (settings);

  for (guint i = 0; i < targets->len; i++)
    if (!isnan (((BwSlaTarget *) targets->pdata[i])->reply))
      return bw_table_find (table, BW_FIELD_CREATED) != NULL && tells_replies (table);
  return FALSE;
}

const BwMetric bw_kpi_sla_first_response = {
  .id = "sla-first-response",
  .name = N_ ("First response SLA"),
  .group = "speed",
  .definition = N_ ("Met / (met + breached), as the file’s own column says, else by comparing the "
                    "first reply with its due date, else "
                    "with what the settings promise, in business time where that is the headline. "
                    "Open and overdue is breached; open and not yet due is left "
                    "out."),
  .origin = N_ ("“SLA” in The Go-to-Market Dictionary and Userpilot, 10 Key Customer Service KPIs; "
                "met / (met + breached), as Libredesk counts it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_REPLY_SLA, BW_FIELD_REPLY_DUE },
               N_ ("whether the first response met its SLA, or its due date") } },
  .uses = { BW_FIELD_FIRST_REPLY, BW_FIELD_FIRST_REPLY_TIME, BW_FIELD_STATUS },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_REPLY_DUE,
  .say = say,
  .supplied = supplied,
  .lacks = lacks,
};
