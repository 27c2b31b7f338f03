/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes back what time that is left does not decide. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-margins.h"

/* What tells how far a ticket is; NULL = no such column. */
typedef struct {
  const BwColumn *reply_time;
  const BwColumn *business_reply_time;
  const BwColumn *status;
  const BwColumn *solved;
  const BwColumn *closed;
} Progress;

static Progress
find_progress (const BwTable *table)
{
  return (Progress) { bw_table_find (table, BW_FIELD_FIRST_REPLY_TIME),
                      bw_table_find (table, BW_FIELD_FIRST_REPLY_TIME_BUSINESS),
                      bw_table_find (table, BW_FIELD_STATUS),
                      bw_table_find (table, BW_FIELD_SOLVED),
                      bw_table_find (table, BW_FIELD_CLOSED) };
}

static gboolean
has_time (const BwColumn *column, gsize row)
{
  return column && bw_column_time (column, row) != BW_TIME_NONE;
}

static gboolean
has_length (const BwColumn *column, gsize row)
{
  return column && bw_column_int (column, row) != BW_MISSING;
}

/* Whether a length of time says that there was a first reply. */
static gboolean
was_replied (const Progress *progress, gsize row)
{
  return has_length (progress->reply_time, row) || has_length (progress->business_reply_time, row);
}

static gboolean
is_finished (const Progress *progress, gsize row)
{
  double meaning = progress->status ? bw_column_meaning (progress->status, row) : NAN;
  return has_time (progress->solved, row) || has_time (progress->closed, row) ||
         meaning == BW_STATUS_SOLVED || meaning == BW_STATUS_CLOSED;
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

void
bw_margins_clear_undecided (const BwTable *table, BwColumn *column, BwSource *source)
{
  g_return_if_fail (table && column && source);
  gint64 n = 0;
  /* Where replies have dates, figures tell who has none. */
  if (bw_table_find (table, BW_FIELD_FIRST_REPLY))
    return;
  Progress progress = find_progress (table);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    if (bw_column_code (column, row) == 0 || bw_column_meaning (column, row) != 1 ||
        was_replied (&progress, row) || is_finished (&progress, row))
      continue;
    clear_code (column, row);
    n++;
  }
  if (n > 0)
    bw_source_add_note (
        source, "undecided-reply", column->header, n, 0,
        N_ ("Time is left, the ticket is open, and the file does not tell of a first "
            "reply: whether the target was met is not known, and not counted."));
}

void
bw_margins_settle (const BwPlan *plan, BwTable *table, BwSource *source)
{
  g_return_if_fail (plan && table && source);
  BwColumn *column = (BwColumn *) bw_table_find (table, BW_FIELD_REPLY_SLA);
  if (column && column->dictionary && column->index >= 0 &&
      ((const BwColumnPlan *) plan->columns->pdata[column->index])->margin)
    bw_margins_clear_undecided (table, column, source);
}
