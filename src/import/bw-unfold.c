/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rewrites sheets with months or categories of costs side by side as ones with these below each
 * other. */
#include "config.h"

#include <string.h>

#include "bw-around.h"
#include "bw-costs.h"
#include "bw-grid.h"
#include "bw-parse.h"
#include "bw-synonyms.h"
#include "bw-tokenizer.h"
#include "bw-unfold.h"

#define MONTHS_LEAST 3
#define NAMES_MOST 4
#define ROWS_MOST 10000 /* a sheet that people read; longer ones are something else */
#define MONEY                                                                                      \
  "cost|expense|salar|salair|wage|payroll|revenue|turnover|budget|spend|kosten|ausgabe|gehalt|"    \
  "gehalter|lohn|umsatz|erlos|cout|depense|chiffre|coste|costo|gasto|ingreso|sueldo|custo|"        \
  "despesa|"                                                                                       \
  "receita"

typedef struct {
  BwShape *shape;
  guint first; /* of the months */
  guint n;
  GPtrArray *rows; /* GStrv */
} Sheet;

/* "Jan 2025", or the day on which it ends: "31 Jan 2025". */
static gboolean
is_month (const char *name)
{
  gsize n = strlen (name);
  gint64 seconds;
  BwTimeShape shape;
  return n > 0 && (bw_parse_period (name, n, &seconds) == BW_PARSE_OK ||
                   (strcspn (name, " -/.") < n &&
                    bw_parse_time (name, n, BW_DATE_DMY, &seconds, &shape) == BW_PARSE_OK));
}

/* Columns of months, one after the other; before them names, after them at most sums. */
static gboolean
find_months (Sheet *sheet)
{
  GStrv header = sheet->shape->header;
  guint n = g_strv_length (header);
  sheet->first = 0;
  while (sheet->first < n && !is_month (header[sheet->first]))
    sheet->first++;
  sheet->n = 0;
  while (sheet->first + sheet->n < n && is_month (header[sheet->first + sheet->n]))
    sheet->n++;
  return sheet->n >= MONTHS_LEAST && sheet->first >= 1 && sheet->first <= NAMES_MOST &&
         n - sheet->first - sheet->n <= 2;
}

static gboolean
names_money (const char *text)
{
  g_autofree char *folded = bw_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  return bw_fold_has_word (words, MONEY);
}

static GStrv
decode (const BwCellSpan *cells, gsize n, BwDialect dialect)
{
  GStrv texts = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    bw_cell_decode (&cells[i], dialect, text);
    texts[i] = g_strdup (text->str);
  }
  return texts;
}

/* FALSE when there are too many rows for a sheet of this kind. */
static gboolean
read_rows (Sheet *sheet)
{
  const BwShape *shape = sheet->shape;
  const char *text = bw_text_get_start (shape->text);
  const char *end = text + bw_text_get_size (shape->text);
  const char *next = text + shape->data_at;
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  while (next < end) {
    gsize n = bw_record_read (next, end, shape->dialect, cells, BW_RECORD_MAX_CELLS, &next);
    g_ptr_array_add (sheet->rows, decode (cells, MIN (n, BW_RECORD_MAX_CELLS), shape->dialect));
    if (sheet->rows->len > ROWS_MOST)
      return FALSE;
  }
  return TRUE;
}

static const char *
get_cell (GStrv row, guint i)
{
  return i < g_strv_length (row) ? row[i] : "";
}

static gboolean
is_about_money (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->first; i++)
    if (names_money (sheet->shape->header[i]))
      return TRUE;
  if (sheet->shape->member && names_money (sheet->shape->member))
    return TRUE;
  for (guint r = 0; r < sheet->rows->len; r++)
    for (guint i = 0; i < sheet->first; i++)
      if (names_money (get_cell (sheet->rows->pdata[r], i)))
        return TRUE;
  return FALSE;
}

static void
append_cell (GString *out, const char *text, char end)
{
  bw_grid_quote (out, text, strlen (text));
  g_string_append_c (out, end);
}

/* "Sum;;100" is a sum of all that stands in the second column, too. */
static const char *
get_name (GStrv row, guint i)
{
  while (i > 0 && *get_cell (row, i) == '\0')
    i--;
  return get_cell (row, i);
}

static void
write_row (const Sheet *sheet, GStrv row, GString *out)
{
  for (guint m = sheet->first; m < sheet->first + sheet->n; m++) {
    const char *amount = get_cell (row, m);
    if (bw_parse_is_blank (amount, strlen (amount)))
      continue;
    for (guint i = 0; i < sheet->first; i++)
      append_cell (out, get_name (row, i), ',');
    append_cell (out, sheet->shape->header[m], ',');
    append_cell (out, amount, '\n');
  }
}

/* What the lines above say of the amounts goes with them. */
static const char *
name_amount (const Sheet *sheet)
{
  double factor = bw_around_find_factor (sheet->shape);
  return factor == 1 ? "Amount" : factor == 1e3 ? "Amount (thousands)" : "Amount (millions)";
}

static GBytes *
write_sheet (const Sheet *sheet)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < sheet->first; i++)
    append_cell (out, *sheet->shape->header[i] ? sheet->shape->header[i] : "Category", ',');
  g_string_append_printf (out, "Month,%s\n", name_amount (sheet));
  for (guint r = 0; r < sheet->rows->len; r++)
    write_row (sheet, sheet->rows->pdata[r], out);
  return g_string_free_to_bytes (out);
}

static gboolean
take_over (BwShape *shape, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BwText) text = bw_text_new_from_bytes (bytes);
  g_autoptr (BwShape) unfolded = bw_shape_new (text, 0, NULL, ',', cancellable, error);
  if (!unfolded)
    return FALSE;
  bw_shape_rewrite (shape, unfolded);
  shape->written = TRUE;
  return TRUE;
}

static gboolean
unfold_months (BwShape *shape, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Sheet sheet = { .shape = shape, .rows = rows };
  if (!find_months (&sheet) || !read_rows (&sheet) || !is_about_money (&sheet))
    return TRUE;
  g_autoptr (GBytes) bytes = write_sheet (&sheet);
  return take_over (shape, bytes, cancellable, error);
}

/* --- Categories side by side ------------------------------------------------------------------ */

/* No amounts: what is counted, measured, planned or made of other columns. */
#define NO_COST                                                                                    \
  "customer|ticket|call|contact|headcount|fte|hour|agents|count|number|per|pro|par|por|budget|"    \
  "plan|forecast|target|prior|previous|year|yoy|share|percent|kunden|anzahl|stunden|vorjahr|"      \
  "clients|nombre|clientes|numero|average|avg|id"

typedef enum {
  COLUMN_NAME,
  COLUMN_PERIOD,
  COLUMN_COST,
  COLUMN_OTHER
} ColumnRole;

/* What the header says by itself: NONE when it is not one of the fields of costs. */
static BwFieldId
find_field (const char *header)
{
  BwSynonym found[BW_SYNONYMS_MAX];
  g_autoptr (BwHeader) peeled = bw_header_new (header);
  guint n = bw_synonyms_find (peeled, BW_KIND_FINANCE, found);
  for (guint i = 0; i < n; i++)
    if (found[i].spelling)
      return found[i].field;
  return BW_FIELD_NONE;
}

static ColumnRole
get_role (const char *header, BwFieldId field)
{
  g_autofree char *folded = bw_fold (header);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  if (field == BW_FIELD_DATE)
    return COLUMN_PERIOD;
  if (field != BW_FIELD_NONE && bw_field_is_dimension (bw_field_get (field)))
    return COLUMN_NAME;
  if (bw_costs_find_part (header) != BW_FIELD_NONE || names_money (header) ||
      field == BW_FIELD_AMOUNT)
    return bw_fold_has_word (words, NO_COST) ? COLUMN_OTHER : COLUMN_COST;
  return COLUMN_OTHER;
}

/* One period, and more costs than anything else, of which one has no field of its own. */
static gboolean
find_costs (const BwShape *shape, ColumnRole *roles, guint n)
{
  guint n_periods = 0, n_costs = 0, n_others = 0, n_homeless = 0;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++) {
    BwFieldId field = find_field (shape->header[i]);
    roles[i] = get_role (shape->header[i], field);
    n_periods += roles[i] == COLUMN_PERIOD;
    n_others += roles[i] == COLUMN_OTHER;
    if (roles[i] != COLUMN_COST)
      continue;
    n_costs++;
    n_homeless +=
        field == BW_FIELD_NONE || !g_hash_table_add (taken, GUINT_TO_POINTER ((guint) field));
  }
  return n_periods == 1 && n_costs >= 2 && n_costs > n_others && n_homeless > 0;
}

static gboolean
holds_amounts (GPtrArray *rows, const ColumnRole *roles, guint n)
{
  gsize n_amounts = 0;
  for (guint r = 0; r < rows->len; r++)
    for (guint i = 0; i < n; i++) {
      const char *cell = get_cell (rows->pdata[r], i);
      if (roles[i] != COLUMN_COST || bw_parse_is_blank (cell, strlen (cell)))
        continue;
      if (!strpbrk (cell, "0123456789"))
        return FALSE;
      n_amounts++;
    }
  return n_amounts > 0;
}

/* Figures of the period stand only once. */
static void
write_others (GStrv row, const ColumnRole *roles, guint n, gboolean figures, GString *out)
{
  for (guint i = 0; i < n; i++)
    if (roles[i] != COLUMN_COST)
      append_cell (out, roles[i] == COLUMN_OTHER && !figures ? "" : get_cell (row, i), ',');
}

static void
write_costs_of (const Sheet *sheet, GStrv row, const ColumnRole *roles, guint n, GString *out)
{
  gboolean is_first = TRUE;
  for (guint i = 0; i < n; i++) {
    const char *cell = get_cell (row, i);
    if (roles[i] != COLUMN_COST || bw_parse_is_blank (cell, strlen (cell)))
      continue;
    write_others (row, roles, n, is_first, out);
    append_cell (out, sheet->shape->header[i], ',');
    append_cell (out, cell, '\n');
    is_first = FALSE;
  }
  if (!is_first)
    return;
  write_others (row, roles, n, TRUE, out);
  g_string_append (out, ",\n");
}

static GBytes *
write_costs (const Sheet *sheet, const ColumnRole *roles, guint n)
{
  GString *out = g_string_new (NULL);
  write_others (sheet->shape->header, roles, n, TRUE, out);
  g_string_append_printf (out, "Cost category,%s\n", name_amount (sheet));
  for (guint r = 0; r < sheet->rows->len; r++)
    write_costs_of (sheet, sheet->rows->pdata[r], roles, n, out);
  return g_string_free_to_bytes (out);
}

static gboolean
unfold_costs (BwShape *shape, GCancellable *cancellable, GError **error)
{
  guint n = shape->header ? g_strv_length (shape->header) : 0;
  g_autofree ColumnRole *roles = g_new0 (ColumnRole, n + 1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Sheet sheet = { .shape = shape, .rows = rows };
  if (!find_costs (shape, roles, n) || !read_rows (&sheet) || !holds_amounts (rows, roles, n))
    return TRUE;
  g_autoptr (GBytes) bytes = write_costs (&sheet, roles, n);
  return take_over (shape, bytes, cancellable, error);
}

gboolean
bw_unfold (BwShape *shape, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (shape, FALSE);
  return unfold_months (shape, cancellable, error) && unfold_costs (shape, cancellable, error);
}
