/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures are counted here: definitions where there is a choice, what is left out, business
 * hours, targets of the SLA, and the numbers that no file has and that somebody typed. Immutable
 * once it is shared, counted; what a saved report holds beside its files. */
#pragma once

#include "bw-calendar.h"
#include "bw-metric.h"

/* What is left out unless the user says otherwise. */
typedef enum {
  BW_EXCLUDE_SPAM,
  BW_EXCLUDE_DELETED,
  BW_EXCLUDE_MERGED,
  BW_EXCLUDE_TEST,
  BW_EXCLUDE_AGENT_CREATED, /* out of first response and first contact resolution */
  BW_EXCLUDE_NO_REPLY,      /* solved without a reply: out of first contact resolution */
  BW_EXCLUDE_BOT_ONLY,      /* no human took part: out of first response and first contact
                             * resolution */
  BW_EXCLUDE_AUTOMATIC,     /* automatic replies: no first response */
  BW_EXCLUDE_LAST,
} BwExclusion;

/* "spam", "agent-created" ... */
const char *bw_exclusion_to_string (BwExclusion exclusion);
gboolean bw_exclusion_parse (const char *text, BwExclusion *exclusion);
/* For people: "Spam" */
const char *bw_exclusion_get_title (BwExclusion exclusion);

typedef enum {
  BW_CLOCK_AUTO, /* business time once there are business hours */
  BW_CLOCK_CALENDAR,
  BW_CLOCK_BUSINESS,
} BwClock;

/* "auto", "calendar", "business" */
const char *bw_clock_to_string (BwClock clock);
gboolean bw_clock_parse (const char *text, BwClock *clock);

/* Business hours of the rows that have the value, or of all others. */
typedef struct {
  BwFieldId field; /* TEAM, CHANNEL ...; NONE = all others */
  char *value;     /* NULL when field is NONE */
  char *hours;     /* as bw_hours_parse reads them */
} BwSchedule;

typedef struct {
  gint64 day; /* as in bw-civil.h */
  char *name; /* may be "" */
} BwHoliday;

/* What is promised, where a file has no due dates of its own. */
typedef struct {
  char *priority; /* as the file or we call it ("urgent"); NULL = any */
  char *channel;  /* NULL = any */
  double reply;   /* seconds to the first response; NAN = no promise */
  double solve;   /* seconds to the solution */
} BwSlaTarget;

/* A number of a month that somebody typed: a cost, the revenue, customers, hours of agents. */
typedef struct {
  gint64 month;    /* its first day, as in bw-civil.h */
  BwFieldId field; /* of finance, customer counts or agent time */
  double value;    /* money; customers; seconds */
} BwInput;

/* A topic of comments: those that have one of the words. */
typedef struct {
  char *name;
  char *words; /* "late;delivery;waiting", compared without case */
} BwTopic;

typedef struct _BwSettings BwSettings;

#define BW_TYPE_SETTINGS (bw_settings_get_type ())
GType bw_settings_get_type (void);

/* The defaults. */
BwSettings *bw_settings_new (void);
/* One of its own, to be changed before anybody else sees it. */
BwSettings *bw_settings_copy (const BwSettings *self);
BwSettings *bw_settings_ref (BwSettings *self);
void bw_settings_unref (BwSettings *self);
gboolean bw_settings_equal (const BwSettings *a, const BwSettings *b);

/* The value of a KPI's choice: the id of an option, or a number as text; never NULL. */
char *bw_settings_get_choice (const BwSettings *self, const char *kpi, const char *choice);
/* NULL = the default. FALSE and BW_ERROR_FIELD, with what there is, when there is no such KPI,
 * choice or option, or the number is out of range. */
gboolean bw_settings_set_choice (
    BwSettings *self, const char *kpi, const char *choice, const char *value, GError **error);
/* The same of "first-contact-resolution.method=one-contact". */
gboolean bw_settings_parse_choice (BwSettings *self, const char *text, GError **error);
/* "first-contact-resolution.method" of those that are not the default, sorted. */
GStrv bw_settings_list_choices (const BwSettings *self);
/* For kernels: by index of the KPI's choices, the index of the option or the number. */
void bw_settings_resolve (const BwSettings *self,
                          const BwMetric *metric,
                          double values[BW_METRIC_MAX_CHOICES]);

gboolean bw_settings_excludes (const BwSettings *self, BwExclusion exclusion);
void bw_settings_set_excludes (BwSettings *self, BwExclusion exclusion, gboolean excludes);

BwClock bw_settings_get_clock (const BwSettings *self);
void bw_settings_set_clock (BwSettings *self, BwClock clock);
/* Whether business time is the headline: hours are there and the clock does not say otherwise. */
gboolean bw_settings_is_business (const BwSettings *self);

/* Arrays of the structs above, borrowed. */
GPtrArray *bw_settings_get_schedules (const BwSettings *self);
GPtrArray *bw_settings_get_holidays (const BwSettings *self); /* ascending by day */
GPtrArray *bw_settings_get_sla_targets (const BwSettings *self);
GPtrArray *bw_settings_get_topics (const BwSettings *self);
GArray *bw_settings_get_inputs (const BwSettings *self); /* of BwInput, by month and field */

/* FALSE and BW_ERROR_FIELD when hours cannot be read. hours "" or NULL takes the schedule away. */
gboolean bw_settings_set_schedule (
    BwSettings *self, BwFieldId field, const char *value, const char *hours, GError **error);
void bw_settings_add_holiday (BwSettings *self, gint64 day, const char *name);
void bw_settings_clear_holidays (BwSettings *self);
/* Replaces the one of the same priority and channel; both NAN takes it away. */
void bw_settings_set_sla_target (
    BwSettings *self, const char *priority, const char *channel, double reply, double solve);
/* words NULL takes the topic away. */
void bw_settings_set_topic (BwSettings *self, const char *name, const char *words);
/* NAN = none. */
double bw_settings_get_input (const BwSettings *self, gint64 month, BwFieldId field);
void bw_settings_set_input (BwSettings *self, gint64 month, BwFieldId field, double value);

/* ISO 4217, or NULL when nobody said: then that of the files. */
const char *bw_settings_get_currency (const BwSettings *self);
void bw_settings_set_currency (BwSettings *self, const char *currency);

/* The calendar of the schedule in that zone with all holidays. Index -1 is that of the rows that no
 * schedule names; NULL when there is none: these are served around the clock. */
BwCalendar *bw_settings_make_calendar (const BwSettings *self, int schedule, BwZone *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSettings, bw_settings_unref)
