/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of one row what the ledger holds of it, and finds the cells that a length of time is made
 * of: those that give it to the second. */
#include "config.h"

#include "bw-answer.h"
#include "bw-describe.h"
#include <math.h>

/* From when to when spans are counted, the usual ones first. */
static const BwFieldId begins[] = { BW_FIELD_CREATED,     BW_FIELD_STARTED, BW_FIELD_ASSIGNED,
                                    BW_FIELD_FIRST_REPLY, BW_FIELD_DUE,     BW_FIELD_ANSWERED_AT };
static const BwFieldId ends[] = { BW_FIELD_FIRST_REPLY,  BW_FIELD_SOLVED,     BW_FIELD_CLOSED,
                                  BW_FIELD_FIRST_SOLVED, BW_FIELD_ENDED,      BW_FIELD_STARTED,
                                  BW_FIELD_ASSIGNED,     BW_FIELD_ANSWERED_AT };
static const BwFieldId lengths[] = {
  BW_FIELD_FIRST_REPLY_TIME, BW_FIELD_FIRST_RESOLUTION_TIME,
  BW_FIELD_RESOLUTION_TIME,  BW_FIELD_HANDLE_TIME,
  BW_FIELD_WAIT_TIME,        BW_FIELD_CALL_LENGTH,
  BW_FIELD_TALK_TIME,        BW_FIELD_HOLD_TIME,
  BW_FIELD_WRAP_TIME,
};
/* Of which handle time is the sum; what a row lacks is nothing. */
static const BwFieldId parts[] = { BW_FIELD_TALK_TIME, BW_FIELD_HOLD_TIME, BW_FIELD_WRAP_TIME };

static gint64
get_time (const BwTable *table, BwFieldId field, gsize row)
{
  const BwColumn *column = bw_table_find (table, field);

  return column != NULL && column->store == BW_STORE_TIME ? bw_column_time (column, row)
                                                          : BW_TIME_NONE;
}

static int
get_length (const BwTable *table, BwFieldId field, gsize row)
{
  const BwColumn *column = bw_table_find (table, field);

  return column != NULL && column->store == BW_STORE_INT ? bw_column_int (column, row) : BW_MISSING;
}

static void
add_term (BwRowSay *say, BwFieldId field, gint64 value)
{
  say->terms[say->n_terms++] = (BwTerm) { field, value };
}

/* The end that places the row is tried before others. */
static gboolean
find_difference (const BwTable *table, gsize row, BwRowSay *say)
{
  for (int placed = 1; placed >= 0; placed--)
    for (guint b = 0; b < G_N_ELEMENTS (begins); b++)
      for (guint e = 0; e < G_N_ELEMENTS (ends); e++) {
        gint64 from = get_time (table, begins[b], row);
        gint64 to = get_time (table, ends[e], row);
        if (from == BW_TIME_NONE || to == BW_TIME_NONE || begins[b] == ends[e] ||
            (double) (to - from) != say->value || (placed && to != say->when))
          continue;
        say->working = BW_WORKING_DIFFERENCE;
        add_term (say, ends[e], to);
        add_term (say, begins[b], from);
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_length (const BwTable *table, gsize row, BwRowSay *say)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    int seconds = get_length (table, lengths[i], row);
    if (seconds == BW_MISSING || seconds != say->value)
      continue;
    say->working = BW_WORKING_SUM;
    add_term (say, lengths[i], seconds);
    return TRUE;
  }
  return FALSE;
}

static void
find_sum (const BwTable *table, gsize row, BwRowSay *say)
{
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    int seconds = get_length (table, parts[i], row);
    if (seconds == BW_MISSING)
      continue;
    sum += seconds;
    add_term (say, parts[i], seconds);
  }
  if (sum == say->value && say->n_terms > 0)
    say->working = BW_WORKING_SUM;
  else
    say->n_terms = 0;
}

static double
get_value (const BwMeasure *measure, gsize row)
{
  switch (measure->metric->fold) {
  case BW_FOLD_DURATION:
    return measure->sizes[row];
  case BW_FOLD_MEAN:
    return measure->sizes[row] / (double) BW_LEDGER_MILLION;
  case BW_FOLD_NPS:
    return measure->says[row] - 1;
  default:
    return measure->amounts != NULL ? measure->amounts[row] : measure->says[row];
  }
}

static gint64
get_instant (const BwLedger *ledger, BwWhen when, gsize row)
{
  const gint32 *times = ledger->whens[when];

  return times != NULL && times[row] != BW_MISSING ? (gint64) times[row] + BW_TIME_ORIGIN
                                                   : BW_TIME_NONE;
}

static BwRowSay
describe (const BwFound *found, gsize row)
{
  const BwMeasure *measure = found->measure;
  gboolean stays = bw_metric_is_at_end (found->metric);
  int answer = bw_measure_get (measure, row);
  BwRowSay say = { .metric = found->metric,
                   .value = NAN,
                   .business = NAN,
                   .when = get_instant (found->ledger, found->metric->when, row),
                   .until = stays ? get_instant (found->ledger, found->metric->until, row)
                                  : BW_TIME_NONE };

  if (answer < 0) {
    say.reason = (BwReason) -answer;
    return say;
  }
  say.value = get_value (measure, row);
  if (measure->business != NULL && measure->business[row] >= 0)
    say.business = measure->business[row];
  if (found->metric->fold == BW_FOLD_DURATION &&
      !find_difference (found->ledger->table, row, &say) &&
      !find_length (found->ledger->table, row, &say))
    find_sum (found->ledger->table, row, &say);
  return say;
}

GArray *
bw_engine_describe_row (BwEngine *engine, BwKind kind, gsize row)
{
  GArray *says = g_array_new (FALSE, FALSE, sizeof (BwRowSay));
  const BwLedger *ledger = bw_engine_get_ledger (engine, kind);
  guint n;
  const BwMetric *const *metrics = bw_metrics (&n);

  for (guint i = 0; ledger != NULL && row < ledger->n_rows && i < n; i++) {
    BwFound found = bw_engine_find (engine, metrics[i]);
    BwRowSay say;
    if (metrics[i]->fold == BW_FOLD_RATIO || found.measure == NULL || found.kind != kind)
      continue;
    say = describe (&found, row);
    g_array_append_val (says, say);
  }
  return says;
}
