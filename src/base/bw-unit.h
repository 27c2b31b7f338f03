/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units of figures, and how a figure is written for people in their language. */
#pragma once

#include <glib.h>

typedef enum {
  BW_UNIT_COUNT,    /* tickets */
  BW_UNIT_SECONDS,  /* a duration */
  BW_UNIT_FRACTION, /* 0..1, written as per cent */
  BW_UNIT_RATIO,    /* may exceed 1, written as a number */
  BW_UNIT_SCORE,    /* a point on a survey's own scale */
  BW_UNIT_POINTS,   /* NPS: -100..100, no per cent sign */
  BW_UNIT_MONEY,
} BwUnit;

typedef enum {
  BW_FORMAT_SHORT,  /* tiles and axes: "2 h 10 min", "87.5 %", "12,345" */
  BW_FORMAT_COLUMN, /* tables: the same, with all decimals of the unit: "90.0 %", "1.00" */
  BW_FORMAT_SPOKEN, /* screen readers: "2 hours 10 minutes" */
} BwFormat;

/* "count", "seconds", "fraction", "ratio", "score", "points", "money": the words of the JSON. */
const char *bw_unit_to_string (BwUnit unit);

/* NAN becomes "no data" (translated). Durations show their two largest units. Never NULL. */
char *bw_unit_format (BwUnit unit, double value, BwFormat format);
/* A difference with its sign: "+3.2 points" for fractions (percentage points), "-12 min". */
char *bw_unit_format_change (BwUnit unit, double change, BwFormat format);
/* The same with the currency of money, an ISO 4217 code, where the user's language puts it:
 * "€12.40", "12,40 €", "12.40 CHF". NULL = not known: without. */
char *bw_unit_format_in (BwUnit unit, const char *currency, double value, BwFormat format);
char *bw_unit_format_change_in (BwUnit unit, const char *currency, double change, BwFormat format);
/* Decimals of amounts of that currency (ISO 4217; NULL = not known): yen have none. */
guint bw_money_get_digits (const char *currency);
/* Round steps for an axis from low to high: 1, 2, 5 x 10^k for numbers; 1, 2, 5, 10, 15, 30 s/min,
 * 1, 2, 3, 6, 12 h, 1, 2, 5, 7 d for durations. Returns the step; > 0. */
double bw_unit_axis_step (BwUnit unit, double low, double high, int wanted_ticks);

/* Thousands in the user's language. */
char *bw_format_count (gint64 n);
