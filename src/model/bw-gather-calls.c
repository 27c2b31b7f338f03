/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the events or legs of each call in the order of time. */
#include "config.h"

#include <string.h>

#include "bw-gather.h"
#include "bw-gathering.h"

#define NEVER BW_MISSING

typedef enum {
  OUTCOME_NONE,
  OUTCOME_ANSWERED,
  OUTCOME_ABANDONED,
  OUTCOME_TIMED_OUT,
  OUTCOME_LEFT_BY_KEY,
  OUTCOME_MISSED,
  OUTCOME_LAST,
} Outcome;

static const char *const outcome_words[OUTCOME_LAST] = {
  "none", "answered", "abandoned", "timed out", "left by key", "missed",
};

/* Times as columns hold them, lengths in seconds. */
typedef struct {
  gint32 offered;
  gint32 answered;
  gint32 ended;
  gint32 wait;
  gint32 talk;
  gint32 hold;
  gint32 wrap;
  gint32 handle;
  gint32 length;
  gint32 transfers;
  guint32 agent; /* code */
  guint8 outcome;
} Call;

typedef struct {
  BwGathering *gathering;
  const BwColumn *event;
  const BwColumn *agent;
  const BwColumn *outcome;
  const BwColumn *handled;
  const BwColumn *abandoned;
  const BwColumn *answered_at;
  const BwColumn *talk;
  const BwColumn *wait;
  const BwColumn *length;
  const BwColumn *hold;
  const BwColumn *wrap;
  const BwColumn *handle;
  const BwColumn *ended;
  int data[5];  /* columns, or -1 */
  guint8 *rest; /* by group: its legs begin together, and no id joins them */
  gboolean has_ids;
  Call *calls;
} Log;

static const Call nothing = { .offered = NEVER,
                              .answered = NEVER,
                              .ended = NEVER,
                              .wait = NEVER,
                              .talk = NEVER,
                              .hold = NEVER,
                              .wrap = NEVER,
                              .handle = NEVER,
                              .length = NEVER };

/* --- Columns ---------------------------------------------------------------------------------- */

static void
put_numbers (const Log *log, BwFieldId field, BwStore store, gsize member)
{
  BwGathering *gathering = log->gathering;
  BwColumn *column = bw_gathering_find (gathering, field);
  if (!column)
    column = bw_gathering_add (gathering, field, store);
  column->n_present = 0;
  for (gsize i = 0; i < gathering->n; i++) {
    gint32 value = G_STRUCT_MEMBER (gint32, &log->calls[i], member);
    ((gint32 *) column->values)[i] = value;
    column->n_present += value != NEVER;
  }
}

#define PUT(field, store, member)                                                                  \
  put_numbers (log, BW_FIELD_##field, BW_STORE_##store, G_STRUCT_OFFSET (Call, member))

static void
put_outcomes (const Log *log)
{
  static const double meanings[OUTCOME_LAST] = { NAN, 1, 0, 0, 0, 0 };
  guint32 remap[OUTCOME_LAST];
  g_autofree guint32 *codes = g_new (guint32, log->gathering->n + 1);
  g_autoptr (BwDictionary) words = bw_dictionary_new (outcome_words, OUTCOME_LAST, meanings, remap);
  for (gsize i = 0; i < log->gathering->n; i++)
    codes[i] = log->calls[i].outcome == OUTCOME_NONE ? 0 : 1 + remap[log->calls[i].outcome];
  bw_gathering_add_words (log->gathering, BW_FIELD_OUTCOME, words, codes);
}

static void
put_agents (const Log *log)
{
  if (!log->agent)
    return;
  g_autofree guint32 *codes = g_new (guint32, log->gathering->n + 1);
  for (gsize i = 0; i < log->gathering->n; i++)
    codes[i] = log->calls[i].agent;
  bw_gathering_add_words (log->gathering, BW_FIELD_AGENT, log->agent->dictionary, codes);
}

/* A moment of answer says of all calls whether they were answered: where some do not tell, none
 * may. */
static gboolean
all_tell (const Log *log)
{
  for (gsize i = 0; i < log->gathering->n; i++)
    if (log->calls[i].outcome == OUTCOME_NONE)
      return FALSE;
  return TRUE;
}

static void
put_calls (const Log *log)
{
  PUT (CREATED, TIME, offered);
  PUT (STARTED, TIME, answered);
  if (log->event || all_tell (log))
    PUT (ANSWERED_AT, TIME, answered);
  PUT (ENDED, TIME, ended);
  PUT (WAIT_TIME, INT, wait);
  PUT (TALK_TIME, INT, talk);
  if (log->event || log->has_ids)
    PUT (TRANSFERS, INT, transfers);
  put_outcomes (log);
  put_agents (log);
}

/* --- Queue events ----------------------------------------------------------------------------- */

/* A parameter as a number of seconds. */
static gint32
read_data (const Log *log, gsize row, guint i, GString *text)
{
  if (log->data[i] < 0)
    return NEVER;
  g_string_truncate (text, 0);
  bw_table_read_text (log->gathering->log, row, (guint) log->data[i], text);
  guint64 value;
  return g_ascii_string_to_unsigned (text->str, 10, 0, 7 * 86400, &value, NULL) ? (gint32) value
                                                                                : NEVER;
}

static void
leave_queue (Call *call, Outcome outcome, gint32 at, gint32 waited)
{
  if (call->outcome == OUTCOME_ANSWERED)
    return;
  call->outcome = (guint8) outcome;
  call->ended = at;
  call->wait = call->offered != NEVER ? at - call->offered : waited;
  if (call->offered == NEVER)
    call->offered = waited == NEVER ? at : at - waited;
}

static void
connect_call (const Log *log, Call *call, gsize row, gint32 at, GString *text)
{
  gint32 waited = read_data (log, row, 0, text);
  if (call->answered != NEVER)
    return;
  if (call->offered == NEVER)
    call->offered = waited == NEVER ? at : at - waited;
  call->wait = at - call->offered;
  call->answered = at;
  call->outcome = OUTCOME_ANSWERED;
}

static void
end_talk (Call *call, gint32 at, gint32 talked)
{
  call->ended = at;
  if (talked != NEVER)
    call->talk = (call->talk == NEVER ? 0 : call->talk) + talked;
}

static void
take_event (const Log *log, Call *call, gsize row, GString *text)
{
  gint32 at = ((const gint32 *) log->gathering->at->values)[row];
  double meaning = bw_column_meaning (log->event, row);
  switch (isnan (meaning) ? BW_EVENT_NONE : (BwEvent) meaning) {
  case BW_EVENT_ENTERED:
    if (call->offered == NEVER)
      call->offered = at;
    break;
  case BW_EVENT_CONNECTED:
    connect_call (log, call, row, at, text);
    break;
  case BW_EVENT_COMPLETED:
    end_talk (call, at, read_data (log, row, 1, text));
    break;
  case BW_EVENT_TRANSFERRED:
    end_talk (call, at, read_data (log, row, 3, text));
    call->transfers++;
    break;
  case BW_EVENT_ABANDONED:
    leave_queue (call, OUTCOME_ABANDONED, at, read_data (log, row, 2, text));
    break;
  case BW_EVENT_TIMED_OUT:
    leave_queue (call, OUTCOME_TIMED_OUT, at, read_data (log, row, 2, text));
    break;
  case BW_EVENT_LEFT_BY_KEY:
    leave_queue (call, OUTCOME_LEFT_BY_KEY, at, read_data (log, row, 3, text));
    break;
  default:
    return;
  }
  if (log->agent && call->outcome == OUTCOME_ANSWERED && bw_column_code (log->agent, row) != 0)
    call->agent = bw_column_code (log->agent, row);
}

static void
walk_queue (gsize first, gsize last, gpointer user_data)
{
  const Log *log = user_data;
  const BwGathering *gathering = log->gathering;
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize group = first; group < last; group++) {
    log->calls[group] = nothing;
    for (gsize i = gathering->starts[group]; i < gathering->starts[group + 1]; i++)
      take_event (log, &log->calls[group], gathering->rows[i], text);
  }
}

/* Lines of no call (members that log in, reloads) have the call id NONE. */
static guint8 *
set_aside_others (const Log *log)
{
  guint8 *aside = g_new0 (guint8, log->gathering->n + 1);
  for (gsize i = 0; i < log->gathering->n; i++)
    if (log->calls[i].offered == NEVER)
      aside[i] = BW_ASIDE_NO_DATE;
  return aside;
}

static const BwColumn *
find_words (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = bw_table_find (table, field);
  return column && column->dictionary ? column : NULL;
}

BwTable *
bw_gather_queue (const BwTable *table)
{
  static const BwFieldId own[] = { BW_FIELD_AT,     BW_FIELD_EVENT,  BW_FIELD_AGENT,
                                   BW_FIELD_DATA_1, BW_FIELD_DATA_2, BW_FIELD_DATA_3,
                                   BW_FIELD_DATA_4, BW_FIELD_DATA_5, BW_FIELD_NONE };
  g_auto (BwGathering) gathering = { 0 };
  Log log = { .gathering = &gathering,
              .event = find_words (table, BW_FIELD_EVENT),
              .agent = find_words (table, BW_FIELD_AGENT) };
  if (!log.event || !bw_gathering_init (&gathering, table, BW_FIELD_ID, BW_FIELD_AT))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (log.data); i++)
    log.data[i] = bw_table_find_index (table, BW_FIELD_DATA_1 + i);
  log.calls = g_new (Call, gathering.n + 1);
  bw_gathering_walk (&gathering, walk_queue, &log);
  bw_gathering_carry (&gathering, own);
  put_calls (&log);
  guint8 *aside = set_aside_others (&log);
  g_free (log.calls);
  return bw_gathering_finish (&gathering, BW_KIND_CALLS, aside);
}

/* --- Legs ------------------------------------------------------------------------------------- */

static gint32
read_int (const BwColumn *column, gsize row)
{
  return column ? bw_column_int (column, row) : NEVER;
}

static gboolean
is_of_agent (const Log *log, gsize row)
{
  return log->agent && bw_column_code (log->agent, row) != 0;
}

static double
read_meaning (const BwColumn *column, gsize row)
{
  return column ? bw_column_meaning (column, row) : NAN;
}

/* Whether the leg tells that somebody answered (1) or that nobody did (0); NAN when it does not
 * tell. */
static double
tell_answered (const Log *log, gsize row)
{
  double outcome = read_meaning (log->outcome, row);
  double handled = read_meaning (log->handled, row);
  double abandoned = read_meaning (log->abandoned, row);
  if (!isnan (outcome))
    return outcome;
  if (!isnan (handled))
    return handled;
  if (!isnan (abandoned))
    return 1 - abandoned;
  gint32 talk = read_int (log->talk, row), handle = read_int (log->handle, row);
  if (read_int (log->answered_at, row) != NEVER)
    return 1;
  if (talk != NEVER || handle != NEVER)
    return talk > 0 || handle > 0;
  return log->answered_at ? 0 : NAN;
}

static gboolean
is_answered (const Log *log, gsize row)
{
  return tell_answered (log, row) == 1;
}

/* Legs that begin together tell of the same talk, others of one talk after the other. */
static void
add_to (gint32 *sum, gint32 value, gboolean together)
{
  if (value == NEVER)
    return;
  if (*sum == NEVER)
    *sum = value;
  else
    *sum = together ? MAX (*sum, value) : *sum + value;
}

/* When the leg's talk began: its start, its wait, else what is left of its length. Of a leg that
 * begins the call and tells neither, nobody knows. */
static gint32
find_answer (const Log *log, const Call *call, gsize row)
{
  gint32 start = ((const gint32 *) log->gathering->at->values)[row];
  gint32 wait = read_int (log->wait, row);
  gint32 talk = read_int (log->talk, row);
  gint32 length = read_int (log->length, row);
  if (read_int (log->answered_at, row) != NEVER)
    return read_int (log->answered_at, row);
  if (wait == NEVER && talk != NEVER && length != NEVER && length >= talk)
    wait = length - talk;
  if (wait == NEVER)
    return start == call->offered ? NEVER : start;
  return start + wait;
}

static void
take_leg (const Log *log, Call *call, gsize row, gboolean together)
{
  add_to (&call->talk, read_int (log->talk, row), together);
  add_to (&call->hold, read_int (log->hold, row), together);
  add_to (&call->wrap, read_int (log->wrap, row), together);
  add_to (&call->handle, read_int (log->handle, row), together);
  if (call->outcome != OUTCOME_ANSWERED)
    call->answered = find_answer (log, call, row);
  else
    call->transfers++;
  call->outcome = OUTCOME_ANSWERED;
  if (is_of_agent (log, row))
    call->agent = bw_column_code (log->agent, row);
}

static gint32
find_end (const Log *log, gsize row)
{
  gint32 end = read_int (log->ended, row);
  gint32 length = read_int (log->length, row);
  if (end != NEVER || length == NEVER)
    return end;
  return ((const gint32 *) log->gathering->at->values)[row] + length;
}

/* Nobody knows whether anybody answered, only who was last rung. */
static void
leave_open (const Log *log, Call *call, const guint32 *rows, gsize n)
{
  call->transfers = NEVER;
  for (gsize i = 0; i < n; i++)
    if (is_of_agent (log, rows[i]))
      call->agent = bw_column_code (log->agent, rows[i]);
}

/* Where legs of agents are told apart, only they are answers: a queue that plays music answers,
 * too. */
static void
walk_call (const Log *log, gsize group)
{
  const BwGathering *gathering = log->gathering;
  const guint32 *rows = gathering->rows + gathering->starts[group];
  gsize n = gathering->starts[group + 1] - gathering->starts[group];
  Call *call = &log->calls[group];
  gboolean any_agent = FALSE, told = FALSE, together = log->rest && log->rest[group];
  *call = nothing;
  call->offered = ((const gint32 *) gathering->at->values)[rows[0]];
  for (gsize i = 0; i < n; i++)
    any_agent |= is_of_agent (log, rows[i]);
  for (gsize i = 0; i < n; i++)
    told |= !isnan (tell_answered (log, rows[i]));
  for (gsize i = 0; i < n; i++) {
    gint32 end = find_end (log, rows[i]);
    if (end != NEVER && (call->ended == NEVER || end > call->ended))
      call->ended = end;
    if (is_answered (log, rows[i]) && (!any_agent || is_of_agent (log, rows[i])))
      take_leg (log, call, rows[i], together);
  }
  if (together)
    call->transfers = NEVER;
  if (!told)
    leave_open (log, call, rows, n);
  else if (call->outcome == OUTCOME_NONE)
    call->outcome = OUTCOME_MISSED;
  if (call->ended != NEVER)
    call->length = call->ended - call->offered;
  if (call->outcome == OUTCOME_MISSED)
    call->wait = call->length;
  else if (call->answered != NEVER)
    call->wait = call->answered - call->offered;
}

static void
walk_legs (gsize first, gsize last, gpointer user_data)
{
  for (gsize group = first; group < last; group++)
    walk_call (user_data, group);
}

#define MINUTE 60
#define QUARTER (15 * MINUTE) /* what the clocks of zones differ by, whatever their days */
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* The same time of day, or that of the other half of the year. */
static gboolean
is_same_time (gint64 a, gint64 b)
{
  gint64 apart = ABS (a - b) % DAY;
  return apart == 0 || apart == HOUR || apart == DAY - HOUR;
}

/* The finest step in which the moments of a file are told, in seconds; its zone may be any. */
static int
find_step (const BwColumn *created, gsize n_rows)
{
  gint64 first = BW_TIME_NONE;
  gboolean days = TRUE, hours = TRUE;
  for (gsize row = 0; row < n_rows; row++) {
    gint64 at = bw_column_time (created, row);
    if (at == BW_TIME_NONE)
      continue;
    if (at % MINUTE != 0)
      return 1;
    if (first == BW_TIME_NONE)
      first = at;
    hours &= at % QUARTER == 0;
    days &= is_same_time (at, first);
  }
  return !hours ? MINUTE : days ? DAY : HOUR;
}

/* A number or an address; "anonymous" is nobody. */
static gboolean
is_party (const char *text)
{
  guint digits = 0;
  for (const char *at = text; *at; at++)
    digits += g_ascii_isdigit (*at);
  return digits >= 5 || strchr (text, '@');
}

typedef struct {
  const BwTable *table;
  const BwColumn *created;
  const BwColumn *length;
  guint party; /* column */
  int step;
  GString *texts[2];
} Judge;

/* Nobody begins two calls in one second, nor a second one before the first has ended. */
static BwLeg
judge_leg (const Judge *judge, gsize before, gsize row)
{
  if (bw_column_time (judge->created, row) == BW_TIME_NONE ||
      bw_column_time (judge->created, row) != bw_column_time (judge->created, before))
    return BW_LEG_NONE;
  for (guint i = 0; i < 2; i++) {
    g_string_truncate (judge->texts[i], 0);
    bw_table_read_text (judge->table, i == 0 ? before : row, judge->party, judge->texts[i]);
  }
  if (!is_party (judge->texts[0]->str) || !g_string_equal (judge->texts[0], judge->texts[1]))
    return BW_LEG_NONE;
  int longest = MAX (read_int (judge->length, before), read_int (judge->length, row));
  return judge->step == 1 || longest >= judge->step ? BW_LEG_PROVEN : BW_LEG_POSSIBLE;
}

guint8 *
bw_gather_judge_legs (const BwTable *table, const guint8 *aside)
{
  int party = bw_table_find_index (table, BW_FIELD_REQUESTER);
  gsize n_rows = bw_table_get_n_rows (table), before = n_rows;
  Judge judge = { .table = table,
                  .created = bw_table_find (table, BW_FIELD_CREATED),
                  .length = bw_table_find (table, BW_FIELD_CALL_LENGTH),
                  .party = (guint) party };
  if (party < 0 || !judge.created || n_rows == 0)
    return NULL;
  guint8 *legs = g_new0 (guint8, n_rows);
  g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
  judge.step = find_step (judge.created, n_rows);
  judge.texts[0] = first;
  judge.texts[1] = second;
  for (gsize row = 0; row < n_rows; row++) {
    if (aside && aside[row] != BW_ASIDE_NONE)
      continue;
    if (before < n_rows)
      legs[row] = (guint8) judge_leg (&judge, before, row);
    before = row;
  }
  return legs;
}

/* By the id of the call where a row has one, else by what the rows prove. */
static gboolean
find_calls (const BwTable *table, Log *log)
{
  BwGathering *gathering = log->gathering;
  g_autofree guint8 *legs = NULL;
  gint64 counts[BW_ASIDE_LAST];
  log->has_ids = bw_table_find (table, BW_FIELD_ID) != NULL;
  if (!bw_table_find (table, BW_FIELD_CREATED) ||
      (log->has_ids && bw_table_find (table, BW_FIELD_UPDATED)))
    return FALSE;
  if (!log->has_ids)
    bw_gathering_init_empty (gathering, table, BW_FIELD_CREATED);
  else if (!bw_gathering_init (gathering, table, BW_FIELD_ID, BW_FIELD_CREATED))
    return FALSE;
  bw_table_count_aside (table, counts);
  if ((gint64) gathering->starts[gathering->n] < counts[BW_ASIDE_NONE]) {
    legs = bw_gather_judge_legs (table, bw_table_get_asides (table));
    if (!legs && !log->has_ids)
      return FALSE;
    log->rest = bw_gathering_add_rest (gathering, legs, BW_LEG_PROVEN);
  }
  return gathering->starts[gathering->n] > gathering->n;
}

BwTable *
bw_gather_legs (const BwTable *table)
{
  static const BwFieldId own[] = { BW_FIELD_CREATED,     BW_FIELD_STARTED,     BW_FIELD_ENDED,
                                   BW_FIELD_WAIT_TIME,   BW_FIELD_TALK_TIME,   BW_FIELD_OUTCOME,
                                   BW_FIELD_AGENT,       BW_FIELD_CALL_LENGTH, BW_FIELD_HOLD_TIME,
                                   BW_FIELD_ANSWERED_AT, BW_FIELD_WRAP_TIME,   BW_FIELD_HANDLE_TIME,
                                   BW_FIELD_TRANSFERS,   BW_FIELD_NONE };
  static const BwFieldId own_together[] = {
    BW_FIELD_CREATED,   BW_FIELD_STARTED,     BW_FIELD_ENDED,     BW_FIELD_WAIT_TIME,
    BW_FIELD_TALK_TIME, BW_FIELD_OUTCOME,     BW_FIELD_AGENT,     BW_FIELD_CALL_LENGTH,
    BW_FIELD_HOLD_TIME, BW_FIELD_ANSWERED_AT, BW_FIELD_WRAP_TIME, BW_FIELD_HANDLE_TIME,
    BW_FIELD_NONE
  };
  g_auto (BwGathering) gathering = { 0 };
  Log log = { .gathering = &gathering,
              .agent = find_words (table, BW_FIELD_AGENT),
              .outcome = find_words (table, BW_FIELD_OUTCOME),
              .handled = find_words (table, BW_FIELD_HANDLED),
              .abandoned = find_words (table, BW_FIELD_ABANDONED),
              .answered_at = bw_table_find (table, BW_FIELD_ANSWERED_AT),
              .talk = bw_table_find (table, BW_FIELD_TALK_TIME),
              .wait = bw_table_find (table, BW_FIELD_WAIT_TIME),
              .hold = bw_table_find (table, BW_FIELD_HOLD_TIME),
              .wrap = bw_table_find (table, BW_FIELD_WRAP_TIME),
              .handle = bw_table_find (table, BW_FIELD_HANDLE_TIME),
              .length = bw_table_find (table, BW_FIELD_CALL_LENGTH),
              .ended = bw_table_find (table, BW_FIELD_ENDED) };
  if (!find_calls (table, &log)) {
    g_free (log.rest);
    return NULL;
  }
  log.calls = g_new (Call, gathering.n + 1);
  bw_gathering_walk (&gathering, walk_legs, &log);
  bw_gathering_carry (&gathering, log.has_ids ? own : own_together);
  put_calls (&log);
  if (log.hold)
    put_numbers (&log, BW_FIELD_HOLD_TIME, BW_STORE_INT, G_STRUCT_OFFSET (Call, hold));
  if (log.wrap)
    put_numbers (&log, BW_FIELD_WRAP_TIME, BW_STORE_INT, G_STRUCT_OFFSET (Call, wrap));
  if (log.handle)
    put_numbers (&log, BW_FIELD_HANDLE_TIME, BW_STORE_INT, G_STRUCT_OFFSET (Call, handle));
  if (log.length)
    put_numbers (&log, BW_FIELD_CALL_LENGTH, BW_STORE_INT, G_STRUCT_OFFSET (Call, length));
  g_free (log.calls);
  g_free (log.rest);
  return bw_gathering_finish (&gathering, BW_KIND_CALLS, NULL);
}
