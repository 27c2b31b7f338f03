/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same figures by team, agent, channel ...: a table each, and a chart of the first. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-section.h"

#define MOST_SPLITS 4
#define MOST_COLUMNS 6
#define MOST_MEMBERS 60

static const BwFieldId fields[] = {
  BW_FIELD_TEAM,     BW_FIELD_AGENT,   BW_FIELD_CHANNEL, BW_FIELD_PRIORITY,
  BW_FIELD_CATEGORY, BW_FIELD_PRODUCT, BW_FIELD_SITE,
};

static const struct {
  const char *kpi;
  const char *head;
} columns[] = {
  { "tickets-created", N_ ("Created") },
  { "tickets-closed", N_ ("Closed") },
  { "first-response-time", N_ ("First response") },
  { "resolution-time", N_ ("Resolution") },
  { "first-contact-resolution", N_ ("First contact") },
  { "csat", N_ ("Satisfied") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == MOST_COLUMNS);

typedef struct {
  const BwFigure *figure;
  BwSeries *series;
  const char *head;
} Column;

static guint
find_columns (const BwReportContent *content, BwFieldId field, Column *found)
{
  guint n = 0;
  for (guint i = 0; i < MOST_COLUMNS; i++) {
    const BwFigure *figure = bw_section_find (content, columns[i].kpi);
    BwSeries *series = figure ? bw_figure_find_split (figure, field) : NULL;
    if (series && bw_series_get_n_members (series) > 0)
      found[n++] = (Column) { figure, series, _(columns[i].head) };
  }
  return n;
}

/* The cell of the member of that name, whatever its place in this series. */
static BwCell
find_cell (const BwSeries *series, const char *member)
{
  for (guint m = 0; m < bw_series_get_n_members (series); m++)
    if (g_strcmp0 (bw_series_get_member (series, m), member) == 0)
      return *bw_series_get (series, 0, m);
  return BW_CELL_NONE;
}

static char *
format_with_n (const BwFigure *figure, const BwCell *cell)
{
  g_autofree char *value = bw_section_format_cell (figure->metric->unit, cell);
  gboolean says_n =
      figure->metric->unit == BW_UNIT_COUNT || bw_section_is_few (figure->metric->unit, cell);
  if (says_n || !isfinite (cell->value))
    return g_steal_pointer (&value);
  g_autofree char *n = bw_format_count (cell->n);
  /* Translators: a value and how many tickets, answers ... are behind it: "2 h 10 min (812)" */
  return g_strdup_printf (_("%s (%s)"), value, n);
}

static void
add_member_row (BwTextTable *table, const Column *found, guint n, guint member)
{
  char *cells[1 + MOST_COLUMNS] = { NULL };
  cells[0] = g_strdup (bw_series_get_member_label (found[0].series, member));
  for (guint i = 0; i < n; i++) {
    BwCell cell = find_cell (found[i].series, bw_series_get_member (found[0].series, member));
    cells[1 + i] = format_with_n (found[i].figure, &cell);
  }
  bw_text_table_add_row (table, cells);
}

static BwTextTable *
create_table (BwFieldId field, const Column *found, guint n)
{
  double shares[1 + MOST_COLUMNS] = { 22 };
  gboolean numeric[1 + MOST_COLUMNS] = { FALSE };
  const char *head[1 + MOST_COLUMNS] = { bw_field_get_title (field) };
  for (guint i = 0; i < n; i++) {
    shares[1 + i] = found[i].figure->metric->unit == BW_UNIT_COUNT ? 9 : 17;
    numeric[1 + i] = TRUE;
    head[1 + i] = found[i].head;
  }
  BwTextTable *table = bw_text_table_new (bw_field_get_title (field), 1 + n, head, shares, numeric);
  guint n_members = bw_series_get_n_members (found[0].series);
  for (guint m = 0; m < MIN (n_members, MOST_MEMBERS); m++)
    add_member_row (table, found, n, m);
  return table;
}

static void
add_rest (const Column *found, GPtrArray *blocks)
{
  guint n = bw_series_get_n_members (found[0].series);
  if (n <= MOST_MEMBERS)
    return;
  guint rest = n - MOST_MEMBERS;
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more with fewer tickets is not listed.",
                                    "%u more with fewer tickets are not listed.", rest),
                       rest);
  bw_section_take (blocks, bw_block_new_paragraph (text));
}

/* Half as wide as the page, and as high as its heading and bars. */
static double
get_aspect (guint n_members)
{
  return 243.0 / (30 + 20 * MAX (n_members, 4));
}

static void
add_charts (const Column *found, guint n, GPtrArray *blocks)
{
  for (guint i = 0; i < n; i++) {
    double low, high;
    const BwMetric *metric = found[i].figure->metric;
    if (metric->unit == BW_UNIT_COUNT || !bw_series_get_range (found[i].series, &low, &high))
      continue;
    g_autoptr (BwSeries) most = bw_series_sorted (found[i].series, 8);
    g_autofree char *method = bw_section_describe_method (found[i].figure);
    BwChart *chart = bw_chart_new ("bar", _(metric->name), method, most);
    chart->show_interval = TRUE;
    bw_section_take (blocks,
                     bw_block_new_chart (chart, get_aspect (bw_series_get_n_members (most))));
  }
}

static gboolean
add_split (const BwReportContent *content, BwFieldId field, gboolean is_first, GPtrArray *blocks)
{
  Column found[MOST_COLUMNS];
  guint n = find_columns (content, field, found);
  if (n == 0)
    return FALSE;
  if (is_first)
    bw_section_take (blocks, bw_block_new_heading (1, _("Breakdown")));
  bw_section_take (blocks, bw_block_new_heading (2, bw_field_get_title (field)));
  bw_section_take (blocks, bw_block_new_table (create_table (field, found, n)));
  add_rest (found, blocks);
  if (is_first)
    add_charts (found, n, blocks);
  return TRUE;
}

void
bw_section_add_splits (const BwReportContent *content, GPtrArray *blocks)
{
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (fields) && n < MOST_SPLITS; i++)
    n += add_split (content, fields[i], n == 0, blocks);
}
