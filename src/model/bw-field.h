/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canonical fields: what a column of any export can mean. One flat list for all kinds of
 * table; `rows`, profiles, --map, --split and --filter name fields by their `name`. */
#pragma once

#include <glib-object.h>

/* What one row of a table is. */
typedef enum {
  BW_KIND_TICKETS,
  BW_KIND_RESPONSES, /* survey answers */
  BW_KIND_CALLS,     /* contacts by phone or chat */

  /* Rows that are gathered to tickets or calls (bw-gather.h). */
  BW_KIND_MESSAGES,     /* one row a reply */
  BW_KIND_EVENTS,       /* one row a change: status and process logs */
  BW_KIND_QUEUE_EVENTS, /* the queue log of a telephone exchange */

  /* Rows that are added up. */
  BW_KIND_VIEWS,           /* of help articles */
  BW_KIND_CUSTOMERS,       /* one row a customer or subscription */
  BW_KIND_CUSTOMER_COUNTS, /* by period */
  BW_KIND_FINANCE,         /* costs and revenue by period */
  BW_KIND_AGENT_TIME,      /* by agent and day */
  BW_KIND_TOTALS,          /* figures of many tickets or calls a row: never tickets */

  /* Derived: no file holds it. */
  BW_KIND_TURNS, /* of messages: what a customer writes until an agent answers (bw-gather.h) */
  BW_KIND_LAST,
} BwKind;

/* "tickets", "responses", "calls", "queue-events" ... */
const char *bw_kind_to_string (BwKind kind);
gboolean bw_kind_parse (const char *text, BwKind *kind);
/* For people: "Tickets", "Survey responses", "Calls" ... */
const char *bw_kind_get_title (BwKind kind);
/* Messages, events and queue events: the rows behind the tickets or calls that reports count. */
gboolean bw_kind_is_gathered (BwKind kind);

/* Turns: made of the rows of other kinds, never what a file is. */
gboolean bw_kind_is_derived (BwKind kind);

/* How a cell of the field is read and stored. */
typedef enum {
  BW_VALUE_TEXT,      /* left in the file, read when asked for */
  BW_VALUE_TIME,      /* BW_STORE_TIME */
  BW_VALUE_DURATION,  /* BW_STORE_INT, whole seconds (rounded to the nearest) */
  BW_VALUE_COUNT,     /* BW_STORE_INT */
  BW_VALUE_NUMBER,    /* BW_STORE_DOUBLE */
  BW_VALUE_DIMENSION, /* BW_STORE_CODE: one of few texts */
  BW_VALUE_TAGS,      /* BW_STORE_CODE of the whole cell; its dictionary splits into members */
  BW_VALUE_STATUS,    /* BW_STORE_CODE whose meaning is a BwStatus */
  BW_VALUE_PRIORITY,  /* BW_STORE_CODE whose meaning is 1 low, 2 normal, 3 high, 4 urgent */
  BW_VALUE_FLAG,      /* BW_STORE_CODE whose meaning is 1 yes, 0 no, NAN says nothing */
  BW_VALUE_VERDICT,   /* BW_STORE_CODE whose meaning is 1 met, 0 breached, NAN says nothing */
  BW_VALUE_OUTCOME,   /* BW_STORE_CODE whose meaning is 1 answered, 0 not answered, NAN says nothing
                       */
  BW_VALUE_RATING,    /* BW_STORE_CODE whose meaning is the score; NAN is not an answer */
  BW_VALUE_EVENT,     /* BW_STORE_CODE whose meaning is a BwEvent */
  BW_VALUE_ROLE,      /* BW_STORE_CODE whose meaning is a BwRole */
} BwValue;

typedef enum {
  BW_STATUS_NONE, /* blank or unknown word */
  BW_STATUS_NEW,
  BW_STATUS_OPEN,    /* our turn */
  BW_STATUS_PENDING, /* waiting for the customer */
  BW_STATUS_HOLD,    /* waiting for a third party */
  BW_STATUS_SOLVED,
  BW_STATUS_CLOSED,
  BW_STATUS_DELETED,
  BW_STATUS_SPAM,
  BW_STATUS_MERGED,
  BW_STATUS_LAST,
} BwStatus;

const char *bw_status_to_string (BwStatus status);

/* What happened, as the word of a log says it; also what was changed ("status", "assignee"). */
typedef enum {
  BW_EVENT_NONE, /* nothing that matters here */
  BW_EVENT_CREATED,
  BW_EVENT_ASSIGNED, /* to a person or a team */
  BW_EVENT_STARTED,  /* work began */
  BW_EVENT_MESSAGE,  /* whose, the role of the author says */
  BW_EVENT_REPLIED,  /* publicly, by an agent */
  BW_EVENT_ASKED,    /* the customer wrote */
  BW_EVENT_NOTE,     /* not public */
  BW_EVENT_STATUS,   /* changed: the new value says to what */
  BW_EVENT_WAITING,  /* for the customer */
  BW_EVENT_HELD,     /* for a third party */
  BW_EVENT_SOLVED,
  BW_EVENT_CLOSED,
  BW_EVENT_REOPENED,
  BW_EVENT_ESCALATED,

  BW_EVENT_ENTERED, /* a queue, and what follows there */
  BW_EVENT_CONNECTED,
  BW_EVENT_COMPLETED,
  BW_EVENT_TRANSFERRED,
  BW_EVENT_ABANDONED,
  BW_EVENT_TIMED_OUT,
  BW_EVENT_LEFT_BY_KEY,
  BW_EVENT_LAST,
} BwEvent;

/* "created", "left-by-key" ... */
const char *bw_event_to_string (BwEvent event);

/* Who wrote or did something. */
typedef enum {
  BW_ROLE_NONE,
  BW_ROLE_CUSTOMER,
  BW_ROLE_AGENT,
  BW_ROLE_BOT, /* automatic replies, rules, the system */
  BW_ROLE_LAST,
} BwRole;

const char *bw_role_to_string (BwRole role);

typedef enum {
  BW_FIELD_NONE,
  BW_FIELD_ID,
  BW_FIELD_TICKET_ID, /* of a response or call: the ticket it belongs to */
  BW_FIELD_SUBJECT,
  BW_FIELD_REQUESTER,
  BW_FIELD_EMAIL,
  BW_FIELD_COMMENT, /* of a rating */
  BW_FIELD_URL,
  BW_FIELD_MERGED_INTO, /* the ticket that goes on */

  BW_FIELD_CREATED,
  BW_FIELD_ASSIGNED, /* first assignment */
  BW_FIELD_STARTED,  /* work started */
  BW_FIELD_FIRST_REPLY,
  BW_FIELD_FIRST_SOLVED,
  BW_FIELD_SOLVED, /* last solve */
  BW_FIELD_CLOSED,
  BW_FIELD_UPDATED,
  BW_FIELD_DUE,             /* resolution target */
  BW_FIELD_REPLY_DUE,       /* first-response target */
  BW_FIELD_RATED,           /* the rating or response was given */
  BW_FIELD_ENDED,           /* a call's end */
  BW_FIELD_SENT,            /* the survey was sent */
  BW_FIELD_OFFERED_AT,      /* a call: to the queue, where that is later than it was created */
  BW_FIELD_ANSWERED_AT,     /* a call: by an agent */
  BW_FIELD_AUTOMATIC_REPLY, /* the first that nobody wrote */
  BW_FIELD_ASKED_AGAIN,     /* the customer's first message after the first solve */

  BW_FIELD_STATUS,
  BW_FIELD_PRIORITY,
  BW_FIELD_CHANNEL,
  BW_FIELD_TEAM,
  BW_FIELD_AGENT,
  BW_FIELD_TYPE,
  BW_FIELD_CATEGORY,
  BW_FIELD_PRODUCT,
  BW_FIELD_BRAND,
  BW_FIELD_ORGANISATION,
  BW_FIELD_TAG,
  BW_FIELD_FORM,
  BW_FIELD_LANGUAGE,
  BW_FIELD_SITE,
  BW_FIELD_COUNTRY,
  BW_FIELD_QUESTION,  /* a survey's question */
  BW_FIELD_DIRECTION, /* inbound, outbound */
  BW_FIELD_OUTCOME,   /* a call's result: answered, abandoned ... */
  BW_FIELD_LEVEL,     /* tier of the support that has it */

  BW_FIELD_ESCALATED,
  BW_FIELD_AGENT_CREATED,
  BW_FIELD_SPAM,
  BW_FIELD_DELETED,
  BW_FIELD_MERGED,
  BW_FIELD_REPLY_SLA,
  BW_FIELD_RESOLUTION_SLA,
  BW_FIELD_FIRST_CONTACT, /* the first contact was enough, as an agent or a survey says */
  BW_FIELD_BOT_ONLY,      /* no human took part */
  BW_FIELD_HANDLED,       /* a call: by an agent */
  BW_FIELD_ABANDONED,     /* a call: by the caller, while waiting */
  BW_FIELD_CALLBACK,      /* a call: the caller is called back */

  BW_FIELD_FIRST_REPLY_TIME, /* durations as the product exported them */
  BW_FIELD_FIRST_REPLY_TIME_BUSINESS,
  BW_FIELD_FIRST_RESOLUTION_TIME,
  BW_FIELD_FIRST_RESOLUTION_TIME_BUSINESS,
  BW_FIELD_RESOLUTION_TIME,
  BW_FIELD_RESOLUTION_TIME_BUSINESS,
  BW_FIELD_HANDLE_TIME,
  BW_FIELD_TALK_TIME,
  BW_FIELD_HOLD_TIME,
  BW_FIELD_WRAP_TIME,
  BW_FIELD_WAIT_TIME,
  BW_FIELD_CALL_LENGTH,
  BW_FIELD_REQUESTER_WAIT_TIME, /* in our hands: new, open or on hold, until solved */
  BW_FIELD_REQUESTER_WAIT_TIME_BUSINESS,
  BW_FIELD_AGENT_WAIT_TIME, /* waiting for the customer */

  BW_FIELD_REOPENS,
  BW_FIELD_REPLIES, /* public agent replies */
  BW_FIELD_CUSTOMER_REPLIES,
  BW_FIELD_REASSIGNMENTS,
  BW_FIELD_TRANSFERS, /* of a call, to another agent or queue */

  BW_FIELD_CSAT, /* ratings: the column knows its scale */
  BW_FIELD_NPS,
  BW_FIELD_CES,

  BW_FIELD_AT, /* of a message or event: when */
  BW_FIELD_EVENT,
  BW_FIELD_CHANGED, /* which field of the ticket */
  BW_FIELD_OLD_VALUE,
  BW_FIELD_NEW_VALUE,
  BW_FIELD_AUTHOR,
  BW_FIELD_ROLE, /* of the author */
  BW_FIELD_PUBLIC,
  BW_FIELD_AUTOMATIC,
  BW_FIELD_BODY,
  BW_FIELD_DATA_1, /* of a queue event: what they hold depends on it */
  BW_FIELD_DATA_2,
  BW_FIELD_DATA_3,
  BW_FIELD_DATA_4,
  BW_FIELD_DATA_5,

  BW_FIELD_DATE, /* the day or period that a row is about */
  BW_FIELD_ARTICLE,
  BW_FIELD_VIEWS,
  BW_FIELD_VISITORS,
  BW_FIELD_HELPFUL,
  BW_FIELD_UNHELPFUL,
  BW_FIELD_SEARCHES,
  BW_FIELD_SEARCHES_FAILED, /* without a result */
  BW_FIELD_HELP_USERS,      /* of the help centre, in the period */
  BW_FIELD_TICKET_USERS,    /* who wrote tickets in the period */

  BW_FIELD_SINCE, /* of a customer: from when to when */
  BW_FIELD_UNTIL,
  BW_FIELD_PLAN,
  BW_FIELD_INTERVAL, /* of its payments */
  BW_FIELD_RECURRING_REVENUE,
  BW_FIELD_CUSTOMERS_START, /* of a period */
  BW_FIELD_CUSTOMERS_NEW,
  BW_FIELD_CUSTOMERS_LOST,
  BW_FIELD_CUSTOMERS_END,

  BW_FIELD_AMOUNT, /* a cost; of what, the category says */
  BW_FIELD_COST_TRAINING,
  BW_FIELD_COST_SALARIES,
  BW_FIELD_COST_INFRASTRUCTURE,
  BW_FIELD_REVENUE,
  BW_FIELD_CURRENCY,

  BW_FIELD_SCHEDULED_TIME,
  BW_FIELD_PAID_TIME,
  BW_FIELD_LOGGED_IN_TIME,
  BW_FIELD_AVAILABLE_TIME,

  BW_FIELD_N_TICKETS, /* of totals */
  BW_FIELD_N_SOLVED,
  BW_FIELD_N_OFFERED,
  BW_FIELD_N_ANSWERED,
  BW_FIELD_N_ABANDONED,
  BW_FIELD_N_WITHIN, /* answered within the target */
  BW_FIELD_LAST,
} BwFieldId;

typedef struct {
  BwFieldId id;
  const char *name;  /* stable: "first-reply", "channel" */
  const char *title; /* N_(): "First reply" */
  const char *none;  /* N_(), of dimensions: "No channel"; else NULL */
  BwValue value;
  gboolean personal; /* left out of exports unless asked for */
  guint kinds;       /* 1 << BwKind, the tables in which it makes sense */
} BwField;

/* Indexed by BwFieldId; NULL for NONE and beyond. */
const BwField *bw_field_get (BwFieldId id);
/* The fields that say who the customer is, the surest first; ends with BW_FIELD_NONE. */
extern const BwFieldId bw_person_fields[];
/* Of a list that ends with BW_FIELD_NONE; NULL of NULL. Free it with g_free. */
BwFieldId *bw_field_copy_list (const BwFieldId *fields);
/* By name; also accepts capitals, '_' for '-', plurals ("tags", "agents") and a few other words
 * ("group" = team, "assignee" = agent, "organization"). NULL if none. */
const BwField *bw_field_find (const char *name);
/* May be split by: DIMENSION, TAGS, STATUS, PRIORITY, FLAG, VERDICT, OUTCOME. */
gboolean bw_field_is_dimension (const BwField *field);
/* Translated title. */
const char *bw_field_get_title (BwFieldId id);
/* Translated name of the rows without a value: "No channel". */
const char *bw_field_get_none_label (BwFieldId id);
