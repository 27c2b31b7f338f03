/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An invented support desk: when tickets arrive and what becomes of each. */
#include "generate-tickets.h"

#include <stdlib.h>

#define MINUTE INT64_C (60)
#define HOUR INT64_C (3600)
#define DAY INT64_C (86400)

typedef struct {
  int share;           /* of a thousand, at the start */
  int drift;           /* added to it by the end */
  int64_t first_reply; /* median */
  int64_t resolution;  /* median, from the first reply on */
  int good;            /* of a thousand answers, before slowness takes its toll */
  bool waits_for_opening;
} ChannelHabits;

static const ChannelHabits habits[N_CHANNELS] = {
  [CHANNEL_EMAIL] = { 450, -90, 3 * HOUR, 15 * HOUR, 930, true },
  [CHANNEL_WEB] = { 220, -20, 150 * MINUTE, 13 * HOUR, 920, true },
  [CHANNEL_CHAT] = { 120, 80, 75, 35 * MINUTE, 930, false },
  [CHANNEL_PHONE] = { 120, -20, 35, 25 * MINUTE, 955, false },
  [CHANNEL_WHATSAPP] = { 60, 50, 20 * MINUTE, 3 * HOUR, 910, false },
  [CHANNEL_FACEBOOK] = { 30, 0, 100 * MINUTE, 8 * HOUR, 880, true },
};

static const int hour_weights[24] = { 6,  4,  3,  3,  4,  8,  18, 38, 70, 95, 100, 96,
                                      82, 84, 92, 88, 78, 62, 44, 32, 26, 20, 14,  9 };
static const int weekday_weights[7] = { 110, 106, 102, 100, 90, 34, 28 };
static const int month_weights[12] = { 104, 98, 97, 96, 95, 93, 92, 96, 101, 104, 114, 118 };
static const int work_percent[N_CATEGORIES] = {
  [CATEGORY_LOGIN] = 70,     [CATEGORY_BILLING] = 100, [CATEGORY_ORDER] = 80,
  [CATEGORY_RETURN] = 200,   [CATEGORY_BUG] = 400,     [CATEGORY_FEATURE] = 500,
  [CATEGORY_SHIPPING] = 120, [CATEGORY_ACCOUNT] = 100, [CATEGORY_INTEGRATION] = 300,
  [CATEGORY_EXPORT] = 200,   [CATEGORY_OUTAGE] = 60,   [CATEGORY_HOW_TO] = 60,
};
static const int priority_percent[N_PRIORITIES] = { 150, 100, 65, 35 };

/* H. Hinnant, "chrono-compatible low-level date algorithms". */
int64_t
days_from_date (int year, int month, int day)
{
  int64_t y = year - (month <= 2);
  int64_t era = y / 400;
  int64_t year_of_era = y - era * 400;
  int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

void
date_from_days (int64_t days, int *year, int *month, int *day)
{
  int64_t z = days + 719468;
  int64_t era = z / 146097;
  int64_t day_of_era = z - era * 146097;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t m = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * m + 2) / 5 + 1;
  *month = m < 10 ? m + 3 : m - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/* 0 is Monday. */
static int
weekday_of (int64_t days)
{
  return (days + 3) % 7;
}

static int64_t
business_seconds_before (int64_t time)
{
  int64_t days = time / DAY + 3;
  int64_t weekday = days % 7;
  int64_t today = time % DAY - 9 * HOUR;

  if (weekday >= 5)
    return (days / 7 * 5 + 5) * 8 * HOUR;

  today = today < 0 ? 0 : today > 8 * HOUR ? 8 * HOUR : today;

  return (days / 7 * 5 + weekday) * 8 * HOUR + today;
}

int64_t
business_seconds (int64_t from, int64_t to)
{
  return business_seconds_before (to) - business_seconds_before (from);
}

static int64_t
next_opening (int64_t time)
{
  int64_t days = time / DAY;

  if (weekday_of (days) < 5 && time % DAY < 17 * HOUR)
    return time % DAY < 9 * HOUR ? days * DAY + 9 * HOUR : time;

  do
    days++;
  while (weekday_of (days) >= 5);

  return days * DAY + 9 * HOUR;
}

static uint32_t
hash (uint32_t a, uint32_t b)
{
  uint32_t x = a * 0x9e3779b1u + b * 0x85ebca77u + 0x165667b1u;

  x = (x ^ x >> 15) * 0x2c1b3c6du;
  x = (x ^ x >> 12) * 0x297a2d39u;

  return x ^ x >> 15;
}

/* The pairs of names fall in two sets, so that nobody is both agent and requester. */
static bool
is_pair_of_agents (int pair)
{
  return pair % 5 == 0;
}

Locale
requester_names (int organisation, int requester, int *given, int *family)
{
  static const Locale locales[20] = {
    LOCALE_ENGLISH, LOCALE_ENGLISH, LOCALE_ENGLISH,  LOCALE_ENGLISH, LOCALE_ENGLISH,
    LOCALE_ENGLISH, LOCALE_ENGLISH, LOCALE_ENGLISH,  LOCALE_GERMAN,  LOCALE_GERMAN,
    LOCALE_GERMAN,  LOCALE_GERMAN,  LOCALE_FRENCH,   LOCALE_FRENCH,  LOCALE_POLISH,
    LOCALE_POLISH,  LOCALE_SPANISH, LOCALE_JAPANESE, LOCALE_SWEDISH, LOCALE_TURKISH,
  };
  uint32_t bits = hash (organisation + 1, requester);
  int pair = bits / 20 % (N_NAMES * N_NAMES);

  if (is_pair_of_agents (pair))
    pair++;
  *given = pair % N_NAMES;
  *family = pair / N_NAMES;

  return locales[bits % 20];
}

Locale
agent_names (int agent, int *given, int *family)
{
  int pair = agent / N_LOCALES * 5;

  *given = pair % N_NAMES;
  *family = pair / N_NAMES;

  return (Locale) (agent % N_LOCALES);
}

/* Day and week, growth, season, chance, and one day on which everything broke. */
static uint64_t
weigh_hour (Desk *desk, int hour, int32_t day_noise)
{
  int64_t time = desk->from + hour * HOUR;
  int64_t days = time / DAY;
  int year, month, day;
  int64_t weight;

  date_from_days (days, &year, &month, &day);
  weight = (int64_t) hour_weights[hour % 24] * weekday_weights[weekday_of (days)] *
           month_weights[month - 1] / 100;
  weight = weight * (10000 + hour / 24 * 5) / 10000;
  weight = scale_exp2 (weight, day_noise + random_normal (&desk->random) / 6);
  if (time >= desk->incident && time < desk->incident + 10 * HOUR)
    weight *= 4;

  return weight + 1;
}

static void
plan_arrivals (Desk *desk)
{
  uint64_t sum = 0;
  int32_t day_noise = 0;

  desk->n_hours = (desk->until - desk->from) / HOUR;
  desk->hours_before = calloc (desk->n_hours + 1, sizeof *desk->hours_before);
  if (!desk->hours_before)
    abort ();

  for (int hour = 0; hour < desk->n_hours; hour++) {
    if (hour % 24 == 0)
      day_noise = random_normal (&desk->random) / 6;
    desk->hours_before[hour] = sum;
    sum += weigh_hour (desk, hour, day_noise);
  }
  desk->hours_before[desk->n_hours] = sum;
}

void
desk_init (Desk *desk, const DeskOptions *options)
{
  int last = options->first_month - 1 + options->months;
  int64_t incident_day;

  *desk = (Desk) { .options = *options, .hour = -1 };
  random_init (&desk->random, options->seed);
  desk->from = days_from_date (options->first_year, options->first_month, 1) * DAY;
  desk->until = days_from_date (options->first_year + last / 12, last % 12 + 1, 1) * DAY;

  incident_day = (desk->from + (desk->until - desk->from) / 100 * 71) / DAY;
  while (weekday_of (incident_day) != 1)
    incident_day++;
  desk->incident = incident_day * DAY + 9 * HOUR;

  plan_arrivals (desk);
}

void
desk_clear (Desk *desk)
{
  free (desk->hours_before);
  desk->hours_before = NULL;
}

static int64_t
rows_before_hour (const Desk *desk, int hour)
{
  return desk->options.rows * desk->hours_before[hour] / desk->hours_before[desk->n_hours];
}

static int64_t
next_arrival (Desk *desk)
{
  int64_t position;

  while (desk->hour < 0 || desk->next >= desk->hour_first + desk->hour_rows) {
    desk->hour++;
    desk->hour_first = rows_before_hour (desk, desk->hour);
    desk->hour_rows = rows_before_hour (desk, desk->hour + 1) - desk->hour_first;
  }

  position = desk->next++ - desk->hour_first;

  return desk->from + desk->hour * HOUR +
         (position * HOUR + random_below (&desk->random, HOUR)) / desk->hour_rows;
}

/* 0 at the start of the first month, 1000 at the end of the last. */
static int
progress_of (const Desk *desk, int64_t time)
{
  return (time - desk->from) * 1000 / (desk->until - desk->from);
}

static void
choose_channel (Desk *desk, Ticket *ticket)
{
  int progress = progress_of (desk, ticket->created);
  int at = random_below (&desk->random, 1000);

  ticket->in_incident =
      ticket->created >= desk->incident && ticket->created < desk->incident + 10 * HOUR;
  if (ticket->in_incident && random_chance (&desk->random, 600)) {
    ticket->channel = CHANNEL_CHAT;
    return;
  }

  for (int i = 0; i < N_CHANNELS; i++) {
    at -= habits[i].share + habits[i].drift * progress / 1000;
    if (at < 0) {
      ticket->channel = (Channel) i;
      return;
    }
  }
  ticket->channel = CHANNEL_EMAIL;
}

static void
choose_subject (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int at = random_below (random, 1000);
  int urgency;

  ticket->category = CATEGORY_LOGIN;
  if (ticket->in_incident && random_chance (random, 650)) {
    ticket->category = CATEGORY_OUTAGE;
  } else {
    for (int i = 0; i < N_CATEGORIES; i++) {
      at -= categories[i].weight;
      if (at < 0) {
        ticket->category = (Category) i;
        break;
      }
    }
  }

  urgency = random_below (random, 100) + (ticket->category == CATEGORY_OUTAGE ? 45 : 0) +
            (ticket->category == CATEGORY_BUG ? 8 : 0);
  ticket->priority = urgency < 18 ? 0 : urgency < 74 ? 1 : urgency < 93 ? 2 : 3;
  if (random_chance (random, 40))
    ticket->priority = -1;
}

static void
choose_requester (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int32_t *recent = &desk->recent[random_below (random, 256)];
  int people = 4 + desk->options.rows / (N_ORGANISATIONS * 6);

  if (*recent && random_chance (random, 70)) {
    ticket->organisation = *recent % 64 - 2;
    ticket->requester = *recent / 64;
  } else {
    ticket->organisation = random_below (random, 1 + random_below (random, N_ORGANISATIONS));
    if (random_chance (random, 160))
      ticket->organisation = -1;
    ticket->requester = 1 + random_below (random, 1 + random_below (random, people));
    *recent = ticket->requester * 64 + ticket->organisation + 2;
  }

  int given, family;
  ticket->locale = requester_names (ticket->organisation, ticket->requester, &given, &family);
}

/* Agents are dealt to the teams in turn. */
static int
agent_of_team (Desk *desk, int team)
{
  int turn = team == SECOND_TIER ? desk->options.n_teams - 1 : team;
  int size = (desk->options.n_agents - turn + desk->options.n_teams - 1) / desk->options.n_teams;
  int a = random_below (&desk->random, size);
  int b = random_below (&desk->random, size);

  return (a < b ? a : b) * desk->options.n_teams + turn;
}

static void
choose_agent (Desk *desk, Ticket *ticket)
{
  int regular = desk->options.n_teams - 1;

  ticket->team = random_below (&desk->random, regular);
  if (random_chance (&desk->random, 700))
    ticket->team = categories[ticket->category].team % regular;
  ticket->agent = agent_of_team (desk, ticket->team);
  ticket->team_stations = ticket->agent_stations = 1;
}

/* Teams and people differ, things get worse until summer and better afterwards. */
static int64_t
pace_percent (const Desk *desk, const Ticket *ticket)
{
  int progress = progress_of (desk, ticket->created);
  int64_t pace = progress < 600 ? 90 + progress * 40 / 600 : 130 - (progress - 600) * 45 / 400;

  pace = pace * (70 + hash (7, ticket->team) % 70) / 100;
  pace = pace * (70 + hash (11, ticket->agent) % 80) / 100;
  if (ticket->priority >= 0)
    pace = pace * priority_percent[ticket->priority] / 100;

  return pace;
}

static void
reply (Desk *desk, Ticket *ticket, int64_t pace)
{
  Random *random = &desk->random;
  const ChannelHabits *habit = &habits[ticket->channel];
  int64_t start = ticket->created;
  int64_t delay;

  if (habit->waits_for_opening && random_chance (random, 750))
    start = next_opening (start);

  delay = random_lognormal (random, habit->first_reply, FIXED (1.5)) * pace / 100;
  if (ticket->channel == CHANNEL_CHAT) {
    if (ticket->in_incident)
      delay = delay * 14 + 5 * MINUTE;
    else if (ticket->created > desk->incident && ticket->created < desk->incident + 2 * DAY)
      delay *= 3;
  }

  ticket->replied = start + delay + 5;
  ticket->assigned =
      ticket->created + (ticket->replied - ticket->created) * random_below (random, 80) / 100;
  ticket->reassigned = ticket->assigned;
  if (random_chance (random, 8))
    ticket->assigned = ticket->reassigned = NEVER;
}

static void
resolve (Desk *desk, Ticket *ticket, int64_t pace)
{
  Random *random = &desk->random;
  const ChannelHabits *habit = &habits[ticket->channel];
  int64_t work = random_lognormal (random, habit->resolution, FIXED (1.9)) * pace / 100;

  ticket->replies = 1;
  if (!random_chance (random, 460 + hash (13, ticket->agent) % 120)) {
    do
      ticket->replies++;
    while (ticket->replies < 40 && random_chance (random, 480));
  }
  ticket->customer_replies = ticket->replies - 1 + random_chance (random, 250);

  work = work * work_percent[ticket->category] / 100;
  if (ticket->escalated)
    work = work * 2 + 4 * HOUR;
  if (ticket->replies == 1)
    work = random_chance (random, 350) ? random_below (random, 10 * MINUTE) : work / 2;
  else
    work = work * (60 + 20 * ticket->replies) / 100;
  ticket->solved_first = ticket->solved_last = ticket->replied + work;
}

static void
reassign (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int escalations = 25 + 20 * (ticket->priority > 1) + 40 * (ticket->category == CATEGORY_BUG) +
                    30 * (ticket->category == CATEGORY_INTEGRATION);

  if (random_chance (random, escalations)) {
    ticket->escalated = true;
    ticket->team = SECOND_TIER;
    ticket->team_stations = 2;
  } else if (random_chance (random, 60)) {
    ticket->team = random_below (random, desk->options.n_teams - 1);
    ticket->team_stations = 2;
  } else if (!random_chance (random, 80)) {
    return;
  }
  ticket->agent = agent_of_team (desk, ticket->team);
  ticket->agent_stations = 2 + random_chance (random, 200);
}

static void
reopen (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int64_t again;

  if (!ticket->replied || !random_chance (random, 55 + 25 * (ticket->category == CATEGORY_BUG)))
    return;

  again = ticket->solved_first + 10 * MINUTE + random_lognormal (random, 30 * HOUR, FIXED (1.4));
  if (again >= desk->until)
    return;

  ticket->reopens = 1 + random_chance (random, 140);
  ticket->replies++;
  ticket->customer_replies++;
  ticket->updated = again;
  ticket->solved_last = again + 15 * MINUTE + random_lognormal (random, 20 * HOUR, FIXED (1.6));
}

/* The customer's answer to the survey comes some hours after the first solution. */
static void
rate (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int64_t waited = (ticket->solved_first - ticket->created) / HOUR;
  int good = habits[ticket->channel].good;
  int64_t answered;

  if (!ticket->replied || !random_chance (random, 780))
    return;
  ticket->rating = RATING_OFFERED;
  if (!random_chance (random, 270))
    return;
  answered = ticket->solved_first + 5 * MINUTE + random_lognormal (random, 6 * HOUR, FIXED (1.5));
  if (answered >= desk->until)
    return;

  for (int64_t limit = 4; limit < waited && limit < 600; limit *= 2)
    good -= 32;
  good -= 160 * (ticket->reopens > 0) + 90 * ticket->escalated + 200 * ticket->in_incident;
  ticket->rating = random_chance (random, good) ? RATING_GOOD : RATING_BAD;
  ticket->rated = answered;
}

static void
later (int64_t *time, int64_t other)
{
  if (*time < other)
    *time = other;
}

/* Undo what has not happened yet when the export is taken. */
static void
cut_at_export (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;

  if (ticket->assigned >= desk->until)
    ticket->assigned = ticket->reassigned = NEVER;
  if (ticket->reassigned >= desk->until) {
    ticket->reassigned = ticket->assigned;
    ticket->team_stations = ticket->agent_stations = 1;
    ticket->escalated = false;
  }
  if (ticket->replied >= desk->until) {
    ticket->replied = NEVER;
    ticket->replies = ticket->customer_replies = 0;
  }
  if (!ticket->assigned && !ticket->replied) {
    ticket->agent = -1;
    ticket->agent_stations = 0;
    if (random_chance (random, 400)) {
      ticket->team = -1;
      ticket->team_stations = 0;
    }
  }
}

static void
settle_state (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int at = random_below (random, 100);

  ticket->state = STATE_OPEN;
  if (ticket->solved_first && ticket->solved_last < desk->until) {
    ticket->state = STATE_SOLVED;
    if (ticket->solved_last + 4 * DAY < desk->until) {
      ticket->state = STATE_CLOSED;
      ticket->closed = ticket->solved_last + 4 * DAY;
    }
  } else if (ticket->reopens) {
    ticket->solved_last = ticket->solved_first;
  } else if (!ticket->replied) {
    ticket->state = ticket->assigned ? STATE_OPEN : STATE_NEW;
  } else {
    ticket->state = at < 45 ? STATE_OPEN : at < 85 ? STATE_PENDING : STATE_HOLD;
  }

  later (&ticket->updated, ticket->created);
  later (&ticket->updated, ticket->assigned);
  later (&ticket->updated, ticket->reassigned);
  later (&ticket->updated, ticket->replied);
  later (&ticket->updated, ticket->solved_last);
  later (&ticket->updated, ticket->closed);
  later (&ticket->updated, ticket->rated);
}

static void
live (Desk *desk, Ticket *ticket)
{
  Random *random = &desk->random;
  int64_t pace;

  choose_agent (desk, ticket);
  pace = pace_percent (desk, ticket);
  reply (desk, ticket, pace);
  reassign (desk, ticket);
  resolve (desk, ticket, pace);

  if (ticket->agent_stations > 1 && ticket->assigned)
    ticket->reassigned = ticket->replied + (ticket->solved_first - ticket->replied) *
                                               (int64_t) random_below (random, 90) / 100;

  if (random_chance (random, 7)) {
    ticket->solved_first = ticket->solved_last = NEVER;
  } else if (!ticket->escalated && random_chance (random, 25)) {
    /* Closed as a duplicate or as junk, without a word. */
    later (&ticket->solved_first, ticket->reassigned);
    ticket->solved_last = ticket->solved_first;
    ticket->replied = NEVER;
    ticket->replies = 0;
  }
  if (ticket->solved_first >= desk->until) {
    ticket->solved_first = ticket->solved_last = NEVER;
    if (ticket->replies > 1)
      ticket->replies = 1 + random_below (random, ticket->replies - 1);
  }

  if (ticket->solved_first) {
    reopen (desk, ticket);
    rate (desk, ticket);
  }
  cut_at_export (desk, ticket);
  settle_state (desk, ticket);
}

bool
desk_next (Desk *desk, Ticket *ticket)
{
  if (desk->next >= desk->options.rows)
    return false;

  *ticket = (Ticket) { .id = 48000 + desk->next * 3 / 2 };
  ticket->created = next_arrival (desk);
  choose_channel (desk, ticket);
  choose_subject (desk, ticket);
  choose_requester (desk, ticket);
  live (desk, ticket);
  ticket->made_by_agent = ticket->agent >= 0 && random_chance (&desk->random, 15);

  return true;
}
