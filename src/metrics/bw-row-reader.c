/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads column after column into a batch of rows, and works out what a file leaves out. */
#include "config.h"

#include "bw-group.h"
#include "bw-large.h"
#include "bw-metric.h"
#include "bw-row-reader.h"
#include <math.h>
#include <string.h>

typedef enum {
  FORM_TIME,
  FORM_INT,
  FORM_DOUBLE,
  FORM_MEANING
} Form;

/* Where a field of the table goes in a BwRow. */
static const struct {
  BwFieldId field;
  Form form;
  gsize offset;
} places[] = {
  { BW_FIELD_CREATED, FORM_TIME, G_STRUCT_OFFSET (BwRow, created) },
  { BW_FIELD_ASSIGNED, FORM_TIME, G_STRUCT_OFFSET (BwRow, assigned) },
  { BW_FIELD_STARTED, FORM_TIME, G_STRUCT_OFFSET (BwRow, started) },
  { BW_FIELD_FIRST_REPLY, FORM_TIME, G_STRUCT_OFFSET (BwRow, first_reply) },
  { BW_FIELD_AUTOMATIC_REPLY, FORM_TIME, G_STRUCT_OFFSET (BwRow, automatic_reply) },
  { BW_FIELD_ASKED_AGAIN, FORM_TIME, G_STRUCT_OFFSET (BwRow, asked_again) },
  { BW_FIELD_FIRST_SOLVED, FORM_TIME, G_STRUCT_OFFSET (BwRow, first_solved) },
  { BW_FIELD_SOLVED, FORM_TIME, G_STRUCT_OFFSET (BwRow, solved) },
  { BW_FIELD_CLOSED, FORM_TIME, G_STRUCT_OFFSET (BwRow, closed) },
  { BW_FIELD_UPDATED, FORM_TIME, G_STRUCT_OFFSET (BwRow, updated) },
  { BW_FIELD_DUE, FORM_TIME, G_STRUCT_OFFSET (BwRow, due) },
  { BW_FIELD_REPLY_DUE, FORM_TIME, G_STRUCT_OFFSET (BwRow, reply_due) },
  { BW_FIELD_RATED, FORM_TIME, G_STRUCT_OFFSET (BwRow, rated) },
  { BW_FIELD_ENDED, FORM_TIME, G_STRUCT_OFFSET (BwRow, ended) },
  { BW_FIELD_SENT, FORM_TIME, G_STRUCT_OFFSET (BwRow, sent) },
  { BW_FIELD_ANSWERED_AT, FORM_TIME, G_STRUCT_OFFSET (BwRow, answered_at) },
  { BW_FIELD_DATE, FORM_TIME, G_STRUCT_OFFSET (BwRow, date) },
  { BW_FIELD_SINCE, FORM_TIME, G_STRUCT_OFFSET (BwRow, since) },
  { BW_FIELD_UNTIL, FORM_TIME, G_STRUCT_OFFSET (BwRow, until) },
  { BW_FIELD_FIRST_REPLY_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, first_reply_time) },
  { BW_FIELD_FIRST_RESOLUTION_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, first_resolution_time) },
  { BW_FIELD_RESOLUTION_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, resolution_time) },
  { BW_FIELD_HANDLE_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, handle_time) },
  { BW_FIELD_TALK_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, talk_time) },
  { BW_FIELD_HOLD_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, hold_time) },
  { BW_FIELD_WRAP_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, wrap_time) },
  { BW_FIELD_REOPENS, FORM_INT, G_STRUCT_OFFSET (BwRow, reopens) },
  { BW_FIELD_REPLIES, FORM_INT, G_STRUCT_OFFSET (BwRow, replies) },
  { BW_FIELD_CUSTOMER_REPLIES, FORM_INT, G_STRUCT_OFFSET (BwRow, customer_replies) },
  { BW_FIELD_WAIT_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, wait_time) },
  { BW_FIELD_REQUESTER_WAIT_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, requester_wait_time) },
  { BW_FIELD_TRANSFERS, FORM_INT, G_STRUCT_OFFSET (BwRow, transfers) },
  { BW_FIELD_N_WITHIN, FORM_INT, G_STRUCT_OFFSET (BwRow, n_within) },
  { BW_FIELD_HELP_USERS, FORM_INT, G_STRUCT_OFFSET (BwRow, help_users) },
  { BW_FIELD_TICKET_USERS, FORM_INT, G_STRUCT_OFFSET (BwRow, ticket_users) },
  { BW_FIELD_SCHEDULED_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, scheduled_time) },
  { BW_FIELD_PAID_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, paid_time) },
  { BW_FIELD_LOGGED_IN_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, logged_in_time) },
  { BW_FIELD_AVAILABLE_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, available_time) },
  { BW_FIELD_REASSIGNMENTS, FORM_INT, G_STRUCT_OFFSET (BwRow, reassignments) },
  { BW_FIELD_VIEWS, FORM_INT, G_STRUCT_OFFSET (BwRow, views) },
  { BW_FIELD_VISITORS, FORM_INT, G_STRUCT_OFFSET (BwRow, visitors) },
  { BW_FIELD_HELPFUL, FORM_INT, G_STRUCT_OFFSET (BwRow, helpful) },
  { BW_FIELD_UNHELPFUL, FORM_INT, G_STRUCT_OFFSET (BwRow, unhelpful) },
  { BW_FIELD_CUSTOMERS_START, FORM_INT, G_STRUCT_OFFSET (BwRow, customers_start) },
  { BW_FIELD_CUSTOMERS_NEW, FORM_INT, G_STRUCT_OFFSET (BwRow, customers_new) },
  { BW_FIELD_CUSTOMERS_LOST, FORM_INT, G_STRUCT_OFFSET (BwRow, customers_lost) },
  { BW_FIELD_CUSTOMERS_END, FORM_INT, G_STRUCT_OFFSET (BwRow, customers_end) },
  { BW_FIELD_N_OFFERED, FORM_INT, G_STRUCT_OFFSET (BwRow, n_offered) },
  { BW_FIELD_N_ANSWERED, FORM_INT, G_STRUCT_OFFSET (BwRow, n_answered) },
  { BW_FIELD_N_ABANDONED, FORM_INT, G_STRUCT_OFFSET (BwRow, n_abandoned) },
  { BW_FIELD_AMOUNT, FORM_DOUBLE, G_STRUCT_OFFSET (BwRow, amount) },
  { BW_FIELD_COST_TRAINING, FORM_DOUBLE, G_STRUCT_OFFSET (BwRow, cost_training) },
  { BW_FIELD_COST_SALARIES, FORM_DOUBLE, G_STRUCT_OFFSET (BwRow, cost_salaries) },
  { BW_FIELD_COST_INFRASTRUCTURE, FORM_DOUBLE, G_STRUCT_OFFSET (BwRow, cost_infrastructure) },
  { BW_FIELD_REVENUE, FORM_DOUBLE, G_STRUCT_OFFSET (BwRow, revenue) },
  { BW_FIELD_RECURRING_REVENUE, FORM_DOUBLE, G_STRUCT_OFFSET (BwRow, recurring_revenue) },
  { BW_FIELD_PRIORITY, FORM_MEANING, G_STRUCT_OFFSET (BwRow, priority) },
  { BW_FIELD_STATUS, FORM_MEANING, G_STRUCT_OFFSET (BwRow, status_meaning) },
  { BW_FIELD_ESCALATED, FORM_MEANING, G_STRUCT_OFFSET (BwRow, escalated) },
  { BW_FIELD_AGENT_CREATED, FORM_MEANING, G_STRUCT_OFFSET (BwRow, agent_created) },
  { BW_FIELD_BOT_ONLY, FORM_MEANING, G_STRUCT_OFFSET (BwRow, bot_only) },
  { BW_FIELD_REPLY_SLA, FORM_MEANING, G_STRUCT_OFFSET (BwRow, reply_sla) },
  { BW_FIELD_RESOLUTION_SLA, FORM_MEANING, G_STRUCT_OFFSET (BwRow, resolution_sla) },
  { BW_FIELD_OUTCOME, FORM_MEANING, G_STRUCT_OFFSET (BwRow, answered) },
  { BW_FIELD_HANDLED, FORM_MEANING, G_STRUCT_OFFSET (BwRow, handled) },
  { BW_FIELD_ABANDONED, FORM_MEANING, G_STRUCT_OFFSET (BwRow, abandoned) },
  { BW_FIELD_FIRST_CONTACT, FORM_MEANING, G_STRUCT_OFFSET (BwRow, first_contact) },
  { BW_FIELD_CSAT, FORM_MEANING, G_STRUCT_OFFSET (BwRow, csat) },
  { BW_FIELD_NPS, FORM_MEANING, G_STRUCT_OFFSET (BwRow, nps) },
  { BW_FIELD_CES, FORM_MEANING, G_STRUCT_OFFSET (BwRow, ces) },
};

/* A column that is there. */
typedef struct {
  Form form;
  gsize offset;
  const BwColumn *column;
  double *meanings; /* by code, [0] = no text */
} Reading;

/* What settings say of the rows with one value of a dimension. */
typedef struct {
  const BwColumn *column;
  const BwCalendar **calendars; /* by code; NULL = this dimension does not decide */
} Hours;

struct _BwRowReader {
  Reading readings[G_N_ELEMENTS (places) + 3];
  guint n_readings;
  BwRow blank; /* what a row is before any column is read */
  gboolean has_solved_date;
  gboolean has_answered_at;
  gboolean times_talk; /* by its moments, where nothing has a length of it */

  GPtrArray *calendars; /* owns them */
  GArray *hours;        /* of Hours: the first that decides counts */
  const BwCalendar *usual;
  gint32 *next_contacts;    /* owned; NULL = not known */
  const BwColumn *priority; /* of the promises */
  const BwColumn *channel;
  GPtrArray *promises;     /* of BwSlaTarget, borrowed; NULL = none */
  gboolean promises_hours; /* they count business hours */
};

static double *
read_meanings (const BwColumn *column)
{
  gsize n = bw_dictionary_get_size (column->dictionary);
  double *meanings = g_new (double, n + 1);

  meanings[0] = NAN;
  for (gsize i = 0; i < n; i++)
    meanings[i + 1] = bw_dictionary_get_meaning (column->dictionary, i);
  return meanings;
}

/* A file in which no ticket has fewer than one customer reply counts the first message, too. */
static int
count_first (const BwTable *table)
{
  const BwColumn *replies = bw_table_find (table, BW_FIELD_CUSTOMER_REPLIES);
  int least = G_MAXINT;

  for (gsize row = 0; replies != NULL && row < bw_table_get_n_rows (table) && least > 0; row++)
    if (bw_column_int (replies, row) != BW_MISSING)
      least = MIN (least, bw_column_int (replies, row));
  return least >= 1 && least != G_MAXINT;
}

/* By code: 1 when the text has one of the words in it. */
static double *
read_words (const BwColumn *column, const char *const *words)
{
  gsize n = bw_dictionary_get_size (column->dictionary);
  double *found = g_new0 (double, n + 1);

  found[0] = NAN;
  for (gsize c = 0; c < n; c++) {
    g_autofree char *folded = g_utf8_casefold (bw_dictionary_get_text (column->dictionary, c), -1);
    for (const char *const *word = words; *word != NULL; word++)
      found[c + 1] = MAX (found[c + 1], strstr (folded, *word) != NULL);
  }
  return found;
}

static const char *const chat_words[] = { "chat", "messag", "whatsapp", NULL };

/* The team called, or one another: no customer waited to be answered. */
static const char *const outgoing_words[] = {
  "outbound", "outgoing", "ausgehend",   "sortant", "saliente", "saída",   "manual",
  "internal", "interno",  "originating", "uscita",  "uitgaand", "wychodz", NULL,
};

/* The column that says who called; some products have one word for that and for the outcome. */
static const BwColumn *
find_direction (const BwTable *table)
{
  const BwColumn *direction = bw_table_find (table, BW_FIELD_DIRECTION);

  if (bw_table_get_kind (table) != BW_KIND_CALLS)
    return NULL;
  return direction != NULL ? direction : bw_table_find (table, BW_FIELD_OUTCOME);
}

static void
make_blank (BwRow *blank, const BwTable *table, gint64 as_of)
{
  const BwColumn *csat = bw_table_find (table, BW_FIELD_CSAT);
  const BwColumn *ces = bw_table_find (table, BW_FIELD_CES);

  memset (blank, 0, sizeof *blank);
  for (guint p = 0; p < G_N_ELEMENTS (places); p++) {
    if (places[p].form == FORM_TIME)
      G_STRUCT_MEMBER (gint64, blank, places[p].offset) = BW_TIME_NONE;
    else if (places[p].form == FORM_INT)
      G_STRUCT_MEMBER (int, blank, places[p].offset) = BW_MISSING;
    else /* DOUBLE, MEANING */
      G_STRUCT_MEMBER (double, blank, places[p].offset) = NAN;
  }
  blank->has_status = bw_table_find (table, BW_FIELD_STATUS) != NULL;
  blank->has_first_reply = bw_table_find (table, BW_FIELD_FIRST_REPLY) != NULL;
  blank->has_answered_at = bw_table_find (table, BW_FIELD_ANSWERED_AT) != NULL;
  blank->csat_low = csat != NULL ? csat->scale_low : NAN;
  blank->csat_high = csat != NULL ? csat->scale_high : NAN;
  blank->ces_low = ces != NULL ? ces->scale_low : NAN;
  blank->ces_high = ces != NULL ? ces->scale_high : NAN;
  blank->ces_effort = ces != NULL ? ces->effort : BW_EFFORT_UNKNOWN;
  blank->next_contact = BW_TIME_NONE;
  blank->is_chat = NAN;
  blank->is_outgoing = NAN;
  blank->first_customer_replies = count_first (table);
  blank->reply_target = NAN;
  blank->solve_target = NAN;
  blank->reply_promised = BW_TIME_NONE;
  blank->solve_promised = BW_TIME_NONE;
  blank->as_of = as_of;
}

static const BwCalendar *
keep_calendar (BwRowReader *reader, BwCalendar *calendar)
{
  if (calendar != NULL)
    g_ptr_array_add (reader->calendars, calendar);
  return calendar;
}

/* The dimension's schedules, by code of its column. */
static void
read_hours (BwRowReader *reader,
            const BwTable *table,
            const BwSettings *settings,
            BwFieldId field,
            BwZone *zone)
{
  GPtrArray *schedules = bw_settings_get_schedules (settings);
  Hours hours = { .column = bw_table_find (table, field) };
  guint32 code;

  for (guint i = 0; i < schedules->len; i++) {
    const BwSchedule *schedule = schedules->pdata[i];
    if (schedule->field != field || hours.column == NULL || hours.column->dictionary == NULL ||
        !bw_dictionary_find (hours.column->dictionary, schedule->value, &code))
      continue;
    if (hours.calendars == NULL)
      hours.calendars =
          g_new0 (const BwCalendar *, bw_dictionary_get_size (hours.column->dictionary) + 1);
    hours.calendars[code + 1] =
        keep_calendar (reader, bw_settings_make_calendar (settings, (int) i, zone));
  }
  if (hours.calendars != NULL)
    g_array_append_val (reader->hours, hours);
}

static void
read_settings (BwRowReader *reader, const BwTable *table, const BwSettings *settings, BwZone *zone)
{
  GPtrArray *promises = bw_settings_get_sla_targets (settings);

  reader->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_calendar_unref);
  reader->hours = g_array_new (FALSE, FALSE, sizeof (Hours));
  reader->usual = keep_calendar (reader, bw_settings_make_calendar (settings, -1, zone));
  for (BwFieldId field = BW_FIELD_NONE + 1; field < BW_FIELD_LAST; field++)
    if (bw_field_is_dimension (bw_field_get (field)))
      read_hours (reader, table, settings, field, zone);
  if (promises->len > 0 && bw_table_get_kind (table) == BW_KIND_TICKETS) {
    reader->promises = promises;
    reader->promises_hours = bw_settings_is_business (settings);
    reader->priority = bw_table_find (table, BW_FIELD_PRIORITY);
    reader->channel = bw_table_find (table, BW_FIELD_CHANNEL);
  }
  for (BwExclusion i = 0; i < BW_EXCLUDE_LAST; i++)
    reader->blank.excludes |= (guint) bw_settings_excludes (settings, i) << i;
}

BwRowReader *
bw_row_reader_new (const BwTable *table, gint64 as_of, const BwSettings *settings, BwZone *zone)
{
  BwRowReader *reader = g_new0 (BwRowReader, 1);
  const BwColumn *tags = bw_table_find (table, BW_FIELD_TAG);
  const BwColumn *channel = bw_table_find (table, BW_FIELD_CHANNEL);
  const BwColumn *direction = find_direction (table);

  make_blank (&reader->blank, table, as_of);
  read_settings (reader, table, settings, zone);
  reader->has_answered_at = bw_table_find (table, BW_FIELD_ANSWERED_AT) != NULL;
  reader->times_talk = bw_row_times_talk (table);
  reader->has_solved_date = bw_table_find (table, BW_FIELD_SOLVED) != NULL ||
                            bw_table_find (table, BW_FIELD_CLOSED) != NULL;
  for (guint p = 0; p < G_N_ELEMENTS (places); p++) {
    const BwColumn *column = bw_table_find (table, places[p].field);
    if (column == NULL)
      continue;
    reader->readings[reader->n_readings++] =
        (Reading) { places[p].form, places[p].offset, column,
                    places[p].form == FORM_MEANING ? read_meanings (column) : NULL };
  }
  if (channel != NULL && bw_table_get_kind (table) == BW_KIND_CALLS)
    reader->readings[reader->n_readings++] =
        (Reading) { FORM_MEANING, G_STRUCT_OFFSET (BwRow, is_chat), channel,
                    read_words (channel, chat_words) };
  if (direction != NULL)
    reader->readings[reader->n_readings++] =
        (Reading) { FORM_MEANING, G_STRUCT_OFFSET (BwRow, is_outgoing), direction,
                    read_words (direction, outgoing_words) };
  if (tags != NULL && bw_table_find (table, BW_FIELD_ESCALATED) == NULL) {
    double *escalated = bw_group_tags_with_word (tags, "escalat");
    if (escalated != NULL)
      reader->readings[reader->n_readings++] =
          (Reading) { FORM_MEANING, G_STRUCT_OFFSET (BwRow, escalated), tags, escalated };
  }
  return reader;
}

void
bw_row_reader_free (BwRowReader *reader)
{
  for (guint r = 0; r < reader->n_readings; r++)
    g_free (reader->readings[r].meanings);
  for (guint h = 0; h < reader->hours->len; h++)
    g_free (g_array_index (reader->hours, Hours, h).calendars);
  g_array_unref (reader->hours);
  bw_large_free (reader->next_contacts);
  g_ptr_array_unref (reader->calendars);
  g_free (reader);
}

const BwRow *
bw_row_reader_get_blank (const BwRowReader *reader)
{
  return &reader->blank;
}

void
bw_row_reader_take_next_contacts (BwRowReader *reader, gint32 *times)
{
  reader->next_contacts = times;
}

static inline gint64
first_time (gint64 a, gint64 b)
{
  return a != BW_TIME_NONE ? a : b;
}

static inline gint64
earlier (gint64 a, gint64 b)
{
  return a == BW_TIME_NONE || b < a ? b : a;
}

/* Until somebody answered, or until the caller gave up. */
static inline int
waited (const BwRow *row)
{
  gint64 end = first_time (row->answered_at, bw_row_is_answered (row) ? BW_TIME_NONE : row->ended);
  return end == BW_TIME_NONE || row->created == BW_TIME_NONE ? BW_MISSING
                                                             : (int) (end - row->created);
}

/* From the answer to the end, without what was on hold. */
static inline int
talked (const BwRow *row)
{
  if (row->answered_at == BW_TIME_NONE || row->ended == BW_TIME_NONE)
    return BW_MISSING;
  return (int) (row->ended - row->answered_at) -
         (row->hold_time == BW_MISSING ? 0 : row->hold_time);
}

static inline gint64
after (gint64 from, int seconds)
{
  return from == BW_TIME_NONE || seconds == BW_MISSING ? BW_TIME_NONE : from + seconds;
}

#define READ_EACH(type, value)                                                                     \
  for (guint i = 0; i < n; i++)                                                                    \
  G_STRUCT_MEMBER (type, &rows[i], reading->offset) = (value)

#define READ_MEANINGS(type)                                                                        \
  READ_EACH (double, reading->meanings[((const type *) column->values)[first + i]])

/* One column of a batch of rows. */
static void
read_column (const Reading *reading, gsize first, guint n, BwRow *rows)
{
  const BwColumn *column = reading->column;

  if (reading->form == FORM_TIME)
    READ_EACH (gint64, bw_column_time (column, first + i));
  else if (reading->form == FORM_INT)
    READ_EACH (int, bw_column_int (column, first + i));
  else if (reading->form == FORM_DOUBLE)
    READ_EACH (double, ((const double *) column->values)[first + i]);
  else if (column->store == BW_STORE_CODE8)
    READ_MEANINGS (guint8);
  else if (column->store == BW_STORE_CODE16)
    READ_MEANINGS (guint16);
  else
    READ_MEANINGS (guint32);
}

/* Is it the promise's word, as the file spells it or as we call what it means? */
static gboolean
is_word (const BwColumn *column, gsize row, const char *word)
{
  static const char *const priorities[] = { NULL, "low", "normal", "high", "urgent" };
  guint32 code = column != NULL ? bw_column_code (column, row) : 0;
  double meaning;

  if (code == 0)
    return FALSE;
  if (g_ascii_strcasecmp (bw_dictionary_get_text (column->dictionary, code - 1), word) == 0)
    return TRUE;
  meaning = column->field == BW_FIELD_PRIORITY ? bw_column_meaning (column, row) : NAN;
  return meaning >= 1 && meaning <= 4 && g_str_equal (priorities[(int) meaning], word);
}

const BwCalendar *
bw_row_reader_find_calendar (const BwRowReader *reader, gsize row)
{
  for (guint h = 0; h < reader->hours->len; h++) {
    const Hours *hours = &g_array_index (reader->hours, Hours, h);
    const BwCalendar *calendar = hours->calendars[bw_column_code (hours->column, row)];
    if (calendar != NULL)
      return calendar;
  }
  return reader->usual;
}

/* When something is due that is promised so many seconds after the creation. */
static gint64
find_promised (const BwRow *row, double verdict, double seconds)
{
  gint64 due;

  if (!isnan (verdict) || isnan (seconds) || row->created == BW_TIME_NONE)
    return BW_TIME_NONE;
  if (row->promise_calendar == NULL)
    return row->created + (gint64) seconds;
  due = bw_calendar_due (row->promise_calendar, row->created, (gint64) seconds);
  return due != G_MAXINT64 ? due : BW_TIME_NONE;
}

/* Of several promises the one that names more; priority before channel. */
static void
read_promise (const BwRowReader *reader, gsize index, BwRow *row)
{
  int best = -1;

  row->reply_target = NAN;
  row->solve_target = NAN;
  if (reader->promises_hours)
    row->promise_calendar = bw_row_reader_find_calendar (reader, index);
  for (guint i = 0; i < reader->promises->len; i++) {
    const BwSlaTarget *promise = reader->promises->pdata[i];
    int rank = 2 * (promise->priority != NULL) + (promise->channel != NULL);
    if (rank <= best ||
        (promise->priority != NULL && !is_word (reader->priority, index, promise->priority)) ||
        (promise->channel != NULL && !is_word (reader->channel, index, promise->channel)))
      continue;
    best = rank;
    row->reply_target = promise->reply;
    row->solve_target = promise->solve;
  }
  row->reply_promised = find_promised (row, row->reply_sla, row->reply_target);
  row->solve_promised = find_promised (row, row->resolution_sla, row->solve_target);
}

/* What a file leaves to be worked out from what it has. */
static void
derive (const BwRowReader *reader, BwRow *row)
{
  row->status = isnan (row->status_meaning) ? BW_STATUS_NONE : (BwStatus) row->status_meaning;
  row->first_reply = first_time (row->first_reply, after (row->created, row->first_reply_time));
  row->started = first_time (row->started, first_time (row->assigned, row->first_reply));
  if (row->started != BW_TIME_NONE && row->created != BW_TIME_NONE)
    row->started = MAX (row->started, row->created);
  if (row->automatic_reply != BW_TIME_NONE && (row->excludes >> BW_EXCLUDE_AUTOMATIC & 1) == 0)
    row->first_reply = earlier (row->first_reply, row->automatic_reply);
  row->solved = first_time (row->solved, row->closed);
  if (!reader->has_solved_date)
    row->solved = after (row->created, row->resolution_time);
  if (row->transfers == BW_MISSING)
    row->transfers = row->reassignments;
  if (row->wait_time == BW_MISSING && reader->has_answered_at)
    row->wait_time = waited (row);
  if (reader->times_talk && row->talk_time == BW_MISSING && row->handle_time == BW_MISSING)
    row->talk_time = talked (row);
  row->first_solved =
      first_time (first_time (row->first_solved, after (row->created, row->first_resolution_time)),
                  row->solved);
}

/* Takes back what was worked out of the row that was here before; columns are read over it. */
static inline void
restore (const BwRow *blank, BwRow *row)
{
  row->first_reply = blank->first_reply;
  row->started = blank->started;
  row->solved = blank->solved;
  row->first_solved = blank->first_solved;
  row->transfers = blank->transfers;
  row->wait_time = blank->wait_time;
  row->talk_time = blank->talk_time;
  row->next_contact = blank->next_contact;
  row->calendar = blank->calendar;
}

void
bw_row_reader_read (const BwRowReader *reader, gsize first, guint n, BwRow *rows)
{
  for (guint i = 0; i < n; i++)
    restore (&reader->blank, &rows[i]);
  for (guint r = 0; r < reader->n_readings; r++)
    read_column (&reader->readings[r], first, n, rows);
  for (guint i = 0; i < n; i++)
    derive (reader, &rows[i]);
  for (guint i = 0; reader->next_contacts != NULL && i < n; i++)
    if (reader->next_contacts[first + i] != BW_MISSING)
      rows[i].next_contact = reader->next_contacts[first + i] + BW_TIME_ORIGIN;
  for (guint i = 0; reader->promises != NULL && i < n; i++)
    read_promise (reader, first + i, &rows[i]);
}

static inline gint64
row_when (const BwRow *row, BwWhen when)
{
  gint64 left = bw_row_is_solved (row) ? row->solved : BW_TIME_NONE;

  switch (when) {
  case BW_WHEN_CREATED:
    return row->created;
  case BW_WHEN_STARTED:
    return row->started;
  case BW_WHEN_FIRST_REPLY:
    return row->first_reply;
  case BW_WHEN_FIRST_SOLVED:
    return row->first_solved;
  case BW_WHEN_SOLVED_OR_RATED:
    return first_time (row->first_solved, row->rated);
  case BW_WHEN_SOLVED:
    return row->solved;
  case BW_WHEN_LEFT:
    return left;
  case BW_WHEN_STARTED_OR_LEFT:
    if (left != BW_TIME_NONE && row->started != BW_TIME_NONE)
      return MIN (left, row->started);
    return first_time (row->started, left);
  case BW_WHEN_DUE:
    return first_time (first_time (row->due, row->solve_promised),
                       first_time (row->solved, row->created));
  case BW_WHEN_REPLY_DUE:
    return first_time (first_time (row->reply_due, row->reply_promised),
                       first_time (row->first_reply, row->created));
  case BW_WHEN_RATED:
    return first_time (first_time (row->rated, row->solved),
                       first_time (row->updated, row->created));
  case BW_WHEN_ENDED:
    return first_time (row->ended, row->created);
  case BW_WHEN_ASSIGNED:
    return row->assigned;
  case BW_WHEN_CHANGED:
    return first_time (row->updated, row->created);
  case BW_WHEN_ANSWERED:
    return first_time (row->answered_at,
                       first_time (after (row->created, row->wait_time), row->created));
  case BW_WHEN_SENT:
    return row->sent;
  case BW_WHEN_DATE:
    return row->date;
  case BW_WHEN_SINCE:
    return row->since;
  case BW_WHEN_UNTIL:
    return row->until;
  case BW_WHEN_LAST:
    break;
  }
  g_assert_not_reached ();
}

static inline gint32
pack_time (gint64 t)
{
  if (t <= BW_TIME_ORIGIN + G_MININT32 || t > BW_TIME_ORIGIN + G_MAXINT32)
    return BW_MISSING; /* BW_TIME_NONE, too */
  return (gint32) (t - BW_TIME_ORIGIN);
}

/* A loop of its own for each moment: which one it is, is not asked of every row. */
#define PACK(moment)                                                                               \
  case moment:                                                                                     \
    for (guint i = 0; i < n; i++)                                                                  \
      to[i] = pack_time (row_when (&rows[i], moment));                                             \
    break

void
bw_row_pack_moments (const BwRow *rows, guint n, BwWhen when, gint32 *to)
{
  switch (when) {
    PACK (BW_WHEN_CREATED);
    PACK (BW_WHEN_STARTED);
    PACK (BW_WHEN_ASSIGNED);
    PACK (BW_WHEN_FIRST_REPLY);
    PACK (BW_WHEN_FIRST_SOLVED);
    PACK (BW_WHEN_SOLVED_OR_RATED);
    PACK (BW_WHEN_SOLVED);
    PACK (BW_WHEN_LEFT);
    PACK (BW_WHEN_STARTED_OR_LEFT);
    PACK (BW_WHEN_DUE);
    PACK (BW_WHEN_REPLY_DUE);
    PACK (BW_WHEN_RATED);
    PACK (BW_WHEN_SENT);
    PACK (BW_WHEN_ENDED);
    PACK (BW_WHEN_CHANGED);
    PACK (BW_WHEN_ANSWERED);
    PACK (BW_WHEN_DATE);
    PACK (BW_WHEN_SINCE);
    PACK (BW_WHEN_UNTIL);
  case BW_WHEN_LAST:
    break;
  }
}
