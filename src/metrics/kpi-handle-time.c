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

static void
detail (const BwDetailContext *context, GArray *details)
{
  gsize n_rows = bw_table_get_n_rows (context->table);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++) {
    const BwColumn *column = bw_table_find (context->table, parts[p].field);
    BwDetail mean = { parts[p].id, parts[p].title, BW_UNIT_SECONDS, NAN };
    gint64 sum = 0;
    gint64 n = 0;

    if (column == NULL)
      continue;
    for (gsize row = 0; row < n_rows; row++)
      if (bw_detail_has (context, row)) {
        sum += part (bw_column_int (column, row));
        n++;
      }
    if (n > 0)
      mean.value = (double) sum / n;
    g_array_append_val (details, mean);
  }
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
  .needs = { { { BW_FIELD_HANDLE_TIME, BW_FIELD_TALK_TIME },
               N_ ("talk, hold and wrap-up times, or a handle time") } },
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_ENDED,
  .say = say,
  .detail = detail,
};
