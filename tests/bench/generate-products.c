/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of each product's export, and a ticket as one row of it. */
#include "generate-products.h"

#include <string.h>

#define MINUTE INT64_C (60)
#define HOUR INT64_C (3600)
#define DAY INT64_C (86400)

/* A short text under construction. */
typedef struct {
  size_t length;
  char text[512];
} Text;

static void
text_add (Text *text, const char *more)
{
  size_t length = strlen (more);

  if (text->length + length >= sizeof text->text)
    return;
  memcpy (text->text + text->length, more, length + 1);
  text->length += length;
}

static void
text_add_int (Text *text, uint32_t value)
{
  char digits[12];
  int at = sizeof digits - 1;

  digits[at] = '\0';
  do
    digits[--at] = '0' + value % 10;
  while (value /= 10);
  text_add (text, digits + at);
}

static void
text_add_word (Text *text, char separator, const char *word)
{
  const char between[] = { separator, '\0' };

  if (text->length > 0)
    text_add (text, between);
  text_add (text, word);
}

static void
cell_built (Cells *cells, const Text *text)
{
  cell_text_n (cells, text->text, text->length);
}

static void
text_add_person (Text *text, Locale locale, int given, int family)
{
  const char *first = given_names[locale][given];
  const char *last = family_names[locale][family].text;
  bool family_first = locale == LOCALE_JAPANESE;

  text_add (text, family_first ? last : first);
  text_add (text, " ");
  text_add (text, family_first ? first : last);
}

static void
cell_requester (Cells *cells, const Ticket *ticket)
{
  Text text = { 0 };
  int given, family;

  requester_names (ticket->organisation, ticket->requester, &given, &family);
  text_add_person (&text, ticket->locale, given, family);
  cell_built (cells, &text);
}

static void
cell_agent (Cells *cells, const Ticket *ticket)
{
  Text text = { 0 };
  int given, family;

  if (ticket->agent >= 0) {
    Locale locale = agent_names (ticket->agent, &given, &family);

    text_add_person (&text, locale, given, family);
  }
  cell_built (cells, &text);
}

static void
cell_email (Cells *cells, const Ticket *ticket)
{
  Text text = { 0 };
  int given, family;

  requester_names (ticket->organisation, ticket->requester, &given, &family);
  text_add (&text, family_names[ticket->locale][family].ascii);
  text_add_int (&text, ticket->requester);
  text_add (&text, "@");
  text_add (&text, ticket->organisation < 0 ? "mail" : organisations[ticket->organisation].ascii);
  text_add (&text, ".example");
  cell_built (cells, &text);
}

static void
cell_organisation (Cells *cells, const Ticket *ticket)
{
  cell_text (cells, ticket->organisation < 0 ? "" : organisations[ticket->organisation].text);
}

static void
cell_team (Cells *cells, const Ticket *ticket)
{
  cell_text (cells, ticket->team < 0 ? "" : teams[ticket->team]);
}

static void
cell_subject (Cells *cells, const Ticket *ticket, Random *words)
{
  const CategoryWords *category = &categories[ticket->category];
  Text text = { 0 };

  if (ticket->locale >= LOCALE_GERMAN && ticket->locale <= LOCALE_SPANISH &&
      random_chance (words, 600))
    text_add (&text, category->local_subjects[ticket->locale - LOCALE_GERMAN]);
  else
    text_add (&text, category->subjects[random_below (words, 4)]);

  if (random_chance (words, 200)) {
    text_add (&text, " #");
    text_add_int (&text, 10000 + random_below (words, 90000));
  }
  if (random_chance (words, 180))
    text_add (&text, details[random_below (words, 16)]);
  if (random_chance (words, 25)) {
    text_add (&text, " ");
    text_add (&text, emoji[random_below (words, 6)]);
  }
  if (random_chance (words, 30)) {
    text_add (&text, "\n");
    text_add (&text, second_lines[random_below (words, 8)]);
  }
  cell_built (cells, &text);
}

static void
cell_tags (Cells *cells, const Ticket *ticket, char separator, Random *words)
{
  Text text = { 0 };

  if (!random_chance (words, 80))
    text_add_word (&text, separator, categories[ticket->category].tag);
  if (ticket->in_incident && ticket->category != CATEGORY_OUTAGE)
    text_add_word (&text, separator, "outage");
  if (ticket->made_by_agent)
    text_add_word (&text, separator, "proactive");
  if (ticket->organisation >= 0 && ticket->organisation % 9 == 0)
    text_add_word (&text, separator, "vip");
  if (ticket->escalated)
    text_add_word (&text, separator, "escalated");
  if (random_chance (words, 150))
    text_add_word (&text, separator, "mobile");
  if (random_chance (words, 60))
    text_add_word (&text, separator, "help_centre");
  cell_built (cells, &text);
}

static bool
is_solved (const Ticket *ticket)
{
  return ticket->state >= STATE_SOLVED;
}

/* Zendesk: the account's ticket export. */

static const ColumnHeader zendesk_headers[] = {
  { "Summation column", COLUMN_KEY },
  { "Id", COLUMN_KEY },
  { "Requester", COLUMN_TEXT },
  { "Requester email", COLUMN_TEXT },
  { "Submitter", COLUMN_TEXT },
  { "Assignee", COLUMN_TEXT },
  { "Group", COLUMN_TEXT },
  { "Organization", COLUMN_TEXT },
  { "Subject", COLUMN_TEXT },
  { "Tags", COLUMN_TEXT },
  { "Status", COLUMN_KEY },
  { "Priority", COLUMN_TEXT },
  { "Via", COLUMN_TEXT },
  { "Ticket type", COLUMN_TEXT },
  { "Created at", COLUMN_DATE },
  { "Updated at", COLUMN_DATE },
  { "Assigned at", COLUMN_DATE },
  { "Initially assigned at", COLUMN_DATE },
  { "Solved at", COLUMN_DATE },
  { "Due date", COLUMN_DATE },
  { "Resolution time", COLUMN_DURATION },
  { "Satisfaction Score", COLUMN_SCORE },
  { "Group stations", COLUMN_KEY },
  { "Assignee stations", COLUMN_KEY },
  { "Reopens", COLUMN_KEY },
  { "Replies", COLUMN_KEY },
  { "First reply time in minutes", COLUMN_DURATION },
  { "First reply time in minutes within business hours", COLUMN_DURATION },
  { "First resolution time in minutes", COLUMN_DURATION },
  { "Full resolution time in minutes", COLUMN_DURATION },
  { "Full resolution time in minutes within business hours", COLUMN_DURATION },
  { "Ticket Category [list]", COLUMN_TEXT },
};

_Static_assert (sizeof zendesk_headers / sizeof *zendesk_headers == 32, "32 columns");

static void
cell_minutes (Cells *cells, const Ticket *ticket, int64_t until)
{
  cell_int_if (cells, until != NEVER, (until - ticket->created) / MINUTE);
}

static void
cell_business_minutes (Cells *cells, const Ticket *ticket, int64_t until)
{
  cell_int_if (cells, until != NEVER, business_seconds (ticket->created, until) / MINUTE);
}

static const char *
zendesk_type (const Ticket *ticket)
{
  static const char *const types[N_CATEGORIES] = {
    [CATEGORY_LOGIN] = "Incident",       [CATEGORY_BILLING] = "Question",
    [CATEGORY_ORDER] = "Question",       [CATEGORY_RETURN] = "Task",
    [CATEGORY_BUG] = "Problem",          [CATEGORY_FEATURE] = "",
    [CATEGORY_SHIPPING] = "Question",    [CATEGORY_ACCOUNT] = "Task",
    [CATEGORY_INTEGRATION] = "Incident", [CATEGORY_EXPORT] = "Incident",
    [CATEGORY_OUTAGE] = "Incident",      [CATEGORY_HOW_TO] = "Question",
  };

  return types[ticket->category];
}

static void
write_zendesk_row (Cells *cells, const Ticket *ticket, int64_t until, Random *words)
{
  static const char *const states[] = { "New", "Open", "Pending", "Hold", "Solved", "Closed" };
  static const char *const priorities[] = { "Low", "Normal", "High", "Urgent" };
  static const char *const channels[] = { "Email", "Web form", "Chat",
                                          "Phone", "WhatsApp", "Facebook" };
  static const char *const ratings[] = { "Unoffered", "Offered", "Bad", "Good" };
  const char *type = zendesk_type (ticket);
  bool is_task = type[0] == 'T' && random_chance (words, 400);
  int64_t due = (ticket->created / DAY + 3 + random_below (words, 10)) * DAY + 17 * HOUR;

  row_begin (cells);
  cell_int (cells, 1);
  cell_int (cells, ticket->id);
  cell_requester (cells, ticket);
  cell_email (cells, ticket);
  if (ticket->made_by_agent)
    cell_agent (cells, ticket);
  else
    cell_requester (cells, ticket);
  cell_agent (cells, ticket);
  cell_team (cells, ticket);
  cell_organisation (cells, ticket);
  cell_subject (cells, ticket, words);
  cell_tags (cells, ticket, ' ', words);
  cell_text (cells, states[ticket->state]);
  cell_text (cells, ticket->priority < 0 ? random_chance (words, 250) ? "-" : ""
                                         : priorities[ticket->priority]);
  cell_text (cells, channels[ticket->channel]);
  cell_text (cells, type);
  cell_time (cells, ticket->created);
  cell_time (cells, ticket->updated);
  cell_time (cells, ticket->reassigned);
  cell_time (cells, ticket->assigned);
  cell_time (cells, ticket->solved_last);
  cell_time (cells, is_task ? due : NEVER);
  cell_int_if (cells, ticket->solved_last, (ticket->solved_last - ticket->created) / HOUR);
  cell_text (cells, ratings[ticket->rating]);
  cell_int (cells, ticket->team_stations);
  cell_int (cells, ticket->agent_stations);
  cell_int (cells, ticket->reopens);
  cell_int (cells, ticket->replies);
  cell_minutes (cells, ticket, ticket->replied);
  cell_business_minutes (cells, ticket, ticket->replied);
  cell_minutes (cells, ticket, ticket->solved_first);
  cell_minutes (cells, ticket, ticket->solved_last);
  cell_business_minutes (cells, ticket, ticket->solved_last);
  cell_text (cells, random_chance (words, 100) ? "" : categories[ticket->category].name);
  row_end (cells);
}

/* Freshdesk: the ticket export. */

static const ColumnHeader freshdesk_headers[] = {
  { "Ticket ID", COLUMN_KEY },
  { "Subject", COLUMN_TEXT },
  { "Status", COLUMN_KEY },
  { "Priority", COLUMN_TEXT },
  { "Source", COLUMN_TEXT },
  { "Type", COLUMN_TEXT },
  { "Agent", COLUMN_TEXT },
  { "Group", COLUMN_TEXT },
  { "Created time", COLUMN_DATE },
  { "Due by Time", COLUMN_DATE },
  { "Resolved time", COLUMN_DATE },
  { "Closed time", COLUMN_DATE },
  { "Last updated time", COLUMN_DATE },
  { "Initial response time", COLUMN_DATE },
  { "Time tracked", COLUMN_DURATION },
  { "First response time (in hrs)", COLUMN_DURATION },
  { "Resolution time (in hrs)", COLUMN_DURATION },
  { "Agent interactions", COLUMN_KEY },
  { "Customer interactions", COLUMN_KEY },
  { "Resolution status", COLUMN_TEXT },
  { "First response status", COLUMN_TEXT },
  { "Tags", COLUMN_TEXT },
  { "Survey results", COLUMN_SCORE },
  { "Product", COLUMN_TEXT },
  { "Association type", COLUMN_TEXT },
  { "Full name", COLUMN_TEXT },
  { "Title", COLUMN_TEXT },
  { "Email", COLUMN_TEXT },
  { "Work phone", COLUMN_TEXT },
  { "Contact ID", COLUMN_KEY },
  { "Company Name", COLUMN_TEXT },
};

/* Met, missed, or not known yet; a target that nobody can meet any more is missed. */
static const char *
sla_word (int64_t due, int64_t done, bool dropped, int64_t until)
{
  if (done != NEVER)
    return done <= due ? "Within SLA" : "SLA Violated";

  return !dropped && due < until ? "SLA Violated" : "";
}

static const char *
survey_words (const Ticket *ticket, Random *words)
{
  if (ticket->rating == RATING_GOOD)
    return random_chance (words, 600) ? "Extremely Happy" : "Happy";
  if (ticket->rating == RATING_BAD)
    return random_chance (words, 300)   ? "Neutral"
           : random_chance (words, 500) ? "Unhappy"
                                        : "Extremely Unhappy";

  return "";
}

static void
cell_phone (Cells *cells, const Ticket *ticket, Random *words)
{
  Text text = { 0 };

  if (random_chance (words, 400)) {
    /* 555-01xx is kept free for invented numbers. */
    text_add (&text, "+1 202 555 01");
    text_add_int (&text, 10 + (ticket->requester * 7 + ticket->organisation + 1) % 90);
  }
  cell_built (cells, &text);
}

static void
write_freshdesk_row (Cells *cells, const Ticket *ticket, int64_t until, Random *words)
{
  static const char *const states[] = {
    "Open", "Open", "Waiting on Customer", "Waiting on Third Party", "Resolved", "Closed",
  };
  static const char *const priorities[] = { "Low", "Medium", "High", "Urgent" };
  static const char *const sources[] = {
    "Email", "Portal", "Chat", "Phone", "Whatsapp", "Facebook"
  };
  static const char *const products[] = { "Ledger", "Notebook", "Till", "" };
  static const int response_hours[] = { 24, 8, 4, 1 };
  static const int resolution_hours[] = { 120, 72, 24, 8 };
  int level = ticket->priority < 0 ? 1 : ticket->priority;
  int64_t response_due = ticket->created + response_hours[level] * HOUR;
  int64_t due = ticket->created + resolution_hours[level] * HOUR;
  int64_t solved = is_solved (ticket) ? ticket->solved_last : NEVER;
  bool closed_at_once = ticket->state == STATE_CLOSED && random_chance (words, 20);
  int64_t tracked = ticket->replies * 7 * MINUTE + random_below (words, 9 * MINUTE);

  row_begin (cells);
  cell_int (cells, ticket->id);
  cell_subject (cells, ticket, words);
  cell_text (cells, states[ticket->state]);
  cell_text (cells, ticket->priority < 0 ? "" : priorities[ticket->priority]);
  cell_text (cells, sources[ticket->channel]);
  cell_text (cells, random_chance (words, 100) ? "" : categories[ticket->category].name);
  cell_agent (cells, ticket);
  cell_team (cells, ticket);
  cell_time (cells, ticket->created);
  cell_time (cells, due);
  cell_time (cells, closed_at_once ? NEVER : solved);
  cell_time (cells, closed_at_once ? solved : ticket->closed);
  cell_time (cells, ticket->updated);
  cell_time (cells, ticket->replied);
  cell_clock (cells, ticket->replies > 0, tracked);
  cell_clock (cells, ticket->replied && !random_chance (words, 100),
              ticket->replied - ticket->created);
  cell_clock (cells, solved && !random_chance (words, 100), solved - ticket->created);
  cell_int (cells, ticket->replies);
  cell_int (cells, ticket->customer_replies);
  cell_text (cells, sla_word (due, solved, false, until));
  cell_text (cells, sla_word (response_due, ticket->replied, solved != NEVER, until));
  cell_tags (cells, ticket, ',', words);
  cell_text (cells, survey_words (ticket, words));
  cell_text (cells, products[random_below (words, 4)]);
  cell_empty (cells);
  cell_requester (cells, ticket);
  cell_empty (cells);
  cell_email (cells, ticket);
  cell_phone (cells, ticket, words);
  cell_int (cells, INT64_C (81000000000) + (ticket->organisation + 1) * INT64_C (1000000) +
                       ticket->requester);
  cell_organisation (cells, ticket);
  row_end (cells);
}

/* Jira Service Management: the issue navigator's export, with its repeated columns. */

static const ColumnHeader jira_headers[] = {
  { "Summary", COLUMN_TEXT },
  { "Issue key", COLUMN_KEY },
  { "Issue id", COLUMN_KEY },
  { "Issue Type", COLUMN_TEXT },
  { "Status", COLUMN_KEY },
  { "Project key", COLUMN_TEXT },
  { "Project name", COLUMN_TEXT },
  { "Priority", COLUMN_TEXT },
  { "Resolution", COLUMN_TEXT },
  { "Assignee", COLUMN_TEXT },
  { "Assignee Id", COLUMN_TEXT },
  { "Reporter", COLUMN_TEXT },
  { "Reporter (Email)", COLUMN_TEXT },
  { "Created", COLUMN_DATE },
  { "Updated", COLUMN_DATE },
  { "Last Viewed", COLUMN_DATE },
  { "Resolved", COLUMN_DATE },
  { "Due date", COLUMN_DATE },
  { "Components", COLUMN_TEXT },
  { "Labels", COLUMN_TEXT },
  { "Labels", COLUMN_TEXT },
  { "Labels", COLUMN_TEXT },
  { "Comment", COLUMN_TEXT },
  { "Comment", COLUMN_TEXT },
  { "Custom field ([CHART] Date of First Response)", COLUMN_DATE },
  { "Custom field (Time to first response)", COLUMN_DURATION },
  { "Custom field (Time to resolution)", COLUMN_DURATION },
  { "Custom field (Request Type)", COLUMN_TEXT },
  { "Custom field (Organizations)", COLUMN_TEXT },
  { "Satisfaction rating", COLUMN_SCORE },
  { "Custom field (Satisfaction date)", COLUMN_DATE },
  { "Status Category", COLUMN_KEY },
  { "Status Category Changed", COLUMN_DATE },
};

static void
cell_prefixed_int (Cells *cells, const char *prefix, int64_t value)
{
  Text text = { 0 };

  text_add (&text, prefix);
  text_add_int (&text, value);
  cell_built (cells, &text);
}

/* Time left against the goal: negative when it was missed. */
static void
cell_time_left (Cells *cells, int64_t due, int64_t done, int64_t until)
{
  cell_signed_clock (cells, due - (done != NEVER ? done : until));
}

static void
write_jira_row (Cells *cells, const Ticket *ticket, int64_t until, Random *words)
{
  static const char *const states[] = {
    "Waiting for support", "In Progress", "Waiting for customer", "Pending", "Resolved", "Closed"
  };
  static const char *const phases[] = { "To Do",       "In Progress", "In Progress",
                                        "In Progress", "Done",        "Done" };
  static const char *const priorities[] = { "Low", "Medium", "High", "Highest" };
  static const int response_hours[] = { 24, 8, 4, 1 };
  static const int resolution_hours[] = { 120, 72, 24, 8 };
  int level = ticket->priority < 0 ? 1 : ticket->priority;
  int64_t solved = is_solved (ticket) ? ticket->solved_last : NEVER;
  int64_t number = (ticket->id - 48000) * 2 / 3 + 1;
  int stars = ticket->rating == RATING_GOOD ? 4 + random_chance (words, 650)
                                            : 1 + (int) random_below (words, 3);
  bool rated = ticket->rating >= RATING_BAD;

  row_begin (cells);
  cell_subject (cells, ticket, words);
  cell_prefixed_int (cells, "HELP-", number);
  cell_int (cells, ticket->id);
  cell_text (cells, ticket->category == CATEGORY_BUG || ticket->category == CATEGORY_OUTAGE
                        ? "[System] Incident"
                        : "[System] Service request");
  cell_text (cells, states[ticket->state]);
  cell_text (cells, "HELP");
  cell_text (cells, "Help desk");
  cell_text (cells, priorities[level]);
  cell_text (cells, solved ? "Done" : "");
  cell_agent (cells, ticket);
  if (ticket->agent >= 0)
    cell_prefixed_int (cells, "712020:", 4100 + ticket->agent);
  else
    cell_empty (cells);
  cell_requester (cells, ticket);
  cell_email (cells, ticket);
  cell_jira_time (cells, ticket->created);
  cell_jira_time (cells, ticket->updated);
  cell_jira_time (cells, random_chance (words, 300) ? ticket->updated : NEVER);
  cell_jira_time (cells, solved);
  cell_empty (cells);
  cell_team (cells, ticket);
  cell_text (cells, categories[ticket->category].tag);
  cell_text (cells, ticket->escalated ? "escalated" : "");
  cell_empty (cells);
  cell_text (cells, ticket->replied ? "Thanks, we are looking into it." : "");
  cell_text (cells, ticket->replies > 1 ? "Could you send us the details, please?" : "");
  cell_jira_time (cells, ticket->replied);
  cell_time_left (cells, ticket->created + response_hours[level] * HOUR, ticket->replied, until);
  cell_time_left (cells, ticket->created + resolution_hours[level] * HOUR, solved, until);
  cell_text (cells, categories[ticket->category].name);
  cell_organisation (cells, ticket);
  cell_int_if (cells, rated, stars);
  cell_jira_time (cells, rated ? ticket->rated : NEVER);
  cell_text (cells, phases[ticket->state]);
  cell_jira_time (cells, solved ? solved : ticket->replied ? ticket->replied : ticket->created);
  row_end (cells);
}

#define N_HEADERS(headers) ((int) (sizeof headers / sizeof *headers))

static const Product products[] = {
  { "zendesk", zendesk_headers, N_HEADERS (zendesk_headers), write_zendesk_row },
  { "freshdesk", freshdesk_headers, N_HEADERS (freshdesk_headers), write_freshdesk_row },
  { "jira", jira_headers, N_HEADERS (jira_headers), write_jira_row },
};

const Product *
product_find (const char *name)
{
  for (size_t i = 0; i < sizeof products / sizeof *products; i++) {
    if (strcmp (products[i].name, name) == 0)
      return &products[i];
  }

  return NULL;
}
