/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes back what time that is left does not decide. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-margins.h"

static gboolean
tells_of_replies (const BwTable *table)
{
  return bw_table_find (table, BW_FIELD_FIRST_REPLY) ||
         bw_table_find (table, BW_FIELD_FIRST_REPLY_TIME) ||
         bw_table_find (table, BW_FIELD_FIRST_REPLY_TIME_BUSINESS);
}

static gboolean
has_time (const BwTable *table, BwFieldId field, gsize row)
{
  const BwColumn *column = bw_table_find (table, field);
  return column && bw_column_time (column, row) != BW_TIME_NONE;
}

static gboolean
is_finished (const BwTable *table, gsize row)
{
  const BwColumn *status = bw_table_find (table, BW_FIELD_STATUS);
  double meaning = status ? bw_column_meaning (status, row) : NAN;
  return has_time (table, BW_FIELD_SOLVED, row) || has_time (table, BW_FIELD_CLOSED, row) ||
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

static gint64
clear_undecided (const BwTable *table, BwColumn *column)
{
  gint64 n = 0;
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    if (bw_column_code (column, row) == 0 || bw_column_meaning (column, row) != 1 ||
        is_finished (table, row))
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
  BwColumn *column = (BwColumn *) bw_table_find (table, BW_FIELD_REPLY_SLA);
  if (!column || !column->dictionary || column->index < 0 || tells_of_replies (table) ||
      !((const BwColumnPlan *) plan->columns->pdata[column->index])->margin)
    return;
  gint64 n = clear_undecided (table, column);
  if (n > 0)
    bw_source_add_note (source, "undecided-reply", column->header, n, 0,
                        N_ ("Time is left, the ticket is open, and the file does not tell of first "
                            "replies: whether the target was met is not known, and not counted."));
}
