/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of canonical fields. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-field.h"

#define TICKETS (1u << BW_KIND_TICKETS)
#define RESPONSES (1u << BW_KIND_RESPONSES)
#define CALLS (1u << BW_KIND_CALLS)
#define ALL (TICKETS | RESPONSES | CALLS)

#define PLAIN FALSE
#define PERSONAL TRUE

#define FIELD(id, name, title, value, personal, kinds, none)                                       \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, none, BW_VALUE_##value, personal, kinds }

/* clang-format off */
static const BwField fields[BW_FIELD_LAST] = {
  FIELD (ID, "id", N_ ("ID"), TEXT, PLAIN, ALL, NULL),
  FIELD (TICKET_ID, "ticket-id", N_ ("Ticket"), TEXT, PLAIN, RESPONSES | CALLS, NULL),
  FIELD (SUBJECT, "subject", N_ ("Subject"), TEXT, PERSONAL, TICKETS, NULL),
  FIELD (REQUESTER, "requester", N_ ("Requester"), TEXT, PERSONAL, ALL, NULL),
  FIELD (EMAIL, "email", N_ ("E-mail address"), TEXT, PERSONAL, ALL, NULL),
  FIELD (COMMENT, "comment", N_ ("Comment"), TEXT, PERSONAL, TICKETS | RESPONSES, NULL),
  FIELD (URL, "url", N_ ("Web address"), TEXT, PERSONAL, ALL, NULL),

  FIELD (CREATED, "created", N_ ("Created"), TIME, PLAIN, ALL, NULL),
  FIELD (ASSIGNED, "assigned", N_ ("First assigned"), TIME, PLAIN, TICKETS, NULL),
  FIELD (STARTED, "started", N_ ("Work started"), TIME, PLAIN, TICKETS | CALLS, NULL),
  FIELD (FIRST_REPLY, "first-reply", N_ ("First reply"), TIME, PLAIN, TICKETS | CALLS, NULL),
  FIELD (FIRST_SOLVED, "first-solved", N_ ("First solved"), TIME, PLAIN, TICKETS, NULL),
  FIELD (SOLVED, "solved", N_ ("Solved"), TIME, PLAIN, TICKETS, NULL),
  FIELD (CLOSED, "closed", N_ ("Closed"), TIME, PLAIN, TICKETS, NULL),
  FIELD (UPDATED, "updated", N_ ("Updated"), TIME, PLAIN, ALL, NULL),
  FIELD (DUE, "due", N_ ("Resolution due"), TIME, PLAIN, TICKETS, NULL),
  FIELD (REPLY_DUE, "reply-due", N_ ("First reply due"), TIME, PLAIN, TICKETS, NULL),
  FIELD (RATED, "rated", N_ ("Answered on"), TIME, PLAIN, TICKETS | RESPONSES, NULL),
  FIELD (ENDED, "ended", N_ ("Ended"), TIME, PLAIN, CALLS, NULL),

  FIELD (STATUS, "status", N_ ("Status"), STATUS, PLAIN, ALL, N_ ("No status")),
  FIELD (PRIORITY, "priority", N_ ("Priority"), PRIORITY, PLAIN, ALL, N_ ("No priority")),
  FIELD (CHANNEL, "channel", N_ ("Channel"), DIMENSION, PLAIN, ALL, N_ ("No channel")),
  FIELD (TEAM, "team", N_ ("Team"), DIMENSION, PLAIN, ALL, N_ ("No team")),
  FIELD (AGENT, "agent", N_ ("Agent"), DIMENSION, PERSONAL, ALL, N_ ("No agent")),
  FIELD (TYPE, "type", N_ ("Type"), DIMENSION, PLAIN, ALL, N_ ("No type")),
  FIELD (CATEGORY, "category", N_ ("Category"), DIMENSION, PLAIN, ALL, N_ ("No category")),
  FIELD (PRODUCT, "product", N_ ("Product"), DIMENSION, PLAIN, ALL, N_ ("No product")),
  FIELD (BRAND, "brand", N_ ("Brand"), DIMENSION, PLAIN, ALL, N_ ("No brand")),
  FIELD (ORGANISATION, "organisation", N_ ("Organisation"), DIMENSION, PLAIN, ALL, N_ ("No organisation")),
  FIELD (TAG, "tag", N_ ("Tag"), TAGS, PLAIN, ALL, N_ ("No tag")),
  FIELD (FORM, "form", N_ ("Form"), DIMENSION, PLAIN, ALL, N_ ("No form")),
  FIELD (LANGUAGE, "language", N_ ("Language"), DIMENSION, PLAIN, ALL, N_ ("No language")),
  FIELD (SITE, "site", N_ ("Site"), DIMENSION, PLAIN, ALL, N_ ("No site")),
  FIELD (COUNTRY, "country", N_ ("Country"), DIMENSION, PLAIN, ALL, N_ ("No country")),
  FIELD (QUESTION, "question", N_ ("Question"), DIMENSION, PLAIN, RESPONSES, N_ ("No question")),
  FIELD (DIRECTION, "direction", N_ ("Direction"), DIMENSION, PLAIN, CALLS, N_ ("No direction")),
  FIELD (OUTCOME, "outcome", N_ ("Outcome"), DIMENSION, PLAIN, CALLS, N_ ("No outcome")),

  FIELD (ESCALATED, "escalated", N_ ("Escalated"), FLAG, PLAIN, TICKETS | CALLS, N_ ("Escalation not stated")),
  FIELD (AGENT_CREATED, "agent-created", N_ ("Created by an agent"), FLAG, PLAIN, TICKETS, N_ ("Creator not stated")),
  FIELD (SPAM, "spam", N_ ("Spam"), FLAG, PLAIN, TICKETS, N_ ("Spam not stated")),
  FIELD (DELETED, "deleted", N_ ("Deleted"), FLAG, PLAIN, TICKETS, N_ ("Deletion not stated")),
  FIELD (MERGED, "merged", N_ ("Merged"), FLAG, PLAIN, TICKETS, N_ ("Merging not stated")),
  FIELD (REPLY_SLA, "reply-sla", N_ ("First reply target"), VERDICT, PLAIN, TICKETS, N_ ("No first reply target")),
  FIELD (RESOLUTION_SLA, "resolution-sla", N_ ("Resolution target"), VERDICT, PLAIN, TICKETS, N_ ("No resolution target")),

  FIELD (FIRST_REPLY_TIME, "first-reply-time", N_ ("First reply time"), DURATION, PLAIN, TICKETS, NULL),
  FIELD (FIRST_REPLY_TIME_BUSINESS, "first-reply-time-business", N_ ("First reply time (business hours)"), DURATION, PLAIN, TICKETS, NULL),
  FIELD (FIRST_RESOLUTION_TIME, "first-resolution-time", N_ ("First resolution time"), DURATION, PLAIN, TICKETS, NULL),
  FIELD (FIRST_RESOLUTION_TIME_BUSINESS, "first-resolution-time-business", N_ ("First resolution time (business hours)"), DURATION, PLAIN, TICKETS, NULL),
  FIELD (RESOLUTION_TIME, "resolution-time", N_ ("Resolution time"), DURATION, PLAIN, TICKETS, NULL),
  FIELD (RESOLUTION_TIME_BUSINESS, "resolution-time-business", N_ ("Resolution time (business hours)"), DURATION, PLAIN, TICKETS, NULL),
  FIELD (HANDLE_TIME, "handle-time", N_ ("Handle time"), DURATION, PLAIN, TICKETS | CALLS, NULL),
  FIELD (TALK_TIME, "talk-time", N_ ("Talk time"), DURATION, PLAIN, CALLS, NULL),
  FIELD (HOLD_TIME, "hold-time", N_ ("Hold time"), DURATION, PLAIN, TICKETS | CALLS, NULL),
  FIELD (WRAP_TIME, "wrap-time", N_ ("Wrap-up time"), DURATION, PLAIN, CALLS, NULL),
  FIELD (WAIT_TIME, "wait-time", N_ ("Wait time"), DURATION, PLAIN, TICKETS | CALLS, NULL),
  FIELD (CALL_LENGTH, "call-length", N_ ("Call length"), DURATION, PLAIN, CALLS, NULL),

  FIELD (REOPENS, "reopens", N_ ("Reopens"), COUNT, PLAIN, TICKETS, NULL),
  FIELD (REPLIES, "replies", N_ ("Agent replies"), COUNT, PLAIN, TICKETS, NULL),
  FIELD (CUSTOMER_REPLIES, "customer-replies", N_ ("Customer replies"), COUNT, PLAIN, TICKETS, NULL),
  FIELD (REASSIGNMENTS, "reassignments", N_ ("Reassignments"), COUNT, PLAIN, TICKETS | CALLS, NULL),

  FIELD (CSAT, "csat", N_ ("Satisfaction"), RATING, PLAIN, TICKETS | RESPONSES, NULL),
  FIELD (NPS, "nps", N_ ("Likelihood to recommend"), RATING, PLAIN, TICKETS | RESPONSES, NULL),
  FIELD (CES, "ces", N_ ("Effort"), RATING, PLAIN, TICKETS | RESPONSES, NULL),
};
/* clang-format on */

/* Other words for a field, and plurals that are not formed by adding an s. */
static const struct {
  const char *word;
  BwFieldId id;
} aliases[] = {
  { "assignee", BW_FIELD_AGENT },
  { "categories", BW_FIELD_CATEGORY },
  { "countries", BW_FIELD_COUNTRY },
  { "group", BW_FIELD_TEAM },
  { "organization", BW_FIELD_ORGANISATION },
  { "organizations", BW_FIELD_ORGANISATION },
  { "priorities", BW_FIELD_PRIORITY },
  { "statuses", BW_FIELD_STATUS },
};

static const char *const kind_names[BW_KIND_LAST] = {
  [BW_KIND_TICKETS] = "tickets",
  [BW_KIND_RESPONSES] = "responses",
  [BW_KIND_CALLS] = "calls",
};

static const char *const kind_titles[BW_KIND_LAST] = {
  [BW_KIND_TICKETS] = N_ ("Tickets"),
  [BW_KIND_RESPONSES] = N_ ("Survey responses"),
  [BW_KIND_CALLS] = N_ ("Calls"),
};

static const char *const status_names[BW_STATUS_LAST] = {
  [BW_STATUS_NONE] = "none",       [BW_STATUS_NEW] = "new",         [BW_STATUS_OPEN] = "open",
  [BW_STATUS_PENDING] = "pending", [BW_STATUS_HOLD] = "hold",       [BW_STATUS_SOLVED] = "solved",
  [BW_STATUS_CLOSED] = "closed",   [BW_STATUS_DELETED] = "deleted", [BW_STATUS_SPAM] = "spam",
  [BW_STATUS_MERGED] = "merged",
};

const char *
bw_kind_to_string (BwKind kind)
{
  g_return_val_if_fail ((guint) kind < BW_KIND_LAST, NULL);
  return kind_names[kind];
}

gboolean
bw_kind_parse (const char *text, BwKind *kind)
{
  g_return_val_if_fail (text, FALSE);
  for (guint i = 0; i < BW_KIND_LAST; i++) {
    if (g_str_equal (text, kind_names[i])) {
      *kind = (BwKind) i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
bw_kind_get_title (BwKind kind)
{
  g_return_val_if_fail ((guint) kind < BW_KIND_LAST, NULL);
  return _ (kind_titles[kind]);
}

const char *
bw_status_to_string (BwStatus status)
{
  g_return_val_if_fail ((guint) status < BW_STATUS_LAST, NULL);
  return status_names[status];
}

const BwField *
bw_field_get (BwFieldId id)
{
  return id > BW_FIELD_NONE && id < BW_FIELD_LAST ? &fields[id] : NULL;
}

static const BwField *
find_exactly (const char *name)
{
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++)
    if (g_str_equal (fields[id].name, name))
      return &fields[id];
  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].word, name))
      return &fields[aliases[i].id];
  return NULL;
}

const BwField *
bw_field_find (const char *name)
{
  g_return_val_if_fail (name, NULL);
  g_autofree char *word = g_strdelimit (g_ascii_strdown (name, -1), "_", '-');
  const BwField *field = find_exactly (word);
  if (!field && g_str_has_suffix (word, "s")) {
    word[strlen (word) - 1] = '\0';
    field = find_exactly (word);
  }
  return field;
}

gboolean
bw_field_is_dimension (const BwField *field)
{
  g_return_val_if_fail (field, FALSE);
  switch (field->value) {
  case BW_VALUE_DIMENSION:
  case BW_VALUE_TAGS:
  case BW_VALUE_STATUS:
  case BW_VALUE_PRIORITY:
  case BW_VALUE_FLAG:
  case BW_VALUE_VERDICT:
    return TRUE;
  case BW_VALUE_TEXT:
  case BW_VALUE_TIME:
  case BW_VALUE_DURATION:
  case BW_VALUE_COUNT:
  case BW_VALUE_NUMBER:
  case BW_VALUE_RATING:
    return FALSE;
  }
  g_return_val_if_reached (FALSE);
}

const char *
bw_field_get_title (BwFieldId id)
{
  const BwField *field = bw_field_get (id);
  g_return_val_if_fail (field, NULL);
  return _ (field->title);
}

const char *
bw_field_get_none_label (BwFieldId id)
{
  const BwField *field = bw_field_get (id);
  g_return_val_if_fail (field, NULL);
  return field->none ? _ (field->none) : _ ("No value");
}
