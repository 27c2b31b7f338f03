/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell's text as a time, a duration or a number. No allocation, no locale; text need not end
 * in NUL. Shapes met in exports: tests/data/cases/dates. */
#pragma once

#include "bw-plan.h"

typedef enum {
  BW_PARSE_OK,
  BW_PARSE_BLANK, /* empty or a null word */
  BW_PARSE_BAD,
} BwParse;

/* What a time cell was, beside its instant. Filled as far as it goes for a bad cell, too: a part
 * over 12 speaks for the order of the column even where the cell does not fit the plan. */
typedef struct {
  BwDateOrder order; /* what the text itself tells: YMD, DMY or MDY (a month's name, a dot), EPOCH,
                      * SERIAL; UNDECIDED when the plan had to say which part is the day */
  int first, second; /* the two parts that could be day or month; 0 when they are not numeric */
  gboolean has_zone; /* an offset or zone stood in the cell */
  gboolean has_time; /* a time of day */
} BwTimeShape;

/* seconds: civil seconds in whatever zone the cell means; when shape->has_zone, Unix time.
 * order decides d/m against m/d; UNDECIDED reads day first unless the parts forbid it. Bare numbers
 * are Unix time or spreadsheet days when their size leaves no doubt, or when order says so. */
BwParse bw_parse_time (
    const char *text, gsize length, BwDateOrder order, gint64 *seconds, BwTimeShape *shape);
/* A cell that names a month ("2025-03", "Mar 2025"): its first second, civil. */
BwParse bw_parse_period (const char *text, gsize length, gint64 *seconds);
/* A time of day: "14:07", "2:07:09 PM", "14h07", "14.07 Uhr", "14:07 h"; seconds since midnight. */
BwParse bw_parse_clock (const char *text, gsize length, int *seconds);
/* Seconds, may be negative and fractional. *shaped: the cell's own form told the unit. */
BwParse bw_parse_duration (const char *text,
                           gsize length,
                           BwDurationUnit unit,
                           gboolean minutes_seconds,
                           gboolean decimal_comma,
                           double *seconds,
                           gboolean *shaped);
/* Groups of thousands, decimal comma, currency and per cent signs; "12 %" is 0.12. */
BwParse bw_parse_number (const char *text, gsize length, gboolean decimal_comma, double *number);
/* Empty, "-", "N/A", "null" ... as 5-import.md lists. */
gboolean bw_parse_is_blank (const char *text, gsize length);
