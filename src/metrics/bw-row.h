/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table with its fields decoded: what a KPI's kernel looks at. */
#pragma once

#include "bw-calendar.h"
#include "bw-table.h"

/* Fields that the file lacks hold the "no value" of their type: BW_TIME_NONE, BW_MISSING, NAN,
 * BW_STATUS_NONE. */
typedef struct {
  gint64 created; /* Unix seconds */
  gint64 assigned;
  gint64 started;
  gint64 first_reply; /* from the column, else created + first_reply_time */
  gint64 automatic_reply;
  gint64 asked_again; /* the customer's first message after the first solve */
  gint64 first_solved;
  gint64 solved; /* last solved, else closed */
  gint64 closed;
  gint64 updated;
  gint64 due;
  gint64 reply_due;
  gint64 rated;
  gint64 ended;
  gint64 sent;         /* of a survey */
  gint64 answered_at;  /* of a contact */
  gint64 date;         /* the day or period that a row is about */
  gint64 next_contact; /* the same requester's next ticket was created */
  gint64 since;        /* of a customer: from when to when */
  gint64 until;
  int first_reply_time; /* seconds, as exported */
  int first_resolution_time;
  int resolution_time;
  int handle_time;
  int talk_time;
  int hold_time;
  int wrap_time;
  int wait_time;
  int requester_wait_time;
  int transfers; /* of a contact */
  int scheduled_time;
  int paid_time;
  int logged_in_time;
  int available_time;
  int reopens;
  int replies;
  int customer_replies;
  int reassignments;
  int views;
  int visitors;
  int helpful;
  int unhelpful;
  int customers_start;
  int customers_new;
  int customers_lost;
  int customers_end;
  int n_offered; /* of totals */
  int n_answered;
  int n_abandoned;
  int n_within; /* answered in time */
  int help_users;
  int ticket_users;
  double status_meaning; /* the same as a number, NAN = none */
  BwStatus status;
  double escalated; /* 1 yes, 0 no, NAN not said */
  double agent_created;
  double bot_only;
  double reply_sla; /* 1 met, 0 breached */
  double resolution_sla;
  double answered; /* a call's outcome: 1 answered, 0 not */
  double handled;  /* the same, as the file says it apart */
  double abandoned;
  double first_contact; /* the first contact was enough */
  double csat;
  double csat_low; /* the scale of the survey */
  double csat_high;
  double nps;
  double ces;
  double ces_low;
  double ces_high;
  BwEffort ces_effort;
  double priority; /* 1 low ... 4 urgent */
  double amount;   /* money, in the currency of the file */
  double cost_training;
  double cost_salaries;
  double cost_infrastructure;
  double revenue;
  double recurring_revenue;
  double reply_target; /* seconds that the settings allow; NAN = none */
  double solve_target;
  gint64 reply_promised; /* due by these targets, where the file has no verdict */
  gint64 solve_promised;
  const BwCalendar *promise_calendar; /* the clock of the targets; NULL = calendar time */
  gint64 as_of;                       /* the data's last instant */
  double is_chat;                     /* by the channel's name: 1 yes, 0 no, NAN no channel */
  double is_outgoing;         /* of a contact, by its direction: 1 yes, else nobody says so */
  int first_customer_replies; /* 1 when the file counts the first message as a reply, else 0 */
  guint excludes;             /* 1 << BwExclusion of the settings */
  const BwCalendar *calendar; /* business hours of this row; NULL = calendar time */
  const double *choices;      /* of the KPI that is asked: index of the option, or the number */
  gboolean has_status;        /* the file has that column */
  gboolean has_first_reply;
  gboolean has_answered_at;
} BwRow;

/* Which rows a ticket is in, whatever the words of its product. */
static inline gboolean
bw_row_is_solved (const BwRow *row)
{
  return row->status == BW_STATUS_SOLVED || row->status == BW_STATUS_CLOSED ||
         (row->status == BW_STATUS_NONE && !row->has_status && row->solved != BW_TIME_NONE);
}

/* Seconds from one instant to the other, both known, by the clock that is asked for; negative when
 * they are the wrong way round. */
static inline double
bw_row_span_by (const BwCalendar *calendar, gint64 from, gint64 to)
{
  if (calendar == NULL || to < from)
    return (double) (to - from);
  return (double) bw_calendar_between (calendar, from, to);
}

static inline double
bw_row_span (const BwRow *row, gint64 from, gint64 to)
{
  return bw_row_span_by (row->calendar, from, to);
}

/* What was chosen for the i-th choice of the KPI: the index of an option, or a number. */
static inline double
bw_row_choice (const BwRow *row, guint i)
{
  return row->choices[i];
}
