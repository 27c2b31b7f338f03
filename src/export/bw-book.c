/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells, looks and sheets of a workbook. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bw-book.h"

/* Characters that a cell and the name of a sheet can hold. */
#define MAX_TEXT 32767
#define MAX_SHEET_NAME 31

#define SECONDS_PER_DAY 86400.0
/* 1970-01-01 in the spreadsheet's days. */
#define DAY_OF_EPOCH 25569.0
#define PAPER_A4 9
/* Three lines. Not left to the program that opens it, since charts below are placed by it. */
#define HEAD_HEIGHT 45

static const char *const number_formats[BW_LOOK_LAST] = {
  [BW_LOOK_COUNT] = "#,##0",
  [BW_LOOK_DURATION] = "[h]:mm:ss",
  [BW_LOOK_PERCENT] = "0.0%",
  [BW_LOOK_DECIMAL] = "#,##0.00",
  [BW_LOOK_POINTS] = "0.0",
  [BW_LOOK_MONEY] = "#,##0.00",
  [BW_LOOK_DAY] = "yyyy-mm-dd",
  [BW_LOOK_MONTH] = "mmm yyyy",
  [BW_LOOK_YEAR] = "yyyy",
  [BW_LOOK_COUNT_CHANGE] = "+#,##0;-#,##0;0",
  [BW_LOOK_HOURS_CHANGE] = "+#,##0.00\" h\";-#,##0.00\" h\";0.00\" h\"",
  [BW_LOOK_PERCENT_CHANGE] = "+0.0%;-0.0%;0.0%",
  [BW_LOOK_DECIMAL_CHANGE] = "+#,##0.00;-#,##0.00;0.00",
};

BwLook
bw_look_of_unit (BwUnit unit)
{
  switch (unit) {
  case BW_UNIT_SECONDS:
    return BW_LOOK_DURATION;
  case BW_UNIT_FRACTION:
    return BW_LOOK_PERCENT;
  case BW_UNIT_RATIO:
  case BW_UNIT_SCORE:
    return BW_LOOK_DECIMAL;
  case BW_UNIT_POINTS:
    return BW_LOOK_POINTS;
  case BW_UNIT_MONEY:
    return BW_LOOK_MONEY;
  case BW_UNIT_COUNT:
  default:
    return BW_LOOK_COUNT;
  }
}

BwLook
bw_look_of_change (BwUnit unit)
{
  switch (unit) {
  case BW_UNIT_COUNT:
    return BW_LOOK_COUNT_CHANGE;
  case BW_UNIT_SECONDS:
    return BW_LOOK_HOURS_CHANGE;
  case BW_UNIT_FRACTION:
    return BW_LOOK_PERCENT_CHANGE;
  case BW_UNIT_RATIO:
  case BW_UNIT_SCORE:
  case BW_UNIT_POINTS:
  case BW_UNIT_MONEY:
  default:
    return BW_LOOK_DECIMAL_CHANGE;
  }
}

double
bw_book_scale (BwUnit unit, double value)
{
  return unit == BW_UNIT_SECONDS ? value / SECONDS_PER_DAY : value;
}

void
bw_book_check (BwBook *book, lxw_error error)
{
  if (book->error == LXW_NO_ERROR)
    book->error = error;
}

/* What XML and the format can hold: no non-characters, and not too long. NULL for nothing to write.
 */
static char *
clean_text (const char *text)
{
  if (!text || !*text)
    return NULL;
  char *clean = g_utf8_make_valid (text, -1);
  for (char *p = clean; (p = strstr (p, "\xef\xbf")); p += 3)
    if ((guchar) p[2] >= 0xbe) /* U+FFFE, U+FFFF */
      p[2] = '\xbd';
  if (g_utf8_strlen (clean, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (clean, MAX_TEXT) = '\0';
  return clean;
}

static lxw_format *
make_look (lxw_workbook *workbook, BwLook look)
{
  lxw_format *format = workbook_add_format (workbook);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (number_formats[look])
    format_set_num_format (format, number_formats[look]);
  if (look == BW_LOOK_TITLE)
    format_set_font_size (format, 16);
  if (look == BW_LOOK_TITLE || look == BW_LOOK_HEAD)
    format_set_bold (format);
  if (look == BW_LOOK_HEAD) {
    format_set_bg_color (format, 0xebebeb);
    format_set_bottom (format, LXW_BORDER_THIN);
  }
  if (look == BW_LOOK_SUBTITLE)
    format_set_font_color (format, 0x5e5c64);
  if (look == BW_LOOK_WRAPPED || look == BW_LOOK_HEAD)
    format_set_text_wrap (format);
  if (look == BW_LOOK_WORD)
    format_set_indent (format, 1);
  if (look == BW_LOOK_DAY || look == BW_LOOK_MONTH || look == BW_LOOK_YEAR)
    format_set_align (format, LXW_ALIGN_LEFT);
  return format;
}

/* libxlsxwriter writes numbers by printf: in most of Europe with a comma, which no program reads.
 */
static void
enter_c_numbers (BwBook *book)
{
  locale_t before = uselocale ((locale_t) 0);
  locale_t base = duplocale (before);
  locale_t numbers = newlocale (LC_NUMERIC_MASK, "C", base);
  g_assert (numbers);
  book->locale = uselocale (numbers);
}

static void
leave_c_numbers (BwBook *book)
{
  freelocale (uselocale (book->locale));
}

void
bw_book_open (BwBook *book, const char *title, gint64 created)
{
  *book = (BwBook) { .error = LXW_NO_ERROR };
  enter_c_numbers (book);
  lxw_workbook_options options = {
    .output_buffer = &book->bytes,
    .output_buffer_size = &book->size,
  };
  book->workbook = workbook_new_opt (NULL, &options);
  if (!book->workbook) {
    book->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    return;
  }

  g_autofree char *clean = clean_text (title);
  lxw_doc_properties properties = {
    .title = clean,
    .comments = "Bellwether " VERSION,
    .created = created > 0 ? created : 1, /* 0 would be now */
  };
  bw_book_check (book, workbook_set_properties (book->workbook, &properties));
  for (BwLook look = 0; look < BW_LOOK_LAST; look++)
    book->looks[look] = make_look (book->workbook, look);
}

GBytes *
bw_book_close (BwBook *book, GError **error)
{
  lxw_error failure = book->workbook ? workbook_close (book->workbook) : book->error;
  leave_c_numbers (book);
  bw_book_check (book, failure);
  book->workbook = NULL;
  char *bytes = (char *) book->bytes;
  book->bytes = NULL;
  if (book->error == LXW_NO_ERROR && bytes)
    return g_bytes_new_with_free_func (bytes, book->size, free, bytes);

  free (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("the workbook could not be made: %s"), lxw_strerror (book->error));
  return NULL;
}

/* A name that the format allows: short enough, without the marks that references use. */
static char *
make_sheet_name (const char *text)
{
  char *name = g_strdelimit (g_strdup (text), "[]:*?/\\'", ' ');
  if (g_utf8_strlen (name, -1) > MAX_SHEET_NAME)
    *g_utf8_offset_to_pointer (name, MAX_SHEET_NAME) = '\0';
  return g_strstrip (name);
}

void
bw_book_add_sheet (BwBook *book,
                   const char *name,
                   const char *title,
                   const char *subtitle,
                   guint head,
                   guint frozen_columns)
{
  g_autofree char *sheet_name = make_sheet_name (name);
  book->sheet = book->workbook ? workbook_add_worksheet (book->workbook, sheet_name) : NULL;
  if (!book->sheet) {
    bw_book_check (book, LXW_ERROR_SHEETNAME_ALREADY_USED);
    return;
  }
  worksheet_set_landscape (book->sheet);
  worksheet_set_paper (book->sheet, PAPER_A4);
  worksheet_fit_to_pages (book->sheet, 1, 0);
  bw_book_check (book, worksheet_set_footer (book->sheet, "&L&A&R&P / &N"));
  bw_book_check (book, worksheet_repeat_rows (book->sheet, 0, head));
  worksheet_freeze_panes (book->sheet, head + 1, frozen_columns);
  bw_book_text (book, 0, 0, BW_LOOK_TITLE, title);
  bw_book_text (book, 1, 0, BW_LOOK_SUBTITLE, subtitle);
}

void
bw_book_end_sheet (BwBook *book, guint last_row, guint last_column)
{
  if (book->sheet)
    bw_book_check (book, worksheet_print_area (book->sheet, 0, 0, last_row, last_column));
  book->sheet = NULL;
}

void
bw_book_text (BwBook *book, guint row, guint column, BwLook look, const char *text)
{
  g_autofree char *clean = clean_text (text);
  if (clean && book->sheet)
    bw_book_check (book,
                   worksheet_write_string (book->sheet, row, column, clean, book->looks[look]));
}

void
bw_book_number (BwBook *book, guint row, guint column, BwLook look, double number)
{
  if (isfinite (number) && book->sheet)
    bw_book_check (book,
                   worksheet_write_number (book->sheet, row, column, number, book->looks[look]));
}

void
bw_book_formula (
    BwBook *book, guint row, guint column, BwLook look, double result, const char *format, ...)
{
  if (!isfinite (result) || !book->sheet)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bw_book_check (book, worksheet_write_formula_num (book->sheet, row, column, formula,
                                                    book->looks[look], result));
}

void
bw_book_day (BwBook *book, guint row, guint column, BwLook look, gint64 day)
{
  bw_book_number (book, row, column, look, DAY_OF_EPOCH + day);
}

void
bw_book_table (
    BwBook *book, const char *name, guint row, guint n_rows, const char *const *heads, guint n)
{
  if (!book->sheet)
    return;
  bw_book_check (book, worksheet_set_row (book->sheet, row, HEAD_HEIGHT, NULL));
  if (n_rows == 0) {
    for (guint i = 0; i < n; i++)
      bw_book_text (book, row, i, BW_LOOK_HEAD, heads[i]);
    return;
  }
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, n + 1);
  for (guint i = 0; i < n; i++) {
    columns[i].header = heads[i];
    columns[i].header_format = book->looks[BW_LOOK_HEAD];
    list[i] = &columns[i];
  }
  lxw_table_options options = {
    .name = name,
    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
    .style_type_number = 15,
    .columns = list,
  };
  bw_book_check (book, worksheet_add_table (book->sheet, row, 0, row + n_rows, n - 1, &options));
}

BwAddress
bw_book_address (guint row, guint column)
{
  BwAddress address;
  lxw_rowcol_to_cell (address.text, row, column);
  return address;
}
