/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows come on a day of the week is told by a sample of them. */
#include "config.h"

#include "bw-civil.h"
#include "bw-reach.h"

#define DAY 86400
#define MAX_QUIET_DAYS 4 /* a long weekend */
#define MAX_EARLY_DAYS 31
#define FEW_ROWS 3.0 /* none where so many were to come happens once in twenty times */
#define MANY_ROWS 10.0
#define LATE (7 * DAY)
#define SAMPLE 20000
#define MIN_DAYS 14 /* before days of the week can be told apart */
#define N_WEEKDAYS 7

/* Of one table. */
typedef struct {
  gint64 first_day;
  gint64 last_day;
  double per_day[N_WEEKDAYS]; /* rows, by day of the week */
} Rhythm;

/* What says that a row is new. */
static const BwColumn *
find_arrivals (const BwTable *table)
{
  static const BwFieldId fields[] = { BW_FIELD_CREATED, BW_FIELD_SENT, BW_FIELD_DATE,
                                      BW_FIELD_RATED };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    const BwColumn *column = bw_table_find (table, fields[i]);
    if (column && column->store == BW_STORE_TIME)
      return column;
  }
  return NULL;
}

static void
count_sample (const BwTable *table, const BwColumn *column, const BwZone *zone, double *counts)
{
  gsize n_rows = bw_table_get_n_rows (table);
  gsize step = n_rows / SAMPLE + 1;
  for (gsize row = 0; row < n_rows; row += step) {
    gint64 time = bw_column_time (column, row);
    if (time != BW_TIME_NONE && bw_table_get_aside (table, row) == BW_ASIDE_NONE)
      counts[bw_civil_weekday (bw_day_around (time, zone))] += (double) step;
  }
}

static void
spread (Rhythm *self, const double *counts)
{
  gint64 n_days = self->last_day - self->first_day + 1;
  double total = 0;
  for (int w = 0; w < N_WEEKDAYS; w++)
    total += counts[w];
  for (int w = 0; w < N_WEEKDAYS; w++) {
    int since = (w - bw_civil_weekday (self->first_day) + N_WEEKDAYS) % N_WEEKDAYS;
    gint64 n = (n_days - since + N_WEEKDAYS - 1) / N_WEEKDAYS;
    self->per_day[w] = n_days < MIN_DAYS ? total / (double) n_days : counts[w] / (double) n;
  }
}

static gboolean
rhythm_init (Rhythm *self, const BwTable *table, const BwZone *zone)
{
  gint64 from, to;
  double counts[N_WEEKDAYS] = { 0 };
  const BwColumn *column = table ? find_arrivals (table) : NULL;
  if (!table || !bw_table_get_extent (table, &from, &to))
    return FALSE;
  self->first_day = bw_day_around (from, zone);
  self->last_day = bw_day_around (to, zone);
  if (column)
    count_sample (table, column, zone, counts);
  spread (self, counts);
  return TRUE;
}

/* Rows that were to come from one day up to the one before another. */
static double
expect (const Rhythm *self, gint64 from, gint64 to)
{
  double n = 0;
  for (gint64 day = from; day < to; day++)
    n += self->per_day[bw_civil_weekday (day)];
  return n;
}

/* The first day of which it is not known whether all is told. */
static gint64
find_end (const Rhythm *self)
{
  gint64 next_month = bw_day_add (bw_day_floor (self->last_day, BW_GRAIN_MONTH), BW_GRAIN_MONTH, 1);
  gint64 limit = MIN (next_month, self->last_day + 1 + MAX_QUIET_DAYS);
  gint64 end = self->last_day + 1;
  while (end < limit && expect (self, self->last_day + 1, end + 1) < FEW_ROWS)
    end++;
  return end;
}

/* The first day of which all is told: most files begin with a first datum. */
static gint64
find_begin (const Rhythm *self)
{
  gint64 limit = self->first_day - MAX_EARLY_DAYS;
  gint64 begin = self->first_day;
  while (begin > limit && expect (self, begin - 1, self->first_day) < FEW_ROWS)
    begin--;
  return begin;
}

static gboolean
is_work (BwKind kind)
{
  return kind <= BW_KIND_QUEUE_EVENTS;
}

static gboolean
is_about_instants (BwKind kind)
{
  return is_work (kind) || kind == BW_KIND_VIEWS || kind == BW_KIND_TURNS;
}

void
bw_reach_init (BwReach *self, BwDataset *dataset, BwKind kind, const BwZone *zone)
{
  gint64 from, to;
  Rhythm rhythm;
  *self = BW_REACH_ALL;
  if (!is_about_instants (kind) ||
      !rhythm_init (&rhythm, bw_dataset_get_table (dataset, kind), zone) ||
      !bw_dataset_get_extent (dataset, &from, &to))
    return;
  gint64 first = bw_day_around (from, zone), last = bw_day_around (to, zone);
  if (expect (&rhythm, first, rhythm.first_day) < MANY_ROWS)
    rhythm.first_day = MIN (rhythm.first_day, first);
  if (expect (&rhythm, rhythm.last_day + 1, last + 1) < MANY_ROWS)
    rhythm.last_day = MAX (rhythm.last_day, last);
  *self = (BwReach) {
    bw_day_start (find_begin (&rhythm), zone),
    bw_day_start (find_end (&rhythm), zone),
    bw_day_start (rhythm.first_day, zone),
    bw_day_start (rhythm.last_day, zone),
  };
}

gboolean
bw_reach_init_main (BwReach *self, BwDataset *dataset, const BwZone *zone)
{
  gint64 from, to;
  for (BwKind kind = 0; is_work (kind); kind++) {
    BwTable *table = bw_dataset_get_table (dataset, kind);
    if (!table || !bw_table_get_extent (table, &from, &to))
      continue;
    bw_reach_init (self, dataset, kind, zone);
    return TRUE;
  }
  if (!bw_dataset_get_extent (dataset, &from, &to))
    return FALSE;
  self->from = self->first_day = bw_day_start (bw_day_around (from, zone), zone);
  self->last_day = bw_day_start (bw_day_around (to, zone), zone);
  self->to = bw_day_start (bw_day_around (to, zone) + 1, zone);
  return TRUE;
}

BwPeriod *
bw_reach_find_last_month (BwDataset *dataset, BwZone *zone)
{
  BwReach reach;
  if (!bw_reach_init_main (&reach, dataset, zone))
    return NULL;
  return bw_period_parse ("last-month", zone, reach.from, reach.to - 1, NULL);
}

gboolean
bw_reach_lacks_end (const BwReach *self, gint64 to)
{
  return to > self->to;
}

gboolean
bw_reach_lacks_begin (const BwReach *self, gint64 from, gint64 to)
{
  return self->from >= to || (self->from > from && self->from - from > MIN (LATE, (to - from) / 4));
}
