/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long customers wait for the first answer of a person. */
#include "config.h"

#include "bw-detail.h"
#include "bw-vector.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* The dates decide where both are there; else the product's own duration. */
static double
say (const BwRow *row, BwReason *reason)
{
  if (bw_row_is_agent_created (row)) {
    *reason = BW_REASON_AGENT_CREATED;
    return NAN;
  }
  if (bw_row_is_bot_only (row)) {
    *reason = BW_REASON_BOT_ONLY;
    return NAN;
  }
  if (row->first_reply == BW_TIME_NONE || row->created == BW_TIME_NONE) {
    *reason = row->automatic_reply != BW_TIME_NONE ? BW_REASON_AUTOMATIC : BW_REASON_UNANSWERED;
    return NAN;
  }
  return bw_row_say_span (row, row->created, row->first_reply, reason);
}

static const BwDetailLimit limits[] = {
  { "within-1-hour", N_ ("Answered within 1 h"), 3600 },
  { "within-4-hours", N_ ("Answered within 4 h"), 4 * 3600 },
  { "within-8-hours", N_ ("Answered within 8 h"), 8 * 3600 },
  { "within-24-hours", N_ ("Answered within 24 h"), 24 * 3600 },
};

BW_VECTOR static guint
count_before (const BwDetailBatch *batch, const gint32 *automatic)
{
  const gint32 *when = batch->context->when + batch->first;
  guint n = 0;

  automatic += batch->first;
  for (guint i = 0; i < batch->n; i++)
    n += batch->marks[i] & (automatic[i] != BW_MISSING) & (automatic[i] < when[i]);
  return n;
}

/* Tickets whose first reply nobody wrote: what counts of them is a later one. */
static double
count_automatic (const BwDetailContext *context, const BwColumn *automatic)
{
  BwDetailBatch batch;
  gint64 n = 0;

  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch))
    n += count_before (&batch, automatic->values);
  return (double) n;
}

/* The waiting of those who were answered: most of it is told by a few limits. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  const BwColumn *automatic = bw_table_find (context->table, BW_FIELD_AUTOMATIC_REPLY);

  bw_detail_add_within (context, limits, G_N_ELEMENTS (limits), details);
  if (automatic != NULL)
    bw_detail_add (details, "automatic-before",
                   N_ ("Automatic replies left out, of tickets that a person answered later"),
                   BW_UNIT_COUNT, count_automatic (context, automatic));
}

static const char *
remark (const BwTable *table)
{
  return bw_table_find (table, BW_FIELD_FIRST_REPLY) == NULL
             ? N_ ("As exported: the file has the duration, not the date of the reply")
             : NULL;
}

const BwMetric bw_kpi_first_response_time = {
  .id = "first-response-time",
  .name = N_ ("First response time"),
  .group = "speed",
  .definition = N_ ("From creation to the first public reply of a person. Automatic replies do "
                    "not count; unanswered tickets, those that a bot answered alone, and tickets "
                    "created by agents are counted apart."),
  .origin = N_ ("“First response time” in Userpilot, 10 Key Customer Service KPIs; Atlasmic, Best "
                "Customer Service KPI To Follow, 2021"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_FIRST_REPLY, BW_FIELD_FIRST_REPLY_TIME },
               N_ ("the date of the first reply, or how long it took") } },
  .uses = { BW_FIELD_CREATED, BW_FIELD_AUTOMATIC_REPLY, BW_FIELD_AGENT_CREATED, BW_FIELD_BOT_ONLY },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_FIRST_REPLY,
  .say = say,
  .remark = remark,
  .detail = detail,
  .clocked = TRUE,
};
