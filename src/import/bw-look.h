/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sample of the cells of one column looks like, whatever its header says. */
#pragma once

#include "bw-dates.h"

typedef struct {
  guint n_cells;
  guint n_filled;       /* not blank and no null word; all that follows counts these */
  guint n_distinct;     /* counted up to BW_LOOK_DISTINCT_MAX */
  guint n_times;        /* dates, with or without a time of day */
  guint n_months;       /* cells that are no times, but name a month: "2025-03" */
  guint n_bare_times;   /* of these, numbers: Unix time, spreadsheet days, 20240305 */
  guint n_addresses;    /* with an @ */
  guint n_long;         /* over 60 bytes */
  guint n_durations;    /* whose own form tells it: "1:05:00", "2 h" */
  guint n_clocks;       /* "14:07": of these, those that could be a time of day */
  guint n_two_parts;    /* "14:07": of the durations, hours and minutes or minutes and seconds */
  guint n_times_of_day; /* "14:07", "2:07 PM": times of day, or lengths of time */
  guint n_by_day;       /* of these, from six in the morning to ten at night */
  guint n_numbers;
  guint n_percents;  /* of them */
  guint n_groups;    /* "1.362": thousands or thousandths */
  guint n_ungrouped; /* "0.362", "1362": speak against thousands */
  guint n_large;     /* 10,000 and more */
  guint n_integers;
  guint n_negative; /* numbers and durations */
  guint n_zero;
  guint n_decimal_commas; /* "1,25" */
  guint n_decimal_points; /* "1.25" */
  guint n_scores;         /* "4", "4/5", "4 stars", "80 %" */
  guint n_words;          /* distinct cells that were looked up; what follows counts these */
  guint n_distinct_scores;
  guint n_rating_words; /* "Good", "Very satisfied", "Offered" */
  guint n_no_answers;   /* of these, "Offered" and the like */
  guint n_statuses;
  guint n_priorities;
  guint n_flags;
  guint n_verdicts;
  guint n_channels;
  guint n_outcomes;
  guint n_directions;
  guint n_roles;
  double least, greatest;     /* of scores; NAN without any */
  double word_low, word_high; /* the scale of the rating words; NAN without any */
  BwDateTally dates;
} BwLook;

#define BW_LOOK_DISTINCT_MAX 1000

/* texts: n cells, NULL entries are blank. */
void bw_look_at (const char *const *texts, guint n, BwLook *look);

typedef enum {
  BW_LOOK_BLANK,
  BW_LOOK_TEXT,
  BW_LOOK_NUMBER,
  BW_LOOK_CLOCK, /* times of day, or lengths of time under a day */
  BW_LOOK_DURATION,
  BW_LOOK_DATE, /* in what order: bw_dates_judge */
} BwLookKind;

/* What most of the cells are. */
BwLookKind bw_look_classify (const BwLook *look);
