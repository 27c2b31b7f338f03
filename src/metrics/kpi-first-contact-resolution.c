/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tickets were solved by the first contact. */
#include "config.h"

#include "bw-settings.h"
#include <glib/gi18n-lib.h>
#include <math.h>

enum {
  METHOD_ONE_REPLY,
  METHOD_ONE_TOUCH,
  METHOD_ONE_CONTACT,
  METHOD_ONE_AGENT,
  METHOD_NO_REPEAT,
  METHOD_FLAG,
  METHOD_SURVEY,
};

enum {
  AFTER_COUNTS,
  AFTER_THANKS,
};

#define SOLVED_WORDS N_ ("the date on which tickets were solved")

static gboolean
came_back (const BwRow *row)
{
  return row->reopens != BW_MISSING && row->reopens > 0;
}

/* No ticket is solved for whoever goes on writing, unless that is thanks. */
static gboolean
wrote_again (const BwRow *row)
{
  return (int) bw_row_choice (row, 2) == AFTER_COUNTS && row->asked_again != BW_TIME_NONE &&
         row->asked_again <= row->first_solved + bw_row_choice (row, 1);
}

/* Once it is known that the ticket has a say. */
static double
judge (const BwRow *row, BwReason *reason)
{
  switch ((int) bw_row_choice (row, 0)) {
  case METHOD_ONE_TOUCH:
    return row->replies < 2 && !came_back (row);
  case METHOD_ONE_CONTACT:
    if (row->customer_replies == BW_MISSING)
      break;
    return row->customer_replies <= row->first_customer_replies && !came_back (row);
  case METHOD_ONE_AGENT:
    if (row->reassignments == BW_MISSING)
      break;
    return row->reassignments == 0 && !came_back (row);
  case METHOD_NO_REPEAT:
    return !came_back (row) && (row->next_contact == BW_TIME_NONE ||
                                row->next_contact > row->first_solved + bw_row_choice (row, 1));
  case METHOD_FLAG:
    if (isnan (row->first_contact))
      break;
    return row->first_contact;
  case METHOD_ONE_REPLY:
  default:
    return row->replies == 1 && !came_back (row) && !wrote_again (row);
  }
  *reason = BW_REASON_NOT_SAID;
  return NAN;
}

/* Tickets without a reply have no say, unless they may, nor have those of which nobody knows how
 * many they had, where the method counts them. */
static BwReason
find_reply_lack (const BwRow *row)
{
  int method = (int) bw_row_choice (row, 0);
  gboolean may = (row->excludes >> BW_EXCLUDE_NO_REPLY & 1) == 0 || method == METHOD_FLAG;

  if (row->replies == BW_MISSING)
    return method == METHOD_ONE_REPLY || method == METHOD_ONE_TOUCH ? BW_REASON_NOT_SAID
                                                                    : BW_REASON_NONE;
  return row->replies == 0 && method != METHOD_ONE_TOUCH && !may ? BW_REASON_NO_REPLY
                                                                 : BW_REASON_NONE;
}

/* Each answer of the survey by itself: whoever was asked knows. */
static double
say_as_asked (const BwRow *row, BwReason *reason)
{
  if (isnan (row->first_contact))
    *reason = BW_REASON_NOT_RATED;
  return row->first_contact;
}

static double
say (const BwRow *row, BwReason *reason)
{
  if ((int) bw_row_choice (row, 0) == METHOD_SURVEY)
    return say_as_asked (row, reason);
  if (row->first_solved == BW_TIME_NONE)
    return NAN;
  if (bw_row_is_agent_created (row)) {
    *reason = BW_REASON_AGENT_CREATED;
    return NAN;
  }
  if (bw_row_is_bot_only (row)) {
    *reason = BW_REASON_BOT_ONLY;
    return NAN;
  }
  if (find_reply_lack (row) != BW_REASON_NONE) {
    *reason = find_reply_lack (row);
    return NAN;
  }
  if (row->first_solved + bw_row_choice (row, 1) > row->as_of) {
    *reason = BW_REASON_IMMATURE;
    return NAN;
  }
  return bw_row_is_solved (row) ? judge (row, reason) : 0;
}

static gboolean
has_any (const BwTable *table, const BwFieldId *fields, guint n)
{
  for (guint i = 0; i < n && fields[i] != BW_FIELD_NONE; i++)
    if (bw_table_find (table, fields[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The survey is counted from its answers, all other methods from tickets. */
static const char *
lacks (const BwTable *table, const double *choices)
{
  static const BwFieldId solved[] = { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED, BW_FIELD_CLOSED,
                                      BW_FIELD_FIRST_RESOLUTION_TIME, BW_FIELD_RESOLUTION_TIME };
  static const struct {
    BwFieldId fields[2];
    const char *words;
  } methods[] = {
    [METHOD_ONE_REPLY] = { { BW_FIELD_REPLIES }, N_ ("the number of agent replies") },
    [METHOD_ONE_TOUCH] = { { BW_FIELD_REPLIES }, N_ ("the number of agent replies") },
    [METHOD_ONE_CONTACT] = { { BW_FIELD_CUSTOMER_REPLIES }, N_ ("the number of customer replies") },
    [METHOD_ONE_AGENT] = { { BW_FIELD_REASSIGNMENTS }, N_ ("the number of reassignments") },
    [METHOD_NO_REPEAT] = { { BW_FIELD_EMAIL, BW_FIELD_REQUESTER }, N_ ("who asked") },
    [METHOD_FLAG] = { { BW_FIELD_FIRST_CONTACT },
                      N_ ("a column that says whether the first contact was enough") },
    [METHOD_SURVEY] = { { BW_FIELD_FIRST_CONTACT },
                        N_ ("a survey that asks whether the first contact was enough") },
  };
  int method = (int) choices[0];
  gboolean is_survey = bw_table_get_kind (table) == BW_KIND_RESPONSES;

  if (is_survey != (method == METHOD_SURVEY) || !has_any (table, methods[method].fields, 2))
    return methods[method].words;
  if (!is_survey && !has_any (table, solved, G_N_ELEMENTS (solved)))
    return SOLVED_WORDS;
  return NULL;
}

static const char *
remark (const BwTable *table)
{
  return bw_table_get_kind (table) == BW_KIND_TICKETS &&
                 bw_table_find (table, BW_FIELD_REOPENS) == NULL
             ? N_ ("The file does not count reopenings: a ticket that came back and was solved "
                   "again is not noticed")
             : NULL;
}

const BwMetric bw_kpi_first_contact_resolution = {
  .id = "first-contact-resolution",
  .name = N_ ("First contact resolution"),
  .group = "quality",
  .definition = N_ ("Of tickets first solved in the period: solved by the first contact and not "
                    "reopened. A ticket is judged once the window after its solve has passed."),
  .origin = N_ ("“First contact resolution” in Userpilot, 10 Key Customer Service KPIs; exactly "
                "one reply, as Zoho Desk counts it"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_TICKETS, BW_KIND_RESPONSES, BW_KIND_LAST },
  .needs = { { { BW_FIELD_FIRST_SOLVED, BW_FIELD_SOLVED, BW_FIELD_CLOSED,
                 BW_FIELD_FIRST_RESOLUTION_TIME, BW_FIELD_RESOLUTION_TIME,
                 BW_FIELD_FIRST_CONTACT },
               SOLVED_WORDS } },
  .uses = { BW_FIELD_STATUS, BW_FIELD_AGENT_CREATED, BW_FIELD_BOT_ONLY },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_SOLVED_OR_RATED,
  .say = say,
  .lacks = lacks,
  .remark = remark,
  .by_people = TRUE,
  .choices = {
    { .id = "method",
      .title = N_ ("Method"),
      .options = { { "one-reply", N_ ("Exactly one reply"),
                     N_ ("Method: exactly one public reply, of tickets with at least one. Not "
                         "comparable with benchmarks from surveys."),
                     { BW_FIELD_REPLIES, BW_FIELD_REOPENS, BW_FIELD_ASKED_AGAIN } },
                   { "one-touch", N_ ("At most one reply"),
                     N_ ("Method: fewer than two replies, none included (one-touch)."),
                     { BW_FIELD_REPLIES, BW_FIELD_REOPENS } },
                   { "one-contact", N_ ("The customer wrote once"),
                     N_ ("Method: the customer did not write again, whatever the number of "
                         "replies."),
                     { BW_FIELD_CUSTOMER_REPLIES, BW_FIELD_REOPENS } },
                   { "one-agent", N_ ("One agent, closed once"),
                     N_ ("Method: never reassigned."),
                     { BW_FIELD_REASSIGNMENTS, BW_FIELD_REOPENS } },
                   { "no-repeat", N_ ("No repeat contact"),
                     N_ ("Method: the same requester has not opened another ticket within the "
                         "window."),
                     { BW_FIELD_EMAIL, BW_FIELD_REQUESTER, BW_FIELD_REOPENS } },
                   { "flag", N_ ("As the file says"),
                     N_ ("Method: the ticket’s own column, which an agent filled."),
                     { BW_FIELD_FIRST_CONTACT } },
                   { "survey", N_ ("As a survey asked"),
                     N_ ("Method: “yes” / all answers to the question of a survey, by the date of "
                         "the answer; the window does not apply."),
                     { BW_FIELD_FIRST_CONTACT } } } },
    { .id = "window", .title = N_ ("Window"), .unit = BW_UNIT_SECONDS, .preset = 7 * 86400,
      .least = 0, .most = 30 * 86400,
      .with = "one-reply,one-touch,one-contact,one-agent,no-repeat,flag" },
    { .id = "after",
      .title = N_ ("Messages after the solve"),
      .options = { { "count", N_ ("The customer wrote again"),
                     N_ ("Where the files hold messages, a customer who writes again within the "
                         "window was not helped by one reply.") },
                   { "thanks", N_ ("Thanks"),
                     N_ ("A message after the solve that needed no second reply is thanks.") } },
      .with = "one-reply" },
  },
};
