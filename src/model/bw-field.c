/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of canonical fields. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-field.h"

#define MESSAGES (1u << BW_KIND_MESSAGES)
#define EVENTS (1u << BW_KIND_EVENTS)
#define QUEUE_EVENTS (1u << BW_KIND_QUEUE_EVENTS)
#define VIEWS (1u << BW_KIND_VIEWS)
#define CUSTOMERS (1u << BW_KIND_CUSTOMERS)
#define COUNTS (1u << BW_KIND_CUSTOMER_COUNTS)
#define FINANCE (1u << BW_KIND_FINANCE)
#define AGENT_TIME (1u << BW_KIND_AGENT_TIME)
#define TOTALS (1u << BW_KIND_TOTALS)
#define LOGS (MESSAGES | EVENTS)
#define SUMS (VIEWS | COUNTS | FINANCE | AGENT_TIME | TOTALS)
#define TURNS (1u << BW_KIND_TURNS)
/* What a ticket has, the rows of its log may repeat. */
#define TICKETS ((1u << BW_KIND_TICKETS) | LOGS)
#define RESPONSES (1u << BW_KIND_RESPONSES)
#define CALLS (1u << BW_KIND_CALLS)
#define ALL (TICKETS | RESPONSES | CALLS)
/* Dimensions that nearly every file may have. */
#define ANY (ALL | QUEUE_EVENTS | CUSTOMERS | SUMS | TURNS)

#define FIELD(id, name, title, value, kinds)                                                       \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, NULL, BW_VALUE_##value, FALSE, kinds }
#define PERSONAL(id, name, title, kinds)                                                           \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, NULL, BW_VALUE_TEXT, TRUE, kinds }
/* none: what the rows without a value are called */
#define SPLIT(id, name, title, none, value, kinds)                                                 \
  [BW_FIELD_##id] = { BW_FIELD_##id, name, title, none, BW_VALUE_##value, FALSE, kinds }

static const BwField fields[BW_FIELD_LAST] = {
  FIELD (ID, "id", N_ ("ID"), TEXT, ALL | QUEUE_EVENTS | CUSTOMERS),
  FIELD (TICKET_ID, "ticket-id", N_ ("Ticket"), TEXT, RESPONSES | CALLS | LOGS | TURNS),
  PERSONAL (SUBJECT, "subject", N_ ("Subject"), TICKETS),
  PERSONAL (REQUESTER, "requester", N_ ("Requester"), ALL | CUSTOMERS),
  PERSONAL (EMAIL, "email", N_ ("E-mail address"), ALL | CUSTOMERS),
  PERSONAL (COMMENT, "comment", N_ ("Comment"), TICKETS | RESPONSES),
  PERSONAL (URL, "url", N_ ("Web address"), ALL | VIEWS),
  FIELD (MERGED_INTO, "merged-into", N_ ("Merged into"), TEXT, TICKETS),

  FIELD (CREATED, "created", N_ ("Created"), TIME, ALL | TURNS),
  FIELD (ASSIGNED, "assigned", N_ ("First assigned"), TIME, TICKETS),
  FIELD (STARTED, "started", N_ ("Work started"), TIME, TICKETS | CALLS),
  FIELD (FIRST_REPLY, "first-reply", N_ ("First reply"), TIME, TICKETS | CALLS | TURNS),
  FIELD (FIRST_SOLVED, "first-solved", N_ ("First solved"), TIME, TICKETS),
  FIELD (SOLVED, "solved", N_ ("Solved"), TIME, TICKETS),
  FIELD (CLOSED, "closed", N_ ("Closed"), TIME, TICKETS),
  FIELD (UPDATED, "updated", N_ ("Updated"), TIME, ALL),
  FIELD (DUE, "due", N_ ("Resolution due"), TIME, TICKETS),
  FIELD (REPLY_DUE, "reply-due", N_ ("First reply due"), TIME, TICKETS),
  FIELD (RATED, "rated", N_ ("Answered on"), TIME, TICKETS | RESPONSES),
  FIELD (ENDED, "ended", N_ ("Ended"), TIME, CALLS),
  FIELD (SENT, "sent", N_ ("Survey sent"), TIME, RESPONSES | TICKETS),
  FIELD (OFFERED_AT, "offered-at", N_ ("Offered"), TIME, CALLS),
  FIELD (ANSWERED_AT, "answered-at", N_ ("Answered"), TIME, CALLS),
  FIELD (AUTOMATIC_REPLY, "automatic-reply", N_ ("First automatic reply"), TIME, TICKETS),
  FIELD (ASKED_AGAIN, "asked-again", N_ ("Customer wrote again after the solve"), TIME, TICKETS),

  SPLIT (STATUS, "status", N_ ("Status"), N_ ("No status"), STATUS, ALL | CUSTOMERS),
  SPLIT (PRIORITY, "priority", N_ ("Priority"), N_ ("No priority"), PRIORITY, ALL | TOTALS | TURNS),
  SPLIT (CHANNEL, "channel", N_ ("Channel"), N_ ("No channel"), DIMENSION, ANY),
  SPLIT (TEAM, "team", N_ ("Team"), N_ ("No team"), DIMENSION, ANY),
  [BW_FIELD_AGENT] = { BW_FIELD_AGENT, "agent", N_ ("Agent"), N_ ("No agent"), BW_VALUE_DIMENSION,
                       TRUE, ANY },
  SPLIT (TYPE, "type", N_ ("Type"), N_ ("No type"), DIMENSION, ANY),
  SPLIT (CATEGORY, "category", N_ ("Category"), N_ ("No category"), DIMENSION, ANY),
  SPLIT (PRODUCT, "product", N_ ("Product"), N_ ("No product"), DIMENSION, ANY),
  SPLIT (BRAND, "brand", N_ ("Brand"), N_ ("No brand"), DIMENSION, ANY),
  SPLIT (ORGANISATION, "organisation", N_ ("Organisation"), N_ ("No organisation"), DIMENSION, ANY),
  SPLIT (TAG, "tag", N_ ("Tag"), N_ ("No tag"), TAGS, ALL | TURNS),
  SPLIT (FORM, "form", N_ ("Form"), N_ ("No form"), DIMENSION, ALL),
  SPLIT (LANGUAGE, "language", N_ ("Language"), N_ ("No language"), DIMENSION, ANY),
  SPLIT (SITE, "site", N_ ("Site"), N_ ("No site"), DIMENSION, ANY),
  SPLIT (COUNTRY, "country", N_ ("Country"), N_ ("No country"), DIMENSION, ANY),
  SPLIT (QUESTION, "question", N_ ("Question"), N_ ("No question"), DIMENSION, RESPONSES),
  SPLIT (DIRECTION,
         "direction",
         N_ ("Direction"),
         N_ ("No direction"),
         DIMENSION,
         CALLS | LOGS | TOTALS),
  SPLIT (OUTCOME, "outcome", N_ ("Outcome"), N_ ("No outcome"), OUTCOME, CALLS),
  SPLIT (LEVEL, "level", N_ ("Support level"), N_ ("No support level"), DIMENSION, ALL | TURNS),

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
  SPLIT (FIRST_CONTACT,
         "first-contact",
         N_ ("Solved at first contact"),
         N_ ("First contact not stated"),
         FLAG,
         ALL),
  SPLIT (BOT_ONLY, "bot-only", N_ ("Bot only"), N_ ("Bots not stated"), FLAG, TICKETS | CALLS),
  SPLIT (HANDLED, "handled", N_ ("Handled"), N_ ("Handling not stated"), FLAG, CALLS),
  SPLIT (ABANDONED, "abandoned", N_ ("Abandoned"), N_ ("Abandonment not stated"), FLAG, CALLS),
  SPLIT (CALLBACK, "callback", N_ ("Callback"), N_ ("Callback not stated"), FLAG, CALLS),

  FIELD (FIRST_REPLY_TIME, "first-reply-time", N_ ("First reply time"), DURATION, TICKETS | TOTALS),
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
  FIELD (RESOLUTION_TIME, "resolution-time", N_ ("Resolution time"), DURATION, TICKETS | TOTALS),
  FIELD (RESOLUTION_TIME_BUSINESS,
         "resolution-time-business",
         N_ ("Resolution time (business hours)"),
         DURATION,
         TICKETS),
  FIELD (HANDLE_TIME,
         "handle-time",
         N_ ("Handle time"),
         DURATION,
         TICKETS | CALLS | AGENT_TIME | TOTALS),
  FIELD (TALK_TIME, "talk-time", N_ ("Talk time"), DURATION, CALLS | AGENT_TIME | TOTALS),
  FIELD (HOLD_TIME, "hold-time", N_ ("Hold time"), DURATION, TICKETS | CALLS | AGENT_TIME | TOTALS),
  FIELD (WRAP_TIME, "wrap-time", N_ ("Wrap-up time"), DURATION, CALLS | AGENT_TIME | TOTALS),
  FIELD (WAIT_TIME, "wait-time", N_ ("Wait time"), DURATION, TICKETS | CALLS | TOTALS),
  FIELD (CALL_LENGTH, "call-length", N_ ("Call length"), DURATION, CALLS | TOTALS),
  FIELD (REQUESTER_WAIT_TIME,
         "requester-wait-time",
         N_ ("Requester wait time"),
         DURATION,
         TICKETS | TOTALS),
  FIELD (REQUESTER_WAIT_TIME_BUSINESS,
         "requester-wait-time-business",
         N_ ("Requester wait time (business hours)"),
         DURATION,
         TICKETS),
  FIELD (AGENT_WAIT_TIME, "agent-wait-time", N_ ("Agent wait time"), DURATION, TICKETS),

  FIELD (REOPENS, "reopens", N_ ("Reopens"), COUNT, TICKETS),
  FIELD (REPLIES, "replies", N_ ("Agent replies"), COUNT, TICKETS),
  FIELD (CUSTOMER_REPLIES, "customer-replies", N_ ("Customer replies"), COUNT, TICKETS),
  FIELD (REASSIGNMENTS, "reassignments", N_ ("Reassignments"), COUNT, TICKETS | CALLS),
  FIELD (TRANSFERS, "transfers", N_ ("Transfers"), COUNT, CALLS),

  FIELD (CSAT, "csat", N_ ("Satisfaction"), RATING, TICKETS | RESPONSES | CALLS),
  FIELD (NPS, "nps", N_ ("Likelihood to recommend"), RATING, TICKETS | RESPONSES),
  FIELD (CES, "ces", N_ ("Effort"), RATING, TICKETS | RESPONSES),

  FIELD (AT, "at", N_ ("Happened"), TIME, LOGS | QUEUE_EVENTS),
  FIELD (EVENT, "event", N_ ("Event"), EVENT, LOGS | QUEUE_EVENTS),
  FIELD (CHANGED, "changed", N_ ("What changed"), EVENT, EVENTS),
  SPLIT (OLD_VALUE, "old-value", N_ ("Old value"), N_ ("No old value"), STATUS, EVENTS),
  SPLIT (NEW_VALUE, "new-value", N_ ("New value"), N_ ("No new value"), STATUS, EVENTS),
  [BW_FIELD_AUTHOR] = { BW_FIELD_AUTHOR, "author", N_ ("Author"), N_ ("No author"),
                        BW_VALUE_DIMENSION, TRUE, LOGS },
  FIELD (ROLE, "role", N_ ("Author is"), ROLE, LOGS),
  SPLIT (PUBLIC, "public", N_ ("Public"), N_ ("Not stated whether public"), FLAG, LOGS),
  SPLIT (AUTOMATIC, "automatic", N_ ("Automatic"), N_ ("Not stated whether automatic"), FLAG, LOGS),
  PERSONAL (BODY, "body", N_ ("Message"), LOGS),
  FIELD (DATA_1, "data-1", N_ ("Parameter 1"), TEXT, QUEUE_EVENTS),
  FIELD (DATA_2, "data-2", N_ ("Parameter 2"), TEXT, QUEUE_EVENTS),
  FIELD (DATA_3, "data-3", N_ ("Parameter 3"), TEXT, QUEUE_EVENTS),
  FIELD (DATA_4, "data-4", N_ ("Parameter 4"), TEXT, QUEUE_EVENTS),
  FIELD (DATA_5, "data-5", N_ ("Parameter 5"), TEXT, QUEUE_EVENTS),

  FIELD (DATE, "date", N_ ("Date"), TIME, SUMS),
  SPLIT (ARTICLE, "article", N_ ("Article"), N_ ("No article"), DIMENSION, VIEWS),
  FIELD (VIEWS, "views", N_ ("Views"), COUNT, VIEWS),
  FIELD (VISITORS, "visitors", N_ ("Visitors"), COUNT, VIEWS),
  FIELD (HELPFUL, "helpful", N_ ("Found helpful"), COUNT, VIEWS),
  FIELD (UNHELPFUL, "unhelpful", N_ ("Found not helpful"), COUNT, VIEWS),
  FIELD (SEARCHES, "searches", N_ ("Searches"), COUNT, VIEWS | TOTALS),
  FIELD (
      SEARCHES_FAILED, "searches-failed", N_ ("Searches without a result"), COUNT, VIEWS | TOTALS),
  FIELD (HELP_USERS, "help-users", N_ ("Users of the help centre"), COUNT, VIEWS | TOTALS),
  FIELD (TICKET_USERS, "ticket-users", N_ ("Users with tickets"), COUNT, VIEWS | TOTALS),

  FIELD (SINCE, "since", N_ ("Customer since"), TIME, CUSTOMERS),
  FIELD (UNTIL, "until", N_ ("Customer until"), TIME, CUSTOMERS),
  SPLIT (PLAN, "plan", N_ ("Plan"), N_ ("No plan"), DIMENSION, CUSTOMERS | COUNTS | ALL | TURNS),
  SPLIT (INTERVAL, "interval", N_ ("Billing interval"), N_ ("No interval"), DIMENSION, CUSTOMERS),
  FIELD (
      RECURRING_REVENUE, "recurring-revenue", N_ ("Recurring revenue"), NUMBER, CUSTOMERS | COUNTS),
  FIELD (CUSTOMERS_START, "customers-start", N_ ("Customers at the start"), COUNT, COUNTS),
  FIELD (CUSTOMERS_NEW, "customers-new", N_ ("New customers"), COUNT, COUNTS),
  FIELD (CUSTOMERS_LOST, "customers-lost", N_ ("Lost customers"), COUNT, COUNTS),
  FIELD (CUSTOMERS_END, "customers-end", N_ ("Customers at the end"), COUNT, COUNTS),

  FIELD (AMOUNT, "amount", N_ ("Amount"), NUMBER, FINANCE | CUSTOMERS),
  FIELD (COST_TRAINING, "cost-training", N_ ("Training and management"), NUMBER, FINANCE),
  FIELD (COST_SALARIES, "cost-salaries", N_ ("Salaries"), NUMBER, FINANCE),
  FIELD (COST_INFRASTRUCTURE, "cost-infrastructure", N_ ("Infrastructure"), NUMBER, FINANCE),
  FIELD (REVENUE, "revenue", N_ ("Revenue"), NUMBER, FINANCE | COUNTS),
  SPLIT (CURRENCY, "currency", N_ ("Currency"), N_ ("No currency"), DIMENSION, FINANCE | CUSTOMERS),

  FIELD (SCHEDULED_TIME, "scheduled-time", N_ ("Scheduled time"), DURATION, AGENT_TIME),
  FIELD (PAID_TIME, "paid-time", N_ ("Paid time"), DURATION, AGENT_TIME),
  FIELD (LOGGED_IN_TIME, "logged-in-time", N_ ("Time logged in"), DURATION, AGENT_TIME),
  FIELD (AVAILABLE_TIME, "available-time", N_ ("Time available"), DURATION, AGENT_TIME),

  FIELD (N_TICKETS, "n-tickets", N_ ("Number of tickets"), COUNT, TOTALS),
  FIELD (N_SOLVED, "n-solved", N_ ("Number of solved tickets"), COUNT, TOTALS),
  FIELD (N_OFFERED, "n-offered", N_ ("Calls offered"), COUNT, TOTALS),
  FIELD (N_ANSWERED, "n-answered", N_ ("Calls answered"), COUNT, TOTALS),
  FIELD (N_ABANDONED, "n-abandoned", N_ ("Calls abandoned"), COUNT, TOTALS),
  FIELD (N_WITHIN, "n-within", N_ ("Calls answered in time"), COUNT, TOTALS),
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
  { "tier", BW_FIELD_LEVEL },
  { "work-time", BW_FIELD_HANDLE_TIME },
};

static const char *const kind_names[BW_KIND_LAST] = {
  [BW_KIND_TICKETS] = "tickets",
  [BW_KIND_RESPONSES] = "responses",
  [BW_KIND_CALLS] = "calls",
  [BW_KIND_MESSAGES] = "messages",
  [BW_KIND_EVENTS] = "events",
  [BW_KIND_QUEUE_EVENTS] = "queue-events",
  [BW_KIND_VIEWS] = "views",
  [BW_KIND_CUSTOMERS] = "customers",
  [BW_KIND_CUSTOMER_COUNTS] = "customer-counts",
  [BW_KIND_FINANCE] = "finance",
  [BW_KIND_AGENT_TIME] = "agent-time",
  [BW_KIND_TOTALS] = "totals",
  [BW_KIND_TURNS] = "turns",
};

static const char *const kind_titles[BW_KIND_LAST] = {
  [BW_KIND_TICKETS] = N_ ("Tickets"),
  [BW_KIND_RESPONSES] = N_ ("Survey responses"),
  [BW_KIND_CALLS] = N_ ("Calls"),
  [BW_KIND_MESSAGES] = N_ ("Messages of tickets"),
  [BW_KIND_EVENTS] = N_ ("Events of tickets"),
  [BW_KIND_QUEUE_EVENTS] = N_ ("Events of a call queue"),
  [BW_KIND_VIEWS] = N_ ("Article views"),
  [BW_KIND_CUSTOMERS] = N_ ("Customers"),
  [BW_KIND_CUSTOMER_COUNTS] = N_ ("Customers by period"),
  [BW_KIND_FINANCE] = N_ ("Costs and revenue"),
  [BW_KIND_AGENT_TIME] = N_ ("Working time of agents"),
  [BW_KIND_TOTALS] = N_ ("Totals"),
  [BW_KIND_TURNS] = N_ ("Turns of conversations"),
};

static const char *const status_names[BW_STATUS_LAST] = {
  [BW_STATUS_NONE] = "none",       [BW_STATUS_NEW] = "new",         [BW_STATUS_OPEN] = "open",
  [BW_STATUS_PENDING] = "pending", [BW_STATUS_HOLD] = "hold",       [BW_STATUS_SOLVED] = "solved",
  [BW_STATUS_CLOSED] = "closed",   [BW_STATUS_DELETED] = "deleted", [BW_STATUS_SPAM] = "spam",
  [BW_STATUS_MERGED] = "merged",
};

static const char *const event_names[BW_EVENT_LAST] = {
  [BW_EVENT_NONE] = "none",
  [BW_EVENT_CREATED] = "created",
  [BW_EVENT_ASSIGNED] = "assigned",
  [BW_EVENT_STARTED] = "started",
  [BW_EVENT_MESSAGE] = "message",
  [BW_EVENT_REPLIED] = "replied",
  [BW_EVENT_ASKED] = "asked",
  [BW_EVENT_NOTE] = "note",
  [BW_EVENT_STATUS] = "status",
  [BW_EVENT_WAITING] = "waiting",
  [BW_EVENT_HELD] = "held",
  [BW_EVENT_SOLVED] = "solved",
  [BW_EVENT_CLOSED] = "closed",
  [BW_EVENT_REOPENED] = "reopened",
  [BW_EVENT_ESCALATED] = "escalated",
  [BW_EVENT_ENTERED] = "entered",
  [BW_EVENT_CONNECTED] = "connected",
  [BW_EVENT_COMPLETED] = "completed",
  [BW_EVENT_TRANSFERRED] = "transferred",
  [BW_EVENT_ABANDONED] = "abandoned",
  [BW_EVENT_TIMED_OUT] = "timed-out",
  [BW_EVENT_LEFT_BY_KEY] = "left-by-key",
};

static const char *const role_names[BW_ROLE_LAST] = {
  [BW_ROLE_NONE] = "none",
  [BW_ROLE_CUSTOMER] = "customer",
  [BW_ROLE_AGENT] = "agent",
  [BW_ROLE_BOT] = "bot",
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

gboolean
bw_kind_is_gathered (BwKind kind)
{
  return kind == BW_KIND_MESSAGES || kind == BW_KIND_EVENTS || kind == BW_KIND_QUEUE_EVENTS;
}

gboolean
bw_kind_is_derived (BwKind kind)
{
  return kind == BW_KIND_TURNS;
}

const char *
bw_status_to_string (BwStatus status)
{
  g_return_val_if_fail ((guint) status < BW_STATUS_LAST, NULL);
  return status_names[status];
}

const char *
bw_event_to_string (BwEvent event)
{
  g_return_val_if_fail ((guint) event < BW_EVENT_LAST, NULL);
  return event_names[event];
}

const char *
bw_role_to_string (BwRole role)
{
  g_return_val_if_fail ((guint) role < BW_ROLE_LAST, NULL);
  return role_names[role];
}

const BwFieldId bw_person_fields[] = { BW_FIELD_EMAIL, BW_FIELD_REQUESTER, BW_FIELD_NONE };

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
  case BW_VALUE_EVENT:
  case BW_VALUE_ROLE:
    return FALSE;
  }
  g_return_val_if_reached (FALSE);
}

BwFieldId *
bw_field_copy_list (const BwFieldId *fields)
{
  guint n = 0;

  while (fields && fields[n] != BW_FIELD_NONE)
    n++;
  return fields ? g_memdup2 (fields, (n + 1) * sizeof *fields) : NULL;
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
