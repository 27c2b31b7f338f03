/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks whether the thing that a target was set for has happened. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-margins.h"

/* Any of them ends the clock of a field. */
typedef struct {
  BwFieldId field;
  BwFieldId ends[4];
} Clock;

static const Clock clocks[] = {
  { BW_FIELD_REPLY_SLA, { BW_FIELD_FIRST_REPLY, BW_FIELD_SOLVED, BW_FIELD_CLOSED } },
  { BW_FIELD_RESOLUTION_SLA, { BW_FIELD_SOLVED, BW_FIELD_CLOSED } },
};

static const Clock *
find_clock (BwFieldId field)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    if (clocks[i].field == field)
      return &clocks[i];
  return NULL;
}

static gboolean
has_ended (const BwTable *table, const Clock *clock, gsize row)
{
  gboolean known = FALSE;
  for (guint i = 0; clock->ends[i] != BW_FIELD_NONE; i++) {
    const BwColumn *end = bw_table_find (table, clock->ends[i]);
    if (end && bw_column_time (end, row) != BW_TIME_NONE)
      return TRUE;
    known |= end != NULL;
  }
  return !known;
}

static void
clear_code (BwColumn *column, gsize row)
{
  if (column->store == BW_STORE_CODE8)
    ((guint8 *) column->values)[row] = 0;
  else if (column->store == BW_STORE_CODE16)
    ((guint16 *) column->values)[row] = 0;
  else
    ((guint32 *) column->values)[row] = 0;
  column->n_present--;
}

static gint64
clear_running (const BwTable *table, BwColumn *column, const Clock *clock)
{
  gint64 n = 0;
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    if (bw_column_code (column, row) == 0 || bw_column_meaning (column, row) != 1 ||
        has_ended (table, clock, row))
      continue;
    clear_code (column, row);
    n++;
  }
  return n;
}

void
bw_margins_settle (const BwPlan *plan, BwTable *table, BwSource *source)
{
  g_return_if_fail (plan && table && source);
  for (guint i = 0; i < bw_table_get_n_columns (table); i++) {
    BwColumn *column = (BwColumn *) bw_table_get_column (table, i);
    const Clock *clock = find_clock (column->field);
    if (!clock || !column->dictionary || column->index < 0 ||
        !((const BwColumnPlan *) plan->columns->pdata[column->index])->margin)
      continue;
    gint64 n = clear_running (table, column, clock);
    if (n > 0)
      bw_source_add_note (source, "running-clock", column->header, n, 0, "%s",
                          _ ("Time is left and the clock still runs: met or not is not decided "
                             "yet, and not counted."));
  }
}
