/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of the tickets of the period are solved by now. */
#include "config.h"

#include "bw-metric.h"
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

/* Seconds since the ticket was created, or BW_MISSING. */
static int
get_solve (const Solves *solves, gint32 created, gsize row)
{
  int at = solves->solved != NULL ? bw_column_int (solves->solved, row) : BW_MISSING;

  if (at == BW_MISSING && solves->closed != NULL)
    at = bw_column_int (solves->closed, row);
  if (at != BW_MISSING)
    return at - created;
  return solves->length != NULL ? bw_column_int (solves->length, row) : BW_MISSING;
}

/* Adds for each limit, of the tickets that are old enough: solved by then and not open again. */
static void
add_solved_by (const BwDetailContext *context, const Solves *solves, gint64 as_of, GArray *details)
{
  gint64 n[G_N_ELEMENTS (limits)] = { 0 };
  gint64 solved[G_N_ELEMENTS (limits)] = { 0 };
  BwDetailRows rows = bw_detail_rows (context);
  gsize row;

  while (bw_detail_next (&rows, &row)) {
    gint32 created = context->when[row];
    int solve = context->says[row] == 1 ? get_solve (solves, created, row) : BW_MISSING;
    for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
      gboolean old_enough = created + (gint64) limits[i].seconds <= as_of;
      n[i] += old_enough;
      solved[i] += old_enough && solve != BW_MISSING && solve <= limits[i].seconds;
    }
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
