/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tries each delimiter on the first records, and looks for the first row of names. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-note.h"
#include "bw-sniff.h"
#include "bw-tokenizer.h"

#define LOOK_BYTES ((gsize) 1 << 20)
#define LOOK_RECORDS 200
#define HEADER_RECORDS 50
#define LEAST_RECORDS 4 /* that tell which columns are used */

typedef struct {
  const char *at;  /* next record */
  const char *end; /* of what is looked at */
  gboolean is_all; /* nothing comes after it */
  BwDialect dialect;
  BwCellSpan *cells; /* BW_RECORD_MAX_CELLS */
} Look;

static void
look_begin (Look *look, const BwShape *shape, BwDialect dialect, BwCellSpan *cells)
{
  const char *text = bw_text_get_start (shape->text);
  gsize size = bw_text_get_size (shape->text);
  gsize n = MIN (size - shape->start_at, LOOK_BYTES);
  *look = (Look) { text + shape->start_at, text + shape->start_at + n, shape->start_at + n == size,
                   dialect, cells };
}

/* The next record that is not a blank line: how many cells, 0 at the end. A record that is cut off
 * counts only when it is the first. */
static gsize
look_next (Look *look, const char **start)
{
  while (look->at < look->end) {
    const char *at = look->at;
    gsize n =
        bw_record_read (at, look->end, look->dialect, look->cells, BW_RECORD_MAX_CELLS, &look->at);
    if (n == 1 && look->cells[0].length == 0)
      continue;
    *start = at;
    return MIN (n, BW_RECORD_MAX_CELLS);
  }
  return 0;
}

/* --- Delimiter ----------------------------------------------------------------------------------
 */

/* A cell whose quotes are not where a writer puts them: a sign of the wrong delimiter. */
static gboolean
is_odd (const BwCellSpan *cell, char quote)
{
  if (cell->length == 0)
    return FALSE;
  if (!cell->quoted)
    return memchr (cell->start, quote, cell->length) != NULL;
  gsize n_quotes = 0;
  for (gsize i = 0; i < cell->length; i++)
    n_quotes += cell->start[i] == quote;
  return cell->start[cell->length - 1] != quote || n_quotes % 2 != 0;
}

static guint
most_frequent (const guint *widths, guint n, guint *times)
{
  guint best = 1;
  *times = 0;
  for (guint i = 0; i < n; i++) {
    guint same = 0;
    for (guint j = 0; j < n; j++)
      same += widths[j] == widths[i];
    if (widths[i] > 1 && (same > *times || (same == *times && widths[i] > best))) {
      best = widths[i];
      *times = same;
    }
  }
  return best;
}

/* How well a delimiter cuts the records into rows of one width, its header among them; 0 when it
 * cuts nothing. */
static double
score (Look *look)
{
  guint widths[LOOK_RECORDS];
  guint n = 0;
  guint n_odd = 0;
  const char *start;
  for (gsize width; n < LOOK_RECORDS && (width = look_next (look, &start)) > 0; n++) {
    gboolean odd = FALSE;
    for (gsize i = 0; i < width && !odd; i++)
      odd = is_odd (&look->cells[i], look->dialect.quote);
    if (n > 0 && look->at == look->end && !look->is_all)
      break;
    n_odd += odd;
    widths[n] = (guint) width;
  }
  if (n == 0)
    return 0;

  guint times;
  guint width = most_frequent (widths, n, &times);
  double share = (double) times / n;
  double fit = share * share * (1 - 1.0 / width);
  double neat = 1 - 0.5 * n_odd / n;
  return fit * neat * (widths[0] > 1 ? 1 : 0.5);
}

static char
choose_delimiter (const BwShape *shape, BwCellSpan *cells)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  char best = ',';
  double best_score = 0;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++) {
    Look look;
    look_begin (&look, shape, (BwDialect) { candidates[i], '"' }, cells);
    double candidate = score (&look);
    if (candidate > best_score) {
      best = candidates[i];
      best_score = candidate;
    }
  }
  return best;
}

/* The first line "sep=;", as spreadsheets write and read it: the delimiter, or 0. */
static char
read_separator_line (BwShape *shape)
{
  const char *text = bw_text_get_start (shape->text);
  const char *end = text + bw_text_get_size (shape->text);
  const char *at = text + shape->start_at;
  gboolean quoted = at < end && *at == '"';
  at += quoted;
  if (end - at < 5 || g_ascii_strncasecmp (at, "sep=", 4) != 0)
    return 0;
  char delimiter = at[4];
  at += 5;
  if (quoted && (at == end || *at++ != '"'))
    return 0;
  if (delimiter == '\n' || delimiter == '\r' || (at < end && *at != '\n' && *at != '\r'))
    return 0;
  if (at < end)
    at += end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
  shape->start_at = (gsize) (at - text);
  return delimiter;
}

void
bw_sniff_dialect (BwShape *shape, char delimiter)
{
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  char named = read_separator_line (shape);
  shape->dialect.quote = '"';
  if (delimiter)
    shape->dialect.delimiter = delimiter;
  else
    shape->dialect.delimiter = named ? named : choose_delimiter (shape, cells);
}

/* --- Header -------------------------------------------------------------------------------------
 */

typedef enum {
  CELL_EMPTY,
  CELL_WORD,
  CELL_FIGURE
} CellLook;

typedef struct {
  const char *start;
  const char *next;
  gsize width;
  gsize n_filled;
  guint8 *looks; /* CellLook, width long */
} Row;

static void
free_row (gpointer item)
{
  Row *row = item;
  g_free (row->looks);
  g_free (row);
}

/* Digits with signs of numbers, dates and times are a figure. */
static CellLook
look_at_cell (const BwCellSpan *cell, char quote)
{
  gboolean filled = FALSE;
  gboolean digits = FALSE;
  for (gsize i = 0; i < cell->length; i++) {
    char c = cell->start[i];
    if (c == ' ' || c == quote)
      continue;
    filled = TRUE;
    digits |= g_ascii_isdigit (c);
    if (!g_ascii_isdigit (c) && !strchr (".,:/-+%TZ", c))
      return CELL_WORD;
  }
  return digits ? CELL_FIGURE : filled ? CELL_WORD : CELL_EMPTY;
}

static GPtrArray *
read_rows (const BwShape *shape)
{
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  Look look;
  look_begin (&look, shape, shape->dialect, cells);
  const char *start;
  for (gsize n; rows->len < HEADER_RECORDS && (n = look_next (&look, &start)) > 0;) {
    Row *row = g_new0 (Row, 1);
    *row = (Row) { start, look.at, n, 0, g_new (guint8, n) };
    for (gsize i = 0; i < n; i++) {
      row->looks[i] = look_at_cell (&cells[i], shape->dialect.quote);
      row->n_filled += row->looks[i] != CELL_EMPTY;
    }
    g_ptr_array_add (rows, row);
  }
  return rows;
}

static gboolean
is_used (GPtrArray *rows, gsize column)
{
  guint n_filled = 0;
  for (guint i = 0; i < rows->len && n_filled < 2; i++) {
    const Row *row = rows->pdata[i];
    n_filled += column < row->width && row->looks[column] != CELL_EMPTY;
  }
  return n_filled == 2;
}

/* Without what a single row has to the right of the others: spreadsheets fill all rows up to that.
 */
static gsize
usual_width (GPtrArray *rows)
{
  guint widths[HEADER_RECORDS] = { 0 };
  for (guint i = 0; i < rows->len; i++)
    widths[i] = (guint) ((Row *) rows->pdata[i])->width;
  guint times;
  gsize width = most_frequent (widths, rows->len, &times);
  while (width > 2 && rows->len >= LEAST_RECORDS && !is_used (rows, width - 1))
    width--;
  return width;
}

/* Columns of that width that no row has anything in: what stands left of a table in a sheet. */
static gsize
count_blank_columns (GPtrArray *rows, gsize width)
{
  gsize n = 0;
  for (gsize column = 0; column < width; column++) {
    gboolean blank = TRUE;
    for (guint i = 0; i < rows->len && blank; i++) {
      const Row *row = rows->pdata[i];
      blank = column >= row->width || row->looks[column] == CELL_EMPTY;
    }
    n += blank;
  }
  return n;
}

/* Whether the cells of a column below a row are figures, mostly. */
static gboolean
has_figures_below (GPtrArray *rows, guint at, gsize column)
{
  guint n_figures = 0;
  guint n_filled = 0;
  for (guint i = at + 1; i < rows->len; i++) {
    const Row *row = rows->pdata[i];
    if (column >= row->width || row->looks[column] == CELL_EMPTY)
      continue;
    n_filled++;
    n_figures += row->looks[column] == CELL_FIGURE;
  }
  return n_filled == 0 || 2 * n_figures > n_filled;
}

static gboolean
is_wide_enough (const Row *row, gsize width)
{
  return row->n_filled >= MIN (width, 2) && 2 * row->n_filled >= width;
}

/* Names: no figures in columns of figures, or fewer than there are words in such columns. */
static gboolean
is_header (GPtrArray *rows, guint at, gsize width)
{
  if (at >= rows->len)
    return FALSE;
  const Row *row = rows->pdata[at];
  if (!is_wide_enough (row, width))
    return FALSE;
  gsize against = 0;
  gsize in_favour = 0;
  for (gsize i = 0; i < row->width; i++) {
    if (row->looks[i] == CELL_EMPTY || !has_figures_below (rows, at, i))
      continue;
    against += row->looks[i] == CELL_FIGURE;
    in_favour += row->looks[i] == CELL_WORD && at + 1 < rows->len;
  }
  return against == 0 || in_favour > against;
}

/* -1 when no row looks like one. Of two rows of names (groups above, names below) the second. */
static int
find_header (GPtrArray *rows, gsize width)
{
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = rows->pdata[i];
    if (is_header (rows, i, width)) {
      gboolean gaps = 5 * row->n_filled < 4 * width;
      const Row *below = i + 1 < rows->len ? rows->pdata[i + 1] : NULL;
      gboolean names_below = gaps && below && below->n_filled > row->n_filled &&
                             i + 2 < rows->len && is_header (rows, i + 1, width);
      return (int) (names_below ? i + 1 : i);
    }
    /* A line with gaps may belong to a preamble that a spreadsheet filled up with delimiters. */
    if (is_wide_enough (row, width) && 5 * row->n_filled >= 4 * width)
      return -1;
  }
  return -1;
}

static GStrv
read_header (const BwShape *shape)
{
  const char *text = bw_text_get_start (shape->text);
  const char *end = text + bw_text_get_size (shape->text);
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  const char *next;
  gsize n = bw_record_read (text + shape->header_at, end, shape->dialect, cells,
                            BW_RECORD_MAX_CELLS, &next);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (gsize i = 0; i < MIN (n, BW_RECORD_MAX_CELLS); i++) {
    g_autoptr (GString) name = g_string_new (NULL);
    bw_cell_decode (&cells[i], shape->dialect, name);
    g_strv_builder_add (names, g_strstrip (name->str));
  }
  return g_strv_builder_end (names);
}

static GStrv
nameless_header (gsize width)
{
  GStrv names = g_new0 (char *, width + 1);
  for (gsize i = 0; i < width; i++)
    names[i] = g_strdup ("");
  return names;
}

static void
note_preamble (BwShape *shape, guint n)
{
  g_ptr_array_add (shape->notes,
                   bw_note_new_counted ("preamble", n, 1, "%u line before the table was left out.",
                                        "%u lines before the table were left out."));
}

void
bw_sniff_header (BwShape *shape)
{
  const char *text = bw_text_get_start (shape->text);
  g_autoptr (GPtrArray) rows = read_rows (shape);
  gsize usual = usual_width (rows);
  gsize width = usual - count_blank_columns (rows, usual);
  int header = find_header (rows, width);
  guint first = header >= 0 ? (guint) header : 0;
  while (header < 0 && first < rows->len && !is_wide_enough (rows->pdata[first], width))
    first++;
  if (first >= rows->len) {
    first = 0;
    header = -1;
  }

  const Row *row = rows->len > 0 ? rows->pdata[first] : NULL;
  shape->header_at = row ? (gsize) (row->start - text) : bw_text_get_size (shape->text);
  shape->data_at = header >= 0 ? (gsize) (row->next - text) : shape->header_at;
  shape->header = header >= 0 ? read_header (shape) : nameless_header (row ? usual : 0);
  if (first > 0)
    note_preamble (shape, first);
}
