/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that the sections of the report share. */
#pragma once

#include "bw-block.h"

/* A share of fewer than five, told as "3 of 4"? */
gboolean bw_section_is_few (BwUnit unit, const BwCell *cell);
/* What a person reads: "2 h 10 min", "3 of 4" for shares of fewer than five, "no data". */
char *bw_section_format_cell (BwUnit unit, const BwCell *cell);
/* The same of a figure, money with its currency. */
char *bw_section_format_figure (const BwFigure *figure, const BwCell *cell);
/* The same with what is behind it: "2 h 10 min (812)" */
char *bw_section_format_with_n (BwUnit unit, const BwCell *cell);
/* Numerator and denominator: "38 of 43", "€6,820 for 100"; NULL when it has none. */
char *bw_section_format_ratio (const BwFigure *figure);
/* "mean, by reply date" */
char *bw_section_describe_method (const BwFigure *figure);
/* The figures that are not compared because the files hold only a part of the period, by name, and
 * why: of several reasons the first. NULL when there are none. */
char *bw_section_list_gap (const GPtrArray *figures, const char **gap);
/* "better", "worse", "higher", "lower", "still high", "still low", "within noise" or "" when it
 * cannot be said. Translated. */
const char *bw_section_name_signal (const BwFigure *figure);
/* Why rows were left out of the figure, and how many: "Not rated: 31; Spam: 2"; NULL = none. */
char *bw_section_list_exclusions (const BwFigure *figure);
/* What the files call the columns that it is counted from; NULL where nobody says so. */
char *bw_section_list_columns (const BwFigure *figure);
/* A member of a dimension as the rows of a table have it. */
typedef struct {
  const char *name;  /* of the series; NULL = rows without a value */
  const char *label; /* for people */
} BwSectionMember;

/* An array of them. */
GArray *bw_section_members_new (void);
/* Those of the series that are not there yet, after the others. Names and labels belong to it. */
void bw_section_members_add (GArray *members, const BwSeries *series);
/* "all rows" or "Channel: email, chat; Team: ..." */
char *bw_section_describe_filter (const BwFilter *filter);
/* "at least 90 %", "at most 4 h", "80 % to 88 %"; low and high may be NAN. currency: of money, may
 * be NULL. */
char *bw_section_format_bounds (BwUnit unit, const char *currency, double low, double high);
/* "by month" */
const char *bw_section_name_grain (const BwAxis *axis);
/* For heads of tables: "First response". Translated. */
const char *bw_section_short_name (const BwMetric *metric);
/* The day in the user's language: "3 March 2025" */
char *bw_section_format_day (gint64 unix_time, BwZone *zone);
