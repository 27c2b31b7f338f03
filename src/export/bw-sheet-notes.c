/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook's last sheets: what the figures mean, where they come from, what was left out. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section-words.h"
#include "bw-sheets.h"

#define HEAD 3

static void
set_widths (BwBook *book, const double *widths, guint n)
{
  for (guint i = 0; i < n; i++)
    bw_book_set_width (book, i, widths[i]);
}

/* --- Definitions ----------------------------------------------------------------------------- */

static void
write_definition (BwBook *book, guint row, const BwFigure *figure)
{
  const BwMetric *metric = figure->metric;
  const char *better = metric->better == BW_BETTER_UP ? _ ("more is better")
                                                      : metric->better == BW_BETTER_DOWN
      ? _ ("less is better")
      : NULL;
  bw_book_text (book, row, 0, BW_LOOK_TEXT, _ (metric->name));
  bw_book_text (book, row, 1, BW_LOOK_TEXT, bw_metric_group_title (metric->group));
  bw_book_text (book, row, 2, BW_LOOK_WRAPPED, figure->definition);
  bw_book_text (book, row, 3, BW_LOOK_WRAPPED,
                bw_metric_basis_label (metric, figure->kind, figure->basis == BW_BASIS_CREATED));
  bw_book_text (book, row, 4, BW_LOOK_WRAPPED, better);
  if (metric->origin)
    bw_book_text (book, row, 5, BW_LOOK_WRAPPED, _ (metric->origin));
  bw_book_text (book, row, 6, BW_LOOK_WRAPPED, figure->note);
  g_autofree char *columns = bw_section_list_columns (figure);
  bw_book_text (book, row, 7, BW_LOOK_WRAPPED, columns);
  g_autofree char *exclusions = bw_section_list_exclusions (figure);
  bw_book_text (book, row, 8, BW_LOOK_WRAPPED, exclusions);
}

static guint
write_definitions (BwBook *book, const GPtrArray *figures)
{
  const char *heads[] = {
    _ ("KPI"),    _ ("Group"), _ ("Definition"), _ ("Placed in time"), _ ("Aim"),
                                                                     _ ("Origin"), _ ("Note"),  _ ("Columns"),    _ ("Left out") };
  guint row = HEAD;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available)
      write_definition (book, ++row, figure);
  }
  bw_book_table (book, "definitions", HEAD, row - HEAD, heads, G_N_ELEMENTS (heads));
  return row;
}

static guint
write_unavailable (BwBook *book, const GPtrArray *figures, guint top)
{
  const char *heads[] = { _ ("Not in this report"), _ ("Group"), _ ("Why") };
  guint row = top;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available)
      continue;
    row++;
    bw_book_text (book, row, 0, BW_LOOK_TEXT, _ (figure->metric->name));
    bw_book_text (book, row, 1, BW_LOOK_TEXT, bw_metric_group_title (figure->metric->group));
    bw_book_text (book, row, 2, BW_LOOK_WRAPPED, figure->reason);
  }
  if (row > top)
    bw_book_table (book, "unavailable", top, row - top, heads, G_N_ELEMENTS (heads));
  return row;
}

void
bw_sheet_definitions (BwBook *book, BwReport *report)
{
  static const double widths[] = { 28, 16, 80, 22, 16, 40, 40, 40, 40 };
  GPtrArray *figures = bw_report_get_figures (report);
  bw_book_add_sheet (book, _ ("Definitions"), _ ("Definitions"), bw_report_get_subtitle (report),
                                               HEAD, 1);
  set_widths (book, widths, G_N_ELEMENTS (widths));
  guint row = write_definitions (book, figures);
  row = write_unavailable (book, figures, row + 2);
  bw_book_end_sheet (book, row, G_N_ELEMENTS (widths) - 1);
}

/* --- Sources --------------------------------------------------------------------------------- */

static void
write_source (BwBook *book, guint row, BwDataset *dataset, BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST];
  bw_dataset_count_aside (dataset, source, counts);
  bw_book_text (book, row, 0, BW_LOOK_TEXT, source->name);
  bw_book_text (book, row, 1, BW_LOOK_TEXT, bw_kind_get_title (source->kind));
  bw_book_text (book, row, 2, BW_LOOK_TEXT, bw_source_get_product (source));
  bw_book_number (book, row, 3, BW_LOOK_COUNT, source->n_rows);
  bw_book_number (book, row, 4, BW_LOOK_COUNT, counts[BW_ASIDE_NONE]);
  bw_book_formula (book, row, 5, BW_LOOK_COUNT, source->n_rows - counts[BW_ASIDE_NONE], "=%s-%s",
                   bw_book_address (row, 3).text, bw_book_address (row, 4).text);
  bw_book_text (book, row, 6, BW_LOOK_TEXT, source->encoding);
  bw_book_text (book, row, 7, BW_LOOK_TEXT, source->delimiter);
  bw_book_text (book, row, 8, BW_LOOK_TEXT, bw_source_get_sha256 (source, NULL));
}

static guint
write_sources (BwBook *book, BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  const char *heads[] = {
    _ ("File"),      _ ("Kind"),     _ ("Product"),   _ ("Rows"),   _ ("Used"),
                                                                  _ ("Set aside"), _ ("Encoding"), _ ("Delimiter"), _ ("SHA-256") };
  guint n = g_list_model_get_n_items (sources);
  for (guint i = 0; i < n; i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    write_source (book, HEAD + 1 + i, dataset, source);
  }
  bw_book_table (book, "sources", HEAD, n, heads, G_N_ELEMENTS (heads));
  return HEAD + n;
}

/* Rows that are set aside, and cells that could not be read. */
static guint
write_notes (BwBook *book, GListModel *sources, guint top)
{
  const char *heads[] = {
    _ ("Note"), _ ("File"), _ ("Column"), _ ("Count"), _ ("First line"), _ ("In words") };
  guint row = top;
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    for (guint n = 0; n < source->notes->len; n++) {
      const BwNote *note = source->notes->pdata[n];
      row++;
      bw_book_text (book, row, 0, BW_LOOK_TEXT, note->code);
      bw_book_text (book, row, 1, BW_LOOK_TEXT, source->name);
      bw_book_text (book, row, 2, BW_LOOK_TEXT, note->column);
      bw_book_number (book, row, 3, BW_LOOK_COUNT, note->count);
      bw_book_number (book, row, 4, BW_LOOK_COUNT,
                      note->first_line > 0 ? (double) note->first_line : NAN);
      g_autofree char *text = bw_note_dup_text (note);
      bw_book_text (book, row, 5, BW_LOOK_TEXT, text);
    }
  }
  if (row > top)
    bw_book_table (book, "notes", top, row - top, heads, G_N_ELEMENTS (heads));
  return row;
}

static guint
write_aside (BwBook *book, BwDataset *dataset, guint top)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  const char *heads[] = { _ ("Rows set aside"), _ ("File"), _ ("Why"), _ ("Count") };
  guint row = top;
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    gint64 counts[BW_ASIDE_LAST];
    bw_dataset_count_aside (dataset, source, counts);
    for (BwAside aside = BW_ASIDE_NONE + 1; aside < BW_ASIDE_LAST; aside++) {
      if (counts[aside] == 0)
        continue;
      row++;
      bw_book_text (book, row, 0, BW_LOOK_TEXT, bw_kind_get_title (source->kind));
      bw_book_text (book, row, 1, BW_LOOK_TEXT, source->name);
      bw_book_text (book, row, 2, BW_LOOK_TEXT, bw_aside_get_title (aside));
      bw_book_number (book, row, 3, BW_LOOK_COUNT, counts[aside]);
    }
  }
  if (row > top)
    bw_book_table (book, "aside", top, row - top, heads, G_N_ELEMENTS (heads));
  return row;
}

static guint
write_excluded (BwBook *book, const GPtrArray *figures, guint top)
{
  const char *heads[] = { _ ("Left out of"), _ ("Group"), _ ("Why"), _ ("Count") };
  guint row = top;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    for (BwReason reason = BW_REASON_NOT_CONCERNED + 1; reason < BW_REASON_LAST; reason++) {
      if (!figure->available || figure->excluded[reason] == 0)
        continue;
      row++;
      bw_book_text (book, row, 0, BW_LOOK_TEXT, _ (figure->metric->name));
      bw_book_text (book, row, 1, BW_LOOK_TEXT, bw_metric_group_title (figure->metric->group));
      bw_book_text (book, row, 2, BW_LOOK_TEXT, bw_reason_get_title (reason));
      bw_book_number (book, row, 3, BW_LOOK_COUNT, figure->excluded[reason]);
    }
  }
  if (row > top)
    bw_book_table (book, "excluded", top, row - top, heads, G_N_ELEMENTS (heads));
  return row;
}

void
bw_sheet_notes (BwBook *book, BwReport *report)
{
  static const double widths[] = { 28, 24, 30, 12, 12, 12, 14, 10, 66 };
  BwDataset *dataset = bw_report_get_dataset (report);
  if (!dataset)
    return;
  bw_book_add_sheet (book, _ ("Notes"), _ ("Sources and notes"), bw_report_get_subtitle (report),
                                         HEAD, 1);
  set_widths (book, widths, G_N_ELEMENTS (widths));
  guint row = write_sources (book, dataset);
  row = write_aside (book, dataset, row + 2);
  row = write_excluded (book, bw_report_get_figures (report), row + 2);
  row = write_notes (book, bw_dataset_get_sources (dataset), row + 2);
  bw_book_end_sheet (book, row, G_N_ELEMENTS (widths) - 1);
}
