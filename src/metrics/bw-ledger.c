/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets every KPI say what it makes of each row. */
#include "config.h"

#include "bw-large.h"
#include "bw-ledger.h"
#include "bw-parallel.h"
#include "bw-people.h"
#include "bw-row-reader.h"
#include "bw-told.h"
#include <math.h>
#include <string.h>

#define BLOCK 16384
/* So few rows that they stay in the nearest cache while every KPI looks at them. */
#define BATCH 32

typedef struct {
  BwLedger *ledger;
  BwRowReader *reader;
  const guint8 *asides; /* NULL = all rows count */
  gboolean business;
} Work;

static inline gint8
pack_say (double value, gboolean nps, BwReason reason)
{
  return isnan (value) ? (gint8) - (int) reason : (gint8) ((int) value + nps);
}

static inline gint32
pack_size (const BwMetric *metric, double value, BwReason reason)
{
  if (isnan (value))
    return -(gint32) reason;
  return metric->fold == BW_FOLD_MEAN ? (gint32) lround (value * BW_LEDGER_MILLION)
                                      : (gint32) value;
}

/* Rows that are set aside have no say anywhere. */
static inline double
ask (const BwMetric *metric, gboolean aside, const BwRow *row, BwReason *reason)
{
  *reason = BW_REASON_NOT_CONCERNED;
  return aside ? NAN : metric->say (row, reason);
}

#define SAY_EACH(keep)                                                                             \
  for (guint i = 0; i < n; i++) {                                                                  \
    BwReason reason;                                                                               \
    gboolean aside = asides != NULL && asides[first + i] != BW_ASIDE_NONE;                         \
    double value = ask (metric, aside, &rows[i], &reason);                                         \
    keep;                                                                                          \
  }

static void
say_amounts (BwMeasure *measure, const guint8 *asides, const BwRow *rows, gsize first, guint n)
{
  const BwMetric *metric = measure->metric;
  gint8 *says = measure->says + first;
  double *amounts = measure->amounts + first;

  SAY_EACH (amounts[i] = value; says[i] = isnan (value) ? (gint8) - (int) reason : 1)
}

static void
say_numbers (BwMeasure *measure, const guint8 *asides, const BwRow *rows, gsize first, guint n)
{
  const BwMetric *metric = measure->metric;
  gboolean nps = metric->fold == BW_FOLD_NPS;
  gint8 *says = measure->says + first;

  SAY_EACH (says[i] = pack_say (value, nps, reason))
}

/* sizes: those of the measure by the clock of the rows' calendars. */
static void
say_sizes (const BwMeasure *measure,
           gint32 *sizes,
           const guint8 *asides,
           const BwRow *rows,
           gsize first,
           guint n)
{
  const BwMetric *metric = measure->metric;

  sizes += first;
  SAY_EACH (sizes[i] = pack_size (metric, value, reason))
}

static void
say_rows (BwMeasure *measure, const guint8 *asides, BwRow *rows, gsize first, guint n)
{
  for (guint i = 0; i < n; i++)
    rows[i].choices = measure->choices;
  if (measure->amounts != NULL)
    say_amounts (measure, asides, rows, first, n);
  else if (measure->says != NULL)
    say_numbers (measure, asides, rows, first, n);
  else
    say_sizes (measure, measure->sizes, asides, rows, first, n);
}

/* The spans of time once more, by the clock of business hours. */
static void
say_rows_in_hours (BwMeasure *measure, const guint8 *asides, BwRow *rows, gsize first, guint n)
{
  for (guint i = 0; i < n; i++)
    rows[i].choices = measure->choices;
  say_sizes (measure, measure->business, asides, rows, first, n);
}

static void
fill_business (Work *work, BwRow *rows, gsize first, guint n)
{
  for (guint i = 0; i < n; i++)
    rows[i].calendar = bw_row_reader_find_calendar (work->reader, first + i);
  for (guint m = 0; m < bw_measures_get_n (); m++)
    if (work->ledger->measures[m].business != NULL)
      say_rows_in_hours (&work->ledger->measures[m], work->asides, rows, first, n);
}

static void
fill_batch (Work *work, BwRow *rows, gsize first, guint n)
{
  BwLedger *ledger = work->ledger;

  bw_row_reader_read (work->reader, first, n, rows);
  for (int w = 0; w < BW_WHEN_LAST; w++)
    if (ledger->owned[w] != NULL)
      bw_row_pack_moments (rows, n, w, ledger->owned[w] + first);
  for (guint m = 0; m < bw_measures_get_n (); m++)
    if (ledger->measures[m].missing == NULL)
      say_rows (&ledger->measures[m], work->asides, rows, first, n);
  if (work->business)
    fill_business (work, rows, first, n);
}

static void
fill_block (guint block, int worker, gpointer user_data)
{
  Work *work = user_data;
  gsize end = MIN (work->ledger->n_rows, ((gsize) block + 1) * BLOCK);
  BwRow rows[BATCH];

  for (guint i = 0; i < BATCH; i++)
    rows[i] = *bw_row_reader_get_blank (work->reader);
  for (gsize first = (gsize) block * BLOCK; first < end; first += BATCH)
    fill_batch (work, rows, first, (guint) MIN (BATCH, end - first));
}

/* Where every row has a date of its last change, that is it. */
static const gint32 *
find_changed (const BwTable *table)
{
  const BwColumn *updated = bw_table_find (table, BW_FIELD_UPDATED);

  return updated != NULL && updated->store == BW_STORE_TIME &&
                 updated->n_present == (gint64) bw_table_get_n_rows (table)
             ? updated->values
             : NULL;
}

/* A moment that is a column of the table as it stands needs no copy. */
static const gint32 *
find_when (const BwTable *table, BwWhen when)
{
  static const struct {
    BwWhen when;
    BwFieldId field;
    BwFieldId unless[2]; /* they may stand in for the field */
  } columns[] = {
    { BW_WHEN_CREATED, BW_FIELD_CREATED, { BW_FIELD_NONE } },
    { BW_WHEN_SOLVED, BW_FIELD_SOLVED, { BW_FIELD_CLOSED } },
    { BW_WHEN_FIRST_REPLY,
      BW_FIELD_FIRST_REPLY,
      { BW_FIELD_FIRST_REPLY_TIME, BW_FIELD_AUTOMATIC_REPLY } },
    { BW_WHEN_ASSIGNED, BW_FIELD_ASSIGNED, { BW_FIELD_NONE } },
    { BW_WHEN_DATE, BW_FIELD_DATE, { BW_FIELD_NONE } },
    { BW_WHEN_SINCE, BW_FIELD_SINCE, { BW_FIELD_NONE } },
    { BW_WHEN_UNTIL, BW_FIELD_UNTIL, { BW_FIELD_NONE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    const BwColumn *column = bw_table_find (table, columns[i].field);
    if (columns[i].when == when && column != NULL && column->store == BW_STORE_TIME &&
        bw_table_find (table, columns[i].unless[0]) == NULL &&
        bw_table_find (table, columns[i].unless[1]) == NULL)
      return column->values;
  }
  return when == BW_WHEN_CHANGED ? find_changed (table) : NULL;
}

static void
want_when (BwLedger *ledger, BwWhen when)
{
  if (ledger->whens[when] != NULL)
    return;
  if (when == BW_WHEN_SOLVED_OR_RATED && bw_table_find (ledger->table, BW_FIELD_RATED) == NULL) {
    want_when (ledger, BW_WHEN_FIRST_SOLVED);
    ledger->whens[when] = ledger->whens[BW_WHEN_FIRST_SOLVED];
    return;
  }
  ledger->whens[when] = find_when (ledger->table, when);
  if (ledger->whens[when] == NULL)
    ledger->whens[when] = ledger->owned[when] = bw_large_new (ledger->n_rows, sizeof (gint32));
}

static gboolean
is_amount (BwFold fold)
{
  return fold >= BW_FOLD_SUM;
}

static void
prepare (BwLedger *ledger, BwMeasure *measure, const BwMetric *metric, const BwSettings *settings)
{
  measure->metric = metric;
  if (metric->fold == BW_FOLD_RATIO || !bw_metric_is_of (metric, bw_table_get_kind (ledger->table)))
    measure->missing = g_strdup ("");
  else
    measure->missing = bw_metric_missing (metric, ledger->table, settings);
  if (measure->missing != NULL)
    return;
  bw_settings_resolve (settings, metric, measure->choices);
  if (metric->fold == BW_FOLD_DURATION || metric->fold == BW_FOLD_MEAN)
    measure->sizes = bw_large_new (ledger->n_rows, sizeof (gint32));
  else
    measure->says = bw_large_new (ledger->n_rows, sizeof (gint8));
  if (is_amount (metric->fold))
    measure->amounts = bw_large_new (ledger->n_rows, sizeof (double));
  if (metric->clocked && bw_settings_get_schedules (settings)->len > 0)
    measure->business = bw_large_new (ledger->n_rows, sizeof (gint32));
  want_when (ledger, metric->when);
  if (bw_metric_has_until (metric))
    want_when (ledger, metric->until);
}

/* Rows that the settings do count are not set aside. A new reference. */
static BwTable *
choose_rows (BwTable *table, const BwSettings *settings)
{
  static const struct {
    BwAside aside;
    BwExclusion exclusion;
  } switches[] = { { BW_ASIDE_SPAM, BW_EXCLUDE_SPAM },
                   { BW_ASIDE_DELETED, BW_EXCLUDE_DELETED },
                   { BW_ASIDE_MERGED, BW_EXCLUDE_MERGED },
                   { BW_ASIDE_TEST, BW_EXCLUDE_TEST } };
  const guint8 *asides = bw_table_get_asides (table);
  gboolean counts[BW_ASIDE_LAST] = { FALSE };
  gboolean any = FALSE;
  guint8 *chosen;

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    any |= counts[switches[i].aside] = !bw_settings_excludes (settings, switches[i].exclusion);
  if (asides == NULL || !any)
    return bw_table_ref (table);
  chosen = g_memdup2 (asides, bw_table_get_n_rows (table));
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++)
    if (counts[chosen[row]])
      chosen[row] = BW_ASIDE_NONE;
  return bw_table_with_aside (table, chosen);
}

/* Rows with a date and no instants are about a span of time. */
static gboolean
is_by_span (const BwTable *table)
{
  BwKind kind = bw_table_get_kind (table);

  return (kind == BW_KIND_FINANCE || kind == BW_KIND_CUSTOMER_COUNTS ||
          kind == BW_KIND_AGENT_TIME || kind == BW_KIND_VIEWS || kind == BW_KIND_TOTALS) &&
         bw_table_find (table, BW_FIELD_DATE) != NULL;
}

static gboolean
has_typed (const BwSettings *settings, BwKind kind)
{
  const GArray *inputs = bw_settings_get_inputs (settings);

  for (guint i = 0; i < inputs->len; i++) {
    const BwField *field = bw_field_get (g_array_index (inputs, BwInput, i).field);
    if (field != NULL && (field->kinds >> kind & 1) != 0)
      return TRUE;
  }
  return FALSE;
}

/* What places rows that no KPI places. */
static void
find_arrival (BwLedger *ledger)
{
  static const struct {
    BwFieldId field;
    BwWhen when;
  } places_in_time[] = { { BW_FIELD_CREATED, BW_WHEN_CREATED },
                         { BW_FIELD_DATE, BW_WHEN_DATE },
                         { BW_FIELD_SINCE, BW_WHEN_SINCE },
                         { BW_FIELD_RATED, BW_WHEN_RATED } };
  BwWhen when = BW_WHEN_CREATED;

  for (guint i = G_N_ELEMENTS (places_in_time); i-- > 0;)
    if (bw_table_find (ledger->table, places_in_time[i].field) != NULL)
      when = places_in_time[i].when;
  want_when (ledger, BW_WHEN_CREATED);
  want_when (ledger, when);
  ledger->arrived = ledger->whens[when];
}

/* Who is who, where a KPI that the table can answer asks for it. */
static void
find_people (BwLedger *ledger, BwRowReader *reader)
{
  gboolean wanted = FALSE;

  for (guint m = 0; m < bw_measures_get_n (); m++)
    wanted |= ledger->measures[m].missing == NULL && ledger->measures[m].metric->by_people;
  ledger->people = wanted ? bw_people_number (ledger->table, &ledger->own_people) : NULL;
  if (ledger->people != NULL && ledger->whens[BW_WHEN_CREATED] != NULL &&
      bw_table_find (ledger->table, BW_FIELD_CREATED) != NULL)
    bw_row_reader_take_next_contacts (
        reader, bw_people_find_next (ledger->people, ledger->whens[BW_WHEN_CREATED],
                                     bw_table_get_asides (ledger->table), ledger->n_rows));
}

static void
grade (BwLedger *ledger)
{
  for (guint m = 0; m < bw_measures_get_n (); m++) {
    BwMeasure *measure = &ledger->measures[m];
    if (measure->missing == NULL && measure->metric->fold == BW_FOLD_DURATION)
      measure->grades = bw_grades_new (measure->sizes, ledger->n_rows);
    if (measure->business != NULL)
      measure->business_grades = bw_grades_new (measure->business, ledger->n_rows);
  }
}

BwLedger *
bw_ledger_new (BwTable *table, const BwSettings *settings, BwZone *zone)
{
  BwLedger *ledger = g_new0 (BwLedger, 1);
  Work work = { .ledger = ledger };
  gint64 from;

  ledger->table = table = choose_rows (table, settings);
  ledger->n_rows = bw_table_get_n_rows (table);
  if (!bw_table_get_extent (table, &from, &ledger->as_of))
    ledger->as_of = BW_TIME_NONE;
  ledger->measures = g_new0 (BwMeasure, bw_measures_get_n ());
  find_arrival (ledger);
  ledger->by_span = is_by_span (table);
  ledger->work_from = G_MAXINT64;
  ledger->work_to = G_MININT64;
  for (guint m = 0; m < bw_measures_get_n (); m++) {
    prepare (ledger, &ledger->measures[m], bw_measures_get (m), settings);
    work.business |= ledger->measures[m].business != NULL;
  }
  work.asides = bw_table_get_asides (table);
  work.reader = bw_row_reader_new (table, ledger->as_of, settings, zone);
  find_people (ledger, work.reader);
  bw_parallel_for ((ledger->n_rows + BLOCK - 1) / BLOCK, NULL, fill_block, &work);
  bw_row_reader_free (work.reader);
  if (ledger->by_span)
    bw_told_init (ledger, zone, has_typed (settings, bw_table_get_kind (table)));
  grade (ledger);
  for (int w = 0; w < BW_WHEN_LAST; w++)
    if (ledger->whens[w] != NULL && bw_ledger_get_stretches (ledger, ledger->whens[w]) == NULL)
      ledger->stretches[w] = bw_stretches_new (ledger->whens[w], ledger->n_rows);
  return ledger;
}

BwMeasure
bw_measure_by_hours (const BwMeasure *measure)
{
  BwMeasure by_hours = *measure;

  by_hours.sizes = measure->business;
  by_hours.grades = measure->business_grades;
  return by_hours;
}

const BwStretch *
bw_ledger_get_stretches (const BwLedger *ledger, const gint32 *when)
{
  for (int w = 0; w < BW_WHEN_LAST; w++)
    if (ledger->whens[w] == when && ledger->stretches[w] != NULL)
      return ledger->stretches[w];
  return NULL;
}

void
bw_ledger_free (BwLedger *ledger)
{
  for (guint m = 0; m < bw_measures_get_n (); m++) {
    g_free (ledger->measures[m].missing);
    g_clear_pointer (&ledger->measures[m].told, g_array_unref);
    bw_large_free (ledger->measures[m].says);
    bw_large_free (ledger->measures[m].sizes);
    bw_large_free (ledger->measures[m].business);
    bw_large_free (ledger->measures[m].amounts);
    bw_grades_free (ledger->measures[m].grades);
    bw_grades_free (ledger->measures[m].business_grades);
  }
  for (int w = 0; w < BW_WHEN_LAST; w++) {
    bw_large_free (ledger->owned[w]);
    g_free (ledger->stretches[w]);
  }
  g_free (ledger->measures);
  bw_large_free (ledger->own_people);
  bw_table_unref (ledger->table);
  g_free (ledger);
}
