/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agents: every KPI that is split by agent, with n and the interval, and the median of all
 * beside it. No ranking: a mean without its n says little. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-sheets.h"

#define HEAD 3
#define FIRST_WIDTH 26
#define WIDTH 14

typedef enum {
  PART_VALUE,
  PART_N,
  PART_LOW,
  PART_HIGH,
} Part;

typedef struct {
  const BwFigure *figure;
  const BwSeries *split;
  Part part;
  char *head;
} Column;

static void
clear_column (gpointer item)
{
  g_free (((Column *) item)->head);
}

static gboolean
has_interval (const BwSeries *split)
{
  for (guint m = 0; m < bw_series_get_n_members (split); m++)
    if (isfinite (bw_series_get (split, 0, m)->low))
      return TRUE;
  return FALSE;
}

static void
add_column (
    GArray *columns, const BwFigure *figure, const BwSeries *split, Part part, const char *format)
{
  const char *name = _ (figure->metric->name);
  Column column = { figure, split, part, g_strdup_printf (format, name) };
  g_array_append_val (columns, column);
}

static GArray *
list_columns (BwReport *report)
{
  GPtrArray *figures = bw_report_get_figures (report);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    const BwSeries *split =
        figure->available ? bw_figure_find_split (figure, BW_FIELD_AGENT) : NULL;
    if (!split || bw_series_get_n_members (split) == 0)
      continue;
    add_column (columns, figure, split, PART_VALUE, "%s");
    if (figure->metric->unit != BW_UNIT_COUNT)
      add_column (columns, figure, split, PART_N, _ ("%s, n"));
    if (has_interval (split)) {
      add_column (columns, figure, split, PART_LOW, _ ("%s, 95 %% interval from"));
      add_column (columns, figure, split, PART_HIGH, _ ("%s, 95 %% interval to"));
    }
  }
  return columns;
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* "Agent 9" before "Agent 10" */
static int
compare_members (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (*(const char *const *) a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (*(const char *const *) b, -1);
  return strcmp (first, second);
}

/* By name; those without one last (NULL). */
static GPtrArray *
list_agents (const GArray *columns)
{
  GPtrArray *agents = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean nobody = FALSE;
  for (guint c = 0; c < columns->len; c++) {
    const BwSeries *split = g_array_index (columns, Column, c).split;
    for (guint m = 0; m < bw_series_get_n_members (split); m++) {
      gpointer member = (gpointer) bw_series_get_member (split, m);
      nobody |= !member;
      if (member && g_hash_table_add (seen, member))
        g_ptr_array_add (agents, member);
    }
  }
  g_ptr_array_sort (agents, compare_members);
  if (nobody)
    g_ptr_array_add (agents, NULL);
  return agents;
}

static double
get_part (const Column *column, const BwCell *cell)
{
  BwUnit unit = column->figure->metric->unit;
  switch (column->part) {
  case PART_N:
    return (double) cell->n;
  case PART_LOW:
    return bw_book_scale_limit (unit, cell->low);
  case PART_HIGH:
    return bw_book_scale_limit (unit, cell->high);
  case PART_VALUE:
  default:
    return bw_book_scale (unit, cell->value);
  }
}

static BwLook
look_of (const Column *column)
{
  switch (column->part) {
  case PART_N:
    return BW_LOOK_COUNT;
  case PART_LOW:
  case PART_HIGH:
    return bw_look_of_limit (column->figure->metric->unit);
  case PART_VALUE:
  default:
    return bw_look_of_unit (column->figure->metric->unit);
  }
}

static void
write_agent (BwBook *book, guint row, const char *agent, const GArray *columns)
{
  bw_book_text (book, row, 0, BW_LOOK_TEXT,
                agent ? agent : bw_field_get_none_label (BW_FIELD_AGENT));
  for (guint c = 0; c < columns->len; c++) {
    const Column *column = &g_array_index (columns, Column, c);
    const BwCell *cell = bw_figure_find_member (column->figure, column->split, agent);
    if (cell->n > 0 || column->part == PART_VALUE)
      bw_book_number (book, row, c + 1, look_of (column), get_part (column, cell));
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;
  return (first > second) - (first < second);
}

/* Of the agents' figures, as MEDIAN has it: empty cells do not count. */
static double
find_median (const Column *column, const GPtrArray *agents)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < agents->len; i++) {
    double value = agents->pdata[i]
                       ? get_part (column, bw_figure_find_member (column->figure, column->split,
                                                                  agents->pdata[i]))
                       : NAN;
    if (isfinite (value))
      g_array_append_val (values, value);
  }
  if (values->len == 0)
    return NAN;
  g_array_sort (values, compare_numbers);
  guint half = values->len / 2;
  double upper = g_array_index (values, double, half);
  return values->len % 2 ? upper : (g_array_index (values, double, half - 1) + upper) / 2;
}

static void
write_medians (BwBook *book, guint row, const GPtrArray *agents, const GArray *columns)
{
  gboolean nobody = agents->len > 0 && !agents->pdata[agents->len - 1];
  guint last = HEAD + agents->len - nobody;
  bw_book_text (book, row, 0, BW_LOOK_TEXT, _ ("Median of the agents"));
  for (guint c = 0; c < columns->len; c++) {
    const Column *column = &g_array_index (columns, Column, c);
    if (column->part != PART_VALUE)
      continue;
    bw_book_formula (book, row, c + 1, look_of (column), find_median (column, agents),
                     "=MEDIAN(%s:%s)", bw_book_address (HEAD + 1, c + 1).text,
                     bw_book_address (last, c + 1).text);
  }
}

/* --- The sheet ------------------------------------------------------------------------------- */

static void
write_table (BwBook *book, const GPtrArray *agents, const GArray *columns)
{
  g_autofree const char **heads = g_new (const char *, columns->len + 1);
  heads[0] = bw_field_get_title (BW_FIELD_AGENT);
  for (guint c = 0; c < columns->len; c++)
    heads[c + 1] = g_array_index (columns, Column, c).head;
  for (guint i = 0; i < agents->len; i++)
    write_agent (book, HEAD + 1 + i, agents->pdata[i], columns);
  bw_book_table (book, "by_agent", HEAD, agents->len, heads, columns->len + 1);
}

void
bw_sheet_agents (BwBook *book, BwReport *report)
{
  g_autoptr (GArray) columns = list_columns (report);
  g_autoptr (GPtrArray) agents = list_agents (columns);
  if (agents->len == 0)
    return;
  bw_book_add_sheet (book, _ ("Agents"), _ ("Agents"), bw_report_get_subtitle (report), HEAD, 1);
  bw_book_set_width (book, 0, FIRST_WIDTH);
  for (guint c = 0; c < columns->len; c++)
    bw_book_set_width (book, c + 1, WIDTH);
  write_table (book, agents, columns);
  guint row = HEAD + agents->len + 2;
  write_medians (book, row, agents, columns);
  bw_book_end_sheet (book, row, columns->len);
}
