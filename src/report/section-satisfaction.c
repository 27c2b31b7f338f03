/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers said, how sure that is, and some of it in their own words. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-bands.h"
#include "bw-section.h"

#define HALF 1.8
#define MOST_QUOTES 8
#define MOST_CHARACTERS 300

static const char *const kpis[] = {
  "csat", "csat-score", "nps", "ces", "survey-response-rate", "dissatisfaction", NULL,
};

static const char *const splits[] = { "team", "channel", NULL };

static void
add_intervals (BwDraft *draft, const GPtrArray *figures)
{
  static const double shares[] = { 40, 15, 13, 32 };
  static const gboolean numeric[] = { FALSE, TRUE, TRUE, TRUE };
  const char *head[] = { _("Figure"), _("Value"), _("Answers"), /* xgettext:no-c-format */
                                                    _("95 % interval") };
  BwTextTable *table =
      bw_text_table_new (_("How sure that is"), G_N_ELEMENTS (head), head, shares, numeric);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    const BwCell *cell = &figure->current;
    BwUnit unit = figure->metric->unit;
    if (!isfinite (cell->low) || !isfinite (cell->high))
      continue;
    g_autofree char *low = bw_unit_format (unit, cell->low, BW_FORMAT_COLUMN);
    g_autofree char *high = bw_unit_format (unit, cell->high, BW_FORMAT_COLUMN);
    char *cells[] = {
      g_strdup (_(figure->metric->name)), bw_section_format_cell (unit, cell),
                bw_format_count (cell->n),
                /* Translators: from low to high */
                g_strdup_printf (C_ ("interval", "%s to %s"), low, high),
    };
    bw_text_table_add_row (table, cells);
  }
  bw_draft_add_table (draft, table->title, table);
}

/* --- Answers -----------------------------------------------------------------------------------
 */

static gint64
count_bands (const BwBits *rows, const BwColumn *column, gint64 counts[BW_BANDS])
{
  gint64 n = 0;
  for (gsize row = 0; row < rows->n; row++) {
    int band =
        bw_bits_has (rows, row) ? bw_band_find (column, bw_column_meaning (column, row)) : -1;
    if (band < 0)
      continue;
    counts[band]++;
    n++;
  }
  return n;
}

static void
add_bands (BwDraft *draft, const BwBits *rows, const BwTable *table)
{
  const BwColumn *column = bw_table_find (table, BW_FIELD_CSAT);
  const char *names[BW_BANDS];
  gint64 counts[BW_BANDS] = { 0 };
  gint64 n = bw_bands_are_in (column) ? count_bands (rows, column, counts) : 0;
  if (n == 0)
    return;
  for (guint i = 0; i < BW_BANDS; i++)
    names[i] = bw_band_get_title (i);
  g_autoptr (BwAxis) single = bw_axis_new_single (bw_draft_get_content (draft)->period);
  g_autoptr (BwSeries) series =
                bw_series_new (single, BW_UNIT_FRACTION, BW_FIELD_NONE, names, BW_BANDS);
  for (guint i = 0; i < BW_BANDS; i++) {
    BwCell *cell = bw_series_peek (series, 0, i);
    cell->value = (double) counts[i] / n;
    cell->numerator = counts[i];
    cell->denominator = n;
    cell->n = n;
  }
  bw_draft_add_chart (draft, bw_chart_new ("bar", _("Answers"), _("share of all answers"), series),
                                           HALF);
}

static char *
dup_quote (const BwTable *table, gsize row, guint column)
{
  g_autofree char *text = bw_table_dup_text (table, row, column);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_strdelimit (g_strstrip (valid), "\r\n\t", ' ');
  if (*valid == '\0')
    return NULL;
  if (g_utf8_strlen (valid, -1) <= MOST_CHARACTERS)
    return g_steal_pointer (&valid);
  g_autofree char *begin = g_utf8_substring (valid, 0, MOST_CHARACTERS);
  return g_strconcat (begin, "…", NULL);
}

/* The last ones: they are about how it is now. */
static void
add_quotes (BwDraft *draft, const BwBits *rows, const BwTable *table)
{
  static const double shares[] = { 18, 82 };
  static const gboolean numeric[] = { FALSE, FALSE };
  const char *head[] = { _("Answer"), _("Comment") };
  int comment = bw_table_find_index (table, BW_FIELD_COMMENT);
  int answer = bw_table_find_index (table, BW_FIELD_CSAT);
  if (comment < 0 || answer < 0 || !bw_report_plan_get_quotes (bw_draft_get_content (draft)->plan))
    return;
  BwTextTable *list =
      bw_text_table_new (_("In customers’ own words"), G_N_ELEMENTS (head), head, shares, numeric);
  for (gsize row = rows->n; row-- > 0 && list->n_rows <= MOST_QUOTES;) {
    char *quote = bw_bits_has (rows, row) ? dup_quote (table, row, (guint) comment) : NULL;
    if (!quote)
      continue;
    char *cells[] = { bw_table_dup_text (table, row, (guint) answer), quote };
    bw_text_table_add_row (list, cells);
  }
  bw_draft_add_table (draft, list->title, list);
}

static void
write_section (BwDraft *draft)
{
  g_autoptr (GPtrArray) figures = bw_draft_list (draft, "Kpis", NULL);
  BwTable *table = NULL;
  if (figures->len == 0)
    return;
  g_autoptr (GPtrArray) courses = bw_draft_list (draft, "Charts", NULL);
  /* That counts every answer; CSAT may leave out those that are neither good nor bad. */
  g_autoptr (BwBits) rows = bw_draft_select (draft, "dissatisfaction", &table);
  bw_draft_add_tiles (draft, figures);
  add_intervals (draft, figures);
  if (rows)
    add_bands (draft, rows, table);
  bw_draft_add_trends (draft, courses);
  bw_draft_add_splits (draft, splits, figures);
  if (rows)
    add_quotes (draft, rows, table);
}

const BwSection bw_section_satisfaction = {
  .id = "satisfaction",
  .title = N_ ("Satisfaction"),
  .absent = N_ ("no file has answers to a survey"),
  .kpis = kpis,
  .write = write_section,
};
