/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets were unsolved at the end of the period, and how that came about. */
#include "config.h"

#include "bw-detail.h"
#include "bw-vector.h"
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

/* Of one batch; unsolved: 1 for its rows that are there at the end of the period. */
typedef struct {
  guint start;
  guint created;
  guint solved;
  guint8 unsolved[BW_DETAIL_BATCH];
} Tally;

/* before: the last second before the period; last: its own. Nobody leaves before he comes. */
BW_VECTOR static void
tally_rows (const BwDetailBatch *batch, gint32 before, gint32 last, Tally *tally)
{
  const gint32 *when = batch->context->when + batch->first;
  const gint32 *until = batch->context->until + batch->first;
  guint start = 0;
  guint created = 0;
  guint solved = 0;

  for (guint i = 0; i < batch->n; i++) {
    guint8 stays = until[i] == BW_MISSING;
    gint32 left = MAX (until[i], when[i]);
    guint8 marked = batch->marks[i];
    start += marked & (when[i] <= before) & (stays | (left > before));
    created += marked & (when[i] > before) & (when[i] <= last);
    solved += marked & !stays & (left > before) & (left <= last);
    tally->unsolved[i] = marked & (when[i] <= last) & (stays | (left > last));
  }
  tally->start = start;
  tally->created = created;
  tally->solved = solved;
}

static void
add_age (Ledger *ledger, gint64 age)
{
  ledger->end++;
  ledger->oldest = MAX (ledger->oldest, age);
  for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
    ledger->ages[b] += age >= (gint64) bands[b].from * DAY && age < (gint64) bands[b].to * DAY;
}

static void
add_batch (Ledger *ledger, const BwDetailBatch *batch, gint64 from, gint64 to)
{
  const gint32 *when = batch->context->when + batch->first;
  Tally tally;

  tally_rows (batch, (gint32) CLAMP (from - 1, G_MININT32, G_MAXINT32),
              (gint32) CLAMP (to - 1, G_MININT32, G_MAXINT32), &tally);
  ledger->start += tally.start;
  ledger->created += tally.created;
  ledger->solved += tally.solved;
  for (guint i = 0; i < batch->n; i++)
    if (tally.unsolved[i])
      add_age (ledger, to - when[i]);
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
  BwDetailBatch batch;
  Ledger ledger = { 0 };
  double days = (double) (context->told_to - context->told_from) / DAY;
  gint64 from = context->period->from - BW_TIME_ORIGIN;
  gint64 to = context->period->to - BW_TIME_ORIGIN;

  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch))
    add_batch (&ledger, &batch, from, to);
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
  append (details, "oldest", N_ ("Oldest"), BW_UNIT_SECONDS,
          ledger.end > 0 ? (double) ledger.oldest : NAN);
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
