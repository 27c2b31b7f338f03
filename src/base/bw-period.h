/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half-open spans of time [from, to) in one zone, and rows of them (an axis). */
#pragma once

#include "bw-zone.h"

typedef enum {
  BW_GRAIN_DAY,
  BW_GRAIN_WEEK, /* Monday to Sunday */
  BW_GRAIN_MONTH,
  BW_GRAIN_QUARTER,
  BW_GRAIN_YEAR,
} BwGrain;

/* "day" ... "year"; FALSE when text is none of them. */
gboolean bw_grain_parse (const char *text, BwGrain *grain);
const char *bw_grain_to_string (BwGrain grain);

/* Local days, counted as in bw-civil.h. A day lasts from its first instant to that of the next
 * day, so each instant belongs to one day even where the clock is turned back over midnight. */
gint64 bw_day_start (gint64 day, const BwZone *zone);
gint64 bw_day_around (gint64 unix_time, const BwZone *zone);
/* First day of the week, month ... that holds the day. */
gint64 bw_day_floor (gint64 day, BwGrain grain);
/* The day n days, weeks, months ... later; 31 January + 1 month is the last of February. */
gint64 bw_day_add (gint64 day, BwGrain grain, int n);
/* The date in the user's language, by the letters of g_date_time_format; never NULL. */
char *bw_day_format (gint64 day, const char *format);

/* Immutable, counted. from and to are Unix seconds. */
typedef struct {
  gint64 from;
  gint64 to;
  BwZone *zone;
} BwPeriod;

#define BW_TYPE_PERIOD (bw_period_get_type ())
GType bw_period_get_type (void);

BwPeriod *bw_period_new (gint64 from, gint64 to, BwZone *zone);
/* Whole local days, both included. */
BwPeriod *bw_period_new_days (gint64 first_day, gint64 last_day, BwZone *zone);
/* The day, week, month ... that holds this instant. */
BwPeriod *bw_period_new_around (gint64 unix_time, BwGrain grain, BwZone *zone);

/* "2025-03", "2025-Q1", "2025", "2025-03-01", two of these with ".." between (both included),
 * "last-month" or "all" (the whole days that hold the data).
 * data_from and data_to are the instants of the first and last datum; from > to when there is
 * none. The last month is the last one that has ended when the day of the last datum ends; when
 * the data begin later than in its first seven days, it is the month of the last datum instead.
 * NULL and BW_ERROR_FIELD when the text is no period, BW_ERROR_EMPTY when it needs data. */
BwPeriod *
bw_period_parse (const char *text, BwZone *zone, gint64 data_from, gint64 data_to, GError **error);
BwPeriod *bw_period_ref (BwPeriod *period);
void bw_period_unref (BwPeriod *period);
gboolean bw_period_equal (const BwPeriod *a, const BwPeriod *b);

/* The span just before: a calendar month's is the calendar month before it, a quarter's the
 * quarter, a year's the year; any other span's is as many local days, never one short. */
BwPeriod *bw_period_previous (const BwPeriod *period);
BwPeriod *bw_period_next (const BwPeriod *period);
/* The same local dates one year earlier (29 February becomes 28); whole months stay whole. */
BwPeriod *bw_period_year_before (const BwPeriod *period);
/* The largest whole calendar unit that this is, or FALSE. */
gboolean bw_period_get_grain (const BwPeriod *period, BwGrain *grain);
/* Local dates: first day, and last day included. */
void bw_period_get_days (const BwPeriod *period, gint64 *first_day, gint64 *last_day);
/* What a person calls it, in the user's language: "March 2025", "Q1 2025", "1 – 14 March 2025". */
char *bw_period_get_label (const BwPeriod *period);
/* What bw_period_parse reads back, in whole days. */
char *bw_period_to_string (const BwPeriod *period);

/* Consecutive periods of one grain, never clipped: the first and last are whole.
 * Immutable, counted. */
typedef struct _BwAxis BwAxis;

#define BW_TYPE_AXIS (bw_axis_get_type ())
GType bw_axis_get_type (void);

/* All units of that grain which touch [span->from, span->to), one for an empty span. At most
 * BW_AXIS_MAX of them: the first ones are left out beyond that. */
#define BW_AXIS_MAX 4000
BwAxis *bw_axis_new (const BwPeriod *span, BwGrain grain);
/* One unit: the span itself. */
BwAxis *bw_axis_new_single (const BwPeriod *span);
BwAxis *bw_axis_ref (BwAxis *axis);
void bw_axis_unref (BwAxis *axis);

guint bw_axis_get_length (const BwAxis *axis);
gboolean bw_axis_get_grain (const BwAxis *axis, BwGrain *grain); /* FALSE for a single span */
BwZone *bw_axis_get_zone (const BwAxis *axis);
gint64 bw_axis_get_from (const BwAxis *axis, guint i);
gint64 bw_axis_get_to (const BwAxis *axis, guint i);
/* First local day, "2025-03-01": unique, sorts, the key of series in JSON. */
const char *bw_axis_get_key (const BwAxis *axis, guint i);
/* Short for axes ("Mar", or "Mar 2025" when the axis is longer than a year), long for words
 * ("March 2025"); in the user's language. */
const char *bw_axis_get_short_label (const BwAxis *axis, guint i);
const char *bw_axis_get_label (const BwAxis *axis, guint i);
/* Index of the period that holds this instant; -1 before the first, length after the last. */
int bw_axis_find (const BwAxis *axis, gint64 unix_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPeriod, bw_period_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwAxis, bw_axis_unref)
