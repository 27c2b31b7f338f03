/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day first or month first? Decided over a whole column, never over one cell. */
#pragma once

#include "bw-parse.h"

/* What the cells of a column say. */
typedef struct {
  gint64 n_read;
  gint64 n_bad;
  gint64 n_year_first;
  gint64 n_day_first; /* the text itself tells: a month's name, a dot */
  gint64 n_month_first;
  gint64 n_undecided;     /* numeric parts */
  gint64 n_first_over_12; /* readable cells whose first part can only be the day */
  gint64 n_second_over_12;
  gint64 n_bad_over_12; /* cells with a part over 12 that are no date in either order */
  gint64 n_epoch;
  gint64 n_serial;
  gint64 n_midnight;       /* without a time of day, or 00:00 */
  gint64 n_compact;        /* 20240305: could be numbers of something else */
  gint64 n_halves;         /* with AM or PM */
  gint64 n_steps;          /* rows whose date differs from that of the row before */
  gint64 n_near_day_first; /* of these, by a week at most when the day comes first */
  gint64 n_near_month_first;
} BwDateTally;

typedef enum {
  BW_DATES_NONE,      /* no single order fits: the column is no use as dates */
  BW_DATES_AMBIGUOUS, /* nothing proves either */
  BW_DATES_YMD,
  BW_DATES_DMY,
  BW_DATES_MDY,
  BW_DATES_EPOCH,
  BW_DATES_SERIAL,
} BwDateVerdict;

BwDateVerdict bw_dates_judge (const BwDateTally *tally);
BwDateOrder bw_dates_get_order (BwDateVerdict verdict); /* UNDECIDED for NONE and AMBIGUOUS */

/* Adds one cell, row by row; *last is the time of the row before (BW_DATES_START at first). */
typedef struct {
  gint64 day_first;
  gint64 month_first;
  gboolean any;
} BwDateStep;
void bw_dates_add (BwDateTally *tally, const char *text, gsize length, BwDateStep *last);
/* Adds the step to a date that was read day first, in days since 1970. */
void bw_dates_add_step (BwDateTally *tally, gint64 day, BwDateStep *last);
/* The same date with day and month exchanged, where that is a date; else the date itself. */
gint64 bw_dates_swap (gint64 day);
