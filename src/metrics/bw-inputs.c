/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of inputs. Each is a field, or a sum of fields, of its kind of table. */
#include "config.h"

#include "bw-inputs.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* An amount that the row has, or no say. */
#define SAY_INT(name)                                                                              \
  static double say_##name (const BwRow *row, BwReason *reason)                                    \
  {                                                                                                \
    return bw_int_to_double (row->name);                                                           \
  }
#define SAY_DOUBLE(name)                                                                           \
  static double say_##name (const BwRow *row, BwReason *reason) { return row->name; }

SAY_INT (customers_start)
SAY_INT (customers_new)
SAY_INT (customers_lost)
SAY_INT (customers_end)
SAY_INT (available_time)
SAY_INT (helpful)
SAY_INT (unhelpful)
SAY_INT (visitors)
SAY_INT (n_answered)
SAY_INT (n_abandoned)
SAY_INT (n_within)
SAY_INT (help_users)
SAY_INT (ticket_users)
SAY_DOUBLE (cost_training)
SAY_DOUBLE (cost_salaries)
SAY_DOUBLE (cost_infrastructure)
SAY_DOUBLE (revenue)
SAY_DOUBLE (recurring_revenue)

/* 1 for each customer with a begin. */
static double
say_customer (const BwRow *row, BwReason *reason)
{
  return row->since == BW_TIME_NONE ? NAN : 1;
}

static double
say_created (const BwRow *row, BwReason *reason)
{
  return row->created == BW_TIME_NONE ? NAN : 1;
}

static double
known (double value)
{
  return isnan (value) ? 0 : value;
}

/* The three parts, and the amount of what is none of them. */
static double
say_cost (const BwRow *row, BwReason *reason)
{
  if (isnan (row->cost_training) && isnan (row->cost_salaries) &&
      isnan (row->cost_infrastructure) && isnan (row->amount))
    return NAN;
  return known (row->cost_training) + known (row->cost_salaries) +
         known (row->cost_infrastructure) + known (row->amount);
}

/* Handling = talk + hold + wrap-up where the parts are there, else the total. */
static double
say_handling (const BwRow *row, BwReason *reason)
{
  if (row->talk_time != BW_MISSING)
    return row->talk_time + (row->hold_time == BW_MISSING ? 0 : row->hold_time) +
           (row->wrap_time == BW_MISSING ? 0 : row->wrap_time);
  return bw_int_to_double (row->handle_time);
}

/* The same of a contact, where it was answered. */
static double
say_contact_handling (const BwRow *row, BwReason *reason)
{
  return bw_row_is_answered (row) ? say_handling (row, reason) : NAN;
}

static double
say_handled (const BwRow *row, BwReason *reason)
{
  return bw_row_is_answered (row) ? 1 : NAN;
}

/* Those who were answered and those who gave up, where no column counts both. */
static double
say_n_offered (const BwRow *row, BwReason *reason)
{
  if (row->n_offered != BW_MISSING)
    return row->n_offered;
  return bw_int_to_double (row->n_answered) + bw_int_to_double (row->n_abandoned);
}

/* Scheduled, else paid time. */
static double
say_scheduled (const BwRow *row, BwReason *reason)
{
  if (row->scheduled_time != BW_MISSING)
    return row->scheduled_time;
  return bw_int_to_double (row->paid_time);
}

#define NEED(words, ...)                                                                           \
  {                                                                                                \
    {                                                                                              \
      { __VA_ARGS__ }, words                                                                       \
    }                                                                                              \
  }

const BwMetric bw_inputs[] = {
  { .id = "cost",
    .name = N_ ("Costs of support"),
    .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
    .needs = NEED (N_ ("the costs of support by month"),
                   BW_FIELD_AMOUNT,
                   BW_FIELD_COST_TRAINING,
                   BW_FIELD_COST_SALARIES,
                   BW_FIELD_COST_INFRASTRUCTURE),
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_cost },
  { .id = "cost-training",
    .name = N_ ("Training and management"),
    .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
    .needs = NEED (N_ ("the costs of training and management"), BW_FIELD_COST_TRAINING),
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .told_by = "cost",
    .say = say_cost_training },
  { .id = "cost-salaries",
    .name = N_ ("Salaries"),
    .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
    .needs = NEED (N_ ("the costs of salaries"), BW_FIELD_COST_SALARIES),
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .told_by = "cost",
    .say = say_cost_salaries },
  { .id = "cost-infrastructure",
    .name = N_ ("Infrastructure"),
    .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
    .needs = NEED (N_ ("the costs of infrastructure"), BW_FIELD_COST_INFRASTRUCTURE),
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .told_by = "cost",
    .say = say_cost_infrastructure },
  { .id = "revenue",
    .name = N_ ("Revenue"),
    .kinds = { BW_KIND_FINANCE, BW_KIND_CUSTOMER_COUNTS, BW_KIND_LAST },
    .needs = NEED (N_ ("the revenue by month"), BW_FIELD_REVENUE),
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_revenue },

  /* From a list of customers */
  { .id = "customers-start",
    .name = N_ ("Customers at the start"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = NEED (N_ ("the date on which customers came"), BW_FIELD_SINCE),
    .fold = BW_FOLD_OPENING,
    .when = BW_WHEN_SINCE,
    .until = BW_WHEN_UNTIL,
    .say = say_customer },
  { .id = "customers-end",
    .name = N_ ("Customers at the end"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = NEED (N_ ("the date on which customers came"), BW_FIELD_SINCE),
    .fold = BW_FOLD_CLOSING,
    .when = BW_WHEN_SINCE,
    .until = BW_WHEN_UNTIL,
    .say = say_customer },
  { .id = "customers-new",
    .name = N_ ("New customers"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = NEED (N_ ("the date on which customers came"), BW_FIELD_SINCE),
    .fold = BW_FOLD_COUNT,
    .when = BW_WHEN_SINCE,
    .say = say_customer },
  { .id = "customers-lost",
    .name = N_ ("Lost of those who were there at the start"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = { { { BW_FIELD_SINCE }, N_ ("the date on which customers came") },
               { { BW_FIELD_UNTIL }, N_ ("the date on which customers left") } },
    .fold = BW_FOLD_LEAVERS,
    .when = BW_WHEN_SINCE,
    .until = BW_WHEN_UNTIL,
    .say = say_customer },
  { .id = "customers-passed",
    .name = N_ ("Came and left within the period"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = { { { BW_FIELD_SINCE }, N_ ("the date on which customers came") },
               { { BW_FIELD_UNTIL }, N_ ("the date on which customers left") } },
    .fold = BW_FOLD_PASSERS,
    .when = BW_WHEN_SINCE,
    .until = BW_WHEN_UNTIL,
    .say = say_customer },
  { .id = "recurring-start",
    .name = N_ ("Recurring revenue at the start"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = { { { BW_FIELD_SINCE }, N_ ("the date on which customers came") },
               { { BW_FIELD_RECURRING_REVENUE }, N_ ("the recurring revenue of each customer") } },
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_OPENING,
    .when = BW_WHEN_SINCE,
    .until = BW_WHEN_UNTIL,
    .say = say_recurring_revenue },
  { .id = "recurring-lost",
    .name = N_ ("Recurring revenue lost"),
    .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
    .needs = { { { BW_FIELD_SINCE }, N_ ("the date on which customers came") },
               { { BW_FIELD_UNTIL }, N_ ("the date on which customers left") },
               { { BW_FIELD_RECURRING_REVENUE }, N_ ("the recurring revenue of each customer") } },
    .unit = BW_UNIT_MONEY,
    .fold = BW_FOLD_LEAVERS,
    .when = BW_WHEN_SINCE,
    .until = BW_WHEN_UNTIL,
    .say = say_recurring_revenue },

  /* From counts by period */
  { .id = "counts-start",
    .name = N_ ("Customers at the start"),
    .kinds = { BW_KIND_CUSTOMER_COUNTS, BW_KIND_LAST },
    .needs =
        NEED (N_ ("the number of customers at the start of each month"), BW_FIELD_CUSTOMERS_START),
    .fold = BW_FOLD_FIRST,
    .when = BW_WHEN_DATE,
    .say = say_customers_start },
  { .id = "counts-end",
    .name = N_ ("Customers at the end"),
    .kinds = { BW_KIND_CUSTOMER_COUNTS, BW_KIND_LAST },
    .needs = NEED (N_ ("the number of customers at the end of each month"), BW_FIELD_CUSTOMERS_END),
    .fold = BW_FOLD_LAST,
    .when = BW_WHEN_DATE,
    .say = say_customers_end },
  { .id = "counts-new",
    .name = N_ ("New customers"),
    .kinds = { BW_KIND_CUSTOMER_COUNTS, BW_KIND_LAST },
    .needs = NEED (N_ ("the number of new customers of each month"), BW_FIELD_CUSTOMERS_NEW),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_customers_new },
  { .id = "counts-lost",
    .name = N_ ("Lost customers"),
    .kinds = { BW_KIND_CUSTOMER_COUNTS, BW_KIND_LAST },
    .needs = NEED (N_ ("the number of customers lost in each month"), BW_FIELD_CUSTOMERS_LOST),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_customers_lost },

  { .id = "requesters",
    .name = N_ ("Different requesters"),
    .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
    .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
               { { BW_FIELD_EMAIL, BW_FIELD_REQUESTER }, N_ ("who asked") } },
    .fold = BW_FOLD_PEOPLE,
    .by_people = TRUE,
    .when = BW_WHEN_CREATED,
    .say = say_created },

  /* Working time */
  { .id = "handling",
    .name = N_ ("Handling time"),
    .kinds = { BW_KIND_AGENT_TIME, BW_KIND_LAST },
    .needs =
        NEED (N_ ("how long agents handled contacts"), BW_FIELD_HANDLE_TIME, BW_FIELD_TALK_TIME),
    .unit = BW_UNIT_SECONDS,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_handling },
  { .id = "contact-handling",
    .name = N_ ("Handling time of contacts"),
    .kinds = { BW_KIND_CALLS, BW_KIND_LAST },
    .needs = NEED (N_ ("how long contacts were handled"), BW_FIELD_HANDLE_TIME, BW_FIELD_TALK_TIME),
    .unit = BW_UNIT_SECONDS,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_ENDED,
    .say = say_contact_handling },
  { .id = "contacts-handled",
    .name = N_ ("Contacts handled"),
    .kinds = { BW_KIND_CALLS, BW_KIND_LAST },
    .needs = NEED (N_ ("whether contacts were answered"),
                   BW_FIELD_OUTCOME,
                   BW_FIELD_HANDLED,
                   BW_FIELD_ABANDONED,
                   BW_FIELD_ANSWERED_AT,
                   BW_FIELD_TALK_TIME),
    .fold = BW_FOLD_COUNT,
    .when = BW_WHEN_ENDED,
    .say = say_handled },
  { .id = "totals-offered",
    .name = N_ ("Contacts offered"),
    .kinds = { BW_KIND_TOTALS, BW_KIND_LAST },
    .needs = { { { BW_FIELD_N_OFFERED, BW_FIELD_N_ANSWERED },
                 N_ ("the number of contacts offered") },
               { { BW_FIELD_N_OFFERED, BW_FIELD_N_ABANDONED },
                 N_ ("the number of contacts offered") } },
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_n_offered },
  { .id = "totals-answered",
    .name = N_ ("Contacts answered"),
    .kinds = { BW_KIND_TOTALS, BW_KIND_LAST },
    .needs = NEED (N_ ("the number of contacts answered"), BW_FIELD_N_ANSWERED),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_n_answered },
  { .id = "totals-abandoned",
    .name = N_ ("Contacts abandoned"),
    .kinds = { BW_KIND_TOTALS, BW_KIND_LAST },
    .needs = NEED (N_ ("the number of contacts abandoned"), BW_FIELD_N_ABANDONED),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_n_abandoned },
  { .id = "totals-within",
    .name = N_ ("Contacts answered in time"),
    .kinds = { BW_KIND_TOTALS, BW_KIND_LAST },
    .needs = NEED (N_ ("the number of contacts answered in time"), BW_FIELD_N_WITHIN),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_n_within },
  { .id = "help-users",
    .name = N_ ("Users of the help centre"),
    .kinds = { BW_KIND_VIEWS, BW_KIND_TOTALS, BW_KIND_LAST },
    .needs = NEED (N_ ("how many people used the help centre"), BW_FIELD_HELP_USERS),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_help_users },
  { .id = "ticket-users",
    .name = N_ ("Users with tickets"),
    .kinds = { BW_KIND_VIEWS, BW_KIND_TOTALS, BW_KIND_LAST },
    .needs = NEED (N_ ("how many people wrote tickets"), BW_FIELD_TICKET_USERS),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_ticket_users },
  { .id = "available",
    .name = N_ ("Time free for contacts"),
    .kinds = { BW_KIND_AGENT_TIME, BW_KIND_LAST },
    .needs = NEED (N_ ("how long agents were free for contacts"), BW_FIELD_AVAILABLE_TIME),
    .unit = BW_UNIT_SECONDS,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_available_time },
  { .id = "scheduled",
    .name = N_ ("Scheduled time"),
    .kinds = { BW_KIND_AGENT_TIME, BW_KIND_LAST },
    .needs = NEED (
        N_ ("the scheduled or paid time of agents"), BW_FIELD_SCHEDULED_TIME, BW_FIELD_PAID_TIME),
    .unit = BW_UNIT_SECONDS,
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_scheduled },

  /* Self-service */
  { .id = "helpful",
    .name = N_ ("Found helpful"),
    .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
    .needs = NEED (N_ ("how many found articles helpful"), BW_FIELD_HELPFUL),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_helpful },
  { .id = "unhelpful",
    .name = N_ ("Found not helpful"),
    .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
    .needs = NEED (N_ ("how many did not find articles helpful"), BW_FIELD_UNHELPFUL),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_unhelpful },
  { .id = "visitors",
    .name = N_ ("Visitors of articles"),
    .kinds = { BW_KIND_VIEWS, BW_KIND_LAST },
    .needs = NEED (N_ ("how many people visited articles"), BW_FIELD_VISITORS),
    .fold = BW_FOLD_SUM,
    .when = BW_WHEN_DATE,
    .say = say_visitors },
};

const guint bw_n_inputs = G_N_ELEMENTS (bw_inputs);
