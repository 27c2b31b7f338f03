/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the rows of a log. */
#include "config.h"

#include "bw-log.h"

/* --- What the file knows ---------------------------------------------------------------------- */

static const BwColumn *
find_words (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = bw_table_find (table, field);
  return column && column->dictionary ? column : NULL;
}

static gboolean
has_meaning (const BwColumn *column, double least, double most)
{
  for (guint32 c = 0; column && c < bw_dictionary_get_size (column->dictionary); c++) {
    double meaning = bw_dictionary_get_meaning (column->dictionary, c);
    if (meaning >= least && meaning <= most)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_event (const BwLog *log, BwEvent least, BwEvent most)
{
  return has_meaning (log->event, least, most) || has_meaning (log->changed, least, most);
}

/* A status that never changes within a ticket is the one of today, not of the row's time. */
static gboolean
changes_within_tickets (const BwGathering *gathering, const BwColumn *status)
{
  for (gsize group = 0; group < gathering->n; group++)
    for (gsize i = gathering->starts[group] + 1; i < gathering->starts[group + 1]; i++)
      if (bw_column_code (status, gathering->rows[i]) !=
          bw_column_code (status, gathering->rows[i - 1]))
        return TRUE;
  return FALSE;
}

void
bw_log_init (BwLog *log, BwGathering *gathering)
{
  const BwTable *table = gathering->log;
  *log = (BwLog) { .gathering = gathering };
  log->messages = bw_table_get_kind (table) == BW_KIND_MESSAGES;
  log->event = find_words (table, BW_FIELD_EVENT);
  log->changed = find_words (table, BW_FIELD_CHANGED);
  log->new_value = find_words (table, BW_FIELD_NEW_VALUE);
  log->status = find_words (table, BW_FIELD_STATUS);
  log->author = find_words (table, BW_FIELD_AUTHOR);
  log->role = find_words (table, BW_FIELD_ROLE);
  log->public = find_words (table, BW_FIELD_PUBLIC);
  log->automatic = find_words (table, BW_FIELD_AUTOMATIC);
  log->knows_states = has_event (log, BW_EVENT_STATUS, BW_EVENT_REOPENED) ||
                      has_meaning (log->new_value, BW_STATUS_SOLVED, BW_STATUS_CLOSED);
  log->reads_status = log->status && !log->messages && !log->knows_states &&
                      changes_within_tickets (log->gathering, log->status);
  log->knows_waiting =
      has_event (log, BW_EVENT_WAITING, BW_EVENT_HELD) ||
      has_meaning (log->new_value, BW_STATUS_PENDING, BW_STATUS_HOLD) ||
      (log->reads_status && has_meaning (log->status, BW_STATUS_PENDING, BW_STATUS_HOLD));
  log->knows_replies = log->messages || has_event (log, BW_EVENT_MESSAGE, BW_EVENT_REPLIED);
  log->knows_assignment = has_event (log, BW_EVENT_ASSIGNED, BW_EVENT_ASSIGNED);
  log->knows_start = has_event (log, BW_EVENT_STARTED, BW_EVENT_STARTED);
  log->knows_escalation = has_event (log, BW_EVENT_ESCALATED, BW_EVENT_ESCALATED);
  log->assignees = log->knows_assignment ? log->new_value : NULL;
}

/* --- One row ---------------------------------------------------------------------------------- */

int
bw_log_read_meaning (const BwColumn *column, gsize row)
{
  double meaning = column ? bw_column_meaning (column, row) : NAN;
  return isnan (meaning) ? -1 : (int) meaning;
}

/* Who wrote a message whose author's role is not said: the customer is whoever wrote first. */
BwRole
bw_log_read_role (const BwLog *log, gsize row, gsize first)
{
  int role = bw_log_read_meaning (log->role, row);
  if (role > BW_ROLE_NONE || !log->messages || !log->author)
    return role > BW_ROLE_NONE ? (BwRole) role : BW_ROLE_NONE;
  return bw_column_code (log->author, row) == bw_column_code (log->author, first) ? BW_ROLE_CUSTOMER
                                                                                  : BW_ROLE_AGENT;
}

static BwEvent
say_event (const BwLog *log, gsize row)
{
  int event = bw_log_read_meaning (log->event, row);
  int changed = bw_log_read_meaning (log->changed, row);
  if (changed > BW_EVENT_NONE)
    return (BwEvent) changed;
  if (log->changed && !log->event)
    return BW_EVENT_NONE;
  if (log->messages && (event < 0 || event == BW_EVENT_CREATED))
    return BW_EVENT_MESSAGE;
  if (event <= BW_EVENT_NONE && bw_log_read_meaning (log->new_value, row) > BW_STATUS_NONE)
    return BW_EVENT_STATUS;
  return event < 0 ? BW_EVENT_NONE : (BwEvent) event;
}

/* Whose message it is, and whether the customer sees it. */
static BwEvent
judge_message (const BwLog *log, gsize row, BwEvent event, BwRole role)
{
  if (event != BW_EVENT_MESSAGE && event != BW_EVENT_REPLIED)
    return event;
  if (role == BW_ROLE_CUSTOMER)
    return BW_EVENT_ASKED;
  if (role == BW_ROLE_BOT || bw_log_read_meaning (log->automatic, row) == 1)
    return BW_EVENT_NONE;
  if (event == BW_EVENT_MESSAGE && role == BW_ROLE_NONE)
    return BW_EVENT_NONE;
  return bw_log_read_meaning (log->public, row) == 0 ? BW_EVENT_NOTE : BW_EVENT_REPLIED;
}

gboolean
bw_log_is_automatic (const BwLog *log, gsize row, BwRole role)
{
  BwEvent event = say_event (log, row);
  return (event == BW_EVENT_MESSAGE || event == BW_EVENT_REPLIED) && role != BW_ROLE_CUSTOMER &&
         (role == BW_ROLE_BOT || bw_log_read_meaning (log->automatic, row) == 1) &&
         bw_log_read_meaning (log->public, row) != 0;
}

BwEvent
bw_log_read_event (const BwLog *log, gsize row, BwRole role)
{
  return judge_message (log, row, say_event (log, row), role);
}

gboolean
bw_log_is_repeated (const BwLog *log, gsize row, gsize before)
{
  const BwColumn *const columns[] = { log->event,  log->changed, log->new_value, log->status,
                                      log->author, log->role,    log->automatic, log->public };
  const BwTablePart *part = bw_table_find_part (log->gathering->log, row);
  if (bw_column_time (log->gathering->at, row) != bw_column_time (log->gathering->at, before) ||
      part == bw_table_find_part (log->gathering->log, before))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i] && bw_column_code (columns[i], row) != bw_column_code (columns[i], before))
      return FALSE;
  return TRUE;
}
