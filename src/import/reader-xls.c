/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of before 2007 (.xls): every visible sheet becomes a table of delimited text. A new
 * workbook with a password has the same container, and is only recognised. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-archive.h"
#include "bw-biff.h"
#include "bw-compound.h"
#include "bw-error.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-reader.h"

enum {
  RECORD_FORMULA = 0x06,
  RECORD_EOF = 0x0a,
  RECORD_NUMBERS = 0xbd,
  RECORD_RICH_TEXT = 0xd6,
  RECORD_SHARED_TEXT = 0xfd,
  RECORD_NUMBER = 0x203,
  RECORD_TEXT = 0x204,
  RECORD_FLAG = 0x205,
  RECORD_FORMULA_TEXT = 0x207,
  RECORD_SHORT_NUMBER = 0x27e,
  RECORD_BEGIN = 0x809,
};

#define CANCEL_STEP (1 << 16) /* records */

typedef struct {
  guint32 place; /* row and column */
  guint n;
  const char *text; /* shared; or NULL */
  gsize at;         /* in the texts */
} Cell;

typedef struct {
  /* Borrowed */
  const BwBiff *biff;

  /* Owned */
  GArray *cells; /* Cell */
  GString *texts;

  gboolean unsorted;
  guint32 formula; /* place of the last formula, whose text is to come */
  gint64 n_errors;
} Sheet;

static double
sniff (BwText *raw)
{
  return bw_compound_is (raw) ? 0.9 : 0;
}

/* --- Cells --------------------------------------------------------------------------------------
 */

static void
add_cell (Sheet *sheet, Cell cell)
{
  if (sheet->cells->len > 0)
    sheet->unsorted |= g_array_index (sheet->cells, Cell, sheet->cells->len - 1).place > cell.place;
  g_array_append_val (sheet->cells, cell);
}

static void
add_text (Sheet *sheet, guint32 place, const char *text, gsize n)
{
  add_cell (sheet, (Cell) { place, (guint) n, NULL, sheet->texts->len });
  g_string_append_len (sheet->texts, text, (gssize) n);
}

static void
add_number (Sheet *sheet, guint32 place, guint format, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char text[BW_SERIAL_MAX_TEXT];
  const GByteArray *kinds = sheet->biff->kinds;
  BwSerialKind kind = format < kinds->len ? kinds->data[format] : BW_SERIAL_NUMBER;
  g_ascii_dtostr (digits, sizeof digits, number);
  gsize n = bw_serial_write (digits, strlen (digits), kind, sheet->biff->since_1904, text);
  add_text (sheet, place, text, n);
}

static double
read_double (const guint8 *at)
{
  guint64 bits = bw_biff_u32 (at) | (guint64) bw_biff_u32 (at + 4) << 32;
  double number;
  memcpy (&number, &bits, sizeof number);
  return number;
}

/* 30 bits of a whole number or of the upper end of a double; maybe hundredths. */
static double
read_short_number (const guint8 *at)
{
  guint32 word = bw_biff_u32 (at);
  double number;
  if (word & 2) {
    number = (gint32) word >> 2;
  } else {
    guint64 bits = (guint64) (word & ~3u) << 32;
    memcpy (&number, &bits, sizeof number);
  }
  return word & 1 ? number / 100 : number;
}

static void
add_flag (Sheet *sheet, guint32 place, gboolean is_error, gboolean flag)
{
  sheet->n_errors += is_error;
  if (!is_error)
    add_text (sheet, place, flag ? "true" : "false", flag ? 4 : 5);
}

/* The result as it was when the workbook was saved. */
static void
add_formula (Sheet *sheet, guint32 place, guint format, const guint8 *result)
{
  if (bw_biff_u16 (result + 6) != 0xffff)
    add_number (sheet, place, format, read_double (result));
  else if (result[0] == 0)
    sheet->formula = place;
  else if (result[0] <= 2)
    add_flag (sheet, place, result[0] == 2, result[2]);
}

static void
add_own_text (Sheet *sheet, guint32 place, const guint8 *at, gsize n)
{
  g_autofree char *text =
      n >= 2 ? bw_biff_read_text (sheet->biff, at + 2, n - 2, bw_biff_u16 (at)) : NULL;
  if (text)
    add_text (sheet, place, text, strlen (text));
}

static void
add_shared_text (Sheet *sheet, guint32 place, guint32 i)
{
  const GPtrArray *strings = sheet->biff->strings;
  if (i < strings->len)
    add_cell (sheet, (Cell) { place, (guint) strlen (strings->pdata[i]), strings->pdata[i], 0 });
}

static void
add_numbers (Sheet *sheet, guint32 place, const BwBiffRecord *record)
{
  for (gsize at = 4; at + 6 + 2 <= record->n; at += 6)
    add_number (sheet, place++, bw_biff_u16 (record->at + at),
                read_short_number (record->at + at + 2));
}

static void
add_record (Sheet *sheet, const BwBiffRecord *record)
{
  const guint8 *at = record->at;
  gsize n = record->n;
  if (record->id == RECORD_FORMULA_TEXT)
    add_own_text (sheet, sheet->formula, at, n);
  if (n < 6)
    return;
  guint32 place = bw_biff_u16 (at) << 16 | bw_biff_u16 (at + 2);
  guint format = bw_biff_u16 (at + 4);
  if (record->id == RECORD_NUMBER && n >= 14)
    add_number (sheet, place, format, read_double (at + 6));
  else if (record->id == RECORD_SHORT_NUMBER && n >= 10)
    add_number (sheet, place, format, read_short_number (at + 6));
  else if (record->id == RECORD_NUMBERS)
    add_numbers (sheet, place, record);
  else if (record->id == RECORD_SHARED_TEXT && n >= 10)
    add_shared_text (sheet, place, bw_biff_u32 (at + 6));
  else if (record->id == RECORD_TEXT || record->id == RECORD_RICH_TEXT)
    add_own_text (sheet, place, at + 6, n - 6);
  else if (record->id == RECORD_FLAG && n >= 8)
    add_flag (sheet, place, at[7], at[6]);
  else if (record->id == RECORD_FORMULA && n >= 14)
    add_formula (sheet, place, format, at + 6);
}

/* --- Sheets -------------------------------------------------------------------------------------
 */

/* Records of charts inside of the sheet are left out. */
static gboolean
collect_cells (Sheet *sheet, gsize at, GCancellable *cancellable, GError **error)
{
  BwBiffRecord record;
  guint depth = 0;
  for (guint n = 1; bw_biff_next (sheet->biff, &at, &record); n++) {
    if (record.id == RECORD_BEGIN)
      depth++;
    else if (record.id == RECORD_EOF && depth-- <= 1)
      return TRUE;
    else if (depth == 1)
      add_record (sheet, &record);
    if (n % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  }
  bw_error_set (error, BW_ERROR_FORMAT,
                N_ ("The workbook is damaged or cut short: save it again."));
  return FALSE;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *one = a;
  const Cell *other = b;
  return (one->place > other->place) - (one->place < other->place);
}

static gboolean
add_to_grid (Sheet *sheet, BwGrid *grid, GError **error)
{
  if (sheet->unsorted)
    g_array_sort (sheet->cells, compare_cells);
  for (guint i = 0; i < sheet->cells->len; i++) {
    const Cell *cell = &g_array_index (sheet->cells, Cell, i);
    while (bw_grid_get_n_rows (grid) < cell->place >> 16)
      bw_grid_end_row (grid);
    const char *text = cell->text ? cell->text : sheet->texts->str + cell->at;
    bw_grid_add (grid, cell->place & 0xffff, text, cell->n);
    if (!bw_grid_check (grid, error))
      return FALSE;
  }
  return TRUE;
}

static BwShape *
read_sheet (const BwBiff *biff,
            const BwBiffSheet *described,
            BwText *raw,
            gint64 *room,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (BwGrid) grid = bw_grid_new (room);
  Sheet sheet = { .biff = biff, .cells = cells, .texts = texts };
  if (!collect_cells (&sheet, described->at, cancellable, error) ||
      !add_to_grid (&sheet, grid, error))
    return NULL;
  BwShape *shape = bw_grid_finish (grid, raw, described->name, cancellable, error);
  if (shape && sheet.n_errors > 0)
    g_ptr_array_add (shape->notes,
                     bw_note_new ("workbook-error", NULL, sheet.n_errors, 0,
                                  N_ ("Cells that hold an error such as #DIV/0! count as blank.")));
  return shape;
}

/* hidden: only those, for a workbook that shows none. */
static gboolean
read_sheets (const BwBiff *biff,
             gboolean hidden,
             BwText *raw,
             gint64 *room,
             GPtrArray *shapes,
             GCancellable *cancellable,
             GError **error)
{
  guint first = shapes->len;
  for (guint i = 0; i < biff->sheets->len; i++) {
    const BwBiffSheet *sheet = biff->sheets->pdata[i];
    GError *problem = NULL;
    if (sheet->hidden != hidden)
      continue;
    BwShape *shape = read_sheet (biff, sheet, raw, room, cancellable, &problem);
    if (shape) {
      g_ptr_array_add (shapes, shape);
    } else if (!g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY)) {
      g_propagate_error (error, problem);
      return FALSE;
    }
    g_clear_error (&problem);
  }
  if (shapes->len == first + 1)
    g_clear_pointer (&((BwShape *) shapes->pdata[first])->member, g_free);
  return TRUE;
}

static BwBiff *
open_workbook (BwText *raw, GError **error)
{
  g_autoptr (GBytes) package = bw_compound_read (raw, "EncryptedPackage");
  g_autoptr (GBytes) book = bw_compound_read (raw, "Workbook");
  if (!book)
    book = bw_compound_read (raw, "Book");
  if (package) {
    bw_error_set (error, BW_ERROR_UNSUPPORTED,
                  N_ ("The workbook is protected by a password: open it in a spreadsheet "
                      "program and save it without one."));
    return NULL;
  }
  if (!book)
    bw_error_set (error, BW_ERROR_FORMAT,
                  N_ ("This is an old office document without a workbook that can be read: "
                      "save its table as CSV."));
  return book ? bw_biff_new (book, error) : NULL;
}

static gboolean
read_xls (BwText *raw,
          const BwReadOptions *options,
          GPtrArray *shapes,
          GCancellable *cancellable,
          BwProgress progress,
          gpointer user_data,
          GError **error)
{
  gint64 own_room = bw_archive_get_room (bw_text_get_size (raw));
  gint64 *room = options && options->room ? options->room : &own_room;
  guint first = shapes->len;
  g_autoptr (BwBiff) biff = open_workbook (raw, error);
  if (!biff || !read_sheets (biff, FALSE, raw, room, shapes, cancellable, error))
    return FALSE;
  if (shapes->len == first && !read_sheets (biff, TRUE, raw, room, shapes, cancellable, error))
    return FALSE;
  if (shapes->len == first)
    bw_error_set (error, BW_ERROR_EMPTY, N_ ("There is nothing in the workbook."));
  return shapes->len > first;
}

const BwReader bw_reader_xls = {
  .id = "xls",
  .title = N_ ("Old workbook"),
  .sniff = sniff,
  .read = read_xls,
};
