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

static const struct {
  const char *id;
  const char *title;
  int days;
} limits[] = {
  { "by-day-7", N_ ("Solved by day 7"), 7 },
  { "by-day-30", N_ ("Solved by day 30"), 30 },
};

/* Seconds since the ticket was created, or BW_MISSING. */
static int
get_solve (const BwDetailContext *context, gsize row)
{
  const BwColumn *solved = bw_table_find (context->table, BW_FIELD_SOLVED);
  const BwColumn *closed = bw_table_find (context->table, BW_FIELD_CLOSED);
  const BwColumn *length = bw_table_find (context->table, BW_FIELD_RESOLUTION_TIME);
  int at = solved != NULL ? bw_column_int (solved, row) : BW_MISSING;

  if (at == BW_MISSING && closed != NULL)
    at = bw_column_int (closed, row);
  if (at != BW_MISSING)
    return at - context->when[row];
  return solved == NULL && closed == NULL && length != NULL ? bw_column_int (length, row)
                                                            : BW_MISSING;
}

/* Of the tickets that are old enough: solved by then and not open again. */
static double
share_solved_by (const BwDetailContext *context, int seconds, gint64 as_of)
{
  gint64 n = 0;
  gint64 solved = 0;

  for (gsize row = 0; row < bw_table_get_n_rows (context->table); row++) {
    int solve;
    if (!bw_detail_has (context, row) || context->when[row] + (gint64) seconds > as_of)
      continue;
    solve = context->says[row] == 1 ? get_solve (context, row) : BW_MISSING;
    n++;
    solved += solve != BW_MISSING && solve <= seconds;
  }
  return n > 0 ? (double) solved / n : NAN;
}

/* Only where the file says when: a status alone does not. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  gint64 from, as_of;

  if ((bw_table_find (context->table, BW_FIELD_SOLVED) == NULL &&
       bw_table_find (context->table, BW_FIELD_CLOSED) == NULL &&
       bw_table_find (context->table, BW_FIELD_RESOLUTION_TIME) == NULL) ||
      !bw_table_get_extent (context->table, &from, &as_of))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    bw_detail_add (details, limits[i].id, limits[i].title, BW_UNIT_FRACTION,
                   share_solved_by (context, limits[i].days * 86400, as_of - BW_TIME_ORIGIN));
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
