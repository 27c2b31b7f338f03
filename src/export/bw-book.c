/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells, looks and sheets of a workbook. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bw-atomic.h"
#include "bw-book.h"
#include "bw-lazy.h"
#include "bw-package.h"

/* Characters that a cell and the name of a sheet can hold. */
#define MAX_TEXT 32767
#define MAX_SHEET_NAME 31

#define SECONDS_PER_DAY 86400.0
#define SECONDS_PER_HOUR 3600.0
#define PAPER_A4 9
/* Pixels of it between the margins, and of a row; rows that those repeated take. */
#define PAGE_WIDTH 988
#define PAGE_HEIGHT 650
#define ROW_HEIGHT 20
/* Of the widest font that programs take for that of the workbook. */
#define CHARACTER_WIDTH 10
#define HEAD_ROWS 8
/* More on one page could not be read. */
#define MOST_COLUMNS_ABREAST 16
/* Three lines. Not left to the program that opens it, since charts below are placed by it. */
#define HEAD_HEIGHT 45
#define HEAD_MORE 2 /* rows that it is higher than one */
/* That stand with the head of their table. */
#define FEW_ROWS 3

#define FUNCTIONS(USE)                                                                             \
  USE (format_set_align)                                                                           \
  USE (format_set_bg_color)                                                                        \
  USE (format_set_bold)                                                                            \
  USE (format_set_border)                                                                          \
  USE (format_set_bottom)                                                                          \
  USE (format_set_font_color)                                                                      \
  USE (format_set_font_size)                                                                       \
  USE (format_set_indent)                                                                          \
  USE (format_set_num_format)                                                                      \
  USE (format_set_text_wrap)                                                                       \
  USE (lxw_rowcol_to_cell)                                                                         \
  USE (lxw_rowcol_to_range_abs)                                                                    \
  USE (lxw_strerror)                                                                               \
  USE (lxw_workbook_free)                                                                          \
  USE (workbook_add_format)                                                                        \
  USE (workbook_add_worksheet)                                                                     \
  USE (workbook_close)                                                                             \
  USE (workbook_define_name)                                                                       \
  USE (workbook_new_opt)                                                                           \
  USE (workbook_set_properties)                                                                    \
  USE (worksheet_add_table)                                                                        \
  USE (worksheet_autofilter)                                                                       \
  USE (worksheet_conditional_format_range)                                                         \
  USE (worksheet_fit_to_pages)                                                                     \
  USE (worksheet_freeze_panes)                                                                     \
  USE (worksheet_ignore_errors)                                                                    \
  USE (worksheet_print_area)                                                                       \
  USE (worksheet_repeat_columns)                                                                   \
  USE (worksheet_repeat_rows)                                                                      \
  USE (worksheet_set_column)                                                                       \
  USE (worksheet_set_footer)                                                                       \
  USE (worksheet_set_h_pagebreaks)                                                                 \
  USE (worksheet_set_landscape)                                                                    \
  USE (worksheet_set_paper)                                                                        \
  USE (worksheet_set_print_scale)                                                                  \
  USE (worksheet_set_row)                                                                          \
  USE (worksheet_set_v_pagebreaks)                                                                 \
  USE (worksheet_write_array_formula_num)                                                          \
  USE (worksheet_write_formula_num)                                                                \
  USE (worksheet_write_formula_str)                                                                \
  USE (worksheet_write_number)                                                                     \
  USE (worksheet_write_string)
BW_LAZY_LIBRARY (lib, BW_LIBXLSXWRITER, FUNCTIONS)

static const char *const number_formats[BW_LOOK_LAST] = {
  [BW_LOOK_COUNT] = "#,##0",
  [BW_LOOK_DURATION] = "[h]:mm:ss",
  [BW_LOOK_HOURS] = "#,##0.00\" h\"",
  [BW_LOOK_PERCENT] = "0.0%",
  [BW_LOOK_DECIMAL] = "#,##0.00",
  [BW_LOOK_POINTS] = "0.0",
  [BW_LOOK_MONEY] = "#,##0.00",
  [BW_LOOK_INPUT_COUNT] = "#,##0",
  [BW_LOOK_INPUT_MONEY] = "#,##0.00",
  [BW_LOOK_INPUT_DURATION] = "[h]:mm:ss",
  [BW_LOOK_TIME] = "yyyy-mm-dd hh:mm:ss",
  [BW_LOOK_DAY] = "yyyy-mm-dd",
  [BW_LOOK_MONTH] = "mmm yyyy",
  [BW_LOOK_YEAR] = "yyyy",
  [BW_LOOK_COUNT_CHANGE] = "+#,##0;-#,##0;0",
  [BW_LOOK_HOURS_CHANGE] = "+#,##0.00\" h\";-#,##0.00\" h\";0.00\" h\"",
  [BW_LOOK_PERCENT_CHANGE] = "+0.0\" pp\";-0.0\" pp\";0.0\" pp\"",
  [BW_LOOK_DECIMAL_CHANGE] = "+#,##0.00;-#,##0.00;0.00",
};

/* Dates are names of rows and columns, and stand at the beginning. */
static gboolean
is_date (BwLook look)
{
  return look == BW_LOOK_TIME || look == BW_LOOK_DAY || look == BW_LOOK_MONTH ||
         look == BW_LOOK_YEAR;
}

gboolean
bw_look_is_number (BwLook look)
{
  return look == BW_LOOK_PLAIN || look == BW_LOOK_GENERAL ||
         (number_formats[look] && !is_date (look));
}

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

BwLook
bw_look_of_input (BwUnit unit)
{
  return unit == BW_UNIT_SECONDS ? BW_LOOK_INPUT_DURATION
         : unit == BW_UNIT_COUNT ? BW_LOOK_INPUT_COUNT
                                 : BW_LOOK_INPUT_MONEY;
}

BwLook
bw_look_of_limit (BwUnit unit)
{
  return unit == BW_UNIT_SECONDS ? BW_LOOK_HOURS : bw_look_of_unit (unit);
}

double
bw_book_scale_limit (BwUnit unit, double value)
{
  return unit == BW_UNIT_SECONDS ? value / SECONDS_PER_HOUR : value;
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

/* What XML and the format can hold: no non-characters, and not too long. Most texts are that
 * already; a copy of others belongs to *owned. NULL for nothing to write. */
static const char *
clean_text (const char *text, char **owned)
{
  *owned = NULL;
  if (!text || !*text)
    return NULL;
  gsize length = strlen (text);
  if (length <= MAX_TEXT && !strstr (text, "\xef\xbf") && g_utf8_validate_len (text, length, NULL))
    return text;
  char *clean = *owned = g_utf8_make_valid (text, -1);
  for (char *p = clean; (p = strstr (p, "\xef\xbf")); p += 3)
    if ((guchar) p[2] >= 0xbe) /* U+FFFE, U+FFFF */
      p[2] = '\xbd';
  if (g_utf8_strlen (clean, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (clean, MAX_TEXT) = '\0';
  return clean;
}

/* "#,##0.00 [$EUR]": a code says which money it is wherever the file is opened. */
static void
set_number_format (lxw_format *format, BwLook look, const char *currency)
{
  gboolean is_money = look == BW_LOOK_MONEY || look == BW_LOOK_INPUT_MONEY;
  if (!number_formats[look])
    return;
  static const char *const money[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };
  g_autofree char *with_code =
      is_money && currency
          ? g_strdup_printf ("%s\\ [$%s]", money[bw_money_get_digits (currency)], currency)
          : NULL;
  lib.format_set_num_format (format, with_code ? with_code : number_formats[look]);
}

static lxw_format *
make_look (lxw_workbook *workbook, BwLook look, const char *currency)
{
  lxw_format *format = lib.workbook_add_format (workbook);
  lib.format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  set_number_format (format, look, currency);
  if (look == BW_LOOK_TITLE)
    lib.format_set_font_size (format, 16);
  gboolean is_head =
      look == BW_LOOK_HEAD || look == BW_LOOK_NUMBER_HEAD || look == BW_LOOK_WORD_HEAD;
  if (look == BW_LOOK_TITLE || is_head)
    lib.format_set_bold (format);
  if (is_head) {
    lib.format_set_bg_color (format, 0xebebeb);
    lib.format_set_bottom (format, LXW_BORDER_THIN);
  }
  if (look == BW_LOOK_SUBTITLE)
    lib.format_set_font_color (format, 0x5e5c64);
  if (look == BW_LOOK_WRAPPED || is_head)
    lib.format_set_text_wrap (format);
  if (look == BW_LOOK_NUMBER_HEAD)
    lib.format_set_align (format, LXW_ALIGN_RIGHT);
  if (look == BW_LOOK_WORD ||
      look == BW_LOOK_WORD_HEAD) { /* without an alignment some programs heed no indent */
    lib.format_set_align (format, LXW_ALIGN_LEFT);
    lib.format_set_indent (format, 1);
  }
  if (is_date (look))
    lib.format_set_align (format, LXW_ALIGN_LEFT);
  if (look == BW_LOOK_INPUT_COUNT || look == BW_LOOK_INPUT_MONEY ||
      look == BW_LOOK_INPUT_DURATION) {
    lib.format_set_bg_color (format, 0xfdf6c8);
    lib.format_set_border (format, LXW_BORDER_HAIR);
  }
  return format;
}

static lxw_format *
make_news (lxw_workbook *workbook, lxw_color_t ground, lxw_color_t ink)
{
  lxw_format *format = lib.workbook_add_format (workbook);
  lib.format_set_bg_color (format, ground);
  lib.format_set_font_color (format, ink);
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

/* A file of its own in the folder, whose name the library writes to. */
static char *
make_path (BwBook *book, const char *folder)
{
  book->fd = bw_open_nameless (folder, 0600);
  if (book->fd >= 0)
    return bw_dup_nameless_path (book->fd);
  char *path = g_build_filename (folder, ".bellwether-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    book->system_error = errno;
  else
    g_close (fd, NULL);
  return path;
}

static lxw_workbook *
make_workbook (BwBook *book, const char *folder)
{
  lxw_workbook_options options = { .tmpdir = folder, .use_zip64 = folder != NULL };
  if (folder) {
    book->path = make_path (book, folder);
  } else {
    options.output_buffer = &book->bytes;
    options.output_buffer_size = &book->size;
  }
  return lib.workbook_new_opt (book->path, &options);
}

gboolean
bw_book_open (BwBook *book,
              const char *title,
              const char *subject,
              gint64 created,
              const char *currency,
              const char *folder,
              GError **error)
{
  if (!lib_load (error))
    return FALSE;
  *book = (BwBook) { .error = LXW_NO_ERROR, .fd = -1 };
  enter_c_numbers (book);
  book->breaks = g_array_new (TRUE, TRUE, sizeof (lxw_row_t));
  book->heads = g_array_new (FALSE, TRUE, sizeof (BwBookHead));
  book->least = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book->workbook = make_workbook (book, folder);
  if (!book->workbook) {
    book->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    return TRUE;
  }

  g_autofree char *own_title = NULL, *own_subject = NULL;
  lxw_doc_properties properties = {
    .title = clean_text (title, &own_title),
    .subject = clean_text (subject, &own_subject),
    .author = "Bellwether",
    .comments = "Bellwether " VERSION,
    .created = created > 0 ? created : 1, /* 0 would be now */
  };
  bw_book_check (book, lib.workbook_set_properties (book->workbook, &properties));
  book->news[FALSE] = make_news (book->workbook, 0xf8d7da, 0x8a1c24);
  book->news[TRUE] = make_news (book->workbook, 0xd5efdc, 0x1b5e2e);
  for (BwLook look = 0; look < BW_LOOK_LAST; look++)
    if (look != BW_LOOK_PLAIN)
      book->looks[look] = make_look (book->workbook, look, currency);
  return TRUE;
}

gboolean
bw_book_has_failed (BwBook *book)
{
  return book->error != LXW_NO_ERROR || book->system_error != 0;
}

/* Freeing a workbook leaves these open. */
static void
drop_rows (BwBook *book)
{
  lxw_worksheet *sheet;
  STAILQ_FOREACH (sheet, book->workbook->worksheets, list_pointers)
  if (sheet->optimize_tmpfile)
    fclose (sheet->optimize_tmpfile);
}

/* Packing takes a while, and is of no use when something is missing. */
static void
pack (BwBook *book, GCancellable *cancellable)
{
  if (!book->workbook)
    return;
  if (!bw_book_has_failed (book) && !g_cancellable_is_cancelled (cancellable)) {
    errno = 0;
    bw_book_check (book, lib.workbook_close (book->workbook));
    if (book->error != LXW_NO_ERROR)
      book->system_error = errno;
  } else {
    drop_rows (book);
    lib.lxw_workbook_free (book->workbook);
  }
  book->workbook = NULL;
}

static gboolean
check (BwBook *book, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (book->system_error != 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (book->system_error),
                         g_strerror (book->system_error));
  else if (book->error != LXW_NO_ERROR || (!book->path && !book->bytes))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("the workbook could not be made: %s"), lib.lxw_strerror (book->error));
  else
    return TRUE;
  return FALSE;
}

static GInputStream *
read_package (BwBook *book, GCancellable *cancellable, GError **error)
{
  if (!book->path)
    return g_memory_input_stream_new_from_data (book->bytes, (gssize) book->size, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (book->path);
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static gboolean
write_package (BwBook *book, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) package = read_package (book, cancellable, error);
  return package && bw_package_check (package, book->least, cancellable, error) &&
         g_seekable_seek (G_SEEKABLE (package), 0, G_SEEK_SET, cancellable, error) &&
         g_output_stream_splice (stream, package, G_OUTPUT_STREAM_SPLICE_NONE, cancellable,
                                 error) >= 0;
}

gboolean
bw_book_close (BwBook *book, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  pack (book, cancellable);
  leave_c_numbers (book);
  gboolean done =
      check (book, cancellable, error) && write_package (book, stream, cancellable, error);
  if (book->fd >= 0)
    g_close (g_steal_fd (&book->fd), NULL);
  else if (book->path)
    g_unlink (book->path);
  g_clear_pointer (&book->path, g_free);
  g_clear_pointer (&book->breaks, g_array_unref);
  g_clear_pointer (&book->heads, g_array_unref);
  g_clear_pointer (&book->least, g_hash_table_unref);
  free ((char *) book->bytes);
  book->bytes = NULL;
  return done;
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

static lxw_worksheet *
add_worksheet (BwBook *book, const char *name)
{
  g_autofree char *sheet_name = make_sheet_name (name);
  book->sheet = book->workbook ? lib.workbook_add_worksheet (book->workbook, sheet_name) : NULL;
  if (!book->sheet) {
    bw_book_check (book, LXW_ERROR_SHEETNAME_ALREADY_USED);
    return NULL;
  }
  g_array_set_size (book->heads, 0);
  lib.worksheet_set_landscape (book->sheet);
  lib.worksheet_set_paper (book->sheet, PAPER_A4);
  bw_book_check (book, lib.worksheet_set_footer (book->sheet, "&L&A&R&P / &N"));
  return book->sheet;
}

/* The library can keep no rows at all, or all; it asks when a sheet is added, so that this can be
 * said for each. */
void
bw_book_add_rows (BwBook *book, const char *name)
{
  if (!book->workbook)
    return;
  book->workbook->options.constant_memory = LXW_TRUE;
  add_worksheet (book, name);
  book->workbook->options.constant_memory = LXW_FALSE;
  if (!book->sheet)
    return;
  bw_book_check (book, lib.worksheet_repeat_rows (book->sheet, 0, 0));
  lib.worksheet_freeze_panes (book->sheet, 1, 1);
}

/* It does not look whether there was room for the rows. */
static void
check_rows (BwBook *book)
{
  FILE *file = book->sheet->optimize_tmpfile;
  errno = 0;
  if (fflush (file) != 0 || ferror (file)) {
    book->system_error = errno != 0 ? errno : ENOSPC;
    return;
  }
  gint64 size = ftello (file);
  g_hash_table_insert (book->least,
                       g_strdup_printf ("xl/worksheets/sheet%u.xml", book->sheet->index + 1),
                       g_memdup2 (&size, sizeof size));
}

void
bw_book_end_rows (BwBook *book, guint last_row, guint last_column)
{
  if (!book->sheet)
    return;
  lxw_col_t last = (lxw_col_t) last_column;
  bw_book_check (book, lib.worksheet_autofilter (book->sheet, 0, 0, last_row, last));
  /* Of ids, which are no amounts whatever they look like. */
  g_autofree char *cells = g_strdup_printf ("A1:%s", bw_book_address (last_row, last).text);
  bw_book_check (
      book, lib.worksheet_ignore_errors (book->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, cells));
  check_rows (book);
  bw_book_end_sheet (book, last_row, last_column);
}

void
bw_book_set_widths (BwBook *book, guint first, guint last, double width)
{
  if (book->sheet)
    bw_book_check (book, lib.worksheet_set_column (book->sheet, (lxw_col_t) first, (lxw_col_t) last,
                                                   width, NULL));
}

void
bw_book_set_width (BwBook *book, guint column, double width)
{
  bw_book_set_widths (book, column, column, width);
}

void
bw_book_define_range (BwBook *book,
                      const char *name,
                      guint first_row,
                      guint first_column,
                      guint last_row,
                      guint last_column)
{
  if (!book->sheet)
    return;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lib.lxw_rowcol_to_range_abs (range, first_row, (lxw_col_t) first_column, last_row,
                               (lxw_col_t) last_column);
  g_autofree char *place = g_strdup_printf ("='%s'!%s", book->sheet->name, range);
  bw_book_check (book, lib.workbook_define_name (book->workbook, name, place));
}

void
bw_book_add_sheet (BwBook *book,
                   const char *name,
                   const char *title,
                   const char *subtitle,
                   guint head,
                   guint frozen_columns)
{
  if (!add_worksheet (book, name))
    return;
  bw_book_check (book, lib.worksheet_repeat_rows (book->sheet, 0, head));
  lib.worksheet_freeze_panes (book->sheet, head + 1, frozen_columns);
  bw_book_text (book, 0, 0, BW_LOOK_TITLE, title);
  bw_book_text (book, 1, 0, BW_LOOK_SUBTITLE, subtitle);
}

/* Programs that fit sheets to pages do not heed where pages are to end: the scale is said instead.
 */
void
bw_book_set_pages (BwBook *book, guint columns, guint last_column, guint n_characters)
{
  if (!book->sheet)
    return;
  guint scale = MIN (100, 100 * PAGE_WIDTH / (n_characters * CHARACTER_WIDTH));
  g_autoptr (GArray) ends = g_array_new (TRUE, TRUE, sizeof (lxw_col_t));
  for (guint column = columns; column <= last_column; column += columns - 1) {
    lxw_col_t at = (lxw_col_t) column;
    g_array_append_val (ends, at);
  }
  lib.worksheet_set_print_scale (book->sheet, (uint16_t) scale);
  if (ends->len > 0) {
    bw_book_check (book, lib.worksheet_set_v_pagebreaks (book->sheet, (lxw_col_t *) ends->data));
    bw_book_check (book, lib.worksheet_repeat_columns (book->sheet, 0, 0));
  }
  book->page_rows = 100 * PAGE_HEIGHT / scale / ROW_HEIGHT - HEAD_ROWS;
}

/* The row after the last one for which the page has room. */
static guint
find_end_of_page (const BwBook *book)
{
  guint n = book->breaks->len;
  guint begin = n > 0 ? g_array_index (book->breaks, lxw_row_t, n - 1) : 0;
  return begin + book->page_rows - MIN (book->tall_rows, book->page_rows - 1);
}

static void
begin_page (BwBook *book, lxw_row_t row)
{
  g_array_append_val (book->breaks, row);
  book->tall_rows = 0;
}

void
bw_book_keep_rows (BwBook *book, guint first, guint last)
{
  if (book->sheet && book->page_rows > 0 && last >= find_end_of_page (book))
    begin_page (book, first);
}

/* A head stands with rows of its own; rows that are left begin pages. */
static void
keep_table (BwBook *book, guint head, guint n_rows)
{
  if (book->page_rows == 0)
    return;
  bw_book_keep_rows (book, head, head + HEAD_MORE + MIN (n_rows, FEW_ROWS));
  book->tall_rows += HEAD_MORE;
  while (head + n_rows >= find_end_of_page (book))
    begin_page (book, find_end_of_page (book));
}

static void
set_pages (BwBook *book, guint last_column)
{
  if (book->breaks->len > 0)
    bw_book_check (book,
                   lib.worksheet_set_h_pagebreaks (book->sheet, (lxw_row_t *) book->breaks->data));
  g_array_set_size (book->breaks, 0);
  book->tall_rows = 0;
  if (book->page_rows > 0) {
    book->page_rows = 0;
    return;
  }
  guint pages = 1 + last_column / MOST_COLUMNS_ABREAST;
  lib.worksheet_fit_to_pages (book->sheet, (uint16_t) pages, 0);
  if (pages > 1)
    bw_book_check (book, lib.worksheet_repeat_columns (book->sheet, 0, 0));
}

void
bw_book_end_sheet (BwBook *book, guint last_row, guint last_column)
{
  if (!book->sheet)
    return;
  set_pages (book, last_column);
  bw_book_check (book, lib.worksheet_print_area (book->sheet, 0, 0, last_row, last_column));
  book->sheet = NULL;
}

/* For the head of the column, which comes later. */
static void
note_head (BwBook *book, guint row, guint column, BwLook look)
{
  if (book->heads->len <= column)
    g_array_set_size (book->heads, column + 1);
  g_array_index (book->heads, BwBookHead, column) = (BwBookHead) { row, look };
}

static void
note_number (BwBook *book, guint row, guint column, BwLook look)
{
  if (bw_look_is_number (look))
    note_head (book, row, column, BW_LOOK_NUMBER_HEAD);
}

static void
note_word (BwBook *book, guint row, guint column, BwLook look)
{
  if (look == BW_LOOK_WORD)
    note_head (book, row, column, BW_LOOK_WORD_HEAD);
}

void
bw_book_text (BwBook *book, guint row, guint column, BwLook look, const char *text)
{
  g_autofree char *owned = NULL;
  const char *clean = clean_text (text, &owned);
  if (!clean || !book->sheet)
    return;
  note_word (book, row, column, look);
  bw_book_check (book,
                 lib.worksheet_write_string (book->sheet, row, column, clean, book->looks[look]));
}

static BwLook
find_head_look (const BwBook *book, guint row, guint column)
{
  if (column >= book->heads->len)
    return BW_LOOK_HEAD;
  const BwBookHead *head = &g_array_index (book->heads, BwBookHead, column);
  return head->row > row ? head->look : BW_LOOK_HEAD;
}

void
bw_book_number (BwBook *book, guint row, guint column, BwLook look, double number)
{
  if (!isfinite (number) || !book->sheet)
    return;
  note_number (book, row, column, look);
  bw_book_check (book,
                 lib.worksheet_write_number (book->sheet, row, column, number, book->looks[look]));
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
  note_number (book, row, column, look);
  bw_book_check (book, lib.worksheet_write_formula_num (book->sheet, row, column, formula,
                                                        book->looks[look], result));
}

void
bw_book_word_formula (
    BwBook *book, guint row, guint column, BwLook look, const char *result, const char *format, ...)
{
  if (!book->sheet)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  note_word (book, row, column, look);
  bw_book_check (book, lib.worksheet_write_formula_str (book->sheet, row, (lxw_col_t) column,
                                                        formula, book->looks[look], result));
}

void
bw_book_colour (BwBook *book,
                guint first_row,
                guint first_column,
                guint last_row,
                guint last_column,
                const char *formula,
                gboolean is_good)
{
  if (!book->sheet)
    return;
  lxw_conditional_format condition = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = formula,
    .format = book->news[is_good],
    .stop_if_true = LXW_TRUE,
  };
  bw_book_check (book, lib.worksheet_conditional_format_range (
                           book->sheet, first_row, (lxw_col_t) first_column, last_row,
                           (lxw_col_t) last_column, &condition));
}

void
bw_book_array_formula (
    BwBook *book, guint row, guint column, BwLook look, double result, const char *formula)
{
  lxw_col_t at = (lxw_col_t) column;
  if (!isfinite (result) || !book->sheet)
    return;
  note_number (book, row, column, look);
  bw_book_check (book, lib.worksheet_write_array_formula_num (book->sheet, row, at, row, at,
                                                              formula, book->looks[look], result));
}

void
bw_book_day (BwBook *book, guint row, guint column, BwLook look, gint64 day)
{
  bw_book_number (book, row, column, look, BW_BOOK_DAY_OF_EPOCH + day);
}

void
bw_book_table (
    BwBook *book, const char *name, guint row, guint n_rows, const char *const *heads, guint n)
{
  if (!book->sheet)
    return;
  keep_table (book, row, n_rows);
  bw_book_check (book, lib.worksheet_set_row (book->sheet, row, HEAD_HEIGHT, NULL));
  if (n_rows == 0) {
    for (guint i = 0; i < n; i++)
      bw_book_text (book, row, i, BW_LOOK_HEAD, heads[i]);
    return;
  }
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, n + 1);
  for (guint i = 0; i < n; i++) {
    columns[i].header = heads[i];
    columns[i].header_format = book->looks[find_head_look (book, row, i)];
    list[i] = &columns[i];
  }
  lxw_table_options options = {
    .name = name,
    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
    .style_type_number = 15,
    .columns = list,
  };
  bw_book_check (book,
                 lib.worksheet_add_table (book->sheet, row, 0, row + n_rows, n - 1, &options));
}

BwAddress
bw_book_address (guint row, guint column)
{
  BwAddress address;
  lib.lxw_rowcol_to_cell (address.text, row, column);
  return address;
}
