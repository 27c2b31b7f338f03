/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Business hours: when a team is there, and how much of a span of time that is.
 *
 * Open is when the zone's clock shows a time within the hours of the date that it shows. So a day
 * on which the clock is turned back over open hours has more of them, one on which it skips them
 * has fewer; and a holiday closes all of its date, the end of the night shift before it too, but
 * not what a shift that starts on it has on the next date. */
#pragma once

#include "bw-zone.h"

typedef struct {
  gint64 day; /* weekly hours: 0 = Monday ... 6; special hours: the date, as in bw-civil.h */
  int from;   /* seconds of the clock since midnight, 0 .. 86400 */
  int to;     /* from > to runs past midnight; from == to is closed */
} BwShift;

/* What a calendar is made from. Shifts may come in any order and overlap: time counts once. */
typedef struct {
  BwZone *zone;
  const BwShift *weekly;
  gsize n_weekly;
  const gint64 *holidays; /* dates, as in bw-civil.h */
  gsize n_holidays;
  const BwShift *special; /* all the hours of some dates, instead of their weekly hours */
  gsize n_special;        /* or holiday; they end at midnight */
} BwHours;

/* Immutable, counted, safe to share between threads. */
typedef struct _BwCalendar BwCalendar;

#define BW_TYPE_CALENDAR (bw_calendar_get_type ())
GType bw_calendar_get_type (void);

/* Copies what it needs and holds the zone. There are no open hours before 1930 and after 2099. */
BwCalendar *bw_calendar_new (const BwHours *hours);
BwCalendar *bw_calendar_ref (BwCalendar *calendar);
void bw_calendar_unref (BwCalendar *calendar);

/* Open seconds in [from, to), Unix; 0 when to is before from. */
gint64 bw_calendar_between (const BwCalendar *calendar, gint64 from, gint64 to);
/* The first instant at which so many open seconds have passed since from, which is the end of
 * a day rather than the begin of the next; from itself for 0. G_MAXINT64 when they never will. */
gint64 bw_calendar_due (const BwCalendar *calendar, gint64 from, gint64 seconds);

/* Reads weekly hours as people write them, appended to shifts (of BwShift):
 * "Mon-Fri 09:00-12:00 13:00-17:00, Sat 10-14", "Mon, Wed 22:00-06:00", "Mon-Sun 00:00-24:00".
 * Days are English, three letters or more. FALSE and BW_ERROR_FIELD, shifts untouched, otherwise.
 */
gboolean bw_hours_parse (const char *text, GArray *shifts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCalendar, bw_calendar_unref)
