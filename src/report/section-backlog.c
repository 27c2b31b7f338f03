/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to be done: how it came about, how old it is and where it lies. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"
#include "bw-ticket-table.h"

#define OLDEST 10
#define HALF 1.8

static const char *const kpis[] = {
  "backlog", "tickets-active", "tickets-pending", "tickets-waiting", "backlog-age", NULL,
};

static const char *const trends[] = { "backlog", "backlog-age", NULL };
static const char *const splits[] = { "team", "priority", NULL };

static const char *const line[] = { "start", "created", "reopened", "solved", "end" };

static const BwDetail *
find_detail (const BwFigure *figure, const char *id)
{
  for (guint i = 0; figure->details && i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    if (g_str_equal (detail->id, id))
      return detail;
  }
  return NULL;
}

/* start + created + reopened - solved = end, as one row. */
static void
add_reconciliation (BwDraft *draft, const BwFigure *backlog)
{
  static const double shares[] = { 1, 1, 1, 1, 1 };
  static const gboolean numeric[] = { TRUE, TRUE, TRUE, TRUE, TRUE };
  const char *head[G_N_ELEMENTS (line)];
  char *cells[G_N_ELEMENTS (line)];
  for (guint i = 0; i < G_N_ELEMENTS (line); i++) {
    const BwDetail *detail = find_detail (backlog, line[i]);
    if (!detail)
      return;
    head[i] = _(detail->title);
  }
  for (guint i = 0; i < G_N_ELEMENTS (line); i++) {
    const BwDetail *detail = find_detail (backlog, line[i]);
    cells[i] = isfinite (detail->value)
                   ? bw_unit_format (detail->unit, detail->value, BW_FORMAT_COLUMN)
                   : g_strdup ("–");
  }
  BwTextTable *table =
      bw_text_table_new (_("How it came about"), G_N_ELEMENTS (line), head, shares, numeric);
  bw_text_table_add_row (table, cells);
  bw_draft_add_table (draft, table->title, table);
}

/* The same as a picture. */
static void
add_waterfall (BwDraft *draft, const BwFigure *backlog)
{
  static const BwStepKind kinds[] = { BW_STEP_TOTAL, BW_STEP_CHANGE, BW_STEP_CHANGE, BW_STEP_CHANGE,
                                      BW_STEP_TOTAL };
  const char *labels[] = { _("Start"), _("Created"), _("Reopened"), _("Solved"), _("End") };
  BwChart *chart =
      bw_chart_new_steps ("waterfall", _("How the backlog came about"), NULL, BW_UNIT_COUNT);
  for (guint i = 0; i < G_N_ELEMENTS (line); i++) {
    const BwDetail *detail = find_detail (backlog, line[i]);
    gboolean leaves = g_str_equal (line[i], "solved");
    if (detail && isfinite (detail->value))
      bw_chart_add_step (chart, kinds[i], labels[i], leaves ? -detail->value : detail->value, NULL);
  }
  if (chart->steps->len == G_N_ELEMENTS (line) || chart->steps->len == G_N_ELEMENTS (line) - 1)
    bw_draft_add_chart (draft, chart, HALF);
  else
    bw_chart_unref (chart);
}

static BwSeries *
create_ages (BwDraft *draft, const BwFigure *backlog)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; backlog->details && i < backlog->details->len; i++) {
    const BwDetail *detail = &g_array_index (backlog->details, BwDetail, i);
    if (!g_str_has_prefix (detail->id, "age-") || detail->unit != BW_UNIT_COUNT)
      continue;
    g_ptr_array_add (names, (gpointer) _(detail->title));
    g_array_append_val (values, detail->value);
  }
  if (names->len == 0)
    return NULL;
  g_autoptr (BwAxis) single = bw_axis_new_single (bw_draft_get_content (draft)->period);
  BwSeries *series = bw_series_new (single, BW_UNIT_COUNT, BW_FIELD_NONE,
                                    (const char *const *) names->pdata, names->len);
  for (guint i = 0; i < names->len; i++) {
    double value = g_array_index (values, double, i);
    *bw_series_peek (series, 0, i) = BW_CELL_NONE;
    bw_series_peek (series, 0, i)->value = value;
    bw_series_peek (series, 0, i)->n = isfinite (value) ? (gint64) value : 0;
  }
  return series;
}

static void
add_ages (BwDraft *draft, const BwFigure *backlog)
{
  g_autoptr (BwSeries) ages = create_ages (draft, backlog);
  if (ages && backlog->current.value > 0)
    bw_draft_add_chart (
        draft, bw_chart_new ("bar", _("Age of the backlog"), _("at the end of the period"), ages),
                             HALF);
}

/* --- The oldest --------------------------------------------------------------------------------
 */

typedef struct {
  gint64 created;
  gsize row;
} Old;

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const Old *one = a, *other = b;
  if (one->created != other->created)
    return one->created < other->created ? -1 : 1;
  return one->row < other->row ? -1 : one->row > other->row;
}

/* Keeps the oldest in order while it goes through all. */
static GArray *
find_oldest (const BwBits *rows, const BwTable *table)
{
  const BwColumn *created = bw_table_find (table, BW_FIELD_CREATED);
  GArray *oldest = g_array_new (FALSE, FALSE, sizeof (Old));
  for (gsize row = 0; created && row < rows->n; row++) {
    if (!bw_bits_has (rows, row))
      continue;
    Old old = { bw_column_time (created, row), row };
    if (old.created == BW_TIME_NONE ||
        (oldest->len == OLDEST && compare_age (&g_array_index (oldest, Old, OLDEST - 1), &old) < 0))
      continue;
    g_array_append_val (oldest, old);
    g_array_sort (oldest, compare_age);
    if (oldest->len > OLDEST)
      g_array_set_size (oldest, OLDEST);
  }
  return oldest;
}

static void
add_oldest (BwDraft *draft)
{
  static const BwFieldId fields[] = { BW_FIELD_ID, BW_FIELD_PRIORITY, BW_FIELD_STATUS,
                                      BW_FIELD_TEAM, BW_FIELD_NONE };
  const BwReportContent *content = bw_draft_get_content (draft);
  BwTable *table = NULL;
  g_autoptr (BwBits) rows = bw_draft_select (draft, "backlog", &table);
  if (!rows)
    return;
  g_autoptr (GArray) oldest = find_oldest (rows, table);
  BwTextTable *list =
      bw_ticket_table_new (_("The oldest tickets"), table, fields, _("Created"), _("Age"));
  for (guint i = 0; i < oldest->len; i++) {
    const Old *old = &g_array_index (oldest, Old, i);
    g_autofree char *day = bw_section_format_day (old->created, content->period->zone);
    g_autofree char *age =
        bw_unit_format (BW_UNIT_SECONDS, content->period->to - old->created, BW_FORMAT_COLUMN);
    bw_ticket_table_add (list, table, old->row, fields, day, age);
  }
  bw_draft_add_table (draft, list->title, list);
}

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  const BwFigure *backlog = bw_draft_find (draft, "backlog");
  if (figures->len == 0)
    return;
  g_autoptr (GPtrArray) courses = bw_draft_list (draft, "Charts", trends);
  bw_draft_add_tiles (draft, figures);
  if (backlog) {
    add_reconciliation (draft, backlog);
    add_waterfall (draft, backlog);
    add_ages (draft, backlog);
  }
  bw_draft_add_trends (draft, courses);
  bw_draft_add_splits (draft, splits, figures);
  add_oldest (draft);
}

const BwSection bw_section_backlog = {
  .id = "backlog",
  .title = N_ ("Backlog"),
  .absent = N_ ("no file says when tickets were solved"),
  .kpis = kpis,
  .write = write_section,
};
