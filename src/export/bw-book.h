/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook being written: cells by what they mean, and the first error kept until the end. */
#pragma once

#include "bw-unit.h"

#include <gio/gio.h>
#include <locale.h>
#include <xlsxwriter.h>

/* How a cell looks. */
typedef enum {
  BW_LOOK_TITLE,
  BW_LOOK_SUBTITLE,
  BW_LOOK_HEAD, /* of a table's column */
  BW_LOOK_NUMBER_HEAD,
  BW_LOOK_WORD_HEAD,
  BW_LOOK_TEXT,
  BW_LOOK_PLAIN, /* what rows have by the million: no look of its own */
  BW_LOOK_WRAPPED,
  BW_LOOK_WORD, /* a text beside a number */
  BW_LOOK_COUNT,
  BW_LOOK_DURATION, /* days, shown as [h]:mm:ss */
  BW_LOOK_HOURS,    /* hours: spreadsheets cannot show a negative [h]:mm:ss */
  BW_LOOK_PERCENT,
  BW_LOOK_DECIMAL,
  BW_LOOK_POINTS,
  BW_LOOK_MONEY,
  BW_LOOK_GENERAL,     /* as many digits as it has */
  BW_LOOK_INPUT_COUNT, /* what may be changed */
  BW_LOOK_INPUT_MONEY,
  BW_LOOK_INPUT_DURATION,
  BW_LOOK_TIME, /* a day and the time of it */
  BW_LOOK_DAY,
  BW_LOOK_MONTH,
  BW_LOOK_YEAR,
  BW_LOOK_COUNT_CHANGE,
  BW_LOOK_HOURS_CHANGE,
  BW_LOOK_PERCENT_CHANGE, /* points of percentage */
  BW_LOOK_DECIMAL_CHANGE,
  BW_LOOK_LAST,
} BwLook;

/* Whether a number of that look stands at the end of its cell; PLAIN is taken for a number's. */
gboolean bw_look_is_number (BwLook look);
BwLook bw_look_of_unit (BwUnit unit);
BwLook bw_look_of_change (BwUnit unit);
BwLook bw_look_of_input (BwUnit unit);
/* Of an interval, which may begin below nothing. */
BwLook bw_look_of_limit (BwUnit unit);
/* The number that a cell holds for a figure of that unit: days for durations. */
double bw_book_scale (BwUnit unit, double value);
/* For the limit of an interval: hours for durations. */
double bw_book_scale_limit (BwUnit unit, double value);

/* What the head of a column is to look like, since it has such cells. */
typedef struct {
  guint row; /* the last one of them */
  BwLook look;
} BwBookHead;

typedef struct {
  lxw_workbook *workbook;
  lxw_worksheet *sheet; /* the one being written */
  lxw_format *looks[BW_LOOK_LAST];
  lxw_format *news[2]; /* bad, good */
  /* What it becomes: in memory, or for a large one in a file. */
  const char *bytes;
  size_t size;
  char *path;
  int fd;            /* of a file without a name, or -1 */
  GHashTable *least; /* parts and the bytes that they must have (bw-package.h) */
  GArray *breaks;    /* lxw_row_t: rows of the sheet that begin a page */
  GArray *heads;     /* BwBookHead, by column of the sheet */
  guint page_rows;   /* that a page holds below those repeated; 0 = nobody asked */
  guint tall_rows;   /* rows that the page holds less, since heads are as high as several */
  lxw_error error;
  int system_error; /* errno of what went wrong */
  locale_t locale;  /* of this thread before */
} BwBook;

/* The day 1970-01-01 as a spreadsheet counts. */
#define BW_BOOK_DAY_OF_EPOCH 25569.0

/* created: Unix seconds, a property of the document. currency: a code that money is shown with, or
 * NULL. folder: for the temporary files of a large
 * book, which then is never in memory as a whole; NULL for a small one. Until it is closed, this
 * thread writes numbers as the C locale has them. FALSE and BW_ERROR_UNSUPPORTED, with nothing to
 * close, when libxlsxwriter is missing. */
gboolean bw_book_open (BwBook *book,
                       const char *title,
                       const char *subject,
                       gint64 created,
                       const char *currency,
                       const char *folder,
                       GError **error);
/* Frees the book; writes it to the stream when all went well, it is whole and nobody cancelled.
 * Else FALSE and G_IO_ERROR. */
gboolean
bw_book_close (BwBook *book, GOutputStream *stream, GCancellable *cancellable, GError **error);
gboolean bw_book_has_failed (BwBook *book);

/* Landscape, as few pages wide as can be read, with the title row; rows 0 .. head are repeated on
 * each page. */
void bw_book_add_sheet (BwBook *book,
                        const char *name,
                        const char *title,
                        const char *subtitle,
                        guint head,
                        guint frozen_columns);
/* All that is printed: up to this cell. */
void bw_book_end_sheet (BwBook *book, guint last_row, guint last_column);

/* Instead of as few pages as can be read: so many columns abreast on each page, which are so many
 * characters wide. Before the rows. */
void bw_book_set_pages (BwBook *book, guint columns, guint last_column, guint n_characters);
/* Rows first to last stand on one page, whatever pages end above them by themselves. */
void bw_book_keep_rows (BwBook *book, guint first, guint last);

/* A sheet whose rows are written one after the other, cells from left to right, and not kept: the
 * head first, then as many as there are. It has filters. */
void bw_book_add_rows (BwBook *book, const char *name);
void bw_book_end_rows (BwBook *book, guint last_row, guint last_column);

void bw_book_set_width (BwBook *book, guint column, double width);
void bw_book_set_widths (BwBook *book, guint first, guint last, double width);
/* A name for these cells of the sheet, in the whole book. */
void bw_book_define_range (BwBook *book,
                           const char *name,
                           guint first_row,
                           guint first_column,
                           guint last_row,
                           guint last_column);

/* No text is ever taken for a formula or a link; NULL and "" leave the cell empty. */
void bw_book_text (BwBook *book, guint row, guint column, BwLook look, const char *text);
/* NAN leaves the cell empty. */
void bw_book_number (BwBook *book, guint row, guint column, BwLook look, double number);
/* result: what it comes to; NAN leaves the cell empty. */
void bw_book_formula (
    BwBook *book, guint row, guint column, BwLook look, double result, const char *format, ...)
    G_GNUC_PRINTF (6, 7);
/* One that comes to a word. */
void bw_book_word_formula (
    BwBook *book, guint row, guint column, BwLook look, const char *result, const char *format, ...)
    G_GNUC_PRINTF (6, 7);
/* These cells are coloured as good or bad news where the formula, written for the first of them, is
 * true; of several formulas the first counts. */
void bw_book_colour (BwBook *book,
                     guint first_row,
                     guint first_column,
                     guint last_row,
                     guint last_column,
                     const char *formula,
                     gboolean is_good);
/* One that works on all cells of its ranges at once: "{=...}". */
void bw_book_array_formula (
    BwBook *book, guint row, guint column, BwLook look, double result, const char *formula);
/* The day as a date. */
void bw_book_day (BwBook *book, guint row, guint column, BwLook look, gint64 day);

/* The head row and n_rows below it, which are written before, as a table with filters; heads (n of
 * them) are distinct. The name is unique in the book. Without rows only the heads are written. */
void bw_book_table (
    BwBook *book, const char *name, guint row, guint n_rows, const char *const *heads, guint n);
void bw_book_check (BwBook *book, lxw_error error);

/* "B5" */
typedef struct {
  char text[LXW_MAX_CELL_NAME_LENGTH];
} BwAddress;
BwAddress bw_book_address (guint row, guint column);
