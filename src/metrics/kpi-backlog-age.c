/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How old the unsolved tickets are at the end of the period. */
#include "config.h"

#include "bw-detail.h"
#include "bw-vector.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* Longer than this is told apart. */
#define WEEK (7 * 86400)

/* Unsolved at the end of the period, whose last second is `last`. */
BW_VECTOR static guint
count_unsolved (const BwDetailBatch *batch, gint32 last)
{
  const gint32 *until = batch->context->until + batch->first;
  guint n = 0;

  for (guint i = 0; i < batch->n; i++)
    n += batch->marks[i] & ((until[i] == BW_MISSING) | (until[i] > last));
  return n;
}

/* Those of them that came before a moment. */
BW_VECTOR static guint
count_old (const BwDetailBatch *batch, gint32 last, gint32 moment)
{
  const gint32 *when = batch->context->when + batch->first;
  const gint32 *until = batch->context->until + batch->first;
  guint n = 0;

  for (guint i = 0; i < batch->n; i++)
    n += batch->marks[i] & ((until[i] == BW_MISSING) | (until[i] > last)) & (when[i] < moment);
  return n;
}

static void
detail (const BwDetailContext *context, GArray *details)
{
  gint64 end = context->period->to - BW_TIME_ORIGIN;
  gint32 last = (gint32) CLAMP (end - 1, G_MININT32, G_MAXINT32);
  gint32 moment = (gint32) CLAMP (end - WEEK, G_MININT32, G_MAXINT32);
  BwDetailBatch batch;
  gint64 n = 0;
  gint64 old = 0;

  bw_detail_batch_init (&batch, context);
  while (bw_detail_batch_next (&batch)) {
    n += count_unsolved (&batch, last);
    old += count_old (&batch, last, moment);
  }
  bw_detail_add (details, "over-7-days", N_ ("Older than 7 days"), BW_UNIT_FRACTION,
                 n > 0 ? (double) old / n : NAN);
}

const BwMetric bw_kpi_backlog_age = {
  .id = "backlog-age",
  .name = N_ ("Age of the backlog"),
  .group = "speed",
  .definition = N_ ("At the end of the period: how long ago the unsolved tickets were created."),
  .origin = N_ ("Backlog age as HDI and Plecto report it; none of the source articles names it"),
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CREATED }, N_ ("the date on which tickets were created") },
             { { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RESOLUTION_TIME },
               N_ ("the date on which tickets were solved") } },
  .fold = BW_FOLD_AGES,
  .when = BW_WHEN_CREATED,
  .until = BW_WHEN_LEFT,
  .say = bw_row_say_present,
  .detail = detail,
};
