/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets went to a higher tier. */
#include "config.h"

#include "bw-group.h"
#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (isnan (row->escalated))
    *reason = BW_REASON_NOT_SAID;
  return row->escalated;
}

/* Tags tell only when some ticket has a tag of that meaning. */
static const char *
lacks (const BwTable *table, const double *choices)
{
  const BwColumn *tags = bw_table_find (table, BW_FIELD_TAG);
  g_autofree double *escalated = NULL;

  if (bw_table_find (table, BW_FIELD_ESCALATED) != NULL)
    return NULL;
  escalated = bw_group_tags_with_word (tags, "escalat");
  return escalated == NULL
             ? N_ ("which tickets were escalated, in a column or by a tag “escalated”")
             : NULL;
}

const BwMetric bw_kpi_escalation_rate = {
  .id = "escalation-rate",
  .name = N_ ("Escalation rate"),
  .group = "quality",
  .definition = N_ ("Of tickets created in the period: escalated to a higher tier at least once, "
                    "by the file’s own column, or by a tag that begins with “escalat”."),
  .origin = N_ ("“Escalation rate” in The Go-to-Market Dictionary"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_ESCALATED, BW_FIELD_TAG },
               N_ ("which tickets were escalated, in a column or by a tag “escalated”") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_CREATED,
  .say = say,
  .lacks = lacks,
};
