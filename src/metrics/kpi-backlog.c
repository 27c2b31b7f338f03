/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets were unsolved at the end of the period, and how that came about. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define DAY 86400

/* Tickets by age in days: [from, to). */
static const struct {
  const char *id;
  const char *title;
  int from;
  int to;
} bands[] = {
  { "age-under-1-day", N_ ("Younger than 1 day"), 0, 1 },
  { "age-1-3-days", N_ ("1 to 3 days"), 1, 3 },
  { "age-3-7-days", N_ ("3 to 7 days"), 3, 7 },
  { "age-7-14-days", N_ ("7 to 14 days"), 7, 14 },
  { "age-14-30-days", N_ ("14 to 30 days"), 14, 30 },
  { "age-over-30-days", N_ ("30 days and older"), 30, G_MAXINT },
};

typedef struct {
  gint64 start;
  gint64 created;
  gint64 solved;
  gint64 end;
  gint64 ages[G_N_ELEMENTS (bands)];
  gint64 oldest;
} Ledger;

static void
add_row (Ledger *ledger, gint64 from, gint64 to, gint64 created, gint64 left)
{
  gint64 age;

  left = MAX (left, created);
  ledger->start += created < from && left >= from;
  ledger->created += created >= from && created < to;
  ledger->solved += left >= from && left < to;
  if (created >= to || left < to)
    return;
  ledger->end++;
  age = to - created;
  ledger->oldest = MAX (ledger->oldest, age);
  for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
    ledger->ages[b] += age >= (gint64) bands[b].from * DAY && age < (gint64) bands[b].to * DAY;
}

static void
append (GArray *details, const char *id, const char *title, BwUnit unit, double value)
{
  BwDetail detail = { id, title, unit, value };

  g_array_append_val (details, detail);
}

/* Start + created + reopened - solved = end. One row a ticket does not show when a ticket came
 * back: reopened is not known, and the tickets concerned count as never solved. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  BwDetailRows rows = bw_detail_rows (context);
  Ledger ledger = { 0 };
  double days = (double) (context->told_to - context->told_from) / DAY;
  gint64 from = context->period->from - BW_TIME_ORIGIN;
  gint64 to = context->period->to - BW_TIME_ORIGIN;
  gsize row;

  while (bw_detail_next (&rows, &row))
    add_row (&ledger, from, to, context->when[row],
             context->until[row] == BW_MISSING ? G_MAXINT64 : context->until[row]);
  append (details, "start", N_ ("At the start of the period"), BW_UNIT_COUNT, ledger.start);
  append (details, "created", N_ ("+ created"), BW_UNIT_COUNT, ledger.created);
  append (details, "reopened", N_ ("+ reopened (not visible in this file)"), BW_UNIT_COUNT, NAN);
  append (details, "solved", N_ ("− solved"), BW_UNIT_COUNT, ledger.solved);
  append (details, "end", N_ ("= at the end of the period"), BW_UNIT_COUNT, ledger.end);
  for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
    append (details, bands[b].id, bands[b].title, BW_UNIT_COUNT, ledger.ages[b]);
  append (details, "days-of-work", N_ ("Days of work: backlog / tickets created a day"),
          BW_UNIT_RATIO,
          ledger.created > 0 && days > 0 ? ledger.end / (ledger.created / days) : NAN);
  append (details, "oldest", N_ ("Oldest"), BW_UNIT_SECONDS, ledger.end > 0 ? ledger.oldest : NAN);
}

const BwMetric bw_kpi_backlog = {
  .id = "backlog",
  .name = N_ ("Backlog"),
  .group = "volume",
  .definition = N_ ("Tickets unsolved at the end of the period, whenever they were created: "
                    "a stock, not created minus closed. Tickets reopened since count as never "
                    "solved."),
  .origin = N_ ("“Ticket backlog” in The Go-to-Market Dictionary"),
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_STOCK,
  .when = BW_WHEN_CREATED,
  .until = BW_WHEN_LEFT,
  .say = bw_row_say_present,
  .detail = detail,
};
