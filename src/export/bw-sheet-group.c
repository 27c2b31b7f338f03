/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One group of KPIs as a sheet. The table by period, and below the charts one table for each
 * dimension, share their columns: a KPI is in the same columns all the way down. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-lazy.h"
#include "bw-section-words.h"
#include "bw-sheets.h"

#define HEAD 3
#define FIRST_WIDTH 26
#define WIDTH 15

/* Charts stand in rows of two between the tables, beside the first column, which is repeated on
 * every page; sizes in pixels, a row of cells is 20 high. */
#define CHARTS_ABREAST 2
#define CHART_STEP 490
/* Of a dimension; nobody reads as many, and a sheet has no room for any number. */
#define MOST_MEMBERS 10000
#define MIN_COLUMNS 9 /* for the charts; so many are abreast on a page */
#define CHART_ROWS 16
/* A line through fewer points says little. */
#define MIN_POINTS_OF_LINE 3

/* One number of a figure's cell. */
typedef enum {
  PART_VALUE,
  PART_MEAN,
  PART_MEDIAN,
  PART_P90,
  PART_NUMERATOR,
  PART_DENOMINATOR,
  PART_N,
} Part;

typedef struct {
  const BwFigure *figure;
  Part part;
  char *head;
} Column;

static void
clear_column (gpointer item)
{
  g_free (((Column *) item)->head);
}

/* --- Columns --------------------------------------------------------------------------------- */

static void
add_column (GArray *columns, const BwFigure *figure, Part part, const char *format)
{
  const char *name = _ (figure->metric->name);
  Column column = { figure, part, g_strdup_printf (format, name) };
  g_array_append_val (columns, column);
}

static void
add_columns_of (GArray *columns, const BwFigure *figure)
{
  switch (figure->metric->fold) {
  case BW_FOLD_DURATION:
  case BW_FOLD_AGES:
    add_column (columns, figure, PART_MEAN, _ ("%s, mean"));
    add_column (columns, figure, PART_MEDIAN, _ ("%s, median"));
    add_column (columns, figure, PART_P90, _ ("%s, 90th percentile"));
    add_column (columns, figure, PART_N, _ ("%s, n"));
    break;
  case BW_FOLD_SHARE:
  case BW_FOLD_NPS:
  case BW_FOLD_RATIO:
    add_column (columns, figure, PART_VALUE, "%s");
    add_column (columns, figure, PART_NUMERATOR, _ ("%s, numerator"));
    add_column (columns, figure, PART_DENOMINATOR, _ ("%s, denominator"));
    break;
  case BW_FOLD_MEAN:
    add_column (columns, figure, PART_VALUE, "%s");
    add_column (columns, figure, PART_N, _ ("%s, n"));
    break;
  case BW_FOLD_COUNT:
  case BW_FOLD_STOCK:
  default:
    add_column (columns, figure, PART_VALUE, "%s");
    break;
  }
}

/* The column that holds a figure's headline, counted in the sheet. */
static guint
find_headline (const GArray *columns, const BwFigure *figure)
{
  Part wanted = PART_VALUE;
  if (bw_metric_has_spread (figure->metric))
    wanted = figure->statistic == BW_STATISTIC_MEDIAN ? PART_MEDIAN : PART_MEAN;
  guint i = 0;
  while (g_array_index (columns, Column, i).figure != figure ||
         g_array_index (columns, Column, i).part != wanted)
    i++;
  return i + 1;
}

/* --- Cells ----------------------------------------------------------------------------------- */

static void
write_ratio (BwBook *book, guint row, guint column, const Column *of, const BwCell *cell)
{
  const BwMetric *metric = of->figure->metric;
  if (cell->denominator > 0)
    bw_sheet_write_ratio (book, row, column, metric, cell->value, bw_book_address (row, column + 1),
                          bw_book_address (row, column + 2));
}

static void
write_part (BwBook *book, guint row, guint column, const Column *of, const BwCell *cell)
{
  BwUnit unit = of->figure->metric->unit;
  BwLook look = bw_look_of_unit (unit);
  switch (of->part) {
  case PART_VALUE:
    if (bw_sheet_is_ratio (of->figure->metric))
      write_ratio (book, row, column, of, cell);
    else
      bw_book_number (book, row, column, look, bw_book_scale (unit, cell->value));
    break;
  case PART_MEAN:
    bw_book_number (book, row, column, look, bw_book_scale (unit, cell->mean));
    break;
  case PART_MEDIAN:
    bw_book_number (book, row, column, look, bw_book_scale (unit, cell->median));
    break;
  case PART_P90:
    bw_book_number (book, row, column, look, bw_book_scale (unit, cell->p90));
    break;
  case PART_NUMERATOR:
    bw_book_number (book, row, column, bw_parts_get_look (of->figure, BW_PARTS_NUMERATOR),
                    cell->numerator);
    break;
  case PART_DENOMINATOR:
    bw_book_number (book, row, column, bw_parts_get_look (of->figure, BW_PARTS_DENOMINATOR),
                    cell->denominator);
    break;
  case PART_N:
  default:
    bw_book_number (book, row, column, BW_LOOK_COUNT, cell->n);
    break;
  }
}

static void
write_heads (BwBook *book,
             const char *name,
             guint row,
             guint n_rows,
             const char *first,
             const GArray *columns)
{
  g_autofree const char **heads = g_new (const char *, columns->len + 1);
  heads[0] = first;
  for (guint i = 0; i < columns->len; i++)
    heads[i + 1] = g_array_index (columns, Column, i).head;
  bw_book_table (book, name, row, n_rows, heads, columns->len + 1);
}

/* --- By period ------------------------------------------------------------------------------- */

static BwLook
look_of_axis (const BwAxis *axis)
{
  BwGrain grain;
  if (!bw_axis_get_grain (axis, &grain))
    return BW_LOOK_DAY;
  switch (grain) {
  case BW_GRAIN_MONTH:
  case BW_GRAIN_QUARTER:
    return BW_LOOK_MONTH;
  case BW_GRAIN_YEAR:
    return BW_LOOK_YEAR;
  case BW_GRAIN_DAY:
  case BW_GRAIN_WEEK:
  default:
    return BW_LOOK_DAY;
  }
}

/* Returns the last row. */
static guint
write_series (BwBook *book, const char *group, BwAxis *axis, const GArray *columns)
{
  guint n = bw_axis_get_length (axis);
  BwZone *zone = bw_axis_get_zone (axis);
  BwLook look = look_of_axis (axis);
  for (guint i = 0; i < n; i++) {
    guint row = HEAD + 1 + i;
    bw_book_day (book, row, 0, look, bw_day_around (bw_axis_get_from (axis, i), zone));
    for (guint c = 0; c < columns->len; c++) {
      const Column *column = &g_array_index (columns, Column, c);
      write_part (book, row, c + 1, column, bw_series_get (column->figure->series, i, 0));
    }
  }
  g_autofree char *name = g_strdelimit (g_strconcat (group, "_by_period", NULL), "-", '_');
  write_heads (book, name, HEAD, n, _ ("Period"), columns);
  return HEAD + n;
}

/* --- Charts ---------------------------------------------------------------------------------- */

#define FUNCTIONS(USE)                                                                             \
  USE (chart_add_series)                                                                           \
  USE (chart_axis_major_gridlines_set_line)                                                        \
  USE (chart_axis_set_num_format)                                                                  \
  USE (chart_legend_set_position)                                                                  \
  USE (chart_series_set_categories)                                                                \
  USE (chart_series_set_fill)                                                                      \
  USE (chart_series_set_line)                                                                      \
  USE (chart_series_set_marker_fill)                                                               \
  USE (chart_series_set_marker_type)                                                               \
  USE (chart_series_set_name)                                                                      \
  USE (chart_series_set_values)                                                                    \
  USE (chart_show_blanks_as)                                                                       \
  USE (chart_title_set_name)                                                                       \
  USE (chart_title_set_name_font)                                                                  \
  USE (workbook_add_chart)                                                                         \
  USE (worksheet_insert_chart_opt)
BW_LAZY_LIBRARY (lib, BW_LIBXLSXWRITER, FUNCTIONS)

static void
style_chart (lxw_chart *chart, lxw_chart_series *series, gboolean is_line)
{
  lxw_chart_line line = { .color = 0x3584e4, .width = 2 };
  lxw_chart_fill fill = { .color = 0x3584e4 };
  lxw_chart_line grid = { .color = 0xdeddda };
  lxw_chart_font title = { .size = 12, .bold = LXW_TRUE };
  lib.chart_title_set_name_font (chart, &title);
  lib.chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  lib.chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  lib.chart_show_blanks_as (chart, LXW_CHART_BLANKS_AS_GAP);
  if (is_line) {
    lib.chart_series_set_line (series, &line);
    lib.chart_series_set_marker_type (series, LXW_CHART_MARKER_CIRCLE);
    lib.chart_series_set_marker_fill (series, &fill);
  } else {
    lib.chart_series_set_fill (series, &fill);
  }
}

static void
set_axis_formats (lxw_chart *chart, BwUnit unit, BwLook periods)
{
  lib.chart_axis_set_num_format (chart->x_axis, periods == BW_LOOK_YEAR    ? "yyyy"
                                                : periods == BW_LOOK_MONTH ? "mmm yyyy"
                                                                           : "yyyy-mm-dd");
  if (unit == BW_UNIT_SECONDS)
    lib.chart_axis_set_num_format (chart->y_axis, "[h]:mm");
  if (unit == BW_UNIT_FRACTION)
    lib.chart_axis_set_num_format (chart->y_axis, "0%");
}

static lxw_chart *
make_chart (
    BwBook *book, const BwFigure *figure, guint column, guint first, guint last, BwLook periods)
{
  const char *name = _ (figure->metric->name);
  gboolean is_line =
      figure->metric->unit != BW_UNIT_COUNT && last - first + 1 >= MIN_POINTS_OF_LINE;
  guint8 type = is_line ? LXW_CHART_LINE : LXW_CHART_COLUMN;
  lxw_chart *chart = lib_load (NULL) ? lib.workbook_add_chart (book->workbook, type) : NULL;
  if (!chart) {
    bw_book_check (book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return NULL;
  }
  lxw_chart_series *series = lib.chart_add_series (chart, NULL, NULL);
  lib.chart_series_set_categories (series, book->sheet->name, first, 0, last, 0);
  lib.chart_series_set_values (series, book->sheet->name, first, column, last, column);
  lib.chart_series_set_name (series, name);
  lib.chart_title_set_name (chart, name);
  style_chart (chart, series, is_line);
  set_axis_formats (chart, figure->metric->unit, periods);
  return chart;
}

/* Returns the row after the charts. */
static guint
insert_charts (BwBook *book,
               const GPtrArray *figures,
               const GArray *columns,
               guint above,
               guint last,
               BwLook look)
{
  guint top = above + 2;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    lxw_chart *chart =
        make_chart (book, figure, find_headline (columns, figure), HEAD + 1, last, look);
    if (!chart)
      return top;
    g_autofree char *description = g_strdup_printf (
        _ ("Chart of %s by period; its numbers are in the table above."), _ (figure->metric->name));
    lxw_chart_options options = {
      .x_offset = (int) (i % CHARTS_ABREAST) * CHART_STEP,
      .y_offset = 8, /* its border is not to be on the page before, however rows are rounded */
      .description = description,
    };
    guint row = top + i / CHARTS_ABREAST * CHART_ROWS;
    if (i % CHARTS_ABREAST == 0)
      bw_book_keep_rows (book, row, row + CHART_ROWS - 1);
    bw_book_check (book, lib.worksheet_insert_chart_opt (book->sheet, row, 1, chart, &options));
  }
  return top + (figures->len + CHARTS_ABREAST - 1) / CHARTS_ABREAST * CHART_ROWS;
}

/* --- By member of a dimension ---------------------------------------------------------------- */

/* In the order in which the figures bring them, the largest first. */
static GArray *
list_members (const GPtrArray *figures, BwFieldId field)
{
  GArray *members = bw_section_members_new ();
  for (guint i = 0; i < figures->len; i++) {
    const BwSeries *split = bw_figure_find_split (figures->pdata[i], field);
    if (split)
      bw_section_members_add (members, split);
  }
  return members;
}

static void
write_member (
    BwBook *book, guint row, const BwSectionMember *member, BwFieldId field, const GArray *columns)
{
  bw_book_text (book, row, 0, BW_LOOK_TEXT, member->label);
  for (guint c = 0; c < columns->len; c++) {
    const Column *column = &g_array_index (columns, Column, c);
    const BwSeries *split = bw_figure_find_split (column->figure, field);
    const BwCell *cell = split ? bw_figure_find_member (column->figure, split, member->name) : NULL;
    if (cell && (cell->n > 0 || isfinite (cell->value) || isfinite (cell->numerator)))
      write_part (book, row, c + 1, column, cell);
  }
}

/* Returns the last row. */
static guint
say_left_out (BwBook *book, guint row, guint n_left_out)
{
  if (n_left_out == 0)
    return row;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u smaller one is left out here: a report as CSV has it",
                "%u smaller ones are left out here: a report as CSV has them", n_left_out),
      n_left_out);
  bw_book_text (book, row + 1, 0, BW_LOOK_SUBTITLE, text);
  return row + 1;
}

/* Returns the last row. */
static guint
write_split (BwBook *book,
             const char *group,
             const GPtrArray *figures,
             BwFieldId field,
             const GArray *columns,
             guint top)
{
  g_autoptr (GArray) members = list_members (figures, field);
  guint n = MIN (members->len, MOST_MEMBERS);
  for (guint m = 0; m < n; m++)
    write_member (book, top + 1 + m, &g_array_index (members, BwSectionMember, m), field, columns);
  g_autofree char *name =
      g_strdelimit (g_strconcat (group, "_by_", bw_field_get (field)->name, NULL), "-", '_');
  write_heads (book, name, top, n, bw_field_get_title (field), columns);
  return say_left_out (book, top + n, members->len - n);
}

/* --- Beside the figures ---------------------------------------------------------------------- */

static const BwDetail *
find_detail (const GArray *details, const char *id, guint *index)
{
  for (*index = 0; *index < details->len; ++*index)
    if (strcmp (g_array_index (details, BwDetail, *index).id, id) == 0)
      return &g_array_index (details, BwDetail, *index);
  return NULL;
}

/* "=B5+B6+B7-B8" when the details are a reconciliation and this is its end; NULL otherwise. */
static char *
make_reconciliation (const GArray *details, const BwDetail *detail, guint top)
{
  static const char *const parts[] = { "start", "created", "reopened", "solved" };
  if (strcmp (detail->id, "end") != 0)
    return NULL;
  g_autoptr (GString) formula = g_string_new ("=");
  double sum = 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    guint index;
    const BwDetail *part = find_detail (details, parts[i], &index);
    if (!part)
      return NULL;
    gboolean leaves = strcmp (part->id, "solved") == 0;
    double value = isnan (part->value) ? 0 : part->value; /* an empty cell counts as 0 */
    sum += leaves ? -value : value;
    g_string_append_printf (formula, "%s%s",
                            i == 0   ? ""
                            : leaves ? "-"
                                     : "+",
                            bw_book_address (top + 1 + index, 1).text);
  }
  return sum == detail->value ? g_string_free (g_steal_pointer (&formula), FALSE) : NULL;
}

/* Returns the last row. */
static guint
write_details (BwBook *book, const BwFigure *figure, guint top)
{
  const char *heads[] = { _ (figure->metric->name), _ ("Value") };
  for (guint i = 0; i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    BwLook look = bw_look_of_unit (detail->unit);
    double value = bw_book_scale (detail->unit, detail->value);
    g_autofree char *formula = make_reconciliation (figure->details, detail, top);
    bw_book_text (book, top + 1 + i, 0, BW_LOOK_WRAPPED, _ (detail->title));
    if (formula)
      bw_book_formula (book, top + 1 + i, 1, look, value, "%s", formula);
    else
      bw_book_number (book, top + 1 + i, 1, look, value);
  }
  g_autofree char *name =
      g_strdelimit (g_strconcat (figure->metric->id, "_details", NULL), "-", '_');
  bw_book_table (book, name, top, figure->details->len, heads, G_N_ELEMENTS (heads));
  return top + figure->details->len;
}

/* --- The sheet ------------------------------------------------------------------------------- */

static GPtrArray *
list_figures (BwReport *report, const char *group)
{
  GPtrArray *all = bw_report_get_figures (report);
  GPtrArray *figures = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++) {
    const BwFigure *figure = all->pdata[i];
    if (figure->available && strcmp (figure->metric->group, group) == 0)
      g_ptr_array_add (figures, (gpointer) figure);
  }
  return figures;
}

static GArray *
list_columns (const GPtrArray *figures)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < figures->len; i++)
    add_columns_of (columns, figures->pdata[i]);
  return columns;
}

static guint
write_splits (
    BwBook *book, const char *group, const GPtrArray *figures, const GArray *columns, guint row)
{
  for (BwFieldId field = BW_FIELD_NONE + 1; field < BW_FIELD_LAST; field++) {
    gboolean has_split = FALSE;
    for (guint i = 0; i < figures->len; i++) {
      const BwSeries *split = bw_figure_find_split (figures->pdata[i], field);
      has_split |= split && bw_series_get_n_members (split) > 0;
    }
    if (has_split)
      row = write_split (book, group, figures, field, columns, row) + 2;
  }
  return row;
}

void
bw_sheet_group (BwBook *book, BwReport *report, BwParts *parts, const char *group)
{
  g_autoptr (GPtrArray) figures = list_figures (report, group);
  g_autoptr (GArray) columns = list_columns (figures);
  if (figures->len == 0)
    return;

  const char *title = bw_metric_group_title (group);
  guint last_column = MAX (columns->len, MIN_COLUMNS);
  bw_book_add_sheet (book, title, title, bw_report_get_subtitle (report), HEAD, 1);
  if (!book->sheet)
    return;
  bw_book_set_width (book, 0, FIRST_WIDTH);
  bw_book_set_widths (book, 1, last_column, WIDTH);

  bw_book_set_pages (book, 1 + MIN_COLUMNS, last_column, FIRST_WIDTH + MIN_COLUMNS * WIDTH);

  BwAxis *axis = bw_report_get_axis (report);
  guint last = write_series (book, group, axis, columns);
  guint row = bw_parts_write (parts, book, group, last + 2);
  row = insert_charts (book, figures, columns, row > last + 2 ? row - 2 : last, last,
                       look_of_axis (axis));
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->details->len > 0 && figure->metric->fold != BW_FOLD_RATIO)
      row = write_details (book, figure, row) + 2;
  }
  row = write_splits (book, group, figures, columns, row);
  bw_book_end_sheet (book, row, last_column);
}
