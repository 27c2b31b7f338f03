/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets came in. */
#include "config.h"

#include "bw-civil.h"
#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define DAY 86400

static double
say (const BwRow *row, BwReason *reason)
{
  return row->created == BW_TIME_NONE ? NAN : 1;
}

static gint64
count_working_days (const BwPeriod *period)
{
  gint64 first, last;
  gint64 n = 0;

  bw_period_get_days (period, &first, &last);
  for (gint64 day = first; day <= last; day++)
    n += bw_civil_weekday (day) < 5;
  return n;
}

/* Months differ in length: the daily average is what compares. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  gint64 days = count_working_days (context->period);
  gint64 from = context->period->from - BW_TIME_ORIGIN;
  gint64 to = context->period->to - BW_TIME_ORIGIN;
  gsize n_rows = bw_table_get_n_rows (context->table);
  gint64 n = 0;
  BwDetail daily = { "per-working-day", N_ ("Each working day (Monday to Friday)"), BW_UNIT_RATIO,
                     NAN };

  for (gsize row = 0; row < n_rows; row++)
    n += context->says[row] >= 0 && context->when[row] != BW_MISSING &&
         context->when[row] >= from && context->when[row] < to &&
         (context->rows == NULL || bw_bits_has (context->rows, row));
  if (days > 0)
    daily.value = (double) n / days;
  g_array_append_val (details, daily);
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
