/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets came in. */
#include "config.h"

#include "bw-civil.h"
#include "bw-detail.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define DAY 86400

static double
say (const BwRow *row, BwReason *reason)
{
  return row->created == BW_TIME_NONE ? NAN : 1;
}

static gint64
count_working_days (const BwDetailContext *context)
{
  const BwZone *zone = context->period->zone;
  gint64 end = bw_day_around (context->told_to, zone);
  gint64 n = 0;

  for (gint64 day = bw_day_around (context->told_from, zone); day < end; day++)
    n += bw_civil_weekday (day) < 5;
  return n;
}

/* Months differ in length: the daily average is what compares. Some write more than once. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  gint64 days = count_working_days (context);
  BwDetailBatch batch;
  gint64 n = 0;

  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch))
    n += batch.n_marked;
  bw_detail_add (details, "per-working-day", N_ ("Each working day (Monday to Friday)"),
                 BW_UNIT_RATIO, days > 0 ? (double) n / days : NAN);
  if (context->people != NULL)
    bw_detail_add (details, "requesters", N_ ("Different requesters"), BW_UNIT_COUNT,
                   bw_detail_count_people (context));
}

const BwMetric bw_kpi_tickets_created = {
  .id = "tickets-created",
  .name = N_ ("Tickets created"),
  .group = "volume",
  .definition = N_ ("Tickets created in the period, by customers or for them. Spam, deleted and "
                    "merged tickets are left out."),
  .origin = N_ ("“Number of issues” in “Customer Support KPIs: Which Metrics Should You Track?”; "
                "“ticket volume” in Userpilot, 10 Key Customer Service KPIs"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_NEITHER,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") } },
  .fold = BW_FOLD_COUNT,
  .when = BW_WHEN_CREATED,
  .say = say,
  .detail = detail,
};
