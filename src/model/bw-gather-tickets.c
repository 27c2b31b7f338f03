/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the messages or events of each ticket in the order of time and notes what becomes of it. */
#include "config.h"

#include <string.h>

#include "bw-gather.h"
#include "bw-log.h"

#define NEVER BW_MISSING

/* What is known of a ticket once its rows have been walked. Times as columns hold them. */
typedef struct {
  gint32 created;
  gint32 assigned;
  gint32 started;
  gint32 first_reply;
  gint32 automatic_reply;
  gint32 first_solved;
  gint32 solved; /* last */
  gint32 closed;
  gint32 asked_again;
  gint32 updated;
  gint32 reopens;
  gint32 replies;
  gint32 customer_replies;
  gint32 reassignments;
  gint32 since;     /* when its status began */
  gint32 ours;      /* seconds in our hands until it was last solved: new, open or on hold */
  gint32 theirs;    /* waiting for the customer */
  gint32 held;      /* waiting for a third party */
  gint32 handled;   /* seconds that its messages took */
  guint32 assignee; /* code of the new value of an assignment */
  guint32 doer;     /* code of the author */
  guint8 status;    /* BwStatus */
  gboolean done;
  gboolean escalated;
  gboolean by_agent; /* created by an agent */
} Ticket;

typedef struct {
  BwLog log;
  Ticket *tickets;
  const BwColumn *handling; /* of each message */
  gint32 *solves;           /* when other files say that they were first solved; or NULL */
} Work;

/* --- One ticket ------------------------------------------------------------------------------- */

static void
set_first (gint32 *moment, gint32 at)
{
  if (*moment == NEVER)
    *moment = at;
}

/* Its status changes: the time that it had lasted is added to whoever had the turn. */
static void
end_status (Ticket *ticket, gint32 at)
{
  gint32 lasted = ticket->done || ticket->since == NEVER ? 0 : at - ticket->since;
  if (ticket->status == BW_STATUS_PENDING)
    ticket->theirs += lasted;
  else
    ticket->ours += lasted;
  if (ticket->status == BW_STATUS_HOLD)
    ticket->held += lasted;
  ticket->since = at;
}

static void
reopen (Ticket *ticket, BwStatus status, gint32 at)
{
  end_status (ticket, at);
  ticket->reopens += ticket->done;
  ticket->done = FALSE;
  ticket->status = (guint8) status;
}

static void
solve (Ticket *ticket, BwStatus status, gint32 at)
{
  end_status (ticket, at);
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
  reopen (ticket, (BwStatus) status, at);
}

static void
begin_work (Ticket *ticket)
{
  if (ticket->status == BW_STATUS_NEW)
    ticket->status = BW_STATUS_OPEN;
}

static void
assign (const Work *work, Ticket *ticket, gsize row, gint32 at)
{
  guint32 to = work->log.assignees ? bw_column_code (work->log.assignees, row) : 0;
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
credit (const Work *work, Ticket *ticket, gsize row, BwEvent event, BwRole role)
{
  if (!work->log.author || role == BW_ROLE_CUSTOMER || role == BW_ROLE_BOT ||
      event == BW_EVENT_CREATED || event == BW_EVENT_ASKED || event == BW_EVENT_REOPENED ||
      (event == BW_EVENT_CLOSED && ticket->doer != 0))
    return;
  guint32 author = bw_column_code (work->log.author, row);
  if (author != 0)
    ticket->doer = author;
}

/* first_solved: of the ticket, as far as it has come, else of other files. */
static void
ask_again (Ticket *ticket, gint32 first_solved, gint32 at)
{
  if (first_solved != NEVER && at > first_solved)
    set_first (&ticket->asked_again, at);
}

static void
take (const Work *work, Ticket *ticket, gsize row, BwEvent event, gint32 at)
{
  switch (event) {
  case BW_EVENT_CREATED:
    if (ticket->done)
      reopen (ticket, BW_STATUS_OPEN, at);
    break;
  case BW_EVENT_ASSIGNED:
    assign (work, ticket, row, at);
    break;
  case BW_EVENT_STARTED:
    set_first (&ticket->started, at);
    reopen (ticket, BW_STATUS_OPEN, at);
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
    set_status (
        ticket,
        bw_log_read_meaning (work->log.new_value ? work->log.new_value : work->log.status, row),
        at);
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
    reopen (ticket, BW_STATUS_OPEN, at);
    break;
  case BW_EVENT_ESCALATED:
    ticket->escalated = TRUE;
    break;
  default:
    break;
  }
}

static void
add_handling (const Work *work, Ticket *ticket, gsize row)
{
  gint32 seconds = work->handling ? bw_column_int (work->handling, row) : NEVER;
  if (seconds != NEVER)
    ticket->handled = (ticket->handled == NEVER ? 0 : ticket->handled) + seconds;
}

static void
walk_ticket (const Work *work, gsize group)
{
  const BwGathering *gathering = work->log.gathering;
  const gint32 *times = gathering->at->values;
  const guint32 *rows = gathering->rows + gathering->starts[group];
  gsize n = gathering->starts[group + 1] - gathering->starts[group];
  Ticket *ticket = &work->tickets[group];
  *ticket = (Ticket) { .created = times[rows[0]],
                       .assigned = NEVER,
                       .started = NEVER,
                       .first_reply = NEVER,
                       .automatic_reply = NEVER,
                       .first_solved = NEVER,
                       .solved = NEVER,
                       .closed = NEVER,
                       .asked_again = NEVER,
                       .handled = NEVER,
                       .updated = times[rows[n - 1]],
                       .since = times[rows[0]],
                       .status = BW_STATUS_NEW };
  for (gsize i = 0; i < n; i++) {
    if (i > 0 && bw_log_is_repeated (&work->log, rows[i], rows[i - 1]))
      continue;
    BwRole role = bw_log_read_role (&work->log, rows[i], rows[0]);
    BwEvent event = bw_log_read_event (&work->log, rows[i], role);
    if (i == 0 && role == BW_ROLE_AGENT)
      ticket->by_agent = TRUE;
    if (event == BW_EVENT_ASKED)
      ask_again (ticket,
                 ticket->first_solved == NEVER && work->solves ? work->solves[group]
                                                               : ticket->first_solved,
                 times[rows[i]]);
    if (i > 0 || event != BW_EVENT_ASKED)
      take (work, ticket, rows[i], event, times[rows[i]]);
    if (bw_log_is_automatic (&work->log, rows[i], role))
      set_first (&ticket->automatic_reply, times[rows[i]]);
    if (work->log.reads_status)
      set_status (ticket, bw_log_read_meaning (work->log.status, rows[i]), times[rows[i]]);
    credit (work, ticket, rows[i], event, role);
    add_handling (work, ticket, rows[i]);
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
put_numbers (const Work *work, BwFieldId field, BwStore store, gsize member)
{
  BwGathering *gathering = work->log.gathering;
  BwColumn *column = bw_gathering_find (gathering, field);
  gboolean carried = column != NULL;
  if (!carried)
    column = bw_gathering_add (gathering, field, store);
  gint32 *values = column->values;
  column->n_present = 0;
  for (gsize i = 0; i < gathering->n; i++) {
    gint32 value = G_STRUCT_MEMBER (gint32, &work->tickets[i], member);
    gboolean stays = carried && values[i] != NEVER && (value == NEVER || field == BW_FIELD_CREATED);
    if (!stays)
      values[i] = value;
    column->n_present += values[i] != NEVER;
  }
}

/* One that most logs do not have. */
static void
put_any (const Work *work, BwFieldId field, gsize member)
{
  gboolean any = FALSE;
  for (gsize i = 0; i < work->log.gathering->n && !any; i++)
    any = G_STRUCT_MEMBER (gint32, &work->tickets[i], member) != NEVER;
  if (any)
    put_numbers (work, field, BW_STORE_TIME, member);
}

#define PUT(field, store, member)                                                                  \
  put_numbers (work, BW_FIELD_##field, BW_STORE_##store, G_STRUCT_OFFSET (Ticket, member))

static void
put_flags (const Work *work, BwFieldId field, gsize member)
{
  static const char *const words[] = { "no", "yes" };
  static const double meanings[] = { 0, 1 };
  g_autofree guint32 *codes = g_new (guint32, work->log.gathering->n + 1);
  g_autoptr (BwDictionary) dictionary = bw_dictionary_new (words, 2, meanings, NULL);
  for (gsize i = 0; i < work->log.gathering->n; i++)
    codes[i] = 1 + (G_STRUCT_MEMBER (gboolean, &work->tickets[i], member) != 0);
  if (!bw_gathering_find (work->log.gathering, field))
    bw_gathering_add_words (work->log.gathering, field, dictionary, codes);
}

static void
put_status (const Work *work)
{
  const char *words[BW_STATUS_LAST];
  double meanings[BW_STATUS_LAST];
  guint32 remap[BW_STATUS_LAST];
  g_autofree guint32 *codes = g_new (guint32, work->log.gathering->n + 1);
  for (int status = 0; status < BW_STATUS_LAST; status++) {
    words[status] = bw_status_to_string ((BwStatus) status);
    meanings[status] = status;
  }
  g_autoptr (BwDictionary) dictionary = bw_dictionary_new (words, BW_STATUS_LAST, meanings, remap);
  for (gsize i = 0; i < work->log.gathering->n; i++)
    codes[i] = 1 + remap[work->tickets[i].status];
  bw_gathering_add_words (work->log.gathering, BW_FIELD_STATUS, dictionary, codes);
}

/* Assigned, else who did something. */
static void
put_agents (const Work *work)
{
  g_autoptr (BwDictionary) nobody = bw_dictionary_new (NULL, 0, NULL, NULL);
  const BwDictionary *both[] = { work->log.assignees ? work->log.assignees->dictionary : nobody,
                                 work->log.author ? work->log.author->dictionary : nobody };
  g_autofree guint32 *assignees = g_new (guint32, bw_dictionary_get_size (both[0]) + 1);
  g_autofree guint32 *doers = g_new (guint32, bw_dictionary_get_size (both[1]) + 1);
  guint32 *remaps[] = { assignees, doers };
  g_autoptr (BwDictionary) names = bw_dictionary_unite (both, 2, remaps);
  g_autofree guint32 *codes = g_new (guint32, work->log.gathering->n + 1);
  for (gsize i = 0; i < work->log.gathering->n; i++) {
    const Ticket *ticket = &work->tickets[i];
    codes[i] = ticket->assignee > 0 ? 1 + assignees[ticket->assignee - 1]
               : ticket->doer > 0   ? 1 + doers[ticket->doer - 1]
                                    : 0;
  }
  bw_gathering_add_words (work->log.gathering, BW_FIELD_AGENT, names, codes);
}

/* How long a ticket waits is known once it is solved. */
static void
forget_unsolved (const Work *work)
{
  for (gsize i = 0; i < work->log.gathering->n; i++) {
    Ticket *ticket = &work->tickets[i];
    if (!ticket->done)
      ticket->ours = ticket->theirs = ticket->held = NEVER;
  }
}

static void
put_columns (const Work *work)
{
  PUT (CREATED, TIME, created);
  PUT (UPDATED, TIME, updated);
  if (work->log.knows_assignment) {
    PUT (ASSIGNED, TIME, assigned);
    PUT (REASSIGNMENTS, INT, reassignments);
  }
  if (work->log.knows_start || work->log.knows_states || work->log.reads_status)
    PUT (STARTED, TIME, started);
  if (work->log.knows_replies) {
    PUT (FIRST_REPLY, TIME, first_reply);
    PUT (REPLIES, INT, replies);
    PUT (CUSTOMER_REPLIES, INT, customer_replies);
    put_any (work, BW_FIELD_AUTOMATIC_REPLY, G_STRUCT_OFFSET (Ticket, automatic_reply));
    put_any (work, BW_FIELD_ASKED_AGAIN, G_STRUCT_OFFSET (Ticket, asked_again));
  }
  if (work->log.knows_states || work->log.reads_status) {
    PUT (FIRST_SOLVED, TIME, first_solved);
    PUT (SOLVED, TIME, solved);
    PUT (CLOSED, TIME, closed);
    PUT (REOPENS, INT, reopens);
  }
  if (work->log.knows_waiting) {
    forget_unsolved (work);
    PUT (REQUESTER_WAIT_TIME, INT, ours);
    PUT (AGENT_WAIT_TIME, INT, theirs);
    PUT (HOLD_TIME, INT, held);
  }
  if (work->handling)
    PUT (HANDLE_TIME, INT, handled);
  if (work->log.knows_escalation)
    put_flags (work, BW_FIELD_ESCALATED, G_STRUCT_OFFSET (Ticket, escalated));
  if (work->log.role)
    put_flags (work, BW_FIELD_AGENT_CREATED, G_STRUCT_OFFSET (Ticket, by_agent));
  if (!bw_gathering_find (work->log.gathering, BW_FIELD_STATUS) && work->log.knows_states)
    put_status (work);
  if (!bw_gathering_find (work->log.gathering, BW_FIELD_AGENT) &&
      (work->log.assignees || work->log.author))
    put_agents (work);
}

/* --- The table -------------------------------------------------------------------------------- */

static guint8 *
set_aside (const Work *work)
{
  const BwColumn *status = bw_gathering_find (work->log.gathering, BW_FIELD_STATUS);
  guint8 *aside = NULL;
  for (gsize i = 0; status && i < work->log.gathering->n; i++) {
    double meaning = bw_column_meaning (status, i);
    BwAside reason = meaning == BW_STATUS_SPAM      ? BW_ASIDE_SPAM
                     : meaning == BW_STATUS_DELETED ? BW_ASIDE_DELETED
                     : meaning == BW_STATUS_MERGED  ? BW_ASIDE_MERGED
                                                    : BW_ASIDE_NONE;
    if (reason != BW_ASIDE_NONE && !aside)
      aside = g_new0 (guint8, work->log.gathering->n);
    if (reason != BW_ASIDE_NONE)
      aside[i] = (guint8) reason;
  }
  return aside;
}

/* When a file that lists tickets says that they were first solved, by group; or NULL. */
static gint32 *
find_solves (const BwGathering *gathering, const BwTable *listed)
{
  static const BwFieldId moments[] = { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED, BW_FIELD_CLOSED };
  const BwColumn *solved = NULL;
  for (guint i = 0; listed && i < G_N_ELEMENTS (moments) && !solved; i++)
    solved = bw_table_find (listed, moments[i]);
  int id = listed ? bw_table_find_index (listed, BW_FIELD_ID) : -1;
  if (!solved || id < 0)
    return NULL;
  int key_column = bw_table_find_index (gathering->log, BW_FIELD_TICKET_ID);
  g_autoptr (BwRowIndex) index = bw_row_index_new (listed, (guint) id);
  g_autoptr (GString) key = g_string_new (NULL);
  gint32 *solves = g_new (gint32, gathering->n + 1);
  for (gsize i = 0; i < gathering->n; i++) {
    gsize group, n;
    bw_row_index_make_key (gathering->log, gathering->rows[gathering->starts[i]],
                           (guint) key_column, key);
    solves[i] = bw_row_index_find (index, key, &group)
                    ? bw_column_int (solved, bw_row_index_get_rows (index, group, &n)[0])
                    : NEVER;
  }
  return solves;
}

/* The key is the ticket's id, whatever else the log numbers. */
static void
name_tickets (BwGathering *gathering)
{
  BwColumn *key = bw_gathering_find (gathering, BW_FIELD_TICKET_ID);
  key->field = BW_FIELD_ID;
}

BwTable *
bw_gather_tickets (const BwTable *table, const BwTable *listed)
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
  Work work = { 0 };
  bw_log_init (&work.log, &gathering);
  if (work.log.messages)
    work.handling = bw_table_find (table, BW_FIELD_HANDLE_TIME);
  if (work.log.knows_replies)
    work.solves = find_solves (&gathering, listed);
  work.tickets = g_new (Ticket, gathering.n + 1);
  bw_gathering_walk (&gathering, walk_tickets, &work);
  memcpy (without, own, sizeof own);
  if (work.log.knows_states)
    without[n_without++] = BW_FIELD_STATUS;
  if (work.log.knows_replies)
    without[n_without++] = BW_FIELD_FIRST_REPLY_TIME;
  bw_gathering_carry (&gathering, without);
  put_columns (&work);
  name_tickets (&gathering);
  guint8 *aside = set_aside (&work);
  g_free (work.tickets);
  g_free (work.solves);
  return bw_gathering_finish (&gathering, BW_KIND_TICKETS, aside);
}
