/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rewrites a sheet with months side by side as one with months below each other. */
#include "config.h"

#include <string.h>

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

static gboolean
is_month (const char *name)
{
  gint64 seconds;
  return *name && bw_parse_period (name, strlen (name), &seconds) == BW_PARSE_OK;
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

static void
write_row (const Sheet *sheet, GStrv row, GString *out)
{
  for (guint m = sheet->first; m < sheet->first + sheet->n; m++) {
    const char *amount = get_cell (row, m);
    if (bw_parse_is_blank (amount, strlen (amount)))
      continue;
    for (guint i = 0; i < sheet->first; i++)
      append_cell (out, get_cell (row, i), ',');
    append_cell (out, sheet->shape->header[m], ',');
    append_cell (out, amount, '\n');
  }
}

static GBytes *
write_sheet (const Sheet *sheet)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < sheet->first; i++)
    append_cell (out, *sheet->shape->header[i] ? sheet->shape->header[i] : "Category", ',');
  g_string_append (out, "Month,Amount\n");
  for (guint r = 0; r < sheet->rows->len; r++)
    write_row (sheet, sheet->rows->pdata[r], out);
  return g_string_free_to_bytes (out);
}

static gboolean
take_over (BwShape *shape, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BwText) text = bw_text_new_from_bytes (bytes);
  g_autoptr (BwShape) unfolded = bw_shape_new (text, 0, NULL, ',', cancellable, error);
  return unfolded && (bw_shape_rewrite (shape, unfolded), TRUE);
}

gboolean
bw_unfold_months (BwShape *shape, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (shape, FALSE);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Sheet sheet = { .shape = shape, .rows = rows };
  if (!find_months (&sheet) || !read_rows (&sheet) || !is_about_money (&sheet))
    return TRUE;
  g_autoptr (GBytes) bytes = write_sheet (&sheet);
  return take_over (shape, bytes, cancellable, error);
}
