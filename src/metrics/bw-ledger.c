/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decodes each row once and lets every KPI say what it makes of it. */
#include "config.h"

#include "bw-group.h"
#include "bw-ledger.h"
#include "bw-parallel.h"
#include <math.h>

#define BLOCK 16384

/* The columns of a table by what a BwRow wants of them, and the words of its dictionaries. */
typedef struct {
  const BwColumn *columns[BW_FIELD_LAST];
  double *tag_escalated; /* by code of the tags column, [0] = no tags; NULL = tags say nothing */
  double *meanings[BW_FIELD_LAST]; /* by code, [0] = NAN */
  double csat_low;                 /* the scale of the ratings */
  double csat_high;
  gint64 as_of;
} RowReader;

typedef struct {
  BwLedger *ledger;
  RowReader reader;
  guint n_metrics;
  const guint8 *aside;
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
row_reader_init (RowReader *reader, const BwTable *table, gint64 as_of)
{
  static const BwFieldId meant[] = { BW_FIELD_STATUS,         BW_FIELD_ESCALATED,
                                     BW_FIELD_AGENT_CREATED,  BW_FIELD_REPLY_SLA,
                                     BW_FIELD_RESOLUTION_SLA, BW_FIELD_OUTCOME,
                                     BW_FIELD_CSAT,           BW_FIELD_NPS };

  memset (reader, 0, sizeof *reader);
  reader->as_of = as_of;
  for (int f = BW_FIELD_NONE + 1; f < BW_FIELD_LAST; f++)
    reader->columns[f] = bw_table_find (table, f);
  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    if (reader->columns[meant[i]] != NULL)
      reader->meanings[meant[i]] = read_meanings (reader->columns[meant[i]]);
  if (reader->columns[BW_FIELD_CSAT] != NULL) {
    reader->csat_low = reader->columns[BW_FIELD_CSAT]->scale_low;
    reader->csat_high = reader->columns[BW_FIELD_CSAT]->scale_high;
  }
  if (reader->columns[BW_FIELD_ESCALATED] == NULL && reader->columns[BW_FIELD_TAG] != NULL)
    reader->tag_escalated = bw_group_tags_with_word (reader->columns[BW_FIELD_TAG], "escalat");
}

static void
row_reader_clear (RowReader *reader)
{
  for (int f = 0; f < BW_FIELD_LAST; f++)
    g_free (reader->meanings[f]);
  g_free (reader->tag_escalated);
}

static inline gint64
read_time (const RowReader *reader, BwFieldId field, gsize row)
{
  return reader->columns[field] == NULL ? BW_TIME_NONE
                                        : bw_column_time (reader->columns[field], row);
}

static inline int
read_int (const RowReader *reader, BwFieldId field, gsize row)
{
  return reader->columns[field] == NULL ? BW_MISSING : bw_column_int (reader->columns[field], row);
}

static inline double
read_meaning (const RowReader *reader, BwFieldId field, gsize row)
{
  if (reader->columns[field] == NULL)
    return NAN;
  return reader->meanings[field][bw_column_code (reader->columns[field], row)];
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

static void
read_times (const RowReader *reader, gsize i, BwRow *row)
{
  gint64 created = read_time (reader, BW_FIELD_CREATED, i);

  row->created = created;
  row->assigned = read_time (reader, BW_FIELD_ASSIGNED, i);
  row->first_reply_time = read_int (reader, BW_FIELD_FIRST_REPLY_TIME, i);
  row->first_resolution_time = read_int (reader, BW_FIELD_FIRST_RESOLUTION_TIME, i);
  row->resolution_time = read_int (reader, BW_FIELD_RESOLUTION_TIME, i);
  row->first_reply = first_time (read_time (reader, BW_FIELD_FIRST_REPLY, i),
                                 after (created, row->first_reply_time));
  row->started = first_time (read_time (reader, BW_FIELD_STARTED, i),
                             first_time (row->assigned, row->first_reply));
  if (row->started != BW_TIME_NONE && created != BW_TIME_NONE)
    row->started = MAX (row->started, created);
  row->solved =
      first_time (read_time (reader, BW_FIELD_SOLVED, i), read_time (reader, BW_FIELD_CLOSED, i));
  if (reader->columns[BW_FIELD_SOLVED] == NULL && reader->columns[BW_FIELD_CLOSED] == NULL)
    row->solved = after (created, row->resolution_time);
  row->first_solved = first_time (first_time (read_time (reader, BW_FIELD_FIRST_SOLVED, i),
                                              after (created, row->first_resolution_time)),
                                  row->solved);
  row->updated = read_time (reader, BW_FIELD_UPDATED, i);
  row->due = read_time (reader, BW_FIELD_DUE, i);
  row->reply_due = read_time (reader, BW_FIELD_REPLY_DUE, i);
  row->rated = read_time (reader, BW_FIELD_RATED, i);
  row->ended = read_time (reader, BW_FIELD_ENDED, i);
}

static void
read_row (const RowReader *reader, gsize i, BwRow *row)
{
  double status = read_meaning (reader, BW_FIELD_STATUS, i);

  read_times (reader, i, row);
  row->handle_time = read_int (reader, BW_FIELD_HANDLE_TIME, i);
  row->talk_time = read_int (reader, BW_FIELD_TALK_TIME, i);
  row->hold_time = read_int (reader, BW_FIELD_HOLD_TIME, i);
  row->wrap_time = read_int (reader, BW_FIELD_WRAP_TIME, i);
  row->reopens = read_int (reader, BW_FIELD_REOPENS, i);
  row->replies = read_int (reader, BW_FIELD_REPLIES, i);
  row->customer_replies = read_int (reader, BW_FIELD_CUSTOMER_REPLIES, i);
  row->status = isnan (status) ? BW_STATUS_NONE : (BwStatus) status;
  row->has_status = reader->columns[BW_FIELD_STATUS] != NULL;
  row->escalated = read_meaning (reader, BW_FIELD_ESCALATED, i);
  if (reader->tag_escalated != NULL)
    row->escalated = reader->tag_escalated[bw_column_code (reader->columns[BW_FIELD_TAG], i)];
  row->agent_created = read_meaning (reader, BW_FIELD_AGENT_CREATED, i);
  row->reply_sla = read_meaning (reader, BW_FIELD_REPLY_SLA, i);
  row->resolution_sla = read_meaning (reader, BW_FIELD_RESOLUTION_SLA, i);
  row->answered = read_meaning (reader, BW_FIELD_OUTCOME, i);
  row->csat = read_meaning (reader, BW_FIELD_CSAT, i);
  row->csat_low = reader->csat_low;
  row->csat_high = reader->csat_high;
  row->nps = read_meaning (reader, BW_FIELD_NPS, i);
  row->as_of = reader->as_of;
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

static void
say (BwMeasure *measure, const BwRow *row, gsize i)
{
  BwReason reason = BW_REASON_NOT_CONCERNED;
  double value = measure->metric->say (row, &reason);

  if (measure->says != NULL)
    measure->says[i] = isnan (value)                          ? -(int) reason
                       : measure->metric->fold == BW_FOLD_NPS ? (int) value + 1
                                                              : (int) value;
  else if (isnan (value))
    measure->sizes[i] = -(int) reason;
  else if (measure->metric->fold == BW_FOLD_MEAN)
    measure->sizes[i] = (gint32) lround (value * BW_LEDGER_MILLION);
  else
    measure->sizes[i] = (gint32) value;
}

static void
say_nothing (BwMeasure *measure, gsize i)
{
  if (measure->says != NULL)
    measure->says[i] = -BW_REASON_NOT_CONCERNED;
  else
    measure->sizes[i] = -BW_REASON_NOT_CONCERNED;
}

static void
fill_block (guint block, int worker, gpointer user_data)
{
  Work *work = user_data;
  BwLedger *ledger = work->ledger;
  gsize end = MIN (ledger->n_rows, ((gsize) block + 1) * BLOCK);
  BwRow row;

  for (gsize i = (gsize) block * BLOCK; i < end; i++) {
    gboolean counted = bw_table_get_aside (ledger->table, i) == BW_ASIDE_NONE;

    read_row (&work->reader, i, &row);
    for (int w = 0; w < BW_WHEN_LAST; w++)
      if (ledger->owned[w] != NULL)
        ledger->owned[w][i] = pack_time (row_when (&row, w));
    for (guint m = 0; m < work->n_metrics; m++) {
      BwMeasure *measure = &ledger->measures[m];
      if (measure->missing != NULL)
        continue;
      if (counted)
        say (measure, &row, i);
      else
        say_nothing (measure, i);
    }
  }
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
