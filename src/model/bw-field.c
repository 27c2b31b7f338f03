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

#define FIELD(id, name, title, value, kinds)                                                       \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, NULL, BW_VALUE_##value, FALSE, kinds }
#define PERSONAL(id, name, title, kinds)                                                           \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, NULL, BW_VALUE_TEXT, TRUE, kinds }
/* none: what the rows without a value are called */
#define SPLIT(id, name, title, none, value, kinds)                                                 \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, none, BW_VALUE_##value, FALSE, kinds }

static const BwField fields[BW_FIELD_LAST] = {
  FIELD (ID, "id", N_ ("ID"), TEXT, ALL),
  FIELD (TICKET_ID, "ticket-id", N_ ("Ticket"), TEXT, RESPONSES | CALLS),
  PERSONAL (SUBJECT, "subject", N_ ("Subject"), TICKETS),
  PERSONAL (REQUESTER, "requester", N_ ("Requester"), ALL),
  PERSONAL (EMAIL, "email", N_ ("E-mail address"), ALL),
  PERSONAL (COMMENT, "comment", N_ ("Comment"), TICKETS | RESPONSES),
  PERSONAL (URL, "url", N_ ("Web address"), ALL),

  FIELD (CREATED, "created", N_ ("Created"), TIME, ALL),
  FIELD (ASSIGNED, "assigned", N_ ("First assigned"), TIME, TICKETS),
  FIELD (STARTED, "started", N_ ("Work started"), TIME, TICKETS | CALLS),
  FIELD (FIRST_REPLY, "first-reply", N_ ("First reply"), TIME, TICKETS | CALLS),
  FIELD (FIRST_SOLVED, "first-solved", N_ ("First solved"), TIME, TICKETS),
  FIELD (SOLVED, "solved", N_ ("Solved"), TIME, TICKETS),
  FIELD (CLOSED, "closed", N_ ("Closed"), TIME, TICKETS),
  FIELD (UPDATED, "updated", N_ ("Updated"), TIME, ALL),
  FIELD (DUE, "due", N_ ("Resolution due"), TIME, TICKETS),
  FIELD (REPLY_DUE, "reply-due", N_ ("First reply due"), TIME, TICKETS),
  FIELD (RATED, "rated", N_ ("Answered on"), TIME, TICKETS | RESPONSES),
  FIELD (ENDED, "ended", N_ ("Ended"), TIME, CALLS),

  SPLIT (STATUS, "status", N_ ("Status"), N_ ("No status"), STATUS, ALL),
  SPLIT (PRIORITY, "priority", N_ ("Priority"), N_ ("No priority"), PRIORITY, ALL),
  SPLIT (CHANNEL, "channel", N_ ("Channel"), N_ ("No channel"), DIMENSION, ALL),
  SPLIT (TEAM, "team", N_ ("Team"), N_ ("No team"), DIMENSION, ALL),
  [BW_FIELD_AGENT] = { BW_FIELD_AGENT, "agent", N_ ("Agent"), N_ ("No agent"), BW_VALUE_DIMENSION,
                       TRUE, ALL },
  SPLIT (TYPE, "type", N_ ("Type"), N_ ("No type"), DIMENSION, ALL),
  SPLIT (CATEGORY, "category", N_ ("Category"), N_ ("No category"), DIMENSION, ALL),
  SPLIT (PRODUCT, "product", N_ ("Product"), N_ ("No product"), DIMENSION, ALL),
  SPLIT (BRAND, "brand", N_ ("Brand"), N_ ("No brand"), DIMENSION, ALL),
  SPLIT (ORGANISATION, "organisation", N_ ("Organisation"), N_ ("No organisation"), DIMENSION, ALL),
  SPLIT (TAG, "tag", N_ ("Tag"), N_ ("No tag"), TAGS, ALL),
  SPLIT (FORM, "form", N_ ("Form"), N_ ("No form"), DIMENSION, ALL),
  SPLIT (LANGUAGE, "language", N_ ("Language"), N_ ("No language"), DIMENSION, ALL),
  SPLIT (SITE, "site", N_ ("Site"), N_ ("No site"), DIMENSION, ALL),
  SPLIT (COUNTRY, "country", N_ ("Country"), N_ ("No country"), DIMENSION, ALL),
  SPLIT (QUESTION, "question", N_ ("Question"), N_ ("No question"), DIMENSION, RESPONSES),
  SPLIT (DIRECTION, "direction", N_ ("Direction"), N_ ("No direction"), DIMENSION, CALLS),
  SPLIT (OUTCOME, "outcome", N_ ("Outcome"), N_ ("No outcome"), OUTCOME, CALLS),

  SPLIT (ESCALATED,
         "escalated",
         N_ ("Escalated"),
         N_ ("Escalation not stated"),
         FLAG,
         TICKETS | CALLS),
  SPLIT (AGENT_CREATED,
         "agent-created",
         N_ ("Created by an agent"),
         N_ ("Creator not stated"),
         FLAG,
         TICKETS),
  SPLIT (SPAM, "spam", N_ ("Spam"), N_ ("Spam not stated"), FLAG, TICKETS),
  SPLIT (DELETED, "deleted", N_ ("Deleted"), N_ ("Deletion not stated"), FLAG, TICKETS),
  SPLIT (MERGED, "merged", N_ ("Merged"), N_ ("Merging not stated"), FLAG, TICKETS),
  SPLIT (REPLY_SLA,
         "reply-sla",
         N_ ("First reply target"),
         N_ ("No first reply target"),
         VERDICT,
         TICKETS),
  SPLIT (RESOLUTION_SLA,
         "resolution-sla",
         N_ ("Resolution target"),
         N_ ("No resolution target"),
         VERDICT,
         TICKETS),

  FIELD (FIRST_REPLY_TIME, "first-reply-time", N_ ("First reply time"), DURATION, TICKETS),
  FIELD (FIRST_REPLY_TIME_BUSINESS,
         "first-reply-time-business",
         N_ ("First reply time (business hours)"),
         DURATION,
         TICKETS),
  FIELD (FIRST_RESOLUTION_TIME,
         "first-resolution-time",
         N_ ("First resolution time"),
         DURATION,
         TICKETS),
  FIELD (FIRST_RESOLUTION_TIME_BUSINESS,
         "first-resolution-time-business",
         N_ ("First resolution time (business hours)"),
         DURATION,
         TICKETS),
  FIELD (RESOLUTION_TIME, "resolution-time", N_ ("Resolution time"), DURATION, TICKETS),
  FIELD (RESOLUTION_TIME_BUSINESS,
         "resolution-time-business",
         N_ ("Resolution time (business hours)"),
         DURATION,
         TICKETS),
  FIELD (HANDLE_TIME, "handle-time", N_ ("Handle time"), DURATION, TICKETS | CALLS),
  FIELD (TALK_TIME, "talk-time", N_ ("Talk time"), DURATION, CALLS),
  FIELD (HOLD_TIME, "hold-time", N_ ("Hold time"), DURATION, TICKETS | CALLS),
  FIELD (WRAP_TIME, "wrap-time", N_ ("Wrap-up time"), DURATION, CALLS),
  FIELD (WAIT_TIME, "wait-time", N_ ("Wait time"), DURATION, TICKETS | CALLS),
  FIELD (CALL_LENGTH, "call-length", N_ ("Call length"), DURATION, CALLS),

  FIELD (REOPENS, "reopens", N_ ("Reopens"), COUNT, TICKETS),
  FIELD (REPLIES, "replies", N_ ("Agent replies"), COUNT, TICKETS),
  FIELD (CUSTOMER_REPLIES, "customer-replies", N_ ("Customer replies"), COUNT, TICKETS),
  FIELD (REASSIGNMENTS, "reassignments", N_ ("Reassignments"), COUNT, TICKETS | CALLS),

  FIELD (CSAT, "csat", N_ ("Satisfaction"), RATING, TICKETS | RESPONSES),
  FIELD (NPS, "nps", N_ ("Likelihood to recommend"), RATING, TICKETS | RESPONSES),
  FIELD (CES, "ces", N_ ("Effort"), RATING, TICKETS | RESPONSES),
};

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
  case BW_VALUE_OUTCOME:
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
