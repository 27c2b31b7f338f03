/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the messages or events of each ticket in the order of time and notes what becomes of it. */
#include "config.h"

#include <string.h>

#include "bw-gather.h"
#include "bw-gathering.h"

#define NEVER BW_MISSING

/* What is known of a ticket once its rows have been walked. Times as columns hold them. */
typedef struct {
  gint32 created;
  gint32 assigned;
  gint32 started;
  gint32 first_reply;
  gint32 first_solved;
  gint32 solved; /* last */
  gint32 closed;
  gint32 updated;
  gint32 reopens;
  gint32 replies;
  gint32 customer_replies;
  gint32 reassignments;
  guint32 assignee; /* code of the new value of an assignment */
  guint32 doer;     /* code of the author */
  guint8 status;    /* BwStatus */
  gboolean done;
  gboolean escalated;
  gboolean by_agent; /* created by an agent */
} Ticket;

/* The columns of the log, and what the file as a whole lets be known. */
typedef struct {
  BwGathering *gathering;
  gboolean messages;
  const BwColumn *event;
  const BwColumn *changed;
  const BwColumn *new_value;
  const BwColumn *status;
  const BwColumn *author;
  const BwColumn *role;
  const BwColumn *public;
  const BwColumn *automatic;
  const BwColumn *assignees; /* whom an assignment names */
  gboolean knows_states;     /* from events */
  gboolean reads_status;     /* each row says the status of its time */
  gboolean knows_replies;
  gboolean knows_assignment;
  gboolean knows_start;
  gboolean knows_escalation;
  Ticket *tickets;
} Log;

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
has_event (const Log *log, BwEvent least, BwEvent most)
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

static void
learn (Log *log)
{
  const BwTable *table = log->gathering->log;
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
  log->knows_replies = log->messages || has_event (log, BW_EVENT_MESSAGE, BW_EVENT_REPLIED);
  log->knows_assignment = has_event (log, BW_EVENT_ASSIGNED, BW_EVENT_ASSIGNED);
  log->knows_start = has_event (log, BW_EVENT_STARTED, BW_EVENT_STARTED);
  log->knows_escalation = has_event (log, BW_EVENT_ESCALATED, BW_EVENT_ESCALATED);
  log->assignees = log->knows_assignment ? log->new_value : NULL;
}

/* --- One row ---------------------------------------------------------------------------------- */

static int
read_meaning (const BwColumn *column, gsize row)
{
  double meaning = column ? bw_column_meaning (column, row) : NAN;
  return isnan (meaning) ? -1 : (int) meaning;
}

/* Who wrote a message whose author's role is not said: the customer is whoever wrote first. */
static BwRole
read_role (const Log *log, gsize row, gsize first)
{
  int role = read_meaning (log->role, row);
  if (role > BW_ROLE_NONE || !log->messages || !log->author)
    return role > BW_ROLE_NONE ? (BwRole) role : BW_ROLE_NONE;
  return bw_column_code (log->author, row) == bw_column_code (log->author, first) ? BW_ROLE_CUSTOMER
                                                                                  : BW_ROLE_AGENT;
}

static BwEvent
read_event (const Log *log, gsize row)
{
  int event = read_meaning (log->event, row);
  int changed = read_meaning (log->changed, row);
  if (changed > BW_EVENT_NONE)
    return (BwEvent) changed;
  if (log->changed && !log->event)
    return BW_EVENT_NONE;
  if (log->messages && (event < 0 || event == BW_EVENT_CREATED))
    return BW_EVENT_MESSAGE;
  if (event <= BW_EVENT_NONE && read_meaning (log->new_value, row) > BW_STATUS_NONE)
    return BW_EVENT_STATUS;
  return event < 0 ? BW_EVENT_NONE : (BwEvent) event;
}

/* Whose message it is, and whether the customer sees it. */
static BwEvent
judge_message (const Log *log, gsize row, BwEvent event, BwRole role)
{
  if (event != BW_EVENT_MESSAGE && event != BW_EVENT_REPLIED)
    return event;
  if (role == BW_ROLE_CUSTOMER)
    return BW_EVENT_ASKED;
  if (role == BW_ROLE_BOT || read_meaning (log->automatic, row) == 1)
    return BW_EVENT_NONE;
  if (event == BW_EVENT_MESSAGE && role == BW_ROLE_NONE)
    return BW_EVENT_NONE;
  return read_meaning (log->public, row) == 0 ? BW_EVENT_NOTE : BW_EVENT_REPLIED;
}

/* --- One ticket ------------------------------------------------------------------------------- */

static void
set_first (gint32 *moment, gint32 at)
{
  if (*moment == NEVER)
    *moment = at;
}

static void
reopen (Ticket *ticket, BwStatus status)
{
  ticket->reopens += ticket->done;
  ticket->done = FALSE;
  ticket->status = (guint8) status;
}

static void
solve (Ticket *ticket, BwStatus status, gint32 at)
{
  if (!ticket->done) {
    set_first (&ticket->first_solved, at);
    ticket->solved = at;
  }
  if (status == BW_STATUS_CLOSED)
    ticket->closed = at;
  ticket->done = TRUE;
  ticket->status = (guint8) status;
}

static void
set_status (Ticket *ticket, int status, gint32 at)
{
  if (status <= BW_STATUS_NONE)
    return;
  if (status == BW_STATUS_SOLVED || status == BW_STATUS_CLOSED) {
    solve (ticket, (BwStatus) status, at);
    return;
  }
  if (status >= BW_STATUS_DELETED) {
    ticket->status = (guint8) status;
    return;
  }
  if (status == BW_STATUS_OPEN && ticket->status == BW_STATUS_NEW && at != ticket->created)
    set_first (&ticket->started, at);
  reopen (ticket, (BwStatus) status);
}

static void
begin_work (Ticket *ticket)
{
  if (ticket->status == BW_STATUS_NEW)
    ticket->status = BW_STATUS_OPEN;
}

static void
assign (const Log *log, Ticket *ticket, gsize row, gint32 at)
{
  guint32 to = log->assignees ? bw_column_code (log->assignees, row) : 0;
  if (ticket->assigned != NEVER && (to == 0 || to != ticket->assignee))
    ticket->reassignments++;
  set_first (&ticket->assigned, at);
  if (to != 0)
    ticket->assignee = to;
  begin_work (ticket);
}

/* Whoever did something last is the agent where nobody is assigned; who closes what is solved adds
 * nothing. */
static void
credit (const Log *log, Ticket *ticket, gsize row, BwEvent event, BwRole role)
{
  if (!log->author || role == BW_ROLE_CUSTOMER || role == BW_ROLE_BOT ||
      event == BW_EVENT_CREATED || event == BW_EVENT_ASKED || event == BW_EVENT_REOPENED ||
      (event == BW_EVENT_CLOSED && ticket->doer != 0))
    return;
  guint32 author = bw_column_code (log->author, row);
  if (author != 0)
    ticket->doer = author;
}

static void
take (const Log *log, Ticket *ticket, gsize row, BwEvent event, gint32 at)
{
  switch (event) {
  case BW_EVENT_CREATED:
    if (ticket->done)
      reopen (ticket, BW_STATUS_OPEN);
    break;
  case BW_EVENT_ASSIGNED:
    assign (log, ticket, row, at);
    break;
  case BW_EVENT_STARTED:
    set_first (&ticket->started, at);
    reopen (ticket, BW_STATUS_OPEN);
    break;
  case BW_EVENT_REPLIED:
    set_first (&ticket->first_reply, at);
    ticket->replies++;
    begin_work (ticket);
    break;
  case BW_EVENT_ASKED:
    ticket->customer_replies++;
    break;
  case BW_EVENT_STATUS:
    set_status (ticket, read_meaning (log->new_value ? log->new_value : log->status, row), at);
    break;
  case BW_EVENT_WAITING:
    set_status (ticket, BW_STATUS_PENDING, at);
    break;
  case BW_EVENT_HELD:
    set_status (ticket, BW_STATUS_HOLD, at);
    break;
  case BW_EVENT_SOLVED:
    solve (ticket, BW_STATUS_SOLVED, at);
    break;
  case BW_EVENT_CLOSED:
    solve (ticket, BW_STATUS_CLOSED, at);
    break;
  case BW_EVENT_REOPENED:
    reopen (ticket, BW_STATUS_OPEN);
    break;
  case BW_EVENT_ESCALATED:
    ticket->escalated = TRUE;
    break;
  default:
    break;
  }
}

/* The same row twice: files that overlap. */
static gboolean
is_repeated (const Log *log, gsize row, gsize before)
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

static void
walk_ticket (const Log *log, gsize group)
{
  const BwGathering *gathering = log->gathering;
  const gint32 *times = gathering->at->values;
  const guint32 *rows = gathering->rows + gathering->starts[group];
  gsize n = gathering->starts[group + 1] - gathering->starts[group];
  Ticket *ticket = &log->tickets[group];
  *ticket = (Ticket) { .created = times[rows[0]],
                       .assigned = NEVER,
                       .started = NEVER,
                       .first_reply = NEVER,
                       .first_solved = NEVER,
                       .solved = NEVER,
                       .closed = NEVER,
                       .updated = times[rows[n - 1]],
                       .status = BW_STATUS_NEW };
  for (gsize i = 0; i < n; i++) {
    if (i > 0 && is_repeated (log, rows[i], rows[i - 1]))
      continue;
    BwRole role = read_role (log, rows[i], rows[0]);
    BwEvent event = judge_message (log, rows[i], read_event (log, rows[i]), role);
    if (i == 0 && role == BW_ROLE_AGENT)
      ticket->by_agent = TRUE;
    if (i > 0 || event != BW_EVENT_ASKED)
      take (log, ticket, rows[i], event, times[rows[i]]);
    if (log->reads_status)
      set_status (ticket, read_meaning (log->status, rows[i]), times[rows[i]]);
    credit (log, ticket, rows[i], event, role);
  }
}

static void
walk_tickets (gsize first, gsize last, gpointer user_data)
{
  for (gsize group = first; group < last; group++)
    walk_ticket (user_data, group);
}

/* --- Columns ---------------------------------------------------------------------------------- */

/* A time or count: into the column that the log itself has of it where it has one, else a new one.
 * What the rows say goes before what they repeat, except of the creation. */
static void
put_numbers (const Log *log, BwFieldId field, BwStore store, gsize member)
{
  BwGathering *gathering = log->gathering;
  BwColumn *column = bw_gathering_find (gathering, field);
  gboolean carried = column != NULL;
  if (!carried)
    column = bw_gathering_add (gathering, field, store);
  gint32 *values = column->values;
  column->n_present = 0;
  for (gsize i = 0; i < gathering->n; i++) {
    gint32 value = G_STRUCT_MEMBER (gint32, &log->tickets[i], member);
    gboolean stays = carried && values[i] != NEVER && (value == NEVER || field == BW_FIELD_CREATED);
    if (!stays)
      values[i] = value;
    column->n_present += values[i] != NEVER;
  }
}

#define PUT(field, store, member)                                                                  \
  put_numbers (log, BW_FIELD_##field, BW_STORE_##store, G_STRUCT_OFFSET (Ticket, member))

static void
put_flags (const Log *log, BwFieldId field, gsize member)
{
  static const char *const words[] = { "no", "yes" };
  static const double meanings[] = { 0, 1 };
  g_autofree guint32 *codes = g_new (guint32, log->gathering->n + 1);
  g_autoptr (BwDictionary) dictionary = bw_dictionary_new (words, 2, meanings, NULL);
  for (gsize i = 0; i < log->gathering->n; i++)
    codes[i] = 1 + (G_STRUCT_MEMBER (gboolean, &log->tickets[i], member) != 0);
  if (!bw_gathering_find (log->gathering, field))
    bw_gathering_add_words (log->gathering, field, dictionary, codes);
}

static void
put_status (const Log *log)
{
  const char *words[BW_STATUS_LAST];
  double meanings[BW_STATUS_LAST];
  guint32 remap[BW_STATUS_LAST];
  g_autofree guint32 *codes = g_new (guint32, log->gathering->n + 1);
  for (int status = 0; status < BW_STATUS_LAST; status++) {
    words[status] = bw_status_to_string ((BwStatus) status);
    meanings[status] = status;
  }
  g_autoptr (BwDictionary) dictionary = bw_dictionary_new (words, BW_STATUS_LAST, meanings, remap);
  for (gsize i = 0; i < log->gathering->n; i++)
    codes[i] = 1 + remap[log->tickets[i].status];
  bw_gathering_add_words (log->gathering, BW_FIELD_STATUS, dictionary, codes);
}

/* Assigned, else who did something. */
static void
put_agents (const Log *log)
{
  g_autoptr (BwDictionary) nobody = bw_dictionary_new (NULL, 0, NULL, NULL);
  const BwDictionary *both[] = { log->assignees ? log->assignees->dictionary : nobody,
                                 log->author ? log->author->dictionary : nobody };
  g_autofree guint32 *assignees = g_new (guint32, bw_dictionary_get_size (both[0]) + 1);
  g_autofree guint32 *doers = g_new (guint32, bw_dictionary_get_size (both[1]) + 1);
  guint32 *remaps[] = { assignees, doers };
  g_autoptr (BwDictionary) names = bw_dictionary_unite (both, 2, remaps);
  g_autofree guint32 *codes = g_new (guint32, log->gathering->n + 1);
  for (gsize i = 0; i < log->gathering->n; i++) {
    const Ticket *ticket = &log->tickets[i];
    codes[i] = ticket->assignee > 0 ? 1 + assignees[ticket->assignee - 1]
               : ticket->doer > 0   ? 1 + doers[ticket->doer - 1]
                                    : 0;
  }
  bw_gathering_add_words (log->gathering, BW_FIELD_AGENT, names, codes);
}

static void
put_columns (const Log *log)
{
  PUT (CREATED, TIME, created);
  PUT (UPDATED, TIME, updated);
  if (log->knows_assignment) {
    PUT (ASSIGNED, TIME, assigned);
    PUT (REASSIGNMENTS, INT, reassignments);
  }
  if (log->knows_start || log->knows_states || log->reads_status)
    PUT (STARTED, TIME, started);
  if (log->knows_replies) {
    PUT (FIRST_REPLY, TIME, first_reply);
    PUT (REPLIES, INT, replies);
    PUT (CUSTOMER_REPLIES, INT, customer_replies);
  }
  if (log->knows_states || log->reads_status) {
    PUT (FIRST_SOLVED, TIME, first_solved);
    PUT (SOLVED, TIME, solved);
    PUT (CLOSED, TIME, closed);
    PUT (REOPENS, INT, reopens);
  }
  if (log->knows_escalation)
    put_flags (log, BW_FIELD_ESCALATED, G_STRUCT_OFFSET (Ticket, escalated));
  if (log->role)
    put_flags (log, BW_FIELD_AGENT_CREATED, G_STRUCT_OFFSET (Ticket, by_agent));
  if (!bw_gathering_find (log->gathering, BW_FIELD_STATUS) && log->knows_states)
    put_status (log);
  if (!bw_gathering_find (log->gathering, BW_FIELD_AGENT) && (log->assignees || log->author))
    put_agents (log);
}

/* --- The table -------------------------------------------------------------------------------- */

static guint8 *
set_aside (const Log *log)
{
  const BwColumn *status = bw_gathering_find (log->gathering, BW_FIELD_STATUS);
  guint8 *aside = NULL;
  for (gsize i = 0; status && i < log->gathering->n; i++) {
    double meaning = bw_column_meaning (status, i);
    BwAside reason = meaning == BW_STATUS_SPAM      ? BW_ASIDE_SPAM
                     : meaning == BW_STATUS_DELETED ? BW_ASIDE_DELETED
                     : meaning == BW_STATUS_MERGED  ? BW_ASIDE_MERGED
                                                    : BW_ASIDE_NONE;
    if (reason != BW_ASIDE_NONE && !aside)
      aside = g_new0 (guint8, log->gathering->n);
    if (reason != BW_ASIDE_NONE)
      aside[i] = (guint8) reason;
  }
  return aside;
}

/* The key is the ticket's id, whatever else the log numbers. */
static void
name_tickets (BwGathering *gathering)
{
  BwColumn *key = bw_gathering_find (gathering, BW_FIELD_TICKET_ID);
  key->field = BW_FIELD_ID;
}

BwTable *
bw_gather_tickets (const BwTable *table)
{
  /* Of a row, not of its ticket; the last ones only where the rows say better. */
  static const BwFieldId own[] = { BW_FIELD_AT,     BW_FIELD_EVENT,     BW_FIELD_CHANGED,
                                   BW_FIELD_AUTHOR, BW_FIELD_OLD_VALUE, BW_FIELD_NEW_VALUE,
                                   BW_FIELD_ROLE,   BW_FIELD_PUBLIC,    BW_FIELD_AUTOMATIC,
                                   BW_FIELD_BODY,   BW_FIELD_ID,        BW_FIELD_UPDATED };
  BwFieldId without[G_N_ELEMENTS (own) + 3] = { 0 };
  guint n_without = G_N_ELEMENTS (own);
  g_auto (BwGathering) gathering = { 0 };
  if (!bw_gathering_init (&gathering, table, BW_FIELD_TICKET_ID, BW_FIELD_AT))
    return NULL;
  Log log = { .gathering = &gathering };
  learn (&log);
  log.tickets = g_new (Ticket, gathering.n + 1);
  bw_gathering_walk (&gathering, walk_tickets, &log);
  memcpy (without, own, sizeof own);
  if (log.knows_states)
    without[n_without++] = BW_FIELD_STATUS;
  if (log.knows_replies)
    without[n_without++] = BW_FIELD_FIRST_REPLY_TIME;
  bw_gathering_carry (&gathering, without);
  put_columns (&log);
  name_tickets (&gathering);
  guint8 *aside = set_aside (&log);
  g_free (log.tickets);
  return bw_gathering_finish (&gathering, BW_KIND_TICKETS, aside);
}
