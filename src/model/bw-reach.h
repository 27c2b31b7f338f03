/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of which the files tell everything. An export ends where it was made, in the middle of a
 * month, and files end on days of their own. */
#pragma once

#include "bw-dataset.h"
#include "bw-period.h"

/* Instants: midnights of the zone. */
typedef struct {
  gint64 from; /* before to */
  gint64 to;
  gint64 first_day; /* of a datum, in from .. to - 1 */
  gint64 last_day;
} BwReach;

#define BW_REACH_ALL ((BwReach) { G_MININT64, G_MAXINT64, G_MININT64, G_MAXINT64 })

/* From the day of the kind's first datum to that of its last, and of days around them when so few
 * rows come on such days of the week that none is no surprise: up to a month before, and after them
 * a weekend (four days at most, within the month). What other files of work tell of is told, too,
 * unless many rows were to come in that time. Rows about months tell of all time, and so does a
 * kind without a time. */
void bw_reach_init (BwReach *self, BwDataset *dataset, BwKind kind, const BwZone *zone);
/* Of the work that a report is about: tickets, else the first kind that there is. FALSE when
 * nothing says when. */
gboolean bw_reach_init_main (BwReach *self, BwDataset *dataset, const BwZone *zone);
/* The last month that the main work tells as a whole, else its first. NULL when nothing says when.
 */
BwPeriod *bw_reach_find_last_month (BwDataset *dataset, BwZone *zone);
/* Does a period lack days? A few at its begin are none, as most files begin with a first datum. */
gboolean bw_reach_lacks_end (const BwReach *self, gint64 to);
gboolean bw_reach_lacks_begin (const BwReach *self, gint64 from, gint64 to);
