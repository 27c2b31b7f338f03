/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two dates of a row: what cannot have happened in that order, and ends without a time of day. */
#include "config.h"

#include "bw-spans.h"

#include <glib/gi18n-lib.h>

#define MIDNIGHTS_LEAST 5

static const struct {
  BwFieldId from, to;
} spans[] = {
  { BW_FIELD_CREATED, BW_FIELD_FIRST_REPLY }, { BW_FIELD_CREATED, BW_FIELD_FIRST_SOLVED },
  { BW_FIELD_CREATED, BW_FIELD_SOLVED },      { BW_FIELD_CREATED, BW_FIELD_CLOSED },
  { BW_FIELD_CREATED, BW_FIELD_ENDED },
};

typedef struct {
  gint64 n; /* rows with both */
  gint64 n_negative;
  gsize first_negative;
  gboolean only_days;  /* so far, no end has a time of day */
  gboolean from_times; /* but a beginning has */
} Tally;

static gboolean
is_midnight (const BwColumnPlan *plan, gint64 time)
{
  return (plan->zone ? bw_zone_to_local (plan->zone, time) : time) % 86400 == 0;
}

/* Zones are asked only as long as it matters. A day without a time of day ends with its last
 * second. */
static void
count_row (Tally *tally,
           gsize row,
           gint64 from,
           gint64 to,
           const BwColumnPlan *from_plan,
           const BwColumnPlan *to_plan)
{
  tally->n++;
  tally->only_days = tally->only_days && is_midnight (to_plan, to);
  if (tally->only_days && !tally->from_times)
    tally->from_times = !is_midnight (from_plan, from);
  if (G_LIKELY (to >= from) || (to + 86399 >= from && is_midnight (to_plan, to)))
    return;
  if (tally->n_negative++ == 0)
    tally->first_negative = row;
}

static Tally
count_rows (const BwTable *table,
            const BwColumn *from,
            const BwColumn *to,
            const BwPlan *plan,
            const guint8 *aside)
{
  const BwColumnPlan *from_plan = plan->columns->pdata[from->index],
                     *to_plan = plan->columns->pdata[to->index];
  gsize n_rows = bw_table_get_n_rows (table);
  Tally tally = { .only_days = TRUE };

  for (gsize row = 0; row < n_rows; row++) {
    gint64 start = bw_column_time (from, row), end = bw_column_time (to, row);

    if (start != BW_TIME_NONE && end != BW_TIME_NONE && (!aside || aside[row] == BW_ASIDE_NONE))
      count_row (&tally, row, start, end, from_plan, to_plan);
  }
  return tally;
}

static void
note_span (const Tally *tally,
           const BwTable *table,
           BwSource *source,
           const BwColumn *from,
           const BwColumn *to)
{
  if (tally->n_negative > 0)
    bw_source_add_note (
        source, "negative-span", to->header, tally->n_negative,
        bw_table_get_line (table, tally->first_negative),
        N_ ("Lies before “%s” of the same row, which cannot be: left out of lengths of "
            "time."),
        from->header);
  if (tally->n >= MIDNIGHTS_LEAST && tally->only_days && tally->from_times)
    bw_source_add_note (
        source, "no-time-of-day", to->header, tally->n, 0,
        N_ ("Says the day but not the time, which “%s” says: lengths of time up to it "
            "are up to a day too short, and those of less than a day are left out."),
        from->header);
}

void
bw_spans_note (const BwPlan *plan, const BwTable *table, const guint8 *aside, BwSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    const BwColumn *from = bw_table_find (table, spans[i].from),
                   *to = bw_table_find (table, spans[i].to);
    Tally tally;

    if (!from || !to || from->n_present == 0 || to->n_present == 0)
      continue;
    tally = count_rows (table, from, to, plan, aside);
    note_span (&tally, table, source, from, to);
  }
}
