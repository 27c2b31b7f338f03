/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places the rows behind a figure in the week. */
#include "config.h"

#include <math.h>

#include "bw-civil.h"
#include "bw-row-values.h"
#include "bw-sort.h"
#include "bw-spread.h"

#define DAYS 7
#define HOURS 24
#define SLOTS (DAYS * HOURS)

static guint
find_slot (const BwZone *zone, gint64 unix_time)
{
  gint64 local = bw_zone_to_local (zone, unix_time);
  gint64 day = bw_civil_floor_days (local);

  return (guint) bw_civil_weekday (day) * HOURS + (guint) ((local - day * 86400) / 3600);
}

/* How often each hour of the week comes, by the clock on the wall, on the days that are told. */
static void
count_hours (const BwPeriod *period, const BwReach *told, gint64 occurrences[SLOTS])
{
  gint64 end = MIN (period->to, told->to);

  for (gint64 t = MAX (period->from, told->from); t < end; t += 3600)
    occurrences[find_slot (period->zone, t)]++;
}

static char **
name_days (void)
{
  char **names = g_new0 (char *, DAYS + 1);
  gint64 monday = bw_civil_to_days (2024, 1, 1);

  for (guint i = 0; i < DAYS; i++)
    names[i] = bw_day_format (monday + i, "%A");
  return names;
}

static char **
name_hours (void)
{
  char **names = g_new0 (char *, HOURS + 1);

  for (guint i = 0; i < HOURS; i++)
    names[i] = g_strdup_printf ("%02u", i);
  return names;
}

static BwMatrix *
create_matrix (BwUnit unit)
{
  g_auto (GStrv) days = name_days ();
  g_auto (GStrv) hours = name_hours ();

  return bw_matrix_new (unit, (const char *const *) days, (const char *const *) hours);
}

static double
sum_up (GArray *values, BwStatistic statistic)
{
  double *first = (double *) (gpointer) values->data;

  if (statistic != BW_STATISTIC_MEDIAN)
    return bw_mean (first, values->len);
  bw_sort_doubles (first, values->len);
  return bw_quantile_sorted (first, values->len, 0.5);
}

/* What is about an instant. */
static gboolean
can_place (const BwFigure *figure)
{
  switch (figure->metric->fold) {
  case BW_FOLD_COUNT:
  case BW_FOLD_DURATION:
  case BW_FOLD_SHARE:
  case BW_FOLD_MEAN:
  case BW_FOLD_NPS:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Dates without a time of day are all at midnight. */
static gboolean
have_hours (GArray *const slots[SLOTS])
{
  for (guint i = 0; i < SLOTS; i++)
    if (i % HOURS != 0 && slots[i]->len > 0)
      return TRUE;
  return FALSE;
}

static void
fill_counts (BwMatrix *matrix, GArray *const slots[SLOTS], const gint64 occurrences[SLOTS])
{
  for (guint i = 0; i < SLOTS; i++) {
    matrix->n[i] = slots[i]->len;
    if (occurrences[i] > 0)
      matrix->values[i] = slots[i]->len / (double) occurrences[i];
  }
}

static void
fill_figures (BwMatrix *matrix, GArray *const slots[SLOTS], BwStatistic statistic)
{
  for (guint i = 0; i < SLOTS; i++) {
    matrix->n[i] = slots[i]->len;
    if (slots[i]->len > 0)
      matrix->values[i] = sum_up (slots[i], statistic);
  }
}

static void
fill (BwMatrix *matrix,
      const BwFigure *figure,
      GArray *const slots[SLOTS],
      const gint64 occurrences[SLOTS])
{
  gboolean is_duration = figure->metric->fold == BW_FOLD_DURATION;

  if (figure->metric->fold == BW_FOLD_COUNT)
    fill_counts (matrix, slots, occurrences);
  else
    fill_figures (matrix, slots, is_duration ? figure->statistic : BW_STATISTIC_MEAN);
}

static BwBits *
select_rows (BwEngine *engine, const BwQuestion *question, const BwFigure *figure, BwTable **table)
{
  return bw_engine_select (engine, question, figure->metric->id, question->period, BW_FIELD_NONE,
                           NULL, table);
}

static void
gather (const BwRowValues *values, const BwBits *rows, const BwZone *zone, GArray *slots[SLOTS])
{
  for (gsize row = 0; row < rows->n; row++) {
    double value;
    if (!bw_bits_has (rows, row) || values->times.when[row] == BW_MISSING)
      continue;
    value = bw_row_values_get (values, row);
    if (isfinite (value))
      g_array_append_val (slots[find_slot (zone, values->times.when[row] + BW_TIME_ORIGIN)], value);
  }
}

BwMatrix *
bw_rhythm_new (BwEngine *engine, const BwQuestion *question, const BwFigure *figure)
{
  BwRowValues values;
  BwTable *table;
  GArray *slots[SLOTS];
  gint64 occurrences[SLOTS] = { 0 };
  BwMatrix *matrix = NULL;

  g_return_val_if_fail (engine != NULL && question != NULL && figure != NULL, NULL);

  if (!can_place (figure) || !bw_row_values_init (&values, engine, figure))
    return NULL;
  g_autoptr (BwBits) rows = select_rows (engine, question, figure, &table);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < SLOTS; i++)
    slots[i] = g_array_new (FALSE, FALSE, sizeof (double));
  gather (&values, rows, question->period->zone, slots);
  count_hours (question->period, &figure->told, occurrences);
  if (have_hours (slots)) {
    matrix = create_matrix (figure->metric->unit);
    fill (matrix, figure, slots, occurrences);
  }
  for (guint i = 0; i < SLOTS; i++)
    g_array_unref (slots[i]);
  return matrix;
}

static gboolean
is_in (guint slot, guint weekday, guint hour)
{
  return slot / HOURS == weekday && (hour == BW_RHYTHM_ALL_DAY || slot % HOURS == hour);
}

BwBits *
bw_rhythm_select (BwEngine *engine,
                  const BwQuestion *question,
                  const BwFigure *figure,
                  guint weekday,
                  guint hour,
                  BwTable **table)
{
  BwRowValues values;
  BwBits *rows;

  g_return_val_if_fail (weekday < DAYS && hour <= BW_RHYTHM_ALL_DAY, NULL);

  if (!can_place (figure) || !bw_row_values_init (&values, engine, figure))
    return NULL;
  rows = select_rows (engine, question, figure, table);
  for (gsize row = 0; rows != NULL && row < rows->n; row++) {
    gint32 when = values.times.when[row];
    if (bw_bits_has (rows, row) &&
        (when == BW_MISSING ||
         !is_in (find_slot (question->period->zone, when + BW_TIME_ORIGIN), weekday, hour)))
      bw_bits_set (rows, row, FALSE);
  }
  return rows;
}
