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
  BW_KIND_LAST,
} BwKind;

/* "tickets", "responses", "calls" */
const char *bw_kind_to_string (BwKind kind);
gboolean bw_kind_parse (const char *text, BwKind *kind);
/* For people: "Tickets", "Survey responses", "Calls" */
const char *bw_kind_get_title (BwKind kind);

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

typedef enum {
  BW_FIELD_NONE,
  BW_FIELD_ID,
  BW_FIELD_TICKET_ID, /* of a response or call: the ticket it belongs to */
  BW_FIELD_SUBJECT,
  BW_FIELD_REQUESTER,
  BW_FIELD_EMAIL,
  BW_FIELD_COMMENT, /* of a rating */
  BW_FIELD_URL,

  BW_FIELD_CREATED,
  BW_FIELD_ASSIGNED, /* first assignment */
  BW_FIELD_STARTED,  /* work started */
  BW_FIELD_FIRST_REPLY,
  BW_FIELD_FIRST_SOLVED,
  BW_FIELD_SOLVED, /* last solve */
  BW_FIELD_CLOSED,
  BW_FIELD_UPDATED,
  BW_FIELD_DUE,       /* resolution target */
  BW_FIELD_REPLY_DUE, /* first-response target */
  BW_FIELD_RATED,     /* the rating or response was given */
  BW_FIELD_ENDED,     /* a call's end */

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

  BW_FIELD_ESCALATED,
  BW_FIELD_AGENT_CREATED,
  BW_FIELD_SPAM,
  BW_FIELD_DELETED,
  BW_FIELD_MERGED,
  BW_FIELD_REPLY_SLA,
  BW_FIELD_RESOLUTION_SLA,

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

  BW_FIELD_REOPENS,
  BW_FIELD_REPLIES, /* public agent replies */
  BW_FIELD_CUSTOMER_REPLIES,
  BW_FIELD_REASSIGNMENTS,

  BW_FIELD_CSAT, /* ratings: the column knows its scale */
  BW_FIELD_NPS,
  BW_FIELD_CES,
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
/* By name; also accepts capitals, '_' for '-', plurals ("tags", "agents") and a few other words
 * ("group" = team, "assignee" = agent, "organization"). NULL if none. */
const BwField *bw_field_find (const char *name);
/* May be split by: DIMENSION, TAGS, STATUS, PRIORITY, FLAG, VERDICT. */
gboolean bw_field_is_dimension (const BwField *field);
/* Translated title. */
const char *bw_field_get_title (BwFieldId id);
/* Translated name of the rows without a value: "No channel". */
const char *bw_field_get_none_label (BwFieldId id);
