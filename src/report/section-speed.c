/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long customers waited, and whether that was what they were promised. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-row-values.h"
#include "bw-section.h"
#include "bw-ticket-table.h"

#define MOST_BREACHES 15
#define HALF 1.8

static const char *const kpis[] = {
  "first-response-time",   "response-time",
  "resolution-time",       "assignment-time",
  "first-resolution-time", "work-resolution-time",
  "requester-wait-time",   "sla-first-response",
  "sla-resolution",        NULL,
};

static const char *const trends[] = {
  "first-response-time", "response-time",  "resolution-time",
  "sla-first-response",  "sla-resolution", NULL,
};

static const char *const spreads[] = {
  "first-response-time",
  "response-time",
  "resolution-time",
  NULL,
};

static const char *const splits[] = { "team", "channel", NULL };

/* Beside each other: what a mean hides, the median and the slowest tenth show. */
static void
add_durations (BwDraft *draft, const GPtrArray *figures)
{
  static const double shares[] = { 34, 14, 14, 14, 14, 10 };
  static const gboolean numeric[] = { FALSE, TRUE, TRUE, TRUE, TRUE, TRUE };
  const char *head[] = {
    _("Duration"), _("Mean"), _("Median"), _("Nine of ten within"), _("Longest"), _("n") };
  BwTextTable *table =
      bw_text_table_new (_("How long it took"), G_N_ELEMENTS (head), head, shares, numeric);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    const BwCell *cell = &figure->current;
    if (figure->metric->fold != BW_FOLD_DURATION)
      continue;
    char *cells[] = {
      g_strdup (
          _(figure->metric->name)), bw_unit_format (BW_UNIT_SECONDS, cell->mean, BW_FORMAT_SHORT),
          bw_unit_format (BW_UNIT_SECONDS, cell->median, BW_FORMAT_SHORT),
          bw_unit_format (BW_UNIT_SECONDS, cell->p90, BW_FORMAT_SHORT),
          bw_unit_format (BW_UNIT_SECONDS, cell->max, BW_FORMAT_SHORT), bw_format_count (cell->n),
    };
    bw_text_table_add_row (table, cells);
  }
  bw_draft_add_table (draft, table->title, table);
}

/* A long tail, and where most are. */
static void
add_spreads (BwDraft *draft)
{
  const char *const *ids = bw_draft_get_list (draft, "Distributions", spreads);
  for (guint i = 0; ids[i]; i++) {
    const BwFigure *figure = bw_draft_find (draft, ids[i]);
    g_autoptr (BwDistribution) spread = figure ? bw_draft_get_spread (draft, figure) : NULL;
    if (spread && spread->bins->len > 1)
      bw_draft_add_chart (draft, bw_chart_new_distribution ("histogram",
                                                            _(figure->metric->name),
                                                              _("how many took how long"), spread),
                                                            HALF);
  }
}

/* --- Promises ----------------------------------------------------------------------------------
 */

static void
add_verdict_row (BwTextTable *table, const char *name, const char *member, const BwCell *cell)
{
  if (cell->n == 0)
    return;
  char *cells[] = {
    g_strdup (name),
    g_strdup (member),
    bw_format_count ((gint64) cell->numerator),
    bw_format_count (cell->n - (gint64) cell->numerator),
    bw_section_format_cell (BW_UNIT_FRACTION, cell),
  };
  bw_text_table_add_row (table, cells);
}

static void
add_verdicts_of (BwDraft *draft, BwTextTable *table, const char *kpi)
{
  const BwFigure *figure = bw_draft_find (draft, kpi);
  BwSeries *series = figure ? bw_figure_find_split (figure, BW_FIELD_PRIORITY) : NULL;
  if (!figure)
    return;
  const char *name = bw_section_short_name (figure->metric);
  for (guint m = 0; series && m < bw_series_get_n_members (series); m++) {
    add_verdict_row (table, name, bw_series_get_member_label (series, m),
                     bw_series_get (series, 0, m));
    name = NULL;
  }
  add_verdict_row (table, name, _("All"), &figure->current);
}

static void
add_verdicts (BwDraft *draft)
{
  static const double shares[] = { 26, 26, 16, 16, 16 };
  static const gboolean numeric[] = { FALSE, FALSE, TRUE, TRUE, TRUE };
  const char *head[] = { _("Promise"), bw_field_get_title (BW_FIELD_PRIORITY),
                           _("Met"), _("Breached"), _("Share met") };
  BwTextTable *table =
      bw_text_table_new (_("Met and breached"), G_N_ELEMENTS (head), head, shares, numeric);
  add_verdicts_of (draft, table, "sla-first-response");
  add_verdicts_of (draft, table, "sla-resolution");
  bw_draft_add_table (draft, table->title, table);
}

typedef struct {
  BwRowValues values; /* of the KPI: 0 = breached */
  const BwColumn *status;
  const BwColumn *due;
  const BwColumn *solved;
} Promise;

static void
open_promise (Promise *promise, const BwTable *table)
{
  promise->status = bw_table_find (table, BW_FIELD_STATUS);
  promise->due = bw_table_find (table, BW_FIELD_DUE);
  promise->solved = bw_table_find (table, BW_FIELD_SOLVED);
  if (!promise->solved)
    promise->solved = bw_table_find (table, BW_FIELD_CLOSED);
}

static gint64
get_time (const BwColumn *column, gsize row)
{
  return column && column->store == BW_STORE_TIME ? bw_column_time (column, row) : BW_TIME_NONE;
}

/* Not solved, or open again. */
static gboolean
is_open (const Promise *promise, gsize row)
{
  double status = promise->status ? bw_column_meaning (promise->status, row) : NAN;
  if (!isnan (status))
    return status != BW_STATUS_SOLVED && status != BW_STATUS_CLOSED;
  return get_time (promise->solved, row) == BW_TIME_NONE;
}

static char *
tell_lateness (const Promise *promise, gsize row)
{
  gint64 due = get_time (promise->due, row);
  gint64 solved = get_time (promise->solved, row);
  if (is_open (promise, row))
    return g_strdup (_("still open"));
  if (due == BW_TIME_NONE || solved == BW_TIME_NONE || solved <= due)
    return NULL;
  return bw_unit_format (BW_UNIT_SECONDS, solved - due, BW_FORMAT_SHORT);
}

static void
add_breach (const BwReportContent *content,
            BwTextTable *list,
            const BwTable *table,
            const Promise *promise,
            gsize row,
            const BwFieldId *fields)
{
  gint64 due = get_time (promise->due, row);
  g_autofree char *day =
      due == BW_TIME_NONE ? NULL : bw_section_format_day (due, content->period->zone);
  g_autofree char *late = tell_lateness (promise, row);
  bw_ticket_table_add (list, table, row, fields, day ? day : "–", late ? late : "–");
}

static void
add_breaches (BwDraft *draft)
{
  static const BwFieldId fields[] = { BW_FIELD_ID, BW_FIELD_PRIORITY, BW_FIELD_TEAM,
                                      BW_FIELD_CHANNEL, BW_FIELD_NONE };
  BwTable *table = NULL;
  const BwFigure *figure = bw_draft_peek (draft, "sla-resolution");
  g_autoptr (BwBits) rows = bw_draft_select (draft, "sla-resolution", &table);
  Promise promise;
  guint n = 0;
  if (!rows || !figure ||
      !bw_row_values_init (&promise.values, bw_draft_get_content (draft)->engine, figure))
    return;
  open_promise (&promise, table);
  BwTextTable *list = bw_ticket_table_new (_("Breaches of the resolution SLA"), table, fields,
                                             _("Due"), _("Late by"));
  for (gsize row = 0; row < rows->n; row++)
    if (bw_bits_has (rows, row) && bw_row_values_get (&promise.values, row) == 0 &&
        n++ < MOST_BREACHES)
      add_breach (bw_draft_get_content (draft), list, table, &promise, row, fields);
  bw_draft_add_table (draft, list->title, list);
  if (n > MOST_BREACHES) {
    g_autofree char *count = bw_format_count (n);
    g_autofree char *text =
        g_strdup_printf (_("These are the first %u of %s breaches."), MOST_BREACHES, count);
    bw_draft_add_fine (draft, text);
  }
}

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  if (figures->len == 0)
    return;
  g_autoptr (GPtrArray) courses = bw_draft_list (draft, "Charts", trends);
  bw_draft_add_tiles (draft, figures);
  add_durations (draft, figures);
  add_spreads (draft);
  bw_draft_add_trends (draft, courses);
  add_verdicts (draft);
  bw_draft_add_splits (draft, splits, figures);
  add_breaches (draft);
}

const BwSection bw_section_speed = {
  .id = "speed",
  .title = N_ ("Speed and service levels"),
  .absent = N_ ("no file says when tickets were answered or solved"),
  .kpis = kpis,
  .write = write_section,
};
