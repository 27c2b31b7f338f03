/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of what ratios are made of. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-parts.h"
#include "bw-sheets.h"

/* Sums in another order differ in their last digits. */
#define TOLERANCE 1e-9

typedef struct {
  const BwDetail *detail;
  const char *group; /* on whose sheet it stands */
  char *name;        /* of its cell: "input_cost" */
  char *source;      /* of the cell with the KPI that it is: "kpi_tickets_created"; or NULL */
  char *formula;     /* over other cells; or NULL */
} Part;

/* What costs are the sum of. */
typedef struct {
  char *title;
  char *name; /* "input_cost_salaries", "input_cost_category_2" */
  double value;
} Addend;

struct _BwParts {
  GArray *parts;   /* Part */
  GArray *addends; /* Addend; none when they do not make up the costs */
};

static void
clear_part (gpointer item)
{
  Part *part = item;
  g_free (part->name);
  g_free (part->source);
  g_free (part->formula);
}

static void
clear_addend (gpointer item)
{
  Addend *addend = item;
  g_free (addend->title);
  g_free (addend->name);
}

/* --- What costs are made of ------------------------------------------------------------------ */

static const BwFieldId cost_fields[] = { BW_FIELD_COST_TRAINING, BW_FIELD_COST_SALARIES,
                                         BW_FIELD_COST_INFRASTRUCTURE };

/* The rows of costs that count in the report's period. */
static BwBits *
select_costs (BwReport *report, const BwTable *table)
{
  const BwPeriod *period = bw_report_get_period (report);
  const BwColumn *date = bw_table_find (table, BW_FIELD_DATE);
  if (!date)
    return NULL;
  BwBits *rows = bw_filter_select (bw_report_get_filter (report), table);
  for (gsize row = 0; row < rows->n; row++) {
    gint64 time = bw_column_time (date, row);
    if (time < period->from || time >= period->to)
      bw_bits_set (rows, row, FALSE);
  }
  return rows;
}

static double
get_amount (const BwTable *table, BwFieldId field, gsize row)
{
  const BwColumn *column = bw_table_find (table, field);
  return column ? ((const double *) column->values)[row] : NAN;
}

static gboolean
has_cost_fields (const BwTable *table, gsize row)
{
  for (guint i = 0; i < G_N_ELEMENTS (cost_fields); i++)
    if (!isnan (get_amount (table, cost_fields[i], row)))
      return TRUE;
  return FALSE;
}

/* Of a field, or of the amounts of a category (its code; rows that have the fields do not count).
 */
static double
sum_up (const BwTable *table,
        const BwBits *rows,
        BwFieldId field,
        const BwColumn *category,
        guint32 code)
{
  double sum = NAN;
  for (gsize row = 0; row < rows->n; row++) {
    double amount = get_amount (table, field, row);
    if (!bw_bits_has (rows, row) || isnan (amount) ||
        (field == BW_FIELD_AMOUNT && has_cost_fields (table, row)) ||
        (category && bw_column_code (category, row) != code))
      continue;
    sum = isnan (sum) ? amount : sum + amount;
  }
  return sum;
}

static void
add_addend (BwParts *self, const char *title, char *name, double value)
{
  Addend addend = { g_strdup (title), name, value };
  if (isnan (value)) {
    clear_addend (&addend);
    return;
  }
  g_array_append_val (self->addends, addend);
}

static void
add_categories (BwParts *self, const BwTable *table, const BwBits *rows)
{
  const BwColumn *category = bw_table_find (table, BW_FIELD_CATEGORY);
  gsize n = category ? bw_dictionary_get_size (category->dictionary) : 0;
  for (guint32 code = 0; code <= n; code++) {
    const char *title = code == 0 ? bw_field_get_title (BW_FIELD_AMOUNT)
                                  : bw_dictionary_get_text (category->dictionary, code - 1);
    add_addend (self, title, g_strdup_printf ("input_cost_category_%u", code),
                sum_up (table, rows, BW_FIELD_AMOUNT, category, code));
  }
}

/* As the files and what was typed have them. */
static void
find_addends (BwParts *self, BwReport *report)
{
  BwEngine *engine = bw_report_get_engine (report);
  const BwTable *table = engine ? bw_engine_get_table (engine, BW_KIND_FINANCE) : NULL;
  g_autoptr (BwBits) rows = table ? select_costs (report, table) : NULL;
  if (!rows)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cost_fields); i++) {
    char *name =
        g_strdelimit (g_strconcat ("input_", bw_field_get (cost_fields[i])->name, NULL), "-", '_');
    add_addend (self, bw_field_get_title (cost_fields[i]), name,
                sum_up (table, rows, cost_fields[i], NULL, 0));
  }
  add_categories (self, table, rows);
}

/* --- Which there are ------------------------------------------------------------------------- */

static const BwDetail *
find_detail (const BwFigure *figure, const char *id)
{
  for (guint i = 0; id && i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    if (strcmp (detail->id, *id == '?' ? id + 1 : id) == 0)
      return detail;
  }
  return NULL;
}

static double
get_role (const BwCell *cell, BwPartsRole role)
{
  return role == BW_PARTS_NUMERATOR ? cell->numerator : cell->denominator;
}

/* The part that the ratio takes as it is, in the order of its parts; NULL when it makes something
 * of several. */
static const BwDetail *
find_role (const BwFigure *figure, BwPartsRole role)
{
  double wanted = get_role (&figure->current, role);
  for (guint r = 0; r < BW_METRIC_MAX_RATIOS && figure->metric->ratios[r].parts[0]; r++)
    for (guint i = role == BW_PARTS_NUMERATOR ? 0 : 1; i < BW_METRIC_MAX_PARTS; i++) {
      const BwDetail *detail = find_detail (figure, figure->metric->ratios[r].parts[i]);
      if (detail && detail->value == wanted)
        return detail;
    }
  return NULL;
}

/* A name that a cell can have. */
static char *
make_name (const char *prefix, const char *id)
{
  return g_strdelimit (g_strconcat (prefix, id, NULL), "-", '_');
}

static const Part *
find_part (const BwParts *self, const char *id)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);
    if (strcmp (part->detail->id, id) == 0)
      return part;
  }
  return NULL;
}

static gboolean
is_figure (BwReport *report, const char *id)
{
  GPtrArray *figures = bw_report_get_figures (report);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (strcmp (figure->metric->id, id) == 0)
      return figure->available && isfinite (figure->current.value);
  }
  return FALSE;
}

/* Those that do not make up the costs would say something else. */
static void
check_addends (BwParts *self, const BwFigure *figure)
{
  const BwDetail *cost = find_detail (figure, "cost");
  double sum = 0;
  for (guint i = 0; i < self->addends->len; i++)
    sum += g_array_index (self->addends, Addend, i).value;
  if (cost && fabs (sum - cost->value) > TOLERANCE * fabs (sum))
    g_array_set_size (self->addends, 0);
}

static const Addend *
find_addend (const BwParts *self, const char *name)
{
  for (guint i = 0; i < self->addends->len; i++) {
    const Addend *addend = &g_array_index (self->addends, Addend, i);
    if (strcmp (addend->name, name) == 0)
      return addend;
  }
  return NULL;
}

/* "per-salaries": what salaries come to for each ticket. */
static char *
make_share (const BwParts *self, const BwFigure *figure, const BwDetail *detail)
{
  const BwDetail *denominator = find_role (figure, BW_PARTS_DENOMINATOR);
  const Part *part = denominator ? find_part (self, denominator->id) : NULL;
  if (!part || !g_str_has_prefix (detail->id, "per-"))
    return NULL;
  g_autofree char *name = make_name ("input_cost_", detail->id + strlen ("per-"));
  const Addend *addend = find_addend (self, name);
  return addend && fabs (addend->value / denominator->value - detail->value) <=
                       TOLERANCE * fabs (detail->value)
             ? g_strdup_printf ("=%s/%s", name, part->source ? part->source : part->name)
             : NULL;
}

static void
add_parts (BwParts *self, BwReport *report, const BwFigure *figure, gboolean has_summary)
{
  check_addends (self, figure);
  for (guint i = 0; i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    if (isnan (detail->value) || find_part (self, detail->id))
      continue;
    Part part = { detail, figure->metric->group, make_name ("input_", detail->id), NULL, NULL };
    if (find_addend (self, part.name)) { /* stands there already */
      clear_part (&part);
      continue;
    }
    if (has_summary && is_figure (report, detail->id))
      part.source = make_name ("kpi_", detail->id);
    part.formula = make_share (self, figure, detail);
    g_array_append_val (self->parts, part);
  }
}

BwParts *
bw_parts_new (BwReport *report, const BwExportOptions *options)
{
  GPtrArray *figures = bw_report_get_figures (report);
  BwParts *self = g_new0 (BwParts, 1);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  self->addends = g_array_new (FALSE, FALSE, sizeof (Addend));
  g_array_set_clear_func (self->addends, clear_addend);
  find_addends (self, report);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = figures->pdata[i];
    if (figure->available && figure->metric->fold == BW_FOLD_RATIO &&
        bw_export_wants_sheet (options, figure->metric->group))
      add_parts (self, report, figure, bw_export_wants_sheet (options, "summary"));
  }
  return self;
}

void
bw_parts_free (BwParts *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->addends);
  g_free (self);
}

/* --- Their tables ---------------------------------------------------------------------------- */

/* Returns the last row. */
static guint
write_addends (const BwParts *self, BwBook *book, guint row)
{
  for (guint i = 0; i < self->addends->len; i++) {
    const Addend *addend = &g_array_index (self->addends, Addend, i);
    row++;
    bw_book_text (book, row, 0, BW_LOOK_TEXT, addend->title);
    bw_book_number (book, row, 1, BW_LOOK_INPUT_MONEY, addend->value);
    bw_book_define_range (book, addend->name, row, 1, row, 1);
  }
  return row;
}

/* Returns the last row. */
static guint
write_part (const BwParts *self, BwBook *book, guint row, const Part *part)
{
  BwUnit unit = part->detail->unit;
  double value = bw_book_scale (unit, part->detail->value);
  gboolean has_sum = strcmp (part->detail->id, "cost") == 0 && self->addends->len > 0;
  guint first = row + 1;
  row = has_sum ? write_addends (self, book, row) + 1 : row + 1;
  bw_book_text (book, row, 0, BW_LOOK_TEXT, _ (part->detail->title));
  if (part->source)
    bw_book_formula (book, row, 1, bw_look_of_unit (unit), value, "=%s", part->source);
  else if (part->formula)
    bw_book_formula (book, row, 1, bw_look_of_unit (unit), value, "%s", part->formula);
  else if (has_sum)
    bw_book_formula (book, row, 1, bw_look_of_unit (unit), value, "=SUM(%s:%s)",
                     bw_book_address (first, 1).text, bw_book_address (row - 1, 1).text);
  else
    bw_book_number (book, row, 1,
                    bw_measures_find (part->detail->id) >= 0 ? bw_look_of_input (unit)
                                                             : bw_look_of_unit (unit),
                    value);
  bw_book_define_range (book, part->name, row, 1, row, 1);
  return row;
}

guint
bw_parts_write (BwParts *self, BwBook *book, const char *group, guint top)
{
  const char *heads[] = { _ ("Made of (coloured cells may be changed)"), _ ("Value") };
  guint row = top;
  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);
    if (strcmp (part->group, group) == 0)
      row = write_part (self, book, row, part);
  }
  if (row == top)
    return top;
  g_autofree char *name = make_name (group, "_parts");
  bw_book_table (book, name, top, row - top, heads, G_N_ELEMENTS (heads));
  return row + 2;
}

/* --- Figures made of them -------------------------------------------------------------------- */

BwLook
bw_parts_get_look (const BwFigure *figure, BwPartsRole role)
{
  if (figure->metric->fold != BW_FOLD_RATIO)
    return BW_LOOK_COUNT;
  const BwDetail *detail = find_role (figure, role);
  if (detail && detail->unit == BW_UNIT_MONEY)
    return BW_LOOK_MONEY;
  return detail && detail->unit == BW_UNIT_COUNT ? BW_LOOK_COUNT : BW_LOOK_GENERAL;
}

void
bw_parts_write_cell (
    BwParts *self, BwBook *book, guint row, guint column, const BwFigure *figure, BwPartsRole role)
{
  double number = get_role (&figure->current, role);
  BwLook look = bw_parts_get_look (figure, role);
  const BwDetail *detail = find_role (figure, role);
  const Part *part = detail ? find_part (self, detail->id) : NULL;
  gboolean is_same = part && detail->value == number && part->detail->value == number;
  /* Durations stand there in days, here in seconds. */
  if (is_same && detail->unit != BW_UNIT_SECONDS)
    bw_book_formula (book, row, column, look, number, "=%s",
                     part->source ? part->source : part->name);
  else
    bw_book_number (book, row, column, look, number);
}
