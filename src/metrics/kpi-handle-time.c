/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a contact keeps an agent busy. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

static int
part (int seconds)
{
  return seconds == BW_MISSING ? 0 : seconds;
}

/* Talk + hold + wrap-up; the product's own total where the parts are not there. */
static double
say (const BwRow *row, BwReason *reason)
{
  double seconds;

  if (bw_row_says_answered (row) && !bw_row_is_answered (row)) {
    *reason = BW_REASON_NOT_ANSWERED;
    return NAN;
  }
  if (row->talk_time == BW_MISSING && row->handle_time == BW_MISSING) {
    *reason = BW_REASON_NO_DURATION;
    return NAN;
  }
  seconds = row->talk_time != BW_MISSING
                ? (double) row->talk_time + part (row->hold_time) + part (row->wrap_time)
                : row->handle_time;
  if (seconds < 0) {
    *reason = BW_REASON_NEGATIVE;
    return NAN;
  }
  return seconds;
}

static const struct {
  BwFieldId field;
  const char *id;
  const char *title;
} parts[] = {
  { BW_FIELD_TALK_TIME, "talk", N_ ("Talk, mean") },
  { BW_FIELD_HOLD_TIME, "hold", N_ ("Hold, mean") },
  { BW_FIELD_WRAP_TIME, "wrap", N_ ("Wrap-up, mean") },
};

/* Of a table; NULL = it has none. */
typedef struct {
  const BwColumn *talk;
  const BwColumn *hold;
  const BwColumn *wrap;
  const BwColumn *handle;
  const BwColumn *answered; /* where it tells the talk's length */
  const BwColumn *ended;
} Columns;

static Columns
find_columns (const BwTable *table)
{
  return (Columns) {
    .talk = bw_table_find (table, BW_FIELD_TALK_TIME),
    .hold = bw_table_find (table, BW_FIELD_HOLD_TIME),
    .wrap = bw_table_find (table, BW_FIELD_WRAP_TIME),
    .handle = bw_table_find (table, BW_FIELD_HANDLE_TIME),
    .answered = bw_row_times_talk (table) ? bw_table_find (table, BW_FIELD_ANSWERED_AT) : NULL,
    .ended = bw_table_find (table, BW_FIELD_ENDED),
  };
}

static int
get (const BwColumn *column, gsize row)
{
  return column != NULL ? bw_column_int (column, row) : BW_MISSING;
}

/* Whether the row's talk was worked out from its moments. */
static gboolean
is_timed (const Columns *columns, gsize row)
{
  return get (columns->talk, row) == BW_MISSING && get (columns->handle, row) == BW_MISSING &&
         get (columns->answered, row) != BW_MISSING && get (columns->ended, row) != BW_MISSING;
}

/* Talk that was worked out is what the other parts leave. */
static int
get_part (const BwDetailContext *context, const Columns *columns, BwFieldId field, gsize row)
{
  int hold = part (get (columns->hold, row));
  int wrap = part (get (columns->wrap, row));

  if (field == BW_FIELD_HOLD_TIME)
    return hold;
  if (field == BW_FIELD_WRAP_TIME)
    return wrap;
  return is_timed (columns, row) ? context->sizes[row] - hold - wrap
                                 : part (get (columns->talk, row));
}

static void
detail (const BwDetailContext *context, GArray *details)
{
  Columns columns = find_columns (context->table);
  gboolean timed = bw_row_times_talk (context->table);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++) {
    BwDetail mean = { parts[p].id, parts[p].title, BW_UNIT_SECONDS, NAN };
    gint64 sum = 0;
    gint64 n = 0;
    gsize row;

    if (bw_table_find (context->table, parts[p].field) == NULL &&
        (parts[p].field != BW_FIELD_TALK_TIME || !timed))
      continue;
    BwDetailRows rows = bw_detail_rows (context);
    while (bw_detail_next (&rows, &row)) {
      sum += get_part (context, &columns, parts[p].field, row);
      n++;
    }
    if (n > 0)
      mean.value = (double) sum / n;
    g_array_append_val (details, mean);
  }
}

#define NEED_WORDS N_ ("talk, hold and wrap-up times, or a handle time")

static const char *
lacks (const BwTable *table, const double *choices)
{
  gboolean told = bw_table_find (table, BW_FIELD_TALK_TIME) != NULL ||
                  bw_table_find (table, BW_FIELD_HANDLE_TIME) != NULL;

  return told || bw_row_times_talk (table) ? NULL : NEED_WORDS;
}

static const char *
remark (const BwTable *table)
{
  gsize n_rows = bw_row_times_talk (table) ? bw_table_get_n_rows (table) : 0;
  Columns columns = find_columns (table);

  for (gsize row = 0; row < n_rows; row++)
    if (is_timed (&columns, row))
      return N_ ("Where the files have no length of the talk, it is worked out as end − answer, "
                 "without the time on hold");
  return NULL;
}

const BwMetric bw_kpi_handle_time = {
  .id = "handle-time",
  .name = N_ ("Average handle time"),
  .group = "contact-centre",
  .definition =
      N_ ("Talk + hold + wrap-up time of handled contacts. Never taken from the resolution "
          "time."),
  .origin = N_ ("“Average handle time” as 1Point1 defines it; The Go-to-Market Dictionary uses the "
                "name for the time to resolve"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_BAND,
  .kinds = { BW_KIND_CALLS, BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_HANDLE_TIME, BW_FIELD_TALK_TIME, BW_FIELD_ANSWERED_AT }, NEED_WORDS } },
  .uses = { BW_FIELD_HOLD_TIME, BW_FIELD_WRAP_TIME, BW_FIELD_OUTCOME, BW_FIELD_HANDLED,
            BW_FIELD_ABANDONED, BW_FIELD_ENDED },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_ENDED,
  .say = say,
  .lacks = lacks,
  .remark = remark,
  .detail = detail,
};
