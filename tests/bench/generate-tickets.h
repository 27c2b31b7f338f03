/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An invented support desk: when tickets arrive and what becomes of each. */
#pragma once

#include "generate-random.h"
#include "generate-words.h"

/* Times are seconds since 1970 in the account's own zone. */
#define NEVER INT64_C (0)

typedef enum {
  RATING_UNOFFERED,
  RATING_OFFERED,
  RATING_BAD,
  RATING_GOOD,
} Rating;

typedef enum {
  STATE_NEW,
  STATE_OPEN,
  STATE_PENDING,
  STATE_HOLD,
  STATE_SOLVED,
  STATE_CLOSED,
} State;

typedef struct {
  int64_t rows;
  uint64_t seed;
  int first_year;
  int first_month; /* 1..12 */
  int months;
  int n_agents; /* at most 200 */
  int n_teams;  /* at most N_TEAMS, at least 2 */
} DeskOptions;

typedef struct {
  DeskOptions options;
  Random random;
  int64_t from;  /* the first month begins */
  int64_t until; /* the last month ends: nothing later has happened yet */
  int64_t incident;

  /* Arrivals: tickets are dealt to hours by the share of each hour in the whole. */
  uint64_t *hours_before; /* n_hours + 1 running sums */
  int n_hours;
  int hour;
  int64_t hour_first;
  int64_t hour_rows;
  int64_t next;

  /* Who wrote lately, so that some write again. */
  int32_t recent[256];
} Desk;

/* A thing that has not happened when the export is taken is NEVER. Always in this order:
 * created <= assigned <= replied <= solved_first <= solved_last <= closed <= updated. */
typedef struct {
  int64_t id;
  int64_t created;
  int64_t assigned;
  int64_t reassigned; /* the latest assignment, at least `assigned` */
  int64_t replied;
  int64_t solved_first;
  int64_t solved_last; /* kept while a reopened ticket waits for its next solution */
  int64_t closed;
  int64_t updated;
  int64_t rated;

  State state;
  Channel channel;
  Category category;
  int priority;     /* 0 low .. 3 urgent, -1 none */
  int team;         /* -1 none */
  int agent;        /* -1 none */
  int organisation; /* -1 none */
  int requester;    /* number within the organisation */
  Locale locale;    /* of the requester */

  int replies;
  int customer_replies;
  int reopens;
  int team_stations;
  int agent_stations;
  bool escalated;
  bool in_incident;
  bool made_by_agent;
  Rating rating;
} Ticket;

void desk_init (Desk *desk, const DeskOptions *options);
void desk_clear (Desk *desk);

/* The tickets come in order of creation; false after the last. */
bool desk_next (Desk *desk, Ticket *ticket);

/* Days since 1970-01-01 of a date of the Gregorian calendar, and back. */
int64_t days_from_date (int year, int month, int day);
void date_from_days (int64_t days, int *year, int *month, int *day);

/* Seconds of Monday to Friday, 09:00-17:00, between two times. */
int64_t business_seconds (int64_t from, int64_t to);

/* The locale of a requester or an agent, and the numbers of the two names. */
Locale requester_names (int organisation, int requester, int *given, int *family);
Locale agent_names (int agent, int *given, int *family);
