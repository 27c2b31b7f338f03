/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the tickets of the period are solved by now. */
#include "config.h"

#include "bw-detail.h"
#include "bw-vector.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static double
say (const BwRow *row, BwReason *reason)
{
  if (row->created == BW_TIME_NONE)
    return NAN;
  return bw_row_is_solved (row);
}

#define DAY 86400

static const BwDetailLimit limits[] = {
  { "by-day-7", N_ ("Solved by day 7"), 7 * DAY },
  { "by-day-30", N_ ("Solved by day 30"), 30 * DAY },
};

/* What tells when a ticket was solved; NULL = no such column. */
typedef struct {
  const BwColumn *solved;
  const BwColumn *closed;
  const BwColumn *length; /* where no column has the date */
} Solves;

static Solves
find_solves (const BwTable *table)
{
  Solves solves = { bw_table_find (table, BW_FIELD_SOLVED), bw_table_find (table, BW_FIELD_CLOSED),
                    NULL };

  if (solves.solved == NULL && solves.closed == NULL)
    solves.length = bw_table_find (table, BW_FIELD_RESOLUTION_TIME);
  return solves;
}

/* Moments of the rows that have none yet. */
BW_VECTOR static void
stand_in (const gint32 *moments, guint n, gint32 *spans)
{
  for (guint i = 0; i < n; i++)
    spans[i] = spans[i] == BW_MISSING ? moments[i] : spans[i];
}

BW_VECTOR static void
take_away (const gint32 *created, guint n, gint32 *spans)
{
  for (guint i = 0; i < n; i++)
    spans[i] = spans[i] != BW_MISSING ? spans[i] - created[i] : BW_MISSING;
}

/* Seconds since each ticket of a batch was created, or BW_MISSING. */
static void
find_spans (const Solves *solves, const BwDetailBatch *batch, gint32 *spans)
{
  const BwColumn *columns[] = { solves->solved, solves->closed, solves->length };

  for (guint i = 0; i < batch->n; i++)
    spans[i] = BW_MISSING;
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    if (columns[c] != NULL)
      stand_in ((const gint32 *) columns[c]->values + batch->first, batch->n, spans);
  if (solves->length == NULL)
    take_away (batch->context->when + batch->first, batch->n, spans);
}

/* Tickets that were created by the last moment at which they are old enough, and those of them that
 * were solved in time. */
BW_VECTOR static void
count_solved_by (const BwDetailBatch *batch,
                 const gint32 *spans,
                 gint32 last,
                 gint32 seconds,
                 gint64 *n,
                 gint64 *solved)
{
  const gint32 *created = batch->context->when + batch->first;
  const gint8 *says = batch->context->says + batch->first;
  guint n_old = 0;
  guint n_solved = 0;

  for (guint i = 0; i < batch->n; i++) {
    guint8 old_enough = batch->marks[i] & (created[i] <= last);
    n_old += old_enough;
    n_solved += old_enough & (says[i] == 1) & (spans[i] != BW_MISSING) & (spans[i] <= seconds);
  }
  *n += n_old;
  *solved += n_solved;
}

/* Adds for each limit, of the tickets that are old enough: solved by then and not open again. */
static void
add_solved_by (const BwDetailContext *context, const Solves *solves, gint64 as_of, GArray *details)
{
  gint64 n[G_N_ELEMENTS (limits)] = { 0 };
  gint64 solved[G_N_ELEMENTS (limits)] = { 0 };
  gint32 spans[BW_DETAIL_BATCH];
  BwDetailBatch batch;

  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch)) {
    find_spans (solves, &batch, spans);
    for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
      count_solved_by (&batch, spans,
                       (gint32) CLAMP (as_of - limits[i].seconds, G_MININT32, G_MAXINT32),
                       limits[i].seconds, &n[i], &solved[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    bw_detail_add (details, limits[i].id, limits[i].title, BW_UNIT_FRACTION,
                   n[i] > 0 ? (double) solved[i] / n[i] : NAN);
}

/* Only where the file says when: a status alone does not. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  Solves solves = find_solves (context->table);
  gint64 from, as_of;

  if ((solves.solved != NULL || solves.closed != NULL || solves.length != NULL) &&
      bw_table_get_extent (context->table, &from, &as_of))
    add_solved_by (context, &solves, as_of - BW_TIME_ORIGIN, details);
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
  .detail = detail,
};
