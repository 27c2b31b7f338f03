/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who did how much, and how: each beside their own past and the team's median, never ranked. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "bw-section.h"

#define MOST_COLUMNS 6
#define MOST_MEMBERS 100

static const char *const kpis[] = {
  "tickets-closed",
  "first-response-time",
  "resolution-time",
  "first-contact-resolution",
  "reopen-rate",
  "csat",
  "handle-time",
  "utilisation",
  NULL,
};

typedef struct {
  const BwFigure *figure;
  const BwMetric *metric;
  BwSeries *now;
  const BwFigure *past;
  BwSeries *before; /* NULL = nothing to compare with */
} Column;

static char *
format_cell (const Column *column, const char *member)
{
  const BwCell *now = bw_figure_find_member (column->figure, column->now, member);
  g_autofree char *value = bw_section_format_with_n (column->metric->unit, now);
  if (!column->before)
    return g_steal_pointer (&value);
  const BwCell *before = bw_figure_find_member (column->past, column->before, member);
  g_autofree char *past = isfinite (before->value)
                              ? bw_section_format_cell (column->metric->unit, before)
                              : g_strdup ("–");
  return g_strdup_printf ("%s\n%s", value, past);
}

/* What is before stands in a second line. */
static char *
name_member (const Column *column, const char *label)
{
  /* Translators: in a table, below a name: the second line holds the values before */
  return column->before ? g_strdup_printf ("%s\n%s", label, C_ ("own past", "before"))
                        : g_strdup (label);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;
  return (one > other) - (one < other);
}

/* Of the members' own values: rows without a member are nobody. */
static double
find_median (const Column *column, const GArray *members)
{
  g_autofree double *values = g_new (double, members->len);
  guint known = 0;
  for (guint m = 0; m < members->len; m++) {
    const char *name = g_array_index (members, BwSectionMember, m).name;
    const BwCell *cell = name ? bw_figure_find_member (column->figure, column->now, name) : NULL;
    if (cell && isfinite (cell->value))
      values[known++] = cell->value;
  }
  if (known == 0)
    return NAN;
  qsort (values, known, sizeof *values, compare_numbers);
  return bw_quantile_sorted (values, known, 0.5);
}

static void
add_median_row (BwTextTable *table, const Column *columns, guint n, const GArray *members)
{
  char *cells[1 + MOST_COLUMNS] = { g_strdup (_("Median of all")) };
  for (guint i = 0; i < n; i++)
    cells[1 + i] = bw_unit_format (columns[i].metric->unit, find_median (&columns[i], members),
                                   BW_FORMAT_COLUMN);
  bw_text_table_add_row (table, cells);
}

static GArray *
list_members (const Column *columns, guint n)
{
  GArray *members = bw_section_members_new ();
  for (guint i = 0; i < n; i++)
    bw_section_members_add (members, columns[i].now);
  return members;
}

static BwTextTable *
create_table (BwFieldId field, const Column *columns, guint n, const GArray *members)
{
  double shares[1 + MOST_COLUMNS] = { 20 };
  gboolean numeric[1 + MOST_COLUMNS] = { FALSE };
  const char *head[1 + MOST_COLUMNS] = { bw_field_get_title (field) };
  for (guint i = 0; i < n; i++) {
    shares[1 + i] = columns[i].metric->unit == BW_UNIT_COUNT ? 11 : 16;
    numeric[1 + i] = TRUE;
    head[1 + i] = bw_section_short_name (columns[i].metric);
  }
  BwTextTable *table = bw_text_table_new (bw_field_get_title (field), 1 + n, head, shares, numeric);
  if (members->len > 2)
    add_median_row (table, columns, n, members);
  for (guint m = 0; m < MIN (members->len, MOST_MEMBERS); m++) {
    const BwSectionMember *member = &g_array_index (members, BwSectionMember, m);
    char *cells[1 + MOST_COLUMNS] = { name_member (&columns[0], member->label) };
    for (guint i = 0; i < n; i++)
      cells[1 + i] = format_cell (&columns[i], member->name);
    bw_text_table_add_row (table, cells);
  }
  return table;
}

static guint
find_columns (BwDraft *draft,
              const char *const *ids,
              const GPtrArray *now,
              const GPtrArray *before,
              BwFieldId field,
              Column *columns)
{
  guint n = 0;
  for (guint i = 0; ids[i] && n < MOST_COLUMNS; i++) {
    const BwFigure *figure = bw_draft_pick (now, ids[i]);
    const BwFigure *past = bw_draft_pick (before, ids[i]);
    BwSeries *series = figure ? bw_figure_find_split (figure, field) : NULL;
    double low, high;
    if (!series || !bw_series_get_range (series, &low, &high))
      continue;
    columns[n++] = (Column) { figure, figure->metric, series, past,
                              past ? bw_figure_find_split (past, field) : NULL };
    bw_draft_find (draft, ids[i]);
  }
  return n;
}

static void
add_rest (BwDraft *draft, guint n_members)
{
  if (n_members <= MOST_MEMBERS)
    return;
  guint rest = n_members - MOST_MEMBERS;
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more with fewer tickets is not listed.",
                                    "%u more with fewer tickets are not listed.", rest),
                       rest);
  bw_draft_add_fine (draft, text);
}

static guint
add_members (BwDraft *draft,
             const char *const *ids,
             const GPtrArray *now,
             const GPtrArray *before,
             BwFieldId field)
{
  Column columns[MOST_COLUMNS];
  guint n = find_columns (draft, ids, now, before, field, columns);
  if (n == 0)
    return 0;
  g_autoptr (GArray) members = list_members (columns, n);
  bw_draft_add_table (draft, bw_field_get_title (field), create_table (field, columns, n, members));
  add_rest (draft, members->len);
  return n;
}

/* What is about agents themselves; the tables may have no room for it. */
static void
add_tiles (BwDraft *draft, const char *const *ids)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();
  for (guint i = 0; ids[i]; i++) {
    const BwMetric *metric = bw_metric_find (ids[i]);
    const BwFigure *figure =
        metric && g_str_equal (metric->group, "agents") ? bw_draft_find (draft, ids[i]) : NULL;
    if (figure)
      g_ptr_array_add (tiles, (gpointer) figure);
  }
  bw_draft_add_tiles (draft, tiles);
}

static void
write_section (BwDraft *draft)
{
  static const BwFieldId fields[] = { BW_FIELD_TEAM, BW_FIELD_AGENT, BW_FIELD_SITE, BW_FIELD_NONE };
  const BwReportContent *content = bw_draft_get_content (draft);
  const char *const *ids = bw_draft_get_list (draft, "Kpis", kpis);
  gboolean has_past = content->compared && bw_draft_reaches (draft, content->compared);
  g_autoptr (GPtrArray) answer = bw_draft_ask (draft, content->period, BW_COMPARE_NONE, ids, fields);
  g_autoptr (GPtrArray) before =
                has_past ? bw_draft_ask (draft, content->compared, BW_COMPARE_NONE, ids, fields)
                         : NULL;
  const GPtrArray *now = answer ? answer : content->figures;
  guint n = 0;
  add_tiles (draft, ids);
  for (guint i = 0; fields[i] != BW_FIELD_NONE; i++)
    n += add_members (draft, ids, now, before, fields[i]);
  if (n > 0)
    bw_draft_add_fine (draft, _("In brackets: how many tickets, answers or contacts are behind a "
                                "figure. Few of them say little about a person."));
}

const BwSection bw_section_team = {
  .id = "team",
  .title = N_ ("Teams and agents"),
  .absent = N_ ("no file names teams or agents"),
  .kpis = kpis,
  .write = write_section,
};
