/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks that sections are made of. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-draft-private.h"
#include "bw-section-words.h"

/* Two of them fit in a row. */
#define HALF 1.8
#define MOST_COLUMNS 6
/* So few leave room for another table beside. */
#define SMALL_COLUMNS 2
#define MOST_MEMBERS 60

static void
take (BwDraft *draft, BwBlock *block)
{
  g_ptr_array_add (draft->blocks, block);
}

void
bw_draft_add_heading (BwDraft *draft, const char *text)
{
  take (draft, bw_block_new_heading (2, text));
}

void
bw_draft_add_paragraph (BwDraft *draft, const char *text)
{
  take (draft, bw_block_new_paragraph (text, BW_TONE_PLAIN));
}

void
bw_draft_add_fine (BwDraft *draft, const char *text)
{
  take (draft, bw_block_new_paragraph (text, BW_TONE_FINE));
}

void
bw_draft_add_tiles (BwDraft *draft, const GPtrArray *figures)
{
  if (figures->len == 0)
    return;
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (tiles, bw_figure_ref (figures->pdata[i]));
  take (draft, bw_block_new_tiles (tiles));
}

void
bw_draft_add_scores (BwDraft *draft, GPtrArray *scores)
{
  if (scores->len > 0)
    take (draft, bw_block_new_scores (scores));
  else
    g_ptr_array_unref (scores);
}

void
bw_draft_add_chart (BwDraft *draft, BwChart *chart, double aspect)
{
  take (draft, bw_block_new_chart (chart, aspect));
}

static BwBlock *
take_table (BwDraft *draft, const char *heading, BwTextTable *table)
{
  if (table->n_rows == 1) {
    bw_text_table_free (table);
    return NULL;
  }
  BwBlock *block = bw_block_new_table (heading, table);
  take (draft, block);
  return block;
}

void
bw_draft_add_table (BwDraft *draft, const char *heading, BwTextTable *table)
{
  take_table (draft, heading, table);
}

void
bw_draft_add_small_table (BwDraft *draft, const char *heading, BwTextTable *table)
{
  BwBlock *block = take_table (draft, heading, table);
  if (block)
    block->half = TRUE;
}

void
bw_draft_add_comment (BwDraft *draft)
{
  const char *text = bw_report_plan_get_comment (draft->content->plan, draft->section->id);
  if (*text)
    take (draft, bw_block_new_paragraph (text, BW_TONE_COMMENT));
}

static void
add_parts_of (BwDraft *draft, const BwFigure *figure)
{
  static const double shares[] = { 70, 30 };
  static const gboolean numeric[] = { FALSE, TRUE };
  const char *head[] = { _("Part"), _("Value") };
  BwTextTable *table =
      bw_text_table_new (_(figure->metric->name), G_N_ELEMENTS (head), head, shares, numeric);
  for (guint i = 0; figure->details && i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    if (!isfinite (detail->value))
      continue;
    char *cells[] = { g_strdup (_(detail->title)),
                                bw_figure_format_detail (figure, detail, BW_FORMAT_COLUMN) };
    bw_text_table_add_row (table, cells);
  }
  bw_draft_add_small_table (draft, table->title, table);
}

void
bw_draft_add_parts (BwDraft *draft, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    add_parts_of (draft, figures->pdata[i]);
}

/* --- Trends ------------------------------------------------------------------------------------
 */

/* A line through one point is no course. */
static gboolean
has_course (const BwSeries *series)
{
  guint n = 0;
  for (guint p = 0; series && p < bw_axis_get_length (bw_series_get_axis (series)); p++)
    n += isfinite (bw_series_get (series, p, 0)->value);
  return n > 1;
}

static void
add_trend (BwDraft *draft, const BwFigure *figure)
{
  if (!has_course (figure->series))
    return;
  g_autofree char *method = bw_section_describe_method (figure);
  g_autofree char *subtitle = g_strdup_printf (
      C_ ("method", "%s, %s"), bw_section_name_grain (bw_series_get_axis (figure->series)), method);
  gboolean is_count = figure->metric->unit == BW_UNIT_COUNT;
  BwChart *chart =
      bw_chart_new (is_count ? "bar" : "line", _(figure->metric->name), subtitle, figure->series);
  chart->show_interval = !is_count;
  bw_draft_add_chart (draft, chart, HALF);
}

void
bw_draft_add_trends (BwDraft *draft, const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    add_trend (draft, figures->pdata[i]);
}

void
bw_draft_fill_with_trends (BwDraft *draft, const GPtrArray *figures)
{
  guint place = draft->blocks->len;
  bw_draft_add_trends (draft, figures);
  for (guint i = place; i < draft->blocks->len; i++)
    ((BwBlock *) draft->blocks->pdata[i])->if_room = TRUE;
}

/* --- Splits ------------------------------------------------------------------------------------
 */

typedef struct {
  const BwFigure *figure;
  BwSeries *series;
} Column;

static guint
find_columns (const GPtrArray *figures, BwFieldId field, Column *found)
{
  guint n = 0;
  for (guint i = 0; i < figures->len && n < MOST_COLUMNS; i++) {
    const BwFigure *figure = figures->pdata[i];
    BwSeries *series = bw_figure_find_split (figure, field);
    if (series && bw_series_get_n_members (series) > 0)
      found[n++] = (Column) { figure, series };
  }
  return n;
}

static void
add_member_row (BwTextTable *table, const Column *found, guint n, const BwSectionMember *member)
{
  char *cells[1 + MOST_COLUMNS] = { NULL };
  cells[0] = g_strdup (member->label);
  for (guint i = 0; i < n; i++)
    cells[1 + i] = bw_section_format_with_n (
        found[i].figure->metric->unit,
        bw_figure_find_member (found[i].figure, found[i].series, member->name));
  bw_text_table_add_row (table, cells);
}

static GArray *
list_members (const Column *found, guint n)
{
  GArray *members = bw_section_members_new ();
  for (guint i = 0; i < n; i++)
    bw_section_members_add (members, found[i].series);
  return members;
}

static BwTextTable *
create_split_table (BwFieldId field, const Column *found, guint n, const GArray *members)
{
  double shares[1 + MOST_COLUMNS] = { 24 };
  gboolean numeric[1 + MOST_COLUMNS] = { FALSE };
  const char *head[1 + MOST_COLUMNS] = { bw_field_get_title (field) };
  for (guint i = 0; i < n; i++) {
    shares[1 + i] = found[i].figure->metric->unit == BW_UNIT_COUNT ? 9 : 17;
    numeric[1 + i] = TRUE;
    head[1 + i] = bw_section_short_name (found[i].figure->metric);
  }
  BwTextTable *table = bw_text_table_new (bw_field_get_title (field), 1 + n, head, shares, numeric);
  for (guint m = 0; m < MIN (members->len, MOST_MEMBERS); m++)
    add_member_row (table, found, n, &g_array_index (members, BwSectionMember, m));
  return table;
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

gboolean
bw_draft_add_split (BwDraft *draft, BwFieldId field, const GPtrArray *figures)
{
  Column found[MOST_COLUMNS];
  guint n = find_columns (figures, field, found);
  if (n == 0)
    return FALSE;
  g_autoptr (GArray) members = list_members (found, n);
  BwTextTable *table = create_split_table (field, found, n, members);
  if (n <= SMALL_COLUMNS)
    bw_draft_add_small_table (draft, table->title, table);
  else
    bw_draft_add_table (draft, table->title, table);
  add_rest (draft, members->len);
  return TRUE;
}

void
bw_draft_add_splits (BwDraft *draft, const char *const *preset, const GPtrArray *figures)
{
  const char *const *names = bw_draft_get_list (draft, "Splits", preset);
  for (guint i = 0; names && names[i]; i++) {
    const BwField *field = bw_field_find (names[i]);
    if (field)
      bw_draft_add_split (draft, field->id, figures);
  }
}
