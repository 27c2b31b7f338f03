/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decodes each row once and lets every KPI say what it makes of it. */
#include "config.h"

#include "bw-group.h"
#include "bw-ledger.h"
#include "bw-parallel.h"
#include <math.h>

#define BLOCK 16384
/* So few rows that they stay in the nearest cache while every KPI looks at them. */
#define BATCH 64

typedef enum {
  FORM_TIME,
  FORM_INT,
  FORM_MEANING
} Form;

/* Where a field of the table goes in a BwRow. */
static const struct {
  BwFieldId field;
  Form form;
  gsize offset;
} places[] = {
  { BW_FIELD_CREATED, FORM_TIME, G_STRUCT_OFFSET (BwRow, created) },
  { BW_FIELD_ASSIGNED, FORM_TIME, G_STRUCT_OFFSET (BwRow, assigned) },
  { BW_FIELD_STARTED, FORM_TIME, G_STRUCT_OFFSET (BwRow, started) },
  { BW_FIELD_FIRST_REPLY, FORM_TIME, G_STRUCT_OFFSET (BwRow, first_reply) },
  { BW_FIELD_FIRST_SOLVED, FORM_TIME, G_STRUCT_OFFSET (BwRow, first_solved) },
  { BW_FIELD_SOLVED, FORM_TIME, G_STRUCT_OFFSET (BwRow, solved) },
  { BW_FIELD_CLOSED, FORM_TIME, G_STRUCT_OFFSET (BwRow, closed) },
  { BW_FIELD_UPDATED, FORM_TIME, G_STRUCT_OFFSET (BwRow, updated) },
  { BW_FIELD_DUE, FORM_TIME, G_STRUCT_OFFSET (BwRow, due) },
  { BW_FIELD_REPLY_DUE, FORM_TIME, G_STRUCT_OFFSET (BwRow, reply_due) },
  { BW_FIELD_RATED, FORM_TIME, G_STRUCT_OFFSET (BwRow, rated) },
  { BW_FIELD_ENDED, FORM_TIME, G_STRUCT_OFFSET (BwRow, ended) },
  { BW_FIELD_FIRST_REPLY_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, first_reply_time) },
  { BW_FIELD_FIRST_RESOLUTION_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, first_resolution_time) },
  { BW_FIELD_RESOLUTION_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, resolution_time) },
  { BW_FIELD_HANDLE_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, handle_time) },
  { BW_FIELD_TALK_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, talk_time) },
  { BW_FIELD_HOLD_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, hold_time) },
  { BW_FIELD_WRAP_TIME, FORM_INT, G_STRUCT_OFFSET (BwRow, wrap_time) },
  { BW_FIELD_REOPENS, FORM_INT, G_STRUCT_OFFSET (BwRow, reopens) },
  { BW_FIELD_REPLIES, FORM_INT, G_STRUCT_OFFSET (BwRow, replies) },
  { BW_FIELD_CUSTOMER_REPLIES, FORM_INT, G_STRUCT_OFFSET (BwRow, customer_replies) },
  { BW_FIELD_STATUS, FORM_MEANING, G_STRUCT_OFFSET (BwRow, status_meaning) },
  { BW_FIELD_ESCALATED, FORM_MEANING, G_STRUCT_OFFSET (BwRow, escalated) },
  { BW_FIELD_AGENT_CREATED, FORM_MEANING, G_STRUCT_OFFSET (BwRow, agent_created) },
  { BW_FIELD_REPLY_SLA, FORM_MEANING, G_STRUCT_OFFSET (BwRow, reply_sla) },
  { BW_FIELD_RESOLUTION_SLA, FORM_MEANING, G_STRUCT_OFFSET (BwRow, resolution_sla) },
  { BW_FIELD_OUTCOME, FORM_MEANING, G_STRUCT_OFFSET (BwRow, answered) },
  { BW_FIELD_CSAT, FORM_MEANING, G_STRUCT_OFFSET (BwRow, csat) },
  { BW_FIELD_NPS, FORM_MEANING, G_STRUCT_OFFSET (BwRow, nps) },
};

/* A column that is there. */
typedef struct {
  Form form;
  gsize offset;
  const BwColumn *column;
  double *meanings; /* by code, [0] = no text */
} Reading;

typedef struct {
  Reading readings[G_N_ELEMENTS (places) + 1];
  guint n_readings;
  BwRow blank; /* what a row is before any column is read */
  gboolean has_solved_date;
} RowReader;

typedef struct {
  BwLedger *ledger;
  RowReader reader;
  guint n_metrics;
} Work;

static double *
read_meanings (const BwColumn *column)
{
  gsize n = bw_dictionary_get_size (column->dictionary);
  double *meanings = g_new (double, n + 1);

  meanings[0] = NAN;
  for (gsize i = 0; i < n; i++)
    meanings[i + 1] = bw_dictionary_get_meaning (column->dictionary, i);
  return meanings;
}

static void
make_blank (BwRow *blank, const BwTable *table, gint64 as_of)
{
  const BwColumn *csat = bw_table_find (table, BW_FIELD_CSAT);

  memset (blank, 0, sizeof *blank);
  for (guint p = 0; p < G_N_ELEMENTS (places); p++) {
    if (places[p].form == FORM_TIME)
      G_STRUCT_MEMBER (gint64, blank, places[p].offset) = BW_TIME_NONE;
    else if (places[p].form == FORM_INT)
      G_STRUCT_MEMBER (int, blank, places[p].offset) = BW_MISSING;
    else
      G_STRUCT_MEMBER (double, blank, places[p].offset) = NAN;
  }
  blank->has_status = bw_table_find (table, BW_FIELD_STATUS) != NULL;
  blank->csat_low = csat != NULL ? csat->scale_low : NAN;
  blank->csat_high = csat != NULL ? csat->scale_high : NAN;
  blank->as_of = as_of;
}

static void
row_reader_init (RowReader *reader, const BwTable *table, gint64 as_of)
{
  const BwColumn *tags = bw_table_find (table, BW_FIELD_TAG);

  memset (reader, 0, sizeof *reader);
  make_blank (&reader->blank, table, as_of);
  reader->has_solved_date = bw_table_find (table, BW_FIELD_SOLVED) != NULL ||
                            bw_table_find (table, BW_FIELD_CLOSED) != NULL;
  for (guint p = 0; p < G_N_ELEMENTS (places); p++) {
    const BwColumn *column = bw_table_find (table, places[p].field);
    if (column == NULL)
      continue;
    reader->readings[reader->n_readings++] =
        (Reading) { places[p].form, places[p].offset, column,
                    places[p].form == FORM_MEANING ? read_meanings (column) : NULL };
  }
  if (tags != NULL && bw_table_find (table, BW_FIELD_ESCALATED) == NULL) {
    double *escalated = bw_group_tags_with_word (tags, "escalat");
    if (escalated != NULL)
      reader->readings[reader->n_readings++] =
          (Reading) { FORM_MEANING, G_STRUCT_OFFSET (BwRow, escalated), tags, escalated };
  }
}

static void
row_reader_clear (RowReader *reader)
{
  for (guint r = 0; r < reader->n_readings; r++)
    g_free (reader->readings[r].meanings);
}

static inline gint64
first_time (gint64 a, gint64 b)
{
  return a != BW_TIME_NONE ? a : b;
}

static inline gint64
after (gint64 from, int seconds)
{
  return from == BW_TIME_NONE || seconds == BW_MISSING ? BW_TIME_NONE : from + seconds;
}

/* One column of a batch of rows. */
static void
read_column (const Reading *reading, gsize first, guint n, BwRow *rows)
{
  for (guint i = 0; i < n; i++)
    switch (reading->form) {
    case FORM_TIME:
      G_STRUCT_MEMBER (gint64, &rows[i], reading->offset) =
          bw_column_time (reading->column, first + i);
      break;
    case FORM_INT:
      G_STRUCT_MEMBER (int, &rows[i], reading->offset) = bw_column_int (reading->column, first + i);
      break;
    case FORM_MEANING:
      G_STRUCT_MEMBER (double, &rows[i], reading->offset) =
          reading->meanings[bw_column_code (reading->column, first + i)];
      break;
    }
}

/* What a file leaves to be worked out from what it has. */
static void
derive (const RowReader *reader, BwRow *row)
{
  row->status = isnan (row->status_meaning) ? BW_STATUS_NONE : (BwStatus) row->status_meaning;
  row->first_reply = first_time (row->first_reply, after (row->created, row->first_reply_time));
  row->started = first_time (row->started, first_time (row->assigned, row->first_reply));
  if (row->started != BW_TIME_NONE && row->created != BW_TIME_NONE)
    row->started = MAX (row->started, row->created);
  row->solved = first_time (row->solved, row->closed);
  if (!reader->has_solved_date)
    row->solved = after (row->created, row->resolution_time);
  row->first_solved =
      first_time (first_time (row->first_solved, after (row->created, row->first_resolution_time)),
                  row->solved);
}

static void
read_rows (const RowReader *reader, gsize first, guint n, BwRow *rows)
{
  for (guint i = 0; i < n; i++)
    rows[i] = reader->blank;
  for (guint r = 0; r < reader->n_readings; r++)
    read_column (&reader->readings[r], first, n, rows);
  for (guint i = 0; i < n; i++)
    derive (reader, &rows[i]);
}

static gint64
row_when (const BwRow *row, BwWhen when)
{
  gint64 left = bw_row_is_solved (row) ? row->solved : BW_TIME_NONE;

  switch (when) {
  case BW_WHEN_CREATED:
    return row->created;
  case BW_WHEN_STARTED:
    return row->started;
  case BW_WHEN_FIRST_REPLY:
    return row->first_reply;
  case BW_WHEN_FIRST_SOLVED:
    return row->first_solved;
  case BW_WHEN_SOLVED:
    return row->solved;
  case BW_WHEN_LEFT:
    return left;
  case BW_WHEN_STARTED_OR_LEFT:
    if (left != BW_TIME_NONE && row->started != BW_TIME_NONE)
      return MIN (left, row->started);
    return first_time (row->started, left);
  case BW_WHEN_DUE:
    return first_time (row->due, first_time (row->solved, row->created));
  case BW_WHEN_REPLY_DUE:
    return first_time (row->reply_due, first_time (row->first_reply, row->created));
  case BW_WHEN_RATED:
    return first_time (first_time (row->rated, row->solved),
                       first_time (row->updated, row->created));
  case BW_WHEN_ENDED:
    return first_time (row->ended, row->created);
  case BW_WHEN_LAST:
    break;
  }
  g_assert_not_reached ();
}

static inline gint32
pack_time (gint64 t)
{
  if (t <= BW_TIME_ORIGIN + G_MININT32 || t > BW_TIME_ORIGIN + G_MAXINT32)
    return BW_MISSING; /* BW_TIME_NONE, too */
  return (gint32) (t - BW_TIME_ORIGIN);
}

static inline gint8
pack_say (const BwMetric *metric, double value, BwReason reason)
{
  if (isnan (value))
    return (gint8) - (int) reason;
  return (gint8) (metric->fold == BW_FOLD_NPS ? (int) value + 1 : (int) value);
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
static void
say_rows (BwMeasure *measure, const guint8 *asides, const BwRow *rows, gsize first, guint n)
{
  const BwMetric *metric = measure->metric;

  for (guint i = 0; i < n; i++) {
    BwReason reason = BW_REASON_NOT_CONCERNED;
    double value = asides != NULL && asides[first + i] != BW_ASIDE_NONE
                       ? NAN
                       : metric->say (&rows[i], &reason);
    if (measure->says != NULL)
      measure->says[first + i] = pack_say (metric, value, reason);
    else
      measure->sizes[first + i] = pack_size (metric, value, reason);
  }
}

static void
fill_batch (Work *work, gsize first, guint n)
{
  BwLedger *ledger = work->ledger;
  BwRow rows[BATCH];

  read_rows (&work->reader, first, n, rows);
  for (int w = 0; w < BW_WHEN_LAST; w++)
    if (ledger->owned[w] != NULL)
      for (guint i = 0; i < n; i++)
        ledger->owned[w][first + i] = pack_time (row_when (&rows[i], w));
  for (guint m = 0; m < work->n_metrics; m++)
    if (ledger->measures[m].missing == NULL)
      say_rows (&ledger->measures[m], bw_table_get_asides (ledger->table), rows, first, n);
}

static void
fill_block (guint block, int worker, gpointer user_data)
{
  Work *work = user_data;
  gsize end = MIN (work->ledger->n_rows, ((gsize) block + 1) * BLOCK);

  for (gsize first = (gsize) block * BLOCK; first < end; first += BATCH)
    fill_batch (work, first, (guint) MIN (BATCH, end - first));
}

/* A moment that is a column of the table as it stands needs no copy. */
static const gint32 *
find_when (const BwTable *table, BwWhen when)
{
  const BwColumn *created = bw_table_find (table, BW_FIELD_CREATED);

  return when == BW_WHEN_CREATED && created != NULL ? created->values : NULL;
}

static void
want_when (BwLedger *ledger, BwWhen when)
{
  if (ledger->whens[when] != NULL)
    return;
  ledger->whens[when] = find_when (ledger->table, when);
  if (ledger->whens[when] == NULL)
    ledger->whens[when] = ledger->owned[when] = g_new (gint32, ledger->n_rows);
}

static void
prepare (BwLedger *ledger, BwMeasure *measure, const BwMetric *metric)
{
  measure->metric = metric;
  if (!bw_metric_is_of (metric, bw_table_get_kind (ledger->table)))
    measure->missing = g_strdup ("");
  else
    measure->missing = bw_metric_missing (metric, ledger->table);
  if (measure->missing != NULL)
    return;
  if (metric->fold == BW_FOLD_DURATION || metric->fold == BW_FOLD_MEAN)
    measure->sizes = g_new (gint32, ledger->n_rows);
  else
    measure->says = g_new (gint8, ledger->n_rows);
  want_when (ledger, metric->when);
  if (metric->fold == BW_FOLD_STOCK)
    want_when (ledger, metric->until);
}

BwLedger *
bw_ledger_new (BwTable *table)
{
  BwLedger *ledger = g_new0 (BwLedger, 1);
  Work work = { .ledger = ledger };
  const BwMetric *const *metrics = bw_metrics (&work.n_metrics);
  gint64 from;

  ledger->table = bw_table_ref (table);
  ledger->n_rows = bw_table_get_n_rows (table);
  if (!bw_table_get_extent (table, &from, &ledger->as_of))
    ledger->as_of = BW_TIME_NONE;
  ledger->measures = g_new0 (BwMeasure, work.n_metrics);
  want_when (ledger, BW_WHEN_CREATED);
  for (guint m = 0; m < work.n_metrics; m++)
    prepare (ledger, &ledger->measures[m], metrics[m]);
  row_reader_init (&work.reader, table, ledger->as_of);
  bw_parallel_for ((ledger->n_rows + BLOCK - 1) / BLOCK, NULL, fill_block, &work);
  row_reader_clear (&work.reader);
  return ledger;
}

void
bw_ledger_free (BwLedger *ledger)
{
  guint n;

  bw_metrics (&n);
  for (guint m = 0; m < n; m++) {
    g_free (ledger->measures[m].missing);
    g_free (ledger->measures[m].says);
    g_free (ledger->measures[m].sizes);
  }
  for (int w = 0; w < BW_WHEN_LAST; w++)
    g_free (ledger->owned[w]);
  g_free (ledger->measures);
  bw_table_unref (ledger->table);
  g_free (ledger);
}
